// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/base45.hpp"
#include "certificates/code.hpp"
#include "core/random.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace std::literals;

namespace {

office::SigningKey key_of(std::uint64_t seed) {
    core::SeededRandom random(seed);
    return office::SigningKey::make(random);
}

certificates::CertificatePayload dara() {
    return {.serial = "0202-2026-000001-X",
            .name_km = "សុខ ដារ៉ា",
            .name_latin = "SOK DARA",
            .sex = "f",
            .born = core::partial_date_from_text("2004-03-12"),
            .programme = "literacy",
            .programme_name = "អក្ខរកម្មមុខងារ",
            .result = "ល្អ",
            .issued = *core::day_from_iso("2026-06-30"),
            .office = "0202"};
}

// What a forger with the alphabet, but without the key, might hand in.
std::string mutate(std::string text, core::Random& random) {
    constexpr auto alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"sv;
    const auto anywhere = [&] { return static_cast<std::size_t>(random.below(text.size())); };
    const auto letter = [&] { return alphabet[static_cast<std::size_t>(random.below(alphabet.size()))]; };
    const std::size_t at = anywhere();
    switch (random.below(5)) {
    case 0:
        text[at] = letter();
        break;
    case 1:
        text.insert(at, 1, letter());
        break;
    case 2:
        text.erase(at, 1 + static_cast<std::size_t>(random.below(3)));
        break;
    case 3:
        std::swap(text[at], text[anywhere()]);
        break;
    default:
        text.resize(at);
    }
    return text;
}

// A code as `encode` would have made it of these bytes, signed by the key itself.
std::string signed_code(const std::string& payload, const office::SigningKey& key) {
    const auto signature = key.sign("SROK1:" + payload);
    return "SROK1:" + certificates::to_base45(
                          payload + std::string(reinterpret_cast<const char*>(signature.bytes.data()),
                                                signature.bytes.size()));
}

std::string payload_of(const std::string& code) {
    return certificates::decode(code)->signed_bytes.substr(6);
}

std::string replaced(std::string bytes, std::string_view was, std::string_view is) {
    const std::size_t at = bytes.find(was);
    BOOST_REQUIRE(at != std::string::npos);
    return bytes.replace(at, was.size(), is);
}

} // namespace

BOOST_AUTO_TEST_SUITE(code)

BOOST_AUTO_TEST_CASE(what_was_encoded_is_decoded_and_verified) {
    const auto key = key_of(1);
    const auto code = certificates::encode(dara(), key);
    const auto decoded = certificates::decode(code);
    BOOST_REQUIRE(decoded.has_value());
    BOOST_TEST((decoded->payload == dara()));
    BOOST_TEST((decoded->key == key.id()));
    BOOST_TEST(certificates::verify_signature(*decoded, key.public_key()));
    BOOST_TEST(code == certificates::encode(dara(), key));
}

BOOST_AUTO_TEST_CASE(absent_facts_stay_absent) {
    auto sparse = dara();
    sparse.name_km.clear();
    sparse.sex.clear();
    sparse.born.reset();
    sparse.programme_name.clear();
    sparse.result.clear();
    sparse.sample = true;
    const auto decoded = certificates::decode(certificates::encode(sparse, key_of(1)));
    BOOST_REQUIRE(decoded.has_value());
    BOOST_TEST((decoded->payload == sparse));
}

