// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/control_sheet.hpp"
#include "certificates/issue.hpp"
#include "certificates/paper_words.hpp"
#include "documents/sheet_file.hpp"
#include "spreadsheet/writer.hpp"

#include <fmt/format.h>

#include <array>

namespace certificates {

namespace {

using spreadsheet::Style;

std::string state_text(const ControlRow& row) {
    switch (row.kind) {
    case ControlRow::Kind::gap:
        return register_words()["gap"];
    case ControlRow::Kind::blank:
        return register_words()["blank"];
    case ControlRow::Kind::reserved:
        return register_words()["reserved"];
    case ControlRow::Kind::closed:
        return register_words()["closed"];
    case ControlRow::Kind::lost:
        return register_words()["lost_restored"];
    case ControlRow::Kind::entry:
        break;
    }
    return register_words()[to_text(row.entry.state)];
}

std::string serial_text(const ControlRow& row) {
    return row.first == row.last ? row.first : row.first + " – " + row.last;
}

std::string event_text(const Event& event) {
    const std::string day = khmer(core::day_in_cambodia(event.at));
    if (event.verb == "duplicate") return register_words().fill("event_duplicate", {day, event.actor});
    return register_words().fill("event_" + event.verb, {day, event.actor, event.reason});
}

std::string remarks(const ControlRow& row) {
    std::string text;
    const auto add = [&](const std::string& line) { text += (text.empty() ? "" : "; ") + line; };
    if (row.kind != ControlRow::Kind::entry) {
        add(register_words().fill("numbers", {khmer(row.numbers)}));
        if (!row.holder.empty()) add(register_words().fill("held_by", {row.holder}));
        return text;
    }
    if (!row.entry.replaces.empty()) add(register_words().fill("replaces", {row.entry.replaces}));
    for (const Event& event : row.events)
        add(event_text(event));
    if (!row.entry.replaced_by.empty()) add(register_words().fill("replaced_by", {row.entry.replaced_by}));
    return text;
}

std::string name_of(const RegisterEntry& entry) {
    return entry.name_km.empty() ? entry.name : entry.name_km;
}

std::vector<std::string> sums(const ControlBlock& block) {
    return {register_words().fill("sum", {khmer(block.used()), khmer(block.valid), khmer(block.voided),
                                          khmer(block.replaced), khmer(block.spoiled), khmer(block.lost),
                                          khmer(block.missing)}),
            register_words().fill("unused", {khmer(block.blank), khmer(block.reserved), khmer(block.closed)}),
            register_words().fill("papers", {khmer(block.reprints), khmer(block.duplicates)})};
}

std::string block_title(const ControlBlock& block) {
    return register_words().fill("year", {khmer(block.year)}) + "  " +
           register_words().fill("block", {khmer(block.first), khmer(block.last)}) + "  " +
           register_words()["origin_" + std::string{to_text(block.origin)}];
}

std::vector<documents::Column> columns() {
    using documents::Align;
    return {{register_words()["serial"], 26},
            {register_words()["name"], 24},
            {register_words()["issued_on"], 14, Align::centre},
            {register_words()["state"], 14, Align::centre},
            {register_words()["reprints"], 9, Align::centre},
            {register_words()["duplicates"], 9, Align::centre},
            {register_words()["remarks"], 54}};
}

std::string positive(std::int64_t count) {
    return count > 0 ? khmer(count) : std::string{};
}

std::vector<std::string> printed(const ControlRow& row) {
    const RegisterEntry& entry = row.entry;
    return {serial_text(row), name_of(entry),           entry.issued_on ? khmer(*entry.issued_on) : "",
            state_text(row),  positive(entry.reprints), positive(entry.duplicates),
            remarks(row)};
}

void write_rows(spreadsheet::SheetWriter& writer, std::uint32_t& line, const ControlBlock& block) {
    for (const ControlRow& row : block.rows) {
        const RegisterEntry& entry = row.entry;
        writer.text(line, 0, serial_text(row));
        writer.text(line, 1, name_of(entry));
        if (entry.issued_on)
            writer.date(line, 2, *entry.issued_on);
        else
            writer.blank(line, 2);
        writer.text(line, 3, state_text(row), Style::centred);
        writer.number(line, 4, entry.reprints, Style::count);
        writer.number(line, 5, entry.duplicates, Style::count);
        writer.text(line, 6, remarks(row), Style::wrapped);
        ++line;
    }
}

void write_workbook(const std::filesystem::path& path, const ControlSheet& sheet) {
    spreadsheet::WorkbookWriter book(path,
                                     {register_words()["title"], sheet.office_lines.back(), sheet.made_at});
    for (const ControlBlock& block : sheet.blocks) {
        auto& writer = book.add_sheet(
            spreadsheet::sheet_name(fmt::format("{} {} {}", block.office, block.year, block.first)));
        std::uint32_t line = 0;
        for (const std::string& office : sheet.office_lines)
            writer.text(line++, 0, office, Style::plain);
        if (sheet.sample) writer.text(line++, 0, register_words()["sample"], Style::note);
        writer.merge({line, 0, line, 6}, register_words()["title"], Style::title);
        ++line;
        writer.merge({line, 0, line, 6}, block_title(block), Style::subtitle);
        line += 2;
        const std::uint32_t heading = line++;
        std::uint32_t at = 0;
        for (const documents::Column& column : columns())
            writer.text(heading, at++, column.heading, Style::heading);
        write_rows(writer, line, block);
        for (const std::string& sum : sums(block))
            writer.text(++line, 0, sum, Style::plain);
        const std::array<double, 7> widths = {24, 24, 13, 16, 10, 10, 60};
        for (at = 0; at < widths.size(); ++at)
            writer.columns(at, at, widths[at]);
        writer.freeze(heading + 1);
        writer.print({.landscape = true, .repeat = spreadsheet::PrintSetup::Rows{heading, heading}});
    }
    book.publish();
}

} // namespace

documents::Sheet paper_of(const ControlSheet& sheet) {
    documents::Sheet paper;
    paper.orientation = documents::Orientation::landscape;
    paper.office_lines = sheet.office_lines;
    paper.titles = {register_words()["title"]};
    for (const ControlBlock& block : sheet.blocks) {
        documents::Section section{.title = block_title(block), .columns = columns()};
        for (const ControlRow& row : block.rows)
            section.rows.push_back(printed(row));
        section.lines = sums(block);
        paper.sections.push_back(std::move(section));
    }
    const std::vector<std::string> dotted = {register_words()["lunar_date"], register_words()["solar_date"]};
    paper.signatures = {{dotted, register_words()["agreed"], register_words()["head"], ""},
                        {dotted, "", register_words()["prepared"], ""}};
    paper.footer = register_words()["title"];
    paper.sample = sheet.sample;
    return paper;
}

core::Expected<void> write_control_sheet(const std::filesystem::path& path, const ControlSheet& sheet,
                                         const std::vector<std::filesystem::path>& font_folders) {
    if (sheet.blocks.empty()) return core::fail(core::Error{"register.empty"});
    if (path.extension() == ".xlsx") {
        write_workbook(path, sheet);
        return {};
    }
    return documents::write_sheet_paper(path, paper_of(sheet), font_folders, sheet.made_at);
}

} // namespace certificates
