// SPDX-License-Identifier: GPL-3.0-or-later
// The list of years that were rolled over, to take one back.
#include "rollover/ui/rollover_dialog.hpp"
#include "rollover/ui/rollover_words.hpp"
#include "widgets/date_field.hpp"
#include "widgets/take_back_dialog.hpp"
#include "widgets/text.hpp"

namespace rollover {
namespace {

using widgets::Tone;

widgets::Cell cell_of(const office::Session& session, const Summary& one, std::size_t column) {
    switch (column) {
    case 0:
        return {widgets::shown(core::day_in_cambodia(one.at))};
    case 1:
        return {told(session, one)};
    case 2:
        return {widgets::number(one.otherwise), Tone::muted};
    case 3:
        return {widgets::wx(one.actor), Tone::muted};
    default:
        return one.undone_at ? widgets::Cell{_("Taken back"), Tone::muted}
                             : widgets::Cell{_("In the register"), Tone::good};
    }
}

widgets::LongTakeBack taking_back(office::Session& session, learners::LearnerSearch& search, RolloverId id) {
    return {.title = _("Taking the roll-over back"),
            .work = [&session, &search, id](core::Progress&) -> std::function<widgets::TakenBack()> {
                auto touched = enrolled_by(session.database, id);
                storage::Transaction tx(session.database, session.actor);
                auto undone = undo_rollover(tx, id);
                if (undone) tx.commit();
                return [&session, &search, touched = std::move(touched), undone = std::move(undone)] {
                    if (!undone) return widgets::TakenBack{false, session.sentence(undone.error())};
                    search.touched(touched);
                    return widgets::TakenBack{true, _("It is taken back.")};
                };
            },
            .sentence = session.sentence};
}

} // namespace

bool show_rollovers(wxWindow* parent, office::Session& session, learners::LearnerSearch& search) {
    std::vector<Summary> all;
    return widgets::show_take_back_list(
        parent,
        {.id = "rollovers",
         .title = _("Years rolled over"),
         .empty = _("No year was rolled over yet. Use Next year on the page Classes."),
         .take_back = _("&Take this roll-over back"),
         .columns = {{.title = _("Day"), .width = 100},
                     {.title = _("What was done"), .width = 420, .grows = true},
                     // TRANSLATORS: heads how many learners were decided on otherwise than the rules say.
                     {.title = _("Otherwise than the rules"), .width = 180, .right = true},
                     {.title = _("By"), .width = 120},
                     {.title = _("Status"), .width = 120}},
         .load =
             [&] {
                 all = list_rollovers(session.database);
                 return all.size();
             },
         .cell = [&](std::size_t row, std::size_t column) { return cell_of(session, all[row], column); },
         .may_take_back = [&](std::size_t row) { return !all[row].undone_at; },
         .take_long_back = [&](std::size_t row) { return taking_back(session, search, all[row].id); }});
}

} // namespace rollover
