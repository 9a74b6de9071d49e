// SPDX-License-Identifier: GPL-3.0-or-later
// What sheets hold, in every spelling that honest programs use and the lies that others tell.
#include "spreadsheet/described.hpp"
#include "spreadsheet/reader.hpp"
#include "spreadsheet/zip_maker.hpp"

#include <boost/test/unit_test.hpp>

using spreadsheet::Limits;

namespace {

std::string sheet(const std::string& rows, const Limits& limits = {}) {
    return read_all(make_workbook({.sheet_data = rows}), "list.xlsx", limits);
}

// The cells of one row, A1 and on.
std::string cells(const std::string& xml) {
    return sheet("<row r=\"1\">" + xml + "</row>");
}

const std::string main_namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const std::string strict_namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main";

// A sheet with more than its rows.
spreadsheet::SheetFacts facts_of(const std::string& before, const std::string& rows,
                                 const std::string& after) {
    auto workbook = spreadsheet::open_workbook(
        make_workbook({.sheet = "<worksheet xmlns=\"" + main_namespace + "\">" + before + "<sheetData>" +
                                rows + "</sheetData>" + after + "</worksheet>"}),
        "list.xlsx");
    BOOST_REQUIRE(workbook.has_value());
    const auto facts = workbook->read(0, [](const spreadsheet::Row&) { return true; });
    BOOST_REQUIRE_MESSAGE(facts.has_value(), facts.error().code);
    return *facts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(sheet_xml)

BOOST_AUTO_TEST_CASE(every_kind_of_cell_is_told_apart) {
    BOOST_TEST(
        cells(
            R"(<c r="A1"><v>12.50</v></c><c r="B1" t="n"><v>8.3000000000000007</v></c>)"
            R"(<c r="C1" t="b"><v>1</v></c><c r="D1" t="b"><v>0</v></c><c r="E1" t="e"><v>#DIV/0!</v></c>)"
            R"(<c r="F1" t="inlineStr"><is><t>a</t></is></c><c r="G1" t="str"><f>A1</f><v>b</v></c>)"
            R"(<c r="H1"><f>1+1</f><v>2</v></c><c r="I1"><f>1+1</f></c><c r="J1" s="3"/><c r="K1"><v/></c>)") ==
        "A1=12.50# B1=8.3000000000000007# C1=TRUE? D1=FALSE? E1=#DIV/0!! F1=a G1==b H1==2# I1==");
    BOOST_TEST(cells(R"(<c r="A1"><v> 1.2E+11
</v></c>)") == "A1=1.2E+11#");
    BOOST_TEST(cells(R"(<c r="A1" t="d"><v>2025-12-17T00:00:00</v></c><c r="B1" t="d"><v>soon</v></c>)") ==
               "A1=46008@ B1=soon");
    BOOST_TEST(
        cells(
            R"(<c r="A1"><f t="shared" ref="A1:A9" si="0">B1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c>)") ==
        "A1==1# B1==2#");
}

BOOST_AUTO_TEST_CASE(text_is_joined_from_runs_without_reading_aids) {
    BOOST_TEST(
        cells(
            R"(<c t="inlineStr"><is><r><rPr><b/></rPr><t>សុខ</t></r><r><t xml:space="preserve"> ចាន់ </t></r>)"
            R"(<rPh sb="0" eb="1"><t>SOK</t></rPh><phoneticPr fontId="1"/></is></c>)") == "A1=សុខ ចាន់ ");
    BOOST_TEST(
        read_all(make_workbook(
            {.sheet_data =
                 R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>)",
             .shared_strings =
                 R"(<si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>)"
                 R"(<si/><si><t>a&amp;b&#x1780;_x000D__x005F_x0041__xD83D__xDE00__xD83D_</t></si>)"})) ==
        "A1=plain B1=rich D1=a&bក\r_x0041_😀_xD83D_");
}

BOOST_AUTO_TEST_CASE(cells_and_rows_without_names_follow_one_another) {
    BOOST_TEST(sheet(R"(<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>)") ==
               "A1=1# C1=3# | A3=4#");
    BOOST_TEST(sheet(R"(<row r="5"><c r="C5"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>)") ==
               "C5=1# D5=2# | A6=3#");
}

BOOST_AUTO_TEST_CASE(any_prefix_and_the_strict_namespaces_are_read) {
    const auto with = [](const std::string& sheet_xml) {
        return read_all(make_workbook({.sheet = sheet_xml}));
    };
    const std::string prefixed =
        R"(><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c>)"
        R"(<x:c r="B1"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>)";
    BOOST_TEST(with("<x:worksheet xmlns:x=\"" + main_namespace + '"' + prefixed) == "A1=a B1=2#");
    BOOST_TEST(with("<x:worksheet xmlns:x=\"" + strict_namespace + '"' + prefixed) == "A1=a B1=2#");
    // What another namespace calls <c> is no cell.
    BOOST_TEST(
        with(
            "<worksheet xmlns=\"" + main_namespace +
            R"(" xmlns:y="urn:other"><sheetData><row><y:c><y:v>9</y:v></y:c><c><v>1</v><y:v>7</y:v></c></row></sheetData></worksheet>)") ==
        "A1=1#");
    const std::string strict_links = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    BOOST_TEST(read_all(make_workbook(
                   {.sheet_data = "<row><c><v>1</v></c></row>",
                    .workbook = "<w:workbook xmlns:w=\"" + strict_namespace +
                                "\"><w:sheets><w:sheet xmlns:q=\"" + strict_links +
                                "\" name=\"s\" sheetId=\"1\" q:id=\"rId1\"/></w:sheets></w:workbook>"})) ==
               "A1=1#");
}

BOOST_AUTO_TEST_CASE(sheets_in_utf16_and_with_comments_are_read) {
    const std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><worksheet xmlns=\"" + main_namespace +
        "\"><!-- made by hand --><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
    std::string wide = "\xFF\xFE";
    for (const char c : xml)
        wide.append({c, '\0'});
    BOOST_TEST(read_all(make_workbook({.sheet = wide})) == "A1=1#");
}

BOOST_AUTO_TEST_CASE(what_a_sheet_says_beside_its_cells_is_kept) {
    const auto facts = facts_of(
        R"(<dimension ref="A1:XFD1048576"/><cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="9"/></cols>)",
        R"(<row r="3"><c r="B3"><v>1</v></c><c r="D3" s="1"/></row><row r="900000" hidden="1"/>)",
        R"(<mergeCells count="99999"><mergeCell ref="A1:C1"/><mergeCell ref="B2:B9"/></mergeCells>)");
    BOOST_TEST(facts.rows == 3u);
    BOOST_TEST(facts.columns == 2u);
    BOOST_TEST(facts.column_hidden(1));
    BOOST_TEST(facts.column_hidden(2));
    BOOST_TEST(!facts.column_hidden(4));
    BOOST_REQUIRE(facts.merged.size() == 2u);
    BOOST_TEST(spreadsheet::range_name(*facts.merged_at({0, 2})) == "A1:C1");
    BOOST_TEST(facts.merged_at({9, 1}) == nullptr);
}

BOOST_AUTO_TEST_CASE(dates_are_known_by_their_style_alone) {
    const std::string styles =
        R"(<numFmts count="3"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0.0 &quot;day&quot;"/>)"
        R"(<numFmt numFmtId="166" formatCode="[$-453]d mmmm yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)"
        R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf/></cellXfs>)";
    BOOST_TEST(
        read_all(make_workbook(
            {.sheet_data =
                 R"(<row><c s="0"><v>1</v></c><c s="1"><v>2</v></c><c s="2"><v>3</v></c><c s="3"><v>4</v></c>)"
                 R"(<c s="4"><v>5</v></c><c s="5"><v>6</v></c><c s="77"><v>7</v></c><c s="1" t="str"><v>x</v></c></row>)",
             .styles = styles})) == "A1=1# B1=2@ C1=3@ D1=4# E1=5@ F1=6# G1=7# H1=x");
}

