// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/memory.hpp"
#include "widgets/print_pages.hpp"
#include "widgets/text.hpp"

#include <wx/stdpaths.h>
#include <wx/window.h>

#include <gtk/gtk.h>
#include <memory>
#include <string>

namespace widgets {

namespace {

constexpr auto last_key = "print/settings";

std::string key_of(std::string_view kind) {
    return std::string(last_key) + "/" + std::string(kind);
}

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
using Settings = std::unique_ptr<GtkPrintSettings, Unref>;

using Pages = std::vector<PrintedPage>;

// The printer, the copies and what else was chosen for this kind of paper, or else last.
Settings last_settings(std::string_view kind) {
    Settings settings(gtk_print_settings_new());
    std::string text = remembered(key_of(kind));
    if (text.empty()) text = remembered(last_key);
    GKeyFile* file = g_key_file_new();
    if (!text.empty() && g_key_file_load_from_data(file, text.data(), text.size(), G_KEY_FILE_NONE, nullptr))
        gtk_print_settings_load_key_file(settings.get(), file, nullptr, nullptr);
    g_key_file_unref(file);
    return settings;
}

// All but what belongs to this one job.
void keep_settings(std::string_view kind, GtkPrintOperation* operation) {
    GtkPrintSettings* chosen = gtk_print_operation_get_print_settings(operation);
    if (!chosen) return;
    const Settings settings(gtk_print_settings_copy(chosen));
    for (const char* once :
         {GTK_PRINT_SETTINGS_OUTPUT_URI, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, GTK_PRINT_SETTINGS_OUTPUT_DIR,
          GTK_PRINT_SETTINGS_PAGE_RANGES, GTK_PRINT_SETTINGS_PRINT_PAGES, GTK_PRINT_SETTINGS_ORIENTATION})
        gtk_print_settings_unset(settings.get(), once);
    GKeyFile* file = g_key_file_new();
    gtk_print_settings_to_key_file(settings.get(), file, nullptr);
    gsize length = 0;
    if (char* text = g_key_file_to_data(file, &length, nullptr)) {
        for (const std::string& key : {key_of(kind), std::string(last_key)})
            remember(key, std::string_view(text, length));
        g_free(text);
    }
    g_key_file_unref(file);
}

void say_count(GtkPrintOperation* operation, GtkPrintContext*, gpointer pages) {
    gtk_print_operation_set_n_pages(operation, static_cast<int>(static_cast<const Pages*>(pages)->size()));
}

void say_paper(GtkPrintOperation*, GtkPrintContext*, gint number, GtkPageSetup* setup, gpointer pages) {
    const PrintedPage& page = (*static_cast<const Pages*>(pages))[static_cast<std::size_t>(number)];
    gtk_page_setup_set_orientation(setup, page.width > page.height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                   : GTK_PAGE_ORIENTATION_PORTRAIT);
}

void draw_page(GtkPrintOperation*, GtkPrintContext* context, gint number, gpointer pages) {
    const PrintedPage& page = (*static_cast<const Pages*>(pages))[static_cast<std::size_t>(number)];
    page.draw(gtk_print_context_get_cairo_context(context));
}

} // namespace

Printing print_pages(wxWindow* parent, std::string_view kind, const wxString& title, const Pages& pages,
                     wxString& reason) {
    const std::unique_ptr<GtkPrintOperation, Unref> operation(gtk_print_operation_new());
    const std::unique_ptr<GtkPageSetup, Unref> setup(gtk_page_setup_new());
    const std::unique_ptr<GtkPaperSize, decltype(&gtk_paper_size_free)> a4(
        gtk_paper_size_new(GTK_PAPER_NAME_A4), &gtk_paper_size_free);
    gtk_page_setup_set_paper_size_and_default_margins(setup.get(), a4.get());
    const bool landscape = !pages.empty() && pages.front().width > pages.front().height;
    gtk_page_setup_set_orientation(setup.get(), landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                          : GTK_PAGE_ORIENTATION_PORTRAIT);
    const Settings settings = last_settings(kind);
    gtk_print_settings_set(settings.get(), GTK_PRINT_SETTINGS_OUTPUT_BASENAME, title.utf8_str());
    // Printed into a file, it lies where documents lie and not where the program was started.
    const std::string documents = utf8(wxStandardPaths::Get().GetDocumentsDir());
    gtk_print_settings_set(settings.get(), GTK_PRINT_SETTINGS_OUTPUT_DIR, documents.c_str());
    gtk_print_operation_set_print_settings(operation.get(), settings.get());
    gtk_print_operation_set_default_page_setup(operation.get(), setup.get());
    gtk_print_operation_set_unit(operation.get(), GTK_UNIT_POINTS);
    gtk_print_operation_set_use_full_page(operation.get(), TRUE);
    gtk_print_operation_set_show_progress(operation.get(), TRUE);
    gtk_print_operation_set_job_name(operation.get(), title.utf8_str());
    auto* given = const_cast<Pages*>(&pages); // the callbacks only read
    g_signal_connect(operation.get(), "begin-print", G_CALLBACK(say_count), given);
    g_signal_connect(operation.get(), "request-page-setup", G_CALLBACK(say_paper), given);
    g_signal_connect(operation.get(), "draw-page", G_CALLBACK(draw_page), given);
    GtkWidget* window =
        parent ? gtk_widget_get_toplevel(static_cast<GtkWidget*>(parent->GetHandle())) : nullptr;
    GError* error = nullptr;
    const auto result = gtk_print_operation_run(operation.get(), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                                window ? GTK_WINDOW(window) : nullptr, &error);
    if (error) {
        reason = wx(error->message);
        g_error_free(error);
        return Printing::failed;
    }
    if (result == GTK_PRINT_OPERATION_RESULT_CANCEL) return Printing::gone_back;
    keep_settings(kind, operation.get());
    return Printing::sent;
}

} // namespace widgets
