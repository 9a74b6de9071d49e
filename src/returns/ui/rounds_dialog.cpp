// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/rounds_dialog.hpp"

#include "core/numerals.hpp"
#include "core/school_year.hpp"
#include "returns/round_store.hpp"
#include "returns/ui/round_labels.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>

#include <algorithm>
#include <array>

namespace returns {

namespace {

constexpr std::array kinds{PeriodKind::month, PeriodKind::semester, PeriodKind::year};

// What a district has by default where nobody said otherwise.
Round usual(PeriodKind kind, core::Day today) {
    return {.kind = kind,
            .layout = kind == PeriodKind::year ? "school-year" : std::string{to_text(kind)},
            .due_days = kind == PeriodKind::month ? 5 : 30,
            .since = core::SchoolYear::of(today).first_day()};
}

// One round's fields.
struct Line {
    Round before;
    bool asked = false;
    wxCheckBox* ask = nullptr;
    wxTextCtrl* due = nullptr;
    wxTextCtrl* layout = nullptr;
};

Line add_line(widgets::Form& form, PeriodKind kind, const std::vector<Round>& rounds, core::Day today) {
    Line line{.before = usual(kind, today)};
    for (const Round& one : rounds)
        if (one.kind == kind) {
            line.before = one;
            line.asked = true;
        }
    const std::string id = "rounds." + std::string{to_text(kind)};
    line.ask = form.add_check(id + ".ask", kind_word(kind), line.asked);
    line.due = form.add_text(id + ".due", _("Days after its end"), std::to_string(line.before.due_days));
    line.layout = form.add_text(id + ".layout", _("Layout"), line.before.layout);
    return line;
}

// Writes what the fields say; complains and is false where they cannot be read.
bool write(storage::Transaction& tx, widgets::Form& form, const office::Session& session,
           const std::vector<Line>& lines) {
    form.forget_complaints();
    for (const Line& line : lines) {
        if (!line.ask->GetValue()) {
            if (line.asked && !remove_round(tx, line.before.kind)) return false;
            continue;
        }
        Round round = line.before;
        const std::string typed = widgets::typed(line.due->GetValue());
        const auto hundredths = core::read_hundredths(typed);
        round.due_days = hundredths && *hundredths % 100 == 0 && *hundredths <= 100'000
                             ? static_cast<int>(*hundredths / 100)
                             : -1;
        round.layout = widgets::typed(line.layout->GetValue());
        if (const auto done = set_round(tx, round); !done) {
            wxTextCtrl* at = done.error().code == "round.no-layout" ? line.layout : line.due;
            core::Error error = done.error();
            for (core::Fact& fact : error.facts)
                if (fact.name == "days") fact.value = typed;
            form.complain(at, session.sentence(error));
            return false;
        }
    }
    return true;
}

} // namespace

bool edit_rounds(wxWindow* parent, office::Session& session) {
    const auto before = list_rounds(session.database);
    widgets::FormDialog dialog(wxGetTopLevelParent(parent), "rounds", _("Returns that are asked for"),
                               _("Save"));
    auto* form = new widgets::Form(dialog.body(), 3);
    std::vector<Line> lines;
    for (const PeriodKind kind : kinds)
        lines.push_back(add_line(*form, kind, before, session.database.clock().today()));
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.hint(_("The districts learn them from your receipts."));
    dialog.on_accept([&] {
        storage::Transaction tx(session.database, session.actor);
        if (!write(tx, *form, session, lines)) return false;
        tx.commit();
        return true;
    });
    dialog.fit(640);
    return dialog.ShowModal() == wxID_OK && list_rounds(session.database) != before;
}

} // namespace returns
