// SPDX-License-Identifier: GPL-3.0-or-later
// A return that an office below us handed over: where it stands among the others, and what was decided.
#pragma once

#include "returns/workbook_check.hpp"

#include <span>

namespace returns {

enum class ReceivedId : std::int64_t {};

enum class ReceivedState { received, accepted, replaced, rejected };
std::string_view to_text(ReceivedState state);
std::optional<ReceivedState> received_state_from_text(std::string_view text);

std::optional<FileVerdict> verdict_from_text(std::string_view text);

// Which of the versions that came before it this one follows.
//   first   version 1, and nothing came of this office and period yet
//   next    one more than the newest
//   same    it came before
//   older   not newer than the newest
//   gap     versions in between have not come
enum class Order { first, next, same, older, gap };
std::string_view to_text(Order order);

// The learners that a return tells of: counted from registers, and declared beside them without names.
struct ToldLearners {
    std::int64_t counted = 0;
    std::int64_t declared = 0;
};
// How many of them come from registers, in whole percents; nothing where there are none of either.
std::optional<int> share_from_registers(const std::optional<ToldLearners>& learners);

struct ReceivedReturn {
    ReceivedId id{};
    office::Digest digest{};
    FileVerdict verdict = FileVerdict::unsigned_file;
    // Empty and 0 where no signature vouches for them and no map told them.
    std::string office{};
    std::string period{};
    std::int64_t version = 0;
    std::optional<office::KeyId> key{};
    bool sample = false;
    std::int64_t generation = 0;
    std::int64_t audit_rows = 0;
    std::string audit_head{};
    std::string file_name{};
    core::Moment received_at{};
    ReceivedState state = ReceivedState::received;
    std::optional<core::Moment> decided_at{};
    std::string reason{};
    // Findings that must be explained and are not.
    std::int64_t unexplained = 0;
    // Nothing where they were not read when it came.
    std::optional<ToldLearners> learners{};
};

// `earlier` are the verified ones of the same office and period; `version` is of a signed return.
Order order_of(std::int64_t version, std::span<const ReceivedReturn> earlier);

// As it was signed, or, of a district without Srok, read by a map: only such a return can be accepted.
bool may_count(const ReceivedReturn& one);
// Of two returns of one office and period that may count: a signed one comes before any that is not, whatever
// their versions; a later version before an earlier one.
bool outranks(const ReceivedReturn& a, const ReceivedReturn& b);

// Whether two verified returns of one office cannot both follow from one history: the same version with other
// content, or the same length of the audit chain with another head. An office restored from a backup has a
// higher generation, and its chain goes on as another one.
bool contradict(const ReceivedReturn& a, const ReceivedReturn& b);

} // namespace returns
