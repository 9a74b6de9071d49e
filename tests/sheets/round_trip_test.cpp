// SPDX-License-Identifier: GPL-3.0-or-later
// Long because every story goes out and comes back over the same few learners.
// A sheet that went out and came back: what a centre may do to it, and what becomes of that.
#include "attendance/letter_store.hpp"
#include "attendance/mark_store.hpp"
#include "attendance/register_store.hpp"
#include "core/check_digit.hpp"
#include "imports/held.hpp"
#include "imports/rejects.hpp"
#include "imports/thma_koul.hpp"
#include "sheets/draw.hpp"
#include "sheets/files.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

using attendance::Mark;
using imports::Kind;
using imports::Verdict;
using test::said;

namespace {

const char* const people[][2] = {{"សុខ ចាន់ថា", "ស"}, {"កែវ ពិសិដ្ឋ", "ប"}, {"ឡុង ស្រីមុំ", "ស"}, {"នួន វិបុល", "ប"}};
constexpr std::size_t first_day =
    3; // the column of the first day of a register, of the first subject of scores
constexpr core::Month december{std::chrono::year{2025}, std::chrono::December};

// Thma Koul with a class of four who learn from Monday to Saturday.
struct Centre : test::ThmaKoul {
    classes::ClassId class_id = open_class("អក្ខរកម្ម ក");
    test::Folder folder;

    Centre() {
        std::string csv = "ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\n";
        for (const auto& [name, sex] : people)
            csv += std::string{name} + "," + sex + ",1990,អក្ខរកម្ម ក\n";
        import_csv(csv);
    }

    sheets::Sheet sheet(sheets::Kind kind, const std::string& period = {}) const {
        return sheets::load_sheet(database, kind, class_id, period).value();
    }
    sheets::Sheet month() const { return sheet(sheets::Kind::attendance, "2025-12"); }

    imports::Request sent(const sheets::Sheet& filled, Kind kind = Kind::attendance) {
        const auto path = folder / ("sheet-" + std::to_string(++m_files) + ".xlsx");
        sheets::write_workbook(path, filled);
        imports::Request asked;
        asked.kind = kind;
        asked.file = path;
        return asked;
    }
    core::Expected<imports::Outcome> came(const imports::Request& asked) {
        return imports::import_file(database, {}, asked, silent);
    }
    std::string refused(const imports::Request& asked) {
        const auto outcome = came(asked);
        return outcome ? std::string{"not refused"} : outcome.error().code;
    }

    attendance::Register known() const { return attendance::load_register(database, class_id, december); }
    std::string taken() const {
        std::string days;
        const auto month_days = known().days;
        for (unsigned day = 1; day <= 31; ++day)
            if (month_days.counted().has(day)) days += std::to_string(day) + " ";
        return days;
    }
    Mark mark_of(const std::string& name, unsigned day) const {
        for (const auto& row : known().rows)
            if (row.learner.name_km == name) return row.marks.on(day);
        throw std::logic_error("nobody of that name");
    }

  private:
    int m_files = 0;
};

std::string& cell(sheets::Sheet& sheet, const std::string& name, std::size_t column) {
    const auto row = std::find_if(sheet.rows.begin(), sheet.rows.end(),
                                  [&](const sheets::Row& one) { return one.cells[1] == name; });
    return row->cells[column];
}
std::string& day(sheets::Sheet& sheet, const std::string& name, unsigned of_month) {
    return cell(sheet, name, first_day + of_month - 1);
}
void tick(sheets::Sheet& sheet, std::initializer_list<unsigned> days) {
    for (const unsigned one : days)
        sheet.called[first_day + one - 1] = "√";
}
sheets::Row& spare(sheets::Sheet& sheet) {
    return *std::find_if(sheet.rows.begin(), sheet.rows.end(),
                         [](const sheets::Row& row) { return row.spare; });
}
std::vector<std::string> found(const imports::Outcome& outcome) {
    std::vector<std::string> codes;
    for (const core::Error& finding : outcome.file_findings)
        codes.push_back(finding.code + " " + finding.place.cell);
    return codes;
}
const imports::RowOutcome& row_of(const imports::Outcome& outcome, const std::string& name) {
    return *std::find_if(outcome.rows.begin(), outcome.rows.end(),
                         [&](const imports::RowOutcome& row) { return row.name == name; });
}
using Strings = std::vector<std::string>;

} // namespace

BOOST_FIXTURE_TEST_SUITE(round_trip, Centre)

