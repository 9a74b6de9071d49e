// SPDX-License-Identifier: GPL-3.0-or-later
// Learners as lists show them, and those who might be the same person.
#pragma once

#include "learners/learner.hpp"
#include "storage/database.hpp"

#include <span>

namespace learners {

// What a line of a list needs, read without the rest of the learner.
struct LearnerRow {
    LearnerId id{};
    core::Uid uid{};
    std::string number{};
    std::string name_km{};
    std::string name{};
    std::string folded_km{};
    std::string folded{};
    Sex sex = Sex::female;
    std::optional<core::PartialDate> born{};
    std::optional<std::string> village_code{};
    std::optional<std::string> village_text{};
    std::optional<std::string> phone{};
};

// Where a page ended: the key of its last line.
struct ListKey {
    storage::Blob sort_key;
    LearnerId id{};
};

struct LearnerPage {
    std::vector<LearnerRow> rows;
    // Nothing after the last page.
    std::optional<ListKey> next;
};

// Everyone in the order of their names, `limit` at a time; the cost of a page does not grow with its place.
LearnerPage list_page(const storage::Database& database, const std::optional<ListKey>& after,
                      std::int64_t limit);

// Those learners, in the order given; ids that are not there are left out.
std::vector<LearnerRow> rows_of(const storage::Database& database, std::span<const LearnerId> ids);

std::int64_t count_learners(const storage::Database& database);

// Who might be the person of these keys: equal folded Khmer name, equal folded Latin name, or equal phone.
// Empty keys match nobody. Which of them really look alike is for the caller to say.
std::vector<LearnerRow> candidates(const storage::Database& database, std::string_view folded_km,
                                   std::string_view folded, std::string_view phone);

} // namespace learners
