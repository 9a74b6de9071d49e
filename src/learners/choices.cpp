// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/choices.hpp"

#include "core/fold.hpp"

#include <algorithm>
#include <map>

namespace learners {

std::string_view resource(std::string_view path);

namespace {

using Lists = std::map<std::string, std::vector<Choice>, std::less<>>;

void read_line(std::string_view line, Lists& lists, std::vector<Choice>*& into) {
    if (line.empty() || line.front() == '#') return;
    if (line.front() == '[') {
        into = &lists[std::string{line.substr(1, line.find(']') - 1)}];
        return;
    }
    const std::size_t tab = line.find('\t');
    if (!into || tab == std::string_view::npos) return; // the version stands before the first field
    std::string_view khmer = line.substr(0, tab);
    const bool unofficial = khmer.ends_with('*');
    if (unofficial) khmer.remove_suffix(1);
    into->push_back({std::string{khmer}, std::string{line.substr(tab + 1)}, unofficial});
}

const Lists& lists() {
    static const Lists all = [] {
        Lists read;
        std::vector<Choice>* into = nullptr;
        std::string_view text = resource("learners/choices.txt");
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            read_line(text.substr(0, end), read, into);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return read;
    }();
    return all;
}

} // namespace

const std::vector<Choice>& choices_for(std::string_view field) {
    static const std::vector<Choice> none;
    const auto found = lists().find(field);
    return found == lists().end() ? none : found->second;
}

std::vector<Choice> choices_like(std::string_view field, std::string_view typed) {
    const std::vector<Choice>& all = choices_for(field);
    const std::string key = core::query_fold(typed);
    if (key.empty()) return all;
    std::vector<Choice> begin, hold;
    for (const Choice& choice : all) {
        const std::string km = core::fold_name(choice.name_km), name = core::fold_name(choice.name);
        if (km.starts_with(key) || name.starts_with(key))
            begin.push_back(choice);
        else if (km.find(key) != std::string::npos || name.find(key) != std::string::npos)
            hold.push_back(choice);
    }
    begin.insert(begin.end(), hold.begin(), hold.end());
    return begin;
}

} // namespace learners
