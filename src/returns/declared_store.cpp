// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/declared_store.hpp"

#include "institutions/institution_store.hpp"
#include "office/period_lock.hpp"
#include "returns/written_text.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr std::string_view select_of_period = R"sql(
SELECT d.id, d.uid, d.period, d.figure, d.institution_id, d.total, d.female, d.source, d.source_day, d.declared_by
FROM declared_figure d LEFT JOIN institution i ON i.id = d.institution_id
WHERE d.period = ?1 ORDER BY d.figure, i.sort_key, d.id)sql";

constexpr std::string_view select_by_id = R"sql(
SELECT id, uid, period, figure, institution_id, total, female, source, source_day, declared_by
FROM declared_figure WHERE id = ?1)sql";

constexpr std::string_view insert_figure = R"sql(
INSERT INTO declared_figure (uid, period, figure, institution_id, total, female, source, source_day, declared_by, actor,
                             declared_at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11))sql";

constexpr std::string_view update_figure = R"sql(
UPDATE declared_figure SET total = ?2, female = ?3, source = ?4, source_day = ?5, declared_by = ?6, actor = ?7,
                           declared_at = ?8
WHERE id = ?1)sql";

DeclaredFigure read(const storage::Statement& row) {
    return {.id = row.get<DeclaredId>(0),
            .uid = row.get<core::Uid>(1),
            .period = row.get<std::string>(2),
            .figure = row.get<std::string>(3),
            .institution = row.get<std::optional<institutions::InstitutionId>>(4),
            .total = row.get<std::int64_t>(5),
            .female = row.get<std::optional<std::int64_t>>(6),
            .source = row.get<std::string>(7),
            .source_day = row.get<core::Day>(8),
            .declared_by = row.get<std::string>(9)};
}

core::Error unknown(const std::string& figure, const Layout& layout) {
    std::string known;
    for (const Declarable& one : layout.declarable)
        known += (known.empty() ? "" : ", ") + one.key;
    return core::Error{"declared.unknown"}.with("figure", figure).with("known", std::move(known));
}

core::Expected<void> check_number(const DeclaredFigure& one, const Declarable& what) {
    if (one.total < 0 || one.total > most_declared)
        return core::fail(core::Error{"declared.out-of-range"}
                              .with("total", std::to_string(one.total))
                              .with("most", std::to_string(most_declared)));
    const bool people = what.unit == Declarable::Unit::people;
    if (people && !one.female) return core::fail(core::Error{"declared.no-female"});
    if (!people && one.female) return core::fail(core::Error{"declared.not-people"}.with("figure", what.key));
    if (one.female && (*one.female < 0 || *one.female > one.total))
        return core::fail(core::Error{"declared.female"}
                              .with("female", std::to_string(*one.female))
                              .with("total", std::to_string(one.total)));
    return {};
}

// Tidied, and complete.
core::Expected<DeclaredFigure> checked(storage::Transaction& tx, const ReturnPeriod& period,
                                       const Layout& layout, DeclaredFigure one) {
    const Declarable* what = layout.declared(one.figure);
    if (what == nullptr) return core::fail(unknown(one.figure, layout));
    if (one.institution && !institutions::find_institution(tx.database(), *one.institution))
        return core::fail(core::Error{"institution.unknown"}.with(
            "id", std::to_string(static_cast<std::int64_t>(*one.institution))));
    if (const auto good = check_number(one, *what); !good) return core::fail(good.error());
    for (std::string* text : {&one.source, &one.declared_by}) {
        auto tidied = written_text(*text);
        if (!tidied) return core::fail(tidied.error());
        *text = std::move(*tidied);
    }
    if (one.source.empty()) return core::fail(core::Error{"declared.no-source"});
    if (one.declared_by.empty()) return core::fail(core::Error{"declared.no-person"});
    if (const core::Day today = tx.today(); one.source_day > today)
        return core::fail(core::Error{"declared.day"}
                              .with("day", core::to_iso(one.source_day))
                              .with("today", core::to_iso(today)));
    one.period = period.to_text();
    return one;
}

// Nothing else is told from a declared figure: only the period's own acceptance shuts it, not that of the
// months in it.
core::Expected<void> check_open(const storage::Database& database, const std::string& period) {
    const auto lock = office::find_lock(database, period);
    if (!lock || !lock->shut()) return {};
    return core::fail(core::Error{"period.locked"}.with("period", period).with("by", "return"));
}

