// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/record_dialog.hpp"

#include "certificates/award_units.hpp"
#include "certificates/transcript_code.hpp"
#include "classes/ui/class_words.hpp"
#include "documents/file.hpp"
#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "identity/record_store.hpp"
#include "identity/ui/record_lines.hpp"
#include "identity/ui/transfer_words.hpp"
#include "office/key_store.hpp"
#include "units/ui/recognition_dialog.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/job_dialog.hpp"
#include "widgets/reason_dialog.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/arrstr.h>
#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

#include <algorithm>

namespace identity {

namespace {

using widgets::fill;
using widgets::wx;
using widgets::space::large;
using widgets::space::medium;
using widgets::space::small;

// `keep` does what must come before it is written down that the record was made.
template<typename Keep>
core::Expected<PrintedRecord> sign_record(office::Session& session, learners::LearnerId learner, Keep keep) {
    const auto key = office::signing_key(session);
    if (!key) return core::fail(key.error());
    const documents::Fonts fonts = documents::load_program_fonts();
    storage::Transaction tx(session.database, session.actor);
    auto printed = print_record(tx, learner, *key, fonts);
    if (!printed) return printed;
    keep(*printed);
    tx.commit();
    return printed;
}

core::Expected<void> save_record(office::Session& session, learners::LearnerId learner,
                                 const std::filesystem::path& file) {
    const auto printed = sign_record(
        session, learner, [&](const PrintedRecord& record) { documents::write_file(file, record.pdf); });
    if (!printed) return core::fail(printed.error());
    return {};
}

core::Expected<units::TranscriptPaper> sign_transcript(office::Session& session,
                                                       learners::LearnerId learner) {
    const auto key = office::signing_key(session);
    if (!key) return core::fail(key.error());
    const documents::Fonts fonts = documents::load_program_fonts();
    storage::Transaction tx(session.database, session.actor);
    auto printed = certificates::print_transcript(tx, learner, *key, fonts);
    if (!printed) return core::fail(printed.error());
    tx.commit();
    return std::move(printed->paper);
}

class RecordDialog final : public widgets::JobDialog {
  public:
    RecordDialog(wxWindow* parent, office::Session& session, learners::LearnerId learner)
        : JobDialog(parent, _("Record of learning"), "record")
        , m_session(session)
        , m_learner(learner)
        , m_record(load_record(session.database, learner)) {
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_head(), 0, wxEXPAND | wxALL, FromDIP(large));
        rows->Add(make_list(), 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        rows->Add(make_detail(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        rows->Add(make_missing(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(large));
        lay_out(rows, 1180, 680);
        show();
        m_list->focus_list();
    }

  private:
    // What stands in the record now.
    void show() {
        m_lines = record_lines(m_session, m_record);
        m_list->set_rows(m_lines.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            return cell(m_lines[row], column);
        });
        show_missing();
        show_detail();
    }

    static widgets::Cell cell(const RecordLine& line, std::size_t column) {
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
    }

    // The chosen line in full: what the list cuts off is read here.
    wxWindow* make_detail() {
        m_detail = new wxStaticText(m_body, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                                    wxST_NO_AUTORESIZE);
        m_detail->SetMinSize(wxSize(1, 3 * widgets::row_height(*this)));
        return m_detail;
    }

    void show_detail() {
        const auto row = m_list->selected();
        const wxString text = row && *row < m_lines.size() ? m_lines[*row].detail : wxString();
        const auto measure = [this](const wxString& part) { return m_detail->GetTextExtent(part).x; };
        wxString wrapped;
        for (const wxString& part : wxSplit(text, '\n', '\0'))
            wrapped += (wrapped.empty() ? wxString() : wxString("\n")) +
                       widgets::wrapped(part, GetClientSize().x - 3 * FromDIP(large), measure);
        m_detail->SetLabelText(wrapped);
        const int lines = 1 + static_cast<int>(wrapped.Freq('\n'));
        m_detail->SetMinSize(wxSize(1, std::max(3, lines) * widgets::row_height(*this)));
        widgets::name_control(*m_detail, "record.detail", text);
        if (m_withdraw) m_withdraw->Enable(own_recognition().has_value());
        m_body->Layout();
    }

    // Of the chosen line, where this office recognised it.
    std::optional<units::RecognitionId> own_recognition() const {
        const auto row = m_list->selected();
        return row && *row < m_lines.size() ? m_lines[*row].recognition : std::nullopt;
    }

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
        m_list->keep_order(); // classes stand under their programme
        m_list->on_select([this] { show_detail(); });
        return m_list;
    }

    wxWindow* make_missing() {
        m_missing = new wxPanel(m_body);
        m_missing_title = new wxStaticText(m_missing, wxID_ANY, wxString());
        m_missing_title->SetFont(widgets::strong_font(*this));
        m_missing_words = new wxStaticText(m_missing, wxID_ANY, wxString());
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_missing_title, 0, wxLEFT | wxRIGHT | wxTOP, FromDIP(medium));
        rows->Add(m_missing_words, 0, wxALL, FromDIP(medium));
        m_missing->SetSizer(rows);
        return m_missing;
    }

    void show_missing() {
        m_missing->Show(m_record.nearest.has_value());
        if (m_record.nearest) {
            const NearestAward& nearest = *m_record.nearest;
            m_missing->SetBackgroundColour(
                widgets::tint_of(nearest.reasons.empty() ? widgets::Tone::good : widgets::Tone::info));
            // TRANSLATORS: {1} is a certificate's title.
            m_missing_title->SetLabelText(
                fill(_("Still missing for the {1}"), {classes::wording(m_session, nearest.title)}));
            wxString text;
            for (const core::Error& reason : nearest.reasons)
                text += (text.empty() ? wxString() : wxString("\n")) + wxString::FromUTF8("• ") +
                        m_session.sentence(reason);
            if (nearest.reasons.empty()) text = _("Nothing: the certificate may be issued.");
            m_missing_words->SetLabelText(text);
            m_missing_words->Wrap(widgets::text_room(*this, 1080));
            widgets::name_control(*m_missing_words, "record.missing", text);
        }
        m_missing->Layout();
        m_body->Layout();
    }

