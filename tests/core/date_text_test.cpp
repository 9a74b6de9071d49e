// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/date_text.hpp"
#include "core/lunar_date.hpp"
#include "core/numerals.hpp"
#include "core/random.hpp"
#include "core/utf8.hpp"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <span>

using namespace std::chrono_literals;
using core::DateSystem;

namespace {

const core::Day today{2026y / 3 / 15};

// "2004-03-12", "~2015", or the error's code.
std::string read(std::string_view text, core::Day latest = today) {
    const auto reading = core::read_date(text, latest);
    if (!reading) return reading.error().code;
    std::string result = core::to_text(reading->date);
    for (const auto& finding : reading->findings)
        result += " " + finding;
    return result;
}

std::string read_number(double number, DateSystem system = DateSystem::from_1900) {
    const auto reading = core::read_date_number(number, system, today);
    if (!reading) return reading.error().code;
    std::string result = core::to_text(reading->date);
    for (const auto& finding : reading->findings)
        result += " " + finding;
    return result;
}

template<std::size_t N>
void expect(const std::pair<const char*, const char*> (&cases)[N]) {
    for (const auto& [text, result] : cases)
        BOOST_TEST(read(text) == result,
                   "\"" << text << "\" was read as " << read(text) << ", not " << result);
}

} // namespace

BOOST_AUTO_TEST_SUITE(date_text)

BOOST_AUTO_TEST_CASE(the_day_comes_first) {
    expect({{"20/01/1996", "1996-01-20"},
            {"1/2/1996", "1996-02-01"},
            {"10-07-1981", "1981-07-10"},
            {"10.07.1981", "1981-07-10"},
            {"10 07 1981", "1981-07-10"},
            {" 10 / 07 / 1981 ", "1981-07-10"},
            {"10\u201307\u20131981", "1981-07-10"},
            {"29/02/2004", "2004-02-29"}});
}

BOOST_AUTO_TEST_CASE(the_year_may_come_first) {
    expect({{"2000-05-03", "2000-05-03"},
            {"2000/5/3", "2000-05-03"},
            {"2000-05-03 00:00:00", "2000-05-03"},
            {"2000-05-03T00:00:00.000", "2000-05-03"},
            {"2000-05", "2000-05"}});
}

BOOST_AUTO_TEST_CASE(khmer_and_full_width_digits_are_digits) {
    expect({{"០១/០៩/១៩៨១", "1981-09-01"},
            {"០1/០9/19៨១", "1981-09-01"},
            {"０１／０９／１９８１", "1981-09-01"},
            {"０１/０９/１９８１", "1981-09-01"},
            {"១៩៩៥", "1995"}});
}

BOOST_AUTO_TEST_CASE(months_are_read_by_name_however_spelt) {
    expect({{"ថ្ងៃទី១៩ ខែឧសភា ឆ្នាំ១៩៨៥", "1985-05-19"},
            {"ថ្ងៃទី៦ខែមិថុនាឆ្នាំ១៩៧៧", "1977-06-06"},
            {"១២ កុម្ភះ ១៩៧៧", "1977-02-12"},
            {"១២-វិច្ឆិការ-១៩៧៧", "1977-11-12"},
            {"ថ្ងៃទី១២ ែខកក្ដដា ឆ្នាំ១៩៧៧", "date.unreadable"},
            {"ថ្ងៃទី១២ ខែកក្ដដា ឆាំ្ន១៩៧៧", "1977-07-12"},
            {"ថៃ្ងទី១២ ខែេមសា ឆ្នាំ១៩៧៧", "date.unreadable"},
            {"ថៃ្ងទី១២ ខែ មេសា ឆំា្ន១៩៧៧", "1977-04-12"},
            {"ថ្ងៃពុធ ទី១៧ ខែធ្នូ ឆ្នាំ២០២៥", "2025-12-17"},
            {"ថ្ងៃច័ន្ទ ទី០៥ ខែមករា ឆ្នាំ២០២៦", "2026-01-05"},
            {"19 May 1985", "1985-05-19"},
            {"19-MAY-85", "1985-05-19"},
            {"May 19th, 1985", "1985-05-19"},
            {"1st of March 2001", "2001-03-01"},
            {"1985 May 19", "1985-05-19"},
            {"ខែឧសភា ឆ្នាំ១៩៨៥", "1985-05"},
            {"May 1985", "1985-05"},
            {"ថ្ងៃទី១៩ ខែឧសភា គ.ស.១៩៨៥", "1985-05-19"},
            {"ថ្ងៃទី\u200B១៩ ខែ\u200Bឧសភា ឆ្នាំ១៩៨៥", "1985-05-19"}});
    for (unsigned month = 1; month <= 12; ++month) {
        const std::string text = fmt::format("១ ខែ{} ១៩៩៩", core::khmer_name(std::chrono::month{month}));
        BOOST_TEST(read(text) == fmt::format("1999-{:02}-01", month));
    }
}

