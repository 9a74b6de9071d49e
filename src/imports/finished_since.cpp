// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/finished_since.hpp"

#include "assessment/lock_store.hpp"
#include "classes/class_store.hpp"
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

} // namespace

std::optional<core::Error> finished_since(const storage::Database& database,
                                          std::span<const std::byte> changeset) {
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
