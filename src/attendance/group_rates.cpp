// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/group_rates.hpp"

#include "core/collation.hpp"
#include "office/gazetteer_store.hpp"

#include <algorithm>

namespace attendance {
namespace {

// Month by month, or once without one for whoever has no marks. The joins are in the order in which the rows
// lie: reading a district's year takes no sorting.
constexpr std::string_view select_marks = R"sql(
SELECT e.id, e.learner_id, e.first_day, e.last_day, l.sex, m.month, m.marks
FROM enrolment e CROSS JOIN learner l ON l.id = e.learner_id
LEFT JOIN attendance_month m ON m.enrolment_id = e.id AND m.month BETWEEN ?2 AND ?3
WHERE e.class_id = ?1 AND e.leaving_reason IS NOT 'entered_by_mistake' AND e.first_day <= ?5
  AND (e.last_day IS NULL OR e.last_day >= ?4)
ORDER BY e.id, m.month)sql";

constexpr std::size_t district_digits = 4;

// A row as it grows: who is in it, until they are counted.
struct Growing {
    GroupRate row;
    std::vector<std::int64_t> people;
    std::vector<std::int64_t> women;

    void add(std::int64_t learner, bool woman, const Tally& tally, std::int64_t present) {
        row.all.tally += tally;
        row.all.present += present;
        if (people.empty() || people.back() != learner) people.push_back(learner);
        if (!woman) return;
        row.female.tally += tally;
        row.female.present += present;
        if (women.empty() || women.back() != learner) women.push_back(learner);
    }
    GroupRate finished() {
        row.all.learners = count_different(people);
        row.female.learners = count_different(women);
        return std::move(row);
    }

  private:
    static std::int64_t count_different(std::vector<std::int64_t>& list) {
        std::sort(list.begin(), list.end());
        return std::unique(list.begin(), list.end()) - list.begin();
    }
};

std::int64_t thousandths_present(const Tally& tally, const Worths& worths) {
    constexpr std::int64_t whole = 1000;
    return whole * (tally.taken - tally.permission - tally.absent) - (whole - worths.late) * tally.late -
           (whole - worths.half_day) * (tally.half_permission + tally.half_absent);
}

class Counting {
  public:
    Counting(const storage::Database& database, RateBy by)
        : m_database(database)
        , m_by(by) {
        if (by == RateBy::sex)
            for (const char* key : {"f", "m"})
                row_of(key);
    }

    void add(const CountedClass& in) {
        m_class_row = m_by == RateBy::month || m_by == RateBy::sex ? 0 : row_of_class(in);
        const auto& months = in.days.months;
        m_month_rows.clear();
        std::vector<DaySet> counted;
        for (const MonthDays& month : months) {
            counted.push_back(month.counted() &
                              DaySet::between(month.month, in.period.first, in.period.last));
            if (m_by == RateBy::month) m_month_rows.push_back(row_of(core::to_iso(month.month)));
        }
        Learner learner;
        std::int64_t enrolment = 0;
        std::size_t next = 0; // the first month of the enrolment that is not counted yet
        const auto count_blank_until = [&](std::size_t end) {
            for (; next < end; ++next)
                if (!learner.days[next].empty())
                    add_month(in, learner, next, {.taken = (counted[next] & learner.days[next]).count()});
        };
        auto row = m_database.query(select_marks, in.taught.id, months.front().month, months.back().month,
                                    in.period.first, in.period.last);
        while (row.step()) {
            if (row.get<std::int64_t>(0) != enrolment) {
                if (enrolment != 0) count_blank_until(months.size());
                enrolment = row.get<std::int64_t>(0);
                learner = read_learner(row, in);
                next = 0;
            }
            const auto month = row.get<std::optional<core::Month>>(5);
            if (!month) continue;
            const auto at = static_cast<std::size_t>((*month - months.front().month).count());
            count_blank_until(at);
            if (!learner.days[at].empty())
                add_month(
                    in, learner, at,
                    count(stored_marks(*month, row.get<std::string_view>(6)), months[at], learner.days[at]));
            next = at + 1;
        }
        if (enrolment != 0) count_blank_until(months.size());
    }

