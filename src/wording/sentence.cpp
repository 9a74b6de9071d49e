// SPDX-License-Identifier: GPL-3.0-or-later
#include "wording/sentence.hpp"

#include "wording/message.hpp"

#include <algorithm>
#include <array>

namespace wording {
namespace {

std::array<std::span<const Message>, 18> tables() {
    return {file_messages(),     backup_messages(), input_messages(),    register_messages(),
            import_messages(),   office_messages(), return_messages(),   identity_messages(),
            transfer_messages(), score_messages(),  rollover_messages(), unit_messages(),
            stock_messages(),    award_messages(),  document_messages(), parcel_messages(),
            round_messages(),    user_messages()};
}

const Message* message_for(const core::Error& error) {
    for (const auto table : tables())
        for (const Message& message : table) {
            const bool fits = message.fact.empty() || error.fact(message.fact) == message.value;
            if (message.code == error.code && fits) return &message;
        }
    return nullptr;
}

bool is_name(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

} // namespace

std::string fill(std::string_view text, const core::Error& error) {
    std::string result;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('{'), text.size());
        result += text.substr(0, open);
        text.remove_prefix(open);
        const std::size_t close = text.find('}');
        if (text.empty() || close == std::string_view::npos || !is_name(text.substr(1, close - 1))) {
            result += text.substr(0, 1);
            text.remove_prefix(std::min<std::size_t>(1, text.size()));
            continue;
        }
        const auto value = error.fact(text.substr(1, close - 1));
        result += value.empty() ? std::string_view{"…"} : value;
        text.remove_prefix(close + 1);
    }
    return result;
}

std::string place_text(const Catalogue& catalogue, const core::Place& place) {
    std::string result;
    const auto add = [&](std::string_view text, std::string name, std::string value) {
        if (!result.empty()) result += ", ";
        result += fill(catalogue.text(text), core::Error{}.with(std::move(name), std::move(value)));
    };
    if (!place.file.empty()) add(translatable("file {file}"), "file", place.file);
    if (!place.sheet.empty()) add(translatable("sheet {sheet}"), "sheet", place.sheet);
    if (!place.cell.empty())
        add(translatable("cell {cell}"), "cell", place.cell);
    else if (place.row)
        add(translatable("row {row}"), "row", std::to_string(*place.row));
    if (place.byte) add(translatable("byte {byte}"), "byte", std::to_string(*place.byte));
    return result;
}

Sentence sentence(const Catalogue& catalogue, const core::Error& error) {
    Sentence result;
    result.place = place_text(catalogue, error.place);
    const Message* message = message_for(error);
    if (message == nullptr) {
        result.message = error.code;
        return result;
    }
    result.message = fill(catalogue.text(message->text), error);
    result.remedy = fill(catalogue.text(message->remedy), error);
    return result;
}

std::string in_one_line(const Sentence& sentence) {
    std::string line = sentence.place.empty() ? "" : sentence.place + ": ";
    line += sentence.message;
    if (!sentence.remedy.empty()) line += " " + sentence.remedy;
    return line;
}

bool has_words(std::string_view code) {
    for (const auto table : tables())
        if (std::any_of(table.begin(), table.end(),
                        [&](const Message& m) { return m.code == code && m.fact.empty(); }))
            return true;
    return false;
}

} // namespace wording
