// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.hpp"
#include "spreadsheet/archive.hpp"
#include "spreadsheet/decimal.hpp"
#include "spreadsheet/reader.hpp"
#include "spreadsheet/scratch_folder.hpp"
#include "spreadsheet/simple_table.hpp"
#include "spreadsheet/writer.hpp"

#include <boost/test/unit_test.hpp>

#include <functional>
#include <stdexcept>

using namespace spreadsheet;
using core::Day;

namespace {

const Properties properties{"បញ្ជី", "ការិយាល័យ ០២០២",
                            core::Moment{std::chrono::milliseconds{1'765'000'000'000}}};

void write(const std::filesystem::path& path, const std::function<void(WorkbookWriter&)>& fill) {
    WorkbookWriter workbook{path, properties};
    fill(workbook);
    workbook.publish();
}

Workbook open_written(const std::filesystem::path& path) {
    auto workbook = open_workbook(path);
    BOOST_REQUIRE_MESSAGE(workbook.has_value(), workbook.error().code);
    return std::move(*workbook);
}

Table load(Workbook& workbook, std::size_t sheet = 0) {
    auto table = workbook.load(sheet);
    BOOST_REQUIRE_MESSAGE(table.has_value(), table.error().code);
    return std::move(*table);
}

std::string part_of(const std::filesystem::path& path, std::string_view name) {
    const std::string bytes = read_bytes(path);
    auto archive = Archive::open(bytes, {});
    BOOST_REQUIRE(archive.has_value());
    const auto entry = archive->find(name);
    BOOST_REQUIRE_MESSAGE(entry, name);
    auto part = archive->read(*entry);
    std::string text(archive->entries()[*entry].size, '\0');
    for (std::size_t got = 0; got < text.size();)
        got += part->read(std::span{text}.subspan(got)).value();
    return text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(writer)

BOOST_AUTO_TEST_CASE(what_is_written_reads_back_by_value) {
    const ScratchFolder folder;
    const auto path = folder / "តារាង.xlsx";
    write(path, [](WorkbookWriter& workbook) {
        SheetWriter& sheet = workbook.add_sheet("បញ្ជី");
        sheet.text(0, 0, "សុខ ចាន់");
        sheet.number(0, 1, "12.5");
        sheet.number(0, 2, std::int64_t{171});
        sheet.date(0, 3, Day{std::chrono::year{2004} / 3 / 12});
        sheet.text(2, 1, "  ដកឃ្លា\n<&>\"' ");
    });
    Workbook workbook = open_written(path);
    BOOST_TEST(workbook.sheets()[0].name == "បញ្ជី");
    const Table table = load(workbook);
    BOOST_TEST(table.text(0, 0) == "សុខ ចាន់");
    BOOST_TEST((table.find(0, 0)->kind == CellKind::text));
    BOOST_TEST(table.text(0, 1) == "12.5");
    BOOST_TEST((table.find(0, 1)->kind == CellKind::number));
    BOOST_TEST(!table.find(0, 1)->date);
    BOOST_TEST(table.text(0, 2) == "171");
    BOOST_TEST(table.find(0, 3)->date);
    BOOST_TEST(
        (day_from_serial(table.text(0, 3), DateSystem::from_1900) == Day{std::chrono::year{2004} / 3 / 12}));
    BOOST_TEST(table.text(2, 1) == "  ដកឃ្លា\n<&>\"' ");
}

BOOST_AUTO_TEST_CASE(no_text_becomes_a_formula) {
    const ScratchFolder folder;
    const auto path = folder / "f.xlsx";
    const std::vector<std::string> names{"=1+1", "+855", "-5", "@SUM(A1)", "{=A1}", "=cmd|' /C calc'!A0",
                                         "\t=1"};
    write(path, [&](WorkbookWriter& workbook) {
        SheetWriter& sheet = workbook.add_sheet("a");
        for (std::uint32_t row = 0; row < names.size(); ++row)
            sheet.text(row, 0, names[row]);
    });
    Workbook workbook = open_written(path);
    const Table table = load(workbook);
    for (std::uint32_t row = 0; row < names.size(); ++row) {
        const Cell* cell = table.find(row, 0);
        BOOST_REQUIRE(cell);
        BOOST_TEST((cell->kind == CellKind::text));
        BOOST_TEST(!cell->formula);
        BOOST_TEST(cell->text == names[row]);
    }
}

BOOST_AUTO_TEST_CASE(every_character_comes_back_or_is_replaced_where_xml_has_none) {
    const ScratchFolder folder;
    const auto path = folder / "c.xlsx";
    std::string controls;
    for (char c = 1; c < ' '; ++c)
        controls += c;
    write(path, [&](WorkbookWriter& workbook) {
        SheetWriter& sheet = workbook.add_sheet("a");
        sheet.text(0, 0, controls);
        sheet.text(1, 0, "_x0041_ _x000D_ _xZZZZ_ _x00");
        sheet.text(2, 0, std::string_view{"a\0b", 3});
        sheet.text(3, 0,
                   "a\xEF\xBF\xBF"
                   "b\xFFz");
        sheet.text(4, 0, "\xF0\x9F\x98\x80 ក្ត ្រ \u200B");
    });
    Workbook workbook = open_written(path);
    const Table table = load(workbook);
    BOOST_TEST(table.text(0, 0) == controls);
    BOOST_TEST(table.text(1, 0) == "_x0041_ _x000D_ _xZZZZ_ _x00");
    BOOST_TEST(table.text(2, 0) == "a\uFFFDb");
    BOOST_TEST(table.text(3, 0) == "a\uFFFDb\uFFFDz");
    BOOST_TEST(table.text(4, 0) == "\xF0\x9F\x98\x80 ក្ត ្រ \u200B");
}

BOOST_AUTO_TEST_CASE(numbers_keep_four_decimals_and_fifteen_digits) {
    const ScratchFolder folder;
    const auto path = folder / "n.xlsx";
    const std::vector<std::pair<std::string, std::string>> numbers{{"9.95", "9.95"},
                                                                   {"72.50", "72.5"},
                                                                   {"0.33333333", "0.3333"},
                                                                   {"0.00005", "0.0001"},
                                                                   {"-12.5", "-12.5"},
                                                                   {"-0.00001", "0"},
                                                                   {"123456789012345", "123456789012345"},
                                                                   {"1e3", "1000"},
                                                                   {"100000000000.4567", "100000000000.457"}};
    write(path, [&](WorkbookWriter& workbook) {
        SheetWriter& sheet = workbook.add_sheet("a");
        for (std::uint32_t row = 0; row < numbers.size(); ++row)
            sheet.number(row, 0, numbers[row].first);
    });
    Workbook workbook = open_written(path);
    const Table table = load(workbook);
    for (std::uint32_t row = 0; row < numbers.size(); ++row)
        BOOST_TEST(plain_decimal(table.text(row, 0)).value() == numbers[row].second, numbers[row].first);
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_bytes) {
    const ScratchFolder folder;
    for (const char* name : {"1.xlsx", "2.xlsx"})
        write(folder / name, [](WorkbookWriter& workbook) {
            SheetWriter& sheet = workbook.add_sheet("a");
            sheet.merge({{0, 0}, {0, 3}}, "ចំណងជើង", Style::title);
            for (std::uint32_t row = 1; row < 50; ++row)
                sheet.number(row, 0, std::int64_t{row});
        });
    BOOST_TEST((read_bytes(folder / "1.xlsx") == read_bytes(folder / "2.xlsx")));
}

BOOST_AUTO_TEST_CASE(merges_over_several_rows_keep_their_text_and_leave_the_cells_beside_them) {
    const ScratchFolder folder;
    const auto path = folder / "m.xlsx";
    write(path, [](WorkbookWriter& workbook) {
        SheetWriter& sheet = workbook.add_sheet("a");
        sheet.merge({{0, 0}, {0, 4}}, "title", Style::title);
        sheet.merge({{1, 0}, {3, 0}}, "no", Style::heading);
        sheet.merge({{1, 1}, {2, 2}}, "name", Style::heading);
        sheet.text(1, 3, "d2");
        sheet.text(2, 3, "d3");
        sheet.text(3, 1, "b4");
        sheet.merge({{6, 0}, {8, 1}}, "open at the end", Style::text);
    });
    Workbook workbook = open_written(path);
    const Table table = load(workbook);
    std::string merged;
    for (const Range& range : table.facts().merged)
        merged += range_name(range) + ' ';
    BOOST_TEST(merged == "A1:E1 B2:C3 A2:A4 A7:B9 ");
    BOOST_TEST(table.text(0, 0) == "title");
    BOOST_TEST(table.text(1, 0) == "no");
    BOOST_TEST(table.text(1, 1) == "name");
    BOOST_TEST(table.text(1, 3) == "d2");
    BOOST_TEST(table.text(2, 3) == "d3");
    BOOST_TEST(table.text(3, 1) == "b4");
    BOOST_TEST(table.text(6, 0) == "open at the end");
}

// With nothing before it in its last row, libxlsxwriter still has the first one at hand and would empty it.
BOOST_AUTO_TEST_CASE(a_merge_of_two_rows_alone_keeps_its_text) {
    const ScratchFolder folder;
    const auto path = folder / "m.xlsx";
    write(path, [](WorkbookWriter& workbook) {
        SheetWriter& sheet = workbook.add_sheet("a");
        sheet.merge({{0, 0}, {1, 1}}, "figure", Style::heading);
        sheet.text(1, 2, "c2");
    });
    Workbook workbook = open_written(path);
    BOOST_TEST(load(workbook).text(0, 0) == "figure");
    BOOST_TEST(load(workbook).text(1, 2) == "c2");
}

BOOST_AUTO_TEST_CASE(hidden_rows_columns_and_sheets_come_back_hidden) {
    const ScratchFolder folder;
    const auto path = folder / "h.xlsx";
    write(path, [](WorkbookWriter& workbook) {
        SheetWriter& sheet = workbook.add_sheet("seen");
        sheet.row(0, 0, true);
        sheet.text(0, 0, "key", Style::key);
        sheet.text(1, 1, "value");
        sheet.columns(0, 0, 8, true);
        SheetWriter& keys = workbook.add_sheet("_srok");
        keys.text(0, 0, "x");
        keys.hide();
    });
    Workbook workbook = open_written(path);
    BOOST_TEST((workbook.sheets() ==
                std::vector<SheetInfo>{{"seen", Visibility::visible}, {"_srok", Visibility::hidden}}));
    const Table table = load(workbook);
    BOOST_TEST(table.row(0).hidden);
    BOOST_TEST(!table.row(1).hidden);
    BOOST_TEST(table.facts().column_hidden(0));
    BOOST_TEST(!table.facts().column_hidden(1));
}

BOOST_AUTO_TEST_CASE(a_sheet_can_carry_all_that_a_person_needs_to_fill_and_print_it) {
    const ScratchFolder folder;
    const auto path = folder / "p.xlsx";
    write(path, [](WorkbookWriter& workbook) {
        SheetWriter& sheet = workbook.add_sheet("វត្តមាន' ក");
        for (std::uint32_t row = 0; row < 5; ++row) {
            sheet.text(row, 0, "x" + std::to_string(row));
            sheet.number(row, 1, std::int64_t{row});
            sheet.blank(row, 2, Style::answer);
        }
        sheet.freeze(1, 1);
        sheet.autofilter({{0, 0}, {4, 1}});
        sheet.print({.landscape = true,
                     .repeat = PrintSetup::Rows{0, 0},
                     .area = spreadsheet::Range{{0, 1}, {7, 3}},
                     .header = {.left = "A & B"}});
        sheet.protect();
        sheet.offer(
            {.where = {{0, 2}, {2, 2}}, .list = {"ច", "អ"}, .error_title = "ខុស", .error_message = "ច ឬ អ"});
        sheet.offer({.where = {{3, 2}, {3, 2}}, .from_sheet = "វត្តមាន' ក", .from = {{0, 0}, {4, 0}}});
        sheet.allow({.where = {{4, 2}, {4, 2}}, .minimum = "0", .maximum = "10.00"});
        sheet.allow({.where = {{0, 3}, {4, 3}}, .minimum = "0", .maximum = "10", .or_words = {"អម", "a\"b"}});
        sheet.allow(spreadsheet::TextRule{
            .where = {{0, 4}, {4, 4}}, .most_letters = 1000, .prompt_title = "ហេតុ", .prompt = "Why"});
        sheet.blank(4, 3, Style::mark);
        sheet.highlight({.where = {{0, 1}, {4, 1}}, .when = Highlight::When::below, .value = "2"});
        sheet.highlight({.where = {{0, 0}, {4, 0}}, .when = Highlight::When::text_equal, .value = "x\"1"});
        sheet.highlight({.where = {{0, 2}, {4, 2}}, .when = Highlight::When::blank});
        sheet.chart({.kind = core::ChartKind::columns,
                     .title = "វត្តមាន",
                     .categories = {"a", "b", "c", "d", "e"},
                     .series = {{"ស្រី", {1, 2, 3, 4, 5}}}},
                    {.sheet = "វត្តមាន' ក",
                     .categories = {{0, 0}, {4, 0}},
                     .values = {{{0, 1}, {4, 1}}},
                     .at = {6, 0}});
    });
    const std::string xml = part_of(path, "xl/worksheets/sheet1.xml");
    for (
        const char* piece :
        {R"(<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>)",
         R"(<autoFilter ref="A1:B5"/>)", R"(<pageSetUpPr fitToPage="1"/>)",
         R"(fitToHeight="0" orientation="landscape"/>)", R"(paperSize="9")", R"(<sheetProtection sheet="1")",
         R"(A &amp;&amp; B)", R"(&amp;P / &amp;N)",
         R"(<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="ខុស" )"
         R"(error="ច ឬ អ" sqref="C1:C3"><formula1>"ច,អ"</formula1></dataValidation>)",
         R"(<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="C4">)"
         R"(<formula1>'វត្តមាន'' ក'!$A$1:$A$5</formula1></dataValidation>)",
         R"(<dataValidation type="decimal")", R"(<formula1>0</formula1><formula2>10</formula2>)",
         R"(<dataValidation type="custom" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="D1:D5">)"
         R"(<formula1>OR(AND(ISNUMBER(D1),D1&gt;=0,D1&lt;=10),D1="អម",D1="a""b")</formula1></dataValidation>)",
         R"(<dataValidation type="textLength" operator="lessThanOrEqual")",
         R"(promptTitle="ហេតុ" prompt="Why" sqref="E1:E5"><formula1>1000</formula1>)",
         R"(type="cellIs" dxfId="0" priority="1" operator="lessThan"><formula>2</formula>)",
         R"(<formula>"x""1"</formula>)", R"(type="containsBlanks")", R"(<drawing )"})
        BOOST_TEST((xml.find(piece) != std::string::npos), piece);
    BOOST_TEST((xml.find("<f>") == std::string::npos));
    BOOST_TEST((part_of(path, "xl/workbook.xml").find("_xlnm.Print_Titles") != std::string::npos));
    BOOST_TEST((part_of(path, "xl/workbook.xml").find("!$B$1:$D$8<") != std::string::npos));
    BOOST_TEST((part_of(path, "xl/charts/chart1.xml").find("<c:barDir val=\"col\"/>") != std::string::npos));
    const std::string styles = part_of(path, "xl/styles.xml");
    BOOST_TEST((styles.find("Khmer OS Battambang") != std::string::npos));
    BOOST_TEST((part_of(path, "docProps/core.xml").find(">2025-12-06T05:46:40Z<") != std::string::npos));
    Workbook workbook = open_written(path);
    BOOST_TEST(workbook.sheets()[0].name == "វត្តមាន' ក");
    BOOST_TEST(load(workbook).text(4, 0) == "x4");
}

BOOST_AUTO_TEST_CASE(a_chart_is_of_the_cells_that_hold_what_it_shows) {
    const core::Chart learners{
        .title = "អ្នកសិក្សា", .categories = {"a", "b"}, .series = {{"សរុប", {4, 2}}, {"ស្រី", {3, 1}}}};
    const spreadsheet::ChartCells cells{
        .sheet = "x", .categories = {{0, 0}, {1, 0}}, .values = {{{0, 1}, {1, 1}}, {{0, 2}, {1, 2}}}};
    const ScratchFolder folder;
    const auto path = folder / "chart.xlsx";
    const auto draw = [&](const spreadsheet::ChartCells& from) {
        write(path, [&](WorkbookWriter& workbook) { workbook.add_sheet("x").chart(learners, from); });
    };
    draw(cells);
    const std::string xml = part_of(path, "xl/charts/chart1.xml");
    for (const char* piece : {"<c:barDir val=\"bar\"/>", "<c:overlap val=\"100\"/>", "អ្នកសិក្សា", "សរុប", "ស្រី",
                              "<c:showVal val=\"1\"/>"})
        BOOST_TEST((xml.find(piece) != std::string::npos), piece);
    // The first category stands above; the bars begin at the left, and their numbers stand below.
    const auto values = xml.find("<c:valAx>");
    const auto categories = xml.substr(0, values);
    BOOST_TEST((categories.find("<c:orientation val=\"maxMin\"/>") != std::string::npos));
    BOOST_TEST((xml.find("<c:orientation val=\"minMax\"/>", values) != std::string::npos));
    BOOST_TEST((xml.find("<c:axPos val=\"b\"/>", values) != std::string::npos));
    auto too_many = cells, too_few = cells, another = cells;
    too_many.categories = {{0, 0}, {2, 0}};
    too_few.values.pop_back();
    another.values[1] = {{0, 2}, {0, 2}};
    for (const auto& wrong : {too_many, too_few, another})
        BOOST_CHECK_THROW(draw(wrong), std::logic_error);
}

BOOST_AUTO_TEST_CASE(nothing_stands_at_the_target_before_it_is_published) {
    const ScratchFolder folder;
    const auto path = folder / "t.xlsx";
    write_bytes(path, "the file that was there");
    {
        WorkbookWriter workbook{path, properties};
        workbook.add_sheet("a").text(0, 0, "x");
        // On Windows the library's own temporary file is seen, too, until the workbook is closed.
        BOOST_TEST(folder.listing().starts_with("t.xlsx t.xlsx.part"));
        const auto part = workbook.close();
        BOOST_TEST(open_workbook(part).has_value());
        BOOST_TEST(read_bytes(path) == "the file that was there");
    }
    BOOST_TEST(folder.listing() == "t.xlsx");
    BOOST_TEST(read_bytes(path) == "the file that was there");
    write(path, [](WorkbookWriter& workbook) { workbook.add_sheet("a").text(0, 0, "x"); });
    BOOST_TEST(folder.listing() == "t.xlsx");
    BOOST_TEST(open_workbook(path).has_value());
}

BOOST_AUTO_TEST_CASE(a_writer_dropped_halfway_leaves_nothing) {
    const ScratchFolder folder;
    {
        WorkbookWriter workbook{folder / "d.xlsx", properties};
        SheetWriter& sheet = workbook.add_sheet("a");
        for (std::uint32_t row = 0; row < 100; ++row)
            sheet.text(row, 0, "x");
    }
    BOOST_TEST(folder.listing().empty());
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_fails_by_name_at_once) {
    const ScratchFolder folder;
    try {
        WorkbookWriter workbook{folder / "no" / "x.xlsx", properties};
        BOOST_ERROR("it should have thrown");
    } catch (const core::WorldFailure& failure) {
        BOOST_TEST(failure.error().code == "file.write");
        BOOST_TEST(failure.error().fact("why") == "no-folder");
        BOOST_TEST(failure.error().place.file.ends_with("x.xlsx"));
    }
}

BOOST_AUTO_TEST_CASE(text_longer_than_a_cell_fails_by_name) {
    const ScratchFolder folder;
    WorkbookWriter workbook{folder / "l.xlsx", properties};
    SheetWriter& sheet = workbook.add_sheet("a");
    sheet.text(0, 0, std::string(32'767, 'x'));
    BOOST_CHECK_EXCEPTION(
        sheet.text(1, 0, std::string(32'768, 'x')), core::WorldFailure,
        [](const core::WorldFailure& f) { return f.error().fact("why") == "text-too-long"; });
}

BOOST_AUTO_TEST_CASE(going_back_up_is_a_bug_that_shows) {
    const ScratchFolder folder;
    WorkbookWriter workbook{folder / "b.xlsx", properties};
    SheetWriter& sheet = workbook.add_sheet("a");
    sheet.text(5, 0, "x");
    BOOST_CHECK_THROW(sheet.text(4, 0, "y"), std::logic_error);
    BOOST_CHECK_THROW(sheet.text(6, 16'384, "y"), std::logic_error);
    BOOST_CHECK_THROW(sheet.number(6, 0, "twelve"), std::logic_error);
    BOOST_CHECK_THROW(workbook.add_sheet("A"), std::logic_error);
    BOOST_CHECK_THROW(workbook.add_sheet("b/c"), std::logic_error);
}

BOOST_AUTO_TEST_CASE(any_text_gives_a_sheet_name_that_is_accepted) {
    BOOST_TEST(sheet_name("មជ្ឈមណ្ឌល [ក]/ខ: '២'") == "មជ្ឈមណ្ឌល កខ '២");
    BOOST_TEST(sheet_name("[]:*?/\\") == "Sheet");
    BOOST_TEST(sheet_name("") == "Sheet");
    // 30 letters, then a coeng that would wait for its consonant.
    std::string letters;
    for (int i = 0; i < 30; ++i)
        letters += "ក";
    BOOST_TEST(sheet_name(letters + "្រ") == letters);
    const ScratchFolder folder;
    WorkbookWriter workbook{folder / "s.xlsx", properties};
    for (const char* text : {"'quoted'", "  spaces  ", "a\tb", "៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧៧"})
        workbook.add_sheet(sheet_name(text)).text(0, 0, "x");
}

BOOST_AUTO_TEST_CASE(a_simple_table_has_titles_headings_and_typed_cells) {
    const ScratchFolder folder;
    const auto path = folder / "r.xlsx";
    write_table(
        path,
        {.sheet = "Rejects",
         .titles = {"ជួរដេកដែលមិនទទួល", "register-clc.xlsx"},
         .columns =
             {{"ជួរ", 6, Style::number}, {"ឈ្មោះ", 24}, {"ថ្ងៃ", 12, Style::date}, {"ហេតុ", 40, Style::wrapped}},
         .rows = {{"28", "សុខ ចាន់", "2004-03-12", "sex.missing"}, {"not a number", "=1+1", "31/31/2004"}, {}}},
        properties);
    Workbook workbook = open_written(path);
    const Table table = load(workbook);
    BOOST_TEST(table.text(0, 0) == "ជួរដេកដែលមិនទទួល");
    BOOST_TEST(table.text(2, 1) == "ឈ្មោះ");
    BOOST_TEST(table.text(3, 0) == "28");
    BOOST_TEST((table.find(3, 0)->kind == CellKind::number));
    BOOST_TEST(table.find(3, 2)->date);
    BOOST_TEST((table.find(4, 0)->kind == CellKind::text));
    BOOST_TEST(table.text(4, 1) == "=1+1");
    BOOST_TEST(table.text(4, 2) == "31/31/2004");
    BOOST_TEST(table.facts().rows == 5u);
}

BOOST_AUTO_TEST_SUITE_END()