BOOST_AUTO_TEST_CASE(words_say_which_number_is_which) {
    expect({{"ថ្ងៃទី១៩ ខែ៥ ឆ្នាំ១៩៨៥", "1985-05-19"},
            {"ខែ៥ ថ្ងៃទី១៩ ឆ្នាំ១៩៨៥", "1985-05-19"},
            {"ឆ្នាំ១៩៨៥ ខែ៥ ថ្ងៃទី១៩", "1985-05-19"},
            {"ខែ៥ ឆ្នាំ១៩៨៥", "1985-05"},
            {"ថ្ងៃទី១៩/០៥/១៩៨៥", "1985-05-19"},
            {"ឆ្នាំ១៩៨៥", "1985"},
            {"ថ្ងៃទី៥ ឆ្នាំ១៩៨៥", "date.unreadable"},
            {"ឆ្នាំ១៩៨៥ ឆ្នាំ១៩៨៦", "date.unreadable"}});
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_not_made_up) {
    expect({{"1995", "1995"},
            {"03/1995", "1995-03"},
            {"00/00/1975", "1975"},
            {"00/05/1975", "1975-05"},
            {"../../1975", "1975"},
            {"12/00/1975", "date.impossible"},
            {"about 2015", "~2015"},
            {"ប្រហែល ២០១៥", "~2015"},
            {"ប្រហែលជាឆ្នាំ២០១៥", "~2015"},
            {"~2015", "~2015"},
            {"ca. 2015", "~2015"},
            {"about 12/03/1995", "~1995"}});
}

BOOST_AUTO_TEST_CASE(a_two_digit_year_is_the_latest_that_is_not_ahead) {
    expect({{"01/09/81", "1981-09-01"},
            {"01/03/26", "2026-03-01"},
            {"01/09/27", "1927-09-01"},
            {"01/09/00", "2000-09-01"},
            {"01/09/26", "date.future"},
            {"81", "date.unreadable"},
            {"09/81", "date.unreadable"},
            {"May 81", "date.unreadable"}});
    BOOST_TEST(read("01/09/27", core::Day{2030y / 1 / 1}) == "2027-09-01");
}

BOOST_AUTO_TEST_CASE(a_buddhist_year_with_a_day_turns_after_visakha_bochea) {
    expect({{"06/10/2542", "1998-10-06"},
            {"20/09/2545", "2001-09-20"},
            {"០១/០១/២៥៤២", "1999-01-01"},
            {"10/2542", "1998-10"},
            {"ថ្ងៃទី៦ ខែតុលា ព.ស. ២៥៤២", "1998-10-06"},
            {"29/02/2543", "2000-02-29"},
            {"29/02/2542", "date.impossible"},
            {"04/25/2542", "date.month-first"}});
}

BOOST_AUTO_TEST_CASE(every_day_reads_back_from_its_buddhist_year_or_is_refused_with_both_readings) {
    int refused = 0;
    for (core::Day day{1901y / 1 / 1}; day <= today; day = core::next_day(day)) {
        const std::string text = fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(day.day()),
                                             static_cast<unsigned>(day.month()), core::buddhist_year(day));
        const auto reading = core::read_date(text, today);
        if (reading) {
            BOOST_REQUIRE_MESSAGE(reading->date == (core::PartialDate{day, core::Precision::day}), text);
            continue;
        }
        ++refused;
        BOOST_REQUIRE_MESSAGE(reading.error().code == "date.buddhist-turn", text);
        const auto iso = core::to_iso(day);
        BOOST_REQUIRE((reading.error().fact("earlier") == iso || reading.error().fact("later") == iso));
        BOOST_REQUIRE((day.month() == std::chrono::April || day.month() == std::chrono::May));
    }
    BOOST_TEST(refused > 0);
    BOOST_TEST(refused < 125 * 31);
}

BOOST_AUTO_TEST_CASE(a_buddhist_year_alone_is_read_with_a_finding) {
    expect({{"2542", "1999 date.buddhist-year"},
            {"ព.ស.២៥៤២", "1999 date.buddhist-year"},
            {"ប្រហែល ២៥៤២", "~1999 date.buddhist-year"},
            {"2569", "2026 date.buddhist-year"},
            {"2570", "date.future"}});
}

BOOST_AUTO_TEST_CASE(what_is_no_day_is_refused_and_month_first_has_both_readings) {
    expect({{"31/02/2004", "date.impossible"},
            {"29/02/2003", "date.impossible"},
            {"32/01/2003", "date.impossible"},
            {"13/13/2003", "date.impossible"},
            {"02/30/2003", "date.impossible"},
            {"04/25/2003", "date.month-first"},
            {"2003-25-04", "date.month-first"}});
    const auto error = core::read_date("04/25/2003", today).error();
    BOOST_TEST(error.fact("text") == "04/25/2003");
    BOOST_TEST(error.fact("day_first") == "04/25/2003");
    BOOST_TEST(error.fact("month_first") == "2003-04-25");
}

