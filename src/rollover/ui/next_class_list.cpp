// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollover/ui/next_class_list.hpp"

#include "classes/ui/class_words.hpp"
#include "rollover/ui/rollover_words.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

#include <algorithm>

namespace rollover {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

// Nothing when the person let it be.
std::optional<Choices::Names> ask_names(wxWindow* parent, const classes::Class& made) {
    widgets::FormDialog dialog(parent, "rollover-name", _("What the class is called"), _("Rename"));
    auto* form = new widgets::Form(dialog.body(), 1);
    wxTextCtrl* km = form->add_text("rollover-name.km", _("Name in Khmer"), made.name_km);
    wxTextCtrl* latin = form->add_text("rollover-name.latin", _("Name in Latin letters"), made.name);
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.on_accept([&] {
        form->forget_complaints();
        if (!widgets::typed(km->GetValue()).empty()) return true;
        form->complain(km, _("The class has no Khmer name."));
        return false;
    });
    dialog.fit();
    km->SetFocus();
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return Choices::Names{widgets::typed(km->GetValue()), widgets::typed(latin->GetValue())};
}

} // namespace

NextClassList::NextClassList(wxWindow* parent, const office::Session& session, Draft& draft,
                             std::function<void()> chosen)
    : wxPanel(parent)
    , m_session(session)
    , m_draft(draft)
    , m_chosen(std::move(chosen))
    , m_list(new widgets::DataList(this, "rollover.classes", _("Classes of the next year"),
                                   {{.title = _("Class"), .width = 210, .grows = true},
                                    {.title = _("Institution"), .width = 250, .grows = true},
                                    {.title = _("First day"), .width = 96},
                                    {.title = _("Last day"), .width = 96},
                                    {.title = _("Weekdays"), .width = 156},
                                    {.title = _("Learners"), .width = 84, .right = true},
                                    {.title = _("Status"), .width = 250, .grows = true}})) {
    m_list->on_select([this] { allow(); });
    m_list->on_open([this](std::size_t) { rename(); });
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    const auto add = [&](const char* id, const wxString& label, void (NextClassList::*run)()) {
        auto* button = widgets::add_named_button(this, id, label, [this, run] { (this->*run)(); });
        buttons->Add(button, 0, wxRIGHT, FromDIP(widgets::space::small));
        return button;
    };
    m_rename = add("rollover.rename", _("Rename... (Enter)"), &NextClassList::rename);
    m_tick = add("rollover.tick", _("Open though nobody goes into it (Space)"), &NextClassList::tick);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_list, 1, wxEXPAND);
    rows->Add(buttons, 0, wxTOP, FromDIP(widgets::space::small));
    SetSizer(rows);
    Bind(wxEVT_CHAR_HOOK, &NextClassList::take_key, this);
}

void NextClassList::take_key(wxKeyEvent& event) {
    if (event.GetKeyCode() != WXK_SPACE || event.HasModifiers() || !m_list->IsDescendant(FindFocus()))
        return event.Skip();
    tick();
}

const NextClass* NextClassList::selected() const {
    const auto row = m_list->selected();
    return row && *row < m_draft.plan.next.size() ? &m_draft.plan.next[*row] : nullptr;
}

void NextClassList::allow() {
    const NextClass* next = m_closed ? nullptr : selected();
    const bool new_one = next != nullptr && !next->opened_before();
    m_rename->Enable(new_one);
    m_tick->Enable(new_one && next->going == 0);
}

void NextClassList::rename() {
    if (!m_rename->IsEnabled()) return;
    const auto names = ask_names(this, selected()->made);
    if (!names) return;
    Choices chosen = m_draft.choices;
    chosen.names[selected()->key] = *names;
    choose(std::move(chosen));
}

void NextClassList::tick() {
    if (!m_tick->IsEnabled()) return;
    Choices chosen = m_draft.choices;
    const NextKey key = selected()->key;
    if (std::erase(chosen.opened_empty, key) == 0) chosen.opened_empty.push_back(key);
    choose(std::move(chosen));
}

void NextClassList::choose(Choices chosen) {
    const auto row = m_list->selected();
    // A name was given, so nothing can be refused.
    if (!m_draft.choose(std::move(chosen))) return;
    show();
    if (row) m_list->select(*row);
    m_list->focus_list();
    m_chosen();
}

void NextClassList::show() {
    m_list->set_rows(m_draft.plan.next.size(), [this](std::size_t row, std::size_t column) {
        return cell(m_draft.plan.next[row], column);
    });
    allow();
}

widgets::Cell NextClassList::status(const NextClass& next) const {
    if (next.opened_before()) return {_("Open already"), Tone::muted};
    if (!next.comes()) return {_("Not opened: nobody goes into it"), Tone::muted};
    if (m_closed) return {_("Opened"), Tone::good};
    if (next.going == 0) return {_("Will be opened, empty"), Tone::info};
    if (next.capacity_before && next.made.capacity != next.capacity_before)
        return {fill(_("Will be opened with {1} places, before {2}"),
                     {number(*next.made.capacity), number(*next.capacity_before)}),
                Tone::warning};
    return {_("Will be opened"), Tone::good};
}

widgets::Cell NextClassList::cell(const NextClass& next, std::size_t column) const {
    const Tone tone = next.comes() ? Tone::plain : Tone::muted;
    switch (column) {
    case 0:
        return {office::shown_name(m_session, next.made), tone};
    case 1: {
        const auto found = std::ranges::find(m_draft.end->classes, next.made.institution,
                                             [](const YearClass& one) { return one.taught.institution; });
        return {found == m_draft.end->classes.end() ? wxString() : institution_of(m_session, *found),
                Tone::muted};
    }
    case 2:
        return {widgets::shown(next.made.first_day), tone};
    case 3:
        return {widgets::shown(next.made.last_day), tone};
    case 4:
        return {classes::weekdays_text(next.made.weekdays), Tone::muted};
    case 5:
        return {number(next.going), tone};
    default:
        return status(next);
    }
}

void NextClassList::focus() {
    m_list->focus_list();
}

void NextClassList::close() {
    m_closed = true;
    allow();
}

} // namespace rollover
