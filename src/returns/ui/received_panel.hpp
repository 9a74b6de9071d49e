// SPDX-License-Identifier: GPL-3.0-or-later
// The returns that districts handed over: taking files in, and the list of them over the one that is looked
// at.
#pragma once

#include "office/ui/session.hpp"
#include "returns/receive.hpp"
#include "returns/status.hpp"
#include "returns/ui/review_panel.hpp"
#include "widgets/data_list.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace returns {

class ReceivedPanel : public wxPanel {
  public:
    // Adds its commands to the page, and tells in its message bar. Files dropped on it are received.
    ReceivedPanel(wxWindow* parent, office::Session& session, widgets::Page& page);

    void refresh();
    wxWindow* first_control();

  private:
    class Drop;
    void add_commands();
    void make_lists();
    void show_received();
    widgets::Cell cell(const ReceivedReturn& one, std::size_t column) const;
    const ReceivedReturn* selected() const;
    std::optional<Order> order(const ReceivedReturn& one) const;
    wxString office_name(const std::string& code) const;
    void show_selected();
    void read_selected();
    void tell_read(const Receipt& receipt);
    void select(ReceivedId id);
    void choose_files();
    void take_in(std::vector<std::filesystem::path> files);
    void tell_received(const std::vector<Receipt>& receipts);

    office::Session& m_session;
    widgets::Page& m_page;
    std::vector<ReceivedReturn> m_received; // the last that came first
    std::map<std::string, wxString, std::less<>> m_names;
    wxPanel* m_whole;
    widgets::EmptyState* m_empty;
    widgets::DataList* m_list = nullptr;
    ReviewPanel* m_review = nullptr;
};

} // namespace returns
