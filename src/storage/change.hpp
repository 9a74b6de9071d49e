// SPDX-License-Identifier: GPL-3.0-or-later
// What a write changed, field by field, as the JSON that stands in the audit chain: {"phone":["was","is"]}.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace storage {

// A column of a row in SQL's text; nothing is NULL.
struct Field {
    std::string name;
    std::optional<std::string> value;
};
using Fields = std::vector<Field>;

struct FieldChange {
    std::string field;
    std::optional<std::string> was;
    std::optional<std::string> is;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

// The fields that differ. Both hold the same fields in one order, or one is empty: a row that was not there.
std::vector<FieldChange> changes_between(const Fields& was, const Fields& is);

std::string change_json(const std::vector<FieldChange>& changes);

// A JSON string with its quotes; bytes that are not UTF-8 become U+FFFD.
std::string json_quoted(std::string_view text);

} // namespace storage
