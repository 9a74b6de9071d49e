// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/transfer_store.hpp"

#include "assessment/absences.hpp"
#include "classes/enrolment_store.hpp"
#include "identity/chapter_units.hpp"
#include "identity/transfer_gather.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "office/pinned_key.hpp"
#include "storage/change.hpp"
#include "storage/changeset.hpp"
#include "units/merging.hpp"
#include "units/outside_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace identity {
namespace {

using learners::LearnerId;
using storage::Database;
using storage::Transaction;

constexpr std::array<std::string_view, 8> moved_tables = {
    "learner",        "identity_number",  "learner_photo", "past_chapter",
    "past_enrolment", "past_certificate", "outside_unit",  "outside_unit_mark"};

// Set once what was taken in before there were units from elsewhere is worked out too.
constexpr std::string_view caught_up = "units.outside";

constexpr std::string_view select_learners_told_of = R"sql(
SELECT DISTINCT learner_id FROM past_chapter ORDER BY 1)sql";

// Units from elsewhere on which certificates in force rest.
constexpr std::string_view select_relied_on = R"sql(
SELECT DISTINCT o.source_uid, c.serial
FROM outside_unit o
JOIN certificate_unit u ON u.source_uid = o.source_uid
JOIN certificate c ON c.id = u.certificate_id AND c.state = 'issued'
ORDER BY c.serial)sql";

constexpr std::string_view insert_transfer = R"sql(
INSERT INTO transfer (uid, direction, learner_uid, learner_number, learner_name_km, learner_name, office_code,
                      office_name_km, office_name, sample, file_name, digest, actor, at, changeset)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15))sql";

constexpr std::string_view select_transfers = R"sql(
SELECT id, direction, learner_number, learner_name_km, learner_name, office_code, office_name_km, office_name, sample,
       file_name, actor, at, undone_at
FROM transfer ORDER BY id DESC)sql";

constexpr std::string_view select_chapter = R"sql(
SELECT id FROM past_chapter WHERE office_uid = ?1 AND learner_uid = ?2)sql";

constexpr std::string_view insert_chapter = R"sql(
INSERT INTO past_chapter (learner_id, office_uid, learner_uid, office_code, office_name_km, office_name, learner_number,
                          written_at, key_id, public_key, sample, digest, content)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13))sql";

constexpr std::string_view change_chapter = R"sql(
UPDATE past_chapter SET learner_id = ?1, office_code = ?4, office_name_km = ?5, office_name = ?6, learner_number = ?7,
                        written_at = ?8, key_id = ?9, public_key = ?10, sample = ?11, digest = ?12, content = ?13
WHERE office_uid = ?2 AND learner_uid = ?3)sql";

constexpr std::string_view insert_enrolment = R"sql(
INSERT INTO past_enrolment (chapter_id, uid, programme, pack_version, pack_digest, class_name_km, class_name,
                            institution_name_km, institution_name, first_day, last_day, leaving_reason, days_taken,
                            present_numerator, present_denominator, hours_numerator, hours_denominator, average,
                            verdict)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19))sql";

constexpr std::string_view insert_certificate = R"sql(
INSERT INTO past_certificate (chapter_id, serial, state, issued_on, code) VALUES (?1, ?2, ?3, ?4, ?5))sql";

constexpr std::string_view select_past = R"sql(
SELECT content FROM past_chapter WHERE learner_id = ?1 ORDER BY office_code, office_uid, learner_uid)sql";

constexpr std::string_view select_classes_here = R"sql(
SELECT c.name_km FROM enrolment e JOIN class c ON c.id = e.class_id WHERE e.learner_id = ?1
UNION SELECT 'recognition ' || id FROM recognition WHERE learner_id = ?1)sql";

std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text});
}

struct Kept {
    std::string_view direction;
    const learners::Learner& learner;
    const ChapterOffice& office;
    bool sample = false;
    const std::string& file_name;
    const office::Digest& digest;
    std::optional<storage::Blob> changeset{};
};

TransferId keep_transfer(Transaction& tx, const Kept& kept) {
    return tx.insert<TransferId>(insert_transfer, tx.new_uid(), kept.direction, kept.learner.uid,
                                 kept.learner.number, kept.learner.name_km, kept.learner.name,
                                 kept.office.code, kept.office.name_km, kept.office.name, kept.sample,
                                 kept.file_name, kept.digest, tx.actor().name, tx.now(), kept.changeset);
}

