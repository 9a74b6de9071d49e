// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/follow_up_dialog.hpp"

#include "attendance/rate_store.hpp"
#include "classes/class_store.hpp"
#include "widgets/data_list.hpp"
#include "widgets/date_field.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

namespace attendance {
namespace {

using widgets::wx;

// 80 %, below which a scholarship is lost and most programmes award nothing.
const core::Ratio enough{4, 5};

struct MissingDays {
    classes::ClassRow in;
    std::vector<core::Day> days;
};

std::vector<MissingDays> load_missing(const storage::Database& database, Period period) {
    std::vector<MissingDays> missing;
    for (const classes::ClassRow& row : classes::list_classes(database)) {
        if (row.status != classes::Status::open) continue;
        auto days = not_recorded_days(database, row.id, period);
        if (!days.empty()) missing.push_back({row, std::move(days)});
    }
    return missing;
}

wxString days_text(const std::vector<core::Day>& days) {
    wxString text;
    for (const core::Day day : days)
        text += (text.empty() ? "" : ", ") + widgets::number(static_cast<unsigned>(day.day()));
    return text;
}

class FollowUpDialog final : public widgets::FormDialog {
  public:
    FollowUpDialog(wxWindow* parent, const office::Session& session, Period period)
        : FormDialog(parent, "follow-up", widgets::shown(core::month_of(period.first)), _("Show the class"))
        , m_session(session)
        , m_low(load_low_rates(session.database, period, enough))
        , m_missing(load_missing(session.database, period)) {
        add_low();
        add_missing();
        on_accept([this] { return m_chosen.has_value(); });
        fit(720);
    }

    std::optional<classes::ClassId> chosen() const { return m_chosen; }

  private:
    widgets::DataList* add_list(const char* id, const wxString& title, std::vector<widgets::Column> columns) {
        auto* heading = new wxStaticText(body(), wxID_ANY, title);
        heading->SetFont(widgets::strong_font(*this));
        auto* list = new widgets::DataList(body(), id, title, std::move(columns));
        list->SetMinSize(FromDIP(wxSize(680, 190)));
        rows().Add(heading, 0, wxTOP | wxBOTTOM, FromDIP(widgets::space::small));
        rows().Add(list, 1, wxEXPAND);
        return list;
    }

    void add_low() {
        auto* list = add_list("follow-up.low", _("Present on too few of the days taken (under 80 %)"),
                              {{.title = _("Learner"), .width = 200, .grows = true},
                               {.title = _("Class"), .width = 220, .grows = true},
                               {.title = _("Days taken"), .width = 80, .right = true},
                               {.title = "%", .width = 80, .right = true}});
        list->set_rows(m_low.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const Attendance& found = m_low[row].attendance;
            switch (column) {
            case 0:
                return {office::shown_name(m_session, found.learner)};
            case 1:
                return {class_name(m_low[row].class_id)};
            case 2:
                return {widgets::number(found.tally.taken)};
            default:
                return {wx(core::format_percent(*found.rate)), widgets::Tone::bad};
            }
        });
        list->on_select(
            [this, list] { choose(list, [this](std::size_t row) { return m_low[row].class_id; }); });
    }

    void add_missing() {
        auto* list = add_list("follow-up.missing", _("School days that nobody recorded"),
                              {{.title = _("Class"), .width = 240, .grows = true},
                               {.title = _("Days"), .width = 300, .grows = true}});
        list->set_rows(m_missing.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            if (column == 0) return {office::shown_name(m_session, m_missing[row].in)};
            return {days_text(m_missing[row].days), widgets::Tone::warning};
        });
        list->on_select(
            [this, list] { choose(list, [this](std::size_t row) { return m_missing[row].in.id; }); });
    }

    template<typename ClassOf>
    void choose(widgets::DataList* list, ClassOf class_of) {
        if (const auto row = list->selected()) m_chosen = class_of(*row);
    }

    wxString class_name(classes::ClassId id) const {
        return office::shown_name(m_session, classes::load_class(m_session.database, id));
    }

    const office::Session& m_session;
    std::vector<LowRate> m_low;
    std::vector<MissingDays> m_missing;
    std::optional<classes::ClassId> m_chosen;
};

} // namespace

std::optional<classes::ClassId> show_follow_up(wxWindow* parent, const office::Session& session,
                                               Period period) {
    FollowUpDialog dialog(parent, session, period);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.chosen();
}

} // namespace attendance
