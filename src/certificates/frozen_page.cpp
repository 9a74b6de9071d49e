// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/frozen_page.hpp"

#include "classes/enrolment_store.hpp"
#include "learners/learner_store.hpp"
#include "templates/paper.hpp"

namespace certificates {

core::Expected<void> FrozenPages::read_template(std::string source) {
    if (m_template && source == m_source) return {};
    auto read = documents::Template::parse(source, m_fonts);
    if (!read) return core::fail(read.error());
    m_template = *std::move(read);
    m_source = std::move(source);
    return {};
}

core::Expected<documents::Page> FrozenPages::page(const RegisterEntry& entry,
                                                  const std::function<void(documents::Filling&)>& add) {
    auto frozen = load_frozen(m_database, entry.id);
    if (!frozen) return core::fail(core::Error{"certificate.no-words"}.with("serial", entry.serial));
    if (auto read = read_template(std::move(frozen->template_source)); !read) return core::fail(read.error());
    documents::Filling filling;
    filling.values = std::move(frozen->words);
    // A place that was empty then is empty now.
    for (const std::string& place : m_template->placeholders())
        filling.values.try_emplace(place);
    filling.code = entry.code;
    if (const auto code = decode(entry.code)) filling.sample = code->payload.sample;
    if (m_template->photo_box() && entry.enrolment)
        filling.photo =
            learners::find_photo(m_database, classes::load_enrolment(m_database, *entry.enrolment).learner)
                .value_or("");
    if (add) add(filling);
    templates::prepare(filling, m_database, templates::Document::completion);
    return m_template->fill(filling);
}

} // namespace certificates
