// SPDX-License-Identifier: GPL-3.0-or-later
// What Ctrl+K finds in the open office: learners, classes, institutions, educators, certificates and
// settings; and what was opened last.
#pragma once

#include "learners/ui/learner_search.hpp"
#include "office/ui/session.hpp"
#include "widgets/quick_find.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace app {

// Something found, and how well it answers: the least is the best (widgets::Wanted).
struct FoundItem {
    int rank = 0;
    widgets::QuickFindItem item;
};

class FindAnywhere {
  public:
    // As many of what was opened last are kept, until the office is closed: never on the disk.
    static constexpr std::size_t most_recent = 12;

    FindAnywhere(office::Session& session, learners::LearnerSearch& search)
        : m_session(session)
        , m_search(search) {}

    std::vector<FoundItem> find(const std::string& typed) const;
    // What was opened last, the latest first.
    std::vector<widgets::QuickFindItem> recent() const;
    void remember(std::string_view page, std::string_view what, const wxString& called);

  private:
    struct Recent {
        std::string page;
        std::string what;
        wxString called;
    };
    widgets::QuickFindItem opening(const wxString& title, const wxString& kind, const wxString& detail,
                                   std::string page, std::string what) const;
    void find_learners(const std::string& typed, std::vector<FoundItem>& found) const;
    void find_classes(const widgets::Wanted& wanted, std::vector<FoundItem>& found) const;
    void find_places(const widgets::Wanted& wanted, std::vector<FoundItem>& found) const;
    void find_certificates(const std::string& typed, std::vector<FoundItem>& found) const;
    void find_settings(const widgets::Wanted& wanted, std::vector<FoundItem>& found) const;

    office::Session& m_session;
    learners::LearnerSearch& m_search;
    std::vector<Recent> m_recent; // the latest first
};

} // namespace app
