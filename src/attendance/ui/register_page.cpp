// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/register_page.hpp"

#include "attendance/letter_store.hpp"
#include "attendance/mark_store.hpp"
#include "attendance/ui/day_dialogs.hpp"
#include "attendance/ui/follow_up_dialog.hpp"
#include "attendance/ui/month_choice.hpp"
#include "attendance/ui/month_table.hpp"
#include "attendance/ui/rates_dialog.hpp"
#include "widgets/date_field.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <memory>

namespace attendance {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

class RegisterPage final : public widgets::Page {
  public:
    RegisterPage(wxWindow* parent, office::Session& session)
        : Page(parent, "attendance", _("Attendance"))
        , m_session(session) {
        make_commands();
        show_buttons({"attendance.rates", "attendance.follow-up", "attendance.absence", "attendance.not-met",
                      "attendance.all-present"});
        m_choices = new wxPanel(this);
        m_choices->SetSizer(make_choices(m_choices));
        body().Add(m_choices, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
        m_grid = new widgets::RegisterGrid(this, "attendance.register", _("Register of the month"),
                                           widgets::RegisterGrid::Advance::down);
        m_grid->set_row_label_width(190);
        m_grid->SetColLabelSize(2 * widgets::row_height(*m_grid));
        m_grid->Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
            event.Skip();
            tell_cell(event.GetRow(), event.GetCol());
        });
        body().Add(m_grid, 1, wxEXPAND);
        m_day = new wxStaticText(this, wxID_ANY, wxString());
        m_day->SetForegroundColour(widgets::colour::muted);
        body().Add(m_day, 0, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
        m_empty = new widgets::EmptyState(this, "attendance", _("No class yet"),
                                          _("Open a class and enrol its learners; its register then stands "
                                            "here, month by month."));
        m_empty->add_button(commands().make_button(m_empty, "attendance.classes"));
        body().Add(m_empty, 1, wxEXPAND);
    }

    void refresh() override {
        m_choice->refresh();
        show_month();
    }

    wxWindow* first_control() override { return m_table ? m_grid : nullptr; }

    void open(std::string_view what) override {
        const std::string text{what};
        const auto space = text.find(' ');
        const auto month =
            space == std::string::npos ? std::nullopt : core::month_from_iso(text.substr(space + 1));
        m_choice->choose(classes::ClassId{std::strtoll(text.c_str(), nullptr, 10)}, month);
        show_month();
    }

  private:
    void make_commands() {
        const auto here = [this] {
            return m_table && m_table->month().taught.status == classes::Status::open;
        };
        const auto on_day = [this, here] { return here() && day().has_value(); };
        commands().add({.id = "attendance.follow-up",
                        .label = _("&Follow up..."),
                        .help = _("Who comes too seldom or stays away, and what nobody recorded"),
                        .icon = "search",
                        .run = [this] { follow_up(); },
                        .allowed = [this] { return m_table != nullptr; }});
        commands().add({.id = "attendance.rates",
                        .label = _("&Rates..."),
                        .help = _("Attendance rates by class, month, sex, institution or district"),
                        .run = [this] { show_rates(this, m_session, m_choice->month()); },
                        .allowed = [this] { return m_table != nullptr; }});
        commands().add({.id = "attendance.absence",
                        .label = _("A&bsence..."),
                        .help = _("Write an absence over several days for the learner under the cursor"),
                        .shortcut = "Ctrl+B",
                        .icon = "edit",
                        .run = [this] { write_absence(); },
                        .allowed = [this, on_day] { return on_day() && m_table->rows() > 0; }});
        commands().add({.id = "attendance.not-met",
                        .label = _("&Did not meet..."),
                        .help = _("The class did not meet on the day under the cursor"),
                        .icon = "close",
                        .run = [this] { write_not_met(); },
                        .allowed = on_day});
        commands().add({.id = "attendance.forget",
                        .label = _("Not &recorded"),
                        .help = _("Take back that the day under the cursor was taken or not met"),
                        .run = [this] { forget(); },
                        .allowed = on_day});
        commands().add({.id = "attendance.all-present",
                        .label = _("All &present"),
                        .help = _("Take the day under the cursor: whoever has no mark was present"),
                        .shortcut = "Ctrl+P",
                        .icon = "check",
                        .run = [this] { take(); },
                        .allowed = on_day,
                        .rank = widgets::Rank::primary});
        commands().add({.id = "attendance.before",
                        .label = _("Month &before"),
                        .help = _("Show the month before"),
                        .shortcut = "Alt+Left",
                        .icon = "previous",
                        .run = [this] { turn(std::chrono::months{-1}); }});
        commands().add({.id = "attendance.after",
                        .label = _("Month &after"),
                        .help = _("Show the month after"),
                        .shortcut = "Alt+Right",
                        .icon = "next",
                        .run = [this] { turn(std::chrono::months{1}); }});
        commands().add({.id = "attendance.classes",
                        .label = _("Go to &classes"),
                        .help = _("Open a class and enrol learners"),
                        .icon = "classes",
                        .run = [this] { m_session.go("classes", {}); },
                        .rank = widgets::Rank::primary});
    }

