// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main_frame.hpp"

#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/icons.hpp"
#include "widgets/jobs_window.hpp"
#include "widgets/keyboard.hpp"
#include "widgets/list_menu.hpp"
#include "widgets/scrolling.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"
#include "widgets/theme_platform.hpp"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/display.h>
#include <wx/menu.h>
#include <wx/simplebook.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

#include <algorithm>
#include <utility>

namespace app {

namespace {

constexpr int sidebar_width = 216;
constexpr std::size_t page_menu = 2; // File, Go, then the page's own
constexpr std::size_t most_places = 50;
constexpr std::size_t most_found = 40;

// The sidebar's rows: icon and text, no heading.
wxDataViewListCtrl* make_nav(wxWindow* parent, const std::vector<widgets::PageEntry>& entries) {
    auto* nav = new wxDataViewListCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                       wxDV_NO_HEADER | wxBORDER_NONE);
    nav->SetRowHeight(std::max(parent->FromDIP(42),
                               widgets::row_height(*parent) + parent->FromDIP(widgets::space::medium)));
    nav->AppendIconTextColumn(wxString(), wxDATAVIEW_CELL_INERT,
                              widgets::text_room(*parent, sidebar_width - 8));
    for (const widgets::PageEntry& entry : entries) {
        wxVector<wxVariant> row;
        wxVariant cell;
        cell << wxDataViewIconText("  " + entry.label,
                                   widgets::icon(entry.icon, 22, widgets::colour::navy_text));
        row.push_back(cell);
        nav->AppendItem(row);
    }
    // TRANSLATORS: what a screen reader calls the list of pages at the left.
    widgets::name_control(*nav, "sidebar", _("Pages"));
    widgets::dress(*nav, widgets::Part::sidebar);
    return nav;
}

} // namespace

MainFrame::MainFrame(const OfficeTitle& office, std::vector<widgets::PageEntry> pages,
                     widgets::Language language, Callbacks callbacks)
    : wxFrame(nullptr, wxID_ANY, office.name + wxString::FromUTF8(" — Srok"))
    , m_entries(std::move(pages))
    , m_pages(m_entries.size(), nullptr)
    , m_language(language)
    , m_callbacks(std::move(callbacks)) {
    SetName("main");
    SetIcons(wxIconBundle(widgets::icon("srok", 48).GetIcon(wxSize(48, 48))));
    auto* root = new wxPanel(this);
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    auto* work = new wxPanel(root);
    make_commands();
    columns->Add(make_sidebar(root, office), 0, wxEXPAND);
    columns->Add(work, 1, wxEXPAND);
    root->SetSizer(columns);

    auto* rows = new wxBoxSizer(wxVERTICAL);
    if (widgets::text_scale(*this) > 1.0) {
        // Pages have room for the design's text on the smallest screen; with larger text they are moved under
        // the window.
        m_area = new wxScrolledWindow(work, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                      wxHSCROLL | wxVSCROLL | wxTAB_TRAVERSAL);
        m_book = new wxSimplebook(m_area);
        auto* whole = new wxBoxSizer(wxVERTICAL);
        whole->Add(m_book, 1, wxEXPAND);
        m_area->SetSizer(whole);
        Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
            event.Skip();
            give_room();
        });
        widgets::watch_keyboard(*this, [this](wxWindow* now) {
            if (now) widgets::follow_keyboard(*m_area, *now);
        });
        rows->Add(m_area, 1, wxEXPAND);
    } else {
        m_book = new wxSimplebook(work);
        rows->Add(m_book, 1, wxEXPAND);
    }
    m_jobs = new widgets::JobPanel(work, m_book);
    rows->Add(m_jobs, 0, wxEXPAND);
    work->SetSizer(rows);

    make_menus();
    // From the event loop, as the buttons do: a screen reader that chooses a command waits for its answer,
    // and would wait for a dialog to close.
    Bind(wxEVT_MENU, [this](wxCommandEvent& event) {
        CallAfter([this, id = event.GetId()] {
            if (!m_commands.run(id) && m_current) m_current->commands().run(id);
        });
    });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (!m_commands.run(event) && !(m_current && m_current->commands().run(event))) event.Skip();
    });
    Bind(wxEVT_MENU_OPEN, [this](wxMenuEvent& event) {
        event.Skip();
        if (!event.GetMenu()) return;
        m_commands.refresh(*event.GetMenu());
        if (m_current) m_current->commands().refresh(*event.GetMenu());
    });

    // 1366x768 is the design size; a smaller screen is filled.
    const wxRect screen = wxDisplay(0U).GetClientArea();
    SetMinSize(FromDIP(wxSize(960, 600)));
    SetSize(wxRect(screen.GetPosition(),
                   wxSize(std::min(screen.width, FromDIP(1366)), std::min(screen.height, FromDIP(768)))));
    if (screen.width <= FromDIP(1366)) Maximize();
}

