// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/date_field.hpp"

#include "core/date_text.hpp"
#include "core/numerals.hpp"
#include "widgets/accessible.hpp"
#include "widgets/field_history.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/popupwin.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/translation.h>

#include <array>

namespace widgets {

namespace {

core::Day today_here() {
    return core::day_in_cambodia(core::SystemClock{}.now());
}

// One month of buttons under the field. Days are ordinary buttons, so the keyboard and readers can use them.
class CalendarPopup final : public wxPopupTransientWindow {
  public:
    CalendarPopup(wxWindow* parent, core::Day shown, std::function<void(core::Day)> picked)
        : wxPopupTransientWindow(parent, wxBORDER_SIMPLE | wxPU_CONTAINS_CONTROLS)
        , m_month(core::month_of(shown))
        , m_marked(shown)
        , m_picked(std::move(picked)) {
        SetBackgroundColour(colour::paper);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        auto* top = new wxBoxSizer(wxHORIZONTAL);
        m_title = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                   wxALIGN_CENTRE_HORIZONTAL | wxST_NO_AUTORESIZE);
        top->Add(arrow("previous", _("Previous month"), std::chrono::months{-1}));
        m_title->SetFont(strong_font(*this));
        // Khmer has the longest names of months: the window is as wide as they need.
        m_title->SetMinSize(wxSize(text_room(*this, 170), row_height(*this)));
        top->Add(m_title, 1, wxALIGN_CENTRE_VERTICAL);
        top->Add(arrow("next", _("Next month"), std::chrono::months{1}));
        rows->Add(top, 0, wxEXPAND | wxALL, FromDIP(space::hair));
        auto* grid = new wxGridSizer(7, 0, 0);
        for (unsigned weekday = 1; weekday <= 7; ++weekday) {
            auto* name = new wxStaticText(this, wxID_ANY, weekday_letters(weekday));
            name->SetForegroundColour(colour::muted);
            grid->Add(name, 0, wxALIGN_CENTRE);
        }
        for (auto& button : m_days) {
            button = new wxButton(this, wxID_ANY, "00", wxDefaultPosition, FromDIP(wxSize(34, 32)),
                                  wxBU_EXACTFIT | wxBORDER_NONE);
            button->SetMinSize(text_room(*this, 34, 32));
            dress(*button, Part::flat_button);
            grid->Add(button, 0, wxEXPAND);
        }
        rows->Add(grid, 0, wxEXPAND | wxALL, FromDIP(space::hair));
        SetSizer(rows);
        show_month();
    }

