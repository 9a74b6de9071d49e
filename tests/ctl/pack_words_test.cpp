// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/shell.hpp"
#include "ctl/typed.hpp"

#include <boost/test/unit_test.hpp>

#include <fstream>

namespace {

struct Fixture {
    test::Prompt prompt;
    std::string office = prompt.sample_office("packs.srok");
    test::Typed pack(std::vector<std::string> more) {
        more.insert(more.begin(), {"pack", office});
        return prompt.ask(more);
    }
    // The rules of a programme as a file, with some of the text changed.
    std::string rules(const std::string& programme,
                      const std::vector<std::pair<std::string, std::string>>& changes) {
        auto text = pack({"show", programme}).json()["toml"].get<std::string>();
        for (const auto& [was, is] : changes) {
            const auto at = text.find(was);
            BOOST_REQUIRE_MESSAGE(at != std::string::npos, was);
            text.replace(at, was.size(), is);
        }
        const std::string name = prompt.file(programme + ".toml");
        std::ofstream(ctl::path_of(name), std::ios::binary) << text;
        return name;
    }
};

const ctl::Json* named(const ctl::Json& packs, const std::string& programme) {
    for (const auto& one : packs["packs"])
        if (one["programme"] == programme) return &one;
    return nullptr;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(pack_words, Fixture)

BOOST_AUTO_TEST_CASE(every_programme_is_listed_with_the_version_new_classes_get) {
    const ctl::Json packs = pack({"list"}).json();
    BOOST_TEST(packs["packs"].size() == 10U);
    BOOST_REQUIRE(named(packs, "primary") != nullptr);
    BOOST_TEST((*named(packs, "primary"))["source"] == "program");
    BOOST_TEST((*named(packs, "primary"))["official"] == false);
    BOOST_TEST(pack({"show", "latin"}).error() == "programme.unknown");
}

BOOST_AUTO_TEST_CASE(a_file_is_checked_by_line_and_key_and_nothing_is_written) {
    const auto slip = pack({"check", rules("literacy", {{"rounding = \"half-up\"\n", ""}})});
    BOOST_TEST(slip.error() == "pack.missing");
    const auto unknown = pack({"check", rules("literacy", {{"mark-step = ", "mark-stop = "}})});
    BOOST_TEST(unknown.error() == "pack.unknown-key");
    BOOST_TEST(unknown.exit == 2);
    BOOST_TEST(ctl::Json::parse(unknown.out)["error"]["place"]["row"].get<int>() > 10);
    BOOST_TEST(pack({"check", prompt.file("none.toml")}).error() == "file.not-found");
}

BOOST_AUTO_TEST_CASE(a_check_says_what_it_would_change_in_each_open_class) {
    const auto stricter = pack({"check", rules("primary-equivalency",
                                               {{"pass-minimum = \"5.00\"", "pass-minimum = \"9.00\""}})})
                              .json();
    int changed = 0;
    for (const auto& one : stricter["open_classes"]) {
        changed += one["changed"].get<int>();
        BOOST_TEST(one["is"]["pass"].get<int>() <= one["was"]["pass"].get<int>());
        BOOST_TEST(one["was"]["incomplete"] == one["is"]["incomplete"]);
    }
    BOOST_TEST(!stricter["open_classes"].empty());
    BOOST_TEST(changed > 0);
    const auto same = pack({"check", rules("primary-equivalency", {})}).json();
    for (const auto& one : same["open_classes"])
        BOOST_TEST(one["changed"] == 0);
}

BOOST_AUTO_TEST_CASE(rules_in_use_are_for_new_classes_and_change_no_class_that_is_there) {
    const auto before = prompt.ask({"results", office, "1"}).out;
    const std::string stricter = rules("literacy", {{"pass-minimum = \"5.00\"", "pass-minimum = \"9.00\""}});
    BOOST_TEST(pack({"use", stricter}).error() == "pack.version-taken");
    const std::string named_anew =
        rules("literacy", {{"pass-minimum = \"5.00\"", "pass-minimum = \"9.00\""}, {"2026-2", "2026-9"}});
    const auto used = pack({"use", named_anew});
    BOOST_TEST(used.exit == 0);
    BOOST_TEST(used.json()["version"] == "2026-9");
    BOOST_TEST((*named(pack({"list"}).json(), "literacy"))["source"] == "office");
    BOOST_TEST(pack({"show", "literacy"}).json()["toml"].get<std::string>().find("\"9.00\"") !=
               std::string::npos);
    BOOST_TEST(prompt.ask({"results", office, "1"}).out == before);
    BOOST_TEST(pack({"shipped", "literacy"}).json()["version"] == "2026-2");
    BOOST_TEST(prompt.ask({"check", office}).exit == 0);
}

BOOST_AUTO_TEST_CASE(an_open_class_goes_over_to_new_rules_and_a_closed_one_keeps_its_own) {
    const auto take = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"class", office, "take-pack"});
        return prompt.ask(more);
    };
    const std::string old =
        (*named(pack({"list"}).json(), "primary-equivalency"))["version"].get<std::string>();
    BOOST_REQUIRE(
        pack({"use", rules("primary-equivalency",
                           {{"pass-minimum = \"5.00\"", "pass-minimum = \"9.00\""}, {old, "2026-9"}})})
            .exit == 0);
    const auto told = take({"--all", "primary-equivalency", "--dry-run"}).json();
    int open = 0;
    int closed = 0;
    for (const auto& one : told["classes"]) {
        BOOST_TEST(one["from"] == old);
        BOOST_TEST(one["to"] == "2026-9");
        if (!one["refused"].is_null()) {
            ++closed;
            BOOST_TEST(one["refused"]["code"] == "class.not-open");
            continue;
        }
        ++open;
        for (const auto& change : one["results"])
            BOOST_TEST(change["was"] != change["is"]);
    }
    BOOST_TEST(open > 0);
    BOOST_TEST(closed > 0);
    const auto versions = [&] { return pack({"versions", "primary-equivalency"}).json()["versions"]; };
    BOOST_TEST(versions()[0]["open_classes"] == open);
    BOOST_TEST(versions()[1]["new_classes"] == true);
    BOOST_TEST(versions()[1]["open_classes"] == 0);

    // Done as it was told; that some keep their rules is a finding.
    const auto done = take({"--all", "primary-equivalency"});
    BOOST_TEST(done.exit == 1);
    BOOST_TEST(done.json()["classes"] == told["classes"]);
    BOOST_TEST(versions()[0]["open_classes"] == 0);
    BOOST_TEST(versions()[0]["closed_classes"] == closed);
    BOOST_TEST(versions()[1]["open_classes"] == open);
    BOOST_TEST(prompt.ask({"check", office}).exit == 0);
    // And back again, one class by its id.
    for (const auto& one : told["classes"])
        if (one["refused"].is_null()) BOOST_TEST(take({one["class"].dump(), "--version", old}).exit == 0);
    BOOST_TEST(versions()[0]["open_classes"] == open);

    BOOST_TEST(take({"1", "--version", "1999"}).error() == "pack.version-unknown");
    BOOST_TEST(take({}).error() == "usage.missing");
    BOOST_TEST(take({"--all", "latin"}).error() == "programme.unknown");
    BOOST_TEST(pack({"versions", "latin"}).error() == "programme.unknown");
}

BOOST_AUTO_TEST_SUITE_END()
