// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/record_dialog.hpp"

#include "classes/ui/class_words.hpp"
#include "documents/file.hpp"
#include "identity/record_store.hpp"
#include "identity/ui/transfer_words.hpp"
#include "office/key_store.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>
#include <wx/utils.h>

namespace identity {

namespace {

using widgets::fill;
using widgets::wx;
using widgets::space::large;
using widgets::space::medium;
using widgets::space::small;

documents::Fonts load_fonts() {
    const auto program = widgets::path_of(wxStandardPaths::Get().GetExecutablePath());
    return documents::Fonts::load(documents::font_folders(program.parent_path()));
}

core::Expected<void> save_record(storage::Database& database, const storage::Actor& actor,
                                 learners::LearnerId learner, const std::filesystem::path& file) {
    const auto key = office::open_signing_key(database);
    if (!key) return core::fail(key.error());
    const documents::Fonts fonts = load_fonts();
    storage::Transaction tx(database, actor);
    const auto printed = print_record(tx, learner, *key, fonts);
    if (!printed) return core::fail(printed.error());
    documents::write_file(file, printed->pdf);
    tx.commit();
    return {};
}

struct Line {
    wxString what;
    wxString where;
    wxString when;
    wxString hours;
    wxString rate;
    widgets::Cell result;
};

class RecordDialog final : public wxDialog {
  public:
    RecordDialog(wxWindow* parent, office::Session& session, learners::LearnerId learner)
        : wxDialog(parent, wxID_ANY, _("Record of learning"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_learner(learner)
        , m_record(load_record(session.database, learner))
        , m_body(new wxPanel(this))
        , m_jobs(new widgets::JobPanel(this, m_body))
        , m_messages(new widgets::MessageBar(m_body)) {
        SetName("record");
        m_body->SetBackgroundColour(widgets::colour::paper);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_messages, 0, wxEXPAND);
        rows->Add(make_head(), 0, wxEXPAND | wxALL, FromDIP(large));
        rows->Add(make_list(), 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        if (m_record.nearest)
            rows->Add(make_missing(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(large));
        m_body->SetSizer(rows);
        auto* all = new wxBoxSizer(wxVERTICAL);
        all->Add(m_body, 1, wxEXPAND);
        all->Add(m_jobs, 0, wxEXPAND);
        SetSizer(all);
        SetSize(FromDIP(wxSize(1080, 620)));
        CentreOnParent();
        Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) {
            if (!m_jobs->busy()) EndModal(wxID_CLOSE);
        });
        m_list->focus_list();
    }

  private:
    wxSizer* make_head() {
        const learners::Learner& person = m_record.person;
        wxString name = wx(person.name_km);
        if (!person.name.empty()) name += (name.empty() ? "" : "   ") + wx(person.name);
        auto* title =
            new wxStaticText(m_body, wxID_ANY, name, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
        title->SetFont(widgets::title_font(*this));
        widgets::name_control(*title, "record.name", name);
        wxString facts = wx(person.number);
        if (person.born) facts += "   " + widgets::shown(*person.born);
        // TRANSLATORS: {1} hours of learning, {2} a percentage.
        facts += "   " + (m_record.rate ? fill(_("{1} hours in all, attendance {2}"),
                                               {hours_words(m_record.hours), rate_words(m_record.rate)})
                                        : fill(_("{1} hours in all"), {hours_words(m_record.hours)}));
        auto* line =
            new wxStaticText(m_body, wxID_ANY, facts, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
        line->SetForegroundColour(widgets::colour::muted);
        widgets::name_control(*line, "record.facts", facts);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(title, 0, wxEXPAND);
        rows->Add(line, 0, wxEXPAND | wxTOP, FromDIP(small));
        return rows;
    }

    wxWindow* make_list() {
        for (const RecordClass& one : m_record.classes)
            add_class(one);
        for (const RecordUnit& unit : m_record.units)
            // TRANSLATORS: {1} is a unit of a programme, {2} the programme.
            m_lines.push_back(
                {fill(_("Unit earned: {1} ({2})"), {classes::wording(m_session, unit.name),
                                                    classes::wording(m_session, unit.programme_name)}),
                 office::shown_name(m_session, *unit.office),
                 {},
                 {},
                 {},
                 {unit.marks ? wx(unit.marks->average_text) : wxString(), widgets::Tone::good}});
        for (const RecordCertificate& one : m_record.certificates)
            m_lines.push_back({classes::wording(m_session, one.title) + " " + wx(one.serial),
                               office::shown_name(m_session, one.office),
                               widgets::shown(one.issued_on),
                               {},
                               {},
                               {certificate_state_word(one.state),
                                one.state == "issued" ? widgets::Tone::good : widgets::Tone::warning}});
        m_list = new widgets::DataList(m_body, "record.list", _("Everything earned"),
                                       {{.title = _("What"), .width = 290, .grows = true},
                                        {.title = _("Where"), .width = 250},
                                        {.title = _("When"), .width = 180},
                                        {.title = _("Hours"), .width = 70, .right = true},
                                        {.title = _("Attendance"), .width = 90, .right = true},
                                        {.title = _("Result"), .width = 120}});
        m_list->say_when_empty(
            _("Nothing is recorded of this learner yet. Enrol in a class, or take in what another "
              "office wrote."));
        m_list->set_rows(m_lines.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const Line& line = m_lines[row];
            switch (column) {
            case 0:
                return {line.what};
            case 1:
                return {line.where, widgets::Tone::muted};
            case 2:
                return {line.when};
            case 3:
                return {line.hours};
            case 4:
                return {line.rate};
            default:
                return line.result;
            }
        });
        return m_list;
    }

    void add_class(const RecordClass& one) {
        widgets::Cell result{wx(one.average + " " + one.grade)};
        if (one.reason)
            result = {classes::leaving_word(*one.reason), widgets::Tone::muted};
        else if (one.open)
            // TRANSLATORS: a class the learner is still in.
            result = {_("Learning now"), widgets::Tone::info};
        else if (one.verdict == assessment::Verdict::pass)
            result.tone = widgets::Tone::good;
        m_lines.push_back({classes::wording(m_session, one.programme_name) + ", " + wx(one.name_km),
                           wx(one.institution_km) + ", " + office::shown_name(m_session, one.office),
                           widgets::shown(one.first_day) + " – " + widgets::shown(one.last_day),
                           hours_words(one.hours), rate_words(one.rate), result});
        for (const RecordScores& row : one.scores) {
            wxString marks;
            for (std::size_t i = 0; i < row.marks.size(); ++i)
                if (!row.marks[i].empty())
                    marks += (marks.empty() ? "" : "; ") + classes::wording(m_session, one.subjects[i]) +
                             " " + wx(row.marks[i]);
            m_lines.push_back(
                {wxString::FromUTF8("    ") + classes::wording(m_session, row.period) + ": " + marks,
                 {},
                 {},
                 {},
                 {},
                 {wx(one.average + " " + one.grade), widgets::Tone::muted}});
        }
    }

    wxWindow* make_missing() {
        const NearestAward& nearest = *m_record.nearest;
        const widgets::Tone tone = nearest.reasons.empty() ? widgets::Tone::good : widgets::Tone::info;
        auto* card = new wxPanel(m_body);
        card->SetBackgroundColour(widgets::tint_of(tone));
        // TRANSLATORS: {1} is a certificate's title.
        auto* title = new wxStaticText(
            card, wxID_ANY,
            fill(_("Still missing for the {1}"), {classes::wording(m_session, nearest.title)}));
        title->SetFont(widgets::strong_font(*this));
        wxString text;
        for (const core::Error& reason : nearest.reasons)
            text += (text.empty() ? wxString() : wxString("\n")) + wxString::FromUTF8("• ") +
                    m_session.sentence(reason);
        if (nearest.reasons.empty()) text = _("Nothing: the certificate may be issued.");
        auto* words = new wxStaticText(card, wxID_ANY, text);
        words->Wrap(FromDIP(1000));
        widgets::name_control(*words, "record.missing", text);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(title, 0, wxLEFT | wxRIGHT | wxTOP, FromDIP(medium));
        rows->Add(words, 0, wxALL, FromDIP(medium));
        card->SetSizer(rows);
        return card;
    }

    wxSizer* make_buttons() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->AddStretchSpacer();
        const auto add = [&](const char* id, const wxString& label, std::function<void()> run) {
            auto* button = new wxButton(m_body, wxID_ANY, label);
            widgets::name_control(*button, id, label);
            button->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { CallAfter(run); });
            row->Add(button, 0, wxLEFT, FromDIP(small));
            return button;
        };
        add("record.print", _("Open to print..."), [this] { save(true); });
        wxButton* pdf = add("record.save", _("Save as PDF..."), [this] { save(false); });
        widgets::dress(*pdf, widgets::Part::primary_button);
        wxButton* close = add("record.close", _("Close"), [this] { Close(); });
        SetEscapeId(close->GetId());
        return row;
    }

