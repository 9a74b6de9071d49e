// SPDX-License-Identifier: GPL-3.0-or-later
// The classes a list of learners names, and whether they have a place for one more.
#pragma once

#include "classes/enrolment_store.hpp"

#include <map>

namespace imports {

class ClassPlaces {
  public:
    explicit ClassPlaces(const storage::Database& database)
        : m_database(database) {}

    // The one class not yet closed that bears the name.
    std::optional<classes::ClassId> named(const std::string& name);
    // Why the learner (nothing: a new one) cannot be enrolled from the class's first day, as may_enrol says;
    // nothing also for one who is in the class already.
    std::optional<core::Error> refusal(classes::ClassId in, std::optional<learners::LearnerId> learner);
    // One more will be enrolled by this import.
    void take(classes::ClassId in) { ++place(in).present; }
    // Nothing happens to one who is in the class already.
    core::Expected<void> enrol(storage::Transaction& tx, classes::ClassId in, learners::LearnerId learner);

  private:
    struct Place {
        classes::Class of;
        std::int64_t present = 0;
    };
    Place& place(classes::ClassId in);

    const storage::Database& m_database;
    std::map<std::string, std::vector<classes::ClassId>> m_named;
    std::map<classes::ClassId, Place> m_places;
    // One for each class, while it is written to.
    std::map<classes::ClassId, classes::Enroller> m_enrollers;
};

} // namespace imports
