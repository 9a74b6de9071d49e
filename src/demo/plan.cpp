// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/plan.hpp"

#include "core/numerals.hpp"
#include "demo/list.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace demo {
namespace {

using namespace std::chrono_literals;

constexpr int learners_a_class = 25;
constexpr int least_classes = 4;

// What classes learn, and when.
struct Course {
    const char* programme;
    Name name;
    core::Day first_day;
    core::Day last_day;
    const char* weekdays;
    int session_minutes;
};

const std::array<Course, 4>& courses() {
    static const std::array<Course, 4> list = {{
        {"literacy", {"អក្ខរកម្ម", "Literacy"}, 2025y / 11 / 3, 2026y / 4 / 30, "12345", 120},
        {"literacy", {"អក្ខរកម្មល្ងាច", "Evening literacy"}, 2025y / 11 / 3, 2026y / 5 / 29, "135", 150},
        {"literacy", {"អក្ខរកម្មថ្មី", "New literacy"}, 2026y / 3 / 2, 2026y / 8 / 28, "12345", 120},
        {"primary-equivalency", {"សមមូល", "Equivalency"}, 2025y / 11 / 3, 2026y / 8 / 28, "123456", 210},
    }};
    return list;
}

Ending ending_of(std::size_t nth) {
    constexpr std::array endings = {Ending::issued, Ending::approved, Ending::refusals};
    return nth < endings.size() ? endings[nth] : Ending::open;
}

// What was awarded is over by spring; every reason against an award needs a programme of two units.
const Course& course_of(std::size_t nth, Ending ending) {
    if (ending == Ending::open) return courses()[nth % courses().size()];
    return ending == Ending::refusals ? courses().back() : courses().front();
}

std::vector<Centre> plan_centres(std::size_t count) {
    const auto rows = shipped_list("centres.csv");
    std::vector<Centre> centres;
    for (std::size_t nth = 0; nth < count; ++nth) {
        const auto& row = rows[nth % rows.size()];
        Centre centre{.kind = institutions::kind_from_text(row[0]).value(),
                      .site = institutions::site_from_text(row[1]),
                      .village_code = row[2],
                      .name = {row[3], row[4]},
                      .short_name = {row[5], row[6]}};
        if (nth >= rows.size()) { // a larger office has more of each
            const std::string number = std::to_string(nth / rows.size() + 1);
            for (Name* name : {&centre.name, &centre.short_name}) {
                name->km += " " + core::to_khmer_digits(number);
                name->latin += " " + number;
            }
        }
        centres.push_back(std::move(centre));
    }
    return centres;
}

// ក ខ គ … for the classes of one centre and course, then with a number.
Name letter(std::size_t nth) {
    constexpr std::array<const char*, 6> letters = {"ក", "ខ", "គ", "ឃ", "ង", "ច"};
    const std::string number = nth < letters.size() ? "" : std::to_string(nth / letters.size() + 1);
    return {letters[nth % letters.size()] + core::to_khmer_digits(number),
            static_cast<char>('A' + nth % letters.size()) + number};
}

Name class_name(const Course& course, const Centre& centre, std::size_t nth) {
    return {course.name.km + " " + centre.short_name.km + " " + letter(nth).km,
            course.name.latin + " " + centre.short_name.latin + " " + letter(nth).latin};
}

// Sizes around the mean that add up to all learners.
std::vector<int> class_sizes(int learners, std::size_t classes) {
    constexpr std::array spread = {0, 2, -2, 3, -3, 1, -1, 0};
    const int count = static_cast<int>(classes);
    std::vector<int> sizes;
    for (std::size_t nth = 0; nth < classes; ++nth) {
        const int even = learners / count + (static_cast<int>(nth) < learners % count ? 1 : 0);
        const bool whole_spread = nth / spread.size() < classes / spread.size() && learners / count > 6;
        sizes.push_back(even + (whole_spread ? spread[nth % spread.size()] : 0));
    }
    return sizes;
}

} // namespace

Plan make_plan(int learners) {
    const auto class_count = static_cast<std::size_t>(std::max(least_classes, learners / learners_a_class));
    Plan plan;
    plan.centres = plan_centres(std::max<std::size_t>(1, class_count * 12 / 40));
    const std::vector<int> sizes = class_sizes(learners, class_count);
    std::map<std::string, std::size_t> named;
    for (std::size_t nth = 0; nth < class_count; ++nth) {
        const Ending ending = ending_of(nth);
        const Course& course = course_of(nth, ending);
        const std::size_t at = nth % plan.centres.size();
        const std::string series = class_name(course, plan.centres[at], 0).latin;
        plan.classes.push_back({.centre = at,
                                .programme = course.programme,
                                .name = class_name(course, plan.centres[at], named[series]++),
                                .first_day = course.first_day,
                                .last_day = course.last_day,
                                .weekdays = course.weekdays,
                                .session_minutes = course.session_minutes,
                                .learners = sizes[nth],
                                .ending = ending});
    }
    return plan;
}

} // namespace demo
