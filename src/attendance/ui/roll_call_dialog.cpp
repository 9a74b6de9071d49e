// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/roll_call_dialog.hpp"

#include "attendance/ui/mark_words.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace attendance {
namespace {

using widgets::number;

class RollCallDialog final : public wxDialog {
  public:
    RollCallDialog(wxWindow* parent, const office::Session& session, Sitting& sitting, const Letters& letters,
                   Register& shown, core::Day day)
        : wxDialog(parent, wxID_ANY, _("Roll call"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_sitting(sitting)
        , m_letters(letters)
        , m_register(shown)
        , m_day(day)
        , m_messages(new widgets::MessageBar(this)) {
        for (std::size_t row = 0; row < shown.rows.size(); ++row)
            if (shown.rows[row].enrolled.has(day)) m_rows.push_back(row);
        SetName("roll-call");
        SetBackgroundColour(widgets::colour::ground);
        make_rows();
        SetSize(widgets::text_room(*this, 760, 560));
        CentreOnParent();
        m_list->set_rows(m_rows.size(),
                         [this](std::size_t row, std::size_t column) { return cell(row, column); });
        tell_count();
        Bind(wxEVT_CHAR_HOOK, &RollCallDialog::take_key, this);
        // Once it is on the screen.
        CallAfter([this] { m_list->focus_list(); });
    }

  private:
    void make_rows() {
        const wxString day = widgets::weekday_name(core::iso_weekday(m_day)) + " " + widgets::shown(m_day);
        auto* heading = new wxStaticText(this, wxID_ANY, day);
        heading->SetFont(widgets::strong_font(*this));
        // TRANSLATORS: the keys of the roll call; the letters are those of the register
        auto* keys = new wxStaticText(
            this, wxID_ANY, _("Enter present, P with permission, A without, L late, 4 and 5 half a day"));
        keys->SetForegroundColour(widgets::colour::muted);
        m_list = new widgets::DataList(this, "roll-call.list", widgets::fill(_("Roll call of {1}"), {day}),
                                       {{.title = _("No."), .width = 50, .right = true},
                                        {.title = _("Learner"), .width = 240, .grows = true},
                                        {.title = _("Sex"), .width = 70},
                                        {.title = _("Attendance"), .width = 290}});
        m_count = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                   wxST_ELLIPSIZE_END);
        auto* close = new wxButton(this, wxID_ANY, _("Close"));
        widgets::name_control(*close, "roll-call.close", _("Close"));
        close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { EndModal(wxID_CLOSE); });
        SetEscapeId(close->GetId());
        const int gap = FromDIP(widgets::space::medium);
        auto* foot = new wxBoxSizer(wxHORIZONTAL);
        foot->Add(m_count, 1, wxALIGN_CENTRE_VERTICAL);
        foot->Add(close);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_messages, 0, wxEXPAND);
        rows->Add(heading, 0, wxLEFT | wxRIGHT | wxTOP, gap);
        rows->Add(keys, 0, wxLEFT | wxRIGHT, gap);
        rows->Add(m_list, 1, wxEXPAND | wxALL, gap);
        rows->Add(foot, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
        SetSizer(rows);
    }

    const RegisterRow& learner(std::size_t row) const { return m_register.rows[m_rows[row]]; }

    widgets::Cell cell(std::size_t row, std::size_t column) const {
        switch (column) {
        case 0:
            return {number(static_cast<long long>(m_rows[row]) + 1), widgets::Tone::muted};
        case 1:
            return {office::shown_name(m_session, learner(row).learner)};
        case 2:
            return {learner(row).learner.sex == core::Sex::female ? _("Female") : _("Male")};
        default:
            break;
        }
        const Mark mark = learner(row).marks.on(m_day);
        if (mark == Mark::none)
            return m_register.days.taken.has(m_day)
                       ? widgets::Cell{in_words(mark), widgets::Tone::good}
                       : widgets::Cell{_("Not recorded"), widgets::Tone::warning};
        const bool away = mark == Mark::absent || mark == Mark::half_absent;
        return {shown(mark) + "  " + in_words(mark), away ? widgets::Tone::bad : widgets::Tone::info};
    }

    void take_key(wxKeyEvent& event) {
        const int code = event.GetKeyCode();
        const wxChar key = event.GetUnicodeKey();
        const bool enter = code == WXK_RETURN || code == WXK_NUMPAD_ENTER || code == WXK_SPACE;
        const bool erase = code == WXK_DELETE || code == WXK_BACK || code == WXK_NUMPAD_DELETE;
        const bool letter = key != WXK_NONE && key > WXK_SPACE && key != WXK_DELETE;
        // The buttons keep their own keys.
        const bool in_list = m_list->IsDescendant(FindFocus());
        if (!in_list || event.HasModifiers() || !m_list->selected() || !(enter || erase || letter))
            return event.Skip();
        const auto mark =
            enter || erase ? std::optional{Mark::none} : mark_from_key(static_cast<char32_t>(key), m_letters);
        if (mark)
            write(*m_list->selected(), *mark, !erase);
        else
            m_messages->tell(widgets::Tone::warning,
                             m_session.sentence(core::Error{"attendance.unknown-letter"}.with(
                                 "text", widgets::utf8(wxString(key)))));
    }

    void write(std::size_t row, Mark mark, bool go_on) {
        const auto done =
            m_sitting.set_cells(m_register.taught.id, {{learner(row).learner.enrolment.id, m_day, mark}});
        if (!done || !done->refused.empty()) {
            m_messages->tell(widgets::Tone::bad,
                             m_session.sentence(done ? done->refused.front().why : done.error()));
            return;
        }
        m_messages->dismiss();
        apply(m_register, done->change);
        // A day that was taken by it reads otherwise for everybody.
        for (std::size_t other = 0; other < m_rows.size(); ++other)
            if (other == row || !done->change.days.empty()) m_list->row_changed(other);
        tell_count();
        if (!go_on) return;
        if (const auto next = m_list->below(row)) m_list->select(*next);
    }

    void tell_count() {
        int away = 0;
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            const Mark mark = learner(row).marks.on(m_day);
            away += mark == Mark::permission || mark == Mark::absent ? 1 : 0;
        }
        const int all = static_cast<int>(m_rows.size());
        const wxString text = m_register.days.taken.has(m_day)
                                  ? widgets::fill(_("{1} of {2} present"), {number(all - away), number(all)})
                                  : wxString(_("Nobody recorded this day yet."));
        m_count->SetLabelText(text);
        widgets::name_control(*m_count, "roll-call.count", text);
        Layout();
    }

    const office::Session& m_session;
    Sitting& m_sitting;
    const Letters& m_letters;
    Register& m_register;
    core::Day m_day;
    std::vector<std::size_t> m_rows; // of the register
    widgets::MessageBar* m_messages;
    widgets::DataList* m_list = nullptr;
    wxStaticText* m_count = nullptr;
};

} // namespace

void call_roll(wxWindow* parent, const office::Session& session, Sitting& sitting, const Letters& letters,
               Register& shown, core::Day day) {
    RollCallDialog dialog(parent, session, sitting, letters, shown, day);
    dialog.ShowModal();
}

} // namespace attendance
