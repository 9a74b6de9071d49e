// SPDX-License-Identifier: GPL-3.0-or-later
// How often a fact is seen when two records are one person, when they are two people of one household, and
// when they are strangers (after Fellegi and Sunter, 1969, with the household as a third answer: a brother
// shares the village, the phone and the family name, so these say nothing against a stranger's likeness that
// they do not say for a brother's). Estimates, set on the tuning half of tests/identity/pairs.py and rounded;
// only their ratios count.
#pragma once

namespace identity {

struct Chances {
    double same;
    double household;
    double strangers;
};

namespace weights {

// Before anything is compared. Records that come to be compared share something already.
constexpr Chances before{1.0, 0.8, 1.0};

// Names. Of strangers the chance of an equal name is the name's own frequency: `strangers` multiplies it.
constexpr Chances name_same{0.60, 1e-4, 1};
constexpr Chances name_by_ear{0.18, 0.004, 1.5};
constexpr Chances name_by_ear_to_known{0.004, 0.1, 3};
constexpr Chances name_across_by_ear{0.30, 0.008, 4};
constexpr Chances name_slip{0.12, 0.02, 4};
constexpr Chances name_slip_to_known{8e-4, 0.15, 8};
// These are no question of how rare the name is.
constexpr Chances name_part_missing{0.03, 0.03, 0.002};
constexpr Chances name_part_differs{0.004, 0.75, 0.1};
constexpr Chances name_different{0.0005, 0.2, 0.9};
// Turned round on top of that.
constexpr Chances name_swapped{0.08, 0.02, 0.02};
// The frequency of a full name that nothing is known of, and its limits.
constexpr double name_frequency = 2e-3;
constexpr double least_name_frequency = 2e-5;
constexpr double most_name_frequency = 1e-2;

constexpr Chances sex_same{0.985, 0.5, 0.5};
constexpr Chances sex_other{0.015, 0.5, 0.5};

// Both dates full.
constexpr Chances born_same{0.80, 0.03, 1.2e-4};
// 1 January is what is written when only the year is known.
constexpr Chances born_same_new_year{0.80, 0.04, 0.02};
constexpr Chances born_swapped{0.05, 3e-4, 1.2e-4};
constexpr Chances born_one_digit{0.08, 0.01, 1.5e-3};
constexpr Chances born_one_part{0.002, 0.01, 4e-3};
constexpr Chances born_same_year{4e-6, 0.01, 0.03};
constexpr Chances born_other{1e-6, 0.93, 0.96};
// One or both a year (or a month of a year) alone.
constexpr Chances year_same{0.93, 0.05, 0.035};
constexpr Chances year_near{4e-6, 0.05, 0.07};
constexpr Chances year_other{1e-6, 0.90, 0.89};
// One of them an estimate.
constexpr Chances about_same{0.5, 0.05, 0.04};
constexpr Chances about_near{0.45, 0.3, 0.2};
constexpr Chances about_other{0.01, 0.65, 0.76};

constexpr Chances village_same{0.85, 0.93, 0.03};
constexpr Chances village_near{0.07, 0.03, 0.08}; // of one commune
constexpr Chances village_other{0.10, 0.05, 0.9};

constexpr Chances phone_same{0.70, 0.45, 8e-4};
constexpr Chances phone_one_digit{0.05, 0.01, 2e-4};
constexpr Chances phone_other{0.25, 0.54, 1};
// A phone under which so many are known is a teacher's or a shop's.
constexpr int phone_of_many = 6;

constexpr Chances guardian_same{0.85, 0.7, 4e-3};
constexpr Chances guardian_other{0.15, 0.3, 1};

constexpr Chances identity_same{0.5, 2e-4, 1e-6};
constexpr Chances family_book_same{0.5, 0.8, 1e-5};
// Two numbers of a kind of which a person has one.
constexpr Chances identity_other{0.03, 0.5, 0.5};

} // namespace weights
} // namespace identity
