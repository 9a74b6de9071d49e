// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/srok_app.hpp"

#include "app/help.hpp"
#include "app/list_files.hpp"
#include "app/main_frame.hpp"
#include "app/welcome.hpp"
#include "backups/diagnosis.hpp"
#include "demo/sample.hpp"
#include "documents/file.hpp"
#include "documents/ui/program_fonts.hpp"
#include "guide/ui/first_hour_window.hpp"
#include "learners/draft_store.hpp"
#include "learners/learner_store.hpp"
#include "office/ui/new_office_dialog.hpp"
#include "users/authority.hpp"
#include "widgets/date_field.hpp"
#include "widgets/form.hpp"
#include "widgets/list_order.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"
#include "wording/language.hpp"
#include "wording/sentence.hpp"

#include <wx/dialog.h>
#include <wx/evtloop.h>
#include <wx/filedlg.h>
#include <wx/log.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

namespace app {

namespace {

// An assertion of the toolkit is our bug: it goes to the log, where the journeys look for it, and never in
// the clerk's way.
void log_assert(const wxString& file, int line, const wxString& function, const wxString& condition,
                const wxString& message) {
    std::fprintf(stderr, "srok assert: %s:%d %s: %s %s\n", widgets::utf8(file).c_str(), line,
                 widgets::utf8(function).c_str(), widgets::utf8(condition).c_str(),
                 widgets::utf8(message).c_str());
}

// A day or a moment in ISO text as everywhere on the screen; any other word as it is.
std::string readable_word(const std::string& word) {
    if (const auto day = core::day_from_iso(word)) return widgets::utf8(widgets::shown(*day));
    if (const auto moment = core::moment_from_iso(word)) return widgets::utf8(widgets::shown(*moment));
    return word;
}

// Days stand in an error's facts alone, behind a name, or in a list: "Sok Dara 2025-12-01, Keo Mum
// 2025-12-02".
std::string readable(const std::string& value) {
    std::string shown;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t end = std::min(value.find_first_of(" ,", at), value.size());
        shown += readable_word(value.substr(at, end - at));
        at = std::min(value.find_first_not_of(" ,", end), value.size());
        shown += value.substr(end, at - end);
    }
    return shown;
}

// Who writes what nobody at the keyboard asked for: that a backup was made, or that the file was restored.
storage::Actor program_itself() {
    return users::actor_of_program();
}

// A count, a mark or a share, and neither a number that stands for a thing nor what a person called one.
bool is_figure(const core::Fact& fact) {
    constexpr std::array<std::string_view, 14> names{"by",     "class",  "code",   "file",  "heading",
                                                     "holder", "id",     "key",    "label", "layout",
                                                     "name",   "number", "serial", "text"};
    if (std::find(names.begin(), names.end(), fact.name) != names.end()) return false;
    return !widgets::plain_figure(fact.value).empty();
}

wxString sentence_of(core::Error error, widgets::Language language) {
    for (core::Fact& fact : error.facts)
        fact.value = is_figure(fact) ? widgets::utf8(widgets::figure(fact.value)) : readable(fact.value);
    const auto& catalogue = wording::catalogue_of(
        language == widgets::Language::khmer ? wording::Language::khmer : wording::Language::english);
    return widgets::wx(wording::in_one_line(wording::sentence(catalogue, error)));
}

} // namespace

bool SrokApp::OnInit() {
    SetAppName("srok");
    wxSetAssertHandler(log_assert);
    widgets::install_theme();
    install_memory();
    m_preferences = load_preferences();
    widgets::use_screen(m_preferences.screen);
    speak(m_arguments.language.value_or(m_preferences.language.value_or(widgets::Language::khmer)));
    // Windows come and go between one office and the next; the program ends when we say so.
    SetExitOnFrameDelete(false);
    return (m_arguments.file && open(*m_arguments.file, m_arguments.page)) || choose_office();
}

int SrokApp::OnExit() {
    m_keeping.reset();
    m_checks.reset();
    m_guard.reset();
    m_office.reset();
    return wxApp::OnExit();
}

void SrokApp::ExitMainLoop() {
    if (m_mainLoop) m_mainLoop->ScheduleExit(0); // there only while it runs
}

