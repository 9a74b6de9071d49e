// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/ui/start_page.hpp"

#include "documents/ui/chart_view.hpp"
#include "widgets/accessible.hpp"
#include "widgets/icons.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dcclient.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/weakref.h>

#include <algorithm>

namespace office {

namespace {

using widgets::space::hair;
using widgets::space::large;
using widgets::space::medium;
using widgets::space::small;

// A card's ground with a hairline around it.
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

// A card that leads somewhere: a click on any part of it, Enter or the space bar.
class LinkCard final : public wxPanel {
  public:
    LinkCard(wxWindow* parent, const StartFigure& figure, std::function<void()> lead)
        : wxPanel(parent)
        , m_run(std::move(lead)) {
        SetBackgroundColour(widgets::colour::paper);
        auto* name = new wxStaticText(this, wxID_ANY, figure.name, wxDefaultPosition, wxDefaultSize,
                                      wxST_ELLIPSIZE_END);
        name->SetForegroundColour(widgets::colour::muted);
        auto* value = new wxStaticText(this, wxID_ANY, figure.value);
        value->SetFont(GetFont().Scaled(1.9F).Bold());
        value->SetForegroundColour(figure.tone == widgets::Tone::plain ? widgets::colour::accent
                                                                       : widgets::ink_of(figure.tone));
        widgets::name_control(*value, "start.figure." + figure.id, figure.name + " " + figure.value);
        auto* note = new wxStaticText(this, wxID_ANY, figure.note, wxDefaultPosition, wxDefaultSize,
                                      wxST_ELLIPSIZE_END);
        note->SetForegroundColour(widgets::colour::muted);
        note->SetToolTip(figure.note);
        // Else each card asks for the room of its own words, and they are not as wide as each other.
        name->SetMinSize(wxSize(1, -1));
        note->SetMinSize(wxSize(1, -1));
        auto* figures = new wxBoxSizer(wxHORIZONTAL);
        figures->Add(value, 0, wxALIGN_BOTTOM | wxRIGHT, FromDIP(medium));
        figures->Add(note, 1, wxALIGN_CENTRE_VERTICAL);
        auto* words = new wxBoxSizer(wxVERTICAL);
        words->Add(name, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(medium));
        words->Add(figures, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(medium));
        SetSizer(words);
        widgets::name_control(*this, "start.open." + figure.id,
                              figure.name + " " + figure.value + " " + figure.note);
        for (wxWindow* part : std::initializer_list<wxWindow*>{this, name, value, note}) {
            part->SetCursor(wxCURSOR_HAND);
            part->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) { run(); });
        }
        Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
            const int key = event.GetKeyCode();
            if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER || key == WXK_SPACE)
                run();
            else
                event.Skip();
        });
        Bind(wxEVT_PAINT, [this](wxPaintEvent&) {
            // The rim of every card; wider and blue where the keyboard is.
            wxPaintDC dc(this);
            dc.SetBrush(*wxTRANSPARENT_BRUSH);
            dc.SetPen(HasFocus() ? wxPen(widgets::colour::accent, FromDIP(3)) : wxPen(widgets::colour::line));
            dc.DrawRectangle(GetClientRect());
        });
        for (const auto& event : {wxEVT_SET_FOCUS, wxEVT_KILL_FOCUS})
            Bind(event, [this](wxFocusEvent& focus) {
                focus.Skip();
                Refresh();
            });
    }

    bool AcceptsFocus() const override { return true; }

  private:
    // What is opened may take this card away.
    void run() { CallAfter(m_run); }
    std::function<void()> m_run;
};

