// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/pack_effects.hpp"

#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

#include <memory>

namespace assessment {
namespace {

using widgets::fill;
using widgets::number;

wxString counts(const Distribution& counted) {
    // TRANSLATORS: {1} passed, {2} failed, {3} with marks missing
    return fill(_("{1} / {2} / {3}"),
                {number(counted.pass.total), number(counted.fail.total), number(counted.incomplete.total)});
}

} // namespace

PackEffects::PackEffects(wxWindow* parent, const office::Session& session)
    : wxPanel(parent)
    , m_session(session)
    , m_title(new wxStaticText(this, wxID_ANY, wxString()))
    , m_list(new widgets::DataList(this, "pack.effect", _("What it would change"),
                                   {{.title = _("Class"), .width = 100, .grows = true},
                                    {.title = _("Learners"), .width = 70, .right = true},
                                    {.title = _("Period"), .width = 90},
                                    {.title = _("Was"), .width = 74},
                                    {.title = _("Would be"), .width = 74}})) {
    SetBackgroundColour(widgets::colour::paper);
    m_title->SetFont(m_title->GetFont().Bold());
    m_list->SetMinSize(wxSize(-1, FromDIP(104)));
    auto* rows = new wxBoxSizer(wxVERTICAL);
    rows->Add(m_title, 0, wxTOP, FromDIP(widgets::space::medium));
    rows->Add(m_list, 1, wxEXPAND);
    SetSizer(rows);
    Hide();
}

void PackEffects::forget() {
    if (!IsShown()) return;
    Hide();
    GetParent()->Layout();
}

void PackEffects::look(widgets::JobPanel& jobs, const programmes::Pack& pack,
                       std::function<void(const core::Error&)> failed) {
    jobs.run(
        _("Looking at the open classes"),
        [this, pack, &database = m_session.database](core::Progress& progress) -> widgets::JobRunner::Finish {
            const auto open = open_classes_of(database, pack);
            auto found = std::make_shared<std::vector<PackEffect>>();
            for (std::size_t at = 0; at < open.size() && !progress.cancelled(); ++at) {
                progress.report(static_cast<std::int64_t>(at), static_cast<std::int64_t>(open.size()));
                PackEffect effect = effect_on(database, open[at], pack);
                if (effect.changed > 0) found->push_back(std::move(effect));
            }
            if (progress.cancelled()) return [] {};
            return [this, found, count = open.size()] { show(std::move(*found), count); };
        },
        std::move(failed));
}

void PackEffects::show(std::vector<PackEffect> found, std::size_t open) {
    m_found = std::move(found);
    const bool khmer = m_session.language == widgets::Language::khmer;
    m_list->set_rows(m_found.size(), [this, khmer](std::size_t row, std::size_t column) -> widgets::Cell {
        if (row >= m_found.size()) return {};
        const PackEffect& one = m_found[row];
        switch (column) {
        case 0:
            return {office::shown_name(m_session, one.taught)};
        case 1:
            return {number(one.changed)};
        case 2:
            return {widgets::wx(khmer || one.period.en.empty() ? one.period.km : one.period.en)};
        case 3:
            return {counts(one.was)};
        default:
            return {counts(one.is)};
        }
    });
    m_list->say_when_empty(_("No open class would have another result."));
    m_title->SetLabelText(
        fill(_("{1} of {2} open classes would have other results (passed / failed / marks missing)"),
             {number(static_cast<long long>(m_found.size())), number(static_cast<long long>(open))}));
    m_title->Wrap(widgets::text_room(*this, 420));
    Show();
    GetParent()->Layout();
}

} // namespace assessment
