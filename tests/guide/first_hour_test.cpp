// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/sample.hpp"
#include "guide/first_hour.hpp"
#include "storage/database.hpp"
#include "storage/transaction.hpp"
#include "users/authority.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace {

struct Sample {
    std::filesystem::path folder = std::filesystem::temp_directory_path() / "srok-first-hour";
    core::SystemClock clock;
    core::SystemRandom random;

    Sample() {
        std::filesystem::remove_all(folder);
        std::filesystem::create_directories(folder);
        core::NoProgress progress;
        BOOST_REQUIRE(demo::make_sample(folder / "s.srok", {.learners = demo::least_learners},
                                        documents::Fonts::load(documents::font_folders(folder)), progress)
                          .has_value());
    }
    ~Sample() { std::filesystem::remove_all(folder); }

    storage::Database open() {
        return storage::Database::open(folder / "s.srok", storage::Access::read_write, {clock, random});
    }
};

std::vector<std::string> done(const storage::Database& database) {
    std::vector<std::string> ids;
    for (const guide::HourStep& step : guide::first_hour(database))
        if (step.done) ids.emplace_back(step.id);
    return ids;
}

void write(storage::Database& database, const storage::Actor& actor, const std::string& verb) {
    storage::Transaction tx(database, actor);
    tx.audit(verb, "test", std::nullopt, "{}");
    tx.commit();
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(first_hour, Sample)

BOOST_AUTO_TEST_CASE(what_the_sample_brings_along_ticks_nothing_and_what_a_person_did_its_own_step) {
    storage::Database database = open();
    BOOST_TEST(done(database).empty());
    write(database, users::actor_of_program(), "backup.prove"); // the daily backup, which nobody asked for
    BOOST_TEST(done(database).empty());
    write(database, {}, "learner.register");
    write(database, {}, "attendance.take");
    BOOST_TEST(done(database) == (std::vector<std::string>{"register", "attendance"}),
               boost::test_tools::per_element());
    write(database, {"dara"}, "backup.prove");
    BOOST_TEST(done(database).size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
