// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/declared_dialog.hpp"

#include "core/numerals.hpp"
#include "institutions/institution_store.hpp"
#include "returns/declared_store.hpp"
#include "returns/ui/return_labels.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace returns {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

// The field that an error is about.
std::string_view field_of(std::string_view code) {
    if (code == "declared.no-female" || code == "declared.not-people" || code == "declared.female")
        return "female";
    if (code == "declared.no-source" || code == "written.too-long") return "source";
    if (code == "declared.no-person") return "declared-by";
    if (code == "declared.day") return "source-day";
    return "total";
}

// One figure's fields: a new one, or one to be put right.
class DeclareForm {
  public:
    DeclareForm(widgets::FormDialog& dialog, office::Session& session, const ReturnPeriod& period,
                const Layout& layout)
        : m_session(session)
        , m_period(period)
        , m_layout(layout)
        , m_institutions(institutions::list_institutions(session.database))
        , m_form(new widgets::Form(dialog.body(), 2)) {
        std::vector<wxString> figures;
        for (const Declarable& one : layout.declarable)
            figures.push_back(widgets::wx(in_language(session, one.name)));
        std::vector<wxString> places = {_("The office itself")};
        for (const auto& one : m_institutions)
            places.push_back(office::shown_name(session, one));
        m_figure = m_form->add_choice("declare.figure", _("Figure"), figures, 0);
        m_place = m_form->add_choice("declare.institution", _("Institution"), places, 0);
        m_total = m_form->add_text("declare.total", _("Total"));
        m_female = m_form->add_text("declare.female", _("Female"));
        m_source = m_form->add_text("declare.source", _("Where the figure comes from"));
        m_day = m_form->add_date("declare.source-day", _("Its day"));
        m_by = m_form->add_text("declare.declared-by", _("Who declares it"));
        m_form->note(m_source, _("A list on paper, a letter, a telephone call"));
        m_figure->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { show_unit(); });
        show_unit();
        dialog.rows().Add(m_form, 1, wxEXPAND);
    }

    void show(const DeclaredFigure& one) {
        for (std::size_t at = 0; at < m_layout.declarable.size(); ++at)
            if (m_layout.declarable[at].key == one.figure) m_figure->SetSelection(static_cast<int>(at));
        for (std::size_t at = 0; at < m_institutions.size(); ++at)
            if (one.institution == m_institutions[at].id) m_place->SetSelection(static_cast<int>(at) + 1);
        m_total->ChangeValue(widgets::wx(std::to_string(one.total)));
        if (one.female) m_female->ChangeValue(widgets::wx(std::to_string(*one.female)));
        m_source->ChangeValue(widgets::wx(one.source));
        m_day->set(one.source_day);
        m_by->ChangeValue(widgets::wx(one.declared_by));
        // Another figure or place would be another entry.
        m_figure->Disable();
        m_place->Disable();
        show_unit();
        m_total->SetFocus();
    }

    // Keeps what stands there; what cannot be read or is refused is told under its field.
    bool keep() {
        m_form->forget_complaints();
        DeclaredFigure one;
        one.figure = chosen().key;
        if (const int place = m_place->GetSelection(); place > 0)
            one.institution = m_institutions[static_cast<std::size_t>(place) - 1].id;
        const auto total = core::read_integer(widgets::typed(m_total->GetValue()));
        if (!total) return complain(m_total, total.error());
        one.total = *total;
        if (const std::string female = widgets::typed(m_female->GetValue()); people() && !female.empty()) {
            const auto value = core::read_integer(female);
            if (!value) return complain(m_female, value.error());
            one.female = *value;
        }
        one.source = widgets::typed(m_source->GetValue());
        one.declared_by = widgets::typed(m_by->GetValue());
        const auto day = m_day->day();
        if (!day) return complain(m_day, day.error());
        one.source_day = *day;
        storage::Transaction tx(m_session.database, m_session.actor);
        if (const auto done = declare(tx, m_period, m_layout, one); !done) {
            m_form->complain_about(field_of(done.error().code), m_session.sentence(done.error()));
            return false;
        }
        tx.commit();
        return true;
    }

  private:
    const Declarable& chosen() const {
        return m_layout.declarable[static_cast<std::size_t>(m_figure->GetSelection())];
    }
    bool people() const { return chosen().unit == Declarable::Unit::people; }

    void show_unit() {
        m_female->Enable(people());
        if (!people()) m_female->ChangeValue(wxString());
        m_form->note(m_total, chosen().unit == Declarable::Unit::riel ? _("In riel") : wxString());
    }

    bool complain(wxWindow* field, const core::Error& error) {
        m_form->complain(field, m_session.sentence(error));
        return false;
    }

    office::Session& m_session;
    const ReturnPeriod& m_period;
    const Layout& m_layout;
    std::vector<institutions::Institution> m_institutions;
    widgets::Form* m_form;
    wxChoice* m_figure = nullptr;
    wxChoice* m_place = nullptr;
    wxTextCtrl* m_total = nullptr;
    wxTextCtrl* m_female = nullptr;
    wxTextCtrl* m_source = nullptr;
    widgets::DateField* m_day = nullptr;
    wxTextCtrl* m_by = nullptr;
};

