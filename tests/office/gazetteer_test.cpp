// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/gazetteer_file.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>

using office::Area;
using office::AreaType;
using office::WrittenPlace;

namespace {

constexpr std::string_view units = "# comment\n"
                                   "version\t7\n"
                                   "02 khaet\tបាត់ដំបង\tBattambang\n"
                                   " 02 srok\tថ្មគោល\tThma Koul\n"
                                   "  07 khum\tបឹងព្រីង\tBoeng Pring\n"
                                   "   04\tប៉ោយតាសេក\tPaoy Ta Sek\n"
                                   " 03 krong\tបាត់ដំបង\tBattambang\n";

std::string error_of(std::string_view areas, std::string_view changes = {}) {
    const auto read = office::parse_gazetteer(areas, changes);
    return read ? "nothing"
                : read.error().code + " " + std::string{read.error().fact("file")} + " " +
                      std::to_string(read.error().place.row.value_or(0));
}

} // namespace

BOOST_AUTO_TEST_SUITE(gazetteer)

BOOST_AUTO_TEST_CASE(the_shipped_gazetteer_is_whole) {
    const office::Gazetteer& shipped = office::shipped_gazetteer();
    std::array<int, 4> counts{};
    for (const Area& area : shipped.areas) {
        ++counts[area.code.size() / 2 - 1];
        BOOST_REQUIRE(area.code.size() == 2 ||
                      office::find_area(
                          shipped, std::string_view{area.code}.substr(0, area.code.size() - 2)) != nullptr);
    }
    BOOST_TEST(counts[0] == 25);
    BOOST_TEST(counts[1] == 210);
    BOOST_TEST(counts[2] == 1652);
    BOOST_TEST(counts[3] == 14578);
    BOOST_TEST(!shipped.version.empty());
    BOOST_TEST(!shipped.former_names.empty());
    const Area* newest = office::find_area(shipped, "1715");
    BOOST_REQUIRE(newest != nullptr);
    BOOST_TEST((newest->valid_from == core::day_from_iso("2024-01-11")));
    BOOST_TEST(newest->decree.value_or("") == "sub-decree 07");
}

BOOST_AUTO_TEST_CASE(units_are_read_by_their_level_and_type) {
    const auto read = office::parse_gazetteer(units, "since\t0203\t2022-12-23\tdecree 1\n"
                                                     "became\t020299\t020207\t2020-01-01\tdecree 2\n");
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(read->version == "7");
    BOOST_REQUIRE(read->areas.size() == 5U);
    BOOST_TEST(read->areas[3].code == "02020704");
    BOOST_TEST((read->areas[3].type == AreaType::phum));
    BOOST_TEST((read->areas[4].type == AreaType::krong));
    BOOST_TEST((read->areas[4].valid_from == core::day_from_iso("2022-12-23")));
    BOOST_REQUIRE(read->successors.size() == 1U);
    BOOST_TEST(read->successors[0].old_code == "020299");
}

BOOST_AUTO_TEST_CASE(a_broken_line_is_named) {
    BOOST_TEST(error_of("02 khaet\tក\tK\nrubbish\n") == "gazetteer.unreadable areas 2");
    BOOST_TEST(error_of("02 khaet\tក\tK\n  07 khum\tខ\tKh\n") == "gazetteer.unreadable areas 2");
    BOOST_TEST(error_of("02 oblast\tក\tK\n") == "gazetteer.unreadable areas 1");
    BOOST_TEST(error_of("02 khaet\tក\tK\n01 khaet\tក\tK\n") == "gazetteer.unreadable areas 2");
    BOOST_TEST(error_of("02 khaet\tក\tK\n02 khaet\tក\tK\n") == "gazetteer.unreadable areas 2");
    BOOST_TEST(error_of(units, "since\t0299\t2020-01-01\tx\n") == "gazetteer.unreadable changes 1");
    BOOST_TEST(error_of(units, "since\t0202\tyesterday\tx\n") == "gazetteer.unreadable changes 1");
    BOOST_TEST(error_of(units, "became\t0203\t0202\t2020-01-01\tx\n") == "gazetteer.unreadable changes 1");
}

