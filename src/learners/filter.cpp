// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/filter.hpp"

#include "core/words.hpp"

#include <algorithm>

namespace learners {
namespace {

using storage::Database;

constexpr core::Words<Standing, 3> standings{{"enrolled", "left", "never"}};
constexpr core::Words<Answer, 3> answers{{"yes", "no", "unknown"}};

constexpr std::string_view select_counted = R"sql(
SELECT c.id FROM class c JOIN pack p ON p.id = c.pack_id
WHERE (?1 IS NULL OR c.id = ?1) AND (?2 IS NULL OR c.institution_id = ?2) AND (?3 IS NULL OR p.programme = ?3)
ORDER BY c.id)sql";

constexpr std::string_view select_running = R"sql(SELECT id FROM class WHERE status = 'open' ORDER BY id)sql";

constexpr std::string_view select_classes = R"sql(
SELECT id, name_km, name, institution_id FROM class ORDER BY sort_key, id)sql";

constexpr std::string_view select_institutions = R"sql(
SELECT id, name_km, name FROM institution i
WHERE EXISTS (SELECT 1 FROM class c WHERE c.institution_id = i.id) ORDER BY sort_key, id)sql";

constexpr std::string_view select_programmes = R"sql(
SELECT DISTINCT p.programme FROM pack p WHERE EXISTS (SELECT 1 FROM class c WHERE c.pack_id = p.id) ORDER BY 1)sql";

std::vector<std::uint32_t> ids_of(storage::Statement row) {
    std::vector<std::uint32_t> ids;
    while (row.step())
        ids.push_back(static_cast<std::uint32_t>(row.get<std::int64_t>(0)));
    return ids;
}

bool among(const std::vector<std::uint32_t>& ids, std::uint32_t id) {
    return std::binary_search(ids.begin(), ids.end(), id);
}

} // namespace

std::string_view to_text(Standing standing) {
    return standings.text(standing);
}

std::optional<Standing> standing_from_text(std::string_view text) {
    return standings.value(text);
}

std::string_view to_text(Answer answer) {
    return answers.text(answer);
}

std::optional<Answer> answer_from_text(std::string_view text) {
    return answers.value(text);
}

Sieve::Sieve(const Database& database, const Filter& filter)
    : m_filter(filter)
    , m_today(static_cast<std::int32_t>(
          std::chrono::sys_days{database.clock().today()}.time_since_epoch().count())) {
    if (filter.class_id || filter.institution_id || filter.programme)
        m_counted =
            ids_of(database.query(select_counted, filter.class_id, filter.institution_id, filter.programme));
    if (filter.standing) m_running = ids_of(database.query(select_running));
}

bool Sieve::classes_pass(std::span<const Membership> memberships) const {
    if (!m_counted && !m_filter.standing) return true;
    bool any = false;
    bool present = false;
    for (const Membership& one : memberships) {
        if (m_counted && !among(*m_counted, one.class_id)) continue;
        any = true;
        present = present || (one.present && among(m_running, one.class_id));
    }
    if (!m_filter.standing) return any;
    switch (*m_filter.standing) {
    case Standing::enrolled:
        return present;
    case Standing::left:
        return any && !present;
    case Standing::never:
        return !any;
    }
    return false;
}

bool Sieve::passes(const Traits& traits, std::span<const Membership> memberships) const {
    if (m_filter.sex && traits.sex != *m_filter.sex) return false;
    if (m_filter.disability && traits.disability != *m_filter.disability) return false;
    if (m_filter.no_birth_date && traits.born) return false;
    if (m_filter.no_village && traits.village) return false;
    if (m_filter.equity_card && *m_filter.equity_card != (traits.card_until >= m_today)) return false;
    return classes_pass(memberships);
}

FilterChoices filter_choices(const Database& database) {
    FilterChoices choices;
    storage::Statement in = database.query(select_classes);
    while (in.step())
        choices.classes.push_back({in.get<std::int64_t>(0), in.get<std::string>(1), in.get<std::string>(2),
                                   in.get<std::int64_t>(3)});
    storage::Statement at = database.query(select_institutions);
    while (at.step())
        choices.institutions.push_back(
            {at.get<std::int64_t>(0), at.get<std::string>(1), at.get<std::string>(2), 0});
    storage::Statement of = database.query(select_programmes);
    while (of.step())
        choices.programmes.push_back(of.get<std::string>(0));
    return choices;
}

} // namespace learners
