// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/cell_store.hpp"

#include "attendance/margin_store.hpp"
#include "attendance/mark_store.hpp"
#include "attendance/open_class.hpp"
#include "classes/enrolment_store.hpp"
#include "storage/change.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace attendance {
namespace {

using classes::EnrolmentId;

// The enrolments and months that a piece of work touches, each read once and written once.
class Months {
  public:
    explicit Months(const storage::Database& database)
        : m_database(database) {}

    // Null for an enrolment that is not there.
    const classes::Enrolment* enrolment(EnrolmentId id) {
        auto found = m_enrolments.find(id);
        if (found == m_enrolments.end())
            found = m_enrolments.emplace(id, classes::find_enrolment(m_database, id)).first;
        return found->second ? &*found->second : nullptr;
    }
    Mark on(EnrolmentId id, core::Day day) { return month(id, day).on(day); }
    void set(EnrolmentId id, core::Day day, Mark mark) {
        month(id, day).set(day, mark);
        m_changed.insert({id, core::month_of(day)});
    }
    void write(storage::Transaction& tx) const {
        for (const auto& key : m_changed)
            write_month(tx, key.first, m_months.at(key));
    }

  private:
    using Key = std::pair<EnrolmentId, core::Month>;

    MonthMarks& month(EnrolmentId id, core::Day day) {
        const Key key{id, core::month_of(day)};
        const auto found = m_months.find(key);
        if (found != m_months.end()) return found->second;
        return m_months.emplace(key, load_month(m_database, id, key.second)).first->second;
    }