wxWindow* MainFrame::make_sidebar(wxWindow* parent, const OfficeTitle& office) {
    auto* bar = new wxPanel(parent, wxID_ANY, wxDefaultPosition,
                            wxSize(widgets::text_room(*parent, sidebar_width), -1));
    bar->SetBackgroundColour(widgets::colour::navy);
    auto* name = new wxStaticText(bar, wxID_ANY, office.short_name, wxDefaultPosition, wxDefaultSize,
                                  wxST_ELLIPSIZE_END);
    name->SetFont(widgets::strong_font(*bar).Scaled(1.1F));
    name->SetForegroundColour(*wxWHITE);
    name->SetToolTip(office.name);
    auto* note =
        new wxStaticText(bar, wxID_ANY, office.note, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    note->SetForegroundColour(widgets::colour::navy_text);
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(name, 0, wxEXPAND);
    words->Add(note, 0, wxEXPAND);
    auto* mark = new wxBoxSizer(wxHORIZONTAL);
    mark->Add(new wxStaticBitmap(bar, wxID_ANY, widgets::icon("srok", 36)), 0,
              wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(widgets::space::small));
    mark->Add(words, 1, wxALIGN_CENTRE_VERTICAL);

    m_nav = make_nav(bar, m_entries);
    m_nav->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        const int row = m_nav->GetSelectedRow();
        if (row != wxNOT_FOUND) visit(static_cast<std::size_t>(row));
    });
    // Enter goes on into the page.
    m_nav->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (m_current && m_current->first_control()) m_current->first_control()->SetFocus();
    });

    wxButton* language = m_commands.make_button(bar, "language");
    language->SetBitmap(widgets::icon("language", 18, widgets::colour::navy_text));
    widgets::dress(*language, widgets::Part::sidebar_button);

    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(mark, 0, wxEXPAND | wxALL, FromDIP(widgets::space::medium));
    rows->Add(m_nav, 1, wxEXPAND | wxLEFT, FromDIP(widgets::platform::sidebar_inset()));
    rows->Add(language, 0, wxEXPAND | wxALL, FromDIP(widgets::space::small));
    bar->SetSizer(rows);
    return bar;
}

void MainFrame::make_commands() {
    const auto idle = [this] { return !m_jobs || !m_jobs->busy(); };
    m_commands.add({.id = "file.open",
                    .label = _("&Open another office file..."),
                    .help = _("Close this office and choose another"),
                    .shortcut = "Ctrl+O",
                    .icon = "folder",
                    .run = [this] { m_callbacks.open_other(); },
                    .allowed = idle});
    for (widgets::Command import : m_callbacks.imports) {
        import.allowed = idle;
        m_commands.add(std::move(import));
    }
    m_commands.add({.id = "file.lock",
                    .label = _("&Lock the screen"),
                    .help = _("Nobody sees or writes anything until you log in again"),
                    .shortcut = "Ctrl+Shift+K",
                    .run = [this] { m_callbacks.lock(); },
                    .allowed = [this] { return m_callbacks.can_lock(); }});
    m_commands.add({.id = "file.quit",
                    .label = _("&Quit"),
                    .help = _("Close Srok; everything is already saved"),
                    .shortcut = "Ctrl+Q",
                    .run = [this] { Close(); }});
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_commands.add({.id = "go." + m_entries[i].id,
                        .label = m_entries[i].label,
                        .help = wxString(),
                        .shortcut = wxString::Format("Alt+%zu", i + 1),
                        .run = [this, i] { go(m_entries[i].id); },
                        .allowed = idle});
    m_commands.add({.id = "anything",
                    .label = _("Find any&thing..."),
                    .help = _("A learner, class, certificate, page or command by a part of its name"),
                    .shortcut = "Ctrl+K",
                    .run = [this] { find_anything(); },
                    .allowed = idle});
    m_commands.add({.id = "back",
                    // TRANSLATORS: to the page where one was before.
                    .label = _("&Back"),
                    .help = _("Where you were before"),
                    .shortcut = "Alt+Left",
                    .run = [this] { turn(-1); },
                    .allowed = [this, idle] { return idle() && m_place > 0; }});
    m_commands.add({.id = "forward",
                    // TRANSLATORS: to the page from which one went back.
                    .label = _("F&orward"),
                    .help = _("Where you went back from"),
                    .shortcut = "Alt+Right",
                    .run = [this] { turn(1); },
                    .allowed = [this, idle] { return idle() && m_place + 1 < m_places.size(); }});
    m_commands.add({.id = "find",
                    .label = _("&Find on this page"),
                    .help = _("Put the keyboard in the page's first field"),
                    .shortcut = "Ctrl+F",
                    .run = [this] {
                        if (m_current && m_current->first_control()) m_current->first_control()->SetFocus();
                    }});
    m_commands.add({.id = "pages",
                    .label = _("&List of pages"),
                    .help = _("Put the keyboard in the list of pages"),
                    .shortcut = "F6",
                    .run = [this] { m_nav->SetFocus(); }});
    widgets::add_list_commands(m_commands, [this] { return widgets::list_in(m_current); });
    m_commands.add({.id = "jobs",
                    .label = _("&Jobs of this sitting..."),
                    .help = _("What runs and what ran: how far, what came of it, and its file"),
                    .shortcut = "Ctrl+J",
                    .run = [this] { widgets::show_jobs(this); }});
    const bool khmer = m_language == widgets::Language::khmer;
    m_commands.add({.id = "language",
                    // Each language is named in itself, so that it is found by those who read only that one.
                    .label = khmer ? wxString("English") : wxString::FromUTF8("ភាសាខ្មែរ"),
                    .help = _("Show Srok in the other language"),
                    .shortcut = "Ctrl+Shift+L",
                    .icon = "language",
                    .run =
                        [this, khmer] {
                            m_callbacks.switch_language(khmer ? widgets::Language::english
                                                              : widgets::Language::khmer);
                        },
                    .allowed = idle});
    for (const widgets::Command& help : m_callbacks.help)
        m_commands.add(help);
    m_commands.add({.id = "diagnose",
                    .label = _("&Diagnostic file..."),
                    .help = _("What a help desk needs to know of this office file, without anybody's name"),
                    .run = [this] { m_callbacks.diagnose(); },
                    .allowed = idle});
    m_commands.add(
        {.id = "about", .label = _("&About Srok"), .help = _("Version and licence"), .run = [this] {
             widgets::tell(this, _("About Srok"),
                           _("Srok, the district office's learning register. Free software under the "
                             "GNU General Public License, version 3 or later."));
         }});
}

