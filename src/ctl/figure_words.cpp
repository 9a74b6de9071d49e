// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl return FILE figures PERIOD | behind PERIOD FIGURE | profile DISTRICT PERIOD
#include "ctl/console.hpp"
#include "ctl/layout_words.hpp"
#include "documents/fonts.hpp"
#include "learners/learner_store.hpp"
#include "returns/built_return_store.hpp"
#include "returns/district_profile.hpp"
#include "returns/gather.hpp"
#include "returns/sent_learners.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ctl {
namespace {

struct FigureOptions {
    std::int64_t id = 0;
    std::string period;
    std::string figure;
    std::string sheet;
    std::string of = "all";
    std::string district;
    std::string out;
    bool provisional = false;
};
using Options = std::shared_ptr<FigureOptions>;

core::Expected<returns::Gathered> gathered(Shell& shell, const storage::Database& database,
                                           const FigureOptions& options) {
    const auto period = period_of(options.period);
    if (!period) return core::fail(period.error());
    const auto layout = returns::layout_for(database, *period);
    if (!layout) return core::fail(layout.error());
    return returns::gather(database, *period, *layout, shell.out().progress());
}

Json figures_json(const returns::FilledSheet& sheet, const returns::Figures& figures) {
    Json json = Json::object();
    for (const returns::Figure& figure : sheet.figures) {
        if (figure.kind == returns::Figure::Kind::heading) continue;
        const returns::Count count = figures.count(figure.key);
        switch (figure.counted) {
        case returns::Counted::classes:
            json[figure.key] = {{"total", count.total}};
            break;
        case returns::Counted::people:
        case returns::Counted::educators:
            json[figure.key] = {{"total", count.total}, {"female", count.female}};
            break;
        case returns::Counted::days_taken:
            json[figure.key] = {{"total", figures.days.taken}, {"female", figures.days_female.taken}};
            break;
        case returns::Counted::days_present:
            json[figure.key] = {{"total", core::format_decimal(figures.days.present_thousandths, 3)},
                                {"female", core::format_decimal(figures.days_female.present_thousandths, 3)}};
            break;
        case returns::Counted::rate:
            json[figure.key] = {{"total", figures.days.rate()}, {"female", figures.days_female.rate()}};
            break;
        }
    }
    return json;
}

// The asked sheet, or the first that has figures. Error: layout.unknown-reference {key, value}.
core::Expected<const returns::FilledSheet*> sheet_of(const returns::ReturnContent& content,
                                                     const std::string& key) {
    for (const returns::FilledSheet& one : content.sheets)
        if (key.empty() || one.plan.key == key) return &one;
    return core::fail(core::Error{"layout.unknown-reference"}.with("key", "sheet").with("value", key));
}

core::Expected<Exit> figures(Shell& shell, const std::string& file, const FigureOptions& options) {
    const storage::Database database = shell.open_to_read(file);
    const auto counted = gathered(shell, database, options);
    if (!counted) return core::fail(counted.error());
    Json document{
        {"period", options.period}, {"layout", counted->content.layout.id()}, {"sheets", Json::array()}};
    std::string text;
    for (const returns::FilledSheet& sheet : counted->content.sheets) {
        if (!options.sheet.empty() && sheet.plan.key != options.sheet) continue;
        Json json{
            {"sheet", sheet.plan.key}, {"groups", Json::array()}, {"all", figures_json(sheet, sheet.all)}};
        for (const auto& group : sheet.groups)
            json["groups"].push_back({{"key", group.key},
                                      {"name_km", group.name.km},
                                      {"name", group.name.en},
                                      {"figures", figures_json(sheet, group.figures)}});
        for (const auto& [key, values] : json["all"].items()) {
            const auto plain = [&](const char* part) {
                if (!values.contains(part)) return std::string{};
                return values[part].is_string() ? values[part].get<std::string>() : values[part].dump();
            };
            text += fmt::format("{}{}\t{}\t{}\t{}", text.empty() ? "" : "\n", sheet.plan.key, key,
                                plain("total"), plain("female"));
        }
        document["sheets"].push_back(std::move(json));
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> behind(Shell& shell, const std::string& file, const FigureOptions& options) {
    const storage::Database database = shell.open_to_read(file);
    const auto counted = gathered(shell, database, options);
    if (!counted) return core::fail(counted.error());
    const auto sheet = sheet_of(counted->content, options.sheet);
    if (!sheet) return core::fail(sheet.error());
    const auto& figures = (*sheet)->figures;
    if (std::none_of(figures.begin(), figures.end(),
                     [&](const auto& one) { return one.key == options.figure; }))
        return core::fail(core::Error{"layout.unknown-reference"}
                              .with("key", (*sheet)->plan.key)
                              .with("value", options.figure));
    const auto people = returns::people_behind((*sheet)->plan, counted->facts, options.of, options.figure);
    Json document{{"period", options.period},
                  {"sheet", (*sheet)->plan.key},
                  {"figure", options.figure},
                  {"of", options.of},
                  {"learners", Json::array()}};
    std::string text;
    for (const learners::LearnerId id : people) {
        const auto one = learners::load_learner(database, id);
        document["learners"].push_back({{"id", static_cast<std::int64_t>(id)},
                                        {"number", one.number},
                                        {"name_km", one.name_km},
                                        {"name", one.name},
                                        {"sex", one.sex ? core::to_text(*one.sex) : ""},
                                        {"born", one.born ? core::to_text(*one.born) : ""}});
        text += fmt::format("{}{}\t{}\t{}", text.empty() ? "" : "\n", one.number, one.name_km, one.name);
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> sent_lines(Shell& shell, const std::string& file, const FigureOptions& options) {
    const storage::Database database = shell.open_to_read(file);
    const auto lines =
        returns::lines_behind(database, returns::ReceivedId{options.id}, options.figure, options.of);
    if (!lines) return core::fail(lines.error());
    Json document{
        {"id", options.id}, {"figure", options.figure}, {"of", options.of}, {"lines", Json::array()}};
    std::string text;
    for (const returns::SentLine& one : *lines) {
        document["lines"].push_back({{"number", one.number},
                                     {"name_km", one.name_km},
                                     {"name", one.name},
                                     {"sex", one.sex},
                                     {"born", one.born},
                                     {"class", one.class_name},
                                     {"from", one.from},
                                     {"until", one.until},
                                     {"reason", one.reason}});
        text += fmt::format("{}{}\t{}\t{}\t{}", text.empty() ? "" : "\n", one.number, one.name_km, one.name,
                            one.class_name);
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

core::Expected<Exit> profile(Shell& shell, const std::string& file, const FigureOptions& options) {
    const auto period = period_of(options.period);
    if (!period) return core::fail(period.error());
    if (auto free = shell.refuse_to_replace(options.out, {file}); !free) return core::fail(free.error());
    const storage::Database database = shell.open_to_read(file);
    const returns::ProfileOrder order{.district = options.district,
                                      .period = *period,
                                      .provisional = options.provisional,
                                      .language = shell.out().language()};
    const auto written =
        returns::write_district_profile(database, order, path_of(options.out),
                                        documents::font_folders(program_folder()), shell.out().progress());
    if (!written) return core::fail(written.error());
    shell.out().answer(Json{{"file", options.out}}, [&] { return options.out; });
    return Exit::done;
}

} // namespace

void add_figure_words(Word word, Shell& shell, const std::shared_ptr<const std::string>& file) {
    const auto options = std::make_shared<FigureOptions>();
    Word counted = word.add_word("figures", "A period's figures as the registers stand");
    counted.add_option("PERIOD", options->period, "2025-12, 2025-2026-S1, 2025-2026 or 2025-2026-school-year")
        .required();
    counted.add_option("--sheet", options->sheet, "Of one sheet of the layout");
    shell.on(counted, [&shell, file, options] { return figures(shell, *file, *options); });

    Word people = word.add_word("behind", "The learners behind a figure");
    people.add_option("PERIOD", options->period, "As for figures").required();
    people.add_option("FIGURE", options->figure, "Its key, as figures gives it: left:moved").required();
    people.add_option("--sheet", options->sheet, "The sheet's key; else the first with figures");
    people.add_option("--of", options->of, "A group's key: a programme, an institution").with_default();
    shell.on(people, [&shell, file, options] { return behind(shell, *file, *options); });

    Word sent = word.add_word("lines", "The learner lines of a received return behind a figure");
    sent.add_option("ID", options->id, "The received return, as status lists it").required();
    sent.add_option("FIGURE", options->figure, "Its key, as compare gives it: left:moved").required();
    sent.add_option("--of", options->of, "A programme's key").with_default();
    shell.on(sent, [&shell, file, options] { return sent_lines(shell, *file, *options); });

    Word page = word.add_word("profile", "A district on one page, in the language that --lang says");
    page.add_option("DISTRICT", options->district, "Its code: 0202").required();
    page.add_option("PERIOD", options->period, "As for figures").required();
    page.add_option("--out", options->out, "The .pdf to write").required();
    page.add_flag("--provisional", options->provisional, "Count what was received and not yet accepted too");
    shell.on(page, [&shell, file, options] { return profile(shell, *file, *options); });
}

} // namespace ctl
