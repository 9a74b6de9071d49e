// SPDX-License-Identifier: GPL-3.0-or-later
#include "templates/paper.hpp"

#include "core/lunar_date.hpp"
#include "office/office_store.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdlib>

namespace templates {
namespace {

constexpr double points_per_hundredth = 72 / 2540.0;

constexpr std::array<std::string_view, 12> months_en = {"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};

std::string key_of(Document document, std::string_view what) {
    return fmt::format("document.{}.{}", kind_of(document).key, what);
}

int number_of(const storage::Database& database, std::string_view key) {
    const std::string text = office::setting(database, key).value_or("0");
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

struct DateLines {
    std::string lunar;
    std::string solar;
    std::string english;
};

DateLines date_lines(const office::Area& area, std::optional<core::Day> day) {
    if (!day)
        return {"ថ្ងៃ................ ខែ............ ឆ្នាំ............ ព.ស.............",
                area.name_km + ", ថ្ងៃទី...... ខែ............ ឆ្នាំ២០......", ""};
    const auto lunar = core::lunar_date(*day);
    return {lunar ? core::lunar_line(*lunar) : "", area.name_km + ", " + core::gregorian_line(*day),
            fmt::format("{}, {} {} {}", area.name, static_cast<unsigned>(day->day()),
                        months_en[static_cast<unsigned>(day->month()) - 1], static_cast<int>(day->year()))};
}

} // namespace

PaperSettings load_paper(const storage::Database& database, Document document) {
    PaperSettings settings;
    settings.pre_printed = office::setting(database, key_of(document, "pre-printed")).value_or("") == "1";
    const auto dates = office::setting(database, key_of(document, "dates"));
    return dates ? read_dates(settings, *dates).value_or(settings) : settings;
}

void set_paper(storage::Transaction& tx, Document document, const PaperSettings& settings) {
    office::set_setting(tx, key_of(document, "dates"), dates_text(settings));
    office::set_setting(tx, key_of(document, "pre-printed"), settings.pre_printed ? "1" : "0");
}

core::Expected<PaperSettings> read_dates(PaperSettings settings, std::string_view text) {
    settings.day = {};
    if (text == "computed" || text == "dotted") {
        settings.dates = text == "dotted" ? Dates::dotted : Dates::computed;
        return settings;
    }
    const auto day = core::day_from_iso(text);
    if (!day) return core::fail(core::Error{"paper.dates"}.with("text", std::string{text}));
    settings.dates = Dates::chosen;
    settings.day = *day;
    return settings;
}

std::string dates_text(const PaperSettings& settings) {
    if (settings.dates == Dates::chosen) return core::to_iso(settings.day);
    return settings.dates == Dates::dotted ? "dotted" : "computed";
}

Offset load_offset(const storage::Database& database) {
    return {number_of(database, "paper.right"), number_of(database, "paper.down")};
}

core::Expected<void> set_offset(storage::Transaction& tx, const Offset& offset) {
    if (std::abs(offset.right) > most_offset || std::abs(offset.down) > most_offset)
        return core::fail(core::Error{"paper.offset"}.with("most", std::to_string(most_offset / 100)));
    office::set_setting(tx, "paper.right", std::to_string(offset.right));
    office::set_setting(tx, "paper.down", std::to_string(offset.down));
    return {};
}

void prepare(documents::Filling& filling, const storage::Database& database, Document document) {
    filling.pre_printed = load_paper(database, document).pre_printed;
    if (!filling.pre_printed) return;
    const Offset offset = load_offset(database);
    filling.right = offset.right * points_per_hundredth;
    filling.down = offset.down * points_per_hundredth;
}

void add_signers(documents::Filling& filling, const storage::Database& database,
                 const std::vector<programmes::Signer>& signers, const office::Area& area, core::Day issued,
                 const PaperSettings& settings) {
    const std::optional<core::Day> day = settings.dates == Dates::dotted   ? std::nullopt
                                         : settings.dates == Dates::chosen ? std::optional{settings.day}
                                                                           : std::optional{issued};
    const DateLines lines = date_lines(area, day);
    for (std::size_t nth = 0; nth < most_signers; ++nth) {
        const std::string signer = nth == 0 ? "signer_" : fmt::format("signer{}_", nth + 1);
        const std::string dates = nth == 0 ? "" : signer;
        const auto put = [&](const std::string& name, std::string value) {
            filling.values[name] = std::move(value);
        };
        // The first's dates are the document's, which has them also where nobody is named.
        const bool signs = nth < signers.size();
        const bool dated = nth == 0 || signs;
        put(dates + "lunar_line", dated ? lines.lunar : "");
        put(dates + "place_day_line", dated ? lines.solar : "");
        put(dates + "day_en", dated ? lines.english : "");
        const programmes::Signer one = signs ? signers[nth] : programmes::Signer{};
        const auto said = [&](std::string_view what) {
            return signs ? office::setting(database, fmt::format("signer.{}.{}", one.key, what)).value_or("")
                         : std::string{};
        };
        const std::string acting_km = said("acting_km"), acting = said("acting");
        const bool acts = !acting_km.empty() || !acting.empty();
        put(signer + "line_km", one.line.km);
        put(signer + "line_en", one.line.en);
        put(signer + "role_km", acts ? "ជ. " + one.role.km : one.role.km);
        put(signer + "role_en", acts && !one.role.en.empty() ? "for " + one.role.en : one.role.en);
        put(signer + "acting_km", acting_km);
        put(signer + "acting_en", acting);
        put(signer + "name_km", said("name_km"));
        put(signer + "name_latin", said("name"));
    }
}

} // namespace templates
