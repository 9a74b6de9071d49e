// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/titles.hpp"

#include <algorithm>

namespace imports {
namespace {

// Shorter names stand in other words by chance and must be called a class.
constexpr std::size_t least_name_bytes = 9;

bool names_class(const Vocabulary& vocabulary, std::string_view title_key, const std::string& key) {
    if (key.empty()) return false;
    if (key.size() >= least_name_bytes || title_key == key) return title_key.find(key) != std::string::npos;
    const auto word_end = vocabulary.last_end_of("title", "class", title_key);
    return word_end && title_key.substr(*word_end).starts_with(key);
}

// ឆមាសទី២, ឆមាសលើកទី ២ and ឆមាស២ are one.
std::string without_ordinals(std::string key) {
    for (const std::string& word : {word_key("លើក"), word_key("ទី")})
        for (std::size_t at = key.find(word); at != std::string::npos; at = key.find(word))
            key.erase(at, word.size());
    return key;
}

// Every way to name a period of the pack in a title, as keys.
std::vector<std::string> names_of(const programmes::Period& period) {
    std::vector<std::string> names = {without_ordinals(word_key(period.name.km)), word_key(period.name.en)};
    constexpr std::string_view semester = "semester";
    if (names[1].starts_with(semester)) {
        const std::string number = names[1].substr(semester.size());
        for (const char* ordinal : {"st", "nd", ""})
            names.push_back(number + ordinal + std::string{semester});
        names.push_back("sem" + number);
    }
    std::erase(names, "");
    return names;
}

} // namespace

std::vector<std::string> title_texts(const FoundSheet& found, const std::string& file) {
    std::vector<std::string> titles;
    for (std::size_t nth = 0; nth < found.table.size(); ++nth) {
        const spreadsheet::Row row = found.table.row(nth);
        if (!found.layout.header_row || row.index >= *found.layout.header_row) break;
        for (const spreadsheet::Cell& cell : row.cells)
            titles.emplace_back(cell.text);
    }
    titles.push_back(found.name);
    titles.push_back(file);
    return titles;
}

core::Expected<classes::ClassId> class_in(const std::vector<std::string>& titles,
                                          const Vocabulary& vocabulary, const storage::Database& database) {
    struct Named {
        std::string key;
        classes::ClassId id;
        std::string name;
    };
    std::vector<std::string> keys;
    for (const std::string& title : titles)
        keys.push_back(word_key(title));
    std::vector<Named> found;
    for (const classes::ClassRow& open : classes::list_classes(database)) {
        if (open.status != classes::Status::open) continue;
        const std::string key = word_key(open.name_km);
        const bool named = std::any_of(keys.begin(), keys.end(), [&](const std::string& title) {
            return names_class(vocabulary, title, key);
        });
        if (named) found.push_back({key, open.id, open.name_km});
    }
    // អក្ខរកម្ម ក also stands in អក្ខរកម្ម កខ: the longest name is the one that was meant.
    const auto longest = std::max_element(found.begin(), found.end(), [](const Named& a, const Named& b) {
        return a.key.size() < b.key.size();
    });
    if (longest == found.end()) return core::fail(core::Error{"class.needed"});
    const auto as_long = std::count_if(found.begin(), found.end(),
                                       [&](const Named& n) { return n.key.size() == longest->key.size(); });
    if (as_long > 1) return core::fail(core::Error{"class.ambiguous"}.with("classes", longest->name));
    return longest->id;
}

core::Expected<std::string> period_in(const std::vector<std::string>& titles, const programmes::Pack& pack) {
    std::vector<const programmes::Period*> with_marks;
    std::string names;
    for (const programmes::Period& period : pack.periods) {
        if (!period.takes_marks()) continue;
        with_marks.push_back(&period);
        if (!names.empty()) names += ", ";
        names += period.name.km;
    }
    for (const std::string& title : titles) {
        const std::string key = without_ordinals(word_key(title));
        for (const programmes::Period* period : with_marks)
            for (const std::string& name : names_of(*period))
                if (key.find(name) != std::string::npos) return period->key;
    }
    if (with_marks.size() == 1) return with_marks.front()->key;
    return core::fail(core::Error{"period.missing"}.with("periods", names));
}

} // namespace imports
