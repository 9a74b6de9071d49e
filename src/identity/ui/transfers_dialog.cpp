// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/transfer_store.hpp"
#include "identity/ui/transfer_actions.hpp"
#include "widgets/date_field.hpp"
#include "widgets/form.hpp"
#include "widgets/take_back_dialog.hpp"
#include "widgets/text.hpp"

namespace identity {
namespace {

using widgets::Tone;
using widgets::wx;

widgets::Cell cell_of(const office::Session& session, const TransferRow& one, std::size_t column) {
    const bool khmer = session.language == widgets::Language::khmer;
    switch (column) {
    case 0:
        return {widgets::shown(core::day_in_cambodia(one.at))};
    case 1:
        // TRANSLATORS: a learner's past that came in or went out.
        return {one.in ? _("In") : _("Out")};
    case 2:
        return {wx(one.number)};
    case 3:
        return {office::shown_name(session, one)};
    case 4:
        return {wx(khmer || one.office_name.empty() ? one.office_km : one.office_name), Tone::muted};
    default:
        if (one.undone_at) return {_("Taken back"), Tone::muted};
        if (one.sample) return {_("Sample"), Tone::warning};
        return {one.in ? _("Taken in") : _("Written"), Tone::good};
    }
}

std::optional<widgets::TakenBack> take_back(wxWindow* dialog, office::Session& session,
                                            const TransferRow& one) {
    if (!widgets::ask(
            dialog, _("Take this transfer back"),
            widgets::fill(_("Everything that the file of {1} brought is taken out of the register again."),
                          {office::shown_name(session, one)}),
            _("Take back")))
        return std::nullopt;
    storage::Transaction tx(session.database, session.actor);
    if (const auto undone = undo_transfer(tx, one.id); !undone)
        return widgets::TakenBack{false, session.sentence(undone.error())};
    tx.commit();
    return widgets::TakenBack{true, _("The transfer is taken back.")};
}

} // namespace

bool show_transfers(wxWindow* parent, office::Session& session) {
    std::vector<TransferRow> all;
    return widgets::show_take_back_list(
        parent,
        {.id = "transfers",
         .title = _("Transfers"),
         .empty = _("No learner was transferred yet. \"Transfer out\" writes a learner's whole past as one "
                    "signed file; \"Transfer in\" takes in such a file of another office."),
         .take_back = _("&Take this transfer back"),
         .columns = {{.title = _("Day"), .width = 100},
                     {.title = _("Direction"), .width = 90},
                     {.title = _("Number"), .width = 140},
                     {.title = _("Name"), .width = 180, .grows = true},
                     {.title = _("Office"), .width = 240},
                     {.title = _("Status"), .width = 130}},
         .load =
             [&] {
                 all = list_transfers(session.database);
                 return all.size();
             },
         .cell = [&](std::size_t row, std::size_t column) { return cell_of(session, all[row], column); },
         .may_take_back = [&](std::size_t row) { return all[row].in && !all[row].undone_at; },
         .take_one_back = [&](wxWindow* dialog,
                              std::size_t row) { return take_back(dialog, session, all[row]); }});
}

} // namespace identity
