// SPDX-License-Identifier: GPL-3.0-or-later
// A person who learns, as the register knows them, and the rules a row of the register keeps.
#pragma once

#include "core/clock.hpp"
#include "core/error.hpp"
#include "core/sex.hpp"
#include "core/uid.hpp"
#include "learners/disability.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace learners {

using core::Sex;

enum class LearnerId : std::int64_t {};

// What the household's equity card (IDPoor) prints as ក្រ១ and ក្រ២.
enum class EquityLevel { very_poor = 1, poor = 2 };

enum class IdentityKind { birth_certificate, national_id, student_id, family_book, other };
std::string_view to_text(IdentityKind kind);
std::optional<IdentityKind> identity_kind_from_text(std::string_view text);

// Adults often have no paper at all: none is compulsory, and their lengths are not checked.
struct IdentityNumber {
    IdentityKind kind = IdentityKind::other;
    std::string number;
    friend auto operator<=>(const IdentityNumber&, const IdentityNumber&) = default;
};

struct Learner {
    LearnerId id{};       // given by the store
    core::Uid uid{};      // given by the store unless the learner comes from another office
    std::string number{}; // "0202-000123-O"; likewise

    // At least one of the two, as typed.
    std::string name_km{};
    std::string name{};
    std::optional<Sex> sex{}; // a kept learner has one
    std::optional<core::PartialDate> born{};

    // A gazetteer code, or the text as written where the gazetteer has no such village.
    std::optional<std::string> birthplace_code{};
    std::optional<std::string> birthplace_text{};
    std::optional<std::string> village_code{};
    std::optional<std::string> village_text{};

    std::optional<std::string> phone{};
    std::optional<std::string> guardian{};
    std::optional<std::string> guardian_phone{};
    std::optional<std::string> ethnicity{};
    std::optional<std::string> home_language{};
    std::optional<EquityLevel> equity_level{};
    std::optional<core::Day> equity_valid_to{};
    WashingtonGroup washington{};
    // What a list said where the six questions were not asked.
    std::optional<std::string> disability_text{};
    std::optional<std::string> schooling{};
    std::optional<std::string> leaving_reason{};
    std::optional<std::string> occupation{};
    std::optional<std::string> migration{};
    // The class a list named that no open class bears.
    std::optional<std::string> class_text{};
    std::optional<std::string> note{};
    std::optional<core::Day> consent_on{};
    std::vector<IdentityNumber> identities{}; // in order, none twice
    core::Moment registered_at{};             // given by the store
    friend bool operator==(const Learner&, const Learner&) = default;
};

// As it is kept: texts tidied, phones in their one form where they can be read, identity numbers in order.
Learner tidied(Learner learner);

// What stands in the way of keeping a tidied learner, each with the fact field:
//   learner.name-missing   neither a Khmer nor a Latin name
//   text.lost, text.legacy-font   {text} a name whose letters were lost
//   sex.missing
//   date.future            {read, latest} born, or agreed, after today
//   date.too-old           {read} born before 1900
//   phone.unreadable, phone.length
std::vector<core::Error> faults(const Learner& learner, core::Day today);

// True or false as the six questions say; where they were not asked, true when a list stated a disability;
// nothing when neither is known.
std::optional<bool> has_disability(const Learner& learner);

// An equity card counts until its last day; a card without one counts.
bool has_equity_card(const Learner& learner, core::Day on);

} // namespace learners
