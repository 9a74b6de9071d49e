// SPDX-License-Identifier: GPL-3.0-or-later
#include "programmes/ui/signer_panel.hpp"

#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace programmes {

namespace {

// Each signer once, whichever programmes name it.
std::vector<Signer> signers_of_all_packs(const storage::Database& database) {
    std::vector<Signer> signers;
    for (const CurrentPack& one : current_packs(database))
        for (const Signer& signer : one.pack.award.signers)
            if (std::none_of(signers.begin(), signers.end(),
                             [&](const Signer& known) { return known.key == signer.key; }))
                signers.push_back(signer);
    return signers;
}

wxString shown(const office::Session& session, const Wording& words) {
    const bool khmer = session.language == widgets::Language::khmer || words.en.empty();
    return widgets::wx(khmer ? words.km : words.en);
}

void keep(office::Session& session, const std::string& key, wxTextCtrl* field) {
    const std::string name = widgets::typed(field->GetValue());
    if (name == office::setting(session.database, key).value_or("")) return;
    storage::Transaction tx(session.database, session.actor);
    office::set_setting(tx, key, name);
    tx.commit();
}

} // namespace

wxWindow* make_signer_panel(wxWindow* parent, office::Session& session) {
    auto* panel = new wxPanel(parent);
    panel->SetBackgroundColour(widgets::colour::paper);
    auto* form = new widgets::Form(panel, 2);
    for (const Signer& signer : signers_of_all_packs(session.database)) {
        form->section(shown(session, signer.role));
        const auto add = [&](const std::string& part, const wxString& label) {
            const std::string key = "signer." + signer.key + "." + part;
            auto* field = form->add_text(key, label, office::setting(session.database, key).value_or(""));
            field->Bind(wxEVT_KILL_FOCUS, [&session, key, field](wxFocusEvent& event) {
                event.Skip();
                if (field->IsModified()) keep(session, key, field);
            });
        };
        add("name_km", _("Name in Khmer"));
        add("name", _("Name in Latin letters"));
        // TRANSLATORS: the role of somebody who signs in another's place ("ជ."), e.g. Deputy Head.
        add("acting_km", _("Acting for this signer: own role in Khmer"));
        add("acting", _("The same role in English"));
    }
    auto* note = new wxStaticText(
        panel, wxID_ANY, _("Certificates issued from now on carry these names; those issued keep theirs."));
    note->SetForegroundColour(widgets::colour::muted);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(note, 0, wxLEFT | wxRIGHT | wxTOP, panel->FromDIP(widgets::space::large));
    rows->Add(form, 0, wxEXPAND | wxALL, panel->FromDIP(widgets::space::large));
    panel->SetSizer(rows);
    return panel;
}

} // namespace programmes
