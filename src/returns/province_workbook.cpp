// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/province_workbook.hpp"

#include "core/numerals.hpp"
#include "office/office_store.hpp"
#include "returns/charts.hpp"
#include "returns/masking.hpp"
#include "returns/province_sheets.hpp"

namespace returns {
namespace {

using spreadsheet::Style;

constexpr std::uint32_t cover_columns = 8;
constexpr std::uint32_t value_column = 4;

void fact(SignedSheet& sheet, std::string_view key, const words::Label& label, const std::string& value,
          double height = 22) {
    sheet.row(key, height);
    sheet.title(0, value_column - 1, std::string{label.km} + "  " + std::string{label.en}, Style::text);
    sheet.title(value_column, cover_columns - 1, value, Style::wrapped);
}

std::string missing_names(const ProvinceContent& province) {
    std::string names;
    for (const DistrictContent& one : province.districts)
        if (!one.counted) names += (names.empty() ? "" : ", ") + one.name_km;
    return names.empty() ? "គ្មាន" : names;
}

std::string unsigned_names(const ProvinceContent& province) {
    std::string names;
    for (const DistrictContent& one : province.districts)
        if (one.is_unsigned()) names += (names.empty() ? "" : ", ") + one.name_km;
    return names;
}

std::string number_text(int number) {
    return number == hidden ? "<5" : number == not_told ? "-" : std::to_string(number);
}

std::string count_text(const Count& count) {
    return number_text(count.total) + "  (ស្រី " + number_text(count.female) + ")";
}

void write_facts(SignedSheet& sheet, const ReturnHead& head, const ProvinceContent& province) {
    fact(sheet, "office", {"មន្ទីរ", "Office"}, head.office + "  " + head.office_name);
    fact(sheet, "period", {"រយៈពេល", "Period"}, province.period.name_km() + "  " + head.period);
    fact(sheet, "version", {"កំណែ", "Version"}, std::to_string(head.version));
    fact(sheet, "built", {"ធ្វើនៅថ្ងៃទី", "Built on"}, words::date_text(core::day_in_cambodia(head.built)));
    if (!head.reason.empty()) fact(sheet, "reason", {"មូលហេតុនៃកំណែនេះ", "Why this version"}, head.reason);
    fact(sheet, "districts", {"ស្រុកដែលបានរាប់បញ្ចូល", "Districts counted"},
         std::to_string(province.counted()) + " / " + std::to_string(province.districts.size()));
    const std::string missing = missing_names(province);
    fact(sheet, "missing", {"មិនទាន់រាប់បញ្ចូល", "Not counted"}, missing,
         22.0 * static_cast<double>(1 + missing.size() / 130));
    if (province.has_unsigned())
        fact(sheet, "unsigned", {"រាប់ដោយគ្មានហត្ថលេខា", "Counted unsigned"}, unsigned_names(province));
    fact(sheet, "learners", {"អ្នកសិក្សា", "Learners"}, count_text(province.total.all().count("learners")));
    fact(sheet, "classes", {"ថ្នាក់រៀន", "Classes"}, number_text(province.total.all().classes()));
    const std::string rate = province.total.all().days.rate();
    fact(sheet, "rate", {"អត្រាវត្តមាន", "Attendance rate"}, rate.empty() ? "-" : rate + " %");
    if (province.publishable) {
        sheet.row("publishable", 44);
        sheet.title(0, cover_columns - 1,
                    "សម្រាប់ផ្សព្វផ្សាយ៖ ក្រុមដែលមានមនុស្សតិចជាង ៥ នាក់ត្រូវបានលាក់\n"
                    "Publishable edition: groups of fewer than 5 people are hidden",
                    Style::heading);
    }
    if (province.has_received()) {
        sheet.row("provisional", 44);
        sheet.title(0, cover_columns - 1,
                    "បណ្តោះអាសន្ន៖ មានតារាងដែលបានទទួល តែមិនទាន់អនុម័ត\n"
                    "Provisional: it counts returns that were received and not yet accepted",
                    Style::heading);
    }
}

// Learners by district, all and women; the figures stand on the next sheet.
void draw_chart(SignedSheet& sheet, const ProvinceContent& province) {
    const auto last = list_heading_row + static_cast<std::uint32_t>(province.districts.size());
    const auto column = [&](std::uint32_t at) {
        return spreadsheet::Range{{list_heading_row + 1, at + 1}, {last, at + 1}};
    };
    const std::string name{province_sheets::districts_name};
    sheet.looks().chart(learners_by_district(province, {}), {.sheet = name,
                                                             .categories = column(1),
                                                             .values = {column(3), column(4)},
                                                             .at = {sheet.sheet_row() + 2, 1},
                                                             .width_pixels = 660,
                                                             .height_pixels = 320});
    sheet.skip(18);
}

void write_cover(SignedWorkbook& workbook, const ReturnHead& head, const Letterhead& letterhead,
                 const ProvinceContent& province) {
    const std::vector<std::string> columns = {"label", "b", "c", "d", "value", "f", "g", "h"};
    SignedSheet& sheet = workbook.add_sheet(sheet_keys::cover, sheet_names::cover, columns);
    sheet.columns(0, cover_columns - 1, 11.5);
    begin_cover(sheet, head, letterhead,
                "តារាងស្ថិតិអប់រំក្រៅប្រព័ន្ធ " + letterhead.place_km + " ប្រចាំ" + province.period.name_km(),
                "Non-formal education in the province, " + province.period.name_en(), cover_columns);
    write_facts(sheet, head, province);
    draw_chart(sheet, province);
    write_signatures(sheet, letterhead, "បានឃើញ និងឯកភាព", "ប្រធានមន្ទីរ", "អ្នកធ្វើតារាង", cover_columns);
    write_note(sheet, cover_columns);
    set_up_print(sheet, head, false, 0);
}

} // namespace

void write_province(SignedWorkbook& workbook, const ReturnHead& head, const Letterhead& letterhead,
                    const ProvinceContent& province, const std::vector<Change>& changes) {
    write_cover(workbook, head, letterhead, province);
    province_sheets::write_districts(workbook, head, province);
    province_sheets::write_figures(workbook, head, province);
    province_sheets::write_tables(workbook, head, province);
    for (const SheetPlan& plan : province.total.layout.sheets)
        if (plan.kind == SheetPlan::Kind::scores) write_scores(workbook, head, plan, province.total);
    province_sheets::write_indicators(workbook, head, province);
    // What is told without a register behind it is not published.
    if (!province.publishable) province_sheets::write_declared(workbook, head, province);
    province_sheets::write_trend(workbook, head, province);
    if (!province.publishable) province_sheets::write_quality(workbook, head, province);
    province_sheets::write_results(workbook, head, province);
    province_sheets::write_sent(workbook, head, province);
    if (!changes.empty()) write_changes(workbook, head, changes);
}

core::Expected<Consolidated> consolidate(storage::Database& database, storage::Actor actor,
                                         const BuildOrder& order, const Edition& edition,
                                         core::Progress& progress) {
    const office::Office office = office::load_office(database);
    if (office.level != office::Level::province) return core::fail({"return.consolidate-level"});
    auto province = gather_province(database, order.period, edition.provisional, progress);
    if (!province) return core::fail(province.error());
    if (edition.publishable) mask_small_groups(*province);
    // Each edition has versions of its own.
    const std::string period = order.period.to_text() + (edition.publishable ? "-publishable" : "");
    const Letterhead letterhead = letterhead_of(database, office);
    Drawing drawing{.period = period,
                    .layout = std::string{province_prefix} + province->total.layout.id(),
                    .out = order.out,
                    .passphrase = order.passphrase,
                    .reason = order.reason,
                    .verb = "return.consolidate",
                    .sample = province->has_samples(),
                    .fill = {},
                    .keep = {}};
    drawing.fill = [&](SignedWorkbook& workbook, const ReturnHead& head, const std::vector<Change>& changes) {
        write_province(workbook, head, letterhead, *province, changes);
    };
    auto drawn = draw_version(database, std::move(actor), drawing, progress);
    if (!drawn) return core::fail(drawn.error());
    return Consolidated{drawn->built, drawn->is_new, std::move(drawn->changes), std::move(*province)};
}

} // namespace returns
