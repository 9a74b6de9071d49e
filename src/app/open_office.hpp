// SPDX-License-Identifier: GPL-3.0-or-later
// An office file that is open, what the window calls it, and the pages the rooms offer for it.
#pragma once

#include "office/ui/session.hpp"
#include "widgets/page.hpp"

#include <filesystem>
#include <vector>

namespace app {

class OpenOffice {
  public:
    // WorldFailure as storage::Database::open.
    OpenOffice(const std::filesystem::path& file, storage::Environment environment);

    office::Session& session() { return m_session; }
    const storage::Database& database() const { return m_database; }
    // The office's name in the language of the session, and the line under it.
    wxString name() const;
    wxString note() const;
    // Every page, in the order of the sidebar.
    std::vector<widgets::PageEntry> pages();

  private:
    storage::Database m_database;
    office::Session m_session;
};

} // namespace app
