// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/quick_find.hpp"

#include "core/fold.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/search_box.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

#include <algorithm>
#include <sstream>

namespace widgets {

namespace {

std::vector<std::string> words_of(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::vector<std::string> words;
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

class QuickFind final : public wxDialog {
  public:
    QuickFind(wxWindow* parent, std::function<QuickFindAnswer(const std::string&)> find)
        : wxDialog(parent, wxID_ANY, _("Find anything"))
        , m_find(std::move(find)) {
        name_control(*this, "quick-find", _("Find anything"));
        SetBackgroundColour(colour::paper);
        m_field =
            new SearchBox(this, "quick-find.text", _("A learner, class, certificate number, page or command"),
                          [this](const std::string&) { look(); });
        m_list = new DataList(this, "quick-find.list", _("What was found"),
                              {{.title = _("What"), .width = 400, .grows = true},
                               {.title = _("Kind"), .width = 130},
                               {.title = _("More"), .width = 220}});
        m_list->say_when_empty(_("Nothing is called so. Try a part of the name, or a number."));
        m_list->on_open([this](std::size_t row) { take(row); });
        auto* hint =
            new wxStaticText(this, wxID_ANY, _("Down and Up choose, Enter goes there, Escape closes."));
        hint->SetForegroundColour(colour::muted);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_field, 0, wxEXPAND | wxALL, FromDIP(space::medium));
        rows->Add(m_list, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::medium));
        rows->Add(hint, 0, wxALL, FromDIP(space::medium));
        SetSizer(rows);
        size_to_screen(*this, 860, 480);
        Bind(wxEVT_CHAR_HOOK, &QuickFind::key, this);
        look();
        CallAfter([this] { m_field->SetFocus(); });
    }

    std::function<void()> chosen() const { return m_chosen; }

  private:
    void look() {
        m_looked_for = m_field->query();
        m_at = 0;
        offer();
        mark();
    }

    void offer() {
        QuickFindAnswer answer = m_find(m_looked_for);
        m_items = std::move(answer.items);
        m_list->set_rows(m_items.size(), [this](std::size_t row, std::size_t column) -> Cell {
            const QuickFindItem& item = m_items[row];
            if (column == 0) return {item.title};
            return {column == 1 ? item.kind : item.detail, Tone::muted};
        });
        if (answer.go_on) CallAfter([this, go_on = std::move(answer.go_on)] { offer_more(go_on); });
    }

    // What the arrows came to stays the chosen one, wherever it stands now.
    void offer_more(const std::function<void()>& go_on) {
        const bool in_list = !m_field->HasFocus();
        const wxString chosen = m_items.empty() ? wxString() : m_items[m_at].title;
        const bool moved = m_at > 0;
        go_on();
        offer();
        const auto found = std::find_if(m_items.begin(), m_items.end(),
                                        [&](const QuickFindItem& item) { return item.title == chosen; });
        m_at = moved && found != m_items.end() ? static_cast<std::size_t>(found - m_items.begin()) : 0;
        if (m_items.empty() || m_items[m_at].title != chosen)
            mark();
        else
            m_list->quietly([this] { m_list->select(m_at); });
        // What was made ready must not have taken the keyboard.
        if (!in_list && !m_field->HasFocus()) m_field->SetFocus();
    }

    // The keyboard stays in the field, so that a reader is told what the arrows came to.
    void mark() {
        if (m_items.empty()) return announce(*m_field, _("Nothing is called so."));
        m_list->quietly([this] { m_list->select(m_at); });
        const QuickFindItem& item = m_items[m_at];
        announce(*m_field, item.title + ", " + item.kind);
    }

    void key(wxKeyEvent& event) {
        const bool in_list = !m_field->HasFocus();
        switch (event.GetKeyCode()) {
        case WXK_ESCAPE:
            EndModal(wxID_CANCEL);
            return;
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER:
            // What was typed a moment ago may not have been looked for yet.
            if (m_field->query() != m_looked_for) look();
            take(in_list ? m_list->selected().value_or(m_at) : m_at);
            return;
        case WXK_DOWN:
        case WXK_UP: {
            if (in_list || m_items.empty()) break;
            const bool down = event.GetKeyCode() == WXK_DOWN;
            m_at = down ? std::min(m_at + 1, m_items.size() - 1) : m_at - (m_at > 0 ? 1 : 0);
            mark();
            return;
        }
        default:
            break;
        }
        event.Skip();
    }

    void take(std::size_t row) {
        if (row >= m_items.size()) return;
        m_chosen = m_items[row].run;
        EndModal(wxID_OK);
    }

    std::function<QuickFindAnswer(const std::string&)> m_find;
    std::string m_looked_for;
    std::vector<QuickFindItem> m_items;
    std::size_t m_at = 0;
    std::function<void()> m_chosen;
    SearchBox* m_field;
    DataList* m_list = nullptr;
};

} // namespace

Wanted::Wanted(std::string_view typed)
    : m_whole(core::query_fold(typed)) {
    for (const std::string& word : words_of(typed))
        m_words.push_back(core::query_fold(word));
}

std::optional<int> Wanted::answers(std::string_view text) const {
    const std::string whole = core::fold_name(text);
    if (whole.starts_with(m_whole)) return 0;
    const bool held = whole.find(m_whole) != std::string::npos;
    if (held)
        for (const std::string& word : words_of(text))
            if (core::fold_name(word).starts_with(m_whole)) return 1;
    const bool all =
        m_words.size() > 1 && std::all_of(m_words.begin(), m_words.end(), [&](const std::string& word) {
            return whole.find(word) != std::string::npos;
        });
    return held || all ? std::optional{2} : std::nullopt;
}

void show_quick_find(wxWindow* parent, std::function<QuickFindAnswer(const std::string& typed)> find) {
    std::function<void()> run;
    {
        QuickFind window(parent, std::move(find));
        if (window.ShowModal() == wxID_OK) run = window.chosen();
    }
    if (run) parent->CallAfter(run);
}

} // namespace widgets
