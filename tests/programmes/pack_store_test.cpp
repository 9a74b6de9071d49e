// SPDX-License-Identifier: GPL-3.0-or-later
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
    BOOST_TEST(none.error().fact("known") == "literacy, primary-equivalency");
    BOOST_TEST(copies(database) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
