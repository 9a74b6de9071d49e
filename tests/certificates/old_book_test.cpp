// SPDX-License-Identifier: GPL-3.0-or-later
// The book in which the office wrote its certificates before it had a computer.
#include "certificates/book_list.hpp"
#include "certificates/control_sheet.hpp"
#include "certificates/old_book.hpp"
#include "certificates/register_chain.hpp"
#include "office/test_office.hpp"
#include "storage/office_world.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

using certificates::BookVerdict;

namespace {

struct Book : test::OfficeWorld {
    core::NoProgress silent;
    test::Folder folder;

    Book()
        : OfficeWorld([](storage::Environment world) { return test::new_office(world); }) {
        clock.set(core::Day{std::chrono::year{2026} / 5 / 4});
    }
    certificates::BookEntry entry(const char* number, int year, const char* name_km) {
        certificates::BookEntry one;
        one.number = number;
        one.year = year;
        one.name_km = name_km;
        return one;
    }
    core::Expected<std::int64_t> add(const certificates::BookEntry& one) {
        return change([&](storage::Transaction& tx) { return certificates::add_book_entry(tx, one); });
    }
    core::Expected<certificates::BookList> read(const std::string& text) {
        std::ofstream(folder / "book.csv") << text;
        return certificates::read_book_list(database, folder / "book.csv", silent);
    }
    std::string verdicts(const certificates::BookList& list) {
        std::string text;
        for (const auto& row : list.rows) {
            text += (text.empty() ? "" : " ") + std::string{certificates::to_text(row.verdict)};
            if (row.reason) text += ":" + row.reason->code + "@" + row.reason->place.cell;
        }
        return text;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(old_book, Book)

BOOST_AUTO_TEST_CASE(an_entry_is_found_by_its_number_however_typed_and_by_its_name) {
    BOOST_TEST(add(entry("១២/០៩ អយក", 2009, "សុខ ធារី")).has_value());
    BOOST_TEST(add(entry("13/09", 2009, "ចាន់ ដារ៉ា")).has_value());
    BOOST_TEST(certificates::find_book_entries(database, "12/09អយក").size() == 1U);
    BOOST_TEST(certificates::find_book_entries(database, "13/09").at(0).name_km == "ចាន់ ដារ៉ា");
    BOOST_TEST(certificates::find_book_entries(database, "14/09").empty());
    BOOST_TEST(certificates::search_book(database, "ធារី").size() == 1U);
    BOOST_TEST(certificates::search_book(database, "/09").size() == 2U);
    BOOST_TEST(certificates::search_book(database, "").size() == 2U);
    // No number of the register, so no row of the control sheet.
    BOOST_TEST(certificates::load_control_sheet(database, silent).blocks.empty());
    BOOST_TEST(!certificates::register_damage(database, silent).has_value());
    BOOST_TEST(last_audit().verb == "book_entry.type");
}

BOOST_AUTO_TEST_CASE(an_entry_needs_a_number_a_year_and_a_name) {
    BOOST_TEST(test::code_of(add(entry(" ", 2009, "សុខ"))) == "book.number-missing");
    BOOST_TEST(test::code_of(add(entry("1", 2009, ""))) == "book.name-missing");
    BOOST_TEST(test::code_of(add(entry("1", 0, "សុខ"))) == "book.year");
    BOOST_TEST(test::code_of(add(entry("1", 2027, "សុខ"))) == "book.year");
    BOOST_TEST(test::code_of(add(entry("1", 2009, "?????"))) == "text.lost");
    auto dated = entry("1", 2009, "សុខ");
    dated.issued_on = core::Day{std::chrono::year{2010} / 1 / 5};
    BOOST_TEST(test::code_of(add(dated)) == "book.day");
    dated.year = 0;
    BOOST_TEST(add(dated).has_value());
    BOOST_TEST(certificates::find_book_entry(database, "១", 2010).has_value());
    BOOST_TEST(test::code_of(add(entry("1", 2010, "ចាន់"))) == "book.number-taken");
    BOOST_TEST(add(entry("1", 2011, "ចាន់")).has_value());
}

BOOST_AUTO_TEST_CASE(a_list_is_judged_row_by_row_and_taken_as_it_was_judged) {
    const std::string list = "បញ្ជីវិញ្ញាបនបត្រ,,,,,\n"
                             "លេខវិញ្ញាបនបត្រ,ឆ្នាំ,គោត្តនាម និងនាម,ភេទ,ថ្ងៃចេញ,កម្មវិធី\n"
                             "001,2008,សុខ ធារី,ស្រី,12/06/2008,អក្ខរកម្ម\n"
                             "002,2008,ចាន់ ដារ៉ា,ប្រុស,,អក្ខរកម្ម\n"
                             ",,,,,\n"
                             "003,2008,,ប្រុស,,\n"
                             "០០២,2008,ហេង វណ្ណៈ,ប្រុស,,\n"
                             "004,,កែវ មុំ,ស្រី,,\n"
                             "005,2008,កែវ មុំ,មិនដឹង,,\n"
                             "006,2008,កែវ មុំ,ស្រី,40/06/2008,\n";
    const auto judged = read(list).value();
    BOOST_TEST(judged.header_row == 2U);
    BOOST_TEST(verdicts(judged) == "accept accept refuse:book.name-missing@C6 refuse:book.number-taken@A7 "
                                   "refuse:book.year@B8 refuse:book.sex@D9 refuse:date.impossible@E10");
    BOOST_TEST(certificates::search_book(database, "").empty());
    BOOST_TEST(change([&](storage::Transaction& tx) {
                   return certificates::take_book_list(tx, judged);
               }).value() == 2);
    const auto kept = certificates::find_book_entry(database, "001", 2008).value();
    BOOST_TEST(kept.source == "book.csv");
    BOOST_TEST((kept.sex == core::Sex::female));
    BOOST_TEST(core::to_iso(kept.issued_on.value()) == "2008-06-12");
    // The same list again brings nothing new.
    const auto again = read(list).value();
    BOOST_TEST(again.count(BookVerdict::same) == 2U);
    BOOST_TEST(again.count(BookVerdict::accept) == 0U);
    certificates::write_book_rejects(folder / "rejects.xlsx", again, {"a", "b", "c", "d", "e"}, clock.now());
    // What was refused comes back as a list that is read again.
    const auto mended = certificates::read_book_list(database, folder / "rejects.xlsx", silent).value();
    BOOST_TEST(mended.rows.size() == 5U);
    BOOST_TEST(!certificates::register_damage(database, silent).has_value());
}

BOOST_AUTO_TEST_CASE(a_list_without_its_headings_is_named) {
    BOOST_TEST(test::code_of(read("1,2008,Sok\n2,2008,Chan\n")) == "book.no-headings");
    BOOST_TEST(test::code_of(read("")) == "file.empty");
    const auto latin = read("Certificate No.,Year,Full name,Sex\n12,2007,Sok Theary,F\n").value();
    BOOST_TEST(latin.rows.at(0).entry.name == "Sok Theary");
    BOOST_TEST(verdicts(latin) == "accept");
}

BOOST_AUTO_TEST_CASE(a_correction_takes_a_reason_and_what_stood_there_before_is_kept) {
    const auto id = add(entry("12/09", 2009, "សុខ ធារី")).value();
    add(entry("13/09", 2009, "ចាន់ ដារ៉ា")).value();
    auto right = certificates::find_book_entry(database, id).value();
    const auto correct = [&](const char* reason) {
        return test::code_of(change(
            [&](storage::Transaction& tx) { return certificates::correct_book_entry(tx, right, reason); }));
    };
    BOOST_TEST(correct("the book was read again") == "book.unchanged");
    right.name_km = "សុខ  ធារិទ្ធ";
    right.year = 2008;
    BOOST_TEST(correct(" ") == "book.no-reason");
    right.number = "១៣/០៩";
    right.year = 2009;
    BOOST_TEST(correct("typed a line too low") == "book.number-taken");
    right.number = "12/09";
    right.year = 2008;
    BOOST_TEST(correct("typed a line too low") == "");
    BOOST_TEST(last_audit().verb == "book_entry.correct");
    BOOST_TEST(certificates::find_book_entry(database, id)->name_km == "សុខ ធារិទ្ធ");
    BOOST_TEST(!certificates::find_book_entry(database, "12/09", 2009).has_value());
    right.id = id + 100;
    BOOST_TEST(correct("nobody") == "book.entry-unknown");
    const auto history = certificates::book_history(database, id);
    BOOST_REQUIRE(history.size() == 2U);
    BOOST_TEST(history[0].verb == "type");
    BOOST_TEST(history[0].entry.name_km == "សុខ ធារី");
    BOOST_TEST(history[0].entry.year == 2009);
    BOOST_TEST(history[1].verb == "correct");
    BOOST_TEST(history[1].reason == "typed a line too low");
    BOOST_TEST((history[1].entry == certificates::find_book_entry(database, id).value()));
    BOOST_TEST(!certificates::register_damage(database, silent).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
