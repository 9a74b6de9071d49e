// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text_problem.hpp"
#include "csv_rows.hpp"

#include <boost/test/unit_test.hpp>

namespace {

std::string problem(std::string_view text) {
    return std::string{core::text_problem(text).value_or("none")};
}

// For names of plain letters only: Sôn has no upper case here.
std::string in_case(std::string text, bool upper) {
    if (text.find('\xC3') != std::string::npos) return text;
    for (char& c : text) {
        if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (!upper && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(text_problem)

BOOST_AUTO_TEST_CASE(lost_letters_are_seen) {
    for (const char* text :
         {"????? ???", "??", "S?k", "ស?ខ", "\uFFFD", "ឃួន \uFFFD\uFFFD", "Sok ??????", "\xE1\x9E", "Sok\x80"})
        BOOST_TEST(problem(text) == "text.lost", text);
    for (const char* text : {"", "?", "Sok?", "Sok ?", "ឃួន វណ្ណា"})
        BOOST_TEST(problem(text) == "none", text);
}

BOOST_AUTO_TEST_CASE(the_keys_of_an_old_khmer_font_are_seen) {
    // A thesis of 2008 is still online as karGPivDÆn_mCÄmNÐlsikSashKmn_.
    for (const char* text : {"karGPivDÆn_mCÄmNÐlsikSashKmn_", "suPa", "RsI BA", "dar:a", "vNÑa", "lI hYr",
                             "can; Nar:a", "em:A suxa sMNagQ", "m\u00A7l", "kSiN", "sux PaB"})
        BOOST_TEST(problem(text) == "text.legacy-font", text);
}

BOOST_AUTO_TEST_CASE(honest_text_is_neither) {
    for (const char* text :
         {"Sok Dara",  "SOK DARA",  "sok dara",      "SokHeng", "SOk Dara",        "McNeil",
          "O'Neil",    "Jean-Paul", "Chloé",         "ÉLODIE",  "José Ñandú",      "Sok Dara (2)",
          "S. Dara",   "CLC 12",    "CLCs",          "MoEYS",   "Phum O Ta Paong", "St. Mary: a school",
          "Sok; Dara", "Room: A",   "Đặng Văn Bình", "ឃួន វណ្ណា", "ភូមិ OTa",          "ឈ្មោះ: suPa",
          "Cha'ong",   "៣ B",       "12/03",         "Dara_2",  "class 3A",        "3A"})
        BOOST_TEST(problem(text) == "none", text);
}

BOOST_AUTO_TEST_CASE(no_known_name_is_taken_for_an_old_font_in_any_case) {
    for (const auto& row : test::csv_rows("khmer-names.csv")) {
        BOOST_TEST(problem(row.at("name_km")) == "none");
        for (const std::string& latin : {row.at("name_latin"), row.at("latin_variants")}) {
            BOOST_TEST(problem(latin) == "none", latin);
            BOOST_TEST(problem(in_case(latin, true)) == "none", latin);
            BOOST_TEST(problem(in_case(latin, false)) == "none", latin);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
