// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/ui/holiday_panel.hpp"

#include "office/holiday_store.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

namespace office {

HolidayPanel::HolidayPanel(wxWindow* parent, Session& session, widgets::CommandList& commands)
    : wxPanel(parent)
    , m_session(session)
    , m_list(new widgets::DataList(this, "holidays", _("Holidays"),
                                   {{.title = _("Day"), .width = 110},
                                    {.title = _("Weekday"), .width = 110},
                                    {.title = _("Name in Khmer"), .width = 240, .grows = true},
                                    {.title = _("Name in Latin letters"), .width = 200, .grows = true},
                                    // TRANSLATORS: the decree that made a day a holiday.
                                    {.title = _("Decree"), .width = 270}})) {
    const auto one = [this] { return IsShownOnScreen() && m_list->selected().has_value(); };
    commands.add({.id = "holiday.add",
                  .label = _("New &holiday..."),
                  .help = _("A day on which no class meets"),
                  .icon = "add",
                  .run = [this] { edit(nullptr); }});
    commands.add({.id = "holiday.edit",
                  .label = _("Edit holiday..."),
                  .help = _("Change what the selected day is called"),
                  .icon = "edit",
                  .run = [this] { edit(&m_holidays[*m_list->selected()]); },
                  .allowed = one});
    commands.add({.id = "holiday.remove",
                  .label = _("Remove holiday"),
                  .help = _("Classes meet on the selected day"),
                  .icon = "close",
                  .run = [this] { remove(); },
                  .allowed = one});
    m_list->on_open([this](std::size_t row) { edit(&m_holidays[row]); });
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    for (const char* id : {"holiday.add", "holiday.edit", "holiday.remove"})
        buttons->Add(commands.make_button(this, id), 0, wxRIGHT, FromDIP(widgets::space::small));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(buttons, 0, wxTOP | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_list, 1, wxEXPAND);
    SetSizer(rows);
}

void HolidayPanel::refresh() {
    using namespace std::chrono;
    m_holidays = holidays_between(m_session.database, core::Day{year{1990}, January, day{1}},
                                  core::Day{year{2200}, December, day{31}});
    m_list->set_rows(m_holidays.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
        const Holiday& holiday = m_holidays[row];
        switch (column) {
        case 0:
            return {widgets::shown(holiday.day)};
        case 1:
            return {widgets::weekday_name(core::iso_weekday(holiday.day)), widgets::Tone::muted};
        case 2:
            return {widgets::wx(holiday.name_km)};
        case 3:
            return {widgets::wx(holiday.name)};
        default:
            return {widgets::wx(holiday.source), widgets::Tone::muted};
        }
    });
    // The year one lives in comes to the eye first.
    const core::Day today = m_session.database.clock().today();
    for (std::size_t row = 0; row < m_holidays.size(); ++row)
        if (m_holidays[row].day >= today) {
            m_list->select(row);
            break;
        }
}

void HolidayPanel::edit(const Holiday* known) {
    const Holiday before = known ? *known : Holiday{};
    widgets::FormDialog dialog(this, "holiday", known ? _("Holiday") : _("New holiday"), _("Save"));
    auto* form = new widgets::Form(dialog.body(), 1);
    auto* day = form->add_date("holiday.day", _("Day"));
    if (known) day->set(before.day);
    auto* name_km = form->add_text("holiday.name_km", _("Name in Khmer"), before.name_km);
    auto* name = form->add_text("holiday.name", _("Name in Latin letters"), before.name);
    auto* source = form->add_text("holiday.source", _("Decree"), before.source);
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.on_accept([&] {
        form->forget_complaints();
        const auto typed_day = day->day();
        if (!typed_day) form->complain(day, m_session.sentence(typed_day.error()));
        const Holiday holiday{.day = typed_day.value_or(core::Day{}),
                              .name_km = widgets::typed(name_km->GetValue()),
                              .name = widgets::typed(name->GetValue()),
                              .source = widgets::typed(source->GetValue())};
        if (holiday.name_km.empty()) form->complain(name_km, _("Say in Khmer what the day is called."));
        if (!typed_day || holiday.name_km.empty()) return false;
        storage::Transaction tx(m_session.database, m_session.actor);
        core::Expected<void> done;
        if (known && before.day != holiday.day)
            if (const auto removed = remove_holiday(tx, before.day); !removed)
                done = core::fail(removed.error());
        if (done) done = set_holiday(tx, holiday);
        if (!done) {
            form->complain(day, m_session.sentence(done.error()));
            return false;
        }
        tx.commit();
        return true;
    });
    dialog.fit(440);
    if (dialog.ShowModal() == wxID_OK) refresh();
}

void HolidayPanel::remove() {
    const Holiday holiday = m_holidays[*m_list->selected()];
    if (!widgets::ask(
            this, _("Remove holiday"),
            widgets::fill(_("{1} becomes a day on which classes meet. Rates of open classes follow."),
                          {widgets::shown(holiday.day)}),
            _("Remove")))
        return;
    storage::Transaction tx(m_session.database, m_session.actor);
    if (const auto removed = remove_holiday(tx, holiday.day); !removed) {
        widgets::tell(this, _("Remove holiday"), m_session.sentence(removed.error()));
        return;
    }
    tx.commit();
    refresh();
}

} // namespace office