class DeclaredDialog final : public widgets::FormDialog {
  public:
    DeclaredDialog(wxWindow* parent, office::Session& session, const ReturnPeriod& period,
                   const returns::Layout& layout)
        : FormDialog(parent, "declared", fill(_("Declared figures, {1}"), {period_words(period)}),
                     _("&Declare..."))
        , m_session(session)
        , m_period(period)
        , m_layout(layout) {
        auto* words = new wxStaticText(
            body(), wxID_ANY,
            _("What no register gives: a centre without names yet, rooms, money. It is shown "
              "and signed with its source, added up apart, and never mixed with what is "
              "counted."));
        words->Wrap(widgets::text_room(*this, 820));
        rows().Add(words, 0, wxBOTTOM, FromDIP(widgets::space::medium));
        m_list = new widgets::DataList(body(), "declared.list", _("Declared figures"),
                                       {{.title = _("Figure"), .width = 190, .grows = true},
                                        {.title = _("Institution"), .width = 170, .grows = true},
                                        {.title = _("Total"), .width = 90, .right = true},
                                        {.title = _("Female"), .width = 65, .right = true},
                                        {.title = _("Source"), .width = 145, .grows = true},
                                        {.title = _("Its day"), .width = 95},
                                        {.title = _("Who declares it"), .width = 125}});
        m_list->SetMinSize(widgets::text_room(*this, 900, 230));
        m_list->on_select([this] { show_buttons(); });
        m_list->on_open([this](std::size_t) { CallAfter([this] { change(); }); });
        rows().Add(m_list, 1, wxEXPAND);
        m_as_before = add_button("declared.as-before", _("As the period &before"), [this] { as_before(); });
        m_change = add_button("declared.change", _("&Change..."), [this] { change(); });
        m_take_back = add_button("declared.take-back", _("&Take back"), [this] { take_back(); });
        call_leaving(_("Close"));
        on_accept([this] {
            ask(nullptr);
            return false; // one may follow the other
        });
        load();
        fit(960);
        CallAfter([this] {
            if (m_figures.empty())
                accept_button().SetFocus();
            else
                m_list->SetFocus();
        });
    }

    bool changed() const { return m_changed; }

  private:
    void load() {
        m_figures = list_declared(m_session.database, m_period.to_text());
        const auto before = list_declared(m_session.database, m_period.before().to_text());
        m_can_copy = std::any_of(before.begin(), before.end(), [this](const DeclaredFigure& old) {
            return m_layout.declared(old.figure) != nullptr &&
                   std::none_of(m_figures.begin(), m_figures.end(), [&](const DeclaredFigure& one) {
                       return one.figure == old.figure && one.institution == old.institution;
                   });
        });
        m_places.clear();
        for (const DeclaredFigure& one : m_figures)
            m_places.push_back(one.institution
                                   ? office::shown_name(m_session, institutions::load_institution(
                                                                       m_session.database, *one.institution))
                                   : wxString());
        m_list->set_rows(m_figures.size(),
                         [this](std::size_t row, std::size_t column) { return cell_of(row, column); });
        show_buttons();
    }

