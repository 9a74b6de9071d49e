// SPDX-License-Identifier: GPL-3.0-or-later
#include "statements/statement.hpp"

#include "attendance/absence.hpp"
#include "attendance/shown_days.hpp"
#include "certificates/printer.hpp"
#include "core/numerals.hpp"
#include "learners/learner_store.hpp"
#include "units/earned_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace statements {
namespace {

using certificates::AwardContext;

// Khmer writes the decimal comma.
std::string khmer(std::string text) {
    std::replace(text.begin(), text.end(), '.', ',');
    return core::to_khmer_digits(text);
}

void put_both(documents::Filling& filling, const std::string& place, const std::string& latin) {
    filling.values[place + "_km"] = khmer(latin);
    filling.values[place + "_en"] = latin;
}

std::string day_text(core::Day day) {
    return attendance::day_text(day);
}

void add_units(documents::Filling& filling, const AwardContext& context, const Subject& subject) {
    const std::size_t rows = templates::kind_of(Document::partial).unit_rows;
    std::size_t row = 0, earned = 0;
    for (; row < rows; ++row) {
        const std::string place = fmt::format("unit{}_", row + 1);
        const programmes::Unit unit =
            row < context.pack.units.size() ? context.pack.units[row] : programmes::Unit{};
        const auto found = std::find_if(subject.earned.begin(), subject.earned.end(),
                                        [&](const auto& one) { return one.unit == unit.key; });
        const bool has = !unit.key.empty() && found != subject.earned.end();
        earned += has ? 1 : 0;
        const bool none = unit.key.empty();
        filling.values[place + "km"] = unit.name.km;
        filling.values[place + "en"] = unit.name.en;
        filling.values[place + "state_km"] = none ? "" : has ? "បានទទួល" : "មិនទាន់បានទទួល";
        filling.values[place + "state_en"] = none ? "" : has ? "earned" : "not yet earned";
        filling.values[place + "result"] =
            has && found->marks ? found->marks->average_text + " " + found->marks->grade : "";
        filling.values[place + "day"] = has ? day_text(found->earned_on) : "";
    }
    put_both(filling, "earned", std::to_string(earned));
    put_both(filling, "units", std::to_string(context.pack.units.size()));
}

void add_attendance(documents::Filling& filling, const AwardContext& context, const Subject& subject) {
    const attendance::Worths worths{context.pack.attendance.late_present,
                                    context.pack.attendance.half_day_present};
    const attendance::Tally& tally = subject.attendance.tally;
    put_both(filling, "days", std::to_string(tally.taken));
    put_both(filling, "present", attendance::days_text(attendance::days_present(tally, worths)));
    put_both(filling, "permission",
             attendance::days_text(attendance::days_absent_with_permission(tally, worths)));
    put_both(filling, "absent", attendance::days_text(attendance::days_absent_without(tally, worths)));
    put_both(filling, "hours", attendance::days_text(subject.attendance.hours));
    put_both(filling, "rate",
             subject.attendance.rate ? core::format_percent(*subject.attendance.rate) + " %" : "");
}

certificates::CodeKind in_the_code(Document kind) {
    switch (kind) {
    case Document::completion:
        break;
    case Document::provisional:
        return certificates::CodeKind::provisional;
    case Document::partial:
        return certificates::CodeKind::partial;
    case Document::attendance:
        return certificates::CodeKind::attendance;
    }
    throw std::logic_error("a certificate is no statement");
}

std::string units_in_short(const AwardContext& context, const Subject& subject) {
    std::string keys;
    std::size_t earned = 0;
    for (const programmes::Unit& unit : context.pack.units) {
        if (std::none_of(subject.earned.begin(), subject.earned.end(),
                         [&](const auto& one) { return one.unit == unit.key; }))
            continue;
        ++earned;
        keys += " " + unit.key;
    }
    return fmt::format("{}/{}{}", earned, context.pack.units.size(), keys);
}

std::string attendance_in_short(const AwardContext& context, const Subject& subject) {
    const attendance::Worths worths{context.pack.attendance.late_present,
                                    context.pack.attendance.half_day_present};
    const attendance::Tally& tally = subject.attendance.tally;
    return fmt::format("{} % {}/{}",
                       subject.attendance.rate ? core::format_percent(*subject.attendance.rate) : "0",
                       attendance::days_text(attendance::days_present(tally, worths)), tally.taken);
}

std::string number_of_dashes(const AwardContext& context, Document kind) {
    return fmt::format("{}-{:04}-{}·····-·", context.office.area_code,
                       static_cast<int>(context.issued.year()), letter_of(kind));
}

// What the class's marks and register alone cannot say.
std::vector<units::EarnedUnit> earned_of(const storage::Database& database, const AwardContext& context,
                                         learners::LearnerId learner) {
    auto earned = units::load_earned(database, learner);
    std::erase_if(earned, [&](const units::EarnedUnit& one) {
        return one.programme != context.pack.programme ||
               !units::counts_at(context.pack, context.taught.level.value_or(""), one);
    });
    return earned;
}

} // namespace

