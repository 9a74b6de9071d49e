// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/take_back_dialog.hpp"

#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>

#include <string>
#include <utility>

namespace widgets {
namespace {

class TakeBackDialog final : public wxDialog {
  public:
    TakeBackDialog(wxWindow* parent, TakeBackList list)
        : wxDialog(parent, wxID_ANY, list.title, wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_what(std::move(list))
        , m_body(new wxPanel(this))
        , m_jobs(new JobPanel(this, m_body))
        , m_messages(new MessageBar(m_body))
        , m_list(new DataList(m_body, m_what.id, m_what.title, m_what.columns)) {
        const std::string id(m_what.id);
        SetName(wx(id));
        SetBackgroundColour(colour::ground);
        m_list->say_when_empty(m_what.empty);
        m_undo = new wxButton(m_body, wxID_ANY, m_what.take_back);
        name_control(*m_undo, id + ".undo", wxControl::RemoveMnemonics(m_what.take_back));
        // Later, because it may open a window of its own and fills the list anew.
        m_undo->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { take_one_back(); }); });
        auto* close = new wxButton(m_body, wxID_CANCEL, _("Close"));
        name_control(*close, id + ".close", _("Close"));
        m_list->on_select([this] { m_undo->Enable(may_take_back()); });
        auto* buttons = new wxBoxSizer(wxHORIZONTAL);
        buttons->Add(m_undo);
        buttons->AddStretchSpacer();
        buttons->Add(close);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_messages, 0, wxEXPAND);
        rows->Add(m_list, 1, wxEXPAND | wxALL, FromDIP(space::medium));
        rows->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::medium));
        m_body->SetSizer(rows);
        auto* all = new wxBoxSizer(wxVERTICAL);
        all->Add(m_body, 1, wxEXPAND);
        all->Add(m_jobs, 0, wxEXPAND);
        SetSizer(all);
        Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) {
            if (!m_jobs->busy()) EndModal(wxID_CANCEL);
        });
        SetSize(text_room(*this, 980, 480));
        CentreOnParent();
        show();
        m_list->focus_list();
    }

    bool changed() const { return m_changed; }

  private:
    void show() {
        m_rows = m_what.load();
        m_list->set_rows(m_rows, m_what.cell);
        m_undo->Enable(may_take_back());
    }

    bool may_take_back() const {
        const auto row = m_list->selected();
        return row && *row < m_rows && m_what.may_take_back(*row);
    }

    void take_one_back() {
        if (!may_take_back()) return;
        const std::size_t row = *m_list->selected();
        if (m_what.take_long_back)
            begin(row);
        else if (const auto taken = m_what.take_one_back(this, row))
            tell(*taken, row);
    }

    void begin(std::size_t row) {
        const LongTakeBack long_work = m_what.take_long_back(row);
        m_jobs->run(
            long_work.title,
            [this, row, work = long_work.work](core::Progress& progress) -> JobRunner::Finish {
                return [this, row, taken = work(progress)] { tell(taken(), row); };
            },
            [this, sentence = long_work.sentence](const core::Error& error) {
                m_messages->tell(Tone::bad, sentence(error));
            });
    }

    void tell(const TakenBack& taken, std::size_t row) {
        m_messages->tell(taken.done ? Tone::good : Tone::warning, taken.sentence);
        if (!taken.done) return;
        m_changed = true;
        show();
        m_list->select(row);
    }

    TakeBackList m_what;
    std::size_t m_rows = 0;
    bool m_changed = false;
    wxPanel* m_body;
    JobPanel* m_jobs;
    MessageBar* m_messages;
    DataList* m_list;
    wxButton* m_undo = nullptr;
};

} // namespace

bool show_take_back_list(wxWindow* parent, TakeBackList list) {
    TakeBackDialog dialog(parent, std::move(list));
    dialog.ShowModal();
    return dialog.changed();
}

} // namespace widgets
