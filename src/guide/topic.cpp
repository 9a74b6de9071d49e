// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/topic.hpp"

#include "guide/command.hpp"
#include "guide/lines.hpp"
#include "guide/resources.hpp"

#include <algorithm>

namespace guide {
namespace {

using wording::Catalogue;
using wording::Language;

// A line of topics.txt: the topic, its commands ("learner.*" all that begin so), its pages and windows, "-"
// for none.
struct Entry {
    std::string_view id;
    std::vector<std::string_view> commands, pages, windows;
};

std::vector<std::string_view> names_in(std::string_view field) {
    std::vector<std::string_view> names;
    for (const std::string_view name : divided(field, ' '))
        if (!name.empty() && name != "-") names.push_back(name);
    return names;
}

std::vector<Entry> read_entries() {
    std::vector<Entry> all;
    for (const std::string_view line : divided(resource("help/topics.txt"), '\n')) {
        if (line.empty() || line.front() == '#') continue;
        const auto fields = divided(line, '|');
        all.push_back(
            {names_in(fields[0]).front(), names_in(fields[1]), names_in(fields[2]), names_in(fields[3])});
    }
    return all;
}

const std::vector<Entry>& entries() {
    static const std::vector<Entry> all = read_entries();
    return all;
}

bool fits(std::string_view pattern, std::string_view id) {
    return pattern.ends_with('*') ? id.starts_with(pattern.substr(0, pattern.size() - 1)) : pattern == id;
}

bool has(const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string quoted(Language language, std::string_view label) {
    return language == Language::khmer ? "«" + std::string(label) + "»" : "“" + std::string(label) + "”";
}

std::string with_key(std::string text, std::string_view key) {
    if (!key.empty()) text += " (" + std::string(key) + ")";
    return text;
}

class Reader {
  public:
    Reader(std::string_view id, Language language)
        : m_language(language)
        , m_catalogue(wording::catalogue_of(language)) {
        m_topic.id = id;
    }

    void take(std::string_view line) {
        if (line.empty()) return;
        if (line.starts_with("# "))
            m_topic.title = filled(line.substr(2), false);
        else if (line.starts_with("## "))
            add(Kind::heading, line.substr(3));
        else if (line.starts_with("- "))
            add(Kind::point, line.substr(2));
        else if (line.starts_with("? "))
            add(Kind::trouble, line.substr(2));
        else if (line.starts_with("> "))
            for (const std::string_view id : names_in(line.substr(2)))
                see(id);
        else if (line.starts_with("1. "))
            add(Kind::step, line.substr(3));
        else
            add(Kind::paragraph, line);
    }

    // Everything that the topic's pages can do, from the table.
    void tell_commands(const Entry& entry) {
        bool first = true;
        for (const Command& command : commands()) {
            if (command.page || std::none_of(entry.commands.begin(), entry.commands.end(),
                                             [&](std::string_view one) { return fits(one, command.id); }))
                continue;
            if (first)
                m_topic.blocks.push_back(
                    {Kind::heading,
                     std::string(m_catalogue.text(wording::translatable("All that can be done here")))});
            first = false;
            m_topic.blocks.push_back(
                {Kind::point,
                 with_key(quoted(m_language, shown_label(m_catalogue, command.label)), command.key) + ": " +
                     std::string(m_catalogue.text(command.help))});
        }
    }

    Topic take_topic() { return std::move(m_topic); }

  private:
    void add(Kind kind, std::string_view text) {
        if (kind == Kind::step)
            ++m_step;
        else
            m_step = 0;
        m_topic.blocks.push_back({kind, filled(text, true), m_step});
    }

    void see(std::string_view id) {
        if (std::none_of(entries().begin(), entries().end(), [&](const Entry& one) { return one.id == id; }))
            m_topic.unknown.push_back("> " + std::string(id));
        else
            m_topic.see_also.emplace_back(id);
    }

    std::string filled(std::string_view text, bool quotes) {
        std::string out;
        while (!text.empty()) {
            const std::size_t open = text.find('{');
            out += text.substr(0, open);
            if (open == std::string_view::npos) break;
            const std::size_t close = std::min(text.find('}', open), text.size() - 1);
            out += meaning(text.substr(open + 1, close - open - 1), quotes);
            text.remove_prefix(close + 1);
        }
        return out;
    }

    std::string meaning(std::string_view name, bool quotes) {
        const auto label = [&](std::string_view english) {
            const std::string shown = shown_label(m_catalogue, english);
            return quotes ? quoted(m_language, shown) : shown;
        };
        if (name.starts_with("=")) {
            const std::string_view english = name.substr(1);
            if (m_language == Language::khmer && m_catalogue.text(english) == english)
                m_topic.unknown.emplace_back(name);
            return label(english);
        }
        const bool page = name.starts_with("page:"), key = name.starts_with("key:");
        const Command* command = find_command(page ? name.substr(5) : key ? name.substr(4) : name);
        if (!command || command->page != page || (key && command->key.empty())) {
            m_topic.unknown.emplace_back(name);
            return std::string(name);
        }
        if (key) return std::string(command->key);
        return with_key(label(command->label), command->key);
    }

    Language m_language;
    const Catalogue& m_catalogue;
    Topic m_topic;
    int m_step = 0;
};

std::string folder_of(Language language) {
    return language == Language::khmer ? "help/km/" : "help/en/";
}

} // namespace

Topic read_topic(std::string_view id, std::string_view text, Language language) {
    Reader reader(id, language);
    for (const std::string_view line : divided(text, '\n'))
        reader.take(line);
    return reader.take_topic();
}

std::vector<Topic> topics(Language language) {
    std::vector<Topic> all;
    for (const Entry& entry : entries()) {
        Reader reader(entry.id, language);
        for (const std::string_view line :
             divided(resource(folder_of(language) + std::string(entry.id) + ".txt"), '\n'))
            reader.take(line);
        reader.tell_commands(entry);
        all.push_back(reader.take_topic());
    }
    return all;
}

std::string topic_of_window(std::string_view name) {
    for (const Entry& entry : entries())
        if (has(entry.windows, name)) return std::string(entry.id);
    return {};
}

std::string topic_of_page(std::string_view page) {
    for (const Entry& entry : entries())
        if (has(entry.pages, page)) return std::string(entry.id);
    return {};
}

std::string topic_of_command(std::string_view command) {
    for (const Entry& entry : entries())
        for (const std::string_view pattern : entry.commands)
            if (fits(pattern, command)) return std::string(entry.id);
    return {};
}

std::string searched_text(std::string_view text) {
    constexpr std::string_view no_width = "\xE2\x80\x8B";
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, no_width.size()) == no_width)
            i += no_width.size() - 1;
        else
            plain += text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
    }
    return plain;
}

bool speaks_of(const Topic& topic, std::string_view words) {
    std::string said = searched_text(topic.title);
    for (const Block& block : topic.blocks)
        said += "\n" + searched_text(block.text);
    const std::string wanted = searched_text(words);
    for (const std::string_view word : divided(wanted, ' '))
        if (said.find(word) == std::string::npos) return false;
    return true;
}

} // namespace guide
