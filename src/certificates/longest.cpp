// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/printer.hpp"
#include "learners/long_names.hpp"

#include <algorithm>

namespace certificates {
namespace {

std::string shown(const classes::ClassLearner& learner) {
    return learner.name_km.empty() ? learner.name : learner.name_km;
}

} // namespace

std::vector<templates::Trial> with_longest_names(std::vector<templates::Trial> pages,
                                                 const storage::Database& database) {
    std::stable_sort(pages.begin(), pages.end(), [](const auto& a, const auto& b) {
        return a.filling.values.at("name_km").size() > b.filling.values.at("name_km").size();
    });
    if (pages.empty()) return pages;
    for (const learners::LongName& name : learners::longest_names(database)) {
        templates::Trial trial = pages.front();
        trial.who = name.km.empty() ? name.latin : name.km;
        trial.filling.values["name_km"] = name.km;
        trial.filling.values["name_latin"] = name.latin;
        pages.push_back(std::move(trial));
    }
    return pages;
}

std::vector<templates::Trial> longest_pages(const storage::Database& database, classes::ClassId class_id,
                                            const documents::Fonts& fonts) {
    const Printer printer(database, load_award_context(database, class_id), fonts);
    std::vector<templates::Trial> pages;
    const std::string code = templates::example_of(templates::Document::completion).code;
    for (const Candidate& candidate : load_candidates(database, class_id)) {
        const CertificatePayload payload =
            payload_of(printer.context(), candidate,
                       printer.context().office.area_code + "-" +
                           std::to_string(static_cast<int>(printer.context().issued.year())) + "-000000-X");
        pages.push_back({shown(candidate.learner), printer.filling(candidate, payload, code)});
    }
    return with_longest_names(std::move(pages), database);
}

} // namespace certificates
