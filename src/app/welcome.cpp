// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/welcome.hpp"

#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/icons.hpp"
#include "widgets/job_panel.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/statbmp.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

namespace app {

namespace {

using widgets::space::large;
using widgets::space::medium;
using widgets::space::small;

class Welcome final : public wxDialog {
  public:
    Welcome(widgets::Language language, const std::vector<std::filesystem::path>& recent,
            const WelcomeTrouble& trouble, const std::optional<backups::RestoreWish>& at_once,
            const WelcomeActions& actions)
        : wxDialog(nullptr, wxID_ANY, "Srok", wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMINIMIZE_BOX)
        , m_recent(recent)
        , m_actions(actions)
        , m_language(language) {
        SetName("welcome");
        SetIcon(widgets::icon("srok", 48).GetIcon(wxSize(48, 48)));
        SetBackgroundColour(widgets::colour::paper);
        m_right = new wxPanel(this);
        auto* foot = new widgets::JobPanel(this, m_right);
        m_jobs = foot;
        auto* columns = new wxBoxSizer(wxHORIZONTAL);
        columns->Add(make_band(), 0, wxEXPAND);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_right, 1, wxEXPAND);
        rows->Add(foot, 0, wxEXPAND);
        columns->Add(rows, 1, wxEXPAND);
        fill_right();
        SetSizer(columns);
        SetClientSize(FromDIP(wxSize(860, 560)));
        CentreOnScreen();
        // Once the window has its size: the sentence wraps at it.
        if (!trouble.sentence.empty()) CallAfter([this, trouble] { tell(trouble); });
        if (at_once) CallAfter([this, wish = *at_once] { restore(wish); });
        Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) {
            // A sample half-made is stopped first; its end closes the window.
            if (m_jobs->busy())
                m_jobs->cancel();
            else
                EndModal(wxID_CANCEL);
        });
    }

    WelcomeChoice choice;

  private:
    wxWindow* make_band() {
        auto* band = new wxPanel(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(260, -1)));
        band->SetBackgroundColour(widgets::colour::navy);
        auto* name = new wxStaticText(band, wxID_ANY, widgets::wx("ស្រុក · Srok"));
        name->SetFont(widgets::title_font(*this));
        name->SetForegroundColour(*wxWHITE);
        auto* line =
            new wxStaticText(band, wxID_ANY, _("The learning register of the district office of education"),
                             wxDefaultPosition, wxDefaultSize, wxALIGN_CENTRE_HORIZONTAL);
        line->SetForegroundColour(widgets::colour::navy_text);
        line->Wrap(widgets::text_room(*this, 220));
        const bool khmer = m_language == widgets::Language::khmer;
        const wxString other = khmer ? wxString("English") : widgets::wx("ភាសាខ្មែរ");
        auto* language = new wxButton(band, wxID_ANY, other);
        language->SetBitmap(widgets::icon("language", 18, widgets::colour::navy_text));
        widgets::dress(*language, widgets::Part::sidebar_button);
        widgets::name_control(*language, "welcome.language", other);
        language->Bind(wxEVT_BUTTON, [this, khmer](wxCommandEvent&) {
            choice.language = khmer ? widgets::Language::english : widgets::Language::khmer;
            EndModal(wxID_OK);
        });
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->AddStretchSpacer(2);
        rows->Add(new wxStaticBitmap(band, wxID_ANY, widgets::icon("srok", 96)), 0, wxALIGN_CENTRE | wxALL,
                  FromDIP(medium));
        rows->Add(name, 0, wxALIGN_CENTRE | wxBOTTOM, FromDIP(small));
        rows->Add(line, 0, wxALIGN_CENTRE);
        rows->AddStretchSpacer(3);
        rows->Add(language, 0, wxEXPAND | wxALL, FromDIP(medium));
        band->SetSizer(rows);
        return band;
    }

    void fill_right() {
        auto* rows = new wxBoxSizer(wxVERTICAL);
        auto* title = new wxStaticText(m_right, wxID_ANY, _("Choose an office"));
        title->SetFont(widgets::title_font(*this));
        m_messages = new widgets::MessageBar(m_right);
        rows->Add(title, 0, wxALL, FromDIP(large));
        rows->Add(m_messages, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        if (!m_recent.empty())
            rows->Add(make_recent(), 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        else
            rows->AddStretchSpacer(1);
        rows->Add(make_way("add", "welcome.new", _("New office file"),
                           _("Start the register of your district, province or centre."),
                           [this] { create(); }),
                  0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        rows->Add(make_way("folder", "welcome.open", _("Open an office file"),
                           _("A file that ends in .srok, on this computer or a memory stick."),
                           [this] { open(); }),
                  0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        rows->Add(make_way("undo", "welcome.restore", _("Restore a backup"),
                           _("When the computer broke or the office file is damaged."),
                           [this] { ask_and_restore({}, {}); }),
                  0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        rows->Add(make_way("sample", "welcome.sample", _("Look at the sample district"),
                           _("Invented learners, classes, marks and certificates to try everything on."),
                           [this] { make_sample(); }),
                  0, wxEXPAND | wxALL, FromDIP(large));
        if (m_recent.empty()) rows->AddStretchSpacer(2);
        m_right->SetSizer(rows);
    }

    // One way in: a button, and beside it what it is for.
    wxSizer* make_way(std::string_view icon_name, std::string_view id, const wxString& label,
                      const wxString& sentence, std::function<void()> run) {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        auto* button =
            new wxButton(m_right, wxID_ANY, label, wxDefaultPosition, FromDIP(wxSize(230, 40)), wxBU_LEFT);
        button->SetBitmap(widgets::icon(icon_name, 20));
        widgets::name_control(*button, id, label);
        button->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { CallAfter(run); });
        auto* words = new wxStaticText(m_right, wxID_ANY, sentence);
        words->SetForegroundColour(widgets::colour::muted);
        words->Wrap(widgets::text_room(*this, 290));
        row->Add(button, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(medium));
        row->Add(words, 1, wxALIGN_CENTRE_VERTICAL);
        return row;
    }

    wxWindow* make_recent() {
        auto* list = new widgets::DataList(
            m_right, "welcome.recent", _("Files opened last"),
            {{.title = _("File"), .width = 200}, {.title = _("Folder"), .width = 200, .grows = true}});
        list->set_rows(m_recent.size(), [this](std::size_t row, std::size_t column) {
            const std::filesystem::path& file = m_recent[row];
            return widgets::Cell{widgets::wx_path(column == 0 ? file.stem() : file.parent_path()),
                                 column == 0 ? widgets::Tone::plain : widgets::Tone::muted};
        });
        list->on_open([this](std::size_t row) { take(m_recent[row]); });
        list->select(0);
        CallAfter([list] { list->focus_list(); });
        return list;
    }

    void take(const std::filesystem::path& file) {
        choice.file = file;
        EndModal(wxID_OK);
    }

    void complain(const core::Error& error) {
        m_messages->tell(widgets::Tone::bad, m_actions.sentence(error));
    }

    void tell(const WelcomeTrouble& trouble) {
        if (trouble.can_look)
            return m_messages->tell(widgets::Tone::warning, trouble.sentence, _("Open it to look only"),
                                    [this, trouble] {
                                        choice.look_only = true;
                                        take(trouble.file);
                                    });
        if (trouble.backup.empty()) return m_messages->tell(widgets::Tone::bad, trouble.sentence);
        m_messages->tell(widgets::Tone::bad, trouble.sentence, _("Restore a backup"), [this, trouble] {
            CallAfter([this, trouble] { ask_and_restore(trouble.backup, trouble.file); });
        });
    }

    void ask_and_restore(const std::filesystem::path& backup, const std::filesystem::path& target) {
        if (const auto wish = m_actions.ask_restore(this, backup, target)) restore(*wish);
    }

    void restore(const backups::RestoreWish& wish) {
        m_jobs->run(
            _("Restoring from the backup"),
            [this, wish, run = m_actions.restore](core::Progress& progress) -> widgets::JobRunner::Finish {
                run(wish, progress);
                return [this, wish] { take(wish.target); };
            },
            [this](const core::Error& error) {
                if (error.code != "cancelled") complain(error);
            });
    }

    void create() {
        try {
            if (const auto file = m_actions.create(this)) take(*file);
        } catch (const core::WorldFailure& world) {
            complain(world.error());
        }
    }

    void open() {
        wxFileDialog dialog(this, _("Open an office file"), wxStandardPaths::Get().GetDocumentsDir(),
                            wxString(), _("Office files") + " (*.srok)|*.srok",
                            wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (dialog.ShowModal() == wxID_OK) take(widgets::path_of(dialog.GetPath()));
    }

    void make_sample() {
        wxFileDialog dialog(this, _("Where to keep the sample district"),
                            wxStandardPaths::Get().GetDocumentsDir(), "sample.srok",
                            _("Office files") + " (*.srok)|*.srok", wxFD_SAVE);
        if (dialog.ShowModal() != wxID_OK) return;
        const std::filesystem::path file = widgets::path_of(dialog.GetPath());
        m_jobs->run(
            _("Making the sample district"),
            [this, file,
             make = m_actions.make_sample](core::Progress& progress) -> widgets::JobRunner::Finish {
                make(file, progress);
                if (progress.cancelled()) return {};
                return [this, file] {
                    choice.made_sample = true;
                    take(file);
                };
            },
            [this](const core::Error& error) { complain(error); });
    }

    std::vector<std::filesystem::path> m_recent;
    const WelcomeActions& m_actions;
    widgets::Language m_language;
    wxPanel* m_right = nullptr;
    widgets::MessageBar* m_messages = nullptr;
    widgets::JobPanel* m_jobs = nullptr;
};

} // namespace

WelcomeChoice welcome(widgets::Language language, const std::vector<std::filesystem::path>& recent,
                      const WelcomeTrouble& trouble, const std::optional<backups::RestoreWish>& at_once,
                      const WelcomeActions& actions) {
    Welcome window(language, recent, trouble, at_once, actions);
    window.ShowModal();
    return window.choice;
}

} // namespace app
