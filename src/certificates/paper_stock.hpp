// SPDX-License-Identifier: GPL-3.0-or-later
// Pre-printed blank forms with numbers of their own, sheet by sheet: received, used, spoiled or returned.
// This is about paper: a jammed sheet changes nothing of the certificate that was to stand on it.
#pragma once

#include "certificates/stock_journal.hpp"
#include "core/expected.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace certificates {

enum class SheetState { received, used, spoiled, returned };
std::string_view to_text(SheetState state);

// Sheets in a row: "A 0012345" to "A 0012444".
struct SheetRange {
    std::string prefix; // "A "
    int digits = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;

    std::int64_t count() const { return last - first + 1; }
    std::string text(std::int64_t number) const;
    friend bool operator==(const SheetRange&, const SheetRange&) = default;
};

// Numbers as they are printed on the forms, in Khmer or Latin digits; one sheet when `last` is empty. Errors:
// paper.unreadable {text}: it does not end in digits; paper.range {first, last}; serial.count {count}: more
// than ten thousand.
core::Expected<SheetRange> read_sheets(std::string_view first, std::string_view last);

// Journalled, each sheet by itself; after an error nothing is written. The number of sheets.
// Errors: paper.no-source; paper.received-already {first, last}.
core::Expected<std::int64_t> receive_paper(storage::Transaction& tx, const SheetRange& sheets,
                                           std::string_view source, core::Day day);
// For a certificate by its serial, in its canonical form. Errors: certificate.unknown {serial}; paper.unknown
// {sheet}; paper.not-received {sheet, state}.
core::Expected<std::int64_t> use_paper(storage::Transaction& tx, const SheetRange& sheets,
                                       std::string_view serial);
// One form for each certificate, from the first of `sheets` on. Errors: those of use_paper.
core::Expected<void> print_on(storage::Transaction& tx, const SheetRange& sheets,
                              const std::vector<std::string>& serials);
// Received or used before. Errors: paper.no-reason; paper.unknown {sheet}; paper.not-received {sheet, state}.
core::Expected<std::int64_t> spoil_paper(storage::Transaction& tx, const SheetRange& sheets,
                                         std::string_view reason);
// Received or spoiled before. Errors: paper.no-source; paper.unknown {sheet}; paper.not-received {sheet,
// state}.
core::Expected<std::int64_t> return_paper(storage::Transaction& tx, const SheetRange& sheets,
                                          std::string_view to, core::Day day);

// Neighbours of which the same is to be said.
struct SheetRow {
    std::string first;
    std::string last;
    std::int64_t sheets = 1;
    SheetState state = SheetState::received;
    std::string serial{}; // what they were printed for
    std::string remark{};
    std::optional<core::Day> day{};
};

struct PaperDelivery {
    SheetRange sheets;
    std::string source;
    core::Day received_on{};
    std::vector<SheetRow> rows; // every sheet in one of them, in their order
    // By SheetState.
    std::array<std::int64_t, 4> counts{};
    std::int64_t count(SheetState state) const { return counts[static_cast<std::size_t>(state)]; }
};

// By prefix and first number.
std::vector<PaperDelivery> load_paper(const storage::Database& database);

} // namespace certificates
