// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/letter_store.hpp"
#include "storage/audit.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

using attendance::load_letters;
using attendance::Mark;
using storage::Database;
using storage::Transaction;

namespace {

struct Fixture : test::World {
    Database database = Database::in_memory(environment);

    core::Expected<void> set(std::string_view letter, Mark mark) {
        Transaction tx(database, {"sokha"});
        auto done = attendance::set_letter(tx, letter, mark);
        if (done) tx.commit();
        return done;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(letter_store, Fixture)

BOOST_AUTO_TEST_CASE(a_letter_of_the_office_is_read_in_the_register) {
    BOOST_TEST(set(" ឈ\u200B", Mark::permission).has_value());
    BOOST_TEST((load_letters(database) == attendance::Letters{{"ឈ", Mark::permission}}));
    BOOST_TEST((attendance::read_mark("ឈ", load_letters(database)) == Mark::permission));
    BOOST_TEST(!attendance::read_mark("ឈ"));
}

BOOST_AUTO_TEST_CASE(a_letter_changes_its_meaning_and_goes) {
    set("x", Mark::absent);
    set("x", Mark::half_absent);
    BOOST_TEST(storage::audit_entries(database, 1).front().change.value_or("") == R"({"x":["A","a"]})");
    BOOST_TEST((load_letters(database) == attendance::Letters{{"x", Mark::half_absent}}));
    Transaction tx(database, {});
    BOOST_TEST(attendance::remove_letter(tx, "x"));
    BOOST_TEST(!attendance::remove_letter(tx, "x"));
    BOOST_TEST(load_letters(database).empty());
}

BOOST_AUTO_TEST_CASE(nothing_is_no_letter) {
    const auto refused = set(" \u200B", Mark::absent);
    BOOST_REQUIRE(!refused);
    BOOST_TEST(refused.error().code == "attendance.letter-empty");
}

BOOST_AUTO_TEST_SUITE_END()
