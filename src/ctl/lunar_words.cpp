// SPDX-License-Identifier: GPL-3.0-or-later
// srokctl lunar DATE…
#include "core/lunar_date.hpp"
#include "ctl/shell.hpp"
#include "ctl/words.hpp"

#include <memory>
#include <vector>

namespace ctl {
namespace {

core::Expected<core::LunarDate> read_lunar(const std::string& text) {
    const auto day = core::day_from_iso(text);
    if (!day) return core::fail(core::Error{"date.not-iso"}.with("text", text));
    const auto date = core::lunar_date(*day);
    if (!date)
        return core::fail(
            core::Error{"date.outside"}.with("text", text).with("from", "1900").with("to", "2100"));
    return *date;
}

Json lunar_json(const core::LunarDate& date) {
    return {{"date", core::to_iso(date.day)},
            {"line", core::lunar_line(date)},
            {"weekday", core::khmer_name(core::weekday_of(date.day))},
            {"day", date.day_of_phase},
            {"phase", core::khmer_name(date.phase)},
            {"month", core::khmer_name(date.month)},
            {"animal", core::khmer_animal(date.animal)},
            {"sak", core::khmer_sak(date.sak)},
            {"be", date.buddhist_year}};
}

core::Expected<Exit> lunar(Shell& shell, const std::vector<std::string>& texts) {
    Json document = Json::array();
    for (const std::string& text : texts) {
        const auto date = read_lunar(text);
        if (!date) return core::fail(date.error());
        document.push_back(lunar_json(*date));
    }
    shell.out().answer(document, [&] {
        std::string lines;
        for (const Json& one : document)
            lines += (lines.empty() ? "" : "\n") + one["date"].get<std::string>() + "  " +
                     one["line"].get<std::string>();
        return lines;
    });
    return Exit::done;
}

} // namespace

void add_lunar_words(Word app, Shell& shell) {
    Word word = app.add_word("lunar", "The Khmer lunar date of civil days");
    const auto texts = std::make_shared<std::vector<std::string>>();
    word.add_option("DATE", *texts, "Days as 2025-12-17").required();
    shell.on(word, [&shell, texts] { return lunar(shell, *texts); });
}

} // namespace ctl
