// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/ui/pack_panel.hpp"

#include "core/numerals.hpp"
#include "widgets/command.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace programmes {

namespace {

using widgets::fill;
using widgets::Tone;

class PackPanel final : public wxPanel {
  public:
    PackPanel(wxWindow* parent, office::Session& session,
              std::function<bool(wxWindow*, const CurrentPack&)> edit,
              std::function<void(wxWindow*, const CurrentPack&)> move)
        : wxPanel(parent)
        , m_session(session)
        , m_edit(std::move(edit))
        , m_move(std::move(move)) {
        m_commands.add(
            {.id = "packs.edit",
             .label = _("&Edit the rules..."),
             .help = _("Change subjects, formulas, grades and other rules; it makes a new version"),
             .icon = "edit",
             .run = [this] { edit_chosen(); },
             .allowed = [this] { return chosen() != nullptr; },
             .rank = widgets::Rank::primary});
        m_commands.add(
            {.id = "packs.move",
             .label = _("&Move classes to this version..."),
             .help = _("Open classes go over to these rules; what changes for whom is shown before"),
             .icon = "move",
             .run = [this] { move_classes(); },
             .allowed = [this] { return chosen() != nullptr; }});
        m_commands.add({.id = "packs.file",
                        .label = _("Rules from a &file..."),
                        .help = _("Take the rules of a programme from a .toml file"),
                        .icon = "folder",
                        .run = [this] { take_file(); }});
        m_commands.add({.id = "packs.shipped",
                        .label = _("The program's &own rules"),
                        .help = _("New classes get the rules that came with the program again"),
                        .icon = "undo",
                        .run = [this] { use_shipped(); },
                        .allowed = [this] { return chosen() != nullptr && chosen()->own && is_shipped(); }});
        auto* note = new wxStaticText(this, wxID_ANY,
                                      _("Classes keep their rules; open ones may go over to a new version."));
        note->SetForegroundColour(widgets::colour::muted);
        m_messages = new widgets::MessageBar(this);
        m_list = new widgets::DataList(this, "packs", _("Programmes"),
                                       {{.title = _("Programme"), .width = 240, .grows = true},
                                        {.title = _("Version"), .width = 100},
                                        {.title = _("Subjects"), .width = 90, .right = true},
                                        {.title = _("Pass mark"), .width = 170, .right = true},
                                        {.title = _("Least attendance"), .width = 150, .right = true},
                                        {.title = _("Rules"), .width = 190}});
        m_list->on_open([this](std::size_t) { edit_chosen(); });
        auto* rows = new wxBoxSizer(wxVERTICAL);
        const int gap = FromDIP(widgets::space::small);
        auto* buttons = new wxBoxSizer(wxHORIZONTAL);
        buttons->Add(note, 1, wxALIGN_CENTRE_VERTICAL);
        for (const char* id : {"packs.shipped", "packs.file", "packs.move", "packs.edit"})
            buttons->Add(m_commands.make_button(this, id), 0, wxLEFT, gap);
        rows->Add(buttons, 0, wxEXPAND | wxTOP | wxBOTTOM, gap);
        rows->Add(m_messages, 0, wxEXPAND);
        rows->Add(m_list, 1, wxEXPAND);
        SetSizer(rows);
        show();
    }

  private:
    void show() {
        m_packs = current_packs(m_session.database);
        m_list->set_rows(m_packs.size(),
                         [this](std::size_t row, std::size_t column) { return cell(m_packs[row], column); });
    }

    widgets::Cell cell(const CurrentPack& one, std::size_t column) const {
        const Pack& pack = one.pack;
        const bool khmer = m_session.language == widgets::Language::khmer || pack.name.en.empty();
        switch (column) {
        case 0:
            return {widgets::wx(khmer ? pack.name.km : pack.name.en)};
        case 1:
            return {widgets::wx(pack.version), Tone::muted};
        case 2:
            return {pack.takes_marks() ? widgets::number(static_cast<long long>(pack.subjects.size()))
                                       : _("none")};
        case 3:
            if (!pack.takes_marks()) return {};
            return {
                fill(_("{1} of {2}"), {widgets::figure(core::format_hundredths(pack.averaging.pass_minimum)),
                                       widgets::figure(core::format_hundredths(pack.averaging.maximum))})};
        case 4:
            return {widgets::figure(core::format_hundredths(pack.attendance.minimum_percent)) + " %"};
        default:
            if (one.own) return {_("This office's own"), Tone::info};
            // TRANSLATORS: whether a programme's rules were confirmed by the ministry.
            return {pack.official ? _("Official") : _("Not official"),
                    pack.official ? Tone::good : Tone::warning};
        }
    }

    const CurrentPack* chosen() const {
        const auto row = m_list->selected();
        return row && *row < m_packs.size() ? &m_packs[*row] : nullptr;
    }

    bool is_shipped() const {
        const auto& all = shipped_packs();
        return std::any_of(all.begin(), all.end(),
                           [this](const Pack& pack) { return pack.programme == chosen()->pack.programme; });
    }

    void edit_chosen() {
        if (chosen() == nullptr) return;
        const CurrentPack one = *chosen();
        if (!m_edit(this, one)) return;
        show();
        const auto now = std::find_if(m_packs.begin(), m_packs.end(), [&](const CurrentPack& other) {
            return other.pack.programme == one.pack.programme;
        });
        m_list->select(static_cast<std::size_t>(now - m_packs.begin()));
        if (now->pack.version != one.pack.version) tell_new(now->pack.version);
    }

    // The open classes are asked for next, but never without a look at what would change.
    void tell_new(const std::string& version) {
        // TRANSLATORS: {1} is a version of a programme's rules.
        m_messages->tell(
            Tone::good,
            fill(_("New classes get version {1}. Open ones keep their rules until they go over."),
                 {widgets::wx(version)}),
            _("Move classes..."), [this] { move_classes(); });
    }

    void move_classes() {
        if (chosen() == nullptr) return;
        const CurrentPack one = *chosen();
        m_move(this, one);
    }

    void take_file() {
        wxFileDialog dialog(this, _("Rules of a programme"), {}, {}, "TOML (*.toml)|*.toml",
                            wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (dialog.ShowModal() != wxID_OK) return;
        std::ifstream file(widgets::path_of(dialog.GetPath()), std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto used = use_own_pack(tx, text.str(), widgets::utf8(dialog.GetFilename()));
        if (!used) return m_messages->tell(Tone::bad, m_session.sentence(used.error()));
        tx.commit();
        m_messages->tell(Tone::good, _("New classes get these rules."));
        show();
    }

    void use_shipped() {
        const std::string programme = chosen()->pack.programme;
        storage::Transaction tx(m_session.database, m_session.actor);
        if (const auto done = use_shipped_pack(tx, programme); !done)
            return m_messages->tell(Tone::bad, m_session.sentence(done.error()));
        tx.commit();
        show();
    }

    office::Session& m_session;
    std::function<bool(wxWindow*, const CurrentPack&)> m_edit;
    std::function<void(wxWindow*, const CurrentPack&)> m_move;
    widgets::CommandList m_commands;
    widgets::MessageBar* m_messages = nullptr;
    widgets::DataList* m_list = nullptr;
    std::vector<CurrentPack> m_packs;
};

} // namespace

wxWindow* make_pack_panel(wxWindow* parent, office::Session& session,
                          std::function<bool(wxWindow* parent, const CurrentPack& current)> edit,
                          std::function<void(wxWindow* parent, const CurrentPack& current)> move) {
    return new PackPanel(parent, session, std::move(edit), std::move(move));
}

} // namespace programmes