void MainFrame::make_menus() {
    auto* bar = new wxMenuBar;
    auto* file = new wxMenu;
    m_commands.append_to(*file, "file.open");
    file->AppendSeparator();
    for (const widgets::Command& import : m_callbacks.imports)
        m_commands.append_to(*file, import.id);
    file->AppendSeparator();
    for (const char* id : {"list.columns", "list.print", "list.save"})
        m_commands.append_to(*file, id);
    file->AppendSeparator();
    m_commands.append_to(*file, "file.lock");
    m_commands.append_to(*file, "file.quit");
    bar->Append(file, _("&File"));
    auto* pages = new wxMenu;
    for (const widgets::PageEntry& entry : m_entries)
        m_commands.append_to(*pages, "go." + entry.id);
    pages->AppendSeparator();
    m_commands.append_to(*pages, "back");
    m_commands.append_to(*pages, "forward");
    m_commands.append_to(*pages, "anything");
    m_commands.append_to(*pages, "find");
    m_commands.append_to(*pages, "pages");
    m_commands.append_to(*pages, "jobs");
    bar->Append(pages, _("&Go"));
    auto* view = new wxMenu;
    m_commands.append_to(*view, "language");
    // TRANSLATORS: the menu with the language of the screen.
    bar->Append(view, _("&View"));
    auto* help = new wxMenu;
    for (const widgets::Command& command : m_callbacks.help)
        m_commands.append_to(*help, command.id);
    help->AppendSeparator();
    m_commands.append_to(*help, "diagnose");
    m_commands.append_to(*help, "about");
    bar->Append(help, _("&Help"));
    SetMenuBar(bar);
}

void MainFrame::replace_page_menu() {
    if (m_has_page_menu) delete GetMenuBar()->Remove(page_menu);
    m_has_page_menu = !m_current->commands().empty();
    if (!m_has_page_menu) return;
    auto* menu = new wxMenu;
    m_current->commands().append_to(*menu);
    // TRANSLATORS: the menu with what the page on the screen can do.
    GetMenuBar()->Insert(page_menu, menu, _("&Page"));
}

widgets::Page& MainFrame::made_page(std::size_t index) {
    widgets::Page*& page = m_pages[index];
    if (!page) {
        page = m_entries[index].create(m_book);
        m_book->AddPage(page, m_entries[index].label);
    }
    return *page;
}

void MainFrame::show_page(std::size_t index) {
    if (m_current && m_index == index) return;
    m_book->Freeze();
    widgets::Page* page = &made_page(index);
    m_index = index;
    m_current = page;
    page->refresh();
    give_room();
    m_book->SetSelection(static_cast<std::size_t>(m_book->FindPage(page)));
    m_book->Thaw();
    replace_page_menu();
    if (m_nav->GetSelectedRow() != static_cast<int>(index))
        widgets::move_list_cursor(*m_nav, static_cast<unsigned>(index));
}

