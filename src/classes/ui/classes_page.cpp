// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/ui/classes_page.hpp"

#include "classes/ui/class_panel.hpp"
#include "institutions/ui/institution_panel.hpp"
#include "office/ui/undo_command.hpp"
#include "staff/ui/educator_panel.hpp"
#include "widgets/accessible.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/notebook.h>
#include <wx/sizer.h>

namespace classes {

namespace {

class ClassesPage final : public widgets::Page {
  public:
    ClassesPage(wxWindow* parent, office::Session& session, learners::LearnerSearch& search,
                const ClassesPageActions& actions)
        : Page(parent, "classes", _("Classes"))
        , m_tabs(new wxNotebook(this, wxID_ANY)) {
        widgets::name_control(*m_tabs, "classes.tabs", _("Classes, institutions, educators"));
        auto* first = new wxPanel(m_tabs);
        m_classes = new ClassPanel(first, session, search, commands(), actions.close);
        commands().add({.id = "classes.sheets",
                        .label = _("S&heets for centres..."),
                        .help = _("Prefilled lists, registers and score sheets, of one class or of all"),
                        .icon = "print",
                        .run = [this, make = actions.sheets] { make(this); },
                        .allowed = [this] { return !m_classes->empty(); }});
        add_paper_commands(actions);
        add_year_commands(actions);
        office::add_undo_command(*this, session, "class.undo", "classes",
                                 [this, &search](const std::string&) {
                                     search.forget(); // learners are found by their class's name
                                     refresh();
                                 });
        m_classes->on_opened([this] {
            m_tabs->SetSelection(0);
            refresh();
        });
        m_institutions = new institutions::InstitutionPanel(m_tabs, session, commands());
        m_educators = new staff::EducatorPanel(m_tabs, session, commands());
        m_empty = new widgets::EmptyState(first, "classes", _("No classes yet"),
                                          _("A class has a programme, a place and days. Register the "
                                            "institution first, then open the class and "
                                            "enrol its learners."));
        m_empty->add_button(commands().make_button(m_empty, "institution.add"));
        m_empty->add_button(commands().make_button(m_empty, "class.open"));
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_classes, 1, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
        rows->Add(m_empty, 1, wxEXPAND);
        first->SetSizer(rows);
        m_tabs->AddPage(first, _("Classes"));
        m_tabs->AddPage(m_institutions, _("Institutions"));
        m_tabs->AddPage(m_educators, _("Educators"));
        m_tabs->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
            event.Skip();
            if (event.GetEventObject() == m_tabs) refresh();
        });
        body().Add(m_tabs, 1, wxEXPAND);
        show_buttons({"classes.sheets", "classes.next_year", "class.open"});
    }

    void refresh() override {
        switch (m_tabs->GetSelection()) {
        case 1:
            m_institutions->refresh();
            break;
        case 2:
            m_educators->refresh();
            break;
        default:
            refresh_classes();
        }
    }

    wxWindow* first_control() override {
        switch (m_tabs->GetSelection()) {
        case 1:
            return m_institutions->first_control();
        case 2:
            return m_educators->first_control();
        default:
            return m_classes->empty() ? nullptr : m_classes->first_control();
        }
    }

    void open(std::string_view what) override {
        // "institutions", "educator 7", or a class.
        const auto space = what.find(' ');
        const auto id = std::strtoll(std::string(space == what.npos ? what : what.substr(space + 1)).c_str(),
                                     nullptr, 10);
        m_tabs->SetSelection(what.starts_with("institution") ? 1 : what.starts_with("educator") ? 2 : 0);
        if (id == 0) return;
        switch (m_tabs->GetSelection()) {
        case 1:
            m_institutions->select(institutions::InstitutionId{id});
            break;
        case 2:
            m_educators->select(staff::EducatorId{id});
            break;
        default:
            m_classes->select(ClassId{id});
        }
    }

    std::string shown() const override {
        switch (m_tabs->GetSelection()) {
        case 1:
            return "institutions";
        case 2:
            return "educators";
        default:
            const auto chosen = m_classes->chosen();
            return chosen ? std::to_string(static_cast<std::int64_t>(*chosen)) : std::string();
        }
    }

  private:
    void add_paper_commands(const ClassesPageActions& actions) {
        const auto one = [this] {
            return m_classes->IsShownOnScreen() && m_classes->chosen_row().has_value();
        };
        commands().add({.id = "classes.blank-list",
                        .label = _("Class &list with blank columns..."),
                        .help = _("The names of the selected class, and columns to fill in by hand"),
                        .icon = "print",
                        .run = [this, show = actions.blank_list] { show(this, *m_classes->chosen_row()); },
                        .allowed = one});
        commands().add({.id = "classes.cards",
                        .label = _("Learner c&ards..."),
                        .help = _("A card for each learner of the selected class: photo, number, code"),
                        .icon = "print",
                        .run = [this, show = actions.cards] { show(this, *m_classes->chosen_row()); },
                        .allowed = one});
    }

    void add_year_commands(const ClassesPageActions& actions) {
        const auto add = [this](std::string id, const wxString& label, const wxString& help,
                                const wxString& shortcut, const char* icon,
                                const std::function<bool(wxWindow*)>& run) {
            commands().add({.id = std::move(id),
                            .label = label,
                            .help = help,
                            .shortcut = shortcut,
                            .icon = icon,
                            .run =
                                [this, run] {
                                    if (run(this)) refresh();
                                },
                            .allowed = [this] { return !m_classes->empty(); }});
        };
        add("classes.next_year", _("Ne&xt year..."),
            _("What becomes of each learner at the year's end, and the classes of the next school year"),
            "Ctrl+Shift+N", "next", actions.next_year);
        add("classes.rollovers", _("&Years rolled over..."),
            _("Every year that was rolled over, and taking it back"), {}, "undo", actions.show_rollovers);
    }

    void refresh_classes() {
        m_classes->refresh();
        m_classes->Show(!m_classes->empty());
        m_empty->Show(m_classes->empty());
        m_tabs->GetPage(0)->Layout();
    }

    wxNotebook* m_tabs;
    ClassPanel* m_classes;
    institutions::InstitutionPanel* m_institutions;
    staff::EducatorPanel* m_educators;
    widgets::EmptyState* m_empty;
};

} // namespace

widgets::PageEntry classes_page(office::Session& session, learners::LearnerSearch& search,
                                ClassesPageActions actions) {
    return {.id = "classes",
            .label = _("Classes"),
            .icon = "classes",
            .create = [&session, &search, actions = std::move(actions)](wxWindow* parent) {
                return new ClassesPage(parent, session, search, actions);
            }};
}

} // namespace classes
