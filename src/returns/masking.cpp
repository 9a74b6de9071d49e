// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/masking.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace returns {
namespace {

bool small(int people) {
    return people > 0 && people < smallest_shown;
}

// Of neighbours that add up to a shown sum: where one alone is hidden, the smallest of the others is hidden
// too.
void mask_a_second(const std::vector<int*>& parts) {
    const auto is_hidden = [](const int* part) { return *part == hidden; };
    if (std::count_if(parts.begin(), parts.end(), is_hidden) != 1) return;
    int* smallest = nullptr;
    for (int* part : parts)
        if (*part > 0 && (smallest == nullptr || *part < *smallest)) smallest = part;
    if (smallest != nullptr) *smallest = hidden;
}

// One figure over those that add up to its total.
void mask_over(const std::vector<Figures*>& parts, const std::string& key) {
    std::vector<int*> totals;
    std::vector<int*> women;
    for (Figures* figures : parts) {
        const auto found = figures->counts.find(key);
        if (found == figures->counts.end()) continue;
        mask(found->second);
        totals.push_back(&found->second.total);
        women.push_back(&found->second.female);
    }
    mask_a_second(totals);
    mask_a_second(women);
    // Whose total is hidden has no women to show.
    for (Figures* figures : parts)
        if (const auto found = figures->counts.find(key);
            found != figures->counts.end() && found->second.total == hidden)
            found->second.female = hidden;
}

// Classes are no people.
bool of_people(const FilledSheet& sheet, const std::string& key) {
    const auto figure = std::find_if(sheet.figures.begin(), sheet.figures.end(),
                                     [&](const Figure& one) { return one.key == key; });
    return figure == sheet.figures.end() || figure->counted == Counted::people ||
           figure->counted == Counted::educators;
}

std::set<std::string> keys_of(const FilledSheet& sheet) {
    std::set<std::string> keys;
    for (const auto& [key, count] : sheet.all.counts)
        if (of_people(sheet, key)) keys.insert(key);
    return keys;
}

FilledSheet* sheet_of(ReturnContent& content, const std::string& key) {
    for (FilledSheet& sheet : content.sheets)
        if (sheet.plan.key == key) return &sheet;
    return nullptr;
}

void mask_sheet(ProvinceContent& province, FilledSheet& total) {
    std::vector<Figures*> districts;
    std::map<std::string, std::vector<Figures*>> by_group;
    for (DistrictContent& district : province.districts)
        if (FilledSheet* sheet = sheet_of(district.content, total.plan.key)) {
            districts.push_back(&sheet->all);
            for (FilledSheet::Named& group : sheet->groups)
                by_group[group.key].push_back(&group.figures);
        }
    std::vector<Figures*> groups;
    for (FilledSheet::Named& group : total.groups)
        groups.push_back(&group.figures);
    for (const std::string& key : keys_of(total)) {
        mask_over(districts, key);
        for (const auto& [group, parts] : by_group)
            mask_over(parts, key);
        mask_over(groups, key);
        mask(total.all.counts[key]);
    }
}

void mask_scores(std::vector<ScoreLine>& scores) {
    for (ScoreLine& line : scores) {
        std::vector<int*> totals;
        std::vector<int*> women;
        for (Count& count : line.scores) {
            mask(count);
            totals.push_back(&count.total);
            women.push_back(&count.female);
        }
        mask_a_second(totals);
        mask_a_second(women);
        mask(line.all);
        mask(line.pass);
    }
}

} // namespace

void mask(Count& count) {
    if (small(count.total))
        count = {hidden, hidden};
    else if (small(count.female) || small(count.total - count.female))
        count.female = hidden;
}

void mask_small_groups(ProvinceContent& province) {
    province.publishable = true;
    for (FilledSheet& sheet : province.total.sheets)
        mask_sheet(province, sheet);
    mask_scores(province.total.scores);
    // What changed since the period before would tell what is hidden.
    for (DistrictContent& district : province.districts)
        district.before.reset();
    for (TrendPoint& point : province.trend)
        for (auto& [key, count] : point.all.counts)
            if (key != "classes") mask(count);
}

} // namespace returns