void MainFrame::give_room() {
    if (!m_area || !m_current || !m_current->GetSizer()) return;
    const wxSize least = m_current->GetSizer()->CalcMin();
    if (least == m_least) return;
    m_least = least;
    const int step = FromDIP(widgets::space::large);
    m_area->SetScrollRate(step, step);
    m_area->SetVirtualSize(least);
    m_area->Layout();
}

void MainFrame::note_place() {
    if (m_current && !m_places.empty()) m_places[m_place].what = m_current->shown();
}

void MainFrame::visit(std::size_t index) {
    if (m_current && m_index == index) return;
    add_place(index);
    show_page(index);
}

void MainFrame::add_place(std::size_t index) {
    note_place();
    // From here on goes another way.
    if (!m_places.empty()) m_places.resize(m_place + 1);
    m_places.push_back({index, {}});
    if (m_places.size() > most_places) m_places.erase(m_places.begin());
    m_place = m_places.size() - 1;
}

void MainFrame::turn(int step) {
    note_place();
    m_place += static_cast<std::size_t>(step);
    const Place place = m_places[m_place];
    show_page(place.page);
    if (!place.what.empty()) m_current->open(place.what);
    if (wxWindow* first = m_current->first_control()) first->SetFocus();
}

void MainFrame::offer_commands(const std::string& typed, std::vector<FoundItem>& found) {
    const widgets::Wanted wanted(typed);
    const auto offer = [&](const widgets::CommandList& commands, const wxString& kind, int index) {
        for (const auto& one : commands.offers()) {
            auto rank = wanted.answers(widgets::utf8(one.label));
            if (!rank && wanted.answers(widgets::utf8(one.help))) rank = 3;
            if (!rank || one.id == "anything") continue;
            const bool page = one.id.starts_with("go.");
            if (typed.empty() && !page) continue;
            found.push_back(
                {*rank, {one.label, page ? _("Page") : kind, one.shortcut, [this, index, id = one.id] {
                             if (index < 0) return m_commands.run(id);
                             visit(static_cast<std::size_t>(index));
                             CallAfter([this, id] { run_here(id); });
                         }}});
        }
    };
    offer(m_commands, _("Command"), -1);
    if (typed.empty()) return; // pages alone, which need not be made for it
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (m_pages[i]) offer(m_pages[i]->commands(), m_entries[i].label, static_cast<int>(i));
}

void MainFrame::run_here(const std::string& id) {
    for (const auto& one : m_current->commands().offers()) {
        if (one.id != id) continue;
        if (one.allowed) return m_current->commands().run(id);
        // What it works on is to be chosen first.
        m_current->messages().tell(
            widgets::Tone::info,
            // TRANSLATORS: {1} is a command, {2} what it does.
            widgets::fill(_("Choose on this page first what it is for. {1}: {2}."), {one.label, one.help}));
    }
}

void MainFrame::find_anything() {
    widgets::show_quick_find(this, [this](const std::string& typed) {
        std::vector<widgets::QuickFindItem> items;
        if (typed.empty()) items = m_callbacks.recent();
        std::vector<FoundItem> found;
        if (!typed.empty()) found = m_callbacks.find(typed);
        offer_commands(typed, found);
        std::stable_sort(found.begin(), found.end(),
                         [](const FoundItem& a, const FoundItem& b) { return a.rank < b.rank; });
        for (FoundItem& one : found)
            items.push_back(std::move(one.item));
        if (items.size() > most_found) items.resize(most_found);
        widgets::QuickFindAnswer answer{std::move(items)};
        // A page's commands are known once it is made: one page between two keys.
        const auto next = std::find(m_pages.begin(), m_pages.end(), nullptr);
        if (!typed.empty() && next != m_pages.end())
            answer.go_on = [this, at = static_cast<std::size_t>(next - m_pages.begin())] { made_page(at); };
        return answer;
    });
}

void MainFrame::go(std::string_view page_id, std::string_view what) {
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].id != page_id) continue;
        if (m_current && m_index == i && !what.empty())
            add_place(i); // what a search opens on the page in front is a place of its own
        else
            visit(i);
        if (!what.empty()) m_current->open(what);
        if (wxWindow* first = m_current->first_control()) first->SetFocus();
        return;
    }
    wxFAIL_MSG("no page " + widgets::wx(page_id));
}

std::string MainFrame::current_page() const {
    return m_entries[m_index].id;
}

void MainFrame::refresh_page() {
    if (m_current) m_current->refresh();
}

} // namespace app
