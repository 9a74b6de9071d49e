// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/accessible.hpp"
#include "widgets/notice_gtk.hpp"
#include "widgets/text.hpp"

#include <wx/window.h>

#include <atk/atk.h>
#include <gtk/gtk.h>
#include <string>

namespace widgets {

namespace {

// Lists and long texts sit in a scrolled window; what has the focus, and so the name, is inside it.
GtkWidget* focused_part(GtkWidget* widget) {
    if (GTK_IS_SCROLLED_WINDOW(widget))
        if (GtkWidget* inside = gtk_bin_get_child(GTK_BIN(widget))) return inside;
    return widget;
}

} // namespace

void name_control(wxWindow& control, std::string_view id, const wxString& spoken) {
    control.SetName(wx(id));
    AtkObject* reader = gtk_widget_get_accessible(focused_part(control.GetHandle()));
    if (!reader) return;
    atk_object_set_name(reader, spoken.utf8_str());
    atk_object_set_accessible_id(reader, std::string(id).c_str());
}

void announce(wxWindow& window, const wxString& text) {
    AtkObject* reader = gtk_widget_get_accessible(focused_part(window.GetHandle()));
    if (reader) say(*reader, text);
}

void move_list_cursor(wxWindow& list, unsigned row) {
    GtkWidget* tree = focused_part(list.GetHandle());
    if (!GTK_IS_TREE_VIEW(tree)) return;
    GtkTreePath* path = gtk_tree_path_new_from_indices(static_cast<int>(row), -1);
    gtk_tree_view_set_cursor(GTK_TREE_VIEW(tree), path, nullptr, FALSE);
    gtk_tree_path_free(path);
}

} // namespace widgets
