// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/rates_dialog.hpp"

#include "attendance/rate_chart.hpp"
#include "attendance/ui/saving.hpp"
#include "attendance/ui/school_months.hpp"
#include "documents/ui/chart_dialog.hpp"
#include "documents/ui/chart_view.hpp"
#include "institutions/institution_store.hpp"
#include "office/ui/chart_source.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/form.hpp"
#include "widgets/job_dialog.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/scrolwin.h>
#include <wx/sizer.h>

#include <array>

namespace attendance {
namespace {

using widgets::Cell;
using widgets::fill;
using widgets::number;
using widgets::Tone;
using widgets::wx;
using widgets::space::large;
using widgets::space::small;

constexpr std::array groupings = {RateBy::school_class, RateBy::month, RateBy::sex, RateBy::institution,
                                  RateBy::district};

wxString grouping_name(RateBy by) {
    switch (by) {
    case RateBy::school_class:
        return _("Class");
    case RateBy::month:
        return _("Month");
    case RateBy::sex:
        return _("Sex");
    case RateBy::institution:
        return _("Institution");
    case RateBy::district:
        break;
    }
    return _("District");
}

std::optional<int> hundredths(const Attended& one) {
    const auto rate = one.rate();
    if (!rate) return std::nullopt;
    return static_cast<int>(core::round_half_up(*rate, 4));
}

class RatesDialog final : public widgets::JobDialog {
  public:
    RatesDialog(wxWindow* parent, const office::Session& session, core::Month month)
        : JobDialog(parent, _("Attendance rates"), "rates")
        , m_session(session)
        , m_months(school_months(month, session.database.clock().today()))
        , m_institutions(institutions::list_institutions(session.database)) {
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(make_choices(), 0, wxEXPAND | wxALL, FromDIP(large));
        auto* middle = new wxBoxSizer(wxHORIZONTAL);
        middle->Add(make_list(), 4, wxEXPAND | wxRIGHT, FromDIP(large));
        middle->Add(make_chart(), 3, wxEXPAND);
        rows->Add(middle, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(large));
        rows->Add(make_buttons(), 0, wxEXPAND | wxALL, FromDIP(large));
        lay_out(rows, 1280, 640);
        m_by->SetFocus();
        // Once the window is there: a job gives the keyboard back to where it was.
        CallAfter([this] { read(); });
    }

  private:
    wxWindow* make_choices() {
        auto* form = new widgets::Form(m_body, 3);
        std::vector<wxString> names;
        for (const RateBy by : groupings)
            names.push_back(grouping_name(by));
        // TRANSLATORS: above a choice of class, month, sex …: what a row of the list is of.
        m_by = form->add_choice("rates.by", _("A row for each"), names, 0);
        m_period = form->add_choice("rates.period", _("Days of"), m_months.names, 0);
        std::vector<wxString> places = {_("All institutions")};
        for (const institutions::Institution& one : m_institutions)
            places.push_back(office::shown_name(m_session, one));
        m_institution = form->add_choice("rates.institution", _("Institution"), places, 0);
        for (wxChoice* choice : {m_by, m_period, m_institution})
            choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { read(); });
        return form;
    }

    wxWindow* make_list() {
        m_list = new widgets::DataList(m_body, "rates.list", _("Attendance rates"),
                                       {{.title = _("Group"), .width = 145, .grows = true},
                                        {.title = _("Learners"), .width = 70, .right = true},
                                        {.title = _("Female"), .width = 55, .right = true},
                                        // TRANSLATORS: the days taken of all learners added up.
                                        {.title = _("Learner days"), .width = 100, .right = true},
                                        {.title = _("With permission"), .width = 75, .right = true},
                                        {.title = _("Without permission"), .width = 80, .right = true},
                                        {.title = "%", .width = 65, .right = true},
                                        {.title = _("Female %"), .width = 75, .right = true}},
                                       widgets::DataList::Selection::many);
        return m_list;
    }

    wxWindow* make_chart() {
        auto* window = new wxScrolledWindow(m_body, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL);
        window->SetScrollRate(0, FromDIP(20));
        window->SetBackgroundColour(widgets::colour::paper);
        m_chart = new documents::ChartView(window, "rates.chart");
        auto* room = new wxBoxSizer(wxVERTICAL);
        room->Add(m_chart, 1, wxEXPAND);
        window->SetSizer(room);
        return window;
    }

