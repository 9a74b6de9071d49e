// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list_menu.hpp"

#include "widgets/columns_dialog.hpp"
#include "widgets/data_list.hpp"
#include "widgets/page.hpp"
#include "widgets/text.hpp"

#include <wx/menu.h>
#include <wx/translation.h>

#include <algorithm>
#include <vector>

namespace widgets {

namespace {

ListGate& installed_gate() {
    static ListGate installed;
    return installed;
}

void collect_lists(wxWindow* window, std::vector<DataList*>& lists) {
    if (!window->IsShown()) return;
    if (auto* list = dynamic_cast<DataList*>(window)) {
        lists.push_back(list);
        return;
    }
    for (wxWindow* child : window->GetChildren())
        if (!child->IsTopLevel()) collect_lists(child, lists);
}

Page* page_of(wxWindow& window) {
    for (wxWindow* above = &window; above; above = above->GetParent())
        if (auto* page = dynamic_cast<Page*>(above)) return page;
    return nullptr;
}

// Sorting without a mouse: a heading takes no keys.
struct OrderEntry {
    int id;
    std::size_t column;
    bool ascending;
};

std::vector<OrderEntry> append_orders(wxMenu& menu, const DataList& list) {
    std::vector<OrderEntry> entries;
    auto* orders = new wxMenu;
    for (const std::size_t column : list.shown_columns()) {
        if (!list.may_sort(column)) continue;
        for (const bool ascending : {true, false}) {
            const int id = wxWindow::NewControlId();
            const wxString pattern = ascending
                                         // TRANSLATORS: {1} is the heading of a column; smallest first.
                                         ? _("{1}, ascending")
                                         // TRANSLATORS: {1} is the heading of a column; largest first.
                                         : _("{1}, descending");
            wxString label = fill(pattern, {list.columns()[column].title});
            label.Replace("&", "&&");
            orders->Append(id, label);
            entries.push_back({id, column, ascending});
        }
    }
    if (entries.empty())
        delete orders;
    else
        menu.AppendSubMenu(orders, _("&Order by"));
    return entries;
}

} // namespace

void set_list_gate(ListGate gate) {
    installed_gate() = std::move(gate);
}

const ListGate& list_gate() {
    return installed_gate();
}

void add_copy_command(CommandList& commands, std::function<DataList*()> list) {
    commands.add({.id = "list.copy",
                  .label = _("&Copy the chosen rows"),
                  .help = _("The rows as they are seen; a spreadsheet takes them as a table"),
                  .shortcut = "Ctrl+C",
                  .run = [list] { list()->copy_selection(); },
                  .allowed =
                      [list] {
                          const DataList* one = list();
                          return one && !one->selection().empty();
                      }});
}

void add_list_commands(CommandList& commands, std::function<DataList*()> list) {
    const auto there = [list] { return list() != nullptr; };
    const auto filled = [list] {
        const DataList* one = list();
        return one && one->count() > 0;
    };
    commands.add({.id = "list.columns",
                  .label = _("Choose col&umns..."),
                  .help = _("Which columns of the list are shown, and in which order"),
                  .shortcut = "Ctrl+Shift+O",
                  .run = [list] { choose_columns(*list()); },
                  .allowed = there});
    commands.add({.id = "list.print",
                  .label = _("&Print the list..."),
                  .help = _("Every row of the list, with the columns that are shown"),
                  .shortcut = "Ctrl+Shift+P",
                  .icon = "print",
                  .run =
                      [list] {
                          if (list_gate().print) list_gate().print(list(), list()->seen());
                      },
                  .allowed = [filled] { return filled() && list_gate().print; }});
    commands.add({.id = "list.save",
                  .label = _("Sa&ve the list as a workbook..."),
                  .help = _("Every row of the list in an Excel file, with the columns that are shown"),
                  .shortcut = "Ctrl+Shift+E",
                  .icon = "save",
                  .run =
                      [list] {
                          if (list_gate().save) list_gate().save(list(), list()->seen());
                      },
                  .allowed = [filled] { return filled() && list_gate().save; }});
}

void show_list_menu(DataList& list, const CommandList& commands, const wxPoint& place) {
    wxMenu menu;
    const int open = wxWindow::NewControlId();
    const auto chosen = list.selected();
    if (list.opens()) {
        // TRANSLATORS: of the row of a list that is chosen.
        menu.Append(open, _("&Open") + "\tEnter")->Enable(chosen.has_value());
        menu.AppendSeparator();
    }
    Page* page = page_of(list);
    const bool with_page = page && !page->commands().empty();
    if (with_page) {
        auto* more = new wxMenu;
        page->commands().append_to(*more);
        page->commands().refresh(*more);
        // TRANSLATORS: a submenu: what can be done on this page.
        menu.AppendSubMenu(more, _("On &this page"));
    }
    const auto orders = append_orders(menu, list);
    const int own_order = wxWindow::NewControlId();
    if (!orders.empty() && list.sorted_by()) menu.Append(own_order, _("The &list's own order"));
    menu.AppendSeparator();
    commands.append_to(menu);
    commands.refresh(menu);
    const int picked = list.GetPopupMenuSelectionFromUser(menu, place);
    if (picked == wxID_NONE) return;
    // From the event loop, as every command; the list may be gone by then with its window.
    list.CallAfter([&list, &commands, page, picked, orders, open, own_order, chosen] {
        if (picked == open) return chosen ? list.open(*chosen) : void();
        if (picked == own_order) return list.forget_sort();
        for (const OrderEntry& entry : orders)
            if (entry.id == picked) return list.sort_by(entry.column, entry.ascending);
        if (!commands.run(picked) && page) page->commands().run(picked);
    });
}

DataList* list_in(wxWindow* window) {
    if (!window) return nullptr;
    for (wxWindow* above = wxWindow::FindFocus(); above; above = above->GetParent())
        if (auto* list = dynamic_cast<DataList*>(above)) return window->IsDescendant(list) ? list : nullptr;
    std::vector<DataList*> lists;
    collect_lists(window, lists);
    const auto area = [](const DataList* list) { return list->GetSize().x * list->GetSize().y; };
    const auto largest = std::max_element(
        lists.begin(), lists.end(), [&](const DataList* a, const DataList* b) { return area(a) < area(b); });
    return largest == lists.end() ? nullptr : *largest;
}

} // namespace widgets
