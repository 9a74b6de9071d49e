// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/ui/class_panel.hpp"

#include "classes/ui/class_dialog.hpp"
#include "classes/ui/class_words.hpp"
#include "classes/ui/enrol_dialog.hpp"
#include "core/numerals.hpp"
#include "office/ui/undo_command.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/reason_dialog.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <array>

namespace classes {

ClassPanel::ClassPanel(wxWindow* parent, office::Session& session, learners::LearnerSearch& search,
                       widgets::CommandList& commands, std::function<bool(wxWindow*, const ClassRow&)> close)
    : wxPanel(parent)
    , m_session(session)
    , m_search(search)
    , m_close(std::move(close)) {
    add_commands(commands);
    auto* columns = new wxBoxSizer(wxHORIZONTAL);
    columns->Add(make_left(), 5, wxEXPAND | wxRIGHT, FromDIP(widgets::space::medium));
    columns->Add(make_right(commands), 6, wxEXPAND);
    SetSizer(columns);
}

std::optional<ClassRow> ClassPanel::chosen_row() const {
    const ClassRow* row = selected();
    return row ? std::optional(*row) : std::nullopt;
}

void ClassPanel::add_commands(widgets::CommandList& commands) {
    const auto open_one = [this] { return IsShownOnScreen() && selected_is(Status::open); };
    commands.add({.id = "class.edit",
                  .label = _("&Edit..."),
                  .help = _("Change the selected class"),
                  .shortcut = "Ctrl+E",
                  .icon = "edit",
                  .run = [this] { edit(); },
                  .allowed = open_one});
    commands.add({.id = "class.enrol",
                  .label = _("En&rol learners..."),
                  .help = _("Choose learners for the selected class"),
                  .shortcut = "Ctrl+R",
                  .icon = "enrol",
                  .run =
                      [this] {
                          if (enrol_into(this, m_session, m_search, selected()->id)) refresh();
                      },
                  .allowed = open_one});
    commands.add({.id = "class.leave",
                  .label = _("Lea&ve..."),
                  .help = _("The selected learner leaves the class"),
                  .icon = "close",
                  .run =
                      [this] {
                          const ClassLearner learner = *selected_learner();
                          if (leave_class(this, m_session, learner.enrolment,
                                          office::shown_name(m_session, learner))) {
                              m_search.touched(learner.enrolment.learner);
                              refresh();
                          }
                      },
                  .allowed =
                      [this, open_one] {
                          return open_one() && selected_learner() && selected_learner()->enrolment.open();
                      }});
    commands.add({.id = "class.close",
                  .label = _("&Close the class..."),
                  .help = _("The register is complete: nothing in it changes any more"),
                  .icon = "check",
                  .run =
                      [this] {
                          if (m_close(this, *selected())) refresh();
                      },
                  .allowed = open_one});
    commands.add({.id = "class.reopen",
                  .label = _("Open a&gain..."),
                  .help = _("The closed class takes marks and days again, with a reason"),
                  .icon = "edit",
                  .run = [this] { reopen(); },
                  .allowed = [this] { return IsShownOnScreen() && selected_is(Status::closed); }});
    commands.add({.id = "class.open",
                  .label = _("&New class..."),
                  .help = _("Open a class of a programme at an institution"),
                  .shortcut = "Ctrl+N",
                  .icon = "add",
                  .run = [this] { open(); },
                  .rank = widgets::Rank::primary});
}

wxSizer* ClassPanel::make_left() {
    // In Khmer the kind comes first and the place last, in English the other way round.
    const bool khmer = m_session.language == widgets::Language::khmer;
    m_list =
        new widgets::DataList(this, "classes", _("Classes"),
                              {{.title = _("Class"), .width = 150, .grows = true},
                               {.title = _("Institution"), .width = 130, .grows = true, .keeps_end = khmer},
                               {.title = _("Learners"), .width = 76, .right = true},
                               {.title = _("Status"), .width = 118}});
    m_list->on_select([this] { show_class(); });
    m_list->on_open([this](std::size_t) {
        if (selected_is(Status::open)) edit();
    });
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_list, 1, wxEXPAND);
    return rows;
}

wxSizer* ClassPanel::make_right(widgets::CommandList& commands) {
    m_name =
        new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_name->SetFont(widgets::strong_font(*this).Scaled(1.15F));
    m_facts =
        new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    m_facts->SetForegroundColour(widgets::colour::muted);
    // Ellipsized texts ask for their whole length otherwise, and squeeze the list at the left.
    m_name->SetMinSize(wxSize(1, -1));
    m_facts->SetMinSize(wxSize(1, -1));
    m_members = new widgets::DataList(this, "class.learners", _("Learners of the class"),
                                      {{.title = _("Number"), .width = 130},
                                       {.title = _("Name"), .width = 170, .grows = true},
                                       {.title = _("Sex"), .width = 76},
                                       {.title = _("Born"), .width = 90},
                                       {.title = _("In the class"), .width = 150}});
    m_members->say_when_empty(_("Nobody is enrolled yet. Choose learners with the button above."));
    m_members->on_open([this](std::size_t row) {
        m_session.go("learners",
                     std::to_string(static_cast<std::int64_t>(m_learners[row].enrolment.learner)));
    });
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](const char* id) {
        wxButton* button = commands.make_button(this, id);
        buttons->Add(button, 0, wxRIGHT, FromDIP(widgets::space::small));
        return button;
    };
    for (const char* id : {"class.enrol", "class.leave", "class.edit"})
        add(id);
    m_close_button = add("class.close");
    m_reopen_button = add("class.reopen");
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_name, 0, wxEXPAND);
    rows->Add(m_facts, 0, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(buttons, 0, wxBOTTOM, FromDIP(widgets::space::small));
    rows->Add(m_members, 1, wxEXPAND);
    return rows;
}

