// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/outside_store.hpp"

#include <algorithm>

namespace units {
namespace {

using learners::LearnerId;
using storage::Database;

constexpr std::string_view insert_unit = R"sql(
INSERT INTO outside_unit (learner_id, office_uid, learner_uid, office_code, office_name_km, office_name, programme,
                          programme_name_km, programme_name, level, unit, name_km, name, way, source_uid, earned_on,
                          average, average_text, grade, class_name_km, class_name, institution_name_km,
                          institution_name, hours, credits, cqf_level, awarded)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24,
        ?25, ?26, ?27))sql";

constexpr std::string_view insert_mark = R"sql(
INSERT INTO outside_unit_mark (unit_id, place, subject_km, subject, mark) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view delete_marks = R"sql(
DELETE FROM outside_unit_mark
WHERE unit_id IN (SELECT id FROM outside_unit WHERE office_uid = ?1 AND learner_uid = ?2))sql";

constexpr std::string_view delete_units = R"sql(
DELETE FROM outside_unit WHERE office_uid = ?1 AND learner_uid = ?2)sql";

constexpr std::string_view select_units = R"sql(
SELECT id, learner_id, office_uid, office_code, office_name_km, office_name, programme, programme_name_km,
       programme_name, level, unit, name_km, name, way, source_uid, earned_on, average, average_text, grade,
       class_name_km, class_name, institution_name_km, institution_name, hours, credits, cqf_level, awarded
FROM outside_unit )sql";

constexpr std::string_view of_learner = "WHERE learner_id = ?1 ORDER BY earned_on, id";
constexpr std::string_view in_class = R"sql(
WHERE learner_id IN (SELECT learner_id FROM enrolment WHERE class_id = ?1) ORDER BY earned_on, id)sql";

constexpr std::string_view select_marks = R"sql(
SELECT subject_km, subject, mark FROM outside_unit_mark WHERE unit_id = ?1 ORDER BY place)sql";

OutsideUnit read(const storage::Statement& row) {
    OutsideUnit one;
    one.id = row.get<std::int64_t>(0);
    EarnedUnit& unit = one.earned;
    unit.office = OtherOffice{row.get<core::Uid>(2), row.get<std::string>(3), row.get<std::string>(4),
                              row.get<std::string>(5)};
    unit.programme = row.get<std::string>(6);
    unit.programme_name = {row.get<std::string>(7), row.get<std::string>(8)};
    unit.level = row.get<std::string>(9);
    unit.unit = row.get<std::string>(10);
    unit.name = {row.get<std::string>(11), row.get<std::string>(12)};
    unit.way = way_from_text(row.get<std::string_view>(13)).value();
    unit.source = row.get<core::Uid>(14);
    unit.earned_on = row.get<core::Day>(15);
    if (!row.is_null(16))
        unit.marks = Marks{row.get<std::int64_t>(16), row.get<std::string>(17), row.get<std::string>(18), {}};
    if (unit.way == Way::result)
        unit.taught = Taught{row.get<std::string>(19), row.get<std::string>(20), row.get<std::string>(21),
                             row.get<std::string>(22)};
    unit.hours = row.get<std::optional<int>>(23);
    unit.credits = row.get<std::optional<std::int64_t>>(24);
    unit.cqf_level = row.get<std::optional<int>>(25);
    unit.awarded = row.get<bool>(26);
    return one;
}

bool told_already(const std::vector<OutsideUnit>& known, const EarnedUnit& unit) {
    return std::any_of(known.begin(), known.end(), [&](const OutsideUnit& other) {
        return other.earned.source == unit.source && other.earned.unit == unit.unit;
    });
}

} // namespace

void keep_outside(storage::Transaction& tx, LearnerId learner, const OtherOffice& office,
                  const core::Uid& told, const std::vector<EarnedUnit>& earned) {
    tx.run(delete_marks, office.uid, told);
    tx.run(delete_units, office.uid, told);
    for (const EarnedUnit& unit : earned) {
        const Marks marks = unit.marks.value_or(Marks{});
        const Taught taught = unit.taught.value_or(Taught{});
        std::optional<std::int64_t> average;
        if (unit.marks) average = marks.average;
        const auto id = tx.insert(
            insert_unit, learner, office.uid, told, office.code, office.name_km, office.name, unit.programme,
            unit.programme_name.km, unit.programme_name.en, unit.level, unit.unit, unit.name.km, unit.name.en,
            to_text(unit.way), unit.source, unit.earned_on, average, marks.average_text, marks.grade,
            taught.class_km, taught.class_name, taught.institution_km, taught.institution_name, unit.hours,
            unit.credits, unit.cqf_level, unit.awarded);
        std::int64_t place = 0;
        for (const SubjectMark& mark : marks.subjects)
            tx.run(insert_mark, id, ++place, mark.subject.km, mark.subject.en, mark.mark);
    }
}

std::vector<OutsideUnit> outside_units(const Database& database, LearnerId learner) {
    std::vector<OutsideUnit> list;
    storage::Statement row = database.query(std::string{select_units} + std::string{of_learner}, learner);
    while (row.step()) {
        OutsideUnit one = read(row);
        if (told_already(list, one.earned)) continue;
        storage::Statement mark = database.query(select_marks, one.id);
        while (mark.step())
            if (one.earned.marks)
                one.earned.marks->subjects.push_back(
                    {{mark.get<std::string>(0), mark.get<std::string>(1)}, mark.get<std::string>(2)});
        list.push_back(std::move(one));
    }
    return list;
}

// An award list asks for no marks of subjects: they stay where they are.
std::map<LearnerId, std::vector<OutsideUnit>> outside_units_in(const Database& database,
                                                               classes::ClassId class_id) {
    std::map<LearnerId, std::vector<OutsideUnit>> all;
    storage::Statement row = database.query(std::string{select_units} + std::string{in_class}, class_id);
    while (row.step()) {
        auto& list = all[row.get<LearnerId>(1)];
        OutsideUnit one = read(row);
        if (!told_already(list, one.earned)) list.push_back(std::move(one));
    }
    return all;
}

} // namespace units
