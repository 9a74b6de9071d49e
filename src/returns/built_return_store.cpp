// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/built_return_store.hpp"

#include "office/gazetteer_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "office/period_lock.hpp"
#include "office/restoration.hpp"
#include "returns/built_text.hpp"
#include "returns/explanation_store.hpp"
#include "returns/gather.hpp"
#include "returns/layout_store.hpp"
#include "returns/roll_store.hpp"
#include "returns/step.hpp"
#include "storage/audit.hpp"
#include "storage/change.hpp"

#include <algorithm>

namespace returns {
namespace {

constexpr std::string_view select_version = R"sql(
SELECT content FROM built_return WHERE period = ?1 AND version = ?2)sql";

constexpr std::string_view select_built = R"sql(
SELECT uid, period, version, digest, built_at, unexplained FROM built_return ORDER BY period DESC, version DESC)sql";

constexpr std::string_view insert_built = R"sql(
INSERT INTO built_return (uid, period, version, digest, content, signature, key_id, built_at, unexplained)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9))sql";

constexpr std::string_view count_audit = "SELECT max(seq) FROM audit";

std::span<const std::byte> bytes_of(const std::string& text) {
    return std::as_bytes(std::span{text});
}

// A file that was lost may have handed over the first versions of a period: this one's come after them.
constexpr std::int64_t versions_in_a_life = 10;

std::int64_t first_version(const storage::Database& database, const std::string& period) {
    const auto read = ReturnPeriod::from_text(period);
    return read ? 1 + versions_in_a_life * office::lost_lives(database, read->first_day()) : 1;
}

ReturnHead first_head(storage::Database& database, const office::Office& office, const Drawing& drawing) {
    ReturnHead head;
    head.layout = drawing.layout;
    head.office = office.area_code;
    head.office_name_km = office.name_km;
    head.office_name = office.name;
    head.uid = core::make_uid(database.clock().now(), database.random());
    head.period = drawing.period;
    head.version = first_version(database, drawing.period);
    head.built = database.clock().now();
    head.audit_head = office::to_text(storage::audit_head(database));
    head.audit_rows = database.value<std::int64_t>(count_audit).value_or(0);
    head.generation = office.generation;
    head.sample = office.sample || drawing.sample;
    return head;
}

ReturnHead next_head(ReturnHead head, const Canonical& previous, const Drawing& drawing) {
    head.version = std::max(head.version, previous.head.version + 1);
    head.replaces = office::to_text(digest_of(previous));
    head.reason = drawing.reason;
    return head;
}

// A version on its way: written beside its target, not yet there.
struct Draft {
    ReturnHead head;
    std::vector<Change> changes;
    std::unique_ptr<SignedWorkbook> workbook;
    SignedWorkbook::Signed result;
};

Draft write_draft(ReturnHead head, std::vector<Change> changes, const Drawing& drawing,
                  const office::SigningKey& key) {
    Draft draft{std::move(head), std::move(changes), nullptr, {}};
    const spreadsheet::Properties properties{draft.head.period, draft.head.office_name, draft.head.built};
    draft.workbook =
        std::make_unique<SignedWorkbook>(target_of(drawing.out, draft.head), draft.head, properties);
    drawing.fill(*draft.workbook, draft.head, draft.changes);
    draft.result = draft.workbook->finish(key);
    return draft;
}

// What the disk holds must be what was signed.
CheckedFile read_again(const Draft& draft, core::Progress& progress) {
    auto checked = check_file(draft.result.file, progress, own_memory);
    if (checked && checked->verdict == FileVerdict::verified && checked->digest == draft.result.digest)
        return std::move(*checked);
    core::Place place;
    const std::u8string name = draft.result.file.u8string();
    place.file.assign(name.begin(), name.end());
    core::Error error{"return.unlike"};
    error.with("why", checked ? std::string{to_text(checked->verdict)} : checked.error().code);
    if (checked && !checked->cells.empty()) {
        place.sheet = checked->cells.front().sheet;
        place.cell = checked->cells.front().cell;
        error.with("was", checked->cells.front().was)
            .with("is", checked->cells.front().is)
            .with("n", std::to_string(checked->cells.size()));
    }
    throw core::WorldFailure{std::move(error).at(std::move(place))};
}