BOOST_AUTO_TEST_CASE(a_month_comes_back_without_being_told_class_or_month) {
    sheets::Sheet filled = month();
    tick(filled, {1, 2, 3});
    day(filled, people[0][0], 2) = "ច";
    day(filled, people[1][0], 3) = "A";
    const auto outcome = came(sent(filled)).value();
    BOOST_TEST(outcome.counts.accepted == 4);
    BOOST_TEST(outcome.rows.size() == 4U);
    BOOST_TEST((mark_of(people[0][0], 2) == Mark::permission));
    BOOST_TEST((mark_of(people[1][0], 3) == Mark::absent));
    BOOST_TEST(row_of(outcome, people[0][0]).attendance->days == 3);
}

BOOST_AUTO_TEST_CASE(only_the_days_called_are_taken_and_the_others_are_named) {
    sheets::Sheet filled = month();
    tick(filled, {1, 2});
    day(filled, people[0][0], 5) = "អ"; // who is missed was missed when the roll was called
    const auto outcome = came(sent(filled)).value();
    BOOST_TEST(taken() == "1 2 5 ");
    BOOST_REQUIRE(outcome.file_findings.size() == 1U);
    BOOST_TEST(outcome.file_findings[0].code == "register.days-not-called");
    BOOST_TEST(std::string{outcome.file_findings[0].fact("days")}.starts_with("3, 4, 6, 8"));
    BOOST_TEST(!outcome.file_findings[0].place.cell.empty());
}

BOOST_AUTO_TEST_CASE(without_a_tick_a_filled_register_takes_every_school_day_as_paper_does) {
    sheets::Sheet filled = month();
    day(filled, people[2][0], 10) = "អ";
    const auto outcome = came(sent(filled)).value();
    BOOST_TEST(outcome.file_findings.empty());
    BOOST_TEST(known().days.not_recorded(clock.today()).empty());
    BOOST_TEST(row_of(outcome, people[0][0]).attendance->days == known().days.school().count());
}

BOOST_AUTO_TEST_CASE(nothing_filled_in_is_refused_and_never_full_attendance) {
    const auto outcome = came(sent(month()));
    BOOST_REQUIRE(!outcome.has_value());
    BOOST_TEST(outcome.error().code == "register.blank");
    BOOST_TEST(!outcome.error().place.cell.empty());
    BOOST_TEST(taken().empty());
    // Nor is it in a list that is not ours.
    std::string csv = "បញ្ជីវត្តមាន ខែធ្នូ ឆ្នាំ២០២៥ ថ្នាក់ អក្ខរកម្ម ក\nឈ្មោះ,ភេទ,1,2,3,4,5,6,7,8,9\n";
    for (const auto& [name, sex] : people)
        csv += std::string{name} + "," + sex + ",,,,,,,,,\n";
    std::ofstream(folder / "register.csv", std::ios::binary) << csv;
    imports::Request asked;
    asked.kind = Kind::attendance;
    asked.file = folder / "register.csv";
    BOOST_TEST(refused(asked) == "register.blank");
}

BOOST_AUTO_TEST_CASE(an_absence_announced_before_is_no_proof_that_a_roll_was_called) {
    clock.set(core::Day{std::chrono::year{2025} / 12 / 15});
    {
        storage::Transaction tx(database, {});
        const auto enrolment = known().rows.front().learner.enrolment.id;
        BOOST_REQUIRE(
            attendance::set_mark(tx, enrolment, core::Day{december / 20}, Mark::permission).has_value());
        tx.commit();
    }
    clock.set(core::Day{std::chrono::year{2026} / 1 / 5});
    const auto outcome = came(sent(month())).value();
    BOOST_TEST(outcome.counts.same == 4);
    BOOST_TEST(taken().empty());
}

BOOST_AUTO_TEST_CASE(the_same_sheet_again_changes_nothing_and_says_so) {
    sheets::Sheet filled = month();
    tick(filled, {1, 2, 3});
    day(filled, people[0][0], 2) = "ច½";
    const auto file = sent(filled);
    BOOST_TEST(came(file)->counts.accepted == 4);
    BOOST_TEST(came(file)->counts.same == 4);
    // What the office holds now is what the next sheet is made with.
    const sheets::Sheet next = month();
    BOOST_TEST((next.rows[0].cells == filled.rows[0].cells));
    BOOST_TEST((next.called == filled.called));
    BOOST_TEST(came(sent(next))->counts.same == 4);
}

