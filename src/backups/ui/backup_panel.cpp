// SPDX-License-Identifier: GPL-3.0-or-later
#include "backups/ui/backup_panel.hpp"

#include "backups/restore.hpp"
#include "backups/schedule.hpp"
#include "backups/ui/passphrase_dialog.hpp"
#include "backups/ui/restore_dialog.hpp"
#include "office/office_store.hpp"
#include "users/authority.hpp"
#include "widgets/accessible.hpp"
#include "widgets/command.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/message_bar.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/translation.h>

namespace backups {

namespace {

namespace fs = std::filesystem;
using widgets::fill;
using widgets::Tone;
using widgets::wx;

wxString size_words(std::uint64_t bytes) {
    constexpr std::uint64_t kilo = 1024;
    // TRANSLATORS: the size of a file, in kilobytes and in megabytes.
    if (bytes < kilo * kilo)
        return fill(_("{1} kB"), {widgets::number(static_cast<long long>((bytes + kilo - 1) / kilo))});
    return fill(_("{1} MB"), {widgets::figure(wxString::Format(
                                 "%.1f", static_cast<double>(bytes) / static_cast<double>(kilo * kilo)))});
}

wxString why_words(Why why) {
    switch (why) {
    // TRANSLATORS: why a backup was made: by a person, at the first start of the day, at closing.
    case Why::asked:
        return _("asked for");
    case Why::day:
        return _("first start of the day");
    case Why::closing:
        return _("at closing");
    }
    return {};
}

class BackupPanel final : public wxPanel {
  public:
    BackupPanel(wxWindow* parent, office::Session& session, std::function<void(const fs::path&)> restore)
        : wxPanel(parent)
        , m_session(session)
        , m_restore(std::move(restore)) {
        SetBackgroundColour(widgets::colour::paper);
        add_commands();
        m_messages = new widgets::MessageBar(this);
        m_age = add_line("backup.age");
        m_age->SetFont(widgets::strong_font(*this));
        m_rehearsed = add_line("backup.rehearsed");
        m_places = add_line("backup.places");
        m_list =
            new widgets::DataList(this, "backups", _("Backups"),
                                  // TRANSLATORS: heads the moment whose content a backup holds.
                                  {{.title = _("What the office had on"), .width = 160},
                                   {.title = _("File"), .width = 240},
                                   {.title = _("Folder"), .width = 120, .grows = true, .keeps_end = true},
                                   {.title = _("Size"), .width = 80, .right = true},
                                   // TRANSLATORS: heads when a backup was read back and compared.
                                   {.title = _("Proven"), .width = 140},
                                   {.title = _("Made"), .width = 150},
                                   {.title = _("State"), .width = 150}});
        m_list->say_when_empty(_("No backup was made yet. Make the first one now."));
        lay_out();
        Bind(wxEVT_SHOW, [this](wxShowEvent& event) {
            event.Skip();
            if (event.IsShown()) show();
        });
        show();
    }

  private:
    void add_commands() {
        const auto there = [this] { return chosen() != nullptr && is_there(*chosen()); };
        m_commands.add(
            {.id = "backup.now",
             .label = _("&Back up now"),
             .help = _("Make a backup in the office's folder, and on the second place if it is there"),
             .icon = "backup",
             .run = [this] { back_up(); },
             .rank = widgets::Rank::primary});
        m_commands.add({.id = "backup.stick",
                        .label = _("To a &stick..."),
                        .help = _("A backup on a memory stick or another disk"),
                        .icon = "backup",
                        .run = [this] { back_up_to_stick(); }});
        m_commands.add(
            {.id = "backup.rehearse",
             .label = _("&Rehearse..."),
             .help = _("Restore the chosen backup into a passing folder, check everything, and take it away"),
             .icon = "check",
             .run = [this] { rehearse_chosen(); },
             .allowed = there});
        m_commands.add({.id = "backup.restore",
                        .label = _("R&estore..."),
                        .help = _("Go back to what the office had in a backup"),
                        .icon = "undo",
                        .run = [this] {
                            m_restore(chosen() && is_there(*chosen()) ? chosen()->made.file : fs::path{});
                        }});
        m_commands.add({.id = "backup.folder",
                        .label = _("&Folder..."),
                        .help = _("Where backups go by themselves"),
                        .icon = "folder",
                        .run = [this] { choose_folder(); }});
        m_commands.add({.id = "backup.second",
                        .label = _("Se&cond place..."),
                        .help = _("A stick or another disk that gets the same backups whenever it is there"),
                        .icon = "folder",
                        .run = [this] { choose_second(); }});
        m_commands.add({.id = "backup.passphrase",
                        .label = _("&Passphrase..."),
                        .help = _("What backups open with"),
                        .icon = "edit",
                        .run = [this] { set_passphrase(); }});
    }

