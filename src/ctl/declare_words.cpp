// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl return FILE declared | declare | declare-as-before | take-back-declared
#include "ctl/layout_words.hpp"
#include "ctl/named.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "institutions/institution_store.hpp"
#include "returns/built_return_store.hpp"
#include "returns/declared_store.hpp"

#include <fmt/format.h>

namespace ctl {
namespace {

struct DeclareOptions {
    std::shared_ptr<const std::string> file;
    std::string period;
    std::string figure;
    std::optional<std::int64_t> institution;
    std::int64_t total = 0;
    std::optional<std::int64_t> female;
    std::string source;
    std::string day;
    std::string by;
    std::int64_t id = 0;
};

std::string place_of(const storage::Database& database, const returns::DeclaredFigure& one) {
    return one.institution ? institutions::load_institution(database, *one.institution).name_km
                           : std::string{};
}

Json declared_json(const storage::Database& database, const returns::DeclaredFigure& one) {
    Json json{{"id", static_cast<std::int64_t>(one.id)},
              {"figure", one.figure},
              {"total", one.total},
              {"source", one.source},
              {"source_day", core::to_iso(one.source_day)},
              {"declared_by", one.declared_by}};
    if (one.institution) {
        json["institution"] = static_cast<std::int64_t>(*one.institution);
        json["institution_name_km"] = place_of(database, one);
    }
    if (one.female) json["female"] = *one.female;
    return json;
}

Exit tell_declared(Shell& shell, const storage::Database& database, const returns::ReturnPeriod& period) {
    const auto all = returns::list_declared(database, period.to_text());
    Json document{{"period", period.to_text()}, {"declared", Json::array()}};
    for (const returns::DeclaredFigure& one : all)
        document["declared"].push_back(declared_json(database, one));
    shell.out().answer(document, [&] {
        std::string text = period.to_text();
        for (const returns::DeclaredFigure& one : all)
            text += fmt::format("\n  {}  {}  {}  {}{}  ({}, {}, {})", static_cast<std::int64_t>(one.id),
                                one.figure, place_of(database, one), one.total,
                                one.female ? fmt::format(" / {}", *one.female) : std::string{}, one.source,
                                core::to_iso(one.source_day), one.declared_by);
        return text;
    });
    return Exit::done;
}

core::Expected<Exit> list_all(Shell& shell, const DeclareOptions& options) {
    const auto period = period_of(options.period);
    if (!period) return core::fail(period.error());
    return tell_declared(shell, shell.open_to_read(*options.file), *period);
}

core::Expected<Exit> declare_one(Shell& shell, const DeclareOptions& options) {
    const auto period = period_of(options.period);
    if (!period) return core::fail(period.error());
    const auto day = read_day(options.day);
    if (!day) return core::fail(day.error());
    returns::DeclaredFigure one;
    one.figure = options.figure;
    if (options.institution) one.institution = institutions::InstitutionId{*options.institution};
    one.total = options.total;
    one.female = options.female;
    one.source = options.source;
    one.source_day = *day;
    one.declared_by = options.by;
    storage::Database database = shell.open_to_write(*options.file);
    const auto layout = returns::layout_for(database, *period);
    if (!layout) return core::fail(layout.error());
    {
        storage::Transaction tx(database, shell.actor());
        if (const auto done = returns::declare(tx, *period, *layout, one); !done)
            return core::fail(done.error());
        tx.commit();
    }
    return tell_declared(shell, database, *period);
}

core::Expected<Exit> declare_all_as_before(Shell& shell, const DeclareOptions& options) {
    const auto period = period_of(options.period);
    if (!period) return core::fail(period.error());
    storage::Database database = shell.open_to_write(*options.file);
    const auto layout = returns::layout_for(database, *period);
    if (!layout) return core::fail(layout.error());
    {
        storage::Transaction tx(database, shell.actor());
        if (const auto done = returns::declare_as_before(tx, *period, *layout); !done)
            return core::fail(done.error());
        tx.commit();
    }
    return tell_declared(shell, database, *period);
}

core::Expected<Exit> take_one_back(Shell& shell, const DeclareOptions& options) {
    const auto period = period_of(options.period);
    if (!period) return core::fail(period.error());
    storage::Database database = shell.open_to_write(*options.file);
    {
        storage::Transaction tx(database, shell.actor());
        if (const auto done = returns::take_back_declared(tx, returns::DeclaredId{options.id}); !done)
            return core::fail(done.error());
        tx.commit();
    }
    return tell_declared(shell, database, *period);
}

} // namespace

void add_declare_words(Word word, Shell& shell, std::shared_ptr<const std::string> file) {
    const auto options = std::make_shared<DeclareOptions>();
    options->file = std::move(file);
    constexpr const char* period = "The month as 2025-12, or another period as build takes it";

    Word listed = word.add_word("declared", "What was declared of a period beside its registers");
    listed.add_option("PERIOD", options->period, period).required();
    shell.on(listed, [&shell, options] { return list_all(shell, *options); });

    Word one =
        word.add_word("declare", "Tells a figure that no register gives; it stands apart in the return");
    one.add_option("PERIOD", options->period, period).required();
    one.add_option("FIGURE", options->figure,
                   "learners, classes, educators, rooms, income, spending, or the layout's")
        .required();
    one.add_option("TOTAL", options->total, "People, things, or riel").required();
    one.add_option("--female", options->female, "The women among the people");
    one.add_option("--institution", options->institution, "Whose; else the office's own");
    one.add_option("--source", options->source, "Where the figure comes from").required();
    one.add_option("--day", options->day, "The source's day").required();
    one.add_option("--by", options->by, "Who declares it").required();
    shell.on(one, [&shell, options] { return declare_one(shell, *options); });

    Word before = word.add_word("declare-as-before",
                                "Declares the figures of the period before again, where none is told yet");
    before.add_option("PERIOD", options->period, period).required();
    shell.on(before, [&shell, options] { return declare_all_as_before(shell, *options); });

    Word back = word.add_word("take-back-declared", "Takes a declared figure back");
    back.add_option("PERIOD", options->period, period).required();
    back.add_option("ID", options->id, "As declared lists it").required();
    shell.on(back, [&shell, options] { return take_one_back(shell, *options); });
}

} // namespace ctl
