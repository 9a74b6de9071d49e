// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_office.hpp"

#include "app/start_news.hpp"
#include "assessment/ui/score_page.hpp"
#include "attendance/rate_store.hpp"
#include "attendance/ui/register_page.hpp"
#include "certificates/ui/certificate_page.hpp"
#include "classes/class_store.hpp"
#include "classes/ui/bulk_dialog.hpp"
#include "classes/ui/classes_page.hpp"
#include "history/ui/learner_card.hpp"
#include "imports/ui/history_dialog.hpp"
#include "imports/ui/import_dialog.hpp"
#include "learners/ui/learners_page.hpp"
#include "office/office_store.hpp"
#include "office/ui/settings_page.hpp"
#include "office/ui/start_page.hpp"
#include "programmes/ui/pack_panel.hpp"
#include "programmes/ui/signer_panel.hpp"
#include "returns/ui/return_page.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

namespace app {

namespace {

// What a class lacks before it may be closed, in sentences.
std::vector<wxString> missing_in(const office::Session& session, classes::ClassId id) {
    std::vector<wxString> missing;
    const classes::Class taught = classes::load_class(session.database, id);
    const auto days =
        attendance::not_recorded_days(session.database, id, {taught.first_day, taught.last_day});
    if (!days.empty())
        missing.push_back(widgets::fill(
            _("{1} days are not recorded, the first of them {2}."),
            {widgets::number(static_cast<long long>(days.size())), widgets::shown(days.front())}));
    return missing;
}

} // namespace

OpenOffice::OpenOffice(const std::filesystem::path& file, storage::Environment environment)
    : m_database(storage::Database::open(file, storage::Access::read_write, environment))
    , m_office(office::load_office(m_database))
    , m_session{.database = m_database,
                .actor = {},
                .area_code = m_office.area_code,
                .go = {},
                .run_job = {},
                .sentence = {}}
    , m_search(m_session) {}

wxString OpenOffice::name() const {
    return office::shown_name(m_session, m_office);
}

wxString OpenOffice::short_name() const {
    const office::Area area = office::load_area(m_database, m_office);
    const bool khmer = m_session.language == widgets::Language::khmer;
    return widgets::wx(khmer ? office::unit_km(area) : office::unit_en(area));
}

wxString OpenOffice::note() const {
    const wxString code = widgets::wx(m_office.area_code);
    return m_office.sample ? widgets::fill(_("{1} (sample)"), {code}) : code;
}

std::vector<widgets::PageEntry>
OpenOffice::pages(const std::function<void(widgets::Language)>& switch_language) {
    return {
        office::start_page(m_session, [this] { return start_news(m_session); }),
        learners::learners_page(
            m_session, m_search,
            {.import_list = [this](wxWindow* parent) { return import(parent, imports::Kind::learners); },
             .show_imports = [this](wxWindow* parent) { return show_imports(parent); },
             .enrol = work(classes::BulkKind::enrol),
             .move = work(classes::BulkKind::move),
             .leave = work(classes::BulkKind::leave),
             .show_changes =
                 [this](wxWindow* parent) { return classes::show_changes(parent, m_session, m_search); },
             .make_card =
                 [this](wxWindow* parent) { return history::make_learner_card(parent, m_session); }}),
        classes::classes_page(m_session, m_search,
                              [this](classes::ClassId id) { return missing_in(m_session, id); }),
        attendance::register_page(m_session),
        assessment::score_page(m_session),
        certificates::certificate_page(m_session),
        returns::return_page(m_session),
        office::settings_page(m_session,
                              {.switch_language = switch_language,
                               .more = {{.label = _("Programmes"),
                                         .create =
                                             [this](wxWindow* parent) {
                                                 return programmes::make_pack_panel(parent, m_session);
                                             }},
                                        {.label = _("Signers"),
                                         .create =
                                             [this](wxWindow* parent) {
                                                 return programmes::make_signer_panel(parent, m_session);
                                             }}}}),
    };
}

learners::LearnersPageActions::Work OpenOffice::work(classes::BulkKind kind) {
    return [this, kind](wxWindow* parent,
                        const std::vector<learners::LearnerId>& chosen) -> std::optional<learners::Done> {
        const auto done =
            classes::change_many(parent, m_session, m_search, {.kind = kind, .learners = chosen});
        if (!done) return std::nullopt;
        // The newest of them is the one just made.
        return learners::Done{
            .sentence = classes::told(m_session, classes::list_bulk(m_database).front()),
            .undo = [this, id = done->id] { return classes::take_back(m_session, m_search, id); }};
    };
}

bool OpenOffice::import(wxWindow* parent, imports::Kind kind) {
    const bool wrote = imports::import_list(parent, m_session, kind);
    if (wrote) m_search.forget();
    return wrote;
}

bool OpenOffice::show_imports(wxWindow* parent) {
    const bool changed = imports::show_history(parent, m_session);
    if (changed) m_search.forget();
    return changed;
}

std::vector<widgets::Command> OpenOffice::import_commands(const std::function<wxWindow*()>& window,
                                                          const std::function<void()>& changed) {
    const auto command = [&](std::string id, const wxString& label, const wxString& help,
                             imports::Kind kind) {
        return widgets::Command{
            .id = std::move(id), .label = label, .help = help, .run = [this, window, changed, kind] {
                if (import(window(), kind)) changed();
            }};
    };
    return {command("import.learners", _("Import &learners..."), _("A list of learners from Excel or CSV"),
                    imports::Kind::learners),
            command("import.attendance", _("Import &attendance..."), _("A month's register from Excel"),
                    imports::Kind::attendance),
            command("import.scores", _("Import &scores..."), _("A score sheet from Excel"),
                    imports::Kind::scores),
            command("import.institutions", _("Import &institutions..."),
                    _("A list of schools and learning centres from Excel or CSV"),
                    imports::Kind::institutions),
            {.id = "import.history",
             .label = _("Import &history..."),
             .help = _("Every import so far, and taking one back"),
             .run = [this, window, changed] {
                 if (show_imports(window())) changed();
             }}};
}

} // namespace app