// The number of enrolments that ended.
core::Expected<std::size_t> leave_open_classes(Transaction& tx, LearnerId learner, core::Day last_day) {
    std::size_t left = 0;
    for (const classes::LearnerClass& one : classes::enrolments_of(tx.database(), learner)) {
        if (!one.enrolment.open() || one.status != classes::Status::open) continue;
        const auto done = classes::leave(tx, one.enrolment.id, last_day, classes::LeavingReason::transferred);
        if (!done) return core::fail(done.error());
        ++left;
    }
    return left;
}

void keep_parts(Transaction& tx, std::int64_t id, const Chapter& chapter) {
    for (const PastEnrolment& e : chapter.enrolments) {
        const programmes::Pack pack = chapter.pack_of(e);
        const auto result = assessment::result_of(pack, assessment::final_period(pack), e.scores,
                                                  assessment::absences_of(e.figures.tally));
        const auto reason = e.reason ? std::optional{std::string{to_text(*e.reason)}} : std::nullopt;
        tx.run(insert_enrolment, id, e.uid, pack.programme, pack.version, e.pack, e.in.name_km, e.in.name,
               e.at.name_km, e.at.name, e.first_day, e.last_day, reason, e.figures.tally.taken,
               e.figures.days_present.numerator(), e.figures.days_present.denominator(),
               e.figures.hours.numerator(), e.figures.hours.denominator(), result.average,
               to_text(result.verdict));
    }
    for (const PastCertificate& c : chapter.certificates)
        tx.run(insert_certificate, id, c.serial, c.state, c.issued_on, c.code);
}

void keep_units(Transaction& tx, LearnerId learner, const Chapter& chapter) {
    units::keep_outside(
        tx, learner, {chapter.office.uid, chapter.office.code, chapter.office.name_km, chapter.office.name},
        chapter.person.uid, units_of(chapter));
}

void keep_chapter(Transaction& tx, LearnerId learner, const SignedChapter& one) {
    const Chapter& chapter = one.chapter;
    const std::string packed = pack(one.text);
    const auto before =
        tx.database().value<std::int64_t>(select_chapter, chapter.office.uid, chapter.person.uid);
    if (before) {
        tx.run("DELETE FROM past_enrolment WHERE chapter_id = ?1", *before);
        tx.run("DELETE FROM past_certificate WHERE chapter_id = ?1", *before);
    }
    tx.run(before ? change_chapter : insert_chapter, learner, chapter.office.uid, chapter.person.uid,
           chapter.office.code, chapter.office.name_km, chapter.office.name, chapter.person.number,
           chapter.written, office::key_id(chapter.key).bytes, chapter.key.bytes, chapter.sample, one.digest,
           bytes_of(packed));
    const auto id = tx.database().value<std::int64_t>(select_chapter, chapter.office.uid, chapter.person.uid);
    keep_parts(tx, id.value(), chapter);
    keep_units(tx, learner, chapter);
}

// The changes that are written: all of a field nobody touched here, the others only when wanted.
core::Expected<std::vector<PersonChange>> change_person(Transaction& tx, const TransferPlan& plan,
                                                        LearnerId id, bool update) {
    auto changes = person_changes(tx.database(), plan, id);
    if (!update) std::erase_if(changes, [](const PersonChange& change) { return change.ours; });
    if (changes.empty()) return changes;
    const learners::Learner was = learners::load_learner(tx.database(), id);
    PersonFields fields = fields_of(was);
    for (const PersonChange& change : changes) {
        if (change.field == "photo") continue;
        if (change.is.empty())
            fields.erase(change.field);
        else
            fields[change.field] = change.is;
    }
    auto is = learner_of(fields);
    if (!is) return core::fail(is.error());
    is->id = id;
    is->uid = was.uid;
    is->number = was.number;
    const auto written = learners::update_learner(tx, *is);
    if (!written) return core::fail(written.error());
    if (std::any_of(changes.begin(), changes.end(), [](const auto& c) { return c.field == "photo"; }))
        learners::set_photo(tx, id, plan.file.sender().person.photo);
    return changes;
}

core::Error undecided(const TransferPlan& plan) {
    std::string who;
    for (const learners::LearnerRow& row : plan.look_alikes)
        who += (who.empty() ? "" : ", ") + row.number + " " + (row.name_km.empty() ? row.name : row.name_km);
    return core::Error{"transfer.look-alike"}.with("who", who);
}

core::Expected<LearnerId> create_learner(Transaction& tx, const ToldPerson& person) {
    const auto learner = incoming_learner(tx.database(), person);
    if (!learner) return core::fail(learner.error());
    const auto id = learners::register_in_bulk(tx, *learner);
    if (id && !person.photo.empty()) learners::set_photo(tx, *id, person.photo);
    return id;
}

