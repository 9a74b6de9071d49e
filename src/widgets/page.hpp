// SPDX-License-Identifier: GPL-3.0-or-later
// A page of the main window, and how a room offers one.
//
// To add a page: derive from Page in <room>/ui/, build body() in the constructor, fill commands() and show
// the important ones with show_buttons(); read the store in refresh(). Offer it from
// <room>/ui/<noun>_page.hpp as
//     widgets::PageEntry learners_page(office::Session&);
// and add that line to the list in app/pages.cpp. learners/ui/learners_page.cpp is the example to follow.
#pragma once

#include "widgets/command.hpp"
#include "widgets/message_bar.hpp"

#include <wx/panel.h>

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

class wxBoxSizer;
class wxButton;
class wxStaticText;

namespace widgets {

class Page : public wxPanel {
  public:
    // Called each time the page comes to the front and when the office's data changed elsewhere.
    virtual void refresh() = 0;
    // What "Find" (Ctrl+F) and coming to the page give the keyboard to; nothing keeps it where it is.
    virtual wxWindow* first_control() { return nullptr; }
    // For a page that shows one thing at a time: show this one ("class 12"). Others ignore it.
    virtual void open(std::string_view /*what*/) {}
    // What open() would show again, to come back to it; empty where nothing is chosen.
    virtual std::string shown() const { return {}; }

    CommandList& commands() { return m_commands; }
    MessageBar& messages() { return *m_messages; }
    wxString title() const;
    wxString subtitle() const; // empty where the page has none

  protected:
    // `id` is stable ("learners") and names the page for tests.
    Page(wxWindow* parent, std::string_view id, const wxString& title);

    void set_title(const wxString& title);
    // The line under the title: how many, which month, what is open.
    void set_subtitle(const wxString& text);
    // The commands that stand as buttons at the right of the title, the most important last.
    void show_buttons(std::initializer_list<std::string_view> ids);
    // Whether those buttons are there: a page of tabs takes them away where they mean nothing.
    void offer_buttons(bool offered);
    // Where the page's own controls go: a vertical sizer; children are made with `this` as parent.
    wxBoxSizer& body() { return *m_body; }

  private:
    CommandList m_commands;
    wxPanel* m_header = nullptr;
    wxBoxSizer* m_header_row = nullptr;
    wxStaticText* m_title = nullptr;
    wxStaticText* m_subtitle = nullptr;
    std::vector<wxButton*> m_buttons;
    MessageBar* m_messages = nullptr;
    wxBoxSizer* m_body = nullptr;
};

// A page as the sidebar knows it; the page itself is made when it is first opened.
struct PageEntry {
    std::string id;
    wxString label;
    std::string icon;
    std::function<Page*(wxWindow* parent)> create;
};

} // namespace widgets
