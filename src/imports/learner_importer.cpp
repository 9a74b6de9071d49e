// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/learner_importer.hpp"

#include "core/fold.hpp"
#include "imports/side_by_side.hpp"
#include "learners/learner_list.hpp"
#include "learners/learner_store.hpp"

#include <algorithm>

namespace imports {
namespace {

// Both spellings of a name lead to the row: a Latin-only row may be the person of a Khmer one.
std::vector<std::string> name_keys(const Person& person) {
    std::vector<std::string> keys;
    if (!person.folded_km.empty()) keys.push_back("km " + person.folded_km);
    if (!person.folded.empty()) keys.push_back("la " + person.folded);
    return keys;
}

Person person_of_row(const learners::LearnerRow& row) {
    return {row.folded_km,
            row.folded,
            row.sex == core::Sex::female ? 'f' : 'm',
            row.born,
            row.village_code ? *row.village_code : core::fold_name(row.village_text.value_or("")),
            row.phone.value_or("")};
}

// "ថ្នាក់អក្ខរកម្ម ក" is the class អក្ខរកម្ម ក, unless one is called so with the word.
std::vector<classes::ClassId> open_classes_called(const storage::Database& database, std::string_view name) {
    constexpr std::string_view word = "ថ្នាក់";
    auto found = classes::find_open_named(database, name);
    if (found.empty() && name.starts_with(word))
        found = classes::find_open_named(database, name.substr(word.size()));
    return found;
}

// Two lists of one centre without birth dates: the village or the phone makes a second reading the same
// person.
bool same_without_birth(const Person& a, const Person& b) {
    const bool place = !a.village.empty() && a.village == b.village;
    return !a.born && !b.born && place && a.phone == b.phone;
}

// All that the rule looks at is equal, also where nothing is known.
bool cannot_be_told_apart(const Person& a, const Person& b) {
    return a.folded_km == b.folded_km && a.folded == b.folded && a.sex == b.sex && a.born == b.born &&
           a.village == b.village && a.phone == b.phone;
}

// Two names that can be compared and are not one.
bool names_differ(const Person& a, const Person& b) {
    const bool both_khmer = !a.folded_km.empty() && !b.folded_km.empty();
    const bool both_latin = !a.folded.empty() && !b.folded.empty();
    const bool equal = (both_khmer && a.folded_km == b.folded_km) || (both_latin && a.folded == b.folded);
    return (both_khmer || both_latin) && !equal;
}

} // namespace

LearnerImporter::LearnerImporter(const storage::Database& database, const Vocabulary& vocabulary,
                                 FindVillage find_village, std::optional<classes::ClassId> class_id,
                                 bool sent_before)
    : m_database(database)
    , m_vocabulary(vocabulary)
    , m_find_village(std::move(find_village))
    , m_class_id(class_id)
    , m_sent_before(sent_before) {}

RowOutcome LearnerImporter::judge(RowCells& cells) {
    const LearnerReader reader{m_vocabulary, m_find_village, m_database.clock().today()};
    ReadLearner read = read_learner(cells, reader);
    Planned planned;
    planned.learner = std::move(read.learner);
    planned.person = person_of(planned.learner);
    planned.number = std::move(read.number);
    if (m_class_id) {
        planned.enrol_in = m_class_id;
    } else if (!read.class_name.empty()) {
        planned.enrol_in = class_of(read.class_name);
        if (!planned.enrol_in) planned.learner.class_text = read.class_name;
    }
    RowOutcome outcome = cells.outcome();
    planned.row = outcome.row;
    if (outcome.verdict != Verdict::refuse) judge_identity(cells, planned, outcome);
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
        const auto earlier = std::find_if(m_planned.begin(), m_planned.end(),
                                          [&](const Planned& p) { return p.row == *outcome.earlier_row; });
        if (earlier == m_planned.end()) return;
        outcome.beside = side_by_side(earlier->learner, planned.learner);
        if (planned.enrol_in && planned.enrol_in != earlier->enrol_in)
            outcome.beside.push_back({"class", std::nullopt, class_name(*planned.enrol_in)});
    }
}

