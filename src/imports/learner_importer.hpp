// SPDX-License-Identifier: GPL-3.0-or-later
// A list of learners: who is new, who is known, who looks like another.
#pragma once

#include "classes/enrolment_store.hpp"
#include "imports/importer.hpp"
#include "imports/learner_row.hpp"

#include <map>
#include <unordered_map>

namespace imports {

class LearnerImporter final : public Importer {
  public:
    // `class_id`: enrol everyone there; else the class column does where it names exactly one class not yet
    // closed. `sent_before`: this very file was imported and not undone, so that a name alone is who it was.
    LearnerImporter(const storage::Database& database, const Vocabulary& vocabulary, FindVillage find_village,
                    std::optional<classes::ClassId> class_id, bool sent_before);

    RowOutcome judge(RowCells& cells) override;
    std::vector<core::Error> findings() const override;
    core::Expected<void> write(storage::Transaction& tx, std::size_t nth) override;
    bool may_take(std::size_t nth) const override;
    core::Expected<void> write_over(storage::Transaction& tx, std::size_t nth, std::int64_t learner,
                                    const std::set<std::string>& fields) override;
    std::optional<std::int64_t> written_as(std::size_t nth) const override;

  private:
    struct Planned {
        learners::Learner learner;
        Person person;
        Verdict verdict = Verdict::accept;
        std::optional<learners::LearnerId> known;
        std::optional<classes::ClassId> enrol_in;
        std::uint32_t row = 0;
        std::string number;
        // Once it is written.
        std::optional<learners::LearnerId> written;
    };

    // The row's fields beside those of whom it resembles.
    void compare(const Planned& planned, RowOutcome& outcome) const;
    void judge_identity(RowCells& cells, Planned& planned, RowOutcome& outcome);
    bool judge_number(RowCells& cells, Planned& planned, RowOutcome& outcome);
    // The earlier row of this file that is the same or looks alike, the same one first.
    std::pair<const Planned*, Likeness> earlier(const Planned& planned) const;
    bool judge_known(const Planned& planned, learners::LearnerId known, RowOutcome& outcome);
    std::optional<classes::ClassId> class_of(const std::string& name);
    core::Expected<void> enrol(storage::Transaction& tx, classes::ClassId in, learners::LearnerId learner);
    void remember(const Planned& planned);

    const storage::Database& m_database;
    const Vocabulary& m_vocabulary;
    FindVillage m_find_village;
    std::optional<classes::ClassId> m_class_id;
    bool m_sent_before;
    std::vector<Planned> m_planned;
    // By name key: the planned rows that were not refused.
    std::unordered_multimap<std::string, std::size_t> m_by_name;
    std::unordered_map<std::string, std::size_t> m_by_number;
    std::map<std::string, std::vector<classes::ClassId>> m_classes;
    // One for each class, while it is written to.
    std::map<classes::ClassId, classes::Enroller> m_enrollers;
    std::int64_t m_unknown_classes = 0;
    std::string m_an_unknown_class;
};

} // namespace imports
