// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl results FILE CLASS
#include "assessment/hints.hpp"
#include "assessment/result_sheet_store.hpp"
#include "assessment/score_store.hpp"
#include "classes/class_store.hpp"
#include "core/numerals.hpp"
#include "ctl/console.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/fonts.hpp"

#include <fmt/format.h>

#include <memory>

namespace ctl {
namespace {

using assessment::ClassResults;
using assessment::ResultRow;

struct ResultArguments {
    std::string file;
    std::int64_t class_id = 0;
    std::string period;
    std::string out;
    bool hints = false;
};

template<typename T, typename Write>
Json json_or_null(const std::optional<T>& value, Write write) {
    return value ? Json(write(*value)) : Json(nullptr);
}

Json row_json(const ClassResults& results, const ResultRow& row) {
    const auto& result = row.result;
    return {{"id", static_cast<std::int64_t>(row.learner.enrolment.learner)},
            {"number", row.learner.number},
            {"name_km", row.learner.name_km},
            {"name", row.learner.name},
            {"total", json_or_null(result.total, core::format_hundredths)},
            {"average",
             json_or_null(result.average,
                          [&](auto average) { return assessment::format_average(results.pack, average); })},
            {"rank", json_or_null(result.rank, [](int rank) { return rank; })},
            {"grade", result.average ? Json(result.grade) : Json(nullptr)},
            {"result", to_text(result.verdict)},
            {"standing", result.standing == assessment::Standing::none
                             ? Json(nullptr)
                             : Json(std::string{to_text(result.standing)})}};
}

Json count_json(const assessment::Count& count) {
    return {{"total", count.total}, {"female", count.female}};
}

Json results_json(const ClassResults& results) {
    Json learners = Json::array();
    for (const ResultRow& row : results.rows)
        learners.push_back(row_json(results, row));
    const auto distribution = distribution_of(results);
    Json grades = Json::object();
    for (const auto& grade : distribution.grades)
        grades[grade.letter] = count_json(grade.count);
    Json standings = Json::object();
    for (const auto& [standing, count] : distribution.standings)
        standings[std::string{to_text(standing)}] = count_json(count);
    return {{"period", results.period},
            {"learners", learners},
            {"counted", count_json(distribution.learners)},
            {"pass", count_json(distribution.pass)},
            {"fail", count_json(distribution.fail)},
            {"incomplete", count_json(distribution.incomplete)},
            {"standings", standings},
            {"grades", grades}};
}

// What looks odd, worded; never in the way of anything, so the exit stays what it is.
Json hints_json(const ClassResults& results, Language language) {
    Json list = Json::array();
    for (const assessment::Hint& hint : assessment::hints_of(results)) {
        Json one = error_json(hint.what, language);
        if (hint.row) {
            one["id"] = static_cast<std::int64_t>(results.rows[*hint.row].learner.enrolment.learner);
            one["name_km"] = results.rows[*hint.row].learner.name_km;
        }
        if (!hint.subject.empty()) one["subject"] = hint.subject;
        list.push_back(std::move(one));
    }
    return list;
}

std::string results_text(const Json& document, const Output& out) {
    std::string lines;
    for (const Json& learner : document["learners"]) {
        const auto text = [&](const char* key) {
            return learner[key].is_null() ? std::string{"-"} : learner[key].get<std::string>();
        };
        const Json& rank = learner["rank"];
        lines += fmt::format("{:>3}  {:>7}  {:>6}  {:<2} {:<10}  {}{}\n", rank.is_null() ? "-" : rank.dump(),
                             text("total"), text("average"), text("grade"), text("result"), text("name_km"),
                             learner["standing"].is_null() ? "" : "  " + text("standing"));
    }
    if (document.contains("hints"))
        for (const Json& hint : document["hints"])
            lines += fmt::format("? {}{}\n",
                                 hint.contains("name_km") ? hint["name_km"].get<std::string>() + ": " : "",
                                 hint["message"].get<std::string>());
    return lines + fmt::format(fmt::runtime(out.say(wording::translatable("Learners: {}, passed: {}"))),
                               document["counted"]["total"].get<int>(), document["pass"]["total"].get<int>());
}

core::Expected<Exit> show_results(Shell& shell, const ResultArguments& arguments) {
    if (auto free = shell.refuse_to_replace(arguments.out, {arguments.file}); !free)
        return core::fail(free.error());
    const storage::Database database = shell.open_to_read(arguments.file);
    const auto taught = classes::find_class(database, classes::ClassId{arguments.class_id});
    if (!taught)
        return core::fail(core::Error{"class.not-found"}.with("class", std::to_string(arguments.class_id)));
    auto results = assessment::load_results(database, taught->id, arguments.period);
    if (!results) return core::fail(results.error());
    Json document = results_json(*results);
    if (arguments.hints) document["hints"] = hints_json(*results, shell.out().language());
    if (!arguments.out.empty()) {
        const auto sheet = assessment::load_result_sheet(database, taught->id, *results);
        const auto written = assessment::write_result_sheet(path_of(arguments.out), sheet,
                                                            documents::font_folders(program_folder()));
        if (!written) return core::fail(written.error());
        document["file"] = arguments.out;
    }
    shell.out().answer(document, [&] { return results_text(document, shell.out()); });
    return Exit::done;
}

} // namespace

void add_result_words(Word app, Shell& shell) {
    Word word = app.add_word("results", "Averages, ranks and grades of a class");
    const auto arguments = std::make_shared<ResultArguments>();
    word.add_option("FILE", arguments->file, "The office file").required();
    word.add_option("CLASS", arguments->class_id, "The class by its id").required();
    word.add_option("--period", arguments->period, "A period of the programme instead of its last");
    word.add_flag("--hints", arguments->hints, "What looks odd in the marks");
    word.add_option("--out", arguments->out, "Write the result sheet: .xlsx or .pdf");
    shell.on(word, [&shell, arguments] { return show_results(shell, *arguments); });
}

} // namespace ctl
