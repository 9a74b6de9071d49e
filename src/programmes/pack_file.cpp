// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack_file.hpp"

#include "programmes/toml_reader.hpp"

#include <algorithm>
#include <set>

namespace programmes {
namespace {

constexpr TomlCodes codes{"pack.missing", "pack.unknown-key", "pack.wrong-type", "pack.out-of-range"};

constexpr Range any_mark{0, 100'000};   // up to 1000.00
constexpr Range any_weight{1, 100'000}; // more than nothing
constexpr Range share_of_day{0, 1'000};
constexpr Range days_a_year{0, 366};

Subject read_subject(TomlReader& in, const toml::table& table) {
    in.allow_only(table, {"key", "name", "also", "maximum", "weight"});
    Subject subject{in.text(table, "key"), in.wording(table, "name"), in.texts(table, "also")};
    in.need(table, "maximum");
    subject.maximum = in.decimal(table, "maximum", 100, any_weight).value_or(subject.maximum);
    subject.weight = in.decimal(table, "weight", 100, any_weight).value_or(subject.weight);
    return subject;
}

Level read_level(TomlReader& in, const toml::table& table) {
    in.allow_only(table, {"key", "name", "divisor", "without", "maxima"});
    return {in.text(table, "key"), in.wording(table, "name"), in.decimal(table, "divisor", 100, any_weight),
            in.texts(table, "without"), in.decimals_by_key(table, "maxima", 100, any_weight)};
}

Period read_period(TomlReader& in, const toml::table& table) {
    in.allow_only(table, {"key", "name", "mean-of", "weights"});
    Period period{in.text(table, "key"), in.wording(table, "name"), in.texts(table, "mean-of"),
                  in.decimals(table, "weights", 100, any_weight)};
    if (!period.weights.empty() && period.weights.size() != period.mean_of.size())
        in.fail(core::Error{"pack.weights"}
                    .with("key", "weights")
                    .with("value", std::to_string(period.weights.size()))
                    .with("needs", std::to_string(period.mean_of.size())),
                *table.get("weights"));
    return period;
}

Averaging read_averaging(TomlReader& in, const toml::table& table) {
    in.allow_only(table, {"divisor", "maximum", "rounding", "decimals", "ranking", "pass-minimum", "parts",
                          "mark-step"});
    for (const std::string_view key : {"maximum", "rounding", "decimals", "ranking", "pass-minimum"})
        in.need(table, key);
    Averaging averaging;
    averaging.divisor = in.decimal(table, "divisor", 100, any_weight);
    averaging.maximum = in.decimal(table, "maximum", 100, any_weight).value_or(averaging.maximum);
    averaging.decimals = in.whole(table, "decimals", {0, 2}).value_or(averaging.decimals);
    averaging.pass_minimum =
        in.decimal(table, "pass-minimum", 100, {0, averaging.maximum}).value_or(averaging.pass_minimum);
    if (in.choice(table, "rounding", {"half-up", "truncate"}) == 1U) averaging.rounding = Rounding::truncate;
    if (in.choice(table, "ranking", {"ties-share", "distinct"}) == 1U) averaging.ranking = Ranking::distinct;
    if (in.choice(table, "parts", {"exact", "printed"}) == 1U) averaging.parts = Parts::printed;
    averaging.mark_step = in.decimal(table, "mark-step", 100, {1, 100}).value_or(averaging.mark_step);
    return averaging;
}

GradeBand read_band(TomlReader& in, const toml::table& table) {
    in.allow_only(table, {"letter", "minimum", "name"});
    in.need(table, "minimum");
    return {in.text(table, "letter"), in.decimal(table, "minimum", 100, any_mark).value_or(0),
            in.wording(table, "name")};
}

AttendanceRule read_attendance(TomlReader& in, const toml::table& table) {
    in.allow_only(table, {"minimum-percent", "late-present", "half-day-present", "minimum-hours",
                          "most-days-with-permission", "most-days-without", "repeats-past"});
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
            in.whole(table, "most-days-without", days_a_year),
            in.yes_or_no(table, "repeats-past").value_or(false)};
}

Retest read_retest(TomlReader& in, const toml::table& table, Hundredths pass_minimum) {
    in.allow_only(table, {"period", "minimum", "effect"});
    in.need(table, "minimum");
    in.need(table, "effect");
    Retest retest{in.text(table, "period"), in.decimal(table, "minimum", 100, {0, pass_minimum}).value_or(0)};
    if (in.choice(table, "effect", {"passes", "replaces"}) == 1U) retest.effect = Retest::Effect::replaces;
    return retest;
}

Promotion read_promotion(TomlReader& in, const toml::table& table) {
    in.allow_only(table, {"absent-without-leave", "absent-with-leave"});
    return {in.whole(table, "absent-without-leave", {0, 366}),
            in.whole(table, "absent-with-leave", {0, 366})};
}

AbsencePenalty read_absence_penalty(TomlReader& in, const toml::table& table) {
    in.allow_only(table, {"cut", "free-days", "counts"});
    in.need(table, "cut");
    AbsencePenalty penalty{in.decimal(table, "cut", 100, any_weight).value_or(0),
                           in.whole(table, "free-days", {0, 366}).value_or(0)};
    penalty.with_leave_too = in.choice(table, "counts", {"without-leave", "all"}) == 1U;
    return penalty;
}

AgeRange read_ages(TomlReader& in, const toml::table& table) {
    in.allow_only(table, {"from", "to"});
    const AgeRange ages{in.whole(table, "from", {0, 120}), in.whole(table, "to", {0, 120})};
    if (ages.from && ages.to) in.whole(table, "to", {*ages.from, 120});
    return ages;
}

Unit read_unit(TomlReader& in, const toml::table& table) {
    in.allow_only(table, {"key", "name", "subjects", "minimum", "hours", "credits", "cqf-level"});
    if (table.contains("subjects")) in.need(table, "minimum");
    return {in.text(table, "key"),
            in.wording(table, "name"),
            in.texts(table, "subjects"),
            in.decimal(table, "minimum", 100, any_mark).value_or(0),
            in.whole(table, "hours", {1, 10'000}),
            in.decimal(table, "credits", 100, any_weight),
            in.whole(table, "cqf-level", {1, 8})};
}

Signer read_signer(TomlReader& in, const toml::table& table) {
    in.allow_only(table, {"key", "role", "line"});
    return {in.text(table, "key"), in.wording(table, "role"), in.wording(table, "line")};
}

Award read_award(TomlReader& in, const toml::table& table) {
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
void check_distinct(TomlReader& in, const toml::table& root, std::string_view list,
                    const std::vector<Item>& items) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!seen.insert(items[i].key).second)
            in.fail(core::Error{"pack.repeated"}.with("key", std::string{list}).with("value", items[i].key),
                    *root[list][i].node());
}

// Each of `names` is the key of something that exists.
template<typename Exists>
void check_references(TomlReader& in, const toml::node& where, std::string_view key,
                      const std::vector<std::string>& names, Exists exists) {
    for (const std::string& name : names)
        if (!exists(name))
            in.fail(core::Error{"pack.unknown-reference"}.with("key", std::string{key}).with("value", name),
                    where);
}

void check_bands(TomlReader& in, const toml::table& root, const std::vector<GradeBand>& bands) {
    const bool falling = std::adjacent_find(bands.begin(), bands.end(), [](const auto& a, const auto& b) {
                             return a.minimum <= b.minimum;
                         }) == bands.end();
    if (!bands.empty() && (!falling || bands.back().minimum != 0)) in.fail({"pack.bands"}, *root.get("band"));
}

void check_periods(TomlReader& in, const toml::table& root, const Pack& pack) {
    for (std::size_t i = 0; i < pack.periods.size(); ++i)
        // Only earlier periods, so that a mean never waits for itself; a retest stands in no mean.
        check_references(in, *root["period"][i].node(), "mean-of", pack.periods[i].mean_of,
                         [&](const std::string& key) {
                             const Period* part = find_period(pack, key);
                             return part != nullptr && part < &pack.periods[i] && !is_retest(pack, key);
                         });
    if (!pack.retest) return;
    const Period* retest = find_period(pack, pack.retest->period);
    // Something else must give the average that failed.
    if (retest == nullptr || !retest->takes_marks() || pack.periods.size() < 2)
        in.fail(
            core::Error{"pack.unknown-reference"}.with("key", "period").with("value", pack.retest->period),
            *root.get("retest"));
}

// What a level leaves out or marks otherwise is a subject.
void check_levels(TomlReader& in, const toml::table& root, const Pack& pack) {
    const auto is_subject = [&](const std::string& key) { return find_subject(pack, key) != nullptr; };
    for (std::size_t i = 0; i < pack.levels.size(); ++i) {
        const toml::node& where = *root["level"][i].node();
        const Level& level = pack.levels[i];
        check_references(in, where, "without", level.without, is_subject);
        std::vector<std::string> marked;
        for (const auto& [subject, maximum] : level.maxima)
            marked.push_back(subject);
        check_references(in, where, "maxima", marked, is_subject);
        if (pack.takes_marks() && !at_level(pack, level.key).takes_marks())
            in.fail(core::Error{"pack.missing"}.with("key", "subject"), where);
    }
}

// Absence that makes a learner repeat: of a programme that says who repeats, and with a limit in one place.
void check_repeating(TomlReader& in, const toml::table& root, const Pack& pack) {
    if (!pack.attendance.repeats_past) return;
    const toml::table& rule = *root["attendance"].as_table();
    in.need(root, "promotion");
    if (!pack.attendance.most_absent && !pack.attendance.most_permission) in.need(rule, "most-days-without");
    if (pack.promotion && *pack.promotion != Promotion{})
        in.fail(core::Error{"pack.limits-twice"}.with("key", "repeats-past"), *rule.get("repeats-past"));
}

// What the parts say about each other. Only called when each part could be read.
void check_whole(TomlReader& in, const toml::table& root, const Pack& pack) {
    check_distinct(in, root, "subject", pack.subjects);
    check_distinct(in, root, "period", pack.periods);
    check_distinct(in, root, "unit", pack.units);
    check_distinct(in, root, "level", pack.levels);
    check_bands(in, root, pack.bands);
    check_repeating(in, root, pack);
    check_periods(in, root, pack);
    check_levels(in, root, pack);
    for (std::size_t i = 0; i < pack.units.size(); ++i) {
        // A unit of marks names its subjects; of a programme without marks it has none.
        if (pack.takes_marks()) in.need(*root["unit"][i].as_table(), "subjects");
        check_references(in, *root["unit"][i].node(), "subjects", pack.units[i].subjects,
                         [&](const std::string& key) { return find_subject(pack, key) != nullptr; });
    }
    if (!root.contains("award")) return;
    const auto is_unit = [&](const std::string& key) { return find_unit(pack, key) != nullptr; };
    check_references(in, *root.get("award"), "units", pack.award.units, is_unit);
    check_references(in, *root.get("award"), "choice", pack.award.choice, is_unit);
}

Pack read_pack(TomlReader& in, const toml::table& root) {
    in.allow_only(root,
                  {"programme", "version", "official", "name", "level", "subject", "period", "averaging",
                   "band", "attendance", "ages", "unit", "award", "retest", "promotion", "absence-penalty"});
    in.need(root, "official");
    in.need(root, "period");
    if (root.contains("subject")) {
        in.need(root, "averaging");
        in.need(root, "band");
    }
    if (root.contains("award")) in.need(root, "unit");
    Pack pack;
    pack.programme = in.text(root, "programme");
    pack.version = in.text(root, "version");
    pack.official = in.yes_or_no(root, "official").value_or(false);
    pack.name = in.wording(root, "name");
    pack.levels = in.items<Level>(root, "level", [&](const auto& t) { return read_level(in, t); });
    pack.subjects = in.items<Subject>(root, "subject", [&](const auto& t) { return read_subject(in, t); });
    pack.periods = in.items<Period>(root, "period", [&](const auto& t) { return read_period(in, t); });
    if (const auto* t = in.find_table(root, "averaging")) pack.averaging = read_averaging(in, *t);
    pack.bands = in.items<GradeBand>(root, "band", [&](const auto& t) { return read_band(in, t); });
    if (const auto* t = in.table(root, "attendance")) pack.attendance = read_attendance(in, *t);
    if (const auto* t = in.find_table(root, "ages")) pack.ages = read_ages(in, *t);
    if (const auto* t = in.find_table(root, "retest"))
        pack.retest = read_retest(in, *t, pack.averaging.pass_minimum);
    if (const auto* t = in.find_table(root, "promotion")) pack.promotion = read_promotion(in, *t);
    if (const auto* t = in.find_table(root, "absence-penalty"))
        pack.absence_penalty = read_absence_penalty(in, *t);
    pack.units = in.items<Unit>(root, "unit", [&](const auto& t) { return read_unit(in, t); });
    if (const auto* t = in.find_table(root, "award")) pack.award = read_award(in, *t);
    return pack;
}

} // namespace

core::Expected<Pack> parse_pack(std::string_view text, std::string file) {
    try {
        const toml::table root = toml::parse(text);
        TomlReader in(file, codes);
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
