// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/random_office.hpp"

#include "attendance/mark_store.hpp"
#include "programmes/pack_store.hpp"

#include <array>

namespace test {
namespace {

using attendance::Mark;
using core::Day;
using namespace std::chrono_literals;

constexpr Day earliest = 2025y / 10 / 20;

constexpr std::string_view insert_area = R"sql(
INSERT INTO area (code, type, name_km, name, folded_km, folded) VALUES (?1, ?2, ?3, ?3, '', ''))sql";

constexpr std::string_view insert_institution = R"sql(
INSERT INTO institution (uid, kind, name_km, name, folded_km, folded, sort_key, village_code)
VALUES (?1, 'clc', ?2, ?2, '', '', CAST(?2 AS BLOB), ?3))sql";

// Like the shipped literacy, but lateness costs an eighth, half a day counts a quarter, and the limits are
// low.
constexpr std::string_view insert_strict_pack = R"sql(
INSERT INTO pack (programme, version, digest, source, loaded_at)
SELECT 'strict', version, CAST('strict' || substr(digest, 7) AS BLOB),
       replace(replace(replace(replace(source, 'late-present = 1', 'late-present = "0.875"'),
               'half-day-present = "0.5"', 'half-day-present = "0.25"'), 'most-days-without = 20', 'most-days-without = 3'),
               'most-days-with-permission = 60', 'most-days-with-permission = 4'), loaded_at
FROM pack WHERE id = ?1)sql";

constexpr std::string_view insert_class = R"sql(
INSERT INTO class (uid, name_km, name, folded_km, sort_key, pack_id, institution_id, first_day, last_day, weekdays,
                   session_minutes, status)
VALUES (?1, ?2, ?2, '', CAST(?2 AS BLOB), ?3, ?4, ?5, ?6, ?7, 120, ?8))sql";

constexpr std::string_view insert_class_day = R"sql(
INSERT INTO class_day (class_id, day, state, reason) VALUES (?1, ?2, ?3, ?4))sql";

constexpr std::string_view insert_learner = R"sql(
INSERT INTO learner (uid, number, name_km, name, folded_km, folded, sort_key, sex, registered_at)
VALUES (?1, ?2, ?2, '', '', '', CAST(?2 AS BLOB), ?3, ?4))sql";

constexpr std::string_view insert_enrolment = R"sql(
INSERT INTO enrolment (uid, learner_id, class_id, first_day, last_day, leaving_reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6))sql";

} // namespace

Day later(Day day, std::uint64_t days) {
    return std::chrono::sys_days{day} + std::chrono::days{days};
}

RandomOffice::RandomOffice(std::uint64_t seed)
    : m_dice(seed) {
    add_places();
    add_packs();
    for (std::size_t nth = 0; nth < 4; ++nth)
        add_class(nth);
    for (std::size_t nth = 0; nth < 14; ++nth) {
        const bool woman = m_dice.below(3) != 0;
        const auto learner = add_learner(nth, woman);
        const auto in = static_cast<std::size_t>(m_dice.below(classes.size()));
        const std::size_t before = stays.size();
        add_stay(learner, woman, in, later(classes[in].first, m_dice.below(25)));
        // Back in the same class, or in another at once.
        if (m_dice.below(3) == 0 && stays.size() > before && stays.back().until)
            add_stay(learner, woman, in, later(*stays.back().until, 1 + m_dice.below(9)));
        if (m_dice.below(3) == 0) {
            const std::size_t other = (in + 1) % classes.size();
            add_stay(learner, woman, other, later(classes[other].first, m_dice.below(20)));
        }
    }
}

void RandomOffice::add_places() {
    change([&](storage::Transaction& tx) {
        for (const auto& [code, type, name] : {std::tuple{"02", "khaet", "A"},
                                               {"0202", "srok", "B"},
                                               {"020201", "khum", "C"},
                                               {"02020101", "phum", "D"},
                                               {"0203", "srok", "E"},
                                               {"020301", "khum", "F"},
                                               {"02030101", "phum", "G"}})
            tx.run(insert_area, code, type, name);
        const std::array<std::optional<std::string>, 3> villages = {"02020101", "02030101", std::nullopt};
        for (std::size_t nth = 0; nth < villages.size(); ++nth)
            m_institutions.push_back(tx.insert<institutions::InstitutionId>(
                insert_institution, tx.new_uid(), "centre " + std::to_string(nth), villages[nth]));
        for (const Day holiday : {Day{2025y / 11 / 5}, Day{2025y / 11 / 6}, Day{2025y / 12 / 9}}) {
            tx.run("INSERT INTO holiday (day, name_km, name, source) VALUES (?1, '', '', 'test')", holiday);
            m_holidays.insert(holiday);
        }
        tx.audit("test.prepare", "institution", std::nullopt, "{}");
    });
}

void RandomOffice::add_packs() {
    change([&](storage::Transaction& tx) {
        m_packs.push_back(programmes::use_pack(tx, "literacy").value());
        m_packs.push_back(tx.insert<programmes::PackId>(insert_strict_pack, m_packs.front()));
        tx.audit("test.prepare", "pack", std::nullopt, "{}");
    });
}