BOOST_AUTO_TEST_CASE(moved_rows_are_matched_by_number) {
    sheets::Sheet filled = month();
    tick(filled, {1});
    day(filled, people[3][0], 1) = "A";
    std::reverse(filled.rows.begin(), filled.rows.begin() + 4);
    const auto outcome = came(sent(filled)).value();
    BOOST_TEST(outcome.counts.accepted == 4);
    BOOST_TEST((mark_of(people[3][0], 1) == Mark::absent));
    BOOST_TEST((mark_of(people[0][0], 1) == Mark::none));
}

BOOST_AUTO_TEST_CASE(a_number_with_another_name_waits_for_a_person_who_may_take_it) {
    sheets::Sheet filled = month();
    tick(filled, {1});
    const std::string other = "ម៉ៅ សុភី";
    day(filled, people[0][0], 1) = "A";
    cell(filled, people[0][0], 1) = other;
    const auto file = sent(filled);
    const auto outcome = came(file).value();
    BOOST_TEST(outcome.counts.accepted == 3);
    const auto& renamed = row_of(outcome, other);
    BOOST_TEST(said(renamed).starts_with("review sheet.renamed C"));
    BOOST_TEST(renamed.reason.fact("name") == people[0][0]);
    BOOST_TEST(renamed.reason.fact("typed") == other);
    BOOST_TEST((mark_of(people[0][0], 1) == Mark::none));
    imports::Decisions decisions;
    decisions[renamed.row] = {imports::Decision::Take::as_it_stands};
    const auto taken_up = imports::take_up(database, {}, *outcome.import, decisions, silent);
    BOOST_REQUIRE(taken_up.has_value());
    BOOST_TEST((mark_of(people[0][0], 1) == Mark::absent));
    BOOST_TEST(taken() == "1 ");
}

