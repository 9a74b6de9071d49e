// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/ui/transfer_actions.hpp"

#include "classes/enrolment_store.hpp"
#include "documents/file.hpp"
#include "identity/transfer_store.hpp"
#include "identity/ui/transfer_in_dialog.hpp"
#include "learners/learner_store.hpp"
#include "office/key_store.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/filedlg.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <memory>

namespace identity {

namespace {

using widgets::fill;
using widgets::wx;

struct OutWish {
    std::filesystem::path file;
    std::optional<core::Day> leave;
};

wxString wildcard() {
    return _("Transfer files") + " (*.srokt)|*.srokt";
}

std::vector<wxString> open_classes(const storage::Database& database, learners::LearnerId learner) {
    std::vector<wxString> names;
    for (const classes::LearnerClass& one : classes::enrolments_of(database, learner))
        if (one.enrolment.open() && one.status == classes::Status::open) names.push_back(wx(one.name_km));
    return names;
}

// Whether the learner leaves, and from when. False: cancelled.
bool ask_leaving(wxWindow* parent, office::Session& session, const std::vector<wxString>& names,
                 std::optional<core::Day>& leave) {
    widgets::FormDialog dialog(parent, "transfer-out", _("Transfer out"), _("Choose the file..."));
    auto* form = new widgets::Form(dialog.body(), 1);
    wxString list;
    for (const wxString& name : names)
        list += (list.empty() ? wxString() : wxString(", ")) + name;
    auto* leaves = form->add_check("transfer.leave",
                                   // TRANSLATORS: {1} is a list of classes.
                                   fill(_("The learner leaves {1}: transferred"), {list}), true);
    auto* day = form->add_date("transfer.last_day", _("Last day in the class"));
    day->set(session.database.clock().today());
    leaves->Bind(wxEVT_CHECKBOX, [day, leaves](wxCommandEvent&) { day->Enable(leaves->GetValue()); });
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.on_accept([&] {
        form->forget_complaints();
        leave.reset();
        if (!leaves->GetValue()) return true;
        const auto read = day->day();
        if (!read) {
            form->complain(day, session.sentence(read.error()));
            return false;
        }
        leave = *read;
        return true;
    });
    dialog.fit();
    return dialog.ShowModal() == wxID_OK;
}

std::optional<OutWish> ask_out(wxWindow* parent, office::Session& session, const learners::Learner& learner) {
    OutWish wish;
    const auto names = open_classes(session.database, learner.id);
    if (!names.empty() && !ask_leaving(parent, session, names, wish.leave)) return std::nullopt;
    wxFileDialog dialog(parent, _("Write the learner's past to"), wxStandardPaths::Get().GetDocumentsDir(),
                        wx(learner.number) + ".srokt", wildcard(), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    wish.file = widgets::path_of(dialog.GetPath());
    if (wish.file.extension().empty()) wish.file += ".srokt";
    return wish;
}

std::string name_of(const std::filesystem::path& file) {
    const std::u8string name = file.filename().u8string();
    return {name.begin(), name.end()};
}

core::Expected<SentTransfer> write_out(office::Session& session, learners::LearnerId learner,
                                       const OutWish& wish) {
    const auto key = office::signing_key(session);
    if (!key) return core::fail(key.error());
    storage::Transaction tx(session.database, session.actor);
    auto sent = identity::transfer_out(tx, learner, *key, name_of(wish.file), wish.leave);
    if (!sent) return sent;
    // The file first: nobody leaves a class for a file that could not be written.
    documents::write_file(wish.file, sent->bytes);
    tx.commit();
    return sent;
}

core::Expected<TakenTransfer> take_in(storage::Database& database, const storage::Actor& actor,
                                      const TransferPlan& plan, const Decision& decision,
                                      const std::string& file) {
    storage::Transaction tx(database, actor);
    auto taken = take_transfer(tx, plan, decision, file);
    if (taken) tx.commit();
    return taken;
}

void tell_taken(widgets::Page* page, const office::Session& session,
                const core::Expected<TakenTransfer>& taken, const LearnerTouched& touched) {
    if (!taken) {
        page->messages().tell(widgets::Tone::bad, session.sentence(taken.error()));
        return;
    }
    touched(taken->learner);
    const auto learner = learners::load_learner(session.database, taken->learner);
    // TRANSLATORS: {1} is a learner's name, {2} a number.
    page->messages().tell(widgets::Tone::good,
                          fill(_("The past of {1} ({2}) was taken in."),
                               {office::shown_name(session, learner), wx(learner.number)}));
}

void decide_and_take(widgets::Page* page, office::Session& session, const std::shared_ptr<TransferPlan>& plan,
                     const std::string& file, const LearnerTouched& touched) {
    const auto decision = decide_transfer(page, session, *plan);
    if (!decision) return;
    session.run_job(_("Taking in a learner's past"),
                    [=, &session](core::Progress&) -> widgets::JobRunner::Finish {
                        auto taken = take_in(session.database, session.actor, *plan, *decision, file);
                        return [=, &session] { tell_taken(page, session, taken, touched); };
                    });
}

} // namespace

void transfer_out(widgets::Page* page, office::Session& session, learners::LearnerId id,
                  LearnerTouched touched) {
    const auto learner = learners::load_learner(session.database, id);
    const auto wish = ask_out(page, session, learner);
    if (!wish || !session.unlock_signing(page)) return;
    session.run_job(
        _("Writing the learner's past"), [=, &session](core::Progress&) -> widgets::JobRunner::Finish {
            const auto sent = write_out(session, id, *wish);
            return [=, &session] {
                if (!sent) {
                    page->messages().tell(widgets::Tone::bad, session.sentence(sent.error()));
                    return;
                }
                touched(id);
                // TRANSLATORS: {1} is a learner's name, {2} a file, {3} and {4} are numbers.
                page->messages().tell_file(
                    fill(_("The past of {1} is in {2}: classes {3}, certificates {4}. Hand the file to the "
                           "other "
                           "office."),
                         {office::shown_name(session, learner), widgets::wx_path(wish->file.filename()),
                          widgets::number(static_cast<long long>(sent->classes)),
                          widgets::number(static_cast<long long>(sent->certificates))}),
                    wish->file);
            };
        });
}

void transfer_in(widgets::Page* page, office::Session& session, LearnerTouched touched) {
    wxFileDialog dialog(page, _("The file of the other office"), wxStandardPaths::Get().GetDocumentsDir(),
                        wxString(), wildcard(), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) return;
    const auto path = widgets::path_of(dialog.GetPath());
    session.run_job(_("Reading the file of the other office"),
                    [=, &session](core::Progress&) -> widgets::JobRunner::Finish {
                        auto file = read_transfer_file(path);
                        auto plan = file ? plan_transfer(session.database, *std::move(file))
                                         : core::Expected<TransferPlan>{core::fail(file.error())};
                        if (!plan)
                            return [=, &session, error = plan.error()] {
                                page->messages().tell(widgets::Tone::bad, session.sentence(error));
                            };
                        const auto found = std::make_shared<TransferPlan>(*std::move(plan));
                        return [=, &session] {
                            page->messages().dismiss();
                            // A moment later: the job's strip goes first.
                            page->CallAfter([=, &session] {
                                decide_and_take(page, session, found, name_of(path), touched);
                            });
                        };
                    });
}

} // namespace identity
