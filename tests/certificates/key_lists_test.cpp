// SPDX-License-Identifier: GPL-3.0-or-later
// A district makes a certificate void, and whoever has its list, or the province's, is told.
#include "certificates/checking_page.hpp"
#include "certificates/issue.hpp"
#include "certificates/key_lists.hpp"
#include "certificates/small_class.hpp"
#include "certificates/verify.hpp"
#include "documents/fonts.hpp"
#include "file_bytes.hpp"
#include "office/key_store.hpp"
#include "office/known_keys.hpp"
#include "office/test_office.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace {

struct TwoOffices : test::SmallClass {
    storage::Database battambang = test::new_office(environment, "02");
    storage::Database moung_ruessei = test::new_office(environment, "0206");
    office::SigningKey key = office::open_signing_key(database).value();

    TwoOffices() {
        close();
        clock.set(core::Day{std::chrono::year{2026} / 1 / 15});
        core::NoProgress unseen;
        storage::Transaction tx(database, {"sokha"});
        const auto result = certificates::issue_class(
            tx, class_id, key, documents::Fonts::load(documents::font_folders({})), unseen);
        BOOST_REQUIRE(result.has_value());
        BOOST_REQUIRE(!result->issued.empty());
        issued = result->issued.front();
        tx.commit();
    }
    void make_void() {
        storage::Transaction tx(database, {"sokha"});
        BOOST_REQUIRE(certificates::make_void(tx, issued.serial, "ប្រគល់ខុស").has_value());
        tx.commit();
    }
    static office::SignedKeyList list_of(storage::Database& office_file) {
        const auto own = office::open_signing_key(office_file).value();
        storage::Transaction tx(office_file, {});
        auto list = certificates::sign_own_key_list(tx, own);
        tx.commit();
        return list;
    }
    static void take(storage::Database& office_file, const office::SignedKeyList& list) {
        storage::Transaction tx(office_file, {});
        BOOST_REQUIRE(office::take_key_list(tx, list).has_value());
        tx.commit();
    }
    certificates::Verification seen_by(const storage::Database& office_file) const {
        return certificates::verify_code(issued.code, &office_file).value();
    }
    certificates::Verification seen_with(const office::SignedKeyList& list) const {
        return certificates::verify_code(issued.code, list.list, clock.today()).value();
    }

    certificates::Issued issued;
};

