// SPDX-License-Identifier: GPL-3.0-or-later
// A day typed as dd/mm/yyyy in Khmer or Latin digits, as a year, or with the months' names, with a calendar
// to pick from.
#pragma once

#include "core/clock.hpp"
#include "core/date.hpp"
#include "core/expected.hpp"

#include <wx/panel.h>

#include <functional>
#include <optional>
#include <string_view>

class wxTextCtrl;

namespace widgets {

class DateField : public wxPanel {
  public:
    // partial: a birth date, of which a year alone or "about" a year may be known.
    enum class Kind { day, partial };
    DateField(wxWindow* parent, std::string_view id, const wxString& label, Kind kind);

    void set(std::optional<core::Day> day);
    void set(const std::optional<core::PartialDate>& date);
    // Puts back what someone was typing.
    void set_typed(const wxString& text);

    bool empty() const;
    // What stands in the field, or the error of core::read_date; also date.empty, and date.incomplete {text}
    // where a whole day is needed.
    core::Expected<core::Day> day() const;
    core::Expected<core::PartialDate> partial() const;

    // How what stands in the field is understood, in words ("12 April 2015, 10 years old", "about 2015");
    // empty while it is no date, and where the words would only repeat a plain day.
    wxString understood() const;
    // Called with understood() at each change, typed or set.
    void on_understood(std::function<void(const wxString&)> tell);

    wxTextCtrl& text() { return *m_text; }
    void SetFocus() override;

  private:
    void open_calendar();
    void tell_understood();
    Kind m_kind;
    wxTextCtrl* m_text;
    std::function<void(const wxString&)> m_tell_understood;
};

// "17/12/2025"; a partial date shows what is known: "12/2004", "2004", "~2004".
wxString shown(core::Day day);
// The day and the time in Cambodia: "17/12/2025 09:30".
wxString shown(core::Moment moment);
wxString shown(const core::PartialDate& date);
// The same in words: "17 December 2025", "December 2004", "2004", "about 2004".
wxString in_words(const core::PartialDate& date);

// The month's name, 1 to 12, and the weekday's, Monday 1 to Sunday 7, in the language of the screen.
wxString month_name(unsigned month);
wxString weekday_name(unsigned iso_weekday);
wxString weekday_letters(unsigned iso_weekday);
// "December 2025"
wxString shown(core::Month month);

} // namespace widgets
