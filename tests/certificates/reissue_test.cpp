// SPDX-License-Identifier: GPL-3.0-or-later
// After the ceremony: a paper is lost, a name was wrong.
#include "certificates/control_sheet.hpp"
#include "certificates/issue.hpp"
#include "certificates/small_class.hpp"
#include "certificates/verify.hpp"
#include "documents/pdf.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"

#include <boost/test/unit_test.hpp>

using certificates::State;

namespace {

struct Issued : test::SmallClass {
    documents::Fonts fonts = documents::Fonts::load(documents::font_folders({}));
    core::NoProgress silent;
    office::SigningKey key = office::open_signing_key(database).value();
    certificates::Issued first;

    Issued() {
        close();
        first = change([&](storage::Transaction& tx) {
                    return certificates::issue_class(tx, class_id, key, fonts, silent);
                })
                    .value()
                    .issued.at(0);
    }
    void correct_the_name() {
        change([&](storage::Transaction& tx) {
            auto learner = learners::load_learner(database, first.learner);
            learner.name_km = "កែវ មុំណា";
            learners::update_learner(tx, learner).value();
        });
    }
    core::Expected<certificates::Issued> replace(std::string_view reason = "the name was misspelt") {
        return change([&](storage::Transaction& tx) {
            return certificates::replace(tx, first.serial, reason, key, fonts);
        });
    }
    core::Expected<certificates::Duplicate> duplicate(const std::string& serial) {
        return change([&](storage::Transaction& tx) { return certificates::duplicate(tx, serial, fonts); });
    }
    certificates::Verification verified(std::string_view code) {
        return certificates::verify_code(code, &database).value();
    }
    certificates::RegisterEntry entry(const std::string& serial) {
        return certificates::find_certificate(database, serial).value();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(reissue, Issued)

BOOST_AUTO_TEST_CASE(a_duplicate_says_what_the_lost_paper_said_though_the_learner_was_renamed_since) {
    correct_the_name();
    clock.step(std::chrono::hours{24 * 40});
    const auto made = duplicate(first.serial).value();
    BOOST_TEST(made.copy == 1);
    BOOST_TEST(made.pdf != first.pdf);
    const auto codes = documents::find_codes_in_pdf(made.pdf, certificates::code_prefix);
    BOOST_REQUIRE(codes.size() == 1U);
    BOOST_TEST(codes[0] == first.code);
    BOOST_TEST((verified(first.code).verdict == certificates::CodeVerdict::genuine));
    BOOST_TEST((entry(first.serial).state == State::issued));
    BOOST_TEST(entry(first.serial).duplicates == 1);
    BOOST_TEST(duplicate(first.serial).value().copy == 2);
    BOOST_TEST(last_audit().verb == "certificate.duplicate");
}

BOOST_AUTO_TEST_CASE(a_duplicate_is_the_same_page_before_and_after_the_record_is_corrected) {
    clock.step(std::chrono::hours{24 * 40});
    std::string before;
    {
        storage::Transaction tx(database, {"sokha"});
        before = certificates::duplicate(tx, first.serial, fonts).value().pdf;
        // Not committed: it was never made.
    }
    correct_the_name();
    const auto after = duplicate(first.serial).value();
    BOOST_TEST(after.copy == 1);
    BOOST_TEST((after.pdf == before));
    // On another day it says another day.
    clock.step(std::chrono::hours{24});
    BOOST_TEST((duplicate(first.serial).value().pdf != before));
}

BOOST_AUTO_TEST_CASE(a_reprint_after_a_duplicate_is_still_the_original) {
    duplicate(first.serial).value();
    change([&](storage::Transaction& tx) {
        BOOST_TEST(certificates::reprint(tx, first.serial, "the printer jammed").value() == first.pdf);
    });
}

BOOST_AUTO_TEST_CASE(a_wrong_name_is_replaced_under_a_new_serial_and_the_old_one_is_no_longer_valid) {
    correct_the_name();
    const auto issued = replace().value();
    BOOST_TEST(issued.serial.starts_with("0202-2025-000002-"));
    BOOST_TEST(issued.name == "កែវ មុំណា");
    BOOST_TEST((verified(issued.code).verdict == certificates::CodeVerdict::genuine));
    const auto old = verified(first.code);
    BOOST_TEST((old.verdict == certificates::CodeVerdict::void_));
    BOOST_REQUIRE(old.reason.has_value());
    BOOST_TEST(old.reason->code == "certificate.replaced");
    BOOST_TEST(old.reason->fact("by") == issued.serial);
    BOOST_TEST((entry(first.serial).state == State::replaced));
    BOOST_TEST(entry(first.serial).replaced_by == issued.serial);
    BOOST_TEST(entry(issued.serial).replaces == first.serial);
    const auto frozen = certificates::load_frozen(database, entry(issued.serial).id).value();
    BOOST_TEST(frozen.words.at("replaces_en").find(first.serial) != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_replacement_that_would_say_the_same_is_refused_and_no_number_is_used) {
    clock.step(std::chrono::hours{24 * 3});
    BOOST_TEST(test::code_of(replace()) == "certificate.same");
    BOOST_TEST((entry(first.serial).state == State::issued));
    BOOST_TEST(certificates::load_register(database).size() == 1U);
    BOOST_TEST(certificates::load_control_sheet(database, silent).blocks.at(0).used() == 1);
}

BOOST_AUTO_TEST_CASE(nothing_is_replaced_without_a_reason_or_twice) {
    correct_the_name();
    BOOST_TEST(test::code_of(replace("  ")) == "certificate.no-reason");
    replace().value();
    BOOST_TEST(test::code_of(replace()) == "certificate.not-issued");
    BOOST_TEST(test::code_of(duplicate(first.serial)) == "certificate.not-issued");
    BOOST_TEST(test::code_of(duplicate("0202-2025-000009-X")) == "certificate.unknown");
}

BOOST_AUTO_TEST_CASE(what_was_issued_cannot_be_rewritten) {
    change([&](storage::Transaction& tx) {
        BOOST_CHECK_THROW(tx.run("UPDATE certificate_word SET words = 'x'"), std::exception);
        BOOST_CHECK_THROW(tx.run("DELETE FROM certificate_word"), std::exception);
        tx.audit("test.nothing", "certificate", std::nullopt, "{}");
    });
}

BOOST_AUTO_TEST_CASE(a_certificate_from_before_its_words_were_kept_has_no_duplicate_but_can_be_replaced) {
    change([&](storage::Transaction& tx) {
        tx.run("DROP TRIGGER certificate_word_never_goes");
        tx.run("DELETE FROM certificate_word");
        tx.audit("test.before", "certificate", std::nullopt, "{}");
    });
    BOOST_TEST(test::code_of(duplicate(first.serial)) == "certificate.no-words");
    BOOST_TEST(test::code_of(replace()) == "certificate.same");
    correct_the_name();
    BOOST_TEST(replace().value().name == "កែវ មុំណា");
}

BOOST_AUTO_TEST_CASE(the_control_sheet_accounts_for_every_number_after_a_day_of_voids_and_reprints) {
    correct_the_name();
    const auto second = replace().value();
    duplicate(second.serial).value();
    change([&](storage::Transaction& tx) {
        certificates::reprint(tx, second.serial, "the printer jammed").value();
        BOOST_TEST(certificates::make_void(tx, second.serial, "given to the wrong person").has_value());
    });
    const auto sheet = certificates::load_control_sheet(database, silent);
    BOOST_TEST(certificates::findings_of(sheet).empty());
    BOOST_REQUIRE(sheet.blocks.size() == 1U);
    const auto& block = sheet.blocks[0];
    BOOST_TEST(block.used() == 2);
    BOOST_TEST(block.valid == 0);
    BOOST_TEST(block.voided == 1);
    BOOST_TEST(block.replaced == 1);
    BOOST_TEST(block.reprints == 1);
    BOOST_TEST(block.duplicates == 1);
    BOOST_TEST(block.missing == 0);
    BOOST_TEST(block.used() + block.blank == block.last - block.first + 1);
    BOOST_REQUIRE(block.rows.size() == 3U);
    BOOST_TEST(block.rows[1].events.size() == 3U);
    BOOST_TEST(block.rows[2].numbers == block.blank);
    BOOST_TEST(certificates::load_control_sheet(database, silent, 2024).blocks.empty());
}

BOOST_AUTO_TEST_CASE(a_row_taken_out_or_a_state_changed_by_another_program_is_named) {
    correct_the_name();
    const auto second = replace().value();
    change([&](storage::Transaction& tx) {
        tx.run("UPDATE certificate SET state = 'void' WHERE serial = ?1", second.serial);
        tx.audit("test.forgery", "test", std::nullopt, "{}");
    });
    auto findings = certificates::findings_of(certificates::load_control_sheet(database, silent));
    BOOST_REQUIRE(findings.size() == 1U);
    BOOST_TEST(findings[0].code == "register.state");
    BOOST_TEST(findings[0].fact("serial") == second.serial);
    change([&](storage::Transaction& tx) {
        tx.run("UPDATE serial_block SET next_number = next_number + 3");
        tx.audit("test.gap", "serial_block", std::nullopt, "{}");
    });
    findings = certificates::findings_of(certificates::load_control_sheet(database, silent));
    BOOST_REQUIRE(findings.size() == 2U);
    BOOST_TEST(findings[1].code == "register.gap");
    BOOST_TEST(findings[1].fact("numbers") == "3");
    BOOST_TEST(findings[1].fact("first") == "0202-2025-000003");
}

BOOST_AUTO_TEST_SUITE_END()
