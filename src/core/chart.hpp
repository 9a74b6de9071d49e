// SPDX-License-Identifier: GPL-3.0-or-later
// A chart as a value: what it shows and in which words, and nothing of how it is drawn. documents/chart.hpp
// draws it on the screen and in a PDF, spreadsheet/ makes Excel's own of it, a screen reader says it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core {

enum class ChartKind {
    columns, // side by side over their categories: months
    bars,    // one below the other: names, which may be long
    pyramid  // two series back to back over the same categories: ages
};

// Percents are in hundredths: 9250 is 92.50 %.
enum class ChartUnit { count, percent };

struct ChartSeries {
    std::string name;
    // One for each category; nothing where there was nothing to count.
    std::vector<std::optional<std::int64_t>> values;
    friend bool operator==(const ChartSeries&, const ChartSeries&) = default;
};

// What the values should reach.
struct ChartLine {
    std::int64_t at = 0;
    std::string words; // "80 %"
    std::string below; // said of a value under it: "under the line"
    friend bool operator==(const ChartLine&, const ChartLine&) = default;
};

// All words are in one language and ready to be shown.
struct Chart {
    ChartKind kind = ChartKind::bars;
    ChartUnit unit = ChartUnit::count;
    std::string title{};
    std::string note{}; // under the title: of which period
    std::vector<std::string> categories;
    // At most two. Of columns and bars the second is a part of the first ("of whom women") and is drawn
    // inside it; of a pyramid they stand left and right.
    std::vector<ChartSeries> series;
    // How the values of a category are told, {1} of the first series and {2} of the second: "{1}, {2}
    // female".
    std::string told = "{1}";
    std::optional<ChartLine> line{};
    // In place of the drawing where every value is 0 or missing.
    std::string nothing{};
    bool khmer_digits = false;

    // Whether there is anything to draw.
    bool empty() const;
    // The largest value of all; of percents at least the whole.
    std::int64_t largest() const;
    // Whether the first series stays under the line there.
    bool is_low(std::size_t category) const;

    // "1,234", "92.50 %"; "–" for nothing.
    std::string value_text(std::optional<std::int64_t> value) const;
    // "245, 130 female".
    std::string label(std::size_t category) const;
    // "Kandal: 245, 130 female", with what the line's words say of it.
    std::string sentence(std::size_t category) const;
    // The title, the note and every sentence: what a screen reader is told.
    std::string in_words() const;

    friend bool operator==(const Chart&, const Chart&) = default;
};

} // namespace core
