// SPDX-License-Identifier: GPL-3.0-or-later
#include "learners/ui/learners_page.hpp"

#include "learners/learner_store.hpp"
#include "learners/ui/learner_dialog.hpp"
#include "learners/ui/learner_table.hpp"
#include "office/ui/undo_command.hpp"
#include "widgets/data_list.hpp"
#include "widgets/empty_state.hpp"
#include "widgets/search_box.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/timer.h>

namespace learners {

namespace {

constexpr int card_width = 340;
// Running down the list with an arrow key asks nothing of the office file.
constexpr int card_pause_ms = 60;

class LearnersPage final : public widgets::Page {
  public:
    LearnersPage(wxWindow* parent, office::Session& session, LearnerSearch& search,
                 const LearnersPageActions& actions)
        : Page(parent, "learners", _("Learners"))
        , m_session(session)
        , m_search(search)
        , m_actions(actions) {
        make_commands();
        make_work_commands();
        if (m_actions.import_list) make_import_commands();
        if (m_actions.look_alikes) make_look_alikes_command();
        make_further_commands();
        office::add_undo_command(*this, session, "learner.undo", "learners", [this](const std::string& what) {
            if (!what.empty()) m_search.touched(LearnerId{std::strtoll(what.c_str(), nullptr, 10)});
            refresh();
        });
        show_buttons({"learner.edit", "learner.enrol", "learner.move", "learner.leave"});
        if (m_actions.import_list) show_buttons({"learners.import"});
        show_buttons({"learner.add"});
        m_table = new LearnerTable(this, session, search, search.filter(), "learners");
        m_table->on_shown([this] {
            tell_count();
            show_card();
        });
        m_table->on_too_long([this](std::size_t most) {
            messages().tell(widgets::Tone::info,
                            // TRANSLATORS: {1} is a number of learners.
                            widgets::fill(_("So many learners stand in the order of their names. Narrow the "
                                            "search to {1} or fewer to order them otherwise."),
                                          {widgets::number(static_cast<long long>(most))}));
        });
        m_table->list().on_open([this](std::size_t) { edit(); });
        m_table->list().on_select([this] { m_pause.StartOnce(card_pause_ms); });
        m_pause.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { show_card(); });
        m_card = m_actions.make_card(m_table);
        m_table->put_beside(m_card, card_width);
        body().Add(m_table, 1, wxEXPAND);
        m_empty = new widgets::EmptyState(this, "learners", _("No learners yet"),
                                          _("Bring in a centre's list from Excel, or register the first "
                                            "learner by hand. Registered learners "
                                            "can then be enrolled in a class."));
        if (m_actions.import_list) m_empty->add_button(commands().make_button(m_empty, "learners.import"));
        m_empty->add_button(commands().make_button(m_empty, "learner.add"));
        body().Add(m_empty, 1, wxEXPAND);
        m_empty->Hide();
    }

    void refresh() override {
        m_table->refresh();
        show_card();
    }

    wxWindow* first_control() override {
        if (m_empty->IsShown()) return nullptr;
        return &m_table->search_box();
    }

    void open(std::string_view what) override {
        // "new" and "edit 12" open the form, for a draft that a restart offers.
        if (what == "new") return CallAfter([this] { add(); });
        // What the start page leads to; the window comes once the page is there.
        if (what == "imports") return CallAfter([this] { commands().run("learners.imports"); });
        if (what == "look-alikes") return CallAfter([this] { commands().run("learners.look_alikes"); });
        const bool form = what.starts_with("edit ");
        if (form) what.remove_prefix(std::string_view{"edit "}.size());
        const auto id = std::strtoll(std::string(what).c_str(), nullptr, 10);
        m_table->select(LearnerId{id});
        if (form) CallAfter([this, id] { edit(LearnerId{id}); });
    }

    std::string shown() const override {
        const auto chosen = m_table->selection();
        return chosen.size() == 1 ? std::to_string(static_cast<std::int64_t>(chosen.front())) : std::string();
    }

