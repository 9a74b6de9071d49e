// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of class_store.hpp: classes with their programme, place and numbers.
#include "classes/class_store.hpp"

namespace classes {
namespace {

using storage::Database;

// All, or those at one institution (?1), or those of one educator (?2).
constexpr std::string_view select_classes = R"sql(
SELECT c.id, c.uid, c.name_km, c.name, c.pack_id, p.programme, c.institution_id, i.name_km, i.name, c.first_day,
       c.last_day, c.status, count(e.id), count(CASE WHEN l.sex = 'f' THEN 1 END)
FROM class c
JOIN pack p ON p.id = c.pack_id
JOIN institution i ON i.id = c.institution_id
LEFT JOIN enrolment e ON e.class_id = c.id AND e.last_day IS NULL
LEFT JOIN learner l ON l.id = e.learner_id
WHERE (?1 IS NULL OR c.institution_id = ?1)
  AND (?2 IS NULL OR EXISTS (SELECT 1 FROM class_educator t WHERE t.class_id = c.id AND t.educator_id = ?2))
GROUP BY c.id ORDER BY c.sort_key, c.id)sql";

std::vector<ClassRow> read_all(storage::Statement row) {
    std::vector<ClassRow> all;
    while (row.step()) {
        ClassRow& c = all.emplace_back();
        c.id = row.get<ClassId>(0);
        c.uid = row.get<core::Uid>(1);
        c.name_km = row.get<std::string>(2);
        c.name = row.get<std::string>(3);
        c.pack = row.get<programmes::PackId>(4);
        c.programme = row.get<std::string>(5);
        c.institution = row.get<institutions::InstitutionId>(6);
        c.institution_km = row.get<std::string>(7);
        c.institution_name = row.get<std::string>(8);
        c.first_day = row.get<core::Day>(9);
        c.last_day = row.get<core::Day>(10);
        c.status = status_from_text(row.get<std::string_view>(11)).value();
        c.learners = row.get<std::int64_t>(12);
        c.female = row.get<std::int64_t>(13);
    }
    return all;
}

} // namespace

std::vector<ClassRow> list_classes(const Database& database) {
    return read_all(database.query(select_classes, std::nullopt, std::nullopt));
}

std::vector<ClassRow> classes_at(const Database& database, institutions::InstitutionId institution) {
    return read_all(database.query(select_classes, institution, std::nullopt));
}

std::vector<ClassRow> classes_taught_by(const Database& database, staff::EducatorId educator) {
    return read_all(database.query(select_classes, std::nullopt, educator));
}

} // namespace classes
