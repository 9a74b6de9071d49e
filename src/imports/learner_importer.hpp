// SPDX-License-Identifier: GPL-3.0-or-later
// A list of learners: who is new, who is known, who looks like another.
#pragma once

#include "imports/class_places.hpp"
#include "imports/importer.hpp"
#include "imports/known_people.hpp"
#include "imports/learner_row.hpp"
#include "imports/roster.hpp"

#include <unordered_map>

namespace imports {

class LearnerImporter final : public Importer {
  public:
    struct Asked {
        // Enrol everyone there; else the class column does where it names exactly one class not yet closed.
        std::optional<classes::ClassId> class_id;
        // This very file was imported and not undone, so that a name alone is who it was.
        bool sent_before = false;
        // Which rows beside the accepted ones will be written, and take a place in a class.
        bool updates = false;
        bool reviewed = false;
        // What a person decided row by row goes before both.
        Decisions decisions{};
    };
    LearnerImporter(const storage::Database& database, const Vocabulary& vocabulary, FindVillage find_village,
                    const FoundSheet& found, Asked asked);

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
    struct KnownLearner {
        learners::LearnerId id{};
        // The person of the row, or one who looks alike.
        bool is = false;
    };
    std::optional<KnownLearner> find_known(const Person& person);
    bool judge_known(const Planned& planned, learners::LearnerId known, RowOutcome& outcome);
    void judge_enrolment(RowCells& cells, Planned& planned, RowOutcome& outcome);
    bool will_enrol(const RowOutcome& outcome) const;
    void remember(const Planned& planned);

    const storage::Database& m_database;
    const Vocabulary& m_vocabulary;
    FindVillage m_find_village;
    Asked m_asked;
    ClassPlaces m_classes;
    // Of a sheet that we made: whose row is missing.
    std::optional<Roster> m_roster;
    std::vector<Planned> m_planned;
    // The planned rows that were not refused.
    PeopleIndex m_earlier;
    KnownPeople m_known;
    std::unordered_map<std::string, std::size_t> m_by_number;
    std::int64_t m_unknown_classes = 0;
    std::string m_an_unknown_class;
};

} // namespace imports
