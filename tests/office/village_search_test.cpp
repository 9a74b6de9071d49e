// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/test_office.hpp"
#include "office/village_search.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace {

struct Thmakoul : test::World {
    storage::Database database = test::new_office(environment);

    std::vector<std::string> codes(std::string_view typed, std::size_t limit = 20,
                                   std::string_view within = "0202") {
        std::vector<std::string> found;
        for (const auto& choice : office::search_villages(database, within, typed, limit))
            found.push_back(choice.code);
        return found;
    }
    bool finds(std::string_view typed, std::string_view code) {
        const auto found = codes(typed);
        return std::find(found.begin(), found.end(), code) != found.end();
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(village_search, Thmakoul)

BOOST_AUTO_TEST_CASE(a_code_is_found_from_its_beginning_and_without_the_zero_a_spreadsheet_took) {
    BOOST_TEST(codes("02020704") == std::vector<std::string>{"02020704"}, boost::test_tools::per_element());
    BOOST_TEST(codes("2020704") == std::vector<std::string>{"02020704"}, boost::test_tools::per_element());
    BOOST_TEST(codes("០២០២០៧០៤") == std::vector<std::string>{"02020704"}, boost::test_tools::per_element());
    BOOST_TEST(codes("020207").front() == "02020701");
    // 20207 is also the beginning of a code of province 20; the office's own district comes first.
    BOOST_TEST(codes("20207").front() == "02020701");
    BOOST_TEST(codes("99999999").empty());
}

BOOST_AUTO_TEST_CASE(any_part_of_a_name_in_either_script_finds_it) {
    const auto kien_kes = office::search_villages(database, "0202", "កៀនកែស២", 5);
    BOOST_REQUIRE(!kien_kes.empty());
    BOOST_TEST(kien_kes.front().code == "02020802");
    BOOST_TEST(finds("កៀន", "02020802"));
    BOOST_TEST(finds("កែស", "02020802"));
    BOOST_TEST(finds("Kien", "02020802"));
    BOOST_TEST(finds("phum kien", "02020802"));
    BOOST_TEST(finds("ភូមិកៀនកែស", "02020802"));
}

BOOST_AUTO_TEST_CASE(each_choice_says_all_it_lies_in) {
    const auto found = office::search_villages(database, "0202", "02020704", 5);
    BOOST_REQUIRE(found.size() == 1U);
    BOOST_REQUIRE(found[0].line.size() == 4U);
    BOOST_TEST(found[0].line[0].code == "02020704");
    BOOST_TEST(found[0].line[3].code == "02");
}

BOOST_AUTO_TEST_CASE(the_commune_tells_villages_of_one_name_apart) {
    // អូរធំ in the commune បន្ទាយនាង of another province, and elsewhere.
    BOOST_TEST(codes("អូរធំ").size() > 2U);
    BOOST_TEST(codes("អូរធំ បន្ទាយនាង") == std::vector<std::string>{"01020101"},
               boost::test_tools::per_element());
    BOOST_TEST(codes("ភូមិអូរធំ ឃុំបន្ទាយនាង") == std::vector<std::string>{"01020101"},
               boost::test_tools::per_element());
    BOOST_TEST(codes("Ou Thum Banteay Neang") == std::vector<std::string>{"01020101"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_own_district_comes_first_then_the_province) {
    const auto found = codes("ថ្មី", 1000);
    BOOST_REQUIRE(found.size() > 20U);
    const auto far = [](const std::string& code) {
        return code.starts_with("0202") ? 0 : code.starts_with("02") ? 1 : 2;
    };
    BOOST_TEST(std::is_sorted(found.begin(), found.end(),
                              [&](const auto& a, const auto& b) { return far(a) < far(b); }));
    BOOST_TEST(far(found.front()) == 0);
}

BOOST_AUTO_TEST_CASE(nothing_typed_and_nothing_called_so_offer_nothing) {
    BOOST_TEST(codes("").empty());
    BOOST_TEST(codes("  ").empty());
    BOOST_TEST(codes("ភូមិដែលគ្មានក្នុងបញ្ជី").empty());
    BOOST_TEST(codes("ថ្មី", 3).size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
