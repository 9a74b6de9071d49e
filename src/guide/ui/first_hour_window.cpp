// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/ui/first_hour_window.hpp"

#include "guide/first_hour.hpp"
#include "guide/labels.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/display.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/timer.h>
#include <wx/weakref.h>

#include <algorithm>

namespace guide {
namespace {

using widgets::space::medium;
using widgets::space::small;

constexpr int width = 380;
constexpr int height = 570;
constexpr int look_again_ms = 1500;

struct Words {
    wxString title;
    wxString how; // with the {…} of topic.hpp
};

Words words_of(std::string_view step) {
    // TRANSLATORS: the braces are filled with what a button is called; they stay as they are.
    if (step == "register")
        return {_("Register a learner"),
                _("Press {learner.add} and type a name, the sex and a year of birth. Invent somebody.")};
    if (step == "find")
        return {_("Find somebody and mend the telephone number"),
                _("Type a part of a name in the search, choose the row, then {learner.edit}.")};
    if (step == "enrol")
        return {_("Enrol the learner in a class"),
                _("Choose the learner you registered, then {learner.enrol}, and an open class.")};
    if (step == "attendance")
        return {
            _("Type a day of a register"),
            _("Go to a day and type A for somebody. Then {attendance.all-present}: the others were there.")};
    if (step == "score")
        return {_("Type a mark"), _("Choose an open class, go to an empty cell, type 7.5 and press Enter.")};
    if (step == "prepare")
        return {_("See who may be awarded"),
                _("Choose a closed class. Read the reasons, then {certificates.prepare}.")};
    if (step == "issue")
        return {_("Issue certificates"),
                _("Choose a class whose list is approved, then {certificates.issue}. Look at the papers.")};
    if (step == "return")
        return {_("Build the month's return"),
                _("Choose a month, read the findings, then {returns.build}. Open the workbook in Excel.")};
    return {_("Make a backup"), _("Press {backup.now}. Do it on a memory stick too: {backup.stick}.")};
}

class FirstHour final : public wxDialog {
  public:
    FirstHour(wxWindow* window, office::Session& session, std::function<bool()> busy)
        : wxDialog(window, wxID_ANY, _("Your first hour"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_busy(std::move(busy))
        , m_labels(session.language == widgets::Language::khmer ? wording::Language::khmer
                                                                : wording::Language::english)
        , m_steps(first_hour(session.database)) {
        SetName("first-hour");
        SetIcon(widgets::icon("srok", 48).GetIcon(wxSize(48, 48)));
        SetBackgroundColour(widgets::colour::ground);
        make_controls();
        SetSize(widgets::text_room(*this, width, height));
        // At the lower right, where it hides least.
        const wxRect room = wxDisplay(0U).GetClientArea();
        SetPosition(room.GetBottomRight() -
                    wxPoint(GetSize().x + FromDIP(medium), GetSize().y + FromDIP(medium)));
        widgets::on_leaving(*this, [this] { Destroy(); });
        m_timer.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look_again(); });
        m_timer.Start(look_again_ms);
        show_steps();
        m_list->select(next_step());
        tell_step();
    }

