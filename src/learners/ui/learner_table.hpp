// SPDX-License-Identifier: GPL-3.0-or-later
// Learners as a list: everyone, or those found for what is typed and chosen. Used by the Learners page and
// wherever learners are chosen.
#pragma once

#include "learners/learner_list.hpp"
#include "learners/ui/learner_search.hpp"
#include "office/ui/session.hpp"
#include "widgets/data_list.hpp"

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <map>
#include <optional>
#include <vector>

class wxBoxSizer;
class wxButton;

namespace widgets {
class SearchBox;
}

namespace learners {

class FilterBar;

class LearnerTable : public wxPanel {
  public:
    // `id` names the search field (id.search), the filters (id.filter.class …) and the list (id.list).
    // `filter` outlives the table.
    LearnerTable(wxWindow* parent, const office::Session& session, LearnerSearch& search, Filter& filter,
                 std::string_view id);

    // Reads again, keeping the search, the filters and, where they still stand, those who are selected.
    void refresh();
    // How many are found, and whether they were searched or filtered for.
    std::int64_t total() const { return m_total; }
    bool narrowed() const { return !m_query.empty() || !m_filter.empty(); }
    // The list waits for the search index, and shows what it showed before.
    bool waiting() const { return m_waiting; }

    std::vector<LearnerId> selection() const;
    // Shows the learner, clearing what hides the person; far down a long list, as the only one found.
    void select(LearnerId id);
    widgets::SearchBox& search_box() { return *m_search; }
    widgets::DataList& list() { return *m_list; }
    // After each reading of the list.
    void on_shown(std::function<void()> shown) { m_shown = std::move(shown); }
    // When an order was asked for that so long a list cannot be put in; the most it can.
    void on_too_long(std::function<void(std::size_t most)> too_long) { m_too_long = std::move(too_long); }
    // A window at the right of the list.
    void put_beside(wxWindow* window, int width);

  private:
    // What a heading orders by.
    struct Order {
        std::size_t column = 1;
        bool ascending = true;
        bool names() const { return column == 1 && ascending; }
    };
    void search(const std::string& query);
    void clear_all();
    void find();
    void show();
    void read_some();
    void read_in_order();
    void keep_villages(std::size_t from);
    widgets::DataList::RowReader reader();
    std::size_t reachable() const;
    LearnerId id_at(std::size_t index) const;
    widgets::Cell cell(std::size_t index, std::size_t column) const;
    widgets::Cell village_of(const LearnerRow& row) const;

    const office::Session& m_session;
    LearnerSearch& m_index;
    Filter& m_filter;
    std::string m_query;
    std::int64_t m_total = 0;
    bool m_waiting = false;
    Order m_order;
    std::vector<LearnerRow> m_rows; // as far as they were read
    std::vector<LearnerId> m_found; // of a search or a filter: as many as can ever be attached
    std::optional<ListKey> m_next;  // of everyone: where to read on
    wxTimer m_reading;
    std::map<std::string, wxString> m_villages;
    widgets::SearchBox* m_search;
    wxButton* m_clear;
    FilterBar* m_filters;
    widgets::DataList* m_list;
    wxBoxSizer* m_middle;
    std::function<void()> m_shown;
    std::function<void(std::size_t)> m_too_long;
};

} // namespace learners