    wxSizer* make_buttons() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        const auto add = [&](const char* id, const wxString& label, std::function<void()> run) {
            auto* button = new wxButton(m_body, wxID_ANY, label);
            widgets::name_control(*button, id, label);
            button->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { CallAfter(run); });
            row->Add(button, 0, wxRIGHT, FromDIP(small));
            return button;
        };
        add("record.recognise", _("Recognise &prior learning..."), [this] { recognise(); });
        m_withdraw = add("record.withdraw", _("&Withdraw..."), [this] { withdraw(); });
        add("record.transcript", _("&Transcript..."), [this] { show_transcript(); });
        row->AddStretchSpacer();
        add("record.print", _("Pr&int..."), [this] { print(); });
        wxButton* pdf = add("record.save", _("Save as PDF..."), [this] { save(); });
        widgets::dress(*pdf, widgets::Part::primary_button);
        wxButton* close = add("record.close", _("Close"), [this] { Close(); });
        SetEscapeId(close->GetId());
        return row;
    }

    void recognise() {
        if (!units::recognise_learning(this, m_session, m_learner)) return;
        reload();
        m_messages->tell(widgets::Tone::good, _("The prior learning is recognised."));
    }

    void withdraw() {
        const auto recognition = own_recognition();
        if (!recognition) return;
        const auto reason = widgets::ask_reason(
            this, "withdraw",
            {.title = _("Withdraw the recognition"),
             .explanation = _("What was recognised together no longer counts. It stays in the office file "
                              "with the reason."),
             .reason_label = _("Reason, kept with it"),
             .do_label = _("Withdraw")});
        if (!reason) return;
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto done = certificates::withdraw_recognition(tx, *recognition, *reason);
        if (!done) {
            m_messages->tell(widgets::Tone::bad, m_session.sentence(done.error()));
            return;
        }
        tx.commit();
        reload();
        m_messages->tell(widgets::Tone::good, _("The recognition is withdrawn."));
    }

    void reload() {
        m_record = load_record(m_session.database, m_learner);
        show();
        m_list->focus_list();
    }

    // `sign` makes the pages; they are written down like those that are saved. Window and file are called so.
    template<typename Sign>
    void look_at(const wxString& title, const wxString& file, const char* kind, Sign sign) {
        if (!m_session.unlock_signing(this)) return;
        m_jobs->run(
            _("Preparing the pages"),
            [this, title, file, kind, sign](core::Progress&) -> widgets::JobRunner::Finish {
                auto printed = sign();
                return [this, title, file, kind, printed = std::move(printed)] {
                    if (!printed)
                        return m_messages->tell(widgets::Tone::bad, m_session.sentence(printed.error()));
                    documents::show_paper(this, {.title = title,
                                                 .pages = printed->pages,
                                                 .facts = printed->facts,
                                                 .file = file,
                                                 .kind = kind,
                                                 .sentence = m_session.sentence});
                };
            },
            [this](const core::Error& error) {
                m_messages->tell(widgets::Tone::bad, m_session.sentence(error));
            });
    }

    void print() {
        look_at(_("Record of learning"), wx(m_record.person.number), "record",
                [this] { return sign_record(m_session, m_learner, [](const PrintedRecord&) {}); });
    }

    void show_transcript() {
        // TRANSLATORS: a part of the name of a file.
        look_at(_("Transcript"), wx(m_record.person.number) + "-" + _("transcript"), "transcript",
                [this] { return sign_transcript(m_session, m_learner); });
    }

    void save() {
        wxFileDialog dialog(this, _("Save the record of learning"), wxStandardPaths::Get().GetDocumentsDir(),
                            wx(m_record.person.number + ".pdf"), "PDF (*.pdf)|*.pdf",
                            wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (dialog.ShowModal() != wxID_OK || !m_session.unlock_signing(this)) return;
        auto file = widgets::path_of(dialog.GetPath());
        if (file.extension() != ".pdf") file += ".pdf";
        m_jobs->run(
            _("Writing the record of learning"),
            [this, file](core::Progress&) -> widgets::JobRunner::Finish {
                auto saved = save_record(m_session, m_learner, file);
                return [this, saved = std::move(saved), file] { tell_saved(saved, file); };
            },
            [this](const core::Error& error) {
                m_messages->tell(widgets::Tone::bad, m_session.sentence(error));
            });
    }

    void tell_saved(const core::Expected<void>& saved, const std::filesystem::path& file) {
        if (!saved) return m_messages->tell(widgets::Tone::bad, m_session.sentence(saved.error()));
        m_messages->tell_file(fill(_("{1} is written."), {widgets::wx_path(file.filename())}), file);
    }

    office::Session& m_session;
    learners::LearnerId m_learner;
    RecordOfLearning m_record;
    std::vector<RecordLine> m_lines;
    widgets::DataList* m_list = nullptr;
    wxStaticText* m_detail = nullptr;
    wxPanel* m_missing = nullptr;
    wxStaticText* m_missing_title = nullptr;
    wxStaticText* m_missing_words = nullptr;
    wxButton* m_withdraw = nullptr;
};

} // namespace

void show_record(wxWindow* parent, office::Session& session, learners::LearnerId learner) {
    RecordDialog(parent, session, learner).ShowModal();
}

} // namespace identity
