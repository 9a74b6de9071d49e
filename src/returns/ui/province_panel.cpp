// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/province_panel.hpp"

#include "documents/ui/program_fonts.hpp"
#include "returns/district_profile.hpp"
#include "returns/ui/period_charts.hpp"
#include "returns/ui/return_labels.hpp"
#include "returns/ui/round_labels.hpp"
#include "widgets/accessible.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

#include <algorithm>

namespace returns {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

wxString version_words(const ReceivedReturn& one) {
    if (one.verdict != FileVerdict::unsigned_file) return number(one.version);
    // TRANSLATORS: a version number of a return that nobody signed.
    return fill(_("{1}, not signed"), {number(one.version)});
}

} // namespace

ProvincePanel::ProvincePanel(wxWindow* parent, office::Session& session, widgets::Page& page)
    : wxPanel(parent)
    , m_session(session)
    , m_page(page) {
    add_commands();
    m_list = new widgets::DataList(this, "returns.board", _("Districts of the province"),
                                   {{.title = _("Code"), .width = 70},
                                    {.title = _("District"), .width = 200, .grows = true},
                                    {.title = _("State"), .width = 150},
                                    {.title = _("Version"), .width = 130, .right = true},
                                    // TRANSLATORS: heading: the version that counts for the period.
                                    {.title = _("Counts"), .width = 120, .right = true},
                                    {.title = _("Came"), .width = 150},
                                    // TRANSLATORS: heading: how many days after the due day a return came.
                                    {.title = _("Late"), .width = 120},
                                    // TRANSLATORS: heading: how many of a return's learners come from
                                    // registers with names; the others were only declared.
                                    {.title = _("From registers"), .width = 110, .right = true}});
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(make_top(), 0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_list, 1, wxEXPAND);
    SetSizer(rows);
}

void ProvincePanel::add_commands() {
    m_page.commands().add({.id = "returns.consolidate",
                           .label = _("&Put together..."),
                           .help = _("Write the province's workbook of the period from the accepted returns"),
                           .icon = "save",
                           .run = [this] { put_together(); },
                           .allowed = [this] { return IsShownOnScreen() && period(); },
                           .rank = widgets::Rank::primary});
    m_page.commands().add({.id = "returns.charts",
                           .label = _("C&harts..."),
                           .help = _("The period's figures as charts, to look at or to print"),
                           .icon = "assessment",
                           .run =
                               [this] {
                                   show_period_charts(m_page, m_session,
                                                      ReturnPeriod::from_text(period()->period).value());
                               },
                           .allowed = [this] { return IsShownOnScreen() && period(); }});
    m_page.commands().add(
        {.id = "returns.profile",
         .label = _("District pro&file..."),
         .help = _("The selected district on one page: its figures and indicators beside the province's"),
         .icon = "print",
         .run = [this] { save_profile(); },
         .allowed = [this] { return IsShownOnScreen() && period() && m_list->selected().has_value(); }});
}

wxSizer* ProvincePanel::make_top() {
    auto* label = new wxStaticText(this, wxID_ANY, _("Period"));
    m_choice = new wxChoice(this, wxID_ANY);
    m_choice->SetMinSize(wxSize(widgets::text_room(*this, 180), -1));
    widgets::name_control(*m_choice, "returns.board-month", _("Period"));
    m_choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_period(); });
    m_summary =
        new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_summary->SetMinSize(wxSize(1, -1)); // else it asks for its whole length
    m_summary->SetForegroundColour(widgets::colour::muted);
    m_provisional = new wxCheckBox(this, wxID_ANY, _("Count what is not yet accepted too (provisional)"));
    widgets::name_control(*m_provisional, "returns.provisional", m_provisional->GetLabel());
    m_publishable = new wxCheckBox(this, wxID_ANY, _("Hide groups under 5 (publishable)"));
    widgets::name_control(*m_publishable, "returns.publishable", m_publishable->GetLabel());
    const int gap = FromDIP(widgets::space::small);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, gap);
    row->Add(m_choice, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, 2 * gap);
    row->Add(m_provisional, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, 2 * gap);
    row->Add(m_publishable, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
    row->AddStretchSpacer();
    row->Add(m_page.commands().make_button(this, "returns.consolidate"), 0);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(row, 0, wxEXPAND);
    auto* below = new wxBoxSizer(wxHORIZONTAL);
    below->Add(m_summary, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, gap);
    below->Add(m_page.commands().make_button(this, "returns.profile"), 0);
    rows->Add(below, 0, wxEXPAND | wxTOP, gap);
    return rows;
}

wxWindow* ProvincePanel::first_control() {
    return m_choice;
}

void ProvincePanel::refresh() {
    const std::string before = period() ? period()->period : std::string();
    m_status = load_status(m_session.database);
    m_choice->Clear();
    // What was shown before, else the newest month of which something came, else the last one.
    const auto came = std::find_if(m_status.periods.begin(), m_status.periods.end(), [](const auto& of) {
        return std::any_of(of.offices.begin(), of.offices.end(),
                           [](const OfficeStatus& one) { return one.newest.has_value(); });
    });
    int chosen = came == m_status.periods.end() ? 0 : static_cast<int>(came - m_status.periods.begin());
    for (std::size_t i = 0; i < m_status.periods.size(); ++i) {
        m_choice->Append(period_words(m_status.periods[i].period));
        if (m_status.periods[i].period == before) chosen = static_cast<int>(i);
    }
    if (!m_status.periods.empty()) m_choice->SetSelection(chosen);
    m_choice->InvalidateBestSize(); // measured while it was empty, it would cut Khmer words
    Layout();
    show_period();
}

