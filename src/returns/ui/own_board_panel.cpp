// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/own_board_panel.hpp"

#include "returns/ui/return_labels.hpp"
#include "returns/ui/round_labels.hpp"
#include "widgets/date_field.hpp"
#include "widgets/reason_dialog.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/dnd.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

namespace returns {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

wxString ruling_word(Ruling ruling) {
    return ruling == Ruling::accepted ? _("Accepted") : _("Sent back");
}

} // namespace

class OwnBoardPanel::Drop final : public wxFileDropTarget {
  public:
    explicit Drop(OwnBoardPanel& panel)
        : m_panel(panel) {}
    bool OnDropFiles(wxCoord, wxCoord, const wxArrayString& names) override {
        if (names.size() != 1) return false;
        m_panel.take(widgets::path_of(names[0]));
        return true;
    }

  private:
    OwnBoardPanel& m_panel;
};

OwnBoardPanel::OwnBoardPanel(wxWindow* parent, office::Session& session, widgets::Page& page)
    : wxPanel(parent)
    , m_session(session)
    , m_page(page)
    , m_whole(new wxPanel(this))
    , m_empty(new widgets::EmptyState(this, "returns", _("No return was built yet"),
                                      _("Build a month's return and hand it over. The province answers with "
                                        "a receipt: take it in here, and the "
                                        "board says what was accepted and what is to be mended."))) {
    add_commands();
    make_lists();
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(m_whole, 1, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
    all->Add(m_empty, 1, wxEXPAND);
    SetSizer(all);
    SetDropTarget(new Drop(*this));
}

void OwnBoardPanel::add_commands() {
    m_page.commands().add({.id = "returns.take-receipt",
                           .label = _("&Take in a receipt..."),
                           .help = _("Take in the Excel file by which the province answers a return"),
                           .icon = "import",
                           .run = [this] { choose_receipt(); }});
    m_page.commands().add(
        {.id = "returns.correct",
         .label = _("&Correct..."),
         .help = _("Open an accepted period again, with a reason, so that it can be changed"),
         .icon = "edit",
         .run = [this] { correct(); },
         .allowed =
             [this] {
                 const OwnPeriod* own = IsShownOnScreen() ? selected() : nullptr;
                 return own != nullptr && own->accepted && own->correction.empty();
             }});
}

void OwnBoardPanel::make_lists() {
    m_list = new widgets::DataList(m_whole, "returns.own", _("Returns of this office"),
                                   {{.title = _("Period"), .width = 170, .grows = true},
                                    // TRANSLATORS: heading: the day until which a return is to come.
                                    {.title = _("Due"), .width = 110},
                                    {.title = _("Version"), .width = 80, .right = true},
                                    {.title = _("Built"), .width = 140},
                                    {.title = _("Counts"), .width = 80, .right = true},
                                    {.title = _("Decision"), .width = 150},
                                    {.title = _("State"), .width = 180, .grows = true}});
    m_list->on_select([this] { show_selected(); });
    m_title =
        new wxStaticText(m_whole, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_title->SetFont(widgets::strong_font(*this));
    m_title->SetMinSize(wxSize(1, -1)); // else it asks for its whole length
    m_remarks = new FindingList(m_whole, "returns.own-remarks", _("Remarks of the province"), true);
    m_remarks->say_when_empty(_("The province remarked nothing."));
    const int gap = FromDIP(widgets::space::small);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(m_title, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, gap);
    buttons->Add(m_page.commands().make_button(m_whole, "returns.correct"), 0);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_list, 3, wxEXPAND | wxBOTTOM, gap);
    rows->Add(buttons, 0, wxEXPAND | wxBOTTOM, gap);
    rows->Add(m_remarks, 2, wxEXPAND);
    m_whole->SetSizer(rows);
}

wxWindow* OwnBoardPanel::first_control() {
    return m_periods.empty() ? nullptr : m_list;
}

void OwnBoardPanel::refresh() {
    const auto before = m_list->selected();
    m_periods = load_own(m_session.database);
    m_whole->Show(!m_periods.empty());
    m_empty->Show(m_periods.empty());
    m_list->quietly([&] {
        m_list->set_rows(m_periods.size(), [this](std::size_t row, std::size_t column) {
            return cell(m_periods[row], column);
        });
        m_list->select(before.value_or(0));
    });
    show_selected();
    Layout();
}

widgets::Cell OwnBoardPanel::cell(const OwnPeriod& own, std::size_t column) const {
    switch (column) {
    case 0:
        return {period_words(own.period)};
    case 1:
        return {own.due ? widgets::shown(*own.due) : wxString(), Tone::muted};
    case 2:
        return {own.newest ? number(own.newest->version) : wxString()};
    case 3:
        return {own.newest ? moment_words(own.newest->built_at) : wxString(), Tone::muted};
    case 4:
        return {own.accepted ? number(own.accepted->version) : wxString(), Tone::good};
    case 5:
        return {own.decided ? ruling_word(own.decided->ruling) : wxString()};
    default:
        return {standing_word(own.standing), standing_tone(own.standing)};
    }
}

const OwnPeriod* OwnBoardPanel::selected() const {
    const auto row = m_list->selected();
    return row && *row < m_periods.size() ? &m_periods[*row] : nullptr;
}

void OwnBoardPanel::show_selected() {
    const OwnPeriod* own = selected();
    wxString title;
    std::vector<FindingLine> lines;
    if (own != nullptr && own->decided) {
        const Decision& decided = *own->decided;
        if (!decided.reason.empty())
            title = fill(_("Sent back: {1}"), {widgets::wx(decided.reason)});
        else
            // TRANSLATORS: {1} who decided, {2} when.
            title = fill(_("Decided by {1}, {2}"), {widgets::wx(decided.by), moment_words(decided.at)});
        for (const Remark& remark : decided.remarks)
            lines.push_back({{_("Remark"), Tone::warning},
                             widgets::wx(place_text(remark)),
                             widgets::wx(remark.text),
                             remark.about});
    }
    if (own != nullptr && !own->correction.empty())
        // TRANSLATORS: {1} why an accepted period was opened again.
        title = fill(_("Open for a correction: {1}"), {widgets::wx(own->correction)});
    m_title->SetLabelText(title);
    m_title->SetToolTip(title);
    m_remarks->show(std::move(lines));
    m_whole->Layout();
}

void OwnBoardPanel::choose_receipt() {
    wxFileDialog dialog(this, _("The receipt that came"), wxStandardPaths::Get().GetDocumentsDir(),
                        wxString(), _("Excel workbooks") + " (*.xlsx)|*.xlsx",
                        wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) return;
    take(widgets::path_of(dialog.GetPath()));
}

void OwnBoardPanel::take(const std::filesystem::path& file) {
    m_session.run_job(
        _("Taking in the receipt"), [this, file](core::Progress& progress) -> widgets::JobRunner::Finish {
            const auto taken = take_receipt(m_session.database, m_session.actor, file, progress);
            return [this, taken] {
                refresh();
                if (taken)
                    tell_taken(*taken);
                else
                    m_page.messages().tell(Tone::bad, m_session.sentence(taken.error()));
            };
        });
}

void OwnBoardPanel::tell_taken(const TakenReceipt& taken) {
    auto& bar = m_page.messages();
    if (taken.verdict == FileVerdict::edited) {
        wxString cells;
        for (const EditedCell& cell : taken.cells)
            cells += (cells.empty() ? "" : ", ") + place_words({.sheet = cell.sheet, .cell = cell.cell});
        return bar.tell(
            Tone::bad,
            fill(_("The receipt was edited after the province signed it, and is not taken in: {1}."),
                 {cells}));
    }
    if (taken.verdict != FileVerdict::verified)
        return bar.tell(Tone::bad,
                        fill(_("The receipt is not taken in: {1}."), {verdict_word(taken.verdict)}));
    const Decision& decided = *taken.decision;
    for (std::size_t row = 0; row < m_periods.size(); ++row)
        if (m_periods[row].period == decided.period) m_list->select(row);
    show_selected();
    if (taken.order == ReceiptPlace::same)
        return bar.tell(Tone::info, _("This receipt was taken in before."));
    if (taken.order == ReceiptPlace::older)
        return bar.tell(Tone::info,
                        _("A later decision of the province is here already; this one is kept beside it."));
    if (decided.ruling == Ruling::accepted)
        return bar.tell(Tone::good,
                        fill(_("Version {1} of {2} is accepted. What was counted in it is closed now; to "
                               "change it, open it for a correction."),
                             {number(decided.version), period_words(decided.period)}));
    bar.tell(Tone::warning,
             fill(_("Version {1} of {2} was sent back: {3}"),
                  {number(decided.version), period_words(decided.period), widgets::wx(decided.reason)}));
}

void OwnBoardPanel::correct() {
    const OwnPeriod own = *selected();
    const auto reason =
        widgets::ask_reason(this, "correct",
                            {fill(_("Correct {1}"), {period_words(own.period)}),
                             _("The period was accepted. It is opened so that registers, marks and "
                               "enrolments in it can be changed; the next "
                               "version of its return says why, and the province decides on it anew."),
                             _("Reason, kept and written into the next version"), _("Open")});
    if (!reason) return;
    storage::Transaction tx(m_session.database, m_session.actor);
    const auto done = correct_period(tx, ReturnPeriod::from_text(own.period).value(), *reason);
    if (!done) return m_page.messages().tell(Tone::bad, m_session.sentence(done.error()));
    tx.commit();
    refresh();
    m_page.messages().tell(Tone::good, fill(_("{1} is open for a correction."), {period_words(own.period)}));
}

} // namespace returns