// In this order: the number; the same person earlier in the file; the same person in the office; a
// look-alike.
void LearnerImporter::judge_identity(RowCells& cells, Planned& planned, RowOutcome& outcome) {
    if (judge_number(cells, planned, outcome)) return;
    const auto [row, like] = earlier(planned);
    const std::string name_cell = cells.name_of(Field::name_km);
    const auto say = [&](Verdict verdict, core::Error reason) {
        if (outcome.verdict == Verdict::review) outcome.findings.push_back(outcome.reason);
        outcome.verdict = verdict;
        outcome.reason = std::move(reason);
        outcome.reason.place.cell = name_cell;
    };
    if (like == Likeness::same) {
        outcome.earlier_row = row->row;
        return say(Verdict::refuse,
                   core::Error{"learner.repeated"}.with("earlier_row", std::to_string(row->row)));
    }
    std::optional<learners::LearnerRow> look_alike;
    std::vector<learners::LearnerRow> same;
    for (learners::LearnerRow& known :
         learners::candidates(m_database, planned.person.folded_km, planned.person.folded, "")) {
        const Person other = person_of_row(known);
        if (m_sent_before && cannot_be_told_apart(planned.person, other)) {
            planned.known = known.id;
            judge_known(planned, known.id, outcome);
            return;
        }
        const Likeness likeness_of_known = likeness(planned.person, other);
        if (likeness_of_known == Likeness::same ||
            (likeness_of_known == Likeness::look_alike && same_without_birth(planned.person, other)))
            same.push_back(std::move(known));
        else if (likeness_of_known == Likeness::look_alike && !look_alike)
            look_alike = std::move(known);
    }
    if (same.size() == 1) {
        planned.known = same.front().id;
        judge_known(planned, same.front().id, outcome);
        return;
    }
    if (!same.empty()) look_alike = same.front();
    if (look_alike) {
        outcome.known = static_cast<std::int64_t>(look_alike->id);
        return say(Verdict::review,
                   core::Error{"learner.look-alike"}
                       .with("number", look_alike->number)
                       .with("name", look_alike->name_km.empty() ? look_alike->name : look_alike->name_km));
    }
    if (like == Likeness::look_alike) {
        outcome.earlier_row = row->row;
        say(Verdict::review, core::Error{"learner.look-alike"}.with("earlier_row", std::to_string(row->row)));
    }
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
    if (other_name && (other_birth || planned.person.sex != other.sex))
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

std::pair<const LearnerImporter::Planned*, Likeness> LearnerImporter::earlier(const Planned& planned) const {
    const Planned* look_alike = nullptr;
    for (const std::string& key : name_keys(planned.person)) {
        const auto [from, to] = m_by_name.equal_range(key);
        for (auto it = from; it != to; ++it) {
            const Planned& other = m_planned[it->second];
            const Likeness like = likeness(planned.person, other.person);
            // Of one file's rows, a Latin spelling alone does not prove that two are one.
            const bool proven = planned.person.folded_km.empty() == other.person.folded_km.empty();
            if (like == Likeness::same && proven) return {&other, like};
            if (like != Likeness::different && (look_alike == nullptr || other.row < look_alike->row))
                look_alike = &other;
        }
    }
    return {look_alike, look_alike == nullptr ? Likeness::different : Likeness::look_alike};
}

std::optional<classes::ClassId> LearnerImporter::class_of(const std::string& name) {
    auto found = m_classes.find(name);
    if (found == m_classes.end())
        found = m_classes.emplace(name, open_classes_called(m_database, name)).first;
    return found->second.size() == 1 ? std::optional{found->second.front()} : std::nullopt;
}

void LearnerImporter::remember(const Planned& planned) {
    m_planned.push_back(planned);
    if (planned.verdict == Verdict::refuse) return;
    const std::size_t nth = m_planned.size() - 1;
    for (std::string& key : name_keys(planned.person))
        m_by_name.emplace(std::move(key), nth);
    if (!planned.number.empty()) m_by_number.emplace(planned.number, nth);
}

std::vector<core::Error> LearnerImporter::findings() const {
    if (m_unknown_classes == 0) return {};
    return {core::Error{"class.unknown"}
                .with("count", std::to_string(m_unknown_classes))
                .with("class", m_an_unknown_class)};
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
    return planned.enrol_in ? enrol(tx, *planned.enrol_in, *id) : core::Expected<void>{};
}

core::Expected<void> LearnerImporter::write_over(storage::Transaction& tx, std::size_t nth,
                                                 std::int64_t learner, const std::set<std::string>& fields) {
    Planned& planned = m_planned[nth];
    const auto id = static_cast<learners::LearnerId>(learner);
    const auto update = put_over(learners::load_learner(tx.database(), id), only(planned.learner, fields));
    if (auto written = learners::update_in_bulk(tx, update); !written) return core::fail(written.error());
    planned.written = id;
    return planned.enrol_in && fields.contains("class") ? enrol(tx, *planned.enrol_in, id)
                                                        : core::Expected<void>{};
}

std::optional<std::int64_t> LearnerImporter::written_as(std::size_t nth) const {
    const auto& written = m_planned[nth].written;
    return written ? std::optional{static_cast<std::int64_t>(*written)} : std::nullopt;
}

core::Expected<void> LearnerImporter::enrol(storage::Transaction& tx, classes::ClassId in,
                                            learners::LearnerId learner) {
    if (classes::find_open_enrolment(tx.database(), in, learner)) return {};
    auto& enroller = m_enrollers.try_emplace(in, tx, in).first->second;
    const auto enrolled = enroller.enrol(learner, enroller.target().first_day);
    if (!enrolled) return core::fail(enrolled.error());
    return {};
}

} // namespace imports
