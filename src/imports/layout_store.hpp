// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts that a person set right once, known again by their headings.
#pragma once

#include "imports/layout.hpp"
#include "office/digest.hpp"
#include "storage/transaction.hpp"

namespace imports {

// The headings of a list in their order, as keys. The column of reasons that a file of refused rows begins
// with is left out, so that such a file has the layout of the list it came from.
struct HeadingKeys {
    std::vector<std::string> keys;
    std::vector<std::uint32_t> columns; // of each key
    // Too little to know a layout by.
    bool tell_nothing() const;
};
HeadingKeys heading_keys(const spreadsheet::Table& table, const Vocabulary& vocabulary, std::uint32_t first,
                         std::uint32_t rows);
office::Digest digest_of(Kind kind, const HeadingKeys& headings);

struct RememberedLayout {
    office::Digest digest{};
    std::string sheet;
    std::uint32_t heading_rows = 1;
    struct Place {
        std::uint32_t nth = 0; // among the headings
        Meaning meaning{};
        // A subject is known again by its name: another programme has others in its place.
        std::string subject{};
    };
    std::vector<Place> places;
};

// The layout of a list that has headings worth knowing it by.
std::optional<RememberedLayout> layout_to_remember(Kind kind, const FoundSheet& found,
                                                   const Vocabulary& vocabulary,
                                                   const std::vector<SubjectHeadings>& subjects);

std::vector<RememberedLayout> remembered_layouts(const storage::Database& database, Kind kind);
// In place of what was remembered under the same headings. Part of an import, which audits.
void remember(storage::Transaction& tx, Kind kind, const RememberedLayout& layout);
void forget(storage::Transaction& tx, const office::Digest& digest);

} // namespace imports
