// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/record_paper.hpp"

#include "certificates/award.hpp"
#include "core/lunar_date.hpp"
#include "core/numerals.hpp"
#include "documents/pdf.hpp"
#include "wording/language.hpp"
#include "wording/sentence.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace identity {
namespace {

using documents::Align;
using documents::Column;
using documents::Section;

constexpr std::string_view title = "កំណត់ត្រាសិក្សា";
// More subjects than this stand under turned headings.
constexpr std::size_t subjects_upright = 6;

std::string khmer(const std::string& text) {
    return core::to_khmer_digits(text);
}

std::string day_text(core::Day day) {
    return khmer(fmt::format("{:02}/{:02}/{}", static_cast<unsigned>(day.day()),
                             static_cast<unsigned>(day.month()), static_cast<int>(day.year())));
}

const std::string& first_of(const std::string& km, const std::string& en) {
    return km.empty() ? en : km;
}

std::string hours_text(const core::Ratio& hours) {
    return khmer(core::format_decimal(core::round_half_up(hours, 2), 2));
}

std::string rate_text(const std::optional<core::Ratio>& rate) {
    return rate ? khmer(core::format_percent(*rate)) + " %" : std::string{};
}

std::string_view leaving_words(classes::LeavingReason reason) {
    switch (reason) {
    case classes::LeavingReason::dropped_out:
        return "បោះបង់ការសិក្សា";
    case classes::LeavingReason::moved:
        return "ផ្លាស់ទីលំនៅ";
    case classes::LeavingReason::transferred:
        return "ផ្ទេរចេញ";
    case classes::LeavingReason::work:
        return "ទៅធ្វើការ";
    case classes::LeavingReason::illness:
        return "មានជំងឺ";
    case classes::LeavingReason::marriage:
        return "រៀបការ";
    case classes::LeavingReason::died:
        return "ទទួលមរណភាព";
    case classes::LeavingReason::entered_by_mistake:
    case classes::LeavingReason::other:
        break;
    }
    return "ឈប់រៀន";
}

std::string_view verdict_words(const RecordClass& one) {
    if (one.reason) return leaving_words(*one.reason);
    if (one.open) return "កំពុងរៀន";
    if (!one.marked) return "បានបញ្ចប់";
    switch (one.verdict) {
    case assessment::Verdict::pass:
        return "ជាប់";
    case assessment::Verdict::fail:
        return "ធ្លាក់";
    case assessment::Verdict::incomplete:
        break;
    }
    return "ខ្វះពិន្ទុ";
}

std::string_view state_words(const std::string& state) {
    if (state == "issued") return "មានសុពលភាព";
    if (state == "replaced") return "បានជំនួស";
    if (state == "lost") return "បានបាត់";
    return "បានលុបចោល";
}

// A class as the sections below refer to it.
std::string class_title(const RecordClass& one) {
    std::string text = one.programme_name.km + " " + one.level.km;
    while (text.ends_with(' '))
        text.pop_back();
    return text + " «" + first_of(one.name_km, one.name) + "»";
}

Section learning_section(const RecordOfLearning& record) {
    Section section{.title = "ការសិក្សា"};
    section.columns = {
        {"ល.រ", 4, Align::centre},         {"កម្មវិធី និងថ្នាក់", 17},        {"គ្រឹះស្ថាន និងការិយាល័យ", 19},
        {"ពីថ្ងៃ ដល់ថ្ងៃ", 15, Align::centre}, {"ម៉ោង", 10, Align::right},   {"អត្រាវត្តមាន", 10, Align::right},
        {"មធ្យមភាគ", 9, Align::centre},     {"និទ្ទេស", 7, Align::centre}, {"លទ្ធផល", 10, Align::centre}};
    std::size_t number = 0;
    for (const RecordClass& one : record.classes)
        section.rows.push_back({khmer(std::to_string(++number)), class_title(one),
                                first_of(one.institution_km, one.institution) + " " +
                                    first_of(one.office.name_km, one.office.name),
                                day_text(one.first_day) + " " + day_text(one.last_day), hours_text(one.hours),
                                rate_text(one.rate), khmer(one.average), one.grade,
                                std::string{verdict_words(one)}});
    if (record.classes.empty())
        section.lines.push_back("មិនទាន់មានការសិក្សាក្នុងបញ្ជីទេ");
    else
        section.lines.push_back(fmt::format("សរុប៖ {} ម៉ោងសិក្សា{}", hours_text(record.hours),
                                            record.rate ? "; អត្រាវត្តមានរួម " + rate_text(record.rate) : ""));
    return section;
}

void add_score_sections(const RecordOfLearning& record, std::vector<Section>& sections) {
    std::size_t number = 0;
    for (const RecordClass& one : record.classes) {
        ++number;
        if (one.scores.empty()) continue;
        Section section{.title = khmer(fmt::format("ពិន្ទុតាមមុខវិជ្ជា៖ {}. ", number)) + class_title(one)};
        const bool upright = one.subjects.size() > subjects_upright;
        section.columns.push_back({"វគ្គ", 10, Align::left});
        for (const Wording& subject : one.subjects)
            section.columns.push_back({subject.km, upright ? 6.0 : 12.0, Align::centre, {}, upright});
        for (const RecordScores& row : one.scores) {
            std::vector<std::string> cells{row.period.km};
            for (const std::string& mark : row.marks)
                cells.push_back(khmer(mark));
            section.rows.push_back(std::move(cells));
        }
        if (one.rank) section.lines.push_back("ចំណាត់ថ្នាក់ទី " + khmer(std::to_string(*one.rank)));
        sections.push_back(std::move(section));
    }
}

std::string_view way_words(units::Way way) {
    return way == units::Way::recognition ? "ទទួលស្គាល់ការសិក្សាមុន" : "លទ្ធផលថ្នាក់រៀន";
}

std::string where_words(const RecordUnit& unit) {
    const std::string& office = first_of(unit.office->name_km, unit.office->name);
    if (!unit.taught) return office;
    const std::string& course = first_of(unit.taught->class_km, unit.taught->class_name);
    return (unit.of_course() ? "«" + course + "» " : "") +
           first_of(unit.taught->institution_km, unit.taught->institution_name) + " " + office;
}

Section unit_section(const RecordOfLearning& record) {
    Section section{.title = "ឯកតាសិក្សាដែលទទួលបាន"};
    section.columns = {{"ឯកតា", 17},
                       {"កម្មវិធី", 15},
                       {"របៀបទទួល", 16},
                       {"គ្រឹះស្ថាន និងការិយាល័យ", 25},
                       {"ថ្ងៃទទួល", 15, Align::centre},
                       {"មធ្យមភាគ", 10, Align::centre}};
    for (const RecordUnit& unit : record.units)
        section.rows.push_back({unit.name.km, unit.programme_name.km, std::string{way_words(unit.way)},
                                where_words(unit), day_text(unit.earned_on),
                                unit.marks ? khmer(unit.marks->average_text) : ""});
    // What no programme of hers gives has no column.
    const auto add = [&](const char* heading, auto value_of) {
        std::vector<std::string> values;
        for (const RecordUnit& unit : record.units)
            values.push_back(khmer(value_of(unit)));
        if (std::all_of(values.begin(), values.end(), [](const auto& value) { return value.empty(); }))
            return;
        section.columns.push_back({heading, 9, Align::centre});
        for (std::size_t i = 0; i < values.size(); ++i)
            section.rows[i].push_back(std::move(values[i]));
    };
    const auto number = [](const auto& value) { return value ? std::to_string(*value) : std::string{}; };
    add("ម៉ោង", [&](const RecordUnit& unit) { return number(unit.hours); });
    add("ក្រេឌីត", [](const RecordUnit& unit) {
        return unit.credits ? core::format_hundredths(*unit.credits) : std::string{};
    });
    add("កម្រិត CQF", [&](const RecordUnit& unit) { return number(unit.cqf_level); });
    return section;
}

Section certificate_section(const RecordOfLearning& record) {
    Section section{.title = "វិញ្ញាបនបត្រ"};
    section.columns = {{"លេខវិញ្ញាបនបត្រ", 18, Align::centre},
                       {"វិញ្ញាបនបត្រ", 24},
                       {"ថ្ងៃចេញ", 15, Align::centre},
                       {"ការិយាល័យ", 25},
                       {"ស្ថានភាព", 12, Align::centre}};
    for (const RecordCertificate& one : record.certificates)
        section.rows.push_back({one.serial, one.title.km, day_text(one.issued_on),
                                first_of(one.office.name_km, one.office.name),
                                std::string{state_words(one.state)}});
    return section;
}

Section missing_section(const NearestAward& nearest) {
    Section section{.title = "នៅខ្វះសម្រាប់៖ " + nearest.title.km};
    const auto& catalogue = wording::catalogue_of(wording::Language::khmer);
    for (const core::Error& reason : nearest.reasons)
        section.lines.push_back("– " + khmer(wording::sentence(catalogue, reason).message));
    if (nearest.reasons.empty()) section.lines.push_back("គ្មានអ្វីខ្វះទេ៖ អាចចេញវិញ្ញាបនបត្របាន");
    return section;
}

std::vector<documents::SheetFact> facts_of(const RecordOfLearning& record) {
    const learners::Learner& person = record.person;
    std::vector<documents::SheetFact> facts;
    const auto add = [&](std::string_view label, std::string value) {
        if (value.empty()) return;
        facts.emplace_back().label = label;
        facts.back().value = std::move(value);
    };
    add("គោត្តនាម និងនាម", person.name_km);
    add("ជាអក្សរឡាតាំង", person.name);
    add("ភេទ", person.sex == core::Sex::female ? "ស្រី" : "ប្រុស");
    add("កើត", person.born ? certificates::born_km(*person.born) : "");
    add("ទីកន្លែងកំណើត", record.birthplace);
    add("អត្តលេខអ្នកសិក្សា", person.number);
    return facts;
}

certificates::CertificatePayload payload_of(const RecordOfLearning& record, const RecordIssuer& issuer) {
    certificates::CertificatePayload payload;
    payload.serial = record.person.number;
    payload.name_km = record.person.name_km;
    payload.name_latin = record.person.name;
    if (record.person.sex) payload.sex = core::to_text(*record.person.sex);
    payload.born = record.person.born;
    payload.issued = core::day_in_cambodia(issuer.issued);
    payload.office = issuer.office_code;
    payload.sample = issuer.sample || record.sample;
    payload.kind = certificates::CodeKind::record;
    payload.content = digest_of(record);
    payload.earned = earned_line(record);
    return payload;
}

} // namespace

