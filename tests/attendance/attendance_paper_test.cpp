// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/paper_office.hpp"
#include "attendance/paper_store.hpp"
#include "attendance/words.hpp"
#include "documents/fonts.hpp"
#include "documents/pdf.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <fstream>

using attendance::AttendancePaper;
using attendance::PaperKind;
using core::Ratio;
using namespace std::chrono_literals;

namespace {

constexpr attendance::Period both_weeks{2025y / 11 / 24, 2025y / 12 / 5};

const documents::Fonts& fonts() {
    static const auto loaded = documents::Fonts::load(documents::font_folders({}));
    return loaded;
}

struct Fixture : test::PaperOffice {
    AttendancePaper load(std::size_t learner = 0, std::optional<attendance::Period> period = both_weeks) {
        const auto id = database.value<learners::LearnerId>("SELECT learner_id FROM enrolment WHERE id = ?1",
                                                            enrolments[learner]);
        return attendance::load_paper(database, {class_id, *id}, period).value();
    }
};

bool says(const std::vector<std::string>& lines, const std::string& part) {
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

std::vector<std::string> opening_of(const documents::Sheet& sheet) {
    std::vector<std::string> lines;
    for (const auto& line : sheet.opening)
        lines.push_back(line.value);
    return lines;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(attendance_paper, Fixture)

BOOST_AUTO_TEST_CASE(a_paper_counts_the_period_and_lists_every_absence_by_its_day) {
    const AttendancePaper paper = load();
    BOOST_TEST(paper.tally.taken == 10);
    BOOST_TEST(paper.absences.size() == 3U); // lateness is none
    BOOST_TEST(
        (paper.absences.front() == attendance::AbsentDay{2025y / 11 / 25, attendance::Mark::permission}));
    BOOST_TEST(
        (paper.absences.back() == attendance::AbsentDay{2025y / 12 / 3, attendance::Mark::half_absent}));
    BOOST_TEST(paper.months.size() == 2U);
    BOOST_TEST(paper.class_name == "អក្ខរកម្ម ក");
    BOOST_TEST(paper.learner.guardian.value() == "សុខ ម៉ៅ");
    BOOST_TEST((paper.office_lines == std::vector<std::string>{"រដ្ឋបាលស្រុកថ្មគោល", "ការិយាល័យអប់រំថ្មគោល", "ជ្រៃ"}));
    BOOST_TEST(paper.sample);
}

BOOST_AUTO_TEST_CASE(without_a_period_a_paper_tells_of_the_class_as_far_as_it_has_come) {
    const AttendancePaper paper = load(0, std::nullopt);
    BOOST_TEST((paper.period == attendance::Period{2025y / 11 / 3, 2025y / 12 / 17}));
    BOOST_TEST(paper.tally.taken == 10);
    BOOST_TEST(paper.not_recorded == 23); // 15 days of November and 8 of December
}

BOOST_AUTO_TEST_CASE(a_paper_tells_only_of_the_days_the_learner_was_there) {
    leave(enrolments[0], 2025y / 12 / 2, "moved");
    const AttendancePaper paper = load();
    BOOST_TEST((paper.period == attendance::Period{2025y / 11 / 24, 2025y / 12 / 2}));
    BOOST_TEST(paper.tally.taken == 7);
}

BOOST_AUTO_TEST_CASE(two_stays_in_one_class_are_one_paper) {
    leave(enrolments[0], 2025y / 11 / 28, "moved");
    change([&](storage::Transaction& tx) {
        const auto again = tx.insert<classes::EnrolmentId>(
            "INSERT INTO enrolment (uid, learner_id, class_id, first_day) VALUES (?1, 1, ?2, '2025-12-03')",
            tx.new_uid(), class_id);
        attendance::MonthMarks marks{2025y / 12};
        marks.set(2025y / 12 / 5, attendance::Mark::absent);
        attendance::write_month(tx, again, marks);
        tx.audit("test.prepare", "enrolment", std::nullopt, "{}");
    });
    const AttendancePaper paper = load();
    BOOST_TEST(paper.tally.taken == 8); // five days of November, three of December
    BOOST_TEST(paper.absences.size() == 2U);
    BOOST_TEST((paper.period == both_weeks));
}

BOOST_AUTO_TEST_CASE(whoever_was_not_in_the_class_has_no_paper) {
    const auto none = attendance::load_paper(database, {class_id, learners::LearnerId{1}},
                                             attendance::Period{2025y / 1 / 1, 2025y / 1 / 31});
    BOOST_REQUIRE(!none);
    BOOST_TEST(none.error().code == "attendance.not-enrolled");
    leave(enrolments[1], 2025y / 11 / 20, "entered_by_mistake");
    BOOST_TEST(!attendance::load_paper(database, {class_id, learners::LearnerId{2}}, both_weeks));
}

BOOST_AUTO_TEST_CASE(the_letter_tells_the_guardian_what_was_missed) {
    const documents::Sheet sheet = paper_sheet(load(), PaperKind::letter, {});
    const auto lines = opening_of(sheet);
    BOOST_TEST(says(lines, "លោក លោកស្រី សុខ ម៉ៅ ជាអាណាព្យាបាលរបស់អ្នកសិក្សា"));
    BOOST_TEST(
        says(lines, "១០ ថ្ងៃ ហើយអ្នកសិក្សាបានអវត្តមាន មានច្បាប់ ១ ថ្ងៃ និងអត់ច្បាប់ ១.៥ ថ្ងៃ។ អត្រាវត្តមាន ៧៥.០០ ភាគរយ"));
    BOOST_TEST(says(lines, "មកយឺតចំនួន ១ ដង"));
    BOOST_TEST(says(lines, "យ៉ាងតិច ៨០.០០ ភាគរយ"));
    BOOST_REQUIRE(sheet.sections.size() == 1U);
    const auto& rows = sheet.sections[0].rows;
    BOOST_REQUIRE(rows.size() == 3U);
    BOOST_TEST((rows[0] == std::vector<std::string>{"១", "អង្គារ", "២៥/១១/២០២៥", "មានច្បាប់"}));
    BOOST_TEST((rows[2] == std::vector<std::string>{"៣", "ពុធ", "០៣/១២/២០២៥", "កន្លះថ្ងៃ អត់ច្បាប់"}));
    BOOST_TEST(sheet.sample);
    // Guardian, head and teacher, each with dots for the date.
    BOOST_REQUIRE(sheet.signatures.size() == 3U);
    for (const auto& block : sheet.signatures)
        BOOST_TEST(block.date_lines.front().find("......") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_guardian_without_a_name_is_still_written_to) {
    BOOST_TEST(says(opening_of(paper_sheet(load(1), PaperKind::letter, {})),
                    "មាតាបិតា ឬអាណាព្យាបាលរបស់អ្នកសិក្សា learner 101"));
    BOOST_TEST(paper_sheet(load(1), PaperKind::letter, {}).sections[0].lines.front() ==
               attendance::words()["no_absence"]);
}

BOOST_AUTO_TEST_CASE(the_statement_has_a_row_for_each_month_and_their_total) {
    const documents::Sheet sheet = paper_sheet(load(), PaperKind::statement, core::Day{2025y / 12 / 17});
    BOOST_REQUIRE(sheet.rows.size() == 3U);
    BOOST_TEST(
        (sheet.rows[0] == std::vector<std::string>{"វិច្ឆិកា ២០២៥", "៥", "៤", "១", "០", "០", "៨", "៨០.០០"}));
    BOOST_TEST(
        (sheet.rows[1] == std::vector<std::string>{"ធ្នូ ២០២៥", "៥", "៣.៥", "០", "១.៥", "១", "៧", "៧០.០០"}));
    BOOST_TEST(
        (sheet.rows[2] == std::vector<std::string>{"សរុប", "១០", "៧.៥", "១", "១.៥", "១", "១៥", "៧៥.០០"}));
    BOOST_TEST(says(sheet.signatures[0].date_lines, "ថ្ងៃពុធ ១២រោច ខែមិគសិរ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស.២៥៦៩"));
    BOOST_TEST(says(sheet.signatures[0].date_lines, "ថ្មគោល, ថ្ងៃទី១៧ ខែធ្នូ ឆ្នាំ២០២៥"));
}

BOOST_AUTO_TEST_CASE(many_absences_stand_in_two_halves_and_none_is_lost) {
    AttendancePaper paper = load();
    paper.absences.clear();
    for (unsigned day = 1; day <= 31; ++day)
        paper.absences.push_back({2025y / 12 / std::chrono::day{day}, attendance::Mark::absent});
    const auto section = paper_sheet(paper, PaperKind::letter, {}).sections[0];
    BOOST_TEST(section.columns.size() == 8U);
    std::set<std::string> days;
    for (const auto& row : section.rows)
        for (const std::size_t column : {2U, 6U})
            if (!row[column].empty()) days.insert(row[column]);
    BOOST_TEST(days.size() == 31U);
    BOOST_TEST(section.rows.size() == 16U);
}

BOOST_AUTO_TEST_CASE(a_list_of_papers_is_one_pdf_and_a_cancelled_one_is_no_file) {
    test::Folder folder;
    core::NoProgress silent;
    const auto file = folder / "letters.pdf";
    BOOST_REQUIRE(write_papers(file, {load(0), load(1), load(2)}, PaperKind::letter, {}, fonts(), silent));
    std::ifstream in(file, std::ios::binary);
    const std::string pdf{std::istreambuf_iterator<char>(in), {}};
    BOOST_TEST(pdf.starts_with("%PDF"));
    BOOST_TEST(pdf.find("/Count 3") != std::string::npos);
    struct Impatient final : core::Progress {
        void report(std::int64_t, std::int64_t) override {}
        bool cancelled() const override { return true; }
    } impatient;
    const auto never = folder / "never.pdf";
    BOOST_CHECK_THROW(write_papers(never, {load(0)}, PaperKind::letter, {}, fonts(), impatient),
                      core::WorldFailure);
    BOOST_TEST(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 1);
    BOOST_CHECK_THROW(
        write_papers(folder / "no folder" / "x.pdf", {load(0)}, PaperKind::letter, {}, fonts(), silent),
        core::WorldFailure);
}

BOOST_AUTO_TEST_CASE(words_that_stand_twice_or_say_nothing_are_refused_with_their_row) {
    using attendance::Words;
    BOOST_TEST(Words::parse("# none\na\tb\n").value()["a"] == "b");
    for (const char* text : {"a\tb\na\tc\n", "x\ty\na\t\n", "x\ty\na\n", "x\ty\na\tb\tc\n"}) {
        const auto read = Words::parse(text);
        BOOST_REQUIRE_MESSAGE(!read, text);
        BOOST_TEST(read.error().code == "attendance.words-unreadable");
        BOOST_TEST(read.error().fact("key") == "a");
        BOOST_TEST(read.error().place.row.value() == 2);
    }
    BOOST_TEST(Words::parse("a\tone {} two {}\n").value().fill("a", {"{}", "x"}) == "one {} two x");
}

BOOST_AUTO_TEST_SUITE_END()
