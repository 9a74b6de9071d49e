// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/attributes.hpp"

#include "returns/return_words.hpp"

#include <algorithm>

namespace returns {
namespace {

std::string_view& at(Attributes& attributes, Attribute which) {
    return attributes.at(static_cast<std::size_t>(which));
}

// Whoever was here before the period is not new, whatever other class they joined.
bool is_new(std::span<const Stint* const> person, const ReturnPeriod& period) {
    return std::all_of(person.begin(), person.end(),
                       [&](const Stint* stint) { return stint->first_day >= period.first_day(); });
}

// The stint that ended last, when all of them ended within the period.
const Stint* left(std::span<const Stint* const> person, const ReturnPeriod& period) {
    const Stint* latest = nullptr;
    for (const Stint* stint : person) {
        if (!stint->last_day || *stint->last_day > period.last_day()) return nullptr;
        if (latest == nullptr || *stint->last_day >= *latest->last_day) latest = stint;
    }
    return latest;
}

// Of the class that ended last.
const Stint* with_result(std::span<const Stint* const> person) {
    const Stint* latest = nullptr;
    for (const Stint* stint : person)
        if (stint->verdict && (latest == nullptr || stint->ended >= latest->ended)) latest = stint;
    return latest;
}

std::string_view site_text(const std::optional<institutions::Site>& site) {
    return site ? institutions::to_text(*site) : "none";
}

void describe(Attributes& known, const Stint& who, const Facts& facts) {
    at(known, Attribute::age) = "unknown";
    if (who.age_band) at(known, Attribute::age) = facts.layout.bands.at(*who.age_band).key;
    at(known, Attribute::disability) = !who.disability ? "not-asked" : *who.disability ? "yes" : "no";
    at(known, Attribute::equity) = !who.equity                                       ? "none"
                                   : *who.equity == learners::EquityLevel::very_poor ? "1"
                                                                                     : "2";
    at(known, Attribute::ethnicity) = "not-stated";
    if (who.ethnicity) at(known, Attribute::ethnicity) = facts.ethnicities.at(*who.ethnicity);
}

void add_result(Attributes& known, const Stint* result, const Facts& facts) {
    at(known, Attribute::result) = result == nullptr ? "none" : assessment::to_text(*result->verdict);
    const std::string_view standing =
        result == nullptr ? std::string_view{} : assessment::to_text(result->standing);
    at(known, Attribute::standing) = standing.empty() ? "none" : standing;
    at(known, Attribute::grade) = "none";
    if (result != nullptr && result->grade) at(known, Attribute::grade) = facts.letters.at(*result->grade);
}

} // namespace

Attributes attributes_of(std::span<const Stint* const> person, const Facts& facts) {
    Attributes known = attributes_of(facts.classes.at(person.front()->class_at));
    at(known, Attribute::entry) = is_new(person, facts.period) ? "new" : "at-start";
    const Stint* last = left(person, facts.period);
    at(known, Attribute::exit) = last != nullptr ? "left" : "at-end";
    at(known, Attribute::reason) = last != nullptr && last->reason ? classes::to_text(*last->reason) : "none";
    describe(known, *person.front(), facts);
    add_result(known, with_result(person), facts);
    const bool awarded =
        std::any_of(person.begin(), person.end(), [](const Stint* stint) { return stint->awarded; });
    at(known, Attribute::award) = awarded ? "yes" : "no";
    return known;
}

Attributes attributes_of(const ClassFacts& one) {
    Attributes known{};
    at(known, Attribute::kind) = institutions::to_text(one.kind);
    at(known, Attribute::site) = site_text(one.site);
    return known;
}

Attributes attributes_of(const EducatorFacts& one, const ClassFacts& teaches) {
    Attributes known = attributes_of(teaches);
    at(known, Attribute::contract) = staff::to_text(one.contract);
    return known;
}

bool holds(const std::vector<Condition>& where, const Attributes& attributes) {
    return std::all_of(where.begin(), where.end(), [&](const Condition& one) {
        const std::string_view value = attributes.at(static_cast<std::size_t>(one.of));
        return std::find(one.among.begin(), one.among.end(), value) != one.among.end();
    });
}

std::vector<Value> values_of(Attribute attribute, const Facts& facts) {
    std::vector<Value> values;
    switch (attribute) {
    case Attribute::age:
        for (const AgeBand& band : facts.layout.bands)
            values.push_back({band.key, band.name});
        values.push_back({"unknown", words::wording(words::age_unknown)});
        return values;
    case Attribute::ethnicity:
        for (const std::string& one : facts.ethnicities)
            values.push_back({one, {one, one}});
        std::sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return a.key < b.key; });
        values.push_back({"not-stated", words::wording(words::not_stated)});
        return values;
    case Attribute::grade:
        for (const std::string& letter : facts.letters)
            values.push_back({letter, words::grade(letter)});
        return values;
    default:
        return words::fixed_values(attribute);
    }
}

} // namespace returns
