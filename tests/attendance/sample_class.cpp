// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/sample_class.hpp"

#include "programmes/pack_store.hpp"

namespace test {
namespace {

constexpr std::string_view insert_institution = R"sql(
INSERT INTO institution (uid, kind, name_km, name, folded_km, folded, sort_key)
VALUES (?1, 'clc', 'ជ្រៃ', 'Chrey', '', '', x'00'))sql";

constexpr std::string_view insert_class = R"sql(
INSERT INTO class (uid, name_km, name, folded_km, sort_key, pack_id, institution_id, first_day, last_day, weekdays,
                   session_minutes)
VALUES (?1, 'អក្ខរកម្ម ក', 'Literacy A', '', x'00', ?2, ?3, '2025-11-03', '2026-04-30', '12345', 120))sql";

constexpr std::string_view insert_holiday = R"sql(
INSERT INTO holiday (day, name_km, name, source) VALUES (?1, '', '', 'test'))sql";

constexpr std::string_view insert_learner = R"sql(
INSERT INTO learner (uid, number, name_km, name, folded_km, folded, sort_key, sex, registered_at)
VALUES (?1, ?2, ?2, '', '', '', CAST(?2 AS BLOB), ?3, ?4))sql";

constexpr std::string_view insert_enrolment = R"sql(
INSERT INTO enrolment (uid, learner_id, class_id, first_day) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view end_enrolment = R"sql(
UPDATE enrolment SET last_day = ?2, leaving_reason = ?3 WHERE id = ?1)sql";

constexpr std::string_view update_status = R"sql(
UPDATE class SET status = ?2 WHERE id = ?1)sql";

void finish(storage::Transaction& tx) {
    tx.audit("test.prepare", "class", std::nullopt, "{}");
    tx.commit();
}

} // namespace

SampleClass::SampleClass(int learners) {
    {
        storage::Transaction tx(database, {});
        for (const char* day : {"2025-12-29", "2026-01-01", "2026-01-07"})
            tx.run(insert_holiday, day);
        const auto pack = programmes::use_pack(tx, "literacy").value();
        const auto institution = tx.insert(insert_institution, tx.new_uid());
        class_id = tx.insert<classes::ClassId>(insert_class, tx.new_uid(), pack, institution);
        finish(tx);
    }
    for (int number = 0; number < learners; ++number)
        enrol("learner " + std::to_string(100 + number), core::Day{std::chrono::year{2025} / 11 / 3});
}

classes::EnrolmentId SampleClass::enrol(const std::string& name, core::Day first_day) {
    storage::Transaction tx(database, {});
    const std::string sex = enrolments.size() % 2 == 0 ? "f" : "m";
    const auto learner = tx.insert(insert_learner, tx.new_uid(), name, sex, tx.now());
    enrolments.push_back(
        tx.insert<classes::EnrolmentId>(insert_enrolment, tx.new_uid(), learner, class_id, first_day));
    finish(tx);
    return enrolments.back();
}

void SampleClass::leave(classes::EnrolmentId enrolment, core::Day last_day, const std::string& reason) {
    storage::Transaction tx(database, {});
    tx.run(end_enrolment, enrolment, last_day, reason);
    finish(tx);
}

void SampleClass::set_status(const std::string& status) {
    storage::Transaction tx(database, {});
    tx.run(update_status, class_id, status);
    finish(tx);
}

} // namespace test