void keep(storage::Database& database, storage::Actor actor, const Draft& draft,
          const office::SigningKey& key, const Drawing& drawing) {
    storage::Transaction tx(database, std::move(actor));
    if (drawing.keep) drawing.keep(tx);
    const std::string content = draft.workbook->content();
    tx.run(insert_built, draft.head.uid, draft.head.period, draft.head.version, draft.result.digest,
           bytes_of(content), draft.result.signature.bytes, key.id().bytes, draft.head.built,
           drawing.unexplained);
    tx.audit(drawing.verb, "built_return", draft.head.uid,
             storage::change_json({{"period", std::nullopt, draft.head.period},
                                   {"version", std::nullopt, std::to_string(draft.head.version)},
                                   {"digest", std::nullopt, office::to_text(draft.result.digest)}}));
    tx.commit();
}

Drawn publish(Draft& draft, bool is_new, CheckedFile checked) {
    draft.workbook->publish();
    return {{draft.head.uid, draft.head.period, draft.head.version, draft.result.digest, draft.head.built, 0},
            is_new,
            std::move(draft.changes),
            std::move(checked)};
}

// `take`, which tells the progress where it is in the list of `learners` and stops when it should.
std::function<void(const RollLine&)> counted(std::function<void(const RollLine&)> take, std::int64_t learners,
                                             core::Progress& progress) {
    return
        [take = std::move(take), learners, &progress, done = std::int64_t{0}](const RollLine& line) mutable {
            // Who was in two classes has two lines.
            step(progress, std::min(done++, learners), learners);
            take(line);
        };
}

// A period that is open for a correction says by itself why it has another version.
std::string reason_of_correction(const storage::Database& database, const std::string& period) {
    const auto lock = office::find_lock(database, period);
    return lock ? lock->reason : std::string{};
}

core::Expected<void> check_order(storage::Database& database, const office::Office& office,
                                 const ReturnPeriod& period) {
    if (office.level == office::Level::province) return core::fail({"return.build-level"});
    if (period.first_day() > database.clock().today())
        return core::fail(core::Error{"period.ahead"}.with("period", period.to_text()));
    return {};
}

} // namespace

core::Expected<Layout> layout_for(const storage::Database& database, const ReturnPeriod& period) {
    auto current = current_layout(database, period.layout());
    if (!current) return core::fail(current.error());
    if (current->layout.period != period.kind())
        return core::fail(core::Error{"layout.other-period"}
                              .with("layout", current->layout.name)
                              .with("period", period.to_text()));
    return std::move(current->layout);
}

std::vector<BuiltReturn> list_built(const storage::Database& database) {
    std::vector<BuiltReturn> built;
    auto row = database.query(select_built);
    while (row.step())
        built.push_back({row.get<core::Uid>(0), row.get<std::string>(1), row.get<std::int64_t>(2),
                         row.get<office::Digest>(3), row.get<core::Moment>(4),
                         row.get<std::optional<std::int64_t>>(5).value_or(0)});
    return built;
}

std::unique_ptr<Canonical> built_content(const storage::Database& database, const std::string& period,
                                         std::int64_t version) {
    return read_text(database.query(select_version, period, version));
}

