// SPDX-License-Identifier: GPL-3.0-or-later
// What a province decided on a return, and what it remarks on its rows: the content of a receipt.
#pragma once

#include "core/error.hpp"
#include "returns/received.hpp"

#include <string>
#include <vector>

namespace returns {

enum class Ruling { accepted, rejected };
std::string_view to_text(Ruling ruling);
std::optional<Ruling> ruling_from_text(std::string_view text);

// Something to mend in a cell, or, without a column, in a row.
struct Remark {
    ValueKey about;
    // Where that stood in the workbook as it came; what is not known is empty.
    std::string sheet_name{};
    std::string cell{};
    std::string text;
    friend bool operator==(const Remark&, const Remark&) = default;
};

// "តួលេខ D12", as people say where a remark is; its keys where the place is not known.
std::string place_text(const Remark& remark);

struct Decision {
    core::Uid uid{};
    std::string office; // whose return it is
    std::string period;
    std::int64_t version = 0;
    office::Digest digest{}; // of the return's signed text
    // What the file was: verified, or edited and sent back for that.
    FileVerdict file = FileVerdict::verified;
    Ruling ruling = Ruling::accepted;
    // Counts the decisions on that office's period, from 1.
    std::int64_t number = 1;
    std::string by; // who decided
    core::Moment at{};
    std::string reason{}; // of one that was sent back
    std::vector<Remark> remarks{};
    friend bool operator==(const Decision&, const Decision&) = default;
};

// Of two decisions on one office's period, whether the first was made after the second.
bool later(const Decision& a, const Decision& b);

// The version that counts among these decisions of one period: the highest one whose last decision, on the
// file as it was signed, accepted it. Null when there is none.
const Decision* accepted_of(const std::vector<Decision>& decisions);

} // namespace returns
