// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack_file.hpp"
#include "programmes/pack_store.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

const programmes::Pack& shipped(std::string_view programme) {
    const auto& all = programmes::shipped_packs();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& pack) { return pack.programme == programme; });
    BOOST_REQUIRE(found != all.end());
    return *found;
}

std::int64_t copies(const storage::Database& database) {
    return database.value<std::int64_t>("SELECT count(*) FROM pack").value_or(-1);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(pack_store, test::World)

BOOST_AUTO_TEST_CASE(literacy_has_the_four_subjects_of_its_score_sheet_each_out_of_ten) {
    const programmes::Pack& pack = shipped("literacy");
    const std::vector<std::string> expected = {"អំណាន", "សរសេរតាមអាន", "គណិតវិទ្យា", "បំណិនជីវិត"};
    BOOST_REQUIRE(pack.subjects.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        BOOST_TEST(pack.subjects[i].name.km == expected[i]);
        BOOST_TEST(pack.subjects[i].maximum == 1000);
    }
    BOOST_TEST(pack.averaging.pass_minimum == 500);
    BOOST_TEST(pack.attendance.minimum_percent == 8000);
    BOOST_TEST(pack.attendance.most_absent.value() == 20);
    BOOST_TEST(pack.attendance.most_permission.value() == 60);
    BOOST_TEST(!pack.official);
}

BOOST_AUTO_TEST_CASE(primary_equivalency_asks_for_seven_hundred_hours_and_both_semesters) {
    const programmes::Pack& pack = shipped("primary-equivalency");
    int hours = 0;
    for (const auto& unit : pack.units)
        hours += unit.hours.value_or(0);
    BOOST_TEST(hours == 700);
    BOOST_TEST((pack.periods.back().mean_of == std::vector<std::string>{"S1", "S2"}));
    BOOST_TEST(!pack.official);
}

BOOST_AUTO_TEST_CASE(a_pack_is_copied_into_the_office_once_and_read_back_the_same) {
    storage::Database database = storage::Database::in_memory(environment);
    storage::Transaction tx(database, {});
    const auto first = programmes::use_pack(tx, "literacy");
    const auto again = programmes::use_pack(tx, "literacy");
    tx.commit();
    BOOST_REQUIRE(first.has_value());
    BOOST_TEST((first == again));
    BOOST_TEST(copies(database) == 1);
    BOOST_TEST((programmes::load_pack(database, *first) == shipped("literacy")));
}

BOOST_AUTO_TEST_CASE(an_older_copy_stays_what_it_was_when_the_program_brings_another) {
    storage::Database database = storage::Database::in_memory(environment);
    storage::Transaction tx(database, {});
    const auto old = *programmes::use_pack(tx, "literacy");
    // As a program before this one would have left it: the same version, another limit.
    tx.run("UPDATE pack SET source = replace(source, 'minimum-percent = 80', 'minimum-percent = 75'), "
           "digest = zeroblob(32)");
    const auto current = *programmes::use_pack(tx, "literacy");
    tx.commit();
    BOOST_TEST((old != current));
    BOOST_TEST(programmes::load_pack(database, old).attendance.minimum_percent == 7500);
    BOOST_TEST(programmes::load_pack(database, current).attendance.minimum_percent == 8000);
}

BOOST_AUTO_TEST_CASE(an_unknown_programme_is_refused_with_the_known_ones) {
    storage::Database database = storage::Database::in_memory(environment);
    storage::Transaction tx(database, {});
    const auto none = programmes::use_pack(tx, "litercay");
    BOOST_REQUIRE(!none.has_value());
    BOOST_TEST(none.error().code == "programme.unknown");
    BOOST_TEST(
        none.error().fact("known") ==
        "literacy, post-literacy, primary-equivalency, lower-secondary-equivalency, beep, accelerated, "
        "re-entry, skills, primary, lower-secondary");
    BOOST_TEST(copies(database) == 0);
}

BOOST_AUTO_TEST_CASE(every_shipped_pack_is_written_and_read_back_the_same_and_says_it_is_not_official) {
    BOOST_TEST(programmes::shipped_packs().size() == 10U);
    for (const programmes::Pack& pack : programmes::shipped_packs())
        BOOST_TEST_CONTEXT(pack.programme) {
            const auto again = programmes::parse_pack(programmes::write_pack(pack, "again"), "again");
            BOOST_REQUIRE(again.has_value());
            BOOST_TEST((*again == pack));
            BOOST_TEST(!pack.official);
        }
}

BOOST_AUTO_TEST_CASE(the_best_of_lower_secondary_is_fifty_at_every_grade) {
    const programmes::Pack& pack = shipped("lower-secondary");
    for (const auto& [level, total] :
         {std::pair{"grade-7", 70000}, std::pair{"grade-8", 70000}, std::pair{"grade-9", 42000}}) {
        const programmes::Pack rules = programmes::at_level(pack, level);
        programmes::Hundredths sum = 0;
        for (const auto& subject : rules.subjects)
            sum += subject.maximum;
        BOOST_TEST(sum == total);
        BOOST_TEST(sum * 100 / rules.averaging.divisor.value() == rules.averaging.maximum);
    }
}

BOOST_AUTO_TEST_CASE(primary_school_has_eleven_subjects_and_a_retest_from_four) {
    const programmes::Pack& pack = shipped("primary");
    BOOST_TEST(pack.subjects.size() == 11U);
    BOOST_TEST(pack.levels.size() == 6U);
    BOOST_TEST(pack.retest.value().minimum == 400);
    BOOST_TEST((programmes::repeat_limits(pack) == programmes::RepeatLimits{20, 60}));
    BOOST_TEST((pack.promotion.value() == programmes::Promotion{})); // the limits stand in one place
    BOOST_TEST(!pack.absence_penalty.has_value());                   // off unless an office turns it on
    BOOST_TEST(programmes::last_period(pack).key == "YEAR");
}

BOOST_AUTO_TEST_CASE(an_offices_own_version_is_for_new_classes_and_can_be_given_up_again) {
    storage::Database database = storage::Database::in_memory(environment);
    storage::Transaction tx(database, {});
    const auto old = *programmes::use_pack(tx, "literacy");
    programmes::Pack own = shipped("literacy");
    own.averaging.pass_minimum = 600;
    own.version = programmes::next_version(database, own);
    BOOST_TEST(own.version == "2026-2.1");
    const auto used = programmes::use_own_pack(tx, programmes::write_pack(own, "ours"), "ours.toml");
    BOOST_REQUIRE(used.has_value());
    BOOST_TEST((*programmes::use_pack(tx, "literacy") == *used));
    BOOST_TEST((programmes::load_pack(database, *used) == own));
    BOOST_TEST((programmes::load_pack(database, old) == shipped("literacy")));
    BOOST_TEST(programmes::find_current_pack(database, "literacy").value().own);
    BOOST_TEST(programmes::current_packs(database).size() == 10U);
    BOOST_TEST(programmes::next_version(database, own) == "2026-2.2");
    BOOST_REQUIRE(programmes::use_shipped_pack(tx, "literacy"));
    BOOST_TEST((*programmes::use_pack(tx, "literacy") == old));
    BOOST_TEST(!programmes::find_current_pack(database, "literacy").value().own);
    tx.commit();
}

BOOST_AUTO_TEST_CASE(other_rules_never_take_a_version_that_is_there) {
    storage::Database database = storage::Database::in_memory(environment);
    storage::Transaction tx(database, {});
    programmes::Pack own = shipped("literacy");
    own.averaging.pass_minimum = 600;
    const auto taken = programmes::use_own_pack(tx, programmes::write_pack(own, ""), "ours.toml");
    BOOST_REQUIRE(!taken.has_value());
    BOOST_TEST(taken.error().code == "pack.version-taken");
    own.version = "2027-1";
    BOOST_REQUIRE(programmes::use_own_pack(tx, programmes::write_pack(own, ""), "ours.toml"));
    own.averaging.pass_minimum = 700;
    BOOST_TEST(programmes::use_own_pack(tx, programmes::write_pack(own, ""), "ours.toml").error().code ==
               "pack.version-taken");
    BOOST_TEST(programmes::use_own_pack(tx, "programme = 1", "ours.toml").error().place.file == "ours.toml");
    tx.commit();
}

BOOST_AUTO_TEST_CASE(a_programme_of_the_offices_own_stands_behind_the_others) {
    storage::Database database = storage::Database::in_memory(environment);
    storage::Transaction tx(database, {});
    programmes::Pack weaving = shipped("skills");
    weaving.programme = "weaving";
    BOOST_REQUIRE(programmes::use_own_pack(tx, programmes::write_pack(weaving, ""), "weaving.toml"));
    BOOST_TEST(programmes::current_packs(database).back().pack.programme == "weaving");
    BOOST_TEST(programmes::use_pack(tx, "weaving").has_value());
    BOOST_TEST(programmes::use_shipped_pack(tx, "weaving").error().code == "programme.unknown");
    tx.commit();
}

BOOST_AUTO_TEST_SUITE_END()
