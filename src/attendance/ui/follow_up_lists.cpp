// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/follow_up_lists.hpp"

#include "attendance/shown_days.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

#include <wx/translation.h>

#include <algorithm>
#include <set>

namespace attendance {
namespace {

using widgets::Cell;
using widgets::Column;
using widgets::number;
using widgets::Tone;
using widgets::wx;

// 1, 2, 5; with the month where it changes: 28/11, 1/12, 2.
wxString days_words(const std::vector<core::Day>& days) {
    const bool one_month = !days.empty() && core::month_of(days.front()) == core::month_of(days.back());
    wxString text;
    std::optional<core::Month> month;
    for (const core::Day day : days) {
        text += (text.empty() ? "" : ", ") + number(static_cast<unsigned>(day.day()));
        if (!one_month && month != core::month_of(day))
            text += "/" + number(static_cast<unsigned>(day.month()));
        month = core::month_of(day);
    }
    return text;
}

template<typename Row>
class ListOf : public FollowUpList {
  public:
    ListOf(wxWindow* parent, const office::Session& session, const char* id, const wxString& spoken,
           const wxString& empty, std::vector<Column> columns)
        : m_session(session) {
        m_view =
            new widgets::DataList(parent, id, spoken, std::move(columns), widgets::DataList::Selection::many);
        m_view->say_when_empty(empty);
        m_spoken = spoken;
    }

    wxString name() const override { return m_spoken; }

    std::function<void()> read(const storage::Database& database, const Scope& scope, int days,
                               core::Progress& progress) override {
        return [this, rows = find(database, scope, days, progress), period = scope.period] {
            m_all = rows;
            m_period = period;
        };
    }

    void narrow(std::optional<institutions::InstitutionId> institution,
                std::optional<classes::ClassId> in) override {
        m_rows.clear();
        for (const Row& row : m_all)
            if ((!institution || row.in.institution == *institution) && (!in || row.in.id == *in))
                m_rows.push_back(row);
        m_view->set_rows(m_rows.size(),
                         [this](std::size_t row, std::size_t column) { return cell(m_rows[row], column); });
    }

    std::size_t count() const override { return m_rows.size(); }

    std::optional<ClassMonth> chosen() const override {
        const auto rows = m_view->selection();
        if (rows.empty()) return std::nullopt;
        const Row& row = m_rows[rows.front()];
        return ClassMonth{row.in.id, month_of(row)};
    }

    ListSheet sheet() const override { return list_sheet(m_rows); }

  protected:
    virtual std::vector<Row> find(const storage::Database& database, const Scope& scope, int days,
                                  core::Progress& progress) = 0;
    virtual Cell cell(const Row& row, std::size_t column) const = 0;
    // Which month of the class tells of the row: the last of the period that has come, unless the row says.
    virtual core::Month month_of(const Row&) const {
        return core::month_of(std::min(m_period.last, m_session.database.clock().today()));
    }

    wxString class_name(const Row& row) const { return office::shown_name(m_session, row.in); }

    const office::Session& m_session;
    std::vector<Row> m_all;
    std::vector<Row> m_rows; // those that are shown
    Period m_period{};
    wxString m_spoken;
};

template<typename Row>
class ListOfLearners : public ListOf<Row> {
  public:
    using ListOf<Row>::ListOf;

    std::vector<PaperOf> papers() const override {
        std::vector<std::size_t> rows = this->m_view->selection();
        if (rows.empty())
            for (std::size_t row = 0; row < this->m_rows.size(); ++row)
                rows.push_back(row);
        std::vector<PaperOf> papers;
        std::set<PaperOf> seen;
        for (const std::size_t at : rows) {
            const Row& row = this->m_rows[at];
            const PaperOf of{row.in.id, row.learner.enrolment.learner};
            if (seen.insert(of).second) papers.push_back(of);
        }
        return papers;
    }

