// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/toml_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace programmes {
namespace {

// "7.50" with scale 100 is 750; nothing where the digits do not fit the scale exactly.
std::optional<std::int64_t> scaled(std::string_view text, std::int64_t scale) {
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    std::string_view part = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (whole.empty() || whole.size() > 9 || (point != std::string_view::npos && part.empty()))
        return std::nullopt;
    std::int64_t value = 0;
    const auto add = [&](char digit) {
        value = value * 10 + (digit - '0');
        return digit >= '0' && digit <= '9';
    };
    if (!std::all_of(whole.begin(), whole.end(), add)) return std::nullopt;
    for (; scale > 1; scale /= 10) {
        if (!add(part.empty() ? '0' : part.front())) return std::nullopt;
        if (!part.empty()) part.remove_prefix(1);
    }
    if (part.find_first_not_of('0') != std::string_view::npos) return std::nullopt;
    return value;
}

std::string unscaled(std::int64_t value, std::int64_t scale) {
    if (scale == 1) return std::to_string(value);
    const int decimals = scale == 1000 ? 3 : 2;
    return fmt::format("{}.{:0{}}", value / scale, value % scale, decimals);
}

} // namespace

void TomlReader::fail(core::Error error, const toml::node& where) {
    if (m_error) return;
    error.place = {.file = m_file, .row = static_cast<std::int64_t>(where.source().begin.line)};
    m_error = std::move(error);
}

void TomlReader::wrong_type(const toml::node& node, std::string_view key, std::string_view wanted) {
    fail(core::Error{std::string{m_codes.wrong_type}}
             .with("key", std::string{key})
             .with("wanted", std::string{wanted}),
         node);
}

bool TomlReader::need(const toml::table& table, std::string_view key) {
    if (table.contains(key)) return true;
    fail(core::Error{std::string{m_codes.missing}}.with("key", std::string{key}), table);
    return false;
}

void TomlReader::allow_only(const toml::table& table, std::initializer_list<std::string_view> keys) {
    for (const auto& [key, node] : table)
        if (std::find(keys.begin(), keys.end(), key.str()) == keys.end())
            fail(core::Error{std::string{m_codes.unknown_key}}.with("key", std::string{key.str()}), node);
}

std::string TomlReader::text(const toml::table& table, std::string_view key) {
    if (!need(table, key)) return {};
    const toml::node& node = *table.get(key);
    const auto* value = node.as_string();
    if (value == nullptr) {
        wrong_type(node, key, "text");
        return {};
    }
    if (value->get().empty())
        fail(core::Error{std::string{m_codes.missing}}.with("key", std::string{key}), node);
    return value->get();
}

Wording TomlReader::wording(const toml::table& parent, std::string_view key) {
    const toml::table* words = table(parent, key);
    if (words == nullptr) return {};
    allow_only(*words, {"km", "en"});
    return {text(*words, "km"), text(*words, "en")};
}

const toml::array* TomlReader::list(const toml::table& parent, std::string_view key) {
    const toml::node* node = parent.get(key);
    if (node == nullptr) return nullptr;
    const toml::array* list = node->as_array();
    if (list == nullptr) {
        wrong_type(*node, key, "list");
        return nullptr;
    }
    // A list that may be empty is left out instead.
    if (list->empty()) fail(core::Error{std::string{m_codes.missing}}.with("key", std::string{key}), *node);
    return list;
}

std::vector<std::string> TomlReader::texts(const toml::table& table, std::string_view key) {
    std::vector<std::string> result;
    const toml::array* list = this->list(table, key);
    if (list == nullptr) return result;
    for (const toml::node& item : *list) {
        const auto* value = item.as_string();
        if (value == nullptr)
            wrong_type(item, key, "text");
        else
            result.push_back(value->get());
    }
    return result;
}

std::optional<bool> TomlReader::yes_or_no(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::nullopt;
    const auto value = node->value_exact<bool>();
    if (!value) wrong_type(*node, key, "true-false");
    return value;
}