BOOST_AUTO_TEST_CASE(a_record_of_learning_is_another_kind_of_the_same_code) {
    auto record = dara();
    record.serial = "0202-000123-O";
    record.programme.clear();
    record.programme_name.clear();
    record.result.clear();
    record.kind = certificates::CodeKind::record;
    record.content = office::digest("what it says");
    record.earned = "literacy 2025-11-03..2026-02-27 83.00h";
    const auto key = key_of(1);
    const auto code = certificates::encode(record, key);
    const auto decoded = certificates::decode(code);
    BOOST_REQUIRE(decoded.has_value());
    BOOST_TEST((decoded->payload == record));
    BOOST_TEST(decoded->payload.of_a_learner());
    BOOST_TEST(!certificates::decode(certificates::encode(dara(), key))->payload.of_a_learner());
    // Neither kind passes for the other, and a kind to come is refused.
    const auto refused = [&](std::string_view was, std::string_view is) {
        return certificates::decode(signed_code(replaced(payload_of(code), was, is), key)).error().code;
    };
    BOOST_TEST(refused("frecord", "frecipe") == "code.damaged");
    BOOST_TEST(refused("\x0C\x66record", "\x06\x66record") == "code.damaged");
    // What a transcript says stands there whole, and a statement's is not enough.
    BOOST_TEST(refused("\x66record", "\x67partial") == "code.damaged");
}

BOOST_AUTO_TEST_CASE(a_statement_says_which_it_is_and_is_no_certificate) {
    using certificates::CodeKind;
    const auto key = key_of(1);
    auto statement = dara();
    statement.serial = "0202-2026-P00001-5";
    for (const CodeKind kind : {CodeKind::provisional, CodeKind::partial, CodeKind::attendance}) {
        statement.kind = kind;
        const auto decoded = certificates::decode(certificates::encode(statement, key));
        BOOST_REQUIRE(decoded.has_value());
        BOOST_TEST((decoded->payload == statement));
        BOOST_TEST(!decoded->payload.of_a_learner());
    }
    // A certificate's code is what it always was.
    BOOST_TEST(payload_of(certificates::encode(dara(), key)).find("certificate") == std::string::npos);
}

// The bytes a stranger's verifier must understand, written out by hand.
BOOST_AUTO_TEST_CASE(the_payload_is_the_documented_cbor) {
    auto plain = dara();
    plain.name_km.clear();
    plain.born = core::PartialDate::of_year(std::chrono::year{1990}, core::Precision::about);
    plain.programme_name.clear();
    plain.result.clear();
    plain.sample = true;
    const auto key = key_of(1);
    const auto id = key.id();
    std::string expected = "\xA9\x00\x48"s + std::string(reinterpret_cast<const char*>(id.bytes.data()), 8);
    expected += "\x01\x72"s + "0202-2026-000001-X";
    expected += "\x03\x68"s + "SOK DARA";
    expected += "\x04\x61"s + "f";
    expected += "\x05\x65"s + "~1990";
    expected += "\x06\x68"s + "literacy";
    expected += "\x09\x6A"s + "2026-06-30";
    expected += "\x0A\x64"s + "0202";
    expected += "\x0B\xF5"s;
    BOOST_TEST(payload_of(certificates::encode(plain, key)) == expected);
}

BOOST_AUTO_TEST_CASE(another_key_does_not_verify) {
    const auto decoded = certificates::decode(certificates::encode(dara(), key_of(1)));
    BOOST_REQUIRE(decoded.has_value());
    BOOST_TEST(!certificates::verify_signature(*decoded, key_of(2).public_key()));
}

BOOST_AUTO_TEST_CASE(of_ten_thousand_mutated_codes_none_is_accepted) {
    const auto key = key_of(1);
    const auto code = certificates::encode(dara(), key);
    core::SeededRandom random(45);
    int accepted = 0, tried = 0, decoded = 0;
    while (tried < 10'000) {
        const auto mutated = mutate(code, random);
        if (mutated == code) continue;
        ++tried;
        const auto read = certificates::decode(mutated);
        decoded += read.has_value();
        accepted += read && certificates::verify_signature(*read, key.public_key());
    }
    BOOST_TEST(accepted == 0);
    // Some do reach the signature: it is not the reader alone that keeps them out.
    BOOST_TEST(decoded > 1000);
}

