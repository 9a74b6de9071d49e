// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/ui/parcel_preview.hpp"

#include "parcels/parcel_store.hpp"
#include "parcels/ui/parcel_dialog.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"
#include "widgets/wide_dialog.hpp"

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <algorithm>

namespace parcels {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;
using widgets::space::large;

wxString kind_word(const std::string& kind) {
    if (kind == "institution") return _("Institution");
    if (kind == "educator") return _("Educator");
    if (kind == "class") return _("Class");
    if (kind == "learner") return _("Learner");
    if (kind == "enrolment") return _("Register and marks");
    if (kind == "unit") return _("Units earned elsewhere");
    if (kind == "list") return _("Award list");
    if (kind == "block") return _("Serial numbers");
    if (kind == "template") return _("Template");
    return _("Certificate");
}

widgets::Cell verdict_cell(Verdict verdict) {
    switch (verdict) {
    // TRANSLATORS: what becomes of a row of a parcel.
    case Verdict::fresh:
        return {wxGETTEXT_IN_CONTEXT("parcel", "New"), Tone::good};
    case Verdict::changed:
        return {wxGETTEXT_IN_CONTEXT("parcel", "Changed"), Tone::info};
    case Verdict::same:
        return {wxGETTEXT_IN_CONTEXT("parcel", "The same"), Tone::muted};
    case Verdict::refused:
        return {wxGETTEXT_IN_CONTEXT("parcel", "Refused"), Tone::bad};
    }
    return {};
}

// The words of the rooms, one by one: "approve, return".
wxString done_words(const std::string& detail) {
    wxString words;
    std::size_t from = 0;
    while (from < detail.size()) {
        const std::size_t end = std::min(detail.find(", ", from), detail.size());
        const std::string one = detail.substr(from, end - from);
        wxString word;
        if (one == "prepare") word = _("prepared");
        if (one == "check") word = _("checked");
        if (one == "approve") word = _("approved");
        if (one == "return") word = _("returned");
        if (one == "issue") word = _("issued");
        if (one == "void") word = _("made void");
        if (one == "reprint") word = _("reprinted");
        if (one == "duplicate") word = _("duplicate");
        if (one == "replace") word = _("replaced");
        if (one == "spoil") word = _("spoiled");
        if (one == "lose") word = _("lost");
        words += (words.empty() ? wxString() : wxString(", ")) + word;
        from = end + 2;
    }
    return words;
}

int place_of(Verdict verdict) {
    switch (verdict) {
    case Verdict::refused:
        return 0;
    case Verdict::changed:
        return 1;
    case Verdict::fresh:
        return 2;
    case Verdict::same:
        return 3;
    }
    return 3;
}

class PreviewDialog final : public wxDialog {
  public:
    PreviewDialog(wxWindow* parent, office::Session& session, const Plan& plan)
        : wxDialog(parent, wxID_ANY, _("A parcel came"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_session(session)
        , m_plan(plan)
        , m_rows(plan.rows) {
        SetName("parcel-in");
        SetBackgroundColour(widgets::colour::paper);
        // What somebody has to look at stands first.
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const PlanRow& a, const PlanRow& b) {
            return place_of(a.verdict) < place_of(b.verdict);
        });
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_head(), 0, wxEXPAND);
        rows->Add(make_list(), 1, wxEXPAND | wxALL, FromDIP(large));
        rows->Add(make_foot(), 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(large));
        SetSizer(rows);
        widgets::size_to_screen(*this, 1000, 620);
        CallAfter([this] { m_list->focus_list(); });
    }

