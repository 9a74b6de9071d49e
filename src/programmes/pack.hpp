// SPDX-License-Identifier: GPL-3.0-or-later
// A programme as data: what is taught, how it is marked and averaged, who may be awarded what, and the words
// of the award. How a learner's marks come out under these rules is worked out in assessment/.
//
// Marks, averages, weights and divisors are whole hundredths (750 is 7.50); shares of a day are thousandths.
#pragma once

#include <cstdint>
#include <map>
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

// A stage a class can be of ("grade-9"), and what is other in it than in the pack's own rules.
struct Level {
    std::string key;
    Wording name;
    // Instead of the averaging's divisor.
    std::optional<Hundredths> divisor{};
    // Keys of subjects that are not taught at it.
    std::vector<std::string> without{};
    // Maxima that differ at it, by the subject's key.
    std::map<std::string, Hundredths> maxima{};
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

// A period either takes marks of its own, or is the mean of earlier periods:
// S1 = mean(S1-MONTHS, S1-EXAM), YEAR = mean(S1, S2).
struct Period {
    std::string key; // stands in score rows: "S1"
    Wording name;
    std::vector<std::string> mean_of{};
    // How much each of those counts; empty: equally.
    std::vector<Hundredths> weights{};
    bool takes_marks() const { return mean_of.empty(); }
    friend bool operator==(const Period&, const Period&) = default;
};

enum class Rounding { half_up, truncate };
enum class Ranking {
    ties_share, // 1, 2, 2, 4
    distinct,   // 1, 2, 3, 4: equal averages in the order of the list
};

// What a period that is the mean of others takes from them.
enum class Parts {
    exact,   // their averages before rounding
    printed, // as they were rounded and printed
};

// From marks to an average: the sum of mark x weight over the subjects, divided by `divisor`, or by the sum
// of those subjects' weights where there is none. Fractions stay exact until the result is rounded once.
struct Averaging {
    std::optional<Hundredths> divisor{};
    Hundredths maximum = 1000; // the best average there can be: "out of 10"
    Rounding rounding = Rounding::half_up;
    int decimals = 2; // 0, 1 or 2
    Ranking ranking = Ranking::ties_share;
    Hundredths pass_minimum = 500; // of the rounded average
    Parts parts = Parts::exact;
    // A mark is a whole number of these: 25 where quarter points are given, 1 where any hundredth is.
    Hundredths mark_step = 1;
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
    // Absent on more days than this in a school year is too long: with permission, and without.
    std::optional<int> most_permission{};
    std::optional<int> most_absent{};
    // Whoever is absent too long repeats the grade, whatever the marks.
    bool repeats_past = false;
    friend bool operator==(const AttendanceRule&, const AttendanceRule&) = default;
};

// A second examination for who failed the programme's last period by little. It is a period of its own that
// takes marks and stands in no mean; only the subjects that were sat again count in it.
struct Retest {
    enum class Effect {
        replaces, // its average takes the place of the one that failed
        passes,   // the average stays, the learner has passed by retest
    };
    std::string period;
    Hundredths minimum = 400; // of the rounded average; who has less may not sit it
    Effect effect = Effect::passes;
    friend bool operator==(const Retest&, const Retest&) = default;
};

// The result says who goes up a grade and who repeats it. Packs before 2026-2 wrote the limits of absence for
// that here too; repeat_limits() tells which ones hold.
struct Promotion {
    std::optional<int> absent_without_leave{};
    std::optional<int> absent_with_leave{};
    friend bool operator==(const Promotion&, const Promotion&) = default;
};

// Cuts the average of the last period by `cut` for each day of absence past the first `free_days`, never
// below nothing.
struct AbsencePenalty {
    Hundredths cut = 0;
    int free_days = 0;
    bool with_leave_too = false;
    friend bool operator==(const AbsencePenalty&, const AbsencePenalty&) = default;
};

// Ages for which the programme is meant, both ends included: a hint, never a refusal.
struct AgeRange {
    std::optional<int> from{};
    std::optional<int> to{};
    friend bool operator==(const AgeRange&, const AgeRange&) = default;
};

// What can be earned, also one at a time: the average of its subjects alone, by the same averaging (without
// the fixed divisor), is at least `minimum`. In a programme without marks it has no subjects.
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

// Needs every unit of `units`, and `any` more of `choice`. Without a template the programme gives no paper.
struct Award {
    std::vector<std::string> units;
    std::vector<std::string> choice{};
    int any = 0;
    Wording title;             // "វិញ្ញាបនបត្រអក្ខរកម្ម"
    Wording statement;         // what it certifies, after the name
    std::string template_name; // of documents/: "certificate-completion"
    std::vector<Signer> signers{};
    bool given() const { return !template_name.empty(); }
    friend bool operator==(const Award&, const Award&) = default;
};

struct Pack {
    std::string programme; // the key that `--programme` takes
    std::string version;
    bool official = false; // false: rules from memory or from an older text
    Wording name;
    std::vector<Level> levels{};
    // None where a programme takes no marks and attendance alone decides; then there are no bands either.
    std::vector<Subject> subjects;
    std::vector<Period> periods; // the last one but a retest gives the result
    Averaging averaging;
    std::vector<GradeBand> bands;
    AttendanceRule attendance;
    AgeRange ages;
    std::vector<Unit> units;
    Award award;
    std::optional<Retest> retest{};
    std::optional<Promotion> promotion{};
    std::optional<AbsencePenalty> absence_penalty{};
    bool takes_marks() const { return !subjects.empty(); }
    friend bool operator==(const Pack&, const Pack&) = default;
};

// The rules as they are for a class of that level, whose key may be empty or unknown: then the pack's own.
Pack at_level(Pack pack, std::string_view level);

// The days of absence, without permission and with it, past which a learner repeats whatever the marks.
struct RepeatLimits {
    std::optional<int> without{};
    std::optional<int> with{};
    friend bool operator==(const RepeatLimits&, const RepeatLimits&) = default;
};
RepeatLimits repeat_limits(const Pack& pack);

// The period that gives the programme's result.
const Period& last_period(const Pack& pack);

bool is_retest(const Pack& pack, std::string_view period);

// The period itself and every later one that it counts in, in the pack's order.
std::vector<const Period*> periods_with(const Pack& pack, std::string_view period);

// Null where the key is not the pack's.
const Subject* find_subject(const Pack& pack, std::string_view key);
const Period* find_period(const Pack& pack, std::string_view key);
const Unit* find_unit(const Pack& pack, std::string_view key);

} // namespace programmes
