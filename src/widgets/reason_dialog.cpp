// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reason_dialog.hpp"

#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

namespace widgets {

std::optional<std::string> ask_reason(wxWindow* parent, std::string_view id, const ReasonQuestion& question) {
    FormDialog dialog(parent, id, question.title, question.do_label);
    auto* form = new Form(dialog.body(), 1);
    auto* words = new wxStaticText(dialog.body(), wxID_ANY, question.explanation);
    words->Wrap(text_room(dialog, 460));
    dialog.rows().Add(words, 0, wxBOTTOM, dialog.FromDIP(space::medium));
    wxTextCtrl* reason = form->add_text(std::string{id} + ".reason", question.reason_label);
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.on_accept([&] {
        form->forget_complaints();
        if (!typed(reason->GetValue()).empty()) return true;
        form->complain(reason, _("A reason is needed."));
        return false;
    });
    dialog.fit();
    reason->CallAfter([reason] { reason->SetFocus(); });
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return typed(reason->GetValue());
}

} // namespace widgets