bool SrokApp::OnExceptionInMainLoop() {
    try {
        throw;
    } catch (const core::WorldFailure& world) {
        const wxString sentence = sentence_of(world.error(), m_language);
        // Behind a dialog nobody would read the page's bar.
        const auto* above = dynamic_cast<wxDialog*>(wxGetActiveWindow());
        if (m_frame && m_frame->page() && !(above && above->IsModal()))
            m_frame->page()->messages().tell(widgets::Tone::bad, sentence);
        else
            widgets::tell(wxGetActiveWindow(), _("This could not be done"), sentence);
        return true;
    }
    return false;
}

int SrokApp::FilterEvent(wxEvent& event) {
    if (event.GetEventType() != wxEVT_CHAR_HOOK) return Event_Skip; // most events
    const std::string page = m_frame && m_frame->page() ? m_frame->current_page() : std::string();
    return help_asked_in_dialog(event, m_language, page) ? Event_Processed : Event_Skip;
}

void SrokApp::speak(widgets::Language language) {
    m_language = language;
    widgets::set_toolkit_language(widgets::code_of(language));
    widgets::use_language(language, wording::khmer_mo());
    m_preferences.language = language;
    save_preferences(m_preferences);
}

bool SrokApp::choose_office() {
    const auto sentence = [this](const core::Error& error) { return sentence_of(error, m_language); };
    const WelcomeActions actions{
        .create =
            [this, sentence](wxWindow* parent) {
                return office::make_new_office(parent, {m_clock, m_random}, m_language, sentence);
            },
        .make_sample =
            [](const std::filesystem::path& file, core::Progress& progress) {
                const auto fonts = documents::load_program_fonts();
                const auto made = demo::make_sample(file, {}, fonts, progress);
                if (!made) throw core::WorldFailure(made.error());
            },
        .ask_restore =
            [this, sentence](wxWindow* parent, const std::filesystem::path& backup,
                             const std::filesystem::path& target) {
                return backups::ask_restore(parent, {backup, target, {m_clock, m_random}, sentence});
            },
        .restore =
            [this](const backups::RestoreWish& wish, core::Progress& progress) {
                const auto restored = backups::restore({wish.backup, wish.secret, wish.target, wish.replace},
                                                       {m_clock, m_check_random}, program_itself(), progress);
                if (!restored) throw core::WorldFailure(restored.error());
            },
        .sentence = sentence};
    for (;;) {
        WelcomeTrouble trouble;
        if (m_trouble) {
            trouble = {sentence_of(*m_trouble, m_language), m_troubled};
            if (m_trouble->code == "file.damaged" || m_trouble->code == "file.missing")
                trouble.backup = backups::newest_backup_beside(m_troubled).value_or(std::filesystem::path{});
            trouble.can_look = m_trouble->code == "file.locked" || m_trouble->code == "file.read-only";
        }
        const auto at_once = std::exchange(m_restore, std::nullopt);
        const WelcomeChoice choice = welcome(m_language, m_preferences.recent, trouble, at_once, actions);
        if (choice.language) {
            speak(*choice.language);
            continue;
        }
        m_trouble.reset();
        if (!choice.file) return false;
        if (open(*choice.file, {},
                 choice.look_only ? storage::Access::read_only : storage::Access::read_write)) {
            // Whoever has just made a sample wants to see what there is to do.
            if (choice.made_sample) m_frame->CallAfter([this] { m_frame->run_command("help.first-hour"); });
            return true;
        }
    }
}

bool SrokApp::open(const std::filesystem::path& file, const std::string& page, storage::Access access) {
    try {
        m_guard.reset();
        m_office.reset();
        m_office = std::make_unique<OpenOffice>(file, access, storage::Environment{m_clock, m_random});
        if (!admit()) {
            m_guard.reset();
            m_office.reset();
            return false;
        }
        show_frame(page);
    } catch (const core::WorldFailure& world) {
        // A damaged file may open and fail only where its first page is read.
        m_trouble = world.error();
        m_troubled = std::filesystem::absolute(file);
        if (m_trouble->place.file.empty()) m_trouble->place.file = widgets::utf8(widgets::wx_path(file));
        if (m_frame) m_frame->Destroy();
        m_frame = nullptr;
        m_guard.reset();
        m_office.reset();
        if (world.error().code == "file.missing") m_preferences.forget(std::filesystem::absolute(file));
        return false;
    }
    m_preferences.remember(std::filesystem::absolute(file));
    save_preferences(m_preferences);
    if (access == storage::Access::read_only) {
        m_frame->page()->messages().tell(widgets::Tone::info,
                                         sentence_of(core::Error{"file.look-only"}, m_language));
        return true;
    }
    offer_draft();
    check_file();
    m_keeping = std::make_unique<Keeping>(
        m_office->session(), program_itself(),
        Keeping::Window{
            .jobs = [this]() -> widgets::JobPanel& { return m_frame->jobs(); },
            .tell = [this](widgets::Tone tone,
                           const wxString& words) { m_frame->page()->messages().tell(tone, words); }});
    m_keeping->back_up_today();
    return true;
}

