// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/return_words.hpp"

#include "core/numerals.hpp"

#include <array>
#include <span>
#include <utility>

namespace returns::words {
namespace {

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

struct Named {
    std::string_view key;
    Label label;
};

constexpr std::array<Named, 2> entries{{{"at-start", {"នៅដើម", "At the start"}}, {"new", {"ចូលថ្មី", "New"}}}};
constexpr std::array<Named, 2> exits{{{"left", {"ចាកចេញ", "Left"}}, {"at-end", {"នៅចុង", "At the end"}}}};
constexpr std::array<Named, 3> disabilities{{{"yes", {"មានពិការភាព", "With a disability"}},
                                             {"no", {"គ្មានពិការភាព", "Without a disability"}},
                                             {"not-asked", {"មិនទាន់បានសួរ", "Not asked yet"}}}};
constexpr std::array<Named, 3> equities{
    {{"1", {"ក្រ១", "Poor level 1"}}, {"2", {"ក្រ២", "Poor level 2"}}, {"none", {"គ្មានប័ណ្ណ", "No card"}}}};
constexpr std::array<Named, 4> verdicts{{{"pass", {"ជាប់", "Passed"}},
                                         {"fail", {"ធ្លាក់", "Failed"}},
                                         {"incomplete", {"មិនទាន់គ្រប់", "Incomplete"}},
                                         {"none", {"គ្មានលទ្ធផល", "No result"}}}};
constexpr std::array<Named, 6> standings{
    {{"promoted", {"ឡើងថ្នាក់", "Promoted"}},
     {"passed-by-retest", {"ឡើងថ្នាក់ដោយប្រឡងសង", "Passed by retest"}},
     {"retest", {"ត្រូវប្រឡងសង", "Called to the retest"}},
     {"repeat", {"រៀនត្រួតថ្នាក់", "Repeats"}},
     {"repeat-for-absence", {"រៀនត្រួតថ្នាក់ដោយអវត្តមាន", "Repeats for absence"}},
     {"none", {"គ្មាន", "None"}}}};
constexpr std::array<Named, 2> awards{
    {{"yes", {"បានទទួលវិញ្ញាបនបត្រ", "Awarded"}}, {"no", {"មិនទាន់បានទទួល", "Not awarded"}}}};
constexpr std::array<Named, 3> kinds{{{"school", {"សាលារៀន", "School"}},
                                      {"clc", {"មជ្ឈមណ្ឌលសិក្សាសហគមន៍", "Community learning centre"}},
                                      {"site", {"ទីតាំង", "Site"}}}};
constexpr std::array<Named, 5> sites{{{"factory", {"រោងចក្រ", "Factory"}},
                                      {"pagoda", {"វត្ត", "Pagoda"}},
                                      {"prison", {"ពន្ធនាគារ", "Prison"}},
                                      {"other", {"ទីផ្សេងទៀត", "Elsewhere"}},
                                      {"none", {"គ្រឹះស្ថានខ្លួនឯង", "At the institution"}}}};
constexpr std::array<Named, 4> contracts{{{"state", {"មន្ត្រីរាជការ", "State"}},
                                          {"contract", {"កិច្ចសន្យា", "Contract"}},
                                          {"community", {"សហគមន៍", "Community"}},
                                          {"volunteer", {"ស្ម័គ្រចិត្ត", "Volunteer"}}}};

std::vector<Value> values(std::span<const Named> named) {
    std::vector<Value> all;
    for (const Named& one : named)
        all.push_back({std::string{one.key}, wording(one.label)});
    return all;
}

std::vector<Value> reason_values() {
    std::vector<Value> all;
    for (std::size_t at = 0; at < reasons.size(); ++at) {
        const auto one = static_cast<classes::LeavingReason>(at);
        if (one != classes::LeavingReason::entered_by_mistake)
            all.push_back({std::string{classes::to_text(one)}, wording(reasons[at])});
    }
    return all;
}

} // namespace

Wording wording(const Label& label) {
    return {std::string{label.km}, std::string{label.en}};
}

std::string both(const Wording& words) {
    return words.km == words.en || words.en.empty() ? words.km : words.km + '\n' + words.en;
}

std::vector<Value> fixed_values(Attribute attribute) {
    switch (attribute) {
    case Attribute::entry:
        return values(entries);
    case Attribute::exit:
        return values(exits);
    case Attribute::reason:
        return reason_values();
    case Attribute::disability:
        return values(disabilities);
    case Attribute::equity:
        return values(equities);
    case Attribute::result:
        return values(verdicts);
    case Attribute::standing:
        return values(standings);
    case Attribute::award:
        return values(awards);
    case Attribute::kind:
        return values(kinds);
    case Attribute::site:
        return values(sites);
    case Attribute::contract:
        return values(contracts);
    case Attribute::age:
    case Attribute::ethnicity:
    case Attribute::grade:
        break; // what the office has
    }
    return {};
}

Wording grade(const std::string& letter) {
    return {"និទ្ទេស " + letter, "Grade " + letter};
}

Wording level(const ClassFacts& one) {
    if (one.level_name.km.empty()) return one.programme_name;
    return {one.programme_name.km + " · " + one.level_name.km,
            one.programme_name.en + ", " + one.level_name.en};
}

Wording level(const programmes::Pack& pack, const std::string& level) {
    ClassFacts one;
    one.programme_name = pack.name;
    for (const programmes::Level& of_pack : pack.levels)
        if (of_pack.key == level) one.level_name = of_pack.name;
    return words::level(one);
}

Label reason(classes::LeavingReason reason) {
    return reasons.at(static_cast<std::size_t>(reason));
}

Label contract(staff::Contract contract) {
    return contracts.at(static_cast<std::size_t>(contract)).label;
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
