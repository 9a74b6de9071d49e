// SPDX-License-Identifier: GPL-3.0-or-later
// A class's scores of one period in the register grid: learners down, subjects across, then what comes out. A
// period that is the mean of others shows their averages in place of subjects, and no total.
#pragma once

#include "assessment/class_results.hpp"
#include "widgets/language.hpp"
#include "widgets/register_grid.hpp"

#include <functional>

namespace assessment {

class ScoreTable final : public widgets::RegisterTable {
  public:
    // Writes what was typed in one cell of a row of the results; true when it was taken. The page then gives
    // the table the results as they are now.
    using Write = std::function<bool(int row, const programmes::Subject& subject, const std::string& typed)>;
    // `writable` is false when the class takes no more marks.
    ScoreTable(ClassResults results, widgets::Language language, bool writable, Write write);

    void replace(ClassResults results);
    const ClassResults& results() const { return m_results; }
    // Null for a column of what comes out.
    const programmes::Subject* subject_of(int column) const;
    // In the language of the screen.
    wxString name_of(const programmes::Wording& wording) const;
    // How many columns are subjects; they come first.
    int subjects() const;

    int rows() const override { return static_cast<int>(m_results.rows.size()); }
    int columns() const override;
    wxString row_label(int row) const override;
    wxString column_label(int column) const override;
    wxString column_spoken(int column) const override;
    wxString value(int row, int column) const override;
    // As it is pasted again, whatever the language.
    wxString copied(int row, int column) const override;
    widgets::Tone tone(int row, int column) const override;
    int column_width(int column) const override;
    // Marks are typed as a whole.
    bool type(int, int, wxChar) override { return false; }
    bool clear(int row, int column) override;
    bool editable(int row, int column) const override;
    bool commit(int row, int column, const wxString& text) override;

  private:
    enum class Outcome { total, average, rank, grade, verdict };
    static constexpr int outcomes = 5;

    Outcome outcome_of(int column) const;
    int parts() const { return static_cast<int>(m_parts.size()); }
    // Null for a column of something else.
    const programmes::Period* part_of(int column) const;
    bool sits(int row) const;
    const ResultRow& learner(int row) const { return m_results.rows[static_cast<std::size_t>(row)]; }
    wxString outcome_value(const Result& result, Outcome outcome) const;

    ClassResults m_results;
    std::vector<std::string> m_parts; // keys of the periods it is the mean of
    // Their averages as they are printed, learner by learner.
    std::vector<std::vector<wxString>> m_part_averages;
    widgets::Language m_language;
    bool m_writable;
    Write m_write;
};

} // namespace assessment
