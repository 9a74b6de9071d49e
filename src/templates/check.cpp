// SPDX-License-Identifier: GPL-3.0-or-later
#include "templates/check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace templates {
namespace {

std::string millimetres(double value) {
    return fmt::format("{:.0f}", value);
}

bool near(double a, double b) {
    return std::abs(a - b) < 0.6;
}

void look_at_boxes(const documents::Template& form, std::vector<core::Error>& problems) {
    const auto code = form.code_box();
    if (!code) problems.push_back(core::Error{"template.no-code-box"});
    if (const double side = code ? std::min(code->width, code->height) : 0;
        code && side < least_code_side - 0.05)
        problems.push_back(core::Error{"template.code-too-small"}
                               .with("millimetres", fmt::format("{:.1f}", side))
                               .with("least", millimetres(least_code_side)));
    const auto photo = form.photo_box();
    if (photo && (!near(photo->width, photo_width) || !near(photo->height, photo_height)))
        problems.push_back(core::Error{"template.photo-size"}
                               .with("width", millimetres(photo->width))
                               .with("height", millimetres(photo->height)));
    const auto is = [&](const documents::Size& a4) {
        return std::abs(form.size().width - a4.width) < 2 && std::abs(form.size().height - a4.height) < 2;
    };
    if (!is(documents::a4_landscape) && !is(documents::a4_portrait))
        problems.push_back(core::Error{"template.not-a4"}
                               .with("width", millimetres(form.size().width / 72 * 25.4))
                               .with("height", millimetres(form.size().height / 72 * 25.4)));
}

// The names in a source that is not a template yet. What stands in comments is none.
std::vector<std::string> names_in(std::string_view svg) {
    std::vector<std::string> names;
    while (!svg.empty()) {
        const std::size_t comment = std::min(svg.find("<!--"), svg.size());
        std::string_view text = svg.substr(0, comment);
        for (std::size_t at = text.find("{{"); at != std::string_view::npos; at = text.find("{{")) {
            const std::size_t end = text.find("}}", at);
            if (end == std::string_view::npos) break;
            const std::string_view name = text.substr(at + 2, end - at - 2);
            const std::size_t first = std::min(name.find_first_not_of(' '), name.size());
            names.emplace_back(name.substr(first, name.find_last_not_of(' ') + 1 - first));
            text.remove_prefix(end + 2);
        }
        const std::size_t after = svg.find("-->", comment);
        svg.remove_prefix(after == std::string_view::npos ? svg.size() : after + 3);
    }
    return names;
}

// True where every name is one of the document's.
bool look_at_places(std::string_view svg, const std::vector<std::string>& names, Document document,
                    std::vector<core::Error>& problems) {
    const auto places = places_of(document);
    bool known = true;
    for (const std::string& name : names)
        if (std::none_of(places.begin(), places.end(), [&](const Place& one) { return one.name == name; })) {
            core::Error unknown = core::Error{"template.unknown-placeholder"}.with("name", name);
            unknown.place.byte = documents::find_placeholder(svg, name);
            problems.push_back(std::move(unknown));
            known = false;
        }
    for (const Place& one : places)
        if (one.needed && std::find(names.begin(), names.end(), one.name) == names.end())
            problems.push_back(
                core::Error{"template.missing-placeholder"}.with("name", std::string{one.name}));
    return known;
}

// One complaint a line of the template is enough, whoever it is of.
void try_on(const documents::Template& form, const std::vector<Trial>& trials,
            std::vector<core::Error>& problems) {
    for (const Trial& trial : trials)
        for (core::Error& complaint : form.complaints(trial.filling)) {
            const bool told = std::any_of(problems.begin(), problems.end(), [&](const core::Error& one) {
                return one.code == complaint.code && one.place.byte == complaint.place.byte;
            });
            if (!told) problems.push_back(complaint.with("who", trial.who));
        }
}

// What a person finds in an editor. An element's byte may be that of its first child: it still is on the
// line.
void find_lines(std::string_view svg, std::vector<core::Error>& problems) {
    for (core::Error& problem : problems) {
        if (!problem.place.byte) continue;
        const auto end = svg.begin() + static_cast<std::ptrdiff_t>(
                                           std::min<std::uint64_t>(*problem.place.byte, svg.size()));
        problem.place.row = 1 + std::count(svg.begin(), end, '\n');
        problem.place.byte.reset();
    }
}

} // namespace

std::vector<core::Error> check(std::string_view svg, Document document, const documents::Fonts& fonts,
                               const std::vector<Trial>& trials) {
    std::vector<core::Error> problems;
    if (const auto form = documents::Template::inspect(svg, fonts, problems)) {
        look_at_boxes(*form, problems);
        if (look_at_places(svg, form->placeholders(), document, problems))
            try_on(*form, trials.empty() ? std::vector<Trial>{{"", example_of(document)}} : trials, problems);
    } else if (problems.front().code != "template.not-svg") {
        // What else is to be mended is told in the same breath.
        look_at_places(svg, names_in(svg), document, problems);
    }
    find_lines(svg, problems);
    return problems;
}

bool in_the_way(const core::Error& problem) {
    return problem.code != "template.small";
}

} // namespace templates
