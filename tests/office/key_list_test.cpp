// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.hpp"
#include "office/key_list.hpp"
#include "rounds.hpp"

#include <boost/test/unit_test.hpp>

namespace {

core::Day day(const char* iso) {
    return core::day_from_iso(iso).value();
}

office::SigningKey key_of(std::uint64_t seed) {
    core::SeededRandom random(seed);
    return office::SigningKey::make(random);
}

// Battambang's list, with the keys of two districts and two certificates that are void.
office::KeyList battambang() {
    office::KeyList list{.issuer = "02", .counter = 3, .day = day("2026-07-01")};
    list.offices = {
        {"0203", "ក្រុងបាត់ដំបង", "Battambang"}, {"02", "ខេត្តបាត់ដំបង", "Battambang"}, {"0202", "ស្រុកថ្មគោល", ""}};
    list.keys = {{"0203", key_of(3).public_key()},
                 {"02", key_of(1).public_key(), day("2025-11-01")},
                 {"0202", key_of(2).public_key(), day("2025-11-01"), day("2026-10-31")}};
    list.revoked = {{"0203-2026-000001-V", "replaced", day("2026-06-01")},
                    {"0202-2026-000002-V", "void", day("2026-06-30")}};
    return list;
}

std::string signed_text() {
    return office::sign_key_list(battambang(), key_of(1)).text;
}

std::string error_of(const std::string& text) {
    const auto read = office::read_key_list(text);
    return read ? "none" : read.error().code;
}

std::string replaced(std::string text, std::string_view was, std::string_view is) {
    const auto at = text.find(was);
    BOOST_REQUIRE(at != std::string::npos);
    return text.replace(at, was.size(), is);
}

// Signed by the province itself, whatever the lines say.
std::string signed_as_it_is(const std::string& lines) {
    const auto key = key_of(1);
    return lines + "seal\t" + to_text(key.public_key()) + "\t" + to_text(key.sign(lines)) + "\n";
}

std::string lines() {
    const std::string text = signed_text();
    return text.substr(0, text.find("seal\t"));
}

} // namespace

BOOST_AUTO_TEST_SUITE(key_list)

BOOST_AUTO_TEST_CASE(what_a_province_signed_is_read_again) {
    const auto read = office::read_key_list(signed_text());
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST((read->signer == key_of(1).public_key()));
    BOOST_TEST(read->list.counter == 3);
    BOOST_TEST(read->list.offices.size() == 3U);
    BOOST_TEST(read->list.find_office("0202")->name_km == "ស្រុកថ្មគោល");
    const auto* key = read->list.find_key("0202", office::key_id(key_of(2).public_key()));
    BOOST_REQUIRE(key != nullptr);
    BOOST_TEST(key->good_on(day("2025-11-01")));
    BOOST_TEST(key->good_on(day("2026-10-31")));
    BOOST_TEST(!key->good_on(day("2025-10-31")));
    BOOST_TEST(!key->good_on(day("2026-11-01")));
    BOOST_TEST(read->list.find_key("0203", key->from ? office::key_id(key->key) : office::KeyId{}) ==
               nullptr);
    BOOST_TEST(read->list.find_revoked("0202-2026-000002-V")->state == "void");
    BOOST_TEST(read->list.find_revoked("0202-2026-000003-T") == nullptr);
    BOOST_TEST(read->list.age_on(day("2026-09-30")) == 91);
    BOOST_TEST(read->list.age_on(day("2026-06-01")) == 0);
    BOOST_TEST(read->text == signed_text());
}

