// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/award_list_store.hpp"
#include "certificates/issue.hpp"
#include "certificates/small_class.hpp"
#include "certificates/verify.hpp"
#include "documents/pdf.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"

#include <boost/test/unit_test.hpp>

using certificates::CodeVerdict;
using certificates::State;

namespace {

struct Issuing : test::SmallClass {
    documents::Fonts fonts = documents::Fonts::load(documents::font_folders({}));
    core::NoProgress silent;

    certificates::IssueResult issue() {
        storage::Transaction tx(database, {"sokha"});
        const auto key = office::open_signing_key(database).value();
        auto result = certificates::issue_class(tx, class_id, key, fonts, silent).value();
        if (!result.nobody) tx.commit();
        return result;
    }
    std::string verdict(std::string_view code) {
        return std::string{certificates::to_text(certificates::verify_code(code, &database).value().verdict)};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(issue, Issuing)

BOOST_AUTO_TEST_CASE(an_open_class_issues_nothing_and_says_why) {
    const auto result = issue();
    BOOST_TEST(result.issued.empty());
    BOOST_REQUIRE(result.nobody.has_value());
    BOOST_TEST(result.nobody->code == "class.open");
    BOOST_TEST(certificates::load_register(database).empty());
}

BOOST_AUTO_TEST_CASE(
    a_closed_class_in_set_up_is_approved_in_the_same_step_and_only_the_eligible_are_issued_for) {
    close();
    const auto result = issue();
    BOOST_TEST(result.approved_in_same_step);
    BOOST_REQUIRE(result.issued.size() == 1U);
    BOOST_TEST(result.issued[0].name == "កែវ មុំ");
    BOOST_TEST(result.issued[0].serial.starts_with("0202-2025-000001-"));
    BOOST_TEST((classes::load_class(database, class_id).status == classes::Status::issued));
    BOOST_TEST(verdict(result.issued[0].code) == "genuine");
    const auto codes = documents::find_codes_in_pdf(result.issued[0].pdf, certificates::code_prefix);
    BOOST_REQUIRE(codes.size() == 1U);
    BOOST_TEST(codes[0] == result.issued[0].code);
}

BOOST_AUTO_TEST_CASE(a_second_issue_finds_nobody_left) {
    close();
    issue();
    const auto again = issue();
    BOOST_TEST(again.issued.empty());
    BOOST_TEST(again.nobody.value().code == "class.issued-already");
    BOOST_TEST(certificates::load_register(database).size() == 1U);
}

BOOST_AUTO_TEST_CASE(an_issued_document_does_not_change_when_the_learner_does) {
    close();
    const auto issued = issue().issued.at(0);
    {
        storage::Transaction tx(database, {});
        auto learner = learners::load_learner(database, issued.learner);
        learner.name_km = "កែវ សុភា";
        learners::update_learner(tx, learner).value();
        tx.commit();
    }
    clock.step(std::chrono::hours{24 * 40});
    storage::Transaction tx(database, {});
    BOOST_TEST(certificates::reprint(tx, issued.serial, "lost in a flood").value() == issued.pdf);
    BOOST_TEST(certificates::reprint(tx, issued.serial, "  ").error().code == "certificate.no-reason");
    tx.commit();
    const auto entry = certificates::find_certificate(database, issued.serial).value();
    BOOST_TEST(entry.reprints == 1);
    BOOST_TEST(entry.name_km == "កែវ មុំ");
    // Found by a part of its number, as somebody reads it from the paper.
    BOOST_TEST(certificates::serials_holding(database, issued.serial.substr(5, 8), 5).size() == 1U);
    BOOST_TEST(certificates::serials_holding(database, "999999", 5).empty());
}

BOOST_AUTO_TEST_CASE(a_void_certificate_verifies_as_void_and_cannot_be_voided_twice) {
    close();
    const auto issued = issue().issued.at(0);
    storage::Transaction tx(database, {});
    BOOST_REQUIRE(certificates::make_void(tx, issued.serial, "wrong learner").has_value());
    BOOST_TEST(certificates::make_void(tx, issued.serial, "again").error().code == "certificate.not-issued");
    tx.commit();
    BOOST_TEST(verdict(issued.code) == "void");
}

BOOST_AUTO_TEST_CASE(a_code_of_another_office_is_an_unknown_key_until_it_is_known) {
    close();
    core::SeededRandom other_random(99);
    const auto stranger = office::SigningKey::make(other_random);
    certificates::CertificatePayload payload;
    payload.serial = "0203-2026-000001-A";
    payload.name_km = "សុខ ធារី";
    payload.programme = "literacy";
    payload.issued = clock.today();
    payload.office = "0203";
    const std::string code = certificates::encode(payload, stranger);
    BOOST_TEST(verdict(code) == "unknown-key");
    std::string forged = code;
    forged[forged.size() / 2] = forged[forged.size() / 2] == 'A' ? 'B' : 'A';
    BOOST_TEST(verdict(forged) != "genuine");
    BOOST_TEST(certificates::verify_code("hello", &database).error().code == "code.not-srok");
}

BOOST_AUTO_TEST_CASE(an_approved_list_stays_as_approved) {
    close();
    {
        storage::Transaction tx(database, {"head"});
        BOOST_TEST(certificates::approve_at_once(tx, class_id, "Heng Sovann").value() == 1);
        BOOST_TEST(certificates::approve_at_once(tx, class_id, "Heng Sovann").error().code ==
                   "class.approved-already");
        tx.commit();
    }
    const auto result = issue();
    BOOST_TEST(!result.approved_in_same_step);
    BOOST_TEST(result.issued.size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_preview_shows_the_page_without_a_number_or_a_code) {
    const auto page = certificates::preview_page(database, class_id, enrolment_of("KEO MOM"), fonts);
    BOOST_REQUIRE(page.has_value());
    BOOST_TEST(page->codes().empty());
    BOOST_TEST(page->render(400).width == 400);
}

BOOST_AUTO_TEST_SUITE_END()