void SrokApp::offer_draft() {
    office::Session& session = m_office->session();
    const auto draft = learners::newest_draft(session.database, session.actor);
    if (!draft) return;
    const auto known =
        draft->learner ? learners::find_by_uid(session.database, *draft->learner) : std::nullopt;
    const std::string what = known ? "edit " + std::to_string(static_cast<std::int64_t>(*known)) : "new";
    const auto name = [&](std::string_view field) {
        const auto found = draft->typed.find(field);
        return found == draft->typed.end() ? wxString() : widgets::wx(found->second);
    };
    const wxString called = name("name_km").empty() ? name("name") : name("name_km");
    m_frame->page()->messages().tell(
        widgets::Tone::info,
        called.empty()
            ? _("A learner's form was begun and not saved. What was typed is kept.")
            : widgets::fill(_("A learner's form was begun and not saved: {1}. What was typed is kept."),
                            {called}),
        _("Go on with it"), [this, what] { m_frame->go("learners", what); });
}

void SrokApp::check_file() {
    m_checks = std::make_unique<widgets::JobRunner>();
    m_checks->stand_aside();
    m_checks->start(
        [this, file = m_office->database().path()](core::Progress&) -> widgets::JobRunner::Finish {
            const auto copy =
                storage::Database::open(file, storage::Access::read_only, {m_clock, m_check_random});
            const std::vector<core::Error> damage = copy.damage();
            if (damage.empty()) return {};
            return [this, first = damage.front()] {
                if (m_frame && m_frame->page())
                    m_frame->page()->messages().tell(widgets::Tone::bad, sentence_of(first, m_language));
            };
        },
        {});
}

bool SrokApp::admit() {
    office::Session& session = m_office->session();
    session.language = m_language;
    session.sentence = [this](const core::Error& error) { return sentence_of(error, m_language); };
    m_guard = std::make_unique<Guard>(session, [this] { open_other(); });
    return m_guard->log_in();
}

void SrokApp::set_up_ended(const std::string& administrator) {
    // The frame that asked is replaced, so its handler must have returned first.
    CallAfter([this, administrator] {
        m_guard->become(administrator);
        show_frame(m_frame->current_page());
    });
}

