// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/ui/learner_card.hpp"

#include "classes/ui/class_words.hpp"
#include "documents/image.hpp"
#include "history/past_classes.hpp"
#include "history/ui/history_words.hpp"
#include "learners/learner_store.hpp"
#include "office/gazetteer_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/image.h>
#include <wx/notebook.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace history {

namespace {

using widgets::fill;
using widgets::wx;

// 4 x 6 on the card.
constexpr int photo_width = 72;
constexpr int photo_height = 108;

// Text that is read, copied and walked through with the arrow keys, but not changed.
class Sheet : public wxTextCtrl {
  public:
    Sheet(wxWindow* parent, std::string_view id, const wxString& spoken)
        : wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                     wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxBORDER_NONE) {
        widgets::name_control(*this, id, spoken);
    }
    void heading(const wxString& text) {
        if (!IsEmpty()) put("\n", widgets::colour::ink, GetFont().Scaled(0.5F));
        put(text + "\n", widgets::colour::ink, widgets::strong_font(*this));
    }
    void line(const wxString& text) { put(text + "\n", widgets::colour::ink, GetFont()); }
    void quiet(const wxString& text) { put(text + "\n", widgets::colour::muted, GetFont()); }
    void field(const wxString& label, const wxString& value) {
        if (value.empty()) return;
        put(label + ": ", widgets::colour::muted, GetFont());
        line(value);
    }
    void begin() {
        Freeze();
        Clear();
    }
    void end() {
        SetInsertionPoint(0);
        ShowPosition(0);
        Thaw();
    }

  private:
    void put(const wxString& text, const wxColour& ink, const wxFont& font) {
        SetDefaultStyle(wxTextAttr(ink, wxNullColour, font));
        AppendText(text);
    }
};

wxString village(const office::Session& session, const learners::Learner& learner) {
    if (!learner.village_code) return wx(learner.village_text.value_or(""));
    return value_word(session, "village_code", *learner.village_code);
}

wxString born(const office::Session& session, const learners::Learner& learner) {
    if (!learner.born) return _("not known");
    const int age = core::age_on(*learner.born, session.database.clock().today());
    // TRANSLATORS: {1} a birth date, {2} the age today in years.
    return fill(wxPLURAL("{1}, {2} year old", "{1}, {2} years old", static_cast<unsigned>(age)),
                {widgets::shown(*learner.born), widgets::number(age)});
}

wxString equity(const learners::Learner& learner, core::Day today) {
    if (!learner.equity_level) return {};
    const wxString level =
        *learner.equity_level == learners::EquityLevel::very_poor ? _("Poor level 1") : _("Poor level 2");
    if (!learner.equity_valid_to) return level;
    const wxString until = widgets::shown(*learner.equity_valid_to);
    return fill(has_equity_card(learner, today) ? _("{1}, valid until {2}") : _("{1}, ran out on {2}"),
                {level, until});
}

wxString disability(const learners::Learner& learner) {
    const auto known = has_disability(learner);
    if (!known) return _("not asked");
    if (!*known) return _("none");
    return learner.disability_text ? wx(*learner.disability_text) : wxString(_("yes"));
}

