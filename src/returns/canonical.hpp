// SPDX-License-Identifier: GPL-3.0-or-later
// The canonical text of a return: what is signed. Each value of the workbook is one line, named by keys that
// travel with the sheet, so that a harmless re-save reads the same and an edited cell is named.
//
//   SROK-RETURN 1
//   office<TAB>0202                 the head: a name and a value a line, in the order of ReturnHead
//   …
//   (an empty line)
//   sheet<TAB>row<TAB>column<TAB>n<TAB>12.5       a number: plain decimal of at most 4 decimals
//   sheet<TAB>row<TAB>column<TAB>s<TAB>ថ្មគោល      a text; \t, \n, \r and \\ stand for what they are
//   sheet<TAB>row<TAB>column<TAB>a<TAB>            a cell to be filled in
//
// Lines end with one line feed. The signature (Ed25519) is over "SROK-RETURN:" and the 32 bytes of
// BLAKE2b-256 of the whole text.
#pragma once

#include "core/clock.hpp"
#include "core/expected.hpp"
#include "core/uid.hpp"
#include "office/digest.hpp"
#include "office/signing.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace returns {

inline constexpr std::string_view canonical_first_line = "SROK-RETURN 1";

// What the sheets and keys of a workbook are: the id of the office's layout, "month 2026-1"; behind this
// where a province put its districts' returns together.
inline constexpr std::string_view province_prefix = "province-";
inline constexpr std::string_view receipt_layout = "receipt 1"; // what a province decided on a return

struct ReturnHead {
    std::string layout;
    // The office's area code and name; uid is the return's own.
    std::string office;
    std::string office_name_km;
    std::string office_name;
    core::Uid uid;
    std::string period;
    std::int64_t version = 1;
    core::Moment built{};
    // The digest of the version before, empty for the first; and the head of the office's audit chain.
    std::string replaces;
    std::string reason; // of this version, as the office gave it
    std::string audit_head;
    std::int64_t audit_rows = 0; // the chain's length
    std::int64_t generation = 1;
    bool sample = false;
    // Nobody signed it: it was read from a stranger's sheet by a map, and what it does not tell is not
    // nothing.
    bool by_map = false;
    friend bool operator==(const ReturnHead&, const ReturnHead&) = default;
};

// 'n', 's' or 'a' as in the text. An answer is a cell left open for the office to fill in: what stands there
// is not signed and never an edit.
enum class ValueType : char { number = 'n', text = 's', answer = 'a' };

// Makes the canonical text piece by piece: hashed and packed as it comes, never whole in memory.
class CanonicalWriter {
  public:
    // Takes the text under zstd, piece by piece.
    using Sink = std::function<void(std::string_view packed)>;
    CanonicalWriter(const ReturnHead& head, Sink sink);
    ~CanonicalWriter();
    CanonicalWriter(const CanonicalWriter&) = delete;
    CanonicalWriter& operator=(const CanonicalWriter&) = delete;

    void value(std::string_view sheet, std::string_view row, std::string_view column, ValueType type,
               std::string_view value);

    // The last piece goes to the sink before this returns.
    office::Digest finish();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

// A canonical text taken apart. Views point into `text`.
struct Canonical {
    std::string text;
    ReturnHead head;
    struct Value {
        ValueType type = ValueType::text;
        std::string_view raw;
        std::uint32_t place = 0; // in `lines`
    };
    // Keyed by "sheet<TAB>row<TAB>column".
    using Values = std::pmr::unordered_map<std::string_view, Value>;
    std::pmr::monotonic_buffer_resource memory; // a million values are made and given up together
    Values values{&memory};
    // The same in the order of the text, which is that of the cells.
    std::vector<const Values::value_type*> lines;

    // The value as it stands in the cell.
    static std::string plain(const Value& value);
    // Null where the text has no such line.
    const Value* find(std::string_view sheet, std::string_view row, std::string_view column) const;
    // Its plain value, or empty.
    std::string text_at(std::string_view sheet, std::string_view row, std::string_view column) const;
};

// A key of Canonical::values taken apart, each part as the sheet holds it.
struct ValueKey {
    std::string sheet;
    std::string row;
    std::string column;
    friend auto operator<=>(const ValueKey&, const ValueKey&) = default;
};
ValueKey split_key(std::string_view key);

// What reading a stranger's text may take, in bytes: enough for an office of 25,000 learners. Our own may
// take more.
inline constexpr std::size_t stranger_memory = std::size_t{192} << 20U;
inline constexpr std::size_t own_memory = std::size_t{2} << 30U;

// Unpacks and parses. Errors: return.damaged (fact what); file.too-big (what: inflation, memory; maximum).
core::Expected<std::unique_ptr<Canonical>> read_canonical(std::string_view packed,
                                                          std::size_t most_memory = stranger_memory);

office::Digest digest_of(const Canonical& canonical);

// What is signed for a digest.
std::string message_for(const office::Digest& digest);

// The sheet of such a key, as it stands in the line.
std::string_view sheet_of(std::string_view key);

// A key part or text as it stands in a line, and back.
std::string escape(std::string_view text);
void append_escaped(std::string& line, std::string_view text);
std::string unescape(std::string_view text);

} // namespace returns