  private:
    void make_commands() {
        commands().add({.id = "learner.edit",
                        .label = _("&Edit..."),
                        .help = _("Open the selected learner's form"),
                        .shortcut = "Ctrl+E",
                        .icon = "edit",
                        .run = [this] { edit(); },
                        .allowed = [this] { return m_table->selection().size() == 1; }});
        commands().add({.id = "learner.add",
                        .label = _("&New learner..."),
                        .help = _("Register a learner by hand"),
                        .shortcut = "Ctrl+N",
                        .icon = "add",
                        .run = [this] { add(); },
                        .rank = widgets::Rank::primary});
    }

    void make_further_commands() {
        for (const FurtherCommand& further : m_actions.further)
            commands().add({.id = further.id,
                            .label = further.label,
                            .help = further.help,
                            .shortcut = further.shortcut,
                            .icon = further.icon,
                            .run =
                                [this, further] {
                                    const auto selection = m_table->selection();
                                    further.run(this, selection.empty() ? LearnerId{} : selection.front());
                                },
                            .allowed =
                                [this, of_one = further.of_one] {
                                    return !of_one || m_table->selection().size() == 1;
                                }});
    }

    // What is done with all who are selected at once.
    void make_work_commands() {
        const auto work = [this](std::string id, const wxString& label, const wxString& help,
                                 const wxString& shortcut, const char* icon,
                                 const LearnersPageActions::Work& run) {
            commands().add({.id = std::move(id),
                            .label = label,
                            .help = help,
                            .shortcut = shortcut,
                            .icon = icon,
                            .run = [this, run] { do_with_selected(run, m_table->selection()); },
                            .allowed = [this] { return !m_table->selection().empty(); }});
        };
        work("learner.enrol", _("En&rol..."), _("Enrol the selected learners in an open class"), "Ctrl+R",
             "enrol", m_actions.enrol);
        work("learner.move", _("&Move..."), _("Move the selected learners from one class to another"),
             "Ctrl+M", "move", m_actions.move);
        work("learner.leave", _("Lea&ve..."), _("The selected learners leave their class, with the reason"),
             "Ctrl+Shift+R", "leave", m_actions.leave);
        commands().add({.id = "learner.history",
                        .label = _("What &happened to the record"),
                        .help = _("Every change of the selected learner, who made it and when"),
                        .shortcut = "Ctrl+H",
                        .run = [this] { m_card->show_history(); },
                        .allowed = [this] { return m_table->selection().size() == 1; }});
        commands().add({.id = "learner.changes",
                        .label = _("&Changes of many..."),
                        .help = _("What was done with many learners at once, and taking it back"),
                        .icon = "undo",
                        .run = [this] {
                            if (m_actions.show_changes(this)) refresh();
                        }});
    }

    void do_with_selected(const LearnersPageActions::Work& run, const std::vector<LearnerId>& learners) {
        const auto done = run(this, learners);
        if (!done) return;
        refresh();
        messages().tell(widgets::Tone::good, done->sentence, _("Undo"), [this, undo = done->undo] {
            const wxString refused = undo();
            refresh();
            messages().tell(refused.empty() ? widgets::Tone::good : widgets::Tone::bad,
                            refused.empty() ? wxString(_("It is taken back.")) : refused);
        });
    }

    void show_card() {
        const auto chosen = m_table->selection();
        m_card->show(chosen.size() == 1 ? std::optional{chosen.front()} : std::nullopt, chosen.size());
    }

    void make_import_commands() {
        commands().add(
            {.id = "learners.import",
             .label = _("&Import a list..."),
             .help = _("Read a centre's list from Excel or CSV, and see what is wrong before it is kept"),
             .shortcut = "Ctrl+I",
             .icon = "import",
             .run = [this] {
                 if (m_actions.import_list(this)) refresh();
             }});
        commands().add({.id = "learners.imports",
                        .label = _("Import &history..."),
                        .help = _("Every import so far, and taking one back"),
                        .shortcut = "Ctrl+Shift+I",
                        .icon = "undo",
                        .run = [this] {
                            if (m_actions.show_imports(this)) refresh();
                        }});
    }

    void make_look_alikes_command() {
        commands().add(
            {.id = "learners.look_alikes",
             .label = _("&Look-alikes..."),
             .help = _("Records that may be one person: merge them, or say that they are two people"),
             .shortcut = "Ctrl+D",
             .icon = "learners",
             .run = [this] {
                 if (m_actions.look_alikes(this)) refresh();
             }});
    }

