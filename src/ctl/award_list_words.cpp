// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl certificate FILE prepare, check, approve, return, list, lists
#include "certificates/award_list_paper.hpp"
#include "certificates/award_list_store.hpp"
#include "certificates/waiting.hpp"
#include "classes/class_store.hpp"
#include "classes/enrolment_store.hpp"
#include "ctl/award_list_json.hpp"
#include "ctl/certificate_json.hpp"
#include "ctl/console.hpp"
#include "ctl/named.hpp"
#include "ctl/sentence.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"
#include "documents/file.hpp"

#include <fmt/format.h>

namespace ctl {
namespace {

using certificates::AwardList;
using certificates::Role;
using certificates::Step;

struct Options {
    std::shared_ptr<const std::string> file;
    std::string class_name, by, role, acting_for, scan, out, remark;
    std::vector<std::string> rows;
    std::optional<std::string> date;
    std::optional<int> number;
    bool on_paper = false;
};
using Shared = std::shared_ptr<Options>;

// Who does it: as said, else who did it last, else who is at the shell.
std::string name_of(Shell& shell, const storage::Database& database, const Options& options, Step step) {
    if (!options.by.empty()) return options.by;
    std::string last = certificates::name_last_used(database, step);
    return last.empty() ? shell.actor().name : last;
}

core::Expected<Exit> tell(Shell& shell, const storage::Database& database, classes::ClassId id) {
    const AwardList list = certificates::latest_list(database, id).value();
    shell.out().answer(list_summary_json(database, list), [&] {
        return fmt::format("{}  {}  {}  {} ({})", classes::load_class(database, id).name_km, list.number,
                           state_text(list.state()), list.awarded(), list.awarded_women());
    });
    return Exit::done;
}

// The step in a transaction of its own, and then what became of the list.
core::Expected<Exit>
take(Shell& shell, const Options& options,
     const std::function<core::Expected<void>(storage::Transaction&, classes::ClassId)>& step) {
    storage::Database database = shell.open_to_write(*options.file);
    const auto id = read_class(database, options.class_name);
    if (!id) return core::fail(id.error());
    {
        storage::Transaction tx(database, shell.actor());
        if (auto done = step(tx, *id); !done) return core::fail(done.error());
        tx.commit();
    }
    return tell(shell, database, *id);
}

core::Expected<Exit> prepare(Shell& shell, const Options& options) {
    return take(shell, options, [&](storage::Transaction& tx, classes::ClassId id) -> core::Expected<void> {
        const auto name = name_of(shell, tx.database(), options, Step::prepare);
        if (auto done = certificates::prepare_list(tx, id, name); !done) return core::fail(done.error());
        return {};
    });
}

core::Expected<Exit> check(Shell& shell, const Options& options) {
    return take(shell, options, [&](storage::Transaction& tx, classes::ClassId id) {
        return certificates::check_list(tx, id, options.by);
    });
}

core::Expected<certificates::ListApproval> read_approval(const Options& options) {
    certificates::ListApproval approval{.name = options.by,
                                        .role = certificates::role_from_text(options.role).value(),
                                        .acting_for = options.acting_for};
    if (!options.on_paper) return approval;
    if (!options.date) return core::fail({"award-list.no-day"});
    const auto day = read_day(*options.date);
    if (!day) return core::fail(day.error());
    approval.signed_on = *day;
    if (options.scan.empty()) return core::fail({"award-list.no-scan"});
    auto scan = certificates::read_scan_file(path_of(options.scan));
    if (!scan) return core::fail(core::Error{scan.error()}.at({.file = options.scan}));
    approval.scan = *std::move(scan);
    return approval;
}

core::Expected<Exit> approve(Shell& shell, const Options& options) {
    const auto approval = read_approval(options);
    if (!approval) return core::fail(approval.error());
    return take(shell, options, [&](storage::Transaction& tx, classes::ClassId id) -> core::Expected<void> {
        if (auto done = certificates::approve_list(tx, id, *approval); !done) return core::fail(done.error());
        return {};
    });
}

// "123=REMARK", the learner by id or number.
core::Expected<certificates::LineRemark> read_remark(const storage::Database& database, classes::ClassId id,
                                                     const std::string& text) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos)
        return core::fail(core::Error{"award-list.remark-unreadable"}.with("text", text));
    const auto learner = read_learner(database, std::string_view{text}.substr(0, sign));
    if (!learner) return core::fail(learner.error());
    for (const classes::ClassLearner& one : classes::enrolments_in(database, id))
        if (one.enrolment.learner == *learner)
            return certificates::LineRemark{one.enrolment.uid, text.substr(sign + 1)};
    return core::fail(
        core::Error{"award-list.not-on-it"}.with("class", classes::load_class(database, id).name_km));
}