BOOST_AUTO_TEST_CASE(the_1904_calendar_and_hidden_sheets_are_known) {
    const std::string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const auto open = [&](const std::string& inside) {
        auto workbook = spreadsheet::open_workbook(
            make_workbook({.workbook = "<workbook xmlns=\"" + main_namespace + "\" xmlns:r=\"" + links +
                                       "\">" + inside + "</workbook>"}),
            "a.xlsx");
        BOOST_REQUIRE_MESSAGE(workbook.has_value(), workbook.error().code);
        return std::move(*workbook);
    };
    BOOST_TEST((open(R"(<workbookPr date1904="true"/><sheets><sheet name="a" r:id="rId1"/></sheets>)")
                    .date_system() == spreadsheet::DateSystem::from_1904));
    const auto sheets =
        open(
            R"(<sheets><sheet name="a" r:id="rId1" state="hidden"/><sheet name="b" r:id="rId1" state="veryHidden"/></sheets>)")
            .sheets();
    using spreadsheet::Visibility;
    BOOST_TEST((sheets == std::vector<spreadsheet::SheetInfo>{{"a", Visibility::hidden},
                                                              {"b", Visibility::very_hidden}}));
}

BOOST_AUTO_TEST_CASE(references_outside_a_worksheet_or_out_of_order_are_damage) {
    BOOST_TEST(sheet(R"(<row r="1048577"/>)") == "file.damaged why=cell-reference sheet=Sheet1");
    BOOST_TEST(sheet(R"(<row r="0"/>)") == "file.damaged why=cell-reference sheet=Sheet1");
    BOOST_TEST(sheet(R"(<row r="18446744073709551617"/>)") == "file.damaged why=cell-reference sheet=Sheet1");
    BOOST_TEST(sheet(R"(<row r="1048576"/><row/>)") == "file.damaged why=cell-reference sheet=Sheet1");
    BOOST_TEST(sheet(R"(<row r="2"/><row r="2"/>)") == "file.damaged why=cell-order sheet=Sheet1");
    BOOST_TEST(cells(R"(<c r="AAAA1"><v>1</v></c>)") ==
               "file.damaged why=cell-reference sheet=Sheet1 cell=A1");
    BOOST_TEST(cells(R"(<c r="A2"><v>1</v></c>)") == "file.damaged why=cell-reference sheet=Sheet1 cell=A1");
    BOOST_TEST(cells(R"(<c r="B1"/><c r="B1"><v>1</v></c>)") ==
               "file.damaged why=cell-order sheet=Sheet1 cell=B1");
    BOOST_TEST(cells(R"(<c r="C1"/><c r="A1"><v>1</v></c>)") ==
               "file.damaged why=cell-order sheet=Sheet1 cell=A1");
    BOOST_TEST(cells(R"(<c r="XFD1"/><c><v>1</v></c>)").starts_with("file.damaged why=cell-reference"));
}

