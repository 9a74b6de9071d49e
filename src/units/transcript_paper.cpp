// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/words.hpp"
#include "core/lunar_date.hpp"
#include "core/numerals.hpp"
#include "core/resource.hpp"
#include "units/transcript.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace units {

// Made by the build.
const core::Resource* resources();
std::string_view resource(std::string_view path);

namespace {

using documents::Align;
using documents::Section;

const attendance::Words& words() {
    static const auto shipped = attendance::Words::shipped(resource("units/transcript.txt"));
    return shipped;
}

// Both languages, one after the other.
std::string both(const std::string& km, const std::string& en) {
    if (en.empty() || en == km) return km;
    return km.empty() ? en : km + " " + en;
}

std::string both(const Wording& wording) {
    return both(wording.km, wording.en);
}

std::string both(std::string_view key) {
    return both(words()[key], words()[std::string{key} + ".en"]);
}

// Digits that both readers know; a paper in two languages has one kind of them.
std::string day_text(core::Day day) {
    return fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(day.day()), static_cast<unsigned>(day.month()),
                       static_cast<int>(day.year()));
}

std::string born_text(const core::PartialDate& born) {
    switch (born.precision) {
    case core::Precision::day:
        return day_text(born.day);
    case core::Precision::month:
        return fmt::format("{:02}/{}", static_cast<unsigned>(born.day.month()),
                           static_cast<int>(born.day.year()));
    case core::Precision::year:
        return std::to_string(static_cast<int>(born.day.year()));
    case core::Precision::about:
        return "~" + std::to_string(static_cast<int>(born.day.year()));
    }
    return {};
}

std::string where_text(const Transcript& transcript, const EarnedUnit& unit) {
    const std::string& office =
        unit.office ? (unit.office->name_km.empty() ? unit.office->name : unit.office->name_km)
                    : transcript.office.km;
    if (!unit.taught) return office;
    const Taught& taught = *unit.taught;
    const std::string& institution =
        taught.institution_km.empty() ? taught.institution_name : taught.institution_km;
    const std::string& course = taught.class_km.empty() ? taught.class_name : taught.class_km;
    // Which course it was, only its class says.
    return (unit.of_course() ? "«" + course + "» " : "") + institution + " " + office;
}

Section unit_section(const Transcript& transcript) {
    Section section{.title = both("units")};
    section.columns = {{both("row"), 4.5, Align::centre},
                       {both("unit"), 17},
                       {both("programme"), 18},
                       {both("way"), 15},
                       {both("where"), 26},
                       {both("day"), 11, Align::centre},
                       {both("average"), 9, Align::centre},
                       {both("grade"), 7, Align::centre}};
    std::size_t number = 0;
    for (const EarnedUnit& unit : transcript.units)
        section.rows.push_back({std::to_string(++number), both(unit.name), both(unit.programme_name),
                                both(to_text(unit.way)), where_text(transcript, unit),
                                day_text(unit.earned_on), unit.marks ? unit.marks->average_text : "",
                                unit.marks ? unit.marks->grade : ""});
    // What none of the programmes says has no column.
    const auto add = [&](const char* key, auto value_of) {
        std::vector<std::string> values;
        for (const EarnedUnit& unit : transcript.units)
            values.push_back(value_of(unit));
        if (std::all_of(values.begin(), values.end(), [](const auto& value) { return value.empty(); }))
            return;
        section.columns.push_back({both(key), 7, Align::centre});
        for (std::size_t i = 0; i < values.size(); ++i)
            section.rows[i].push_back(std::move(values[i]));
    };
    const auto whole = [](const auto& value) { return value ? std::to_string(*value) : std::string{}; };
    add("hours", [&](const EarnedUnit& unit) { return whole(unit.hours); });
    add("credits", [](const EarnedUnit& unit) {
        return unit.credits ? core::format_hundredths(*unit.credits) : std::string{};
    });
    add("cqf", [&](const EarnedUnit& unit) { return whole(unit.cqf_level); });
    return section;
}

