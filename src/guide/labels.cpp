// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/labels.hpp"

#include <algorithm>

namespace guide {
namespace {

std::string with_key(std::string text, std::string_view key) {
    if (!key.empty()) text += " (" + std::string(key) + ")";
    return text;
}

} // namespace

Labels::Labels(wording::Language language)
    : m_language(language)
    , m_catalogue(wording::catalogue_of(language)) {}

std::string Labels::quoted(const std::string& label, Quotes quotes) const {
    if (quotes == Quotes::no) return label;
    return m_language == wording::Language::khmer ? "«" + label + "»" : "“" + label + "”";
}

std::string Labels::of(const Command& command) const {
    return with_key(quoted(shown_label(m_catalogue, command.label), Quotes::yes), command.key);
}

std::string Labels::fill(std::string_view text, Quotes quotes) {
    std::string out;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        out += text.substr(0, open);
        if (open == std::string_view::npos) break;
        const std::size_t close = std::min(text.find('}', open), text.size());
        out += meaning(text.substr(open + 1, close - open - 1), quotes);
        text.remove_prefix(std::min(close + 1, text.size()));
    }
    return out;
}

std::string Labels::meaning(std::string_view name, Quotes quotes) {
    if (name.starts_with("=")) {
        const std::string_view english = name.substr(1);
        if (m_language == wording::Language::khmer && m_catalogue.text(english) == english)
            m_unknown.emplace_back(name);
        return quoted(shown_label(m_catalogue, english), quotes);
    }
    const bool page = name.starts_with("page:"), key = name.starts_with("key:");
    const Command* command = find_command(page ? name.substr(5) : key ? name.substr(4) : name);
    if (!command || command->page != page || (key && command->key.empty())) {
        m_unknown.emplace_back(name);
        return std::string(name);
    }
    if (key) return std::string(command->key);
    return with_key(quoted(shown_label(m_catalogue, command->label), quotes), command->key);
}

} // namespace guide
