// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl charts FILE PERIOD [--out F.pdf]
#include "ctl/console.hpp"
#include "ctl/layout_words.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/fonts.hpp"
#include "returns/charts.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

struct Options {
    std::string file, period, out;
};

Json value_json(const std::optional<std::int64_t>& value) {
    if (!value) return nullptr;
    return *value;
}

// Percents are in hundredths, as the description has them.
Json chart_json(const core::Chart& chart) {
    Json json{{"title", chart.title},
              {"note", chart.note},
              {"unit", chart.unit == core::ChartUnit::percent ? "hundredths of a percent" : "count"},
              {"categories", chart.categories},
              {"series", Json::array()}};
    if (chart.line) json["to_reach"] = chart.line->at;
    for (const core::ChartSeries& series : chart.series) {
        Json values = Json::array();
        for (const auto& value : series.values)
            values.push_back(value_json(value));
        json["series"].push_back({{"name", series.name}, {"values", std::move(values)}});
    }
    return json;
}

core::Expected<Exit> charts(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto period = period_of(options.period);
    if (!period) return core::fail(period.error());
    const auto language = shell.out().language();
    if (!options.out.empty()) {
        if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
            return core::fail(free.error());
        const auto written =
            returns::write_charts(database, *period, language, path_of(options.out),
                                  documents::font_folders(program_folder()), shell.out().progress());
        if (!written) return core::fail(written.error());
        shell.out().answer(Json{{"file", options.out}}, [&] { return options.out; });
        return Exit::done;
    }
    const auto made = returns::load_charts(database, *period, language, shell.out().progress());
    if (!made) return core::fail(made.error());
    Json document{{"period", period->to_text()}, {"charts", Json::array()}};
    std::string text;
    for (const core::Chart& chart : made->charts) {
        document["charts"].push_back(chart_json(chart));
        text += fmt::format("{}{}", text.empty() ? "" : "\n", chart.in_words());
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

} // namespace

void add_chart_words(Word app, Shell& shell) {
    const auto options = std::make_shared<Options>();
    Word word = app.add_word("charts", "A period's figures as charts, in words or on A4");
    word.add_option("FILE", options->file, "The office file").required();
    word.add_option("PERIOD", options->period, "2025-12, 2025-2026-S1, 2025-2026 or 2025-2026-school-year")
        .required();
    word.add_option("--out", options->out, "The .pdf to write");
    shell.on(word, [&shell, options] { return charts(shell, *options); });
}

} // namespace ctl
