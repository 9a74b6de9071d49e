// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/keyboard.hpp"

#include <wx/toplevel.h>

#include <gtk/gtk.h>

namespace widgets {

namespace {

// The innermost of our windows that the toolkit's widget is or lies in.
wxWindow* holder_of(wxWindow& window, GtkWidget* widget) {
    for (wxWindow* child : window.GetChildren()) {
        GtkWidget* handle = child->GetHandle();
        if (!child->IsTopLevel() && handle && (handle == widget || gtk_widget_is_ancestor(widget, handle)))
            return holder_of(*child, widget);
    }
    return &window;
}

struct Watch {
    wxTopLevelWindow& top;
    std::function<void(wxWindow*)> moved;
};

void on_set_focus(GtkWindow*, GtkWidget* widget, gpointer data) {
    auto* watch = static_cast<Watch*>(data);
    if (widget) watch->moved(holder_of(watch->top, widget));
}

void forget(gpointer data, GClosure*) {
    delete static_cast<Watch*>(data);
}

} // namespace

wxWindow* with_keyboard(const wxTopLevelWindow& top) {
    GtkWidget* widget = gtk_window_get_focus(GTK_WINDOW(top.GetHandle()));
    return widget ? holder_of(const_cast<wxTopLevelWindow&>(top), widget) : nullptr;
}

void watch_keyboard(wxTopLevelWindow& top, std::function<void(wxWindow*)> moved) {
    g_signal_connect_data(top.GetHandle(), "set-focus", G_CALLBACK(on_set_focus),
                          new Watch{top, std::move(moved)}, forget, GConnectFlags{});
}

} // namespace widgets
