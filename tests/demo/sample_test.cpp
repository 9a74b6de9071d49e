// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/follow_up.hpp"
#include "attendance/rate_store.hpp"
#include "certificates/eligibility.hpp"
#include "classes/class_store.hpp"
#include "demo/sample.hpp"
#include "imports/import_store.hpp"
#include "office/office_store.hpp"
#include "returns/built_return_store.hpp"
#include "storage/audit.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <set>

using classes::Status;
using storage::Database;
using namespace std::chrono_literals;

namespace {

// Long after the sample's year: it must not matter when it is looked at.
struct Fixture {
    test::Folder folder;
    core::FixedClock clock{core::Day{2027y / 3 / 1}};
    core::SeededRandom random{99};
    documents::Fonts fonts = documents::Fonts::load(documents::font_folders({}));

    std::filesystem::path make(const char* name, demo::Scale scale) {
        core::NoProgress progress;
        BOOST_REQUIRE(demo::make_sample(folder / name, scale, fonts, progress).has_value());
        return folder / name;
    }
    Database open(const std::filesystem::path& path) {
        return Database::open(path, storage::Access::read_only, {clock, random});
    }
};

std::string columns_of(const Database& database, const std::string& table) {
    std::string columns;
    auto row = database.query("SELECT name FROM pragma_table_info(?1)", table);
    while (row.step())
        columns += (columns.empty() ? "quote(" : " || ',' || quote(") + row.get<std::string>(0) + ")";
    return columns;
}

// Every row of every table as text, as `.dump` writes them.
std::vector<std::string> dump(const Database& database) {
    std::vector<std::string> lines;
    auto table = database.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name");
    while (table.step()) {
        const auto name = table.get<std::string>(0);
        auto row = database.query("SELECT " + columns_of(database, name) + " FROM " + name);
        while (row.step())
            lines.push_back(name + ": " + row.get<std::string>(0));
    }
    return lines;
}

std::int64_t count(const Database& database, const std::string& table) {
    return database.value<std::int64_t>("SELECT count(*) FROM " + table).value_or(0);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(sample, Fixture)

BOOST_AUTO_TEST_CASE(the_same_seed_gives_the_same_file_and_another_seed_another) {
    const auto first = dump(open(make("first.srok", {.learners = 60, .seed = 5})));
    const auto again = dump(open(make("again.srok", {.learners = 60, .seed = 5})));
    const auto other = dump(open(make("other.srok", {.learners = 60, .seed = 6})));
    BOOST_TEST(first.size() > 1'000U);
    BOOST_TEST((first == again));
    BOOST_TEST((first != other));
}

BOOST_AUTO_TEST_CASE(a_thousand_learners_in_forty_classes_of_twelve_centres) {
    const Database database = open(make("demo.srok", {}));
    BOOST_TEST(office::load_office(database).sample);
    BOOST_TEST(office::load_office(database).in_set_up());
    BOOST_TEST(count(database, "institution") == 12);
    BOOST_TEST(count(database, "learner") == 1'000);
    BOOST_TEST(count(database, "enrolment") == 1'000);
    const auto classes = classes::list_classes(database);
    BOOST_TEST(classes.size() == 40U);
    std::map<Status, int> endings;
    std::map<std::string, int> programmes;
    for (const auto& listed : classes) {
        ++endings[listed.status];
        ++programmes[listed.programme];
        BOOST_TEST((listed.first_day >= 2025y / 11 / 1));
        BOOST_TEST((listed.last_day <= 2026y / 8 / 31));
    }
    BOOST_TEST(programmes.size() == 2U);
    BOOST_TEST(endings[Status::open] == 37);
    BOOST_TEST(endings[Status::closed] == 1);
    BOOST_TEST(endings[Status::approved] == 1);
    BOOST_TEST(endings[Status::issued] == 1);
    BOOST_TEST(!storage::audit_damage(database).has_value());
}

BOOST_AUTO_TEST_CASE(one_class_was_issued_and_one_holds_every_reason_against_an_award) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const auto name = std::to_string(seed) + ".srok";
        const Database database = open(make(name.c_str(), {.learners = 100, .seed = seed}));
        std::set<std::string> reasons;
        std::map<Status, int> eligible;
        for (const auto& listed : classes::list_classes(database)) {
            if (listed.status == Status::open) continue;
            for (const auto& candidate : certificates::load_candidates(database, listed.id)) {
                if (candidate.eligible()) ++eligible[listed.status];
                if (listed.status == Status::closed)
                    for (const auto& reason : candidate.reasons)
                        reasons.insert(reason.code);
            }
        }
        // Not hours.below: no programme that comes with us asks for hours.
        BOOST_TEST(reasons == (std::set<std::string>{"enrolment.left", "attendance.not-recorded",
                                                     "attendance.none", "attendance.below", "scores.missing",
                                                     "average.below", "unit.missing"}),
                   boost::test_tools::per_element());
        BOOST_TEST(eligible[Status::closed] > 0);
        BOOST_TEST(eligible[Status::approved] > 5);
        BOOST_TEST(eligible[Status::issued] > 5);
        BOOST_TEST(count(database, "certificate") == eligible[Status::issued]);
        BOOST_TEST(count(database, "certificate_document") == eligible[Status::issued]);
    }
}

BOOST_AUTO_TEST_CASE(one_learner_s_prior_learning_was_recognised) {
    const Database database = open(make("demo.srok", {.learners = 100}));
    BOOST_TEST(count(database, "recognition") == 1);
    BOOST_TEST(count(database, "recognition_evidence") == 2);
}

BOOST_AUTO_TEST_CASE(a_list_was_imported_with_some_rows_refused) {
    const Database database = open(make("demo.srok", {.learners = 100}));
    const auto imported = imports::list_imports(database);
    BOOST_REQUIRE(imported.size() == 1U);
    BOOST_TEST(imported[0].counts.accepted == 4);
    BOOST_TEST(imported[0].counts.refused == 3);
    BOOST_TEST(imported[0].file == "new-learners.csv");
}

BOOST_AUTO_TEST_CASE(november_was_sent_and_december_can_be_without_a_finding_that_blocks) {
    const auto path = make("demo.srok", {.learners = 200});
    Database database = Database::open(path, storage::Access::read_write, {clock, random});
    const auto sent = returns::list_built(database);
    BOOST_REQUIRE(sent.size() == 1U);
    BOOST_TEST(sent[0].period == "2025-11");
    core::NoProgress progress;
    const auto built = returns::build_return(
        database, {"test"}, {.period = returns::ReturnPeriod{2025y / 12}, .out = folder / "december.xlsx"},
        progress);
    BOOST_REQUIRE(built.has_value());
    BOOST_TEST(built->built.has_value());
    BOOST_TEST(std::none_of(built->findings.begin(), built->findings.end(), [](const auto& placed) {
        return placed.finding.weight != returns::Weight::hint;
    }));
}

BOOST_AUTO_TEST_CASE(december_is_recorded_whole_and_another_month_is_not) {
    const Database database = open(make("demo.srok", {.learners = 500}));
    std::size_t not_recorded = 0;
    for (const auto& listed : classes::list_classes(database)) {
        BOOST_TEST(
            attendance::not_recorded_days(database, listed.id, {2025y / 12 / 1, 2025y / 12 / 31}).empty());
        not_recorded +=
            attendance::not_recorded_days(database, listed.id, {2026y / 1 / 1, 2026y / 8 / 31}).size();
    }
    BOOST_TEST(not_recorded > 0U);
    BOOST_TEST(not_recorded < 50U);
    core::NoProgress nobody;
    BOOST_TEST(!attendance::find_low_rates(database, {{2025y / 11 / 1, 2026y / 8 / 31}}, nobody).empty());
}

BOOST_AUTO_TEST_CASE(a_file_that_stands_there_is_kept_and_a_cancelled_sample_leaves_none) {
    const auto kept = make("demo.srok", {.learners = 60});
    core::NoProgress progress;
    BOOST_CHECK_THROW((void)demo::make_sample(kept, {}, fonts, progress), core::WorldFailure);
    BOOST_TEST(count(open(kept), "learner") == 60);
    struct Cancelled final : core::Progress {
        void report(std::int64_t, std::int64_t) override {}
        bool cancelled() const override { return true; }
    } cancelled;
    BOOST_CHECK_THROW((void)demo::make_sample(folder / "none.srok", {}, fonts, cancelled),
                      core::WorldFailure);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path))
        BOOST_TEST(entry.path().filename().string().starts_with("demo.srok"));
}

BOOST_AUTO_TEST_SUITE_END()
