// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide/ui/help_window.hpp"

#include "core/numerals.hpp"
#include "guide/topic.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/icons.hpp"
#include "widgets/search_box.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/weakref.h>

#include <algorithm>

namespace guide {
namespace {

using widgets::space::medium;
using widgets::space::small;

class HelpWindow final : public wxDialog {
  public:
    HelpWindow(wxWindow* parent, widgets::Language language)
        : wxDialog(parent, wxID_ANY, _("Help"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX)
        , m_khmer(language == widgets::Language::khmer)
        , m_topics(topics(m_khmer ? wording::Language::khmer : wording::Language::english)) {
        SetName("help");
        SetIcon(widgets::icon("srok", 48).GetIcon(wxSize(48, 48)));
        SetBackgroundColour(widgets::colour::ground);
        auto* columns = new wxBoxSizer(wxHORIZONTAL);
        columns->Add(make_topics(), 0, wxEXPAND | wxALL, FromDIP(medium));
        columns->Add(make_text(), 1, wxEXPAND | wxTOP | wxRIGHT | wxBOTTOM, FromDIP(medium));
        SetSizer(columns);
        widgets::size_to_screen(*this, 940, 660);
        widgets::on_leaving(*this, [this] { leave(); });
        Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& key) {
            if (key.GetKeyCode() == 'F' && key.ControlDown())
                m_search->SetFocus();
            else if (key.GetKeyCode() == WXK_LEFT && key.AltDown())
                go_back();
            else if (key.GetKeyCode() == WXK_RETURN && m_search->HasFocus())
                find_next();
            else
                key.Skip();
        });
        find({});
    }

    void open(const std::string& topic) {
        const auto found =
            std::find_if(m_topics.begin(), m_topics.end(), [&](const Topic& one) { return one.id == topic; });
        show(found == m_topics.end() ? 0 : static_cast<std::size_t>(found - m_topics.begin()), false);
        m_text->SetFocus();
    }

  private:
    wxSizer* make_topics() {
        m_search = new widgets::SearchBox(this, "help.search", _("Search in the help"),
                                          [this](const std::string& words) { find(words); });
        m_list = new widgets::DataList(this, "help.topics", _("Topics"),
                                       {{.title = _("Topic"), .width = 230, .grows = true}});
        // TRANSLATORS: nothing in the help has the words that are searched for.
        m_list->say_when_empty(_("Nothing speaks of that."));
        m_list->on_select([this] {
            if (const auto row = m_list->selected()) show(m_found[*row], true);
        });
        m_list->on_open([this](std::size_t) { m_text->SetFocus(); });
        m_list->SetMinSize(wxSize(widgets::text_room(*this, 262), -1));
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_search, 0, wxEXPAND | wxBOTTOM, FromDIP(small));
        rows->Add(m_list, 1, wxEXPAND);
        return rows;
    }

