// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/print_pages.hpp"

#include <wx/window.h>

#include <gtk/gtk.h>
#include <memory>

namespace widgets {

namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};

using Pages = std::vector<PrintedPage>;

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

Printing print_pages(wxWindow* parent, const wxString& title, const Pages& pages, wxString& reason) {
    const std::unique_ptr<GtkPrintOperation, Unref> operation(gtk_print_operation_new());
    const std::unique_ptr<GtkPageSetup, Unref> setup(gtk_page_setup_new());
    const std::unique_ptr<GtkPaperSize, decltype(&gtk_paper_size_free)> a4(
        gtk_paper_size_new(GTK_PAPER_NAME_A4), &gtk_paper_size_free);
    gtk_page_setup_set_paper_size_and_default_margins(setup.get(), a4.get());
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
        reason = wxString::FromUTF8(error->message);
        g_error_free(error);
        return Printing::failed;
    }
    return result == GTK_PRINT_OPERATION_RESULT_CANCEL ? Printing::gone_back : Printing::sent;
}

} // namespace widgets
