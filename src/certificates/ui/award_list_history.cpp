// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/award_list_history.hpp"

#include "certificates/award_list_store.hpp"
#include "certificates/waiting.hpp"
#include "documents/file.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

namespace certificates {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

wxString step_word(const ListStep& step) {
    switch (step.step) {
    // TRANSLATORS: the steps of an award list.
    case Step::prepare:
        return step.same_step ? _("Prepared (in one step)") : _("Prepared");
    case Step::check:
        return _("Checked");
    case Step::approve:
        if (step.same_step) return _("Approved (in one step)");
        return step.on_paper ? _("Approved on paper") : _("Approved");
    case Step::return_:
        return _("Returned");
    }
    return {};
}

Tone step_tone(Step step) {
    if (step == Step::approve) return Tone::good;
    return step == Step::return_ ? Tone::warning : Tone::plain;
}

wxString who(const ListStep& step) {
    const wxString name = widgets::wx(step.name);
    if (!step.role) return name;
    const wxString role = *step.role == Role::headteacher ? _("headteacher") : _("head of office");
    // TRANSLATORS: {1} a name, {2} a role.
    if (step.acting_for.empty()) return fill(_("{1}, {2}"), {name, role});
    // TRANSLATORS: {1} a name, {2} a role, {3} the name of the person in whose place.
    return fill(_("{1}, {2}, acting for {3}"), {name, role, widgets::wx(step.acting_for)});
}

// A line of the history: a step, or a remark on one learner of it.
struct Entry {
    const AwardList* list;
    const ListStep* step;
    const LineRemark* remark;
};

class HistoryDialog final : public wxDialog {
  public:
    HistoryDialog(wxWindow* parent, office::Session& session, const classes::ClassRow& row)
        : wxDialog(parent, wxID_ANY, fill(_("Award lists of {1}"), {office::shown_name(session, row)}),
                   wxDefaultPosition, wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_lists(lists_of(session.database, row.id)) {
        SetName("award-history");
        SetBackgroundColour(widgets::colour::paper);
        for (const AwardList& list : m_lists)
            for (const ListStep& step : list.steps) {
                m_entries.push_back({&list, &step, nullptr});
                for (const LineRemark& remark : step.remarks)
                    m_entries.push_back({&list, &step, &remark});
            }
        m_bar = new widgets::MessageBar(this);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_bar, 0, wxEXPAND);
        rows->Add(make_list(), 1, wxEXPAND | wxALL, FromDIP(widgets::space::large));
        rows->Add(make_foot(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(widgets::space::large));
        SetSizer(rows);
        widgets::size_to_screen(*this, 1000, 460);
        CallAfter([this] { m_list->focus_list(); });
    }

  private:
    wxWindow* make_list() {
        m_list = new widgets::DataList(this, "award-history.steps", _("What was done"),
                                       {// TRANSLATORS: heading of a column: the number of the list.
                                        {.title = _("List"), .width = 60, .right = true},
                                        {.title = _("Day"), .width = 100},
                                        {.title = _("What was done"), .width = 170},
                                        {.title = _("By"), .width = 260, .grows = true},
                                        {.title = _("Remark"), .width = 320, .grows = true}});
        m_list->set_rows(m_entries.size(),
                         [this](std::size_t at, std::size_t column) { return cell(m_entries[at], column); });
        m_list->on_select([this] { offer_scan(); });
        m_list->quietly([&] {
            if (!m_entries.empty()) m_list->select(m_entries.size() - 1);
        });
        return m_list;
    }

    wxString learner_of(const Entry& entry) const {
        for (const ListLine& line : entry.list->lines)
            if (line.enrolment == entry.remark->enrolment) return office::shown_name(m_session, line);
        return {};
    }

    widgets::Cell cell(const Entry& entry, std::size_t column) const {
        if (entry.remark != nullptr) {
            if (column == 3) return {learner_of(entry), Tone::muted};
            return {column == 4 ? widgets::wx(entry.remark->remark) : wxString()};
        }
        switch (column) {
        case 0:
            return {number(entry.list->number)};
        case 1:
            return {widgets::shown(entry.step->day)};
        case 2:
            return {step_word(*entry.step), step_tone(entry.step->step)};
        case 3:
            return {who(*entry.step)};
        default:
            return {widgets::wx(entry.step->remark)};
        }
    }

    wxSizer* make_foot() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        m_scan = widgets::add_named_button(this, "award-history.scan", _("Save the signed list..."),
                                           [this] { save_scan(); });
        row->Add(m_scan);
        row->AddStretchSpacer();
        auto* close = widgets::add_named_button(this, "award-history.close", _("Close"),
                                                [this] { EndModal(wxID_CLOSE); });
        SetEscapeId(close->GetId());
        row->Add(close);
        offer_scan();
        return row;
    }

    const ListStep* chosen() const {
        const auto at = m_list->selected();
        return at && *at < m_entries.size() ? m_entries[*at].step : nullptr;
    }

    void offer_scan() {
        if (m_scan == nullptr) return;
        const ListStep* step = chosen();
        m_scan->Enable(step != nullptr && !step->scan.empty());
    }