core::Expected<Drawn> draw_version(storage::Database& database, storage::Actor actor, const Drawing& drawing,
                                   core::Progress& progress) {
    const auto key = office::open_signing_key(database, drawing.passphrase);
    if (!key) return core::fail(key.error());
    const auto previous = load_latest(database, drawing.period);
    const ReturnHead fresh = first_head(database, office::load_office(database), drawing);
    Draft draft;
    if (previous == nullptr) {
        draft = write_draft(fresh, {}, drawing, *key);
    } else {
        // The last version written again tells whether anything changed, and is the answer when nothing did.
        draft = write_draft(previous->head, changes_in(*previous), drawing, *key);
        if (draft.result.digest == digest_of(*previous))
            return publish(draft, false, read_again(draft, progress));
        auto now = read_canonical(draft.workbook->content(), own_memory);
        auto changes = differences(*previous, **now);
        draft.workbook.reset();
        draft = write_draft(next_head(fresh, *previous, drawing), std::move(changes), drawing, *key);
    }
    auto checked = read_again(draft, progress);
    // The last place to stop. The version is kept before the file appears: one that could not be put there is
    // built again alike.
    keep(database, std::move(actor), draft, *key, drawing);
    return publish(draft, true, std::move(checked));
}

core::Expected<BuildOutcome> build_return(storage::Database& database, storage::Actor actor,
                                          const BuildOrder& order, core::Progress& progress) {
    const office::Office office = office::load_office(database);
    if (auto allowed = check_order(database, office, order.period); !allowed)
        return core::fail(allowed.error());
    const auto layout = layout_for(database, order.period);
    if (!layout) return core::fail(layout.error());
    Gathered gathered = gather(database, order.period, *layout, progress);
    fill_explanations(database, order.period.to_text(), gathered.content.findings);
    const ReturnContent& content = gathered.content;
    BuildOutcome outcome;
    for (const Finding& finding : content.findings)
        outcome.findings.push_back({finding, {}});
    if (blocked(content.findings)) return outcome;
    const Letterhead letterhead = letterhead_of(database, office);
    const std::int64_t learners = content.all().count("learners").total;
    Drawing drawing{.period = order.period.to_text(),
                    .layout = layout->id(),
                    .out = order.out,
                    .passphrase = order.passphrase,
                    .reason = order.reason.empty() ? reason_of_correction(database, order.period.to_text())
                                                   : order.reason,
                    .verb = "return.build",
                    .unexplained = unexplained(content.findings),
                    .fill = {},
                    .keep = [&](storage::Transaction& tx) { keep_layout(tx, *layout); }};
    drawing.fill = [&](SignedWorkbook& workbook, const ReturnHead& head, const std::vector<Change>& changes) {
        for (const Finding& finding : content.findings)
            if (!finding.explanation.empty()) workbook.note(finding.about, finding.explanation);
        ReturnSheets sheets{
            .letterhead = letterhead, .content = content, .changes = changes, .each_line = {}};
        sheets.each_line = [&](const auto& take) {
            each_roll_line(database, order.period, gathered.ordinals, counted(take, learners, progress));
        };
        for (const SheetPlan& plan : layout->sheets)
            if (plan.kind == SheetPlan::Kind::nominal_roll)
                sheets.nominal_periods = nominal_periods(database, plan, order.period);
        sheets.each_nominal_line = [&](const SheetPlan& plan, const auto& take) {
            each_nominal_line(database, plan, order.period, sheets.nominal_periods, take);
        };
        write_return(workbook, head, sheets);
    };
    auto drawn = draw_version(database, std::move(actor), drawing, progress);
    if (!drawn) return core::fail(drawn.error());
    for (auto& [finding, place] : outcome.findings)
        place = drawn->checked.place_of(finding.about);
    outcome.built = drawn->built;
    outcome.is_new = drawn->is_new;
    outcome.changes = std::move(drawn->changes);
    return outcome;
}

std::string file_name(const ReturnHead& head) {
    return head.office + '_' + head.period + "_v" + std::to_string(head.version) + ".xlsx";
}

std::filesystem::path target_of(const std::filesystem::path& out, const ReturnHead& head) {
    return std::filesystem::is_directory(out) ? out / file_name(head) : out;
}

Letterhead letterhead_of(const storage::Database& database, const office::Office& office) {
    const office::Area area = office::load_area(database, office);
    return {{office::administration_km(area), office.name_km}, office::unit_km(area)};
}

} // namespace returns
