// SPDX-License-Identifier: GPL-3.0-or-later
// The words verify, keys and office: a district's list goes to the province, and the province's to a
// neighbour.
#include "certificates/checking_page.hpp"
#include "ctl/shell.hpp"
#include "ctl/typed.hpp"
#include "file_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace {

struct Keys : test::Prompt {
    // The sample's year is over.
    Keys() { clock.set(core::Day{std::chrono::year{2026} / 9 / 1}); }

    // The code of an issued certificate of the sample, from its paper.
    std::string a_serial(const std::string& office) {
        const ctl::Json all = ask({"certificate", office, "register"}).json();
        for (const ctl::Json& one : all["certificates"])
            if (one["state"] == "issued") return one["serial"];
        BOOST_FAIL("nothing is issued");
        return {};
    }
    std::string paper_of(const std::string& office, const std::string& serial) {
        ask({"certificate", office, "reprint", serial, "--reason", "ពិនិត្យ", "--out", file("paper.pdf")});
        return file("paper.pdf");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(key_words, Keys)

BOOST_AUTO_TEST_CASE(a_paper_is_checked_against_a_list_alone_and_a_void_one_is_told) {
    const std::string office = sample_office("sample.srok");
    const std::string serial = a_serial(office), paper = paper_of(office, serial);
    const auto made = ask({"keys", office, "export", "--out", file("0202.txt")});
    BOOST_TEST(made.exit == 0);
    BOOST_TEST(made.json()["sample"] == true);
    const auto genuine = ask({"verify", paper, "--keys", file("0202.txt")});
    BOOST_TEST(genuine.exit == 0);
    BOOST_TEST(genuine.json()["verdict"] == "genuine");
    BOOST_TEST(genuine.json()["serial"] == serial);
    ask({"certificate", office, "void", serial, "--reason", "ខុស"});
    const ctl::Json newer = ask({"keys", office, "export", "--out", file("0202.txt")}).json();
    BOOST_TEST(newer["counter"].get<int>() == made.json()["counter"].get<int>() + 1);
    const auto gone = ask({"verify", paper, "--keys", file("0202.txt")});
    BOOST_TEST(gone.exit == 1);
    BOOST_TEST(gone.json()["verdict"] == "void");
    BOOST_TEST(gone.json()["reason"]["code"] == "certificate.revoked");
    BOOST_TEST(gone.json()["reason"]["message"].get<std::string>().find(serial) != std::string::npos);
    // Three months and more later the list itself is the first to ask about.
    clock.set(core::Day{std::chrono::year{2027} / 1 / 1});
    BOOST_TEST(ask({"verify", paper, "--keys", file("0202.txt")}).json()["hint"]["code"] == "keys.old");
}

BOOST_AUTO_TEST_CASE(lists_are_taken_once_newer_ones_replace_and_older_ones_are_named) {
    const std::string district = new_office("0202.srok"), province = new_office("02.srok", "02");
    BOOST_TEST(ask({"keys", district, "export", "--out", file("one.txt")}).json()["counter"] == 1);
    clock.set(core::Day{std::chrono::year{2026} / 9 / 2});
    BOOST_TEST(ask({"keys", district, "export", "--out", file("two.txt")}).json()["counter"] == 2);
    BOOST_TEST(ask({"keys", province, "take", file("two.txt")}).json()["order"] == "first");
    const auto older = ask({"keys", province, "take", file("one.txt")});
    BOOST_TEST(older.exit == 1);
    BOOST_TEST(older.json()["order"] == "older");
    BOOST_TEST(older.json()["reason"]["code"] == "keys.order-older");
    BOOST_TEST(ask({"keys", province, "take", file("two.txt")}).json()["order"] == "same");
    const ctl::Json listed = ask({"keys", province, "list"}).json();
    BOOST_TEST(listed["lists"].size() == 1U);
    BOOST_TEST(listed["keys"].size() == 2U);
    BOOST_TEST(listed["keys"][1]["by"] == "list");
    // Its own list comes back to the district by mistake.
    BOOST_TEST(ask({"keys", district, "take", file("two.txt")}).error() == "keys.own");
    const ctl::Json joined = ask({"keys", province, "export", "--out", file("joined.txt")}).json();
    BOOST_TEST(joined["keys"] == 2);
    BOOST_TEST(ask({"keys", district, "take", file("joined.txt")}).json()["order"] == "first");
}

BOOST_AUTO_TEST_CASE(a_list_that_is_none_or_was_touched_or_of_a_sample_is_refused) {
    const std::string province = new_office("02.srok", "02");
    const std::string sample = sample_office("sample.srok");
    ask({"keys", sample, "export", "--out", file("sample.txt")});
    const auto refused = ask({"keys", province, "take", file("sample.txt")});
    BOOST_TEST(refused.exit == 2);
    BOOST_TEST(refused.error() == "keys.sample");
    std::string text = test::bytes_of(folder / "sample.txt");
    std::ofstream(folder / "touched.txt", std::ios::binary) << text.replace(text.find("2026-"), 4, "2027");
    BOOST_TEST(ask({"keys", province, "take", file("touched.txt")}).error() == "keys.altered");
    std::ofstream(folder / "none.txt") << "hello";
    BOOST_TEST(ask({"keys", province, "take", file("none.txt")}).error() == "keys.not-a-list");
    BOOST_TEST(ask({"verify", "SROK1:0", "--keys", file("none.txt")}).error() == "keys.not-a-list");
    BOOST_TEST(ask({"keys", province, "take", file("nowhere.txt")}).error() == "file.not-found");
    BOOST_TEST(ask({"keys", province, "export", "--out", province}).error() == "file.would-be-lost");
    BOOST_TEST(ask({"verify", "SROK1:0", "--keys", file("none.txt"), "--office", province}).exit == 2);
    BOOST_TEST(ask({"keys", province, "list"}).json()["lists"].empty());
}

BOOST_AUTO_TEST_CASE(the_page_is_one_file_or_the_word_says_that_it_was_not_built) {
    const std::string office = sample_office("sample.srok");
    const auto typed = ask({"keys", office, "page", "--out", file("verify.html")});
    if (!certificates::has_checking_page()) {
        BOOST_TEST(typed.error() == "verify.page-not-built");
        BOOST_TEST(!std::filesystem::exists(folder / "verify.html"));
        return;
    }
    BOOST_TEST(typed.exit == 0);
    BOOST_TEST(typed.json()["lists"][0]["own"] == true);
    BOOST_TEST(std::filesystem::file_size(folder / "verify.html") ==
               typed.json()["bytes"].get<std::size_t>());
}

BOOST_AUTO_TEST_CASE(the_offices_telephone_is_kept_in_its_one_form_and_stands_on_the_paper) {
    const std::string office = sample_office("sample.srok");
    BOOST_TEST(ask({"office", office}).json()["phone"] == "");
    BOOST_TEST(ask({"office", office, "--phone", "+855 53 952 001"}).json()["phone"] == "053952001");
    BOOST_TEST(ask({"office", office, "--phone", "12"}).error() == "phone.length");
    BOOST_TEST(ask({"office", office}).json()["phone"] == "053952001");
    BOOST_TEST(ask({"office", office, "--phone", ""}).json()["phone"] == "");
}

BOOST_AUTO_TEST_SUITE_END()
