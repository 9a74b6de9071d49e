// SPDX-License-Identifier: GPL-3.0-or-later
// Archives that lie, and honest ones that look odd.
#include "spreadsheet/described.hpp"
#include "spreadsheet/zip_maker.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>

namespace {

const WorkbookText small{.sheet_data = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>សុខ</t></is></c></row>)"};
constexpr std::size_t workbook = 2;
constexpr std::size_t sheet = 3;

// The small workbook with one change.
std::string changed(const std::function<void(std::vector<ZipPart>&)>& change, const ZipEnd& end = {}) {
    std::vector<ZipPart> parts = workbook_parts(small);
    change(parts);
    return make_zip(parts, end);
}

std::string with_end(const ZipEnd& end) {
    return make_zip(workbook_parts(small), end);
}

} // namespace

BOOST_AUTO_TEST_SUITE(archive)

BOOST_AUTO_TEST_CASE(an_honest_archive_is_read_however_its_writer_made_it) {
    const std::string text = "A1=សុខ";
    BOOST_TEST(read_all(make_workbook(small)) == text);
    const auto all = [](bool ZipPart::*option) {
        return changed([&](std::vector<ZipPart>& parts) {
            for (ZipPart& part : parts)
                part.*option = true;
        });
    };
    BOOST_TEST(read_all(all(&ZipPart::stored)) == text);
    BOOST_TEST(read_all(all(&ZipPart::descriptor)) == text);
    BOOST_TEST(read_all(all(&ZipPart::zip64)) == text);
    BOOST_TEST(read_all(with_end({.comment = "made by a district"})) == text);
    BOOST_TEST(read_all(with_end({.zip64 = true})) == text);
    BOOST_TEST(read_all(changed([](auto& parts) {
                   parts.push_back({.name = "xl/", .stored = true});
                   parts.push_back({.name = "xl/media/រូប 1.png", .content = "x"});
                   parts[sheet].name = "XL/Worksheets/Sheet1.xml";
               })) == text);
}

BOOST_AUTO_TEST_CASE(a_wrong_checksum_is_found) {
    BOOST_TEST(read_all(changed([](auto& parts) { parts[sheet].crc = 1; })) ==
               "file.damaged why=crc part=xl/worksheets/sheet1.xml sheet=Sheet1");
    BOOST_TEST(read_all(changed([](auto& parts) { parts[workbook].crc = 1; })) ==
               "file.damaged why=crc part=xl/workbook.xml");
    BOOST_TEST(read_all(changed([](auto& parts) { parts[sheet].local_crc = 1; })) ==
               "file.damaged why=header part=xl/worksheets/sheet1.xml");
}