class Card final : public learners::LearnerCard {
  public:
    Card(wxWindow* parent, const office::Session& session)
        : LearnerCard(parent)
        , m_session(session) {
        SetBackgroundColour(widgets::colour::paper);
        m_photo = new wxStaticBitmap(this, wxID_ANY, wxNullBitmap);
        m_photo->SetMinSize(FromDIP(wxSize(photo_width, photo_height)));
        m_name_km = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                     wxST_ELLIPSIZE_END);
        m_name_km->SetFont(widgets::strong_font(*this).Scaled(1.15F));
        m_name = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                  wxST_ELLIPSIZE_END);
        m_number = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                    wxST_ELLIPSIZE_END);
        m_number->SetForegroundColour(widgets::colour::muted);
        // Ellipsized texts ask for their whole length otherwise.
        for (wxStaticText* text : {m_name_km, m_name, m_number})
            text->SetMinSize(wxSize(1, -1));
        m_tabs = new wxNotebook(this, wxID_ANY);
        widgets::name_control(*m_tabs, "learner.card.tabs",
                              _("The learner, and what happened to the record"));
        m_who = add_tab("learner.card.who", _("The learner"), _("The learner"));
        m_past = add_tab("learner.card.history", _("What happened to the record"), _("History"));
        m_tabs->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
            event.Skip();
            if (m_learner) show_past();
        });

        auto* names = new wxBoxSizer(wxVERTICAL);
        names->Add(m_name_km, 0, wxEXPAND);
        names->Add(m_name, 0, wxEXPAND);
        names->Add(m_number, 0, wxEXPAND);
        auto* head = new wxBoxSizer(wxHORIZONTAL);
        head->Add(m_photo, 0, wxRIGHT, FromDIP(widgets::space::medium));
        head->Add(names, 1, wxALIGN_CENTRE_VERTICAL);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(head, 0, wxEXPAND | wxALL, FromDIP(widgets::space::medium));
        rows->Add(m_tabs, 1, wxEXPAND);
        SetSizer(rows);
        m_photo->Hide();
        m_tabs->Hide();
    }

    void show(std::optional<learners::LearnerId> id, std::size_t chosen) override {
        m_learner = id ? learners::find_learner(m_session.database, *id) : std::nullopt;
        m_past_shown = false;
        Freeze();
        m_tabs->Show(m_learner.has_value());
        if (m_learner) {
            show_names();
            show_who();
            show_past();
        } else {
            m_name_km->SetLabelText(
                chosen > 1
                    // TRANSLATORS: beside the list of learners; {1} is a number.
                    ? fill(_("{1} learners selected"), {widgets::number(static_cast<long long>(chosen))})
                    : wxString(_("Choose a learner")));
            m_name->SetLabelText(chosen > 1 ? wxString(_("Enrol, Move and Leave work on all of them."))
                                            : wxString());
            m_number->SetLabelText(wxString());
        }
        widgets::name_control(*m_name_km, "learner.card.name", m_name_km->GetLabelText());
        show_photo();
        Layout();
        Thaw();
    }

    void show_history() override {
        if (!m_learner) return;
        m_tabs->SetSelection(1);
        m_past->SetFocus();
    }

  private:
    // With room around it, so that letters do not touch the frame.
    Sheet* add_tab(std::string_view id, const wxString& spoken, const wxString& label) {
        auto* page = new wxPanel(m_tabs);
        page->SetBackgroundColour(widgets::colour::paper);
        auto* sheet = new Sheet(page, id, spoken);
        auto* room = new wxBoxSizer(wxVERTICAL);
        room->Add(sheet, 1, wxEXPAND | wxALL, FromDIP(widgets::space::small));
        page->SetSizer(room);
        m_tabs->AddPage(page, label);
        return sheet;
    }

    void show_names() {
        const learners::Learner& l = *m_learner;
        m_name_km->SetLabelText(wx(l.name_km.empty() ? l.name : l.name_km));
        m_name->SetLabelText(l.name_km.empty() ? wxString() : wx(l.name));
        m_number->SetLabelText(wx(l.number));
        m_name_km->SetToolTip(m_name_km->GetLabelText());
        m_name->SetToolTip(m_name->GetLabelText());
    }

    void show_photo() {
        const auto jpeg = m_learner ? learners::find_photo(m_session.database, m_learner->id) : std::nullopt;
        m_photo->Show(jpeg.has_value());
        if (!jpeg) return;
        const auto read = documents::decode_image(*jpeg);
        if (!read) {
            m_photo->Hide();
            return;
        }
        // The toolkit's picture is a copy of its own, and the toolkit need not know JPEG.
        wxImage image(read->width, read->height, false);
        std::copy(read->rgb.begin(), read->rgb.end(), image.GetData());
        const wxSize size = FromDIP(wxSize(photo_width, photo_height));
        m_photo->SetBitmap(wxBitmap(image.Scale(size.x, size.y, wxIMAGE_QUALITY_HIGH)));
    }

    void show_who() {
        const learners::Learner& l = *m_learner;
        m_who->begin();
        m_who->field(_("Sex"), l.sex == learners::Sex::female ? _("Female") : _("Male"));
        m_who->field(_("Born"), born(m_session, l));
        m_who->field(_("Village"), village(m_session, l));
        m_who->field(_("Telephone number"), wx(l.phone.value_or("")));
        wxString guardian = wx(l.guardian.value_or(""));
        if (l.guardian_phone) guardian += (guardian.empty() ? "" : ", ") + wx(*l.guardian_phone);
        m_who->field(_("Guardian"), guardian);
        m_who->field(_("Disability"),
                     office::hides_need_to_know(m_session) ? office::hidden_words() : disability(l));
        m_who->field(_("Equity card"), equity(l, m_session.database.clock().today()));
        for (const learners::IdentityNumber& identity : l.identities)
            m_who->line(value_word(m_session, "identities",
                                   std::string{to_text(identity.kind)} + ' ' + identity.number));
        m_who->field(_("Note"), wx(l.note.value_or("")));
        show_classes();
        m_who->end();
    }

    void show_classes() {
        const auto all = past_classes(m_session.database, m_learner->id);
        const auto now = [](const PastClass& past) {
            return past.in.enrolment.open() && past.in.status == classes::Status::open;
        };
        m_who->heading(_("In class now"));
        bool any = false;
        for (const PastClass& past : all)
            if (now(past)) {
                show_class(past);
                any = true;
            }
        if (!any)
            m_who->quiet(m_learner->class_text
                             ? fill(_("In none; a list named {1}"), {wx(*m_learner->class_text)})
                             : wxString(_("In none")));
        any = false;
        for (const PastClass& past : all)
            if (!now(past)) {
                if (!any) m_who->heading(_("Classes before"));
                show_class(past);
                any = true;
            }
    }

    void show_class(const PastClass& past) {
        const classes::Enrolment& enrolment = past.in.enrolment;
        m_who->line(office::shown_name(m_session, past.in));
        m_who->quiet(wx(past.in.institution_km));
        if (enrolment.open())
            m_who->quiet(fill(_("since {1}"), {widgets::shown(enrolment.first_day)}));
        else
            m_who->quiet(fill(_("{1} to {2}: {3}"),
                              {widgets::shown(enrolment.first_day), widgets::shown(*enrolment.last_day),
                               classes::leaving_word(*enrolment.reason)}));
        if (past.rate)
            // TRANSLATORS: {1} a percentage like 92.50.
            m_who->quiet(fill(_("Attendance {1} %"), {widgets::figure(core::format_percent(*past.rate))}));
        if (past.result) m_who->quiet(result_word(past));
    }

    static wxString result_word(const PastClass& past) {
        switch (past.result->verdict) {
        case assessment::Verdict::pass:
            return fill(_("Passed, average {1}"), {wx(past.average)});
        case assessment::Verdict::fail:
            return fill(_("Not passed, average {1}"), {wx(past.average)});
        case assessment::Verdict::incomplete:
            return _("Marks are missing");
        }
        return {};
    }

    // Only when it is looked at: it reads what every import kept.
    void show_past() {
        if (m_past_shown || m_tabs->GetSelection() != 1) return;
        m_past_shown = true;
        m_past->begin();
        for (const Entry& entry : history_of(m_session.database, m_learner->id)) {
            m_past->heading(what_happened(entry));
            const wxString day = widgets::shown(core::day_in_cambodia(entry.at));
            m_past->quiet(entry.actor.empty() ? day
                                              // TRANSLATORS: {1} a day, {2} who.
                                              : fill(_("{1}, by {2}"), {day, wx(entry.actor)}));
            if (entry.erased) m_past->quiet(_("What it changed was erased."));
            for (const storage::FieldChange& change : entry.changes)
                if (change.was || change.is) m_past->line(change_line(m_session, change));
        }
        m_past->end();
    }

    const office::Session& m_session;
    std::optional<learners::Learner> m_learner;
    bool m_past_shown = false;
    wxStaticBitmap* m_photo;
    wxStaticText* m_name_km;
    wxStaticText* m_name;
    wxStaticText* m_number;
    wxNotebook* m_tabs;
    Sheet* m_who;
    Sheet* m_past;
};

} // namespace

learners::LearnerCard* make_learner_card(wxWindow* parent, const office::Session& session) {
    return new Card(parent, session);
}

} // namespace history