  private:
    wxWindow* make_head() {
        const Head& head = m_plan.parcel.head;
        auto* card = new wxPanel(this);
        card->SetBackgroundColour(widgets::tint_of(head.sample ? Tone::warning : Tone::info));
        auto* from = new wxStaticText(
            card, wxID_ANY,
            // TRANSLATORS: {1} an office, {2} a day, {3} a number.
            fill(_("Parcel {3}, written by {1} on {2}"),
                 {office::shown_name(m_session, head.sender),
                  widgets::shown(core::day_in_cambodia(head.written)), number(head.sequence)}),
            wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
        from->SetFont(widgets::strong_font(*this));
        // TRANSLATORS: {1} to {4} are numbers of rows.
        wxString counts = fill(_("{1} new, {2} changed, {3} the same, {4} refused."),
                               {number(m_plan.count(Verdict::fresh)), number(m_plan.count(Verdict::changed)),
                                number(m_plan.count(Verdict::same)), number(m_plan.count(Verdict::refused))});
        if (head.sample) counts += " " + _("SAMPLE: signed by a sample office; it counts for nothing.");
        auto* words = new wxStaticText(card, wxID_ANY, counts);
        widgets::name_control(*words, "parcel-in.counts", counts);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(from, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(large));
        rows->Add(words, 0, wxEXPAND | wxALL, FromDIP(large));
        card->SetSizer(rows);
        return card;
    }

    wxWindow* make_list() {
        m_list = new widgets::DataList(this, "parcel-in.rows", _("What the parcel would do"),
                                       {{.title = _("Verdict"), .width = 120},
                                        {.title = _("What"), .width = 160},
                                        {.title = _("Name"), .width = 240, .grows = true},
                                        {.title = _("Detail"), .width = 380, .grows = true}});
        m_list->set_rows(m_rows.size(), [this](std::size_t at, std::size_t column) -> widgets::Cell {
            const PlanRow& row = m_rows[at];
            switch (column) {
            case 0:
                return verdict_cell(row.verdict);
            case 1:
                return {kind_word(row.kind)};
            case 2:
                return {widgets::wx(row.name)};
            default:
                return {row.reason ? m_session.sentence(*row.reason) : done_words(row.detail)};
            }
        });
        return m_list;
    }

    wxSizer* make_foot() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->AddStretchSpacer();
        auto* leave = widgets::add_named_button(this, "parcel-in.leave", _("Leave it"),
                                                [this] { EndModal(wxID_CANCEL); });
        SetEscapeId(leave->GetId());
        auto* take = widgets::add_named_button(this, "parcel-in.take", _("Take the parcel"),
                                               [this] { EndModal(wxID_OK); });
        widgets::dress(*take, widgets::Part::primary_button);
        row->Add(leave, 0, wxRIGHT, FromDIP(widgets::space::small));
        row->Add(take);
        return row;
    }

    const office::Session& m_session;
    const Plan& m_plan;
    std::vector<PlanRow> m_rows;
    widgets::DataList* m_list = nullptr;
};

wxString way_word(const ParcelRow& row) {
    if (row.sent) return row.way == Way::out ? _("To the institution") : _("Back to the district");
    return row.way == Way::out ? _("From the district") : _("Back from the institution");
}

class HistoryDialog final : public wxDialog {
  public:
    HistoryDialog(wxWindow* parent, office::Session& session)
        : wxDialog(parent, wxID_ANY, _("Parcels"), wxDefaultPosition, wxDefaultSize,
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER)
        , m_rows(list_parcels(session.database)) {
        SetName("parcels");
        SetBackgroundColour(widgets::colour::paper);
        auto* list = new widgets::DataList(this, "parcels.list", _("Parcels"),
                                           {{.title = _("When"), .width = 150},
                                            {.title = _("Way"), .width = 190},
                                            {.title = _("Number"), .width = 80, .right = true},
                                            {.title = _("Institution"), .width = 230, .grows = true},
                                            {.title = _("File"), .width = 180, .grows = true},
                                            {.title = _("Refused"), .width = 90, .right = true}});
        list->say_when_empty(_("No parcel went out or came in yet."));
        list->set_rows(m_rows.size(),
                       [this](std::size_t at, std::size_t column) { return cell(m_rows[at], column); });
        auto* foot = new wxBoxSizer(wxHORIZONTAL);
        foot->AddStretchSpacer();
        auto* close =
            widgets::add_named_button(this, "parcels.close", _("Close"), [this] { EndModal(wxID_CLOSE); });
        SetEscapeId(close->GetId());
        foot->Add(close);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(list, 1, wxEXPAND | wxALL, FromDIP(large));
        rows->Add(foot, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(large));
        SetSizer(rows);
        widgets::size_to_screen(*this, 1000, 460);
        CallAfter([list] { list->focus_list(); });
    }

  private:
    static widgets::Cell cell(const ParcelRow& row, std::size_t column) {
        switch (column) {
        case 0:
            return {widgets::shown(row.at)};
        case 1:
            return {way_word(row)};
        case 2:
            return {number(row.sequence)};
        case 3:
            return {widgets::wx(row.institution_km)};
        case 4:
            return {widgets::wx(row.file_name)};
        default:
            return {row.refused > 0 ? number(row.refused) : wxString(), Tone::warning};
        }
    }

    std::vector<ParcelRow> m_rows;
};

} // namespace

bool preview(wxWindow* parent, office::Session& session, const Plan& plan) {
    return PreviewDialog(parent, session, plan).ShowModal() == wxID_OK;
}

void show_parcels(wxWindow* parent, office::Session& session) {
    HistoryDialog(parent, session).ShowModal();
}

} // namespace parcels
