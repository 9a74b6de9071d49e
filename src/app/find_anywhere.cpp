// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/find_anywhere.hpp"

#include "certificates/register_store.hpp"
#include "classes/class_store.hpp"
#include "classes/ui/class_words.hpp"
#include "core/numerals.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_list.hpp"
#include "staff/educator_store.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>
#include <array>
#include <utility>

namespace app {

namespace {

constexpr std::size_t most_learners = 8;
constexpr std::size_t most_of_a_kind = 6;
// Fewer digits are part of nearly every number.
constexpr std::size_t fewest_digits = 3;

// The best of the two names' answers.
std::optional<int> answers_of(std::string_view name_km, std::string_view name,
                              const widgets::Wanted& wanted) {
    const auto khmer = wanted.answers(name_km);
    const auto latin = wanted.answers(name);
    if (khmer && latin) return std::min(*khmer, *latin);
    return khmer ? khmer : latin;
}

// Keeps the best of those from `from` on, in the order they came.
void keep_best(std::vector<FoundItem>& found, std::size_t from) {
    std::stable_sort(found.begin() + static_cast<std::ptrdiff_t>(from), found.end(),
                     [](const FoundItem& a, const FoundItem& b) { return a.rank < b.rank; });
    if (found.size() > from + most_of_a_kind) found.resize(from + most_of_a_kind);
}

template<typename Id>
std::string as_text(Id id) {
    return std::to_string(static_cast<std::int64_t>(id));
}

} // namespace

widgets::QuickFindItem FindAnywhere::opening(const wxString& title, const wxString& kind,
                                             const wxString& detail, std::string page,
                                             std::string what) const {
    return {title, kind, detail, [this, title, page = std::move(page), what = std::move(what)] {
                m_session.looked_at(page, what, title);
                m_session.go(page, what);
            }};
}

std::vector<FoundItem> FindAnywhere::find(const std::string& typed) const {
    const widgets::Wanted wanted(typed);
    std::vector<FoundItem> found;
    find_classes(wanted, found);
    find_learners(typed, found);
    find_places(wanted, found);
    find_certificates(typed, found);
    find_settings(wanted, found);
    return found;
}

void FindAnywhere::find_learners(const std::string& typed, std::vector<FoundItem>& found) const {
    if (!m_search.is_ready()) {
        m_search.prepare();
        return;
    }
    const auto ids = m_search.find(typed, {}, most_learners).ids;
    for (const learners::LearnerRow& row : learners::rows_of(m_session.database, ids)) {
        wxString detail = widgets::wx(row.number);
        if (row.born) detail += wxString::FromUTF8(" · ") + widgets::shown(*row.born);
        found.push_back({1, opening(office::shown_name(m_session, row), _("Learner"), detail, "learners",
                                    as_text(row.id))});
    }
}

void FindAnywhere::find_classes(const widgets::Wanted& wanted, std::vector<FoundItem>& found) const {
    const std::size_t from = found.size();
    for (const classes::ClassRow& row : classes::list_classes(m_session.database))
        if (const auto rank = answers_of(row.name_km, row.name, wanted))
            found.push_back({*rank, opening(office::shown_name(m_session, row), _("Class"),
                                            classes::status_word(row.status) + wxString::FromUTF8(" · ") +
                                                widgets::shown(row.first_day),
                                            "classes", as_text(row.id))});
    keep_best(found, from);
}

void FindAnywhere::find_places(const widgets::Wanted& wanted, std::vector<FoundItem>& found) const {
    std::size_t from = found.size();
    for (const auto& one : institutions::list_institutions(m_session.database))
        if (const auto rank = answers_of(one.name_km, one.name, wanted))
            found.push_back({*rank, opening(office::shown_name(m_session, one), _("Institution"),
                                            widgets::wx(one.code.value_or("")), "classes",
                                            "institution " + as_text(one.id))});
    keep_best(found, from);
    from = found.size();
    for (const auto& one : staff::list_educators(m_session.database))
        if (const auto rank = answers_of(one.name_km, one.name, wanted))
            found.push_back({*rank, opening(office::shown_name(m_session, one), _("Educator"),
                                            widgets::wx(one.phone.value_or("")), "classes",
                                            "educator " + as_text(one.id))});
    keep_best(found, from);
}

void FindAnywhere::find_certificates(const std::string& typed, std::vector<FoundItem>& found) const {
    const std::string part = core::to_latin_digits(typed);
    const auto digits = std::count_if(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (static_cast<std::size_t>(digits) < fewest_digits) return;
    for (const auto& entry : certificates::serials_holding(m_session.database, part, most_of_a_kind)) {
        const wxString name =
            widgets::wx(m_session.language == widgets::Language::khmer || entry.name.empty() ? entry.name_km
                                                                                             : entry.name);
        found.push_back({0, opening(widgets::wx(entry.serial), _("Certificate"), name, "certificates",
                                    "register " + entry.serial)});
    }
}

void FindAnywhere::find_settings(const widgets::Wanted& wanted, std::vector<FoundItem>& found) const {
    const std::array<std::pair<const char*, wxString>, 7> tabs{{{"office", _("This office")},
                                                                {"holidays", _("Holidays")},
                                                                {"programmes", _("Programmes")},
                                                                {"signers", _("Signers")},
                                                                {"letters", _("Register letters")},
                                                                {"users", _("Users")},
                                                                {"backups", _("Backups")}}};
    for (const auto& [id, label] : tabs)
        if (const auto rank = wanted.answers(widgets::utf8(label)))
            found.push_back({*rank, opening(label, _("Settings"), wxString(), "settings", id)});
}

std::vector<widgets::QuickFindItem> FindAnywhere::recent() const {
    std::vector<widgets::QuickFindItem> items;
    for (const Recent& one : m_recent)
        // TRANSLATORS: in the list of what was found: this was opened a moment ago.
        items.push_back(opening(one.called, _("Opened before"), wxString(), one.page, one.what));
    return items;
}

void FindAnywhere::remember(std::string_view page, std::string_view what, const wxString& called) {
    std::erase_if(m_recent, [&](const Recent& one) { return one.page == page && one.what == what; });
    m_recent.insert(m_recent.begin(), {std::string(page), std::string(what), called});
    if (m_recent.size() > most_recent) m_recent.resize(most_recent);
}

} // namespace app
