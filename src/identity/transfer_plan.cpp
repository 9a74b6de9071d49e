// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/transfer_plan.hpp"

#include "certificates/double_use.hpp"
#include "core/name_keys.hpp"
#include "core/words.hpp"
#include "identity/transfer_gather.hpp"
#include "imports/likeness.hpp"
#include "learners/learner_store.hpp"
#include "office/gazetteer_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "office/pinned_key.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace identity {
namespace {

using learners::LearnerId;
using storage::Database;

constexpr core::Words<Signer, 3> signers{{"own", "known", "new"}};
constexpr core::Words<Novelty, 5> novelties{{"new", "update", "same", "older", "own"}};

constexpr std::string_view select_by_uid = R"sql(
SELECT id FROM learner WHERE uid = ?1
UNION SELECT learner_id FROM learner_alias WHERE uid = ?1
UNION SELECT learner_id FROM past_chapter WHERE learner_uid = ?1)sql";

constexpr std::string_view select_by_number = R"sql(
SELECT id FROM learner WHERE number = ?1
UNION SELECT learner_id FROM learner_alias WHERE number = ?1
UNION SELECT learner_id FROM past_chapter WHERE learner_number = ?1)sql";

constexpr std::string_view select_chapter = R"sql(
SELECT digest, written_at, content FROM past_chapter WHERE office_uid = ?1 AND learner_uid = ?2)sql";

core::Error about(const char* code, const ChapterOffice& office) {
    return core::Error{code}.with("office", office.code).with("name", office.name_km);
}

// Who of the file's offices is known by which key; the first chapter of a new office says which.
class Trust {
  public:
    explicit Trust(const Database& database)
        : m_database(database)
        , m_office(office::load_office(database)) {}

    core::Expected<Signer> signer_of(const Chapter& chapter) {
        if (chapter.office.uid == m_office.uid) {
            const auto own = office::find_key(m_database, office::key_id(chapter.key));
            if (own && own->public_key == chapter.key) return Signer::own;
            return core::fail(about("transfer.wrong-key", chapter.office));
        }
        if (chapter.sample) {
            if (!m_office.in_set_up()) return core::fail(about("transfer.sample", chapter.office));
            return Signer::fresh;
        }
        const auto pinned = office::pinned_key(m_database, chapter.office.code);
        const auto [first, is_first] = m_fresh.emplace(chapter.office.code, chapter.key);
        if (pinned.value_or(first->second) != chapter.key)
            return core::fail(about("transfer.wrong-key", chapter.office));
        return pinned ? Signer::known : Signer::fresh;
    }

  private:
    const Database& m_database;
    office::Office m_office;
    std::map<std::string, office::PublicKey> m_fresh;
};

// A chapter kept here, and how a part of a newer one stands beside it.
struct Kept {
    Novelty novelty = Novelty::fresh;
    Chapter chapter;
};

Kept kept_beside(const Database& database, const SignedChapter& one) {
    Kept kept;
    storage::Statement row = database.query(select_chapter, one.chapter.office.uid, one.chapter.person.uid);
    if (!row.step()) return kept;
    const auto content = row.get<std::span<const std::byte>>(2);
    const auto text = unpack({reinterpret_cast<const char*>(content.data()), content.size()});
    if (text)
        if (auto read = read_signed_chapter(*text)) kept.chapter = std::move(read->chapter);
    if (row.get<office::Digest>(0) == one.digest)
        kept.novelty = Novelty::same;
    else
        kept.novelty = one.chapter.written > row.get<core::Moment>(1) ? Novelty::newer : Novelty::older;
    return kept;
}

template<typename Part>
std::vector<Novelty> novelties_of(const std::vector<Part>& parts, const std::vector<Part>& kept,
                                  Novelty of_chapter) {
    std::vector<Novelty> list;
    for (const Part& part : parts) {
        Novelty novelty = of_chapter;
        if (of_chapter == Novelty::newer) {
            const auto before = std::find_if(kept.begin(), kept.end(),
                                             [&](const Part& other) { return other.uid == part.uid; });
            novelty = before == kept.end() ? Novelty::fresh
                      : *before == part    ? Novelty::same
                                           : Novelty::newer;
        }
        list.push_back(novelty);
    }
    return list;
}

