// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.hpp"
#include "sheets/key.hpp"
#include "sheets/wording.hpp"

#include <boost/test/unit_test.hpp>

using sheets::ColumnKey;
using sheets::Key;

namespace {

Key sample() {
    core::SeededRandom random{7};
    return {sheets::Kind::attendance,   "2025-12",    core::make_uid({}, random),        "អក្ខរកម្ម \"ក\"; <b>",
            core::make_uid({}, random), "ការិយាល័យអប់រំ", {"0202-000001-X", "0202-000002-V"}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(key)

BOOST_AUTO_TEST_CASE(a_key_reads_back_as_it_was_written) {
    const std::string text = to_text(sample());
    BOOST_TEST(text.starts_with("SROK-SHEET 1 {"));
    BOOST_TEST(sheets::is_key(text));
    BOOST_TEST((sheets::read_key(text).value() == sample()));
}

BOOST_AUTO_TEST_CASE(the_roll_of_a_class_too_large_for_a_cell_is_left_out) {
    Key large = sample();
    large.roll.assign(3000, "0202-000001-X");
    const auto read = sheets::read_key(to_text(large)).value();
    BOOST_TEST(read.roll.empty());
    large.roll.clear();
    BOOST_TEST((read == large));
}

BOOST_AUTO_TEST_CASE(a_key_that_was_touched_or_is_of_a_later_program_is_named) {
    const std::string text = to_text(sample());
    for (std::size_t cut = 11; cut < text.size(); ++cut)
        BOOST_TEST(sheets::read_key(text.substr(0, cut)).error().code == "sheet.key-damaged");
    std::string other = text;
    other.replace(text.find("attendance"), 10, "wages");
    BOOST_TEST(sheets::read_key(other).error().code == "sheet.key-damaged");
    const auto newer = sheets::read_key("SROK-SHEET 2 {}");
    BOOST_TEST(newer.error().code == "sheet.newer");
    BOOST_TEST(newer.error().fact("version") == "2");
    BOOST_TEST(!sheets::is_key("អក្ខរកម្ម"));
}

BOOST_AUTO_TEST_CASE(every_column_key_reads_back_and_nothing_else_is_one) {
    using What = ColumnKey::What;
    for (std::uint8_t what = 0; what <= static_cast<std::uint8_t>(What::subject); ++what) {
        ColumnKey column{static_cast<What>(what)};
        if (column.what == What::day) column.index = 31;
        if (column.what == What::subject) column.subject = "reading";
        BOOST_TEST((sheets::column_key_from_text(to_text(column)) == column), to_text(column));
    }
    for (const char* text :
         {"", "srok:", "srok:d", "srok:d0", "srok:d32", "srok:s:", "srok:dx", "day 1", "km"})
        BOOST_TEST(!sheets::column_key_from_text(text).has_value(), text);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(sheet_words)

BOOST_AUTO_TEST_CASE(a_months_line_is_in_khmer) {
    BOOST_TEST(sheets::month_line(std::chrono::year{2025} / 12) == "ខែធ្នូ ឆ្នាំ២០២៥");
    BOOST_TEST(sheets::month_line(std::chrono::year{2026} / 1) == "ខែមករា ឆ្នាំ២០២៦");
}

BOOST_AUTO_TEST_CASE(words_that_are_missing_unknown_or_of_another_length_are_named) {
    const auto faulty = [](std::string_view text) {
        const auto read = sheets::parse_wording(text);
        return read ? std::string{} : std::string{read.error().fact("key")};
    };
    BOOST_TEST(faulty("") == "version");
    BOOST_TEST(faulty("colour\tred\n") == "colour");
    BOOST_TEST(faulty("month\tខែ{}\n") == "version"); // in the order of the list
}

BOOST_AUTO_TEST_SUITE_END()
