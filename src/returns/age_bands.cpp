// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/age_bands.hpp"

#include "core/resource.hpp"
#include "office/tab_lines.hpp"

#include <charconv>
#include <stdexcept>

namespace returns {

// Made by the build.
const core::Resource* resources();
std::string_view resource(std::string_view path);

namespace {

core::Error unreadable(std::int64_t row, std::string reason) {
    core::Place place;
    place.row = row;
    return core::Error{"age-bands.unreadable"}.with("reason", std::move(reason)).at(std::move(place));
}

std::optional<int> years(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<AgeBand> read_band(const office::Fields& fields) {
    if (fields.size() != 5) return std::nullopt;
    const auto from = years(fields[1]);
    const auto to = years(fields[2]);
    if (!from || (!to && !fields[2].empty()) || (to && *to < *from)) return std::nullopt;
    return AgeBand{std::string{fields[0]}, *from, to, {std::string{fields[3]}, std::string{fields[4]}}};
}

// Whether `next` begins where the bands so far end.
bool follows(const std::vector<AgeBand>& bands, const AgeBand& next) {
    return bands.empty() || (bands.back().to && *bands.back().to + 1 == next.from);
}

} // namespace

core::Expected<AgeBands> parse_age_bands(std::string_view text) {
    AgeBands read;
    std::optional<core::Error> fault;
    office::each_line(text, [&](std::int64_t row, std::string_view line) {
        if (fault) return;
        const office::Fields fields = office::fields_of(line);
        if (fields.size() == 2 && fields[0] == "version") {
            read.version = fields[1];
            return;
        }
        auto band = read_band(fields);
        if (!band)
            fault = unreadable(row, "fields");
        else if (!follows(read.bands, *band))
            fault = unreadable(row, "gap");
        else
            read.bands.push_back(std::move(*band));
    });
    if (fault) return core::fail(std::move(*fault));
    if (read.version.empty() || read.bands.empty() || read.bands.back().to)
        return core::fail(unreadable(0, "incomplete"));
    return read;
}

const AgeBands& age_bands() {
    static const AgeBands bands = [] {
        auto read = parse_age_bands(resource("returns/age-bands.txt"));
        if (!read) throw std::logic_error("the program's own age bands: " + read.error().code);
        return std::move(*read);
    }();
    return bands;
}

std::optional<std::size_t> band_of(const AgeBands& bands, int age) {
    for (std::size_t at = bands.bands.size(); at-- > 0;)
        if (age >= bands.bands[at].from) return at;
    return std::nullopt;
}

} // namespace returns