    wxStaticText* add_line(std::string_view id) {
        auto* line = new wxStaticText(this, wxID_ANY, wxString());
        widgets::name_control(*line, id, wxString());
        return line;
    }

    void lay_out() {
        const int gap = FromDIP(widgets::space::small);
        auto* buttons = new wxBoxSizer(wxHORIZONTAL);
        for (const char* id : {"backup.folder", "backup.second", "backup.passphrase"})
            buttons->Add(m_commands.make_button(this, id), 0, wxRIGHT, gap);
        buttons->AddStretchSpacer(1);
        for (const char* id : {"backup.restore", "backup.rehearse", "backup.stick", "backup.now"})
            buttons->Add(m_commands.make_button(this, id), 0, wxLEFT, gap);
        auto* rows = new wxBoxSizer(wxVERTICAL);
        rows->Add(m_messages, 0, wxEXPAND);
        for (wxStaticText* line : {m_age, m_rehearsed, m_places})
            rows->Add(line, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, gap);
        rows->Add(buttons, 0, wxEXPAND | wxALL, gap);
        rows->Add(m_list, 1, wxEXPAND);
        SetSizer(rows);
    }

    void tell_line(wxStaticText& line, std::string_view id, const wxString& words) {
        line.SetLabelText(words);
        widgets::name_control(line, id, words);
    }

    wxString age_words() const {
        const auto last = last_proven(m_session.database);
        if (!last) return _("No backup was proven yet.");
        const auto now = m_session.database.clock().now();
        const auto days = std::chrono::sys_days{core::day_in_cambodia(now)} -
                          std::chrono::sys_days{core::day_in_cambodia(*last)};
        // TRANSLATORS: {1} a day and time.
        if (days.count() <= 0)
            return fill(_("The last proven backup is of today: {1}."), {widgets::shown(*last)});
        return fill(wxPLURAL("The last proven backup is {1} day old: {2}.",
                             "The last proven backup is {1} days old: {2}.",
                             static_cast<unsigned>(days.count())),
                    {widgets::number(days.count()), widgets::shown(*last)});
    }

    wxString rehearsed_words() const {
        const auto last = last_rehearsal(m_session.database);
        if (!last) return _("Restoring was never rehearsed. Try it out once: nothing changes by it.");
        if (last->findings > 0)
            return fill(_("Rehearsed on {1}: {2} findings. That backup is not good."),
                        {widgets::shown(last->at), widgets::number(last->findings)});
        // TRANSLATORS: {1} when restoring was tried out, {2} how many learners and {3} certificates were
        // there.
        return fill(
            _("Rehearsed on {1}: all in order, {2} learners, {3} certificates."),
            {widgets::shown(last->at), widgets::number(last->learners), widgets::number(last->certificates)});
    }

