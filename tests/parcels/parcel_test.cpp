// SPDX-License-Identifier: GPL-3.0-or-later
// Long because a parcel is one story told from two files.
// From the district to the headteacher and back.
#include "certificates/award_list_store.hpp"
#include "certificates/award_units.hpp"
#include "certificates/control_sheet.hpp"
#include "certificates/key_lists.hpp"
#include "certificates/register_chain.hpp"
#include "certificates/serial_block.hpp"
#include "certificates/verify.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"
#include "office/restoration.hpp"
#include "office/test_office.hpp"
#include "parcels/two_files.hpp"
#include "templates/template_store.hpp"
#include "units/recognition_store.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <set>

using certificates::Step;
using parcels::Verdict;

namespace {

struct Parcels : test::TwoFiles {
    // Approved and issued at the centre, and back: what the district would do with it.
    std::string answer() {
        prepare_and_check();
        take_at(centre, send().bytes);
        approve_there();
        issued = issue_there();
        return give_back().bytes;
    }
    std::string verdict(const storage::Database& at, const std::string& code) {
        return std::string{certificates::to_text(certificates::verify_code(code, &at).value().verdict)};
    }
    certificates::AwardList list_at(const storage::Database& at, classes::ClassId id) {
        return certificates::latest_list(at, id).value();
    }
    classes::Status status() { return classes::load_class(database, class_id).status; }
    // The reasons of refused rows, by their kinds.
    static std::vector<std::string> refused(const parcels::Plan& plan) {
        std::vector<std::string> codes;
        for (const parcels::PlanRow& row : plan.rows)
            if (row.verdict == Verdict::refused) codes.push_back(row.kind + " " + row.reason.value().code);
        return codes;
    }
    static const parcels::PlanRow& row_of(const parcels::Plan& plan, std::string_view kind) {
        return *std::find_if(plan.rows.begin(), plan.rows.end(),
                             [&](const parcels::PlanRow& row) { return row.kind == kind; });
    }
    void rename(const std::string& to) {
        change([&](storage::Transaction& tx) {
            auto learner = learners::load_learner(
                database, classes::load_enrolment(database, enrolment_of("KEO MOM")).learner);
            learner.name_km = to;
            return learners::update_learner(tx, learner);
        });
    }
    std::vector<certificates::Issued> issued;
};

std::vector<std::string> texts(std::initializer_list<const char*> list) {
    return {list.begin(), list.end()};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(parcel, Parcels)

BOOST_AUTO_TEST_CASE(a_headteacher_gets_the_classes_the_learners_their_marks_and_the_list) {
    prepare_and_check();
    const parcels::Sent sent = send();
    BOOST_TEST(sent.classes == 1U);
    BOOST_TEST(sent.learners == 4U);
    BOOST_TEST(sent.head.sequence == 1);
    const parcels::Plan plan = take_at(centre, sent.bytes);
    BOOST_TEST(plan.count(Verdict::fresh) == static_cast<std::int64_t>(plan.rows.size()));
    BOOST_TEST(classes::load_class(centre, class_there()).name_km == "អក្ខរកម្ម ក");
    const certificates::AwardList list = list_at(centre, class_there());
    BOOST_TEST((list.state() == Step::check));
    BOOST_TEST((list.lines == list_at(database, class_id).lines));
    // The register and the marks say there what they say here.
    BOOST_TEST(certificates::changes_since(centre, list).empty());
    BOOST_TEST(classes::enrolments_in(centre, class_there()).size() == 4U);
}

BOOST_AUTO_TEST_CASE(what_a_headteacher_has_no_use_for_stays_at_the_district) {
    change([&](storage::Transaction& tx) {
        auto learner = learners::load_learner(
            database, classes::load_enrolment(database, enrolment_of("KEO MOM")).learner);
        learner.phone = "012345678";
        learner.note = "ឈឺ";
        return learners::update_learner(tx, learner);
    });
    const auto parcel = parcels::read_parcel(send().bytes).value();
    for (const parcels::ToldLearner& one : parcel.content.learners) {
        BOOST_TEST(!one.fields.contains("phone"));
        BOOST_TEST(!one.fields.contains("note"));
    }
}

BOOST_AUTO_TEST_CASE(two_files_that_never_meet_give_a_hundred_numbers_each_and_none_twice) {
    prepare_and_check();
    const auto key = office::open_signing_key(database).value();
    const auto sent = change([&](storage::Transaction& tx) {
        return parcels::send_out(tx, {.institutions = {institution}, .numbers = 100}, key, "out.srokp")
            .value();
    });
    take_at(centre, sent.bytes);
    std::set<std::string> given;
    for (storage::Database* file : {&database, &centre})
        for (int i = 0; i < 100; ++i) {
            storage::Transaction tx(*file, {});
            given.insert(certificates::take_serial(tx, tx.today()).value().text);
            tx.audit("test.take", "serial", std::nullopt, "{}");
            tx.commit();
        }
    BOOST_TEST(given.size() == 200U);
    // What was not reserved for it, the school does not give.
    storage::Transaction tx(centre, {});
    BOOST_TEST(certificates::take_serial(tx, tx.today()).error().code == "serial.none-left");
}

BOOST_AUTO_TEST_CASE(a_phone_with_the_districts_list_knows_what_the_headteacher_signed) {
    take_at(database, answer());
    const auto key = office::open_signing_key(database).value();
    const auto list =
        change([&](storage::Transaction& tx) { return certificates::sign_own_key_list(tx, key); });
    const auto seen = certificates::verify_code(issued.at(0).code, list.list, clock.today()).value();
    BOOST_TEST(certificates::to_text(seen.verdict) == "genuine");
}

BOOST_AUTO_TEST_CASE(what_was_approved_and_printed_there_stands_in_the_districts_register) {
    const std::string back = answer();
    BOOST_REQUIRE(issued.size() == 1U);
    BOOST_TEST(issued[0].serial.starts_with("0202-2025-000001-"));
    const parcels::Plan plan = take_at(database, back);
    BOOST_TEST(refused(plan).empty());
    BOOST_TEST(row_of(plan, "list").detail == "approve");
    BOOST_TEST((row_of(plan, "list").verdict == Verdict::changed));
    BOOST_TEST(row_of(plan, "certificate").detail == "issue");
    BOOST_TEST((row_of(plan, "certificate").verdict == Verdict::fresh));
    BOOST_TEST((status() == classes::Status::issued));
    BOOST_TEST((list_at(database, class_id).last().role == certificates::Role::headteacher));
    BOOST_TEST(list_at(database, class_id).last().name == "សុខ សុភា");
    const auto entry = certificates::find_certificate(database, issued[0].serial).value();
    BOOST_TEST(entry.code == issued[0].code);
    BOOST_TEST(entry.name_km == "កែវ មុំ");
    // The paper's code is genuine at the district from now on, and its bytes are there to be printed again.
    BOOST_TEST(verdict(database, issued[0].code) == "genuine");
    storage::Transaction tx(database, {});
    BOOST_TEST(certificates::reprint(tx, issued[0].serial, "បាត់").value() == issued[0].pdf);
    tx.commit();
    core::NoProgress silent;
    BOOST_TEST(!certificates::register_damage(database, silent).has_value());
    BOOST_TEST(certificates::findings_of(certificates::load_control_sheet(database, silent)).empty());
}

BOOST_AUTO_TEST_CASE(before_the_parcel_is_back_the_districts_file_does_not_know_the_code) {
    answer();
    BOOST_TEST(verdict(database, issued[0].code) == "unknown-key");
    BOOST_TEST(verdict(centre, issued[0].code) == "genuine");
}

BOOST_AUTO_TEST_CASE(the_same_parcel_twice_changes_nothing) {
    prepare_and_check();
    const std::string out = send().bytes;
    take_at(centre, out);
    const auto audit = storage::audit_entries(centre, 1).at(0).seq;
    BOOST_TEST(take_at(centre, out).taken_before);
    BOOST_TEST(storage::audit_entries(centre, 1).at(0).seq == audit);
    approve_there();
    const std::string back = give_back().bytes;
    take_at(database, back);
    BOOST_TEST(take_at(database, back).taken_before);
}

BOOST_AUTO_TEST_CASE(a_list_that_changed_at_the_district_meanwhile_is_stale) {
    const std::string back = answer();
    rename("កែវ មុំម៉ាលី");
    const parcels::Plan plan = take_at(database, back);
    BOOST_TEST(refused(plan) == texts({"list parcel.stale", "certificate parcel.not-approved"}),
               boost::test_tools::per_element());
    BOOST_TEST((status() == classes::Status::closed));
    BOOST_TEST(!certificates::find_certificate(database, issued[0].serial).has_value());
    // Put right, the next parcel from the centre tells it again.
    rename("កែវ មុំ");
    BOOST_TEST(refused(take_at(database, give_back().bytes)).empty());
    BOOST_TEST((status() == classes::Status::issued));
}

BOOST_AUTO_TEST_CASE(a_headteacher_sends_a_list_back_with_remarks_and_gets_the_next) {
    prepare_and_check();
    take_at(centre, send().bytes);
    const core::Uid mom = list_at(centre, class_there()).lines[0].enrolment;
    {
        storage::Transaction tx(centre, {"sophea"});
        BOOST_REQUIRE(certificates::return_list(
                          tx, class_there(), {.by = "សុខ សុភា", .remark = "ឈ្មោះខុស", .remarks = {{mom, "មុំម៉ាលី"}}})
                          .has_value());
        tx.commit();
    }
    take_at(database, give_back().bytes);
    const certificates::AwardList returned = list_at(database, class_id);
    BOOST_TEST((returned.state() == Step::return_));
    BOOST_TEST(returned.last().remark == "ឈ្មោះខុស");
    BOOST_TEST((returned.last().remarks.at(0) == certificates::LineRemark{mom, "មុំម៉ាលី"}));
    rename("កែវ មុំម៉ាលី");
    prepare_and_check();
    const parcels::Plan plan = take_at(centre, send().bytes);
    BOOST_TEST(refused(plan).empty());
    BOOST_TEST((row_of(plan, "learner").verdict == Verdict::changed));
    BOOST_TEST(list_at(centre, class_there()).number == 2);
    approve_there();
    issued = issue_there();
    BOOST_TEST(refused(take_at(database, give_back().bytes)).empty());
    BOOST_TEST(certificates::find_certificate(database, issued.at(0).serial).value().name_km == "កែវ មុំម៉ាលី");
    BOOST_TEST(certificates::lists_of(database, class_id).size() == 2U);
}

BOOST_AUTO_TEST_CASE(what_became_of_a_certificate_there_comes_with_the_next_parcel) {
    take_at(database, answer());
    {
        storage::Transaction tx(centre, {"sophea"});
        BOOST_REQUIRE(certificates::reprint(tx, issued[0].serial, "ក្រដាសជាប់").has_value());
        BOOST_REQUIRE(certificates::make_void(tx, issued[0].serial, "ប្រគល់ខុសមនុស្ស").has_value());
        tx.commit();
    }
    const parcels::Plan plan = take_at(database, give_back().bytes);
    BOOST_TEST((row_of(plan, "certificate").verdict == Verdict::changed));
    BOOST_TEST(row_of(plan, "certificate").detail == "reprint, void");
    BOOST_TEST(verdict(database, issued[0].code) == "void");
    const auto entry = certificates::find_certificate(database, issued[0].serial).value();
    BOOST_TEST(entry.reprints == 1);
    core::NoProgress silent;
    BOOST_TEST(!certificates::register_damage(database, silent).has_value());
    BOOST_TEST((plan_at(database, give_back().bytes).count(Verdict::same)) == 2);
}

BOOST_AUTO_TEST_CASE(numbers_are_reserved_for_the_institution_and_the_district_gives_others) {
    prepare_and_check();
    const parcels::Sent first = send();
    BOOST_REQUIRE(first.blocks.size() == 1U);
    BOOST_TEST((first.blocks[0] == parcels::ToldBlock{"0202", 2025, 1, 4}));
    {
        storage::Transaction tx(database, {});
        BOOST_TEST(certificates::take_serial(tx, clock.today()).value().number == 5);
    }
    // They stay with the institution: the next parcel reserves no others while they last.
    const parcels::Sent second = send();
    BOOST_TEST(second.head.sequence == 2);
    BOOST_TEST((second.blocks == first.blocks));
}

BOOST_AUTO_TEST_CASE(an_institutions_file_gives_no_number_that_it_was_not_given) {
    prepare_and_check();
    storage::Transaction out(database, {});
    const auto sent = parcels::send_out(out, {.institutions = {institution}, .numbers = 0},
                                        office::open_signing_key(database).value(), "out.srokp")
                          .value();
    out.commit();
    BOOST_TEST(sent.blocks.empty());
    take_at(centre, sent.bytes);
    approve_there();
    core::NoProgress silent;
    const auto key = office::open_signing_key(centre).value();
    storage::Transaction tx(centre, {});
    BOOST_TEST(test::code_of(certificates::issue_class(tx, class_there(), key, fonts, silent)) ==
               "serial.none-left");
}

BOOST_AUTO_TEST_CASE(in_an_institutions_file_nobody_issues_without_the_headteacher) {
    prepare_and_check();
    take_at(centre, send().bytes);
    BOOST_TEST(issue_there().empty());
    BOOST_TEST((list_at(centre, class_there()).state() == Step::check));
}

BOOST_AUTO_TEST_CASE(a_parcel_is_taken_only_where_it_belongs) {
    prepare_and_check();
    const std::string out = send().bytes;
    BOOST_TEST(refusal_at(database, out) == "parcel.own");
    auto other = test::other_file(environment, "CLC-08");
    BOOST_TEST(refusal_at(other, out) == "parcel.another-office");
    auto district = test::new_office(environment, "0203");
    BOOST_TEST(refusal_at(district, out) == "parcel.another-office");
    const std::string newer = send().bytes;
    take_at(centre, newer);
    BOOST_TEST(refusal_at(centre, out) == "parcel.older");
    approve_there();
    const std::string back = give_back().bytes;
    BOOST_TEST(refusal_at(district, back) == "parcel.unasked");
    BOOST_TEST(refusal_at(centre, back) == "parcel.own");
}

BOOST_AUTO_TEST_CASE(only_the_key_that_came_first_speaks_for_an_institution) {
    take_at(database, answer());
    auto parcel = parcels::read_parcel(give_back().bytes).value();
    core::SeededRandom chance(5);
    const auto stranger = office::SigningKey::make(chance);
    parcel.head.sender.key = stranger.public_key();
    parcel.head.sequence = 9;
    BOOST_TEST(refusal_at(database, parcels::write_parcel(parcel.head, parcel.content, stranger).bytes) ==
               "parcel.wrong-key");
}

BOOST_AUTO_TEST_CASE(a_certificate_that_nobody_approved_or_numbered_is_refused_by_name) {
    auto parcel = parcels::read_parcel(answer()).value();
    const auto key = office::open_signing_key(centre).value();
    const auto back = [&] { return parcels::write_parcel(parcel.head, parcel.content, key).bytes; };
    const auto was = parcel.content.issued.at(0);
    auto code = certificates::decode(was.code).value().payload;
    // Somebody else's name on it.
    code.name_km = "ម្នាក់ទៀត";
    parcel.content.issued[0].code = certificates::encode(code, key);
    BOOST_TEST(refused(plan_at(database, back())) == texts({"certificate parcel.code-other"}),
               boost::test_tools::per_element());
    // Signed by somebody else.
    core::SeededRandom chance(6);
    code.name_km = "កែវ មុំ";
    parcel.content.issued[0].code = certificates::encode(code, office::SigningKey::make(chance));
    BOOST_TEST(refused(plan_at(database, back())) == texts({"certificate parcel.code-key"}),
               boost::test_tools::per_element());
    // A number of the district's own.
    code.serial = "0202-2025-000077-A";
    parcel.content.issued[0].code = certificates::encode(code, key);
    parcel.content.issued[0].serial = code.serial;
    parcel.content.issued[0].number = 77;
    BOOST_TEST(refused(plan_at(database, back())) == texts({"certificate parcel.number-not-held"}),
               boost::test_tools::per_element());
    // For somebody who may not be awarded.
    parcel.content.issued[0] = was;
    parcel.content.issued[0].enrolment = parcel.content.lists.at(0).lines.at(1).enrolment;
    BOOST_TEST(refused(plan_at(database, back())) == texts({"certificate parcel.not-approved"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(units_from_elsewhere_that_an_award_rests_on_travel_to_who_approves_it) {
    const auto recognition = change([&](storage::Transaction& tx) {
        const auto theary = classes::load_enrolment(database, enrolment_of("SOK THEARY")).learner;
        return units::recognise(tx, {.learner = theary,
                                     .programme = "literacy",
                                     .level = "grade-3",
                                     .units = {"literacy"},
                                     .evidence = {"សៀវភៅកំណត់ហេតុ"},
                                     .assessors = {{std::nullopt, "ម៉ៅ ចាន់"}, {std::nullopt, "អ៊ុក សុភា"}},
                                     .day = test::november(20)});
    });
    const auto eligible = [](const storage::Database& at, classes::ClassId id) {
        std::set<std::string> names;
        for (const certificates::Candidate& one : certificates::load_candidates(at, id))
            if (one.eligible()) names.insert(one.learner.name);
        return names;
    };
    const auto here = eligible(database, class_id);
    BOOST_TEST(here.contains("SOK THEARY"));
    prepare_and_check();
    const auto plan = take_at(centre, send().bytes);
    BOOST_TEST((row_of(plan, "unit").verdict == Verdict::fresh));
    BOOST_TEST((eligible(centre, class_there()) == here));
    // Nothing new of it the next time.
    const auto again = plan_at(centre, send().bytes);
    BOOST_TEST(std::none_of(again.rows.begin(), again.rows.end(),
                            [](const parcels::PlanRow& row) { return row.kind == "unit"; }));
    approve_there();
    const auto issued_there = issue_there();
    BOOST_TEST(issued_there.size() == here.size());
    take_at(database, give_back().bytes);
    BOOST_TEST((status() == classes::Status::issued));
    // It stands on the recognition here, which can no longer be withdrawn.
    BOOST_TEST(test::code_of(change([&](storage::Transaction& tx) {
                   return certificates::withdraw_recognition(tx, recognition.value(), "by mistake");
               })) == "recognition.relied-on");
}

BOOST_AUTO_TEST_CASE(a_unit_that_is_taken_back_before_the_approval_goes_there_too) {
    const auto recognition = change([&](storage::Transaction& tx) {
        const auto theary = classes::load_enrolment(database, enrolment_of("SOK THEARY")).learner;
        return units::recognise(tx, {.learner = theary,
                                     .programme = "literacy",
                                     .level = "grade-3",
                                     .units = {"literacy"},
                                     .evidence = {"សៀវភៅកំណត់ហេតុ"},
                                     .assessors = {{std::nullopt, "ម៉ៅ ចាន់"}, {std::nullopt, "អ៊ុក សុភា"}},
                                     .day = test::november(20)});
    });
    take_at(centre, send().bytes);
    change([&](storage::Transaction& tx) {
        return certificates::withdraw_recognition(tx, recognition.value(), "of somebody else");
    });
    BOOST_TEST((row_of(take_at(centre, send().bytes), "unit").verdict == Verdict::changed));
    for (const certificates::Candidate& one : certificates::load_candidates(centre, class_there()))
        BOOST_TEST(!one.rests_elsewhere());
}

// The district's file was restored from a backup of before the first parcel.
BOOST_AUTO_TEST_CASE(a_restored_district_s_next_parcel_is_newer_than_those_it_does_not_know) {
    auto restored = database.clone_in_memory(environment);
    take_at(centre, send().bytes);
    const auto restore = [&](storage::Database& at) {
        storage::Transaction tx(at, {});
        office::note_restoration(tx, 2, clock.now());
        certificates::lose_unknown_numbers(tx, 1);
        tx.commit();
    };
    clock.step(std::chrono::minutes{1});
    const auto next_of = [&](storage::Database& at) {
        storage::Transaction tx(at, {});
        const auto key = office::open_signing_key(at).value();
        const auto sent = parcels::send_out(tx, {.institutions = {institution}}, key, "next");
        BOOST_REQUIRE_MESSAGE(sent, (sent ? "" : sent.error().code));
        return sent->bytes;
    };
    BOOST_TEST(refusal_at(centre, next_of(restored)) == "parcel.older");
    restore(restored);
    BOOST_TEST(refusal_at(centre, next_of(restored)) == "");
}

BOOST_AUTO_TEST_CASE(an_institution_without_a_class_gets_no_parcel) {
    const auto empty = change([&](storage::Transaction& tx) {
        institutions::Institution one;
        one.name_km = "សាលា គ្មានថ្នាក់";
        return institutions::add_institution(tx, one);
    });
    storage::Transaction tx(database, {});
    BOOST_TEST(test::code_of(parcels::send_out(tx, {.institutions = {empty.value()}},
                                               office::open_signing_key(database).value(), "x")) ==
               "parcel.no-class");
}

BOOST_AUTO_TEST_CASE(an_institutions_file_sends_back_only_what_it_was_asked) {
    storage::Transaction tx(centre, {});
    const auto key = office::open_signing_key(centre).value();
    BOOST_TEST(test::code_of(parcels::send_back(tx, key, "x")) == "parcel.none-taken");
    BOOST_TEST(test::code_of(parcels::send_out(tx, {.institutions = {institution}}, key, "x")) ==
               "parcel.from-institution");
}

BOOST_AUTO_TEST_CASE(the_template_that_the_district_prints_with_is_the_headteachers_too) {
    const auto current = [&] {
        return templates::current_template(centre, templates::Document::completion, "literacy");
    };
    const std::string own =
        std::string{documents::shipped_template("certificate-completion")} + "<!-- of Thma Koul -->";
    const auto take_own = [&] {
        change([&](storage::Transaction& tx) {
            return templates::take(
                tx, {templates::Document::completion, "literacy", "of Thma Koul", "a.svg", own}, {});
        });
    };
    take_own();
    prepare_and_check();
    const auto plan = take_at(centre, send().bytes);
    BOOST_TEST(row_of(plan, "template").name == "of Thma Koul");
    BOOST_TEST((row_of(plan, "template").verdict == Verdict::fresh));
    BOOST_TEST(current().source == own);
    BOOST_TEST((row_of(take_at(centre, send().bytes), "template").verdict == Verdict::same));
    change([&](storage::Transaction& tx) {
        return templates::use_shipped(tx, templates::Document::completion, "literacy");
    });
    BOOST_TEST((row_of(take_at(centre, send().bytes), "template").verdict == Verdict::changed));
    BOOST_TEST(!current().own());
    take_own();
    take_at(centre, send().bytes);
    // What is printed there is kept here with the template that it was printed with.
    approve_there();
    const auto printed = issue_there();
    take_at(database, give_back().bytes);
    const auto entry = certificates::find_certificate(database, printed.at(0).serial).value();
    BOOST_TEST(certificates::load_frozen(database, entry.id).value().template_source == own);
}

BOOST_AUTO_TEST_CASE(the_paper_that_an_approval_was_signed_on_travels_with_it) {
    prepare_and_check();
    take_at(centre, send().bytes);
    // Larger than a line of a parcel may be.
    std::string pdf = "%PDF-1.4\n";
    core::SeededRandom noise(5);
    while (pdf.size() < std::size_t{2'500'000})
        pdf += static_cast<char>('a' + noise.below(26));
    pdf += "\n%%EOF\n";
    {
        storage::Transaction tx(centre, {"sophea"});
        certificates::approve_list(
            tx, class_there(),
            {.name = "សុខ សុភា", .signed_on = clock.today(), .scan = certificates::read_scan(pdf).value()})
            .value();
        tx.commit();
    }
    take_at(database, give_back().bytes);
    const auto step = list_at(database, class_id).last();
    BOOST_TEST(step.on_paper);
    BOOST_TEST(step.scan == "pdf");
    BOOST_TEST((certificates::load_scan(database, step.id).value().bytes == pdf));
    // Whatever comes back again brings nothing twice.
    take_at(database, give_back().bytes);
    BOOST_TEST((certificates::load_scan(database, step.id).value().bytes == pdf));
}

BOOST_AUTO_TEST_SUITE_END()