const PeriodStatus* ProvincePanel::period() const {
    const int at = m_choice->GetSelection();
    return at == wxNOT_FOUND || static_cast<std::size_t>(at) >= m_status.periods.size()
               ? nullptr
               : &m_status.periods[static_cast<std::size_t>(at)];
}

void ProvincePanel::show_period() {
    const PeriodStatus* shown = period();
    if (!shown) return;
    const auto sent = std::count_if(shown->offices.begin(), shown->offices.end(),
                                    [](const OfficeStatus& one) { return one.newest.has_value(); });
    const auto accepted = std::count_if(shown->offices.begin(), shown->offices.end(),
                                        [](const OfficeStatus& one) { return one.accepted.has_value(); });
    const auto all = static_cast<long long>(shown->offices.size());
    m_summary->SetLabelText(fill(_("{1} of {2} districts have not sent; {3} are accepted."),
                                 {number(all - sent), number(all), number(accepted)}) +
                            (shown->due ? "  " + due_words(shown->due) : wxString()));
    widgets::name_control(*m_summary, "returns.board-summary", m_summary->GetLabel());
    m_list->set_rows(
        shown->offices.size(), [this, shown](std::size_t index, std::size_t column) -> widgets::Cell {
            const OfficeStatus& one = shown->offices[index];
            switch (column) {
            case 0:
                return {widgets::wx(one.code), Tone::muted};
            case 1:
                return {office::shown_name(m_session, one)};
            case 2:
                return {standing_word(one.standing), standing_tone(one.standing)};
            case 3:
                if (!one.missing_versions.empty() && one.newest)
                    // TRANSLATORS: a version number: versions before it never came.
                    return {fill(_("{1}, gap before it"), {number(one.newest->version)}), Tone::warning};
                return {one.newest ? version_words(*one.newest) : wxString()};
            case 4:
                return {one.accepted ? version_words(*one.accepted) : wxString(), Tone::good};
            case 6:
                return {late_words(one.days_late), Tone::warning};
            case 7: {
                const auto share = one.newest ? share_from_registers(one.newest->learners) : std::nullopt;
                if (!share) return {};
                return {number(*share) + " %", *share < 100 ? Tone::warning : Tone::plain};
            }
            default:
                return {one.newest ? moment_words(one.newest->received_at) : wxString(), Tone::muted};
            }
        });
}

void ProvincePanel::put_together() {
    const auto chosen = ReturnPeriod::from_text(period()->period);
    if (!chosen) return;
    wxDirDialog folder(this, _("The folder for the province's workbook"),
                       wxStandardPaths::Get().GetDocumentsDir());
    if (folder.ShowModal() != wxID_OK || !m_session.unlock_signing(this)) return;
    const BuildOrder order{
        .period = *chosen, .out = widgets::path_of(folder.GetPath()), .passphrase = m_session.passphrase};
    m_session.run_job(_("Putting the districts' returns together"),
                      [this, order, edition = Edition{m_provisional->GetValue(), m_publishable->GetValue()}](
                          core::Progress& progress) -> widgets::JobRunner::Finish {
                          const auto made = std::make_shared<core::Expected<Consolidated>>(
                              consolidate(m_session.database, m_session.actor, order, edition, progress));
                          return [this, order, made] {
                              if (*made)
                                  tell_outcome(**made, order.out);
                              else
                                  m_page.messages().tell(Tone::bad, m_session.sentence(made->error()));
                          };
                      });
}

void ProvincePanel::save_profile() {
    const auto chosen = ReturnPeriod::from_text(period()->period);
    if (!chosen) return;
    const std::string district = period()->offices[*m_list->selected()].code;
    wxFileDialog files(this, _("Where to keep the profile"), wxStandardPaths::Get().GetDocumentsDir(),
                       widgets::wx(district + "_" + chosen->to_text() + ".pdf"), "PDF (*.pdf)|*.pdf",
                       wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (files.ShowModal() != wxID_OK) return;
    const auto path = widgets::path_of(files.GetPath());
    const ProfileOrder order{.district = district,
                             .period = *chosen,
                             .provisional = m_provisional->GetValue(),
                             .language = m_session.language == widgets::Language::khmer
                                             ? wording::Language::khmer
                                             : wording::Language::english};
    m_session.run_job(
        _("Writing the profile"),
        [this, order, path, folders = documents::program_font_folders()](
            core::Progress& progress) -> widgets::JobRunner::Finish {
            const auto written = write_district_profile(m_session.database, order, path, folders, progress);
            return [this, path, written] {
                if (!written) return m_page.messages().tell(Tone::bad, m_session.sentence(written.error()));
                // TRANSLATORS: {1} is a file's name.
                m_page.messages().tell_file(fill(_("{1} is ready."), {widgets::wx_path(path.filename())}),
                                            path);
            };
        });
}

void ProvincePanel::tell_outcome(const Consolidated& made, const std::filesystem::path& folder) {
    refresh();
    ReturnHead head;
    head.office = m_session.area_code;
    head.period = made.built.period;
    head.version = made.built.version;
    wxString text =
        // TRANSLATORS: {1} is a file's name; {2} of {3} districts count in it.
        fill(_("{1} is ready: {2} of {3} districts count in it."),
             {widgets::wx_path(target_of(folder, head).filename()),
              number(static_cast<long long>(made.province.counted())),
              number(static_cast<long long>(made.province.districts.size()))});
    if (made.province.has_received()) text += " " + _("It is provisional: not all of them are accepted.");
    m_page.messages().tell_file(text, target_of(folder, head),
                                made.province.counted() > 0 ? Tone::good : Tone::warning);
}

} // namespace returns
