// SPDX-License-Identifier: GPL-3.0-or-later
// The award list at the shell, from the clerk through the headteacher to the certificates.
#include "ctl/shell.hpp"
#include "ctl/typed.hpp"
#include "documents/image.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace {

struct AwardLists : test::Prompt {
    // The sample's year is over.
    AwardLists() { clock.set(core::Day{std::chrono::year{2026} / 9 / 1}); }

    std::string office = sample_office("sample.srok");

    std::string class_that_is(std::string_view status) {
        const ctl::Json all = ask({"class", office, "list"}).json();
        for (const ctl::Json& one : all["classes"])
            if (one["status"] == status) return one["id"].dump();
        BOOST_FAIL("no class is " << status);
        return {};
    }
    std::string id = class_that_is("closed");

    test::Typed step(std::vector<std::string> more) {
        more.insert(more.begin() + 1, id);
        more.insert(more.begin(), {"certificate", office});
        return ask(std::move(more));
    }
    ctl::Json waiting() {
        const ctl::Json all = ask({"certificate", office, "lists"}).json();
        for (const ctl::Json& one : all["lists"])
            if (one["class"].dump() == id) return one;
        BOOST_FAIL("the class waits for nothing");
        return {};
    }
    std::string picture() {
        const documents::Image grey{30, 40, std::vector<std::uint8_t>(std::size_t{3} * 30 * 40, 220)};
        std::ofstream(folder / "signed.png", std::ios::binary) << documents::encode_png(grey);
        return file("signed.png");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(award_list_words, AwardLists)

BOOST_AUTO_TEST_CASE(a_list_goes_from_the_clerk_to_the_headteacher_and_then_its_certificates_are_issued) {
    BOOST_TEST(waiting()["waits_for"] == "preparation");
    BOOST_TEST(step({"approve", "--by", "សុខ សុភា", "--role", "headteacher"}).error() == "award-list.none");
    const auto prepared = step({"prepare", "--by", "ឡុង សុជាតា"});
    BOOST_TEST(prepared.exit == 0);
    BOOST_TEST(prepared.json()["state"] == "prepared");
    const int awarded = prepared.json()["awarded"];
    BOOST_TEST(awarded > 0);
    BOOST_TEST(waiting()["waits_for"] == "check");
    BOOST_TEST(step({"check", "--by", "ឡុង សុជាតា"}).error() == "award-list.own-check");
    BOOST_TEST(step({"check", "--by", "មាស វិចិត្រ"}).json()["state"] == "checked");
    BOOST_TEST(waiting()["last_name"] == "មាស វិចិត្រ");
    const auto approved = step({"approve", "--by", "សុខ សុភា", "--role", "office-head", "--acting-for", "ហេង"});
    BOOST_TEST(approved.json()["state"] == "approved");
    const ctl::Json list = step({"list"}).json();
    BOOST_TEST(list["steps"][2]["role"] == "office-head");
    BOOST_TEST(list["steps"][2]["acting_for"] == "ហេង");
    BOOST_TEST(list["steps"][2]["on_paper"] == false);
    BOOST_TEST(list["changes"].empty());
    const auto issued = ask({"certificate", office, "issue", id, "--out", file("pdf")});
    BOOST_TEST(issued.json()["approved_in_same_step"] == false);
    BOOST_TEST(static_cast<int>(issued.json()["issued"].size()) == awarded);
}

BOOST_AUTO_TEST_CASE(a_list_comes_back_with_remarks_that_stay_in_its_history) {
    const ctl::Json first = step({"prepare"}).json();
    BOOST_TEST(first["list"] == 1);
    const ctl::Json lines = step({"list"}).json()["lines"];
    const std::string number = lines[0]["number"];
    BOOST_TEST(step({"return"}).error() == "award-list.no-remark");
    BOOST_TEST(step({"return", "--row", "no sign"}).error() == "award-list.remark-unreadable");
    BOOST_TEST(step({"return", "--row", "999999=?"}).error() == "learner.unknown");
    const auto returned =
        step({"return", "--by", "សុខ សុភា", "--remark", "ឈ្មោះខុស", "--row", number + "=សរសេរឈ្មោះឱ្យត្រូវ"});
    BOOST_TEST(returned.json()["state"] == "returned");
    BOOST_TEST(waiting()["waits_for"] == "mending");
    BOOST_TEST(waiting()["remark"] == "ឈ្មោះខុស");
    BOOST_TEST(step({"prepare"}).json()["list"] == 2);
    const ctl::Json old = step({"list", "--number", "1"}).json();
    BOOST_TEST(old["steps"][1]["remarks"][0]["remark"] == "សរសេរឈ្មោះឱ្យត្រូវ");
    BOOST_TEST(old["steps"][1]["remarks"][0]["number"] == number);
    BOOST_TEST(old["lists"].size() == 2U);
    BOOST_TEST(step({"list", "--number", "3"}).error() == "award-list.no-such");
}

BOOST_AUTO_TEST_CASE(a_list_signed_on_paper_is_recorded_with_its_day_and_its_scan) {
    step({"prepare", "--by", "ឡុង សុជាតា"});
    step({"check", "--by", "មាស វិចិត្រ"});
    clock.set(core::Day{std::chrono::year{2026} / 9 / 20});
    const std::vector<std::string> words{"approve",     "--by",       "សុខ សុភា", "--role",
                                         "headteacher", "--on-paper", "--date"};
    const auto with = [&](std::initializer_list<std::string> more) {
        auto all = words;
        all.insert(all.end(), more);
        return step(all);
    };
    BOOST_TEST(step({words.begin(), words.end() - 1}).error() == "award-list.no-day");
    BOOST_TEST(with({"2026-09-05"}).error() == "award-list.no-scan");
    BOOST_TEST(with({"2026-09-05", "--scan", file("none.pdf")}).error() == "file.not-found");
    BOOST_TEST(with({"2026-09-30", "--scan", picture()}).error() == "award-list.day");
    BOOST_TEST(with({"2026-09-05", "--scan", picture()}).json()["state"] == "approved");
    const ctl::Json last = step({"list"}).json()["steps"][2];
    BOOST_TEST(last["day"] == "2026-09-05");
    BOOST_TEST(last["on_paper"] == true);
    BOOST_TEST(last["scan"] == "jpeg");
}

BOOST_AUTO_TEST_CASE(the_board_gets_the_list_as_paper_and_as_workbook) {
    step({"prepare"});
    for (const char* name : {"list.pdf", "list.xlsx"}) {
        const auto written = step({"list", "--out", file(name)});
        BOOST_TEST(written.exit == 0);
        BOOST_TEST(std::filesystem::file_size(folder / name) > 3000U);
    }
    BOOST_TEST(step({"list", "--out", file("list.doc")}).error() == "file.kind");
    BOOST_TEST(step({"list", "--out", office}).error() == "file.would-be-lost");
}

BOOST_AUTO_TEST_SUITE_END()
