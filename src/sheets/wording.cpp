// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/wording.hpp"

#include "core/numerals.hpp"
#include "core/resource.hpp"
#include "office/tab_lines.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace sheets {

// Made by the build.
const core::Resource* resources();
std::string_view resource(std::string_view path);

namespace {

struct Word {
    std::string_view key;
    std::string Wording::*text;
    int places = 0;
    std::size_t words = 0; // of a list that has to have so many
};
constexpr Word words[] = {
    {"version", &Wording::version},
    {"learners_title", &Wording::learners_title},
    {"register_title", &Wording::register_title},
    {"scores_title", &Wording::scores_title},
    {"learners_tab", &Wording::learners_tab},
    {"register_tab", &Wording::register_tab},
    {"scores_tab", &Wording::scores_tab},
    {"month", &Wording::month, 2},
    {"class", &Wording::class_line, 2},
    {"row_number", &Wording::row_number},
    {"number", &Wording::number},
    {"name_km", &Wording::name_km},
    {"name", &Wording::name},
    {"sex", &Wording::sex},
    {"born", &Wording::born},
    {"village", &Wording::village},
    {"commune", &Wording::commune},
    {"phone", &Wording::phone},
    {"guardian", &Wording::guardian},
    {"note", &Wording::note},
    {"with_permission", &Wording::with_permission},
    {"without_permission", &Wording::without_permission},
    {"absences", &Wording::absences},
    {"called", &Wording::called},
    {"ticks", &Wording::ticks},
    {"man", &Wording::man},
    {"woman", &Wording::woman},
    {"weekdays", &Wording::weekdays, 0, 7},
    {"months", &Wording::months, 0, 12},
    {"score_words", &Wording::score_words},
    {"subject", &Wording::subject, 2},
    {"learners_help", &Wording::learners_help},
    {"register_help", &Wording::register_help},
    {"scores_help", &Wording::scores_help},
    {"wrong_title", &Wording::wrong_title},
    {"wrong_mark", &Wording::wrong_mark},
    {"wrong_score", &Wording::wrong_score, 1},
    {"wrong_number", &Wording::wrong_number, 1},
    {"closing", &Wording::closing, 2},
    {"agreed", &Wording::agreed},
    {"head", &Wording::head},
    {"teacher", &Wording::teacher},
    {"lunar_date", &Wording::lunar_date},
    {"solar_date", &Wording::solar_date},
    {"sample", &Wording::sample},
};

core::Error unreadable(std::string_view key) {
    return core::Error{"sheet-wording.unreadable"}.with("key", std::string{key});
}

int places_in(std::string_view text) {
    int places = 0;
    for (auto at = text.find("{}"); at != std::string_view::npos; at = text.find("{}", at + 2))
        ++places;
    return places;
}

bool stands(const Word& word, const std::string& text) {
    return !text.empty() && places_in(text) == word.places &&
           (word.words == 0 || words_of(text).size() == word.words);
}

} // namespace

core::Expected<Wording> parse_wording(std::string_view text) {
    Wording read;
    std::optional<core::Error> fault;
    office::each_line(text, [&](std::int64_t row, std::string_view line) {
        const office::Fields fields = office::fields_of(line);
        const auto* word = std::find_if(std::begin(words), std::end(words),
                                        [&](const Word& one) { return one.key == fields[0]; });
        if (word != std::end(words) && fields.size() == 2)
            read.*(word->text) = fields[1];
        else if (!fault)
            fault = unreadable(fields[0]).at({.row = row});
    });
    if (fault) return core::fail(std::move(*fault));
    for (const Word& word : words)
        if (!stands(word, read.*(word.text))) return core::fail(unreadable(word.key));
    return read;
}

const Wording& wording() {
    static const Wording shipped = [] {
        auto read = parse_wording(resource("sheets/sheets.txt"));
        if (!read)
            throw std::logic_error("the shipped sheets' words: " + std::string{read.error().fact("key")});
        return std::move(*read);
    }();
    return shipped;
}

std::vector<std::string> words_of(std::string_view list) {
    std::vector<std::string> found;
    while (!list.empty()) {
        const auto blank = list.find(' ');
        if (blank != 0) found.emplace_back(list.substr(0, blank));
        list.remove_prefix(blank == std::string_view::npos ? list.size() : blank + 1);
    }
    return found;
}

std::string month_line(core::Month month) {
    const auto names = words_of(wording().months);
    return fmt::format(fmt::runtime(wording().month), names[static_cast<unsigned>(month.month()) - 1],
                       core::to_khmer_digits(std::to_string(static_cast<int>(month.year()))));
}

} // namespace sheets
