// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/key_store.hpp"
#include "office/test_office.hpp"

#include <boost/test/unit_test.hpp>

BOOST_FIXTURE_TEST_SUITE(key_store, test::World)

BOOST_AUTO_TEST_CASE(the_key_of_a_new_office_opens_with_the_empty_passphrase_and_signs) {
    const storage::Database database = test::new_office(environment);
    const office::OwnKey known = office::current_key(database);
    const auto key = office::open_signing_key(database);
    BOOST_REQUIRE(key.has_value());
    BOOST_TEST((key->id() == known.id));
    BOOST_TEST(office::verify(known.public_key, "a return", key->sign("a return")));
    BOOST_TEST(!known.sample);
}

BOOST_AUTO_TEST_CASE(a_new_key_retires_the_one_before_which_can_still_be_found) {
    storage::Database database = test::new_office(environment);
    const office::KeyId old = office::current_key(database).id;
    storage::Transaction tx(database, {});
    office::add_signing_key(tx, office::SigningKey::make(random), "មិនងាយទាយ", false);
    tx.commit();
    BOOST_TEST((office::current_key(database).id != old));
    BOOST_REQUIRE(office::find_key(database, old).has_value());
    BOOST_TEST(office::find_key(database, old)->retired_at.has_value());
    BOOST_TEST(office::open_signing_key(database, "").error().code == "key.wrong-passphrase");
    BOOST_TEST(office::open_signing_key(database, "មិនងាយទាយ").has_value());
}

BOOST_AUTO_TEST_CASE(a_damaged_secret_is_named_and_never_used) {
    storage::Database database = test::new_office(environment);
    for (const char* damage :
         {"zeroblob(101)", "x'01'", "CAST(substr(sealed_secret, 1, 100) || x'FF' AS BLOB)"}) {
        storage::Transaction tx(database, {});
        tx.run(std::string{"UPDATE signing_key SET sealed_secret = "} + damage);
        const std::string code = office::open_signing_key(database).error().code;
        BOOST_TEST((code == "key.damaged" || code == "key.wrong-passphrase"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
