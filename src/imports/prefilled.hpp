// SPDX-License-Identifier: GPL-3.0-or-later
// A list that is one of our own sheets come back (sheets/key.hpp): which it is and what its columns hold
// stands in its hidden row, and is believed before any heading or title.
#pragma once

#include "classes/class.hpp"
#include "imports/import_file.hpp"
#include "imports/titles.hpp"

namespace imports {

// Which of the workbook's sheets is the one of this kind that we made. Nothing where none is ours, or where
// all that a person asked for is another sheet. Errors: sheet.other-kind {is, asked} where ours are all of
// another kind; those of sheets::find_key.
struct KeyedSheet {
    std::size_t sheet = 0;
    sheets::FoundKey found;
};
core::Expected<std::optional<KeyedSheet>> find_keyed(spreadsheet::Workbook& workbook, Kind kind,
                                                     const std::optional<std::string>& wanted);

// The office's class that the key names. Errors: sheet.other-office {office}; sheet.class-unknown {class};
// sheet.other-class {class, asked} where the request says another.
core::Expected<classes::ClassId> class_of(const storage::Database& database, const sheets::Key& key,
                                          const Request& request);

// The columns as the key's row says them; the rows stand where the headings are. Errors: header.missing.
core::Expected<Layout> keyed_layout(const spreadsheet::Table& table, Kind kind, const Vocabulary& vocabulary,
                                    const std::vector<SubjectHeadings>& subjects,
                                    const sheets::FoundKey& found, spreadsheet::DateSystem dates);

// The period of the key. Errors: sheet.title-differs {title, key} where a title names another month or
// period: a sheet that was used again.
core::Expected<core::Month> month_of(const sheets::Key& key, const FoundSheet& found,
                                     const Vocabulary& vocabulary, const Taught& taught);
core::Expected<std::string> period_of(const sheets::Key& key, const FoundSheet& found,
                                      const programmes::Pack& pack);

} // namespace imports
