// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/search.hpp"

#include "core/fold.hpp"
#include "learners/search_source.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

namespace learners {

namespace {

// Gives every distinct text one index.
class Shared {
  public:
    explicit Shared(CodedTexts& texts)
        : m_texts(texts) {}
    std::uint32_t index_of(const std::string& code) {
        const auto [at, fresh] = m_indices.try_emplace(code, static_cast<std::uint32_t>(m_texts.size()));
        if (fresh) m_texts.add(code);
        return at->second;
    }

  private:
    CodedTexts& m_texts;
    std::unordered_map<std::string, std::uint32_t> m_indices;
};

std::string query_code(std::string_view text) {
    std::string part;
    append_code(part, core::query_fold(text));
    return part;
}

} // namespace

Found find_once(const storage::Database& database, std::string_view text, const Filter& filter,
                std::size_t limit, core::Progress& progress) {
    const std::string part = query_code(text);
    const Sieve sieve(database, filter);
    Found found;
    read_entries(database, progress, [&](const SearchEntry& entry) {
        if (!sieve.passes(entry.traits, entry.memberships)) return;
        if (!holds(entry.own, part) && !holds(entry.place, part) && !holds(entry.classes, part)) return;
        if (found.ids.size() < limit) found.ids.push_back(entry.id);
        ++found.total;
    });
    return found;
}

SearchIndex::SearchIndex()
    : m_membership_starts(1, 0)
    , m_gone(0) {}

SearchIndex SearchIndex::build(const storage::Database& database, core::Progress& progress) {
    SearchIndex index;
    Shared shared(index.m_shared);
    read_entries(database, progress, [&](const SearchEntry& entry) {
        index.m_ids.push_back(entry.id);
        index.m_own.add(entry.own);
        index.m_places.push_back(shared.index_of(entry.place));
        index.m_classes.push_back(shared.index_of(entry.classes));
        index.m_traits.push_back(entry.traits);
        index.m_memberships.insert(index.m_memberships.end(), entry.memberships.begin(),
                                   entry.memberships.end());
        index.m_membership_starts.push_back(static_cast<std::uint32_t>(index.m_memberships.size()));
    });
    index.m_own.shrink();
    index.m_ids.shrink_to_fit();
    index.m_places.shrink_to_fit();
    index.m_classes.shrink_to_fit();
    index.m_traits.shrink_to_fit();
    index.m_memberships.shrink_to_fit();
    index.m_membership_starts.shrink_to_fit();
    index.m_gone = Marks(index.m_ids.size());
    return index;
}

Marks SearchIndex::rows_holding(std::string_view part) const {
    Marks rows(m_ids.size());
    if (part.empty()) {
        rows.set_all();
        return rows;
    }
    m_own.mark_holding(part, rows);
    Marks shared(m_shared.size());
    m_shared.mark_holding(part, shared);
    if (shared.count() > 0)
        for (std::size_t row = 0; row < m_ids.size(); ++row)
            if (shared.test(m_places[row]) || shared.test(m_classes[row])) rows.set(row);
    return rows;
}

std::span<const Membership> SearchIndex::memberships_of(std::size_t row) const {
    return std::span(m_memberships)
        .subspan(m_membership_starts[row], m_membership_starts[row + 1] - m_membership_starts[row]);
}

Found SearchIndex::find(std::string_view text, const Sieve& sieve, std::size_t limit) const {
    const std::string part = query_code(text);
    Marks rows = rows_holding(part);
    rows.remove(m_gone);
    if (!sieve.open())
        rows.keep_if([&](std::size_t row) { return sieve.passes(m_traits[row], memberships_of(row)); });
    std::vector<const Newer*> newer;
    for (const Newer& one : m_newer)
        if (holds(one.code, part) && sieve.passes(one.traits, one.memberships)) newer.push_back(&one);

    Found found;
    found.total = rows.count() + static_cast<std::int64_t>(newer.size());
    auto next = newer.begin();
    for (std::size_t row : rows.first(limit)) {
        for (; next != newer.end() && (*next)->before <= row; ++next)
            found.ids.push_back((*next)->id);
        found.ids.push_back(m_ids[row]);
    }
    for (; next != newer.end(); ++next)
        found.ids.push_back((*next)->id);
    if (found.ids.size() > limit) found.ids.resize(limit);
    return found;
}

void SearchIndex::refresh(const storage::Database& database, std::span<const LearnerId> ids) {
    const std::set<LearnerId> each(ids.begin(), ids.end());
    for (const LearnerId id : each)
        forget(id);
    for (const LearnerId id : each)
        take_up(database, id);
}

void SearchIndex::take_up(const storage::Database& database, LearnerId id) {
    const auto entry = read_entry(database, id);
    if (!entry) return;
    Newer newer;
    newer.id = id;
    newer.sort_key = sort_key_of(database, id).value();
    newer.before = place_of(database, newer.sort_key, id);
    newer.code = entry->own + entry->place + entry->classes;
    newer.traits = entry->traits;
    newer.memberships = entry->memberships;
    const auto order = [](const Newer& one) { return std::tie(one.sort_key, one.id); };
    const auto at = std::lower_bound(m_newer.begin(), m_newer.end(), newer,
                                     [&](const Newer& a, const Newer& b) { return order(a) < order(b); });
    m_newer.insert(at, std::move(newer));
}

void SearchIndex::forget(LearnerId id) {
    std::erase_if(m_newer, [&](const Newer& one) { return one.id == id; });
    const auto row = std::find(m_ids.begin(), m_ids.end(), id);
    if (row != m_ids.end()) m_gone.set(static_cast<std::size_t>(row - m_ids.begin()));
}

std::size_t SearchIndex::place_of(const storage::Database& database, const storage::Blob& sort_key,
                                  LearnerId id) const {
    // No sort keys are kept in memory: twenty questions to the file find the place among a million.
    std::size_t low = 0;
    std::size_t high = m_ids.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        std::size_t probe = middle;
        while (probe < high && m_gone.test(probe)) // its key in the file is no longer the one it stands by
            ++probe;
        if (probe == high) {
            high = middle;
            continue;
        }
        const auto other = sort_key_of(database, m_ids[probe]).value();
        if (std::tie(other, m_ids[probe]) < std::tie(sort_key, id))
            low = probe + 1;
        else
            high = middle;
    }
    return low;
}

std::int64_t SearchIndex::size() const {
    return static_cast<std::int64_t>(m_ids.size() + m_newer.size()) - m_gone.count();
}

std::size_t SearchIndex::bytes() const {
    std::size_t total =
        m_own.bytes() + m_shared.bytes() + m_ids.capacity() * sizeof(m_ids[0]) +
        m_places.capacity() * sizeof(m_places[0]) + m_classes.capacity() * sizeof(m_classes[0]) +
        m_traits.capacity() * sizeof(m_traits[0]) + m_memberships.capacity() * sizeof(m_memberships[0]) +
        m_membership_starts.capacity() * sizeof(m_membership_starts[0]);
    for (const Newer& one : m_newer)
        total += sizeof one + one.code.capacity() + one.sort_key.capacity();
    return total;
}

} // namespace learners
