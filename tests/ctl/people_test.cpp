// SPDX-License-Identifier: GPL-3.0-or-later
// The words institution, class and find, from an empty office to a closed class.
#include "ctl/typed.hpp"
#include "learners/learner_store.hpp"
#include "storage/transaction.hpp"

#include <boost/test/unit_test.hpp>

namespace {

struct Clerk : test::Prompt {
    std::string office = new_office("ថ្មគោល.srok");

    Clerk() {
        auto made = storage::Database::open(ctl_path(), storage::Access::read_write, environment);
        storage::Transaction tx(made, {});
        for (const auto& [km, name, born] : std::initializer_list<std::array<const char*, 3>>{
                 {"សុខ ដារ៉ា", "Sok Dara", "1999-03-12"}, {"កែវ មុំ", "Keo Mum", "~1950"}, {"ឃួន វណ្ណា", "", ""}}) {
            learners::Learner one;
            one.name_km = km;
            one.name = name;
            one.sex = core::Sex::female;
            one.born = core::partial_date_from_text(born);
            BOOST_REQUIRE(register_learner(tx, one));
        }
        tx.commit();
    }
    std::filesystem::path ctl_path() const { return folder / std::filesystem::path(u8"ថ្មគោល.srok"); }

    std::string add_centre() {
        const auto typed = ask({"institution", office, "add", "មជ្ឈមណ្ឌលតាពូង", "--kind", "clc"});
        BOOST_REQUIRE_MESSAGE(typed.exit == 0, typed.out);
        return typed.json()["id"].dump();
    }
    std::vector<std::string> opening(const std::string& centre) const {
        return {"class",         office, "open",    "អក្ខរកម្ម ក",  "--programme", "literacy",
                "--institution", centre, "--from",  "2025-11-03", "--to",        "2026-04-30",
                "--days",        "135",  "--hours", "1.5"};
    }
    std::string open_class() {
        const auto typed = ask(opening(add_centre()));
        BOOST_REQUIRE_MESSAGE(typed.exit == 0, typed.out);
        return typed.json()["id"].dump();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(people, Clerk)

BOOST_AUTO_TEST_CASE(a_centre_is_added_and_listed) {
    const auto typed = ask({"institution", office, "add", "មជ្ឈមណ្ឌលតាពូង", "--kind", "clc", "--village",
                            "2020704", "--latin", "Ta Pung CLC", "--code", "0202-07"});
    BOOST_TEST(typed.exit == 0);
    const ctl::Json all = ask({"institution", office, "list"}).json()["institutions"];
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST(all[0]["id"] == typed.json()["id"]);
    BOOST_TEST(all[0]["name_km"] == "មជ្ឈមណ្ឌលតាពូង");
    BOOST_TEST(all[0]["village"] == "02020704"); // with the zero that was lost
}

BOOST_AUTO_TEST_CASE(what_is_no_institution_is_refused) {
    const auto add = [&](std::vector<std::string> more) {
        std::vector<std::string> line = {"institution", office, "add", "សាលា"};
        line.insert(line.end(), more.begin(), more.end());
        const auto typed = ask(line);
        BOOST_TEST(typed.exit == 2);
        return typed.error();
    };
    BOOST_TEST(add({"--kind", "bank"}) == "usage.value");
    BOOST_TEST(add({}) == "usage.missing");
    BOOST_TEST(add({"--kind", "clc", "--village", "99999999"}) == "village.unknown");
    BOOST_TEST(add({"--kind", "clc", "--site", "pagoda"}) == "institution.site-elsewhere");
    BOOST_TEST(ask({"institution", office, "list"}).json()["institutions"].empty());
}

BOOST_AUTO_TEST_CASE(find_gives_the_pinned_form) {
    const ctl::Json found = ask({"find", office, "dara"}).json();
    BOOST_TEST(found["total"] == 1);
    const ctl::Json& sok = found["learners"][0];
    BOOST_TEST(sok["number"].get<std::string>().substr(0, 11) == "0202-000001");
    BOOST_TEST(sok["name_km"] == "សុខ ដារ៉ា");
    BOOST_TEST(sok["name"] == "Sok Dara");
    BOOST_TEST(sok["sex"] == "f");
    BOOST_TEST(sok["born"] == "1999-03-12");
}

BOOST_AUTO_TEST_CASE(find_with_nothing_finds_everyone_by_name_and_shows_as_many_as_asked) {
    const ctl::Json found = ask({"find", office, "", "--limit", "2"}).json();
    BOOST_TEST(found["total"] == 3);
    BOOST_REQUIRE(found["learners"].size() == 2U);
    BOOST_TEST(found["learners"][0]["name_km"] == "កែវ មុំ");
    BOOST_TEST(found["learners"][0]["born"] == "~1950");
    BOOST_TEST(found["learners"][1]["born"].is_null());
    BOOST_TEST(ask({"find", office, "មាស"}).json()["total"] == 0);
    BOOST_TEST(ask({"find", office, "x", "--limit", "-1"}).error() == "usage.value");
    BOOST_TEST(ask({"find", file("no.srok"), ""}).error() == "file.missing");
}

BOOST_AUTO_TEST_CASE(a_class_is_opened_listed_and_filled) {
    const std::string id = open_class();
    const auto enrolled = ask({"class", office, "enrol", id, "1", "2"});
    BOOST_TEST(enrolled.exit == 0);
    BOOST_TEST(enrolled.json()["enrolled"].size() == 2U);
    // Born about 1950: said, and enrolled all the same.
    BOOST_TEST(enrolled.json()["enrolled"][1]["hints"][0]["code"] == "enrolment.age");
    const ctl::Json all = ask({"class", office, "list"}).json()["classes"];
    BOOST_REQUIRE(all.size() == 1U);
    BOOST_TEST(all[0]["id"].dump() == id);
    BOOST_TEST(all[0]["programme"] == "literacy");
    BOOST_TEST(all[0]["learners"] == 2);
    BOOST_TEST(all[0]["status"] == "open");
    BOOST_TEST(ask({"find", office, "អក្ខរកម្ម"}).json()["total"] == 2);
}

BOOST_AUTO_TEST_CASE(a_learner_may_be_named_by_number_and_a_class_by_name) {
    open_class();
    const std::string number = ask({"find", office, "វណ្ណា"}).json()["learners"][0]["number"];
    BOOST_TEST(ask({"class", office, "enrol", "អក្ខរកម្មក", number, "--from", "2025-11-10"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(when_one_cannot_be_enrolled_nobody_is) {
    const std::string id = open_class();
    BOOST_TEST(ask({"class", office, "enrol", id, "1"}).exit == 0);
    const auto refused = ask({"class", office, "enrol", id, "2", "1"});
    BOOST_TEST(refused.exit == 2);
    BOOST_TEST(refused.error() == "enrolment.open");
    BOOST_TEST(refused.json()["error"]["facts"]["learner"] == "1");
    BOOST_TEST(ask({"class", office, "enrol", id, "99"}).error() == "learner.unknown");
    BOOST_TEST(ask({"class", office, "enrol", id, "0202-000002-0"}).error() == "reference.check");
    BOOST_TEST(ask({"class", office, "enrol", "7", "2"}).error() == "class.not-found");
    BOOST_TEST(ask({"class", office, "enrol", id, "2", "--from", "3/11/2025"}).error() == "date.not-iso");
    BOOST_TEST(ask({"class", office, "list"}).json()["classes"][0]["learners"] == 1);
}

BOOST_AUTO_TEST_CASE(a_dry_run_says_of_each_what_would_happen_and_writes_nothing) {
    const std::string id = open_class();
    BOOST_TEST(ask({"class", office, "enrol", id, "1"}).exit == 0);
    const auto dry = ask({"class", office, "enrol", id, "1", "2", "--dry-run"});
    BOOST_TEST(dry.exit == 1);
    const ctl::Json said = dry.json();
    BOOST_TEST(said["possible"] == 1);
    BOOST_TEST(said["learners"][0]["possible"] == false);
    BOOST_TEST(said["learners"][0]["reason"]["code"] == "enrolment.open");
    BOOST_TEST(said["learners"][1]["possible"] == true);
    BOOST_TEST(said["learners"][1]["hints"][0]["code"] == "enrolment.age");
    BOOST_TEST(ask({"class", office, "list"}).json()["classes"][0]["learners"] == 1);
    BOOST_TEST(ask({"class", office, "changes"}).json()["changes"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(learners_move_leave_and_come_back_by_undoing) {
    const std::string a = open_class();
    auto another = opening("1");
    another[3] = "អក្ខរកម្ម ខ";
    const std::string b = ask(another).json()["id"].dump();
    BOOST_TEST(ask({"class", office, "enrol", a, "1", "3"}).exit == 0);
    const auto moved = ask({"class", office, "move", a, b, "1", "3", "--on", "2025-12-01"});
    BOOST_REQUIRE_MESSAGE(moved.exit == 0, moved.out);
    BOOST_TEST(moved.json()["moved"].size() == 2U);
    BOOST_TEST(ask({"find", office, "", "--class", b, "--status", "enrolled"}).json()["total"] == 2);
    BOOST_TEST(ask({"find", office, "", "--class", a, "--status", "left"}).json()["total"] == 2);
    const auto left = ask({"class", office, "leave", b, "1", "--on", "2025-12-10", "--reason", "work"});
    BOOST_TEST(left.json()["left"].size() == 1U);
    BOOST_TEST(ask({"class", office, "leave", b, "2", "--on", "2025-12-10", "--reason", "work"}).error() ==
               "enrolment.none");
    BOOST_TEST(ask({"class", office, "leave", b, "3", "--on", "2025-12-10", "--reason", "bored"}).error() ==
               "leaving-reason.unknown");

    const ctl::Json changes = ask({"class", office, "changes"}).json()["changes"];
    BOOST_REQUIRE(changes.size() == 3U);
    BOOST_TEST(changes[0]["kind"] == "leave");
    BOOST_TEST(changes[0]["reason"] == "work");
    BOOST_TEST(changes[1]["to"] == "អក្ខរកម្ម ខ");
    // The move cannot go while the leaving stands on it.
    const std::string move = changes[1]["id"].dump();
    const auto refused = ask({"class", office, "undo", move});
    BOOST_TEST(refused.error() == "bulk.depended-on");
    BOOST_TEST(refused.json()["error"]["facts"]["who"] == "សុខ ដារ៉ា");
    BOOST_TEST(ask({"class", office, "undo", changes[0]["id"].dump()}).exit == 0);
    BOOST_TEST(ask({"class", office, "undo", move}).exit == 0);
    BOOST_TEST(ask({"find", office, "", "--class", a, "--status", "enrolled"}).json()["total"] == 2);
    BOOST_TEST(ask({"class", office, "undo", move}).error() == "bulk.undone-already");
}

BOOST_AUTO_TEST_CASE(found_and_narrowed_at_the_shell) {
    const std::string id = open_class();
    BOOST_TEST(ask({"class", office, "enrol", id, "1"}).exit == 0);
    const auto total = [&](std::vector<std::string> more) {
        std::vector<std::string> line = {"find", office, ""};
        line.insert(line.end(), more.begin(), more.end());
        return ask(line).json()["total"].get<int>();
    };
    BOOST_TEST(total({"--status", "enrolled"}) == 1);
    BOOST_TEST(total({"--status", "never"}) == 2);
    BOOST_TEST(total({"--sex", "f"}) == 3);
    BOOST_TEST(total({"--sex", "m"}) == 0);
    BOOST_TEST(total({"--no-birth-date"}) == 1);
    BOOST_TEST(total({"--no-village"}) == 3);
    BOOST_TEST(total({"--disability", "unknown"}) == 3);
    BOOST_TEST(total({"--equity-card", "yes"}) == 0);
    BOOST_TEST(total({"--programme", "literacy"}) == 1);
    BOOST_TEST(total({"--institution", "មជ្ឈមណ្ឌលតាពូង"}) == 1);
    BOOST_TEST(ask({"find", office, "", "--status", "gone"}).error() == "usage.value");
    BOOST_TEST(ask({"find", office, "", "--class", "77"}).error() == "class.not-found");
}

BOOST_AUTO_TEST_CASE(what_is_no_class_is_refused_and_leaves_no_pack) {
    const std::string centre = add_centre();
    const auto with = [&](const std::string& option, const std::string& value) {
        auto line = opening(centre);
        *std::next(std::find(line.begin(), line.end(), option)) = value;
        return ask(line).error();
    };
    BOOST_TEST(with("--programme", "cooking") == "programme.unknown");
    BOOST_TEST(with("--institution", "77") == "institution.unknown");
    BOOST_TEST(with("--to", "2025-11-02") == "class.days-reversed");
    BOOST_TEST(with("--from", "2025-02-30") == "date.not-iso");
    BOOST_TEST(with("--days", "128") == "class.weekdays-unreadable");
    BOOST_TEST(with("--hours", "0.33") == "class.session-length");
    BOOST_TEST(with("--hours", "99999999999") == "class.session-length");
    BOOST_TEST(with("--hours", "two") == "number.unreadable");
    BOOST_TEST(ask({"class", office, "list"}).json()["classes"].empty());
}

BOOST_AUTO_TEST_CASE(closing_says_what_the_register_lacks_and_closes_all_the_same) {
    const std::string id = open_class();
    BOOST_TEST(ask({"class", office, "enrol", id, "1"}).exit == 0);
    const auto closed = ask({"class", office, "close", id});
    BOOST_TEST(closed.exit == 1);
    std::vector<std::string> findings;
    const ctl::Json document = closed.json();
    for (const auto& finding : document["findings"])
        findings.push_back(finding["code"]);
    const std::vector<std::string> expected = {"class.days-not-recorded", "class.days-to-come",
                                               "class.marks-missing"};
    BOOST_TEST(findings == expected, boost::test_tools::per_element());
    BOOST_TEST(ask({"class", office, "list"}).json()["classes"][0]["status"] == "closed");
    BOOST_TEST(ask({"class", office, "close", id}).error() == "class.not-open");
    BOOST_TEST(ask({"class", office, "enrol", id, "2"}).error() == "class.not-open");
    const ctl::Json& missing = document["missing"];
    BOOST_TEST(missing["days_not_recorded"][0] == "2025-11-03");
    BOOST_REQUIRE(missing["marks_missing"].size() == 1U);
    BOOST_TEST(missing["marks_missing"][0]["learner"] == 1);
    BOOST_TEST(missing["marks_missing"][0]["subjects"].size() == 4U);
}

BOOST_AUTO_TEST_CASE(a_class_that_lacks_nothing_closes_without_a_finding) {
    const std::string id = open_class();
    clock.set(core::Day{std::chrono::year{2025} / 11 / 2});
    BOOST_TEST(ask({"class", office, "close", id}).exit == 1); // all its days are still to come
    BOOST_TEST(ask({"class", office, "reopen", id, "--reason", "មិនទាន់ចប់"}).exit == 0);
    clock.set(core::Day{std::chrono::year{2026} / 5 / 4});
    const auto closed = ask({"class", office, "close", id});
    BOOST_TEST(closed.exit == 0); // nobody was in it
    BOOST_TEST(closed.json()["findings"].empty());
}

BOOST_AUTO_TEST_CASE(a_closed_class_is_opened_again_with_a_reason) {
    const std::string id = open_class();
    BOOST_TEST(ask({"class", office, "reopen", id, "--reason", "x"}).error() == "class.open-already");
    ask({"class", office, "close", id});
    BOOST_TEST(ask({"class", office, "reopen", id, "--reason", ""}).error() == "class.no-reason");
    BOOST_TEST(ask({"class", office, "reopen", id}).error() == "usage.missing");
    const auto again = ask({"class", office, "reopen", id, "--reason", "ពិន្ទុខ្វះ"});
    BOOST_TEST(again.exit == 0);
    BOOST_TEST(again.json()["status"] == "open");
    BOOST_TEST(ask({"class", office, "enrol", id, "2"}).exit == 0);
    BOOST_TEST(ask({"audit", office, "--limit", "2"}).json().dump().find("class.reopen") !=
               std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
