// SPDX-License-Identifier: GPL-3.0-or-later
// The program's life: its language, the office file that is open, and the window that shows it.
#pragma once

#include "app/guard.hpp"
#include "app/keeping.hpp"
#include "app/open_office.hpp"
#include "app/preferences.hpp"
#include "backups/ui/restore_dialog.hpp"
#include "core/clock.hpp"
#include "core/random.hpp"

#include <wx/app.h>

#include <memory>
#include <string>

namespace app {

class MainFrame;

struct Arguments {
    std::optional<std::filesystem::path> file;
    std::optional<widgets::Language> language;
    std::string page; // empty: the start page
};

class SrokApp : public wxApp {
  public:
    explicit SrokApp(Arguments arguments)
        : m_arguments(std::move(arguments)) {}
    bool OnInit() override;
    int OnExit() override;
    // Heard also inside the loop of a dialog that is just closing. The toolkit's own is not, and the program
    // would then stay without a window, and keep its office file.
    void ExitMainLoop() override;
    // The border where the world's failures end: the person is told, and the program goes on.
    bool OnExceptionInMainLoop() override;
    // F1 in a dialog, before the dialog sees it.
    int FilterEvent(wxEvent& event) override;

  private:
    void speak(widgets::Language language);
    // Asks until an office is open and on the screen; false when the person wants none.
    bool choose_office();
    // False with m_trouble set where the file cannot be opened.
    bool open(const std::filesystem::path& file, const std::string& page = {},
              storage::Access access = storage::Access::read_write);
    // Says that a form was begun and not saved, before the last end of the program or its crash.
    void offer_draft();
    // Looks through the whole file in the background, on a connection of its own.
    void check_file();
    // Makes the guard of the open office and asks who it is; false when the person goes back.
    bool admit();
    void set_up_ended(const std::string& administrator);
    void show_frame(const std::string& page);
    void switch_language(widgets::Language language);
    void use_screen(const widgets::Screen& screen);
    void open_other();
    // Asks which backup takes the open office's place; then that office is closed and the backup restored.
    void restore_over(const std::filesystem::path& backup);
    void close_office();
    void diagnose();

    Arguments m_arguments;
    Preferences m_preferences;
    widgets::Language m_language = widgets::Language::khmer;
    core::SystemClock m_clock;
    core::SystemRandom m_random;
    core::SystemRandom m_check_random; // of the check's own thread
    std::unique_ptr<OpenOffice> m_office;
    std::unique_ptr<Guard> m_guard; // of the open office
    MainFrame* m_frame = nullptr;
    std::optional<core::Error> m_trouble; // why the last file could not be opened, for the welcome window
    std::filesystem::path m_troubled;     // that file
    std::optional<backups::RestoreWish> m_restore; // what the welcome window is to restore first
    std::unique_ptr<widgets::JobRunner> m_checks;
    std::unique_ptr<Keeping> m_keeping;
};

} // namespace app
