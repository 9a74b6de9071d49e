// SPDX-License-Identifier: GPL-3.0-or-later
// The window: menu bar, sidebar, pages, and the strip of a running job.
#pragma once

#include "app/find_anywhere.hpp"
#include "widgets/command.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/language.hpp"
#include "widgets/page.hpp"

#include <wx/frame.h>
#include <wx/scrolwin.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

class wxDataViewListCtrl;
class wxSimplebook;

namespace app {

// How the window calls the office: in full, in the sidebar, and the line under that.
struct OfficeTitle {
    wxString name;
    wxString short_name;
    wxString note;
};

class MainFrame : public wxFrame {
  public:
    // What the frame asks of the program.
    struct Callbacks {
        std::function<void(widgets::Language)> switch_language;
        std::function<void()> open_other; // back to the start dialog
        std::function<void()> lock;       // until the same person logs in again
        std::function<bool()> can_lock;
        std::vector<widgets::Command> imports{}; // what the File menu brings in
        std::function<void()> diagnose{};        // writes the diagnostic file
        // What the open office holds that answers what was typed, and what was opened last.
        std::function<std::vector<FoundItem>(const std::string& typed)> find{};
        std::function<std::vector<widgets::QuickFindItem>()> recent{};
        std::vector<widgets::Command> help{}; // what the Help menu begins with
    };

    MainFrame(const OfficeTitle& office, std::vector<widgets::PageEntry> pages, widgets::Language language,
              Callbacks callbacks);

    // Opens a page by its id; `what` as in Page::open. Unknown ids are our bug.
    void go(std::string_view page_id, std::string_view what = {});
    std::string current_page() const;
    // Data changed outside the page in front.
    void refresh_page();
    // One of the frame's own commands, if it is allowed.
    void run_command(std::string_view id) { m_commands.run(id); }
    widgets::JobPanel& jobs() { return *m_jobs; }
    widgets::Page* page() { return m_current; }

  private:
    void make_commands();
    void make_menus();
    wxWindow* make_sidebar(wxWindow* parent, const OfficeTitle& office);
    void give_room();
    void show_page(std::size_t index);
    widgets::Page& made_page(std::size_t index);
    // Where the person is now, in the place that turn() comes back to.
    void note_place();
    void visit(std::size_t index);
    void add_place(std::size_t index);
    // One place back or forward.
    void turn(int step);
    void find_anything();
    // A command of the page in front; where it has nothing to work on, the page says so.
    void run_here(const std::string& id);
    void offer_commands(const std::string& typed, std::vector<FoundItem>& found);
    void replace_page_menu();
    wxString title_of_menu(const wxString& label) const;

    std::vector<widgets::PageEntry> m_entries;
    std::vector<widgets::Page*> m_pages; // null until first opened
    widgets::Page* m_current = nullptr;
    bool m_has_page_menu = false;
    std::size_t m_index = 0;
    struct Place {
        std::size_t page;
        std::string what;
    };
    std::vector<Place> m_places; // where the person was, the first first
    std::size_t m_place = 0;     // where the person is among them
    widgets::Language m_language;
    Callbacks m_callbacks;
    widgets::CommandList m_commands;
    wxDataViewListCtrl* m_nav = nullptr;
    wxScrolledWindow* m_area = nullptr; // only where text is larger than the design's
    wxSimplebook* m_book = nullptr;
    wxSize m_least; // of the current page, where pages are moved under the window
    widgets::JobPanel* m_jobs = nullptr;
};

} // namespace app
