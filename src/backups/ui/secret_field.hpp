// SPDX-License-Identifier: GPL-3.0-or-later
// A field whose letters are not shown.
#pragma once

#include "widgets/form.hpp"

namespace backups {

wxTextCtrl* add_secret_field(widgets::Form& form, std::string_view id, const wxString& label);

} // namespace backups