BOOST_AUTO_TEST_CASE(its_lines_are_those_of_the_readme) {
    const std::string text = signed_text();
    BOOST_TEST(text.starts_with("SROK-KEYS 1\nlist\t02\t3\t2026-07-01\noffice\t02\tខេត្តបាត់ដំបង\tBattambang\n"
                                "office\t0202\tស្រុកថ្មគោល\t\n"));
    BOOST_TEST(text.find("\nkey\t0202\t" + to_text(key_of(2).id()) + "\t" + to_text(key_of(2).public_key()) +
                         "\t2025-11-01\t2026-10-31\n") != std::string::npos);
    BOOST_TEST(text.find("\t-\t-\n") != std::string::npos);
    BOOST_TEST(text.find("\nrevoked\t0202-2026-000002-V\tvoid\t2026-06-30\nrevoked\t0203-") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_line_changed_after_signing_is_seen) {
    BOOST_TEST(error_of(replaced(signed_text(), "\tvoid\t2026-06-30", "\tvoid\t2026-06-29")) ==
               "keys.altered");
    BOOST_TEST(error_of(replaced(signed_text(), "list\t02\t3", "list\t02\t4")) == "keys.altered");
    // A void certificate taken off the list.
    BOOST_TEST(error_of(replaced(signed_text(), "revoked\t0202-2026-000002-V\tvoid\t2026-06-30\n", "")) ==
               "keys.altered");
    // Sealed by a key that the list does not give to its own office.
    const auto stranger = key_of(9);
    BOOST_TEST(error_of(lines() + "seal\t" + to_text(stranger.public_key()) + "\t" +
                        to_text(stranger.sign(lines())) + "\n") == "keys.damaged");
}

BOOST_AUTO_TEST_CASE(a_second_spelling_of_the_same_list_is_refused_though_signed) {
    BOOST_TEST(error_of(signed_as_it_is(lines())) == "none");
    const auto refused = [](const std::string& text) { return error_of(signed_as_it_is(text)); };
    BOOST_TEST(refused(replaced(lines(), "list\t02\t3", "list\t02\t03")) == "keys.damaged");
    BOOST_TEST(refused(replaced(lines(), "list\t02\t3\t2026-07-01", "list\t02\t3\t2026-07-01\t")) ==
               "keys.damaged");
    BOOST_TEST(refused(replaced(lines(), "\t-\t-\n", "\t\t-\n")) == "keys.damaged");
    BOOST_TEST(refused(lines() + "\n") == "keys.damaged");
    const std::string twice = "revoked\t0202-2026-000002-V\tvoid\t2026-06-30\n";
    BOOST_TEST(refused(replaced(lines(), twice, twice + twice)) == "keys.damaged");
    const auto read = office::read_key_list(
        signed_as_it_is(replaced(lines(), "revoked\t0202-2026-000002-V", "revoked\t0204-2026-000002-V")));
    BOOST_TEST(read.error().code == "keys.damaged");
    BOOST_TEST(read.error().place.row.value() == 9);
}

BOOST_AUTO_TEST_CASE(a_list_speaks_for_no_office_of_another_province) {
    const auto refused = [](std::string_view was, std::string_view is) {
        return error_of(signed_as_it_is(replaced(lines(), was, is)));
    };
    BOOST_TEST(refused("office\t0203", "office\t0303") == "keys.damaged");
    BOOST_TEST(refused("office\t0203", "office\t3") == "keys.damaged");
    BOOST_TEST(office::speaks_for("02", "0202"));
    BOOST_TEST(office::speaks_for("0202", "0202"));
    BOOST_TEST(!office::speaks_for("0202", "02"));
    BOOST_TEST(!office::speaks_for("03", "0202"));
}

BOOST_AUTO_TEST_CASE(what_is_no_list_is_named_for_what_it_is) {
    BOOST_TEST(error_of("") == "keys.not-a-list");
    BOOST_TEST(error_of("hello") == "keys.not-a-list");
    BOOST_TEST(error_of("SROK-KEYS 1") == "keys.not-a-list");
    BOOST_TEST(error_of("SROK-KEYS 1\n") == "keys.damaged");
    BOOST_TEST(error_of("SROK-KEYS 2\nlist") == "keys.newer");
    BOOST_TEST(error_of("SROK-KEYS x\n") == "keys.not-a-list");
    BOOST_TEST(error_of(signed_as_it_is("SROK-KEYS 1\n")) == "keys.damaged");
    std::string cut = signed_text();
    cut.pop_back();
    BOOST_TEST(error_of(cut) == "keys.damaged");
}

// Whatever happens to a byte of it, no changed list is taken for the province's.
BOOST_AUTO_TEST_CASE(of_changed_lists_none_is_read) {
    const std::string text = signed_text();
    core::SeededRandom random(11);
    const int rounds = test::rounds(4'000, 100'000);
    for (int i = 0; i < rounds; ++i) {
        std::string changed = text;
        const auto at = static_cast<std::size_t>(random.below(changed.size()));
        switch (random.below(4)) {
        case 0:
            changed[at] = static_cast<char>(random.below(256));
            break;
        case 1:
            changed.erase(at, 1 + static_cast<std::size_t>(random.below(90)));
            break;
        case 2:
            changed.insert(at, text.substr(static_cast<std::size_t>(random.below(text.size())), 40));
            break;
        default:
            changed.resize(at);
        }
        if (changed != text) BOOST_REQUIRE(!office::read_key_list(changed).has_value());
    }
}

BOOST_AUTO_TEST_SUITE_END()
