// SPDX-License-Identifier: GPL-3.0-or-later
#include "spreadsheet/cell_value.hpp"

#include "spreadsheet/cell_text.hpp"
#include "spreadsheet/decimal.hpp"

#include <charconv>

namespace spreadsheet {
namespace {

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

CellValue shared_text(std::string_view value, const SharedStrings& strings) {
    const auto index = whole_number(value);
    const auto text = index ? strings.find(*index) : std::nullopt;
    if (!text) return {.wrong = "shared-string"};
    return {.kind = text->empty() ? CellKind::empty : CellKind::text, .text = *text, .lasting = true};
}

CellValue boolean(std::string_view value) {
    const bool yes = value == "1" || value == "true";
    if (!yes && value != "0" && value != "false") return {.wrong = "boolean"};
    return {.kind = CellKind::boolean, .text = yes ? "TRUE" : "FALSE", .lasting = true};
}

CellValue iso_date(std::string_view value, std::pmr::string& text, DateSystem system) {
    const auto serial = serial_from_iso(value, system);
    if (!serial) return {.kind = CellKind::text, .text = value};
    text = *serial;
    return {.kind = CellKind::number, .date = true, .text = text};
}

} // namespace

Spelled spelled(std::string_view type) {
    if (type == "s") return Spelled::shared;
    if (type == "n") return Spelled::number;
    if (type == "str") return Spelled::formula_text;
    if (type == "inlineStr") return Spelled::inline_text;
    if (type == "b") return Spelled::boolean;
    if (type == "e") return Spelled::error;
    if (type == "d") return Spelled::iso_date;
    return Spelled::unknown;
}

CellValue read_value(Spelled type, std::uint32_t style, std::pmr::string& text, const ValueContext& context) {
    const bool is_text = type == Spelled::inline_text || type == Spelled::formula_text;
    if (is_text) decode_escapes(text, 0);
    const std::string_view value = is_text ? std::string_view{text} : trimmed(text);
    if (value.empty()) return {};
    switch (type) {
    case Spelled::shared:
        return shared_text(value, context.strings);
    case Spelled::inline_text:
    case Spelled::formula_text:
        return {.kind = CellKind::text, .text = value};
    case Spelled::error:
        return {.kind = CellKind::error, .text = value};
    case Spelled::boolean:
        return boolean(value);
    case Spelled::iso_date:
        return iso_date(value, text, context.date_system);
    default:
        if (!is_decimal(value)) return {.wrong = "number"};
        return {.kind = CellKind::number,
                .date = style < context.date_styles.size() && context.date_styles[style],
                .text = value};
    }
}

std::optional<std::uint32_t> whole_number(std::string_view text) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

} // namespace spreadsheet
