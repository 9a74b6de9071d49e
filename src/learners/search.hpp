// SPDX-License-Identifier: GPL-3.0-or-later
// Search as you type among all learners of the office: by any part of a name in Khmer or Latin, by number
// (also one of a record that was merged into this one), phone, village or class, whatever the spelling or the
// order of the marks.
//
// A learner is found when the folded query (core::query_fold) is part of one of these folded fields. That is
// all: what is found equals a naive search of the folded texts, always. A full-text index does not: it cuts
// Khmer at every vowel, or does not see one or two letters at all.
#pragma once

#include "core/progress.hpp"
#include "learners/coded_texts.hpp"
#include "learners/filter.hpp"
#include "storage/database.hpp"

#include <span>

namespace learners {

struct Found {
    std::int64_t total = 0;
    std::vector<LearnerId> ids; // the first of them, in the order of names
};

// One search without an index kept: reads everyone as it goes. The same answer as SearchIndex::find.
Found find_once(const storage::Database& database, std::string_view text, const Filter& filter,
                std::size_t limit, core::Progress& progress);

class SearchIndex {
  public:
    // Reads everyone once: seconds for a million. WorldFailure cancelled.
    static SearchIndex build(const storage::Database& database, core::Progress& progress);

    // A text of which nothing is certain yet (empty, or "o", which may become Oeun) finds everyone.
    Found find(std::string_view text, std::size_t limit) const { return find(text, Sieve{}, limit); }
    // Those of them whom a filter lets through.
    Found find(std::string_view text, const Sieve& sieve, std::size_t limit) const;

    // Brings one learner up to date after any write that touched the person: registered, changed, enrolled,
    // left, merged, deleted. Each one so changed costs every search a little, so that after bulk work (an
    // import) building anew is better.
    void refresh(const storage::Database& database, LearnerId id) { refresh(database, std::span{&id, 1}); }
    // After a write that touched several: all of them at once, because each finds its place among the others.
    void refresh(const storage::Database& database, std::span<const LearnerId> ids);

    std::int64_t size() const;
    // What it holds in memory.
    std::size_t bytes() const;

  private:
    // Someone whose entry is newer than the arena.
    struct Newer {
        std::size_t before = 0; // the row this learner stands before
        storage::Blob sort_key;
        LearnerId id{};
        std::string code;
        Traits traits;
        std::vector<Membership> memberships;
    };

    SearchIndex();
    Marks rows_holding(std::string_view part) const;
    std::span<const Membership> memberships_of(std::size_t row) const;
    std::size_t place_of(const storage::Database& database, const storage::Blob& sort_key,
                         LearnerId id) const;
    void forget(LearnerId id);
    void take_up(const storage::Database& database, LearnerId id);

    // Row by row in the order of names.
    CodedTexts m_own;
    std::vector<LearnerId> m_ids;
    std::vector<std::uint32_t> m_places; // in m_shared
    std::vector<std::uint32_t> m_classes;
    std::vector<Traits> m_traits;
    std::vector<Membership> m_memberships; // row by row
    std::vector<std::uint32_t> m_membership_starts;
    // Villages and classes, each once for all who share it.
    CodedTexts m_shared;
    Marks m_gone;               // rows that are deleted, or newer below
    std::vector<Newer> m_newer; // in the order of names
};

} // namespace learners