    wxString place_words() const {
        const Places places = load_places(m_session.database);
        const wxString sealed = office::has_backup_key(m_session.database)
                                    ? _("Backups open with the office's backup passphrase alone.")
                                    : _("There is no passphrase yet: whoever has a backup can read it.");
        // TRANSLATORS: {1} and {2} are folders, {3} a sentence.
        if (places.second)
            return fill(_("They go to {1} and {2}. {3}"),
                        {widgets::wx_path(places.folder), widgets::wx_path(*places.second), sealed});
        return fill(_("They go to {1}. {2}"), {widgets::wx_path(places.folder), sealed});
    }

    void show() {
        tell_line(*m_age, "backup.age", age_words());
        tell_line(*m_rehearsed, "backup.rehearsed", rehearsed_words());
        tell_line(*m_places, "backup.places", place_words());
        if (const auto doubt = clock_doubt(m_session.database))
            m_messages->tell(Tone::warning, m_session.sentence(*doubt));
        m_backups = load_backups(m_session.database);
        std::erase_if(m_backups, [](const KeptBackup& one) { return one.removed_at.has_value(); });
        m_list->set_rows(m_backups.size(), [this](std::size_t row, std::size_t column) {
            return cell(m_backups[row], column);
        });
        if (!m_backups.empty()) m_list->select(0);
        Layout();
    }

    static bool is_there(const KeptBackup& one) {
        std::error_code ignored;
        return fs::exists(one.made.file, ignored);
    }

    static widgets::Cell cell(const KeptBackup& one, std::size_t column) {
        switch (column) {
        case 0:
            return {widgets::shown(one.made.made_at)};
        case 1:
            return {widgets::wx_path(one.made.file.filename())};
        case 2:
            return {widgets::wx_path(one.made.file.parent_path()), Tone::muted};
        case 3:
            return {size_words(one.made.bytes)};
        case 4:
            return {widgets::shown(one.made.proven_at), Tone::good};
        case 5:
            return {why_words(one.why), Tone::muted};
        default:
            // TRANSLATORS: whether a backup's file is where it was made.
            if (!is_there(one)) return {_("not here now"), Tone::warning};
            return {one.made.sealed ? _("sealed") : _("readable by anybody"),
                    one.made.sealed ? Tone::good : Tone::warning};
        }
    }

    const KeptBackup* chosen() const {
        const auto row = m_list->selected();
        return row && *row < m_backups.size() ? &m_backups[*row] : nullptr;
    }

    void done(const wxString& sentence, Tone tone = Tone::good) {
        show();
        m_messages->tell(tone, sentence);
    }

    void back_up() {
        m_session.run_job(_("Making a backup and reading it back"),
                          [this](core::Progress& progress) -> widgets::JobRunner::Finish {
                              const Round round = back_up_now(m_session.database, progress);
                              storage::Transaction tx(m_session.database, m_session.actor);
                              note_round(tx, round, Why::asked);
                              tx.commit();
                              return [this, round] { tell_round(round); };
                          });
    }

    void tell_round(const Round& round) {
        const wxString made =
            fill(_("The backup was made and proven: {1}"), {widgets::wx_path(round.made.file)});
        if (round.second_failed)
            done(
                fill(_("{1} The second place failed: {2}"), {made, m_session.sentence(*round.second_failed)}),
                Tone::warning);
        else
            done(made);
    }

