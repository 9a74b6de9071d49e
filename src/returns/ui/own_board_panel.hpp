// SPDX-License-Identifier: GPL-3.0-or-later
// A district's board: what is due, what was built, what the province decided and remarked, and opening an
// accepted period again for a correction.
#pragma once

#include "office/ui/session.hpp"
#include "returns/own_status.hpp"
#include "returns/receipt_store.hpp"
#include "returns/ui/finding_list.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

#include <vector>

class wxStaticText;

namespace returns {

class OwnBoardPanel : public wxPanel {
  public:
    // Adds its commands to the page, and tells in its message bar. Receipts dropped on it are taken in.
    OwnBoardPanel(wxWindow* parent, office::Session& session, widgets::Page& page);

    void refresh();
    wxWindow* first_control();

  private:
    class Drop;
    void add_commands();
    void make_lists();
    widgets::Cell cell(const OwnPeriod& own, std::size_t column) const;
    const OwnPeriod* selected() const;
    void show_selected();
    void choose_receipt();
    void take(const std::filesystem::path& file);
    void tell_taken(const TakenReceipt& taken);
    void correct();

    office::Session& m_session;
    widgets::Page& m_page;
    std::vector<OwnPeriod> m_periods;
    wxPanel* m_whole;
    widgets::EmptyState* m_empty;
    widgets::DataList* m_list = nullptr;
    wxStaticText* m_title = nullptr;
    FindingList* m_remarks = nullptr;
};

} // namespace returns
