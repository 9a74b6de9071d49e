// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/ui/passphrase_dialog.hpp"

#include "office/backup_key.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

namespace backups {

bool keep_passphrase(wxWindow* parent, office::Session& session) {
    const bool known = office::has_backup_key(session.database);
    widgets::FormDialog dialog(parent, "backup-passphrase", _("Passphrase of the backups"), _("&Keep it"));
    auto* words = new wxStaticText(
        dialog.body(), wxID_ANY,
        _("Whoever finds a stick cannot read a backup without it. Without it nobody restores one: write it "
          "down and lock it away."));
    words->Wrap(widgets::text_room(dialog, 420));
    dialog.rows().Add(words, 0, wxBOTTOM, dialog.FromDIP(widgets::space::medium));
    auto* form = new widgets::Form(dialog.body(), 1);
    wxTextCtrl* before =
        known ? form->add_password("backup-passphrase.before", _("Passphrase until now")) : nullptr;
    wxCheckBox* lost = known
                           ? form->add_check("backup-passphrase.lost",
                                             _("It is lost: new backups open with the new one alone"), false)
                           : nullptr;
    wxTextCtrl* fresh = form->add_password("backup-passphrase.new", _("New passphrase"));
    wxTextCtrl* again = form->add_password("backup-passphrase.again", _("Once more"));
    dialog.rows().Add(form, 1, wxEXPAND);
    if (lost) lost->Bind(wxEVT_CHECKBOX, [=](wxCommandEvent&) { before->Enable(!lost->IsChecked()); });
    dialog.on_accept([&] {
        form->forget_complaints();
        const std::string wanted = widgets::utf8(fresh->GetValue());
        if (wanted != widgets::utf8(again->GetValue())) {
            form->complain(again, _("The two are not alike."));
            return false;
        }
        storage::Transaction tx(session.database, session.actor);
        const bool change = known && !lost->IsChecked();
        const auto kept =
            change ? office::change_backup_passphrase(tx, widgets::utf8(before->GetValue()), wanted)
                   : office::set_backup_passphrase(tx, wanted);
        if (!kept) {
            const bool short_one = kept.error().code == "backup.passphrase-short";
            form->complain(short_one || !before ? fresh : before, session.sentence(kept.error()));
            return false;
        }
        tx.commit();
        return true;
    });
    dialog.fit(460);
    wxTextCtrl* first = before ? before : fresh;
    first->CallAfter([first] { first->SetFocus(); });
    return dialog.ShowModal() == wxID_OK;
}

} // namespace backups
