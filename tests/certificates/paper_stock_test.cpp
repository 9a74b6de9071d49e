// SPDX-License-Identifier: GPL-3.0-or-later
// A hundred pre-printed forms come from the province, and each of them is accounted for.
#include "certificates/issue.hpp"
#include "certificates/paper_stock.hpp"
#include "certificates/register_chain.hpp"
#include "certificates/small_class.hpp"
#include "certificates/stock_sheet.hpp"
#include "office/key_store.hpp"

#include <boost/test/unit_test.hpp>

using certificates::SheetState;

namespace {

struct Forms : test::SmallClass {
    core::NoProgress silent;
    core::Day today{std::chrono::year{2025} / 12 / 1};
    std::string serial;

    Forms() {
        close();
        const auto key = office::open_signing_key(database).value();
        const auto fonts = documents::Fonts::load(documents::font_folders({}));
        serial = change([&](storage::Transaction& tx) {
                     return certificates::issue_class(tx, class_id, key, fonts, silent);
                 })
                     .value()
                     .issued.at(0)
                     .serial;
        BOOST_TEST(receive("A 0012301", "A 0012400").value() == 100);
    }
    certificates::SheetRange sheets(const char* first, const char* last = "") {
        return certificates::read_sheets(first, last).value();
    }
    core::Expected<std::int64_t> receive(const char* first, const char* last) {
        return change([&](storage::Transaction& tx) {
            return certificates::receive_paper(tx, sheets(first, last), "មន្ទីរអប់រំខេត្ត", today);
        });
    }
    core::Expected<std::int64_t> use(const char* first, const std::string& whose) {
        return change(
            [&](storage::Transaction& tx) { return certificates::use_paper(tx, sheets(first), whose); });
    }
    core::Expected<std::int64_t> spoil(const char* first, const char* last = "",
                                       const char* reason = "jammed") {
        return change([&](storage::Transaction& tx) {
            return certificates::spoil_paper(tx, sheets(first, last), reason);
        });
    }
    core::Expected<std::int64_t> hand_back(const char* first, const char* last = "") {
        return change([&](storage::Transaction& tx) {
            return certificates::return_paper(tx, sheets(first, last), "PoE", today);
        });
    }
    std::string counts() {
        std::string text;
        for (const auto& delivery : certificates::load_paper(database)) {
            std::int64_t sum = 0;
            for (const auto& row : delivery.rows)
                sum += row.sheets;
            BOOST_TEST(sum == delivery.sheets.count());
            for (const auto state :
                 {SheetState::received, SheetState::used, SheetState::spoiled, SheetState::returned})
                text += (text.empty() ? "" : " ") + std::to_string(delivery.count(state));
        }
        return text;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(paper_stock, Forms)

BOOST_AUTO_TEST_CASE(each_form_is_in_one_state) {
    BOOST_TEST(counts() == "100 0 0 0");
    BOOST_TEST(use("A 0012301", serial).value() == 1);
    BOOST_TEST(spoil("A 0012302", "A 0012304").value() == 3);
    BOOST_TEST(hand_back("A 0012391", "A 0012400").value() == 10);
    BOOST_TEST(counts() == "86 1 3 10");
    const auto rows = certificates::load_paper(database).at(0).rows;
    BOOST_REQUIRE(rows.size() == 4U);
    BOOST_TEST(rows[0].serial == serial);
    BOOST_TEST(rows[1].first == "A 0012302");
    BOOST_TEST(rows[1].last == "A 0012304");
    BOOST_TEST(rows[1].remark == "jammed");
    BOOST_TEST((rows[2].state == SheetState::received));
    BOOST_TEST(rows[3].remark == "PoE");
    BOOST_TEST(!certificates::register_damage(database, silent).has_value());
}

BOOST_AUTO_TEST_CASE(a_jammed_form_never_makes_a_certificate_void) {
    BOOST_TEST(use("A 0012301", serial).has_value());
    BOOST_TEST(spoil("A 0012301").has_value());
    BOOST_TEST(use("A 0012302", serial).has_value());
    BOOST_TEST((certificates::find_certificate(database, serial)->state == certificates::State::issued));
    // The spoiled one still says what was to stand on it.
    BOOST_TEST(certificates::load_paper(database).at(0).rows.at(0).serial == serial);
    BOOST_TEST(counts() == "98 1 1 0");
    BOOST_TEST(hand_back("A 0012301").has_value());
    BOOST_TEST(counts() == "98 1 0 1");
}

BOOST_AUTO_TEST_CASE(what_is_not_in_the_drawer_cannot_be_taken_out_of_it) {
    BOOST_TEST(test::code_of(use("B 0000001", serial)) == "paper.unknown");
    BOOST_TEST(test::code_of(use("A 0012401", serial)) == "paper.unknown");
    BOOST_TEST(test::code_of(use("A 0012301", "0202-2025-000099-X")) == "certificate.unknown");
    BOOST_TEST(use("A 0012301", serial).has_value());
    BOOST_TEST(test::code_of(use("A 0012301", serial)) == "paper.not-received");
    BOOST_TEST(test::code_of(hand_back("A 0012301")) == "paper.not-received");
    BOOST_TEST(hand_back("A 0012310").has_value());
    BOOST_TEST(test::code_of(spoil("A 0012310")) == "paper.not-received");
    BOOST_TEST(test::code_of(spoil("A 0012302", "", " ")) == "paper.no-reason");
    // One of several cannot: none does.
    BOOST_TEST(test::code_of(spoil("A 0012305", "A 0012311")) == "paper.not-received");
    BOOST_TEST(counts() == "98 1 0 1");
}

BOOST_AUTO_TEST_CASE(forms_are_received_once) {
    const auto again = receive("a ០០១២៣៩៩", "A 0012410");
    BOOST_TEST(test::code_of(again) == "paper.received-already");
    BOOST_TEST(again.error().fact("last") == "A 0012400");
    BOOST_TEST(receive("A 012399", "A 012410").has_value()); // other digits: other forms
    BOOST_TEST(test::code_of(certificates::read_sheets("A12", "B14")) == "paper.range");
    BOOST_TEST(test::code_of(certificates::read_sheets("A12", "A11")) == "paper.range");
    BOOST_TEST(test::code_of(certificates::read_sheets("A", "")) == "paper.unreadable");
    BOOST_TEST(test::code_of(certificates::read_sheets("A0000001", "A0099999")) == "serial.count");
}

BOOST_AUTO_TEST_CASE(the_stock_sheet_is_a_paper_and_a_workbook) {
    BOOST_TEST(use("A 0012301", serial).has_value());
    const test::Folder folder;
    const auto sheet = certificates::load_stock_sheet(database);
    for (const char* name : {"stock.pdf", "stock.xlsx"}) {
        BOOST_TEST(
            certificates::write_stock_sheet(folder / name, sheet, documents::font_folders({})).has_value());
        BOOST_TEST(std::filesystem::file_size(folder / name) > 2'000U);
    }
    BOOST_TEST(test::code_of(certificates::write_stock_sheet(folder / "stock.odt", sheet, {})) ==
               "file.kind");
    BOOST_TEST(test::code_of(certificates::write_stock_sheet(folder / "none.pdf", {}, {})) == "paper.none");
    const auto paper = certificates::paper_of(sheet);
    BOOST_TEST(paper.sections.at(0).rows.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