std::string taken_json(const TransferPlan& plan, const TakenTransfer& taken, const storage::Blob& changeset) {
    std::string offices;
    for (const SignedChapter& one : plan.file.chapters)
        offices += (offices.empty() ? "" : ",") + storage::json_quoted(one.chapter.office.code);
    return fmt::format(R"({{"file":"{}","offices":[{}],"created":{},"fields":{},"changeset":"{}"}})",
                       office::to_text(plan.file.digest), offices, taken.created, taken.changes.size(),
                       office::to_text(office::digest(std::span{changeset})));
}

core::Error depends(std::string who) {
    return core::Error{"transfer.depended-on"}.with("who", std::move(who));
}

// Classes of this office that a learner whom the transfer brought is in, and what was recognised here.
std::string classes_here(const Database& database, const storage::Blob& changeset) {
    std::string names;
    for (const storage::ChangedRow& row : storage::changed_rows(changeset)) {
        if (row.table != "learner" || row.what != storage::ChangedRow::What::inserted) continue;
        storage::Statement name = database.query(select_classes_here, row.key);
        while (name.step())
            names += (names.empty() ? "" : ", ") + name.get<std::string>(0);
    }
    return names;
}

using SerialsBySource = std::set<std::pair<core::Uid, std::string>>;

SerialsBySource serials_by_source(const Database& database) {
    SerialsBySource all;
    storage::Statement row = database.query(select_relied_on);
    while (row.step())
        all.emplace(row.get<core::Uid>(0), row.get<std::string>(1));
    return all;
}

// The certificates whose units are gone.
std::string lost_below(const SerialsBySource& before, const SerialsBySource& after) {
    std::string serials;
    for (const auto& one : before)
        if (!after.contains(one)) serials += (serials.empty() ? "" : ", ") + one.second;
    return serials;
}

} // namespace

bool units_behind(const Database& database) {
    return !office::setting(database, caught_up) &&
           database.value<int>("SELECT 1 FROM past_chapter LIMIT 1").has_value();
}

void catch_up_units(Transaction& tx) {
    const Database& database = tx.database();
    if (!units_behind(database)) return;
    std::vector<LearnerId> told_of;
    storage::Statement row = database.query(select_learners_told_of);
    while (row.step())
        told_of.push_back(row.get<LearnerId>(0));
    for (const LearnerId learner : told_of)
        for (const SignedChapter& one : load_past(database, learner))
            keep_units(tx, learner, one.chapter);
    office::set_setting(tx, caught_up, "1");
}

core::Expected<SentTransfer> transfer_out(Transaction& tx, LearnerId id, const office::SigningKey& key,
                                          const std::string& file_name,
                                          const std::optional<core::Day>& leave) {
    SentTransfer sent;
    if (leave) {
        const auto left = leave_open_classes(tx, id, *leave);
        if (!left) return core::fail(left.error());
        sent.left = *left;
    }
    const Database& database = tx.database();
    std::vector<SignedChapter> chapters{sign_chapter(gather_chapter(database, id, key.public_key()), key)};
    for (SignedChapter& past : load_past(database, id))
        chapters.push_back(std::move(past));
    for (const SignedChapter& one : chapters) {
        sent.classes += one.chapter.enrolments.size();
        sent.certificates += one.chapter.certificates.size();
    }
    sent.offices = chapters.size();
    sent.bytes = write_transfer(chapters, tx.now(), key);
    // What we would not take back is not handed out.
    if (const auto read = read_transfer(sent.bytes); !read) return core::fail(read.error());
    const office::Digest digest = office::digest(sent.bytes);
    const Chapter& own = chapters.front().chapter;
    const learners::Learner learner = learners::load_learner(database, id);
    keep_transfer(tx, {"out", learner, own.office, own.sample, file_name, digest});
    tx.audit("transfer.out", "learner", learner.uid,
             fmt::format(R"({{"file":"{}","classes":{},"certificates":{},"left":{}}})",
                         office::to_text(digest), sent.classes, sent.certificates, sent.left));
    return sent;
}

