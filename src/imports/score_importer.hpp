// SPDX-License-Identifier: GPL-3.0-or-later
// A class's sheet of scores as it came back from the centre.
#pragma once

#include "assessment/score_store.hpp"
#include "imports/importer.hpp"
#include "imports/roster.hpp"

namespace imports {

class ScoreImporter final : public Importer {
  public:
    // `period` is a key of the pack.
    ScoreImporter(const storage::Database& database, const Vocabulary& vocabulary, const FoundSheet& found,
                  classes::ClassId class_id, programmes::Pack pack, std::string period);

    RowOutcome judge(RowCells& cells) override;
    core::Expected<void> write(storage::Transaction& tx, std::size_t nth) override;
    std::vector<core::Error> findings() const override;
    // As of attendance: a row whose name was changed, for whom its number means.
    bool may_take(std::size_t nth) const override { return m_planned[nth].enrolment.has_value(); }

  private:
    struct Planned {
        std::optional<classes::EnrolmentId> enrolment;
        std::vector<std::pair<assessment::Cell, assessment::Score>> scores;
    };

    void read_scores(RowCells& cells, Planned& planned, ScoreFacts& facts) const;
    void compare(const Planned& planned, RowOutcome& outcome) const;

    const storage::Database& m_database;
    const Vocabulary& m_vocabulary;
    Layout m_layout;
    programmes::Pack m_pack;
    std::string m_period;
    Roster m_roster;
    // Why none of these marks may change, where an accepted return has shut their day.
    std::optional<core::Error> m_shut;
    std::vector<Planned> m_planned;
};

} // namespace imports
