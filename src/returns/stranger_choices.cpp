// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/stranger_choices.hpp"

#include "core/fold.hpp"
#include "core/numerals.hpp"
#include "core/tidy.hpp"
#include "programmes/pack_store.hpp"
#include "returns/groups.hpp"
#include "returns/return_words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace returns {
namespace {

constexpr std::array<std::string_view, 6> total_words{"សរុប", "ចំនួន", "ចំនួនសរុប", "សរុបរួម", "Total", "Number"};
constexpr std::array<std::string_view, 5> female_words{"ស្រី", "នារី", "ក្នុងនោះស្រី", "Female", "Women"};
constexpr std::array<std::string_view, 7> all_words{"រួម",  "សរុប",   "សរុបរួម",       "ទាំងអស់",
                                                    "All", "Total", "All together"};

template<std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& words) {
    const std::string key = core::fold_name(text);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return core::fold_name(word) == key; });
}

// Rates and headings are not read: the first follow from the days.
bool is_told(const Figure& figure) {
    return (figure.kind == Figure::Kind::count || figure.kind == Figure::Kind::sum) &&
           figure.counted != Counted::rate;
}

std::vector<FigureChoice> groups_of(const storage::Database& database, const SheetPlan& plan) {
    std::vector<FigureChoice> groups;
    for (const programmes::CurrentPack& one : programmes::current_packs(database)) {
        const programmes::Pack& pack = one.pack;
        if (!concerns(plan, pack.programme)) continue;
        if (plan.group == Group::programme) groups.push_back({pack.programme, pack.name});
        if (plan.group == Group::level)
            for (const programmes::Level& level : pack.levels)
                groups.push_back({pack.programme + '/' + level.key, words::level(pack, level.key)});
    }
    groups.push_back({"all", words::wording(words::all)});
    return groups;
}

std::vector<FigureChoice> sides_of(const std::vector<FigureChoice>& subjects) {
    std::vector<FigureChoice> columns;
    for (const FigureChoice& one : subjects) {
        const auto add = [&](const char* side, const words::Label& label) {
            columns.push_back(
                {one.key + side,
                 {one.name.km + " · " + std::string{label.km}, one.name.en + ", " + std::string{label.en}}});
        };
        add(".total", words::total);
        add(".female", words::female);
    }
    return columns;
}

bool has_key(const std::vector<FigureChoice>& choices, std::string_view key) {
    return std::any_of(choices.begin(), choices.end(),
                       [&](const FigureChoice& one) { return one.key == key; });
}

// Of an attribute that every office has its own values of.
bool has_free_values(const Figure& figure) {
    return figure.kind == Figure::Kind::each &&
           (*figure.each == Attribute::ethnicity || *figure.each == Attribute::grade);
}

bool is_free_value(const SheetPlan& plan, std::string_view key) {
    return std::any_of(plan.figures.begin(), plan.figures.end(), [&](const Figure& figure) {
        return has_free_values(figure) && key.size() > figure.key.size() + 1 &&
               key.starts_with(figure.key + ':');
    });
}

std::optional<std::string> by_words(const std::vector<FigureChoice>& choices, std::string_view text) {
    const std::string key = core::fold_name(text);
    if (key.empty()) return std::nullopt;
    std::set<std::string> found;
    for (const FigureChoice& one : choices)
        if (core::fold_name(one.name.km) == key || core::fold_name(one.name.en) == key) found.insert(one.key);
    if (found.size() != 1) return std::nullopt;
    return *found.begin();
}

// "១. អ្នកសិក្សា" and "1.2 - Learners" without what numbers them.
std::string without_ordinal(std::string_view label) {
    const std::string latin = core::to_latin_digits(label);
    const std::size_t at = latin.find_first_not_of("0123456789.-)(/ ");
    return at == std::string::npos ? latin : latin.substr(at);
}

std::vector<std::string_view> parts_of(std::string_view heading) {
    std::vector<std::string_view> parts;
    for (std::size_t end = heading.find(" / "); end != std::string_view::npos; end = heading.find(" / ")) {
        parts.push_back(heading.substr(0, end));
        heading.remove_prefix(end + 3);
    }
    parts.push_back(heading);
    return parts;
}

