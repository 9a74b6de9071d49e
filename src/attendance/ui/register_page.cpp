// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/register_page.hpp"

#include "attendance/ui/follow_up_dialog.hpp"
#include "attendance/ui/month_choice.hpp"
#include "attendance/ui/rates_dialog.hpp"
#include "attendance/ui/register_panel.hpp"
#include "office/office_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace attendance {
namespace {

using widgets::fill;
using widgets::number;

constexpr std::string_view reading_key = "attendance.reading";

class RegisterPage final : public widgets::Page {
  public:
    RegisterPage(wxWindow* parent, office::Session& session, MakeRegisters sheets)
        : Page(parent, "attendance", _("Attendance"))
        , m_session(session)
        , m_sheets(std::move(sheets)) {
        make_commands();
        show_buttons({"attendance.rates", "attendance.follow-up", "attendance.not-met",
                      "attendance.roll-call", "attendance.all-present"});
        m_choices = new wxPanel(this);
        m_choices->SetSizer(make_choices(m_choices));
        body().Add(m_choices, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
        m_panel = new RegisterPanel(this, session, messages());
        m_panel->on_change([this] { tell_totals(); });
        m_panel->on_go([this](classes::ClassId id, core::Month month) {
            m_choice->choose(id, month);
            show_month();
        });
        body().Add(m_panel, 1, wxEXPAND);
        m_empty = new widgets::EmptyState(this, "attendance", _("No class yet"),
                                          _("Open a class and enrol its learners; its register then stands "
                                            "here, month by month."));
        m_empty->add_button(commands().make_button(m_empty, "attendance.classes"));
        body().Add(m_empty, 1, wxEXPAND);
    }

    void refresh() override {
        m_choice->refresh();
        const Reading reading =
            reading_from_text(office::setting(m_session.database, reading_key).value_or(""));
        m_reading->SetSelection(static_cast<int>(reading));
        m_panel->read_along(reading);
        show_month();
    }

    wxWindow* first_control() override { return m_panel->month() ? m_panel->grid() : nullptr; }

    void open(std::string_view what) override {
        const std::string text{what};
        // What the start page leads to; the window comes once the page is there.
        if (text == "low-rates")
            return CallAfter([this] {
                m_follow_up_over = FollowUpOver::school_year;
                commands().run("attendance.follow-up");
                m_follow_up_over = FollowUpOver::month;
            });
        if (text == "rates") return CallAfter([this] { commands().run("attendance.rates"); });
        const auto space = text.find(' ');
        const auto month =
            space == std::string::npos ? std::nullopt : core::month_from_iso(text.substr(space + 1));
        m_choice->choose(classes::ClassId{std::strtoll(text.c_str(), nullptr, 10)}, month);
        show_month();
    }

    std::string shown() const override {
        const auto chosen = m_choice->chosen();
        return chosen ? std::to_string(static_cast<std::int64_t>(*chosen)) + " " +
                            core::to_iso(m_choice->month())
                      : std::string();
    }

  private:
    void make_commands() {
        const auto here = [this] { return m_panel->month() != nullptr; };
        const auto on_day = [this] { return m_panel->takes_marks(); };
        const auto on_cell = [this] { return m_panel->takes_marks() && !m_panel->month()->rows.empty(); };
        commands().add({.id = "attendance.sheets",
                        .label = _("S&heets for centres..."),
                        .help = _("A register to fill in, as a workbook or on paper"),
                        .icon = "print",
                        .run = [this] { m_sheets(this, *m_choice->chosen(), m_choice->month()); },
                        .allowed = here});
        commands().add({.id = "attendance.follow-up",
                        .label = _("&Follow up..."),
                        .help = _("Who comes too seldom or stays away, and what nobody recorded"),
                        .icon = "search",
                        .run = [this] { follow_up(); },
                        .allowed = here});
        commands().add({.id = "attendance.rates",
                        .label = _("&Rates..."),
                        .help = _("Attendance rates by class, month, sex, institution or district"),
                        .run = [this] { show_rates(this, m_session, m_choice->month()); },
                        .allowed = here});
        commands().add({.id = "attendance.absence",
                        .label = _("A&bsence..."),
                        .help = _("Write an absence over several days for the learner under the cursor"),
                        .shortcut = "Ctrl+B",
                        .icon = "edit",
                        .run = [this] { m_panel->write_absence(); },
                        .allowed = on_cell});
        commands().add({.id = "attendance.not-met",
                        .label = _("&Did not meet..."),
                        .help = _("The class did not meet on the day under the cursor"),
                        .icon = "close",
                        .run = [this] { m_panel->write_not_met(); },
                        .allowed = on_day});
        commands().add({.id = "attendance.forget",
                        .label = _("Not &recorded"),
                        .help = _("Take back that the day under the cursor was taken or not met"),
                        .run = [this] { m_panel->forget_day(); },
                        .allowed = on_day});
        commands().add({.id = "attendance.roll-call",
                        .label = _("Roll ca&ll of the day..."),
                        .help = _("The day under the cursor as a list: a key sets a mark and goes on"),
                        .shortcut = "Ctrl+L",
                        .icon = "learners",
                        .run = [this] { m_panel->call_roll(); },
                        .allowed = [this] { return m_panel->day_has_come(); }});
        commands().add({.id = "attendance.all-present",
                        .label = _("All &present"),
                        .help = _("Take the days that are selected: whoever has no mark was present"),
                        .shortcut = "Ctrl+P",
                        .icon = "check",
                        .run = [this] { m_panel->take_days(); },
                        .allowed = on_day,
                        .rank = widgets::Rank::primary});
        add_editing(on_day);
        commands().add({.id = "attendance.before",
                        .label = _("Month &before"),
                        .help = _("Show the month before"),
                        .shortcut = "Ctrl+PageUp",
                        .icon = "previous",
                        .run = [this] { turn(std::chrono::months{-1}); }});
        commands().add({.id = "attendance.after",
                        .label = _("Month &after"),
                        .help = _("Show the month after"),
                        .shortcut = "Ctrl+PageDown",
                        .icon = "next",
                        .run = [this] { turn(std::chrono::months{1}); }});
        commands().add({.id = "attendance.classes",
                        .label = _("Go to &classes"),
                        .help = _("Open a class and enrol learners"),
                        .icon = "classes",
                        .run = [this] { m_session.go("classes", {}); },
                        .rank = widgets::Rank::primary});
    }

    void add_editing(const std::function<bool()>& on_day) {
        const auto in_grid = [this] { return m_panel->month() && !m_panel->month()->rows.empty(); };
        commands().add({.id = "attendance.copy-day",
                        .label = _("Cop&y a day..."),
                        .help = _("Write the marks of another day on the day under the cursor"),
                        .shortcut = "Ctrl+Shift+C",
                        .run = [this] { m_panel->copy_day(); },
                        .allowed = on_day});
        commands().add({.id = "attendance.reading",
                        .label = _("&Turn the reading"),
                        .help = _("After a mark the cursor goes down the day, or along the row"),
                        .shortcut = "Ctrl+D",
                        .run = [this] { choose_reading(1 - m_reading->GetSelection()); }});
        commands().add({.id = "attendance.undo",
                        .label = _("&Undo"),
                        .help = _("Take back what was written last in the registers"),
                        .shortcut = "Ctrl+Z",
                        .icon = "undo",
                        .run = [this] { m_panel->undo(); },
                        .allowed = [this] { return m_panel->month() && m_panel->may_undo(); }});
        commands().add({.id = "attendance.copy",
                        .label = _("&Copy cells"),
                        .help = _("Copy the marks that are selected, for a spreadsheet"),
                        .shortcut = "Ctrl+C",
                        .run = [this] { m_panel->copy(); },
                        .allowed = in_grid});
        commands().add({.id = "attendance.paste",
                        .label = _("&Paste cells"),
                        .help = _("Write the cells of a spreadsheet from the cell under the cursor on"),
                        .shortcut = "Ctrl+V",
                        .run = [this] { m_panel->paste(); },
                        .allowed = in_grid});
    }

    wxSizer* make_choices(wxWindow* parent) {
        m_choice = new MonthChoice(parent, m_session);
        m_choice->on_change([this] { show_month(); });
        const int gap = FromDIP(widgets::space::small);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(m_choice, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
        row->Add(commands().make_button(parent, "attendance.sheets"), 0, wxRIGHT, 2 * gap);
        row->Add(commands().make_button(parent, "attendance.before"), 0, wxRIGHT, gap);
        row->Add(commands().make_button(parent, "attendance.after"), 0, wxRIGHT, 2 * gap);
        auto* label = new wxStaticText(parent, wxID_ANY, _("After a mark"));
        m_reading = new wxChoice(parent, wxID_ANY);
        m_reading->Append(_("down the day"));
        m_reading->Append(_("along the row"));
        m_reading->SetMinSize(wxSize(widgets::text_room(*this, 130), -1));
        widgets::name_control(*m_reading, "attendance.reading", _("After a mark"));
        m_reading->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { choose_reading(m_reading->GetSelection()); });
        row->Add(label, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, gap);
        row->Add(m_reading, 0, wxALIGN_CENTRE_VERTICAL);
        return row;
    }

    // The office keeps it: registers of one district are ruled alike.
    void choose_reading(int selection) {
        const auto reading = static_cast<Reading>(selection);
        m_reading->SetSelection(selection);
        m_panel->read_along(reading);
        storage::Transaction tx(m_session.database, m_session.actor);
        office::set_setting(tx, reading_key, to_text(reading));
        tx.commit();
    }

    void show_month() {
        const auto chosen = m_choice->chosen();
        m_choices->Show(chosen.has_value());
        offer_buttons(chosen.has_value());
        m_empty->Show(!chosen);
        m_panel->show(chosen, m_choice->month());
        if (!chosen) {
            m_totals.clear();
            set_subtitle({});
        }
        Layout();
    }

    void turn(std::chrono::months by) {
        if (!m_panel->month()) return;
        m_choice->turn(by);
        show_month();
    }

    void follow_up() {
        const auto wanted = show_follow_up(this, m_session, m_choice->month(), m_follow_up_over);
        if (!wanted) return;
        m_choice->choose(wanted->in, wanted->month);
        show_month();
    }

    void tell_totals() {
        const Register& month = *m_panel->month();
        Tally all;
        for (const RegisterRow& row : month.rows)
            all += row.tally;
        const auto present = rate(all, month.worths);
        const int missing = month.days.not_recorded(m_session.database.clock().today()).count();
        // How many learners there are stands in the closing line.
        wxString text = fill(_("{1} of {2} school days taken"),
                             {number(month.days.counted().count()), number(month.days.school().count())});
        if (missing > 0) text += ", " + fill(_("{1} not recorded"), {number(missing)});
        if (present)
            text += ", " + fill(_("attendance {1} %"), {widgets::figure(core::format_percent(*present))});
        if (text != m_totals) set_subtitle(text);
        m_totals = text;
    }

    office::Session& m_session;
    MakeRegisters m_sheets;
    wxPanel* m_choices = nullptr;
    MonthChoice* m_choice = nullptr;
    wxChoice* m_reading = nullptr;
    FollowUpOver m_follow_up_over = FollowUpOver::month;
    RegisterPanel* m_panel = nullptr;
    widgets::EmptyState* m_empty = nullptr;
    wxString m_totals;
};

} // namespace

widgets::PageEntry register_page(office::Session& session, MakeRegisters sheets) {
    return {.id = "attendance",
            .label = _("Attendance"),
            .icon = "attendance",
            .create = [&session, sheets = std::move(sheets)](wxWindow* parent) {
                return new RegisterPage(parent, session, sheets);
            }};
}

} // namespace attendance
