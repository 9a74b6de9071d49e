// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/class_places.hpp"

#include <algorithm>

namespace imports {
namespace {

// "ថ្នាក់អក្ខរកម្ម ក" is the class អក្ខរកម្ម ក, unless one is called so with the word.
std::vector<classes::ClassId> open_classes_called(const storage::Database& database, std::string_view name) {
    constexpr std::string_view word = "ថ្នាក់";
    auto found = classes::find_open_named(database, name);
    if (found.empty() && name.starts_with(word))
        found = classes::find_open_named(database, name.substr(word.size()));
    return found;
}

} // namespace

std::optional<classes::ClassId> ClassPlaces::named(const std::string& name) {
    auto found = m_named.find(name);
    if (found == m_named.end()) found = m_named.emplace(name, open_classes_called(m_database, name)).first;
    return found->second.size() == 1 ? std::optional{found->second.front()} : std::nullopt;
}

ClassPlaces::Place& ClassPlaces::place(classes::ClassId in) {
    auto found = m_places.find(in);
    if (found != m_places.end()) return found->second;
    const auto members = classes::enrolments_in(m_database, in);
    const auto present = std::count_if(members.begin(), members.end(),
                                       [](const classes::ClassLearner& one) { return one.enrolment.open(); });
    return m_places.emplace(in, Place{classes::load_class(m_database, in), present}).first->second;
}

std::optional<core::Error> ClassPlaces::refusal(classes::ClassId in,
                                                std::optional<learners::LearnerId> learner) {
    std::vector<classes::Enrolment> earlier;
    if (learner) {
        if (classes::find_open_enrolment(m_database, in, *learner)) return std::nullopt;
        for (const classes::LearnerClass& one : classes::enrolments_of(m_database, *learner))
            if (one.enrolment.in == in) earlier.push_back(one.enrolment);
    }
    const Place& there = place(in);
    const auto allowed = classes::may_enrol(there.of, there.of.first_day, earlier, there.present);
    if (!allowed) return allowed.error();
    if (auto open = office::ShutDays(m_database).check_from(there.of.first_day); !open) return open.error();
    return std::nullopt;
}

core::Expected<void> ClassPlaces::enrol(storage::Transaction& tx, classes::ClassId in,
                                        learners::LearnerId learner) {
    if (classes::find_open_enrolment(tx.database(), in, learner)) return {};
    auto& enroller = m_enrollers.try_emplace(in, tx, in).first->second;
    const auto enrolled = enroller.enrol(learner, enroller.target().first_day);
    if (!enrolled) return core::fail(enrolled.error());
    return {};
}

} // namespace imports
