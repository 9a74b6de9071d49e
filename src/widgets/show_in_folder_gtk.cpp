// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/show_in_folder.hpp"
#include "widgets/text.hpp"

#include <wx/utils.h>

#include <gio/gio.h>
#include <memory>
#include <string>

namespace widgets {

namespace {

constexpr int patience_ms = 3000;

struct Asked {
    std::filesystem::path folder;
};

// The file manager's answer; without one, the folder is opened as any file is.
void answered(GObject* bus, GAsyncResult* result, gpointer data) {
    const std::unique_ptr<Asked> asked(static_cast<Asked*>(data));
    GError* error = nullptr;
    if (GVariant* nothing = g_dbus_connection_call_finish(G_DBUS_CONNECTION(bus), result, &error))
        g_variant_unref(nothing);
    if (!error) return;
    g_error_free(error);
    open_file(asked->folder);
}

} // namespace

void open_file(const std::filesystem::path& file) {
    wxLaunchDefaultApplication(wx_path(file));
}

void show_in_folder(const std::filesystem::path& file) {
    const auto whole = std::filesystem::absolute(file);
    GDBusConnection* bus = g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr);
    char* uri = g_filename_to_uri(whole.c_str(), nullptr, nullptr);
    if (!bus || !uri) {
        g_free(uri);
        if (bus) g_object_unref(bus);
        return open_file(whole.parent_path());
    }
    const char* const uris[] = {uri, nullptr};
    g_dbus_connection_call(bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                           "org.freedesktop.FileManager1", "ShowItems", g_variant_new("(^ass)", uris, ""),
                           nullptr, G_DBUS_CALL_FLAGS_NONE, patience_ms, nullptr, answered,
                           new Asked{whole.parent_path()});
    g_free(uri);
    g_object_unref(bus);
}

} // namespace widgets
