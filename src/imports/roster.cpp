// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/roster.hpp"

#include "core/check_digit.hpp"
#include "core/fold.hpp"
#include "learners/learner_store.hpp"

#include <algorithm>

namespace imports {
namespace {

// What a row says of whose it is.
struct Typed {
    std::string name_km;
    std::string name;
    std::string number;
    std::string folded_km;
    std::string folded;
    std::optional<core::Sex> sex;

    const std::string& shown() const { return name_km.empty() ? name : name_km; }
    bool other_than(const classes::ClassLearner& known) const {
        return !(folded_km.empty() && folded.empty()) && folded_km != known.folded_km &&
               (folded.empty() || folded != known.folded);
    }
};

Typed typed_in(RowCells& cells, const Vocabulary& vocabulary) {
    Typed typed;
    typed.name_km = cells.text(Field::name_km);
    typed.name = cells.text(Field::name);
    typed.number = cells.text(Field::number);
    typed.folded_km = core::fold_name(typed.name_km);
    typed.folded = core::fold_name(typed.name);
    const auto sex = sex_meaning(cells.layout(), vocabulary, cells.text(Field::sex));
    if (sex) typed.sex = core::sex_from_text(*sex);
    return typed;
}

const std::string& shown(const classes::ClassLearner& learner) {
    return learner.name_km.empty() ? learner.name : learner.name_km;
}

} // namespace

Roster::Roster(const storage::Database& database, classes::ClassId class_id, const FoundSheet& found)
    : m_database(database)
    , m_prefilled(found.key.has_value()) {
    for (classes::ClassLearner& learner : classes::enrolments_in(database, class_id)) {
        // Who left and came back stands once, with the later enrolment.
        if (const auto before = m_by_number.find(learner.number); before != m_by_number.end()) {
            classes::ClassLearner& known = m_known[before->second].learner;
            if (known.enrolment.first_day < learner.enrolment.first_day) known = std::move(learner);
            continue;
        }
        m_by_number.emplace(learner.number, m_known.size());
        m_known.push_back({std::move(learner), 0});
    }
    if (m_prefilled) note_rows(found);
}

void Roster::note_rows(const FoundSheet& found) {
    const std::uint32_t numbers = found.key->at.column;
    for (std::size_t nth = 0; nth < found.table.size(); ++nth) {
        const spreadsheet::Row row = found.table.row(nth);
        const spreadsheet::Cell* cell = row.index < found.layout.first_row ? nullptr : row.find(numbers);
        if (cell == nullptr) continue;
        if (const auto number = core::read_learner_number(cell->text))
            if (const auto known = with_number(*number)) m_with_row.insert(*known);
    }
    if (!found.whole) return;
    m_first_name = {found.layout.first_row, found.layout.find(Field::name_km).value_or(numbers)};
    for (const std::string& number : found.key->key.roll)
        m_roll.push_back(with_number(number));
}

// Also by the number of a record that was merged into another since.
std::optional<std::size_t> Roster::with_number(const std::string& number) const {
    if (const auto known = m_by_number.find(number); known != m_by_number.end()) return known->second;
    const auto learner = learners::find_by_number(m_database, number);
    for (std::size_t nth = 0; learner && nth < m_known.size(); ++nth)
        if (m_known[nth].learner.enrolment.learner == *learner) return nth;
    return std::nullopt;
}

std::vector<std::size_t> Roster::with_name(const std::string& folded_km, const std::string& folded,
                                           std::optional<core::Sex> sex) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < m_known.size(); ++i) {
        const classes::ClassLearner& known = m_known[i].learner;
        const bool khmer = !folded_km.empty() && folded_km == known.folded_km;
        const bool latin =
            (folded_km.empty() || known.folded_km.empty()) && !folded.empty() && folded == known.folded;
        if ((khmer || latin) && (!sex || *sex == known.sex)) found.push_back(i);
    }
    return found;
}

core::Error Roster::about(const char* code, const Known& known) const {
    return core::Error{code}.with("number", known.learner.number).with("name", shown(known.learner));
}