    wxSizer* make_buttons() {
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        const auto add = [&](const char* id, const wxString& label, std::function<void()> run) {
            auto* button = new wxButton(m_body, wxID_ANY, label);
            widgets::name_control(*button, id, wxControl::RemoveMnemonics(label));
            button->Bind(wxEVT_BUTTON, [this, run = std::move(run)](wxCommandEvent&) { CallAfter(run); });
            row->Add(button, 0, wxRIGHT, FromDIP(small));
            return button;
        };
        m_save = add("rates.save", _("&Save as workbook..."), [this] {
            save_list(this, worker_of(this, *m_jobs, *m_messages, m_session), m_session, period(),
                      list_sheet(m_rates, m_rates_by));
        });
        add("rates.pdf", _("Save &chart as PDF..."), [this] {
            documents::save_charts(this, *m_messages, _("Attendance rates"), {m_chart->chart()},
                                   office::chart_source(m_session));
        });
        row->AddStretchSpacer();
        wxButton* close = add("rates.close", _("Close"), [this] { Close(); });
        SetEscapeId(close->GetId());
        return row;
    }

    RateBy by() const { return groupings.at(static_cast<std::size_t>(m_by->GetSelection())); }
    Period period() const { return m_months.periods[static_cast<std::size_t>(m_period->GetSelection())]; }

    void read() {
        Scope scope{.period = period()};
        if (const int at = m_institution->GetSelection(); at > 0)
            scope.institution = m_institutions[static_cast<std::size_t>(at) - 1].id;
        worker_of(this, *m_jobs, *m_messages, m_session)
            .run(_("Counting the registers"),
                 [this, scope, grouping = by()](core::Progress& progress) -> widgets::JobRunner::Finish {
                     auto rates = load_group_rates(m_session.database, scope, grouping, progress);
                     return [this, grouping, rates = std::move(rates)] {
                         m_rates = rates;
                         m_rates_by = grouping;
                         show();
                     };
                 });
    }

    wxString name_of(const GroupRate& group) const {
        switch (m_rates_by) {
        case RateBy::month:
            return widgets::shown(core::month_from_iso(group.key).value());
        case RateBy::sex:
            return group.key == "f" ? _("Women") : _("Men");
        default:
            break;
        }
        const wxString name = office::shown_name(m_session, group);
        // TRANSLATORS: a row of rates of institutions whose village is not known.
        return name.empty() ? wxString(_("not known")) : name;
    }

    static Cell percent(const Attended& one) {
        const auto rate = one.rate();
        if (!rate) return {wx("–"), Tone::muted};
        return {widgets::figure(core::format_percent(*rate)),
                *hundredths(one) < scholarship_line ? Tone::bad : Tone::plain};
    }

    Cell cell(const wxString& name, const GroupRate& group, std::size_t column) const {
        const Margin margin = margin_of(group.all.tally);
        switch (column) {
        case 0:
            return {name};
        case 1:
            return {number(group.all.learners)};
        case 2:
            return {number(group.female.learners)};
        case 3:
            return {number(group.all.tally.taken)};
        case 4:
            return {number(margin.permission)};
        case 5:
            return {number(margin.absent)};
        case 6:
            return percent(group.all);
        default:
            return percent(group.female);
        }
    }

    void show() {
        // The last row is of all.
        m_list->keep_last(1); // everyone together
        m_list->set_rows(m_rates.rows.size() + 1, [this](std::size_t row, std::size_t column) {
            const bool total = row == m_rates.rows.size();
            const GroupRate& group = total ? m_rates.total : m_rates.rows[row];
            return cell(total ? wxString(_("All")) : name_of(group), group, column);
        });
        std::vector<std::string> names;
        for (const GroupRate& group : m_rates.rows)
            names.push_back(widgets::utf8(name_of(group)));
        m_chart->show(rate_chart(
            m_rates, m_rates_by, std::move(names),
            {.title = widgets::utf8(_("Attendance rates")),
             .note = widgets::utf8(m_months.names[static_cast<std::size_t>(m_period->GetSelection())]),
             .all = widgets::utf8(_("All")),
             .line = widgets::utf8(fill(_("to reach: {1} %"), {number(scholarship_line / 100)})),
             // TRANSLATORS: said of an attendance rate under the 80 % that must be reached.
             .below = widgets::utf8(_("under what must be reached")),
             .nothing = widgets::utf8(_("No register was taken in these days."))}));
        m_chart->GetParent()->FitInside();
    }

    const office::Session& m_session;
    SchoolMonths m_months;
    std::vector<institutions::Institution> m_institutions;
    GroupRates m_rates;
    RateBy m_rates_by = RateBy::school_class; // what the rows are of, while another choice is being read
    wxChoice* m_by = nullptr;
    wxChoice* m_period = nullptr;
    wxChoice* m_institution = nullptr;
    widgets::DataList* m_list = nullptr;
    documents::ChartView* m_chart = nullptr;
    wxButton* m_save = nullptr;
};

} // namespace

void show_rates(wxWindow* parent, const office::Session& session, core::Month month) {
    RatesDialog(parent, session, month).ShowModal();
}

} // namespace attendance
