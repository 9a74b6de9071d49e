// SPDX-License-Identifier: GPL-3.0-or-later
// How an office prints a document: its date lines, pre-printed paper, and who signs.
#pragma once

#include "core/date.hpp"
#include "office/office.hpp"
#include "storage/transaction.hpp"
#include "templates/document.hpp"

#include <optional>
#include <vector>

namespace templates {

enum class Dates { computed, chosen, dotted };

struct PaperSettings {
    Dates dates = Dates::computed;
    core::Day day{}; // where it is chosen
    // The paper bears the artwork and the fixed words.
    bool pre_printed = false;
    friend bool operator==(const PaperSettings&, const PaperSettings&) = default;
};
PaperSettings load_paper(const storage::Database& database, Document document);
// Audited as "setting.change".
void set_paper(storage::Transaction& tx, Document document, const PaperSettings& settings);

// "computed", "dotted" or an ISO day. Error: paper.dates {text}.
core::Expected<PaperSettings> read_dates(PaperSettings settings, std::string_view text);
std::string dates_text(const PaperSettings& settings);

// How far this office's printer prints beside the place, in hundredths of a millimetre: what is added to
// bring it back.
struct Offset {
    int right = 0;
    int down = 0;
    friend bool operator==(const Offset&, const Offset&) = default;
};
inline constexpr int most_offset = 3000;
Offset load_offset(const storage::Database& database);
// Audited as "setting.change". Error: paper.offset {most} past 30 mm.
core::Expected<void> set_offset(storage::Transaction& tx, const Offset& offset);

// For a page that is printed now.
void prepare(documents::Filling& filling, const storage::Database& database, Document document);

// The signers' places: role, name and date lines of each, empty past the last. `signers` as a programme has
// them; their names, and for whom somebody signs in another's place, stand in the office's settings.
void add_signers(documents::Filling& filling, const storage::Database& database,
                 const std::vector<programmes::Signer>& signers, const office::Area& area, core::Day issued,
                 const PaperSettings& settings);

} // namespace templates
