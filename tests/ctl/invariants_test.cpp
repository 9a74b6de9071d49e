// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/invariants.hpp"
#include "core/check_digit.hpp"
#include "ctl/typed.hpp"
#include "storage/transaction.hpp"

#include <boost/test/unit_test.hpp>

namespace {

// A sample office, and what another tool might do to it.
struct Sample : test::Prompt {
    storage::Database database = sample().clone_in_memory(environment);

    static const storage::Database& sample() {
        static test::Prompt prompt;
        static const storage::Database made = [] {
            prompt.sample_office("demo.srok");
            // Whether or not the sample has issued some already.
            prompt.type({"certificate", prompt.file("demo.srok"), "issue", "1", "--out", prompt.file("pdf")});
            return storage::Database::open(prompt.folder / "demo.srok", storage::Access::read_only,
                                           prompt.environment);
        }();
        return made;
    }
    void tamper(std::string_view sql) {
        storage::Transaction tx(database, {"intruder"});
        BOOST_REQUIRE(tx.run(sql) > 0);
        tx.audit("setting.change", "setting", std::nullopt, "{}");
        tx.commit();
    }
    std::string rules() {
        core::NoProgress silent;
        std::string text;
        for (const core::Error& finding : backups::broken_invariants(database, silent)) {
            BOOST_TEST(finding.code == "invariant.broken");
            BOOST_TEST(!finding.fact("what").empty());
            const std::string rule{finding.fact("rule")};
            if (!text.ends_with(rule)) text += (text.empty() ? "" : " ") + rule;
        }
        return text;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(invariants, Sample)

BOOST_AUTO_TEST_CASE(a_sample_office_breaks_no_rule) {
    BOOST_TEST(rules() == "");
}

BOOST_AUTO_TEST_CASE(an_office_outside_the_gazetteer_is_found) {
    tamper("UPDATE office SET area_code = '0299'");
    BOOST_TEST(rules() == "office-area");
}

BOOST_AUTO_TEST_CASE(a_key_under_another_name_is_found) {
    tamper("UPDATE signing_key SET key_id = zeroblob(8)");
    BOOST_TEST(rules() == "key-id");
}

BOOST_AUTO_TEST_CASE(a_learner_number_that_was_changed_is_found) {
    tamper("UPDATE learner SET number = substr(number, 1, 5) || '999' || substr(number, 9) WHERE id = 7");
    BOOST_TEST(rules() == "learner-number");
}

BOOST_AUTO_TEST_CASE(an_enrolment_outside_its_class_is_found) {
    tamper("UPDATE enrolment SET first_day = '2020-01-01' WHERE id = 3");
    BOOST_TEST(rules() == "enrolment-days");
}

BOOST_AUTO_TEST_CASE(a_serial_that_is_missing_or_no_serial_is_found) {
    const auto first = database.value<std::string>("SELECT min(serial) FROM certificate").value_or("");
    const std::string office_and_year = first.substr(0, std::string_view{"0202-2026-"}.size());
    tamper("UPDATE certificate SET serial = '" + core::with_check_character(office_and_year + "000900") +
           "' WHERE number = 5");
    // The number that is missing, and the code that names another serial.
    BOOST_TEST(rules() == "serial-gap certificate-code");
    tamper("UPDATE certificate SET serial = '" + office_and_year + "000002-?' WHERE number = 2");
    BOOST_TEST(rules() == "serial serial-gap certificate-code");
}

BOOST_AUTO_TEST_CASE(a_code_that_was_altered_is_found) {
    tamper("UPDATE certificate SET code = 'SROK1:NOTHING' WHERE number = 3");
    BOOST_TEST(rules() == "certificate-code");
}

BOOST_AUTO_TEST_SUITE_END()
