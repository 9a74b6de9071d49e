// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack_file.hpp"
#include "programmes/pack_store.hpp"
#include "programmes/pack_versions.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

namespace {

// "2026-2 2026-2.1*": the star is what new classes get, brackets what was never copied.
std::string told(const storage::Database& database, std::string_view programme) {
    const auto versions = programmes::pack_versions(database, programme);
    if (!versions) return versions.error().code;
    std::string text;
    for (const programmes::PackVersion& one : *versions)
        text += (text.empty() ? "" : " ") + (one.id ? one.version : "(" + one.version + ")") +
                (one.current ? "*" : "");
    return text;
}

std::string own_rules(const storage::Database& database, programmes::Hundredths pass) {
    programmes::Pack pack = programmes::find_current_pack(database, "literacy").value().pack;
    pack.averaging.pass_minimum = pass;
    pack.version = programmes::next_version(database, pack);
    return programmes::write_pack(pack, "ours");
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(pack_versions, test::World)

BOOST_AUTO_TEST_CASE(an_office_has_the_programs_version_before_any_class_uses_it) {
    storage::Database database = storage::Database::in_memory(environment);
    BOOST_TEST(told(database, "literacy") == "(2026-2)*");
    BOOST_TEST(told(database, "latin") == "programme.unknown");
    storage::Transaction tx(database, {});
    BOOST_REQUIRE(programmes::use_pack(tx, "literacy"));
    BOOST_TEST(told(database, "literacy") == "2026-2*");
}

BOOST_AUTO_TEST_CASE(a_version_of_the_offices_own_stands_beside_the_others) {
    storage::Database database = storage::Database::in_memory(environment);
    storage::Transaction tx(database, {});
    const auto first = programmes::use_own_pack(tx, own_rules(database, 600), "ours").value();
    BOOST_TEST(told(database, "literacy") == "(2026-2) 2026-2.1*");
    const auto second = programmes::use_own_pack(tx, own_rules(database, 700), "ours").value();
    BOOST_TEST(told(database, "literacy") == "(2026-2) 2026-2.1 2026-2.2*");
    BOOST_TEST((programmes::use_version(tx, "literacy", "2026-2.1").value() == first));
    BOOST_TEST((programmes::use_version(tx, "literacy", "2026-2.2").value() == second));
    // The program's is copied when a class goes over to it, and new classes still get the office's own.
    const auto program = programmes::use_version(tx, "literacy", "2026-2").value();
    BOOST_TEST(programmes::load_pack(database, program).averaging.pass_minimum == 500);
    BOOST_TEST((programmes::use_pack(tx, "literacy").value() == second));
    const auto none = programmes::use_version(tx, "literacy", "1999-1");
    BOOST_TEST(none.error().code == "pack.version-unknown");
    BOOST_TEST(none.error().fact("known") == "2026-2.1, 2026-2.2, 2026-2");
}

BOOST_AUTO_TEST_SUITE_END()
