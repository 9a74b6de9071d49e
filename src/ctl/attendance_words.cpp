// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl attendance FILE not-recorded | below | in-a-row | over-limit | rates | letter | statement
#include "attendance/list_workbook.hpp"
#include "attendance/paper_store.hpp"
#include "ctl/attendance_json.hpp"
#include "ctl/console.hpp"
#include "ctl/named.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"

#include <fmt/format.h>

#include <memory>
#include <set>

namespace ctl {
namespace {

using attendance::PaperOf;
using attendance::Period;
using attendance::Scope;

struct Options {
    std::string file, learner, in, institution, period, out, letters, date, by = "class";
    int days = attendance::usual_days_in_a_row;
};
using SharedOptions = std::shared_ptr<Options>;

core::Expected<Period> period_of(const Options& options, Period otherwise) {
    if (options.period.empty()) return otherwise;
    return attendance::read_period(options.period);
}

Period this_month(const Shell& shell) {
    return attendance::whole_month(core::month_of(shell.today()));
}

core::Expected<Scope> scope_of(const storage::Database& database, const Options& options, Period period) {
    Scope scope{.period = period, .open_only = true};
    if (!options.in.empty()) {
        const auto in = read_class(database, options.in);
        if (!in) return core::fail(in.error());
        scope.in = *in;
    }
    if (!options.institution.empty()) {
        const auto institution = read_institution(database, options.institution);
        if (!institution) return core::fail(institution.error());
        scope.institution = *institution;
    }
    return scope;
}

std::string name_of(const Json& row) {
    const std::string km = row["name_km"];
    return km.empty() ? row["name"].get<std::string>() : km;
}

std::string learner_text(const Json& row) {
    return fmt::format("{}\t{}\t{}", row["number"].get<std::string>(), name_of(row),
                       row["class"]["name_km"].get<std::string>());
}

std::string text_of(const attendance::NotRecorded&, const Json& row) {
    std::string days;
    for (const Json& day : row["days"])
        days += " " + day.get<std::string>();
    return fmt::format("{}\t{}{}", row["class"]["name_km"].get<std::string>(), row["days"].size(), days);
}
std::string text_of(const attendance::LowRate&, const Json& row) {
    return fmt::format("{}\t{} %", learner_text(row), row["rate"].get<std::string>());
}
std::string text_of(const attendance::LongAbsence&, const Json& row) {
    return fmt::format("{}\t{}\t{}\t{}", learner_text(row), row["days"].get<int>(),
                       row["from"].get<std::string>(), row["to"].get<std::string>());
}
std::string text_of(const attendance::OverLimit&, const Json& row) {
    return fmt::format("{}\t{}\t{}", learner_text(row), row["with"].get<std::string>(),
                       row["without"].get<std::string>());
}

// Whom a list's letters go to, in its order and none twice.
template<typename Row>
std::vector<PaperOf> papers_for(const std::vector<Row>& list) {
    std::vector<PaperOf> papers;
    std::set<PaperOf> seen;
    for (const Row& one : list) {
        const PaperOf of{one.in.id, one.learner.enrolment.learner};
        if (seen.insert(of).second) papers.push_back(of);
    }
    return papers;
}
std::vector<PaperOf> papers_for(const std::vector<attendance::NotRecorded>&) {
    return {};
}

core::Expected<attendance::PaperDate> date_of(const Options& options) {
    if (options.date.empty()) return attendance::PaperDate{};
    const auto day = read_day(options.date);
    if (!day) return core::fail(day.error());
    return attendance::PaperDate{*day};
}

core::Expected<std::size_t> write_papers(Shell& shell, const storage::Database& database,
                                         const std::vector<PaperOf>& papers, std::optional<Period> period,
                                         attendance::PaperKind kind, const Options& options,
                                         const std::string& out) {
    if (path_of(out).extension() != ".pdf") return core::fail(core::Error{"file.kind"}.with("kinds", ".pdf"));
    const auto dated = date_of(options);
    if (!dated) return core::fail(dated.error());
    std::vector<attendance::AttendancePaper> loaded;
    for (const PaperOf& of : papers) {
        auto paper = attendance::load_paper(database, of, period);
        if (!paper) return core::fail(paper.error());
        loaded.push_back(*std::move(paper));
    }
    const auto fonts = documents::Fonts::load(documents::font_folders(program_folder()));
    const auto written =
        attendance::write_papers(path_of(out), loaded, kind, *dated, fonts, shell.out().progress());
    if (!written) return core::fail(written.error());
    return loaded.size();
}

// A list as JSON and lines, and where that was asked for as a workbook and as letters.
template<typename Row>
core::Expected<Exit> answer(Shell& shell, const storage::Database& database, const Options& options,
                            Period period, const std::vector<Row>& list) {
    Json document = {{"period", period_json(period)}, {"rows", Json::array()}};
    std::string lines;
    for (const Row& one : list) {
        document["rows"].push_back(json_of(one));
        lines += (lines.empty() ? "" : "\n") + text_of(one, document["rows"].back());
    }
    if (!options.out.empty()) {
        const auto written = write_list(path_of(options.out), database, period, list_sheet(list));
        if (!written) return core::fail(written.error());
        document["file"] = options.out;
    }
    if (const auto papers = papers_for(list); !options.letters.empty() && !papers.empty()) {
        const auto written = write_papers(shell, database, papers, period, attendance::PaperKind::letter,
                                          options, options.letters);
        if (!written) return core::fail(written.error());
        document["letters"] = {{"file", options.letters}, {"papers", *written}};
    }
    shell.out().answer(document, [&] { return lines; });
    return Exit::done;
}

// What every list begins with; `find` makes it.
template<typename Find>
core::Expected<Exit> show_list(Shell& shell, const Options& options, Period usual, Find find) {
    for (const std::string* written : {&options.out, &options.letters})
        if (auto free = shell.refuse_to_replace(*written, {options.file}); !free)
            return core::fail(free.error());
    const storage::Database database = shell.open_to_read(options.file);
    const auto period = period_of(options, usual);
    if (!period) return core::fail(period.error());
    const auto scope = scope_of(database, options, *period);
    if (!scope) return core::fail(scope.error());
    return answer(shell, database, options, *period, find(database, *scope));
}

core::Expected<Exit> not_recorded(Shell& shell, const Options& options) {
    return show_list(shell, options, this_month(shell), [&](const auto& database, const Scope& scope) {
        return attendance::find_not_recorded(database, scope, shell.out().progress());
    });
}

core::Expected<Exit> below(Shell& shell, const Options& options) {
    return show_list(shell, options, this_month(shell), [&](const auto& database, const Scope& scope) {
        return attendance::find_low_rates(database, scope, shell.out().progress());
    });
}

core::Expected<Exit> in_a_row(Shell& shell, const Options& options) {
    return show_list(shell, options, this_month(shell), [&](const auto& database, const Scope& scope) {
        return attendance::find_long_absences(database, scope, options.days, shell.out().progress());
    });
}

core::Expected<Exit> over_limit(Shell& shell, const Options& options) {
    return show_list(shell, options, attendance::school_year(shell.today()),
                     [&](const auto& database, const Scope& scope) {
                         return attendance::find_over_limits(database, scope, shell.out().progress());
                     });
}

std::string rate_line(const Json& group, const std::string& name) {
    const auto rate = [&](const char* who) {
        const Json& value = group[who]["rate"];
        return value.is_null() ? std::string{"-"} : value.get<std::string>() + " %";
    };
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}", name, group["all"]["learners"].get<int>(),
                       group["female"]["learners"].get<int>(), group["all"]["days_taken"].get<int>(),
                       rate("all"), rate("female"));
}

