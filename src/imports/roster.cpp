// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/roster.hpp"

#include "core/check_digit.hpp"
#include "core/fold.hpp"

namespace imports {

Roster::Roster(const storage::Database& database, classes::ClassId class_id) {
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

const classes::ClassLearner* Roster::match(RowCells& cells, const Vocabulary& vocabulary) {
    const std::string name_km = cells.text(Field::name_km);
    const std::string name = cells.text(Field::name);
    const std::string typed_number = cells.text(Field::number);
    const std::string sex_word = cells.text(Field::sex);
    const auto sex = sex_meaning(cells.layout(), vocabulary, sex_word);
    const std::string cell = cells.name_of(typed_number.empty() ? Field::name_km : Field::number);
    if (cells.refused()) return nullptr;

    std::vector<std::size_t> found;
    const auto number = core::read_learner_number(typed_number);
    const std::string folded_km = core::fold_name(name_km);
    const std::string folded = core::fold_name(name);
    const auto typed_sex = sex ? core::sex_from_text(*sex) : std::nullopt;
    if (number) {
        if (const auto known = m_by_number.find(*number); known != m_by_number.end())
            found.push_back(known->second);
    } else {
        found = with_name(folded_km, folded, typed_sex);
    }
    if (found.size() != 1) {
        cells.review(core::Error{found.empty() ? "learner.not-in-class" : "learner.ambiguous"}.with(
                         "name", name_km.empty() ? name : name_km),
                     cell);
        return nullptr;
    }
    const Known& known = m_known[found.front()];
    const bool other_name = !(folded_km.empty() && folded.empty()) && folded_km != known.learner.folded_km &&
                            (folded.empty() || folded != known.learner.folded);
    if (other_name) {
        const auto error = [&](const char* code) {
            return core::Error{code}
                .with("number", known.learner.number)
                .with("name", known.learner.name_km.empty() ? known.learner.name : known.learner.name_km);
        };
        if (typed_sex && *typed_sex != known.learner.sex) {
            cells.review(error("learner.number-of-another"), cell);
            return nullptr;
        }
        cells.find(error("learner.name-differs"), cells.name_of(Field::name_km));
    }
    if (known.met_in != 0) {
        cells.refuse(core::Error{"learner.repeated"}.with("earlier_row", std::to_string(known.met_in)), cell);
        return nullptr;
    }
    return &known.learner;
}

void Roster::meet(const classes::ClassLearner& learner, std::uint32_t row) {
    m_known[m_by_number.at(learner.number)].met_in = row;
}

} // namespace imports
