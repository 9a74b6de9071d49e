// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/told_register.hpp"

#include "office/period_lock.hpp"

#include <optional>

namespace attendance {
namespace {

constexpr std::string_view insert_day =
    "INSERT INTO class_day (class_id, day, state, reason) VALUES (?1, ?2, ?3, ?4)";

constexpr std::string_view insert_month =
    "INSERT INTO attendance_month (enrolment_id, month, marks) VALUES (?1, ?2, ?3)";

constexpr std::string_view select_days = "SELECT day, reason FROM class_day WHERE class_id = ?1";
constexpr std::string_view select_months =
    "SELECT month, marks FROM attendance_month WHERE enrolment_id = ?1";

// Error period.locked for the first key, a day or month, that is shut and is not the same in both.
template<typename Key, typename Span>
core::Expected<void> check_unchanged(const storage::Database& database,
                                     const std::map<Key, std::string>& here,
                                     const std::map<Key, std::string>& told, Span span) {
    const office::ShutDays shut(database);
    if (shut.none()) return {};
    const auto check = [&](const Key& key, const std::string& text, const std::map<Key, std::string>& other) {
        const auto found = other.find(key);
        if (found != other.end() && found->second == text) return core::Expected<void>{};
        const auto [first, last] = span(key);
        return shut.check(first, last);
    };
    for (const auto& [key, text] : here)
        if (auto free = check(key, text, told); !free) return free;
    for (const auto& [key, text] : told)
        if (auto free = check(key, text, here); !free) return free;
    return {};
}

template<typename Key>
std::map<Key, std::string> read_map(storage::Statement row) {
    std::map<Key, std::string> all;
    while (row.step())
        all[row.get<Key>(0)] = row.get<std::optional<std::string>>(1).value_or("");
    return all;
}

} // namespace

core::Expected<void> take_class_days(storage::Transaction& tx, classes::ClassId class_id,
                                     const std::map<core::Day, std::string>& told) {
    const auto here = read_map<core::Day>(tx.database().query(select_days, class_id));
    if (auto free = check_unchanged(tx.database(), here, told,
                                    [](core::Day day) {
                                        return std::pair{day, day};
                                    });
        !free)
        return free;
    tx.run("DELETE FROM class_day WHERE class_id = ?1", class_id);
    for (const auto& [day, reason] : told) {
        std::optional<std::string> why;
        if (!reason.empty()) why = reason;
        tx.run(insert_day, class_id, day, why ? "not_met" : "taken", why);
    }
    return {};
}

core::Expected<void> take_months(storage::Transaction& tx, classes::EnrolmentId enrolment,
                                 const std::map<core::Month, std::string>& told) {
    const auto here = read_map<core::Month>(tx.database().query(select_months, enrolment));
    if (auto free = check_unchanged(tx.database(), here, told,
                                    [](core::Month month) {
                                        return std::pair{core::first_day(month), core::last_day(month)};
                                    });
        !free)
        return free;
    tx.run("DELETE FROM attendance_month WHERE enrolment_id = ?1", enrolment);
    for (const auto& [month, marks] : told)
        tx.run(insert_month, enrolment, month, marks);
    return {};
}

} // namespace attendance
