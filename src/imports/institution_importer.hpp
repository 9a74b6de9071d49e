// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of centres and schools, and of classes to open.
#pragma once

#include "classes/class_store.hpp"
#include "imports/importer.hpp"
#include "imports/learner_row.hpp"
#include "institutions/institution_store.hpp"

#include <map>
#include <set>

namespace imports {

class InstitutionImporter final : public Importer {
  public:
    InstitutionImporter(const storage::Database& database, const Vocabulary& vocabulary,
                        FindVillage find_village);
    RowOutcome judge(RowCells& cells) override;
    core::Expected<void> write(storage::Transaction& tx, std::size_t nth) override;
    // An unknown village is left out.
    bool may_take(std::size_t) const override { return true; }

  private:
    void compare(const institutions::Institution& read, RowOutcome& outcome, const std::string& cell);

    const storage::Database& m_database;
    const Vocabulary& m_vocabulary;
    FindVillage m_find_village;
    // What will stand in the office: a known institution with what the row says put over it, or a new one.
    std::vector<institutions::Institution> m_planned;
    std::set<std::string> m_names;
};

class ClassImporter final : public Importer {
  public:
    ClassImporter(const storage::Database& database, const Vocabulary& vocabulary);
    RowOutcome judge(RowCells& cells) override;
    core::Expected<void> write(storage::Transaction& tx, std::size_t nth) override;
    bool may_take(std::size_t) const override { return false; }

  private:
    std::optional<std::string> read_programme(RowCells& cells) const;
    std::optional<institutions::InstitutionId> read_institution(RowCells& cells) const;
    std::vector<institutions::Institution> institutions_called(const std::string& typed) const;
    classes::Weekdays weekdays_of(const std::string& typed) const;
    void read_schedule(RowCells& cells, classes::Class& opened) const;

    struct Planned {
        classes::Class opened;
        std::string programme;
    };
    const storage::Database& m_database;
    const Vocabulary& m_vocabulary;
    std::vector<Planned> m_planned;
    std::set<std::string> m_names;
};

} // namespace imports