std::string verdict(const certificates::Verification& one) {
    return std::string{certificates::to_text(one.verdict)};
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(key_lists, TwoOffices)

BOOST_AUTO_TEST_CASE(a_districts_list_makes_its_certificates_checkable_and_the_void_ones_known) {
    BOOST_TEST(verdict(seen_with(list_of(database))) == "genuine");
    make_void();
    const auto told = seen_with(list_of(database));
    BOOST_TEST(verdict(told) == "void");
    BOOST_TEST(told.reason->code == "certificate.revoked");
    BOOST_TEST(told.reason->fact("state") == "void");
    BOOST_TEST(told.reason->fact("day") == core::to_iso(clock.today()));
    // The list names no learner.
    BOOST_TEST(list_of(database).text.find(issued.name) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_same_day_with_nothing_new_gives_the_same_list_and_anything_new_the_next_number) {
    const auto first = list_of(database);
    BOOST_TEST(first.list.counter == 1);
    BOOST_TEST(list_of(database).text == first.text);
    make_void();
    const auto second = list_of(database);
    BOOST_TEST(second.list.counter == 2);
    BOOST_TEST(second.list.revoked.size() == 1U);
    clock.set(core::next_day(clock.today()));
    BOOST_TEST(list_of(database).list.counter == 3);
    BOOST_TEST(office::own_key_list(database, "0202")->list.counter == 3);
}

BOOST_AUTO_TEST_CASE(the_province_joins_its_districts_and_another_district_checks_with_no_network) {
    BOOST_TEST(verdict(seen_by(moung_ruessei)) == "unknown-key");
    take(battambang, list_of(database));
    BOOST_TEST(verdict(seen_by(battambang)) == "genuine");
    take(moung_ruessei, list_of(battambang));
    BOOST_TEST(verdict(seen_by(moung_ruessei)) == "genuine");
    make_void();
    take(battambang, list_of(database));
    BOOST_TEST(verdict(seen_by(battambang)) == "void");
    const auto joined = list_of(battambang);
    BOOST_TEST(joined.list.counter == 2);
    take(moung_ruessei, joined);
    BOOST_TEST(verdict(seen_by(moung_ruessei)) == "void");
    BOOST_TEST(verdict(seen_with(joined)) == "void");
    // What the province learns again from its own list changes nothing for the district itself.
    take(database, joined);
    BOOST_TEST(verdict(seen_by(database)) == "void");
    BOOST_TEST(list_of(database).list.offices.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_district_that_the_province_only_pinned_stands_in_its_list_too) {
    storage::Transaction tx(battambang, {});
    office::pin_key(tx, "0202", key.public_key());
    tx.commit();
    const auto list = list_of(battambang);
    BOOST_TEST(list.list.find_office("0202")->name_km.ends_with("ស្រុកថ្មគោល"));
    BOOST_TEST(verdict(seen_with(list)) == "genuine");
    // A pin of a district of another province does not.
    storage::Transaction other(battambang, {});
    office::pin_key(other, "0303", key.public_key());
    other.commit();
    BOOST_TEST(list_of(battambang).list.find_office("0303") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_list_older_than_ninety_days_says_so) {
    const auto list = list_of(database);
    clock.set(core::Day{std::chrono::sys_days{clock.today()} + std::chrono::days{90}});
    BOOST_TEST(!seen_with(list).hint.has_value());
    clock.set(core::next_day(clock.today()));
    BOOST_REQUIRE(seen_with(list).hint.has_value());
    BOOST_TEST(seen_with(list).hint->code == "keys.old");
    BOOST_TEST(seen_with(list).hint->fact("days") == "91");
    BOOST_TEST(verdict(seen_with(list)) == "genuine");
    take(moung_ruessei, list);
    BOOST_TEST(seen_by(moung_ruessei).hint->code == "keys.old");
    BOOST_TEST(!seen_by(database).hint.has_value());
}

BOOST_AUTO_TEST_CASE(a_file_is_read_by_its_path_and_named_in_errors) {
    const test::Folder folder;
    const auto file = folder / u8"បញ្ជី.keys";
    std::string text = list_of(database).text;
    std::ofstream(file, std::ios::binary) << text;
    BOOST_TEST(certificates::read_key_list_file(file)->text == text);
    text[text.find("list\t0202\t1") + 10] = '7';
    std::ofstream(file, std::ios::binary) << text;
    BOOST_TEST(certificates::read_key_list_file(file).error().code == "keys.altered");
    BOOST_TEST(certificates::read_key_list_file(file).error().place.file.ends_with("បញ្ជី.keys"));
    BOOST_TEST(certificates::read_key_list_file(folder / "none").error().code == "file.not-found");
}

BOOST_AUTO_TEST_CASE(the_page_holds_every_list_and_asks_for_nothing_else) {
    take(database, list_of(battambang));
    storage::Transaction tx(database, {"sokha"});
    const auto lists = certificates::lists_for_a_page(tx, key);
    tx.commit();
    BOOST_TEST(lists.size() == 2U);
    const auto page = certificates::checking_page(lists);
    if (!certificates::has_checking_page()) {
        BOOST_TEST(page.error().code == "verify.page-not-built");
        return;
    }
    BOOST_REQUIRE(page.has_value());
    BOOST_TEST(page->find("@lists@") == std::string::npos);
    BOOST_TEST(page->find("SROK-KEYS 1\\u000alist\\u00090202") != std::string::npos);
    BOOST_TEST(page->find("SROK-KEYS 1\\u000alist\\u000902\\u0009") != std::string::npos);
    BOOST_TEST(page->find("default-src 'none'") != std::string::npos);
    for (const std::string_view outside : {" src=", "<link", "@import", "XMLHttpRequest", "fetch("})
        BOOST_TEST(page->find(outside) == std::string::npos, outside);
}

BOOST_AUTO_TEST_SUITE_END()
