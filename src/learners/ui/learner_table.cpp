// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/learner_table.hpp"

#include "core/collation.hpp"
#include "learners/ui/filter_bar.hpp"
#include "office/gazetteer_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/date_field.hpp"
#include "widgets/search_box.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/translation.h>
#include <wx/weakref.h>

#include <algorithm>
#include <set>

namespace learners {

namespace {

constexpr std::size_t most_attached = widgets::Paging::most;
// More than these stay in the order of names, which is the index's own.
constexpr std::size_t most_ordered = 5000;
// Read before the list is painted: more than a screen holds. The rest follows in small steps, so that a key
// pressed meanwhile is not kept waiting.
constexpr std::size_t read_first = 100;
constexpr std::size_t read_then = 300;
constexpr std::size_t read_at_once = 1000; // by a job
constexpr int step_ms = 15;
constexpr int while_a_job_runs_ms = 200;

namespace at {
enum : std::size_t { number, name_km, name, sex, born, village, phone };
}

std::vector<widgets::Column> columns() {
    return {{.title = _("Number"), .width = 118, .sortable = true},
            {.title = _("Name in Khmer"), .width = 140, .sortable = true, .grows = true},
            {.title = _("Name in Latin letters"), .width = 130, .grows = true},
            {.title = _("Sex"), .width = 74},
            {.title = _("Born"), .width = 90, .sortable = true},
            {.title = _("Village"), .width = 110, .sortable = true, .grows = true},
            {.title = _("Telephone number"), .width = 100}};
}

} // namespace

LearnerTable::LearnerTable(wxWindow* parent, const office::Session& session, LearnerSearch& search_index,
                           Filter& filter, std::string_view id)
    : wxPanel(parent)
    , m_session(session)
    , m_index(search_index)
    , m_filter(filter)
    , m_search(new widgets::SearchBox(this, std::string(id) + ".search",
                                      _("Find by name, number, telephone, village or class"),
                                      [this](const std::string& query) { search(query); }))
    , m_clear(new wxButton(this, wxID_ANY, _("Clear the filters")))
    , m_filters(new FilterBar(this, session, id, filter, [this] { find(); }))
    , m_list(new widgets::DataList(this, std::string(id) + ".list", _("Learners"), columns(),
                                   widgets::DataList::Selection::many))
    , m_middle(new wxBoxSizer(wxHORIZONTAL)) {
    m_search->SetMinSize(
        wxSize(widgets::text_room(*this, 460), widgets::row_height(*this) + FromDIP(widgets::space::small)));
    widgets::name_control(*m_clear, std::string(id) + ".filter.clear", _("Clear the filters"));
    widgets::dress(*m_clear, widgets::Part::flat_button);
    m_clear->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        m_filters->clear();
        m_search->SetFocus();
    });
    m_list->say_when_empty(
        _("Nobody is found. Type less of the name, or another spelling; or clear the filters."));
    m_list->on_sort([this](std::size_t column, bool ascending) {
        m_order = {column, ascending};
        show();
    });
    m_list->read_whole_by([this] { return reader(); });
    m_reading.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { read_some(); });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        // Down goes from what is typed into what is found.
        const bool typing = m_search->IsDescendant(wxWindow::FindFocus());
        if (typing && event.GetKeyCode() == WXK_DOWN)
            m_list->focus_list();
        else
            event.Skip();
    });
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(m_search, 0, wxRIGHT, FromDIP(widgets::space::small));
    top->Add(m_clear, 0, wxALIGN_CENTRE_VERTICAL);
    m_middle->Add(m_list, 1, wxEXPAND);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(top, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_filters, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::hair));
    rows->Add(m_middle, 1, wxEXPAND);
    SetSizer(rows);
}

void LearnerTable::put_beside(wxWindow* window, int width) {
    window->SetMinSize(widgets::text_room(*this, width, 80));
    m_middle->Add(window, 0, wxEXPAND | wxLEFT, FromDIP(widgets::space::medium));
}

void LearnerTable::search(const std::string& query) {
    m_query = query;
    find();
}

void LearnerTable::clear_all() {
    m_search->ChangeValue(wxString());
    m_query.clear();
    if (!m_filter.empty()) m_filters->clear();
}

void LearnerTable::refresh() {
    std::set<LearnerId> chosen;
    for (const LearnerId id : selection())
        chosen.insert(id);
    m_filters->refresh();
    find();
    std::vector<std::size_t> again;
    for (std::size_t i = 0; i < std::min(m_list->attached(), reachable()) && !chosen.empty(); ++i)
        if (chosen.contains(id_at(i))) again.push_back(i);
    if (again.size() == 1)
        m_list->select(again.front());
    else if (!again.empty())
        m_list->select_rows(again);
}