    widgets::Cell cell_of(std::size_t row, std::size_t column) const {
        const DeclaredFigure& one = m_figures[row];
        const Declarable* what = m_layout.declared(one.figure);
        switch (column) {
        case 0:
            return {widgets::wx(what == nullptr ? one.figure : in_language(m_session, what->name))};
        case 1:
            if (!one.institution) return {_("The office itself"), Tone::muted};
            return {m_places[row]};
        case 2:
            return {number(one.total)};
        case 3:
            return {one.female ? number(*one.female) : wxString()};
        case 4:
            return {widgets::wx(one.source)};
        case 5:
            return {widgets::shown(one.source_day)};
        default:
            return {widgets::wx(one.declared_by)};
        }
    }

    void show_buttons() {
        const bool one = m_list->selected().has_value();
        m_as_before->Enable(m_can_copy);
        m_change->Enable(one);
        m_take_back->Enable(one);
    }

    void ask(const DeclaredFigure* before) {
        widgets::FormDialog dialog(this, "declare",
                                   before == nullptr ? _("Declare a figure") : _("Change a declared figure"),
                                   _("Keep"));
        DeclareForm form(dialog, m_session, m_period, m_layout);
        dialog.on_accept([&] { return form.keep(); });
        dialog.fit(620);
        if (before != nullptr) form.show(*before);
        if (dialog.ShowModal() != wxID_OK) return;
        m_changed = true;
        load();
        bar().tell(Tone::good, _("The figure is kept; the next version of the return tells it."));
    }

    void change() {
        const auto row = m_list->selected();
        if (!row) return;
        const DeclaredFigure before = m_figures[*row];
        ask(&before);
        if (*row < m_figures.size()) m_list->select(*row);
    }

    void as_before() {
        storage::Transaction tx(m_session.database, m_session.actor);
        const auto copied = declare_as_before(tx, m_period, m_layout);
        if (!copied) {
            bar().tell(Tone::bad, m_session.sentence(copied.error()));
            return;
        }
        tx.commit();
        m_changed = true;
        load();
        m_list->SetFocus();
        bar().tell(Tone::good,
                   // TRANSLATORS: {1} is a number; {2} is a period, "December 2025".
                   fill(_("Figures declared as of {2}: {1}. The sources are those of then; change what is "
                          "otherwise now."),
                        {number(static_cast<long long>(*copied)), period_words(m_period.before())}));
    }

    void take_back() {
        const auto row = m_list->selected();
        if (!row) return;
        storage::Transaction tx(m_session.database, m_session.actor);
        if (const auto done = take_back_declared(tx, m_figures[*row].id); !done) {
            bar().tell(Tone::bad, m_session.sentence(done.error()));
            return;
        }
        tx.commit();
        m_changed = true;
        load();
        bar().tell(Tone::good, _("The figure is taken back."));
    }

    office::Session& m_session;
    const ReturnPeriod& m_period;
    const returns::Layout& m_layout;
    widgets::DataList* m_list = nullptr;
    wxButton* m_as_before = nullptr;
    wxButton* m_change = nullptr;
    wxButton* m_take_back = nullptr;
    std::vector<DeclaredFigure> m_figures;
    std::vector<wxString> m_places; // of each; the office's own has none
    bool m_changed = false;
    bool m_can_copy = false; // the period before has what is lacking here
};

} // namespace

bool edit_declared(wxWindow* parent, office::Session& session, const ReturnPeriod& period,
                   const Layout& layout) {
    DeclaredDialog dialog(wxGetTopLevelParent(parent), session, period, layout);
    dialog.ShowModal();
    return dialog.changed();
}

} // namespace returns
