// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/layout_store.hpp"

#include "core/resource.hpp"
#include "office/digest.hpp"
#include "office/office_store.hpp"
#include "returns/layout_file.hpp"
#include "storage/change.hpp"

#include <algorithm>
#include <stdexcept>

namespace returns {

// Made by the build.
std::string_view resource(std::string_view path);

namespace {

constexpr std::array<std::string_view, 4> shipped_names{"month", "semester", "year", "school-year"};

constexpr std::string_view select_source = R"sql(
SELECT source FROM return_layout WHERE name = ?1 AND version = ?2)sql";

constexpr std::string_view insert_layout = R"sql(
INSERT INTO return_layout (name, version, digest, source, taken_at) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT DO NOTHING)sql";

constexpr std::string_view select_own = R"sql(
SELECT s.key, l.source FROM setting s JOIN return_layout l ON s.key = 'layout.' || l.name AND s.value = l.version
ORDER BY s.key)sql";

struct Shipped {
    Layout layout;
    std::string_view source;
};

const std::vector<Shipped>& shipped() {
    static const std::vector<Shipped> all = [] {
        std::vector<Shipped> read;
        for (const std::string_view name : shipped_names) {
            const std::string path = "returns/" + std::string{name} + ".toml";
            const std::string_view source = resource(path);
            auto layout = parse_layout(source, path);
            if (!layout) throw std::logic_error(path + ": " + layout.error().code);
            read.push_back({std::move(*layout), source});
        }
        return read;
    }();
    return all;
}

const Shipped* find_shipped(std::string_view name) {
    const auto found = std::find_if(shipped().begin(), shipped().end(),
                                    [&](const Shipped& one) { return one.layout.name == name; });
    return found == shipped().end() ? nullptr : &*found;
}

// A copy that was read when it was taken: what cannot be read now is damage.
Layout kept(const std::string& source) {
    auto layout = parse_layout(source, {});
    if (!layout) throw core::WorldFailure{core::Error{"file.damaged"}.with("which", "return_layout")};
    return std::move(*layout);
}

std::string setting_of(std::string_view name) {
    return "layout." + std::string{name};
}

core::Error unknown(const storage::Database& database, std::string_view name) {
    std::string known;
    for (const CurrentLayout& one : current_layouts(database))
        known += (known.empty() ? "" : ", ") + one.layout.name;
    return core::Error{"layout.unknown"}.with("layout", std::string{name}).with("known", known);
}

} // namespace

std::vector<Layout> shipped_layouts() {
    std::vector<Layout> all;
    for (const Shipped& one : shipped())
        all.push_back(one.layout);
    return all;
}

std::vector<CurrentLayout> current_layouts(const storage::Database& database) {
    std::vector<CurrentLayout> all;
    for (const Shipped& one : shipped())
        all.push_back({one.layout, false});
    auto row = database.query(select_own);
    while (row.step()) {
        Layout own = kept(row.get<std::string>(1));
        const auto at = std::find_if(all.begin(), all.end(),
                                     [&](const CurrentLayout& one) { return one.layout.name == own.name; });
        if (at == all.end())
            all.push_back({std::move(own), true});
        else
            *at = {std::move(own), true};
    }
    return all;
}

core::Expected<CurrentLayout> current_layout(const storage::Database& database, std::string_view name) {
    for (CurrentLayout& one : current_layouts(database))
        if (one.layout.name == name) return std::move(one);
    return core::fail(unknown(database, name));
}

CurrentLayout current_layout(const storage::Database& database, PeriodKind kind) {
    auto all = current_layouts(database);
    return std::move(*std::find_if(all.begin(), all.end(),
                                   [&](const CurrentLayout& one) { return one.layout.period == kind; }));
}

std::optional<Layout> find_layout(const storage::Database& database, std::string_view id) {
    const std::size_t blank = id.rfind(' ');
    if (blank == std::string_view::npos) return std::nullopt;
    const std::string_view name = id.substr(0, blank);
    if (const auto source = database.value<std::string>(select_source, name, id.substr(blank + 1)))
        return kept(*source);
    const Shipped* program = find_shipped(name);
    if (program == nullptr || program->layout.id() != id) return std::nullopt;
    return program->layout;
}

core::Expected<std::string> layout_source(const storage::Database& database, std::string_view name) {
    const auto current = current_layout(database, name);
    if (!current) return core::fail(current.error());
    if (!current->own) return std::string{find_shipped(name)->source};
    return database.value<std::string>(select_source, name, current->layout.version).value();
}

core::Expected<Layout> use_own_layout(storage::Transaction& tx, const std::string& toml,
                                      const std::string& file) {
    auto layout = parse_layout(toml, file);
    if (!layout) return layout;
    const Shipped* program = find_shipped(layout->name);
    if (program != nullptr && program->layout.period != layout->period)
        return core::fail(core::Error{"layout.other-period"}
                              .with("layout", layout->name)
                              .with("period", std::string{to_text(layout->period)})
                              .at({.file = file}));
    const auto copied = tx.database().value<std::string>(select_source, layout->name, layout->version);
    const bool same_as_program = program != nullptr && program->layout.version == layout->version;
    if ((copied && *copied != toml) || (same_as_program && program->source != toml))
        return core::fail(core::Error{"layout.version-taken"}
                              .with("layout", layout->name)
                              .with("version", layout->version)
                              .at({.file = file}));
    tx.run(insert_layout, layout->name, layout->version, office::digest(toml), toml, tx.now());
    office::set_setting(tx, setting_of(layout->name), layout->version);
    tx.audit("layout.use", "return_layout", std::nullopt,
             storage::change_json(
                 {{"name", std::nullopt, layout->name}, {"version", std::nullopt, layout->version}}));
    return layout;
}

core::Expected<void> use_shipped_layout(storage::Transaction& tx, std::string_view name) {
    if (find_shipped(name) == nullptr) return core::fail(unknown(tx.database(), name));
    office::set_setting(tx, setting_of(name), "");
    tx.audit("layout.use-shipped", "return_layout", std::nullopt,
             storage::change_json({{"name", std::nullopt, std::string{name}}}));
    return {};
}

void keep_layout(storage::Transaction& tx, const Layout& layout) {
    const Shipped* program = find_shipped(layout.name);
    // The office's own were kept when they were taken.
    if (program == nullptr || program->layout.version != layout.version) return;
    tx.run(insert_layout, layout.name, layout.version, office::digest(program->source), program->source,
           tx.now());
}

} // namespace returns
