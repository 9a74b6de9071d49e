// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/stranger_dialog.hpp"

#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"
#include "returns/layout_store.hpp"
#include "returns/stranger_draft.hpp"
#include "returns/stranger_periods.hpp"
#include "returns/stranger_store.hpp"
#include "returns/ui/finding_list.hpp"
#include "returns/ui/return_labels.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>
#include <memory>

namespace returns {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

// One of the two lists: the labels of the file, and over what the chosen one is.
struct LabelList {
    Axis axis = Axis::row;
    widgets::DataList* list = nullptr;
    wxChoice* is = nullptr;
    std::vector<FigureChoice> offered{};
};

class StrangerDialog final {
  public:
    StrangerDialog(wxWindow* parent, office::Session& session, const ReceivedReturn& one,
                   const StrangerWorkbook& workbook, const std::string& bytes)
        : m_session(session)
        , m_one(one)
        , m_workbook(workbook)
        , m_bytes(bytes)
        , m_areas(office::areas_below(session.database, session.area_code))
        , m_layouts(current_layouts(session.database))
        // TRANSLATORS: a dialog: a spreadsheet of a district without Srok is read as its return.
        , m_dialog(wxGetTopLevelParent(parent), "stranger", _("Read as a return"), _("Take it")) {
        make_form();
        auto* lists = new wxBoxSizer(wxHORIZONTAL);
        const int gap = m_dialog.FromDIP(widgets::space::medium);
        lists->Add(make_list(m_rows, Axis::row, "stranger.rows", _("Rows of the file")), 1,
                   wxEXPAND | wxRIGHT, gap);
        lists->Add(make_list(m_columns, Axis::column, "stranger.columns", _("Columns of the file")), 1,
                   wxEXPAND);
        m_dialog.rows().Add(lists, 1, wxEXPAND | wxTOP, gap);
        m_count = new wxStaticText(m_dialog.body(), wxID_ANY, wxString());
        m_dialog.rows().Add(m_count, 0, wxEXPAND | wxTOP | wxBOTTOM, m_dialog.FromDIP(widgets::space::small));
        m_findings = new FindingList(m_dialog.body(), "stranger.findings", _("Findings"), true);
        m_findings->SetMinSize(widgets::text_room(m_dialog, 900, 116));
        m_findings->say_when_empty(_("Nothing to be said about these figures."));
        m_dialog.rows().Add(m_findings, 0, wxEXPAND);
        m_dialog.on_accept([this] { return take(); });
        m_dialog.Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
            const bool enter = event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER;
            if (!enter || dynamic_cast<wxChoice*>(wxWindow::FindFocus()) == nullptr) return event.Skip();
            go_on();
        });
        choose_office();
        m_dialog.fit(940);
    }

    std::optional<Receipt> run() {
        if (m_dialog.ShowModal() != wxID_OK) return std::nullopt;
        return m_taken;
    }

  private:
    bool khmer() const { return m_session.language == widgets::Language::khmer; }
    wxString shown(const Wording& name) const { return widgets::wx(in_language(m_session, name)); }

    void make_form() {
        std::vector<wxString> offices;
        std::vector<wxString> layouts;
        std::vector<wxString> sheets = {_("Not in this file")};
        int office = 0;
        for (std::size_t at = 0; at < m_areas.size(); ++at) {
            const office::Area& area = m_areas[at];
            offices.push_back(widgets::wx(area.code + "  " + (khmer() ? area.name_km : area.name)));
            if (area.code == m_one.office) office = static_cast<int>(at);
        }
        for (const CurrentLayout& one : m_layouts)
            layouts.push_back(shown(one.layout.title));
        for (const std::string& name : m_workbook.names())
            sheets.push_back(widgets::wx(name));
        auto* form = new widgets::Form(m_dialog.body(), 3);
        m_office = form->add_choice("stranger.office", _("District"), offices, office);
        m_layout = form->add_choice("stranger.layout", _("Layout"), layouts, 0);
        m_period = form->add_choice("stranger.period", _("Period"), {});
        // TRANSLATORS: a sheet of the return's layout, of which a stranger's file tells the figures.
        m_part = form->add_choice("stranger.part", _("Sheet of the return"), {});
        for (wxChoice* filled_later : {m_period, m_part})
            filled_later->SetMinSize(
                m_dialog.FromDIP(wxSize(240, -1))); // measured empty, it would cut Khmer words
        m_sheet = form->add_choice("stranger.sheet", _("Sheet of the file"), sheets, 0);
        m_office->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_office(); });
        m_layout->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_office(); });
        m_period->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_reading(); });
        m_part->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_part(); });
        m_sheet->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { use_sheet(); });
        m_dialog.rows().Add(form, 0, wxEXPAND);
    }

    wxSizer* make_list(LabelList& into, Axis axis, const std::string& id, const wxString& spoken) {
        into.axis = axis;
        auto* label = new wxStaticText(m_dialog.body(), wxID_ANY, spoken);
        label->SetFont(widgets::strong_font(*label));
        into.list =
            new widgets::DataList(m_dialog.body(), id, spoken,
                                  {{.title = _("Place"), .width = 60},
                                   // TRANSLATORS: heading: what a row or column of the file is called there.
                                   {.title = _("In the file"), .width = 170, .grows = true},
                                   // TRANSLATORS: heading: the figure of the return that it is.
                                   {.title = _("Is"), .width = 170, .grows = true}});
        into.list->SetMinSize(widgets::text_room(m_dialog, 440, 190));
        into.list->say_when_empty(_("Choose the sheet of the file that has these figures."));
        auto* is = new wxStaticText(m_dialog.body(), wxID_ANY, _("The chosen one is"));
        into.is = new wxChoice(m_dialog.body(), wxID_ANY);
        widgets::name_control(*into.is, id + "-is", _("The chosen one is"));
        widgets::choose_by_letter(*into.is);
        into.list->on_select([this, &into] { show_choice(into); });
        into.list->on_open([&into](std::size_t) { into.is->SetFocus(); });
        into.is->Bind(wxEVT_CHOICE, [this, &into](wxCommandEvent&) { choose(into); });
        const int gap = m_dialog.FromDIP(widgets::space::small);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(is, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
        row->Add(into.is, 1);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(label, 0, wxBOTTOM, gap);
        rows->Add(into.list, 1, wxEXPAND);
        rows->Add(row, 0, wxEXPAND | wxTOP, gap);
        return rows;
    }

    const Layout& layout() const {
        return m_layouts.at(static_cast<std::size_t>(m_layout->GetSelection())).layout;
    }
    const std::string& office() const {
        return m_areas.at(static_cast<std::size_t>(m_office->GetSelection())).code;
    }
    const ReturnPeriod& period() const {
        return m_periods.periods.at(static_cast<std::size_t>(m_period->GetSelection()));
    }
    const DraftSheet& part() const {
        return m_draft->sheets().at(static_cast<std::size_t>(m_part->GetSelection()));
    }

    // What is kept for that office and layout fills the dialog; else what the words of the file say.
    void choose_office() {
        m_draft = std::make_unique<StrangerDraft>(m_session.database, m_workbook, office(), layout());
        m_periods = periods_for(m_session.database, office(), layout());
        m_period->Clear();
        for (const ReturnPeriod& one : m_periods.periods)
            m_period->Append(period_words(one));
        auto chosen = m_periods.likely;
        for (std::size_t at = 0; at < m_periods.periods.size(); ++at)
            if (office() == m_one.office && m_periods.periods[at].to_text() == m_one.period) chosen = at;
        m_period->SetSelection(static_cast<int>(chosen));
        m_part->Clear();
        for (const DraftSheet& one : m_draft->sheets())
            m_part->Append(shown(one.choices.plan.title));
        m_part->SetSelection(0);
        show_part();
    }

    void show_part() {
        const int at = m_sheet->FindString(widgets::wx(part().found.name), true);
        m_sheet->SetSelection(part().found.name.empty() ? 0 : at);
        show_labels(m_rows);
        show_labels(m_columns);
        show_reading();
    }

    void use_sheet() {
        const auto at = static_cast<std::size_t>(m_sheet->GetSelection());
        const auto done = m_draft->use_sheet(part().choices.plan.key,
                                             at == 0 ? std::string{} : m_workbook.names().at(at - 1));
        if (!done) return m_dialog.bar().tell(Tone::bad, m_session.sentence(done.error()));
        show_part();
    }

    wxString choice_words(const DraftSheet& sheet, Axis axis, const DraftLine& line) const {
        // TRANSLATORS: a row or column of a stranger's file of which nobody said yet what it is.
        if (!line.decided) return _("To be said");
        // TRANSLATORS: a row or column of a stranger's file that is none of the return's figures.
        if (line.key.empty()) return _("Left out");
        for (const FigureChoice& one : sheet.free_choices(axis, line))
            if (one.key == line.key) return shown(one.name);
        return widgets::wx(line.key);
    }

    // The first that waits for an answer is chosen.
    void show_labels(LabelList& labels) {
        const DraftSheet& sheet = part();
        const auto& lines = sheet.lines(labels.axis);
        const auto open =
            std::find_if(lines.begin(), lines.end(), [](const DraftLine& one) { return !one.decided; });
        labels.list->quietly([&] {
            labels.list->set_rows(
                lines.size(), [this, &labels](std::size_t row, std::size_t column) -> widgets::Cell {
                    const DraftSheet& shown_sheet = part();
                    const DraftLine& line = shown_sheet.lines(labels.axis).at(row);
                    if (column == 0) return {widgets::wx(line.cell), Tone::muted};
                    if (column == 1) return {widgets::wx(line.label)};
                    return {choice_words(shown_sheet, labels.axis, line), !line.decided      ? Tone::warning
                                                                          : line.key.empty() ? Tone::muted
                                                                                             : Tone::plain};
                });
            if (!lines.empty())
                labels.list->select(open == lines.end() ? 0 : static_cast<std::size_t>(open - lines.begin()));
        });
        show_choice(labels);
    }

    const DraftLine* chosen(const LabelList& labels) const {
        const auto row = labels.list->selected();
        const auto& lines = part().lines(labels.axis);
        return row && *row < lines.size() ? &lines[*row] : nullptr;
    }

    // What another row or column is already is not offered.
    void show_choice(LabelList& labels) {
        const DraftLine* line = chosen(labels);
        labels.is->Enable(line != nullptr);
        labels.is->Clear();
        labels.is->Append(_("Left out"));
        labels.offered =
            line == nullptr ? std::vector<FigureChoice>{} : part().free_choices(labels.axis, *line);
        int at = line != nullptr && line->decided && line->key.empty() ? 0 : wxNOT_FOUND;
        for (std::size_t i = 0; i < labels.offered.size(); ++i) {
            labels.is->Append(shown(labels.offered[i].name));
            if (labels.offered[i].key == line->key) at = static_cast<int>(i) + 1;
        }
        labels.is->SetSelection(at);
    }

    void choose(LabelList& labels) {
        const DraftLine* line = chosen(labels);
        const int at = labels.is->GetSelection();
        if (line == nullptr || at == wxNOT_FOUND) return;
        const std::string key =
            at == 0 ? std::string{} : labels.offered.at(static_cast<std::size_t>(at) - 1).key;
        if (const auto done =
                m_draft->choose(part().choices.plan.key, labels.axis, std::string{line->label}, key);
            !done)
            return m_dialog.bar().tell(Tone::bad, m_session.sentence(done.error()));
        if (const auto row = labels.list->selected()) labels.list->row_changed(*row);
        show_reading();
    }

    // Enter on a choice goes to the next row or column that waits for an answer; where none does, it takes
    // the file.
    void go_on() {
        for (LabelList* labels : {&m_rows, &m_columns}) {
            const auto& lines = part().lines(labels->axis);
            for (std::size_t row = 0; row < lines.size(); ++row) {
                if (lines[row].decided) continue;
                labels->list->quietly([&] { labels->list->select(row); });
                show_choice(*labels);
                return labels->is->SetFocus();
            }
        }
        m_dialog.accept();
    }

    // What the file says as it is mapped now.
    void show_reading() {
        const auto read = read_by_map(m_session.database, m_workbook, m_draft->map(), period(), {});
        if (!read) {
            m_count->SetLabelText(m_session.sentence(read.error()));
            return m_findings->show({});
        }
        m_count->SetLabelText(
            fill(_("Figures read: {1}. Rows and columns of which it is still to be said what they are: {2}."),
                 {number(static_cast<long long>(read->figures)),
                  number(static_cast<long long>(m_draft->undecided()))}));
        widgets::name_control(*m_count, "stranger.count", m_count->GetLabel());
        m_findings->show(lines_of(m_session, {}, read->checked.findings));
    }

    bool take() {
        storage::Transaction tx(m_session.database, m_session.actor);
        if (const auto done = save_map(tx, m_draft->map()); !done) return tell(done.error());
        auto taken = take_stranger(tx, {m_bytes, m_one.file_name}, {office(), period()});
        if (!taken) return tell(taken.error());
        tx.commit();
        m_taken = std::move(*taken);
        return true;
    }

    bool tell(const core::Error& error) {
        m_dialog.bar().tell(Tone::bad, m_session.sentence(error));
        return false;
    }

    office::Session& m_session;
    ReceivedReturn m_one;
    const StrangerWorkbook& m_workbook;
    const std::string& m_bytes;
    std::vector<office::Area> m_areas;
    std::vector<CurrentLayout> m_layouts;
    std::unique_ptr<StrangerDraft> m_draft;
    PeriodChoices m_periods;
    std::optional<Receipt> m_taken;
    widgets::FormDialog m_dialog;
    wxChoice* m_office = nullptr;
    wxChoice* m_layout = nullptr;
    wxChoice* m_period = nullptr;
    wxChoice* m_part = nullptr;
    wxChoice* m_sheet = nullptr;
    LabelList m_rows;
    LabelList m_columns;
    wxStaticText* m_count = nullptr;
    FindingList* m_findings = nullptr;
};

} // namespace

core::Expected<OpenedStranger> open_received(const storage::Database& database, const ReceivedReturn& one) {
    auto bytes = stranger_bytes(database, one.id);
    if (!bytes) return core::fail(core::Error{"stranger.no-file"});
    auto workbook = open_stranger(*bytes, one.file_name);
    if (!workbook) return core::fail(workbook.error());
    return OpenedStranger{std::move(*bytes), std::move(*workbook)};
}

std::optional<Receipt> read_as_return(wxWindow* parent, office::Session& session, const ReceivedReturn& one,
                                      const OpenedStranger& opened) {
    return StrangerDialog(parent, session, one, opened.workbook, opened.bytes).run();
}

} // namespace returns
