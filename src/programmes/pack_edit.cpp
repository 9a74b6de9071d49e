// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack_edit.hpp"

#include "programmes/pack_file.hpp"

#include <algorithm>

namespace programmes {
namespace {

void drop(std::vector<std::string>& list, const std::string& key) {
    std::erase(list, key);
}

// A key that nothing of the list has: it stands in rows of the office file and is never shown.
template<typename Item>
std::string new_key(const std::vector<Item>& items, std::string_view word) {
    for (std::size_t number = items.size() + 1;; ++number) {
        std::string key = std::string{word} + "-" + std::to_string(number);
        if (std::none_of(items.begin(), items.end(), [&](const Item& one) { return one.key == key; }))
            return key;
    }
}

// A part without its weight: the others keep theirs.
void drop_part(Period& period, const std::string& part) {
    const auto found = std::find(period.mean_of.begin(), period.mean_of.end(), part);
    if (found == period.mean_of.end()) return;
    if (!period.weights.empty())
        period.weights.erase(period.weights.begin() + (found - period.mean_of.begin()));
    period.mean_of.erase(found);
}

bool has(const std::vector<std::string>& list, const std::string& key) {
    return std::find(list.begin(), list.end(), key) != list.end();
}

// The table in which a line of the file stands: its name, and how many of that name are above it; and the
// value.
void place_fault(PackFault& fault, std::string_view toml, std::int64_t row) {
    std::string_view rest = toml;
    std::string_view value;
    for (std::int64_t line = 1; line <= row && !rest.empty(); ++line) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string_view text = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        value = text.substr(0, std::min(text.find(" = "), text.size()));
        if (!text.starts_with('[')) continue;
        const bool item = text.starts_with("[[");
        text = text.substr(item ? 2 : 1);
        text = text.substr(0, text.find(']'));
        fault.item = item && fault.part == text ? fault.item + 1 : 0;
        fault.part = text;
        value = {};
    }
    // A wording is one line with two values.
    fault.field = fault.error.fact("key");
    if (!value.empty() && !fault.field.empty() && value != fault.field)
        fault.field = std::string{value} + "." + fault.field;
}

} // namespace

void keep_limits_in_one_place(Pack& pack) {
    if (!pack.promotion || *pack.promotion == Promotion{}) return;
    pack.attendance.most_absent = pack.promotion->absent_without_leave;
    pack.attendance.most_permission = pack.promotion->absent_with_leave;
    pack.attendance.repeats_past = true;
    *pack.promotion = {};
}

void remove_subject(Pack& pack, std::size_t at) {
    const std::string key = pack.subjects.at(at).key;
    pack.subjects.erase(pack.subjects.begin() + static_cast<std::ptrdiff_t>(at));
    for (Level& level : pack.levels) {
        drop(level.without, key);
        level.maxima.erase(key);
    }
    for (Unit& unit : pack.units)
        drop(unit.subjects, key);
    if (pack.takes_marks()) return;
    pack.averaging = {};
    pack.bands.clear();
    pack.retest.reset();
    pack.absence_penalty.reset();
}

void add_subject(Pack& pack) {
    if (!pack.takes_marks())
        pack.bands = {{"P", pack.averaging.pass_minimum, {"ជាប់", "Pass"}}, {"F", 0, {"ធ្លាក់", "Fail"}}};
    pack.subjects.push_back({new_key(pack.subjects, "subject"), {}});
}

void remove_period(Pack& pack, std::size_t at) {
    const std::string key = pack.periods.at(at).key;
    pack.periods.erase(pack.periods.begin() + static_cast<std::ptrdiff_t>(at));
    for (Period& period : pack.periods)
        drop_part(period, key);
    if (is_retest(pack, key)) pack.retest.reset();
}

void add_period(Pack& pack) {
    pack.periods.push_back({new_key(pack.periods, "PERIOD"), {}});
}

void remove_level(Pack& pack, std::size_t at) {
    pack.levels.erase(pack.levels.begin() + static_cast<std::ptrdiff_t>(at));
}

void add_level(Pack& pack) {
    pack.levels.push_back({new_key(pack.levels, "level"), {}});
}

