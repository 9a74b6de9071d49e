// SPDX-License-Identifier: GPL-3.0-or-later
// What a list of learners is narrowed to, beside the text that is searched for.
//
// Class, centre and programme choose which enrolments count; the standing then speaks of those: with the
// programme literacy and Standing::never, everyone who was never in a class of literacy.
#pragma once

#include "learners/learner.hpp"
#include "storage/database.hpp"

#include <span>

namespace learners {

// enrolled: in a class that is still open. left: was in one and is in none now, whether the learner left it
// or it closed. never: in none, ever. What was entered by mistake does not count.
enum class Standing { enrolled, left, never };
std::string_view to_text(Standing standing);
std::optional<Standing> standing_from_text(std::string_view text);

// What is known of a disability (has_disability); unknown where nobody asked.
enum class Answer : std::uint8_t { yes, no, unknown };
std::string_view to_text(Answer answer);
std::optional<Answer> answer_from_text(std::string_view text);

struct Filter {
    // Keys of the tables `class` and `institution`, whose rooms come after this one; a pack's programme.
    std::optional<std::int64_t> class_id{};
    std::optional<std::int64_t> institution_id{};
    std::optional<std::string> programme{};
    std::optional<Standing> standing{};
    std::optional<Sex> sex{};
    std::optional<Answer> disability{};
    std::optional<bool> equity_card{}; // one that counts today
    bool no_birth_date = false;
    bool no_village = false;

    bool empty() const { return *this == Filter{}; }
    friend bool operator==(const Filter&, const Filter&) = default;
};

// One enrolment as the filter sees it.
struct Membership {
    std::uint32_t class_id = 0;
    bool present = false; // the learner did not leave
};

// What the filter looks at of one learner.
struct Traits {
    static constexpr std::int32_t no_card = INT32_MIN;

    Sex sex = Sex::female;
    Answer disability = Answer::unknown;
    bool born = false;
    bool village = false;
    std::int32_t card_until = no_card; // the card's last day, counted from 1970; the largest: no last day
};

// A filter with what it needs of the office looked up: cheap to ask of each of a million learners.
class Sieve {
  public:
    // Lets everyone through.
    Sieve() = default;
    Sieve(const storage::Database& database, const Filter& filter);
    bool open() const { return m_filter.empty(); }
    bool passes(const Traits& traits, std::span<const Membership> memberships) const;

  private:
    bool classes_pass(std::span<const Membership> memberships) const;

    Filter m_filter;
    std::int32_t m_today = 0;
    // Ascending. The classes whose enrolments count (nothing: all), and those that are open.
    std::optional<std::vector<std::uint32_t>> m_counted;
    std::vector<std::uint32_t> m_running;
};

// What a filter can be set to in this office, in the order of names.
struct FilterChoices {
    struct Named {
        std::int64_t id = 0;
        std::string name_km{};
        std::string name{};
        std::int64_t institution_id = 0; // of a class
    };
    std::vector<Named> classes{};
    std::vector<Named> institutions{}; // those that have a class
    std::vector<std::string> programmes{};
};
FilterChoices filter_choices(const storage::Database& database);

} // namespace learners
