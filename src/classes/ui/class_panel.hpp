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

class wxButton;
class wxStaticText;

namespace widgets {
class DataList;
class EmptyState;
struct Cell;
} // namespace widgets

namespace classes {

class ClassPanel : public wxPanel {
  public:
    // Adds its commands to the page's. `close` asks what a class still lacks and closes it: the rooms that
    // know stand after this one.
    ClassPanel(wxWindow* parent, office::Session& session, learners::LearnerSearch& search,
               widgets::CommandList& commands, std::function<bool(wxWindow*, const ClassRow&)> close);
    void refresh();
    void select(ClassId id);
    std::optional<ClassId> chosen() const;
    wxWindow* first_control();
    bool empty() const { return m_classes.empty(); }
    std::optional<ClassRow> chosen_row() const;
    // After a class was opened, from wherever the command was given.
    void on_opened(std::function<void()> opened) { m_opened = std::move(opened); }

  private:
    void add_commands(widgets::CommandList& commands);
    wxSizer* make_left();
    wxSizer* make_right(widgets::CommandList& commands);
    const ClassRow* selected() const;
    const ClassLearner* selected_learner() const;
    bool selected_is(Status status) const;
    void show_class();
    wxString institution_of(const ClassRow& row) const;
    widgets::Cell cell(const ClassRow& row, std::size_t column) const;
    void open();
    void edit();
    void reopen();

    office::Session& m_session;
    learners::LearnerSearch& m_search;
    std::function<bool(wxWindow*, const ClassRow&)> m_close;
    std::vector<ClassRow> m_classes;
    std::vector<ClassLearner> m_learners;
    widgets::DataList* m_list = nullptr;
    widgets::DataList* m_members = nullptr;
    wxStaticText* m_name = nullptr;
    wxStaticText* m_facts = nullptr;
    // One of the two is shown.
    wxButton* m_close_button = nullptr;
    wxButton* m_reopen_button = nullptr;
    std::function<void()> m_opened;
};

} // namespace classes