    wxSizer* make_text() {
        m_text = new wxTextCtrl(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                wxTE_MULTILINE | wxTE_READONLY | wxTE_RICH2 | wxTE_WORDWRAP | wxBORDER_NONE);
        m_text->SetBackgroundColour(widgets::colour::paper);
        widgets::name_control(*m_text, "help.text", _("The help's text"));
        auto* see = new wxStaticText(this, wxID_ANY, _("See also"));
        see->SetForegroundColour(widgets::colour::muted);
        m_see = new wxBoxSizer(wxHORIZONTAL);
        m_see->Add(see, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(small));
        m_links = new wxBoxSizer(wxHORIZONTAL);
        m_see->Add(m_links, 1, wxALIGN_CENTRE_VERTICAL);
        auto* close = new wxButton(this, wxID_ANY, _("Close"));
        widgets::name_control(*close, "help.close", _("Close"));
        close->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { leave(); });
        m_see->Add(close, 0, wxALIGN_CENTRE_VERTICAL);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_text, 1, wxEXPAND | wxBOTTOM, FromDIP(small));
        rows->Add(m_see, 0, wxEXPAND);
        return rows;
    }

    void leave() {
        if (IsModal())
            EndModal(wxID_CANCEL);
        else
            Destroy();
    }

    // Which topics speak of it; the first of them is shown with its place.
    void find(const std::string& words) {
        m_words = words;
        m_found.clear();
        for (std::size_t i = 0; i < m_topics.size(); ++i)
            if (speaks_of(m_topics[i], words)) m_found.push_back(i);
        m_list->quietly([&] {
            m_list->set_rows(m_found.size(), [this](std::size_t row, std::size_t) {
                return widgets::Cell{widgets::wx(m_topics[m_found[row]].title)};
            });
        });
        if (m_found.empty()) return;
        // A topic that is being read and speaks of it stays.
        const bool stays = std::find(m_found.begin(), m_found.end(), m_shown) != m_found.end();
        show(stays && m_any ? m_shown : m_found.front(), false);
    }

    void show(std::size_t index, bool chosen) {
        if (m_any && index != m_shown) m_before.push_back(m_shown);
        m_shown = index;
        m_any = true;
        if (!chosen) {
            const auto row = std::find(m_found.begin(), m_found.end(), index);
            if (row == m_found.end()) {
                m_search->ChangeValue(wxString());
                m_words.clear();
                m_found.clear();
                for (std::size_t i = 0; i < m_topics.size(); ++i)
                    m_found.push_back(i);
                m_list->quietly([&] {
                    m_list->set_rows(m_found.size(), [this](std::size_t at, std::size_t) {
                        return widgets::Cell{widgets::wx(m_topics[m_found[at]].title)};
                    });
                });
            }
            const auto at = std::find(m_found.begin(), m_found.end(), index);
            m_list->quietly([&] { m_list->select(static_cast<std::size_t>(at - m_found.begin())); });
        }
        write(m_topics[index]);
        offer(m_topics[index]);
    }

    void go_back() {
        if (m_before.empty()) return;
        std::vector<std::size_t> earlier = m_before;
        earlier.pop_back();
        show(m_before.back(), false);
        m_before = std::move(earlier); // without the one that was left just now, backwards
    }

    wxTextAttr style(const wxFont& font, const wxColour& colour, int indent, int hanging = 0) const {
        wxTextAttr attr(colour, widgets::colour::paper, font);
        attr.SetLeftIndent(indent, hanging);
        attr.SetRightIndent(60);
        return attr;
    }

    void put(const wxString& text, const wxTextAttr& attr) {
        m_text->SetDefaultStyle(attr);
        m_text->AppendText(text + "\n");
    }

    void write(const Topic& topic) {
        const wxFont plain = m_text->GetFont();
        const wxFont strong = widgets::strong_font(*this);
        const wxTextAttr gap = style(plain.Scaled(0.4F), widgets::colour::ink, 60);
        m_text->Freeze();
        m_text->Clear();
        put(wxString(), gap);
        put(widgets::wx(topic.title), style(widgets::title_font(*this), widgets::colour::ink, 60));
        put(wxString(), gap);
        for (const Block& block : topic.blocks) {
            const wxString text = widgets::wx(block.text);
            switch (block.kind) {
            case Kind::heading:
                put(wxString(), gap);
                put(text, style(strong.Scaled(1.1F), widgets::colour::accent, 60));
                break;
            case Kind::step: {
                const std::string number = std::to_string(block.number);
                put(widgets::wx(m_khmer ? core::to_khmer_digits(number) : number) + ".  " + text,
                    style(plain, widgets::colour::ink, 120, 60));
                break;
            }
            case Kind::point:
                put(widgets::wx("•  ") + text, style(plain, widgets::colour::ink, 120, 60));
                break;
            case Kind::trouble:
                put(wxString(), gap);
                put(text, style(strong, widgets::colour::ink, 60));
                break;
            case Kind::paragraph:
                put(text, style(plain, widgets::colour::ink, 60));
                break;
            }
        }
        mark_words();
        m_text->Thaw();
    }

    // What is searched for is set off, and the first place comes into sight.
    void mark_words() {
        const wxString all = m_text->GetValue().Lower();
        m_places.clear();
        const wxString wanted = widgets::wx(searched_text(m_words));
        for (const wxString& word : wxSplit(wanted, ' ')) {
            if (word.empty()) continue;
            for (std::size_t at = all.find(word); at != wxString::npos;
                 at = all.find(word, at + word.length())) {
                wxTextAttr attr;
                attr.SetBackgroundColour(widgets::colour::warning_tint);
                m_text->SetStyle(static_cast<long>(at), static_cast<long>(at + word.length()), attr);
                m_places.push_back(static_cast<long>(at));
            }
        }
        std::sort(m_places.begin(), m_places.end());
        m_place = 0;
        go_to(m_places.empty() ? 0 : m_places.front());
    }

    void go_to(long place) {
        m_text->SetInsertionPoint(place);
        m_text->ShowPosition(place);
    }

    void find_next() {
        if (m_places.empty()) return;
        m_place = (m_place + 1) % m_places.size();
        go_to(m_places[m_place]);
    }

    void offer(const Topic& topic) {
        m_links->Clear(true);
        for (const std::string& id : topic.see_also) {
            const auto found = std::find_if(m_topics.begin(), m_topics.end(),
                                            [&](const Topic& one) { return one.id == id; });
            if (found == m_topics.end()) continue;
            const auto index = static_cast<std::size_t>(found - m_topics.begin());
            auto* link = new wxButton(this, wxID_ANY, widgets::wx(found->title), wxDefaultPosition,
                                      wxDefaultSize, wxBU_EXACTFIT | wxBORDER_NONE);
            widgets::dress(*link, widgets::Part::flat_button);
            link->SetForegroundColour(widgets::colour::accent);
            widgets::name_control(*link, "help.see." + id, widgets::wx(found->title));
            link->Bind(wxEVT_BUTTON, [this, index](wxCommandEvent&) {
                // The button goes with the topic it stands under.
                CallAfter([this, index] {
                    show(index, false);
                    m_text->SetFocus();
                });
            });
            m_links->Add(link, 0, wxRIGHT, FromDIP(medium));
        }
        Layout();
    }

    bool m_khmer;
    std::vector<Topic> m_topics;
    std::vector<std::size_t> m_found; // those that stand in the list
    std::string m_words;
    std::vector<long> m_places;
    std::size_t m_place = 0;
    std::size_t m_shown = 0;
    bool m_any = false;
    std::vector<std::size_t> m_before;
    widgets::SearchBox* m_search = nullptr;
    widgets::DataList* m_list = nullptr;
    wxTextCtrl* m_text = nullptr;
    wxBoxSizer* m_see = nullptr;
    wxBoxSizer* m_links = nullptr;
};

} // namespace

void show_help(wxWindow* window, widgets::Language language, const std::string& topic) {
    static wxWeakRef<HelpWindow> beside;
    auto* dialog = dynamic_cast<wxDialog*>(wxGetTopLevelParent(window));
    if (dialog && dialog->IsModal()) {
        HelpWindow help(dialog, language);
        help.open(topic);
        help.ShowModal();
        return;
    }
    if (!beside || beside->GetParent() != window) {
        if (beside) beside->Destroy();
        beside = new HelpWindow(window, language);
        beside->Show();
    }
    beside->Raise();
    beside->open(topic);
}

} // namespace guide
