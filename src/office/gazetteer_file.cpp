// SPDX-License-Identifier: GPL-3.0-or-later
#include "office/gazetteer_file.hpp"

#include "core/resource.hpp"
#include "office/tab_lines.hpp"

#include <algorithm>
#include <stdexcept>

namespace office {

// Made by the build.
std::string_view resource(std::string_view path);

namespace {

// Keeps the first thing that is wrong.
class GazetteerReader {
  public:
    std::optional<core::Error> error;
    Gazetteer gazetteer;

    void area(std::int64_t row, std::string_view line);
    void change(std::int64_t row, std::string_view line);

  private:
    void fail(std::string file, std::int64_t row, std::string reason) {
        if (!error)
            error = core::Error{"gazetteer.unreadable"}
                        .with("file", std::move(file))
                        .with("reason", std::move(reason))
                        .at({.row = row});
    }
    void since(std::int64_t row, const Fields& fields);
    void was(std::int64_t row, const Fields& fields);
    void became(std::int64_t row, const Fields& fields);
    Area* known(std::int64_t row, std::string_view code);

    std::string m_code; // of the line before
};

void GazetteerReader::area(std::int64_t row, std::string_view line) {
    const Fields fields = fields_of(line);
    if (fields[0] == "version" && fields.size() == 2) {
        gazetteer.version = fields[1];
        return;
    }
    const std::size_t level = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view head = fields[0].substr(std::min(level, fields[0].size()));
    const bool digits = head.size() >= 2 && head.find_first_not_of("0123456789") >= 2;
    if (fields.size() != 3 || !digits || level > 3 || m_code.size() < level * 2 || fields[1].empty())
        return fail("areas", row, "a line that is no unit");
    m_code.resize(level * 2);
    m_code += head.substr(0, 2);
    const auto type = level == 3 && head.size() == 2
                          ? AreaType::phum
                          : area_type_from_text(head.substr(std::min<std::size_t>(3, head.size())));
    if (!type) return fail("areas", row, "an unknown type");
    if (!gazetteer.areas.empty() && gazetteer.areas.back().code >= m_code)
        return fail("areas", row, "out of order");
    gazetteer.areas.push_back({m_code, *type, std::string{fields[1]}, std::string{fields[2]}});
}

Area* GazetteerReader::known(std::int64_t row, std::string_view code) {
    const Area* found = find_area(gazetteer, code);
    if (found != nullptr) return &gazetteer.areas[static_cast<std::size_t>(found - gazetteer.areas.data())];
    fail("changes", row, "an unknown code");
    return nullptr;
}

void GazetteerReader::since(std::int64_t row, const Fields& fields) {
    if (fields.size() != 4) return fail("changes", row, "since needs a code, a day and a decree");
    Area* area = known(row, fields[1]);
    if (area == nullptr) return;
    area->valid_from = core::day_from_iso(fields[2]);
    area->decree = std::string{fields[3]};
    if (!area->valid_from && fields[2] != "-") fail("changes", row, "no day");
}

void GazetteerReader::was(std::int64_t row, const Fields& fields) {
    if (fields.size() != 6) return fail("changes", row, "was needs a code, a day, a type and two names");
    const auto day = core::day_from_iso(fields[2]);
    const auto type = area_type_from_text(fields[3]);
    if (known(row, fields[1]) == nullptr) return;
    if (!day || !type) return fail("changes", row, "no day or an unknown type");
    gazetteer.former_names.push_back(
        {std::string{fields[1]}, *day, *type, std::string{fields[4]}, std::string{fields[5]}});
}

void GazetteerReader::became(std::int64_t row, const Fields& fields) {
    if (fields.size() != 5) return fail("changes", row, "became needs two codes, a day and a decree");
    const auto day = core::day_from_iso(fields[3]);
    if (known(row, fields[2]) == nullptr) return;
    if (!day || find_area(gazetteer, fields[1]) != nullptr)
        return fail("changes", row, "no day, or a withdrawn code that is still in use");
    gazetteer.successors.push_back(
        {std::string{fields[1]}, std::string{fields[2]}, *day, std::string{fields[4]}});
}

void GazetteerReader::change(std::int64_t row, std::string_view line) {
    const Fields fields = fields_of(line);
    if (fields[0] == "since") return since(row, fields);
    if (fields[0] == "was") return was(row, fields);
    if (fields[0] == "became") return became(row, fields);
    fail("changes", row, "a line that is no change");
}

} // namespace

core::Expected<Gazetteer> parse_gazetteer(std::string_view areas, std::string_view changes) {
    GazetteerReader reader;
    each_line(areas, [&](std::int64_t row, std::string_view line) { reader.area(row, line); });
    each_line(changes, [&](std::int64_t row, std::string_view line) { reader.change(row, line); });
    if (reader.error) return core::fail(*reader.error);
    reader.gazetteer.digest = digest(std::string{areas} + std::string{changes});
    return std::move(reader.gazetteer);
}

const Gazetteer& shipped_gazetteer() {
    static const Gazetteer gazetteer = [] {
        auto read = parse_gazetteer(resource("gazetteer/areas.txt"), resource("gazetteer/changes.txt"));
        // What we ship is read by a test.
        if (!read) throw std::logic_error("the shipped gazetteer cannot be read");
        return *std::move(read);
    }();
    return gazetteer;
}

const Area* find_area(const Gazetteer& gazetteer, std::string_view code) {
    const auto found = std::lower_bound(gazetteer.areas.begin(), gazetteer.areas.end(), code,
                                        [](const Area& area, std::string_view c) { return area.code < c; });
    return found != gazetteer.areas.end() && found->code == code ? &*found : nullptr;
}

} // namespace office