BOOST_AUTO_TEST_CASE(the_future_and_the_nineteenth_century_are_refused) {
    expect({{"01/01/2031", "date.future"},
            {"16/03/2026", "date.future"},
            {"15/03/2026", "2026-03-15"},
            {"2026", "2026"},
            {"2027", "date.future"},
            {"03/2026", "2026-03"},
            {"04/2026", "date.future"},
            {"2300", "date.future"},
            {"31/12/1899", "date.too-old"},
            {"1899", "date.too-old"},
            {"01/01/1900", "1900-01-01"},
            {"ព.ស.២៤០០", "date.too-old"}});
    BOOST_TEST(read("16/03/2026", core::Day{2030y / 1 / 1}) == "2026-03-16");
}

BOOST_AUTO_TEST_CASE(what_is_no_date_is_unreadable) {
    for (const char* text : {"",
                             " ",
                             "-",
                             "ស្រី",
                             "Sok",
                             "12",
                             "123",
                             "12345",
                             "33712",
                             "1/2/3/4",
                             "12/03",
                             "12 March",
                             "5/5/5",
                             "May May 1999",
                             "12//",
                             "1995 1996",
                             "1e3",
                             "២០២៥ ស្រុក",
                             "???",
                             "12/March/3/1995",
                             "marchs 1995",
                             "10:30"})
        BOOST_TEST(read(text) == "date.unreadable", "\"" << text << "\" was read as " << read(text));
}

BOOST_AUTO_TEST_CASE(serials_count_from_1900_or_1904) {
    BOOST_TEST(read_number(33712) == "1992-04-18");
    BOOST_TEST(read_number(33712.75) == "1992-04-18");
    BOOST_TEST(read_number(1) == "1900-01-01");
    BOOST_TEST(read_number(59) == "1900-02-28");
    BOOST_TEST(read_number(60) == "date.impossible");
    BOOST_TEST(read_number(60.5) == "date.impossible");
    BOOST_TEST(read_number(61) == "1900-03-01");
    BOOST_TEST(read_number(0) == "date.impossible");
    BOOST_TEST(read_number(33712 - 1462, DateSystem::from_1904) == "1992-04-18");
    BOOST_TEST(read_number(0, DateSystem::from_1904) == "1904-01-01");
    BOOST_TEST(read_number(60, DateSystem::from_1904) == "1904-03-01");
    BOOST_TEST(read_number(50000) == "date.future");
}

BOOST_AUTO_TEST_CASE(a_number_that_is_a_year_is_the_year) {
    BOOST_TEST(read_number(1995) == "1995");
    BOOST_TEST(read_number(2026) == "2026");
    BOOST_TEST(read_number(2027) == "1905-07-19");
    BOOST_TEST(read_number(2542) == "1999 date.buddhist-year");
    BOOST_TEST(read_number(1995.5) == "1905-06-17");
}

BOOST_AUTO_TEST_CASE(numbers_that_are_no_serial_are_unreadable) {
    for (double number : {-1.0, std::numeric_limits<double>::infinity(),
                          std::numeric_limits<double>::quiet_NaN(), 1e300, 19950312.0})
        BOOST_TEST(read_number(number) == "date.unreadable", number);
}

BOOST_AUTO_TEST_CASE(every_day_reads_back_from_each_way_of_writing_it) {
    for (core::Day day{1900y / 1 / 1}; day <= today; day = core::next_day(day)) {
        const auto iso = core::to_iso(day);
        const auto d = static_cast<unsigned>(day.day());
        const auto m = static_cast<unsigned>(day.month());
        const auto y = static_cast<int>(day.year());
        BOOST_REQUIRE(read(iso) == iso);
        BOOST_REQUIRE(read(fmt::format("{}/{}/{}", d, m, y)) == iso);
        BOOST_REQUIRE(read(core::gregorian_line(day)) == iso);
        if (day == core::Day{2026y / 1 / 1} || y < 1930) continue;
        BOOST_REQUIRE(read(fmt::format("{:02}-{:02}-{:02}", d, m, y % 100)) == iso);
    }
}

BOOST_AUTO_TEST_CASE(any_text_is_read_or_refused) {
    core::SeededRandom random{5};
    const std::u32string letters = U"0123456789៩០/-. ឆ្នាំខែថ្ងៃទីMay~ពស.:t";
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        if (i % 2 == 0) {
            text.resize(random.below(20));
            random.fill(std::as_writable_bytes(std::span{text}));
        } else {
            for (auto n = random.below(16); n > 0; --n)
                core::append_utf8(text, letters[random.below(letters.size())]);
        }
        const auto reading = core::read_date(text, today);
        if (reading)
            BOOST_REQUIRE(reading->date.day.ok() && reading->date.day <= today);
        else
            BOOST_REQUIRE(reading.error().fact("text") == text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