  private:
    wxButton* arrow(const char* icon_name, const wxString& spoken, std::chrono::months step) {
        auto* button =
            new wxButton(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
        button->SetBitmap(icon(icon_name, 16));
        dress(*button, Part::flat_button);
        name_control(*button, std::string("calendar.") + icon_name, spoken);
        button->Bind(wxEVT_BUTTON, [this, step](wxCommandEvent&) {
            m_month += step;
            show_month();
        });
        return button;
    }

    void show_month() {
        m_title->SetLabelText(shown(m_month));
        const auto first = std::chrono::sys_days{core::first_day(m_month)} -
                           std::chrono::days{core::iso_weekday(core::first_day(m_month)) - 1};
        for (std::size_t i = 0; i < m_days.size(); ++i) {
            const core::Day day{first + std::chrono::days{i}};
            wxButton* button = m_days[i];
            button->SetLabel(number(static_cast<unsigned>(day.day())));
            button->SetForegroundColour(core::month_of(day) != m_month ? colour::muted
                                        : day == m_marked              ? colour::accent
                                                                       : colour::ink);
            button->SetFont(day == m_marked ? strong_font(*this) : GetFont());
            name_control(*button, "calendar.day." + core::to_iso(day), shown(day));
            button->Unbind(wxEVT_BUTTON, &CalendarPopup::take, this);
            button->Bind(wxEVT_BUTTON, &CalendarPopup::take, this);
        }
        Fit();
    }

    void take(wxCommandEvent& event) {
        const auto first = std::chrono::sys_days{core::first_day(m_month)} -
                           std::chrono::days{core::iso_weekday(core::first_day(m_month)) - 1};
        for (std::size_t i = 0; i < m_days.size(); ++i)
            if (m_days[i] == event.GetEventObject()) m_picked(core::Day{first + std::chrono::days{i}});
        Dismiss();
    }

    core::Month m_month;
    core::Day m_marked;
    std::function<void(core::Day)> m_picked;
    wxStaticText* m_title = nullptr;
    std::array<wxButton*, 42> m_days{};
};

} // namespace

DateField::DateField(wxWindow* parent, std::string_view id, const wxString& label, Kind kind)
    : wxPanel(parent)
    , m_kind(kind)
    , m_text(new wxTextCtrl(this, wxID_ANY)) {
    keep_history(*m_text);
    m_text->SetMinSize(wxSize(text_room(*this, 130), row_height(*this) + FromDIP(space::small)));
    // TRANSLATORS: how a date is typed: day, month, year.
    m_text->SetHint(kind == Kind::day ? _("dd/mm/yyyy") : _("dd/mm/yyyy, or the year alone"));
    name_control(*m_text, id, label);
    auto* pick = new wxButton(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT);
    pick->SetBitmap(icon("calendar", 16));
    name_control(*pick, std::string(id) + ".calendar", fill(_("Calendar: {1}"), {label}));
    pick->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { open_calendar(); });
    // Whoever fills forms all morning goes from field to field; the calendar opens from inside the field.
    pick->SetCanFocus(false);
    m_text->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const bool down = event.AltDown() && event.GetKeyCode() == WXK_DOWN;
        if (down || event.GetKeyCode() == WXK_F4)
            open_calendar();
        else
            event.Skip();
    });
    m_text->Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        event.Skip();
        tell_understood();
    });
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(m_text, 1, wxEXPAND | wxRIGHT, FromDIP(2));
    row->Add(pick, 0, wxEXPAND);
    SetSizer(row);
}

void DateField::set(std::optional<core::Day> day) {
    m_text->ChangeValue(day ? shown(*day) : wxString());
    tell_understood();
}

void DateField::set(const std::optional<core::PartialDate>& date) {
    m_text->ChangeValue(date ? shown(*date) : wxString());
    tell_understood();
}

void DateField::set_typed(const wxString& text) {
    m_text->ChangeValue(text);
    tell_understood();
}

wxString DateField::understood() const {
    const auto date = partial();
    if (!date) return {};
    const wxString words = in_words(*date);
    if (m_kind == Kind::day) {
        const bool plain = core::to_latin_digits(typed(m_text->GetValue())) == utf8(shown(*date));
        return plain || !date->full() ? wxString() : words;
    }
    // The age shows a wrong century or a day and month swapped better than the date does.
    const auto age = static_cast<unsigned>(core::age_on(*date, today_here()));
    return fill(wxPLURAL("{1}, {2} year old", "{1}, {2} years old", age), {words, number(age)});
}

void DateField::on_understood(std::function<void(const wxString&)> tell) {
    m_tell_understood = std::move(tell);
    tell_understood();
}

void DateField::tell_understood() {
    if (m_tell_understood) m_tell_understood(understood());
}

bool DateField::empty() const {
    return typed(m_text->GetValue()).empty();
}

core::Expected<core::PartialDate> DateField::partial() const {
    const std::string text = typed(m_text->GetValue());
    if (text.empty()) return core::fail({"date.empty"});
    // A birth is past; a class or a holiday may lie ahead, but a typed "99" is not 2099.
    const core::Day today = today_here();
    const core::Day latest =
        m_kind == Kind::partial ? today : core::last_day(core::month_of(today) + std::chrono::years{20});
    return core::read_date(text, latest).map([](const core::DateReading& reading) { return reading.date; });
}

core::Expected<core::Day> DateField::day() const {
    const auto date = partial();
    if (!date) return tl::make_unexpected(date.error());
    if (!date->full())
        return core::fail(core::Error{"date.incomplete"}.with("text", typed(m_text->GetValue())));
    return date->day;
}

void DateField::SetFocus() {
    m_text->SetFocus();
    m_text->SelectAll();
}

