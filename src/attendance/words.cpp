// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/words.hpp"

#include "core/resource.hpp"
#include "office/tab_lines.hpp"

#include <optional>
#include <stdexcept>

namespace attendance {

// Made by the build.
const core::Resource* resources();
std::string_view resource(std::string_view path);

core::Expected<Words> Words::parse(std::string_view text) {
    Words words;
    std::optional<core::Error> fault;
    office::each_line(text, [&](std::int64_t row, std::string_view line) {
        const office::Fields fields = office::fields_of(line);
        const bool whole = fields.size() == 2 && !fields[1].empty();
        if (whole && words.m_words.emplace(fields[0], fields[1]).second) return;
        if (!fault)
            fault = core::Error{"attendance.words-unreadable"}
                        .with("key", std::string{fields[0]})
                        .at({.row = row});
    });
    if (fault) return core::fail(std::move(*fault));
    return words;
}

Words Words::shipped(std::string_view text) {
    auto read = parse(text);
    if (!read)
        throw std::logic_error("shipped words: " + read.error().code + " " +
                               std::string{read.error().fact("key")});
    return *std::move(read);
}

const std::string& Words::operator[](std::string_view key) const {
    const auto found = m_words.find(key);
    if (found == m_words.end()) throw std::logic_error("no words for " + std::string{key});
    return found->second;
}

std::string Words::fill(std::string_view key, std::initializer_list<std::string> values) const {
    std::string text = (*this)[key];
    std::size_t from = 0;
    for (const std::string& value : values) {
        const auto place = text.find("{}", from);
        if (place == std::string::npos) throw std::logic_error("too few {} in " + std::string{key});
        text.replace(place, 2, value);
        from = place + value.size();
    }
    return text;
}

const Words& words() {
    static const Words shipped = Words::shipped(resource("attendance/words.txt"));
    return shipped;
}

} // namespace attendance
