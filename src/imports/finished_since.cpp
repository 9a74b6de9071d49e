// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/finished_since.hpp"

#include "assessment/lock_store.hpp"
#include "classes/class_store.hpp"
#include "office/period_lock.hpp"
#include "storage/changeset_rows.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace imports {
namespace {

using classes::ClassId;

// Tables whose first column is an enrolment.
constexpr std::array<std::string_view, 4> of_an_enrolment{"enrolment", "attendance_month",
                                                          "attendance_margin", "score"};

// Each class that the import wrote in, with the periods whose marks it brought.
std::map<ClassId, std::set<std::string>> classes_written(const storage::Database& database,
                                                         std::span<const std::byte> changeset) {
    std::map<ClassId, std::set<std::string>> found;
    std::map<std::string, std::optional<ClassId>, std::less<>> class_of;
    const auto text = [](const storage::RecordedRow& row, int column) {
        return (row.has_is(column) ? row.is(column) : row.was(column)).value_or("");
    };
    storage::read_changeset(changeset, [&](const storage::RecordedRow& row) {
        std::optional<ClassId> in;
        const std::string key = text(row, 0);
        if (row.table() == "class_day")
            in = static_cast<ClassId>(std::stoll(key));
        else if (std::find(of_an_enrolment.begin(), of_an_enrolment.end(), row.table()) !=
                 of_an_enrolment.end()) {
            const auto [known, first] = class_of.try_emplace(key);
            if (first)
                known->second = database.value<ClassId>("SELECT class_id FROM enrolment WHERE id = ?1", key);
            in = known->second;
        }
        if (!in) return;
        auto& periods = found[*in];
        if (row.table() == "score") periods.insert(text(row, 1));
    });
    return found;
}

// The first day that taking the row back would change, where days that are shut may be among them.
std::optional<core::Error> shut_since(const office::ShutDays& shut, const storage::RecordedRow& row) {
    const auto text = [&](int column) {
        return (row.has_is(column) ? row.is(column) : row.was(column)).value_or("");
    };
    core::Expected<void> free;
    if (row.table() == "class_day") {
        if (const auto day = core::day_from_iso(text(1))) free = shut.check(*day);
    } else if (row.table() == "attendance_month") {
        if (const auto month = core::month_from_iso(text(1)))
            free = shut.check(core::first_day(*month), core::last_day(*month));
    } else if (row.table() == "enrolment") {
        constexpr int first_day = 4;
        if (const auto day = core::day_from_iso(text(first_day))) free = shut.check_from(*day);
    }
    return free ? std::nullopt : std::optional{free.error()};
}

std::optional<core::Error> days_shut_since(const storage::Database& database,
                                           std::span<const std::byte> changeset) {
    const office::ShutDays shut(database);
    std::optional<core::Error> found;
    if (shut.none()) return found;
    storage::read_changeset(changeset, [&](const storage::RecordedRow& row) {
        if (!found) found = shut_since(shut, row);
    });
    return found;
}

} // namespace

std::optional<core::Error> finished_since(const storage::Database& database,
                                          std::span<const std::byte> changeset) {
    if (auto shut = days_shut_since(database, changeset)) return shut;
    std::string closed;
    std::string locked;
    for (const auto& [id, periods] : classes_written(database, changeset)) {
        const auto taught = classes::find_class(database, id);
        if (!taught) continue;
        if (taught->status != classes::Status::open) {
            closed += (closed.empty() ? "" : ", ") + taught->name_km;
            continue;
        }
        for (const std::string& period : periods)
            if (const auto free = assessment::check_unlocked(database, *taught, period); !free)
                locked += (locked.empty() ? "" : "; ") + taught->name_km + ": " +
                          std::string{free.error().fact("name")};
    }
    if (!closed.empty()) return core::Error{"import.class-closed"}.with("classes", closed);
    if (!locked.empty()) return core::Error{"import.period-locked"}.with("periods", locked);
    return std::nullopt;
}

} // namespace imports