void LearnerTable::find() {
    const bool narrow = narrowed();
    m_clear->Show(!m_filter.empty());
    m_waiting = narrow && !m_index.is_ready();
    if (m_waiting) {
        // What stands there stays until the index does.
        if (m_shown) m_shown();
        m_index.ready([self = wxWeakRef<LearnerTable>(this)] {
            if (self && self->m_waiting) self->find();
        });
        // A small office has it at once.
        return;
    }
    show();
}

void LearnerTable::show() {
    m_reading.Stop();
    m_rows.clear();
    m_found.clear();
    m_next.reset();
    if (narrowed()) {
        Found found = m_index.find(m_query, m_filter, most_attached);
        m_total = found.total;
        m_found = std::move(found.ids);
    } else {
        m_total = count_learners(m_session.database);
    }
    if (!m_order.names() && reachable() > most_ordered) {
        m_order = {};
        m_list->forget_sort();
        if (m_too_long) m_too_long(most_ordered);
    }
    if (m_order.names())
        read_some();
    else
        read_in_order();
    m_list->set_rows(static_cast<std::size_t>(m_total),
                     [this](std::size_t index, std::size_t column) { return cell(index, column); });
    if (m_total == 1 && narrowed()) m_list->select(0);
    if (m_shown) m_shown();
}

std::size_t LearnerTable::reachable() const {
    return std::min(static_cast<std::size_t>(m_total), most_attached);
}

void LearnerTable::read_some() {
    // A job has the office file to itself.
    if (!IsEnabled()) {
        m_reading.StartOnce(while_a_job_runs_ms);
        return;
    }
    const std::size_t before = m_rows.size();
    const std::size_t count = std::min(before == 0 ? read_first : read_then, reachable() - before);
    std::vector<LearnerRow> more;
    if (narrowed()) {
        more = rows_of(m_session.database, std::span(m_found).subspan(before, count));
    } else {
        LearnerPage page = list_page(m_session.database, m_next, static_cast<std::int64_t>(count));
        m_next = std::move(page.next);
        more = std::move(page.rows);
    }
    m_rows.insert(m_rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    keep_villages(before);
    if (before > 0) m_list->rows_read(before);
    if (!more.empty() && m_rows.size() < reachable()) m_reading.StartOnce(step_ms);
}

void LearnerTable::read_in_order() {
    if (narrowed())
        m_rows = rows_of(m_session.database, m_found);
    else
        m_rows = list_page(m_session.database, std::nullopt, static_cast<std::int64_t>(most_attached)).rows;
    keep_villages(0);
    std::vector<std::string> keys; // empty: stands last, whichever way
    for (const LearnerRow& learner : m_rows)
        switch (m_order.column) {
        case at::number:
            keys.push_back(learner.number);
            break;
        case at::born:
            keys.push_back(learner.born ? core::to_iso(learner.born->day) : std::string{});
            break;
        case at::village: {
            const std::string village = widgets::utf8(village_of(learner).text);
            keys.push_back(village.empty() ? village : core::sort_key(village));
            break;
        }
        default:
            // In the order of names already: as many letters as come before.
            keys.push_back(std::to_string(10'000'000 + keys.size()));
        }
    std::vector<std::size_t> order(m_rows.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (keys[a].empty() || keys[b].empty()) return !keys[a].empty() && keys[b].empty();
        return m_order.ascending ? keys[a] < keys[b] : keys[b] < keys[a];
    });
    std::vector<LearnerRow> ordered;
    for (const std::size_t i : order)
        ordered.push_back(std::move(m_rows[i]));
    m_rows = std::move(ordered);
}

