// SPDX-License-Identifier: GPL-3.0-or-later
#include "templates/template_store.hpp"

#include "programmes/pack_store.hpp"
#include "storage/change.hpp"

#include <fmt/format.h>

namespace templates {
namespace {

constexpr std::string_view insert_template = R"sql(
INSERT INTO document_template (digest, name, source) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING)sql";

constexpr std::string_view insert_use = R"sql(
INSERT INTO template_use (document, programme, version, digest, name, file, actor, taken_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8))sql";

constexpr std::string_view select_newest = R"sql(
SELECT u.version, u.name, t.source FROM template_use u LEFT JOIN document_template t ON t.digest = u.digest
WHERE u.document = ?1 AND u.programme = ?2 ORDER BY u.version DESC LIMIT 1)sql";

constexpr std::string_view select_uses = R"sql(
SELECT document, programme, version, name, file, digest, actor, taken_at FROM template_use ORDER BY id DESC)sql";

constexpr std::string_view select_in_force = R"sql(
SELECT u.document, u.programme, u.name, u.digest, coalesce(t.source, '')
FROM template_use u LEFT JOIN document_template t ON t.digest = u.digest
WHERE u.version = (SELECT max(n.version) FROM template_use n WHERE n.document = u.document AND n.programme = u.programme)
ORDER BY u.document, u.programme)sql";

struct Newest {
    int version = 0;
    std::string name;
    std::optional<std::string> source;
};

std::optional<Newest> newest(const storage::Database& database, Document document,
                             std::string_view programme) {
    storage::Statement row = database.query(select_newest, kind_of(document).key, programme);
    if (!row.step()) return std::nullopt;
    return Newest{row.get<int>(0), row.get<std::string>(1), row.get<std::optional<std::string>>(2)};
}

bool only_blanks(std::string_view text) {
    return text.find_first_not_of(' ') == std::string_view::npos;
}

} // namespace

Current current_template(const storage::Database& database, Document document, std::string_view programme) {
    for (const std::string_view of : {programme, std::string_view{}})
        if (auto use = newest(database, document, of); use && use->source)
            return {std::move(use->name), use->version, *std::move(use->source)};
    const std::string_view name = shipped_name(document, programme);
    return {std::string{name}, 0, std::string{documents::shipped_template(name)}};
}

std::vector<Taken> taken_templates(const storage::Database& database) {
    std::vector<Taken> all;
    storage::Statement rows = database.query(select_uses);
    while (rows.step()) {
        Taken one;
        one.document = document_from_text(rows.get<std::string>(0)).value_or(Document::completion);
        one.programme = rows.get<std::string>(1);
        one.version = rows.get<int>(2);
        one.name = rows.get<std::string>(3);
        one.file = rows.get<std::string>(4);
        one.shipped = rows.is_null(5);
        if (!one.shipped) one.digest = office::to_text(rows.get<office::Digest>(5));
        one.actor = rows.get<std::string>(6);
        one.at = rows.get<core::Moment>(7);
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<Use> uses_in_force(const storage::Database& database) {
    std::vector<Use> uses;
    storage::Statement rows = database.query(select_in_force);
    while (rows.step())
        if (const auto document = document_from_text(rows.get<std::string>(0)))
            uses.push_back({*document, rows.get<std::string>(1), rows.get<std::string>(2),
                            rows.get<std::optional<office::Digest>>(3), rows.get<std::string>(4)});
    return uses;
}

core::Expected<int> take(storage::Transaction& tx, const Taking& taking,
                         const std::vector<core::Error>& problems) {
    for (const core::Error& problem : problems)
        if (in_the_way(problem)) return core::fail(problem);
    if (only_blanks(taking.name)) return core::fail(core::Error{"template.name-missing"});
    if (!taking.programme.empty())
        if (auto known = programmes::find_current_pack(tx.database(), taking.programme); !known)
            return core::fail(known.error());
    const std::string_view key = kind_of(taking.document).key;
    const auto before = newest(tx.database(), taking.document, taking.programme);
    if (before && before->source == taking.source)
        return core::fail(core::Error{"template.same"}.with("version", std::to_string(before->version)));
    const int version = before ? before->version + 1 : 1;
    const office::Digest digest = keep_source(tx, taking.name, taking.source);
    tx.run(insert_use, key, taking.programme, version, digest, taking.name, taking.file, tx.actor().name,
           tx.now());
    tx.audit("template.take", "template_use", std::nullopt,
             fmt::format(R"({{"document":"{}","programme":{},"version":{},"name":{},"digest":"{}"}})", key,
                         storage::json_quoted(taking.programme), version, storage::json_quoted(taking.name),
                         office::to_text(digest)));
    return version;
}

core::Expected<void> use_shipped(storage::Transaction& tx, Document document, const std::string& programme) {
    const auto before = newest(tx.database(), document, programme);
    if (!before || !before->source) return core::fail(core::Error{"template.not-taken"});
    const std::string name{shipped_name(document, programme)};
    const std::string_view key = kind_of(document).key;
    tx.run(insert_use, key, programme, before->version + 1, std::optional<office::Digest>{}, name, "",
           tx.actor().name, tx.now());
    tx.audit("template.use-shipped", "template_use", std::nullopt,
             fmt::format(R"({{"document":"{}","programme":{},"version":{}}})", key,
                         storage::json_quoted(programme), before->version + 1));
    return {};
}

office::Digest keep_source(storage::Transaction& tx, std::string_view name, std::string_view source) {
    const office::Digest digest = office::digest(source);
    tx.run(insert_template, digest, name, source);
    return digest;
}

} // namespace templates
