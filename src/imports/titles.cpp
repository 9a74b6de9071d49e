// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/titles.hpp"

#include "core/date_text.hpp"
#include "core/numerals.hpp"

#include <algorithm>

namespace imports {
namespace {

// The month that begins somewhere in the text: its word and the four digits of a year after it.
std::optional<core::Month> month_by_word(std::string_view text, core::Day latest) {
    constexpr std::string_view month_word = "ខែ";
    for (std::size_t at = text.find(month_word); at != std::string_view::npos;
         at = text.find(month_word, at + 1)) {
        const std::string_view rest = text.substr(at);
        std::size_t end = rest.find_first_of("0123456789");
        if (end == std::string_view::npos) return std::nullopt;
        while (end < rest.size() && rest[end] >= '0' && rest[end] <= '9')
            ++end;
        const auto reading = core::read_date(rest.substr(0, end), latest);
        if (reading && reading->date.precision == core::Precision::month)
            return core::month_of(reading->date.day);
    }
    return std::nullopt;
}

// "2025-12" or "12/2025" between other text.
std::optional<core::Month> month_by_digits(std::string_view text) {
    for (std::size_t i = 0; i + 7 <= text.size(); ++i) {
        const std::string_view piece = text.substr(i, 7);
        const bool begins = i == 0 || text[i - 1] < '0' || text[i - 1] > '9';
        const bool ends = i + 7 == text.size() || text[i + 7] < '0' || text[i + 7] > '9';
        if (!begins || !ends) continue;
        if (const auto month = core::month_from_iso(piece)) return month;
        if (piece[2] != '/' && piece[2] != '-') continue;
        const std::string turned = std::string{piece.substr(3)} + "-" + std::string{piece.substr(0, 2)};
        if (const auto month = core::month_from_iso(turned)) return month;
    }
    return std::nullopt;
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
                                          const storage::Database& database) {
    struct Named {
        std::string key;
        classes::ClassId id;
        std::string name;
    };
    std::vector<Named> found;
    for (const classes::ClassRow& open : classes::list_classes(database)) {
        if (open.status != classes::Status::open) continue;
        const std::string key = word_key(open.name_km);
        const bool named = std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
            return word_key(title).find(key) != std::string::npos;
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

core::Expected<core::Month> month_in(const std::vector<std::string>& titles, core::Day latest) {
    for (const std::string& title : titles) {
        const std::string latin = core::to_latin_digits(title);
        if (const auto month = month_by_word(latin, latest)) return *month;
        if (const auto month = month_by_digits(latin)) return *month;
    }
    return core::fail(core::Error{"month.missing"});
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
        const std::string key = word_key(title);
        for (const programmes::Period* period : with_marks)
            for (const std::string& name : {period->name.km, period->name.en})
                if (!name.empty() && key.find(word_key(name)) != std::string::npos) return period->key;
    }
    if (with_marks.size() == 1) return with_marks.front()->key;
    return core::fail(core::Error{"period.missing"}.with("periods", names));
}

} // namespace imports
