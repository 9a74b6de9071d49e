// SPDX-License-Identifier: GPL-3.0-or-later
// Recognitions in the office file: the only writer of their tables.
#pragma once

#include "core/expected.hpp"
#include "storage/transaction.hpp"
#include "units/earned.hpp"
#include "units/recognition.hpp"

#include <map>

namespace units {

// Keeps a recognition under the rules that a new class of its programme would get. Audited as
// "recognition.add". Errors: learner.unknown {text}, programme.unknown; the first of faults();
// educator.unknown {field, id}; unit.earned-already {field, unit, on} for one the learner has at that level.
core::Expected<RecognitionId> recognise(storage::Transaction& tx, const Recognition& recognition);

// It earned nothing after all; it stays with the reason. Audited as "recognition.withdraw". Whether a
// certificate stands on it is asked by certificates/award_units.hpp. Errors: recognition.unknown
// {recognition}, recognition.withdrawn-already, recognition.no-reason.
core::Expected<void> withdraw(storage::Transaction& tx, RecognitionId id, std::string_view reason);

// Whom a typed text names: an educator by the id, or by the name where only one bears it; else somebody by
// that name.
Assessor read_assessor(const storage::Database& database, std::string_view typed);

struct Withdrawal {
    core::Moment at{};
    std::string actor;
    std::string reason;
};

struct KeptRecognition {
    Recognition recognition;
    programmes::PackId pack{};
    std::string actor;
    core::Moment recorded_at{};
    std::optional<Withdrawal> withdrawal{};
};

std::optional<KeptRecognition> find_recognition(const storage::Database& database, RecognitionId id);
std::optional<RecognitionId> find_by_uid(const storage::Database& database, const core::Uid& uid);
// In the order of their days, the withdrawn ones too.
std::vector<KeptRecognition> recognitions_of(const storage::Database& database, learners::LearnerId learner);

// The units of those that stand.
std::vector<EarnedUnit> recognised_units(const storage::Database& database, learners::LearnerId learner);
// The same of everyone in a class.
std::map<learners::LearnerId, std::vector<EarnedUnit>> recognised_units_in(const storage::Database& database,
                                                                           classes::ClassId class_id);

} // namespace units