class StartPage final : public widgets::Page {
  public:
    StartPage(wxWindow* parent, Session& session, AskNews ask)
        : Page(parent, "start", _("Start"))
        , m_session(session)
        , m_ask(std::move(ask))
        , m_area(new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL)) {
        m_area->SetScrollRate(0, FromDIP(16));
        m_area->SetBackgroundColour(widgets::colour::ground);
        body().Add(m_area, 1, wxEXPAND);
    }

    void refresh() override {
        if (!m_shown) show_counting();
        m_ask([page = wxWeakRef<StartPage>(this)](std::optional<StartNews> news, const wxString& trouble) {
            if (!page) return;
            if (news)
                page->take(*std::move(news));
            else
                page->messages().tell(widgets::Tone::bad, trouble);
        });
    }

    // Nothing before the first news are there: then the keyboard is given to it.
    wxWindow* first_control() override {
        m_awaits_keyboard = !m_first;
        return m_first;
    }

  private:
    void take(StartNews news) {
        // What is the same stays, with the keyboard where it is.
        if (m_shown && *m_shown == news) return;
        m_shown = std::move(news);
        const wxWindow* focused = FindFocus();
        const bool had_keyboard = focused && m_area->IsDescendant(const_cast<wxWindow*>(focused));
        show(*m_shown);
        // Not from under a window that was opened while the figures were counted.
        const bool covered = widgets::dialog_is_open();
        if ((m_awaits_keyboard || had_keyboard) && m_first && IsShownOnScreen() && !covered)
            m_first->SetFocus();
        m_awaits_keyboard = false;
    }

    // The rows of the page, made anew.
    wxBoxSizer* begin() {
        Freeze();
        m_first = nullptr;
        m_area->DestroyChildren();
        return new wxBoxSizer(wxVERTICAL);
    }
    void end(wxBoxSizer* rows) {
        m_area->SetSizer(rows);
        m_area->FitInside();
        Layout();
        Thaw();
    }

    void show_counting() {
        wxBoxSizer* rows = begin();
        auto* words = new wxStaticText(m_area, wxID_ANY, _("Counting the registers..."));
        words->SetForegroundColour(widgets::colour::muted);
        widgets::name_control(*words, "start.counting", words->GetLabel());
        rows->Add(words, 0, wxALL, FromDIP(medium));
        end(rows);
    }

    void show(const StartNews& news) {
        set_subtitle(news.subtitle);
        wxBoxSizer* rows = begin();
        rows->Add(make_figures(news.figures), 0, wxEXPAND);
        // What waits at the left, how it stands at the right: both are seen without scrolling.
        auto* columns = new wxBoxSizer(wxHORIZONTAL);
        columns->Add(make_tasks(news.tasks, !news.charts.empty()), 3, wxEXPAND);
        if (!news.charts.empty())
            columns->Add(make_charts(news.charts), 2, wxEXPAND | wxLEFT, FromDIP(large));
        rows->Add(columns, 0, wxEXPAND);
        end(rows);
    }

    void go(const StartTarget& target) { m_session.go(target.page, target.what); }

    wxSizer* make_figures(const std::vector<StartFigure>& all) {
        // In one row, or in two where the text is too large for it.
        constexpr double too_large = 1.3;
        const auto count = static_cast<int>(all.size());
        const int in_a_row = widgets::text_scale(*this) < too_large ? count : (count + 1) / 2;
        auto* cards = new wxGridSizer(in_a_row, FromDIP(wxSize(medium, medium)));
        for (const StartFigure& figure : all)
            cards->Add(new LinkCard(m_area, figure, [this, target = figure.target] { go(target); }), 0,
                       wxEXPAND);
        return cards;
    }

    wxStaticText* make_heading(const wxString& words) {
        auto* heading = new wxStaticText(m_area, wxID_ANY, words);
        heading->SetFont(widgets::strong_font(*this).Scaled(1.1F));
        heading->SetForegroundColour(widgets::colour::ink);
        return heading;
    }

    wxSizer* make_tasks(const std::vector<StartTask>& tasks, bool beside_charts) {
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_heading(_("What waits")), 0, wxTOP | wxBOTTOM, FromDIP(medium));
        for (const StartTask& task : tasks)
            rows->Add(make_task(task, beside_charts ? 440 : 760), 0, wxEXPAND | wxBOTTOM, FromDIP(small));
        if (tasks.empty()) rows->Add(make_rest(), 0, wxEXPAND);
        return rows;
    }

    wxSizer* make_charts(const std::vector<StartChart>& charts) {
        auto* rows = new wxBoxSizer(wxVERTICAL);
        // TRANSLATORS: the heading over the charts of the first page.
        rows->Add(make_heading(_("At a glance")), 0, wxTOP | wxBOTTOM, FromDIP(medium));
        for (const StartChart& chart : charts) {
            auto* content = new wxBoxSizer(wxVERTICAL);
            wxPanel* card = make_card(m_area, content);
            auto* view = new documents::ChartView(card, "start.chart." + chart.id);
            view->show(chart.chart, [this, targets = chart.targets](std::size_t at) {
                if (at < targets.size()) go(targets[at]);
            });
            content->Add(view, 1, wxEXPAND);
            rows->Add(card->GetParent(), 0, wxEXPAND | wxBOTTOM, FromDIP(small));
        }
        return rows;
    }

    wxWindow* make_task(const StartTask& task, int sentence_width) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        wxPanel* card = make_card(m_area, row);
        row->Add(new wxStaticBitmap(card, wxID_ANY, widgets::icon(task.icon, 22, widgets::ink_of(task.tone))),
                 0, wxALIGN_CENTRE_VERTICAL | wxALL, FromDIP(medium));
        auto* sentence = new wxStaticText(card, wxID_ANY, task.sentence);
        widgets::name_control(*sentence, "start.task." + task.id, task.sentence);
        sentence->SetLabelText(
            widgets::wrapped(task.sentence, FromDIP(sentence_width),
                             [&](const wxString& line) { return sentence->GetTextExtent(line).x; }));
        row->Add(sentence, 1, wxALIGN_CENTRE_VERTICAL | wxTOP | wxBOTTOM, FromDIP(small));
        auto* go = new wxButton(card, wxID_ANY, task.button);
        widgets::name_control(*go, "start.go." + task.id, task.button + ": " + task.sentence);
        go->Bind(wxEVT_BUTTON, [this, task](wxCommandEvent&) { m_session.go(task.page, task.what); });
        go->SetMinSize(wxSize(std::max(go->GetBestSize().x, FromDIP(132)), -1)); // one below the other
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
    AskNews m_ask;
    wxScrolledWindow* m_area;
    std::optional<StartNews> m_shown;
    wxWindow* m_first = nullptr;
    bool m_awaits_keyboard = false;
};

} // namespace

widgets::PageEntry start_page(Session& session, AskNews ask) {
    return {.id = "start",
            .label = _("Start"),
            .icon = "start",
            .create = [&session, ask = std::move(ask)](wxWindow* parent) {
                return new StartPage(parent, session, ask);
            }};
}

} // namespace office