void find_double_use(const Database& database, TransferPlan& plan) {
    for (const SignedChapter& one : plan.file.chapters)
        for (const PastCertificate& certificate : one.chapter.certificates)
            if (auto twice = certificates::used_twice(database, certificate.serial, certificate.code))
                plan.used_twice.push_back(*std::move(twice));
}

ChapterPlan plan_chapter(const Database& database, const SignedChapter& one, Signer signer) {
    ChapterPlan plan;
    plan.signer = signer;
    Kept kept;
    if (signer == Signer::own)
        plan.novelty = Novelty::own;
    else {
        kept = kept_beside(database, one);
        plan.novelty = kept.novelty;
    }
    plan.enrolments = novelties_of(one.chapter.enrolments, kept.chapter.enrolments, plan.novelty);
    plan.recognitions = novelties_of(one.chapter.recognitions, kept.chapter.recognitions, plan.novelty);
    plan.certificates = novelties_of(one.chapter.certificates, kept.chapter.certificates, plan.novelty);
    return plan;
}

std::set<LearnerId> known_by(const Database& database, std::string_view sql, const TransferFile& file,
                             bool by_uid) {
    std::set<LearnerId> found;
    for (const SignedChapter& one : file.chapters) {
        const ToldPerson& person = one.chapter.person;
        storage::Statement row =
            by_uid ? database.query(sql, person.uid) : database.query(sql, person.number);
        while (row.step())
            found.insert(row.get<LearnerId>(0));
    }
    return found;
}

imports::Person described(const learners::LearnerRow& row) {
    return {row.folded_km,
            row.folded,
            row.sex == core::Sex::female ? 'f' : 'm',
            row.born,
            row.village_code.value_or(row.village_text.value_or("")),
            row.phone.value_or("")};
}

std::vector<learners::LearnerRow> look_alikes(const Database& database, const learners::Learner& learner) {
    const core::NameKeys keys = core::name_keys(learner.name_km, learner.name);
    const imports::Person person{keys.folded_km,
                                 keys.folded,
                                 learner.sex == core::Sex::female ? 'f' : 'm',
                                 learner.born,
                                 learner.village_code.value_or(learner.village_text.value_or("")),
                                 learner.phone.value_or("")};
    auto rows = learners::candidates(database, keys.folded_km, keys.folded, learner.phone.value_or(""));
    std::erase_if(rows, [&](const learners::LearnerRow& row) {
        return imports::likeness(person, described(row)) == imports::Likeness::different;
    });
    return rows;
}

// Finds the person, or those among whom somebody must choose.
void find_person(const Database& database, const learners::Learner& learner, TransferPlan& plan) {
    std::set<LearnerId> found = known_by(database, select_by_uid, plan.file, true);
    const bool by_uid = !found.empty();
    if (!by_uid) found = known_by(database, select_by_number, plan.file, false);
    // A number that stands at a person of the other sex was mistyped somewhere: somebody must look.
    const auto same_sex = [&](LearnerId id) {
        return learners::load_learner(database, id).sex == learner.sex;
    };
    if (found.size() == 1 && (by_uid || same_sex(*found.begin()))) {
        plan.learner = *found.begin();
        return;
    }
    if (found.empty()) {
        plan.look_alikes = look_alikes(database, learner);
        return;
    }
    const std::vector<LearnerId> several(found.begin(), found.end());
    plan.look_alikes = learners::rows_of(database, several);
}

