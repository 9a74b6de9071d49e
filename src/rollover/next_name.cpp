// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/next_name.hpp"

#include "core/numerals.hpp"
#include "core/utf8.hpp"

namespace rollover {
namespace {

constexpr std::size_t most_digits = 9;

// A run of digits in a text, of either kind.
struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string digits{}; // in Latin
    bool khmer = false;
};

std::optional<Run> find_run(std::string_view text, std::size_t from) {
    Run run;
    for (std::size_t at = from; at < text.size();) {
        const core::Decoded letter = core::decode_utf8(text, at);
        if (const auto digit = core::digit_value(letter.code_point)) {
            if (run.digits.empty()) run.begin = at;
            run.digits += std::to_string(*digit);
            run.khmer = run.khmer || letter.size > 1;
            run.end = at + letter.size;
        } else if (!run.digits.empty()) {
            return run;
        }
        at += letter.size;
    }
    return run.digits.empty() ? std::nullopt : std::optional{run};
}

std::optional<int> number_of(const Run& run) {
    if (run.digits.size() > most_digits) return std::nullopt;
    return std::stoi(run.digits);
}

std::optional<int> number_in(const programmes::Wording& level) {
    for (const std::string* words : {&level.km, &level.en})
        if (const auto run = find_run(*words, 0)) return number_of(*run);
    return std::nullopt;
}

} // namespace

std::string next_name(std::string_view name, core::SchoolYear year, const programmes::Wording& from,
                      const programmes::Wording& to) {
    std::optional<int> level = number_in(from);
    const std::optional<int> level_after = number_in(to);
    std::string next;
    std::size_t written = 0;
    while (const auto run = find_run(name, written)) {
        const std::optional<int> number = number_of(*run);
        std::optional<int> becomes;
        if (number == year.begins() || number == year.ends())
            becomes = *number + 1;
        else if (level_after && level && number == level) {
            becomes = level_after;
            level.reset(); // the first such number is the level's
        }
        next += name.substr(written, run->begin - written);
        const std::string_view as_written = name.substr(run->begin, run->end - run->begin);
        if (!becomes)
            next += as_written;
        else
            next += run->khmer ? core::to_khmer_digits(std::to_string(*becomes)) : std::to_string(*becomes);
        written = run->end;
    }
    return next.append(name.substr(written));
}

} // namespace rollover