    void back_up_to_stick() {
        const fs::path name = automatic_name(m_session.database, {});
        wxFileDialog files(this, _("Where to keep the backup"), wxString(), widgets::wx_path(name),
                           _("Backups") + " (*" + wx(storage_extension(name)) + ")|*" +
                               wx(storage_extension(name)),
                           wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
        if (files.ShowModal() != wxID_OK) return;
        const fs::path to = widgets::path_of(files.GetPath());
        try {
            const auto allowed = may_replace(m_session.database, to,
                                             {m_session.database.clock(), m_session.database.random()});
            if (!allowed) return m_messages->tell(Tone::bad, m_session.sentence(allowed.error()));
        } catch (const core::WorldFailure& world) {
            return m_messages->tell(Tone::bad, m_session.sentence(world.error()));
        }
        m_session.run_job(_("Making a backup and reading it back"),
                          [this, to](core::Progress& progress) -> widgets::JobRunner::Finish {
                              const Made made = make_backup(m_session.database, to, progress);
                              storage::Transaction tx(m_session.database, m_session.actor);
                              note_backup(tx, made, Why::asked);
                              tx.commit();
                              return [this, made] {
                                  show();
                                  m_messages->tell_file(fill(_("The backup was made and proven: {1}"),
                                                             {widgets::wx_path(made.file)}),
                                                        made.file);
                              };
                          });
    }

    static std::string storage_extension(const fs::path& name) {
        const auto text = name.extension().u8string();
        return {text.begin(), text.end()};
    }

    void rehearse_chosen() {
        if (!chosen() || !is_there(*chosen())) return;
        const fs::path backup = chosen()->made.file;
        const auto secret =
            ask_secret(this, backup, _("Rehearse restoring"), _("&Rehearse"), m_session.sentence);
        if (!secret) return;
        m_session.run_job(
            _("Restoring into a passing folder and checking everything"),
            [this, backup, secret = *secret](core::Progress& progress) -> widgets::JobRunner::Finish {
                const fs::path folder = fs::absolute(m_session.database.path()).parent_path();
                const auto rehearsed = rehearse(backup, secret, folder,
                                                {m_session.database.clock(), m_session.database.random()},
                                                users::actor_of_program(), progress);
                if (!rehearsed) throw core::WorldFailure(rehearsed.error());
                storage::Transaction tx(m_session.database, m_session.actor);
                note_rehearsal(tx, rehearsed->rehearsal);
                tx.commit();
                return [this, rehearsed = *rehearsed] {
                    if (!rehearsed.findings.empty())
                        return done(m_session.sentence(rehearsed.findings.front()), Tone::bad);
                    done(fill(_("Restoring works: {1} learners and {2} certificates in {3} seconds. Nothing "
                                "was changed."),
                              {widgets::number(rehearsed.rehearsal.learners),
                               widgets::number(rehearsed.rehearsal.certificates),
                               wxString::Format(
                                   "%.1f", static_cast<double>(rehearsed.rehearsal.took.count()) / 1000.0)}));
                };
            });
    }

    std::optional<fs::path> ask_folder(const wxString& title, const fs::path& now) {
        wxDirDialog folders(this, title, widgets::wx_path(now));
        if (folders.ShowModal() != wxID_OK) return std::nullopt;
        return widgets::path_of(folders.GetPath());
    }

    void keep_places(const fs::path& folder, const std::optional<fs::path>& second) {
        storage::Transaction tx(m_session.database, m_session.actor);
        backups::set_places(tx, folder, second);
        tx.commit();
        show();
    }

    void choose_folder() {
        const Places now = load_places(m_session.database);
        if (const auto folder = ask_folder(_("Where backups go by themselves"), now.folder))
            keep_places(*folder, now.second);
    }

    void choose_second() {
        const Places now = load_places(m_session.database);
        const auto second = ask_folder(_("A stick or another disk"), now.second.value_or(now.folder));
        if (second) keep_places(now.folder, *second);
    }

    void set_passphrase() {
        if (keep_passphrase(this, m_session))
            done(_("The passphrase is kept. Write it down and lock it away."));
    }

    office::Session& m_session;
    std::function<void(const fs::path&)> m_restore;
    widgets::CommandList m_commands;
    widgets::MessageBar* m_messages = nullptr;
    wxStaticText* m_age = nullptr;
    wxStaticText* m_rehearsed = nullptr;
    wxStaticText* m_places = nullptr;
    widgets::DataList* m_list = nullptr;
    std::vector<KeptBackup> m_backups;
};

} // namespace

wxWindow* make_backup_panel(wxWindow* parent, office::Session& session,
                            std::function<void(const fs::path&)> restore) {
    return new BackupPanel(parent, session, std::move(restore));
}

} // namespace backups
