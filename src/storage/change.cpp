// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/change.hpp"

#include "core/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace storage {

std::vector<FieldChange> changes_between(const Fields& was, const Fields& is) {
    assert(was.empty() || is.empty() || was.size() == is.size());
    std::vector<FieldChange> changes;
    for (std::size_t i = 0; i < std::max(was.size(), is.size()); ++i) {
        FieldChange change;
        change.field = i < is.size() ? is[i].name : was[i].name;
        if (i < was.size()) change.was = was[i].value;
        if (i < is.size()) change.is = is[i].value;
        if (change.was != change.is) changes.push_back(std::move(change));
    }
    return changes;
}

std::string json_quoted(std::string_view text) {
    std::string result = "\"";
    for (char32_t c : core::code_points(text)) {
        if (c == U'"' || c == U'\\') result += '\\';
        if (c < 0x20)
            result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            core::append_utf8(result, c);
    }
    return result + '"';
}

std::string change_json(const std::vector<FieldChange>& changes) {
    const auto value = [](const std::optional<std::string>& text) {
        return text ? json_quoted(*text) : std::string{"null"};
    };
    std::string result = "{";
    for (const FieldChange& change : changes) {
        if (result.size() > 1) result += ',';
        result += json_quoted(change.field) + ":[" + value(change.was) + ',' + value(change.is) + ']';
    }
    return result + '}';
}

} // namespace storage