core::Expected<TakenTransfer> take_transfer(Transaction& tx, const TransferPlan& plan,
                                            const Decision& decision, const std::string& file_name) {
    const auto known = decision.same_as ? decision.same_as : plan.learner;
    TakenTransfer taken;
    if (!known && !plan.look_alikes.empty() && !decision.another_person) return core::fail(undecided(plan));
    const bool fields_wanted =
        known && decision.update && !person_changes(tx.database(), plan, *known).empty();
    if (known && plan.nothing_new() && !fields_wanted) {
        taken.learner = *known;
        return taken;
    }
    catch_up_units(tx);
    storage::ChangeRecorder recorder(tx, moved_tables);
    if (known) {
        taken.learner = *known;
        auto changes = change_person(tx, plan, *known, decision.update);
        if (!changes) return core::fail(changes.error());
        taken.changes = *std::move(changes);
    } else {
        const auto id = create_learner(tx, plan.file.sender().person);
        if (!id) return core::fail(id.error());
        taken.learner = *id;
        taken.created = true;
    }
    for (std::size_t i = 0; i < plan.chapters.size(); ++i) {
        const SignedChapter& one = plan.file.chapters[i];
        const ChapterPlan& chapter = plan.chapters[i];
        if (chapter.novelty == Novelty::fresh || chapter.novelty == Novelty::newer)
            keep_chapter(tx, taken.learner, one);
        if (chapter.signer == Signer::fresh && !one.chapter.sample)
            office::pin_key(tx, one.chapter.office.code, one.chapter.key);
    }
    const storage::Blob changeset = recorder.finish();
    const learners::Learner learner = learners::load_learner(tx.database(), taken.learner);
    taken.id = keep_transfer(tx, {"in", learner, plan.file.sender().office, plan.sample(), file_name,
                                  plan.file.digest, changeset});
    tx.audit("transfer.in", "learner", learner.uid, taken_json(plan, taken, changeset));
    return taken;
}

core::Expected<void> undo_transfer(Transaction& tx, TransferId id) {
    const Database& database = tx.database();
    const auto number = std::to_string(static_cast<std::int64_t>(id));
    const auto changeset = database.value<storage::Blob>("SELECT changeset FROM transfer WHERE id = ?1", id);
    if (!changeset) return core::fail(core::Error{"transfer.unknown"}.with("transfer", number));
    if (database.value<std::string>("SELECT undone_at FROM transfer WHERE id = ?1", id))
        return core::fail(core::Error{"transfer.undone-already"}.with("transfer", number));
    if (std::string names = classes_here(database, *changeset); !names.empty())
        return core::fail(depends(std::move(names)));
    const auto relied_on = serials_by_source(database);
    if (const auto conflicts = storage::undo_changes(tx, *changeset); !conflicts.empty()) {
        std::string rows;
        for (const storage::ChangeConflict& conflict : conflicts)
            rows += (rows.empty() ? "" : ", ") + conflict.table + " " + conflict.key;
        return core::fail(depends(std::move(rows)));
    }
    if (std::string serials = lost_below(relied_on, serials_by_source(database)); !serials.empty())
        return core::fail(depends(std::move(serials)));
    tx.run("UPDATE transfer SET undone_at = ?2 WHERE id = ?1", id, tx.now());
    tx.audit("transfer.undo", "learner",
             database.value<core::Uid>("SELECT learner_uid FROM transfer WHERE id = ?1", id),
             fmt::format(R"({{"transfer":{}}})", number));
    return {};
}

std::vector<TransferRow> list_transfers(const Database& database) {
    std::vector<TransferRow> list;
    storage::Statement row = database.query(select_transfers);
    while (row.step())
        list.push_back({row.get<TransferId>(0), row.get<std::string_view>(1) == "in", row.get<std::string>(2),
                        row.get<std::string>(3), row.get<std::string>(4), row.get<std::string>(5),
                        row.get<std::string>(6), row.get<std::string>(7), row.get<bool>(8),
                        row.get<std::string>(9), row.get<std::string>(10), row.get<core::Moment>(11),
                        row.get<std::optional<core::Moment>>(12)});
    return list;
}

std::vector<SignedChapter> load_past(const Database& database, LearnerId learner) {
    const auto damage = [] {
        return core::WorldFailure(core::Error{"file.damaged"}.with("detail", "past_chapter"));
    };
    std::vector<SignedChapter> chapters;
    storage::Statement row = database.query(select_past, learner);
    while (row.step()) {
        const auto content = row.get<std::span<const std::byte>>(0);
        const auto text = unpack({reinterpret_cast<const char*>(content.data()), content.size()});
        if (!text) throw damage();
        auto one = read_signed_chapter(*text);
        if (!one) throw damage();
        chapters.push_back(*std::move(one));
    }
    return chapters;
}

void repoint_past(Transaction& tx, LearnerId from, LearnerId to) {
    tx.run("UPDATE past_chapter SET learner_id = ?2 WHERE learner_id = ?1", from, to);
}

} // namespace identity