BOOST_AUTO_TEST_CASE(a_place_is_written_with_the_word_of_each_unit) {
    const std::vector<Area> rural = {{"02020704", AreaType::phum, "ប៉ោយតាសេក", "Paoy Ta Sek"},
                                     {"020207", AreaType::khum, "បឹងព្រីង", "Boeng Pring"},
                                     {"0202", AreaType::srok, "ថ្មគោល", "Thma Koul"},
                                     {"02", AreaType::khaet, "បាត់ដំបង", "Battambang"}};
    BOOST_TEST(office::place_km(rural) == "ភូមិប៉ោយតាសេក ឃុំបឹងព្រីង ស្រុកថ្មគោល ខេត្តបាត់ដំបង");
    BOOST_TEST(office::place_en(rural) ==
               "Paoy Ta Sek village, Boeng Pring commune, Thma Koul district, Battambang province");
    const std::vector<Area> capital = {{"12010101", AreaType::phum, "ភូមិ ១", "Phum Muoy"},
                                       {"120101", AreaType::sangkat, "ទន្លេបាសាក់", "Tonle Basak"},
                                       {"1201", AreaType::khan, "ចំការមន", "Chamkar Mon"},
                                       {"12", AreaType::reach_theani, "ភ្នំពេញ", "Phnom Penh"}};
    BOOST_TEST(office::place_km(capital) == "ភូមិ ១ សង្កាត់ទន្លេបាសាក់ ខណ្ឌចំការមន រាជធានីភ្នំពេញ");
    BOOST_TEST(office::place_en(capital) ==
               "Phum Muoy village, Sangkat Tonle Basak, Khan Chamkar Mon, Phnom Penh capital");
}

BOOST_AUTO_TEST_CASE(codes_get_back_the_zero_that_a_spreadsheet_took) {
    BOOST_TEST(office::read_area_code("2").value_or("") == "02");
    BOOST_TEST(office::read_area_code("202").value_or("") == "0202");
    BOOST_TEST(office::read_area_code("20207").value_or("") == "020207");
    BOOST_TEST(office::read_area_code("2020704").value_or("") == "02020704");
    BOOST_TEST(office::read_area_code(" ០២០២ ").value_or("") == "0202");
    BOOST_TEST(!office::read_area_code("").has_value());
    BOOST_TEST(!office::read_area_code("0202a").has_value());
    BOOST_TEST(!office::read_area_code("-202").has_value());
    BOOST_TEST(!office::read_area_code("020207041").has_value());
}

BOOST_AUTO_TEST_CASE(a_place_in_one_line_is_taken_apart) {
    BOOST_TEST((office::read_place("ភូមិ អូរធំ ឃុំបន្ទាយនាង ស្រុកមង្គលបូរី ខេត្តបន្ទាយមានជ័យ") ==
                WrittenPlace{"អូរធំ", "បន្ទាយនាង", "មង្គលបូរី", "បន្ទាយមានជ័យ"}));
    BOOST_TEST((office::read_place("អូរធំ, សង្កាត់ដង្កោ, ខណ្ឌដង្កោ") == WrittenPlace{"អូរធំ", "ដង្កោ", "ដង្កោ", ""}));
    BOOST_TEST((office::read_place("\u200Bអូរធំ ") == WrittenPlace{"អូរធំ", "", "", ""}));
    BOOST_TEST((office::read_place("") == WrittenPlace{}));
    // The word inside a name does not open a part.
    BOOST_TEST((office::read_place("សាលាឃុំ") == WrittenPlace{"សាលាឃុំ", "", "", ""}));
}

BOOST_AUTO_TEST_SUITE_END()
