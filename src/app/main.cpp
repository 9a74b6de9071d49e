// SPDX-License-Identifier: GPL-3.0-or-later
// srok [FILE] [--lang km|en] [--page ID]
#include "app/srok_app.hpp"
#include "widgets/theme.hpp"

#include <wx/init.h>

#include <cstdio>
#include <cstring>
#include <string_view>

namespace {

// Takes the words it knows out of argv, so that the toolkit sees only its own; false for a word nobody knows.
bool read_arguments(int argc, char** argv, app::Arguments& arguments) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const bool has_value = i + 1 < argc;
        if (word == "--lang" && has_value) {
            arguments.language = widgets::language_from_code(argv[++i]);
            if (!arguments.language) return false;
        } else if (word == "--page" && has_value) {
            arguments.page = argv[++i];
        } else if (!word.starts_with("-") && !arguments.file) {
            const char* begin = argv[i];
            arguments.file = std::filesystem::path(std::u8string(begin, begin + std::strlen(begin)));
        } else {
            return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char** argv) {
    app::Arguments arguments;
    if (!read_arguments(argc, argv, arguments)) {
        std::fputs("srok [FILE.srok] [--lang km|en] [--page start|learners|classes|attendance|assessment|"
                   "certificates|returns|settings]\n",
                   stderr);
        return 2;
    }
    widgets::prepare_process();
    wxApp::SetInstance(new app::SrokApp(std::move(arguments)));
    int toolkit_argc = 1;
    return wxEntry(toolkit_argc, argv);
}
