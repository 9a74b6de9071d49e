// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/form_values.hpp"

#include "core/date_text.hpp"
#include "core/tidy.hpp"

#include <fmt/format.h>

#include <charconv>

namespace learners {
namespace {

// Texts that stand in the form as in the learner.
using TextField = std::pair<std::string_view, std::optional<std::string> Learner::*>;
constexpr std::array<TextField, 14> text_fields{{
    {"birthplace_code", &Learner::birthplace_code},
    {"birthplace_text", &Learner::birthplace_text},
    {"village_code", &Learner::village_code},
    {"village_text", &Learner::village_text},
    {"phone", &Learner::phone},
    {"guardian", &Learner::guardian},
    {"guardian_phone", &Learner::guardian_phone},
    {"ethnicity", &Learner::ethnicity},
    {"home_language", &Learner::home_language},
    {"schooling", &Learner::schooling},
    {"leaving_reason", &Learner::leaving_reason},
    {"occupation", &Learner::occupation},
    {"migration", &Learner::migration},
    {"note", &Learner::note},
}};

using Question = std::pair<std::string_view, std::optional<Difficulty> WashingtonGroup::*>;
constexpr std::array<Question, 6> questions{{
    {"wg_seeing", &WashingtonGroup::seeing},
    {"wg_hearing", &WashingtonGroup::hearing},
    {"wg_walking", &WashingtonGroup::walking},
    {"wg_remembering", &WashingtonGroup::remembering},
    {"wg_self_care", &WashingtonGroup::self_care},
    {"wg_communicating", &WashingtonGroup::communicating},
}};

constexpr std::string_view identity_prefix = "identity.";

std::string day_text(core::Day day) {
    return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(day.day()),
                       static_cast<unsigned>(day.month()), static_cast<int>(day.year()));
}

std::string date_text(const core::PartialDate& date) {
    const int year = static_cast<int>(date.day.year());
    switch (date.precision) {
    case core::Precision::day:
        return day_text(date.day);
    case core::Precision::month:
        return fmt::format("{:02}/{:04}", static_cast<unsigned>(date.day.month()), year);
    case core::Precision::year:
        return fmt::format("{:04}", year);
    case core::Precision::about:
        break;
    }
    return fmt::format("~{:04}", year);
}

std::string_view value(const FormValues& values, std::string_view field) {
    const auto found = values.find(field);
    return found == values.end() ? std::string_view{} : std::string_view{found->second};
}

template<typename Enum>
std::optional<Enum> number_in(std::string_view text, int most) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 1 || number > most)
        return std::nullopt;
    return static_cast<Enum>(number);
}

class Reader {
  public:
    Reader(const FormValues& values, FormReading& reading)
        : m_values(values)
        , m_reading(reading) {}

    std::optional<core::PartialDate> date(std::string_view field, core::Day latest) {
        const std::string text = core::tidy(value(m_values, field));
        if (text.empty()) return std::nullopt;
        const auto read = core::read_date(text, latest);
        if (read) return read->date;
        refuse(core::Error{read.error()}, field);
        return std::nullopt;
    }

    std::optional<core::Day> day(std::string_view field, core::Day latest) {
        const auto read = date(field, latest);
        if (!read || read->full()) return read ? std::optional{read->day} : std::nullopt;
        refuse(core::Error{"date.incomplete"}.with("text", core::tidy(value(m_values, field))), field);
        return std::nullopt;
    }

  private:
    void refuse(core::Error error, std::string_view field) {
        m_reading.faults.push_back(std::move(error).with("field", std::string{field}));
    }
    const FormValues& m_values;
    FormReading& m_reading;
};

std::vector<IdentityNumber> read_identities(const FormValues& values) {
    std::vector<IdentityNumber> identities;
    for (auto at = values.lower_bound(identity_prefix);
         at != values.end() && at->first.starts_with(identity_prefix); ++at) {
        const std::string_view text = at->second;
        const std::size_t space = std::min(text.find(' '), text.size());
        const auto kind = identity_kind_from_text(text.substr(0, space));
        if (kind && space < text.size()) identities.push_back({*kind, std::string{text.substr(space + 1)}});
    }
    return identities;
}

