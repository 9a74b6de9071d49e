// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/award_step_dialog.hpp"

#include "certificates/award_list_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

namespace certificates {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

// What all steps share: words above, a name, and the answer of the store told in the dialog.
class StepDialog : public widgets::FormDialog {
  public:
    StepDialog(wxWindow* parent, office::Session& session, const classes::ClassRow& row,
               const wxString& title, const wxString& words, const wxString& do_label, int columns)
        : FormDialog(parent, "award-step", title, do_label)
        , m_session(session)
        , m_class(row.id) {
        auto* text = new wxStaticText(body(), wxID_ANY, words);
        text->Wrap(widgets::text_room(*this, 560));
        rows().Add(text, 0, wxBOTTOM, FromDIP(widgets::space::medium));
        m_form = new widgets::Form(body(), columns);
        rows().Add(m_form, 0, wxEXPAND);
        on_accept([this] { return done(); });
    }

  protected:
    using Work = core::Expected<void>;

    void add_name(const wxString& label, const std::string& value) {
        m_name = m_form->add_text("award-step.name", label, value);
        CallAfter([this] { m_name->SetFocus(); });
    }
    std::string name() const { return widgets::typed(m_name->GetValue()); }
    widgets::Form& form() { return *m_form; }
    office::Session& session() { return m_session; }

    virtual Work run(storage::Transaction& tx, classes::ClassId id) = 0;

  private:
    bool done() {
        m_form->forget_complaints();
        storage::Transaction tx(m_session.database, m_session.actor);
        const Work worked = run(tx, m_class);
        if (worked) {
            tx.commit();
            return true;
        }
        if (worked.error().code == "signer.no-name")
            m_form->complain(m_name, m_session.sentence(worked.error()));
        else
            bar().tell(Tone::warning, m_session.sentence(worked.error()));
        return false;
    }

    office::Session& m_session;
    classes::ClassId m_class;
    widgets::Form* m_form;
    wxTextCtrl* m_name = nullptr;
};

class PrepareDialog final : public StepDialog {
  public:
    PrepareDialog(wxWindow* parent, office::Session& session, const classes::ClassRow& row)
        : StepDialog(parent, session, row,
                     fill(_("Prepare the award list of {1}"), {office::shown_name(session, row)}),
                     _("The list is kept as it stands now: who is to be awarded, and for everyone else why "
                       "not. Somebody else checks it, then it is approved."),
                     _("Prepare"), 1) {
        add_name(_("Prepared by"), name_last_used(session.database, Step::prepare));
        fit();
    }

  private:
    Work run(storage::Transaction& tx, classes::ClassId id) override {
        const auto prepared = prepare_list(tx, id, name());
        if (!prepared) return core::fail(prepared.error());
        return {};
    }
};

class CheckDialog final : public StepDialog {
  public:
    CheckDialog(wxWindow* parent, office::Session& session, const classes::ClassRow& row,
                const AwardList& list)
        : StepDialog(parent, session, row,
                     fill(_("Check the award list of {1}"), {office::shown_name(session, row)}),
                     // TRANSLATORS: {1} who prepared the list, {2} how many are on it, {3} women among them.
                     fill(_("{1} prepared it: {2} to be awarded, {3} of them women. Whoever checks it is "
                            "somebody else."),
                          {widgets::wx(list.steps.front().name), number(list.awarded()),
                           number(list.awarded_women())}),
                     _("It is right"), 1) {
        add_name(_("Checked by"), name_last_used(session.database, Step::check));
        fit();
    }

