// SPDX-License-Identifier: GPL-3.0-or-later
// A line above the page that says what happened, with at most one thing to do about it; of a file that was
// made, opening it and showing where it lies.
#pragma once

#include "widgets/theme.hpp"

#include <wx/panel.h>

#include <filesystem>
#include <functional>

class wxButton;
class wxStaticText;
class wxStaticBitmap;

namespace widgets {

class MessageBar : public wxPanel {
  public:
    explicit MessageBar(wxWindow* parent);

    // Replaces what stood there. With `action_label`, a button runs `action`.
    void tell(Tone tone, const wxString& text, const wxString& action_label = {},
              std::function<void()> action = {});
    // The same of a file or folder that was made: buttons open it and show it in its folder.
    void tell_file(const wxString& text, const std::filesystem::path& file, Tone tone = Tone::good);
    void dismiss();
    // After the person closed the message.
    void on_close(std::function<void()> closed) { m_closed = std::move(closed); }
    wxString text() const;

  private:
    void show(Tone tone, const wxString& text, const wxString& action_label, std::function<void()> action,
              std::function<void()> in_folder);
    wxStaticBitmap* m_icon;
    wxStaticText* m_text;
    wxButton* m_action;
    wxButton* m_folder;
    wxButton* m_close;
    std::function<void()> m_run;
    std::function<void()> m_show_folder;
    std::function<void()> m_closed;
};

} // namespace widgets