BOOST_AUTO_TEST_CASE(values_that_are_none_are_damage_with_their_cell) {
    BOOST_TEST(cells(R"(<c><v>12,5</v></c>)") == "file.damaged why=number sheet=Sheet1 cell=A1");
    BOOST_TEST(cells(R"(<c/><c t="n"><v>NaN</v></c>)") == "file.damaged why=number sheet=Sheet1 cell=B1");
    BOOST_TEST(cells(R"(<c t="b"><v>2</v></c>)") == "file.damaged why=boolean sheet=Sheet1 cell=A1");
    BOOST_TEST(cells(R"(<c t="z"><v>2</v></c>)") == "file.damaged why=cell-type sheet=Sheet1 cell=A1");
    for (const char* index : {"1", "-1", "4294967296", "x", "0.0"})
        BOOST_TEST(read_all(make_workbook(
                       {.sheet_data = std::string{"<row><c t=\"s\"><v>"} + index + "</v></c></row>",
                        .shared_strings = "<si><t>only</t></si>"})) ==
                       "file.damaged why=shared-string sheet=Sheet1 cell=A1",
                   index);
    BOOST_TEST(cells(R"(<c t="s"><v>0</v></c>)") == "file.damaged why=shared-string sheet=Sheet1 cell=A1");
}

BOOST_AUTO_TEST_CASE(values_outside_the_limits_are_refused_and_blank_cells_are_free) {
    const Limits few{.rows = 3, .columns = 2};
    BOOST_TEST(sheet(R"(<row r="3"><c r="B3"><v>1</v></c></row>)", few) == "B3=1#");
    BOOST_TEST(sheet(R"(<row r="4"><c r="A4"><v>1</v></c></row>)", few) ==
               "file.too-big what=rows maximum=3 sheet=Sheet1 cell=A4");
    BOOST_TEST(sheet(R"(<row r="1"><c r="C1"><v>1</v></c></row>)", few) ==
               "file.too-big what=columns maximum=2 sheet=Sheet1 cell=C1");
    BOOST_TEST(
        sheet(
            R"(<row r="1"><c r="B1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>)",
            few) == "B1=1#");
    BOOST_TEST(sheet(R"(<row r="50001"><c r="A50001"><v>1</v></c></row>)")
                   .starts_with("file.too-big what=rows maximum=50000"));
    BOOST_TEST(sheet(R"(<row r="1"><c r="KO1"><v>1</v></c></row>)")
                   .starts_with("file.too-big what=columns maximum=300"));
}