std::optional<std::size_t> Roster::match_prefilled(RowCells& cells, const Vocabulary& vocabulary,
                                                   std::string_view cell) const {
    const Typed typed = typed_in(cells, vocabulary);
    if (!typed.number.empty()) {
        const auto number = core::read_learner_number(typed.number);
        const auto known = number ? with_number(*number) : std::nullopt;
        if (!known)
            cells.review(
                core::Error{"sheet.number-unknown"}.with("number", typed.number).with("name", typed.shown()),
                std::string{cell});
        else if (typed.other_than(m_known[*known].learner))
            cells.review(about("sheet.renamed", m_known[*known]).with("typed", typed.shown()),
                         cells.name_of(Field::name_km));
        return known;
    }
    auto found = with_name(typed.folded_km, typed.folded, typed.sex);
    std::erase_if(found, [&](std::size_t nth) { return m_with_row.contains(nth); });
    core::Error added = core::Error{"sheet.row-added"}.with("name", typed.shown());
    if (found.size() == 1) {
        cells.find(std::move(added), std::string{cell});
        return found.front();
    }
    cells.review(std::move(added), std::string{cell});
    return std::nullopt;
}

const classes::ClassLearner* Roster::match(RowCells& cells, const Vocabulary& vocabulary) {
    const Typed typed = typed_in(cells, vocabulary);
    const std::string cell = cells.name_of(typed.number.empty() ? Field::name_km : Field::number);
    if (cells.refused()) return nullptr;
    if (m_prefilled) {
        const auto found = match_prefilled(cells, vocabulary, cell);
        return found ? meet_once(cells, *found, cell) : nullptr;
    }

    std::vector<std::size_t> found;
    if (const auto number = core::read_learner_number(typed.number)) {
        if (const auto known = m_by_number.find(*number); known != m_by_number.end())
            found.push_back(known->second);
    } else {
        found = with_name(typed.folded_km, typed.folded, typed.sex);
    }
    if (found.size() != 1) {
        cells.review(core::Error{found.empty() ? "learner.not-in-class" : "learner.ambiguous"}.with(
                         "name", typed.shown()),
                     cell);
        return nullptr;
    }
    const Known& known = m_known[found.front()];
    if (typed.other_than(known.learner)) {
        if (typed.sex && *typed.sex != known.learner.sex) {
            cells.review(about("learner.number-of-another", known), cell);
            return nullptr;
        }
        cells.find(about("learner.name-differs", known), cells.name_of(Field::name_km));
    }
    return meet_once(cells, found.front(), cell);
}

const classes::ClassLearner* Roster::meet_once(RowCells& cells, std::size_t nth,
                                               const std::string& cell) const {
    const Known& known = m_known[nth];
    if (known.met_in != 0) {
        cells.refuse(core::Error{"learner.repeated"}.with("earlier_row", std::to_string(known.met_in)), cell);
        return nullptr;
    }
    return &known.learner;
}

void Roster::meet(const classes::ClassLearner& learner, std::uint32_t row) {
    m_known[m_by_number.at(learner.number)].met_in = row;
}

std::vector<core::Error> Roster::rows_removed() const {
    std::vector<core::Error> findings;
    for (std::uint32_t nth = 0; nth < m_roll.size(); ++nth) {
        if (!m_roll[nth] || m_with_row.contains(*m_roll[nth]) || m_known[*m_roll[nth]].met_in != 0) continue;
        core::Error finding = about("sheet.row-removed", m_known[*m_roll[nth]]);
        finding.place.cell = spreadsheet::cell_name(m_first_name.row + nth, m_first_name.column);
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<core::Error> Roster::joined_since(core::Day first, core::Day last) const {
    std::vector<core::Error> findings;
    for (std::size_t nth = 0; !m_roll.empty() && nth < m_known.size(); ++nth) {
        const classes::Enrolment& enrolment = m_known[nth].learner.enrolment;
        const bool in_class = enrolment.reason != classes::LeavingReason::entered_by_mistake &&
                              enrolment.first_day <= last &&
                              (!enrolment.last_day || *enrolment.last_day >= first);
        const bool on_roll = std::find(m_roll.begin(), m_roll.end(), nth) != m_roll.end();
        if (in_class && !on_roll && !m_with_row.contains(nth) && m_known[nth].met_in == 0)
            findings.push_back(about("sheet.joined-since", m_known[nth]));
    }
    return findings;
}

} // namespace imports
