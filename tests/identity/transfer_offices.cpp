// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/transfer_offices.hpp"

#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"
#include "programmes/pack_store.hpp"

#include <stdexcept>

namespace test {
namespace {

using storage::Database;
using storage::Transaction;

learners::Learner kev_mom() {
    learners::Learner mom;
    mom.name_km = "កែវ មុំ";
    mom.name = "KEO MOM";
    mom.sex = core::Sex::female;
    mom.born = core::partial_date_from_text("1995-03-12");
    mom.village_code = "02020704";
    mom.birthplace_code = "02020704";
    mom.phone = "012345678";
    mom.guardian = "កែវ សុខ";
    mom.equity_level = learners::EquityLevel::poor;
    mom.equity_valid_to = day(2027, 12, 31);
    mom.washington.seeing = learners::Difficulty::some;
    mom.washington.walking = learners::Difficulty::none;
    mom.occupation = "កម្មកររោងចក្រ";
    mom.consent_on = day(2025, 11, 3);
    mom.identities = {{learners::IdentityKind::birth_certificate, "៤៥/១៩៩៥"},
                      {learners::IdentityKind::national_id, "020123456"}};
    return mom;
}

} // namespace

classes::ClassId open_literacy(Database& database, const std::string& name_km) {
    Transaction tx(database, {"sokha"});
    institutions::Institution centre;
    centre.name_km = "មជ្ឈមណ្ឌលសិក្សាសហគមន៍ " + name_km;
    classes::Class opened;
    opened.name_km = name_km;
    opened.pack = programmes::use_pack(tx, "literacy").value();
    opened.level = "grade-3";
    opened.institution = institutions::add_institution(tx, centre).value();
    opened.first_day = day(2025, 11, 3);
    opened.last_day = day(2026, 2, 27);
    opened.weekdays = classes::Weekdays::from_text("12345").value();
    opened.session_minutes = 120;
    const auto id = classes::open_class(tx, opened).value();
    tx.commit();
    return id;
}

learners::LearnerId add_learner(Database& database, learners::Learner learner, classes::ClassId in,
                                core::Day from) {
    Transaction tx(database, {"sokha"});
    const auto id = learners::register_learner(tx, learner).value();
    classes::enrol(tx, in, id, from).value();
    tx.commit();
    return id;
}

classes::EnrolmentId enrol(Database& database, classes::ClassId in, learners::LearnerId learner,
                           core::Day from) {
    Transaction tx(database, {"sokha"});
    const auto id = classes::enrol(tx, in, learner, from).value().id;
    tx.commit();
    return id;
}

void mark(Database& database, classes::EnrolmentId enrolment, core::Day on, attendance::Mark mark) {
    Transaction tx(database, {"sokha"});
    attendance::set_mark(tx, enrolment, on, mark).value();
    tx.commit();
}

void take(Database& database, classes::ClassId in, attendance::Period period) {
    Transaction tx(database, {"sokha"});
    attendance::take_days(tx, in, period);
    tx.audit("test.days", "class_day", std::nullopt, "{}");
    tx.commit();
}

void score(Database& database, classes::EnrolmentId enrolment, const char* subject, std::int64_t hundredths) {
    Transaction tx(database, {"sokha"});
    if (!assessment::set_score(tx, enrolment, {"S1", subject}, assessment::Score::of(hundredths)))
        throw std::logic_error("score refused");
    tx.commit();
}

TransferOffices::TransferOffices()
    : thma_koul(new_office(environment, "0202"))
    , battambang(new_office(environment, "0203")) {
    clock.set(day(2026, 1, 16));
    class_there = open_literacy(thma_koul, "អក្ខរកម្ម ក");
    mom = add_learner(thma_koul, kev_mom(), class_there, day(2025, 11, 3));
    enrolled = classes::find_open_enrolment(thma_koul, class_there, mom).value();
    mark(thma_koul, enrolled, day(2025, 11, 12), attendance::Mark::absent);
    mark(thma_koul, enrolled, day(2025, 11, 13), attendance::Mark::permission);
    mark(thma_koul, enrolled, day(2025, 12, 2), attendance::Mark::late);
    mark(thma_koul, enrolled, day(2025, 12, 8), attendance::Mark::half_absent);
    take(thma_koul, class_there, {day(2025, 11, 1), day(2026, 1, 9)});
    score(thma_koul, enrolled, "reading", 750);
    score(thma_koul, enrolled, "dictation", 633);
    score(thma_koul, enrolled, "mathematics", 500);
    score(thma_koul, enrolled, "life-skills", 905);
}

std::string TransferOffices::send(Database& from, learners::LearnerId learner,
                                  std::optional<core::Day> leave) {
    clock.step(std::chrono::minutes{1});
    Transaction tx(from, {"sokha"});
    const auto key = office::open_signing_key(from).value();
    auto sent = identity::transfer_out(tx, learner, key, "mom.srokt", leave).value();
    tx.commit();
    return sent.bytes;
}

identity::TransferPlan TransferOffices::plan(const Database& at, const std::string& bytes) {
    return identity::plan_transfer(at, identity::read_transfer(bytes).value()).value();
}

identity::TakenTransfer TransferOffices::take_in(Database& at, const std::string& bytes,
                                                 const identity::Decision& decision) {
    clock.step(std::chrono::minutes{1});
    Transaction tx(at, {"dara"});
    auto taken = identity::take_transfer(tx, plan(at, bytes), decision, "mom.srokt").value();
    tx.commit();
    return taken;
}

std::optional<learners::LearnerId> TransferOffices::mom_at(const Database& at) {
    return learners::find_by_uid(at, learners::load_learner(thma_koul, mom).uid);
}

std::string rows_of_people(const Database& database) {
    std::string all;
    for (const char* sql :
         {"SELECT group_concat(id || number || name_km || coalesce(phone, '') || "
          "coalesce(village_code, ''), '|') FROM "
          "learner",
          "SELECT group_concat(learner_id || kind || number, '|') FROM identity_number",
          "SELECT group_concat(learner_id || hex(jpeg), '|') FROM learner_photo",
          "SELECT group_concat(id || learner_id || hex(digest), '|') FROM past_chapter",
          "SELECT group_concat(id || hex(uid) || days_taken, '|') FROM past_enrolment",
          "SELECT group_concat(id || serial || state, '|') FROM past_certificate",
          "SELECT group_concat(learner_id || unit || office_code || average_text, '|') FROM outside_unit"})
        all += database.value<std::string>(sql).value_or("-") + "\n";
    return all;
}

} // namespace test
