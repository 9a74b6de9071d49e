// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/ui/start_page.hpp"

#include "widgets/accessible.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>

namespace office {

namespace {

using widgets::space::hair;
using widgets::space::large;
using widgets::space::medium;
using widgets::space::small;

// White ground with a hairline around it.
wxPanel* make_card(wxWindow* parent, wxSizer* content) {
    auto* rim = new wxPanel(parent);
    rim->SetBackgroundColour(widgets::colour::line);
    auto* card = new wxPanel(rim);
    card->SetBackgroundColour(widgets::colour::paper);
    auto* around = new wxBoxSizer(wxVERTICAL);
    around->Add(card, 1, wxEXPAND | wxALL, 1);
    rim->SetSizer(around);
    card->SetSizer(content);
    return card;
}

class StartPage final : public widgets::Page {
  public:
    StartPage(wxWindow* parent, Session& session, std::function<StartNews()> news)
        : Page(parent, "start", _("Start"))
        , m_session(session)
        , m_news(std::move(news))
        , m_area(new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL)) {
        m_area->SetScrollRate(0, FromDIP(16));
        m_area->SetBackgroundColour(widgets::colour::ground);
        body().Add(m_area, 1, wxEXPAND);
    }

    void refresh() override {
        const StartNews news = m_news();
        set_subtitle(news.subtitle);
        Freeze();
        m_first = nullptr;
        m_area->DestroyChildren();
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_figures(news.figures), 0, wxEXPAND);
        auto* heading = new wxStaticText(m_area, wxID_ANY, _("What waits"));
        heading->SetFont(widgets::strong_font(*this).Scaled(1.1F));
        rows->Add(heading, 0, wxTOP | wxBOTTOM, FromDIP(medium));
        for (const StartTask& task : news.tasks)
            rows->Add(make_task(task), 0, wxEXPAND | wxBOTTOM, FromDIP(small));
        if (news.tasks.empty()) rows->Add(make_rest(), 0, wxEXPAND);
        rows->Add(make_charts(news.charts), 0, wxEXPAND | wxTOP, FromDIP(small));
        m_area->SetSizer(rows);
        m_area->FitInside();
        Layout();
        Thaw();
    }

    wxWindow* first_control() override { return m_first; }

  private:
    wxSizer* make_figures(const std::vector<StartFigure>& all) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        bool first = true;
        for (const StartFigure& figure : all) {
            auto* words = new wxBoxSizer(wxVERTICAL);
            wxPanel* card = make_card(m_area, words);
            auto* name = new wxStaticText(card, wxID_ANY, figure.name);
            name->SetForegroundColour(widgets::colour::muted);
            auto* value = new wxStaticText(card, wxID_ANY, figure.value);
            value->SetFont(GetFont().Scaled(1.9F).Bold());
            value->SetForegroundColour(widgets::colour::accent);
            widgets::name_control(*value, "start.figure." + figure.id, figure.name + " " + figure.value);
            auto* note = new wxStaticText(card, wxID_ANY, figure.note);
            note->SetForegroundColour(widgets::colour::muted);
            auto* figures = new wxBoxSizer(wxHORIZONTAL);
            figures->Add(value, 0, wxALIGN_BOTTOM | wxRIGHT, FromDIP(medium));
            figures->Add(note, 0, wxALIGN_CENTRE_VERTICAL);
            words->Add(name, 0, wxLEFT | wxRIGHT | wxTOP, FromDIP(medium));
            words->Add(figures, 0, wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(medium));
            // The whole card leads to its list; the keyboard has the menu.
            for (wxWindow* part : std::initializer_list<wxWindow*>{card, name, value, note}) {
                part->SetCursor(wxCURSOR_HAND);
                part->Bind(wxEVT_LEFT_UP, [this, page = figure.page](wxMouseEvent&) {
                    CallAfter([this, page] { m_session.go(page, {}); });
                });
            }
            row->Add(card->GetParent(), 1, wxEXPAND | wxLEFT, first ? 0 : FromDIP(medium));
            first = false;
        }
        return row;
    }

    wxSizer* make_charts(const std::vector<StartChart>& charts) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        for (const StartChart& chart : charts) {
            auto* content = new wxBoxSizer(wxVERTICAL);
            wxPanel* card = make_card(m_area, content);
            content->Add(new widgets::BarChart(card, "start.chart." + chart.id, chart.title, chart.bars), 1,
                         wxEXPAND);
            row->Add(card->GetParent(), 1, wxEXPAND | wxLEFT,
                     &chart == &charts.front() ? 0 : FromDIP(medium));
        }
        return row;
    }

    wxWindow* make_task(const StartTask& task) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        wxPanel* card = make_card(m_area, row);
        row->Add(new wxStaticBitmap(card, wxID_ANY, widgets::icon(task.icon, 22, widgets::ink_of(task.tone))),
                 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(medium));
        auto* sentence = new wxStaticText(card, wxID_ANY, task.sentence);
        widgets::name_control(*sentence, "start.task." + task.id, task.sentence);
        sentence->Wrap(FromDIP(760));
        row->Add(sentence, 1, wxALIGN_CENTRE_VERTICAL | wxTOP | wxBOTTOM, FromDIP(small));
        auto* go = new wxButton(card, wxID_ANY, task.button);
        widgets::name_control(*go, "start.go." + task.id, task.button + ": " + task.sentence);
        go->Bind(wxEVT_BUTTON, [this, task](wxCommandEvent&) { m_session.go(task.page, task.what); });
        row->Add(go, 0, wxALIGN_CENTRE_VERTICAL | wxTOP | wxBOTTOM, FromDIP(hair));
        row->AddSpacer(FromDIP(small));
        if (!m_first) m_first = go;
        return card->GetParent();
    }

    wxWindow* make_rest() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        wxPanel* card = make_card(m_area, row);
        row->Add(new wxStaticBitmap(card, wxID_ANY, widgets::icon("check", 22, widgets::colour::good)), 0,
                 wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(medium));
        auto* sentence = new wxStaticText(card, wxID_ANY, _("Nothing waits. Everything is saved."));
        row->Add(sentence, 1, wxALIGN_CENTRE_VERTICAL | wxTOP | wxBOTTOM, FromDIP(large));
        return card->GetParent();
    }

    Session& m_session;
    std::function<StartNews()> m_news;
    wxScrolledWindow* m_area;
    wxWindow* m_first = nullptr;
};

} // namespace

widgets::PageEntry start_page(Session& session, std::function<StartNews()> news) {
    return {.id = "start",
            .label = _("Start"),
            .icon = "start",
            .create = [&session, news = std::move(news)](wxWindow* parent) {
                return new StartPage(parent, session, news);
            }};
}

} // namespace office