bool TomlReader::in_range(const toml::node& node, std::string_view key, std::int64_t value, Range range,
                          std::int64_t scale) {
    if (value >= range.from && value <= range.to) return true;
    fail(core::Error{std::string{m_codes.out_of_range}}
             .with("key", std::string{key})
             .with("value", unscaled(value, scale))
             .with("from", unscaled(range.from, scale))
             .with("to", unscaled(range.to, scale)),
         node);
    return false;
}

std::optional<int> TomlReader::whole(const toml::table& table, std::string_view key, Range range) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::nullopt;
    const auto value = node->value_exact<std::int64_t>();
    if (!value) {
        wrong_type(*node, key, "whole-number");
        return std::nullopt;
    }
    if (!in_range(*node, key, *value, range, 1)) return std::nullopt;
    return static_cast<int>(*value);
}

std::optional<std::int64_t> TomlReader::decimal_of(const toml::node& node, std::string_view key,
                                                   std::int64_t scale, Range range) {
    std::optional<std::int64_t> value;
    // A TOML float is refused: 0.1 is not a tenth.
    if (const auto integer = node.value_exact<std::int64_t>();
        integer && *integer >= 0 && *integer <= 999'999)
        value = *integer * scale;
    else if (const auto text = node.value_exact<std::string_view>())
        value = scaled(*text, scale);
    if (!value) {
        wrong_type(node, key, "decimal");
        return std::nullopt;
    }
    if (!in_range(node, key, *value, range, scale)) return std::nullopt;
    return value;
}

std::optional<std::int64_t> TomlReader::decimal(const toml::table& table, std::string_view key,
                                                std::int64_t scale, Range range) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::nullopt;
    return decimal_of(*node, key, scale, range);
}

std::vector<std::int64_t> TomlReader::decimals(const toml::table& table, std::string_view key,
                                               std::int64_t scale, Range range) {
    std::vector<std::int64_t> result;
    const toml::array* list = this->list(table, key);
    if (list == nullptr) return result;
    for (const toml::node& item : *list)
        result.push_back(decimal_of(item, key, scale, range).value_or(range.from));
    return result;
}

std::map<std::string, std::int64_t> TomlReader::decimals_by_key(const toml::table& parent,
                                                                std::string_view key, std::int64_t scale,
                                                                Range range) {
    std::map<std::string, std::int64_t> result;
    const toml::table* table = find_table(parent, key);
    if (table == nullptr) return result;
    for (const auto& [name, node] : *table)
        result.emplace(std::string{name.str()},
                       decimal_of(node, name.str(), scale, range).value_or(range.from));
    return result;
}

std::optional<std::size_t> TomlReader::choice(const toml::table& table, std::string_view key,
                                              std::initializer_list<std::string_view> words) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return std::nullopt;
    const auto value = node->value_exact<std::string_view>();
    const auto found = value ? std::find(words.begin(), words.end(), *value) : words.end();
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    fail(core::Error{std::string{m_codes.wrong_type}}
             .with("key", std::string{key})
             .with("wanted", "choice")
             .with("known", fmt::format("{}", fmt::join(words, ", "))),
         *node);
    return std::nullopt;
}

const toml::table* TomlReader::table(const toml::table& parent, std::string_view key) {
    if (!need(parent, key)) return nullptr;
    const toml::node& node = *parent.get(key);
    const toml::table* result = node.as_table();
    if (result == nullptr) wrong_type(node, key, "table");
    return result;
}

const toml::table* TomlReader::find_table(const toml::table& parent, std::string_view key) {
    return parent.contains(key) ? table(parent, key) : nullptr;
}

std::vector<const toml::table*> TomlReader::tables(const toml::table& parent, std::string_view key) {
    std::vector<const toml::table*> result;
    const toml::array* list = this->list(parent, key);
    if (list == nullptr) return result;
    for (const toml::node& item : *list)
        if (const toml::table* one = item.as_table())
            result.push_back(one);
        else
            wrong_type(item, key, "table");
    return result;
}

} // namespace programmes
