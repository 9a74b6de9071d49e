// SPDX-License-Identifier: GPL-3.0-or-later
// The GTK half of the theme: the interface font, hinting, and style rules. Nothing here sets letter-spacing:
// any letter-spacing breaks the shaping of Khmer.
#include "widgets/theme.hpp"

#include <wx/window.h>

#include <cstdio>
#include <cstdlib>
#include <gtk/gtk.h>
#include <libintl.h>
#include <string>

namespace widgets {

namespace {

constexpr const char* style_rules = R"css(
.srok-sidebar, .srok-sidebar treeview.view {
    background-color: #142c50;
    color: #d5deec;
    border: none;
    outline: none;
    -GtkTreeView-horizontal-separator: 24;
}
.srok-sidebar treeview.view:selected {
    background-color: #1f62b5;
    color: #ffffff;
}
.srok-sidebar treeview.view:selected:backdrop { color: #ffffff; }
.srok-sidebar-button {
    background: none; border: none; box-shadow: none; text-shadow: none; -gtk-icon-shadow: none;
    color: #d5deec; border-radius: 4px;
}
.srok-sidebar-button:hover, .srok-sidebar-button:focus { background-color: #1f3d69; color: #ffffff; }
.srok-primary {
    background-image: none; background-color: #1f62b5; border-color: #174b8c;
    color: #ffffff; text-shadow: none; box-shadow: none; -gtk-icon-shadow: none;
}
.srok-primary:hover { background-color: #2a72ca; }
.srok-primary:active { background-color: #174b8c; }
.srok-primary:disabled { background-color: #dde5f0; border-color: #ccd6e4; color: #5b6778; }
.srok-danger { background-image: none; background-color: #a81f1f; border-color: #861818;
    color: #ffffff; text-shadow: none; box-shadow: none; }
.srok-danger:hover { background-color: #c02a2a; }
.srok-danger:disabled { background-color: #f3e2e2; border-color: #e8cfcf; color: #76585a; }
.srok-flat { background: none; border-color: transparent; box-shadow: none; text-shadow: none; }
.srok-flat:hover, .srok-flat:focus { background-color: #e4e9f1; }
notebook, notebook.frame { border: none; background: #f5f6f9; }
notebook > header { background: #f5f6f9; border: none; box-shadow: inset 0 -1px #dfe3ea; }
notebook > header tab { padding: 4px 14px; color: #5b6778; }
notebook > header tab:checked { color: #1c2533; box-shadow: inset 0 -3px #1f62b5; }
notebook > stack { background-color: #f5f6f9; }
.srok-list treeview.view:selected { background-color: #d3e3f8; color: #1c2533; }
.srok-list treeview.view { -GtkTreeView-horizontal-separator: 14; }
.srok-list treeview.view header button { padding: 5px 7px; color: #5b6778; font-weight: normal; background: #f5f6f9; }
)css";

const char* class_of(Part part) {
    switch (part) {
    case Part::sidebar:
        return "srok-sidebar";
    case Part::sidebar_button:
        return "srok-sidebar-button";
    case Part::primary_button:
        return "srok-primary";
    case Part::danger_button:
        return "srok-danger";
    case Part::flat_button:
        return "srok-flat";
    case Part::list:
        return "srok-list";
    }
    return "";
}

} // namespace

void prepare_process() {
    // GTK's own dialogs follow LANGUAGE, but only when the locale is not plain "C".
    unsetenv("LC_ALL");
    setenv("LC_CTYPE", "C.UTF-8", 1);
    setenv("LC_MESSAGES", "C.UTF-8", 1);
    // Without a screen the toolkit ends in a crash of its own.
    if (!gdk_init_check(nullptr, nullptr)) {
        std::fputs(
            "Srok needs a screen, and finds none here (DISPLAY). At the shell srokctl does the same work.\n",
            stderr);
        std::exit(3);
    }
}

void set_toolkit_language(const char* language) {
    setenv("LANGUAGE", language, 1);
    // Tells libintl that what it looked up before may be wrong now.
    textdomain(textdomain(nullptr));
}

void install_theme() {
    // Khmer first: with a Latin font first, line heights come from it and subscripts are clipped.
    g_object_set(gtk_settings_get_default(), "gtk-font-name", "Khmer OS Battambang 10", "gtk-xft-hinting", 1,
                 "gtk-xft-hintstyle", "hintslight", "gtk-xft-antialias", 1, "gtk-button-images", TRUE,
                 "gtk-application-prefer-dark-theme", FALSE, nullptr);
    GtkCssProvider* provider = gtk_css_provider_new();
    gtk_css_provider_load_from_data(provider, style_rules, -1, nullptr);
    gtk_style_context_add_provider_for_screen(gdk_screen_get_default(), GTK_STYLE_PROVIDER(provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    g_object_unref(provider);
}

void dress(wxWindow& window, Part part) {
    gtk_style_context_add_class(gtk_widget_get_style_context(window.GetHandle()), class_of(part));
    // GTK's own type-ahead would swallow letters and open a box of its own: pages have a search field.
    GtkWidget* inside =
        GTK_IS_BIN(window.GetHandle()) ? gtk_bin_get_child(GTK_BIN(window.GetHandle())) : nullptr;
    if (inside && GTK_IS_TREE_VIEW(inside)) gtk_tree_view_set_enable_search(GTK_TREE_VIEW(inside), FALSE);
}

} // namespace widgets
