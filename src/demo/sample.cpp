// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/sample.hpp"

#include "core/random.hpp"
#include "demo/late_list.hpp"
#include "demo/year.hpp"
#include "office/office_store.hpp"

namespace demo {
namespace {

constexpr core::Day made_on = std::chrono::year{2025} / 10 / 1;

void live_through(Year& year, core::Progress& progress) {
    const auto months = (Year::last_month() - Year::first_month()).count() + 1;
    year.found();
    for (core::Month month = Year::first_month(); month <= Year::last_month();
         month += std::chrono::months{1}) {
        if (progress.cancelled()) throw core::WorldFailure{{"cancelled"}};
        year.live(month);
        progress.report((month - Year::first_month()).count() + 1, months);
    }
    year.finish();
}

// The late list brings learners to the first class that stays open.
Plan leave_room_for_the_list(Plan plan) {
    for (ClassPlan& planned : plan.classes) {
        if (planned.ending != Ending::open) continue;
        planned.learners -= late_list_learners;
        break;
    }
    return plan;
}

// With what SQLite and the lock left beside it.
void remove_office(const std::filesystem::path& path) {
    for (const char* ending : {"", "-wal", "-shm", ".lock"}) {
        std::filesystem::path file = path;
        file += ending;
        std::error_code ignored;
        std::filesystem::remove(file, ignored);
    }
}

} // namespace

core::Expected<Made> make_sample(const std::filesystem::path& path, const Scale& scale,
                                 const documents::Fonts& fonts, core::Progress& progress) {
    core::FixedClock clock{made_on};
    core::SeededRandom random{scale.seed};
    const Plan plan = leave_room_for_the_list(make_plan(scale.learners));
    {
        auto office = office::create_office(path, {clock, random}, {.area_code = "0202", .sample = true});
        if (!office) return core::fail(office.error());
        try {
            Year year{*office, clock, plan, fonts};
            live_through(year, progress);
            return Made{static_cast<int>(plan.centres.size()), static_cast<int>(plan.classes.size()),
                        scale.learners};
        } catch (...) {
            {
                const storage::Database closed = std::move(*office);
            } // an open file cannot be removed everywhere
            remove_office(path);
            throw;
        }
    }
}

} // namespace demo
