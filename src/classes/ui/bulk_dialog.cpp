// SPDX-License-Identifier: GPL-3.0-or-later
#include "classes/ui/bulk_dialog.hpp"

#include "classes/joining.hpp"
#include "classes/ui/class_words.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/utils.h>

#include <algorithm>

namespace classes {

namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

wxString title_of(BulkKind kind) {
    switch (kind) {
    case BulkKind::enrol:
        return _("Enrol in a class");
    case BulkKind::move:
        return _("Move to another class");
    case BulkKind::leave:
        return _("Leave the class");
    }
    return {};
}

wxString button_of(BulkKind kind) {
    switch (kind) {
    case BulkKind::enrol:
        return _("Enrol");
    // TRANSLATORS: the button that moves learners to another class.
    case BulkKind::move:
        return _("Move");
    case BulkKind::leave:
        return _("Leave the class");
    }
    return {};
}

wxString with_place(const office::Session& session, const ClassRow& row) {
    const bool khmer = session.language == widgets::Language::khmer || row.institution_name.empty();
    // TRANSLATORS: a class in a list of choices: {1} its name, {2} its institution.
    return fill(_("{1} - {2}"), {office::shown_name(session, row),
                                 widgets::wx(khmer ? row.institution_km : row.institution_name)});
}

class BulkDialog final : public widgets::FormDialog {
  public:
    BulkDialog(wxWindow* parent, office::Session& session, const BulkChoice& choice,
               std::vector<ClassRow> open)
        : FormDialog(parent, std::string(to_text(choice.kind)), title_of(choice.kind), button_of(choice.kind))
        , m_session(session)
        , m_choice(choice)
        , m_open(std::move(open))
        , m_form(new widgets::Form(body(), choice.kind == BulkKind::enrol ? 2 : 3)) {
        const std::string id{to_text(choice.kind)};
        if (choice.kind != BulkKind::enrol) add_from(id);
        if (choice.kind != BulkKind::leave) add_to(id);
        m_day = m_form->add_date(choice.kind == BulkKind::leave ? "leave.last_day" : id + ".from",
                                 choice.kind == BulkKind::leave  ? _("Last day in the class")
                                 : choice.kind == BulkKind::move ? _("First day in the new class")
                                                                 : _("In the class from"));
        if (choice.kind == BulkKind::leave) add_reason();
        rows().Add(m_form, 0, wxEXPAND);
        m_summary = new wxStaticText(body(), wxID_ANY, wxString());
        m_summary->SetFont(widgets::strong_font(*this));
        rows().Add(m_summary, 0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(widgets::space::small));
        m_list = new widgets::DataList(body(), id + ".preview", _("What will happen"),
                                       {{.title = _("Learner"), .width = 190, .grows = true},
                                        {.title = _("Number"), .width = 124},
                                        {.title = _("What will happen"), .width = 200},
                                        {.title = _("Why not, and hints"), .width = 420, .grows = true}});
        m_list->SetMinSize(widgets::text_room(*this, 1100, 300));
        rows().Add(m_list, 1, wxEXPAND);
        m_day->text().Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
            event.Skip();
            plan();
        });
        on_accept([this] { return plan() && m_plan.possible() > 0; });
        show_day();
        fit(900);
        plan();
        (m_to ? static_cast<wxWindow*>(m_to) : m_from)->SetFocus();
    }

    const BulkRequest& request() const { return m_request; }

  private:
    void add_from(const std::string& id) {
        // Only the classes the chosen learners are in.
        for (const learners::LearnerId learner : m_choice.learners)
            for (const Enrolment& one : open_enrolments_of(m_session.database, learner))
                for (const ClassRow& row : m_open)
                    if (row.id == one.in && std::none_of(m_sources.begin(), m_sources.end(),
                                                         [&](const ClassRow& s) { return s.id == row.id; }))
                        m_sources.push_back(row);
        std::vector<wxString> words{_("The class each of them is in")};
        for (const ClassRow& row : m_sources)
            words.push_back(with_place(m_session, row));
        m_from = m_form->add_choice(id + ".source", _("Out of"), words, m_sources.size() == 1 ? 1 : 0);
        m_from->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { plan(); });
    }

    void add_to(const std::string& id) {
        std::vector<wxString> words;
        int chosen = 0;
        for (const ClassRow& row : m_open) {
            if (m_choice.to == row.id) chosen = static_cast<int>(words.size());
            words.push_back(with_place(m_session, row));
        }
        m_to = m_form->add_choice(id + ".class", m_choice.kind == BulkKind::move ? _("Into") : _("Class"),
                                  words, chosen);
        m_to->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
            show_day();
            plan();
        });
    }

    void add_reason() {
        std::vector<wxString> words;
        for (int i = 0; i <= static_cast<int>(LeavingReason::other); ++i)
            words.push_back(leaving_word(static_cast<LeavingReason>(i)));
        m_reason = m_form->add_choice("leave.reason", _("Reason"), words, 0);
        m_reason->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { plan(); });
    }

    const ClassRow& target() const { return m_open[static_cast<std::size_t>(m_to->GetSelection())]; }

    void show_day() {
        if (m_choice.day)
            m_day->set(*m_choice.day);
        else if (m_choice.kind == BulkKind::enrol)
            m_day->set(usual_first_day(m_session, load_class(m_session.database, target().id)));
        else if (m_day->empty())
            m_day->set(m_session.database.clock().today());
    }

    // What the fields ask for; false while the day cannot be read, which is said under it.
    bool read() {
        m_form->forget_complaints();
        const auto day = m_day->day();
        if (!day) {
            m_form->complain(m_day, m_session.sentence(day.error()));
            return false;
        }
        m_request = {.kind = m_choice.kind, .learners = m_choice.learners, .day = *day};
        if (m_to) m_request.to = target().id;
        if (m_from && m_from->GetSelection() > 0)
            m_request.from = m_sources[static_cast<std::size_t>(m_from->GetSelection()) - 1].id;
        if (m_reason) m_request.reason = static_cast<LeavingReason>(m_reason->GetSelection());
        return true;
    }

    bool plan() {
        const bool readable = read();
        m_plan = readable ? plan_bulk(m_session.database, m_request) : BulkPlan{};
        // Those who stay out stand first: they are what a person must look at.
        std::stable_sort(m_plan.lines.begin(), m_plan.lines.end(), [](const BulkLine& a, const BulkLine& b) {
            const auto weight = [](const BulkLine& line) {
                return line.refusal ? 0 : line.hints.empty() ? 2 : 1;
            };
            return weight(a) < weight(b);
        });
        const auto all = static_cast<long long>(m_plan.lines.size());
        // TRANSLATORS: {1} and {2} are numbers: for how many learners of how many chosen it can be done.
        const wxString summary =
            readable ? fill(_("Possible for {1} of {2} learners."), {number(m_plan.possible()), number(all)})
                     : wxString();
        m_summary->SetLabelText(summary);
        widgets::name_control(*m_summary, std::string(to_text(m_choice.kind)) + ".summary", summary);
        m_list->set_rows(m_plan.lines.size(), [this](std::size_t row, std::size_t column) {
            return cell(m_plan.lines[row], column);
        });
        accept_button().Enable(m_plan.possible() > 0);
        return readable;
    }

    widgets::Cell cell(const BulkLine& line, std::size_t column) const {
        switch (column) {
        case 0:
            return {office::shown_name(m_session, line), line.refusal ? Tone::muted : Tone::plain};
        case 1:
            return {widgets::wx(line.number), Tone::muted};
        case 2:
            return line.refusal ? widgets::Cell{_("Nothing"), Tone::bad} : widgets::Cell{what(), Tone::good};
        default:
            if (line.refusal) return {m_session.sentence(*line.refusal), Tone::bad};
            if (!line.hints.empty()) return {m_session.sentence(line.hints.front()), Tone::warning};
            return {};
        }
    }

    wxString what() const {
        const wxString day = widgets::shown(m_request.day);
        switch (m_request.kind) {
        case BulkKind::enrol:
            return fill(_("Joins on {1}"), {day});
        case BulkKind::move:
            return fill(_("Moves on {1}"), {day});
        case BulkKind::leave:
            return fill(_("Leaves after {1}"), {day});
        }
        return {};
    }

    office::Session& m_session;
    BulkChoice m_choice;
    std::vector<ClassRow> m_open;
    std::vector<ClassRow> m_sources;
    BulkRequest m_request;
    BulkPlan m_plan;
    widgets::Form* m_form;
    wxChoice* m_from = nullptr;
    wxChoice* m_to = nullptr;
    wxChoice* m_reason = nullptr;
    widgets::DateField* m_day = nullptr;
    wxStaticText* m_summary = nullptr;
    widgets::DataList* m_list = nullptr;
};

} // namespace

