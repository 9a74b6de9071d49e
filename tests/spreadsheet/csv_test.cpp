// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/csv.hpp"
#include "spreadsheet/described.hpp"
#include "spreadsheet/reader.hpp"

#include <boost/test/unit_test.hpp>

namespace {

std::string read_text(const std::string& text, const spreadsheet::Limits& limits = {}) {
    return read_all(text, "list.csv", limits);
}

std::string utf16(std::u16string_view text, bool big_end_first) {
    std::string bytes = big_end_first ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes.append(big_end_first ? std::string{high, low} : std::string{low, high});
    }
    return bytes;
}

} // namespace

BOOST_AUTO_TEST_SUITE(csv)

BOOST_AUTO_TEST_CASE(values_are_text_and_stay_as_they_are) {
    BOOST_TEST(read_text("no,name,phone\n1,សុខ ចាន់,012345678\n") ==
               "A1=no B1=name C1=phone | A2=1 B2=សុខ ចាន់ C2=012345678");
    BOOST_TEST(read_text("=1+1, a ,+855\n") == "A1==1+1 B1= a  C1=+855");
    BOOST_TEST(read_text(",,x,\n") == "C1=x");
}

BOOST_AUTO_TEST_CASE(every_line_end_ends_a_row_and_blank_lines_count) {
    for (const char* end : {"\n", "\r\n", "\r"}) {
        const std::string e{end};
        BOOST_TEST(read_text("a,b" + e + e + "1,2") == "A1=a B1=b | A3=1 B3=2");
        BOOST_TEST(read_text("a,b" + e + e + "1,2" + e) == "A1=a B1=b | A3=1 B3=2");
    }
}

BOOST_AUTO_TEST_CASE(quotes_hold_separators_line_ends_and_doubled_quotes) {
    BOOST_TEST(read_text("a,\"b,\nc\",\"say \"\"hi\"\"\"\nx,\"\",z\n") ==
               "A1=a B1=b,\nc C1=say \"hi\" | A2=x C2=z");
    BOOST_TEST(read_text("\"a\" b,c\"d,e\n") == "A1=a b B1=c\"d C1=e");
}

BOOST_AUTO_TEST_CASE(a_quote_never_closed_is_damage_with_its_row) {
    BOOST_TEST(read_text("a,b\n1,\"2\n3,4\n") == "file.damaged why=quote row=2");
    BOOST_TEST(read_text("\"") == "file.damaged why=quote row=1");
}

BOOST_AUTO_TEST_CASE(the_separator_is_found) {
    BOOST_TEST(read_text("a;b\n1,5;2,5\n") == "A1=a B1=b | A2=1,5 B2=2,5");
    BOOST_TEST(read_text("1,5;2,5\n3,5;4,5\n") == "A1=1,5 B1=2,5 | A2=3,5 B2=4,5");
    BOOST_TEST(read_text("a\tb\n1;2\t3;4\n") == "A1=a B1=b | A2=1;2 B2=3;4");
    BOOST_TEST(read_text("បញ្ជីឈ្មោះ\n\na,b,c\n1,\"x;y\",3\n4,5,6\n") ==
               "A1=បញ្ជីឈ្មោះ | A3=a B3=b C3=c | A4=1 B4=x;y C4=3 | A5=4 B5=5 C5=6");
    BOOST_TEST(read_text("sep=;\r\na,b;c\r\n") == "A1=a,b B1=c");
    BOOST_TEST(read_text("one\ntwo\n") == "A1=one | A2=two");
    BOOST_TEST(spreadsheet::find_separator("") == ',');
}

BOOST_AUTO_TEST_CASE(unicode_comes_with_and_without_its_mark) {
    BOOST_TEST(read_text("\xEF\xBB\xBF"
                         "ឈ្មោះ,x\n") == "A1=ឈ្មោះ B1=x");
    BOOST_TEST(read_text(utf16(u"ឈ្មោះ\tx\r\n\U0001F600\ty\r\n", false)) == "A1=ឈ្មោះ B1=x | A2=😀 B2=y");
    BOOST_TEST(read_text(utf16(u"ឈ្មោះ,x\n", true)) == "A1=ឈ្មោះ B1=x");
}

BOOST_AUTO_TEST_CASE(what_is_not_unicode_is_refused_with_the_byte) {
    const auto refused_at = [](const std::string& bytes) -> long {
        const auto workbook = spreadsheet::open_workbook(bytes, "list.csv");
        if (workbook || workbook.error().code != "file.encoding") return -1;
        return static_cast<long>(workbook.error().place.byte.value_or(9999));
    };
    BOOST_TEST(refused_at("name,caf\xE9\n") == 8);
    BOOST_TEST(refused_at("a\xED\xA0\x80") == 1); // half of a UTF-16 pair
    BOOST_TEST(refused_at("a\xC0\x80") == 1);
    BOOST_TEST(refused_at("ab\xE1\x9E") == 2);
    BOOST_TEST(refused_at(std::string{"\xFF\xFE"
                                      "a\0\x00\xD8"
                                      "b\0",
                                      8}) == 4);
    BOOST_TEST(refused_at(std::string{"\xFF\xFE"
                                      "a\0b",
                                      5}) == 4);
    BOOST_TEST(refused_at(std::string(5000, 'a') + std::string(1, '\0')) == 5000);
    BOOST_TEST(read_text(std::string{"a\0,\0b\0\n\0", 8}) == "file.encoding"); // UTF-16 without its mark
}

BOOST_AUTO_TEST_CASE(limits_hold_for_text_files_too) {
    BOOST_TEST(read_text("1\n2\n3\n", {.rows = 2}) == "file.too-big what=rows maximum=2 cell=A3");
    BOOST_TEST(read_text("1\n2\n\n\n\n", {.rows = 2}) == "A1=1 | A2=2");
    BOOST_TEST(read_text("1,2,3,4\n", {.columns = 3}) == "file.too-big what=columns maximum=3 cell=D1");
    BOOST_TEST(read_text("1,2,3,\n", {.columns = 3}) == "A1=1 B1=2 C1=3");
    BOOST_TEST(read_text("a,\"" + std::string(1024 * 1024 + 1, 'x') + "\"\n") ==
               "file.too-big what=text maximum=1048576 cell=B1");
    BOOST_TEST(read_text(std::string(5000, 'x'), {.memory = 4096}) ==
               "file.too-big what=memory maximum=4096");
}

BOOST_AUTO_TEST_SUITE_END()
