// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/sheet_wording.hpp"

#include "core/resource.hpp"
#include "office/tab_lines.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace assessment {

// Made by the build.
const core::Resource* resources();
std::string_view resource(std::string_view path);

namespace {

struct Word {
    std::string_view key;
    std::string SheetWording::*text;
};
constexpr Word words[] = {
    {"version", &SheetWording::version},
    {"title", &SheetWording::title},
    {"number", &SheetWording::number},
    {"name", &SheetWording::name},
    {"sex", &SheetWording::sex},
    {"marks", &SheetWording::marks},
    {"total", &SheetWording::total},
    {"average", &SheetWording::average},
    {"rank", &SheetWording::rank},
    {"grade", &SheetWording::grade},
    {"result", &SheetWording::result},
    {"man", &SheetWording::man},
    {"woman", &SheetWording::woman},
    {"absent", &SheetWording::absent},
    {"pass", &SheetWording::pass},
    {"fail", &SheetWording::fail},
    {"incomplete", &SheetWording::incomplete},
    {"promoted", &SheetWording::promoted},
    {"passed_by_retest", &SheetWording::passed_by_retest},
    {"retest", &SheetWording::retest},
    {"repeats", &SheetWording::repeats},
    {"repeats_for_absence", &SheetWording::repeats_for_absence},
    {"all", &SheetWording::all},
    {"female", &SheetWording::female},
    {"people", &SheetWording::people},
    {"closing", &SheetWording::closing},
    {"agreed", &SheetWording::agreed},
    {"head", &SheetWording::head},
    {"prepared", &SheetWording::prepared},
    {"lunar_date", &SheetWording::lunar_date},
    {"solar_date", &SheetWording::solar_date},
    {"sample", &SheetWording::sample},
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

} // namespace

core::Expected<SheetWording> parse_sheet_wording(std::string_view text) {
    SheetWording wording;
    std::optional<core::Error> fault;
    office::each_line(text, [&](std::int64_t row, std::string_view line) {
        const office::Fields fields = office::fields_of(line);
        const auto* word = std::find_if(std::begin(words), std::end(words),
                                        [&](const Word& one) { return one.key == fields[0]; });
        if (word != std::end(words) && fields.size() == 2 && !fields[1].empty())
            wording.*(word->text) = fields[1];
        else if (!fault)
            fault = unreadable(fields[0]).at({.row = row});
    });
    if (fault) return core::fail(std::move(*fault));
    for (const Word& word : words)
        if ((wording.*(word.text)).empty()) return core::fail(unreadable(word.key));
    if (places_in(wording.people) != 2) return core::fail(unreadable("people"));
    if (places_in(wording.closing) != 1) return core::fail(unreadable("closing"));
    return wording;
}

const SheetWording& sheet_wording() {
    static const SheetWording shipped = [] {
        auto read = parse_sheet_wording(resource("assessment/result-sheet.txt"));
        if (!read) throw std::logic_error("the shipped result sheet's words: " + read.error().code);
        return std::move(*read);
    }();
    return shipped;
}

} // namespace assessment
