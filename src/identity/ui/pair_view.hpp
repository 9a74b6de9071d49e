// SPDX-License-Identifier: GPL-3.0-or-later
// Two records side by side: every field of both, what differs, and which one stays; Enter takes the other.
#pragma once

#include "identity/merge.hpp"
#include "learners/learner.hpp"
#include "office/ui/session.hpp"

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxStaticBitmap;

namespace widgets {
class DataList;
}

namespace identity {

class PairView : public wxPanel {
  public:
    PairView(wxWindow* parent, office::Session& session);

    // The record that stays stands first.
    void show(learners::LearnerId kept, learners::LearnerId gone);
    void clear();
    // The other record stays; the fields are chosen anew.
    void turn_round();

    learners::LearnerId kept() const { return m_kept.id; }
    learners::LearnerId gone() const { return m_gone.id; }
    MergeChoice choice() const;

    // A class in which both have marks that differ, and nobody has said whose count.
    bool lacks_choice() const;

    void on_change(std::function<void()> changed) { m_changed = std::move(changed); }

  private:
    struct Line {
        // A field by its key, a class, or neither: only shown.
        std::string_view field{};
        const SharedClass* shared = nullptr;
        wxString label;
        wxString kept;
        wxString gone;
        // Of a line that is only shown: what the merged record will hold.
        wxString stays{};
        bool differs = false;
    };
    void show_photos();
    void load(learners::LearnerId kept, learners::LearnerId gone);
    void make_lines();
    void add_classes();
    void choose(std::size_t row);
    wxString what_stays(const Line& line) const;
    bool waits(const SharedClass& shared) const;
    void show_lines();

    office::Session& m_session;
    widgets::DataList* m_list;
    wxPanel* m_photos; // beside the list where both have one: the kept record's above
    wxStaticBitmap* m_kept_photo;
    wxStaticBitmap* m_gone_photo;
    learners::Learner m_kept;
    learners::Learner m_gone;
    FieldChoice m_from_gone;
    RegisterChoice m_registers;
    std::vector<SharedClass> m_classes;
    std::vector<Line> m_lines;
    std::function<void()> m_changed;
};

} // namespace identity