BOOST_AUTO_TEST_CASE(a_size_that_lies_is_found) {
    for (const std::uint32_t size : {0u, 1u, 10u, 100'000u})
        for (const bool descriptor : {false, true}) {
            const std::string outcome = read_all(changed([&](auto& parts) {
                parts[sheet].size = size;
                parts[sheet].descriptor = descriptor;
            }));
            BOOST_TEST(outcome.starts_with("file.damaged"), size << ' ' << outcome);
        }
    for (const std::uint32_t packed : {0u, 5u, 10'000u, 0x7FFF'FFFFu})
        BOOST_TEST(read_all(changed([&](auto& parts) {
                       parts[sheet].packed = packed;
                   })).starts_with("file.damaged"));
}

BOOST_AUTO_TEST_CASE(parts_that_lie_over_each_other_are_found) {
    BOOST_TEST(read_all(changed([](auto& parts) {
                   parts.push_back({.name = "xl/worksheets/sheet2.xml", .same_data_as = sheet});
               })) == "file.damaged why=overlap part=xl/worksheets/sheet2.xml");
    // Two hundred names for one packed part: a bomb whose every ratio looks honest.
    BOOST_TEST(read_all(changed([](auto& parts) {
                   for (int i = 0; i < 200; ++i)
                       parts.push_back({.name = "xl/" + std::to_string(1000 + i), .same_data_as = sheet});
               })).starts_with("file.damaged why=overlap"));
}

BOOST_AUTO_TEST_CASE(two_parts_of_one_name_are_found_whatever_the_case) {
    BOOST_TEST(read_all(changed([](auto& parts) { parts.push_back(parts[sheet]); })) ==
               "file.damaged why=duplicate-entry part=xl/worksheets/sheet1.xml");
    BOOST_TEST(read_all(changed([](auto& parts) {
                   parts.push_back(parts[sheet]);
                   parts.back().name = "xl/worksheets/SHEET1.xml";
               })) == "file.damaged why=duplicate-entry part=xl/worksheets/SHEET1.xml");
}

BOOST_AUTO_TEST_CASE(names_that_lead_elsewhere_are_refused) {
    for (const char* name : {"../evil.xml", "xl/../../evil", "/etc/passwd", "C:/x", "xl\\workbook.xml",
                             "xl//x", "./x", "x/.", "a\nb", "x|y", "x*", "x\"y", "x<y", ""})
        BOOST_TEST(read_all(changed([&](auto& parts) { parts.push_back({.name = name, .content = "x"}); })) ==
                       "file.damaged why=entry-name",
                   name);
    BOOST_TEST(read_all(changed([](auto& parts) {
                   parts.push_back({.name = std::string(300, 'x'), .content = "x"});
               })) == "file.damaged why=entry-name");
}

BOOST_AUTO_TEST_CASE(a_local_header_that_tells_another_story_is_found) {
    BOOST_TEST(read_all(changed([](auto& parts) { parts[sheet].local_name = "xl/worksheets/sheet2.xml"; })) ==
               "file.damaged why=header part=xl/worksheets/sheet1.xml");
    std::string bytes = make_workbook(small);
    bytes[bytes.find("PK\x03\x04", 10)] = 'X';
    BOOST_TEST(read_all(bytes).starts_with("file.damaged why=header"));
}

BOOST_AUTO_TEST_CASE(encrypted_parts_are_named_as_such) {
    BOOST_TEST(read_all(changed([](auto& parts) { parts[sheet].flags = 1; })) ==
               "file.encrypted part=xl/worksheets/sheet1.xml");
    BOOST_TEST(
        read_all(changed([](auto& parts) { parts[sheet].flags = 1 << 6; })).starts_with("file.encrypted"));
}

BOOST_AUTO_TEST_CASE(packing_methods_that_no_workbook_has_are_refused) {
    for (const std::uint16_t method : std::initializer_list<std::uint16_t>{1, 9, 12, 14, 93, 99})
        BOOST_TEST(read_all(changed([&](auto& parts) { parts[sheet].method = method; })) ==
                   "file.damaged why=method part=xl/worksheets/sheet1.xml");
}

BOOST_AUTO_TEST_CASE(what_swells_more_than_a_hundredfold_is_refused_before_it_is_unpacked) {
    BOOST_TEST(read_all(changed([](auto& parts) {
                   parts.push_back({.name = "xl/media/bomb", .content = std::string(5'000'000, '\0')});
               })) == "file.too-big what=inflation maximum=100 part=xl/media/bomb");
    // Small parts may swell: 100 KiB harm nobody.
    BOOST_TEST(read_all(changed([](auto& parts) {
                   parts.push_back({.name = "xl/media/blank", .content = std::string(100 * 1024, '\0')});
               })) == "A1=សុខ");
    BOOST_TEST(read_all(changed([](auto& parts) {
                   parts.push_back({.name = "xl/media/blank", .content = std::string(100 * 1024 + 1, '\0')});
               })).starts_with("file.too-big what=inflation"));
}

BOOST_AUTO_TEST_CASE(more_than_five_hundred_parts_are_refused) {
    const auto with_parts = [](std::size_t count) {
        return changed([&](auto& parts) {
            while (parts.size() < count)
                parts.push_back({.name = "x" + std::to_string(parts.size()), .stored = true});
        });
    };
    BOOST_TEST(read_all(with_parts(500)) == "A1=សុខ");
    BOOST_TEST(read_all(with_parts(501)) == "file.too-big what=entries maximum=500");
}

BOOST_AUTO_TEST_CASE(a_directory_that_lies_about_itself_is_found) {
    BOOST_TEST(read_all(with_end({.count = 1})) == "file.damaged why=directory");
    BOOST_TEST(read_all(with_end({.count = 65'000})) == "file.damaged why=directory");
    BOOST_TEST(read_all(with_end({.directory_offset = 0})) == "file.damaged why=directory");
    BOOST_TEST(read_all(with_end({.directory_offset = 0xFFFF'FFF0})) == "file.damaged why=directory");
    BOOST_TEST(read_all(with_end({.directory_size = 7})) == "file.damaged why=directory");
    BOOST_TEST(read_all(with_end({.before = "PK\x03\x04 junk"})).starts_with("file.damaged"));
    BOOST_TEST(read_all(with_end({.after = "junk"})) == "file.damaged why=truncated");
    // A second archive behind the first: which one is meant?
    BOOST_TEST(read_all(make_workbook(small) + make_workbook(small)).starts_with("file.damaged"));
}

BOOST_AUTO_TEST_CASE(a_file_cut_anywhere_is_damaged) {
    const std::string bytes = make_workbook(small);
    for (std::size_t size = 4; size < bytes.size(); size += 7)
        BOOST_TEST(read_all(bytes.substr(0, size)).starts_with("file.damaged"), size);
}

BOOST_AUTO_TEST_SUITE_END()