BOOST_AUTO_TEST_CASE(a_doctype_is_refused_in_every_part) {
    const std::string bomb = "<!DOCTYPE lolz [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
    BOOST_TEST(read_all(make_workbook({.sheet = bomb + "<worksheet xmlns=\"" + main_namespace + "\"/>"})) ==
               "file.doctype part=xl/worksheets/sheet1.xml sheet=Sheet1");
    BOOST_TEST(read_all(make_workbook({.workbook = bomb + "<workbook/>"})) ==
               "file.doctype part=xl/workbook.xml");
    auto parts = workbook_parts({.sheet_data = "<row/>", .shared_strings = "<si/>", .styles = "<cellXfs/>"});
    for (std::size_t i : {std::size_t{1}, std::size_t{4}, std::size_t{5}, std::size_t{6}}) {
        auto changed = parts;
        changed[i].content = "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>";
        BOOST_TEST(read_all(make_zip(changed)).starts_with("file.doctype part=" + parts[i].name),
                   parts[i].name);
    }
}

BOOST_AUTO_TEST_CASE(broken_xml_is_damage_with_its_byte) {
    const auto workbook_error = [](const std::string& sheet_xml) {
        auto workbook = spreadsheet::open_workbook(make_workbook({.sheet = sheet_xml}), "a.xlsx");
        BOOST_REQUIRE(workbook.has_value());
        const auto facts = workbook->read(0, [](const spreadsheet::Row&) { return true; });
        BOOST_REQUIRE(!facts.has_value());
        return facts.error();
    };
    const std::string head = "<worksheet xmlns=\"" + main_namespace + "\">";
    const core::Error cut = workbook_error(head + "<sheetData><row>");
    BOOST_TEST(describe(cut) == "file.damaged why=xml part=xl/worksheets/sheet1.xml sheet=Sheet1");
    BOOST_TEST(cut.place.byte.value_or(0) == head.size() + 16);
    BOOST_TEST(
        describe(workbook_error(head + "&undefined;</worksheet>")).starts_with("file.damaged why=xml"));
    BOOST_TEST(describe(workbook_error(" ")).starts_with("file.damaged why=xml"));
    BOOST_TEST(
        describe(workbook_error(head + "<a>\xFF</a></worksheet>")).starts_with("file.damaged why=xml"));
    BOOST_TEST(describe(workbook_error("<html/>")) == "file.damaged why=not-a-sheet sheet=Sheet1");
}

BOOST_AUTO_TEST_CASE(depth_tokens_and_texts_without_end_are_refused) {
    const std::string head = "<worksheet xmlns=\"" + main_namespace + "\">";
    std::string deep = head;
    for (int i = 0; i < 5000; ++i)
        deep += "<a>";
    BOOST_TEST(read_all(make_workbook({.sheet = deep})) ==
               "file.too-big what=depth maximum=64 part=xl/worksheets/sheet1.xml sheet=Sheet1");
    // Stored, so that the archive's own limit on swelling does not see it first.
    const std::string long_text(3'000'000, 'x');
    const auto stored = [](const WorkbookText& text) {
        auto parts = workbook_parts(text);
        for (ZipPart& part : parts)
            part.stored = true;
        return read_all(make_zip(parts));
    };
    BOOST_TEST(stored({.sheet = head + "<row spans=\"" + long_text + "\"/></worksheet>"})
                   .starts_with("file.too-big what=token maximum=2097152"));
    BOOST_TEST(
        stored({.sheet_data = "<row><c t=\"inlineStr\"><is><t>" + long_text + "</t></is></c></row>"}) ==
        "file.too-big what=text maximum=1048576 sheet=Sheet1 cell=A1");
    BOOST_TEST(stored({.sheet_data = "<row><c t=\"s\"><v>0</v></c></row>",
                       .shared_strings = "<si><t>" + long_text + "</t></si>"}) ==
               "file.too-big what=text maximum=1048576 part=xl/sharedStrings.xml");
}

