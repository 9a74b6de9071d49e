// SPDX-License-Identifier: GPL-3.0-or-later
// Learners as a searchable list: everyone, or those found for what is typed. Used by the Learners page and
// wherever learners are chosen.
#pragma once

#include "learners/learner_list.hpp"
#include "learners/ui/learner_search.hpp"
#include "office/ui/session.hpp"
#include "widgets/data_list.hpp"

#include <wx/panel.h>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace widgets {
class SearchBox;
}

namespace learners {

class LearnerTable : public wxPanel {
  public:
    // `id` names the search field (id.search) and the list (id.list).
    LearnerTable(wxWindow* parent, const office::Session& session, LearnerSearch& search,
                 std::string_view id);

    // Reads again, keeping the search and, where it still stands, the selection.
    void refresh();
    // How many the list holds, and whether they were searched for.
    std::int64_t total() const { return m_total; }
    bool searching() const { return !m_query.empty(); }

    std::vector<LearnerId> selection() const;
    void select(LearnerId id);
    void clear_search();
    widgets::SearchBox& search_box() { return *m_search; }
    widgets::DataList& list() { return *m_list; }
    // After each reading of the list.
    void on_shown(std::function<void()> shown) { m_shown = std::move(shown); }

  private:
    void search(const std::string& query);
    const LearnerRow& row(std::size_t index);
    void show();
    void read_page();
    widgets::Cell village_of(const LearnerRow& row) const;

    const office::Session& m_session;
    LearnerSearch& m_index;
    std::string m_query;
    std::int64_t m_total = 0;
    std::vector<LearnerRow> m_rows; // as far as they were read
    std::optional<ListKey> m_next;
    std::vector<LearnerId> m_found; // of a search; rows are read from it page by page
    std::map<std::string, wxString> m_villages;
    widgets::SearchBox* m_search;
    widgets::DataList* m_list;
    std::function<void()> m_shown;
};

} // namespace learners
