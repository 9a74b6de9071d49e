// SPDX-License-Identifier: GPL-3.0-or-later
// A province's list comes to a district, and a district's to its province.
#include "office/key_list_store.hpp"
#include "office/key_store.hpp"
#include "office/known_keys.hpp"
#include "office/test_office.hpp"

#include <boost/test/unit_test.hpp>

namespace {

office::SigningKey key_of(std::uint64_t seed) {
    core::SeededRandom random(seed);
    return office::SigningKey::make(random);
}

struct District : test::World {
    storage::Database thma_koul = test::new_office(environment);

    // Battambang's list, with the keys of its districts as given and one certificate that is void.
    static office::KeyList list(std::int64_t counter, std::vector<office::ListedKey> keys) {
        office::KeyList list{
            .issuer = "02", .counter = counter, .day = core::Day{std::chrono::year{2025} / 12 / 1}};
        list.offices = {{"02", "ខេត្តបាត់ដំបង", "Battambang"}, {"0203", "ក្រុងបាត់ដំបង", "Battambang"}};
        list.keys = std::move(keys);
        list.keys.push_back({"02", key_of(1).public_key()});
        list.revoked = {{"0203-2025-000001-V", "void", list.day}};
        return list;
    }
    static office::SignedKeyList signed_list(std::int64_t counter, std::uint64_t district = 3) {
        return office::sign_key_list(list(counter, {{"0203", key_of(district).public_key()}}), key_of(1));
    }
    std::string take(const office::SignedKeyList& one) {
        storage::Transaction tx(thma_koul, {});
        const auto order = office::take_key_list(tx, one);
        if (!order) return order.error().code;
        tx.commit();
        return std::string{office::to_text(*order)};
    }
    std::vector<office::PublicKey> known(const std::string& code) {
        std::vector<office::PublicKey> keys;
        for (const office::ListedKey& one : office::known_keys(thma_koul, code))
            keys.push_back(one.key);
        return keys;
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(key_list_store, District)

BOOST_AUTO_TEST_CASE(the_first_list_pins_the_province_and_makes_its_districts_known) {
    BOOST_TEST(known("0203").empty());
    BOOST_TEST(take(signed_list(1)) == "first");
    BOOST_TEST((office::pinned_key(thma_koul, "02") == key_of(1).public_key()));
    BOOST_TEST((known("0203") == std::vector{key_of(3).public_key()}));
    BOOST_TEST(office::find_revoked(thma_koul, "0203-2025-000001-V")->state == "void");
    BOOST_TEST(!office::find_revoked(thma_koul, "0203-2025-000002-T").has_value());
    BOOST_TEST((office::listed_on(thma_koul, "0203") == core::Day{std::chrono::year{2025} / 12 / 1}));
    BOOST_TEST(office::taken_key_lists(thma_koul, "0202").size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_newer_list_takes_its_place_and_an_older_or_the_same_changes_nothing) {
    BOOST_TEST(take(signed_list(5)) == "first");
    BOOST_TEST(take(signed_list(5)) == "same");
    BOOST_TEST(take(signed_list(4, 7)) == "older");
    BOOST_TEST((known("0203") == std::vector{key_of(3).public_key()}));
    BOOST_TEST(take(signed_list(6, 8)) == "newer");
    BOOST_TEST((known("0203") == std::vector{key_of(8).public_key()}));
    BOOST_TEST(office::taken_key_lists(thma_koul, "0202").size() == 1U);
    // Two lists of one number: one of them was signed by an old copy of the province's file.
    BOOST_TEST(take(signed_list(6, 9)) == "keys.two-of-one-number");
}

BOOST_AUTO_TEST_CASE(a_list_by_another_key_than_the_known_one_is_refused_by_name) {
    take(signed_list(1));
    const auto stranger = key_of(66);
    office::KeyList forged = list(9, {});
    forged.keys.push_back({"02", stranger.public_key()});
    storage::Transaction tx(thma_koul, {});
    const auto refused = office::take_key_list(tx, office::sign_key_list(forged, stranger));
    BOOST_REQUIRE(!refused.has_value());
    BOOST_TEST(refused.error().code == "keys.other-signer");
    BOOST_TEST(refused.error().fact("office") == "02");
    BOOST_TEST(refused.error().fact("known") == to_text(key_of(1).id()));
    BOOST_TEST(refused.error().fact("found") == to_text(stranger.id()));
}

BOOST_AUTO_TEST_CASE(a_province_that_changes_its_key_says_so_in_a_list_by_the_old_one) {
    const auto next = key_of(12);
    office::KeyList first = list(1, {{"02", next.public_key()}});
    BOOST_TEST(take(office::sign_key_list(first, key_of(1))) == "first");
    office::KeyList second = list(2, {{"02", next.public_key()}});
    BOOST_TEST(take(office::sign_key_list(second, next)) == "newer");
}

BOOST_AUTO_TEST_CASE(the_provinces_word_takes_the_place_of_a_pin) {
    storage::Transaction tx(thma_koul, {});
    office::pin_key(tx, "0203", key_of(50).public_key());
    office::pin_key(tx, "0204", key_of(51).public_key());
    tx.commit();
    BOOST_TEST((known("0203") == std::vector{key_of(50).public_key()}));
    take(signed_list(1));
    BOOST_TEST((known("0203") == std::vector{key_of(3).public_key()}));
    BOOST_TEST((known("0204") == std::vector{key_of(51).public_key()}));
}

BOOST_AUTO_TEST_CASE(neither_its_own_list_nor_a_samples_is_taken) {
    const auto key = office::open_signing_key(thma_koul).value();
    office::KeyList own{.issuer = "0202", .counter = 1, .day = thma_koul.clock().today()};
    own.offices = {{"0202", "ស្រុកថ្មគោល", ""}};
    own.keys = {{"0202", key.public_key()}};
    BOOST_TEST(take(office::sign_key_list(own, key)) == "keys.own");
    office::KeyList sample = list(1, {});
    sample.sample = true;
    BOOST_TEST(take(office::sign_key_list(sample, key_of(1))) == "keys.sample");
    BOOST_TEST(office::taken_key_lists(thma_koul, "0202").empty());
    BOOST_TEST(!office::pinned_key(thma_koul, "02").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
