// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/letter_panel.hpp"

#include "attendance/letter_store.hpp"
#include "attendance/ui/mark_words.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace attendance {
namespace {

using widgets::wx;

class LetterPanel final : public wxPanel {
  public:
    LetterPanel(wxWindow* parent, office::Session& session)
        : wxPanel(parent)
        , m_session(session)
        , m_list(new widgets::DataList(this, "letters", _("Letters of this office"),
                                       {{.title = _("Letter"), .width = 120},
                                        {.title = _("What it means"), .width = 380, .grows = true}})) {
        SetBackgroundColour(widgets::colour::paper);
        m_list->say_when_empty(
            _("No letters of this office yet. The register knows the usual letters from the "
              "start, and of the number pad 0 present, 1 without permission, 2 with "
              "permission, 3 late, 4 and 5 half a day without and with."));
        m_list->on_open([this](std::size_t row) { edit(&m_letters[row]); });
        auto* buttons = new wxBoxSizer(wxHORIZONTAL);
        add_button(buttons, "letter.add", _("New letter..."), [this] { edit(nullptr); });
        m_edit = add_button(buttons, "letter.edit", _("Edit letter..."),
                            [this] { edit(&m_letters[*m_list->selected()]); });
        m_remove = add_button(buttons, "letter.remove", _("Remove letter"), [this] { remove(); });
        m_list->on_select([this] { allow(); });
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(buttons, 0, wxALL, FromDIP(widgets::space::small));
        rows->Add(m_list, 1, wxEXPAND);
        SetSizer(rows);
        refresh();
    }

  private:
    wxButton* add_button(wxSizer* buttons, const char* id, const wxString& label,
                         const std::function<void()>& run) {
        auto* button = new wxButton(this, wxID_ANY, label);
        widgets::name_control(*button, id, label);
        button->Bind(wxEVT_BUTTON, [this, run](wxCommandEvent&) { CallAfter(run); });
        buttons->Add(button, 0, wxRIGHT, FromDIP(widgets::space::small));
        return button;
    }

    void allow() {
        m_edit->Enable(m_list->selected().has_value());
        m_remove->Enable(m_list->selected().has_value());
    }

    void refresh() {
        const Letters letters = load_letters(m_session.database);
        m_letters.assign(letters.begin(), letters.end());
        m_list->set_rows(m_letters.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            if (column == 0) return {wx(m_letters[row].first)};
            return {in_words(m_letters[row].second)};
        });
        allow();
    }

    void edit(const std::pair<std::string, Mark>* known) {
        const auto before = known ? *known : std::pair<std::string, Mark>{"", Mark::permission};
        widgets::FormDialog dialog(this, "letter", known ? _("Letter") : _("New letter"), _("Save"));
        auto* form = new widgets::Form(dialog.body(), 1);
        auto* letter = form->add_text("letter.letter", _("Letter as the registers write it"), before.first);
        std::vector<wxString> meanings;
        for (const Mark mark : all_marks)
            meanings.push_back(in_words(mark));
        const auto at = std::find(all_marks.begin(), all_marks.end(), before.second) - all_marks.begin();
        auto* mark = form->add_choice("letter.mark", _("What it means"), meanings, static_cast<int>(at));
        dialog.rows().Add(form, 1, wxEXPAND);
        dialog.on_accept([&] {
            form->forget_complaints();
            const std::string typed = widgets::typed(letter->GetValue());
            storage::Transaction tx(m_session.database, m_session.actor);
            if (known && typed != before.first) remove_letter(tx, before.first);
            const auto set = set_letter(tx, typed, all_marks[static_cast<std::size_t>(mark->GetSelection())]);
            if (!set) {
                form->complain(letter, m_session.sentence(set.error()));
                return false;
            }
            tx.commit();
            return true;
        });
        dialog.fit(420);
        if (dialog.ShowModal() == wxID_OK) refresh();
    }

    void remove() {
        if (!m_list->selected()) return;
        storage::Transaction tx(m_session.database, m_session.actor);
        remove_letter(tx, m_letters[*m_list->selected()].first);
        tx.commit();
        refresh();
    }

    office::Session& m_session;
    std::vector<std::pair<std::string, Mark>> m_letters;
    widgets::DataList* m_list;
    wxButton* m_edit = nullptr;
    wxButton* m_remove = nullptr;
};

} // namespace

wxWindow* make_letter_panel(wxWindow* parent, office::Session& session) {
    return new LetterPanel(parent, session);
}

} // namespace attendance
