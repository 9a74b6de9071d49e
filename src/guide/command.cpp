// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/command.hpp"

#include "guide/lines.hpp"
#include "guide/resources.hpp"

#include <algorithm>
#include <vector>

namespace guide {
namespace {

// "command\tid\tlabel\thelp\tkey" or "page\tid\tlabel"
Command read(std::string_view line) {
    const std::vector<std::string_view> parts = divided(line, '\t');
    if (parts[0] == "page") return {parts[1], parts[2], {}, {}, true};
    return {parts[1], parts[2], parts[3], parts[4], false};
}

std::vector<Command> read_all() {
    std::vector<Command> all;
    for (const std::string_view line : divided(resource("commands.txt"), '\n'))
        if (!line.empty()) all.push_back(read(line));
    return all;
}

} // namespace

std::span<const Command> commands() {
    static const std::vector<Command> all = read_all();
    return all;
}

const Command* find_command(std::string_view id) {
    const auto all = commands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Command& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::string shown_label(const wording::Catalogue& catalogue, std::string_view english) {
    std::string label(catalogue.text(english));
    // Khmer has the mnemonic behind the words, "(&N)"; elsewhere it stands before its letter.
    if (const auto at = label.find("(&");
        at != std::string::npos && at + 4 <= label.size() && label[at + 3] == ')')
        label.erase(at, 4);
    label.erase(std::remove(label.begin(), label.end(), '&'), label.end());
    while (label.ends_with(".") || label.ends_with(" ") || label.ends_with(":"))
        label.pop_back();
    return label;
}

} // namespace guide
