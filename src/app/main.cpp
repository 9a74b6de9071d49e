// SPDX-License-Identifier: GPL-3.0-or-later
// srok [FILE] [--lang km|en] [--page ID]
#include "app/srok_app.hpp"
#include "core/arguments.hpp"
#include "widgets/theme.hpp"

#include <wx/init.h>

#include <cstdio>
#include <string>
#include <vector>

namespace {

// False for a word nobody knows.
bool read_arguments(const std::vector<std::string>& words, app::Arguments& arguments) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        const bool has_value = i + 1 < words.size();
        if (word == "--lang" && has_value) {
            arguments.language = widgets::language_from_code(words[++i]);
            if (!arguments.language) return false;
        } else if (word == "--page" && has_value) {
            arguments.page = words[++i];
        } else if (!word.starts_with("-") && !arguments.file) {
            arguments.file = std::filesystem::path(std::u8string(word.begin(), word.end()));
        } else {
            return false;
        }
    }
    return true;
}

} // namespace

int main(int argc, char** argv) {
    app::Arguments arguments;
    if (!read_arguments(core::utf8_arguments(argc, argv), arguments)) {
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
