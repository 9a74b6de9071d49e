// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check_digit.hpp"

#include <boost/test/unit_test.hpp>

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view bodies[] = {"0202-000123",      "02-999999",      "1301-000001",
                                       "0202-2026-000001", "12-2027-104729", "ZX9-000042"};

// Right by the check character alone, whatever groups the number has.
bool holds(std::string_view number) {
    return core::check_character(number.substr(0, number.size() - 1)) == number.back();
}

} // namespace

BOOST_AUTO_TEST_SUITE(check_digit)

BOOST_AUTO_TEST_CASE(a_published_number_of_the_same_scheme_agrees) {
    // The Global Release Identifier standard's example, A1-2425G-ABC1234002-M, is ISO/IEC 7064 MOD 37,36.
    BOOST_TEST(core::check_character("A1-2425G-ABC1234002").value() == 'M');
}

BOOST_AUTO_TEST_CASE(every_single_wrong_character_is_caught) {
    for (std::string_view body : bodies) {
        const std::string number = core::with_check_character(body);
        for (std::size_t i = 0; i < number.size(); ++i) {
            if (number[i] == '-') continue;
            for (char c : alphabet) {
                std::string wrong = number;
                wrong[i] = c;
                BOOST_REQUIRE_MESSAGE(holds(wrong) == (wrong == number), wrong);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(swapped_neighbours_are_caught_but_for_one_in_six_hundred) {
    int swaps = 0;
    int missed = 0;
    for (char first : alphabet)
        for (char a : alphabet)
            for (char b : alphabet) {
                if (a == b) continue;
                const std::string number = core::with_check_character({std::string{first, a, b, '0', '7'}});
                std::string wrong = number;
                std::swap(wrong[1], wrong[2]);
                ++swaps;
                missed += holds(wrong) ? 1 : 0;
            }
    BOOST_TEST(swaps == 45360);
    BOOST_TEST(missed == 72);
}

BOOST_AUTO_TEST_CASE(numbers_are_read_as_people_type_them) {
    for (const char* typed : {"0202-000123-O", "0202 000123 o", "០២០២-០០០១២៣-o", "0202000123O",
                              "０２０２–０００１２３–O", " 0202-000123-O\t"})
        BOOST_TEST(core::read_learner_number(typed).value_or("refused") == "0202-000123-O", typed);
    BOOST_TEST(core::read_serial("0202-2026-000001-x").value_or("refused") == "0202-2026-000001-X");
    BOOST_TEST(core::read_serial("០២០២២០២៦០០០០០១X").value_or("refused") == "0202-2026-000001-X");
}

BOOST_AUTO_TEST_CASE(a_province_or_a_lettered_office_has_numbers_too) {
    for (const char* body : {"02-000001", "02021-000001", "ZX9-000042"}) {
        const std::string number = core::with_check_character(body);
        BOOST_TEST(core::read_learner_number(number).value_or("refused") == number);
    }
}

BOOST_AUTO_TEST_CASE(a_wrong_check_and_a_wrong_shape_are_told_apart) {
    BOOST_TEST(core::read_learner_number("0202-000123-7").error().code == "reference.check");
    BOOST_TEST(core::read_learner_number("0202-000132-O").error().code == "reference.check");
    for (const char* typed : {"", "-", "O", "000123-O", "0202-00A123-O", "0202/000123/O", "ស-0202-000123-O"})
        BOOST_TEST(core::read_learner_number(typed).error().code == "reference.unreadable", typed);
    BOOST_TEST(core::read_serial("0202-000001-X").error().code == "reference.unreadable");
    BOOST_TEST(!core::check_character("").has_value());
    BOOST_TEST(!core::check_character("0202_1").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