// Everyone who is found, not only those that are attached, in the order that stands there.
widgets::DataList::RowReader LearnerTable::reader() {
    struct Words {
        wxString female = _("Female");
        wxString male = _("Male");
    };
    const bool ordered = !m_order.names();
    std::optional<std::vector<LearnerId>> ids;
    if (ordered) {
        ids.emplace();
        for (const LearnerRow& row : m_rows)
            ids->push_back(row.id);
    } else if (narrowed()) {
        ids = m_index.find(m_query, m_filter, static_cast<std::size_t>(m_total)).ids;
    }
    return [this, ids = std::move(ids), words = Words{}, villages = m_villages,
            total = m_total](core::Progress& progress) mutable {
        const auto text_of_row = [&](const LearnerRow& learner) {
            const auto& code = learner.village_code;
            if (code && !villages.contains(*code))
                if (const auto area = office::find_area(m_session.database, *code))
                    villages[*code] = office::shown_name(m_session, *area);
            const auto known = villages.find(code.value_or(""));
            return std::vector<std::string>{
                learner.number,
                learner.name_km,
                learner.name,
                widgets::utf8(learner.sex == Sex::female ? words.female : words.male),
                learner.born ? widgets::utf8(widgets::shown(*learner.born)) : std::string{},
                known != villages.end() ? widgets::utf8(known->second) : learner.village_text.value_or(""),
                learner.phone.value_or("")};
        };
        std::vector<std::vector<std::string>> rows;
        std::optional<ListKey> next;
        for (bool more = true; more && !progress.cancelled();) {
            std::vector<LearnerRow> some;
            if (ids) {
                const std::size_t count = std::min(read_at_once, ids->size() - rows.size());
                some = rows_of(m_session.database, std::span(*ids).subspan(rows.size(), count));
                more = rows.size() + count < ids->size() && !some.empty();
            } else {
                LearnerPage page =
                    list_page(m_session.database, next, static_cast<std::int64_t>(read_at_once));
                next = std::move(page.next);
                some = std::move(page.rows);
                more = next.has_value();
            }
            for (const LearnerRow& learner : some)
                rows.push_back(text_of_row(learner));
            progress.report(static_cast<std::int64_t>(rows.size()), total);
        }
        return rows;
    };
}

void LearnerTable::keep_villages(std::size_t from) {
    for (std::size_t i = from; i < m_rows.size(); ++i) {
        const LearnerRow& learner = m_rows[i];
        if (learner.village_code && !m_villages.contains(*learner.village_code))
            if (const auto area = office::find_area(m_session.database, *learner.village_code))
                m_villages[*learner.village_code] = office::shown_name(m_session, *area);
    }
}

widgets::Cell LearnerTable::cell(std::size_t index, std::size_t column) const {
    // Not read yet, or merged away since: the list is read again when the page is next shown.
    if (index >= m_rows.size()) return {};
    const LearnerRow& learner = m_rows[index];
    switch (column) {
    case at::number:
        return {widgets::wx(learner.number), widgets::Tone::muted};
    case at::name_km:
        return {widgets::wx(learner.name_km)};
    case at::name:
        return {widgets::wx(learner.name)};
    case at::sex:
        return {learner.sex == Sex::female ? _("Female") : _("Male")};
    case at::born:
        return {learner.born ? widgets::shown(*learner.born) : wxString()};
    case at::village:
        return village_of(learner);
    default:
        return {widgets::wx(learner.phone.value_or(""))};
    }
}

widgets::Cell LearnerTable::village_of(const LearnerRow& learner) const {
    const auto known = m_villages.find(learner.village_code.value_or(""));
    if (known != m_villages.end()) return {known->second};
    // A village that the gazetteer does not know stands as it was written.
    return {widgets::wx(learner.village_text.value_or("")), widgets::Tone::warning};
}

LearnerId LearnerTable::id_at(std::size_t index) const {
    if (index < m_rows.size()) return m_rows[index].id;
    return index < m_found.size() ? m_found[index] : LearnerId{};
}

std::vector<LearnerId> LearnerTable::selection() const {
    std::vector<LearnerId> ids;
    for (const std::size_t index : m_list->selection())
        if (const LearnerId id = id_at(index); id != LearnerId{}) ids.push_back(id);
    return ids;
}

void LearnerTable::select(LearnerId id) {
    const auto find_row = [&]() -> bool {
        for (std::size_t i = 0; i < reachable(); ++i)
            if (id_at(i) == id) {
                m_list->select(i);
                m_list->focus_list();
                return true;
            }
        return false;
    };
    clear_all();
    find();
    // In a short list the learner is shown among the others.
    for (std::size_t before = 0;
         m_rows.size() > before && m_rows.size() < std::min(reachable(), widgets::Paging::page);) {
        before = m_rows.size();
        read_some();
    }
    if (find_row()) return;
    const std::array one{id};
    for (const LearnerRow& learner : rows_of(m_session.database, one)) {
        m_search->ChangeValue(widgets::wx(learner.number));
        m_query = learner.number;
        find();
        find_row();
    }
}

} // namespace learners