BOOST_AUTO_TEST_CASE(memory_is_counted_under_strings_tables_and_parser) {
    std::string strings;
    std::string rows;
    for (int i = 0; i < 20'000; ++i) {
        strings += "<si><t>name " + std::to_string(i * 7919) + "</t></si>";
        rows += "<row><c t=\"s\"><v>" + std::to_string(i) + "</v></c></row>";
    }
    const std::string bytes = make_workbook({.sheet_data = rows, .shared_strings = strings});
    const std::size_t packed = bytes.size();
    BOOST_TEST(
        read_all(bytes, "a.xlsx", {.memory = packed + 2'000'000}).starts_with("A1=name 0 | A2=name 7919"));
    BOOST_TEST(read_all(bytes, "a.xlsx", {.memory = packed + 300'000}) ==
               "file.too-big what=memory maximum=" + std::to_string(packed + 300'000));
    BOOST_TEST(read_all(bytes, "a.xlsx", {.memory = packed - 1}).starts_with("file.too-big what=memory"));
    BOOST_TEST(read_all(bytes, "a.xlsx", {.memory = packed + 1000}).starts_with("file.too-big what=memory"));

    auto workbook = spreadsheet::open_workbook(bytes, "a.xlsx", {.memory = packed + 6'000'000});
    BOOST_REQUIRE(workbook.has_value());
    // Streaming fits, and so does a table; many tables do not, and what they held comes back when they go.
    std::vector<spreadsheet::Table> tables;
    for (;;) {
        auto table = workbook->load(0);
        if (!table) {
            BOOST_TEST(describe(table.error()).starts_with("file.too-big what=memory"));
            break;
        }
        BOOST_REQUIRE(tables.size() < 10);
        tables.push_back(std::move(*table));
    }
    BOOST_TEST(!tables.empty());
    tables.clear();
    BOOST_TEST(workbook->load(0).has_value());
}

BOOST_AUTO_TEST_CASE(targets_are_found_from_the_root_and_by_detours) {
    auto parts = workbook_parts({.sheet_data = "<row><c><v>1</v></c></row>"});
    std::string& links = parts.back().content;
    const std::string usual = "worksheets/sheet1.xml";
    const std::size_t at = links.find(usual);
    for (const char* target :
         {"/xl/worksheets/sheet1.xml", "./worksheets/sheet1.xml", "../xl/worksheets/sheet1.xml",
          "../../../xl/./worksheets/x/../sheet1.xml", "/XL/worksheets//Sheet1.XML"}) {
        auto changed = parts;
        changed.back().content.replace(at, usual.size(), target);
        BOOST_TEST(read_all(make_zip(changed)) == "A1=1#", target);
    }
}

BOOST_AUTO_TEST_CASE(names_and_lists_without_end_are_refused) {
    const auto with_links = [](const std::string& more) {
        auto parts = workbook_parts({.sheet_data = "<row/>"});
        std::string& links = parts.back().content;
        links.insert(links.find("</Relationships>"), more);
        parts.back().stored = true;
        return read_all(make_zip(parts));
    };
    std::string many;
    for (int i = 0; i < 1000; ++i)
        many += "<Relationship Id=\"x\" Type=\"t\" Target=\"y\"/>";
    BOOST_TEST(with_links(many) == "file.too-big what=items maximum=1000 part=xl/_rels/workbook.xml.rels");
    std::string detour;
    while (detour.size() < 100'000)
        detour += "a/../";
    BOOST_TEST(with_links("<Relationship Id=\"x\" Type=\"t\" Target=\"" + detour + "\"/>") ==
               "file.too-big what=name maximum=4096 part=xl/_rels/workbook.xml.rels");
    std::string sheets;
    for (int i = 0; i < 1001; ++i)
        sheets += "<sheet name=\"a\"/>";
    BOOST_TEST(read_all(make_workbook({.workbook = "<workbook xmlns=\"" + main_namespace + "\"><sheets>" +
                                                   sheets + "</sheets></workbook>"})) ==
               "file.too-big what=items maximum=1000 part=xl/workbook.xml");
}

BOOST_AUTO_TEST_CASE(parts_that_are_missing_are_damage) {
    auto parts = workbook_parts({.sheet_data = "<row/>"});
    const auto without = [&](const std::string& name) {
        auto fewer = parts;
        std::erase_if(fewer, [&](const ZipPart& part) { return part.name == name; });
        return read_all(make_zip(fewer));
    };
    BOOST_TEST(without("xl/worksheets/sheet1.xml") ==
               "file.damaged why=part-missing part=xl/worksheets/sheet1.xml");
    BOOST_TEST(without("xl/_rels/workbook.xml.rels") ==
               "file.damaged why=part-missing part=xl/_rels/workbook.xml.rels");
    BOOST_TEST(without("_rels/.rels") == "file.damaged why=part-missing part=_rels/.rels");
    BOOST_TEST(without("[Content_Types].xml") == "");
    BOOST_TEST(read_all(make_workbook(
                   {.workbook = "<workbook xmlns=\"" + main_namespace + "\"><sheets/></workbook>"})) ==
               "file.damaged why=no-sheets part=xl/workbook.xml");
}

BOOST_AUTO_TEST_SUITE_END()
