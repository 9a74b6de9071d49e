// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/ui/reading_view.hpp"

#include "imports/ui/import_words.hpp"
#include "widgets/accessible.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/menu.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

#include <algorithm>

namespace imports {

// The meanings in the first row, the sheet's lines below it.
class ReadingView::Lines final : public widgets::RegisterTable {
  public:
    explicit Lines(const ListReading& reading)
        : m_reading(reading) {}

    int rows() const override { return static_cast<int>(m_reading.sample.size()) + 1; }
    int columns() const override { return static_cast<int>(m_reading.columns.size()); }
    wxString row_label(int row) const override {
        // TRANSLATORS: beside the row that says what each column of a list means.
        return row == 0 ? wxString(_("Meaning")) : widgets::number(line(row).row + 1);
    }
    wxString column_label(int column) const override {
        return widgets::wx(spreadsheet::column_name(static_cast<std::uint32_t>(column)));
    }
    wxString column_spoken(int column) const override {
        return column_label(column) + " " + widgets::wx(at(column).heading);
    }
    wxString value(int row, int column) const override {
        if (row > 0) return widgets::wx(line(row).cells[static_cast<std::size_t>(column)]);
        const auto& meaning = at(column).meaning;
        // TRANSLATORS: a column of a list that is not read.
        return meaning ? meaning_word(*meaning, m_reading.subjects) : wxString(_("Left out"));
    }
    widgets::Tone tone(int row, int column) const override {
        const bool read = at(column).meaning.has_value();
        if (row == 0) return read ? widgets::Tone::info : widgets::Tone::closed;
        const std::uint32_t at_row = line(row).row;
        if (m_reading.header_row && at_row >= *m_reading.header_row && at_row < m_reading.first_row)
            return widgets::Tone::good;
        return at_row < m_reading.first_row || !read ? widgets::Tone::muted : widgets::Tone::plain;
    }
    int column_width(int column) const override {
        std::size_t longest = value(0, column).length();
        for (const ListReading::SampleRow& row : m_reading.sample)
            if (row.row >= m_reading.header_row.value_or(0))
                longest =
                    std::max(longest, widgets::wx(row.cells[static_cast<std::size_t>(column)]).length());
        return static_cast<int>(std::clamp<std::size_t>(longest * 8 + 20, 64, 190));
    }
    bool words() const override { return true; }
    bool type(int, int, wxChar) override { return false; }
    bool clear(int, int) override { return false; }

  private:
    const ListReading::SampleRow& line(int row) const {
        return m_reading.sample[static_cast<std::size_t>(row) - 1];
    }
    const ListReading::ReadColumn& at(int column) const {
        return m_reading.columns[static_cast<std::size_t>(column)];
    }
    const ListReading& m_reading;
};

ReadingView::ReadingView(wxWindow* parent, const office::Session& session,
                         std::function<void(const Correction&)> corrected)
    : wxPanel(parent)
    , m_session(session)
    , m_corrected(std::move(corrected)) {
    auto* rows = new wxBoxSizer(wxVERTICAL);
    m_how = new wxStaticText(this, wxID_ANY, wxString());
    rows->Add(m_how, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    make_choices(*rows);
    make_grid(*rows);
    SetSizer(rows);
}

ReadingView::~ReadingView() {
    m_grid->show_table(nullptr);
}

void ReadingView::make_choices(wxSizer& rows) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](std::string_view id, const wxString& label) {
        row->Add(new wxStaticText(this, wxID_ANY, label), 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
                 FromDIP(widgets::space::small));
        auto* choice = new wxChoice(this, wxID_ANY);
        widgets::name_control(*choice, id, label);
        row->Add(choice, 0, wxRIGHT, FromDIP(widgets::space::large));
        return choice;
    };
    m_sheet = add("reading.sheet", _("Sheet"));
    m_header_row = add("reading.header_row", _("Headings in row"));
    m_sheet->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_sheet(); });
    m_header_row->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_header_row(); });
    row->AddStretchSpacer();
    m_forget = new wxButton(this, wxID_ANY, _("Find the columns anew"));
    widgets::name_control(*m_forget, "reading.forget", _("Find the columns anew"));
    m_forget->SetToolTip(_("Puts aside what you set right now or the last time."));
    m_forget->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { m_corrected({.forget = true}); });
    row->Add(m_forget, 0, wxALIGN_CENTRE_VERTICAL);
    rows.Add(row, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
}

