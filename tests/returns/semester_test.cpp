// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/built_return_store.hpp"
#include "returns/gather.hpp"
#include "returns/workbook_check.hpp"
#include "rollover/small_school.hpp"

#include <boost/test/unit_test.hpp>

using namespace std::chrono_literals;

namespace {

// Pupils of one mark each: 8.00 passes, 4.50 is called to the retest, 2.00 repeats.
struct School : test::SmallSchool {
    test::Folder folder;
    core::NoProgress progress;

    returns::CheckedFile build(const char* period) {
        const auto file = folder / (std::string{period} + ".xlsx");
        const auto built = returns::build_return(
            database, {"sokha"}, {.period = returns::ReturnPeriod::from_text(period).value(), .out = file},
            progress);
        if (!built) throw std::logic_error(built.error().code);
        if (!built->built) throw std::logic_error(built->findings.front().finding.what.code);
        return returns::check_file(file).value();
    }
    void retest(classes::EnrolmentId enrolment, int hundredths) {
        const auto done = change([&](storage::Transaction& tx) {
            return assessment::set_score(tx, enrolment, {"RETEST", "reading"},
                                         assessment::Score::of(hundredths));
        });
        BOOST_REQUIRE(done.has_value());
    }
    void fill() {
        add(first_grade, "Sok Dara");
        add(first_grade, "Keo Nary");
        add(first_grade, "Chan Sophea", 450);
        retest(add(first_grade, "Ly Hai", 450), 700);
        add(first_grade, "Mom Rith", 200);
        leave(add(first_grade, "Nop Thida", {}), classes::LeavingReason::moved);
        add(second_grade, "Pich Srey", 1000);
        add(literacy, "Yem Chantha");
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(semester, School)

BOOST_AUTO_TEST_CASE(a_schools_year_end_adds_up_as_the_form_says) {
    fill();
    const auto checked = build("2025-2026-school-year");
    const auto value = [&](const char* figure, const char* group = "primary/grade-1") {
        return checked.canonical->text_at("year-end", group, std::string{figure} + ".total");
    };
    BOOST_TEST(value("pupils") == "6");
    BOOST_TEST(value("stayed") == "5");
    BOOST_TEST(value("by-average") == "2");
    BOOST_TEST(value("by-retest") == "1");
    BOOST_TEST(value("promoted") == "3");
    BOOST_TEST(value("repeat") == "2");
    BOOST_TEST(value("dropped") == "1");
    BOOST_TEST(value("pupils", "primary/grade-2") == "1");
    BOOST_TEST(value("pupils", "all") == "7"); // the literacy class is none of a school's
    BOOST_TEST(checked.canonical->text_at("year-end", "primary/grade-1", "promoted.total-percent") == "50");
    // The numbers of the columns, as printed: 1 = 3+21, 3 = 13+17, 6 = 5x100/1, 13 = 5+9.
    const auto formula = [&](const char* column) {
        return checked.canonical->text_at("year-end", "formula", column);
    };
    BOOST_TEST(formula("pupils.total") == "1=3+21");
    BOOST_TEST(formula("stayed.total") == "3=13+17+25");
    BOOST_TEST(formula("by-average.total-percent") == "6=5x100/1");
    BOOST_TEST(formula("promoted.total") == "13=5+9");
    BOOST_TEST(formula("promoted.female") == "15");
    // Called to the retest are who passed by it and who did not.
    BOOST_TEST(checked.canonical->text_at("retest", "primary/grade-1", "called.total") == "2");
    BOOST_TEST(checked.canonical->text_at("retest", "primary/grade-1", "passed.total") == "1");
}

BOOST_AUTO_TEST_CASE(scores_are_counted_by_level_and_subject) {
    fill();
    const auto checked = build("2025-2026-school-year");
    const auto value = [&](const std::string& column) {
        return checked.canonical->text_at("scores", "primary/grade-1/reading", column);
    };
    BOOST_TEST(value("score:8.total") == "2");
    BOOST_TEST(value("score:4.female") == "2"); // 4.50 twice
    BOOST_TEST(value("score:2.total") == "1");
    BOOST_TEST(value("score:10.total") == "0");
    BOOST_TEST(value("all.total") == "5");
    BOOST_TEST(value("pass.total") == "2");
    BOOST_TEST(checked.canonical->text_at("scores", "primary/grade-2/reading", "score:10.total") == "1");
}

BOOST_AUTO_TEST_CASE(the_nominal_roll_has_averages_and_what_they_mean) {
    fill();
    const auto checked = build("2025-2026-school-year");
    std::map<std::string, std::string> status;
    std::map<std::string, std::string> average;
    for (const auto& [key, raw] : checked.canonical->values) {
        const auto parts = returns::split_key(key);
        if (parts.sheet != "nominal-roll") continue;
        const auto name = checked.canonical->text_at(parts.sheet, parts.row, "name");
        if (parts.column == "status") status[name] = returns::Canonical::plain(raw);
        if (parts.column == "average:YEAR") average[name] = returns::Canonical::plain(raw);
    }
    BOOST_TEST(average["Sok Dara"] == "8");
    BOOST_TEST(status["Sok Dara"] == "ឡើងថ្នាក់");
    BOOST_TEST(status["Ly Hai"] == "ឡើងថ្នាក់ដោយប្រឡងសង");
    BOOST_TEST(status["Chan Sophea"] == "ត្រូវប្រឡងសង");
    BOOST_TEST(status["Nop Thida"] == "ចំណាកស្រុក");
    BOOST_TEST(!status.contains("Yem Chantha"));
    // Means and examinations, but no single month.
    BOOST_TEST(checked.canonical->find("nominal-roll", "heading", "average:S1-EXAM") != nullptr);
    BOOST_TEST(checked.canonical->find("nominal-roll", "heading", "average:NOV") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_semester_counts_everyone_once_and_the_year_over_both) {
    fill();
    const auto first = build("2025-2026-S1");
    const auto year = build("2025-2026");
    const auto all = [](const returns::CheckedFile& file, const char* figure) {
        return file.canonical->text_at("figures", figure, "all.total");
    };
    BOOST_TEST(all(first, "learners") == "8");
    BOOST_TEST(all(first, "left:moved") == "1");
    BOOST_TEST(all(year, "learners") == "8");
    BOOST_TEST(all(year, "result:pass") == all(first, "result:pass")); // every class ended in February
    BOOST_TEST(first.canonical->text_at("places", "literacy", "learners:pagoda.total") == "1");
    BOOST_TEST(first.canonical->text_at("places", "primary", "learners:pagoda.total") == "0");
    BOOST_TEST(first.canonical->text_at("educators-by-programme", "all", "educators.total") == "1");
    // Nobody was in a class in the second one, which is said.
    const auto second = build("2025-2026-S2");
    BOOST_TEST(second.canonical->text_at("findings", "1", "code") == "figures.nobody");
    // Each is a return of its own.
    BOOST_TEST(returns::list_built(database).size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_layout_is_for_its_own_kind_of_period) {
    const auto built = returns::build_return(
        database, {"sokha"},
        {.period = returns::ReturnPeriod::from_text("2025-12-school-year").value(), .out = folder / "x.xlsx"},
        progress);
    BOOST_REQUIRE(!built);
    BOOST_TEST(built.error().code == "layout.other-period");
}

BOOST_AUTO_TEST_SUITE_END()
