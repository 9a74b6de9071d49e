// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/learner_table.hpp"

#include "office/gazetteer_store.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/search_box.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>
#include <wx/translation.h>

#include <algorithm>

namespace learners {

namespace {
// As many as the list attaches at once: drawing a row never asks the database, which a job may be using.
constexpr std::size_t most_found = 1'000'000;
constexpr std::size_t page_size = widgets::DataList::rows_a_page;
} // namespace

LearnerTable::LearnerTable(wxWindow* parent, const office::Session& session, LearnerSearch& search_index,
                           std::string_view id)
    : wxPanel(parent)
    , m_session(session)
    , m_index(search_index)
    , m_search(new widgets::SearchBox(this, std::string(id) + ".search", _("Find by name or number"),
                                      [this](const std::string& query) { search(query); }))
    , m_list(new widgets::DataList(this, std::string(id) + ".list", _("Learners"),
                                   {{.title = _("Number"), .width = 140},
                                    {.title = _("Name in Khmer"), .width = 180, .grows = true},
                                    {.title = _("Name in Latin letters"), .width = 160, .grows = true},
                                    {.title = _("Sex"), .width = 76},
                                    {.title = _("Born"), .width = 100},
                                    {.title = _("Village"), .width = 180, .grows = true},
                                    {.title = _("Telephone number"), .width = 120}},
                                   widgets::DataList::Selection::many)) {
    m_search->SetMinSize(wxSize(FromDIP(420), widgets::row_height(*this) + FromDIP(widgets::space::small)));
    m_list->say_when_empty(_("Nobody is found. Type less of the name, or another spelling."));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_search, 0, wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_list, 1, wxEXPAND);
    SetSizer(rows);
}

void LearnerTable::search(const std::string& query) {
    m_query = query;
    refresh();
}

void LearnerTable::clear_search() {
    m_search->ChangeValue(wxString());
    m_query.clear();
    refresh();
}

void LearnerTable::refresh() {
    if (m_query.empty())
        show();
    else
        m_index.ready([this] { show(); });
}

void LearnerTable::show() {
    m_rows.clear();
    m_found.clear();
    m_next.reset();
    if (m_query.empty()) {
        m_total = count_learners(m_session.database);
    } else {
        Found found = m_index.find(m_query, most_found);
        m_total = static_cast<std::int64_t>(found.ids.size());
        m_found = std::move(found.ids);
    }
    read_page();
    m_list->set_rows(static_cast<std::size_t>(m_total),
                     [this](std::size_t index, std::size_t column) -> widgets::Cell {
                         const LearnerRow& learner = row(index);
                         switch (column) {
                         case 0:
                             return {widgets::wx(learner.number), widgets::Tone::muted};
                         case 1:
                             return {widgets::wx(learner.name_km)};
                         case 2:
                             return {widgets::wx(learner.name)};
                         case 3:
                             return {learner.sex == Sex::female ? _("Female") : _("Male")};
                         case 4:
                             return {learner.born ? widgets::shown(*learner.born) : wxString()};
                         case 5:
                             return village_of(learner);
                         default:
                             return {widgets::wx(learner.phone.value_or(""))};
                         }
                     });
    if (m_shown) m_shown();
}

void LearnerTable::read_page() {
    std::vector<LearnerRow> rows;
    if (m_query.empty()) {
        LearnerPage page = list_page(m_session.database, m_next, page_size);
        m_next = std::move(page.next);
        rows = std::move(page.rows);
    } else {
        const std::size_t first = m_rows.size();
        const std::size_t count = std::min(page_size, m_found.size() - first);
        rows = rows_of(m_session.database, std::span(m_found).subspan(first, count));
    }
    for (LearnerRow& learner : rows) {
        if (learner.village_code && !m_villages.contains(*learner.village_code))
            if (const auto area = office::find_area(m_session.database, *learner.village_code))
                m_villages[*learner.village_code] = office::shown_name(m_session, *area);
        m_rows.push_back(std::move(learner));
    }
}

const LearnerRow& LearnerTable::row(std::size_t index) {
    static const LearnerRow nobody;
    while (index >= m_rows.size()) {
        const std::size_t before = m_rows.size();
        read_page();
        // Someone was merged away since: the list is read again when the page is next shown.
        if (m_rows.size() == before) return nobody;
    }
    return m_rows[index];
}

widgets::Cell LearnerTable::village_of(const LearnerRow& learner) const {
    const auto known = m_villages.find(learner.village_code.value_or(""));
    if (known != m_villages.end()) return {known->second};
    // A village that the gazetteer does not know stands as it was written.
    return {widgets::wx(learner.village_text.value_or("")), widgets::Tone::warning};
}

std::vector<LearnerId> LearnerTable::selection() const {
    std::vector<LearnerId> ids;
    for (const std::size_t index : m_list->selection())
        if (index < m_rows.size()) ids.push_back(m_rows[index].id);
    return ids;
}

void LearnerTable::select(LearnerId id) {
    // Where the list stands in the order of names is not known before it is read so far.
    for (std::size_t index = 0; index < static_cast<std::size_t>(m_total); ++index)
        if (row(index).id == id) {
            m_list->select(index);
            m_list->focus_list();
            return;
        }
}

} // namespace learners
