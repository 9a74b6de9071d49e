// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/book_json.hpp"

#include "wording/catalogue.hpp"

#include <fmt/format.h>

namespace ctl {

Json book_json(const certificates::BookEntry& entry) {
    return {{"id", entry.id},
            {"number", entry.number},
            {"year", entry.year},
            {"name_km", entry.name_km},
            {"name", entry.name},
            {"sex", entry.sex ? std::string{core::to_text(*entry.sex)} : std::string{}},
            {"born", entry.born ? core::to_text(*entry.born) : std::string{}},
            {"programme", entry.programme},
            {"issued", entry.issued_on ? core::to_iso(*entry.issued_on) : std::string{}},
            {"page", entry.page},
            {"remark", entry.remark},
            {"source", entry.source}};
}

std::optional<Exit> answer_from_book(Output& out, const storage::Database& database,
                                     const std::string& number) {
    const auto entries = certificates::find_book_entries(database, number);
    if (entries.empty()) return std::nullopt;
    Json document = {{"verdict", "from-the-book"}, {"entries", Json::array()}};
    std::string text =
        out.say(wording::translatable("From the book, no code: compare it with the book itself."));
    for (const certificates::BookEntry& entry : entries) {
        document["entries"].push_back(book_json(entry));
        text += fmt::format("\n{}  {}  {}  {}", entry.number, entry.year,
                            entry.name_km.empty() ? entry.name : entry.name_km, entry.programme);
    }
    out.answer(document, [&] { return text; });
    return Exit::findings;
}

} // namespace ctl
