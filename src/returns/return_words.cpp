// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/return_words.hpp"

#include "core/lunar_date.hpp"
#include "core/numerals.hpp"

#include <array>
#include <utility>

namespace returns::words {
namespace {

using Kind = FigureRow::Kind;

// In the order of classes::LeavingReason; nobody entered by mistake stands in a return.
constexpr std::array<Label, 9> reasons{{{"បោះបង់ការសិក្សា", "Dropped out"},
                                        {"ចំណាកស្រុក", "Moved away"},
                                        {"ផ្ទេរចេញ", "Transferred"},
                                        {"ទៅធ្វើការ", "Went to work"},
                                        {"ជំងឺ", "Illness"},
                                        {"រៀបការ", "Married"},
                                        {"ទទួលមរណភាព", "Died"},
                                        {"ចុះឈ្មោះច្រឡំ", "Entered by mistake"},
                                        {"មូលហេតុផ្សេងៗ", "Other reason"}}};

constexpr std::array<std::string_view, 12> months_en{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

void add(std::vector<FigureRow>& rows, Kind kind, std::string key, Label label) {
    rows.push_back({kind, std::move(key), std::string{label.km}, std::string{label.en}});
}

void add_movement(std::vector<FigureRow>& rows) {
    add(rows, Kind::classes, "classes", {"ចំនួនថ្នាក់រៀន", "Classes"});
    add(rows, Kind::people, "learners", {"អ្នកសិក្សាក្នុងខែ", "Learners in the month"});
    add(rows, Kind::heading, "section:movement", {"ចរន្តអ្នកសិក្សា", "Movement"});
    add(rows, Kind::people, "at-start", {"នៅដើមខែ", "At the start of the month"});
    add(rows, Kind::people, "new", {"ចូលថ្មីក្នុងខែ", "New in the month"});
    add(rows, Kind::people, "left", {"ចាកចេញក្នុងខែ", "Left in the month"});
    for (std::size_t at = 0; at < reasons.size(); ++at) {
        const auto one = static_cast<classes::LeavingReason>(at);
        if (one == classes::LeavingReason::entered_by_mistake) continue;
        rows.push_back({Kind::people, "left:" + std::string{classes::to_text(one)},
                        "    " + std::string{reasons[at].km}, "    " + std::string{reasons[at].en}});
    }
    add(rows, Kind::people, "at-end", {"នៅចុងខែ", "At the end of the month"});
}

void add_people(std::vector<FigureRow>& rows, const AgeBands& bands) {
    add(rows, Kind::heading, "section:age", {"តាមក្រុមអាយុ", "By age"});
    for (const AgeBand& band : bands.bands)
        rows.push_back({Kind::people, "age:" + band.key, band.name.km, band.name.en});
    add(rows, Kind::people, "age:unknown", {"មិនស្គាល់អាយុ", "Age not known"});
    add(rows, Kind::heading, "section:disability", {"ពិការភាព", "Disability"});
    add(rows, Kind::people, "disability:yes", {"មានពិការភាព", "With a disability"});
    add(rows, Kind::people, "disability:not-asked", {"មិនទាន់បានសួរ", "Not asked yet"});
    add(rows, Kind::heading, "section:equity", {"ប័ណ្ណសមធម៌", "Equity card"});
    add(rows, Kind::people, "equity:1", {"ក្រ១", "Poor level 1"});
    add(rows, Kind::people, "equity:2", {"ក្រ២", "Poor level 2"});
}

void add_ethnicities(std::vector<FigureRow>& rows, const Figures& figures) {
    constexpr std::string_view prefix = "ethnicity:";
    add(rows, Kind::heading, "section:ethnicity", {"ជនជាតិ", "Ethnicity"});
    for (const auto& [key, count] : figures.counts)
        if (key.starts_with(prefix) && key != "ethnicity:not-stated")
            rows.push_back({Kind::people, key, key.substr(prefix.size()), key.substr(prefix.size())});
    add(rows, Kind::people, "ethnicity:not-stated", {"មិនបានបញ្ជាក់", "Not stated"});
}

} // namespace

std::vector<FigureRow> figure_rows(const AgeBands& bands, const Figures& figures) {
    std::vector<FigureRow> rows;
    add_movement(rows);
    add_people(rows, bands);
    add_ethnicities(rows, figures);
    add(rows, Kind::heading, "section:attendance", {"វត្តមាន", "Attendance"});
    add(rows, Kind::days_taken, "days:taken", {"ថ្ងៃ-អ្នកសិក្សាដែលបានស្រង់វត្តមាន", "Learner-days recorded"});
    add(rows, Kind::days_present, "days:present", {"ថ្ងៃ-អ្នកសិក្សាមានវត្តមាន", "Learner-days present"});
    add(rows, Kind::rate, "days:rate", {"អត្រាវត្តមាន", "Attendance rate"});
    return rows;
}

std::string month_km(core::Month month) {
    return "ខែ" + std::string{core::khmer_name(month.month())} + " ឆ្នាំ" +
           core::to_khmer_digits(std::to_string(static_cast<int>(month.year())));
}

std::string month_en(core::Month month) {
    return std::string{months_en.at(static_cast<unsigned>(month.month()) - 1)} + ' ' +
           std::to_string(static_cast<int>(month.year()));
}

Label reason(classes::LeavingReason reason) {
    return reasons.at(static_cast<std::size_t>(reason));
}

Label weight(Weight weight) {
    constexpr std::array<Label, 3> labels{
        {{"រារាំង", "Blocks"}, {"ត្រូវពន្យល់", "To be explained"}, {"ចំណាំ", "Hint"}}};
    return labels.at(static_cast<std::size_t>(weight));
}

std::string_view sex_km(core::Sex sex) {
    return sex == core::Sex::female ? "ស្រី" : "ប្រុស";
}

std::string_view disability_km(const std::optional<bool>& disability) {
    if (!disability) return "";
    return *disability ? "មាន" : "គ្មាន";
}

std::string_view equity_km(const std::optional<learners::EquityLevel>& level) {
    if (!level) return "";
    return *level == learners::EquityLevel::very_poor ? "ក្រ១" : "ក្រ២";
}

std::string date_text(core::Day day) {
    const std::string iso = core::to_iso(day);
    return core::to_khmer_digits(iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4));
}

} // namespace returns::words
