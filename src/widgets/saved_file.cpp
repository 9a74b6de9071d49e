// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/saved_file.hpp"

#include "widgets/memory.hpp"
#include "widgets/text.hpp"

#include <wx/filedlg.h>
#include <wx/stdpaths.h>

namespace widgets {

namespace {

constexpr auto folder_key = "save/folder";

// Windows refuses these in a name, and so does a stick formatted by it.
wxString file_name(wxString name) {
    for (const char refused : std::string_view("\\/:*?\"<>|"))
        name.Replace(wxString(refused), " ");
    return name.Strip(wxString::both);
}

} // namespace

std::optional<std::filesystem::path> ask_save(wxWindow* parent, const wxString& title, const wxString& name,
                                              const char* ending, const wxString& kinds) {
    const auto last = path_of(wx(remembered(folder_key)));
    std::error_code unknown;
    const bool there = !last.empty() && std::filesystem::is_directory(last, unknown);
    wxFileDialog dialog(parent, title, there ? wx_path(last) : wxStandardPaths::Get().GetDocumentsDir(),
                        file_name(name) + ending, kinds, wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    auto path = path_of(dialog.GetPath());
    if (path.extension() != ending) path += ending;
    remember(folder_key, utf8(wx_path(path.parent_path())));
    return path;
}

} // namespace widgets
