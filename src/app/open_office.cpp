// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_office.hpp"

#include "app/look_alikes.hpp"
#include "app/start_news.hpp"
#include "assessment/ui/pack_dialog.hpp"
#include "assessment/ui/score_page.hpp"
#include "attendance/ui/letter_panel.hpp"
#include "attendance/ui/register_page.hpp"
#include "attendance/ui/saving.hpp"
#include "backups/ui/backup_panel.hpp"
#include "certificates/ui/certificate_page.hpp"
#include "certificates/ui/close_dialog.hpp"
#include "certificates/ui/pack_move_dialog.hpp"
#include "classes/class_store.hpp"
#include "classes/ui/bulk_dialog.hpp"
#include "classes/ui/classes_page.hpp"
#include "history/ui/learner_card.hpp"
#include "identity/transfer_store.hpp"
#include "identity/ui/erasure_question.hpp"
#include "identity/ui/look_alikes_dialog.hpp"
#include "identity/ui/record_dialog.hpp"
#include "identity/ui/transfer_actions.hpp"
#include "imports/ui/history_dialog.hpp"
#include "imports/ui/import_dialog.hpp"
#include "learners/ui/learners_page.hpp"
#include "office/office_store.hpp"
#include "office/ui/settings_page.hpp"
#include "office/ui/start_page.hpp"
#include "parcels/ui/parcel_dialog.hpp"
#include "programmes/ui/pack_panel.hpp"
#include "programmes/ui/signer_panel.hpp"
#include "returns/ui/return_page.hpp"
#include "rollover/ui/rollover_dialog.hpp"
#include "sheets/ui/sheets_dialog.hpp"
#include "statements/ui/blank_list_dialog.hpp"
#include "statements/ui/statement_dialog.hpp"
#include "statements/ui/template_dialog.hpp"
#include "users/authority.hpp"
#include "users/onlooker.hpp"
#include "users/ui/audit_page.hpp"
#include "users/ui/users_panel.hpp"
#include "widgets/date_field.hpp"
#include "widgets/text.hpp"

