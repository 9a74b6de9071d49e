// SPDX-License-Identifier: GPL-3.0-or-later
// Any number of identity numbers, or none: a kind and a number a row, and always one empty row to go on with.
#pragma once

#include "learners/learner.hpp"

#include <wx/panel.h>

#include <functional>

class wxBoxSizer;
class wxChoice;
class wxTextCtrl;

namespace learners {

class IdentityRows final : public wxPanel {
  public:
    // `resized` after a row came or went.
    IdentityRows(wxWindow* parent, std::function<void()> resized);

    void set(const std::vector<IdentityNumber>& identities);
    // As typed, rows without a number left out.
    std::vector<IdentityNumber> typed() const;
    void SetFocus() override;

  private:
    struct Row {
        wxWindow* panel;
        wxChoice* kind;
        wxTextCtrl* number;
    };
    void add(const IdentityNumber& identity);
    void remove(wxWindow* panel);
    // Exactly one empty row stands at the end.
    void keep_one_empty();

    std::function<void()> m_resized;
    wxBoxSizer* m_sizer;
    std::vector<Row> m_rows;
    int m_made = 0; // rows so far, for names that stay each row's own
};

} // namespace learners
