// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/pack_trial.hpp"

#include "core/numerals.hpp"
#include "programmes/pack_file.hpp"

#include <toml++/toml.h>

#include <sstream>

namespace programmes {
namespace {

core::Error unknown(std::string_view rule, std::string_view item) {
    return core::Error{"pack.unknown-reference"}
        .with("key", std::string{rule})
        .with("value", std::string{item});
}

// An item of a list is called by its key, a grade band by its letter.
toml::table* find_item(toml::array& list, std::string_view called) {
    for (toml::node& item : list)
        if (toml::table* table = item.as_table())
            for (const std::string_view name : {"key", "letter"})
                if ((*table)[name].value<std::string_view>() == called) return table;
    return nullptr;
}

// The table that holds the last part of the rule's name; made where the file has none.
toml::table* find_table(toml::table& file, std::string_view path) {
    toml::table* table = &file;
    while (!path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());
        const std::string_view step = path.substr(0, dot);
        path.remove_prefix(std::min(dot + 1, path.size()));
        toml::node* next = table->get(step);
        if (next == nullptr) next = &table->insert(step, toml::table{}).first->second;
        if (toml::array* list = next->as_array()) {
            const std::size_t end = std::min(path.find('.'), path.size());
            table = find_item(*list, path.substr(0, end));
            path.remove_prefix(std::min(end + 1, path.size()));
        } else {
            table = next->as_table();
        }
        if (table == nullptr) return nullptr;
    }
    return table;
}

void set(toml::table& table, std::string_view key, std::string_view value) {
    table.erase(key);
    if (value.empty()) return;
    if (value == "true" || value == "false")
        table.insert(key, value == "true");
    else if (const auto whole = core::read_integer(value))
        table.insert(key, *whole);
    else
        table.insert(key, value);
}

} // namespace

core::Expected<Pack> with_rule(const Pack& pack, std::string_view rule, std::string_view value) {
    toml::table file = toml::parse(write_pack(pack, {}));
    const std::size_t dot = rule.rfind('.');
    const std::string_view path = dot == std::string_view::npos ? std::string_view{} : rule.substr(0, dot);
    const std::string_view key = dot == std::string_view::npos ? rule : rule.substr(dot + 1);
    toml::table* table = find_table(file, path);
    if (table == nullptr) return core::fail(unknown(rule, path));
    set(*table, key, value);
    std::ostringstream text;
    text << file;
    auto changed = parse_pack(text.str(), {});
    // The lines are those of a file that nobody has.
    if (!changed) return core::fail(core::Error{changed.error().code, {}, changed.error().facts});
    return changed;
}

} // namespace programmes