    void save_scan() {
        const ListStep* step = chosen();
        const auto scan = load_scan(m_session.database, step->id);
        if (!scan) return;
        const wxString kind = scan->kind == "pdf" ? "pdf" : "jpg";
        wxFileDialog dialog(this, _("Save the signed list..."), wxStandardPaths::Get().GetDocumentsDir(),
                            "signed-list." + kind, "*." + kind, wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (dialog.ShowModal() != wxID_OK) return;
        const std::filesystem::path out = widgets::path_of(dialog.GetPath());
        try {
            documents::write_file(out, scan->bytes);
        } catch (const core::WorldFailure& failure) {
            m_bar->tell(Tone::warning, m_session.sentence(failure.error()));
            return;
        }
        m_bar->tell_file(_("The signed list is written."), out);
        Layout();
    }

    const office::Session& m_session;
    std::vector<AwardList> m_lists;
    std::vector<Entry> m_entries;
    widgets::MessageBar* m_bar = nullptr;
    widgets::DataList* m_list = nullptr;
    wxButton* m_scan = nullptr;
};

wxString awaited_word(Awaited awaited) {
    switch (awaited) {
    // TRANSLATORS: what an award list waits for.
    case Awaited::preparation:
        return _("To be prepared");
    case Awaited::check:
        return _("To be checked");
    case Awaited::approval:
        return _("To be approved");
    case Awaited::mending:
        return _("Returned, to be mended");
    case Awaited::issue:
        return _("Certificates to be issued");
    }
    return {};
}

class WaitingDialog final : public wxDialog {
  public:
    WaitingDialog(wxWindow* parent, office::Session& session)
        : wxDialog(parent, wxID_ANY, _("Award lists that wait"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_waiting(waiting_lists(session.database)) {
        SetName("award-waiting");
        SetBackgroundColour(widgets::colour::paper);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_list(), 1, wxEXPAND | wxALL, FromDIP(widgets::space::large));
        rows->Add(make_foot(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(widgets::space::large));
        SetSizer(rows);
        widgets::size_to_screen(*this, 1060, 520);
        CallAfter([this] { m_list->focus_list(); });
    }

    std::optional<classes::ClassId> chosen() const {
        const auto at = m_list->selected();
        if (!at || *at >= m_waiting.size()) return std::nullopt;
        return m_waiting[*at].class_id;
    }

  private:
    wxWindow* make_list() {
        m_list = new widgets::DataList(this, "award-waiting.lists", _("Award lists that wait"),
                                       {{.title = _("Days"), .width = 64, .right = true},
                                        {.title = _("Waits"), .width = 190},
                                        {.title = _("Class"), .width = 210, .grows = true},
                                        {.title = _("Institution"), .width = 220, .grows = true},
                                        {.title = _("Last step by"), .width = 150},
                                        {.title = _("Remark"), .width = 170, .grows = true}});
        m_list->say_when_empty(_("No closed class waits for its award."));
        m_list->set_rows(m_waiting.size(),
                         [this](std::size_t at, std::size_t column) { return cell(m_waiting[at], column); });
        m_list->on_open([this](std::size_t) { EndModal(wxID_OK); });
        if (!m_waiting.empty()) m_list->select(0);
        return m_list;
    }

    widgets::Cell cell(const Waiting& one, std::size_t column) const {
        const bool khmer = m_session.language == widgets::Language::khmer;
        const auto named = [khmer](const std::string& km, const std::string& name) {
            return widgets::wx((khmer && !km.empty()) || name.empty() ? km : name);
        };
        switch (column) {
        case 0:
            return {number(one.days), one.days > 14 ? Tone::warning : Tone::plain};
        case 1:
            return {awaited_word(one.awaited), one.awaited == Awaited::mending ? Tone::warning : Tone::plain};
        case 2:
            return {named(one.class_km, one.class_name)};
        case 3:
            return {named(one.institution_km, one.institution_name)};
        case 4:
            return {widgets::wx(one.last_name)};
        default:
            return {widgets::wx(one.remark)};
        }
    }

    wxSizer* make_foot() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->AddStretchSpacer();
        auto* close = widgets::add_named_button(this, "award-waiting.close", _("Close"),
                                                [this] { EndModal(wxID_CLOSE); });
        SetEscapeId(close->GetId());
        auto* go = widgets::add_named_button(this, "award-waiting.go", _("Go to the class"),
                                             [this] { EndModal(wxID_OK); });
        widgets::dress(*go, widgets::Part::primary_button);
        go->Enable(!m_waiting.empty());
        row->Add(close, 0, wxRIGHT, FromDIP(widgets::space::small));
        row->Add(go);
        return row;
    }

    const office::Session& m_session;
    std::vector<Waiting> m_waiting;
    widgets::DataList* m_list = nullptr;
};

} // namespace

void show_history(wxWindow* parent, office::Session& session, const classes::ClassRow& row) {
    HistoryDialog(parent, session, row).ShowModal();
}

std::optional<classes::ClassId> show_waiting(wxWindow* parent, office::Session& session) {
    WaitingDialog dialog(parent, session);
    return dialog.ShowModal() == wxID_OK ? dialog.chosen() : std::nullopt;
}

} // namespace certificates
