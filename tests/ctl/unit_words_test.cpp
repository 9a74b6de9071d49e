// SPDX-License-Identifier: GPL-3.0-or-later
// The words learner and transcript, on the sample office.
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>

namespace {

struct Clerk : test::Prompt {
    std::string office = sample_office("a.srok");
    std::string learner;
    std::string taught;

    // Somebody who lacks one unit of the award and nothing else.
    Clerk() {
        const ctl::Json classes = ask({"class", office, "list"}).json()["classes"];
        for (const ctl::Json& one : classes) {
            const ctl::Json all = ask({"eligible", office, one["id"].dump()}).json()["learners"];
            for (const ctl::Json& who : all)
                if (who["reasons"].size() == 1 && who["reasons"][0]["code"] == "unit.missing") {
                    learner = who["number"].get<std::string>();
                    taught = one["id"].dump();
                }
        }
        BOOST_REQUIRE(!learner.empty());
    }

    test::Typed recognise(std::vector<std::string> more) {
        std::vector<std::string> line = {"learner", office,        "recognise",
                                         learner,   "--programme", "primary-equivalency",
                                         "--unit",  "life-skills"};
        line.insert(line.end(), more.begin(), more.end());
        return ask(line);
    }
    std::vector<std::string> whole() const {
        return {"--evidence", "A shirt", "--assessor", "សុខ វណ្ណា", "--assessor", "Keo Sophal"};
    }
    ctl::Json candidate() {
        const ctl::Json all = ask({"eligible", office, taught}).json()["learners"];
        for (const ctl::Json& who : all)
            if (who["number"] == learner) return who;
        return {};
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(unit_words, Clerk)

BOOST_AUTO_TEST_CASE(what_is_recognised_is_listed_counts_and_can_be_withdrawn) {
    BOOST_TEST(ask({"learner", office, "units", learner}).json()["units"].size() == 1U);
    const auto done = recognise(whole());
    BOOST_REQUIRE_MESSAGE(done.exit == 0, done.out);
    const std::string id = done.json()["recognition"].dump();
    const ctl::Json known = ask({"learner", office, "units", learner}).json();
    BOOST_REQUIRE(known["units"].size() == 2U);
    BOOST_TEST(known["recognitions"][0]["evidence"][0] == "A shirt");
    BOOST_TEST(known["recognitions"][0]["assessors"][1]["name"] == "Keo Sophal");
    BOOST_TEST(candidate()["eligible"] == true);
    int recognised = 0;
    const ctl::Json rests = candidate()["units"];
    for (const ctl::Json& unit : rests)
        recognised += unit["way"] == "recognition" ? 1 : 0;
    BOOST_TEST(recognised == 1);
    const auto withdrawn = ask({"learner", office, "withdraw", id, "--reason", "ឯកសារក្លែង"});
    BOOST_TEST(withdrawn.exit == 0);
    BOOST_TEST(candidate()["eligible"] == false);
    BOOST_TEST(ask({"learner", office, "units", learner}).json()["recognitions"][0]["withdrawn"]["reason"] ==
               "ឯកសារក្លែង");
}

BOOST_AUTO_TEST_CASE(what_lacks_is_told_and_nothing_is_written) {
    BOOST_TEST(recognise({"--evidence", "A shirt", "--assessor", "Keo Sophal"}).error() ==
               "recognition.assessors-missing");
    BOOST_TEST(recognise({"--evidence", " ", "--assessor", "A", "--assessor", "B"}).error() ==
               "recognition.no-evidence");
    BOOST_TEST(recognise({"--evidence", "x", "--assessor", "A", "--assessor", "B", "--on", "2025"}).error() ==
               "date.not-iso");
    BOOST_TEST(recognise({"--assessor", "A"}).error() == "usage.missing");
    BOOST_TEST(ask({"learner", office, "withdraw", "7", "--reason", "x"}).error() == "recognition.unknown");
    BOOST_TEST(ask({"learner", office, "units", learner}).json()["recognitions"].empty());
}

BOOST_AUTO_TEST_CASE(a_transcript_is_a_pdf_and_takes_no_office_file_s_place) {
    const auto done = ask({"transcript", office, learner, "--out", file("t.pdf")});
    BOOST_REQUIRE_MESSAGE(done.exit == 0, done.out);
    BOOST_TEST(done.json()["units"] == 1);
    BOOST_TEST(std::filesystem::exists(folder / "t.pdf"));
    // Read back from the paper.
    const auto verified = ask({"verify", file("t.pdf"), "--office", office});
    BOOST_TEST(verified.exit == 0);
    BOOST_TEST(verified.json()["kind"] == "transcript");
    BOOST_TEST(verified.json()["earned"].get<std::string>().starts_with("1 unit: "));
    BOOST_TEST(verified.json()["number"].get<std::string>().starts_with("0202-"));
    BOOST_TEST(ask({"verify", done.json()["code"], "--office", office}).json()["verdict"] == "genuine");
    BOOST_TEST(ask({"transcript", office, learner, "--out", file("t.txt")}).error() == "file.kind");
}

BOOST_AUTO_TEST_SUITE_END()