void put_identities(FormValues& values, const std::vector<IdentityNumber>& identities) {
    std::size_t row = 0;
    for (const IdentityNumber& identity : identities)
        values[fmt::format("{}{}", identity_prefix, row++)] =
            fmt::format("{} {}", to_text(identity.kind), identity.number);
}

// A code and a text of one place stand for each other.
std::string_view twin_of(std::string_view field) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> twins{{
        {"village_code", "village_text"},
        {"village_text", "village_code"},
        {"birthplace_code", "birthplace_text"},
        {"birthplace_text", "birthplace_code"},
    }};
    for (const auto& [one, other] : twins)
        if (one == field) return other;
    return field;
}

} // namespace

FormValues values_of(const Learner& learner) {
    FormValues values;
    values["name_km"] = learner.name_km;
    values["name"] = learner.name;
    if (learner.sex) values["sex"] = core::to_text(*learner.sex);
    if (learner.born) values["born"] = date_text(*learner.born);
    for (const auto& [field, member] : text_fields)
        values[std::string{field}] = (learner.*member).value_or("");
    // A field shows the village; what a list wrote beside its code is not lost, only not shown.
    if (learner.village_code) values.erase("village_text");
    if (learner.birthplace_code) values.erase("birthplace_text");
    if (learner.equity_level)
        values["equity_level"] = std::to_string(static_cast<int>(*learner.equity_level));
    if (learner.equity_valid_to) values["equity_valid_to"] = day_text(*learner.equity_valid_to);
    if (learner.consent_on) values["consent_on"] = day_text(*learner.consent_on);
    for (const auto& [field, member] : questions)
        if (const auto answer = learner.washington.*member)
            values[std::string{field}] = std::to_string(static_cast<int>(*answer));
    put_identities(values, learner.identities);
    std::erase_if(values, [](const auto& one) { return one.second.empty(); });
    return values;
}

FormReading read_values(const FormValues& values, const Learner& known, core::Day today) {
    FormReading reading{known, {}};
    Learner& learner = reading.learner;
    Reader reader{values, reading};
    learner.name_km = value(values, "name_km");
    learner.name = value(values, "name");
    learner.sex = core::sex_from_text(value(values, "sex"));
    learner.born = reader.date("born", today);
    for (const auto& [field, member] : text_fields) {
        const std::string_view text = value(values, field);
        // The text that a list wrote beside the code stays while the code does.
        const bool unseen = field.ends_with("_text") && text.empty() &&
                            value(values, twin_of(field)) == value(values_of(known), twin_of(field));
        if (!unseen) learner.*member = text.empty() ? std::nullopt : std::optional{std::string{text}};
    }
    learner.equity_level = number_in<EquityLevel>(value(values, "equity_level"), 2);
    // A card is valid for a few years to come; a typed 99 is not 2099.
    const core::Day far = core::last_day(core::month_of(today) + std::chrono::years{20});
    learner.equity_valid_to = reader.day("equity_valid_to", far);
    learner.consent_on = reader.day("consent_on", far);
    for (const auto& [field, member] : questions)
        learner.washington.*member = number_in<Difficulty>(value(values, field), 4);
    learner.identities = read_identities(values);
    learner = tidied(std::move(learner));
    for (core::Error& fault : faults(learner, today))
        reading.faults.push_back(std::move(fault));
    return reading;
}

FormValues filled_up(FormValues known, const FormValues& typed) {
    for (const auto& [field, text] : typed)
        if (!field.starts_with(identity_prefix) && value(known, twin_of(field)).empty())
            known.emplace(field, text);
    auto identities = read_identities(known);
    for (IdentityNumber& identity : read_identities(typed))
        identities.push_back(std::move(identity));
    Learner tidy;
    tidy.identities = std::move(identities);
    put_identities(known, tidied(std::move(tidy)).identities);
    return known;
}

FormValues shared_by_pile(const FormValues& values) {
    FormValues shared;
    for (const std::string_view field : {"village_code", "village_text"})
        if (const auto found = values.find(field); found != values.end()) shared.insert(*found);
    return shared;
}

} // namespace learners