namespace app {

OpenOffice::OpenOffice(const std::filesystem::path& file, storage::Access access,
                       storage::Environment environment)
    : m_database(storage::Database::open(file, access, environment))
    , m_office(office::load_office(m_database))
    , m_session{.database = m_database,
                .actor = {},
                .area_code = m_office.area_code,
                .go = {},
                .run_job = {},
                .sentence = {}}
    , m_search(m_session)
    , m_finder(m_session, m_search) {
    m_session.looked_at = [this](std::string_view page, std::string_view what, const wxString& called) {
        m_finder.remember(page, what, called);
    };
    if (access == storage::Access::read_only) {
        m_session.actor = users::onlooker();
        return;
    }
    if (!identity::units_behind(m_database)) return;
    storage::Transaction tx(m_database, users::actor_of_program());
    identity::catch_up_units(tx);
    tx.commit();
}

wxString OpenOffice::name() const {
    return office::shown_name(m_session, m_office);
}

wxString OpenOffice::short_name() const {
    const office::Area area = office::load_area(m_database, m_office);
    const bool khmer = m_session.language == widgets::Language::khmer;
    return widgets::wx(khmer ? office::unit_km(area) : office::unit_en(area));
}

wxString OpenOffice::note() const {
    wxString code = widgets::wx(m_office.area_code);
    if (m_database.access() == storage::Access::read_only)
        // TRANSLATORS: {1} the office's code; its file is open to look only.
        code = widgets::fill(_("{1}, to look only"), {code});
    else if (m_session.actor.authority)
        code += wxString::FromUTF8(" · ") + widgets::wx(m_session.actor.name);
    return m_office.sample ? widgets::fill(_("{1} (sample)"), {code}) : code;
}

std::vector<widgets::PageEntry> OpenOffice::pages(const Window& window) {
    return {
        office::start_page(m_session, [this](const auto& show) { ask_news(show); }),
        learners::learners_page(
            m_session, m_search,
            {.import_list = [this](wxWindow* parent) { return import(parent, imports::Kind::learners); },
             .show_imports = [this](wxWindow* parent) { return show_imports(parent); },
             .look_alikes = [this](wxWindow* parent) { return show_look_alikes(parent); },
             .enrol = work(classes::BulkKind::enrol),
             .move = work(classes::BulkKind::move),
             .leave = work(classes::BulkKind::leave),
             .show_changes =
                 [this](wxWindow* parent) { return classes::show_changes(parent, m_session, m_search); },
             .make_card = [this](wxWindow* parent) { return history::make_learner_card(parent, m_session); },
             .further = further_commands(),
             .find_look_alikes =
                 [this](const learners::Learner& typed) { return look_alikes(m_database, typed); }}),
        classes::classes_page(
            m_session, m_search,
            {.close =
                 [this](wxWindow* parent, const classes::ClassRow& row) {
                     return certificates::ask_and_close(parent, m_session, row);
                 },
             .sheets = [this](widgets::Page* page) { sheets::make_sheets(page, m_session, {}); },
             .blank_list =
                 [this](widgets::Page* page, const classes::ClassRow& row) {
                     statements::show_blank_list(page, m_session, row);
                 },
             .cards = [this](widgets::Page* page,
                             const classes::ClassRow& row) { statements::show_cards(page, m_session, row); },
             .next_year =
                 [this](wxWindow* parent) { return rollover::roll_year_over(parent, m_session, m_search); },
             .show_rollovers =
                 [this](wxWindow* parent) { return rollover::show_rollovers(parent, m_session, m_search); }}),
        attendance::register_page(
            m_session,
            [this](widgets::Page* page, classes::ClassId id, core::Month month) {
                sheets::make_sheets(page, m_session, {sheets::Kind::attendance, id, month, {}});
            }),
        assessment::score_page(
            m_session,
            [this](widgets::Page* page, classes::ClassId id, const std::string& period) {
                sheets::make_sheets(page, m_session, {sheets::Kind::scores, id, {}, period});
            }),
        certificates::certificate_page(m_session,
                                       {.statements =
                                            [this](wxWindow* parent, const classes::ClassRow& row) {
                                                statements::show_statements(parent, m_session, row);
                                            },
                                        .templates =
                                            [this](wxWindow* parent, const classes::ClassRow& row) {
                                                statements::show_templates(parent, m_session, row);
                                            }},
                                       parcel_commands()),
        returns::return_page(m_session),
        office::settings_page(
            m_session, {.switch_language = window.switch_language,
                        .screen = window.screen,
                        .use_screen = window.use_screen,
                        .more = {{.label = _("Programmes"),
                                  .create =
                                      [this](wxWindow* parent) {
                                          return programmes::make_pack_panel(
                                              parent, m_session,
                                              [this](wxWindow* above, const auto& pack) {
                                                  return assessment::edit_pack(above, m_session, pack);
                                              },
                                              [this](wxWindow* above, const auto& pack) {
                                                  certificates::move_classes(above, m_session, pack);
                                              });
                                      },
                                  .id = "programmes"},
                                 {.label = _("Signers"),
                                  .create =
                                      [this](wxWindow* parent) {
                                          return programmes::make_signer_panel(parent, m_session);
                                      },
                                  .id = "signers"},
                                 // TRANSLATORS: the letters of the attendance register
                                 {.label = _("Register letters"),
                                  .create =
                                      [this](wxWindow* parent) {
                                          return attendance::make_letter_panel(parent, m_session);
                                      },
                                  .id = "letters"},
                                 {.label = _("Users"),
                                  .create =
                                      [this, ended = window.set_up_ended](wxWindow* parent) {
                                          return users::make_users_panel(parent, m_session, ended);
                                      },
                                  .id = "users"},
                                 {.label = _("Backups"),
                                  .create =
                                      [this, restore = window.restore](wxWindow* parent) {
                                          return backups::make_backup_panel(parent, m_session, restore);
                                      },
                                  .id = "backups"}}}),
        users::audit_page(m_session),
    };
}

std::vector<certificates::FurtherCommand> OpenOffice::parcel_commands() {
    return {{.id = "parcel.out",
             .label = _("Parcel &out..."),
             .help = _("Write a parcel for a headteacher, or in an institution's file back to the district"),
             .run = [this](widgets::Page& page) { parcels::send_parcel(page, m_session); }},
            {.id = "parcel.in",
             .label = _("Parcel i&n..."),
             .help = _("See row by row what a parcel would do, and take it"),
             .run = [this](widgets::Page& page) { parcels::take_parcel_file(page, m_session); },
             .begins = true},
            {.id = "parcel.list",
             .label = _("Parce&ls..."),
             .help = _("Every parcel that went out and came in"),
             .run = [this](widgets::Page& page) {
                 parcels::show_parcels(wxGetTopLevelParent(&page), m_session);
             }}};
}

std::vector<learners::FurtherCommand> OpenOffice::further_commands() {
    const auto touched = [this](widgets::Page* page) {
        return [this, page](learners::LearnerId id) {
            m_search.touched(id);
            page->open(std::to_string(static_cast<std::int64_t>(id)));
        };
    };
    return {{.id = "learner.record",
             .label = _("Record of &learning..."),
             .help = _("Everything the learner earned anywhere, and what is missing for the nearest award"),
             .shortcut = "Ctrl+L",
             .icon = "certificates",
             .of_one = true,
             .run = [this](widgets::Page* page,
                           learners::LearnerId id) { identity::show_record(page, m_session, id); }},
            {.id = "learner.attendance",
             .label = _("&Attendance on paper..."),
             .help = _("A letter to the guardian about absences, or a statement of attendance"),
             .shortcut = "Ctrl+P",
             .icon = "print",
             .of_one = true,
             .run =
                 [this](widgets::Page* page, learners::LearnerId id) {
                     attendance::show_learner_paper(
                         page, {m_session.run_job, &page->messages(), wxGetTopLevelParent(page)}, m_session,
                         id);
                 }},
            {.id = "learner.erase",
             // TRANSLATORS: what was told about a person is removed from the register for good.
             .label = _("&Erase..."),
             .help = _("Remove what was told about the learner, and keep what the register must answer for"),
             .icon = "close",
             .of_one = true,
             .run =
                 [this](widgets::Page* page, learners::LearnerId id) {
                     identity::erase_learner(*page, m_session, id, [this, page, id] {
                         m_search.forget();
                         page->refresh();
                     });
                 }},
            {.id = "learner.transfer_out",
             .label = _("Transfer &out..."),
             .help = _("Write the learner's whole past as one signed file for another office"),
             .shortcut = "Ctrl+T",
             .icon = "next",
             .of_one = true,
             .run =
                 [this, touched](widgets::Page* page, learners::LearnerId id) {
                     identity::transfer_out(page, m_session, id, touched(page));
                 }},
            {.id = "learners.transfer_in",
             .label = _("&Transfer in..."),
             .help = _("Take in a learner's past that another office wrote"),
             .shortcut = "Ctrl+Shift+T",
             .icon = "previous",
             .run =
                 [this, touched](widgets::Page* page, learners::LearnerId) {
                     identity::transfer_in(page, m_session, touched(page));
                 }},
            {.id = "learners.transfers",
             .label = _("Tr&ansfers..."),
             .help = _("Every transfer so far, and taking one back"),
             .icon = "undo",
             .run = [this](widgets::Page* page, learners::LearnerId) {
                 if (!identity::show_transfers(page, m_session)) return;
                 m_search.forget();
                 page->refresh();
             }}};
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

bool OpenOffice::show_look_alikes(wxWindow* parent) {
    const bool changed = identity::show_look_alikes(parent, m_session);
    if (changed) m_search.forget();
    return changed;
}

// From every room, on a connection of its own: the page is on the screen meanwhile.
void OpenOffice::ask_news(
    const std::function<void(std::optional<office::StartNews>, const wxString&)>& show) {
    m_news.cancel();
    m_news.stand_aside();
    m_news.start(
        [this, show, file = m_database.path()](core::Progress& progress) -> widgets::JobRunner::Finish {
            const auto copy = storage::Database::open(file, storage::Access::read_only,
                                                      {m_database.clock(), m_news_random});
            return [this, show, facts = load_start_facts(copy, progress)] {
                show(start_news(m_session, facts), {});
            };
        },
        {.failed = [this, show](const core::Error& error) {
            if (error.code != "cancelled") show(std::nullopt, m_session.sentence(error));
        }});
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