core::Day usual_first_day(const office::Session& session, const Class& in) {
    const core::Day today = session.database.clock().today();
    return in.open_entry && in.first_day < today && today <= in.last_day ? today : in.first_day;
}

std::optional<BulkDone> change_many(wxWindow* parent, office::Session& session,
                                    learners::LearnerSearch& search, const BulkChoice& choice) {
    std::vector<ClassRow> open = list_classes(session.database);
    std::erase_if(open, [](const ClassRow& row) { return row.status != Status::open; });
    if (open.empty()) {
        widgets::tell(parent, _("No class is open"), _("Open a class first, on the page Classes."));
        return std::nullopt;
    }
    BulkDialog dialog(parent, session, choice, std::move(open));
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    const wxBusyCursor busy;
    storage::Transaction tx(session.database, session.actor);
    auto done = apply_bulk(tx, dialog.request());
    if (!done) {
        widgets::tell(parent, title_of(choice.kind), session.sentence(done.error()));
        return std::nullopt;
    }
    tx.commit();
    search.touched(choice.learners);
    return *std::move(done);
}

wxString take_back(office::Session& session, learners::LearnerSearch& search, BulkId id) {
    const auto touched = touched_by(session.database, id);
    storage::Transaction tx(session.database, session.actor);
    if (const auto undone = undo_bulk(tx, id); !undone) return session.sentence(undone.error());
    tx.commit();
    search.touched(touched);
    return {};
}

wxString told(const office::Session& session, const BulkSummary& change) {
    const bool khmer = session.language == widgets::Language::khmer;
    const std::string& to = khmer || change.to.empty() ? change.to_km : change.to;
    const wxString count = number(change.learners);
    const auto plural = static_cast<unsigned>(change.learners);
    switch (change.kind) {
    case BulkKind::enrol:
        // TRANSLATORS: {1} how many, {2} the class.
        return fill(wxPLURAL("{1} learner is enrolled in {2}.", "{1} learners are enrolled in {2}.", plural),
                    {count, widgets::wx(to)});
    case BulkKind::move:
        return fill(wxPLURAL("{1} learner is moved to {2}.", "{1} learners are moved to {2}.", plural),
                    {count, widgets::wx(to)});
    case BulkKind::leave:
        return fill(wxPLURAL("{1} learner has left the class: {2}.", "{1} learners have left the class: {2}.",
                             plural),
                    {count, leaving_word(change.reason.value())});
    }
    return {};
}

} // namespace classes