void SrokApp::show_frame(const std::string& page) {
    office::Session& session = m_office->session();
    session.language = m_language;
    session.go = [this](std::string_view id, std::string_view what) { m_frame->go(id, what); };
    open_list_desk({.office = [this] { return widgets::utf8(m_office->name()); },
                    .jobs = [this]() -> widgets::JobPanel& { return m_frame->jobs(); },
                    .sentence = session.sentence});
    session.run_job = [this](const wxString& title, widgets::JobRunner::Work work) {
        m_frame->jobs().run(title, std::move(work), [this](const core::Error& error) {
            m_frame->page()->messages().tell(widgets::Tone::bad, sentence_of(error, m_language));
        });
    };
    MainFrame* old = m_frame;
    m_frame = new MainFrame(
        {m_office->name(), m_office->short_name(), m_office->note()},
        m_office->pages({.switch_language = [this](widgets::Language language) { switch_language(language); },
                         .screen = m_preferences.screen,
                         .use_screen = [this](const widgets::Screen& screen) { use_screen(screen); },
                         .set_up_ended = [this](const std::string& name) { set_up_ended(name); },
                         .restore = [this](const std::filesystem::path& backup) { restore_over(backup); }}),
        m_language,
        {.switch_language = [this](widgets::Language language) { switch_language(language); },
         .open_other = [this] { open_other(); },
         .lock = [this] { m_guard->lock(); },
         .can_lock = [this] { return m_guard->can_lock(); },
         .imports =
             m_office->import_commands([this] { return m_frame; }, [this] { m_frame->refresh_page(); }),
         .diagnose = [this] { diagnose(); },
         .find = [this](const std::string& typed) { return m_office->finder().find(typed); },
         .recent = [this] { return m_office->finder().recent(); },
         .help = help_commands(
             {.session = session,
              .sample = m_office->is_sample(),
              .window = [this] { return m_frame; },
              .page = [this] { return m_frame->current_page(); },
              .busy = [this] { return !m_frame || m_frame->jobs().busy(); }, // as it closes, too
              .tell =
                  [this](const wxString& words, const wxString& button, std::function<void()> run) {
                      m_frame->page()->messages().tell(widgets::Tone::good, words, button, std::move(run));
                  }})});
    if (old) m_frame->SetSize(old->GetRect());
    m_frame->Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (event.GetEventObject() == m_frame) {
            // The dialog above it is answered first. Where the taskbar closes it, nothing else asks.
            if (event.CanVeto() && !m_frame->IsEnabled()) {
                event.Veto();
                return;
            }
            const auto leave = [this] {
                CallAfter([this] {
                    close_office();
                    ExitMainLoop();
                });
            };
            if (event.CanVeto() && m_keeping && m_keeping->back_up_before(leave)) {
                event.Veto();
                return;
            }
            ExitMainLoop();
        }
        event.Skip();
    });
    SetTopWindow(m_frame);
    m_frame->Show();
    m_frame->go(page.empty() ? "start" : page);
    // The window is painted first.
    CallAfter([this] {
        if (m_office) m_office->prepare_search();
    });
    const bool first_hour = old && guide::first_hour_shown();
    if (old) old->Destroy();
    if (first_hour) m_frame->run_command("help.first-hour");
}

void SrokApp::switch_language(widgets::Language language) {
    // The frame that asked is replaced, so its handler must have returned first.
    CallAfter([this, language] {
        const std::string page = m_frame->current_page();
        speak(language);
        show_frame(page);
    });
}

void SrokApp::use_screen(const widgets::Screen& screen) {
    // As for the language.
    CallAfter([this, screen] {
        m_preferences.screen = screen;
        save_preferences(m_preferences);
        widgets::use_screen(screen);
        show_frame(m_frame->current_page());
    });
}

void SrokApp::open_other() {
    CallAfter([this] {
        close_office();
        if (!choose_office()) ExitMainLoop();
    });
}

void SrokApp::close_office() {
    close_list_desk();
    widgets::job_log().forget_ended();
    // It goes a moment later, and must not be painted from an office that is gone by then.
    m_frame->Hide();
    m_frame->Destroy();
    m_frame = nullptr;
    m_keeping.reset();
    m_checks.reset();
    m_guard.reset();
    m_office.reset(); // gives up the lock: another file, or the same one, can be opened
}

void SrokApp::diagnose() {
    wxFileDialog files(m_frame, _("Diagnostic file"), wxStandardPaths::Get().GetDocumentsDir(),
                       "srok-diagnosis.txt", _("Text") + " (*.txt)|*.txt", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (files.ShowModal() != wxID_OK) return;
    const std::filesystem::path out = widgets::path_of(files.GetPath());
    office::Session& session = m_office->session();
    session.run_job(
        _("Looking through the office file"),
        [this, &session, out](core::Progress& progress) -> widgets::JobRunner::Finish {
            documents::write_file(out, backups::diagnose(session.database, progress));
            return [this, out] {
                m_frame->page()->messages().tell_file(
                    widgets::fill(_("The diagnostic file was written: {1}. It holds nobody's name."),
                                  {widgets::wx_path(out)}),
                    out);
            };
        });
}

void SrokApp::restore_over(const std::filesystem::path& backup) {
    CallAfter([this, backup] {
        const std::filesystem::path file = std::filesystem::absolute(m_office->database().path());
        auto wish = backups::ask_restore(
            m_frame, {backup, file, {m_clock, m_random}, [this](const core::Error& error) {
                          return sentence_of(error, m_language);
                      }});
        if (!wish) return;
        close_office();
        m_restore = std::move(wish);
        if (!choose_office()) ExitMainLoop();
    });
}

} // namespace app
