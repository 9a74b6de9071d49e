// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/gazetteer_store.hpp"
#include "office/test_office.hpp"

#include <boost/test/unit_test.hpp>

namespace {

struct Thmakoul : test::World {
    storage::Database database = test::new_office(environment);
    std::string village(std::string_view typed, std::string_view commune = {},
                        std::string_view within = "0202") {
        const auto match = office::find_village(database, within, typed, commune);
        if (match.ambiguous()) return "ambiguous";
        return match.code().value_or("unknown");
    }
};

core::Day day(std::string_view iso) {
    return *core::day_from_iso(iso);
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(gazetteer_store, Thmakoul)

BOOST_AUTO_TEST_CASE(every_unit_stands_in_the_file_with_its_version) {
    BOOST_TEST(database.value<int>("SELECT count(*) FROM area").value_or(0) == 25 + 210 + 1652 + 14578);
    BOOST_TEST(
        database.value<std::string>("SELECT version FROM code_list WHERE name = 'gazetteer'").value_or("") ==
        office::shipped_gazetteer().version);
    BOOST_TEST(office::areas_below(database, "").size() == 25U);
    BOOST_TEST(office::areas_below(database, "0202").size() == 10U);
    BOOST_TEST(office::areas_below(database, "0202").front().code == "020201");
}

BOOST_AUTO_TEST_CASE(a_village_is_found_however_it_is_typed) {
    BOOST_TEST(village("កៀនកែស ២") == "02020802");
    BOOST_TEST(village("កៀនកែស2") == "02020802");
    BOOST_TEST(village("ភូមិ កៀនកែស២") == "02020802");
    BOOST_TEST(village("កៀន\u200Bកែស ២ ") == "02020802");
    // The gazetteer writes coeng DA, others coeng TA.
    BOOST_TEST(village("ជ្រោយស្ដៅ") == "02020601");
    BOOST_TEST(village("ជ្រោយស្តៅ") == "02020601");
    BOOST_TEST(village("Paoy Ta Sek") == "02020704");
    BOOST_TEST(village("phum paoy tasek") == "02020704");
    BOOST_TEST(village("2020704") == "02020704");
}

BOOST_AUTO_TEST_CASE(a_commune_tells_villages_of_one_name_apart) {
    BOOST_TEST(village("ថ្មី") == "ambiguous");
    BOOST_TEST(village("ថ្មី", "តាម៉ឺន") == "02020208");
    BOOST_TEST(village("ភូមិថ្មី", "ឃុំបន្សាយត្រែង") == "02020903");
    BOOST_TEST(village("ភូមិថ្មី ឃុំតាម៉ឺន ស្រុកថ្មគោល") == "02020208");
}

BOOST_AUTO_TEST_CASE(a_place_that_does_not_fit_is_unknown_and_never_guessed) {
    BOOST_TEST(village("ភូមិមិនស្គាល់") == "unknown");
    BOOST_TEST(village("") == "unknown");
    BOOST_TEST(village("ភូមិ") == "unknown");
    // The village is in another commune, or the commune in another district.
    BOOST_TEST(village("កៀនកែស ២", "តាម៉ឺន") == "unknown");
    BOOST_TEST(village("កៀនកែស ២", "ព្រែកលួង") == "unknown");
    BOOST_TEST(village("99999999") == "unknown");
}

BOOST_AUTO_TEST_CASE(a_line_that_names_another_district_of_the_province_is_looked_up_there) {
    const auto match = office::find_village(database, "0202", "ភូមិអូរតាគី ស្រុកថ្មគោល");
    BOOST_TEST(match.code().value_or("") == "02020301");
    // 0203 is the municipality of Battambang.
    BOOST_TEST(village("ភូមិនំក្រៀប សង្កាត់ព្រែកព្រះស្តេច ក្រុងបាត់ដំបង") == "02030206");
}

BOOST_AUTO_TEST_CASE(a_village_that_carries_the_word_in_its_name_is_found_with_and_without_it) {
    BOOST_TEST(village("ភូមិ ២", "", "010602") == "01060203");
    BOOST_TEST(village("២", "", "010602") == "01060203");
    BOOST_TEST(village("ភូមិ2", "", "010602") == "01060203");
}

BOOST_AUTO_TEST_CASE(nearly_every_unit_is_found_by_its_own_name_in_its_commune) {
    int found = 0;
    int ambiguous = 0;
    int all = 0;
    for (const office::Area& area : office::shipped_gazetteer().areas) {
        if (area.code.size() != 8 || area.code.substr(0, 2) != "02") continue;
        ++all;
        const auto match = office::find_village(database, area.code.substr(0, 6), area.name_km);
        found += match.code() == area.code;
        ambiguous += match.ambiguous();
        BOOST_TEST(!match.unknown(), area.code << " " << area.name_km);
    }
    BOOST_TEST(all > 700);
    BOOST_TEST(found + ambiguous == all);
    BOOST_TEST(ambiguous <= all / 100);
}

BOOST_AUTO_TEST_CASE(a_document_gets_the_name_that_stood_on_its_day) {
    BOOST_TEST(office::find_area_on(database, "031310", day("2024-10-14"))->name_km == "សូរ្យសែន");
    BOOST_TEST(office::find_area_on(database, "031310", day("2026-06-30"))->name_km == "សូរសែន្យ");
    BOOST_TEST((office::find_area_on(database, "050901", day("2024-01-01"))->type == office::AreaType::khum));
    BOOST_TEST((office::find_area(database, "050901")->type == office::AreaType::sangkat));
    BOOST_TEST(!office::find_area_on(database, "1715", day("2024-01-10")).has_value());
    BOOST_TEST(office::find_area_on(database, "1715", day("2024-01-11")).has_value());
    BOOST_TEST(office::place_km(office::area_line(database, "02020704", day("2026-06-30"))) ==
               "ភូមិប៉ោយតាសេក ឃុំបឹងព្រីង ស្រុកថ្មគោល ខេត្តបាត់ដំបង");
}

BOOST_AUTO_TEST_SUITE_END()