// Two subjects beside each other; the unit is named where its marks begin.
std::optional<Section> mark_section(const Transcript& transcript) {
    Section section{.title = both("marks")};
    section.columns = {{both("unit"), 22},
                       {both("subject"), 28},
                       {both("mark"), 11, Align::centre},
                       {both("subject"), 28},
                       {both("mark"), 11, Align::centre}};
    std::size_t number = 0;
    for (const EarnedUnit& unit : transcript.units) {
        ++number;
        if (!unit.marks) continue;
        const auto& subjects = unit.marks->subjects;
        const std::size_t rows = (subjects.size() + 1) / 2;
        for (std::size_t row = 0; row < rows; ++row) {
            std::vector<std::string> cells{row == 0 ? fmt::format("{}. {}", number, both(unit.name)) : ""};
            for (const std::size_t at : {row, row + rows}) {
                if (at >= subjects.size()) continue;
                cells.push_back(both(subjects[at].subject));
                cells.push_back(subjects[at].mark);
            }
            section.rows.push_back(std::move(cells));
        }
    }
    if (section.rows.empty()) return std::nullopt;
    return section;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : "; ") + part;
    return text;
}

Section recognition_section(const Transcript& transcript) {
    Section section{.title = both("recognitions")};
    section.columns = {{both("day"), 12, Align::centre},
                       {both("unit"), 22},
                       {both("evidence"), 40},
                       {both("assessors"), 26}};
    for (const KeptRecognition& kept : transcript.recognitions) {
        const Recognition& one = kept.recognition;
        std::vector<std::string> names, assessors;
        for (const EarnedUnit& unit : transcript.units)
            if (unit.source == one.uid) names.push_back(both(unit.name));
        for (const Assessor& assessor : one.assessors)
            assessors.push_back(assessor.name);
        section.rows.push_back({day_text(one.day), joined(names), joined(one.evidence), joined(assessors)});
    }
    return section;
}

std::vector<documents::SheetFact> facts_of(const learners::Learner& learner) {
    std::vector<documents::SheetFact> facts;
    const auto add = [&](std::string_view key, std::string value) {
        if (!value.empty()) facts.push_back({both(key), std::move(value)});
    };
    add("name", learner.name_km.empty() ? learner.name : learner.name_km);
    if (!learner.name_km.empty()) add("latin_name", learner.name);
    if (learner.sex) add("sex", both(learner.sex == core::Sex::female ? "woman" : "man"));
    if (learner.born) add("born", born_text(*learner.born));
    add("number", learner.number);
    return facts;
}

std::vector<documents::SignatureBlock> signatures_of(const Transcript& transcript) {
    const core::Day day = core::day_in_cambodia(transcript.made_at);
    documents::SignatureBlock head;
    head.date_lines = {words()["lunar_date"], words()["solar_date"]};
    head.words = both("agreed");
    head.role = transcript.signer_role.km.empty() ? both("head") : both(transcript.signer_role);
    head.name = transcript.signer_name;
    documents::SignatureBlock prepared;
    if (const auto lunar = core::lunar_date(day)) prepared.date_lines.push_back(core::lunar_line(*lunar));
    prepared.date_lines.push_back(transcript.place + ", " + core::gregorian_line(day));
    prepared.role = both("prepared");
    return {head, prepared};
}

} // namespace

documents::Sheet transcript_sheet(const Transcript& transcript) {
    documents::Sheet sheet;
    sheet.office_lines = transcript.office_lines;
    sheet.office_lines.push_back(words()["number_line"]);
    sheet.titles = {words()["title"], words()["title.en"]};
    sheet.facts = facts_of(transcript.learner);
    sheet.text_size = 8;
    sheet.row_height = 15;
    sheet.sections.push_back(unit_section(transcript));
    if (auto marks = mark_section(transcript)) sheet.sections.push_back(*std::move(marks));
    if (!transcript.recognitions.empty()) sheet.sections.push_back(recognition_section(transcript));
    sheet.closing_lines = {words()["certified"], words()["certified.en"]};
    sheet.signatures = signatures_of(transcript);
    sheet.code_words = transcript.learner.number + "\n" + words()["check"] + "\n" + words()["check.en"];
    sheet.footer =
        fmt::format("{} {} {}", words()["title"],
                    transcript.learner.name_km.empty() ? transcript.learner.name : transcript.learner.name_km,
                    transcript.learner.number);
    sheet.sample = transcript.sample;
    return sheet;
}

} // namespace units
