// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/first_hour.hpp"

#include "office/sample_mark.hpp"
#include "storage/audit.hpp"
#include "users/authority.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <set>
#include <string>

namespace guide {
namespace {

struct Known {
    std::string_view id, page, what;
    std::array<std::string_view, 3> verbs; // any of them is the step; the others are empty
};

constexpr std::array<Known, 9> known{{
    {"register", "learners", {}, {"learner.register"}},
    {"find", "learners", {}, {"learner.update"}},
    {"enrol", "learners", {}, {"bulk.enrol", "enrolment.open"}},
    {"attendance", "attendance", {}, {"attendance.mark", "attendance.marks", "attendance.take"}},
    {"score", "assessment", {}, {"score.set", "score.correct"}},
    {"prepare", "certificates", {}, {"award.prepare"}},
    {"issue", "certificates", {}, {"certificate.issue"}},
    {"return", "returns", {}, {"return.build"}},
    {"backup", "settings", "backups", {"backup.prove"}},
}};

} // namespace

std::vector<HourStep> first_hour(const storage::Database& database) {
    std::set<std::string, std::less<>> verbs;
    for (const std::string& actor : storage::audit_actors(database)) {
        if (actor == office::sample_maker || actor == users::actor_of_program().name) continue;
        for (const storage::AuditEntry& entry :
             storage::audit_entries(database, std::numeric_limits<std::int64_t>::max(), {.actor = actor}))
            verbs.insert(entry.verb);
    }
    std::vector<HourStep> steps;
    for (const Known& one : known)
        steps.push_back({one.id, one.page, one.what,
                         std::any_of(one.verbs.begin(), one.verbs.end(), [&](std::string_view verb) {
                             return !verb.empty() && verbs.contains(verb);
                         })});
    return steps;
}

} // namespace guide