std::optional<DeclaredFigure> find_same(const storage::Database& database, const DeclaredFigure& one) {
    for (DeclaredFigure& was : list_declared(database, one.period))
        if (was.figure == one.figure && was.institution == one.institution) return std::move(was);
    return std::nullopt;
}

storage::Fields fields(const DeclaredFigure& one) {
    return {{"total", std::to_string(one.total)},
            {"female", one.female ? std::optional{std::to_string(*one.female)} : std::nullopt},
            {"source", one.source},
            {"source_day", core::to_iso(one.source_day)},
            {"declared_by", one.declared_by}};
}

void name(const storage::Database& database, std::vector<storage::FieldChange>& changes,
          const DeclaredFigure& one) {
    changes.push_back({"period", std::nullopt, one.period});
    changes.push_back({"figure", std::nullopt, one.figure});
    if (one.institution)
        changes.push_back({"institution", std::nullopt,
                           core::to_text(institutions::load_institution(database, *one.institution).uid)});
}

} // namespace

std::optional<core::Day> first_declared_day(const storage::Database& database) {
    std::optional<core::Day> first;
    auto row = database.query("SELECT DISTINCT period FROM declared_figure");
    while (row.step())
        if (const auto period = ReturnPeriod::from_text(row.get<std::string>(0)))
            first = std::min(first.value_or(period->first_day()), period->first_day());
    return first;
}

std::vector<DeclaredFigure> list_declared(const storage::Database& database, const std::string& period) {
    std::vector<DeclaredFigure> all;
    auto row = database.query(select_of_period, period);
    while (row.step())
        all.push_back(read(row));
    return all;
}

core::Expected<DeclaredId> declare(storage::Transaction& tx, const ReturnPeriod& period, const Layout& layout,
                                   const DeclaredFigure& one) {
    auto is = checked(tx, period, layout, one);
    if (!is) return core::fail(is.error());
    if (const auto open = check_open(tx.database(), is->period); !open) return core::fail(open.error());
    const auto was = find_same(tx.database(), *is);
    auto changes = storage::changes_between(was ? fields(*was) : storage::Fields{}, fields(*is));
    if (was && changes.empty()) return was->id;
    name(tx.database(), changes, *is);
    if (was) {
        tx.run(update_figure, was->id, is->total, is->female, is->source, is->source_day, is->declared_by,
               tx.actor().name, tx.now());
        tx.audit("figure.declare", "declared_figure", was->uid, storage::change_json(changes));
        return was->id;
    }
    is->uid = tx.new_uid();
    const auto id = tx.insert<DeclaredId>(insert_figure, is->uid, is->period, is->figure, is->institution,
                                          is->total, is->female, is->source, is->source_day, is->declared_by,
                                          tx.actor().name, tx.now());
    tx.audit("figure.declare", "declared_figure", is->uid, storage::change_json(changes));
    return id;
}

core::Expected<std::size_t> declare_as_before(storage::Transaction& tx, const ReturnPeriod& period,
                                              const Layout& layout) {
    const std::string before = period.before().to_text();
    const auto here = list_declared(tx.database(), period.to_text());
    std::size_t copied = 0;
    for (const DeclaredFigure& one : list_declared(tx.database(), before)) {
        const bool told = std::any_of(here.begin(), here.end(), [&](const DeclaredFigure& of) {
            return of.figure == one.figure && of.institution == one.institution;
        });
        if (told || layout.declared(one.figure) == nullptr) continue;
        if (auto done = declare(tx, period, layout, one); !done) return core::fail(done.error());
        ++copied;
    }
    if (copied == 0) return core::fail(core::Error{"declared.none-before"}.with("period", before));
    return copied;
}

core::Expected<void> take_back_declared(storage::Transaction& tx, DeclaredId id) {
    auto row = tx.database().query(select_by_id, id);
    if (!row.step())
        return core::fail(
            core::Error{"declared.not-there"}.with("id", std::to_string(static_cast<std::int64_t>(id))));
    const DeclaredFigure was = read(row);
    if (const auto open = check_open(tx.database(), was.period); !open) return core::fail(open.error());
    tx.run("DELETE FROM declared_figure WHERE id = ?1", id);
    auto changes = storage::changes_between(fields(was), {});
    name(tx.database(), changes, was);
    tx.audit("figure.take-back", "declared_figure", was.uid, storage::change_json(changes));
    return {};
}

} // namespace returns