  private:
    Work run(storage::Transaction& tx, classes::ClassId id) override { return check_list(tx, id, name()); }
};

class ApproveDialog final : public StepDialog {
  public:
    ApproveDialog(wxWindow* parent, office::Session& session, const classes::ClassRow& row,
                  const AwardList& list)
        : StepDialog(
              parent, session, row,
              fill(_("Approve the award list of {1}"), {office::shown_name(session, row)}),
              fill(_("{1} to be awarded, {2} of them women. Checked by {3}."),
                   {number(list.awarded()), number(list.awarded_women()), widgets::wx(list.last().name)}),
              _("Approve"), 2) {
        m_role = form().add_choice("award-step.role", _("Approved as"),
                                   {_("Headteacher or head of the centre"), _("Head of office")}, 0);
        add_name(_("Approved by"), name_last_used(session.database, Step::approve, Role::headteacher));
        m_acting = form().add_text("award-step.acting-for", _("Acting for (else leave it empty)"));
        form().skip();
        m_paper = form().add_check("award-step.on-paper", _("The printed list was signed on paper"), false);
        form().skip();
        m_day = form().add_date("award-step.day", _("Signed on"));
        m_scan = dynamic_cast<wxButton*>(
            form().add_custom("award-step.scan", _("The signed list (PDF or picture)"),
                              [this](wxWindow* in) { return make_scan_button(in); }));
        m_role->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { offer_name(); });
        m_paper->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { offer_paper(); });
        offer_paper();
        fit(620);
    }

  private:
    wxWindow* make_scan_button(wxWindow* in) {
        auto* button = new wxButton(in, wxID_ANY, _("Choose the file..."));
        button->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { CallAfter([this] { choose_scan(); }); });
        return button;
    }

    Role role() const { return m_role->GetSelection() == 1 ? Role::office_head : Role::headteacher; }

    void offer_name() {
        const std::string last = name_last_used(session().database, Step::approve, role());
        if (auto* field = dynamic_cast<wxTextCtrl*>(FindWindow("award-step.name")))
            if (!last.empty()) field->SetValue(widgets::wx(last));
    }

    void offer_paper() {
        m_day->Enable(m_paper->GetValue());
        m_scan->Enable(m_paper->GetValue());
    }

    void choose_scan() {
        wxFileDialog dialog(this, _("The signed list (PDF or picture)"),
                            wxStandardPaths::Get().GetDocumentsDir(), wxString(),
                            _("PDF or picture") + "|*.pdf;*.jpg;*.jpeg;*.png;*.PDF;*.JPG;*.JPEG;*.PNG");
        if (dialog.ShowModal() != wxID_OK) return;
        const std::filesystem::path path = widgets::path_of(dialog.GetPath());
        auto scan = read_scan_file(path);
        if (!scan) {
            bar().tell(Tone::warning, session().sentence(scan.error()));
            return;
        }
        m_chosen = *std::move(scan);
        bar().dismiss();
        m_scan->SetLabel(widgets::wx_path(path.filename()));
    }

    Work run(storage::Transaction& tx, classes::ClassId id) override {
        ListApproval approval{
            .name = name(), .role = role(), .acting_for = widgets::typed(m_acting->GetValue())};
        if (m_paper->GetValue()) {
            const auto day = m_day->day();
            if (!day) return core::fail(day.error());
            approval.signed_on = *day;
            approval.scan = m_chosen;
        }
        const auto approved = approve_list(tx, id, approval);
        if (!approved) return core::fail(approved.error());
        return {};
    }

    wxChoice* m_role = nullptr;
    wxTextCtrl* m_acting = nullptr;
    wxCheckBox* m_paper = nullptr;
    widgets::DateField* m_day = nullptr;
    wxButton* m_scan = nullptr;
    std::optional<Scan> m_chosen;
};

class ReturnDialog final : public StepDialog {
  public:
    ReturnDialog(wxWindow* parent, office::Session& session, const classes::ClassRow& row,
                 const AwardList& list)
        : StepDialog(parent, session, row,
                     fill(_("Return the award list of {1}"), {office::shown_name(session, row)}),
                     _("What is to be mended, on the whole list or on single learners. The remarks stay in "
                       "the history when the list is prepared again."),
                     _("Return the list"), 1)
        , m_lines(list.lines)
        , m_remarks(list.lines.size()) {
        add_name(_("Returned by"), name_last_used(session.database, Step::return_));
        m_remark = form().add_lines("award-step.remark", _("Remark on the list"), {}, 2);
        m_list = new widgets::DataList(body(), "award-step.learners", _("Learners of the class"),
                                       {{.title = _("Name"), .width = 220, .grows = true},
                                        {.title = _("Average"), .width = 80, .right = true},
                                        {.title = _("Remark"), .width = 280, .grows = true}});
        m_list->SetMinSize(widgets::text_room(*this, 600, 200));
        m_list->set_rows(m_lines.size(), [this](std::size_t at, std::size_t column) -> widgets::Cell {
            if (column == 0) return {office::shown_name(this->session(), m_lines[at])};
            return {widgets::wx(column == 1 ? m_lines[at].average : m_remarks[at])};
        });
        m_list->on_select([this] { show_remark(); });
        rows().Add(m_list, 1, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(widgets::space::small));
        auto* below = new widgets::Form(body(), 1);
        m_line = below->add_text("award-step.line-remark", _("Remark on the learner chosen above"));
        m_line->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { keep_remark(); });
        rows().Add(below, 0, wxEXPAND);
        fit(640);
    }

  private:
    void show_remark() {
        const auto at = m_list->selected();
        m_line->ChangeValue(at ? widgets::wx(m_remarks[*at]) : wxString());
    }

    void keep_remark() {
        const auto at = m_list->selected();
        if (!at) return;
        m_remarks[*at] = widgets::typed(m_line->GetValue());
        m_list->row_changed(*at);
    }

    Work run(storage::Transaction& tx, classes::ClassId id) override {
        ListReturn returned{.by = name(), .remark = widgets::typed(m_remark->GetValue())};
        for (std::size_t at = 0; at < m_lines.size(); ++at)
            if (!m_remarks[at].empty()) returned.remarks.push_back({m_lines[at].enrolment, m_remarks[at]});
        return return_list(tx, id, returned);
    }

    std::vector<ListLine> m_lines;
    std::vector<std::string> m_remarks;
    wxTextCtrl* m_remark = nullptr;
    widgets::DataList* m_list = nullptr;
    wxTextCtrl* m_line = nullptr;
};

} // namespace

bool take_step(wxWindow* parent, office::Session& session, const classes::ClassRow& row,
               const std::optional<AwardList>& list, Step step) {
    switch (step) {
    case Step::prepare:
        return PrepareDialog(parent, session, row).ShowModal() == wxID_OK;
    case Step::check:
        return CheckDialog(parent, session, row, list.value()).ShowModal() == wxID_OK;
    case Step::approve:
        return ApproveDialog(parent, session, row, list.value()).ShowModal() == wxID_OK;
    case Step::return_:
        return ReturnDialog(parent, session, row, list.value()).ShowModal() == wxID_OK;
    }
    return false;
}

} // namespace certificates
