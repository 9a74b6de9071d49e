// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerals.hpp"
#include "core/utf8.hpp"
#include "imports/row_cells.hpp"
#include "imports/titles.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace imports {
namespace {

// A title taken apart: numbers, and words of one script each.
struct Piece {
    std::string text;
    int number = -1;
    // What stands between this piece and the one before.
    std::string gap;

    bool is_year() const { return text.size() == 4 && number >= 1900; }
    bool is_month() const { return text.size() <= 2 && number >= 1 && number <= 12; }
    bool is_day() const { return text.size() <= 2 && number >= 1 && number <= 31; }
};

enum class Script : std::uint8_t { gap, digit, latin, khmer };

Script script_of(char32_t c) {
    if (c >= U'0' && c <= U'9') return Script::digit;
    if ((c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z')) return Script::latin;
    return c >= 0x1780 && c <= 0x17D3 ? Script::khmer : Script::gap;
}

std::vector<Piece> pieces_of(std::string_view title) {
    std::vector<Piece> pieces;
    std::string gap;
    Script before = Script::gap;
    const std::string latin = core::to_latin_digits(tidy_text(title));
    for (const char32_t c : core::code_points(latin)) {
        const Script script = script_of(c);
        if (script == Script::gap) {
            core::append_utf8(gap, c);
        } else {
            if (script != before) pieces.push_back({"", -1, std::exchange(gap, {})});
            core::append_utf8(pieces.back().text, c);
        }
        before = script;
    }
    for (Piece& piece : pieces)
        if (piece.text.size() <= 4)
            std::from_chars(piece.text.data(), piece.text.data() + piece.text.size(), piece.number);
    return pieces;
}

struct Found {
    unsigned month = 0;
    // The piece after the month, where its year is looked for.
    std::size_t next = 0;
    // A day before it: the date of a signature rather than the month of a register.
    bool dated = false;
};

bool is_date_sign(const std::string& gap) {
    return gap == "/" || gap == "-" || gap == "." || gap == "_" || gap == " ";
}

// The month a piece begins: by its name, by its number after ខែ, or by its number beside a year.
std::optional<Found> month_at(const std::vector<Piece>& pieces, std::size_t at,
                              const Vocabulary& vocabulary) {
    constexpr std::string_view word = "ខែ";
    const Piece& piece = pieces[at];
    const bool day_before = at > 0 && pieces[at - 1].is_day();
    std::string_view name = piece.text;
    const std::size_t said = name.rfind(word);
    if (said != std::string_view::npos) name.remove_prefix(said + word.size());
    if (said != std::string_view::npos && name.empty() && at + 1 < pieces.size()) {
        const Piece& next = pieces[at + 1];
        if (next.is_month()) return Found{static_cast<unsigned>(next.number), at + 2, day_before};
        name = next.text;
        if (const auto month = vocabulary.meaning("month", name))
            return Found{static_cast<unsigned>(*core::read_integer(*month)), at + 2, day_before};
        return std::nullopt;
    }
    // "ធ្នូឆ្នាំ២០២៥" without a blank.
    if (const std::size_t year = name.find("ឆ្នាំ"); year != std::string_view::npos && year > 0)
        name = name.substr(0, year);
    if (const auto month = vocabulary.meaning("month", name); month && piece.number < 0)
        return Found{static_cast<unsigned>(*core::read_integer(*month)), at + 1, day_before};
    const bool year_next =
        at + 1 < pieces.size() && pieces[at + 1].is_year() && is_date_sign(pieces[at + 1].gap);
    if (piece.is_month() && year_next)
        return Found{static_cast<unsigned>(piece.number), at + 1, day_before && is_date_sign(piece.gap)};
    const bool year_before = at > 0 && pieces[at - 1].is_year() && is_date_sign(piece.gap);
    const bool day_next =
        at + 1 < pieces.size() && pieces[at + 1].is_day() && is_date_sign(pieces[at + 1].gap);
    if (piece.is_month() && piece.text.size() == 2 && year_before)
        return Found{static_cast<unsigned>(piece.number), at - 1, day_next};
    return std::nullopt;
}

// The years that a month in this title may be of, the likeliest first.
std::vector<int> years_of(const std::vector<Piece>& pieces, const Found& found, const Taught& taught) {
    for (std::size_t at = found.next; at < pieces.size(); ++at) {
        if (!pieces[at].is_year()) continue;
        const int year = pieces[at].number;
        const bool school_year = at + 1 < pieces.size() && pieces[at + 1].number == year + 1;
        // The Buddhist year turns in April or May.
        if (year >= 2443)
            return {year - (found.month >= 5 ? 544 : 543), year - (found.month >= 5 ? 543 : 544)};
        if (school_year && found.month >= 9) return {year, year + 1};
        if (school_year) return {year + 1, year};
        return {year};
    }
    std::vector<int> taught_in;
    for (int year = static_cast<int>(taught.first_day.year());
         year <= static_cast<int>(taught.last_day.year()); ++year)
        taught_in.push_back(year);
    return taught_in;
}

bool is_taught(core::Month month, const Taught& taught) {
    return core::last_day(month) >= taught.first_day && core::first_day(month) <= taught.last_day;
}

} // namespace

core::Expected<core::Month> month_in(const std::vector<std::string>& titles, const Vocabulary& vocabulary,
                                     const Taught& taught) {
    std::optional<core::Month> dated;
    for (const std::string& title : titles) {
        const auto pieces = pieces_of(title);
        for (std::size_t at = 0; at < pieces.size(); ++at) {
            const auto found = month_at(pieces, at, vocabulary);
            if (!found) continue;
            const bool year_said = std::any_of(pieces.begin() + static_cast<std::ptrdiff_t>(found->next),
                                               pieces.end(), [](const Piece& p) { return p.is_year(); });
            std::optional<core::Month> best;
            for (const int year : years_of(pieces, *found, taught)) {
                const core::Month month = std::chrono::year{year} / std::chrono::month{found->month};
                if (!best && year_said) best = month;
                if (is_taught(month, taught)) {
                    best = month;
                    break;
                }
            }
            if (!best) continue;
            if (!found->dated) return *best;
            if (!dated) dated = best;
        }
    }
    if (dated) return *dated;
    return core::fail(core::Error{"month.missing"});
}

} // namespace imports
