// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "storage/audit.hpp"
#include "storage/test_file.hpp"

#include <boost/test/unit_test.hpp>

using office::Level;
using office::Office;

namespace {

struct Files : test::World {
    test::Folder folder;
    Office made(office::NewOffice wanted) {
        const auto database = office::create_office_in_memory(environment, std::move(wanted));
        BOOST_REQUIRE(database.has_value());
        return office::load_office(*database);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(office_store, Files)

BOOST_AUTO_TEST_CASE(the_code_says_the_level_and_the_gazetteer_the_name) {
    const Office district = made({.area_code = "0202"});
    BOOST_TEST((district.level == Level::district));
    BOOST_TEST(district.name_km == "ការិយាល័យអប់រំ យុវជន និងកីឡា ស្រុកថ្មគោល");
    BOOST_TEST(district.name == "Thma Koul District Office of Education, Youth and Sport");
    BOOST_TEST(district.generation == 1);
    BOOST_TEST(district.in_set_up());
    BOOST_TEST(!district.sample);
    BOOST_TEST((district.created_at == clock.now()));
    const Office province = made({.area_code = "2"});
    BOOST_TEST((province.level == Level::province));
    BOOST_TEST(province.area_code == "02");
    BOOST_TEST(province.name_km == "មន្ទីរអប់រំ យុវជន និងកីឡាខេត្តបាត់ដំបង");
}

BOOST_AUTO_TEST_CASE(an_institution_has_a_name_of_its_own) {
    const Office school = made({.area_code = "0202", .institution_code = "CLC-7", .name_km = "មជ្ឈមណ្ឌលរូងជ្រៃ"});
    BOOST_TEST((school.level == Level::institution));
    BOOST_TEST(school.institution_code.value_or("") == "CLC-7");
    BOOST_TEST(
        office::create_office_in_memory(environment, {.area_code = "0202", .institution_code = "CLC-7"})
            .error()
            .code == "office.name-needed");
}

BOOST_AUTO_TEST_CASE(a_code_that_is_no_office_makes_no_file) {
    const auto path = folder / "x.srok";
    BOOST_TEST(office::create_office(path, environment, {.area_code = "0299"}).error().code ==
               "area.unknown");
    BOOST_TEST(office::create_office(path, environment, {.area_code = "abc"}).error().code == "area.unknown");
    BOOST_TEST(office::create_office(path, environment, {.area_code = "020207"}).error().code ==
               "area.level");
    BOOST_TEST(!std::filesystem::exists(path));
}

BOOST_AUTO_TEST_CASE(a_failure_halfway_leaves_no_file) {
    // Chance fails at the signing key, when the gazetteer is already in.
    struct Broken final : core::Random {
        core::SeededRandom random{1};
        void fill(std::span<std::byte> bytes) override {
            if (bytes.size() == 32) throw std::runtime_error("no entropy");
            random.fill(bytes);
        }
    } broken;
    const auto path = folder / "x.srok";
    BOOST_CHECK_THROW(static_cast<void>(office::create_office(path, {clock, broken}, {.area_code = "0202"})),
                      std::runtime_error);
    BOOST_TEST(std::filesystem::is_empty(folder.path));
}

BOOST_AUTO_TEST_CASE(a_new_file_opens_again_with_everything_in_it_and_an_unbroken_chain) {
    const auto path = folder / u8"ថ្មគោល.srok";
    BOOST_REQUIRE(office::create_office(path, environment, {.area_code = "0202"}).has_value());
    const auto database = storage::Database::open(path, storage::Access::read_only, environment);
    BOOST_TEST(office::load_office(database).area_code == "0202");
    BOOST_TEST(office::load_area(database, office::load_office(database)).name == "Thma Koul");
    BOOST_TEST(office::open_signing_key(database).has_value());
    BOOST_TEST(office::keys_are_current(database));
    BOOST_TEST(!storage::audit_damage(database).has_value());
    BOOST_TEST(storage::audit_entries(database, 1)[0].actor == "set-up");
}

BOOST_AUTO_TEST_CASE(the_same_seed_makes_the_same_office) {
    const auto key_of = [this](std::uint64_t seed) {
        core::SeededRandom seeded(seed);
        const auto database = office::create_office_in_memory({clock, seeded}, {.area_code = "0202"});
        return to_text(office::current_key(*database).id) + core::to_text(office::load_office(*database).uid);
    };
    const std::string first = key_of(1);
    BOOST_TEST(first == key_of(1));
    BOOST_TEST(first != key_of(2));
}

BOOST_AUTO_TEST_CASE(settings_are_kept_and_their_changes_are_in_the_audit) {
    auto database = *office::create_office_in_memory(environment, {.area_code = "0202"});
    {
        storage::Transaction tx(database, {"sokha"});
        office::set_setting(tx, "language", "km");
        office::set_setting(tx, "language", "en");
        office::rename_office(tx, "ការិយាល័យថ្មី", "New Office");
        tx.commit();
    }
    BOOST_TEST(office::setting(database, "language").value_or("") == "en");
    BOOST_TEST(!office::setting(database, "colour").has_value());
    BOOST_TEST(office::load_office(database).name == "New Office");
    const auto entries = storage::audit_entries(database, 2);
    BOOST_TEST(entries[1].change.value_or("") == R"({"language":["km","en"]})");
}

BOOST_AUTO_TEST_SUITE_END()
