// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/control_sheet.hpp"

#include "certificates/double_use.hpp"
#include "certificates/register_chain.hpp"
#include "institutions/institution_store.hpp"
#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace certificates {
namespace {

constexpr std::string_view select_numbers = R"sql(
SELECT number, id FROM certificate WHERE block_id = ?1 ORDER BY number)sql";

ControlRow range_of(const ControlBlock& block, ControlRow::Kind kind, std::int64_t first, std::int64_t last) {
    ControlRow row;
    row.kind = kind;
    row.first = number_text(block.office, block.year, first);
    row.last = number_text(block.office, block.year, last);
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
    case State::spoiled:
        ++block.spoiled;
        break;
    case State::lost:
        ++block.lost;
        break;
    case State::reserved:
        ++block.reserved;
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

// Adds the numbers [from, before) of which the register holds no entry.
void add_range(ControlBlock& block, ControlRow::Kind kind, std::int64_t from, std::int64_t before,
               std::string_view holder = {}) {
    if (from >= before) return;
    using Kind = ControlRow::Kind;
    block.rows.push_back(range_of(block, kind, from, before - 1));
    block.rows.back().holder = holder;
    std::int64_t& sum = kind == Kind::gap        ? block.missing
                        : kind == Kind::reserved ? block.reserved
                        : kind == Kind::closed   ? block.closed
                        : kind == Kind::lost     ? block.lost
                                                 : block.blank;
    sum += before - from;
}

ControlBlock control_block(const storage::Database& database, const SerialBlock& numbers,
                           const std::unordered_map<std::int64_t, RegisterEntry>& entries) {
    using Kind = ControlRow::Kind;
    ControlBlock block;
    block.office = numbers.office;
    block.year = numbers.year;
    block.first = numbers.first;
    block.last = numbers.last;
    block.origin = numbers.origin;
    std::string holder;
    if (numbers.held_by) holder = institutions::load_institution(database, *numbers.held_by).name_km;
    const Kind unused = numbers.held_by                        ? Kind::reserved
                        : lost_by_restoring(database, numbers) ? Kind::lost
                        : numbers.closed_at                    ? Kind::closed
                                                               : Kind::blank;
    std::int64_t from = numbers.first;
    const auto fill_until = [&](std::int64_t before) {
        add_range(block, Kind::gap, from, std::min(before, numbers.next));
        add_range(block, unused, std::max(from, numbers.next), before, holder);
    };
    storage::Statement rows = database.query(select_numbers, numbers.id);
    while (rows.step()) {
        fill_until(rows.get<std::int64_t>(0));
        block.rows.push_back(row_of(database, entries.at(rows.get<std::int64_t>(1))));
        count(block, block.rows.back().entry);
        from = rows.get<std::int64_t>(0) + 1;
    }
    fill_until(numbers.last + 1);
    return block;
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
    sheet.used_twice = used_twice(database);
    std::unordered_map<std::int64_t, RegisterEntry> entries;
    for (RegisterEntry& entry : load_register(database)) {
        const auto id = static_cast<std::int64_t>(entry.id);
        entries.emplace(id, std::move(entry));
    }
    for (const SerialBlock& numbers : load_blocks(database))
        if (!year || numbers.year == *year) sheet.blocks.push_back(control_block(database, numbers, entries));
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
        return !finding.fact("serial").empty() && finding.fact("serial") == sheet.altered->fact("serial");
    };
    if (sheet.altered && std::none_of(findings.begin(), findings.end(), told))
        findings.insert(findings.begin(), *sheet.altered);
    findings.insert(findings.end(), sheet.used_twice.begin(), sheet.used_twice.end());
    return findings;
}

} // namespace certificates
