// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/look_alike_panel.hpp"

#include "learners/ui/photo_box.hpp"
#include "office/gazetteer_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/bitmap.h>
#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

#include <algorithm>

namespace learners {

namespace {

constexpr std::size_t most_cards = 3;
constexpr int text_width = 150;

wxString village_of(const office::Session& session, const LearnerRow& learner) {
    if (!learner.village_code) return widgets::wx(learner.village_text.value_or(""));
    const auto area = office::find_area(session.database, *learner.village_code);
    return area ? office::shown_name(session, *area) : widgets::wx(*learner.village_code);
}

} // namespace

LookAlikePanel::LookAlikePanel(wxWindow* parent, const office::Session& session,
                               std::function<void(LearnerId)> open, std::function<void()> answered)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL)
    , m_session(session)
    , m_open(std::move(open))
    , m_answered(std::move(answered)) {
    SetScrollRate(0, FromDIP(12));
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Hide();
}

void LookAlikePanel::forget() {
    m_others.clear();
    show({});
}

void LookAlikePanel::show(const std::vector<LookAlike>& found) {
    std::vector<LookAlike> open;
    std::copy_if(found.begin(), found.end(), std::back_inserter(open),
                 [&](const LookAlike& one) { return !m_others.contains(one.id); });
    if (open == m_shown) return;
    m_shown = std::move(open);
    m_first_answer = nullptr;
    Freeze();
    DestroyChildren();
    GetSizer()->Clear();
    if (!m_shown.empty()) {
        auto* heading = new wxStaticText(this, wxID_ANY, _("Registered already?"));
        heading->SetFont(widgets::strong_font(*this));
        heading->SetForegroundColour(widgets::colour::warning);
        widgets::name_control(*heading, "learner.look-alikes", _("Registered already?"));
        GetSizer()->Add(heading, 0, wxBOTTOM, FromDIP(widgets::space::hair));
    }
    std::size_t cards = 0;
    for (const LookAlike& one : m_shown)
        if (const auto known = find_known(m_session.database, one.id); known && cards < most_cards) {
            ++cards;
            add_card(one, *known);
        }
    if (m_shown.size() > cards) {
        auto* more = new wxStaticText(
            this, wxID_ANY,
            widgets::fill(_("and {1} more"),
                          {widgets::number(static_cast<long long>(m_shown.size() - cards))}));
        more->SetForegroundColour(widgets::colour::muted);
        GetSizer()->Add(more, 0, wxTOP, FromDIP(widgets::space::hair));
    }
    // Without a card it is no stop for the Tab key.
    Show(!m_shown.empty());
    FitInside();
    Layout();
    Thaw();
    GetParent()->Layout();
}

void LookAlikePanel::add_card(const LookAlike& one, const KnownLearner& known) {
    const LearnerRow& learner = known.learner;
    const std::string id = "learner.look-alike." + learner.number;
    auto* card = new wxPanel(this);
    card->SetBackgroundColour(widgets::tint_of(widgets::Tone::warning));
    auto* lines = new wxBoxSizer(wxVERTICAL);
    const auto line = [&](const wxString& text, bool strong = false) {
        if (text.empty()) return;
        auto* words = new wxStaticText(card, wxID_ANY, text);
        if (strong) words->SetFont(widgets::strong_font(*this));
        words->Wrap(widgets::text_room(*this, text_width));
        lines->Add(words, 0, wxEXPAND);
    };
    line(widgets::wx(learner.name_km), true);
    line(widgets::wx(learner.name), learner.name_km.empty());
    wxString about = learner.sex == Sex::female ? _("Female") : _("Male");
    if (learner.born) about += ", " + widgets::shown(*learner.born);
    line(about);
    line(village_of(m_session, learner));
    line(widgets::wx(learner.phone.value_or("")));
    for (const std::string& taught : known.classes)
        line(widgets::wx(taught));
    line(widgets::wx(learner.number));

    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(new wxStaticBitmap(card, wxID_ANY, photo_bitmap(*this, known.photo, 64, 96)), 0, wxRIGHT,
              FromDIP(widgets::space::small));
    head->Add(lines, 1);
    auto* because = new wxStaticText(card, wxID_ANY, one.because);
    because->SetForegroundColour(widgets::colour::warning);
    because->Wrap(widgets::text_room(*this, text_width + 72));
    widgets::name_control(*because, id + ".because", one.because);
    auto* open = new wxButton(card, wxID_ANY, _("Open this one"));
    widgets::name_control(*open, id + ".open", _("Open this one"));
    open->Bind(wxEVT_BUTTON, [this, learner_id = one.id](wxCommandEvent&) {
        CallAfter([this, learner_id] { m_open(learner_id); });
    });
    auto* other = new wxButton(card, wxID_ANY, _("Other person"));
    widgets::name_control(*other, id + ".other", _("Other person"));
    other->Bind(wxEVT_BUTTON, [this, learner_id = one.id](wxCommandEvent&) {
        CallAfter([this, learner_id] { other_person(learner_id); });
    });
    auto* answers = new wxBoxSizer(wxHORIZONTAL);
    answers->Add(open, 1, wxRIGHT, FromDIP(widgets::space::hair));
    answers->Add(other, 1);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(head, 0, wxEXPAND | wxALL, FromDIP(widgets::space::small));
    rows->Add(because, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(widgets::space::small));
    rows->Add(answers, 0, wxEXPAND | wxALL, FromDIP(widgets::space::small));
    card->SetSizer(rows);
    GetSizer()->Add(card, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    if (!m_first_answer) m_first_answer = other;
}

void LookAlikePanel::other_person(LearnerId id) {
    m_others.insert(id);
    show(std::vector<LookAlike>(m_shown));
    if (m_first_answer)
        m_first_answer->SetFocus();
    else
        m_answered();
}

void LookAlikePanel::focus_answer() {
    if (m_first_answer) m_first_answer->SetFocus();
}

} // namespace learners
