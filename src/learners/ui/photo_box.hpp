// SPDX-License-Identifier: GPL-3.0-or-later
// The learner's photo beside the form: from a file or pasted, cut, taken away.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/job_runner.hpp"

#include <wx/panel.h>

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

class wxButton;
class wxStaticBitmap;
class wxStaticText;

namespace learners {

class PhotoBox final : public wxPanel {
  public:
    // `changed` after the person took another photo or none.
    PhotoBox(wxWindow* parent, const office::Session& session, std::function<void()> changed);

    // As documents::make_photo writes it.
    void set(const std::optional<std::string>& jpeg);
    const std::optional<std::string>& jpeg() const { return m_jpeg; }

    void choose_file();
    void paste();

  private:
    void read_file(const std::filesystem::path& path);
    // Reads the picture in the background and lets it be cut.
    void take(std::string bytes);
    void cut(const struct OpenedPicture& picture);
    void take_away();
    void show();
    void say(const core::Error& error);

    const office::Session& m_session;
    std::function<void()> m_changed;
    std::optional<std::string> m_jpeg;
    wxStaticBitmap* m_picture;
    wxStaticText* m_note;
    wxButton* m_away;
    widgets::JobRunner m_jobs; // last: it ends before what its work tells
};

// The bitmap of a kept photo, at most that large in design pixels; the empty frame where there is none.
class wxBitmap photo_bitmap(const wxWindow& window, const std::optional<std::string>& jpeg, int width,
                            int height);

} // namespace learners