BOOST_AUTO_TEST_CASE(names_sorted_without_their_numbers_write_nothing) {
    sheets::Sheet filled = month();
    tick(filled, {1});
    const std::string first = filled.rows[0].number;
    for (std::size_t nth = 0; nth < 3; ++nth)
        filled.rows[nth].number = filled.rows[nth + 1].number;
    filled.rows[3].number = first;
    const auto outcome = came(sent(filled)).value();
    BOOST_TEST(outcome.counts.review == 4);
    BOOST_TEST(taken().empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_number_an_added_row_and_a_removed_one_are_each_named) {
    sheets::Sheet filled = month();
    tick(filled, {1});
    filled.rows[0].number = core::with_check_character("0202-009999");
    filled.rows.erase(filled.rows.begin() + 1);
    sheets::Row& added = spare(filled);
    added.cells[1] = "ម៉ៅ សុភី";
    added.cells[2] = "ស";
    added.cells[first_day] = "A";
    const auto outcome = came(sent(filled)).value();
    BOOST_TEST(outcome.rows.size() == 4U);
    BOOST_TEST(outcome.counts.accepted == 2);
    BOOST_TEST(said(outcome.rows[0]) == "review sheet.number-unknown A11");
    BOOST_TEST(said(row_of(outcome, "ម៉ៅ សុភី")) == "review sheet.row-added C14");
    const auto findings = found(outcome);
    BOOST_TEST(std::count(findings.begin(), findings.end(), "sheet.row-removed C11") == 1);
    BOOST_TEST(std::count(findings.begin(), findings.end(), "sheet.row-removed C12") == 1);
    storage::Transaction tx(database, {});
    BOOST_TEST(imports::undo_import(tx, *outcome.import).has_value());
    tx.commit();
    BOOST_TEST(taken().empty());
}

BOOST_AUTO_TEST_CASE(who_joined_since_is_met_by_name_or_named) {
    sheets::Sheet filled = month();
    tick(filled, {1});
    const std::string joined = "ម៉ៅ សុភី";
    import_csv("ឈ្មោះ,ភេទ,ឆ្នាំកំណើត,ថ្នាក់\n" + joined + ",ស,1991,អក្ខរកម្ម ក\n");
    const auto without = came(sent(filled)).value();
    BOOST_TEST(found(without).front().starts_with("register.days-not-called"));
    BOOST_TEST(found(without).back() == "sheet.joined-since ");
    sheets::Row& added = spare(filled);
    added.cells[1] = joined;
    added.cells[2] = "ស";
    added.cells[first_day] = "P";
    const auto with = came(sent(filled)).value();
    BOOST_TEST(row_of(with, joined).findings.front().code == "sheet.row-added");
    BOOST_TEST(found(with).size() == 1U);
    imports::Request update = sent(filled);
    update.update = true;
    BOOST_REQUIRE(came(update).has_value());
    BOOST_TEST((mark_of(joined, 1) == Mark::permission));
}

BOOST_AUTO_TEST_CASE(a_sheet_of_another_office_class_kind_or_month_is_refused) {
    sheets::Sheet filled = month();
    tick(filled, {1});
    const auto file = sent(filled);

    core::SeededRandom other_numbers{1};
    sheets::Sheet elsewhere = filled;
    elsewhere.key.office_uid = core::make_uid({}, other_numbers);
    elsewhere.key.office_name = "ការិយាល័យអប់រំ ស្រុកបាណន់";
    const auto other = came(sent(elsewhere));
    BOOST_REQUIRE(!other.has_value());
    BOOST_TEST(other.error().code == "sheet.other-office");
    BOOST_TEST(other.error().fact("office") == elsewhere.key.office_name);

    auto asked = file;
    asked.class_id = open_class("អក្ខរកម្ម ខ");
    BOOST_TEST(refused(asked) == "sheet.other-class");
    asked = file;
    asked.kind = Kind::scores;
    BOOST_TEST(refused(asked) == "sheet.other-kind");
    asked.kind = Kind::institutions;
    BOOST_TEST(refused(asked) == "sheet.other-kind");

    sheets::Sheet used_again = filled;
    used_again.subtitles[0] = "ខែមករា ឆ្នាំ២០២៦";
    BOOST_TEST(refused(sent(used_again)) == "sheet.title-differs");
    used_again = filled;
    used_again.key.class_uid = core::make_uid({}, other_numbers);
    BOOST_TEST(refused(sent(used_again)) == "sheet.class-unknown");
    BOOST_TEST(taken().empty());
}

BOOST_AUTO_TEST_CASE(the_offices_own_letters_are_offered_and_read) {
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(attendance::set_letter(tx, "ឈ", Mark::permission).has_value());
        BOOST_REQUIRE(attendance::set_letter(tx, "អ", Mark::late).has_value());
        tx.commit();
    }
    sheets::Sheet filled = month();
    const auto& choices = filled.columns[first_day].choices;
    BOOST_TEST(std::count(choices.begin(), choices.end(), "ឈ") == 1);
    tick(filled, {1, 2, 3});
    day(filled, people[0][0], 1) = "ឈ";
    day(filled, people[0][0], 2) = "អ";
    day(filled, people[0][0], 3) = "A";
    BOOST_TEST(came(sent(filled))->counts.accepted == 4);
    BOOST_TEST((mark_of(people[0][0], 2) == Mark::late));
    // Written again so that it reads back, though អ no longer means absent.
    BOOST_TEST(came(sent(month()))->counts.same == 4);
}

BOOST_AUTO_TEST_CASE(scores_come_back_with_decimals_words_and_refused_cells) {
    sheets::Sheet filled = sheet(sheets::Kind::scores, "S1");
    const std::string first = people[0][0];
    cell(filled, first, first_day) = "7.5";
    cell(filled, first, first_day + 1) = "៨,២៥";
    cell(filled, first, first_day + 2) = "អម";
    cell(filled, people[1][0], first_day) = "10.5";
    cell(filled, people[1][0], first_day + 1) = "6";
    const auto outcome = came(sent(filled, Kind::scores)).value();
    BOOST_TEST(outcome.counts.accepted == 2);
    BOOST_TEST(outcome.counts.same == 2); // nothing was written beside them
    BOOST_TEST((row_of(outcome, first).scores->marks ==
                std::vector<std::pair<std::string, std::string>>{{"អំណាន", "7.50"}, {"សរសេរតាមអាន", "8.25"}}));
    BOOST_REQUIRE(row_of(outcome, people[1][0]).scores->cells.size() == 1U);
    BOOST_TEST(row_of(outcome, people[1][0]).scores->cells[0].code == "mark.over-maximum");
    const sheets::Sheet next = sheet(sheets::Kind::scores);
    BOOST_TEST(next.key.period == "S1");
    BOOST_TEST((next.rows[0].cells[first_day] == "7.5" || next.rows[1].cells[first_day] == "7.5" ||
                next.rows[2].cells[first_day] == "7.5" || next.rows[3].cells[first_day] == "7.5"));
    BOOST_TEST(came(sent(next, Kind::scores))->counts.same == 4);
}

