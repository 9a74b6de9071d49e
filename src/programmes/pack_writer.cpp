// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ratio.hpp"
#include "programmes/pack_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace programmes {
namespace {

std::string toml_string(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            result.append("\\").append(1, c);
        else if (byte < 0x20 || byte == 0x7F)
            result += fmt::format("\\u{:04X}", byte);
        else
            result += c;
    }
    return result + "\"";
}

std::string decimal(std::int64_t value, int decimals = 2) {
    return toml_string(core::format_decimal(value, decimals));
}

std::string texts(const std::vector<std::string>& list) {
    std::string result;
    for (const std::string& one : list)
        result += (result.empty() ? "" : ", ") + toml_string(one);
    return "[" + result + "]";
}

class Writer {
  public:
    std::string text;

    void table(std::string_view name) { text += fmt::format("\n[{}]\n", name); }
    void item(std::string_view name) { text += fmt::format("\n[[{}]]\n", name); }
    void put(std::string_view key, const std::string& value) { text += fmt::format("{} = {}\n", key, value); }
    void put(std::string_view key, const Wording& words) {
        put(key, fmt::format("{{ km = {}, en = {} }}", toml_string(words.km), toml_string(words.en)));
    }
    void put_unless_empty(std::string_view key, const std::vector<std::string>& list) {
        if (!list.empty()) put(key, texts(list));
    }
    void put_decimal(std::string_view key, const std::optional<std::int64_t>& value) {
        if (value) put(key, decimal(*value));
    }
    void put_whole(std::string_view key, const std::optional<int>& value) {
        if (value) put(key, std::to_string(*value));
    }
    void put_name(const std::string& key, const Wording& name) {
        put("key", toml_string(key));
        put("name", name);
    }
};

void write_levels(Writer& out, const Pack& pack) {
    for (const Level& level : pack.levels) {
        out.item("level");
        out.put_name(level.key, level.name);
        out.put_decimal("divisor", level.divisor);
        out.put_unless_empty("without", level.without);
        if (level.maxima.empty()) continue;
        std::string maxima;
        for (const auto& [subject, maximum] : level.maxima)
            maxima +=
                fmt::format("{}{} = {}", maxima.empty() ? "" : ", ", toml_string(subject), decimal(maximum));
        out.put("maxima", "{ " + maxima + " }");
    }
}

void write_subjects(Writer& out, const Pack& pack) {
    for (const Subject& subject : pack.subjects) {
        out.item("subject");
        out.put_name(subject.key, subject.name);
        out.put_unless_empty("also", subject.synonyms);
        out.put("maximum", decimal(subject.maximum));
        out.put("weight", decimal(subject.weight));
    }
}

void write_periods(Writer& out, const Pack& pack) {
    for (const Period& period : pack.periods) {
        out.item("period");
        out.put_name(period.key, period.name);
        out.put_unless_empty("mean-of", period.mean_of);
        std::string weights;
        for (const Hundredths weight : period.weights)
            weights += (weights.empty() ? "" : ", ") + decimal(weight);
        if (!weights.empty()) out.put("weights", "[" + weights + "]");
    }
}

void write_averaging(Writer& out, const Averaging& averaging) {
    out.table("averaging");
    out.put_decimal("divisor", averaging.divisor);
    out.put("maximum", decimal(averaging.maximum));
    out.put("rounding", toml_string(averaging.rounding == Rounding::half_up ? "half-up" : "truncate"));
    out.put("decimals", std::to_string(averaging.decimals));
    out.put("ranking", toml_string(averaging.ranking == Ranking::ties_share ? "ties-share" : "distinct"));
    out.put("pass-minimum", decimal(averaging.pass_minimum));
    out.put("parts", toml_string(averaging.parts == Parts::exact ? "exact" : "printed"));
    out.put("mark-step", decimal(averaging.mark_step));
}

void write_bands(Writer& out, const Pack& pack) {
    for (const GradeBand& band : pack.bands) {
        out.item("band");
        out.put("letter", toml_string(band.letter));
        out.put("minimum", decimal(band.minimum));
        out.put("name", band.name);
    }
}

void write_rules(Writer& out, const Pack& pack) {
    if (pack.retest) {
        out.table("retest");
        out.put("period", toml_string(pack.retest->period));
        out.put("minimum", decimal(pack.retest->minimum));
        out.put("effect", toml_string(pack.retest->effect == Retest::Effect::passes ? "passes" : "replaces"));
    }
    if (pack.promotion) {
        out.table("promotion");
        out.put_whole("absent-without-leave", pack.promotion->absent_without_leave);
        out.put_whole("absent-with-leave", pack.promotion->absent_with_leave);
    }
    if (pack.absence_penalty) {
        out.table("absence-penalty");
        out.put("cut", decimal(pack.absence_penalty->cut));
        out.put("free-days", std::to_string(pack.absence_penalty->free_days));
        out.put("counts", toml_string(pack.absence_penalty->with_leave_too ? "all" : "without-leave"));
    }
    out.table("attendance");
    out.put("minimum-percent", decimal(pack.attendance.minimum_percent));
    out.put("late-present", decimal(pack.attendance.late_present, 3));
    out.put("half-day-present", decimal(pack.attendance.half_day_present, 3));
    out.put_whole("minimum-hours", pack.attendance.minimum_hours);
    out.put_whole("most-days-without", pack.attendance.most_absent);
    out.put_whole("most-days-with-permission", pack.attendance.most_permission);
    if (pack.attendance.repeats_past) out.put("repeats-past", "true");
    if (pack.ages == AgeRange{}) return;
    out.table("ages");
    out.put_whole("from", pack.ages.from);
    out.put_whole("to", pack.ages.to);
}

void write_units(Writer& out, const Pack& pack) {
    for (const Unit& unit : pack.units) {
        out.item("unit");
        out.put_name(unit.key, unit.name);
        out.put_unless_empty("subjects", unit.subjects);
        out.put("minimum", decimal(unit.minimum));
        out.put_whole("hours", unit.hours);
        out.put_decimal("credits", unit.credits);
        out.put_whole("cqf-level", unit.cqf_level);
    }
}

void write_award(Writer& out, const Award& award) {
    if (!award.given()) return;
    out.table("award");
    out.put_unless_empty("units", award.units);
    out.put_unless_empty("choice", award.choice);
    out.put("any", std::to_string(award.any));
    out.put("title", award.title);
    out.put("statement", award.statement);
    out.put("template", toml_string(award.template_name));
    for (const Signer& signer : award.signers) {
        out.item("award.signer");
        out.put("key", toml_string(signer.key));
        out.put("role", signer.role);
        out.put("line", signer.line);
    }
}

} // namespace

std::string write_pack(const Pack& pack, std::string_view comment) {
    Writer out;
    for (std::size_t at = 0; at < comment.size();) {
        const std::size_t end = std::min(comment.find('\n', at), comment.size());
        out.text += fmt::format("# {}\n", comment.substr(at, end - at));
        at = end + 1;
    }
    out.put("programme", toml_string(pack.programme));
    out.put("version", toml_string(pack.version));
    out.put("official", pack.official ? "true" : "false");
    out.put("name", pack.name);
    write_levels(out, pack);
    write_subjects(out, pack);
    write_periods(out, pack);
    if (pack.takes_marks()) write_averaging(out, pack.averaging);
    write_bands(out, pack);
    write_rules(out, pack);
    write_units(out, pack);
    write_award(out, pack.award);
    return out.text;
}

} // namespace programmes
