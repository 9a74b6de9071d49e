// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/topic.hpp"

#include "guide/command.hpp"
#include "guide/labels.hpp"
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

class Reader {
  public:
    Reader(std::string_view id, Language language)
        : m_catalogue(wording::catalogue_of(language))
        , m_labels(language) {
        m_topic.id = id;
    }

    void take(std::string_view line) {
        if (line.empty() || line.starts_with("#!")) return;
        if (line.starts_with("# "))
            m_topic.title = m_labels.fill(line.substr(2), Labels::Quotes::no);
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
            if (command.page || topic_of_command(command.id) != entry.id) continue;
            if (first)
                m_topic.blocks.push_back(
                    {Kind::heading,
                     std::string(m_catalogue.text(wording::translatable("All that can be done here")))});
            first = false;
            m_topic.blocks.push_back(
                {Kind::point, m_labels.of(command) + ": " + std::string(m_catalogue.text(command.help))});
        }
    }

    Topic take_topic() {
        const auto& unknown = m_labels.unknown();
        m_topic.unknown.insert(m_topic.unknown.end(), unknown.begin(), unknown.end());
        return std::move(m_topic);
    }

  private:
    void add(Kind kind, std::string_view text) {
        if (kind == Kind::step)
            ++m_step;
        else
            m_step = 0;
        m_topic.blocks.push_back({kind, m_labels.fill(text), m_step});
    }

    void see(std::string_view id) {
        if (std::none_of(entries().begin(), entries().end(), [&](const Entry& one) { return one.id == id; }))
            m_topic.unknown.push_back("> " + std::string(id));
        else
            m_topic.see_also.emplace_back(id);
    }

    const Catalogue& m_catalogue;
    Labels m_labels;
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
    std::string_view topic, best;
    for (const Entry& entry : entries())
        for (const std::string_view pattern : entry.commands)
            if (fits(pattern, command) && pattern.size() > best.size()) {
                topic = entry.id;
                best = pattern;
            }
    return std::string(topic);
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
