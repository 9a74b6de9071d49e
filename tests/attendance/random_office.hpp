// SPDX-License-Identifier: GPL-3.0-or-later
// An office of several classes with registers made by dice, beside the same on paper: what was written, cell
// by cell, for tests that count it all again with a finger.
#pragma once

#include "attendance/mark.hpp"
#include "classes/enrolment.hpp"
#include "storage/office_world.hpp"

#include <map>
#include <set>
#include <vector>

namespace test {

// Today is 17 December 2025. Classes of two programmes with other worths and limits, at three institutions in
// two districts, one of them without a village; people in one class or two, who come late, leave, come back,
// or were never there; half-days, marks on days that do not count, days not met and days nobody recorded.
struct RandomOffice : OfficeWorld {
    explicit RandomOffice(std::uint64_t seed);

    struct PaperClass {
        classes::ClassId id{};
        std::string programme;
        institutions::InstitutionId institution{};
        std::string district; // empty: not known
        core::Day first{}, last{};
        std::string weekdays;
        bool open = true;
        // Thousandths of a day that late and half a day are worth; days a year that may be missed.
        int late = 1000, half = 500, most_permission = 0, most_absent = 0;
        std::set<core::Day> taken, not_met;
    };
    struct Stay {
        std::size_t in = 0; // of classes
        std::int64_t learner = 0;
        bool woman = false;
        classes::EnrolmentId id{};
        core::Day from{};
        std::optional<core::Day> until{};
        bool mistake = false;
        std::map<core::Day, attendance::Mark> marks{};
    };
    std::vector<PaperClass> classes;
    std::vector<Stay> stays;

    bool school_day(const PaperClass& in, core::Day day) const;
    bool in_class(const Stay& stay, core::Day day) const;
    // The day counts for the learner.
    bool counts(const Stay& stay, core::Day day) const;
    attendance::Mark mark(const Stay& stay, core::Day day) const;
    // Thousandths of the day.
    int worth(const Stay& stay, core::Day day) const;

  private:
    void add_places();
    void add_packs();
    void add_class(std::size_t nth);
    void add_stay(std::int64_t learner, bool woman, std::size_t in, core::Day from);
    void mark_stay(Stay& stay);
    std::int64_t add_learner(std::size_t nth, bool woman);

    core::SeededRandom m_dice;
    std::set<core::Day> m_holidays;
    std::vector<institutions::InstitutionId> m_institutions;
    std::vector<programmes::PackId> m_packs;
};

// `days` later.
core::Day later(core::Day day, std::uint64_t days);

} // namespace test