  private:
    void make_controls() {
        m_title = new wxStaticText(this, wxID_ANY, wxString());
        m_title->SetFont(widgets::strong_font(*this));
        widgets::name_control(*m_title, "first-hour.progress", wxString());
        m_list = new widgets::DataList(this, "first-hour.steps", _("Steps of the first hour"),
                                       {// TRANSLATORS: heading over the ticks of what was done
                                        {.title = _("Done"), .width = 54},
                                        {.title = _("Step"), .width = 250, .grows = true}});
        m_list->on_select([this] { tell_step(); });
        m_list->on_open([this](std::size_t row) { go(row); });
        m_how = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, FromDIP(wxSize(-1, 84)),
                                 wxST_NO_AUTORESIZE);
        auto* open = widgets::add_named_button(this, "first-hour.go", _("Go there"), [this] {
            if (const auto row = m_list->selected()) go(*row);
        });
        widgets::dress(*open, widgets::Part::primary_button);
        auto* away = widgets::add_named_button(this, "first-hour.away", _("Put away"), [this] { Destroy(); });
        away->SetToolTip(_("The Help menu brings it back"));
        auto* buttons = new wxBoxSizer(wxHORIZONTAL);
        buttons->Add(away, 0, wxRIGHT, FromDIP(small));
        buttons->AddStretchSpacer(1);
        buttons->Add(open, 0);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_title, 0, wxEXPAND | wxALL, FromDIP(medium));
        rows->Add(m_list, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(medium));
        rows->Add(m_how, 0, wxEXPAND | wxALL, FromDIP(medium));
        rows->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(medium));
        SetSizer(rows);
    }

    // The first that is not done yet; the last where all are.
    std::size_t next_step() const {
        const auto next =
            std::find_if(m_steps.begin(), m_steps.end(), [](const HourStep& one) { return !one.done; });
        return std::min(static_cast<std::size_t>(next - m_steps.begin()), m_steps.size() - 1);
    }

    void show_steps() {
        const auto done =
            std::count_if(m_steps.begin(), m_steps.end(), [](const HourStep& one) { return one.done; });
        const bool all = done == static_cast<std::ptrdiff_t>(m_steps.size());
        const wxString words = all ? _("Everything was tried. You know your way now.")
                                   : widgets::fill(_("{1} of {2} done"),
                                                   {widgets::number(done),
                                                    widgets::number(static_cast<long long>(m_steps.size()))});
        m_title->SetLabel(words);
        widgets::name_control(*m_title, "first-hour.progress", words);
        m_list->quietly([&] {
            const auto row = m_list->selected();
            m_list->set_rows(m_steps.size(), [this](std::size_t at, std::size_t column) {
                const HourStep& step = m_steps[at];
                if (column == 1)
                    return widgets::Cell{words_of(step.id).title,
                                         step.done ? widgets::Tone::muted : widgets::Tone::plain};
                return widgets::Cell{step.done ? widgets::wx("✓") : wxString(), widgets::Tone::good};
            });
            if (row) m_list->select(*row);
        });
    }

    void tell_step() {
        const auto row = m_list->selected();
        if (!row) return;
        const wxString how = widgets::wx(m_labels.fill(widgets::utf8(words_of(m_steps[*row].id).how)));
        m_how->SetLabel(
            widgets::wrapped(how, FromDIP(width - 2 * medium) - FromDIP(medium),
                             [this](const wxString& text) { return m_how->GetTextExtent(text).x; }));
    }

    void go(std::size_t row) { m_session.go(m_steps[row].page, m_steps[row].what); }

    // What was done since; a step that is done gives way to the next.
    void look_again() {
        if (m_busy()) return;
        std::vector<HourStep> now = first_hour(m_session.database);
        const bool changed =
            !std::equal(now.begin(), now.end(), m_steps.begin(), m_steps.end(),
                        [](const HourStep& a, const HourStep& b) { return a.done == b.done; });
        if (!changed) return;
        m_steps = std::move(now);
        show_steps();
        m_list->select(next_step());
        tell_step();
    }

    office::Session& m_session;
    std::function<bool()> m_busy;
    Labels m_labels;
    std::vector<HourStep> m_steps;
    wxTimer m_timer;
    wxStaticText* m_title = nullptr;
    widgets::DataList* m_list = nullptr;
    wxStaticText* m_how = nullptr;
};

wxWeakRef<FirstHour> beside; // the one that is shown

} // namespace

bool first_hour_shown() {
    return beside != nullptr;
}

void show_first_hour(wxWindow* window, office::Session& session, std::function<bool()> busy) {
    if (beside && beside->GetParent() != window) beside->Destroy();
    if (!beside || beside->GetParent() != window) {
        beside = new FirstHour(window, session, std::move(busy));
        beside->Show();
    }
    beside->Raise();
}

} // namespace guide
