// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/console.hpp"

#include <array>
#include <cstdio>
#include <fcntl.h>
#include <io.h>
#include <windows.h>

namespace ctl {

void prepare_console() {
    SetConsoleOutputCP(CP_UTF8);
    // What is written is what arrives, in a pipe and in a file as well: no line end is made into two.
    for (std::FILE* stream : {stdin, stdout, stderr})
        _setmode(_fileno(stream), _O_BINARY);
}

bool stderr_is_terminal() {
    DWORD mode = 0;
    return GetConsoleMode(GetStdHandle(STD_ERROR_HANDLE), &mode) != 0;
}

std::filesystem::path program_folder() {
    std::wstring path(32'768, L'\0'); // Windows' longest path
    path.resize(GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size())));
    return std::filesystem::path(path).parent_path();
}

std::filesystem::path file_in_environment(const char* variable) {
    std::wstring value(32'768, L'\0'); // Windows' longest
    const std::wstring name(variable, variable + std::char_traits<char>::length(variable));
    value.resize(GetEnvironmentVariableW(name.c_str(), value.data(), static_cast<DWORD>(value.size())));
    return value;
}

} // namespace ctl