    GroupRates finished() {
        GroupRates rates;
        std::vector<std::size_t> order;
        for (const auto& [key, at] : m_keys)
            order.push_back(at);
        // Classes came in the order of their names.
        if (m_by == RateBy::school_class) std::sort(order.begin(), order.end());
        if (m_by == RateBy::institution) {
            std::vector<std::string> names;
            for (const Growing& one : m_rows)
                names.push_back(core::sort_key(one.row.name_km));
            std::stable_sort(order.begin(), order.end(),
                             [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
        }
        for (const std::size_t at : order)
            rates.rows.push_back(m_rows[at].finished());
        rates.total = m_total.finished();
        return rates;
    }

  private:
    struct Learner {
        std::int64_t id = 0;
        bool woman = false;
        std::vector<DaySet> days{}; // enrolled, month by month
    };

    static Learner read_learner(const storage::Statement& row, const CountedClass& in) {
        Learner learner{row.get<std::int64_t>(1), row.get<std::string_view>(4) == "f", {}};
        const auto last = row.get<std::optional<core::Day>>(3);
        const Period stay = within(in.period, {row.get<core::Day>(2), last.value_or(in.period.last)});
        for (const MonthDays& month : in.days.months)
            learner.days.push_back(DaySet::between(month.month, stay.first, stay.last));
        return learner;
    }

    void add_month(const CountedClass& in, const Learner& learner, std::size_t month, const Tally& tally) {
        const std::int64_t present = thousandths_present(tally, in.worths());
        m_total.add(learner.id, learner.woman, tally, present);
        std::size_t at = m_class_row;
        if (m_by == RateBy::month) at = m_month_rows[month];
        if (m_by == RateBy::sex) at = learner.woman ? 0 : 1;
        m_rows[at].add(learner.id, learner.woman, tally, present);
    }

    std::size_t row_of(const std::string& key) {
        const auto [found, added] = m_keys.try_emplace(key, m_rows.size());
        if (added) m_rows.emplace_back().row.key = key;
        return found->second;
    }

    std::size_t row_of_class(const CountedClass& in) {
        if (m_by == RateBy::district) return row_of_district(in);
        const bool by_class = m_by == RateBy::school_class;
        const auto id = by_class ? static_cast<std::int64_t>(in.taught.id)
                                 : static_cast<std::int64_t>(in.taught.institution);
        const std::size_t at = row_of(std::to_string(id));
        m_rows[at].row.name_km = by_class ? in.taught.name_km : in.institution_km;
        m_rows[at].row.name = by_class ? in.taught.name : in.institution_name;
        return at;
    }

    std::size_t row_of_district(const CountedClass& in) {
        const std::string code =
            in.village_code ? in.village_code->substr(0, district_digits) : std::string{};
        const std::size_t before = m_rows.size();
        const std::size_t at = row_of(code);
        if (at == before && !code.empty())
            if (const auto area = office::find_area(m_database, code)) {
                m_rows[at].row.name_km = office::unit_km(*area);
                m_rows[at].row.name = office::unit_en(*area);
            }
        return at;
    }

    const storage::Database& m_database;
    RateBy m_by;
    std::map<std::string, std::size_t> m_keys;
    std::vector<Growing> m_rows;
    Growing m_total;
    std::size_t m_class_row = 0;
    std::vector<std::size_t> m_month_rows; // of the class's months
};

} // namespace

std::optional<core::Ratio> Attended::rate() const {
    if (tally.taken == 0) return std::nullopt;
    return core::Ratio{present, std::int64_t{1000} * tally.taken};
}

GroupRates load_group_rates(const storage::Database& database, const Scope& scope, RateBy by,
                            core::Progress& progress) {
    Counting counting(database, by);
    each_class(database, scope, progress, [&](const CountedClass& in) { counting.add(in); });
    return counting.finished();
}

} // namespace attendance