core::Expected<Exit> rates(Shell& shell, const Options& options) {
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    const storage::Database database = shell.open_to_read(options.file);
    const auto period = period_of(options, attendance::school_year(shell.today()));
    if (!period) return core::fail(period.error());
    auto scope = scope_of(database, options, *period);
    if (!scope) return core::fail(scope.error());
    scope->open_only = false;
    const auto by = attendance::rate_by_words.value(options.by).value(); // one of those --by takes
    const auto found = attendance::load_group_rates(database, *scope, by, shell.out().progress());
    Json document = {{"period", period_json(*period)},
                     {"by", options.by},
                     {"rows", Json::array()},
                     {"total", group_json(found.total)}};
    for (const auto& group : found.rows)
        document["rows"].push_back(group_json(group));
    if (!options.out.empty()) {
        const auto written = write_list(path_of(options.out), database, *period, list_sheet(found, by));
        if (!written) return core::fail(written.error());
        document["file"] = options.out;
    }
    shell.out().answer(document, [&] {
        std::string lines;
        for (const Json& group : document["rows"])
            lines += rate_line(group, group.value("name_km", group["key"].get<std::string>())) + "\n";
        return lines + rate_line(document["total"], shell.out().say(wording::translatable("All")));
    });
    return Exit::done;
}

