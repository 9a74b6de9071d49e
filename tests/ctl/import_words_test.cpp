// SPDX-License-Identifier: GPL-3.0-or-later
// The word import and what it may never do: promise what it does not keep, keep half, or write over a file.
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace {

struct Importing : test::Prompt {
    Importing() { clock.set(core::Day{std::chrono::year{2026} / 3 / 2}); }

    std::string office = new_office("a.srok");

    std::string list(std::string_view name, std::string_view csv) const {
        std::ofstream(folder / std::filesystem::path(name), std::ios::binary) << csv;
        return file(name);
    }
    std::string bytes(std::string_view name) const {
        std::ifstream written(folder / std::filesystem::path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(written), {}};
    }
    std::string open_class(std::string_view name, std::vector<std::string> more = {}) {
        if (centre.empty())
            centre = ask({"institution", office, "add", "មជ្ឈមណ្ឌលតាពូង", "--kind", "clc"}).json()["id"].dump();
        std::vector<std::string> words = {"class",       office,       "open",          std::string{name},
                                          "--programme", "literacy",   "--institution", centre,
                                          "--from",      "2025-11-03", "--to",          "2026-04-30",
                                          "--days",      "135",        "--hours",       "2"};
        words.insert(words.end(), more.begin(), more.end());
        return ask(words).json()["id"].dump();
    }
    int learners() { return ask({"find", office, ""}).json()["total"]; }

    std::string centre;
};

constexpr const char* three = "ឈ្មោះ,ភេទ,ឆ្នាំកំណើត\nសុខ ធារី,ស,1990\nចាន់ ដារ៉ា,ប,1991\nកែវ មុំ,,1992\n";

} // namespace

BOOST_FIXTURE_TEST_SUITE(import_words, Importing)

BOOST_AUTO_TEST_CASE(a_list_comes_in_the_pinned_form) {
    const auto typed = ask({"import", office, "learners", list("l.csv", three)});
    BOOST_TEST(typed.exit == 1);
    const ctl::Json outcome = typed.json();
    BOOST_TEST(outcome["import"].is_number_integer());
    BOOST_TEST(outcome["file"] == "l.csv");
    BOOST_TEST(outcome["header_row"] == 1);
    BOOST_TEST(outcome["accepted"] == 2);
    BOOST_TEST(outcome["refused"] == 1);
    BOOST_TEST(outcome["rows"][2]["row"] == 4);
    BOOST_TEST(outcome["rows"][2]["verdict"] == "refuse");
    BOOST_TEST(outcome["rows"][2]["code"] == "sex.missing");
    BOOST_TEST(outcome["rows"][2]["cell"] == "B4");
    BOOST_TEST(outcome["rows"][2]["message"] == "The sex is missing.");
}

BOOST_AUTO_TEST_CASE(the_person_at_the_shell_reads_it_in_khmer) {
    const auto typed = type({"import", office, "learners", list("l.csv", three), "--lang", "km"});
    BOOST_TEST(typed.out.find("Accepted") == std::string::npos);
    BOOST_TEST(typed.out.find("បដិសេធ 1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(when_the_refused_rows_cannot_be_written_nothing_is_imported) {
    const auto typed =
        ask({"import", office, "learners", list("l.csv", three), "--rejects", file("nowhere/r.xlsx")});
    BOOST_TEST(typed.exit == 2);
    BOOST_TEST(typed.error() == "file.write");
    BOOST_TEST(learners() == 0);
    BOOST_TEST(ask({"imports", office}).json()["imports"].empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_must_not_be_lost_is_never_written_over) {
    const std::string centres = list("l.csv", three);
    const std::string other = new_office("other.srok");
    const std::string office_before = bytes("other.srok");
    for (const std::string& kept : {centres, office, other}) {
        const auto typed = ask({"import", office, "learners", centres, "--rejects", kept});
        BOOST_TEST(typed.exit == 2);
        BOOST_TEST(typed.error() == "file.would-be-lost");
    }
    BOOST_TEST(ask({"return", office, "build", "2026-01", "--out", other}).error() == "file.would-be-lost");
    BOOST_TEST(bytes("l.csv") == three);
    BOOST_TEST((bytes("other.srok") == office_before));
    BOOST_TEST(learners() == 0);
}

BOOST_AUTO_TEST_CASE(refused_rows_come_back_as_a_list_that_can_be_sent_again) {
    ask({"import", office, "learners", list("l.csv", three), "--rejects", file("r.xlsx")});
    const ctl::Json again = ask({"import", office, "learners", file("r.xlsx")}).json();
    BOOST_REQUIRE(again["rows"].size() == 1U);
    BOOST_TEST(again["rows"][0]["code"] == "sex.missing");
    BOOST_TEST(again["rows"][0]["name"] == "កែវ មុំ");
}

BOOST_AUTO_TEST_CASE(a_dry_run_knows_that_a_class_is_closed_or_is_none) {
    const std::string id = open_class("អក្ខរកម្ម ក");
    // Closed with its gaps named: nobody was marked and nobody has scores.
    BOOST_TEST(type({"class", office, "close", id}).exit == 1);
    for (const std::string& taught : {id, std::string{"99"}})
        for (const bool dry : {true, false}) {
            std::vector<std::string> words = {"import",  office, "learners", list("l.csv", three),
                                              "--class", taught};
            if (dry) words.emplace_back("--dry-run");
            const auto typed = ask(words);
            BOOST_TEST(typed.exit == 2);
            BOOST_TEST(typed.error() == (taught == id ? "class.not-open" : "class.not-found"));
        }
    BOOST_TEST(learners() == 0);
}

BOOST_AUTO_TEST_CASE(whom_a_class_has_no_place_for_is_registered_and_the_row_says_so) {
    const std::string id = open_class("អក្ខរកម្ម ក", {"--capacity", "1"});
    const std::string csv = list("l.csv", three);
    const ctl::Json dry = ask({"import", office, "learners", csv, "--class", id, "--dry-run"}).json();
    const ctl::Json done = ask({"import", office, "learners", csv, "--class", id}).json();
    BOOST_TEST(dry["rows"] == done["rows"]);
    BOOST_TEST(done["accepted"] == 2);
    BOOST_TEST(done["rows"][0]["code"] == "");
    BOOST_TEST(done["rows"][1]["verdict"] == "accept");
    BOOST_TEST(done["rows"][1]["code"] == "class.full");
    BOOST_TEST(learners() == 2);
    BOOST_TEST(ask({"class", office, "list"}).json()["classes"][0]["learners"] == 1);
}

BOOST_AUTO_TEST_SUITE_END()
