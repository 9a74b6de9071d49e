// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/award_list.hpp"

#include "assessment/results.hpp"
#include "core/words.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace certificates {
namespace {

constexpr core::Words<Step, 4> steps{{"prepare", "check", "approve", "return"}};
constexpr core::Words<Role, 2> roles{{"headteacher", "office-head"}};

ListLine line_of(const Candidate& candidate, const programmes::Pack& pack) {
    const classes::ClassLearner& learner = candidate.learner;
    ListLine line{.enrolment = learner.enrolment.uid,
                  .number = learner.number,
                  .name_km = learner.name_km,
                  .name = learner.name,
                  .sex = learner.sex,
                  .born = learner.born,
                  .rate = candidate.rate ? core::format_percent(*candidate.rate) : std::string{},
                  .reasons = candidate.reasons};
    // As on the certificate: of an award on units from elsewhere no class has the whole average.
    if (candidate.rests_elsewhere() || !candidate.result.average) return line;
    line.average = assessment::format_average(pack, *candidate.result.average);
    line.rank = candidate.result.rank;
    line.grade = candidate.result.grade;
    return line;
}

const std::string& shown_name(const ListLine& line) {
    return line.name_km.empty() ? line.name : line.name_km;
}

core::Error about(const char* code, const ListLine& line) {
    return core::Error{code}.with("learner", shown_name(line));
}

std::string result_text(const ListLine& line) {
    std::string text = line.average.empty() ? "-" : line.average;
    if (!line.grade.empty()) text += " " + line.grade;
    if (!line.rate.empty()) text += ", " + line.rate + "%";
    return text;
}

// The gravest of what is other about one learner.
std::optional<core::Error> change_of(const ListLine& was, const ListLine& is) {
    if (!was.awarded() && is.awarded()) return about("award-list.gained", is);
    if (was.awarded() && !is.awarded()) return about("award-list.lost", is);
    if (result_text(was) != result_text(is))
        return about("award-list.result", is).with("was", result_text(was)).with("is", result_text(is));
    if (was.reasons != is.reasons) return about("award-list.reasons", is);
    if (was.number != is.number || was.name_km != is.name_km || was.name != is.name || was.sex != is.sex ||
        was.born != is.born)
        return about("award-list.person", is);
    return std::nullopt;
}

// A tab or a line feed would end a field.
std::string field(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
    return text;
}

} // namespace

std::vector<ListLine> lines_of(const std::vector<Candidate>& candidates, const programmes::Pack& pack) {
    std::vector<ListLine> lines;
    for (const Candidate& candidate : candidates)
        lines.push_back(line_of(candidate, pack));
    std::stable_sort(lines.begin(), lines.end(), [](const ListLine& a, const ListLine& b) {
        if (a.awarded() != b.awarded()) return a.awarded();
        constexpr int last = std::numeric_limits<int>::max();
        return a.awarded() && a.rank.value_or(last) < b.rank.value_or(last);
    });
    return lines;
}

std::string reasons_text(const std::vector<core::Error>& reasons) {
    std::string text;
    for (const core::Error& reason : reasons) {
        text += reason.code;
        for (const core::Fact& fact : reason.facts)
            text.append("\t").append(fact.name).append("\t").append(field(fact.value));
        text += '\n';
    }
    return text;
}

std::optional<std::vector<core::Error>> reasons_from_text(std::string_view text) {
    std::vector<core::Error> reasons;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return std::nullopt;
        std::string_view line = text.substr(0, end);
        text.remove_prefix(end + 1);
        std::vector<std::string> fields;
        while (true) {
            const std::size_t tab = line.find('\t');
            fields.emplace_back(line.substr(0, tab));
            if (tab == std::string_view::npos) break;
            line.remove_prefix(tab + 1);
        }
        if (fields.front().empty() || fields.size() % 2 == 0) return std::nullopt;
        core::Error& reason = reasons.emplace_back(core::Error{fields.front()});
        for (std::size_t at = 1; at < fields.size(); at += 2)
            reason.with(fields[at], fields[at + 1]);
    }
    return reasons;
}

office::Digest digest_of(const std::vector<ListLine>& lines) {
    std::string text;
    for (const ListLine& line : lines) {
        for (const std::string& one :
             {core::to_text(line.enrolment), line.number, line.name_km, line.name,
              std::string{core::to_text(line.sex)}, line.born ? core::to_text(*line.born) : std::string{},
              line.rate, line.average, line.rank ? std::to_string(*line.rank) : std::string{}, line.grade})
            text += field(one) + '\t';
        text += reasons_text(line.reasons) + '\n';
    }
    return office::digest(text);
}

std::string_view to_text(Step step) {
    return steps.text(step);
}

std::optional<Step> step_from_text(std::string_view text) {
    return steps.value(text);
}

std::string_view to_text(Role role) {
    return roles.text(role);
}

std::optional<Role> role_from_text(std::string_view text) {
    return roles.value(text);
}

std::int64_t AwardList::awarded() const {
    return std::count_if(lines.begin(), lines.end(), [](const ListLine& line) { return line.awarded(); });
}

std::int64_t AwardList::awarded_women() const {
    return std::count_if(lines.begin(), lines.end(), [](const ListLine& line) {
        return line.awarded() && line.sex == core::Sex::female;
    });
}

std::vector<ListChange> changes_between(const std::vector<ListLine>& was, const std::vector<ListLine>& is) {
    std::map<core::Uid, const ListLine*> now;
    for (const ListLine& line : is)
        now.emplace(line.enrolment, &line);
    std::vector<ListChange> changes;
    for (const ListLine& line : was) {
        const auto found = now.find(line.enrolment);
        if (found == now.end()) {
            changes.push_back({line.enrolment, about("award-list.gone", line), line.awarded()});
            continue;
        }
        if (auto change = change_of(line, *found->second)) {
            const bool grave = line.awarded() && change->code != "award-list.person";
            changes.push_back({line.enrolment, *std::move(change), grave});
        }
        now.erase(found);
    }
    for (const ListLine& line : is)
        if (now.contains(line.enrolment))
            changes.push_back({line.enrolment, about("award-list.joined", line), false});
    return changes;
}

} // namespace certificates
