// SPDX-License-Identifier: GPL-3.0-or-later
// The window of a part of the register's stock: a list, what may be done with it, and what came of it.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/data_list.hpp"
#include "widgets/job_dialog.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

class wxBoxSizer;
class wxButton;
class wxStaticText;

namespace certificates {

class StockDialog : public widgets::JobDialog {
  public:
    // `id` names the window, its list and "ID.close".
    StockDialog(wxWindow* parent, office::Session& session, std::string_view id, const wxString& title,
                std::vector<widgets::Column> columns, const wxString& empty);

  protected:
    // Before "Close"; runs later, so that it may open windows and fill the list anew.
    wxButton* add_button(std::string_view id, const wxString& label, std::function<void()> run);
    // What stands above the list.
    wxBoxSizer& top() { return *m_top; }
    // A line below the list; empty takes it away.
    void note(const wxString& words, widgets::Tone tone = widgets::Tone::muted);

    std::optional<std::filesystem::path> ask_open(const wxString& title, const wxString& kinds);
    std::optional<std::filesystem::path> ask_save(const wxString& title, const wxString& name,
                                                  const wxString& kinds);

    // Long work in the background; what it returns runs on the UI thread.
    void run(const wxString& title, widgets::JobRunner::Work work);
    void tell(const core::Error& error);
    void tell_good(const wxString& sentence);

    office::Session& m_session;
    widgets::DataList* m_list;

  private:
    wxBoxSizer* m_top;
    wxBoxSizer* m_buttons;
    wxStaticText* m_note;
};

// Every block of serial numbers; taking what the province gave, giving at a province, and blank numbers that
// are spoiled or lost. True when something was written.
bool show_serial_blocks(wxWindow* parent, office::Session& session);

// Pre-printed forms with numbers of their own: what came, and what became of each.
void show_numbered_paper(wxWindow* parent, office::Session& session);

// The entries of the old register book; typing one, and taking a list.
void show_old_book(wxWindow* parent, office::Session& session);

} // namespace certificates
