// SPDX-License-Identifier: GPL-3.0-or-later
#include "statements/issue.hpp"

#include "documents/pdf.hpp"
#include "documents/staged_files.hpp"
#include "learners/learner_store.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace statements {
namespace {

std::string shown(const Subject& subject) {
    const classes::ClassLearner& learner = subject.candidate.learner;
    return learner.name_km.empty() ? learner.name : learner.name_km;
}

learners::LearnerId learner_of(const Subject& subject) {
    return subject.candidate.learner.enrolment.learner;
}

// One kind of statement of one class.
class Issuer {
  public:
    Issuer(const storage::Database& database, Document kind, classes::ClassId class_id,
           const documents::Fonts& fonts)
        : m_database(database)
        , m_kind(kind)
        , m_context(certificates::load_award_context(database, class_id))
        , m_look(templates::current_template(database, kind, m_context.pack.programme))
        , m_form(documents::Template::parse(m_look.source, fonts))
        , m_subjects(load_subjects(database, kind, m_context)) {}

    const std::vector<Subject>& subjects() const { return m_subjects; }
    const certificates::AwardContext& context() const { return m_context; }

    // Nothing where it may be handed out.
    std::optional<core::Error> why_not(const Subject& subject) const {
        return reason_against(m_kind, m_context, subject);
    }

    // Without a code it is only looked at.
    core::Expected<documents::Page> page(const Subject& subject, const std::string& number,
                                         const std::string& code) const {
        if (!m_form) return core::fail(m_form.error());
        documents::Filling filling = filling_of(m_database, m_kind, m_context, subject, number);
        filling.code = code;
        if (!code.empty()) templates::prepare(filling, m_database, m_kind);
        return m_form->fill(filling);
    }

    core::Expected<Issued> hand_out(storage::Transaction& tx, const Subject& subject,
                                    const office::SigningKey& key) const {
        Made made;
        made.kind = m_kind;
        made.number = next_number(tx, m_kind, m_context.office.area_code, m_context.issued);
        made.enrolment = subject.candidate.learner.enrolment.id;
        made.name_km = subject.candidate.learner.name_km;
        made.name = subject.candidate.learner.name;
        made.template_name = m_look.name;
        made.template_source = m_look.source;
        const std::string code =
            certificates::encode(payload_of(m_kind, m_context, subject, made.number.text), key);
        const auto drawn = page(subject, made.number.text, code);
        if (!drawn) return core::fail(drawn.error());
        made.pdf =
            documents::to_pdf(std::span{&*drawn, 1}, {made.number.text, m_context.office.name_km, tx.now()});
        keep(tx, made);
        return Issued{made.number.text, learner_of(subject), shown(subject), code, std::move(made.pdf)};
    }

  private:
    const storage::Database& m_database;
    Document m_kind;
    certificates::AwardContext m_context;
    templates::Current m_look;
    core::Expected<documents::Template> m_form;
    std::vector<Subject> m_subjects;
};

core::Error not_in_class(const storage::Database& database, learners::LearnerId learner) {
    return core::Error{"learner.not-in-class"}.with("name", learners::load_learner(database, learner).number);
}

bool holds(const std::vector<learners::LearnerId>& of, learners::LearnerId learner) {
    return std::find(of.begin(), of.end(), learner) != of.end();
}

} // namespace

core::Expected<IssueResult> issue(storage::Transaction& tx, Document kind, classes::ClassId class_id,
                                  const std::vector<learners::LearnerId>& of, const office::SigningKey& key,
                                  const documents::Fonts& fonts, core::Progress& progress) {
    const Issuer issuer(tx.database(), kind, class_id, fonts);
    for (const learners::LearnerId learner : of)
        if (std::none_of(issuer.subjects().begin(), issuer.subjects().end(),
                         [&](const Subject& one) { return learner_of(one) == learner; }))
            return core::fail(not_in_class(tx.database(), learner));
    IssueResult result;
    std::int64_t done = 0;
    for (const Subject& subject : issuer.subjects()) {
        progress.report(done++, static_cast<std::int64_t>(issuer.subjects().size()));
        if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
        if (!of.empty() && !holds(of, learner_of(subject))) continue;
        auto why = issuer.why_not(subject);
        if (!why && of.empty())
            if (auto number = find_number(tx.database(), kind, subject.candidate.learner.enrolment.id))
                why = core::Error{"statement.issued-already"}.with("number", *std::move(number));
        if (why) {
            result.left_out.push_back({learner_of(subject), shown(subject), *std::move(why)});
            continue;
        }
        auto issued = issuer.hand_out(tx, subject, key);
        if (!issued) return core::fail(issued.error());
        result.issued.push_back(*std::move(issued));
    }
    return result;
}

core::Expected<IssuedFiles> issue_into(storage::Database& database, storage::Actor actor, Document kind,
                                       classes::ClassId class_id, const std::vector<learners::LearnerId>& of,
                                       const office::SigningKey& key, const documents::Fonts& fonts,
                                       const std::filesystem::path& folder, core::Progress& progress) {
    documents::StagedFiles staged;
    storage::Transaction tx(database, std::move(actor));
    auto result = issue(tx, kind, class_id, of, key, fonts, progress);
    if (!result) return core::fail(result.error());
    IssuedFiles issued{*std::move(result), {}};
    if (issued.result.issued.empty()) return issued;
    staged.make_folder(folder);
    // Files first: a full disk must leave no number handed out without its paper.
    for (const Issued& one : issued.result.issued) {
        if (progress.cancelled()) return core::fail(core::Error{"cancelled"});
        issued.files.push_back(folder / (one.number + ".pdf"));
        staged.stage(issued.files.back(), one.pdf);
    }
    tx.commit();
    staged.put_in_place();
    return issued;
}

core::Expected<documents::Page> preview(const storage::Database& database, Document kind,
                                        classes::ClassId class_id, learners::LearnerId learner,
                                        const documents::Fonts& fonts) {
    const Issuer issuer(database, kind, class_id, fonts);
    for (const Subject& subject : issuer.subjects()) {
        if (learner_of(subject) != learner) continue;
        if (auto why = issuer.why_not(subject)) return core::fail(*std::move(why));
        return issuer.page(subject,
                           fmt::format("{}-{:04}-{}·····-·", issuer.context().office.area_code,
                                       static_cast<int>(issuer.context().issued.year()), letter_of(kind)),
                           {});
    }
    return core::fail(not_in_class(database, learner));
}

} // namespace statements
