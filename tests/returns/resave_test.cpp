// SPDX-License-Identifier: GPL-3.0-or-later
// A return that other programs opened and saved again still verifies, and one edited cell is named.
#include "office/test_office.hpp"
#include "returns/month_office.hpp"
#include "returns/province_workbook.hpp"
#include "returns/receive.hpp"
#include "rounds.hpp"
#include "samples.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace std::chrono_literals;

namespace {

std::string utf8(const std::filesystem::path& path) {
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream stream(path);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

// A district's return with everything in it, and the province's workbook made of it.
struct Workbooks : test::MonthOffice {
    std::filesystem::path month = folder / "month.xlsx";
    std::filesystem::path province = folder / "province.xlsx";

    Workbooks() {
        fill();
        enrol(open_class("អក្ខរកម្ម គ"), add("=1+1 ង៉ែត", core::Sex::male, "1910"));
        build(month);
        test::World world;
        auto office = test::new_office(world.environment, "02");
        const std::vector<std::filesystem::path> files = {month};
        BOOST_REQUIRE(returns::receive(office, {}, files, progress).has_value());
        BOOST_REQUIRE(returns::consolidate(office, {},
                                           {.period = returns::ReturnPeriod{test::december}, .out = province},
                                           {true, false}, progress)
                          .has_value());
    }

    // `command` reads IN and writes OUT; FOLDER is scratch.
    std::filesystem::path saved_by(const std::string& command, const std::filesystem::path& file) {
        const auto again = folder / "again";
        std::filesystem::create_directories(std::filesystem::is_directory(file) ? again / file.filename()
                                                                                : again);
        const std::string shell = "FOLDER='" + utf8(folder.path) + "'; IN='" + utf8(file) + "'; OUT='" +
                                  utf8(again / file.filename()) + "'; " + command + " >\"$FOLDER/log\" 2>&1";
        BOOST_REQUIRE_MESSAGE(std::system(shell.c_str()) == 0, text_of(folder / "log"));
        return again / file.filename();
    }

    void verify_both(const std::string& command) {
        for (const auto& file : {month, province}) {
            const auto was = returns::check_file(file).value();
            const auto is = returns::check_file(saved_by(command, file)).value();
            BOOST_TEST(to_text(is.verdict) == "verified", file.filename().string());
            BOOST_TEST((is.digest == was.digest));
            for (const returns::EditedCell& cell : is.cells)
                BOOST_TEST_MESSAGE(cell.sheet + ' ' + cell.cell + ": " + cell.was + " -> " + cell.is);
        }
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(resave, Workbooks)

BOOST_AUTO_TEST_CASE(libreoffice_leaves_both_workbooks_verified) {
    verify_both("soffice --headless -env:UserInstallation=\"file://$FOLDER/profile\" --convert-to xlsx "
                "--outdir \"$FOLDER/again\" \"$IN\"");
}

BOOST_AUTO_TEST_CASE(gnumeric_leaves_both_workbooks_verified) {
    verify_both("ssconvert --export-type=Gnumeric_Excel:xlsx2 \"$IN\" \"$OUT\"");
}

BOOST_AUTO_TEST_CASE(openpyxl_leaves_both_workbooks_verified) {
    verify_both("/usr/bin/python3 -c 'import sys, openpyxl; "
                "openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])' \"$IN\" \"$OUT\"");
}

// Ten every day, two hundred with SROK_SOAK=1: each program has a third of them.
BOOST_AUTO_TEST_CASE(the_return_of_any_office_is_verified_after_another_program_saved_it) {
    const std::array<std::string, 3> commands = {
        "soffice --headless -env:UserInstallation=\"file://$FOLDER/profile\" --convert-to xlsx --outdir "
        "\"$OUT\" "
        "\"$IN\"/*.xlsx",
        "for one in \"$IN\"/*.xlsx; do "
        "ssconvert --export-type=Gnumeric_Excel:xlsx2 \"$one\" \"$OUT/$(basename \"$one\")\" || exit 1; done",
        "/usr/bin/python3 -c 'import pathlib, sys, openpyxl; [openpyxl.load_workbook(one).save(sys.argv[2] + "
        "\"/\" + one.name) for one in pathlib.Path(sys.argv[1]).iterdir()]' \"$IN\" \"$OUT\""};
    const int all = test::rounds(10, 200);
    for (int seed = 0; seed < all; ++seed) {
        const auto into = folder / ("any" + std::to_string(seed % 3));
        std::filesystem::create_directory(into);
        test::MonthOffice office("0202", static_cast<std::uint64_t>(seed) + 1);
        office.fill_randomly(static_cast<std::uint64_t>(seed) + 1);
        office.build(into / (std::to_string(seed) + ".xlsx"));
    }
    int seen = 0;
    for (std::size_t at = 0; at < commands.size(); ++at) {
        const auto saved = saved_by(commands.at(at), folder / ("any" + std::to_string(at)));
        for (const auto& file : std::filesystem::directory_iterator(folder / ("any" + std::to_string(at)))) {
            const auto is = returns::check_file(saved / file.path().filename()).value();
            BOOST_TEST(to_text(is.verdict) == "verified", at << ' ' << file.path().filename().string());
            BOOST_TEST((is.digest == returns::check_file(file.path()).value().digest));
            ++seen;
        }
    }
    BOOST_TEST(seen == all);
}

// One cell at a time, each in a file of its own, by another program: value changed, emptied, or put where
// none was.
BOOST_AUTO_TEST_CASE(every_single_edited_cell_is_named_and_no_other) {
    constexpr int edits = 150;
    const auto script = utf8(test::samples().parent_path() / "returns" / "edit_cells.py");
    for (const auto& file : {month, province}) {
        const auto told = saved_by("/usr/bin/python3 -B '" + script + "' \"$IN\" \"$FOLDER/again\" " +
                                       std::to_string(edits) + " \"$OUT\"",
                                   file);
        std::ifstream lines(told);
        int seen = 0;
        for (std::string path, sheet, cell;
             std::getline(lines, path, '\t') && std::getline(lines, sheet, '\t') && std::getline(lines, cell);
             ++seen) {
            const auto checked = returns::check_file(std::filesystem::path{path}).value();
            BOOST_TEST(to_text(checked.verdict) == "edited", sheet << ' ' << cell);
            BOOST_REQUIRE(checked.cells.size() == 1U);
            BOOST_TEST(checked.cells[0].sheet == sheet);
            BOOST_TEST(checked.cells[0].cell == cell);
            BOOST_TEST(checked.cells[0].was != checked.cells[0].is);
            std::filesystem::remove(path);
        }
        BOOST_TEST(seen == edits);
    }
}

BOOST_AUTO_TEST_CASE(an_explanation_typed_into_its_cell_is_an_answer_and_no_edit) {
    const auto answered =
        saved_by("/usr/bin/python3 -c 'import sys, openpyxl; "
                 "book = openpyxl.load_workbook(sys.argv[1]); "
                 "book[\"ការពិនិត្យ\"][\"E5\"] = \"គ្រូឈឺ\"; book.save(sys.argv[2])' \"$IN\" \"$OUT\"",
                 month);
    test::World world;
    const auto office = test::new_office(world.environment, "02");
    const auto checked = returns::check_return(office, answered, progress).value();
    BOOST_TEST(to_text(checked.file.verdict) == "verified");
    BOOST_REQUIRE(checked.file.answers.size() == 1U);
    BOOST_TEST(std::any_of(checked.findings.begin(), checked.findings.end(), [](const auto& one) {
        return one.finding.what.code == "register.not-recorded" && one.explanation == "គ្រូឈឺ";
    }));
}

BOOST_AUTO_TEST_SUITE_END()
