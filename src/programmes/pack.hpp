// SPDX-License-Identifier: GPL-3.0-or-later
// A programme as data: what is taught, how it is marked and averaged, who may be awarded what, and the words
// of the award. How a learner's marks come out under these rules is worked out in assessment/.
//
// Marks, averages, weights and divisors are whole hundredths (750 is 7.50); shares of a day are thousandths.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace programmes {

using Hundredths = std::int64_t;

enum class PackId : std::int64_t {};

// The same words in both languages; English may be empty.
struct Wording {
    std::string km{};
    std::string en{};
    friend bool operator==(const Wording&, const Wording&) = default;
};

// A stage a class can be of ("grade-5-6").
struct Level {
    std::string key;
    Wording name;
    friend bool operator==(const Level&, const Level&) = default;
};

struct Subject {
    std::string key; // stands in score rows: "reading"
    Wording name;
    // Other headings a score sheet may have for it.
    std::vector<std::string> synonyms{};
    Hundredths maximum = 1000;
    Hundredths weight = 100;
    friend bool operator==(const Subject&, const Subject&) = default;
};

// A period either takes marks of its own, or is the mean of earlier periods (equal parts):
// S1 = mean(S1-months, S1-exam), YEAR = mean(S1, S2).
struct Period {
    std::string key; // stands in score rows: "S1"
    Wording name;
    std::vector<std::string> mean_of{};
    bool takes_marks() const { return mean_of.empty(); }
    friend bool operator==(const Period&, const Period&) = default;
};

enum class Rounding { half_up, truncate };
enum class Ranking {
    ties_share, // 1, 2, 2, 4
    distinct,   // 1, 2, 3, 4: equal averages in the order of the list
};

// From marks to an average: the sum of mark x weight over the subjects, divided by `divisor`, or by the sum
// of those subjects' weights where there is none. Fractions stay exact until the result is rounded once.
struct Averaging {
    std::optional<Hundredths> divisor{};
    Hundredths maximum = 1000; // the best average there can be: "out of 10"
    Rounding rounding = Rounding::half_up;
    int decimals = 2; // 1 or 2
    Ranking ranking = Ranking::ties_share;
    Hundredths pass_minimum = 500; // of the rounded average
    friend bool operator==(const Averaging&, const Averaging&) = default;
};

// Bands stand best first; the last one's minimum is 0.
struct GradeBand {
    std::string letter;
    Hundredths minimum = 0; // of the rounded average
    Wording name;
    friend bool operator==(const GradeBand&, const GradeBand&) = default;
};

struct AttendanceRule {
    Hundredths minimum_percent = 0; // 8000 is 80.00 %
    // What part of a day counts as present, in thousandths. "Four late arrivals are half a day" is late 875.
    int late_present = 1000;
    int half_day_present = 500;
    std::optional<int> minimum_hours{}; // attended
    // Whoever is absent on more days than this in a school year repeats: with permission, and without.
    std::optional<int> most_permission{};
    std::optional<int> most_absent{};
    friend bool operator==(const AttendanceRule&, const AttendanceRule&) = default;
};

// Ages for which the programme is meant, both ends included: a hint, never a refusal.
struct AgeRange {
    std::optional<int> from{};
    std::optional<int> to{};
    friend bool operator==(const AgeRange&, const AgeRange&) = default;
};

// What can be earned, also one at a time: the average of its subjects alone, by the same averaging (without
// the fixed divisor), is at least `minimum`.
struct Unit {
    std::string key;
    Wording name;
    std::vector<std::string> subjects;
    Hundredths minimum = 500;
    std::optional<int> hours{};
    std::optional<Hundredths> credits{};
    std::optional<int> cqf_level{}; // Cambodia Qualifications Framework, 1 to 8
    friend bool operator==(const Unit&, const Unit&) = default;
};

struct Signer {
    std::string key;
    Wording role; // "នាយកសាលា", "Headteacher"
    Wording line; // above the signature: "បានឃើញ និងឯកភាព"
    friend bool operator==(const Signer&, const Signer&) = default;
};

// Needs every unit of `units`, and `any` more of `choice`.
struct Award {
    std::vector<std::string> units;
    std::vector<std::string> choice{};
    int any = 0;
    Wording title;             // "វិញ្ញាបនបត្រអក្ខរកម្ម"
    Wording statement;         // what it certifies, after the name
    std::string template_name; // of documents/: "certificate-completion"
    std::vector<Signer> signers{};
    friend bool operator==(const Award&, const Award&) = default;
};

struct Pack {
    std::string programme; // the key that `--programme` takes
    std::string version;
    bool official = false; // false: rules from memory or from an older text
    Wording name;
    std::vector<Level> levels{};
    std::vector<Subject> subjects;
    std::vector<Period> periods; // the last one gives the result
    Averaging averaging;
    std::vector<GradeBand> bands;
    AttendanceRule attendance;
    AgeRange ages;
    std::vector<Unit> units;
    Award award;
    friend bool operator==(const Pack&, const Pack&) = default;
};

// Null where the key is not the pack's.
const Subject* find_subject(const Pack& pack, std::string_view key);
const Period* find_period(const Pack& pack, std::string_view key);
const Unit* find_unit(const Pack& pack, std::string_view key);

} // namespace programmes
