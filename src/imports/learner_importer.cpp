// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/learner_importer.hpp"

#include "imports/side_by_side.hpp"
#include "learners/learner_list.hpp"
#include "learners/learner_store.hpp"

#include <algorithm>

namespace imports {
namespace {

// Two names that can be compared and are not one.
bool names_differ(const Person& a, const Person& b) {
    const bool both_khmer = !a.folded_km.empty() && !b.folded_km.empty();
    const bool both_latin = !a.folded.empty() && !b.folded.empty();
    const bool equal = (both_khmer && a.folded_km == b.folded_km) || (both_latin && a.folded == b.folded);
    return (both_khmer || both_latin) && !equal;
}

} // namespace

LearnerImporter::LearnerImporter(const storage::Database& database, const Vocabulary& vocabulary,
                                 FindVillage find_village, const FoundSheet& found, Asked asked)
    : m_database(database)
    , m_vocabulary(vocabulary)
    , m_find_village(std::move(find_village))
    , m_asked(std::move(asked))
    , m_classes(database)
    , m_known([&database](std::string_view folded_km, std::string_view folded) {
        return learners::candidates(database, folded_km, folded, "");
    }) {
    if (found.key) m_roster.emplace(database, m_asked.class_id.value(), found);
}

RowOutcome LearnerImporter::judge(RowCells& cells) {
    const LearnerReader reader{m_vocabulary, m_find_village, m_database.clock().today()};
    ReadLearner read = read_learner(cells, reader);
    Planned planned;
    planned.learner = std::move(read.learner);
    planned.person = person_of(planned.learner);
    planned.number = std::move(read.number);
    if (m_asked.class_id) {
        planned.enrol_in = m_asked.class_id;
    } else if (!read.class_name.empty()) {
        planned.enrol_in = m_classes.named(read.class_name);
        if (!planned.enrol_in) planned.learner.class_text = read.class_name;
    }
    RowOutcome outcome = cells.outcome();
    planned.row = outcome.row;
    if (outcome.verdict != Verdict::refuse) judge_identity(cells, planned, outcome);
    if (outcome.verdict != Verdict::refuse) judge_enrolment(cells, planned, outcome);
    outcome.name = planned.learner.name_km.empty() ? planned.learner.name : planned.learner.name_km;
    planned.verdict = outcome.verdict;
    compare(planned, outcome);
    if (outcome.verdict != Verdict::refuse && outcome.verdict != Verdict::same && !planned.enrol_in &&
        planned.learner.class_text) {
        ++m_unknown_classes;
        if (m_an_unknown_class.empty()) m_an_unknown_class = *planned.learner.class_text;
    }
    remember(planned);
    return outcome;
}

void LearnerImporter::compare(const Planned& planned, RowOutcome& outcome) const {
    if (outcome.verdict != Verdict::review && outcome.verdict != Verdict::update) return;
    const auto class_name = [&](classes::ClassId id) { return classes::load_class(m_database, id).name_km; };
    if (outcome.known) {
        const auto known = static_cast<learners::LearnerId>(*outcome.known);
        outcome.beside = side_by_side(learners::load_learner(m_database, known), planned.learner);
        if (planned.enrol_in && !classes::find_open_enrolment(m_database, *planned.enrol_in, known))
            outcome.beside.push_back({"class", std::nullopt, class_name(*planned.enrol_in)});
    } else if (outcome.earlier_row) {
        // From top to bottom, the rows rise.
        const auto earlier =
            std::lower_bound(m_planned.begin(), m_planned.end(), *outcome.earlier_row,
                             [](const Planned& p, std::uint32_t row) { return p.row < row; });
        if (earlier == m_planned.end() || earlier->row != *outcome.earlier_row) return;
        outcome.beside = side_by_side(earlier->learner, planned.learner);
        if (planned.enrol_in && planned.enrol_in != earlier->enrol_in)
            outcome.beside.push_back({"class", std::nullopt, class_name(*planned.enrol_in)});
    }
}

// In this order: the number; the same person earlier in the file; the same person in the office; a
// look-alike.
void LearnerImporter::judge_identity(RowCells& cells, Planned& planned, RowOutcome& outcome) {
    if (judge_number(cells, planned, outcome)) return;
    const std::string name_cell = cells.name_of(Field::name_km);
    const auto say = [&](Verdict verdict, core::Error reason) {
        if (outcome.verdict == Verdict::review) outcome.findings.push_back(outcome.reason);
        outcome.verdict = verdict;
        outcome.reason = std::move(reason);
        outcome.reason.place.cell = name_cell;
    };
    const auto say_earlier = [&](Verdict verdict, const char* code, PeopleIndex::Place nth) {
        outcome.earlier_row = m_planned[static_cast<std::size_t>(nth)].row;
        say(verdict, core::Error{code}.with("earlier_row", std::to_string(*outcome.earlier_row)));
    };
    if (const auto earlier = m_earlier.same_in_one_script(planned.person))
        return say_earlier(Verdict::refuse, "learner.repeated", *earlier);
    if (const auto known = find_known(planned.person)) {
        if (known->is) {
            planned.known = known->id;
            judge_known(planned, known->id, outcome);
            return;
        }
        outcome.known = static_cast<std::int64_t>(known->id);
        const learners::Learner other = learners::load_learner(m_database, known->id);
        return say(Verdict::review, core::Error{"learner.look-alike"}
                                        .with("number", other.number)
                                        .with("name", other.name_km.empty() ? other.name : other.name_km));
    }
    if (const auto earlier = m_earlier.look_alike(planned.person))
        say_earlier(Verdict::review, "learner.look-alike", *earlier);
}

// A second reading of one list is told by all that is known; two lists of one centre without birth dates by
// the village and the phone. Two who are the same are for a person to tell apart.
std::optional<LearnerImporter::KnownLearner> LearnerImporter::find_known(const Person& person) {
    const auto learner = [](PeopleIndex::Place id, bool is) {
        return KnownLearner{learners::LearnerId{id}, is};
    };
    const PeopleIndex& known = m_known.around(person);
    if (m_asked.sent_before)
        if (const auto id = known.indistinguishable(person)) return learner(*id, true);
    auto same = known.same(person);
    if (same.empty()) same = known.same_without_birth(person);
    if (!same.empty()) return learner(same.front(), same.size() == 1);
    if (const auto id = known.look_alike(person)) return learner(*id, false);
    return std::nullopt;
}

// Who cannot be enrolled is registered all the same; the row says why.
void LearnerImporter::judge_enrolment(RowCells& cells, Planned& planned, RowOutcome& outcome) {
    if (!planned.enrol_in) return;
    if (auto refusal = m_classes.refusal(*planned.enrol_in, planned.known)) {
        refusal->place.cell = cells.name_of(Field::class_name);
        if (outcome.reason.code.empty()) outcome.reason = *refusal;
        outcome.findings.push_back(std::move(*refusal));
        std::erase_if(outcome.changes,
                      [](const storage::FieldChange& change) { return change.field == "class"; });
        if (outcome.verdict == Verdict::update && outcome.changes.empty()) outcome.verdict = Verdict::same;
        planned.enrol_in.reset();
        return;
    }
    const bool joins =
        !planned.known || !classes::find_open_enrolment(m_database, *planned.enrol_in, *planned.known);
    if (joins && will_enrol(outcome)) m_classes.take(*planned.enrol_in);
}

bool LearnerImporter::will_enrol(const RowOutcome& outcome) const {
    if (outcome.verdict == Verdict::accept) return true;
    if (outcome.verdict != Verdict::update && outcome.verdict != Verdict::review) return false;
    if (const auto decided = m_asked.decisions.find(outcome.row); decided != m_asked.decisions.end()) {
        const Decision& decision = decided->second;
        return decision.take == Decision::Take::as_it_stands ||
               (decision.take == Decision::Take::same_person && decision.fields.contains("class"));
    }
    return outcome.verdict == Verdict::update ? m_asked.updates : m_asked.reviewed;
}

bool LearnerImporter::judge_number(RowCells& cells, Planned& planned, RowOutcome& outcome) {
    if (planned.number.empty()) return false;
    const auto say = [&](Verdict verdict, core::Error reason) {
        outcome.verdict = verdict;
        outcome.reason = std::move(reason).with("number", planned.number);
        outcome.reason.place.cell = cells.name_of(Field::number);
        return true;
    };
    if (const auto row = m_by_number.find(planned.number); row != m_by_number.end())
        return say(Verdict::refuse, core::Error{"learner.repeated"}.with(
                                        "earlier_row", std::to_string(m_planned[row->second].row)));
    const auto known = learners::find_by_number(m_database, planned.number);
    if (!known) return say(Verdict::review, core::Error{"learner.number-unknown"});
    const Person other = person_of(learners::load_learner(m_database, *known));
    const bool other_name = names_differ(planned.person, other);
    const bool other_birth = planned.person.born && other.born && *planned.person.born != *other.born;
    outcome.known = static_cast<std::int64_t>(*known);
    // In a sheet of ours the name beside a number is somebody else's where names were sorted without them.
    const auto named = m_roster && other_name ? find_known(planned.person) : std::nullopt;
    const bool of_another = named && named->is && named->id != *known;
    if (other_name && (other_birth || of_another || planned.person.sex != other.sex))
        return say(Verdict::review, core::Error{"learner.number-of-another"});
    planned.known = known;
    return judge_known(planned, *known, outcome);
}

// Always true: the row is about that learner, changed or not.
bool LearnerImporter::judge_known(const Planned& planned, learners::LearnerId known, RowOutcome& outcome) {
    const auto update = put_over(learners::load_learner(m_database, known), planned.learner);
    outcome.known = static_cast<std::int64_t>(known);
    outcome.changes = learners::changes_to(m_database, update);
    if (planned.enrol_in && !classes::find_open_enrolment(m_database, *planned.enrol_in, known))
        outcome.changes.push_back(
            {"class", std::nullopt, classes::load_class(m_database, *planned.enrol_in).name_km});
    outcome.verdict = outcome.changes.empty() ? Verdict::same : Verdict::update;
    outcome.reason = {};
    return true;
}

void LearnerImporter::remember(const Planned& planned) {
    m_planned.push_back(planned);
    if (planned.verdict == Verdict::refuse) return;
    const std::size_t nth = m_planned.size() - 1;
    m_earlier.add(planned.person, static_cast<PeopleIndex::Place>(nth));
    if (!planned.number.empty()) m_by_number.emplace(planned.number, nth);
}

std::vector<core::Error> LearnerImporter::findings() const {
    std::vector<core::Error> findings;
    if (m_unknown_classes > 0)
        findings.push_back(core::Error{"class.unknown"}
                               .with("count", std::to_string(m_unknown_classes))
                               .with("class", m_an_unknown_class));
    if (m_roster)
        for (core::Error& finding : m_roster->rows_removed())
            findings.push_back(std::move(finding));
    return findings;
}

bool LearnerImporter::may_take(std::size_t nth) const {
    return m_planned[nth].verdict == Verdict::review;
}

core::Expected<void> LearnerImporter::write(storage::Transaction& tx, std::size_t nth) {
    Planned& planned = m_planned[nth];
    auto id = planned.known;
    if (id) {
        const auto update = put_over(learners::load_learner(tx.database(), *id), planned.learner);
        if (auto written = learners::update_in_bulk(tx, update); !written) return core::fail(written.error());
    } else {
        const auto registered = learners::register_in_bulk(tx, planned.learner);
        if (!registered) return core::fail(registered.error());
        id = *registered;
    }
    planned.written = id;
    return planned.enrol_in ? m_classes.enrol(tx, *planned.enrol_in, *id) : core::Expected<void>{};
}

core::Expected<void> LearnerImporter::write_over(storage::Transaction& tx, std::size_t nth,
                                                 std::int64_t learner, const std::set<std::string>& fields) {
    Planned& planned = m_planned[nth];
    const auto id = static_cast<learners::LearnerId>(learner);
    const auto update = put_over(learners::load_learner(tx.database(), id), only(planned.learner, fields));
    if (auto written = learners::update_in_bulk(tx, update); !written) return core::fail(written.error());
    planned.written = id;
    return planned.enrol_in && fields.contains("class") ? m_classes.enrol(tx, *planned.enrol_in, id)
                                                        : core::Expected<void>{};
}

std::optional<std::int64_t> LearnerImporter::written_as(std::size_t nth) const {
    const auto& written = m_planned[nth].written;
    return written ? std::optional{static_cast<std::int64_t>(*written)} : std::nullopt;
}

} // namespace imports
