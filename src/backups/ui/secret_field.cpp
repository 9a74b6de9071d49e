// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/ui/secret_field.hpp"

namespace backups {

wxTextCtrl* add_secret_field(widgets::Form& form, std::string_view id, const wxString& label) {
    wxTextCtrl* field = nullptr;
    form.add_custom(id, label, [&](wxWindow* parent) {
        field = new wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxTE_PASSWORD);
        return field;
    });
    return field;
}

} // namespace backups