core::Expected<Exit> give_back(Shell& shell, const Options& options) {
    return take(shell, options, [&](storage::Transaction& tx, classes::ClassId id) -> core::Expected<void> {
        certificates::ListReturn returned{.by = name_of(shell, tx.database(), options, Step::return_),
                                          .remark = options.remark};
        for (const std::string& row : options.rows) {
            auto remark = read_remark(tx.database(), id, row);
            if (!remark) return core::fail(remark.error());
            returned.remarks.push_back(*std::move(remark));
        }
        return certificates::return_list(tx, id, returned);
    });
}

core::Expected<void> write_paper(Shell& shell, const storage::Database& database, const AwardList& list,
                                 const Options& options) {
    if (auto free = shell.refuse_to_replace(options.out, {*options.file}); !free) return free;
    return certificates::write_award_list(path_of(options.out),
                                          certificates::load_award_list_sheet(database, list),
                                          documents::font_folders(program_folder()));
}

core::Expected<Exit> show_list(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(*options.file);
    const auto id = read_class(database, options.class_name);
    if (!id) return core::fail(id.error());
    const auto lists = certificates::lists_of(database, *id);
    const std::string& name = classes::load_class(database, *id).name_km;
    if (lists.empty()) return core::fail(core::Error{"award-list.none"}.with("class", name));
    const int number = options.number.value_or(lists.back().number);
    if (number < 1 || number > lists.back().number)
        return core::fail(
            core::Error{"award-list.no-such"}.with("class", name).with("list", std::to_string(number)));
    const AwardList& list = lists[static_cast<std::size_t>(number) - 1];
    if (!options.out.empty())
        if (auto written = write_paper(shell, database, list, options); !written)
            return core::fail(written.error());
    Json document = list_json(database, list, shell.out().language());
    document["lists"] = Json::array();
    for (const AwardList& one : lists)
        document["lists"].push_back(list_summary_json(database, one));
    if (!options.out.empty()) document["file"] = options.out;
    shell.out().answer(document, [&] {
        return options.out.empty() ? list_text(database, list, shell.out().language()) : options.out;
    });
    return Exit::done;
}

core::Expected<Exit> show_waiting(Shell& shell, const Options& options) {
    const storage::Database database = shell.open_to_read(*options.file);
    Json document = {{"lists", Json::array()}};
    std::string text;
    for (const certificates::Waiting& one : certificates::waiting_lists(database)) {
        document["lists"].push_back(waiting_json(one));
        text +=
            fmt::format("{}{}  {}  {}  {}", text.empty() ? "" : "\n", one.days,
                        certificates::to_text(one.awaited), shell.out().choose(one.class_km, one.class_name),
                        shell.out().choose(one.institution_km, one.institution_name));
    }
    shell.out().answer(document, [&] { return text; });
    return Exit::done;
}

Word add_step(Word word, Shell& shell, const std::string& name, const std::string& help,
              const Shared& options, core::Expected<Exit> (*run)(Shell&, const Options&)) {
    Word step = word.add_word(name, help);
    shell.on(step, [&shell, options, run] { return run(shell, *options); });
    return step;
}

Word add_class_step(Word word, Shell& shell, const std::string& name, const std::string& help,
                    const Shared& options, core::Expected<Exit> (*run)(Shell&, const Options&)) {
    Word step = add_step(word, shell, name, help, options, run);
    step.add_option("CLASS", options->class_name, "The class's number or name").required();
    return step;
}

} // namespace

void add_award_list_words(Word certificate, Shell& shell, std::shared_ptr<const std::string> file) {
    const auto options = std::make_shared<Options>();
    options->file = std::move(file);
    Word preparing =
        add_class_step(certificate, shell, "prepare", "The award list as it stands now", options, prepare);
    preparing.add_option("--by", options->by, "Who prepares it; else who did last");
    Word checking = add_class_step(certificate, shell, "check", "The list was checked", options, check);
    checking.add_option("--by", options->by, "Who checked it").required();
    Word approving = add_class_step(certificate, shell, "approve", "The list is approved", options, approve);
    approving.add_option("--by", options->by, "Who approves it").required();
    approving.add_option("--role", options->role, "headteacher or office-head")
        .one_of({"headteacher", "office-head"})
        .required();
    approving.add_option("--acting-for", options->acting_for, "In whose place, by name");
    approving.add_flag("--on-paper", options->on_paper, "The printed list was signed");
    approving.add_option("--date", options->date, "On paper: the day it was signed");
    approving.add_option("--scan", options->scan, "On paper: the signed list as PDF, JPEG or PNG");
    Word returning =
        add_class_step(certificate, shell, "return", "The list goes back with remarks", options, give_back);
    returning.add_option("--by", options->by, "Who returns it; else who did last");
    returning.add_option("--remark", options->remark, "On the whole list");
    returning.add_option("--row", options->rows, "LEARNER=REMARK on one learner, by id or number");
    Word showing = add_class_step(certificate, shell, "list",
                                  "A class's award list and what was done with it", options, show_list);
    showing.add_option("--number", options->number, "An earlier list of the class");
    showing.add_option("--out", options->out, "The list for the board, as .pdf or .xlsx");
    add_step(certificate, shell, "lists", "What waits for whom since when, the oldest first", options,
             show_waiting);
}

} // namespace ctl
