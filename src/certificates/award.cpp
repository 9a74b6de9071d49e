// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/award.hpp"

#include "core/lunar_date.hpp"
#include "core/numerals.hpp"
#include "core/phone.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/contact.hpp"
#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace certificates {
namespace {

constexpr std::array<std::string_view, 12> months_en = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};

std::string month_en(core::Day day) {
    return std::string{months_en[static_cast<unsigned>(day.month()) - 1]};
}

std::string year_km(core::Day day) {
    return core::to_khmer_digits(std::to_string(static_cast<int>(day.year())));
}

const programmes::GradeBand* band_of(const programmes::Pack& pack, const std::string& letter) {
    for (const programmes::GradeBand& band : pack.bands)
        if (band.letter == letter) return &band;
    return nullptr;
}

// Khmer writes the decimal comma.
std::string decimal_km(std::string decimal) {
    std::replace(decimal.begin(), decimal.end(), '.', ',');
    return core::to_khmer_digits(decimal);
}

// Of an award that rests on units from elsewhere no class has the whole average.
assessment::Result printed_result(const Candidate& candidate) {
    return candidate.rests_elsewhere() ? assessment::Result{} : candidate.result;
}

std::string result_km(const AwardContext& context, const assessment::Result& result) {
    if (!result.average) return {};
    std::string text = "មធ្យមភាគ " + decimal_km(assessment::format_average(context.pack, *result.average));
    if (const auto* band = band_of(context.pack, result.grade)) text += " និទ្ទេស " + band->name.km;
    return text;
}

std::string result_en(const AwardContext& context, const assessment::Result& result) {
    if (!result.average) return {};
    std::string text = "average " + assessment::format_average(context.pack, *result.average);
    if (const auto* band = band_of(context.pack, result.grade))
        text += ", grade " + band->letter + " (" + band->name.en + ")";
    return text;
}

} // namespace

AwardContext load_award_context(const storage::Database& database, classes::ClassId class_id) {
    AwardContext context;
    context.office = office::load_office(database);
    context.area = office::load_area(database, context.office);
    context.taught = classes::load_class(database, class_id);
    context.pack = classes::load_rules(database, context.taught);
    context.institution = institutions::load_institution(database, context.taught.institution);
    context.issued = database.clock().today();
    context.phone = core::shown_phone(office::office_phone(database));
    return context;
}

std::string day_en(core::Day day) {
    return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), month_en(day),
                       static_cast<int>(day.year()));
}

std::string born_km(const core::PartialDate& born) {
    switch (born.precision) {
    case core::Precision::day:
        return "នៅ" + core::gregorian_line(born.day);
    case core::Precision::month:
        return "នៅខែ" + std::string{core::khmer_name(born.day.month())} + " ឆ្នាំ" + year_km(born.day);
    case core::Precision::year:
        return "នៅឆ្នាំ" + year_km(born.day);
    case core::Precision::about:
        return "ប្រហែលឆ្នាំ" + year_km(born.day);
    }
    return {};
}

std::string born_en(const core::PartialDate& born) {
    const int year = static_cast<int>(born.day.year());
    switch (born.precision) {
    case core::Precision::day:
        return "on " + day_en(born.day);
    case core::Precision::month:
        return fmt::format("in {} {}", month_en(born.day), year);
    case core::Precision::year:
        return fmt::format("in {}", year);
    case core::Precision::about:
        return fmt::format("about {}", year);
    }
    return {};
}

CertificatePayload payload_of(const AwardContext& context, const Candidate& candidate,
                              const std::string& serial) {
    CertificatePayload payload;
    payload.serial = serial;
    payload.name_km = candidate.learner.name_km;
    payload.name_latin = candidate.learner.name;
    payload.sex = core::to_text(candidate.learner.sex);
    payload.born = candidate.learner.born;
    payload.programme = context.pack.programme;
    payload.programme_name = context.pack.name.km;
    const assessment::Result result = printed_result(candidate);
    payload.result = result.average ? assessment::format_average(context.pack, *result.average) : "";
    if (!result.grade.empty()) payload.result += " " + result.grade;
    payload.issued = context.issued;
    payload.office = context.office.area_code;
    payload.sample = context.office.sample;
    return payload;
}

void add_class(documents::Filling& filling, const AwardContext& context) {
    const classes::Class& taught = context.taught;
    const std::map<std::string, std::string> values = {
        {"administration_km", office::administration_km(context.area)},
        {"office_km", context.office.name_km},
        {"office_en", context.office.name},
        {"office_phone", context.phone},
        {"institution_km", context.institution.name_km},
        {"institution_en", context.institution.name},
        {"class_km", taught.name_km},
        {"class_en", taught.name},
        {"programme_km", context.pack.name.km},
        {"programme_en", context.pack.name.en},
        {"period_km",
         "ពី" + core::gregorian_line(taught.first_day) + " ដល់" + core::gregorian_line(taught.last_day)},
        {"period_en", "from " + day_en(taught.first_day) + " to " + day_en(taught.last_day)},
    };
    filling.sample = context.office.sample;
    filling.values.insert(values.begin(), values.end());
}

void add_person(documents::Filling& filling, const classes::ClassLearner& learner,
                const Birthplace& birthplace) {
    const bool female = learner.sex == core::Sex::female;
    const std::map<std::string, std::string> values = {
        {"name_km", learner.name_km},
        {"name_latin", learner.name},
        {"sex_km", female ? "ស្រី" : "ប្រុស"},
        {"sex_en", female ? "Female" : "Male"},
        {"born_km", learner.born ? born_km(*learner.born) : ""},
        {"born_en", learner.born ? born_en(*learner.born) : ""},
        {"birthplace_km", birthplace.km},
        {"birthplace_en", birthplace.en},
        {"learner_number", learner.number},
    };
    filling.values.insert(values.begin(), values.end());
}

Birthplace birthplace_of(const storage::Database& database, learners::LearnerId learner, core::Day on) {
    const auto known = learners::load_learner(database, learner);
    if (!known.birthplace_code) return {known.birthplace_text.value_or(""), ""};
    const auto line = office::area_line(database, *known.birthplace_code, on);
    return {office::place_km(line), office::place_en(line)};
}

void add_result(documents::Filling& filling, const AwardContext& context, const Candidate& candidate) {
    filling.values["result_km"] = result_km(context, printed_result(candidate));
    filling.values["result_en"] = result_en(context, printed_result(candidate));
}

documents::Filling filling_of(const AwardContext& context, const Candidate& candidate,
                              const Birthplace& birthplace, const CertificatePayload& payload,
                              const std::string& code) {
    const programmes::Award& award = context.pack.award;
    documents::Filling filling;
    filling.code = code;
    filling.values = {
        {"title_km", award.title.km},
        {"title_en", award.title.en},
        {"statement_km", award.statement.km},
        {"statement_en", award.statement.en},
        {"serial", payload.serial},
        {"copy_km", ""},
        {"copy_en", ""},
        {"copy_day_km", ""},
        {"copy_day_en", ""},
        {"replaces_km", ""},
        {"replaces_en", ""},
    };
    add_class(filling, context);
    add_person(filling, candidate.learner, birthplace);
    add_result(filling, context, candidate);
    return filling;
}

} // namespace certificates
