// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl return FILE build | check | receive | consolidate; its other words stand in figure_words.cpp,
// layout_words.cpp, map_words.cpp, round_words.cpp and receipt_words.cpp
#include "ctl/layout_words.hpp"
#include "ctl/return_json.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "office/office_store.hpp"
#include "returns/province_workbook.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

struct Options {
    std::string file;
    std::string period;
    std::string out;
    std::string reason;
    std::string input;
    std::vector<std::string> inputs;
    std::string office; // of unsigned files
    bool provisional = false;
    bool publishable = false;
};

core::Expected<returns::BuildOrder> order_of(const Options& options) {
    const auto period = period_of(options.period);
    if (!period) return core::fail(period.error());
    return returns::BuildOrder{.period = *period, .out = path_of(options.out), .reason = options.reason};
}

std::filesystem::path written_at(const Options& options, const storage::Database& database,
                                 const returns::BuiltReturn& built) {
    returns::ReturnHead head;
    head.office = office::load_office(database).area_code;
    head.period = built.period;
    head.version = built.version;
    return returns::target_of(path_of(options.out), head);
}

core::Expected<Exit> build(Shell& shell, const Options& options) {
    auto order = order_of(options);
    if (!order) return core::fail(order.error());
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    storage::Database database = shell.open_to_write(options.file);
    const auto passphrase = shell.passphrase(database);
    if (!passphrase) return core::fail(passphrase.error());
    order->passphrase = *passphrase;
    const auto outcome = returns::build_return(database, shell.actor(), *order, shell.out().progress());
    if (!outcome) return core::fail(outcome.error());
    Json document{{"file", nullptr}, {"period", options.period}};
    if (outcome->built)
        document = built_json(*outcome->built, written_at(options, database, *outcome->built),
                              outcome->is_new, outcome->changes);
    document["findings"] = Json::array();
    for (const auto& [finding, place] : outcome->findings)
        document["findings"].push_back(finding_json(finding, place, shell.out().language()));
    shell.out().answer(document, [&] {
        std::string text = "-";
        if (outcome->built)
            text = fmt::format("{}  v{}", document["file"].get<std::string>(), outcome->built->version);
        return text + finding_lines(document["findings"]);
    });
    return outcome->built ? Exit::done : Exit::findings;
}

core::Expected<Exit> check(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto checked = returns::check_return(database, path_of(options.input), shell.out().progress());
    if (!checked) return core::fail(checked.error());
    const returns::CheckedFile& file = checked->file;
    Json document{{"verdict", to_text(file.verdict)}};
    if (file.damage) document["damage"] = error_json(*file.damage, shell.out().language());
    if (file.canonical != nullptr) {
        const returns::ReturnHead& head = file.canonical->head;
        document["signer"] = checked->signer_known ? "known" : "new";
        document["office"] = head.office;
        document["period"] = head.period;
        document["version"] = head.version;
        document["sample"] = head.sample;
        document["replaces"] = head.replaces;
    }
    document["cells"] = cells_json(file.cells);
    document["findings"] = Json::array();
    for (const auto& placed : checked->findings)
        document["findings"].push_back(finding_json(placed.finding, placed.place, shell.out().language()));
    shell.out().answer(document, [&] {
        std::string text{to_text(file.verdict)};
        if (file.canonical != nullptr)
            text += fmt::format("  {}  {}  v{}", file.canonical->head.office, file.canonical->head.period,
                                file.canonical->head.version);
        return text + cell_lines(file.cells) + finding_lines(document["findings"]);
    });
    return file.verdict == returns::FileVerdict::verified ? Exit::done : Exit::findings;
}

// Whose the unsigned files are, where it was said.
core::Expected<std::optional<returns::StrangerOrder>> stranger_of(const Options& options) {
    if (options.office.empty()) return std::nullopt;
    returns::StrangerOrder order{options.office};
    if (options.period.empty()) return order;
    const auto period = period_of(options.period);
    if (!period) return core::fail(period.error());
    order.period = *period;
    return order;
}

core::Expected<Exit> receive(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(options.file);
    std::vector<std::filesystem::path> files;
    for (const std::string& input : options.inputs)
        files.push_back(path_of(input));
    const auto stranger = stranger_of(options);
    if (!stranger) return core::fail(stranger.error());
    const auto receipts = returns::receive(database, shell.actor(), files, shell.out().progress(), *stranger);
    if (!receipts) return core::fail(receipts.error());
    Json document{{"received", Json::array()}};
    bool all_in_order = true;
    std::string text;
    for (const returns::Receipt& one : *receipts) {
        document["received"].push_back(receipt_json(one, shell.out().language()));
        all_in_order = all_in_order && one.verdict == returns::FileVerdict::verified;
        text += fmt::format("{}{}\t{}\t{}\t{}{}", text.empty() ? "" : "\n", static_cast<std::int64_t>(one.id),
                            to_text(one.verdict), one.order ? to_text(*one.order) : "-", text_of(one.file),
                            cell_lines(one.cells));
        if (one.verdict == returns::FileVerdict::unsigned_file)
            text += finding_lines(document["received"].back()["findings"]);
    }
    shell.out().answer(document, [&] { return text; });
    return all_in_order ? Exit::done : Exit::findings;
}

