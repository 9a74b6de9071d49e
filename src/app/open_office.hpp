// SPDX-License-Identifier: GPL-3.0-or-later
// An office file that is open, what the window calls it, and the pages the rooms offer for it.
#pragma once

#include "app/find_anywhere.hpp"
#include "certificates/ui/certificate_page.hpp"
#include "classes/bulk_change.hpp"
#include "core/random.hpp"
#include "imports/kind.hpp"
#include "learners/ui/learner_search.hpp"
#include "learners/ui/learners_page.hpp"
#include "office/office.hpp"
#include "office/ui/session.hpp"
#include "office/ui/start_page.hpp"
#include "widgets/page.hpp"

#include <filesystem>
#include <vector>

namespace app {

class OpenOffice {
  public:
    // WorldFailure as storage::Database::open.
    OpenOffice(const std::filesystem::path& file, storage::Access access, storage::Environment environment);

    office::Session& session() { return m_session; }
    const storage::Database& database() const { return m_database; }
    bool is_sample() const { return m_office.sample; }
    // The office's name in the language of the session, and the line under it.
    wxString name() const;
    wxString note() const;
    // What the sidebar has room for: the district's or province's name.
    wxString short_name() const;
    // Every page, in the order of the sidebar.
    struct Window {
        std::function<void(widgets::Language)> switch_language;
        widgets::Screen screen;
        std::function<void(const widgets::Screen&)> use_screen;
        // The first administrator was made.
        std::function<void(const std::string& administrator)> set_up_ended;
        // Closes this office and restores from a backup; an empty path lets the person choose.
        std::function<void(const std::filesystem::path&)> restore;
    };
    std::vector<widgets::PageEntry> pages(const Window& window);

    // Bringing lists in, for the File menu; `changed` after each that wrote.
    std::vector<widgets::Command> import_commands(const std::function<wxWindow*()>& window,
                                                  const std::function<void()>& changed);

    // Begins what searching needs, in the background.
    void prepare_search() { m_search.prepare(); }
    FindAnywhere& finder() { return m_finder; }

  private:
    learners::LearnersPageActions::Work work(classes::BulkKind kind);
    bool import(wxWindow* parent, imports::Kind kind);
    bool show_imports(wxWindow* parent);
    bool show_look_alikes(wxWindow* parent);
    void ask_news(const std::function<void(std::optional<office::StartNews>, const wxString&)>& show);
    std::vector<learners::FurtherCommand> further_commands();
    std::vector<certificates::FurtherCommand> parcel_commands();

    storage::Database m_database;
    office::Office m_office;
    office::Session m_session;
    learners::LearnerSearch m_search;
    FindAnywhere m_finder;
    core::SystemRandom m_news_random; // of the thread that reads the news
    widgets::JobRunner m_news;        // last: its destructor waits for the reading
};

} // namespace app