core::Expected<Exit> paper(Shell& shell, const Options& options, attendance::PaperKind kind) {
    if (auto free = shell.refuse_to_replace(options.out, {options.file}); !free)
        return core::fail(free.error());
    const storage::Database database = shell.open_to_read(options.file);
    const auto learner = read_learner(database, options.learner);
    if (!learner) return core::fail(learner.error());
    const auto in = read_class(database, options.in);
    if (!in) return core::fail(in.error());
    std::optional<Period> period;
    if (!options.period.empty()) {
        const auto read = attendance::read_period(options.period);
        if (!read) return core::fail(read.error());
        period = *read;
    }
    const auto written =
        write_papers(shell, database, {PaperOf{*in, *learner}}, period, kind, options, options.out);
    if (!written) return core::fail(written.error());
    shell.out().answer({{"file", options.out}, {"learner", static_cast<std::int64_t>(*learner)}},
                       [&] { return options.out; });
    return Exit::done;
}

core::Expected<Exit> letter(Shell& shell, const Options& options) {
    return paper(shell, options, attendance::PaperKind::letter);
}

core::Expected<Exit> statement(Shell& shell, const Options& options) {
    return paper(shell, options, attendance::PaperKind::statement);
}

Word add_action(Word word, Shell& shell, const char* name, const char* help, const SharedOptions& options,
                core::Expected<Exit> (*run)(Shell&, const Options&)) {
    Word action = word.add_word(name, help);
    shell.on(action, [&shell, options, run] { return run(shell, *options); });
    return action;
}

constexpr const char* period_help = "2025-12, 2025-11..2026-02 or 2025-12-01..2025-12-19";

void add_scope(Word action, const SharedOptions& options) {
    action.add_option("--class", options->in, "Only this class: its id or its name");
    action.add_option("--institution", options->institution, "Only the classes of this institution");
    action.add_option("--period", options->period, period_help);
    action.add_option("--out", options->out, "Write the list as a workbook, .xlsx");
}

void add_letters(Word action, const SharedOptions& options) {
    action.add_option("--letters", options->letters,
                      "Write a letter to the guardian of everyone on the list, .pdf");
    action.add_option("--date", options->date, "The day on the letters instead of dots for the pen");
}

void add_paper(Word word, Shell& shell, const char* name, const char* help, const SharedOptions& options,
               core::Expected<Exit> (*run)(Shell&, const Options&)) {
    Word action = add_action(word, shell, name, help, options, run);
    action.add_option("LEARNER", options->learner, "A learner number or id").required();
    action.add_option("--class", options->in, "The class: its id or its name").required();
    action.add_option("--period", options->period, period_help);
    action.add_option("--date", options->date, "The day on the paper instead of dots for the pen");
    action.add_option("--out", options->out, "The PDF to write").required();
}

} // namespace

void add_attendance_words(Word app, Shell& shell) {
    const auto options = std::make_shared<Options>();
    Word word = app.add_word("attendance", "What to follow up in the registers, rates, and papers");
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();

    add_scope(add_action(word, shell, "not-recorded", "School days that nobody recorded, class by class",
                         options, not_recorded),
              options);
    Word low = add_action(word, shell, "below",
                          "Learners present on fewer of the days than their programme asks", options, below);
    add_scope(low, options);
    add_letters(low, options);
    Word away = add_action(word, shell, "in-a-row", "Learners absent several days one after the other",
                           options, in_a_row);
    add_scope(away, options);
    add_letters(away, options);
    away.add_option("--days", options->days, "How many days at least (3)").between(1, 366);
    Word over = add_action(word, shell, "over-limit",
                           "Learners absent on more days of the school year than their programme allows",
                           options, over_limit);
    add_scope(over, options);
    add_letters(over, options);
    Word shares =
        add_action(word, shell, "rates", "Attendance rates, of everyone and of the women", options, rates);
    add_scope(shares, options);
    shares.add_option("--by", options->by, "What a row is of (class)")
        .one_of({"class", "month", "sex", "institution", "district"});
    add_paper(word, shell, "letter", "A letter to the guardian about the learner's absences", options,
              letter);
    add_paper(word, shell, "statement", "A statement of the learner's attendance", options, statement);
}

} // namespace ctl
