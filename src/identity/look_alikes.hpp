// SPDX-License-Identifier: GPL-3.0-or-later
// Going through all learners for those that may be one person, in time that grows with their number.
#pragma once

#include "core/progress.hpp"
#include "identity/likeness.hpp"
#include "learners/learner.hpp"
#include "storage/database.hpp"

#include <cstdint>
#include <vector>

namespace identity {

struct LookAlike {
    learners::LearnerId a{}; // the smaller id: the record that was made first
    learners::LearnerId b{};
    double score = 0;
};

struct LookAlikes {
    // The likeliest first.
    std::vector<LookAlike> pairs;
    // How often two records were compared: a test of the work done.
    std::int64_t compared = 0;
};

// Pairs that score at least look_alike_score and that nobody decided to be two people. Two records are
// compared when they share a key: the consonants of the name with the year, with day and month, with the
// village; a birth date or a year and village with a part of the name; a phone; an identity number. Of a key
// that very many share, each is compared with those next to it by birth date. What is held in memory is the
// keys, about 150 bytes a learner. Throws WorldFailure "cancelled".
LookAlikes find_look_alikes(const storage::Database& database, core::Progress& progress);

// Why those two, whatever the score and whatever was decided. The ids must exist. Names are counted once for
// all.
class Explainer {
  public:
    explicit Explainer(const storage::Database& database);
    Likeness explain(learners::LearnerId a, learners::LearnerId b) const;

  private:
    const storage::Database& m_database;
    NameCounts m_counts;
};

} // namespace identity
