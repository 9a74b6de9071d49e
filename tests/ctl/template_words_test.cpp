// SPDX-License-Identifier: GPL-3.0-or-later
// The words template and statement on the sample office: an officer changes how a certificate looks, and
// hands out papers beside it.
#include "ctl/shell.hpp"
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

struct Officer : test::Prompt {
    Officer() { clock.set(core::Day{std::chrono::year{2026} / 9 / 1}); }

    std::string office = sample_office("sample.srok");

    std::string class_that_is(std::string_view status, std::string_view programme = "") {
        const ctl::Json all = ask({"class", office, "list"}).json();
        for (const ctl::Json& one : all["classes"])
            if (one["status"] == status && (programme.empty() || one["programme"] == programme))
                return one["id"].dump();
        BOOST_FAIL("no class is " << status);
        return {};
    }
    std::string text_of(const std::string& file) {
        std::ifstream in(ctl::path_of(file), std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }
    // The template in use, with a part of it replaced.
    std::string changed(std::string_view was, std::string_view is, const std::string& what = "literacy") {
        const std::string svg = file("own.svg");
        std::filesystem::remove(ctl::path_of(svg));
        BOOST_REQUIRE(type({"template", office, "export", "--for", what, "--out", svg}).exit == 0);
        std::string text = text_of(svg);
        const std::size_t at = text.find(was);
        BOOST_REQUIRE_MESSAGE(at != std::string::npos, was);
        std::ofstream(ctl::path_of(svg), std::ios::binary) << text.replace(at, was.size(), is);
        return svg;
    }
    ctl::Json issue(const std::string& kind, const std::string& of, std::vector<std::string> more = {}) {
        std::vector<std::string> line = {"statement", office, "issue", kind, of};
        line.insert(line.end(), more.begin(), more.end());
        line.insert(line.end(), {"--out", file(kind)});
        return ask(line).json();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(template_words, Officer)

BOOST_AUTO_TEST_CASE(every_document_is_listed_with_its_places) {
    const ctl::Json all = ask({"template", office, "list"}).json();
    BOOST_REQUIRE(all["documents"].size() == 4U);
    BOOST_TEST(all["documents"][0]["document"] == "completion");
    BOOST_TEST(all["documents"][0]["places"].size() > 40U);
    BOOST_TEST(all["taken"].empty());
}

BOOST_AUTO_TEST_CASE(a_template_with_a_slip_is_checked_refused_and_taken_once_it_is_mended) {
    const std::string programme = "primary-equivalency";
    const std::string of = class_that_is("closed", programme);
    const std::string slip = changed("{{name_km}}", "{{nmae_km}}", programme);
    const auto checked = ask({"template", office, "check", slip, "--class", of});
    BOOST_TEST(checked.exit == 1);
    BOOST_TEST(checked.json()["problems"][0]["code"] == "template.unknown-placeholder");
    BOOST_TEST(checked.json()["problems"][0]["line"] > 1);
    BOOST_TEST(ask({"template", office, "take", slip, "--for", programme}).error() ==
               "template.unknown-placeholder");

    const std::string good = changed("<svg ", "<!-- ours --><svg ", programme);
    BOOST_TEST(ask({"template", office, "check", good, "--class", of}).exit == 0);
    const auto taken = ask({"template", office, "take", good, "--for", programme, "--name", "ours"});
    BOOST_REQUIRE_MESSAGE(taken.exit == 0, taken.out);
    BOOST_TEST(taken.json()["version"] == 1);
    BOOST_TEST(ask({"template", office, "list"}).json()["taken"][0]["name"] == "ours");
    BOOST_TEST(ask({"template", office, "take", good, "--for", programme}).error() == "template.same");
    BOOST_TEST(ask({"certificate", office, "issue", of, "--out", file("pdf")}).exit == 0);
    BOOST_TEST(ask({"template", office, "use-shipped", "--for", programme}).exit == 0);
    BOOST_TEST(ask({"audit", office}).exit == 0);
}

BOOST_AUTO_TEST_CASE(the_longest_names_are_seen_on_a_preview) {
    const std::string own = changed("<svg ", "<!-- ours --><svg ");
    const auto seen = ask(
        {"template", office, "preview", own, "--class", class_that_is("closed"), "--out", file("seen.pdf")});
    BOOST_TEST(seen.exit == 0);
    BOOST_TEST(seen.json()["pages"] > 6);
    BOOST_TEST(text_of(file("seen.pdf")).starts_with("%PDF"));
    BOOST_TEST(ask({"template", office, "preview", own, "--out", office}).error() == "file.would-be-lost");
}

BOOST_AUTO_TEST_CASE(what_is_no_template_is_refused_by_name) {
    std::ofstream(folder / "list.csv") << "a,b";
    BOOST_TEST(ask({"template", office, "check", file("list.csv")}).json()["problems"][0]["code"] ==
               "template.not-svg");
    BOOST_TEST(ask({"template", office, "check", file("none.svg")}).error() == "template.no-file");
    BOOST_TEST(
        ask({"template", office, "export", "--for", "literacy:diploma", "--out", file("x.svg")}).error() ==
        "template.document");
}

BOOST_AUTO_TEST_CASE(paper_and_dates_are_set_and_the_calibration_page_written) {
    const auto set = ask({"template", office, "paper", "--dates", "dotted", "--pre-printed", "yes", "--right",
                          "-1.5", "--down", "២"});
    BOOST_REQUIRE_MESSAGE(set.exit == 0, set.out);
    BOOST_TEST(set.json()["right"] == "-1.50");
    BOOST_TEST(set.json()["down"] == "2.00");
    BOOST_TEST(ask({"template", office, "list"}).json()["documents"][0]["dates"] == "dotted");
    BOOST_TEST(ask({"template", office, "paper", "--dates", "soon"}).error() == "paper.dates");
    BOOST_TEST(ask({"template", office, "paper", "--right", "55"}).error() == "paper.offset");
    BOOST_TEST(ask({"template", office, "calibration", "--out", file("page.pdf")}).exit == 0);
    BOOST_TEST(text_of(file("page.pdf")).starts_with("%PDF"));
}

// The artwork and the fixed words are on the paper already: what is printed is smaller, and its code still
// reads.
BOOST_AUTO_TEST_CASE(on_pre_printed_paper_only_what_differs_is_printed) {
    const std::string of = class_that_is("closed");
    BOOST_REQUIRE(type({"template", office, "paper", "--pre-printed", "yes"}).exit == 0);
    const ctl::Json issued = ask({"certificate", office, "issue", of, "--out", file("pdf")}).json()["issued"];
    BOOST_REQUIRE(!issued.empty());
    const std::string paper = issued[0]["file"].get<std::string>();
    BOOST_TEST(ask({"verify", paper, "--office", office}).json()["verdict"] == "genuine");
    BOOST_TEST(std::filesystem::file_size(ctl::path_of(paper)) < 60'000U);
}

BOOST_AUTO_TEST_CASE(statements_are_handed_out_listed_and_printed_again) {
    const std::string of = class_that_is("closed");
    const ctl::Json done = issue("provisional", of);
    BOOST_REQUIRE_MESSAGE(!done["issued"].empty(), done.dump());
    const std::string number = done["issued"][0]["number"].get<std::string>();
    const std::string paper = done["issued"][0]["file"].get<std::string>();
    BOOST_TEST(number.starts_with("0202-2026-P00001-"));
    for (const ctl::Json& left : done["left_out"])
        BOOST_TEST(!left["message"].get<std::string>().empty());
    BOOST_TEST(issue("provisional", of)["issued"].empty());
    BOOST_TEST(
        ask({"statement", office, "reprint", number, "--reason", "បាត់", "--out", file("again.pdf")}).exit ==
        0);
    BOOST_TEST(text_of(file("again.pdf")) == text_of(paper));
    const ctl::Json all = ask({"statement", office, "list"}).json()["statements"];
    BOOST_TEST(all.size() == done["issued"].size());
    BOOST_TEST(all.back()["reprints"] == 1);
    BOOST_TEST(ask({"check", office}).exit == 0);
}

BOOST_AUTO_TEST_CASE(a_named_learner_gets_what_was_attended_and_what_was_earned_of_the_award) {
    const std::string of = class_that_is("closed");
    const ctl::Json everyone = ask({"eligible", office, of}).json()["learners"];
    const ctl::Json attended = issue("attendance", of, {everyone[0]["number"].get<std::string>()});
    BOOST_TEST(attended["issued"].size() == 1U);
    std::size_t partial = 0;
    const ctl::Json classes = ask({"class", office, "list"}).json()["classes"];
    for (const ctl::Json& one : classes)
        if (one["status"] != "open") partial += issue("partial", one["id"].dump())["issued"].size();
    BOOST_TEST(partial > 0U);
}

BOOST_AUTO_TEST_CASE(the_roll_and_the_handover_register_are_written_as_paper_and_workbook) {
    const std::string of = class_that_is("issued");
    for (const char* name : {"handover.pdf", "handover.xlsx", "roll.pdf", "roll.xlsx"}) {
        const std::string kind = std::string{name}.substr(0, std::string_view{name}.find('.'));
        const auto done = ask({"sheet", office, kind, "--class", of, "--out", file(name)});
        BOOST_TEST(done.exit == 0, done.out);
        BOOST_TEST(done.json()["rows"] > 0);
        BOOST_TEST(std::filesystem::file_size(folder / name) > 1000U);
    }
    BOOST_TEST(ask({"sheet", office, "handover", "--class", class_that_is("open"), "--out", file("x.pdf")})
                   .error() == "list.no-certificate");
}

BOOST_AUTO_TEST_SUITE_END()