void remove_unit(Pack& pack, std::size_t at) {
    const std::string key = pack.units.at(at).key;
    pack.units.erase(pack.units.begin() + static_cast<std::ptrdiff_t>(at));
    drop(pack.award.units, key);
    drop(pack.award.choice, key);
    pack.award.any = std::min(pack.award.any, static_cast<int>(pack.award.choice.size()));
    if (pack.units.empty()) pack.award = {};
}

void add_unit(Pack& pack) {
    Unit unit{new_key(pack.units, "unit"), {}, {}};
    unit.minimum = pack.takes_marks() ? pack.averaging.pass_minimum : 0;
    pack.units.push_back(std::move(unit));
}

void remove_signer(Pack& pack, std::size_t at) {
    pack.award.signers.erase(pack.award.signers.begin() + static_cast<std::ptrdiff_t>(at));
}

void add_signer(Pack& pack) {
    pack.award.signers.push_back({new_key(pack.award.signers, "signer"), {}, {}});
}

void remove_band(Pack& pack, std::size_t at) {
    pack.bands.erase(pack.bands.begin() + static_cast<std::ptrdiff_t>(at));
    if (!pack.bands.empty()) pack.bands.back().minimum = 0;
}

void add_band(Pack& pack) {
    if (pack.bands.empty()) {
        pack.bands.push_back({});
        return;
    }
    const std::size_t last = pack.bands.size() - 1;
    const Hundredths above = last == 0 ? pack.averaging.maximum : pack.bands[last - 1].minimum;
    pack.bands.insert(pack.bands.begin() + static_cast<std::ptrdiff_t>(last), {{}, above / 2, {}});
}

void teach(Level& level, const std::string& subject, bool taught) {
    drop(level.without, subject);
    if (taught) return;
    level.without.push_back(subject);
    level.maxima.erase(subject);
}

void mark_out_of(Level& level, const std::string& subject, std::optional<Hundredths> maximum) {
    level.maxima.erase(subject);
    if (maximum) level.maxima.emplace(subject, *maximum);
}

Hundredths share_of(const Period& period, const std::string& part) {
    const auto found = std::find(period.mean_of.begin(), period.mean_of.end(), part);
    if (found == period.mean_of.end()) return 0;
    if (period.weights.empty()) return 100;
    return period.weights.at(static_cast<std::size_t>(found - period.mean_of.begin()));
}

void count_in(const Pack& pack, Period& period, const std::string& part, Hundredths weight) {
    std::vector<std::string> parts;
    std::vector<Hundredths> weights;
    for (const Period& earlier : pack.periods) {
        if (earlier.key == period.key) break;
        const Hundredths share = earlier.key == part ? weight : share_of(period, earlier.key);
        if (share <= 0) continue;
        parts.push_back(earlier.key);
        weights.push_back(share);
    }
    const bool plain = std::all_of(weights.begin(), weights.end(), [](Hundredths one) { return one == 100; });
    period.mean_of = std::move(parts);
    period.weights = plain ? std::vector<Hundredths>{} : std::move(weights);
}

UnitUse use_of(const Award& award, const std::string& unit) {
    if (has(award.units, unit)) return UnitUse::needed;
    return has(award.choice, unit) ? UnitUse::chosen : UnitUse::none;
}

void use_unit(const Pack& pack, Award& award, const std::string& unit, UnitUse use) {
    const Award was = award;
    award.units.clear();
    award.choice.clear();
    for (const Unit& one : pack.units) {
        const UnitUse now = one.key == unit ? use : use_of(was, one.key);
        if (now == UnitUse::needed) award.units.push_back(one.key);
        if (now == UnitUse::chosen) award.choice.push_back(one.key);
    }
    award.any = std::min(award.any, static_cast<int>(award.choice.size()));
}

std::optional<PackFault> find_fault(const Pack& pack) {
    const std::string toml = write_pack(pack, {});
    const auto parsed = parse_pack(toml, {});
    if (parsed) return std::nullopt;
    PackFault fault{parsed.error()};
    place_fault(fault, toml, fault.error.place.row.value_or(0));
    fault.error.place = {};
    return fault;
}

} // namespace programmes
