// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/ui/restore_dialog.hpp"

#include "backups/make.hpp"
#include "widgets/accessible.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>
#include <wx/translation.h>

namespace backups {

namespace {

namespace fs = std::filesystem;
using widgets::fill;

wxString backup_files() {
    return _("Backups") + " (*.srokbak, *.srok)|*.srokbak;*.srok";
}

wxString told_words(const Told& told) {
    const Header& header = told.header;
    // TRANSLATORS: {1} a day and time, {2} the code of an office.
    return fill(_("What office {2} had on {1}"),
                {widgets::shown(header.made_at), widgets::wx(header.area_code + header.institution_code)});
}

class RestoreDialog {
  public:
    RestoreDialog(wxWindow* parent, RestoreQuestion question)
        : m_question(std::move(question))
        , m_dialog(parent, "restore", _("Restore from a backup"), _("&Restore")) {
        m_form = new widgets::Form(m_dialog.body(), 1);
        m_backup = add_file_field("restore.backup", _("Backup"), [this] { choose_backup(); });
        m_secret = m_form->add_password("restore.passphrase", _("Passphrase or recovery code"));
        m_target = add_file_field("restore.target", _("The office file is to stand here"),
                                  [this] { choose_target(); });
        m_replace =
            m_form->add_check("restore.replace", _("Keep the office file that stands there aside"), false);
        m_form->expect_note(m_backup.box);
        m_dialog.rows().Add(m_form, 1, wxEXPAND);
        m_dialog.hint(_("Serial numbers that may have been given since the backup are never given again."));
        m_dialog.on_accept([this] { return accept(); });
        m_backup.text->ChangeValue(widgets::wx_path(m_question.backup));
        m_target.text->ChangeValue(widgets::wx_path(m_question.target));
        show_backup();
        m_dialog.fit(620);
        wxTextCtrl* first = m_question.backup.empty() ? m_backup.text : m_secret;
        first->CallAfter([first] { first->SetFocus(); });
    }

    std::optional<RestoreWish> show() {
        return m_dialog.ShowModal() == wxID_OK ? std::optional{wish()} : std::nullopt;
    }

  private:
    // A path that is typed or chosen; what is wrong with it is said under both.
    struct FileField {
        wxWindow* box = nullptr;
        wxTextCtrl* text = nullptr;
    };
    FileField add_file_field(const std::string& id, const wxString& label, std::function<void()> choose) {
        FileField field;
        field.box = m_form->add_custom(id + ".box", label, [&](wxWindow* parent) {
            auto* box = new wxPanel(parent);
            field.text = new wxTextCtrl(box, wxID_ANY);
            widgets::name_control(*field.text, id, label);
            auto* row = new wxBoxSizer(wxHORIZONTAL);
            row->Add(field.text, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(box));
            row->Add(widgets::add_named_button(box, id + ".choose", _("Choose..."), std::move(choose)));
            box->SetSizer(row);
            return box;
        });
        field.text->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { show_backup(); });
        return field;
    }
    static int FromDIP(const wxWindow* window) { return window->FromDIP(widgets::space::small); }

