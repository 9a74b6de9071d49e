// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/receipt_workbook.hpp"

#include "office/gazetteer_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "returns/built_return_store.hpp"
#include "returns/decision_store.hpp"
#include "returns/layout_store.hpp"
#include "returns/received_store.hpp"
#include "returns/return_sheets.hpp"
#include "returns/stranger_choices.hpp"

namespace returns {
namespace {

using spreadsheet::Style;

constexpr std::uint32_t cover_columns = 8;
constexpr std::uint32_t value_column = 4;

words::Label ruling_words(Ruling ruling) {
    if (ruling == Ruling::accepted) return {"បានទទួលយក", "Accepted"};
    return {"ត្រូវកែ និងផ្ញើម្តងទៀត", "To be mended and sent again"};
}

words::Label kind_words(PeriodKind kind) {
    switch (kind) {
    case PeriodKind::month:
        return {"ប្រចាំខែ", "Every month"};
    case PeriodKind::semester:
        return {"ប្រចាំឆមាស", "Every semester"};
    case PeriodKind::year:
        break;
    }
    return {"ប្រចាំឆ្នាំ", "Every school year"};
}

// A line for people; what a program reads of it stands hidden behind.
void fact(SignedSheet& sheet, std::string_view key, const words::Label& label, const std::string& shown,
          const std::string& value, double height = 22) {
    sheet.row(key, height);
    sheet.title(0, value_column - 1, std::string{label.km} + "  " + std::string{label.en}, Style::text);
    sheet.title(value_column, cover_columns - 1, shown, Style::wrapped);
    sheet.text(cover_columns, value, Style::key);
}

std::string both(const std::string& km, const std::string& en) {
    return km + "\n" + en;
}

std::string file_words(FileVerdict file) {
    if (file == FileVerdict::verified) return "ដូចដែលបានចុះហត្ថលេខា  as it was signed";
    if (file == FileVerdict::edited) return "មានក្រឡាដែលត្រូវបានកែ  cells were edited";
    return both("គ្មានហត្ថលេខា៖ ខេត្តបានអានតួលេខដូចដែលមានក្នុងសន្លឹកបន្ទាប់",
                "Not signed: the province read the figures that stand on the next sheet");
}

void write_cover(SignedWorkbook& workbook, const ReturnHead& head, const Letterhead& letterhead,
                 const ReceiptContent& content) {
    const Decision& decision = content.decision;
    const std::vector<std::string> columns = {"label",   "label-2", "label-3", "label-4", "shown",
                                              "shown-2", "shown-3", "shown-4", "value"};
    SignedSheet& sheet = workbook.add_sheet("receipt", "បង្កាន់ដៃ", columns);
    sheet.columns(0, cover_columns - 1, 13);
    sheet.looks().columns(cover_columns + 1, cover_columns + 1, 1, true);
    begin_cover(sheet, head, letterhead, "បង្កាន់ដៃរបាយការណ៍", "Receipt for a return", cover_columns);
    const auto period = ReturnPeriod::from_text(decision.period);
    const auto ruling = ruling_words(decision.ruling);
    fact(sheet, "ruling", {"សេចក្តីសម្រេច", "Decision"}, both(std::string{ruling.km}, std::string{ruling.en}),
         std::string{to_text(decision.ruling)}, 44);
    fact(sheet, "office", {"ការិយាល័យ", "Office"}, decision.office, decision.office);
    fact(sheet, "period", {"រយៈពេល", "Period"},
         period ? both(period->name_km(), period->name_en()) : decision.period, decision.period, 44);
    fact(sheet, "version", {"កំណែ", "Version"}, std::to_string(decision.version),
         std::to_string(decision.version));
    const bool no_signature = decision.file == FileVerdict::unsigned_file;
    fact(sheet, "file", {"ឯកសារ", "File"}, file_words(decision.file), std::string{to_text(decision.file)},
         no_signature ? 44 : 22);
    if (no_signature) {
        fact(sheet, "file-name", {"ឈ្មោះឯកសារ", "Its name"}, content.file_name, content.file_name);
        fact(sheet, "file-digest", {"លេខសម្គាល់ឯកសារ", "Digest of its bytes"},
             content.file_digest.substr(0, 16), content.file_digest);
    }
    fact(sheet, "digest", {"លេខសម្គាល់តួលេខ", "Digest of the return"},
         office::to_text(decision.digest).substr(0, 16), office::to_text(decision.digest));
    fact(sheet, "by", {"អ្នកសម្រេច", "Decided by"}, decision.by, decision.by);
    fact(sheet, "at", {"សម្រេចនៅថ្ងៃទី", "Decided on"}, words::date_text(core::day_in_cambodia(decision.at)),
         core::to_iso(decision.at));
    fact(sheet, "number", {"សេចក្តីសម្រេចលើកទី", "Decision number"}, std::to_string(decision.number),
         std::to_string(decision.number));
    if (!decision.reason.empty())
        fact(sheet, "reason", {"មូលហេតុ", "Reason"}, decision.reason, decision.reason,
             22.0 * static_cast<double>(1 + decision.reason.size() / 130));
    sheet.skip(1);
    write_note(sheet, cover_columns);
    set_up_print(sheet, head, false, 0);
}

void write_remarks(SignedWorkbook& workbook, const ReturnHead& head, const Decision& decision) {
    static const std::vector<ListColumn> columns = {{"place", {"កន្លែង", "Place"}, 28},
                                                    {"text", {"អ្វីដែលត្រូវកែ", "What is to be mended"}, 80},
                                                    {"sheet-name", {"", ""}, 1},
                                                    {"cell", {"", ""}, 1},
                                                    {"sheet", {"", ""}, 1},
                                                    {"row", {"", ""}, 1},
                                                    {"column", {"", ""}, 1}};
    constexpr std::uint32_t shown = 2;
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("remarks", "កំណត់សម្គាល់", keys);
    begin_list(sheet, {columns.begin(), columns.begin() + shown}, "កំណត់សម្គាល់លើជួរ", "Remarks on rows");
    sheet.looks().columns(shown + 1, static_cast<std::uint32_t>(columns.size()), 1, true);
    int at = 0;
    for (const Remark& remark : decision.remarks) {
        sheet.row(std::to_string(++at), 22.0 * static_cast<double>(1 + remark.text.size() / 200));
        sheet.text(0, place_text(remark), Style::wrapped);
        sheet.text(1, remark.text, Style::wrapped);
        sheet.text(2, remark.sheet_name, Style::key);
        sheet.text(3, remark.cell, Style::key);
        sheet.text(4, remark.about.sheet, Style::key);
        sheet.text(5, remark.about.row, Style::key);
        sheet.text(6, remark.about.column, Style::key);
    }
    set_up_print(sheet, head, true, list_heading_row);
}

void write_read(SignedWorkbook& workbook, const ReturnHead& head, const std::vector<ReadFigure>& read) {
    static const std::vector<ListColumn> columns = {{"row", {"ជួរ", "Row"}, 30},
                                                    {"row-en", {"ជាភាសាអង់គ្លេស", "In English"}, 30},
                                                    {"column", {"ជួរឈរ", "Column"}, 26},
                                                    {"column-en", {"ជាភាសាអង់គ្លេស", "In English"}, 26},
                                                    {"number", {"ចំនួន", "Number"}, 12}};
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("read", "តួលេខដែលបានអាន", keys);
    begin_list(sheet, columns, "តួលេខដែលខេត្តបានអានពីឯកសារ", "Figures that the province read from the file");
    for (const ReadFigure& one : read) {
        sheet.row(one.at.sheet + '/' + one.at.row + '/' + one.at.column, 22);
        sheet.text(0, one.row.km);
        sheet.text(1, one.row.en);
        sheet.text(2, one.column.km);
        sheet.text(3, one.column.en);
        sheet.number(4, one.number, Style::number);
    }
    filter_list(sheet, list_heading_row, columns.size());
    set_up_print(sheet, head, true, list_heading_row);
}

void write_rounds(SignedWorkbook& workbook, const ReturnHead& head, const std::vector<Round>& rounds) {
    static const std::vector<ListColumn> columns = {{"kind", {"របាយការណ៍", "Return"}, 24},
                                                    {"layout", {"ទម្រង់", "Layout"}, 16},
                                                    {"due", {"ថ្ងៃបន្ទាប់ពីចប់រយៈពេល", "Days after its end"}, 20},
                                                    {"since", {"ចាប់ពី", "Since"}, 14}};
    const auto keys = keys_of(columns);
    SignedSheet& sheet = workbook.add_sheet("rounds", "ជុំរបាយការណ៍", keys);
    begin_list(sheet, columns, "ជុំរបាយការណ៍ដែលខេត្តសុំ", "Returns that the province asks for");
    for (const Round& round : rounds) {
        sheet.row(to_text(round.kind), 40);
        sheet.text(0, kind_words(round.kind).both(), Style::wrapped);
        sheet.text(1, round.layout);
        sheet.number(2, std::int64_t{round.due_days}, Style::count);
        sheet.text(3, core::to_iso(round.since), Style::centred);
    }
    set_up_print(sheet, head, true, list_heading_row);
}

// Every receipt of one decision is the same: nothing in its head is of the day it was written.
ReturnHead head_of(const office::Office& ours, const Decision& decision) {
    ReturnHead head;
    head.layout = receipt_layout;
    head.office = ours.area_code;
    head.office_name_km = ours.name_km;
    head.office_name = ours.name;
    head.uid = decision.uid;
    head.period = decision.period;
    head.version = decision.number;
    head.built = decision.at;
    head.generation = ours.generation;
    head.sample = ours.sample;
    return head;
}

core::Expected<Decision> decision_on(const storage::Database& database, ReceivedId id) {
    const std::string number = std::to_string(static_cast<std::int64_t>(id));
    const auto one = find_received(database, id);
    if (!one) return core::fail(core::Error{"return.unknown"}.with("id", number));
    auto decision = last_decision(database, id);
    if (!decision) return core::fail(core::Error{"receipt.undecided"}.with("id", number));
    const bool by_map = one->verdict == FileVerdict::unsigned_file && one->version > 0;
    if (one->verdict != FileVerdict::verified && one->verdict != FileVerdict::edited && !by_map)
        return core::fail(
            core::Error{"receipt.no-return"}.with("verdict", std::string{to_text(one->verdict)}));
    return std::move(*decision);
}

Wording name_in(const std::vector<FigureChoice>& choices, const std::string& key) {
    for (const FigureChoice& one : choices)
        if (one.key == key) return one.name;
    return {key, key};
}

// In the order in which they were read.
std::vector<ReadFigure> figures_read(const storage::Database& database, const Canonical& content) {
    std::vector<ReadFigure> figures;
    const auto layout = find_layout(database, content.head.layout);
    if (!layout) return figures;
    for (const SheetChoices& choices : choices_of(database, *layout))
        for (const auto* line : content.lines) {
            const auto& [key, value] = *line;
            if (value.type != ValueType::number || sheet_of(key) != escape(choices.plan.key)) continue;
            ReadFigure& one =
                figures.emplace_back(ReadFigure{split_key(key), {}, {}, Canonical::plain(value)});
            one.row = name_in(choices.rows, one.at.row);
            one.column = name_in(choices.columns, one.at.column);
        }
    return figures;
}

ReceiptContent content_of(const storage::Database& database, Decision decision, ReceivedId id) {
    ReceiptContent content{std::move(decision), list_rounds(database)};
    if (content.decision.file != FileVerdict::unsigned_file) return content;
    const auto one = find_received(database, id).value();
    content.file_name = one.file_name;
    content.file_digest = office::to_text(one.digest);
    content.read = figures_read(database, *load_content(database, id));
    return content;
}

} // namespace

std::string receipt_name(const Decision& decision) {
    return decision.office + '_' + decision.period + "_v" + std::to_string(decision.version) + "_receipt" +
           std::to_string(decision.number) + ".xlsx";
}

void write_receipt(SignedWorkbook& workbook, const ReturnHead& head, const Letterhead& letterhead,
                   const ReceiptContent& content) {
    write_cover(workbook, head, letterhead, content);
    if (content.decision.file == FileVerdict::unsigned_file) write_read(workbook, head, content.read);
    write_remarks(workbook, head, content.decision);
    write_rounds(workbook, head, content.rounds);
}

core::Expected<std::filesystem::path> make_receipt(const storage::Database& database,
                                                   const ReceiptOrder& order, core::Progress& progress) {
    auto decision = decision_on(database, order.id);
    if (!decision) return core::fail(decision.error());
    const auto key = office::open_signing_key(database, order.passphrase);
    if (!key) return core::fail(key.error());
    const office::Office ours = office::load_office(database);
    const ReturnHead head = head_of(ours, *decision);
    std::filesystem::path target = order.out;
    if (std::filesystem::is_directory(target)) target /= receipt_name(*decision);
    SignedWorkbook workbook(target, head, {head.period, head.office_name, head.built});
    write_receipt(workbook, head, letterhead_of(database, ours), content_of(database, *decision, order.id));
    const auto written = workbook.finish(*key);
    const auto again = check_file(written.file, progress, own_memory);
    if (!again || again->verdict != FileVerdict::verified || again->digest != written.digest) {
        core::Place place;
        const std::u8string name = target.u8string();
        place.file.assign(name.begin(), name.end());
        throw core::WorldFailure{
            core::Error{"return.unlike"}
                .with("why", again ? std::string{to_text(again->verdict)} : again.error().code)
                .at(std::move(place))};
    }
    workbook.publish();
    return target;
}

} // namespace returns
