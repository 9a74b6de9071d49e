// SPDX-License-Identifier: GPL-3.0-or-later
#include "statements/learner_cards.hpp"

#include "attendance/shown_days.hpp"
#include "attendance/words.hpp"
#include "classes/class_store.hpp"
#include "classes/enrolment_store.hpp"
#include "core/resource.hpp"
#include "documents/file.hpp"
#include "institutions/institution_store.hpp"
#include "learners/learner_store.hpp"
#include "office/office_store.hpp"

#include <algorithm>

namespace statements {

// Made by the build.
std::string_view resource(std::string_view path);

namespace {

const attendance::Words& card_words() {
    static const auto shipped = attendance::Words::shipped(resource("statements/words.txt"));
    return shipped;
}

const std::string& first_name(const std::string& km, const std::string& latin) {
    return km.empty() ? latin : km;
}

documents::Card card_of(const storage::Database& database, const learners::Learner& learner,
                        const std::vector<std::string>& office_lines, const std::string& class_name) {
    const auto& say = card_words();
    documents::Card card;
    card.office_lines = office_lines;
    card.title = say["card_title"];
    card.name = first_name(learner.name_km, learner.name);
    if (!learner.name_km.empty() && !learner.name.empty()) card.facts.push_back({"", learner.name});
    card.facts.push_back({say["card_number"], learner.number});
    if (learner.sex)
        card.facts.push_back({say["card_sex"], say[*learner.sex == core::Sex::female ? "woman" : "man"]});
    if (learner.born) card.facts.push_back({say["card_born"], attendance::date_text(*learner.born)});
    card.facts.push_back({say["card_class"], class_name});
    card.photo = learners::find_photo(database, learner.id).value_or("");
    card.photo_words = say["card_photo"];
    card.code = learner.number;
    return card;
}

} // namespace

core::Expected<LearnerCards> load_cards(const storage::Database& database, classes::ClassId in,
                                        const std::vector<learners::LearnerId>& of) {
    const auto taught = classes::load_class(database, in);
    const auto office = office::load_office(database);
    const auto institution = institutions::load_institution(database, taught.institution);
    LearnerCards all;
    all.class_name = first_name(taught.name_km, taught.name);
    all.office_name = first_name(office.name_km, office.name);
    all.title = card_words()["card_title"];
    all.made_at = database.clock().now();
    all.sample = office.sample;
    const std::vector<std::string> lines = {all.office_name,
                                            first_name(institution.name_km, institution.name)};
    std::vector<learners::LearnerId> missing = of;
    for (const classes::ClassLearner& member : classes::enrolments_in(database, in)) {
        const learners::LearnerId id = member.enrolment.learner;
        if (member.enrolment.last_day) continue;
        if (!of.empty() && std::find(of.begin(), of.end(), id) == of.end()) continue;
        std::erase(missing, id);
        all.cards.push_back(card_of(database, learners::load_learner(database, id), lines, all.class_name));
        if (all.cards.back().photo.empty()) ++all.without_photo;
    }
    if (!missing.empty())
        return core::fail(core::Error{"card.not-in-class"}
                              .with("learner", learners::load_learner(database, missing.front()).number)
                              .with("class", all.class_name));
    if (all.cards.empty()) return core::fail(core::Error{"list.nobody-now"}.with("class", all.class_name));
    return all;
}

documents::PdfFacts facts_of(const LearnerCards& cards) {
    return {
        .title = cards.title + " " + cards.class_name, .author = cards.office_name, .created = cards.made_at};
}

core::Expected<void> write_cards(const std::filesystem::path& path, const LearnerCards& cards,
                                 const std::vector<std::filesystem::path>& font_folders) {
    if (path.extension() != ".pdf") return core::fail(core::Error{"file.kind"}.with("kinds", ".pdf"));
    const auto pages =
        documents::lay_out_cards(cards.cards, cards.sample, documents::Fonts::load(font_folders));
    if (!pages) return core::fail(pages.error());
    documents::write_file(path, documents::to_pdf(*pages, facts_of(cards)));
    return {};
}

} // namespace statements