    wxSizer* make_choices(wxWindow* parent) {
        m_choice = new MonthChoice(parent, m_session);
        m_choice->on_change([this] { show_month(); });
        const int gap = FromDIP(widgets::space::small);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(m_choice, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
        row->Add(commands().make_button(parent, "attendance.before"), 0, wxRIGHT, gap);
        row->Add(commands().make_button(parent, "attendance.after"), 0);
        return row;
    }

    // The day under the cursor.
    std::optional<core::Day> day() const {
        if (!m_table || m_grid->GetGridCursorCol() < 0) return std::nullopt;
        return m_table->day_of(m_grid->GetGridCursorCol());
    }

    void show_month() {
        const auto chosen = m_choice->chosen();
        m_choices->Show(chosen.has_value());
        offer_buttons(chosen.has_value());
        m_grid->Show(chosen.has_value());
        m_day->Show(chosen.has_value());
        m_empty->Show(!chosen);
        m_grid->show_table(nullptr);
        m_table.reset();
        if (chosen)
            fill_grid(*chosen);
        else
            set_subtitle({});
        Layout();
    }

    void fill_grid(classes::ClassId chosen) {
        m_table = std::make_unique<MonthTable>(
            load_register(m_session.database, chosen, m_choice->month()), load_letters(m_session.database),
            m_session.database.clock().today(),
            [this](const RegisterRow& row, core::Day day, Mark mark) { return write(row, day, mark); });
        m_grid->show_table(m_table.get());
        tell_totals();
        if (m_table->rows() > 0) m_grid->SetGridCursor(0, usual_column());
    }

    // Where the work is: the first day that nobody recorded, else today's.
    int usual_column() const {
        const core::Day today = m_session.database.clock().today();
        const DaySet missing = m_table->month().days.not_recorded(today);
        for (unsigned day = 1; day <= core::days_in(m_choice->month()); ++day)
            if (missing.has(day)) return static_cast<int>(day) - 1;
        const bool this_month = core::month_of(today) == m_choice->month();
        return this_month ? static_cast<int>(static_cast<unsigned>(today.day())) - 1 : 0;
    }

    void turn(std::chrono::months by) {
        if (!m_table) return;
        m_choice->turn(by);
        show_month();
    }

    void reload() {
        m_table->replace(load_register(m_session.database, *m_choice->chosen(), m_choice->month()));
        m_grid->values_changed();
        tell_totals();
        tell_cell(m_grid->GetGridCursorRow(), m_grid->GetGridCursorCol());
    }

    // Runs one write in its own transaction and says what stood in the way.
    template<typename Work>
    bool commit(Work work) {
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto done = work(tx);
        if (!done) {
            messages().tell(Tone::bad, m_session.sentence(done.error()));
            return false;
        }
        tx.commit();
        messages().dismiss();
        reload();
        return true;
    }

    bool write(const RegisterRow& row, core::Day day, Mark mark) {
        DayState state = DayState::taken;
        const bool written = commit([&, enrolment = row.learner.enrolment.id](storage::Transaction& tx) {
            auto done = set_mark(tx, enrolment, day, mark);
            state = done.value_or(DayState::taken);
            return done;
        });
        if (written && state == DayState::closed && mark != Mark::none)
            messages().tell(Tone::warning,
                            m_session.sentence(core::Error{"day.closed"}.with("day", core::to_iso(day))));
        return written;
    }

    void take() {
        commit([&](storage::Transaction& tx) { return mark_all_present(tx, *m_choice->chosen(), *day()); });
    }

    void forget() {
        commit([&](storage::Transaction& tx) { return forget_day(tx, *m_choice->chosen(), *day()); });
    }

    void write_not_met() {
        const core::Day chosen = *day();
        if (const auto reason = ask_reason(this, chosen))
            commit([&](storage::Transaction& tx) {
                return mark_not_met(tx, *m_choice->chosen(), chosen, *reason);
            });
    }

    void write_absence() {
        const auto& row = m_table->month().rows[static_cast<std::size_t>(m_grid->GetGridCursorRow())];
        const auto enrolment = row.learner.enrolment.id;
        const auto absence = ask_absence(this, m_session, office::shown_name(m_session, row.learner), *day());
        if (!absence) return;
        commit([&](storage::Transaction& tx) {
            return set_marks(tx, enrolment, absence->period, absence->mark);
        });
    }

    void follow_up() {
        const auto wanted = show_follow_up(this, m_session, m_choice->month());
        if (!wanted) return;
        m_choice->choose(wanted->in, wanted->month);
        show_month();
    }

    void tell_totals() {
        const Register& month = m_table->month();
        Tally all;
        for (const RegisterRow& row : month.rows)
            all += row.tally;
        const auto present = rate(all, month.worths);
        const int missing = month.days.not_recorded(m_session.database.clock().today()).count();
        wxString text = fill(_("{1} learners, {2} of {3} school days taken"),
                             {number(m_table->rows()), number(month.days.counted().count()),
                              number(month.days.school().count())});
        if (missing > 0) text += ", " + fill(_("{1} not recorded"), {number(missing)});
        if (present)
            text += ", " + fill(_("attendance {1} %"), {widgets::wx(core::format_percent(*present))});
        set_subtitle(text);
    }

    // What the day under the cursor is; colours alone would not say it. And whose it is: the column of names
    // may be too narrow for one.
    void tell_cell(int row, int column) {
        const auto chosen = m_table ? m_table->day_of(column) : std::nullopt;
        wxString text;
        if (chosen && row >= 0 && row < m_table->rows())
            text =
                office::shown_name(m_session, m_table->month().rows[static_cast<std::size_t>(row)].learner) +
                ", ";
        if (chosen) text += m_table->column_spoken(column) + ": " + state_words(*chosen);
        m_day->SetLabel(text);
    }

    wxString state_words(core::Day chosen) const {
        const Register& month = m_table->month();
        switch (month.days.state(chosen, m_session.database.clock().today())) {
        case DayState::closed:
            return _("no school day of this class");
        case DayState::not_met:
            return fill(_("the class did not meet: {1}"), {widgets::wx(month.reasons.at(chosen))});
        case DayState::taken:
            return _("taken; an empty cell is present");
        case DayState::not_recorded:
            return _("not recorded; type a mark, or press All present");
        case DayState::ahead:
            break;
        }
        return _("still to come; an absence can be announced");
    }

    office::Session& m_session;
    std::unique_ptr<MonthTable> m_table;
    wxPanel* m_choices = nullptr;
    MonthChoice* m_choice = nullptr;
    widgets::RegisterGrid* m_grid = nullptr;
    wxStaticText* m_day = nullptr;
    widgets::EmptyState* m_empty = nullptr;
};

} // namespace

widgets::PageEntry register_page(office::Session& session) {
    return {.id = "attendance",
            .label = _("Attendance"),
            .icon = "attendance",
            .create = [&session](wxWindow* parent) { return new RegisterPage(parent, session); }};
}

} // namespace attendance
