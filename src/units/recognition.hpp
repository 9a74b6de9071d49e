// SPDX-License-Identifier: GPL-3.0-or-later
// Recognition of prior learning: which units somebody could already do, what was seen of it, and the two who
// assessed it.
#pragma once

#include "core/clock.hpp"
#include "core/error.hpp"
#include "core/uid.hpp"
#include "learners/learner.hpp"
#include "programmes/pack.hpp"
#include "staff/educator.hpp"

#include <optional>
#include <string>
#include <vector>

namespace units {

enum class RecognitionId : std::int64_t {};

inline constexpr std::size_t most_evidence = 30;
inline constexpr std::size_t longest_words = 1'000; // bytes of a piece of evidence, a name, a remark

// One of the office's educators, or somebody by name.
struct Assessor {
    std::optional<staff::EducatorId> educator{};
    std::string name{}; // an educator's Khmer name is filled in when it is kept
    friend bool operator==(const Assessor&, const Assessor&) = default;
};

struct Recognition {
    RecognitionId id{}; // given by the store
    core::Uid uid{};    // given by the store
    learners::LearnerId learner{};
    std::string programme{};             // its key
    std::string level{};                 // a key of its levels; empty where it has one at most
    std::vector<std::string> units{};    // keys
    std::vector<std::string> evidence{}; // at least one piece
    std::vector<Assessor> assessors{};   // two
    core::Day day{};
    std::string remark{};
    friend bool operator==(const Recognition&, const Recognition&) = default;
};

// As it is kept: texts tidied, empty pieces of evidence and nameless assessors left out, units in the pack's
// order and each once.
Recognition tidied(Recognition recognition, const programmes::Pack& pack);

// What stands in the way of keeping a tidied one, each with the fact field (units, level, evidence,
// assessors, day, remark):
//   recognition.no-unit
//   unit.unknown                   {unit}
//   recognition.level-missing      the programme has several
//   class.level-unknown            {level}
//   recognition.no-evidence
//   recognition.too-much-evidence  {maximum}
//   recognition.assessors-missing  fewer than two
//   recognition.assessor-twice     {name}
//   recognition.day-ahead          {day}
//   recognition.too-long           {maximum}
std::vector<core::Error> faults(const Recognition& recognition, const programmes::Pack& pack,
                                core::Day today);

} // namespace units
