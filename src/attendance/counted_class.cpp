// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/counted_class.hpp"

#include "classes/class_store.hpp"
#include "programmes/pack_store.hpp"

namespace attendance {
namespace {

// ?1 and ?2 the period; ?3 a class; ?4 an institution; ?5 only open ones.
constexpr std::string_view select_classes = R"sql(
SELECT c.id, p.programme, i.name_km, i.name, i.village_code
FROM class c JOIN pack p ON p.id = c.pack_id JOIN institution i ON i.id = c.institution_id
WHERE c.first_day <= ?2 AND c.last_day >= ?1 AND (?3 IS NULL OR c.id = ?3) AND (?4 IS NULL OR i.id = ?4)
  AND (?5 = 0 OR ?3 IS NOT NULL OR c.status = 'open')
ORDER BY c.sort_key, c.id)sql";

struct Listed {
    classes::ClassId id{};
    std::string programme;
    std::string institution_km;
    std::string institution_name;
    std::optional<std::string> village_code;
};

std::vector<Listed> list(const storage::Database& database, const Scope& scope) {
    std::vector<Listed> all;
    auto row = database.query(select_classes, scope.period.first, scope.period.last, scope.in,
                              scope.institution, scope.open_only ? 1 : 0);
    while (row.step())
        all.push_back({row.get<classes::ClassId>(0), row.get<std::string>(1), row.get<std::string>(2),
                       row.get<std::string>(3), row.get<std::optional<std::string>>(4)});
    return all;
}

} // namespace

void each_class(const storage::Database& database, const Scope& scope, core::Progress& progress,
                const std::function<void(const CountedClass&)>& look) {
    const std::vector<Listed> all = list(database, scope);
    const Holidays holidays(database, scope.period);
    std::map<programmes::PackId, programmes::AttendanceRule> rules;
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
        progress.report(static_cast<std::int64_t>(at), static_cast<std::int64_t>(all.size()));
        const Listed& one = all[at];
        auto taught = classes::load_class(database, one.id);
        auto rule = rules.find(taught.pack);
        if (rule == rules.end())
            rule = rules.emplace(taught.pack, programmes::load_pack(database, taught.pack).attendance).first;
        const Period period = within(scope.period, {taught.first_day, taught.last_day});
        ClassDays days = load_class_days(database, taught, period, holidays);
        look({std::move(taught), one.programme, rule->second, one.institution_km, one.institution_name,
              one.village_code, period, std::move(days)});
    }
}

} // namespace attendance