std::optional<std::string> subject_in(const SheetChoices& choices,
                                      const std::vector<std::string_view>& parts) {
    for (auto part = parts.rbegin(); part != parts.rend(); ++part)
        if (auto key = by_words(choices.subjects, *part)) return key;
    return std::nullopt;
}

} // namespace

bool SheetChoices::has_row(std::string_view key) const {
    return has_key(rows, key) || (plan.kind == SheetPlan::Kind::figures && is_free_value(plan, key));
}

bool SheetChoices::has_column(std::string_view key) const {
    const auto point = key.rfind('.');
    const std::string_view side = point == std::string_view::npos ? key : key.substr(point);
    return has_key(columns, key) ||
           (plan.kind == SheetPlan::Kind::table && (side == ".total" || side == ".female") &&
            is_free_value(plan, key.substr(0, point)));
}

std::vector<FigureChoice> SheetChoices::named_by(Axis axis, std::string_view label) const {
    const bool table = plan.kind == SheetPlan::Kind::table;
    std::vector<FigureChoice> named;
    if (table != (axis == Axis::column)) return named;
    const std::string whole = core::tidy(without_ordinal(without_number(label)));
    const std::string value = table ? core::tidy(parts_of(whole).front()) : whole;
    if (value.empty()) return named;
    for (const Figure& figure : plan.figures) {
        if (!has_free_values(figure)) continue;
        named.push_back(
            {figure.key + ':' + value, {figure.name.km + "៖ " + value, figure.name.en + ": " + value}});
    }
    return table ? sides_of(named) : named;
}

std::vector<SheetChoices> choices_of(const storage::Database& database, const Layout& layout) {
    std::vector<SheetChoices> all;
    for (const SheetPlan& plan : layout.sheets) {
        if (plan.kind != SheetPlan::Kind::figures && plan.kind != SheetPlan::Kind::table) continue;
        SheetChoices choices{plan, spread(plan, layout, {}), {}, {}, {}};
        std::vector<FigureChoice> figures;
        for (const Figure& figure : choices.figures)
            if (is_told(figure)) figures.push_back({figure.key, figure.name});
        auto groups = groups_of(database, plan);
        const bool table = plan.kind == SheetPlan::Kind::table;
        choices.rows = table ? groups : figures;
        choices.subjects = table ? std::move(figures) : std::move(groups);
        choices.columns = sides_of(choices.subjects);
        all.push_back(std::move(choices));
    }
    return all;
}

std::optional<std::string> recognise_row(const SheetChoices& choices, std::string_view label) {
    label = without_number(label);
    if (auto key = by_words(choices.rows, label)) return key;
    if (auto key = by_words(choices.rows, without_ordinal(label))) return key;
    if (has_key(choices.rows, "all") && is_one_of(label, all_words)) return "all";
    return std::nullopt;
}

std::vector<std::optional<std::string>> recognise_columns(const SheetChoices& choices,
                                                          const std::vector<FoundLabel>& headings) {
    std::vector<std::optional<std::string>> keys;
    std::set<std::string> taken;
    std::optional<std::string> before; // the subject of the column before, where that was its total
    for (const FoundLabel& heading : headings) {
        auto parts = parts_of(without_number(heading.text));
        const bool female = is_one_of(parts.back(), female_words);
        const bool total = is_one_of(parts.back(), total_words);
        auto subject = subject_in(choices, parts);
        if (!subject && (female || total)) parts.pop_back();
        const bool bare = parts.empty();
        if (!subject && female && bare) subject = before;
        if (!subject && has_key(choices.subjects, "all") && (bare || is_one_of(parts.back(), all_words)))
            subject = "all";
        std::optional<std::string> key;
        if (subject) key = *subject + (female ? ".female" : ".total");
        if (key && !taken.insert(*key).second) key.reset();
        before = key && !female ? subject : std::nullopt;
        keys.push_back(std::move(key));
    }
    return keys;
}

} // namespace returns