    const storage::Database& m_database;
    std::map<EnrolmentId, std::optional<classes::Enrolment>> m_enrolments;
    std::map<Key, MonthMarks> m_months;
    std::set<Key> m_changed;
};

template<typename Cells>
Period period_of(const Cells& cells) {
    const auto [first, last] = std::minmax_element(
        cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
    return {first->day, last->day};
}

// Everything that the change touches; it is not empty.
Period period_of(const RegisterChange& change) {
    std::vector<core::Day> days;
    for (const CellChange& cell : change.cells)
        days.push_back(cell.day);
    for (const DayChange& day : change.days)
        days.push_back(day.day);
    for (const MarginChange& margin : change.margins)
        days.push_back(core::first_day(margin.month));
    const auto [first, last] = std::minmax_element(days.begin(), days.end());
    return {*first, *last};
}

void audit_cells(storage::Transaction& tx, const char* verb, const classes::Class& taught,
                 const RegisterChange& change, Months& months) {
    std::set<EnrolmentId> learners;
    for (const CellChange& cell : change.cells)
        learners.insert(cell.enrolment);
    const bool one = learners.size() == 1 && change.days.empty() && change.margins.empty();
    std::vector<storage::FieldChange> told;
    for (const CellChange& cell : change.cells) {
        const std::string whose =
            one ? std::string{} : core::to_text(months.enrolment(cell.enrolment)->uid) + " ";
        told.push_back({whose + core::to_iso(cell.day), std::string{letter_of(cell.was)},
                        std::string{letter_of(cell.is)}});
    }
    const auto words = [](const DayRecord& record) -> std::optional<std::string> {
        if (record.kind == DayRecord::Kind::none) return std::nullopt;
        return record.kind == DayRecord::Kind::taken ? "taken" : record.reason;
    };
    for (const DayChange& day : change.days)
        told.push_back({core::to_iso(day.day), words(day.was), words(day.is)});
    const auto total = [](const std::optional<int>& of) {
        return of ? std::optional{std::to_string(*of)} : std::nullopt;
    };
    for (const MarginChange& margin : change.margins) {
        const std::string whose =
            core::to_text(months.enrolment(margin.enrolment)->uid) + " " + core::to_iso(margin.month);
        told.push_back({whose + " permission", total(margin.was.permission), total(margin.is.permission)});
        told.push_back({whose + " absent", total(margin.was.absent), total(margin.is.absent)});
    }
    const core::Uid& uid = one ? months.enrolment(*learners.begin())->uid : taught.uid;
    tx.audit(verb, "attendance_month", uid, storage::change_json(told));
}

// What was written over since, by learner and day.
class Conflicts {
  public:
    explicit Conflicts(const storage::Database& database, classes::ClassId class_id)
        : m_database(database)
        , m_class(class_id) {}

    void add(EnrolmentId id, const std::string& when) { add(name_of(id) + " " + when); }
    void add(const std::string& where) {
        constexpr std::size_t most_named = 5;
        if (m_count++ < most_named) m_where += (m_where.empty() ? "" : ", ") + where;
    }
    std::optional<core::Error> error() const {
        if (m_count == 0) return std::nullopt;
        return core::Error{"attendance.changed-since"}
            .with("where", m_where)
            .with("count", std::to_string(m_count));
    }

  private:
    std::string name_of(EnrolmentId id) const {
        for (const classes::ClassLearner& one : classes::enrolments_in(m_database, m_class))
            if (one.enrolment.id == id) return one.name_km.empty() ? one.name : one.name_km;
        return "—";
    }

    const storage::Database& m_database;
    classes::ClassId m_class;
    std::string m_where;
    std::size_t m_count = 0;
};

std::optional<core::Error> find_conflicts(const storage::Database& database, const OpenClass& open,
                                          const RegisterChange& change, Months& months) {
    Conflicts conflicts(database, change.class_id);
    for (const CellChange& cell : change.cells) {
        const auto* enrolment = months.enrolment(cell.enrolment);
        if (enrolment == nullptr || enrolment->in != change.class_id ||
            months.on(cell.enrolment, cell.day) != cell.is)
            conflicts.add(cell.enrolment, core::to_iso(cell.day));
    }
    for (const DayChange& day : change.days)
        if (day_record(open.days, day.day) != day.is) conflicts.add(core::to_iso(day.day));
    for (const MarginChange& margin : change.margins) {
        const auto* enrolment = months.enrolment(margin.enrolment);
        if (enrolment == nullptr || enrolment->in != change.class_id ||
            load_paper_margin(database, margin.enrolment, margin.month) != margin.is)
            conflicts.add(margin.enrolment, core::to_iso(margin.month));
    }
    return conflicts.error();
}

// The day is taken by a mark on it, for everybody.
void take(storage::Transaction& tx, OpenClass& open, core::Day day, RegisterChange& change) {
    const auto month = core::month_of(day) - open.days.months.front().month;
    open.days.months[static_cast<std::size_t>(month.count())].taken.add(static_cast<unsigned>(day.day()));
    DayChange& taken = change.days.emplace_back();
    taken.day = day;
    taken.is.kind = DayRecord::Kind::taken;
    write_day(tx, open.taught.id, day, taken.is);
}

} // namespace

core::Expected<CellsWritten> set_cells(storage::Transaction& tx, classes::ClassId class_id,
                                       const std::vector<CellMark>& cells) {
    CellsWritten written{.change = {.class_id = class_id}};
    if (cells.empty()) return written;
    auto open = load_open(tx.database(), class_id, period_of(cells));
    if (!open) return core::fail(open.error());
    Months months(tx.database());
    for (std::size_t at = 0; at < cells.size(); ++at) {
        const auto& [id, day, mark] = cells[at];
        const DayState state = open->state(day);
        const bool takes = state == DayState::not_recorded;
        written.states.push_back(takes ? DayState::taken : state);
        const auto* enrolment = months.enrolment(id);
        if (enrolment == nullptr || enrolment->in != class_id) {
            written.refused.push_back({at, core::Error{"enrolment.unknown"}});
            continue;
        }
        if (const auto checked = check_mark(*open, *enrolment, day, mark); !checked) {
            written.refused.push_back({at, checked.error()});
            continue;
        }
        const Mark was = months.on(id, day);
        if (was == mark && !takes) continue;
        if (was != mark) months.set(id, day, mark);
        // A mark that only took its day is told too: it is what somebody typed.
        written.change.cells.push_back({id, day, was, mark});
        if (takes) take(tx, *open, day, written.change);
    }
    if (written.change.empty()) return written;
    months.write(tx);
    RegisterChange told = written.change;
    told.days.clear(); // a mark on a day says that the day was taken
    const auto& first = told.cells.front().enrolment;
    const bool one = std::all_of(told.cells.begin(), told.cells.end(),
                                 [&](const CellChange& cell) { return cell.enrolment == first; });
    audit_cells(tx, one ? "attendance.mark" : "attendance.marks", open->taught, told, months);
    return written;
}

core::Expected<RegisterChange> take_back(storage::Transaction& tx, const RegisterChange& change) {
    RegisterChange back{.class_id = change.class_id};
    if (change.empty()) return back;
    const auto open = load_open(tx.database(), change.class_id, period_of(change));
    if (!open) return core::fail(open.error());
    Months months(tx.database());
    if (auto conflict = find_conflicts(tx.database(), *open, change, months))
        return core::fail(*std::move(conflict));
    for (const CellChange& cell : change.cells) {
        if (const auto checked = check_mark(*open, *months.enrolment(cell.enrolment), cell.day, cell.was);
            !checked)
            return core::fail(checked.error());
        if (cell.was != cell.is) months.set(cell.enrolment, cell.day, cell.was);
        back.cells.push_back({cell.enrolment, cell.day, cell.is, cell.was});
    }
    months.write(tx);
    for (const MarginChange& margin : change.margins) {
        write_paper_margin(tx, margin.enrolment, margin.month, margin.was);
        back.margins.push_back({margin.enrolment, margin.month, margin.is, margin.was});
    }
    for (const DayChange& day : change.days)
        if (const auto free = open->shut.check(day.day); !free) return core::fail(free.error());
    for (const DayChange& day : change.days) {
        const bool marked = marks_on(tx.database(), change.class_id, day.day) > 0;
        if (marked && day.was.kind != DayRecord::Kind::taken) continue;
        write_day(tx, change.class_id, day.day, day.was);
        back.days.push_back({day.day, day.is, day.was});
    }
    audit_cells(tx, "attendance.undo", open->taught, back, months);
    return back;
}

} // namespace attendance
