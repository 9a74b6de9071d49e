// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/received.hpp"

#include "core/ratio.hpp"
#include "core/words.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr core::Words<ReceivedState, 4> states{{"received", "accepted", "replaced", "rejected"}};
constexpr core::Words<Order, 5> orders{{"first", "next", "same", "older", "gap"}};
constexpr core::Words<FileVerdict, 5> verdicts{{"verified", "edited", "unsigned", "wrong-key", "damaged"}};

} // namespace

std::string_view to_text(ReceivedState state) {
    return states.text(state);
}

std::optional<ReceivedState> received_state_from_text(std::string_view text) {
    return states.value(text);
}

std::string_view to_text(Order order) {
    return orders.text(order);
}

std::string_view to_text(FileVerdict verdict) {
    return verdicts.text(verdict);
}

std::optional<FileVerdict> verdict_from_text(std::string_view text) {
    return verdicts.value(text);
}

Order order_of(std::int64_t version, std::span<const ReceivedReturn> earlier) {
    std::int64_t newest = 0;
    for (const ReceivedReturn& one : earlier)
        newest = std::max(newest, one.version);
    if (version <= newest) return Order::older;
    if (version > newest + 1) return Order::gap;
    return newest == 0 ? Order::first : Order::next;
}

std::optional<int> share_from_registers(const std::optional<ToldLearners>& learners) {
    if (!learners || learners->counted + learners->declared <= 0) return std::nullopt;
    return static_cast<int>(
        core::round_half_up({learners->counted * 100, learners->counted + learners->declared}, 0));
}

bool may_count(const ReceivedReturn& one) {
    return one.verdict == FileVerdict::verified ||
           (one.verdict == FileVerdict::unsigned_file && !one.office.empty());
}

bool outranks(const ReceivedReturn& a, const ReceivedReturn& b) {
    const auto rank = [](const ReceivedReturn& one) {
        return std::pair{one.verdict == FileVerdict::verified, one.version};
    };
    return rank(a) > rank(b);
}

bool contradict(const ReceivedReturn& a, const ReceivedReturn& b) {
    if (a.digest == b.digest) return false;
    if (a.period == b.period && a.version == b.version) return true;
    return a.generation == b.generation && a.audit_rows == b.audit_rows && a.audit_head != b.audit_head;
}

} // namespace returns
