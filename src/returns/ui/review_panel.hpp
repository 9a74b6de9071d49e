// SPDX-License-Identifier: GPL-3.0-or-later
// One received return: what is to be said about it, its figures beside others, remarks on its rows, and the
// decision with its receipt.
#pragma once

#include "office/ui/session.hpp"
#include "returns/received_store.hpp"
#include "returns/ui/compare_list.hpp"
#include "returns/ui/finding_list.hpp"
#include "widgets/page.hpp"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <vector>

class wxBookCtrlBase;
class wxStaticText;

namespace returns {

class ReviewPanel : public wxPanel {
  public:
    // Adds its commands to the page, and tells in its message bar. `changed` is called after each decision;
    // `name` says what an office is called.
    ReviewPanel(wxWindow* parent, office::Session& session, widgets::Page& page,
                std::function<void()> changed, std::function<wxString(const std::string& code)> name);

    // Nothing: no return is selected.
    void show(std::optional<ReceivedReturn> one);

  private:
    void add_commands();
    void show_lines();
    void show_compared();
    bool may_decide() const;
    bool has_receipt() const;
    std::optional<ValueKey> selected_key() const;
    void remark();
    void show_people();
    void accept_return();
    void send_back();
    void write_receipt();
    void tell_decided(const wxString& sentence);

    office::Session& m_session;
    widgets::Page& m_page;
    std::function<void()> m_changed;
    std::function<wxString(const std::string& code)> m_name;
    std::optional<ReceivedReturn> m_one;
    std::vector<FindingLine> m_lines;
    std::optional<ReceivedId> m_compared; // what the table shows
    wxStaticText* m_title = nullptr;
    wxBookCtrlBase* m_tabs = nullptr;
    FindingList* m_findings = nullptr;
    CompareList* m_compare = nullptr;
};

} // namespace returns
