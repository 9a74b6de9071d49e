// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/holiday_store.hpp"

#include "office/period_lock.hpp"

#include <fmt/format.h>

namespace office {
namespace {

constexpr std::string_view insert_holiday = R"sql(
INSERT OR REPLACE INTO holiday (day, name_km, name, source) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view delete_holiday = R"sql(DELETE FROM holiday WHERE day = ?1)sql";

constexpr std::string_view insert_code_list = R"sql(
INSERT INTO code_list (name, version, digest, loaded_at) VALUES ('holidays', ?1, ?2, ?3))sql";

constexpr std::string_view select_holiday = R"sql(SELECT 1 FROM holiday WHERE day = ?1)sql";

constexpr std::string_view select_between = R"sql(
SELECT day, name_km, name, source FROM holiday WHERE day BETWEEN ?1 AND ?2 ORDER BY day)sql";

} // namespace

void load_holidays(storage::Transaction& tx, const HolidayList& list) {
    for (const Holiday& holiday : list.holidays)
        tx.run(insert_holiday, holiday.day, holiday.name_km, holiday.name, holiday.source);
    tx.run(insert_code_list, list.version, list.digest, tx.now());
    tx.audit("holidays.load", "holiday", std::nullopt,
             fmt::format(R"({{"version":"{}","days":{}}})", list.version, list.holidays.size()));
}

bool is_holiday(const storage::Database& database, core::Day day) {
    return database.query(select_holiday, day).step();
}

std::vector<Holiday> holidays_between(const storage::Database& database, core::Day from, core::Day to) {
    std::vector<Holiday> holidays;
    auto row = database.query(select_between, from, to);
    while (row.step())
        holidays.push_back({row.get<core::Day>(0), row.get<std::string>(1), row.get<std::string>(2),
                            row.get<std::string>(3)});
    return holidays;
}

core::Expected<void> set_holiday(storage::Transaction& tx, const Holiday& holiday) {
    if (!is_holiday(tx.database(), holiday.day))
        if (auto open = ShutDays{tx.database()}.check(holiday.day); !open) return open;
    tx.run(insert_holiday, holiday.day, holiday.name_km, holiday.name, holiday.source);
    tx.audit("holiday.set", "holiday", std::nullopt,
             fmt::format(R"({{"day":"{}"}})", core::to_iso(holiday.day)));
    return {};
}

core::Expected<bool> remove_holiday(storage::Transaction& tx, core::Day day) {
    if (!is_holiday(tx.database(), day)) return false;
    if (auto open = ShutDays{tx.database()}.check(day); !open) return core::fail(open.error());
    tx.run(delete_holiday, day);
    tx.audit("holiday.remove", "holiday", std::nullopt, fmt::format(R"({{"day":"{}"}})", core::to_iso(day)));
    return true;
}

} // namespace office
