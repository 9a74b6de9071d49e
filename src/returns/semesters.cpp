// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/semesters.hpp"

#include "core/resource.hpp"
#include "office/tab_lines.hpp"

#include <charconv>
#include <optional>
#include <stdexcept>

namespace returns {

// Made by the build.
std::string_view resource(std::string_view path);

namespace {

constexpr int months_of_a_year = 12;

std::optional<int> months_in(std::string_view text) {
    int months = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), months);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (months < 1 || months >= months_of_a_year) return std::nullopt;
    return months;
}

} // namespace

int SemesterRules::months_of_first(core::SchoolYear year) const {
    int months = rules.front().months_of_first;
    for (const SemesterRule& rule : rules)
        if (rule.since <= year) months = rule.months_of_first;
    return months;
}

core::Expected<SemesterRules> parse_semesters(std::string_view text) {
    SemesterRules read;
    std::string source;
    std::optional<core::Error> error;
    const auto fail = [&](std::int64_t row, const char* reason) {
        if (!error) error = core::Error{"semesters.unreadable"}.with("reason", reason).at({.row = row});
    };
    office::each_line(text, [&](std::int64_t row, std::string_view line) {
        const office::Fields fields = office::fields_of(line);
        if (fields.size() != 2) return fail(row, "not two fields");
        if (fields[0] == "version") return void(read.version = fields[1]);
        if (fields[0] == "source") return void(source = fields[1]);
        const auto since = core::SchoolYear::from_text(fields[0]);
        const auto months = months_in(fields[1]);
        if (!since || !months) return fail(row, "no school year with a number of months");
        if (source.empty()) return fail(row, "a rule without a source");
        if (!read.rules.empty() && read.rules.back().since >= *since) return fail(row, "out of order");
        read.rules.push_back({*since, *months, source});
    });
    if (!error && read.rules.empty()) fail(1, "no rule");
    if (error) return core::fail(*error);
    return read;
}

const SemesterRules& shipped_semesters() {
    static const SemesterRules rules = [] {
        auto read = parse_semesters(resource("calendar/semesters.txt"));
        if (!read) throw std::logic_error("the shipped semesters cannot be read");
        return *std::move(read);
    }();
    return rules;
}

} // namespace returns
