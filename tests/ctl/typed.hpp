// SPDX-License-Identifier: GPL-3.0-or-later
// A line typed at the shell, run in this process, and what came of it.
#pragma once

#include "ctl/program.hpp"
#include "storage/test_file.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace test {

struct Typed {
    int exit = -1;
    std::string out;
    std::string err;
    // stdout as JSON; the test fails where it is none.
    ctl::Json json() const;
    // The code in {"error":{"code":…}}.
    std::string error() const;
};

// A folder, a time and a chance in which words run.
struct Prompt : World {
    Typed type(std::vector<std::string> arguments);
    // The same with --json.
    Typed ask(std::vector<std::string> arguments);
    // A file in the folder, as an argument.
    std::string file(std::string_view name) const;
    // An office file there, as `new` makes it for Thma Koul (0202) or another area: made once, then copied.
    std::string new_office(std::string_view name, const std::string& area = "0202");
    // The sample office of 100 learners, as `demo` makes it, likewise.
    std::string sample_office(std::string_view name);

    Folder folder;

  private:
    std::string copy_of(const std::string& what, std::vector<std::string> words, std::string_view name);
};

} // namespace test