RecordPaper record_paper(const RecordOfLearning& record, const RecordIssuer& issuer,
                         const office::SigningKey& key) {
    RecordPaper paper;
    paper.code = certificates::encode(payload_of(record, issuer), key);
    documents::Sheet& sheet = paper.sheet;
    sheet.office_lines = issuer.office_lines;
    sheet.titles = {std::string{title}};
    sheet.facts = facts_of(record);
    sheet.photo = record.photo;
    sheet.text_size = 8.5;
    sheet.row_height = 17;
    sheet.sections.push_back(learning_section(record));
    add_score_sections(record, sheet.sections);
    if (!record.units.empty()) sheet.sections.push_back(unit_section(record));
    if (!record.certificates.empty()) sheet.sections.push_back(certificate_section(record));
    if (record.nearest) sheet.sections.push_back(missing_section(*record.nearest));
    const core::Day day = core::day_in_cambodia(issuer.issued);
    documents::SignatureBlock signature;
    if (const auto lunar = core::lunar_date(day)) signature.date_lines.push_back(core::lunar_line(*lunar));
    signature.date_lines.push_back(issuer.place + ", " + core::gregorian_line(day));
    signature.role = issuer.signer_role;
    signature.name = issuer.signer_name;
    sheet.signatures = {signature};
    sheet.code = paper.code;
    sheet.code_words = record.person.number;
    if (!issuer.phone.empty()) sheet.code_words += "   ទូរសព្ទការិយាល័យ " + issuer.phone;
    sheet.code_words += "\nផ្ទៀងផ្ទាត់ដោយកម្មវិធី «ស្រុក» ឬទំព័រ verify.html មិនបាច់មានអ៊ីនធឺណិត";
    sheet.footer = fmt::format("{} {} {}", title, first_of(record.person.name_km, record.person.name),
                               record.person.number);
    sheet.sample = issuer.sample || record.sample;
    return paper;
}

documents::PdfFacts record_facts(const RecordPaper& paper, const RecordIssuer& issuer) {
    return {.title = paper.sheet.footer,
            .author = issuer.office_lines.empty() ? "" : issuer.office_lines.back(),
            .created = issuer.issued};
}

core::Expected<std::string> record_pdf(const RecordOfLearning& record, const RecordIssuer& issuer,
                                       const office::SigningKey& key, const documents::Fonts& fonts) {
    const RecordPaper paper = record_paper(record, issuer, key);
    const auto pages = documents::lay_out(paper.sheet, fonts);
    if (!pages) return core::fail(pages.error());
    return documents::to_pdf(*pages, record_facts(paper, issuer));
}

} // namespace identity