// The last state in which this office and the sender agreed on the person: what the sender sent before, or
// what we sent and it hands back.
std::optional<PersonFields> agreed_fields(const Database& database, const TransferPlan& plan) {
    const Kept kept = kept_beside(database, plan.file.chapters.front());
    if (kept.novelty != Novelty::fresh && !kept.chapter.person.fields.empty())
        return kept.chapter.person.fields;
    for (std::size_t i = 1; i < plan.chapters.size(); ++i)
        if (plan.chapters[i].signer == Signer::own) return plan.file.chapters[i].chapter.person.fields;
    return std::nullopt;
}

std::string field(const PersonFields& fields, const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string{} : found->second;
}

} // namespace

std::string_view to_text(Signer signer) {
    return signers.text(signer);
}
std::string_view to_text(Novelty novelty) {
    return novelties.text(novelty);
}

bool TransferPlan::sample() const {
    return std::any_of(file.chapters.begin(), file.chapters.end(),
                       [](const SignedChapter& one) { return one.chapter.sample; });
}

bool TransferPlan::nothing_new() const {
    const auto brings = [](const ChapterPlan& chapter) {
        return chapter.novelty == Novelty::fresh || chapter.novelty == Novelty::newer;
    };
    return learner && std::none_of(chapters.begin(), chapters.end(), brings);
}

core::Expected<TransferPlan> plan_transfer(const Database& database, TransferFile file) {
    TransferPlan plan;
    plan.file = std::move(file);
    Trust trust(database);
    for (const SignedChapter& one : plan.file.chapters) {
        const auto signer = trust.signer_of(one.chapter);
        if (!signer) return core::fail(signer.error());
        plan.chapters.push_back(plan_chapter(database, one, *signer));
    }
    find_double_use(database, plan);
    const auto learner = incoming_learner(database, plan.file.sender().person);
    if (!learner) return core::fail(learner.error());
    find_person(database, *learner, plan);
    if (plan.learner) plan.changes = person_changes(database, plan, *plan.learner);
    return plan;
}

std::vector<PersonChange> person_changes(const Database& database, const TransferPlan& plan,
                                         LearnerId learner) {
    const Novelty novelty = plan.chapters.front().novelty;
    // What we know better: our own file coming back, or one older than what came last.
    if (novelty == Novelty::own || novelty == Novelty::older) return {};
    const auto incoming = incoming_learner(database, plan.file.sender().person);
    if (!incoming) return {};
    const PersonFields is = fields_of(*incoming);
    const PersonFields was = fields_of(learners::load_learner(database, learner));
    const auto agreed = agreed_fields(database, plan);
    std::vector<PersonChange> changes;
    for (const auto& [name, value] : is) {
        const std::string here = field(was, name);
        if (here == value) continue;
        const std::string before = agreed ? field(*agreed, name) : std::string{};
        // Only we changed it: that is worth showing when the same file is looked at again.
        if (agreed && before == value && novelty != Novelty::same) continue;
        changes.push_back({name, here, value, here != before});
    }
    // Emptied there, untouched here.
    for (const auto& [name, here] : was)
        if (!is.contains(name) && agreed && field(*agreed, name) == here)
            changes.push_back({name, here, "", false});
    const std::string& photo = plan.file.sender().person.photo;
    if (!photo.empty()) {
        const auto here = learners::find_photo(database, learner);
        if (here != photo) changes.push_back({"photo", "", "", here.has_value()});
    }
    return changes;
}

core::Expected<learners::Learner> incoming_learner(const Database& database, const ToldPerson& person) {
    auto learner = learner_of(person.fields);
    if (!learner) return learner;
    const auto keep_words = [&](std::optional<std::string>& code, std::optional<std::string>& text,
                                const std::string& words) {
        if (!code || office::find_area(database, *code)) return;
        if (!text) text = words.empty() ? *code : words;
        code.reset();
    };
    keep_words(learner->village_code, learner->village_text, person.village_words);
    keep_words(learner->birthplace_code, learner->birthplace_text, person.birthplace_words);
    *learner = learners::tidied(*std::move(learner));
    learner->uid = person.uid;
    learner->number = person.number;
    return learner;
}

} // namespace identity