    void tell_count() {
        const wxString count = widgets::number(m_table->total());
        const bool none = m_table->total() == 0 && !m_table->narrowed();
        m_table->Show(!none);
        m_empty->Show(none);
        if (none)
            set_subtitle(wxString());
        else if (m_table->waiting())
            set_subtitle(_("Preparing the search..."));
        else if (m_table->narrowed())
            // TRANSLATORS: how many learners the list shows; {1} is a number.
            set_subtitle(widgets::fill(_("{1} found"), {count}));
        else
            set_subtitle(widgets::fill(
                wxPLURAL("{1} learner", "{1} learners", static_cast<unsigned>(m_table->total())), {count}));
        Layout();
    }

    void add() {
        const FormOutcome outcome = register_learners(this, m_session, m_actions.find_look_alikes);
        touch(outcome);
        const std::vector<LearnerId>& registered = outcome.registered;
        if (outcome) m_table->select(registered.empty() ? outcome.changed.back() : registered.back());
        if (!registered.empty())
            messages().tell(
                widgets::Tone::good,
                registered.size() == 1
                    ? _("The learner is registered.")
                    : widgets::fill(wxPLURAL("{1} learner is registered.", "{1} learners are registered.",
                                             static_cast<unsigned>(registered.size())),
                                    {widgets::number(static_cast<long long>(registered.size()))}),
                // The whole pile of papers at once.
                _("Enrol in a class..."),
                [this, registered] { do_with_selected(m_actions.enrol, registered); });
        // With learners registered, enrolling them is what comes next; the draft is there at the next new
        // learner.
        if (registered.empty()) tell_draft(outcome, [this] { add(); });
    }

    void edit() {
        const auto selection = m_table->selection();
        if (selection.size() == 1) edit(selection.front());
    }

    // What the form changes.
    struct FormRecord {
        Learner learner;
        std::optional<std::string> photo;
        friend bool operator==(const FormRecord&, const FormRecord&) = default;
    };
    static std::optional<FormRecord> find_record(const storage::Database& database, LearnerId id) {
        const auto learner = find_learner(database, id);
        if (!learner) return std::nullopt;
        return FormRecord{*learner, find_photo(database, id)};
    }

    void edit(LearnerId id) {
        const auto was = find_record(m_session.database, id);
        if (!was) return;
        const wxString called = office::shown_name(m_session, was->learner);
        m_session.looked_at("learners", std::to_string(static_cast<std::int64_t>(id)), called);
        const FormOutcome outcome = edit_learner(this, m_session, id, m_actions.find_look_alikes);
        touch(outcome);
        if (!outcome.changed.empty())
            office::remember_change(
                m_session, office::subject_of(m_session, "learners", was->learner, id), *was,
                [id](const storage::Database& database) { return find_record(database, id); },
                [id](storage::Transaction& tx, const FormRecord& record) -> core::Expected<void> {
                    const auto updated = update_learner(tx, record.learner);
                    if (!updated) return tl::make_unexpected(updated.error());
                    set_photo(tx, id, record.photo);
                    return {};
                });
        if (outcome) refresh();
        tell_draft(outcome, [this, id] { edit(id); });
    }

    void touch(const FormOutcome& outcome) {
        for (const auto* ids : {&outcome.registered, &outcome.changed})
            for (const LearnerId id : *ids)
                m_search.touched(id);
    }

    void tell_draft(const FormOutcome& outcome, std::function<void()> go_on) {
        if (outcome.draft_kept)
            messages().tell(widgets::Tone::info, _("The form is not saved. What you typed is kept."),
                            _("Go on with it"), std::move(go_on));
    }

    office::Session& m_session;
    LearnerSearch& m_search;
    LearnersPageActions m_actions;
    LearnerTable* m_table = nullptr;
    LearnerCard* m_card = nullptr;
    wxTimer m_pause;
    widgets::EmptyState* m_empty = nullptr;
};

} // namespace

widgets::PageEntry learners_page(office::Session& session, LearnerSearch& search,
                                 LearnersPageActions actions) {
    return {.id = "learners",
            .label = _("Learners"),
            .icon = "learners",
            .create = [&session, &search, actions = std::move(actions)](wxWindow* parent) {
                return new LearnersPage(parent, session, search, actions);
            }};
}

} // namespace learners
