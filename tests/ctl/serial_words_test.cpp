// SPDX-License-Identifier: GPL-3.0-or-later
// The words serials, paper and book, and what verify says of a number of the old book.
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

namespace {

struct Stock : test::Prompt {
    std::string province = new_office("province.srok", "02");
    std::string office = new_office("office.srok");
    std::string numbers = file("numbers.srokb");

    test::Typed give(std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"serials", province, "give", "0202", "--count", "20", "--out", numbers});
        return ask(std::move(more));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(serial_words, Stock)

BOOST_AUTO_TEST_CASE(a_province_gives_numbers_and_the_office_takes_them_once) {
    const auto given = give();
    BOOST_TEST(given.exit == 0);
    BOOST_TEST(given.json()["last"] == 20);
    BOOST_TEST(ask({"serials", province, "list"}).json()["given"].size() == 1U);
    const auto taken = ask({"serials", office, "take", numbers});
    BOOST_TEST(taken.exit == 0);
    BOOST_TEST(taken.json()["same"] == false);
    BOOST_TEST(ask({"serials", office, "take", numbers}).json()["same"] == true);
    const auto listed = ask({"serials", office, "list"}).json();
    BOOST_TEST(listed["blocks"][0]["origin"] == "province");
    BOOST_TEST(listed["blocks"][0]["left"] == 20);
    BOOST_TEST(listed["hint"].is_null());
    BOOST_TEST(ask({"serials", new_office("other.srok", "0203"), "take", numbers}).error() ==
               "block-file.wrong-office");
    BOOST_TEST(ask({"serials", office, "take", office}).error() == "block-file.not-srok");
    BOOST_TEST(ask({"check", office}).exit == 0);
    BOOST_TEST(ask({"check", province}).exit == 0);
}

BOOST_AUTO_TEST_CASE(numbers_are_given_as_the_person_asks_or_not_at_all) {
    BOOST_TEST(give({"--year", "2026", "--first", "101"}).json()["last"] == 120);
    BOOST_TEST(give({"--year", "2026", "--first", "120"}).error() == "serial.block-overlap");
    BOOST_TEST(give({"--year", "1990"}).error() == "serial.block-range");
    BOOST_TEST(ask({"serials", office, "give", "0203", "--count", "5", "--out", file("x.srokb")}).error() ==
               "block-file.not-a-province");
    BOOST_TEST(!std::filesystem::exists(folder / "x.srokb"));
    BOOST_TEST(ask({"serials", province, "give", "0202", "--count", "5", "--out", province}).error() ==
               "file.would-be-lost");
}

BOOST_AUTO_TEST_CASE(blank_numbers_are_spoiled_or_lost_for_good) {
    give();
    ask({"serials", office, "take", numbers});
    const auto spoiled = ask(
        {"certificate", office, "spoil", "0202-2025-000003", "--to", "0202-2025-000005", "--reason", "wet"});
    BOOST_TEST(spoiled.exit == 0);
    BOOST_TEST(spoiled.json()["numbers"] == 3);
    BOOST_TEST(ask({"certificate", office, "lose", "0202-2025-000009", "--reason", "post"}).exit == 0);
    const auto found = ask({"certificate", office, "spoil", "0202-2025-000009", "--reason", "found"});
    BOOST_TEST(found.exit == 2);
    BOOST_TEST(found.error() == "serial.not-blank");
    const auto block =
        ask({"certificate", office, "control-sheet", "--out", file("control.pdf")}).json()["blocks"][0];
    BOOST_TEST(block["spoiled"] == 3);
    BOOST_TEST(block["lost"] == 1);
    BOOST_TEST(block["blank"] == 16);
    BOOST_TEST(block["numbers"].size() == 7U);
    BOOST_TEST(ask({"check", office}).exit == 0);
}

BOOST_AUTO_TEST_CASE(numbered_forms_are_accounted_for) {
    BOOST_TEST(
        ask({"paper", office, "receive", "A 0001", "--to", "A 0050", "--from", "PoE"}).json()["sheets"] ==
        50);
    BOOST_TEST(ask({"paper", office, "spoil", "A 0007", "--reason", "jammed"}).exit == 0);
    BOOST_TEST(ask({"paper", office, "return", "A 0041", "--to", "A 0050", "--to-whom", "PoE", "--day",
                    "2025-12-16"})
                   .exit == 0);
    BOOST_TEST(ask({"paper", office, "use", "A 0001", "--for", "0202-2025-000001-X"}).exit == 2);
    const auto delivery = ask({"paper", office, "list"}).json()["deliveries"][0];
    BOOST_TEST(delivery["received"] == 39);
    BOOST_TEST(delivery["spoiled"] == 1);
    BOOST_TEST(delivery["returned"] == 10);
    BOOST_TEST(delivery["numbers"].size() == 4U);
    BOOST_TEST(ask({"paper", office, "stock-sheet", "--out", file("stock.pdf")}).exit == 0);
    BOOST_TEST(ask({"paper", office, "stock-sheet", "--out", file("stock.xlsx")}).exit == 0);
    BOOST_TEST(ask({"paper", province, "stock-sheet", "--out", file("none.pdf")}).error() == "paper.none");
    BOOST_TEST(ask({"check", office}).exit == 0);
}

BOOST_AUTO_TEST_CASE(issuing_and_reprinting_use_the_forms_that_lie_in_the_printer) {
    clock.set(core::Day{std::chrono::year{2026} / 9 / 1});
    const std::string sample = sample_office("sample.srok");
    ask({"paper", sample, "receive", "A 0001", "--to", "A 0200", "--from", "PoE"});
    std::string closed;
    const ctl::Json classes = ask({"class", sample, "list"}).json()["classes"];
    for (const auto& one : classes)
        if (one["status"] == "closed" || one["status"] == "approved") closed = one["id"].dump();
    const auto short_of_paper =
        ask({"certificate", sample, "issue", closed, "--out", file("pdf"), "--paper", "A 0200"});
    BOOST_TEST(short_of_paper.error() == "paper.unknown");
    BOOST_TEST(!std::filesystem::exists(folder / "pdf"));
    const auto issued =
        ask({"certificate", sample, "issue", closed, "--out", file("pdf"), "--paper", "A 0001"}).json();
    const std::size_t count = issued["issued"].size();
    BOOST_TEST(count > 1U);
    const auto first = ask({"paper", sample, "list"}).json()["deliveries"][0];
    BOOST_TEST(first["used"] == count);
    BOOST_TEST(first["numbers"][0]["serial"] == issued["issued"][0]["serial"]);
    const std::string serial = issued["issued"][0]["serial"];
    BOOST_TEST(ask({"certificate", sample, "reprint", serial, "--reason", "jam", "--out", file("r.pdf"),
                    "--paper", "A 0001"})
                   .error() == "paper.not-received");
    BOOST_TEST(!std::filesystem::exists(folder / "r.pdf"));
    BOOST_TEST(ask({"certificate", sample, "reprint", serial, "--reason", "jam", "--out", file("r.pdf"),
                    "--paper", "A 0150"})
                   .exit == 0);
    BOOST_TEST(ask({"paper", sample, "list"}).json()["deliveries"][0]["used"] == count + 1);
    BOOST_TEST(ask({"check", sample}).exit == 0);
}

BOOST_AUTO_TEST_CASE(the_old_book_is_typed_imported_and_never_genuine) {
    BOOST_TEST(ask({"book", office, "add", "12/09", "--year", "2009", "--name-km", "សុខ ធារី", "--sex", "f",
                    "--born", "1990", "--page", "7"})
                   .exit == 0);
    std::ofstream(folder / "book.csv") << "លេខវិញ្ញាបនបត្រ,ឆ្នាំ,ឈ្មោះ\n12/09,2009,ចាន់ ដារ៉ា\n13/09,2009,ចាន់ ដារ៉ា\n";
    const auto rehearsed = ask({"book", office, "import", file("book.csv"), "--dry-run"});
    BOOST_TEST(rehearsed.exit == 1);
    BOOST_TEST(rehearsed.json()["accepted"] == 1);
    BOOST_TEST(rehearsed.json()["rows"][0]["code"] == "book.number-taken");
    BOOST_TEST(ask({"book", office, "list"}).json()["entries"].size() == 1U);
    const auto taken = ask({"book", office, "import", file("book.csv"), "--rejects", file("rejects.xlsx")});
    BOOST_TEST(taken.json()["rejects"] == file("rejects.xlsx"));
    BOOST_TEST(ask({"book", office, "list", "ធារី"}).json()["entries"].size() == 1U);
    const auto verified = ask({"verify", "១៣/០៩", "--office", office});
    BOOST_TEST(verified.exit == 1);
    BOOST_TEST(verified.json()["verdict"] == "from-the-book");
    BOOST_TEST(verified.json()["entries"][0]["name_km"] == "ចាន់ ដារ៉ា");
    BOOST_TEST(ask({"verify", "99/09", "--office", office}).exit != 0);
    BOOST_TEST(ask({"check", office}).exit == 0);
}

BOOST_AUTO_TEST_CASE(an_entry_of_the_old_book_is_corrected_and_asked_by_its_number) {
    const auto add = [&](const char* number, const char* year) {
        return ask({"book", office, "add", number, "--year", year, "--name-km", "សុខ ធារី", "--sex", "f",
                    "--page", "7"})
            .exit;
    };
    BOOST_TEST(add("12/09", "2009") == 0);
    BOOST_TEST(add("12/09", "2010") == 0);
    BOOST_TEST(ask({"book", office, "correct", "12/09", "--reason", "r", "--page", "8"}).error() ==
               "book.which-year");
    BOOST_TEST(ask({"book", office, "correct", "99", "--reason", "r", "--page", "8"}).error() ==
               "book.entry-unknown");
    const auto corrected = ask({"book", office, "correct", "១២/០៩", "--year", "2010", "--to", "13/10",
                                "--sex", "m", "--reason", "read again"});
    BOOST_TEST(corrected.exit == 0);
    BOOST_TEST(corrected.json()["number"] == "13/10");
    BOOST_TEST(corrected.json()["sex"] == "m");
    BOOST_TEST(corrected.json()["page"] == "7");
    const auto history = ask({"book", office, "history", "13/10"}).json()["history"];
    BOOST_TEST(history.size() == 2U);
    BOOST_TEST(history[0]["entry"]["number"] == "12/09");
    BOOST_TEST(history[1]["reason"] == "read again");
    const auto asked = ask({"certificate", office, "register", "13/10"}).json();
    BOOST_TEST(asked["certificates"].empty());
    BOOST_TEST(asked["book"][0]["year"] == 2010);
    BOOST_TEST(ask({"certificate", office, "register", "77/77"}).error() == "certificate.unknown");
    BOOST_TEST(ask({"check", office}).exit == 0);
}

BOOST_AUTO_TEST_CASE(numbers_that_an_institution_held_are_the_offices_again) {
    clock.set(core::Day{std::chrono::year{2026} / 9 / 1});
    const std::string sample = sample_office("sample.srok");
    const std::string centre = ask({"institution", sample, "list"}).json()["institutions"][0]["id"].dump();
    const auto sent =
        ask({"parcel", sample, "out", centre, "--out", file("centre.srokp"), "--numbers", "30"});
    BOOST_TEST(sent.exit == 0);
    std::string block;
    const auto before = ask({"serials", sample, "list"}).json()["blocks"];
    for (const ctl::Json& one : before)
        if (!one["held_by"].is_null()) block = one["id"].dump();
    BOOST_REQUIRE(!block.empty());
    BOOST_TEST(ask({"serials", sample, "release", block, "--reason", " "}).error() == "serial.no-reason");
    const auto released = ask({"serials", sample, "release", block, "--reason", "ប្រគល់មកវិញ"});
    BOOST_TEST(released.exit == 0);
    BOOST_TEST(released.json()["held_by"].is_null());
    BOOST_TEST(ask({"serials", sample, "release", block, "--reason", "again"}).error() ==
               "serial.block-not-held");
    BOOST_TEST(ask({"serials", sample, "release", "9999", "--reason", "none"}).error() ==
               "serial.block-unknown");
    BOOST_TEST(ask({"check", sample}).exit == 0);
}

BOOST_AUTO_TEST_SUITE_END()