void ClassPanel::refresh() {
    const std::optional<ClassId> before = selected() ? std::optional(selected()->id) : std::nullopt;
    m_classes = list_classes(m_session.database);
    m_list->quietly([&] {
        m_list->set_rows(m_classes.size(), [this](std::size_t index, std::size_t column) {
            return cell(m_classes[index], column);
        });
    });
    select(before.value_or(m_classes.empty() ? ClassId{} : m_classes.front().id));
}

wxString ClassPanel::institution_of(const ClassRow& row) const {
    const bool khmer = m_session.language == widgets::Language::khmer || row.institution_name.empty();
    return widgets::wx(khmer ? row.institution_km : row.institution_name);
}

widgets::Cell ClassPanel::cell(const ClassRow& row, std::size_t column) const {
    switch (column) {
    case 0:
        return {office::shown_name(m_session, row)};
    case 1:
        return {institution_of(row)};
    case 2:
        return {widgets::number(row.learners)};
    default:
        return {status_word(row.status), status_tone(row.status)};
    }
}

// Its learners are read once, not for every step of the selection on its way.
void ClassPanel::select(ClassId id) {
    m_list->quietly([&] {
        for (std::size_t i = 0; i < m_classes.size(); ++i)
            if (m_classes[i].id == id) m_list->select(i);
    });
    show_class();
}

wxWindow* ClassPanel::first_control() {
    return m_list;
}

const ClassRow* ClassPanel::selected() const {
    const auto row = m_list->selected();
    return row && *row < m_classes.size() ? &m_classes[*row] : nullptr;
}

const ClassLearner* ClassPanel::selected_learner() const {
    const auto row = m_members->selected();
    return row && *row < m_learners.size() ? &m_learners[*row] : nullptr;
}

bool ClassPanel::selected_is(Status status) const {
    return selected() && selected()->status == status;
}

void ClassPanel::show_class() {
    const ClassRow* row = selected();
    m_learners = row ? enrolments_in(m_session.database, row->id) : std::vector<ClassLearner>{};
    m_name->SetLabelText(row ? office::shown_name(m_session, *row) + ", " + institution_of(*row)
                             : wxString(_("Choose a class")));
    m_name->SetToolTip(m_name->GetLabelText());
    wxString facts;
    if (row) {
        const Class of = load_class(m_session.database, row->id);
        // TRANSLATORS: a class's facts: {1} programme, {2} first day, {3} last day, {4} weekdays, {5}
        // learners, {6} of whom female.
        facts = widgets::fill(_("{1}, {2} to {3}, {4}. {5} learners, {6} female."),
                              {programme_name(m_session, row->programme), widgets::shown(row->first_day),
                               widgets::shown(row->last_day), weekdays_text(of.weekdays),
                               widgets::number(row->learners), widgets::number(row->female)});
    }
    m_facts->SetLabelText(facts);
    m_facts->SetToolTip(facts);
    m_close_button->Show(!selected_is(Status::closed));
    m_reopen_button->Show(selected_is(Status::closed));
    m_members->set_rows(m_learners.size(), [this](std::size_t index, std::size_t column) -> widgets::Cell {
        const ClassLearner& learner = m_learners[index];
        const widgets::Tone tone = learner.enrolment.open() ? widgets::Tone::plain : widgets::Tone::muted;
        switch (column) {
        case 0:
            return {widgets::wx(learner.number), tone};
        case 1:
            return {office::shown_name(m_session, learner), tone};
        case 2:
            return {learner.sex == learners::Sex::female ? _("Female") : _("Male"), tone};
        case 3:
            return {learner.born ? widgets::shown(*learner.born) : wxString(), tone};
        default:
            if (learner.enrolment.open())
                return {widgets::fill(_("since {1}"), {widgets::shown(learner.enrolment.first_day)}), tone};
            return {widgets::fill(_("until {1}: {2}"), {widgets::shown(*learner.enrolment.last_day),
                                                        leaving_word(*learner.enrolment.reason)}),
                    tone};
        }
    });
    Layout();
}

void ClassPanel::open() {
    const auto id = open_class(this, m_session);
    if (!id) return;
    if (m_opened) m_opened();
    refresh();
    select(*id);
}

std::optional<ClassId> ClassPanel::chosen() const {
    const ClassRow* row = selected();
    return row ? std::optional{row->id} : std::nullopt;
}

void ClassPanel::edit() {
    const Class was = load_class(m_session.database, selected()->id);
    m_session.looked_at("classes", std::to_string(static_cast<std::int64_t>(was.id)),
                        office::shown_name(m_session, was));
    if (!edit_class(this, m_session, was.id)) return;
    office::remember_change(
        m_session, office::subject_of(m_session, "classes", was, was.id), was,
        [id = was.id](const storage::Database& database) { return find_class(database, id); }, update_class);
    // Its learners are found by its name.
    for (const ClassLearner& learner : m_learners)
        m_search.touched(learner.enrolment.learner);
    refresh();
}

void ClassPanel::reopen() {
    const ClassRow row = *selected();
    const wxString name = office::shown_name(m_session, row);
    const auto reason = widgets::ask_reason(this, "class-reopen",
                                            {widgets::fill(_("Open {1} again?"), {name}),
                                             _("Its days and marks can be changed again. Close it when they "
                                               "are right: nothing is awarded before."),
                                             _("Reason, kept in the history"), _("Open again")});
    if (!reason) return;
    storage::Transaction tx(m_session.database, m_session.actor);
    const auto reopened = reopen_class(tx, row.id, *reason);
    if (reopened)
        tx.commit();
    else
        widgets::tell(this, _("The class was not opened again"), m_session.sentence(reopened.error()));
    refresh();
}

} // namespace classes
