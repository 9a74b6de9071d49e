// SPDX-License-Identifier: GPL-3.0-or-later
// The GTK half of the theme: the interface font, hinting, and style rules. Nothing here sets letter-spacing:
// any letter-spacing breaks the shaping of Khmer.
#include "widgets/theme.hpp"
#include "widgets/theme_platform.hpp"

#include <wx/window.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <gtk/gtk.h>
#include <libintl.h>
#include <string>

namespace widgets {

namespace {

// @srok_… are the palette's colours, defined before these rules.
constexpr const char* style_rules = R"css(
.srok-sidebar, .srok-sidebar treeview.view {
    background-color: @srok_navy;
    color: @srok_navy_text;
    border: none;
    outline: none;
    -GtkTreeView-horizontal-separator: 24;
}
.srok-sidebar treeview.view:selected {
    background-color: @srok_primary;
    color: #ffffff;
}
.srok-sidebar treeview.view:selected:backdrop { color: #ffffff; }
.srok-sidebar-button {
    background: none; border: none; box-shadow: none; text-shadow: none; -gtk-icon-shadow: none;
    color: @srok_navy_text; border-radius: 4px;
}
.srok-sidebar-button:hover, .srok-sidebar-button:focus { background-color: @srok_navy_hover; color: #ffffff; }
.srok-primary {
    background-image: none; background-color: @srok_primary; border-color: @srok_primary_pressed;
    color: #ffffff; text-shadow: none; box-shadow: none; -gtk-icon-shadow: none;
}
.srok-primary:hover { background-color: @srok_primary_hover; }
.srok-primary:active { background-color: @srok_primary_pressed; }
.srok-primary:disabled { background-color: @srok_primary_off; border-color: @srok_line; color: @srok_primary_off_text; }
.srok-danger { background-image: none; background-color: @srok_danger; border-color: @srok_danger_pressed;
    color: #ffffff; text-shadow: none; box-shadow: none; }
.srok-danger:hover { background-color: @srok_danger_hover; }
.srok-danger:disabled { background-color: @srok_danger_off; border-color: @srok_line; color: @srok_danger_off_text; }
.srok-flat { background: none; border-color: transparent; box-shadow: none; text-shadow: none; }
.srok-flat:hover, .srok-flat:focus { background-color: @srok_hover; }
notebook, notebook.frame { border: none; background: @srok_ground; }
notebook > header { background: @srok_ground; border: none; box-shadow: inset 0 -1px @srok_line; }
notebook > header tab { padding: 4px 14px; color: @srok_muted; }
notebook > header tab:checked { color: @srok_ink; box-shadow: inset 0 -3px @srok_accent; }
notebook > stack { background-color: @srok_ground; }
.srok-list treeview.view:selected { background-color: @srok_selected; color: @srok_ink; }
.srok-list treeview.view { -GtkTreeView-horizontal-separator: 14; }
.srok-list treeview.view header button { padding: 5px 7px; color: @srok_muted; font-weight: normal; background: @srok_ground; }
)css";

// In the dark the toolkit's grey stands beside our blue-grey: windows, fields and lists take ours.
constexpr const char* dark_rules = R"css(
window, dialog, .background { background-color: @srok_ground; color: @srok_ink; }
treeview.view, textview text { background-color: @srok_paper; color: @srok_ink; }
button { background-image: none; background-color: @srok_hover; border-color: @srok_line; box-shadow: none; }
button:hover { background-color: shade(@srok_hover, 1.2); }
button:disabled { background-color: @srok_ground; }
entry { background-color: @srok_ground; border-color: @srok_line; color: @srok_ink; }
entry:disabled { background-color: @srok_paper; color: @srok_muted; }
menubar, menu, .menu { background-color: @srok_paper; color: @srok_ink; }
)css";

struct Named {
    const char* name;
    core::Rgb Palette::*colour;
};
constexpr Named named_colours[] = {{"ink", &Palette::ink},
                                   {"muted", &Palette::muted},
                                   {"line", &Palette::line},
                                   {"paper", &Palette::paper},
                                   {"ground", &Palette::ground},
                                   {"selected", &Palette::selected},
                                   {"hover", &Palette::hover},
                                   {"navy", &Palette::navy},
                                   {"navy_text", &Palette::navy_text},
                                   {"navy_hover", &Palette::navy_hover},
                                   {"accent", &Palette::accent},
                                   {"primary", &Palette::primary},
                                   {"primary_hover", &Palette::primary_hover},
                                   {"primary_pressed", &Palette::primary_pressed},
                                   {"primary_off", &Palette::primary_off},
                                   {"primary_off_text", &Palette::primary_off_text},
                                   {"danger", &Palette::danger},
                                   {"danger_hover", &Palette::danger_hover},
                                   {"danger_pressed", &Palette::danger_pressed},
                                   {"danger_off", &Palette::danger_off},
                                   {"danger_off_text", &Palette::danger_off_text}};

std::string rules_of(const Palette& palette, bool dark) {
    std::string rules;
    for (const Named& one : named_colours) {
        const core::Rgb& colour = palette.*one.colour;
        rules += wxString::Format("@define-color srok_%s #%02x%02x%02x;\n", one.name, colour.red,
                                  colour.green, colour.blue)
                     .utf8_string();
    }
    rules += style_rules;
    if (dark) rules += dark_rules;
    return rules;
}

GtkCssProvider* provider() {
    static GtkCssProvider* const made = [] {
        GtkCssProvider* one = gtk_css_provider_new();
        gtk_style_context_add_provider_for_screen(gdk_screen_get_default(), GTK_STYLE_PROVIDER(one),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
        return one;
    }();
    return made;
}

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
    // Without a screen the toolkit ends in a crash of its own. It is not asked here: begun before wx begins
    // it, it reads no clipboard.
    const auto named = [](const char* variable) {
        const char* value = std::getenv(variable);
        return value != nullptr && *value != '\0';
    };
    if (!named("DISPLAY") && !named("WAYLAND_DISPLAY")) {
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

bool platform::take_desktop() {
    GtkSettings* settings = gtk_settings_get_default();
    // Khmer first: with a Latin font first, line heights come from it and subscripts are clipped.
    g_object_set(settings, "gtk-font-name", "Khmer OS Battambang 10", "gtk-xft-hinting", 1,
                 "gtk-xft-hintstyle", "hintslight", "gtk-xft-antialias", 1, "gtk-button-images", TRUE,
                 nullptr);
    gboolean prefers_dark = FALSE;
    gchar* theme = nullptr;
    g_object_get(settings, "gtk-application-prefer-dark-theme", &prefers_dark, "gtk-theme-name", &theme,
                 nullptr);
    std::string name = theme ? theme : "";
    g_free(theme);
    bool dark = prefers_dark || name.ends_with("-dark");
    const std::string set = name;
    // While GTK_THEME stands ("Adwaita:dark"), it has the last word over what the person chooses here.
    const char* asked = std::getenv("GTK_THEME");
    const bool forced = asked && *asked;
    if (forced) {
        name = asked;
        const auto variant = name.find(':');
        dark = name.ends_with("-dark") || (variant != std::string::npos && name.substr(variant) == ":dark");
        name.resize(std::min(variant, name.size()));
        unsetenv("GTK_THEME");
    }
    // The theme's own light and dark are told apart by the setting, not by its name.
    if (name.ends_with("-dark")) name.resize(name.size() - 5);
    // Whatever it is set to, the toolkit reads all of the theme's rules anew: a tenth of what the start
    // takes.
    if (forced || name != set) g_object_set(settings, "gtk-theme-name", name.c_str(), nullptr);
    return dark;
}

void platform::use_text_size(int percent) {
    GtkSettings* settings = gtk_settings_get_default();
    static const int own = [settings] {
        gint found = -1;
        g_object_get(settings, "gtk-xft-dpi", &found, nullptr);
        return found > 0 ? found : 96 * PANGO_SCALE;
    }();
    g_object_set(settings, "gtk-xft-dpi", own * percent / 100, nullptr);
}

void platform::wear(const Palette& palette, bool dark) {
    GtkSettings* settings = gtk_settings_get_default();
    gboolean is_dark = FALSE;
    g_object_get(settings, "gtk-application-prefer-dark-theme", &is_dark, nullptr);
    if ((is_dark == TRUE) != dark) // see take_desktop()
        g_object_set(settings, "gtk-application-prefer-dark-theme", dark ? TRUE : FALSE, nullptr);
    gtk_css_provider_load_from_data(provider(), rules_of(palette, dark).c_str(), -1, nullptr);
}

int platform::sidebar_inset() {
    return 0; // its style rules give the rows their room
}

void dress(wxWindow& window, Part part) {
    gtk_style_context_add_class(gtk_widget_get_style_context(window.GetHandle()), class_of(part));
    // GTK's own type-ahead would swallow letters and open a box of its own: pages have a search field.
    GtkWidget* inside =
        GTK_IS_BIN(window.GetHandle()) ? gtk_bin_get_child(GTK_BIN(window.GetHandle())) : nullptr;
    if (inside && GTK_IS_TREE_VIEW(inside)) gtk_tree_view_set_enable_search(GTK_TREE_VIEW(inside), FALSE);
}

} // namespace widgets
