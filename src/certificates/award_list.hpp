// SPDX-License-Identifier: GPL-3.0-or-later
// The award list of a class: what it says of each learner, the steps from the clerk to whoever approves it,
// and what became different since it was prepared.
#pragma once

#include "certificates/eligibility.hpp"
#include "core/clock.hpp"
#include "office/digest.hpp"

#include <optional>
#include <string>
#include <vector>

namespace certificates {

enum class AwardListId : std::int64_t {};

// One learner as the list has it: a text is as it is printed, and empty where there is none.
struct ListLine {
    core::Uid enrolment{};
    std::string number{};
    std::string name_km{};
    std::string name{};
    core::Sex sex = core::Sex::female;
    std::optional<core::PartialDate> born{};
    std::string rate{};    // "92.50"
    std::string average{}; // "6.13", as the pack rounds it
    std::optional<int> rank{};
    std::string grade{};
    std::vector<core::Error> reasons{}; // none: to be awarded
    bool awarded() const { return reasons.empty(); }
    friend bool operator==(const ListLine&, const ListLine&) = default;
};

// Those to be awarded by their rank, then the others in the order of names.
std::vector<ListLine> lines_of(const std::vector<Candidate>& candidates, const programmes::Pack& pack);

// Of a text that is kept: a line for each reason. Nothing for a text that reasons_text() did not make.
std::string reasons_text(const std::vector<core::Error>& reasons);
std::optional<std::vector<core::Error>> reasons_from_text(std::string_view text);

// What names a list's content wherever it travels.
office::Digest digest_of(const std::vector<ListLine>& lines);

enum class Step { prepare, check, approve, return_ };
std::string_view to_text(Step step);
std::optional<Step> step_from_text(std::string_view text);

enum class Role { headteacher, office_head };
std::string_view to_text(Role role);
std::optional<Role> role_from_text(std::string_view text);

struct LineRemark {
    core::Uid enrolment{};
    std::string remark;
    friend bool operator==(const LineRemark&, const LineRemark&) = default;
};

// Something that was done with a list.
struct ListStep {
    std::int64_t id = 0; // given by the store
    Step step = Step::prepare;
    core::Moment at{};
    core::Day day{};
    std::string name{};  // who did it
    std::string actor{}; // who recorded it
    std::optional<Role> role{};
    std::string acting_for{}; // in whose place, or empty
    bool on_paper = false;
    bool same_step = false; // in set-up, prepared and approved at once
    std::string remark{};
    std::vector<LineRemark> remarks{};
    std::string scan{}; // "pdf" or "jpeg" where the signed paper is kept, else empty
    friend bool operator==(const ListStep&, const ListStep&) = default;
};

struct AwardList {
    AwardListId id{};
    core::Uid uid{};
    classes::ClassId class_id{};
    int number = 0;
    std::vector<ListLine> lines{};
    std::vector<ListStep> steps{}; // the first is its preparation
    const ListStep& last() const { return steps.back(); }
    Step state() const { return steps.back().step; }
    std::int64_t awarded() const;
    std::int64_t awarded_women() const;
};

// Something that is other now than when the list was prepared, with the fact learner:
//   award-list.joined    is in the class and not on the list
//   award-list.gone      is on the list and no longer in the class
//   award-list.gained    may be awarded now
//   award-list.lost      may not be awarded any more
//   award-list.result    {was, is} average, grade or rate
//   award-list.reasons   other reasons than on the list
//   award-list.person    name, number, sex or birth date
struct ListChange {
    core::Uid enrolment{};
    core::Error what;
    // Whoever approved the list would not have approved this certificate.
    bool grave = false;
};

// In the list's order. A rank alone is no change: it moves with those of others.
std::vector<ListChange> changes_between(const std::vector<ListLine>& was, const std::vector<ListLine>& is);

} // namespace certificates