  protected:
    Cell cell(const Row& row, std::size_t column) const override {
        if (column == 0) return {office::shown_name(this->m_session, row.learner)};
        if (column == 1) return {wx(row.learner.number), Tone::muted};
        if (column == 2) return {this->class_name(row)};
        return figure(row, column);
    }
    // Of the columns after the third.
    virtual Cell figure(const Row& row, std::size_t column) const = 0;
};

std::vector<Column> learner_columns(std::vector<Column> more) {
    std::vector<Column> columns = {{.title = _("Learner"), .width = 190, .grows = true},
                                   {.title = _("Number"), .width = 140},
                                   {.title = _("Class"), .width = 220, .grows = true}};
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

class NotRecordedList final : public ListOf<NotRecorded> {
  public:
    NotRecordedList(wxWindow* parent, const office::Session& session)
        : ListOf(parent, session, "follow-up.not-recorded", _("School days not recorded"),
                 _("Every school day that has come is recorded."),
                 {{.title = _("Class"), .width = 240, .grows = true},
                  {.title = _("Institution"), .width = 260, .grows = true},
                  {.title = _("Days"), .width = 70, .right = true},
                  {.title = _("Which"), .width = 320, .grows = true}}) {}

    std::vector<PaperOf> papers() const override { return {}; }
    bool of_learners() const override { return false; }

  private:
    std::vector<NotRecorded> find(const storage::Database& database, const Scope& scope, int,
                                  core::Progress& progress) override {
        return find_not_recorded(database, scope, progress);
    }
    core::Month month_of(const NotRecorded& row) const override { return core::month_of(row.days.front()); }
    Cell cell(const NotRecorded& row, std::size_t column) const override {
        switch (column) {
        case 0:
            return {class_name(row)};
        case 1:
            return {institution_name(row)};
        case 2:
            return {number(static_cast<long long>(row.days.size()))};
        default:
            return {days_words(row.days), Tone::warning};
        }
    }
    wxString institution_name(const NotRecorded& row) const {
        const bool khmer = m_session.language == widgets::Language::khmer || row.in.institution_name.empty();
        return wx(khmer ? row.in.institution_km : row.in.institution_name);
    }
};

class LowRateList final : public ListOfLearners<LowRate> {
  public:
    LowRateList(wxWindow* parent, const office::Session& session)
        : ListOfLearners(parent, session, "follow-up.below", _("Attendance below the programme's minimum"),
                         _("Everyone came on enough of the days taken."),
                         learner_columns({{.title = _("Days taken"), .width = 100, .right = true},
                                          {.title = _("With permission"), .width = 130, .right = true},
                                          {.title = _("Without permission"), .width = 110, .right = true},
                                          {.title = "%", .width = 80, .right = true},
                                          {.title = _("Minimum"), .width = 80, .right = true}})) {}

  private:
    std::vector<LowRate> find(const storage::Database& database, const Scope& scope, int,
                              core::Progress& progress) override {
        return find_low_rates(database, scope, progress);
    }
    Cell figure(const LowRate& row, std::size_t column) const override {
        const Margin margin = margin_of(row.tally);
        switch (column) {
        case 3:
            return {number(row.tally.taken)};
        case 4:
            return {number(margin.permission)};
        case 5:
            return {number(margin.absent)};
        case 6:
            return {widgets::figure(core::format_percent(row.rate)), Tone::bad};
        default:
            return {widgets::figure(core::format_percent(row.minimum)), Tone::muted};
        }
    }
};

class LongAbsenceList final : public ListOfLearners<LongAbsence> {
  public:
    LongAbsenceList(wxWindow* parent, const office::Session& session)
        : ListOfLearners(parent, session, "follow-up.in-a-row", _("Absent several days in a row"),
                         _("Nobody was absent that many days one after the other."),
                         learner_columns({{.title = _("Days"), .width = 70, .right = true},
                                          {.title = _("First day"), .width = 110},
                                          {.title = _("Last day"), .width = 110},
                                          {.title = _("Since then"), .width = 170}})) {}

    bool asks_days() const override { return true; }

  private:
    std::vector<LongAbsence> find(const storage::Database& database, const Scope& scope, int days,
                                  core::Progress& progress) override {
        return find_long_absences(database, scope, days, progress);
    }
    core::Month month_of(const LongAbsence& row) const override { return core::month_of(row.run.first); }
    Cell figure(const LongAbsence& row, std::size_t column) const override {
        switch (column) {
        case 3:
            return {number(row.run.days), Tone::bad};
        case 4:
            return {widgets::shown(row.run.first)};
        case 5:
            return {widgets::shown(row.run.last)};
        default:
            // TRANSLATORS: whether a learner came to class again after an absence.
            return row.run.goes_on ? Cell{_("has not come again"), Tone::warning} : Cell{_("came again")};
        }
    }
};

class OverLimitList final : public ListOfLearners<OverLimit> {
  public:
    OverLimitList(wxWindow* parent, const office::Session& session)
        : ListOfLearners(parent, session, "follow-up.over-limit", _("Absent more than the programme allows"),
                         _("Nobody is absent more than the programme allows in a school year."),
                         learner_columns({{.title = _("With permission"), .width = 150, .right = true},
                                          {.title = _("Without permission"), .width = 150, .right = true}})) {
    }

    bool of_a_year() const override { return true; }

  private:
    std::vector<OverLimit> find(const storage::Database& database, const Scope& scope, int,
                                core::Progress& progress) override {
        return find_over_limits(database, scope, progress);
    }
    static Cell of_limit(const core::Ratio& days, const std::optional<int>& most) {
        const wxString count = wx(days_text(days));
        if (!most) return {count};
        // TRANSLATORS: {1} days absent, where a programme allows {2}.
        return {widgets::fill(_("{1} (of {2})"), {count, number(*most)}),
                days > core::Ratio{*most} ? Tone::bad : Tone::plain};
    }
    Cell figure(const OverLimit& row, std::size_t column) const override {
        return column == 3 ? of_limit(row.permission, row.most_permission)
                           : of_limit(row.absent, row.most_absent);
    }
};

} // namespace

std::vector<std::unique_ptr<FollowUpList>> make_follow_up_lists(wxWindow* parent,
                                                                const office::Session& session) {
    std::vector<std::unique_ptr<FollowUpList>> lists;
    lists.push_back(std::make_unique<LowRateList>(parent, session));
    lists.push_back(std::make_unique<LongAbsenceList>(parent, session));
    lists.push_back(std::make_unique<OverLimitList>(parent, session));
    lists.push_back(std::make_unique<NotRecordedList>(parent, session));
    return lists;
}

} // namespace attendance