void RandomOffice::add_class(std::size_t nth) {
    PaperClass in;
    const auto pack = static_cast<std::size_t>(m_dice.below(m_packs.size()));
    const auto place = static_cast<std::size_t>(m_dice.below(m_institutions.size()));
    const std::array<const char*, 3> districts = {"0202", "0203", ""};
    const std::array<const char*, 4> weekdays = {"12345", "246", "67", "1234567"};
    in.programme = pack == 0 ? "literacy" : "strict";
    in.late = pack == 0 ? 1000 : 875;
    in.half = pack == 0 ? 500 : 250;
    in.most_absent = pack == 0 ? 20 : 3;
    in.most_permission = pack == 0 ? 60 : 4;
    in.institution = m_institutions[place];
    in.district = districts.at(place);
    in.first = later(earliest, m_dice.below(30));
    in.last = later(in.first, 20 + m_dice.below(120));
    in.weekdays = weekdays.at(static_cast<std::size_t>(m_dice.below(weekdays.size())));
    in.open = nth == 0 || m_dice.below(4) != 0;
    change([&](storage::Transaction& tx) {
        in.id = tx.insert<::classes::ClassId>(insert_class, tx.new_uid(), "class " + std::to_string(nth),
                                              m_packs[pack], in.institution, in.first, in.last, in.weekdays,
                                              in.open ? "open" : "closed");
        for (Day day = in.first; day <= std::min(in.last, tx.today()); day = later(day, 1)) {
            const auto die = m_dice.below(10);
            if (die < 7) {
                in.taken.insert(day); // also where it is no school day
                tx.run(insert_class_day, in.id, day, "taken", std::nullopt);
            } else if (die == 7) {
                in.not_met.insert(day);
                tx.run(insert_class_day, in.id, day, "not_met", "ទឹកជំនន់");
            }
        }
        tx.audit("test.prepare", "class", std::nullopt, "{}");
    });
    classes.push_back(std::move(in));
}

std::int64_t RandomOffice::add_learner(std::size_t nth, bool woman) {
    return change([&](storage::Transaction& tx) {
        const auto id = tx.insert(insert_learner, tx.new_uid(), "learner " + std::to_string(100 + nth),
                                  woman ? "f" : "m", tx.now());
        tx.audit("test.prepare", "learner", std::nullopt, "{}");
        return id;
    });
}

void RandomOffice::add_stay(std::int64_t learner, bool woman, std::size_t in, Day from) {
    Stay stay{.in = in, .learner = learner, .woman = woman, .from = from};
    if (from > classes[in].last) return;
    stay.mistake = m_dice.below(12) == 0;
    if (stay.mistake || m_dice.below(2) == 0) stay.until = later(from, m_dice.below(35));
    if (stay.until && *stay.until > classes[in].last) stay.until = classes[in].last;
    change([&](storage::Transaction& tx) {
        std::optional<std::string> reason;
        if (stay.until) reason = stay.mistake ? "entered_by_mistake" : "moved";
        stay.id = tx.insert<::classes::EnrolmentId>(insert_enrolment, tx.new_uid(), learner, classes[in].id,
                                                    from, stay.until, reason);
        tx.audit("test.prepare", "enrolment", std::nullopt, "{}");
    });
    mark_stay(stay);
    stays.push_back(std::move(stay));
}

void RandomOffice::mark_stay(Stay& stay) {
    // Some are hardly ever absent, and some for weeks.
    const std::uint64_t seldom = 2 + m_dice.below(12);
    Mark last = Mark::none;
    for (Day day = classes[stay.in].first; day <= classes[stay.in].last; day = later(day, 1)) {
        if (m_dice.below(seldom) == 0)
            last = attendance::mark_from_letter("PALpa"[m_dice.below(5)]).value();
        else if (m_dice.below(2) == 0)
            last = Mark::none;
        if (last != Mark::none) stay.marks[day] = last;
    }
    std::map<core::Month, attendance::MonthMarks> months;
    for (const auto& [day, mark] : stay.marks)
        months.try_emplace(core::month_of(day), core::month_of(day)).first->second.set(day, mark);
    change([&](storage::Transaction& tx) {
        for (const auto& [month, marks] : months)
            attendance::write_month(tx, stay.id, marks);
        tx.audit("test.prepare", "attendance_month", std::nullopt, "{}");
    });
}

bool RandomOffice::school_day(const PaperClass& in, Day day) const {
    return day >= in.first && day <= in.last && !m_holidays.contains(day) && !in.not_met.contains(day) &&
           in.weekdays.find(static_cast<char>('0' + core::iso_weekday(day))) != std::string::npos;
}

bool RandomOffice::in_class(const Stay& stay, Day day) const {
    return !stay.mistake && day >= stay.from && (!stay.until || day <= *stay.until);
}

bool RandomOffice::counts(const Stay& stay, Day day) const {
    const PaperClass& in = classes[stay.in];
    return school_day(in, day) && in.taken.contains(day) && in_class(stay, day);
}

Mark RandomOffice::mark(const Stay& stay, Day day) const {
    const auto found = stay.marks.find(day);
    return found == stay.marks.end() ? Mark::none : found->second;
}

int RandomOffice::worth(const Stay& stay, Day day) const {
    switch (mark(stay, day)) {
    case Mark::none:
        return 1000;
    case Mark::late:
        return classes[stay.in].late;
    case Mark::half_permission:
    case Mark::half_absent:
        return classes[stay.in].half;
    default:
        return 0;
    }
}

} // namespace test
