// SPDX-License-Identifier: GPL-3.0-or-later
// The list of changes of many learners, to take one back.
#include "classes/ui/bulk_dialog.hpp"
#include "widgets/date_field.hpp"
#include "widgets/take_back_dialog.hpp"
#include "widgets/text.hpp"

namespace classes {
namespace {

using widgets::Tone;

widgets::Cell cell_of(const office::Session& session, const BulkSummary& one, std::size_t column) {
    switch (column) {
    case 0:
        return {widgets::shown(core::day_in_cambodia(one.at))};
    case 1:
        return {told(session, one)};
    case 2:
        return {widgets::shown(one.day), Tone::muted};
    case 3:
        return {widgets::wx(one.actor), Tone::muted};
    default:
        return one.undone_at ? widgets::Cell{_("Taken back"), Tone::muted}
                             : widgets::Cell{_("In the register"), Tone::good};
    }
}

} // namespace

bool show_changes(wxWindow* parent, office::Session& session, learners::LearnerSearch& search) {
    std::vector<BulkSummary> all;
    return widgets::show_take_back_list(
        parent,
        {.id = "changes",
         .title = _("Changes of many learners"),
         .empty =
             _("Nothing was done with several learners at once yet. Select them on the page Learners and "
               "enrol or move them."),
         .take_back = _("&Take this change back"),
         .columns = {{.title = _("Day"), .width = 100},
                     {.title = _("What was done"), .width = 340, .grows = true},
                     {.title = _("In the register from"), .width = 140},
                     {.title = _("By"), .width = 120},
                     {.title = _("Status"), .width = 120}},
         .load =
             [&] {
                 all = list_bulk(session.database);
                 return all.size();
             },
         .cell = [&](std::size_t row, std::size_t column) { return cell_of(session, all[row], column); },
         .may_take_back = [&](std::size_t row) { return !all[row].undone_at; },
         .take_one_back = [&](wxWindow*, std::size_t row) -> std::optional<widgets::TakenBack> {
             const wxString refused = take_back(session, search, all[row].id);
             if (!refused.empty()) return widgets::TakenBack{false, refused};
             return widgets::TakenBack{true, _("It is taken back.")};
         }});
}

} // namespace classes
