// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/learner.hpp"

#include "core/phone.hpp"
#include "core/text_problem.hpp"
#include "core/tidy.hpp"
#include "core/words.hpp"

#include <algorithm>

namespace learners {
namespace {

constexpr core::Words<IdentityKind, 5> identity_kinds{
    {"birth_certificate", "national_id", "student_id", "family_book", "other"}};

// The first year a register's date may have; the same as core/date_text.hpp reads.
constexpr core::Day earliest_birth{std::chrono::year{1900} / 1 / 1};

void tidy_identities(std::vector<IdentityNumber>& identities) {
    for (IdentityNumber& identity : identities)
        identity.number = core::tidy(identity.number);
    std::erase_if(identities, [](const IdentityNumber& identity) { return identity.number.empty(); });
    std::sort(identities.begin(), identities.end());
    identities.erase(std::unique(identities.begin(), identities.end()), identities.end());
}

void check_birth(std::vector<core::Error>& found, const core::PartialDate& born, core::Day today) {
    const auto fault = [&](std::string code) {
        return core::Error{std::move(code)}.with("field", "born").with("read", core::to_text(born));
    };
    // A year or month alone stands for its first day, so this year is never the future.
    if (born.day > today)
        found.push_back(fault("date.future").with("latest", core::to_iso(today)));
    else if (born.day < earliest_birth)
        found.push_back(fault("date.too-old"));
}

void check_text(std::vector<core::Error>& found, const std::string& field, const std::string& text) {
    if (const auto problem = core::text_problem(text))
        found.push_back(core::Error{std::string{*problem}}.with("field", field).with("text", text));
}

} // namespace

std::string_view to_text(IdentityKind kind) {
    return identity_kinds.text(kind);
}

std::optional<IdentityKind> identity_kind_from_text(std::string_view text) {
    return identity_kinds.value(text);
}

Learner tidied(Learner learner) {
    learner.name_km = core::tidy(learner.name_km);
    learner.name = core::tidy(learner.name);
    for (auto* text : {&learner.birthplace_code, &learner.birthplace_text, &learner.village_code,
                       &learner.village_text, &learner.guardian, &learner.ethnicity, &learner.home_language,
                       &learner.disability_text, &learner.schooling, &learner.leaving_reason,
                       &learner.occupation, &learner.migration, &learner.class_text, &learner.note})
        *text = core::tidy_field(*text);
    learner.phone = core::kept_phone(learner.phone);
    learner.guardian_phone = core::kept_phone(learner.guardian_phone);
    tidy_identities(learner.identities);
    return learner;
}

std::vector<core::Error> faults(const Learner& learner, core::Day today) {
    std::vector<core::Error> found;
    if (learner.name_km.empty() && learner.name.empty())
        found.push_back(core::Error{"learner.name-missing"}.with("field", "name_km"));
    check_text(found, "name_km", learner.name_km);
    check_text(found, "name", learner.name);
    check_text(found, "guardian", learner.guardian.value_or(""));
    if (!learner.sex) found.push_back(core::Error{"sex.missing"}.with("field", "sex"));
    if (learner.born) check_birth(found, *learner.born, today);
    if (auto fault = core::phone_fault(learner.phone)) found.push_back(fault->with("field", "phone"));
    if (auto fault = core::phone_fault(learner.guardian_phone))
        found.push_back(fault->with("field", "guardian_phone"));
    if (learner.consent_on && *learner.consent_on > today)
        found.push_back(core::Error{"date.future"}
                            .with("field", "consent_on")
                            .with("read", core::to_iso(*learner.consent_on))
                            .with("latest", core::to_iso(today)));
    return found;
}

std::optional<bool> has_disability(const Learner& learner) {
    if (learner.washington.asked()) return learner.washington.has_disability();
    if (learner.disability_text) return true;
    return std::nullopt;
}

bool has_equity_card(const Learner& learner, core::Day on) {
    return learner.equity_level && (!learner.equity_valid_to || on <= *learner.equity_valid_to);
}

} // namespace learners