    void choose_backup() {
        const fs::path beside = m_question.target.empty() ? fs::path{} : m_question.target.parent_path();
        wxFileDialog files(&m_dialog, _("Restore from a backup"),
                           beside.empty() ? wxStandardPaths::Get().GetDocumentsDir()
                                          : widgets::wx_path(beside),
                           wxString(), backup_files(), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
        if (files.ShowModal() == wxID_OK) m_backup.text->SetValue(files.GetPath());
    }

    void choose_target() {
        const fs::path now = widgets::path_of(m_target.text->GetValue());
        wxFileDialog files(&m_dialog, _("Where the office file is to stand"),
                           now.empty() ? wxStandardPaths::Get().GetDocumentsDir()
                                       : widgets::wx_path(now.parent_path()),
                           now.empty() ? wxString("office.srok") : widgets::wx_path(now.filename()),
                           _("Office files") + " (*.srok)|*.srok", wxFD_SAVE);
        if (files.ShowModal() == wxID_OK) m_target.text->SetValue(files.GetPath());
    }

    RestoreWish wish() const {
        return {widgets::path_of(m_backup.text->GetValue()), widgets::utf8(m_secret->GetValue()),
                widgets::path_of(m_target.text->GetValue()), m_replace->IsChecked()};
    }

    // What the chosen backup holds, as far as it tells without a passphrase.
    void show_backup() {
        m_form->forget_complaints();
        const RestoreWish now = wish();
        wxString words;
        bool sealed = true;
        if (!now.backup.empty()) {
            try {
                if (const auto told = look_at(now.backup)) {
                    words = told_words(*told);
                    sealed = told->sealed;
                }
            } catch (const core::WorldFailure&) {
                // Said when it is to be restored.
            }
        }
        m_form->note(m_backup.box, words);
        m_secret->Enable(sealed);
        std::error_code ignored;
        m_replace->Enable(!now.target.empty() && fs::exists(now.target, ignored));
    }

    bool accept() {
        m_form->forget_complaints();
        const RestoreWish now = wish();
        const auto fault = [&](wxWindow* field, const core::Error& error) {
            m_form->complain(field, m_question.sentence(error));
            return false;
        };
        if (now.backup.empty()) return fault(m_backup.box, {"backup.not-a-backup"});
        if (now.target.empty()) return fault(m_target.box, {"folder.missing"});
        try {
            if (const auto opens = check_secret(now.backup, now.secret); !opens) {
                const bool passphrase = opens.error().code == "backup.wrong-passphrase";
                return fault(passphrase ? static_cast<wxWindow*>(m_secret) : m_backup.box, opens.error());
            }
            if (const auto allowed =
                    check_target({now.backup, now.secret, now.target, now.replace}, m_question.environment);
                !allowed)
                return fault(m_target.box, allowed.error());
        } catch (const core::WorldFailure& world) {
            return fault(m_backup.box, world.error());
        }
        return true;
    }

    RestoreQuestion m_question;
    widgets::FormDialog m_dialog;
    widgets::Form* m_form;
    FileField m_backup;
    wxTextCtrl* m_secret = nullptr;
    FileField m_target;
    wxCheckBox* m_replace = nullptr;
};

} // namespace

std::optional<RestoreWish> ask_restore(wxWindow* parent, RestoreQuestion question) {
    return RestoreDialog(parent, std::move(question)).show();
}

std::optional<std::string> ask_secret(wxWindow* parent, const fs::path& backup, const wxString& title,
                                      const wxString& do_label,
                                      const std::function<wxString(const core::Error&)>& sentence) {
    try {
        const auto told = look_at(backup);
        if (!told) {
            widgets::tell(parent, title, sentence(told.error()));
            return std::nullopt;
        }
        if (!told->sealed) return std::string{};
        widgets::FormDialog dialog(parent, "backup-secret", title, do_label);
        auto* form = new widgets::Form(dialog.body(), 1);
        auto* words = new wxStaticText(dialog.body(), wxID_ANY, told_words(*told));
        dialog.rows().Add(words, 0, wxBOTTOM, dialog.FromDIP(widgets::space::medium));
        wxTextCtrl* secret = form->add_password("backup-secret.passphrase", _("Passphrase or recovery code"));
        dialog.rows().Add(form, 1, wxEXPAND);
        dialog.on_accept([&] {
            form->forget_complaints();
            const auto opens = check_secret(backup, widgets::utf8(secret->GetValue()));
            if (!opens) form->complain(secret, sentence(opens.error()));
            return opens.has_value();
        });
        dialog.fit(440);
        secret->CallAfter([secret] { secret->SetFocus(); });
        if (dialog.ShowModal() != wxID_OK) return std::nullopt;
        return widgets::utf8(secret->GetValue());
    } catch (const core::WorldFailure& world) {
        widgets::tell(parent, title, sentence(world.error()));
        return std::nullopt;
    }
}

} // namespace backups