char letter_of(Document kind) {
    switch (kind) {
    case Document::completion:
        break;
    case Document::provisional:
        return 'P';
    case Document::partial:
        return 'U';
    case Document::attendance:
        return 'A';
    }
    throw std::logic_error("a certificate is no statement");
}

std::optional<Document> kind_from_text(std::string_view text) {
    const auto kind = templates::document_from_text(text);
    return kind == Document::completion ? std::nullopt : kind;
}

std::vector<Subject> load_subjects(const storage::Database& database, Document kind,
                                   const AwardContext& context) {
    std::vector<Subject> subjects;
    auto attendance = attendance::load_class_attendance(database, context.taught.id);
    for (certificates::Candidate& candidate : certificates::load_candidates(database, context.taught.id)) {
        Subject subject;
        const classes::Enrolment& enrolment = candidate.learner.enrolment;
        if (kind == Document::partial) subject.earned = earned_of(database, context, enrolment.learner);
        for (attendance::Attendance& one : attendance)
            if (one.learner.enrolment.id == enrolment.id) subject.attendance = std::move(one);
        subject.candidate = std::move(candidate);
        subjects.push_back(std::move(subject));
    }
    return subjects;
}

std::optional<core::Error> reason_against(Document kind, const AwardContext& context,
                                          const Subject& subject) {
    const certificates::Candidate& candidate = subject.candidate;
    if (kind == Document::attendance)
        return subject.attendance.rate ? std::nullopt : std::optional{core::Error{"statement.no-days"}};
    if (candidate.serial)
        return core::Error{"statement.certificate-issued"}.with("serial", *candidate.serial);
    if (kind == Document::provisional) {
        if (context.taught.status == classes::Status::open)
            return core::Error{"statement.class-open"}.with("class", context.taught.name_km);
        return candidate.eligible() ? std::nullopt : std::optional{core::Error{"statement.not-eligible"}};
    }
    const std::size_t room = templates::kind_of(kind).unit_rows;
    if (context.pack.units.size() > room)
        return core::Error{"statement.too-many-units"}.with("maximum", std::to_string(room));
    if (subject.earned.empty()) return core::Error{"statement.nothing-earned"};
    if (candidate.eligible()) return core::Error{"statement.award-due"};
    return std::nullopt;
}

documents::Filling filling_of(const storage::Database& database, Document kind, const AwardContext& context,
                              const Subject& subject, const std::string& number) {
    documents::Filling filling;
    const templates::DocumentKind& known = templates::kind_of(kind);
    const classes::ClassLearner& learner = subject.candidate.learner;
    filling.values = {{"number", number}, {"title_km", known.name.km}, {"title_en", known.name.en}};
    certificates::add_class(filling, context);
    certificates::add_person(
        filling, learner, certificates::birthplace_of(database, learner.enrolment.learner, context.issued));
    if (kind != Document::attendance) {
        filling.values["award_km"] = context.pack.award.title.km;
        filling.values["award_en"] = context.pack.award.title.en;
    }
    if (kind == Document::provisional) certificates::add_result(filling, context, subject.candidate);
    if (kind == Document::partial) add_units(filling, context, subject);
    if (kind == Document::attendance) add_attendance(filling, context, subject);
    auto signers = context.pack.award.signers;
    if (signers.empty())
        signers.push_back(
            {"head-of-office", {"ប្រធានការិយាល័យ", "Head of Office"}, {"បានឃើញ និងបញ្ជាក់", "Seen and certified"}});
    templates::add_signers(filling, database, signers, context.area, context.issued,
                           templates::load_paper(database, kind));
    filling.photo = learners::find_photo(database, learner.enrolment.learner).value_or("");
    return filling;
}

certificates::CertificatePayload payload_of(Document kind, const AwardContext& context,
                                            const Subject& subject, const std::string& number) {
    certificates::CertificatePayload payload = certificates::payload_of(context, subject.candidate, number);
    payload.kind = in_the_code(kind);
    if (kind == Document::partial) payload.result = units_in_short(context, subject);
    if (kind == Document::attendance) payload.result = attendance_in_short(context, subject);
    return payload;
}

std::vector<templates::Trial> longest_pages(const storage::Database& database, Document document,
                                            classes::ClassId class_id, const documents::Fonts& fonts) {
    if (document == Document::completion) return certificates::longest_pages(database, class_id, fonts);
    const AwardContext context = certificates::load_award_context(database, class_id);
    std::vector<templates::Trial> pages;
    for (const Subject& subject : load_subjects(database, document, context)) {
        const classes::ClassLearner& learner = subject.candidate.learner;
        pages.push_back(
            {learner.name_km.empty() ? learner.name : learner.name_km,
             filling_of(database, document, context, subject, number_of_dashes(context, document))});
    }
    return certificates::with_longest_names(std::move(pages), database);
}

} // namespace statements
