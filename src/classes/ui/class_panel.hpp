// SPDX-License-Identifier: GPL-3.0-or-later
// The office's classes, and beside them the learners of the one selected.
#pragma once

#include "classes/class_store.hpp"
#include "classes/enrolment_store.hpp"
#include "learners/ui/learner_search.hpp"
#include "office/ui/session.hpp"
#include "widgets/command.hpp"

#include <wx/panel.h>

#include <functional>
#include <vector>

class wxStaticText;

namespace widgets {
class DataList;
class EmptyState;
} // namespace widgets

namespace classes {

class ClassPanel : public wxPanel {
  public:
    // Adds its commands to the page's. `missing` says in sentences what a class still lacks before it may be
    // closed; the rooms that know stand after this one.
    ClassPanel(wxWindow* parent, office::Session& session, learners::LearnerSearch& search,
               widgets::CommandList& commands, std::function<std::vector<wxString>(ClassId)> missing);
    void refresh();
    void select(ClassId id);
    wxWindow* first_control();
    bool empty() const { return m_classes.empty(); }
    // After a class was opened, from wherever the command was given.
    void on_opened(std::function<void()> opened) { m_opened = std::move(opened); }

  private:
    void add_commands(widgets::CommandList& commands);
    wxSizer* make_left();
    wxSizer* make_right(widgets::CommandList& commands);
    const ClassRow* selected() const;
    const ClassLearner* selected_learner() const;
    bool selected_is_open() const;
    void show_class();
    void open();
    void edit();
    void close();

    office::Session& m_session;
    learners::LearnerSearch& m_search;
    std::function<std::vector<wxString>(ClassId)> m_missing;
    std::vector<ClassRow> m_classes;
    std::vector<ClassLearner> m_learners;
    widgets::DataList* m_list = nullptr;
    widgets::DataList* m_members = nullptr;
    wxStaticText* m_name = nullptr;
    wxStaticText* m_facts = nullptr;
    std::function<void()> m_opened;
};

} // namespace classes
