// SPDX-License-Identifier: GPL-3.0-or-later
// A clerk at one class's marks of one period: what is typed and pasted, and taking the last of it back. Each
// is one transaction, and taking back writes anew: nothing goes from history.
#pragma once

#include "assessment/score_store.hpp"

#include <span>
#include <string>
#include <vector>

namespace assessment {

// One mark as it was typed.
struct TypedMark {
    classes::EnrolmentId enrolment{};
    std::string subject; // its key
    std::string text;
};

struct Pasted {
    int written = 0; // cells that changed
    struct Refused {
        TypedMark mark;
        core::Error why;
    };
    std::vector<Refused> refused;
};

class ScoreSitting {
  public:
    ScoreSitting(classes::ClassId in, std::string period)
        : m_class(in)
        , m_period(std::move(period)) {}

    // Blank takes the mark back. Errors: those of read_score and ScoreWriter::set.
    core::Expected<void> type(storage::Database& database, const storage::Actor& actor,
                              const TypedMark& mark);

    // A block from elsewhere: what can be written is, what cannot is named with the reason; a blank cell of
    // the block leaves the mark that stands there.
    Pasted paste(storage::Database& database, const storage::Actor& actor, std::span<const TypedMark> marks);

    // Every empty cell becomes exempt; see exempt_rest. How many.
    core::Expected<int> exempt_rest(storage::Database& database, const storage::Actor& actor);

    bool can_take_back() const { return !m_done.empty(); }
    // The last of these, whole or not at all; how many cells. Errors: those of ScoreWriter::take_back, after
    // which that step is forgotten: it can never be taken back again.
    core::Expected<int> take_back(storage::Database& database, const storage::Actor& actor);

  private:
    void remember(std::vector<ScoreChange> changes);

    classes::ClassId m_class;
    std::string m_period;
    std::vector<std::vector<ScoreChange>> m_done;
};

} // namespace assessment
