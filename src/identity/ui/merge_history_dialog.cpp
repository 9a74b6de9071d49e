// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/merge_history_dialog.hpp"

#include "identity/merge.hpp"
#include "widgets/date_field.hpp"
#include "widgets/form.hpp"
#include "widgets/take_back_dialog.hpp"
#include "widgets/text.hpp"

namespace identity {
namespace {

using widgets::Tone;

wxString gone_name(const office::Session& session, const MergeSummary& merge) {
    const bool khmer = session.language == widgets::Language::khmer;
    const std::string& first = khmer ? merge.gone_name_km : merge.gone_name;
    return widgets::wx(!first.empty() ? first : khmer ? merge.gone_name : merge.gone_name_km);
}

widgets::Cell cell_of(const office::Session& session, const MergeSummary& merge, std::size_t column) {
    switch (column) {
    case 0:
        return {widgets::shown(core::day_in_cambodia(merge.at))};
    case 1:
        return {widgets::wx(merge.gone_number) + "  " + gone_name(session, merge)};
    case 2:
        return {widgets::wx(merge.kept_number)};
    case 3:
        return {widgets::wx(merge.actor), Tone::muted};
    default:
        return merge.undone_at ? widgets::Cell{_("Taken back"), Tone::muted}
                               // TRANSLATORS: the status of two records that were made one.
                               : widgets::Cell{_("Merged"), Tone::good};
    }
}

std::optional<widgets::TakenBack> take_back(wxWindow* dialog, office::Session& session,
                                            const MergeSummary& merge) {
    if (!widgets::ask(dialog, _("Take this merge back"),
                      widgets::fill(_("{1} becomes a record of its own again, with everything it had."),
                                    {gone_name(session, merge)}),
                      _("Take back")))
        return std::nullopt;
    storage::Transaction tx(session.database, session.actor);
    if (const auto undone = undo_merge(tx, merge.id); !undone)
        return widgets::TakenBack{false, session.sentence(undone.error())};
    tx.commit();
    return widgets::TakenBack{true, _("The merge was taken back.")};
}

} // namespace

bool show_merges(wxWindow* parent, office::Session& session) {
    std::vector<MergeSummary> all;
    return widgets::show_take_back_list(
        parent,
        {.id = "merges",
         .title = _("Merges"),
         .empty = _("Nothing has been merged yet."),
         .take_back = _("&Take this merge back"),
         .columns = {{.title = _("Day"), .width = 110},
                     {.title = _("The other record"), .width = 300, .grows = true},
                     {.title = _("Became part of"), .width = 170},
                     {.title = _("By"), .width = 120},
                     {.title = _("Status"), .width = 130}},
         .load =
             [&] {
                 all = list_merges(session.database);
                 return all.size();
             },
         .cell = [&](std::size_t row, std::size_t column) { return cell_of(session, all[row], column); },
         .may_take_back = [&](std::size_t row) { return !all[row].undone_at; },
         .take_one_back = [&](wxWindow* dialog,
                              std::size_t row) { return take_back(dialog, session, all[row]); }});
}

} // namespace identity