BOOST_AUTO_TEST_CASE(a_second_spelling_of_the_same_payload_is_refused_though_signed) {
    const auto key = key_of(1);
    const auto payload = payload_of(certificates::encode(dara(), key));
    BOOST_TEST(certificates::decode(signed_code(payload, key)).has_value());

    const auto refused = [&](const std::string& bytes) {
        const auto read = certificates::decode(signed_code(bytes, key));
        return !read && read.error().code == "code.damaged";
    };
    BOOST_TEST(refused(replaced(payload,
                                "\x04\x61"
                                "f",
                                "\x04\x78\x01"
                                "f"))); // a longer length than needed
    BOOST_TEST(refused(replaced(payload,
                                "\x04\x61"
                                "f",
                                "\x18\x04\x61"
                                "f"))); // a longer key than needed
    BOOST_TEST(refused(replaced(payload,
                                "\x04\x61"
                                "f",
                                "\x04\x7F\x61"
                                "f\xFF"))); // a text of unknown length
    BOOST_TEST(refused("\xB8" + payload.substr(0, 1).replace(0, 1, 1, static_cast<char>(payload[0] & 0x1F)) +
                       payload.substr(1)));                     // a longer map head than needed
    BOOST_TEST(refused(payload + '\0'));                        // something after the map
    BOOST_TEST(refused(payload.substr(0, payload.size() - 1))); // something missing
    BOOST_TEST(refused(""));
}

BOOST_AUTO_TEST_CASE(values_that_no_certificate_holds_are_refused_by_their_key) {
    const auto key = key_of(1);
    const auto payload = payload_of(certificates::encode(dara(), key));
    const auto blamed = [&](std::string_view was, std::string_view is) {
        const auto read = certificates::decode(signed_code(replaced(payload, was, is), key));
        return read ? "nothing"s : std::string(read.error().fact("part"));
    };
    BOOST_TEST(blamed("\x04\x61"
                      "f",
                      "\x04\x61"
                      "x") == "key 4");
    BOOST_TEST(blamed("2026-06-30", "2026-06-31") == "key 9");
    BOOST_TEST(blamed("2004-03-12", "2004-3-012") == "key 5");
    BOOST_TEST(blamed("SOK DARA", "SOK\nDARA") == "key 3");
    BOOST_TEST(blamed("SOK DARA", "SOK \xFF\xFF\xFF\xFF") == "key 3");
    BOOST_TEST(blamed("\x0A\x64"
                      "0202",
                      "\x0C\x64"
                      "0202") == "key 12");
    BOOST_TEST(blamed("\x0A\x64"
                      "0202",
                      "\x0B\xF4") == "key 11");
}

BOOST_AUTO_TEST_CASE(text_that_is_no_code_of_ours_is_named_for_what_it_is) {
    BOOST_TEST(certificates::decode("").error().code == "code.not-srok");
    BOOST_TEST(certificates::decode("https://example.org/1").error().code == "code.not-srok");
    BOOST_TEST(certificates::decode("SROK").error().code == "code.not-srok");
    BOOST_TEST(certificates::decode("SROK2:ABC").error().code == "code.newer");
    BOOST_TEST(certificates::decode("SROK1:").error().fact("part") == "length");
    BOOST_TEST(certificates::decode("SROK1:abc").error().fact("part") == "base45");
    BOOST_TEST(certificates::decode("SROK1:" + std::string(9000, '0')).error().fact("part") == "length");
}

BOOST_AUTO_TEST_CASE(a_count_that_lies_allocates_nothing) {
    const auto key = key_of(1);
    // A map of 2^63 entries, and a text of 2^63 bytes.
    const auto lying_map = "\xBB\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x00"s;
    const auto lying_text = "\xA1\x01\x7B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFFx"s;
    BOOST_TEST(certificates::decode(signed_code(lying_map, key)).error().fact("part") == "cbor");
    BOOST_TEST(certificates::decode(signed_code(lying_text, key)).error().fact("part") == "cbor");
}

BOOST_AUTO_TEST_SUITE_END()
