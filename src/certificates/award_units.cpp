// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/award_units.hpp"

#include "units/recognition_store.hpp"

namespace certificates {
namespace {

constexpr std::string_view insert_unit = R"sql(
INSERT INTO certificate_unit (certificate_id, unit, name_km, name, way, source_uid, office_uid, office_code,
                              office_name_km, office_name, earned_on, own_class)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12))sql";

constexpr std::string_view select_of_certificate = R"sql(
SELECT unit, name_km, name, way, source_uid, office_uid, office_code, office_name_km, office_name, earned_on, own_class
FROM certificate_unit WHERE certificate_id = ?1 ORDER BY unit)sql";

constexpr std::string_view select_in_class = R"sql(
SELECT u.unit, u.name_km, u.name, u.way, u.source_uid, u.office_uid, u.office_code, u.office_name_km, u.office_name,
       u.earned_on, u.own_class, c.enrolment_id
FROM enrolment e
JOIN certificate c ON c.enrolment_id = e.id AND c.state = 'issued'
JOIN certificate_unit u ON u.certificate_id = c.id
WHERE e.class_id = ?1 ORDER BY u.unit)sql";

constexpr std::string_view select_serials_on = R"sql(
SELECT c.serial FROM certificate_unit u JOIN certificate c ON c.id = u.certificate_id
WHERE u.source_uid = ?1 AND c.state = 'issued' GROUP BY c.serial ORDER BY c.serial)sql";

constexpr std::string_view select_approved_list = R"sql(
SELECT c.name_km
FROM enrolment e
JOIN award_list_row w ON w.enrolment_id = e.id
JOIN class c ON c.id = w.class_id AND c.status = 'approved'
JOIN pack p ON p.id = c.pack_id
WHERE e.learner_id = ?1 AND p.programme = ?2 LIMIT 1)sql";

AwardUnit read(const storage::Statement& row) {
    AwardUnit one;
    one.unit = row.get<std::string>(0);
    one.name = {row.get<std::string>(1), row.get<std::string>(2)};
    one.way = units::way_from_text(row.get<std::string_view>(3)).value();
    one.source = row.get<core::Uid>(4);
    if (!row.is_null(5))
        one.office = units::OtherOffice{row.get<core::Uid>(5), row.get<std::string>(6),
                                        row.get<std::string>(7), row.get<std::string>(8)};
    one.earned_on = row.get<core::Day>(9);
    one.own_class = row.get<bool>(10);
    return one;
}

} // namespace

AwardUnit award_unit(const units::EarnedUnit& earned) {
    return {earned.unit, earned.name, earned.way, earned.source, earned.office, earned.earned_on, false};
}

void keep_award_units(storage::Transaction& tx, CertificateId id, const std::vector<AwardUnit>& units) {
    for (const AwardUnit& one : units) {
        const auto uid = one.office ? std::optional{one.office->uid} : std::nullopt;
        const units::OtherOffice office = one.office.value_or(units::OtherOffice{});
        tx.run(insert_unit, id, one.unit, one.name.km, one.name.en, to_text(one.way), one.source, uid,
               office.code, office.name_km, office.name, one.earned_on, one.own_class);
    }
}

std::vector<AwardUnit> award_units_of(const storage::Database& database, CertificateId id) {
    std::vector<AwardUnit> list;
    storage::Statement row = database.query(select_of_certificate, id);
    while (row.step())
        list.push_back(read(row));
    return list;
}

std::map<classes::EnrolmentId, std::vector<AwardUnit>> award_units_in(const storage::Database& database,
                                                                      classes::ClassId class_id) {
    std::map<classes::EnrolmentId, std::vector<AwardUnit>> all;
    storage::Statement row = database.query(select_in_class, class_id);
    while (row.step())
        all[row.get<classes::EnrolmentId>(11)].push_back(read(row));
    return all;
}

std::vector<std::string> serials_on(const storage::Database& database, const core::Uid& source) {
    std::vector<std::string> serials;
    storage::Statement row = database.query(select_serials_on, source);
    while (row.step())
        serials.push_back(row.get<std::string>(0));
    return serials;
}

core::Expected<void> withdraw_recognition(storage::Transaction& tx, units::RecognitionId id,
                                          std::string_view reason) {
    const storage::Database& database = tx.database();
    if (const auto kept = units::find_recognition(database, id); kept && !kept->withdrawal) {
        const units::Recognition& recognition = kept->recognition;
        std::string serials;
        for (const std::string& serial : serials_on(database, recognition.uid))
            serials += (serials.empty() ? "" : ", ") + serial;
        if (!serials.empty())
            return core::fail(core::Error{"recognition.relied-on"}.with("serials", serials));
        if (const auto list =
                database.value<std::string>(select_approved_list, recognition.learner, recognition.programme))
            return core::fail(core::Error{"recognition.on-award-list"}.with("class", *list));
    }
    return units::withdraw(tx, id, reason);
}

} // namespace certificates