core::Expected<Exit> consolidate(Shell& shell, const Options& options) {
    auto order = order_of(options);
    if (!order) return core::fail(order.error());
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    storage::Database database = shell.open_to_write(options.file);
    const auto passphrase = shell.passphrase(database);
    if (!passphrase) return core::fail(passphrase.error());
    order->passphrase = *passphrase;
    const auto made = returns::consolidate(
        database, shell.actor(), *order, {options.provisional, options.publishable}, shell.out().progress());
    if (!made) return core::fail(made.error());
    Json document =
        built_json(made->built, written_at(options, database, made->built), made->is_new, made->changes);
    document["provisional"] = made->province.has_received();
    document["counted"] = Json::array();
    document["missing"] = Json::array();
    for (const returns::DistrictContent& one : made->province.districts) {
        if (!one.counted)
            document["missing"].push_back(one.code);
        else
            document["counted"].push_back({{"office", one.code},
                                           {"version", one.counted->version},
                                           {"verdict", to_text(one.counted->verdict)},
                                           {"state", to_text(one.counted->state)}});
    }
    const auto learners = made->province.total.all().count("learners");
    const auto told = [](int number) { return number == returns::not_told ? Json(nullptr) : Json(number); };
    document["learners"] = {{"total", told(learners.total)}, {"female", told(learners.female)}};
    shell.out().answer(document, [&] {
        return fmt::format("{}  v{}  {}/{}", document["file"].get<std::string>(), made->built.version,
                           made->province.counted(), made->province.districts.size());
    });
    return made->province.counted() > 0 ? Exit::done : Exit::findings;
}

using SharedOptions = std::shared_ptr<Options>;

void add_building_words(Word word, Shell& shell, const SharedOptions& options) {
    Word one = word.add_word("build", "A period's return from the registers, signed");
    one.add_option("PERIOD", options->period, "2025-12, 2025-2026-S1, 2025-2026 or 2025-2026-school-year")
        .required();
    one.add_option("--out", options->out, "The workbook to write, or a folder for it").required();
    one.add_option("--reason", options->reason, "Why there is another version");
    shell.on(one, [&shell, options] { return build(shell, *options); });

    Word sum = word.add_word("consolidate", "The province's workbook of a period");
    sum.add_option("PERIOD", options->period, "2025-12, 2025-2026-S1, 2025-2026 or 2025-2026-school-year")
        .required();
    sum.add_option("--out", options->out, "The workbook to write, or a folder for it").required();
    sum.add_option("--reason", options->reason, "Why there is another version");
    sum.add_flag("--provisional", options->provisional, "Count what was received and not yet accepted too");
    sum.add_flag("--publishable", options->publishable, "Groups of fewer than 5 people are hidden");
    shell.on(sum, [&shell, options] { return consolidate(shell, *options); });
}

void add_receiving_words(Word word, Shell& shell, const SharedOptions& options) {
    Word looked_at = word.add_word("check", "Whether a workbook says what was signed");
    looked_at.add_option("WORKBOOK", options->input, "The return's .xlsx").required();
    shell.on(looked_at, [&shell, options] { return check(shell, *options); });

    Word taken = word.add_word("receive", "Takes the districts' returns in");
    taken.add_option("WORKBOOKS", options->inputs, "The returns' .xlsx").required();
    taken.add_option("--office", options->office, "Whose the unsigned ones are: read by that office's map");
    taken.add_option("--period", options->period, "Of which period; else the one after its last");
    shell.on(taken, [&shell, options] { return receive(shell, *options); });
}

} // namespace

void add_return_words(Word app, Shell& shell) {
    Word word = app.add_word("return", "A period's figures: build, check, receive, put together");
    const auto options = std::make_shared<Options>();
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();
    add_building_words(word, shell, options);
    add_receiving_words(word, shell, options);
    const std::shared_ptr<const std::string> file(options, &options->file);
    add_figure_words(word, shell, file);
    add_layout_words(word, shell, file);
    add_declare_words(word, shell, file);
    add_round_words(word, shell, file);
    add_receipt_words(word, shell, file);
    add_map_words(word, shell, file);
}

} // namespace ctl
