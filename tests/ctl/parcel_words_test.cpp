// SPDX-License-Identifier: GPL-3.0-or-later
// The word parcel: from a district's file to a school's and back.
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

namespace {

struct ParcelWords : test::Prompt {
    // The sample's year is over.
    ParcelWords() {
        clock.set(core::Day{std::chrono::year{2026} / 9 / 1});
        const ctl::Json all = ask({"class", office, "list"}).json();
        for (const ctl::Json& one : all["classes"])
            if (one["status"] == "closed") id = one["id"].dump();
        BOOST_REQUIRE(!id.empty());
    }

    std::string office = sample_office("sample.srok");
    std::string id;

    std::string school() {
        const std::string made = file("school.srok");
        BOOST_TEST(type({"new", made, "--area", "0202", "--institution", "S1", "--name", "សាលា"}).exit == 0);
        return made;
    }
    // The institution of the closed class.
    std::string where() {
        const std::string taught =
            ask({"certificate", office, "list", id}).json()["name_km"].get<std::string>();
        const ctl::Json waiting = ask({"certificate", office, "lists"}).json();
        for (const ctl::Json& one : waiting["lists"])
            if (one["class_km"] == taught) return one["institution_km"];
        BOOST_FAIL("the class waits for nothing");
        return {};
    }
    void prepare_and_check() {
        BOOST_TEST(type({"certificate", office, "prepare", id, "--by", "ឡុង សុជាតា"}).exit == 0);
        BOOST_TEST(type({"certificate", office, "check", id, "--by", "មាស វិចិត្រ"}).exit == 0);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(parcel_words, ParcelWords)

BOOST_AUTO_TEST_CASE(a_parcel_goes_to_a_school_and_comes_back_with_its_certificates) {
    prepare_and_check();
    const auto out =
        ask({"parcel", office, "out", where(), "--out", file("out.srokp"), "--headteacher", "សុខ"});
    BOOST_TEST((out.exit == 0 || out.exit == 1));
    BOOST_TEST(out.json()["parcel"] == 1);
    const std::string own = school();
    const auto planned = ask({"parcel", own, "in", file("out.srokp"), "--dry-run"});
    BOOST_TEST(planned.json()["written"] == false);
    BOOST_TEST(planned.json()["refused"] == 0);
    BOOST_TEST(ask({"class", own, "list"}).json()["classes"].empty());
    const auto taken = ask({"parcel", own, "in", file("out.srokp")});
    BOOST_TEST(taken.exit == 0);
    BOOST_TEST(taken.json()["new"] == planned.json()["new"]);
    BOOST_TEST(ask({"parcel", own, "in", file("out.srokp")}).json()["taken_before"] == true);
    std::string waiting;
    const ctl::Json lists = ask({"certificate", own, "lists"}).json();
    for (const ctl::Json& one : lists["lists"])
        if (one["waits_for"] == "approval") waiting = one["class"].dump();
    BOOST_REQUIRE(!waiting.empty());
    BOOST_TEST(
        type({"certificate", own, "approve", waiting, "--by", "សុខ សុភា", "--role", "headteacher"}).exit == 0);
    const auto issued = ask({"certificate", own, "issue", waiting, "--out", file("pdf")}).json();
    BOOST_REQUIRE(!issued["issued"].empty());
    const std::string code = issued["issued"][0]["code"];
    const auto back = ask({"parcel", own, "out", "--out", file("back.srokp")});
    BOOST_TEST(back.json()["way"] == "back");
    BOOST_TEST(back.json()["certificates"] == issued["issued"].size());
    BOOST_TEST(ask({"verify", code, "--office", office}).json()["verdict"] == "unknown-key");
    const auto preview = ask({"parcel", office, "in", file("back.srokp"), "--dry-run"});
    BOOST_TEST(preview.json()["refused"] == 0);
    BOOST_TEST(ask({"parcel", office, "in", file("back.srokp")}).exit == 0);
    BOOST_TEST(ask({"verify", code, "--office", office}).json()["verdict"] == "genuine");
    BOOST_TEST(ask({"verify", code, "--office", office}).json()["sample"] == true);
    BOOST_TEST(type({"check", office}).exit == 0);
    BOOST_TEST(type({"check", own}).exit == 0);
    BOOST_TEST(ask({"parcel", office, "list"}).json()["parcels"].size() == 2U);
}

BOOST_AUTO_TEST_CASE(wrong_use_and_wrong_files_write_nothing) {
    prepare_and_check();
    BOOST_TEST(ask({"parcel", office, "out", "--out", file("out.srokp")}).error() == "parcel.for-whom");
    BOOST_TEST(ask({"parcel", office, "out", "nowhere", "--out", file("out.srokp")}).error() ==
               "institution.unknown");
    BOOST_TEST(ask({"parcel", office, "in", office}).error() == "parcel.not-srok");
    BOOST_TEST(ask({"parcel", office, "in", file("none.srokp")}).error() == "file.not-found");
    BOOST_TEST(ask({"parcel", school(), "out", "--out", file("back.srokp")}).error() == "parcel.none-taken");
    ask({"parcel", office, "out", where(), "--out", file("out.srokp")});
    BOOST_TEST(ask({"parcel", office, "in", file("out.srokp")}).error() == "parcel.own");
}

BOOST_AUTO_TEST_SUITE_END()