    void save(bool open) {
        wxFileDialog dialog(this, _("Save the record of learning"), wxStandardPaths::Get().GetDocumentsDir(),
                            wx(m_record.person.number) + ".pdf", "PDF (*.pdf)|*.pdf",
                            wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (dialog.ShowModal() != wxID_OK) return;
        auto file = widgets::path_of(dialog.GetPath());
        if (file.extension() != ".pdf") file += ".pdf";
        m_jobs->run(
            _("Writing the record of learning"),
            [this, file, open](core::Progress&) -> widgets::JobRunner::Finish {
                auto saved = save_record(m_session.database, m_session.actor, m_learner, file);
                return [this, saved = std::move(saved), file, open] { tell_saved(saved, file, open); };
            },
            [this](const core::Error& error) {
                m_messages->tell(widgets::Tone::bad, m_session.sentence(error));
            });
    }

    void tell_saved(const core::Expected<void>& saved, const std::filesystem::path& file, bool open) {
        if (!saved) {
            m_messages->tell(widgets::Tone::bad, m_session.sentence(saved.error()));
            return;
        }
        m_messages->tell(widgets::Tone::good,
                         fill(_("{1} is written."), {widgets::wx_path(file.filename())}));
        // The system's own viewer prints it.
        if (open && !wxLaunchDefaultApplication(widgets::wx_path(file)))
            m_messages->tell(widgets::Tone::warning,
                             fill(_("{1} is written. No program on this computer opens it."),
                                  {widgets::wx_path(file.filename())}));
    }

    office::Session& m_session;
    learners::LearnerId m_learner;
    RecordOfLearning m_record;
    std::vector<Line> m_lines;
    wxPanel* m_body;
    widgets::JobPanel* m_jobs;
    widgets::MessageBar* m_messages;
    widgets::DataList* m_list = nullptr;
};

} // namespace

void show_record(wxWindow* parent, office::Session& session, learners::LearnerId learner) {
    RecordDialog(parent, session, learner).ShowModal();
}

} // namespace identity
