// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/ui/pack_panel.hpp"

#include "core/numerals.hpp"
#include "programmes/pack_store.hpp"
#include "widgets/data_list.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

namespace programmes {

namespace {

wxString shown(const office::Session& session, const Wording& words) {
    const bool khmer = session.language == widgets::Language::khmer || words.en.empty();
    return widgets::wx(khmer ? words.km : words.en);
}

} // namespace

wxWindow* make_pack_panel(wxWindow* parent, const office::Session& session) {
    auto* panel = new wxPanel(parent);
    auto* list = new widgets::DataList(panel, "packs", _("Programmes"),
                                       {{.title = _("Programme"), .width = 240, .grows = true},
                                        {.title = _("Version"), .width = 100},
                                        {.title = _("Subjects"), .width = 90, .right = true},
                                        {.title = _("Pass mark"), .width = 170, .right = true},
                                        {.title = _("Least attendance"), .width = 150, .right = true},
                                        {.title = _("Source"), .width = 150}});
    const std::vector<Pack>& packs = shipped_packs();
    list->set_rows(packs.size(), [&packs, &session](std::size_t row, std::size_t column) -> widgets::Cell {
        const Pack& pack = packs[row];
        switch (column) {
        case 0:
            return {shown(session, pack.name)};
        case 1:
            return {widgets::wx(pack.version), widgets::Tone::muted};
        case 2:
            return {widgets::number(static_cast<long long>(pack.subjects.size()))};
        case 3:
            return {widgets::fill(_("{1} of {2}"),
                                  {widgets::wx(core::format_hundredths(pack.averaging.pass_minimum)),
                                   widgets::wx(core::format_hundredths(pack.averaging.maximum))})};
        case 4:
            return {widgets::wx(core::format_hundredths(pack.attendance.minimum_percent)) + " %"};
        default:
            // TRANSLATORS: whether a programme's rules were confirmed by the ministry.
            return {pack.official ? _("Official") : _("Not official"),
                    pack.official ? widgets::Tone::good : widgets::Tone::warning};
        }
    });
    auto* note = new wxStaticText(
        panel, wxID_ANY, _("A class keeps the rules it was opened with; a new version is for new classes."));
    note->SetForegroundColour(widgets::colour::muted);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(note, 0, wxTOP | wxBOTTOM, panel->FromDIP(widgets::space::small));
    rows->Add(list, 1, wxEXPAND);
    panel->SetSizer(rows);
    return panel;
}

} // namespace programmes
