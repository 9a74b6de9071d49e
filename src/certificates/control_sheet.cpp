// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/control_sheet.hpp"

#include "certificates/register_chain.hpp"
#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace certificates {
namespace {

constexpr std::string_view select_blocks = R"sql(
SELECT id, office_code, year, first_number, last_number, next_number FROM serial_block
WHERE ?1 IS NULL OR year = ?1 ORDER BY office_code, year, first_number)sql";

constexpr std::string_view select_numbers = R"sql(
SELECT number, id FROM certificate WHERE block_id = ?1 ORDER BY number)sql";

std::string number_text(const ControlBlock& block, std::int64_t number) {
    return fmt::format("{}-{:04}-{:06}", block.office, block.year, number);
}

ControlRow range_of(const ControlBlock& block, ControlRow::Kind kind, std::int64_t first, std::int64_t last) {
    ControlRow row;
    row.kind = kind;
    row.first = number_text(block, first);
    row.last = number_text(block, last);
    row.numbers = last - first + 1;
    return row;
}

ControlRow row_of(const storage::Database& database, const RegisterEntry& entry) {
    ControlRow row;
    row.first = row.last = entry.serial;
    row.entry = entry;
    row.events = events_of(database, entry.id);
    std::erase_if(row.events, [](const Event& event) { return event.verb == "issue"; });
    return row;
}

void count(ControlBlock& block, const RegisterEntry& entry) {
    switch (entry.state) {
    case State::issued:
        ++block.valid;
        break;
    case State::void_:
        ++block.voided;
        break;
    case State::replaced:
        ++block.replaced;
        break;
    case State::reserved:
    case State::spoiled:
    case State::lost:
        ++block.others;
    }
    block.reprints += entry.reprints;
    block.duplicates += entry.duplicates;
}

// The state that the events give a certificate; reprints and duplicates leave it as it is.
State state_after(const std::vector<Event>& events) {
    State state = State::issued;
    for (const Event& event : events) {
        if (event.verb == "void") state = State::void_;
        if (event.verb == "replace") state = State::replaced;
        if (event.verb == "spoil") state = State::spoiled;
        if (event.verb == "lose") state = State::lost;
    }
    return state;
}

core::Error about_numbers(const ControlRow& row) {
    return core::Error{"register.gap"}
        .with("first", row.first)
        .with("last", row.last)
        .with("numbers", std::to_string(row.numbers));
}

} // namespace

ControlSheet load_control_sheet(const storage::Database& database, core::Progress& progress,
                                std::optional<int> year) {
    ControlSheet sheet;
    const office::Office office = office::load_office(database);
    sheet.office_lines = {office::administration_km(office::load_area(database, office)), office.name_km};
    sheet.sample = office.sample;
    sheet.made_at = database.clock().now();
    sheet.altered = register_damage(database, progress);
    std::unordered_map<std::int64_t, RegisterEntry> entries;
    for (RegisterEntry& entry : load_register(database)) {
        const auto id = static_cast<std::int64_t>(entry.id);
        entries.emplace(id, std::move(entry));
    }
    storage::Statement blocks = database.query(select_blocks, year);
    while (blocks.step()) {
        ControlBlock block;
        block.office = blocks.get<std::string>(1);
        block.year = blocks.get<int>(2);
        block.first = blocks.get<std::int64_t>(3);
        block.last = blocks.get<std::int64_t>(4);
        const auto next = blocks.get<std::int64_t>(5);
        block.used = next - block.first;
        block.blank = block.last - next + 1;
        std::int64_t expected = block.first;
        const auto close_gap = [&](std::int64_t before) {
            if (expected >= before) return;
            block.rows.push_back(range_of(block, ControlRow::Kind::gap, expected, before - 1));
            block.missing += block.rows.back().numbers;
        };
        storage::Statement numbers = database.query(select_numbers, blocks.get<std::int64_t>(0));
        while (numbers.step()) {
            close_gap(numbers.get<std::int64_t>(0));
            block.rows.push_back(row_of(database, entries.at(numbers.get<std::int64_t>(1))));
            count(block, block.rows.back().entry);
            expected = numbers.get<std::int64_t>(0) + 1;
        }
        close_gap(next);
        if (block.blank > 0) block.rows.push_back(range_of(block, ControlRow::Kind::blank, next, block.last));
        sheet.blocks.push_back(std::move(block));
    }
    return sheet;
}

std::vector<core::Error> findings_of(const ControlSheet& sheet) {
    std::vector<core::Error> findings;
    for (const ControlBlock& block : sheet.blocks)
        for (const ControlRow& row : block.rows) {
            if (row.kind == ControlRow::Kind::gap) findings.push_back(about_numbers(row));
            if (row.kind != ControlRow::Kind::entry || state_after(row.events) == row.entry.state) continue;
            findings.push_back(core::Error{"register.state"}
                                   .with("serial", row.entry.serial)
                                   .with("state", std::string{to_text(row.entry.state)})
                                   .with("last", std::string{to_text(state_after(row.events))}));
        }
    // A state says more by itself.
    const auto told = [&](const core::Error& finding) {
        return finding.fact("serial") == sheet.altered->fact("serial");
    };
    if (sheet.altered && std::none_of(findings.begin(), findings.end(), told))
        findings.insert(findings.begin(), *sheet.altered);
    return findings;
}

} // namespace certificates
