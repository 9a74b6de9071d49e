// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preferences.hpp"

#include "widgets/text.hpp"

#include <wx/fileconf.h>
#include <wx/filename.h>
#include <wx/stdpaths.h>

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t most_recent = 6;

wxString file_name() {
    auto& paths = wxStandardPaths::Get();
    paths.SetFileLayout(wxStandardPaths::FileLayout_XDG);
    return paths.GetUserConfigDir() + wxFileName::GetPathSeparator() + "srok.conf";
}

wxFileConfig open_config() {
    return wxFileConfig("srok", wxString(), file_name(), wxString(), wxCONFIG_USE_LOCAL_FILE, wxConvUTF8);
}

// Keys are names of their own in the file: "columns/learners.list" is no group.
wxString entry_of(std::string_view key) {
    wxString entry = widgets::wx(key);
    entry.Replace("/", ".");
    return "/remembered/" + entry;
}

} // namespace

void Preferences::forget(const std::filesystem::path& file) {
    std::erase(recent, file);
}

void Preferences::remember(const std::filesystem::path& file) {
    forget(file);
    recent.insert(recent.begin(), file);
    if (recent.size() > most_recent) recent.resize(most_recent);
}

Preferences load_preferences() {
    Preferences preferences;
    const wxLogNull quiet;
    const wxFileConfig config = open_config();
    preferences.language = widgets::language_from_code(widgets::utf8(config.Read("/language")));
    preferences.screen.look =
        widgets::look_from_code(widgets::utf8(config.Read("/look"))).value_or(widgets::Look::desktop);
    preferences.screen.digits =
        widgets::digits_from_code(widgets::utf8(config.Read("/digits"))).value_or(widgets::Digits::latin);
    const long size = config.ReadLong("/text-size", preferences.screen.text_size);
    for (const int known : widgets::text_sizes)
        if (known == size) preferences.screen.text_size = known;
    for (std::size_t i = 0; i < most_recent; ++i) {
        const wxString path = config.Read(wxString::Format("/recent/%zu", i));
        if (!path.empty()) preferences.recent.push_back(widgets::path_of(path));
    }
    return preferences;
}

void save_preferences(const Preferences& preferences) {
    const wxLogNull quiet;
    wxFileName(file_name()).Mkdir(wxS_DIR_DEFAULT, wxPATH_MKDIR_FULL);
    wxFileConfig config = open_config();
    if (preferences.language) config.Write("/language", wxString(widgets::code_of(*preferences.language)));
    config.Write("/look", wxString(widgets::code_of(preferences.screen.look)));
    config.Write("/digits", wxString(widgets::code_of(preferences.screen.digits)));
    config.Write("/text-size", static_cast<long>(preferences.screen.text_size));
    config.DeleteGroup("/recent");
    for (std::size_t i = 0; i < preferences.recent.size(); ++i)
        config.Write(wxString::Format("/recent/%zu", i), widgets::wx_path(preferences.recent[i]));
    config.Flush();
}

std::string read_remembered(std::string_view key) {
    const wxLogNull quiet;
    return widgets::utf8(open_config().Read(entry_of(key)));
}

void write_remembered(std::string_view key, std::string_view value) {
    const wxLogNull quiet;
    wxFileName(file_name()).Mkdir(wxS_DIR_DEFAULT, wxPATH_MKDIR_FULL);
    wxFileConfig config = open_config();
    if (value.empty())
        config.DeleteEntry(entry_of(key));
    else
        config.Write(entry_of(key), widgets::wx(value));
    config.Flush();
}

} // namespace app
