// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/score_table.hpp"

#include "assessment/ui/result_labels.hpp"
#include "core/numerals.hpp"
#include "office/ui/session.hpp"
#include "widgets/text.hpp"

#include <wx/dcscreen.h>
#include <wx/intl.h>

#include <algorithm>

namespace assessment {

using widgets::number;
using widgets::Tone;
using widgets::wx;

namespace {

wxString shown(const Score& score) {
    switch (score.state) {
    case Score::State::mark:
        break;
    case Score::State::absent:
        return _("absent");
    case Score::State::exempt:
        return _("exempt");
    case Score::State::cheating:
        return _("annulled");
    }
    return widgets::figure(core::format_hundredths(score.hundredths));
}

} // namespace

ScoreTable::ScoreTable(ClassResults results, widgets::Language language, bool writable, Write write)
    : m_language(language)
    , m_writable(writable)
    , m_write(std::move(write)) {
    replace(std::move(results));
}

void ScoreTable::replace(ClassResults results) {
    m_results = std::move(results);
    const auto* period = programmes::find_period(m_results.pack, m_results.period);
    m_parts = period == nullptr ? std::vector<std::string>{} : period->mean_of;
    m_part_averages.clear();
    for (const ResultRow& row : m_results.rows) {
        auto& averages = m_part_averages.emplace_back();
        for (const std::string& part : m_parts) {
            const auto average = result_of(m_results.pack, part, row.scores).average;
            averages.push_back(average ? widgets::figure(format_average(m_results.pack, *average))
                                       : wxString{});
        }
    }
}

int ScoreTable::subjects() const {
    const auto* period = programmes::find_period(m_results.pack, m_results.period);
    return period != nullptr && period->takes_marks() ? static_cast<int>(m_results.pack.subjects.size()) : 0;
}

const programmes::Subject* ScoreTable::subject_of(int column) const {
    return column < subjects() ? &m_results.pack.subjects[static_cast<std::size_t>(column)] : nullptr;
}

const programmes::Period* ScoreTable::part_of(int column) const {
    return column < parts()
               ? programmes::find_period(m_results.pack, m_parts[static_cast<std::size_t>(column)])
               : nullptr;
}

// After parts the total is left out.
ScoreTable::Outcome ScoreTable::outcome_of(int column) const {
    return static_cast<Outcome>(parts() > 0 ? column - parts() + 1 : column - subjects());
}

int ScoreTable::columns() const {
    return parts() > 0 ? parts() + outcomes - 1 : subjects() + outcomes;
}

wxString ScoreTable::row_label(int row) const {
    const auto& who = learner(row).learner;
    return number(row + 1) + "  " + office::shown_name(m_language, who);
}

wxString ScoreTable::name_of(const programmes::Wording& wording) const {
    const bool english = m_language == widgets::Language::english && !wording.en.empty();
    return wx(english ? wording.en : wording.km);
}

wxString ScoreTable::column_label(int column) const {
    if (const auto* subject = subject_of(column))
        return name_of(subject->name) + "\n/ " + number(subject->maximum / 100);
    if (const auto* part = part_of(column)) return name_of(part->name);
    switch (outcome_of(column)) {
    case Outcome::total:
        return _("Total");
    case Outcome::average:
        return _("Average");
    case Outcome::rank:
        return _("Rank");
    case Outcome::grade:
        return _("Grade");
    case Outcome::verdict:
        break;
    }
    return _("Result");
}

wxString ScoreTable::column_spoken(int column) const {
    const auto* subject = subject_of(column);
    return subject ? name_of(subject->name) : column_label(column);
}

wxString ScoreTable::outcome_value(const Result& result, Outcome outcome) const {
    switch (outcome) {
    case Outcome::total:
        return result.total ? widgets::figure(core::format_hundredths(*result.total)) : wxString{};
    case Outcome::average:
        return result.average ? widgets::figure(format_average(m_results.pack, *result.average)) : wxString{};
    case Outcome::rank:
        return result.rank ? number(*result.rank) : wxString{};
    case Outcome::grade:
        return wx(result.grade);
    case Outcome::verdict:
        break;
    }
    return result_label(result);
}

wxString ScoreTable::value(int row, int column) const {
    const auto* subject = subject_of(column);
    if (part_of(column) != nullptr)
        return m_part_averages[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    if (subject == nullptr) return outcome_value(learner(row).result, outcome_of(column));
    const auto found = learner(row).scores.find({m_results.period, subject->key});
    return found == learner(row).scores.end() ? wxString{} : shown(found->second);
}

wxString ScoreTable::copied(int row, int column) const {
    const auto* subject = subject_of(column);
    if (subject == nullptr) return value(row, column);
    const auto found = learner(row).scores.find({m_results.period, subject->key});
    return found == learner(row).scores.end() ? wxString{} : widgets::wx(format_score(found->second));
}

Tone ScoreTable::tone(int row, int column) const {
    const auto* subject = subject_of(column);
    if (subject == nullptr) {
        if (part_of(column) != nullptr || outcome_of(column) != Outcome::verdict) return Tone::muted;
        return result_tone(learner(row).result);
    }
    const auto found = learner(row).scores.find({m_results.period, subject->key});
    if (found == learner(row).scores.end()) return Tone::plain;
    return found->second.state == Score::State::mark ? Tone::plain : Tone::warning;
}

// As wide as its heading.
int ScoreTable::column_width(int column) const {
    const wxScreenDC screen;
    const int margin = 20;
    const auto wide = [&](const wxString& text) {
        return screen.ToDIP(screen.GetMultiLineTextExtent(text).x) + margin;
    };
    int width = std::max(70, wide(column_label(column)));
    if (subject_of(column) == nullptr && part_of(column) == nullptr && outcome_of(column) == Outcome::verdict)
        for (const ResultRow& row : m_results.rows)
            width = std::max(width, wide(result_label(row.result)));
    return width;
}

// Only who failed by little sits the retest.
bool ScoreTable::sits(int row) const {
    if (!programmes::is_retest(m_results.pack, m_results.period)) return true;
    const ResultRow& one = learner(row);
    return one.result.standing == Standing::retest || one.result.standing == Standing::passed_by_retest ||
           one.result.total.has_value();
}

bool ScoreTable::editable(int row, int column) const {
    return m_writable && subject_of(column) != nullptr && sits(row);
}

bool ScoreTable::commit(int row, int column, const wxString& text) {
    const auto* subject = subject_of(column);
    return subject != nullptr && m_write(row, *subject, widgets::typed(text));
}

bool ScoreTable::clear(int row, int column) {
    return editable(row, column) && commit(row, column, {});
}

} // namespace assessment