BOOST_AUTO_TEST_CASE(a_list_of_learners_comes_back_the_same_and_takes_who_was_added) {
    const sheets::Sheet blank = sheet(sheets::Kind::learners);
    const auto unchanged = came(sent(blank, Kind::learners)).value();
    BOOST_TEST(unchanged.counts.same == 4);
    BOOST_TEST(unchanged.rows.size() == 4U);
    BOOST_TEST(unchanged.file_findings.empty());

    sheets::Sheet filled = blank;
    cell(filled, people[0][0], 7) = "012345678";
    sheets::Row& added = spare(filled);
    added.cells[1] = "ម៉ៅ សុភី";
    added.cells[2] = "ស";
    added.cells[4] = "12/03/1995";
    filled.rows.erase(filled.rows.begin() + 3);
    const auto outcome = came(sent(filled, Kind::learners)).value();
    BOOST_TEST(outcome.counts.accepted == 1);
    BOOST_TEST(outcome.counts.updated == 1);
    BOOST_TEST(found(outcome).size() == 1U);
    BOOST_TEST(found(outcome).front().starts_with("sheet.row-removed C"));
    BOOST_TEST(sheet(sheets::Kind::learners).learners == 5);
}

BOOST_AUTO_TEST_CASE(refused_rows_that_are_handed_back_are_a_sheet_themselves) {
    sheets::Sheet filled = month();
    tick(filled, {1, 2});
    day(filled, people[0][0], 1) = "Z";
    const auto outcome = came(sent(filled)).value();
    BOOST_TEST(outcome.counts.refused == 1);
    imports::write_rejects(folder / "rejects.xlsx", outcome,
                           {"មូលហេតុ", [](const core::Error& error) { return error.code; }}, clock.now());
    imports::Request again;
    again.kind = Kind::attendance;
    again.file = folder / "rejects.xlsx";
    const auto mended = came(again).value();
    BOOST_TEST(mended.rows.size() == 1U);
    BOOST_TEST(mended.rows[0].reason.code == "attendance.unknown-letter");
    // The others are not missing from it, and its ticks are those of the sheet.
    for (const std::string& finding : found(mended))
        BOOST_TEST(!finding.starts_with("sheet."), finding);
    BOOST_TEST(taken() == "1 2 ");
}

BOOST_AUTO_TEST_CASE(days_outside_an_enrolment_are_grey_and_a_mark_there_is_told) {
    {
        storage::Transaction tx(database, {});
        const auto enrolment = known().rows.front().learner.enrolment.id;
        BOOST_REQUIRE(classes::leave(tx, enrolment, core::Day{december / 10}, classes::LeavingReason::work)
                          .has_value());
        tx.commit();
    }
    sheets::Sheet filled = month();
    BOOST_TEST(filled.rows[0].shut.size() == 21U);
    BOOST_TEST(filled.rows[1].shut.empty());
    tick(filled, {9, 12});
    filled.rows[0].cells[first_day + 11] = "A";
    const auto outcome = came(sent(filled)).value();
    BOOST_TEST(row_of(outcome, filled.rows[0].cells[1]).reason.code == "day.outside-enrolment");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_made_is_named) {
    const auto why = [&](sheets::Kind kind, const std::string& period) {
        const auto sheet = sheets::load_sheet(database, kind, class_id, period);
        return sheet ? std::string{} : sheet.error().code;
    };
    BOOST_TEST(why(sheets::Kind::attendance, "") == "sheet.month-needed");
    BOOST_TEST(why(sheets::Kind::attendance, "2025-07") == "sheet.not-in-month");
    BOOST_TEST(why(sheets::Kind::scores, "S9") == "period.unknown");
    class_id = open_class("ថ្នាក់ថ្មី");
    BOOST_TEST(why(sheets::Kind::attendance, "2025-12") == "sheet.nobody");
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(classes::close_class(tx, class_id, clock.today()).has_value());
        tx.commit();
    }
    BOOST_TEST(why(sheets::Kind::attendance, "2025-12") == "sheet.nobody");
    class_id = classes::ClassId{999};
    BOOST_TEST(why(sheets::Kind::learners, "") == "class.not-found");
}

