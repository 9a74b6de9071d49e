// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/awards.hpp"

#include "certificates/award_list_store.hpp"
#include "demo/must.hpp"
#include "office/key_store.hpp"
#include "staff/educator_store.hpp"
#include "units/recognition_store.hpp"

namespace demo {

void close_class(storage::Transaction& tx, const RunningClass& running) {
    must(classes::close_class(tx, running.taught.id, tx.today()));
}

void approve_awards(storage::Transaction& tx, const RunningClass& running) {
    const classes::ClassId id = running.taught.id;
    must(certificates::prepare_list(tx, id, "ឡុង សុជាតា"));
    must(certificates::check_list(tx, id, "មាស វិចិត្រ"));
    must(certificates::approve_list(tx, id, {.name = "សុខ សុភា"}));
}

void issue_certificates(storage::Transaction& tx, const RunningClass& running,
                        const documents::Fonts& fonts) {
    const auto key = must(office::open_signing_key(tx.database()));
    core::NoProgress progress;
    const auto issued = must(certificates::issue_class(tx, running.taught.id, key, fonts, progress));
    if (issued.nobody) throw std::logic_error("nobody to issue for: " + issued.nobody->code);
    // One was asked for again.
    must(certificates::reprint(tx, issued.issued.front().serial, "បាត់ដោយទឹកជំនន់"));
}

void recognise_learning(storage::Transaction& tx, const RunningClass& running) {
    const auto first = classes::load_enrolment(tx.database(), running.students.front().enrolment);
    const auto educators = staff::list_educators(tx.database());
    must(units::recognise(tx, {.learner = first.learner,
                               .programme = "primary-equivalency",
                               .units = {"life-skills"},
                               .evidence = {"វិញ្ញាបនបត្រវគ្គកាត់ដេរ ឆ្នាំ២០២៣", "អាវមួយដែលកាត់ដេរនៅចំពោះមុខអ្នកវាយតម្លៃ"},
                               .assessors = {{educators.front().id, {}}, {std::nullopt, "អ៊ុក សុវណ្ណារី"}},
                               .day = running.plan.first_day,
                               .remark = "ធ្វើការនៅរោងចក្រកាត់ដេរ ៥ ឆ្នាំ"}));
}

} // namespace demo