void ReadingView::make_grid(wxSizer& rows) {
    m_grid = new widgets::RegisterGrid(this, "reading.lines", _("The first lines of the list"),
                                       widgets::RegisterGrid::Advance::none);
    m_grid->set_row_label_width(92);
    m_grid->Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
        event.Skip();
        CallAfter([this] { show_column(); });
    });
    m_grid->Bind(wxEVT_GRID_CELL_LEFT_CLICK, [this](wxGridEvent& event) {
        event.Skip();
        if (event.GetRow() == 0) CallAfter([this] { offer_meanings(); });
    });
    m_grid->GetGridWindow()->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == WXK_SPACE)
            offer_meanings();
        else
            event.Skip();
    });
    rows.Add(m_grid, 1, wxEXPAND);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    m_column = new wxStaticText(this, wxID_ANY, _("Column"));
    row->Add(m_column, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::small));
    m_meaning = new wxChoice(this, wxID_ANY);
    widgets::name_control(*m_meaning, "reading.meaning", _("Meaning"));
    m_meaning->Bind(wxEVT_CHOICE,
                    [this](wxCommandEvent&) { mean(static_cast<std::size_t>(m_meaning->GetSelection())); });
    row->Add(m_meaning, 0, wxRIGHT, FromDIP(widgets::space::large));
    auto* hint = new wxStaticText(
        this, wxID_ANY, _("Click the meaning above a column, or press Space on it, to say what it holds."));
    hint->SetForegroundColour(widgets::colour::muted);
    row->Add(hint, 1, wxALIGN_CENTRE_VERTICAL);
    rows.Add(row, 0, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
}

void ReadingView::show(ListReading reading, const Correction& said) {
    const std::size_t cursor = reading.sheet == m_reading.sheet ? column() : 0;
    m_grid->show_table(nullptr);
    m_reading = std::move(reading);
    m_said = said;
    m_lines = std::make_unique<Lines>(m_reading);
    m_grid->show_table(m_lines.get());
    if (cursor < m_reading.columns.size()) m_grid->SetGridCursor(0, static_cast<int>(cursor));
    m_how->SetLabelText(how_it_was_read());
    m_how->SetForegroundColour(m_reading.problem ? widgets::colour::bad : widgets::colour::ink);
    widgets::name_control(*m_how, "reading.how", m_how->GetLabelText());
    m_forget->Show(m_reading.remembered || m_said.says_anything());
    show_choices();
    show_column();
    Layout();
}

wxString ReadingView::how_it_was_read() const {
    if (m_reading.problem) return m_session.sentence(*m_reading.problem);
    const auto known = std::count_if(m_reading.columns.begin(), m_reading.columns.end(),
                                     [](const auto& column) { return column.meaning.has_value(); });
    const auto total = static_cast<long long>(m_reading.columns.size());
    const wxString counts =
        widgets::fill(_("{1} of {2} columns are read."), {widgets::number(known), widgets::number(total)});
    if (m_reading.prefilled && !m_said.says_anything())
        return _("This office made the sheet: its class, what it is of and its columns are known.") + " " +
               counts;
    if (m_reading.remembered)
        return _("This layout was met before: the columns are read as they were set right then.") + " " +
               counts;
    if (m_said.says_anything() && !m_said.forget)
        return _("The columns are read as you say; the next list of this layout is read so, too.") + " " +
               counts;
    return _("See that each column means what the list says.") + " " + counts;
}