void DateField::open_calendar() {
    const auto now = day();
    auto* popup = new CalendarPopup(this, now.value_or(today_here()), [this](core::Day picked) {
        set(picked);
        m_text->SetFocus();
        // Picking is typing: whoever listens to the field hears of it.
        wxCommandEvent changed(wxEVT_TEXT, m_text->GetId());
        changed.SetEventObject(m_text);
        m_text->GetEventHandler()->ProcessEvent(changed);
    });
    popup->Position(m_text->GetScreenPosition(), m_text->GetSize());
    popup->Popup();
}

wxString shown(core::Day day) {
    return figure(wxString::Format("%02u/%02u/%04d", static_cast<unsigned>(day.day()),
                                   static_cast<unsigned>(day.month()), static_cast<int>(day.year())));
}

wxString shown(core::Moment moment) {
    using namespace std::chrono;
    const auto local = moment + hours{7};
    const hh_mm_ss clock{local - floor<days>(local)};
    return shown(core::day_in_cambodia(moment)) +
           figure(wxString::Format(" %02d:%02d", static_cast<int>(clock.hours().count()),
                                   static_cast<int>(clock.minutes().count())));
}

wxString shown(const core::PartialDate& date) {
    const int year = static_cast<int>(date.day.year());
    switch (date.precision) {
    case core::Precision::day:
        return shown(date.day);
    case core::Precision::month:
        return figure(wxString::Format("%02u/%04d", static_cast<unsigned>(date.day.month()), year));
    case core::Precision::year:
        return figure(wxString::Format("%04d", year));
    case core::Precision::about:
        return figure(wxString::Format("~%04d", year));
    }
    return {};
}

wxString in_words(const core::PartialDate& date) {
    const wxString year = number(static_cast<int>(date.day.year()));
    switch (date.precision) {
    case core::Precision::day:
        // TRANSLATORS: a day in words: {1} the day, {2} the month's name, {3} the year.
        return fill(_("{1} {2} {3}"), {number(static_cast<unsigned>(date.day.day())),
                                       month_name(static_cast<unsigned>(date.day.month())), year});
    case core::Precision::month:
        return shown(core::month_of(date.day));
    case core::Precision::year:
        // TRANSLATORS: a birth of which only the year is known.
        return fill(_("the year {1}"), {year});
    case core::Precision::about:
        // TRANSLATORS: a birth about a year.
        return fill(_("about {1}"), {year});
    }
    return {};
}

wxString shown(core::Month month) {
    // TRANSLATORS: a month: {1} its name, {2} the year.
    return fill(wxGETTEXT_IN_CONTEXT("month", "{1} {2}"),
                {month_name(static_cast<unsigned>(month.month())), number(static_cast<int>(month.year()))});
}

wxString month_name(unsigned month) {
    switch (month) {
    case 1:
        return _("January");
    case 2:
        return _("February");
    case 3:
        return _("March");
    case 4:
        return _("April");
    case 5:
        return _("May");
    case 6:
        return _("June");
    case 7:
        return _("July");
    case 8:
        return _("August");
    case 9:
        return _("September");
    case 10:
        return _("October");
    case 11:
        return _("November");
    case 12:
        return _("December");
    default:
        return {};
    }
}

wxString weekday_name(unsigned iso_weekday) {
    switch (iso_weekday) {
    case 1:
        return _("Monday");
    case 2:
        return _("Tuesday");
    case 3:
        return _("Wednesday");
    case 4:
        return _("Thursday");
    case 5:
        return _("Friday");
    case 6:
        return _("Saturday");
    case 7:
        return _("Sunday");
    default:
        return {};
    }
}

wxString weekday_letters(unsigned iso_weekday) {
    // TRANSLATORS: weekdays in as few letters as a narrow column holds.
    switch (iso_weekday) {
    case 1:
        return _("Mo");
    case 2:
        return _("Tu");
    case 3:
        return _("We");
    case 4:
        return _("Th");
    case 5:
        return _("Fr");
    case 6:
        return _("Sa");
    case 7:
        return _("Su");
    default:
        return {};
    }
}

} // namespace widgets
