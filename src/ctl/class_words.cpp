// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl class FILE list | open NAME | close CLASS | reopen CLASS; what it does with learners is in
// bulk_words.cpp, with the rules of a programme in take_pack_words.cpp
#include "certificates/closing.hpp"
#include "classes/class_store.hpp"
#include "core/numerals.hpp"
#include "core/text_problem.hpp"
#include "ctl/bulk_words.hpp"
#include "ctl/named.hpp"
#include "ctl/shell.hpp"
#include "ctl/take_pack_words.hpp"
#include "ctl/words.hpp"
#include "programmes/pack_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace ctl {
namespace {

using classes::Class;
using classes::ClassId;

struct Options {
    std::string file;
    std::string name;
    std::string latin;
    std::string programme;
    std::string level;
    std::string institution;
    std::string from;
    std::string to;
    std::string weekdays;
    std::string hours;
    std::optional<int> capacity;
    std::string taught;
    std::string on;
    std::string reason;
};

std::int64_t number(auto id) {
    return static_cast<std::int64_t>(id);
}

Json class_json(const classes::ClassRow& one) {
    return {{"id", number(one.id)},
            {"name_km", one.name_km},
            {"name", one.name},
            {"programme", one.programme},
            {"institution", one.institution_km},
            {"from", core::to_iso(one.first_day)},
            {"to", core::to_iso(one.last_day)},
            {"learners", one.learners},
            {"female", one.female},
            {"status", to_text(one.status)}};
}

core::Expected<Exit> list(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(options.file);
    const auto all = classes::list_classes(database);
    Json document{{"classes", Json::array()}};
    for (const auto& one : all)
        document["classes"].push_back(class_json(one));
    shell.out().answer(document, [&] {
        std::string lines;
        for (const auto& one : all)
            lines += fmt::format("{}{}\t{}\t{}\t{}\t{}", lines.empty() ? "" : "\n", number(one.id),
                                 shell.out().choose(one.name_km, one.name), one.programme, one.learners,
                                 to_text(one.status));
        return lines;
    });
    return Exit::done;
}

core::Expected<int> read_minutes(const std::string& hours) {
    const auto hundredths = core::read_hundredths(hours);
    if (!hundredths) return core::fail(hundredths.error());
    // 1.25 hours are 75 minutes; a third of an hour cannot be written.
    if (*hundredths * 60 % 100 != 0)
        return core::fail(
            core::Error{"class.session-length"}.with("field", "session_minutes").with("hours", hours));
    return static_cast<int>(std::clamp<std::int64_t>(*hundredths * 60 / 100, 0, 24 * 60));
}

core::Expected<Class> read_options(storage::Transaction& tx, const Options& options) {
    if (const auto problem = core::text_problem(options.name))
        return core::fail(core::Error{std::string{*problem}}.with("text", options.name));
    Class one;
    one.name_km = options.name;
    one.name = options.latin;
    if (!options.level.empty()) one.level = options.level;
    one.capacity = options.capacity;
    const auto institution = read_institution(tx.database(), options.institution);
    if (!institution) return core::fail(institution.error());
    one.institution = *institution;
    const auto from = read_day(options.from);
    if (!from) return core::fail(from.error());
    one.first_day = *from;
    const auto to = read_day(options.to);
    if (!to) return core::fail(to.error());
    one.last_day = *to;
    const auto weekdays = classes::Weekdays::from_text(options.weekdays);
    if (!weekdays) return core::fail(core::Error{"class.weekdays-unreadable"}.with("text", options.weekdays));
    one.weekdays = *weekdays;
    const auto minutes = read_minutes(options.hours);
    if (!minutes) return core::fail(minutes.error());
    one.session_minutes = *minutes;
    const auto pack = programmes::use_pack(tx, options.programme);
    if (!pack) return core::fail(pack.error());
    one.pack = *pack;
    return one;
}

core::Expected<Exit> open(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto one = read_options(tx, options);
    if (!one) return core::fail(one.error());
    const auto id = open_class(tx, *one);
    if (!id) return core::fail(id.error());
    tx.commit();
    shell.out().answer(Json{{"id", number(*id)}}, [&] { return std::to_string(number(*id)); });
    return Exit::done;
}

Json gaps_json(const certificates::Gaps& gaps) {
    const auto days = [](const std::vector<core::Day>& all) {
        Json list = Json::array();
        for (const core::Day day : all)
            list.push_back(core::to_iso(day));
        return list;
    };
    Json marks = Json::array();
    for (const auto& one : gaps.marks_missing) {
        Json subjects = Json::array();
        for (const auto& subject : one.subjects)
            subjects.push_back(subject.km);
        marks.push_back({{"learner", number(one.learner.enrolment.learner)},
                         {"number", one.learner.number},
                         {"name_km", one.learner.name_km},
                         {"name", one.learner.name},
                         {"subjects", std::move(subjects)}});
    }
    return {{"days_not_recorded", days(gaps.not_recorded)},
            {"days_to_come", days(gaps.to_come)},
            {"marks_missing", std::move(marks)}};
}

core::Expected<Exit> close(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto id = read_class(database, options.taught);
    if (!id) return core::fail(id.error());
    const auto on = options.on.empty() ? core::Expected<core::Day>{shell.today()} : read_day(options.on);
    if (!on) return core::fail(on.error());
    const auto gaps = certificates::close_with_gaps(tx, *id, *on);
    if (!gaps) return core::fail(gaps.error());
    tx.commit();

    Json document{{"id", number(*id)}, {"status", "closed"}, {"findings", Json::array()}};
    document["missing"] = gaps_json(*gaps);
    for (const core::Error& finding : certificates::findings_of(*gaps)) {
        document["findings"].push_back(error_json(finding, shell.out().language()));
        shell.out().warn(finding);
    }
    shell.out().answer(document, [&] { return std::to_string(number(*id)); });
    return gaps->none() ? Exit::done : Exit::findings;
}

core::Expected<Exit> reopen(Shell& shell, const Options& options) {
    storage::Database database = shell.open_to_write(options.file);
    storage::Transaction tx(database, shell.actor());
    const auto id = read_class(database, options.taught);
    if (!id) return core::fail(id.error());
    const auto reopened = classes::reopen_class(tx, *id, options.reason);
    if (!reopened) return core::fail(reopened.error());
    tx.commit();
    shell.out().answer(Json{{"id", number(*id)}, {"status", "open"}},
                       [&] { return std::to_string(number(*id)); });
    return Exit::done;
}

void add_open(Word word, Shell& shell, const std::shared_ptr<Options>& options) {
    Word one = word.add_word("open", "A new class");
    one.add_option("NAME", options->name, "Its name in Khmer").required();
    one.add_option("--programme", options->programme, "literacy, primary-equivalency …").required();
    one.add_option("--institution", options->institution, "Its id, code or name").required();
    one.add_option("--from", options->from, "The first day: 2025-11-03").required();
    one.add_option("--to", options->to, "The last day").required();
    one.add_option("--days", options->weekdays, "The weekdays it meets on: 12345 is Monday to Friday")
        .required();
    one.add_option("--hours", options->hours, "Hours a session: 2 or 1.5").required();
    one.add_option("--latin", options->latin, "Its name in Latin letters");
    one.add_option("--level", options->level, "A level of the programme");
    one.add_option("--capacity", options->capacity, "How many learners at most");
    shell.on(one, [&shell, options] { return open(shell, *options); });
}

} // namespace

void add_class_words(Word app, Shell& shell) {
    Word word = app.add_word("class", "Classes and who is in them");
    const auto options = std::make_shared<Options>();
    word.add_option("FILE", options->file, "The office file").required();
    word.needs_a_word();

    Word all = word.add_word("list", "All classes, by name");
    shell.on(all, [&shell, options] { return list(shell, *options); });

    add_open(word, shell, options);

    add_bulk_words(word, shell, {options, &options->file});
    add_take_pack_word(word, shell, {options, &options->file});

    Word end = word.add_word("close", "Closes a class, and says what its register lacks");
    end.add_option("CLASS", options->taught, "Its id or name").required();
    end.add_option("--on", options->on, "The day, else today");
    shell.on(end, [&shell, options] { return close(shell, *options); });

    Word again = word.add_word("reopen", "Opens a closed class again, until its list is approved");
    again.add_option("CLASS", options->taught, "Its id").required();
    again.add_option("--reason", options->reason, "Why, kept in the audit").required();
    shell.on(again, [&shell, options] { return reopen(shell, *options); });
}

} // namespace ctl