void ReadingView::show_choices() {
    m_sheet->Clear();
    for (const std::string& sheet : m_reading.sheets) {
        // TRANSLATORS: stands for the one sheet of a .csv file.
        m_sheet->Append(sheet.empty() ? wxString(_("The whole file")) : widgets::wx(sheet));
        if (sheet == m_reading.sheet) m_sheet->SetSelection(static_cast<int>(m_sheet->GetCount()) - 1);
    }
    m_sheet->Enable(m_reading.sheets.size() > 1);
    m_header_row->Clear();
    // TRANSLATORS: a list that has no row of headings.
    m_header_row->Append(_("None"));
    m_header_row->SetSelection(0);
    for (const ListReading::SampleRow& line : m_reading.sample) {
        m_header_row->Append(widgets::number(line.row + 1));
        if (m_reading.header_row == line.row)
            m_header_row->SetSelection(static_cast<int>(m_header_row->GetCount()) - 1);
    }
    m_meaning->Clear();
    m_meaning->Append(_("Left out"));
    for (const Meaning& meaning : m_reading.meanings)
        m_meaning->Append(meaning_word(meaning, m_reading.subjects));
}

std::size_t ReadingView::column() const {
    return static_cast<std::size_t>(std::max(0, m_grid->GetGridCursorCol()));
}

void ReadingView::show_column() {
    if (column() >= m_reading.columns.size()) return;
    const auto& read = m_reading.columns[column()];
    const wxString name = widgets::wx(spreadsheet::column_name(read.column));
    // TRANSLATORS: before the choice of what a column of a list means: {1} its letter, {2} its heading.
    const wxString label =
        read.heading.empty() ? widgets::fill(_("Column {1} means"), {name})
                             : widgets::fill(_("Column {1} ({2}) means"), {name, widgets::wx(read.heading)});
    m_column->SetLabelText(label);
    widgets::name_control(*m_column, "reading.column", label);
    const auto at = std::find(m_reading.meanings.begin(), m_reading.meanings.end(),
                              read.meaning.value_or(Meaning{Field::row_number, 99}));
    m_meaning->SetSelection(
        at == m_reading.meanings.end() ? 0 : static_cast<int>(at - m_reading.meanings.begin()) + 1);
    Layout();
}

void ReadingView::offer_meanings() {
    if (column() >= m_reading.columns.size()) return;
    wxMenu menu;
    for (unsigned i = 0; i < m_meaning->GetCount(); ++i)
        menu.AppendRadioItem(static_cast<int>(i) + 1, m_meaning->GetString(i));
    menu.Check(m_meaning->GetSelection() + 1, true);
    const wxRect cell = m_grid->CellToRect(0, static_cast<int>(column()));
    const wxPoint below = m_grid->CalcScrolledPosition(cell.GetBottomLeft());
    const int chosen = m_grid->GetGridWindow()->GetPopupMenuSelectionFromUser(menu, below);
    if (chosen > 0 && chosen - 1 != m_meaning->GetSelection()) mean(static_cast<std::size_t>(chosen - 1));
}

void ReadingView::mean(std::size_t choice) {
    Correction said = m_said;
    said.sheet = m_reading.sheet;
    said.columns[static_cast<std::uint32_t>(column())] =
        choice == 0 ? std::nullopt : std::optional{m_reading.meanings[choice - 1]};
    m_corrected(said);
}

void ReadingView::choose_sheet() {
    m_corrected({.sheet = m_reading.sheets[static_cast<std::size_t>(m_sheet->GetSelection())]});
}

void ReadingView::choose_header_row() {
    const int chosen = m_header_row->GetSelection();
    Correction said{.sheet = m_reading.sheet};
    said.header_row = chosen == 0 ? std::optional<std::uint32_t>{}
                                  : std::optional{m_reading.sample[static_cast<std::size_t>(chosen) - 1].row};
    m_corrected(said);
}

void ReadingView::focus() {
    m_grid->SetFocus();
}

} // namespace imports
