// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/look_alikes.hpp"

#include "identity/block_keys.hpp"
#include "identity/other_person.hpp"
#include "identity/person_source.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace identity {
namespace {

using learners::LearnerId;

struct Entry {
    BlockKey key;
    LearnerId id;
    friend auto operator<=>(const Entry&, const Entry&) = default;
};

// A learner of the block at hand with their keys, kept while they are likely to be met again.
struct Known {
    LearnerId id{};
    Person person;
    std::vector<BlockKey> keys;
};

class Finder {
  public:
    Finder(const storage::Database& database, core::Progress& progress)
        : m_database(database)
        , m_progress(progress)
        , m_decided(load_other_persons(database)) {}

    LookAlikes find() {
        read_persons(m_database, m_progress, [&](LearnerId id, const Person& person) {
            m_counts.add(person);
            for (const BlockKey key : block_keys(person))
                m_entries.push_back({key, id});
        });
        std::sort(m_entries.begin(), m_entries.end());
        compare_blocks();
        // Pairs of large blocks may have been met again.
        std::sort(m_found.pairs.begin(), m_found.pairs.end(), by_ids);
        m_found.pairs.erase(std::unique(m_found.pairs.begin(), m_found.pairs.end(), same_ids),
                            m_found.pairs.end());
        std::sort(
            m_found.pairs.begin(), m_found.pairs.end(), [](const LookAlike& one, const LookAlike& other) {
                return std::tuple{-one.score, one.a, one.b} < std::tuple{-other.score, other.a, other.b};
            });
        return std::move(m_found);
    }

  private:
    static bool by_ids(const LookAlike& one, const LookAlike& other) {
        return std::tie(one.a, one.b) < std::tie(other.a, other.b);
    }
    static bool same_ids(const LookAlike& one, const LookAlike& other) {
        return one.a == other.a && one.b == other.b;
    }

    void compare_blocks() {
        constexpr std::int64_t stride = 4096;
        const auto total = static_cast<std::int64_t>(m_entries.size());
        for (std::size_t begin = 0; begin < m_entries.size();) {
            std::size_t end = begin + 1;
            while (end < m_entries.size() && m_entries[end].key == m_entries[begin].key)
                ++end;
            if (end - begin > 1) compare_block(std::span{m_entries}.subspan(begin, end - begin));
            const auto done = static_cast<std::int64_t>(end);
            if (done / stride != static_cast<std::int64_t>(begin) / stride) {
                m_progress.report(done, total);
                if (m_progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
            }
            begin = end;
        }
    }

    void compare_block(std::span<const Entry> block) {
        // Beyond this many each one is compared with as many of its neighbours, so that the work grows with
        // the block.
        constexpr std::size_t neighbours = 40;
        std::vector<const Known*> members = load(block);
        if (members.size() > neighbours) {
            m_large.insert(block.front().key);
            std::sort(members.begin(), members.end(), [](const Known* one, const Known* other) {
                return std::tie(one->person.born, one->person.village.code, one->id) <
                       std::tie(other->person.born, other->person.village.code, other->id);
            });
        }
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < std::min(members.size(), i + 1 + neighbours); ++j)
                compare_pair(*members[i], *members[j], block.front().key);
    }

    void compare_pair(const Known& one, const Known& other, BlockKey here) {
        if (met_before(one, other, here)) return;
        ++m_found.compared;
        const double found = score(one.person, other.person, m_counts);
        if (found < look_alike_score) return;
        const auto [a, b] = std::minmax(one.id, other.id);
        if (std::binary_search(m_decided.begin(), m_decided.end(), std::pair{a, b})) return;
        m_found.pairs.push_back({a, b, found});
    }

    // Blocks come in the order of their keys: two that share a smaller key were compared there,
    // unless it was shared by very many.
    bool met_before(const Known& one, const Known& other, BlockKey here) const {
        auto a = one.keys.begin();
        auto b = other.keys.begin();
        while (a != one.keys.end() && b != other.keys.end()) {
            if (*a == *b) {
                if (*a >= here) return false;
                if (!m_large.contains(*a)) return true;
                ++a;
            } else {
                ++(*a < *b ? a : b);
            }
        }
        return false;
    }

    std::vector<const Known*> load(std::span<const Entry> block) {
        constexpr std::size_t most_kept = 8192;
        if (m_known.size() + block.size() > most_kept) m_known.clear();
        std::vector<const Known*> members;
        members.reserve(block.size());
        for (const Entry& entry : block) {
            auto [place, added] = m_known.try_emplace(entry.id);
            if (added) {
                place->second = {entry.id, find_person(m_database, entry.id).value(), {}};
                place->second.keys = block_keys(place->second.person);
            }
            members.push_back(&place->second);
        }
        return members;
    }

    const storage::Database& m_database;
    core::Progress& m_progress;
    DecidedPairs m_decided;
    NameCounts m_counts;
    std::vector<Entry> m_entries;
    std::unordered_set<BlockKey> m_large;
    std::unordered_map<LearnerId, Known> m_known;
    LookAlikes m_found;
};

} // namespace

LookAlikes find_look_alikes(const storage::Database& database, core::Progress& progress) {
    return Finder{database, progress}.find();
}

Explainer::Explainer(const storage::Database& database)
    : m_database(database) {
    core::NoProgress unseen;
    read_persons(database, unseen, [&](LearnerId, const Person& person) { m_counts.add(person); });
}

Likeness Explainer::explain(LearnerId a, LearnerId b) const {
    const auto one = find_person(m_database, a);
    const auto other = find_person(m_database, b);
    if (!one || !other) throw std::logic_error("a learner who is not there");
    return compare(*one, *other, m_counts);
}

} // namespace identity
