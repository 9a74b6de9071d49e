// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/result_words.hpp"

#include "core/numerals.hpp"

#include <fmt/format.h>

namespace assessment::words {
namespace {

// More subjects than this stand in narrow columns under turned headings.
constexpr std::size_t subjects_upright = 7;

} // namespace

const std::string& sex_text(core::Sex sex) {
    return sex == core::Sex::female ? sheet_wording().woman : sheet_wording().man;
}

const std::string& verdict_text(Verdict verdict) {
    switch (verdict) {
    case Verdict::pass:
        return sheet_wording().pass;
    case Verdict::fail:
        return sheet_wording().fail;
    case Verdict::incomplete:
        break;
    }
    return sheet_wording().incomplete;
}

const std::string& standing_text(Standing standing) {
    static const std::string none;
    switch (standing) {
    case Standing::none:
        break;
    case Standing::promoted:
        return sheet_wording().promoted;
    case Standing::passed_by_retest:
        return sheet_wording().passed_by_retest;
    case Standing::retest:
        return sheet_wording().retest;
    case Standing::repeats:
        return sheet_wording().repeats;
    case Standing::repeats_for_absence:
        return sheet_wording().repeats_for_absence;
    }
    return none;
}

const std::string& result_text(const Result& result) {
    return result.standing == Standing::none ? verdict_text(result.verdict) : standing_text(result.standing);
}

std::vector<const programmes::Subject*> shown_subjects(const ClassResults& results) {
    std::vector<const programmes::Subject*> subjects;
    const auto* period = programmes::find_period(results.pack, results.period);
    if (period != nullptr && period->takes_marks())
        for (const auto& subject : results.pack.subjects)
            subjects.push_back(&subject);
    return subjects;
}

std::vector<const programmes::Period*> shown_parts(const ClassResults& results) {
    std::vector<const programmes::Period*> parts;
    if (const auto* period = programmes::find_period(results.pack, results.period))
        for (const std::string& part : period->mean_of)
            parts.push_back(programmes::find_period(results.pack, part));
    return parts;
}

std::string part_text(const ClassResults& results, const ResultRow& row, const programmes::Period& part) {
    const auto average = result_of(results.pack, part.key, row.scores).average;
    return average ? format_average(results.pack, *average) : std::string{};
}

const Score* find_score(const ResultRow& row, const std::string& period, const std::string& subject) {
    const auto found = row.scores.find({period, subject});
    return found == row.scores.end() ? nullptr : &found->second;
}

const std::string& name_of(const ResultRow& row) {
    return row.learner.name_km.empty() ? row.learner.name : row.learner.name_km;
}

std::vector<std::string> titles(const ResultSheet& sheet) {
    const auto& pack = sheet.results.pack;
    const auto* period = programmes::find_period(pack, sheet.results.period);
    std::vector<std::string> lines{sheet_wording().title};
    lines.push_back(
        fmt::format("{} {}", pack.name.km, period == nullptr ? sheet.results.period : period->name.km));
    lines.push_back(fmt::format("{} {}", sheet.institution, sheet.class_name));
    return lines;
}

std::string average_text(const ResultSheet& sheet, const Result& result) {
    return result.average ? format_average(sheet.results.pack, *result.average) : std::string{};
}

std::string total_text(const Result& result) {
    return result.total ? core::format_hundredths(*result.total) : std::string{};
}

std::vector<documents::Column> columns(const ResultSheet& sheet) {
    using documents::Align;
    const SheetWording& words = sheet_wording();
    const auto subjects = shown_subjects(sheet.results);
    const bool narrow = subjects.size() > subjects_upright;
    std::vector<documents::Column> list = {
        {words.number, 4, Align::centre}, {words.name, 14, Align::left}, {words.sex, 3, Align::centre}};
    for (const auto* subject : subjects)
        list.push_back({subject->name.km, narrow ? 5.0 : 7.0, Align::centre, words.marks, narrow});
    for (const auto* part : shown_parts(sheet.results))
        list.push_back({part->name.km, 9.0, Align::centre, words.average});
    // As wide as their headings in one line, unless these stand upright.
    if (!subjects.empty()) list.push_back({words.total, narrow ? 6.0 : 7.0, Align::centre, {}, narrow});
    for (const auto& [heading, width] :
         {std::pair{&words.average, 7.5}, {&words.rank, 9.0}, {&words.grade, 5.0}})
        list.push_back({*heading, narrow ? 6.0 : width, Align::centre, {}, narrow});
    // "ជាប់ប្រឡងសង" is longer than pass or fail.
    const bool standings = sheet.results.pack.promotion || sheet.results.pack.retest;
    list.push_back({words.result, standings ? 11.0 : 7.0, Align::centre});
    return list;
}

} // namespace assessment::words
