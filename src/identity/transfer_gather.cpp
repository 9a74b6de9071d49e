// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/transfer_gather.hpp"

#include "assessment/score_store.hpp"
#include "attendance/class_days.hpp"
#include "attendance/mark_store.hpp"
#include "classes/enrolment_store.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/gazetteer_store.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"
#include "units/recognition_store.hpp"

#include <algorithm>

namespace identity {
namespace {

constexpr std::string_view select_certificates = R"sql(
SELECT c.id, c.uid, c.serial, c.state, c.code, c.issued_on, coalesce(c.template, ''), c.template_digest,
       coalesce(r.serial, '')
FROM certificate c LEFT JOIN certificate r ON r.id = c.replaces
WHERE c.enrolment_id = ?1 AND c.code IS NOT NULL AND c.issued_on IS NOT NULL
      AND c.state IN ('issued', 'void', 'replaced', 'lost')
ORDER BY c.serial)sql";

constexpr std::string_view select_source = "SELECT source FROM pack WHERE id = ?1";

constexpr std::string_view select_documents = R"sql(
SELECT copy, made_at, pdf FROM certificate_document WHERE certificate_id = ?1 ORDER BY copy)sql";

std::string text_of(const storage::Blob& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string place_words(const storage::Database& database, const std::optional<std::string>& code) {
    if (!code) return {};
    return office::place_km(office::area_line(database, *code, database.clock().today()));
}

ToldPerson gather_person(const storage::Database& database, learners::LearnerId id) {
    const learners::Learner learner = learners::load_learner(database, id);
    ToldPerson person;
    person.uid = learner.uid;
    person.number = learner.number;
    person.fields = fields_of(learner);
    person.village_words = place_words(database, learner.village_code);
    person.birthplace_words = place_words(database, learner.birthplace_code);
    person.photo = learners::find_photo(database, id).value_or("");
    return person;
}

char day_letter(const attendance::MonthDays& days, unsigned day) {
    if (!days.timetable.has(day)) return '.';
    if (days.not_met.has(day)) return 'N';
    return days.taken.has(day) ? 'T' : '-';
}

std::vector<PastMonth> gather_months(const storage::Database& database, const classes::Class& in,
                                     const classes::Enrolment& enrolment) {
    const core::Day last = std::min(enrolment.last_day.value_or(in.last_day), in.last_day);
    std::vector<PastMonth> months;
    for (const attendance::MonthDays& days :
         attendance::load_class_days(database, in, {enrolment.first_day, last}).months) {
        PastMonth month{days.month, {}, {}};
        for (unsigned day = 1; day <= core::days_in(days.month); ++day)
            month.days += day_letter(days, day);
        month.marks = attendance::load_month(database, enrolment.id, days.month).text();
        months.push_back(std::move(month));
    }
    return months;
}

PastInstitution gather_institution(const storage::Database& database, institutions::InstitutionId id) {
    const institutions::Institution institution = institutions::load_institution(database, id);
    PastInstitution at;
    at.uid = institution.uid;
    at.kind = to_text(institution.kind);
    at.code = institution.code.value_or("");
    at.name_km = institution.name_km;
    at.name = institution.name;
    at.village_code = institution.village_code.value_or("");
    return at;
}

std::optional<int> rank_of(const storage::Database& database, const classes::Class& in,
                           classes::EnrolmentId enrolment) {
    // The rank in an open class changes with every mark of the others.
    if (in.status == classes::Status::open) return std::nullopt;
    const assessment::ClassResults results = assessment::load_results(database, in.id).value();
    for (const auto& row : results.rows)
        if (row.learner.enrolment.id == enrolment) return row.result.rank;
    return std::nullopt;
}

// The pack's digest, the pack itself added to the chapter's once.
office::Digest gather_pack(const storage::Database& database, programmes::PackId id, Chapter& chapter) {
    PastPack pack;
    pack.source = database.value<std::string>(select_source, id).value();
    pack.digest = office::digest(pack.source);
    const bool known = std::any_of(chapter.packs.begin(), chapter.packs.end(),
                                   [&](const PastPack& other) { return other.digest == pack.digest; });
    const office::Digest digest = pack.digest;
    if (known) return digest;
    pack.pack = programmes::load_pack(database, id);
    chapter.packs.push_back(std::move(pack));
    return digest;
}

PastEnrolment gather_enrolment(const storage::Database& database, const classes::Enrolment& from,
                               Chapter& chapter) {
    const classes::Class in = classes::load_class(database, from.in);
    PastEnrolment enrolment;
    enrolment.uid = from.uid;
    enrolment.in = {in.uid,
                    in.name_km,
                    in.name,
                    in.level.value_or(""),
                    in.first_day,
                    in.last_day,
                    in.weekdays.to_text(),
                    in.session_minutes,
                    in.status};
    enrolment.at = gather_institution(database, in.institution);
    enrolment.pack = gather_pack(database, in.pack, chapter);
    enrolment.first_day = from.first_day;
    enrolment.last_day = from.last_day;
    enrolment.reason = from.reason;
    enrolment.months = gather_months(database, in, from);
    enrolment.scores = assessment::load_scores(database, from.id);
    enrolment.rank = rank_of(database, in, from.id);
    enrolment.figures =
        figures_of(enrolment, chapter.pack_of(enrolment), core::day_in_cambodia(chapter.written));
    return enrolment;
}

PastRecognition gather_recognition(const storage::Database& database, const units::KeptRecognition& kept,
                                   Chapter& chapter) {
    const units::Recognition& from = kept.recognition;
    PastRecognition recognition;
    recognition.uid = from.uid;
    recognition.pack = gather_pack(database, kept.pack, chapter);
    recognition.level = from.level;
    recognition.units = from.units;
    recognition.evidence = from.evidence;
    for (const units::Assessor& assessor : from.assessors)
        recognition.assessors.push_back(assessor.name);
    recognition.day = from.day;
    recognition.remark = from.remark;
    return recognition;
}

void gather_certificates(const storage::Database& database, const classes::Enrolment& enrolment,
                         Chapter& chapter) {
    storage::Statement row = database.query(select_certificates, enrolment.id);
    while (row.step()) {
        PastCertificate certificate;
        certificate.uid = row.get<core::Uid>(1);
        certificate.enrolment = enrolment.uid;
        certificate.serial = row.get<std::string>(2);
        certificate.state = row.get<std::string>(3);
        certificate.code = row.get<std::string>(4);
        certificate.issued_on = row.get<core::Day>(5);
        certificate.template_name = row.get<std::string>(6);
        if (!row.is_null(7)) certificate.template_digest = office::to_text(row.get<office::Digest>(7));
        certificate.replaces = row.get<std::string>(8);
        storage::Statement document = database.query(select_documents, row.get<std::int64_t>(0));
        while (document.step())
            certificate.documents.push_back({document.get<int>(0), document.get<core::Moment>(1),
                                             text_of(document.get<storage::Blob>(2))});
        chapter.certificates.push_back(std::move(certificate));
    }
}

} // namespace

ChapterOffice chapter_office(const office::Office& office) {
    ChapterOffice chapter{office.uid, office.area_code, office.name_km, office.name};
    if (office.institution_code) chapter.code += "/" + *office.institution_code;
    return chapter;
}

Chapter gather_chapter(const storage::Database& database, learners::LearnerId learner,
                       const office::PublicKey& key) {
    const office::Office office = office::load_office(database);
    Chapter chapter;
    chapter.office = chapter_office(office);
    chapter.key = key;
    chapter.sample = office.sample;
    chapter.written = database.clock().now();
    chapter.person = gather_person(database, learner);
    auto enrolments = classes::enrolments_of(database, learner); // newest first
    std::reverse(enrolments.begin(), enrolments.end());
    for (const classes::LearnerClass& one : enrolments) {
        if (one.enrolment.reason == classes::LeavingReason::entered_by_mistake) continue;
        chapter.enrolments.push_back(gather_enrolment(database, one.enrolment, chapter));
        gather_certificates(database, one.enrolment, chapter);
    }
    for (const units::KeptRecognition& kept : units::recognitions_of(database, learner))
        if (!kept.withdrawal) chapter.recognitions.push_back(gather_recognition(database, kept, chapter));
    return chapter;
}

} // namespace identity