BOOST_AUTO_TEST_CASE(a_closed_class_keeps_its_papers_with_the_months_totals_and_no_workbook) {
    sheets::Sheet filled = month();
    BOOST_TEST(!filled.closed);
    BOOST_TEST(!filled.help.empty());
    tick(filled, {1, 2, 3});
    day(filled, people[0][0], 1) = "A";
    day(filled, people[0][0], 2) = "ច";
    day(filled, people[0][0], 3) = "ច½";
    BOOST_REQUIRE(came(sent(filled))->counts.accepted == 4);
    {
        storage::Transaction tx(database, {});
        BOOST_REQUIRE(classes::close_class(tx, class_id, clock.today()).has_value());
        tx.commit();
    }
    sheets::Sheet kept = month();
    BOOST_TEST(kept.closed);
    BOOST_TEST(kept.help.empty());
    BOOST_TEST(kept.rows.size() == std::size(people)); // no empty row for somebody new
    const std::size_t margin = first_day + 31;
    BOOST_TEST((kept.columns[margin].key.what == sheets::ColumnKey::What::with_permission));
    BOOST_TEST(cell(kept, people[0][0], margin) == "២");
    BOOST_TEST(cell(kept, people[0][0], margin + 1) == "១");
    BOOST_TEST(cell(kept, people[1][0], margin) == "០");
    BOOST_TEST(cell(kept, people[1][0], margin + 1) == "០");
    const auto workbook = sheets::write_sheet(folder / "kept.xlsx", kept, {});
    BOOST_REQUIRE(!workbook.has_value());
    BOOST_TEST(workbook.error().code == "sheet.closed");
    BOOST_TEST(!std::filesystem::exists(folder / "kept.xlsx"));
    BOOST_REQUIRE(sheets::write_sheet(folder / "kept.pdf", kept, documents::font_folders({})));
    BOOST_TEST(std::filesystem::file_size(folder / "kept.pdf") > 5000U);
    BOOST_TEST(sheet(sheets::Kind::learners).rows.size() == std::size(people));
}

BOOST_AUTO_TEST_CASE(every_open_class_gets_a_file_with_an_ascii_name_and_none_is_lost) {
    const auto empty = open_class("ថ្នាក់ថ្មី");
    const sheets::Wanted wanted{sheets::Kind::attendance, "2025-12", sheets::Format::workbook,
                                folder / "sheets"};
    const auto all = sheets::write_sheets(database, wanted, {}, silent).value();
    BOOST_REQUIRE(all.made.size() == 1U);
    const std::string name = all.made[0].file.filename().string();
    BOOST_TEST(name == "0202_attendance_2025-12_class-" +
                           std::to_string(static_cast<std::int64_t>(class_id)) + ".xlsx");
    BOOST_TEST(std::filesystem::exists(all.made[0].file));
    BOOST_REQUIRE(all.left_out.size() == 1U);
    BOOST_TEST((all.left_out[0].class_id == empty));
    BOOST_TEST(all.left_out[0].why.code == "sheet.nobody");
    // One that stands there may have been filled in.
    const auto again = sheets::write_sheets(database, wanted, {}, silent).value();
    BOOST_TEST(again.made.empty());
    BOOST_TEST(again.left_out.size() == 2U);
    BOOST_TEST(std::count_if(again.left_out.begin(), again.left_out.end(),
                             [](const auto& one) { return one.why.code == "file.exists"; }) == 1);

    struct Stopped final : core::Progress {
        int asked = 0;
        void report(std::int64_t, std::int64_t) override { ++asked; }
        bool cancelled() const override { return asked > 0; }
    } stopped;
    const sheets::Wanted other{sheets::Kind::learners, {}, sheets::Format::workbook, folder / "stopped"};
    const auto cancelled = sheets::write_sheets(database, other, {}, stopped);
    BOOST_TEST(cancelled.error().code == "cancelled");
    BOOST_TEST(std::filesystem::is_empty(folder / "stopped"));
}

BOOST_AUTO_TEST_CASE(a_large_class_is_laid_on_paper_over_several_pages) {
    const auto fonts = documents::Fonts::load(documents::font_folders({}));
    sheets::Sheet large = month();
    const sheets::Row one = large.rows.front();
    while (large.rows.size() < 60)
        large.rows.insert(large.rows.begin(), one);
    const auto pages = sheets::pages_of(large, fonts);
    BOOST_REQUIRE(pages.has_value());
    BOOST_TEST(pages->size() >= 3U);
    BOOST_TEST((pages->front().size() == documents::a4_landscape));
}

BOOST_AUTO_TEST_SUITE_END()
