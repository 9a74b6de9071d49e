// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/show_in_folder.hpp"
#include "widgets/text.hpp"

#include <wx/utils.h>

#include <shellapi.h>
#include <string>
#include <windows.h>

namespace widgets {

void open_file(const std::filesystem::path& file) {
    wxLaunchDefaultApplication(wx_path(file));
}

void show_in_folder(const std::filesystem::path& file) {
    const auto whole = std::filesystem::absolute(file).make_preferred();
    // Explorer reads its command line itself: the path between quotes, which no file's name holds.
    const std::wstring wanted = L"/select,\"" + whole.wstring() + L"\"";
    const auto answer =
        ShellExecuteW(nullptr, L"open", L"explorer.exe", wanted.c_str(), nullptr, SW_SHOWNORMAL);
    // As its documentation has it: anything above 32 is success.
    if (reinterpret_cast<INT_PTR>(answer) <= 32) open_file(whole.parent_path());
}

} // namespace widgets
