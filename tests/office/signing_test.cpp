// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/signing.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

office::SigningKey key_of(std::uint64_t seed) {
    core::SeededRandom random(seed);
    return office::SigningKey::make(random);
}

office::SigningKey::Seed seed_from_hex(std::string_view hex) {
    return office::public_key_from_text(hex)->bytes;
}

} // namespace

BOOST_AUTO_TEST_SUITE(signing)

// RFC 8032, 7.1, tests 1 and 2.
BOOST_AUTO_TEST_CASE(signatures_are_those_of_the_rfc) {
    const auto one = office::SigningKey::from_seed(
        seed_from_hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    BOOST_TEST(office::to_text(one.public_key()) ==
               "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    BOOST_TEST(
        office::to_text(one.sign("")) ==
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b");
    const auto two = office::SigningKey::from_seed(
        seed_from_hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    BOOST_TEST(
        office::to_text(two.sign("\x72")) ==
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
        "387b2eaeb4302aeeb00d291612bb0c00");
}

BOOST_AUTO_TEST_CASE(only_the_same_message_under_the_same_key_verifies) {
    const auto key = key_of(1);
    const auto signature = key.sign("a month of Thma Koul");
    BOOST_TEST(office::verify(key.public_key(), "a month of Thma Koul", signature));
    BOOST_TEST(!office::verify(key.public_key(), "a month of Thma Kou", signature));
    BOOST_TEST(!office::verify(key_of(2).public_key(), "a month of Thma Koul", signature));
    for (std::size_t bit = 0; bit < signature.bytes.size() * 8; ++bit) {
        auto bent = signature;
        bent.bytes[bit / 8] ^= std::byte{1} << (bit % 8);
        BOOST_TEST(!office::verify(key.public_key(), "a month of Thma Koul", bent));
    }
}

BOOST_AUTO_TEST_CASE(a_key_id_is_the_head_of_blake2b_of_the_public_key) {
    // b2sum -l 256 of 32 zero bytes.
    BOOST_TEST(office::to_text(office::key_id({})) == "89eb0d6a8a691dae");
}

BOOST_AUTO_TEST_CASE(hexadecimal_text_comes_back_and_nothing_else_is_read) {
    const auto key = key_of(3);
    BOOST_TEST((office::public_key_from_text(office::to_text(key.public_key())) == key.public_key()));
    BOOST_TEST((office::key_id_from_text(office::to_text(key.id())) == key.id()));
    BOOST_TEST(!office::key_id_from_text("89eb0d6a8a691da").has_value());
    BOOST_TEST(!office::key_id_from_text("89eb0d6a8a691dag").has_value());
    BOOST_TEST(!office::key_id_from_text("89EB0D6A8A691DAE").has_value());
    BOOST_TEST(!office::key_id_from_text("").has_value());
}

BOOST_AUTO_TEST_CASE(a_sealed_key_opens_with_its_passphrase_alone) {
    core::SeededRandom random(4);
    const auto key = office::SigningKey::make(random);
    const auto sealed = office::seal(key, "ពាក្យសម្ងាត់ 1", office::PassphraseCost::least(), random);
    const auto opened = office::unseal(sealed, "ពាក្យសម្ងាត់ 1");
    BOOST_REQUIRE(opened.has_value());
    BOOST_TEST((opened->sign("x") == key.sign("x")));
    BOOST_TEST(office::unseal(sealed, "").error().code == "key.wrong-passphrase");
    BOOST_TEST(office::unseal(sealed, "ពាក្យសម្ងាត់ 2").error().code == "key.wrong-passphrase");
}

BOOST_AUTO_TEST_CASE(the_secret_is_nowhere_in_what_was_sealed) {
    core::SeededRandom random(5);
    const auto key = office::SigningKey::make(random);
    const auto sealed = office::seal(key, "", office::PassphraseCost::least(), random);
    BOOST_TEST((std::search(sealed.box.begin(), sealed.box.end(), key.seed().begin(),
                            key.seed().begin() + 8) == sealed.box.end()));
    BOOST_TEST((office::seal(key, "", office::PassphraseCost::least(), random) != sealed));
}

BOOST_AUTO_TEST_CASE(a_damaged_seal_is_named_and_asks_for_no_memory) {
    core::SeededRandom random(6);
    auto sealed = office::seal(office::SigningKey::make(random), "", office::PassphraseCost::least(), random);
    auto greedy = sealed;
    greedy.cost.memory_bytes = std::uint64_t{1} << 40;
    BOOST_TEST(office::unseal(greedy, "").error().code == "key.damaged");
    auto swapped = sealed;
    swapped.public_key = key_of(7).public_key();
    BOOST_TEST(office::unseal(swapped, "").error().code == "key.damaged");
    sealed.box[20] ^= std::byte{1};
    BOOST_TEST(office::unseal(sealed, "").error().code == "key.wrong-passphrase");
}

BOOST_AUTO_TEST_SUITE_END()
