// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack_file.hpp"

#include "programmes/pack_reader.hpp"

#include <algorithm>
#include <set>

namespace programmes {
namespace {

constexpr Range any_mark{0, 100'000};   // up to 1000.00
constexpr Range any_weight{1, 100'000}; // more than nothing
constexpr Range share_of_day{0, 1'000};
constexpr Range days_a_year{0, 366};

Subject read_subject(PackReader& in, const toml::table& table) {
    in.allow_only(table, {"key", "name", "also", "maximum", "weight"});
    Subject subject{in.text(table, "key"), in.wording(table, "name"), in.texts(table, "also")};
    in.need(table, "maximum");
    subject.maximum = in.decimal(table, "maximum", 100, any_weight).value_or(subject.maximum);
    subject.weight = in.decimal(table, "weight", 100, any_weight).value_or(subject.weight);
    return subject;
}

Period read_period(PackReader& in, const toml::table& table) {
    in.allow_only(table, {"key", "name", "mean-of"});
    return {in.text(table, "key"), in.wording(table, "name"), in.texts(table, "mean-of")};
}

Averaging read_averaging(PackReader& in, const toml::table& table) {
    in.allow_only(table, {"divisor", "maximum", "rounding", "decimals", "ranking", "pass-minimum"});
    for (const std::string_view key : {"maximum", "rounding", "decimals", "ranking", "pass-minimum"})
        in.need(table, key);
    Averaging averaging;
    averaging.divisor = in.decimal(table, "divisor", 100, any_weight);
    averaging.maximum = in.decimal(table, "maximum", 100, any_weight).value_or(averaging.maximum);
    averaging.decimals = in.whole(table, "decimals", {1, 2}).value_or(averaging.decimals);
    averaging.pass_minimum =
        in.decimal(table, "pass-minimum", 100, {0, averaging.maximum}).value_or(averaging.pass_minimum);
    if (in.choice(table, "rounding", {"half-up", "truncate"}) == 1U) averaging.rounding = Rounding::truncate;
    if (in.choice(table, "ranking", {"ties-share", "distinct"}) == 1U) averaging.ranking = Ranking::distinct;
    return averaging;
}

GradeBand read_band(PackReader& in, const toml::table& table) {
    in.allow_only(table, {"letter", "minimum", "name"});
    in.need(table, "minimum");
    return {in.text(table, "letter"), in.decimal(table, "minimum", 100, any_mark).value_or(0),
            in.wording(table, "name")};
}

AttendanceRule read_attendance(PackReader& in, const toml::table& table) {
    in.allow_only(table, {"minimum-percent", "late-present", "half-day-present", "minimum-hours",
                          "most-days-with-permission", "most-days-without"});
    for (const std::string_view key : {"minimum-percent", "late-present", "half-day-present"})
        in.need(table, key);
    const auto share = [&](std::string_view key) {
        return static_cast<int>(in.decimal(table, key, 1000, share_of_day).value_or(0));
    };
    return {in.decimal(table, "minimum-percent", 100, {0, 10'000}).value_or(0),
            share("late-present"),
            share("half-day-present"),
            in.whole(table, "minimum-hours", {1, 10'000}),
            in.whole(table, "most-days-with-permission", days_a_year),
            in.whole(table, "most-days-without", days_a_year)};
}

AgeRange read_ages(PackReader& in, const toml::table& table) {
    in.allow_only(table, {"from", "to"});
    const AgeRange ages{in.whole(table, "from", {0, 120}), in.whole(table, "to", {0, 120})};
    if (ages.from && ages.to) in.whole(table, "to", {*ages.from, 120});
    return ages;
}

Unit read_unit(PackReader& in, const toml::table& table) {
    in.allow_only(table, {"key", "name", "subjects", "minimum", "hours", "credits", "cqf-level"});
    in.need(table, "subjects");
    in.need(table, "minimum");
    return {in.text(table, "key"),
            in.wording(table, "name"),
            in.texts(table, "subjects"),
            in.decimal(table, "minimum", 100, any_mark).value_or(0),
            in.whole(table, "hours", {1, 10'000}),
            in.decimal(table, "credits", 100, any_weight),
            in.whole(table, "cqf-level", {1, 8})};
}

Signer read_signer(PackReader& in, const toml::table& table) {
    in.allow_only(table, {"key", "role", "line"});
    return {in.text(table, "key"), in.wording(table, "role"), in.wording(table, "line")};
}

Award read_award(PackReader& in, const toml::table& table) {
    in.allow_only(table, {"units", "choice", "any", "title", "statement", "template", "signer"});
    in.need(table, "units");
    Award award;
    award.units = in.texts(table, "units");
    award.choice = in.texts(table, "choice");
    award.any =
        in.whole(table, "any", {0, static_cast<std::int64_t>(award.choice.size())}).value_or(award.any);
    award.title = in.wording(table, "title");
    award.statement = in.wording(table, "statement");
    award.template_name = in.text(table, "template");
    award.signers = in.items<Signer>(table, "signer", [&](const auto& t) { return read_signer(in, t); });
    return award;
}

template<typename Item>
void check_distinct(PackReader& in, const toml::table& root, std::string_view list,
                    const std::vector<Item>& items) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!seen.insert(items[i].key).second)
            in.fail(core::Error{"pack.repeated"}.with("key", std::string{list}).with("value", items[i].key),
                    *root[list][i].node());
}

// Each of `names` is the key of something that exists.
template<typename Exists>
void check_references(PackReader& in, const toml::node& where, std::string_view key,
                      const std::vector<std::string>& names, Exists exists) {
    for (const std::string& name : names)
        if (!exists(name))
            in.fail(core::Error{"pack.unknown-reference"}.with("key", std::string{key}).with("value", name),
                    where);
}

void check_bands(PackReader& in, const toml::table& root, const std::vector<GradeBand>& bands) {
    const bool falling = std::adjacent_find(bands.begin(), bands.end(), [](const auto& a, const auto& b) {
                             return a.minimum <= b.minimum;
                         }) == bands.end();
    if (!bands.empty() && (!falling || bands.back().minimum != 0)) in.fail({"pack.bands"}, *root.get("band"));
}

// What the parts say about each other. Only called when each part could be read.
void check_whole(PackReader& in, const toml::table& root, const Pack& pack) {
    check_distinct(in, root, "subject", pack.subjects);
    check_distinct(in, root, "period", pack.periods);
    check_distinct(in, root, "unit", pack.units);
    check_distinct(in, root, "level", pack.levels);
    check_bands(in, root, pack.bands);
    for (std::size_t i = 0; i < pack.periods.size(); ++i)
        // Only earlier periods, so that a mean never waits for itself.
        check_references(in, *root["period"][i].node(), "mean-of", pack.periods[i].mean_of,
                         [&](const std::string& key) {
                             const Period* part = find_period(pack, key);
                             return part != nullptr && part < &pack.periods[i];
                         });
    for (std::size_t i = 0; i < pack.units.size(); ++i)
        check_references(in, *root["unit"][i].node(), "subjects", pack.units[i].subjects,
                         [&](const std::string& key) { return find_subject(pack, key) != nullptr; });
    const auto is_unit = [&](const std::string& key) { return find_unit(pack, key) != nullptr; };
    check_references(in, *root.get("award"), "units", pack.award.units, is_unit);
    check_references(in, *root.get("award"), "choice", pack.award.choice, is_unit);
}

Pack read_pack(PackReader& in, const toml::table& root) {
    in.allow_only(root, {"programme", "version", "official", "name", "level", "subject", "period",
                         "averaging", "band", "attendance", "ages", "unit", "award"});
    for (const std::string_view key : {"official", "subject", "period", "band", "unit"})
        in.need(root, key);
    Pack pack;
    pack.programme = in.text(root, "programme");
    pack.version = in.text(root, "version");
    pack.official = in.yes_or_no(root, "official").value_or(false);
    pack.name = in.wording(root, "name");
    pack.levels = in.items<Level>(root, "level", [&](const auto& t) {
        in.allow_only(t, {"key", "name"});
        return Level{in.text(t, "key"), in.wording(t, "name")};
    });
    pack.subjects = in.items<Subject>(root, "subject", [&](const auto& t) { return read_subject(in, t); });
    pack.periods = in.items<Period>(root, "period", [&](const auto& t) { return read_period(in, t); });
    if (const auto* t = in.table(root, "averaging")) pack.averaging = read_averaging(in, *t);
    pack.bands = in.items<GradeBand>(root, "band", [&](const auto& t) { return read_band(in, t); });
    if (const auto* t = in.table(root, "attendance")) pack.attendance = read_attendance(in, *t);
    if (root.contains("ages"))
        if (const auto* t = in.table(root, "ages")) pack.ages = read_ages(in, *t);
    pack.units = in.items<Unit>(root, "unit", [&](const auto& t) { return read_unit(in, t); });
    if (const auto* t = in.table(root, "award")) pack.award = read_award(in, *t);
    return pack;
}

} // namespace

core::Expected<Pack> parse_pack(std::string_view text, std::string file) {
    try {
        const toml::table root = toml::parse(text);
        PackReader in(file);
        Pack pack = read_pack(in, root);
        if (!in.error()) check_whole(in, root, pack);
        if (in.error()) return core::fail(*in.error());
        return pack;
    } catch (const toml::parse_error& error) {
        return core::fail(
            core::Error{"pack.not-toml"}
                .with("reason", std::string{error.description()})
                .at({.file = std::move(file), .row = static_cast<std::int64_t>(error.source().begin.line)}));
    }
}

} // namespace programmes
