// SPDX-License-Identifier: GPL-3.0-or-later
#include "parcels/ui/parcel_dialog.hpp"

#include "certificates/issue_files.hpp"
#include "classes/class_store.hpp"
#include "documents/file.hpp"
#include "institutions/institution_store.hpp"
#include "office/key_store.hpp"
#include "office/office_store.hpp"
#include "parcels/parcel_store.hpp"
#include "parcels/ui/parcel_preview.hpp"
#include "widgets/data_list.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <memory>

namespace parcels {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;

wxString wildcard() {
    // TRANSLATORS: the kind of file that goes between a district and its institutions.
    return _("Parcel") + " (*.srokp)|*.srokp";
}

std::string name_of(const std::filesystem::path& file) {
    const std::u8string name = file.filename().u8string();
    return {name.begin(), name.end()};
}

// An institution with classes that wait for an award, and how many.
struct Waiting {
    institutions::Institution institution;
    std::int64_t classes = 0;
};

std::vector<Waiting> waiting_institutions(const storage::Database& database) {
    std::vector<Waiting> all;
    for (institutions::Institution& one : institutions::list_institutions(database)) {
        const auto rows = classes::classes_at(database, one.id);
        const auto waiting = std::count_if(rows.begin(), rows.end(), [](const classes::ClassRow& row) {
            return row.status != classes::Status::issued;
        });
        if (waiting > 0) all.push_back({std::move(one), waiting});
    }
    return all;
}

// For whom.
class SendDialog final : public widgets::FormDialog {
  public:
    SendDialog(wxWindow* parent, office::Session& session)
        : FormDialog(parent, "parcel-out", _("A parcel for a headteacher"), _("Write the parcel..."))
        , m_session(session)
        , m_waiting(waiting_institutions(session.database)) {
        auto* words = new wxStaticText(
            body(), wxID_ANY,
            _("The file holds the institution's classes, learners, marks and award lists, and serial numbers "
              "reserved for it. It is taken in the institution's own file, where the headteacher approves "
              "and "
              "prints, and a file comes back. Choose several institutions for a headteacher of several."));
        words->Wrap(widgets::text_room(*this, 600));
        rows().Add(words, 0, wxBOTTOM, FromDIP(widgets::space::medium));
        m_list = new widgets::DataList(body(), "parcel-out.institutions", _("Institutions"),
                                       {{.title = _("Institution"), .width = 420, .grows = true},
                                        {.title = _("Classes"), .width = 110, .right = true}},
                                       widgets::DataList::Selection::many);
        m_list->SetMinSize(widgets::text_room(*this, 620, 240));
        m_list->say_when_empty(_("No institution has a class that waits for an award."));
        m_list->set_rows(m_waiting.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            if (column == 0) return {office::shown_name(m_session, m_waiting[row].institution)};
            return {number(m_waiting[row].classes)};
        });
        rows().Add(m_list, 1, wxEXPAND | wxBOTTOM, FromDIP(widgets::space::medium));
        auto* form = new widgets::Form(body(), 1);
        m_headteacher = form->add_text("parcel-out.headteacher", _("Headteacher (may be left empty)"));
        rows().Add(form, 0, wxEXPAND);
        on_accept([this] { return choose(); });
        fit(660);
        CallAfter([this] { m_list->focus_list(); });
    }

    Wanted wanted() const { return {m_chosen, widgets::typed(m_headteacher->GetValue()), std::nullopt}; }
    wxString file_name() const {
        return widgets::wx("parcel-" + std::to_string(static_cast<std::int64_t>(m_chosen.front())) +
                           ".srokp");
    }

  private:
    bool choose() {
        m_chosen.clear();
        for (const std::size_t row : m_list->selection())
            m_chosen.push_back(m_waiting[row].institution.id);
        if (!m_chosen.empty()) return true;
        bar().tell(Tone::warning, m_session.sentence(core::Error{"parcel.for-whom"}));
        return false;
    }

    office::Session& m_session;
    std::vector<Waiting> m_waiting;
    widgets::DataList* m_list = nullptr;
    wxTextCtrl* m_headteacher = nullptr;
    std::vector<institutions::InstitutionId> m_chosen;
};

core::Expected<Sent> write_out(office::Session& session, const std::optional<Wanted>& wanted,
                               const std::filesystem::path& file) {
    const auto key = office::signing_key(session);
    if (!key) return core::fail(key.error());
    storage::Transaction tx(session.database, session.actor);
    auto sent = wanted ? send_out(tx, *wanted, *key, name_of(file)) : send_back(tx, *key, name_of(file));
    if (!sent) return sent;
    certificates::commit_with_file(tx, file, sent->bytes);
    return sent;
}

void tell_sent(widgets::Page& page, const office::Session& session, const core::Expected<Sent>& sent,
               const std::filesystem::path& file) {
    if (!sent) {
        page.messages().tell(Tone::warning, session.sentence(sent.error()));
        return;
    }
    const wxString words =
        sent->head.way == Way::out
            // TRANSLATORS: {1} a number, {2} a file, {3} and {4} how many.
            ? fill(_("Parcel {1} stands in {2}: classes {3}, learners {4}. Hand it to the headteacher."),
                   {number(sent->head.sequence), widgets::wx_path(file.filename()),
                    number(static_cast<long long>(sent->classes)),
                    number(static_cast<long long>(sent->learners))})
            // TRANSLATORS: {1} a number, {2} a file, {3} and {4} how many.
            : fill(_("Parcel {1} stands in {2}: award lists {3}, certificates {4}. Hand it to the district."),
                   {number(sent->head.sequence), widgets::wx_path(file.filename()),
                    number(static_cast<long long>(sent->lists)),
                    number(static_cast<long long>(sent->certificates))});
    page.messages().tell_file(words, file);
}

void tell_taken(widgets::Page& page, const office::Session& session, const Plan& plan,
                const core::Expected<void>& taken) {
    if (!taken) {
        page.messages().tell(Tone::warning, session.sentence(taken.error()));
        return;
    }
    page.refresh();
    const auto refused = plan.count(Verdict::refused);
    // TRANSLATORS: {1} to {3} are numbers of rows.
    const wxString words =
        fill(_("The parcel was taken: {1} new, {2} changed, {3} refused."),
             {number(plan.count(Verdict::fresh)), number(plan.count(Verdict::changed)), number(refused)});
    page.messages().tell(refused == 0 ? Tone::good : Tone::warning, words);
}

core::Expected<void> write_in(storage::Database& database, const storage::Actor& actor, const Plan& plan,
                              const std::string& file) {
    storage::Transaction tx(database, actor);
    auto taken = take_parcel(tx, plan, file);
    if (taken) tx.commit();
    return taken;
}

void show_and_take(widgets::Page& page, office::Session& session, const std::shared_ptr<Plan>& plan,
                   const std::string& file) {
    if (plan->taken_before) {
        page.messages().tell(Tone::info, _("This parcel was taken before; nothing is changed."));
        return;
    }
    if (!preview(wxGetTopLevelParent(&page), session, *plan)) return;
    session.run_job(_("Taking the parcel"),
                    [plan, file, &session, &page](core::Progress&) -> widgets::JobRunner::Finish {
                        const auto taken = write_in(session.database, session.actor, *plan, file);
                        return [plan, taken, &session, &page] { tell_taken(page, session, *plan, taken); };
                    });
}

} // namespace

void send_parcel(widgets::Page& page, office::Session& session) {
    std::optional<Wanted> wanted;
    wxString name = "parcel-back.srokp";
    if (office::load_office(session.database).level != office::Level::institution) {
        SendDialog dialog(wxGetTopLevelParent(&page), session);
        if (dialog.ShowModal() != wxID_OK) return;
        wanted = dialog.wanted();
        name = dialog.file_name();
    }
    wxFileDialog dialog(&page, _("Write the parcel to"), wxStandardPaths::Get().GetDocumentsDir(), name,
                        wildcard(), wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK || !session.unlock_signing(&page)) return;
    std::filesystem::path file = widgets::path_of(dialog.GetPath());
    if (file.extension().empty()) file += ".srokp";
    session.run_job(_("Writing the parcel"),
                    [wanted, file, &session, &page](core::Progress&) -> widgets::JobRunner::Finish {
                        const auto sent = write_out(session, wanted, file);
                        return [sent, file, &session, &page] { tell_sent(page, session, sent, file); };
                    });
}

void take_parcel_file(widgets::Page& page, office::Session& session) {
    wxFileDialog dialog(&page, _("The parcel that came"), wxStandardPaths::Get().GetDocumentsDir(),
                        wxString(), wildcard(), wxFD_OPEN | wxFD_FILE_MUST_EXIST);
    if (dialog.ShowModal() != wxID_OK) return;
    const auto path = widgets::path_of(dialog.GetPath());
    session.run_job(_("Reading the parcel"),
                    [path, &session, &page](core::Progress&) -> widgets::JobRunner::Finish {
                        auto parcel = read_parcel_file(path);
                        auto plan = parcel ? plan_parcel(session.database, *std::move(parcel))
                                           : core::Expected<Plan>{core::fail(parcel.error())};
                        if (!plan)
                            return [error = plan.error(), &session, &page] {
                                page.messages().tell(Tone::warning, session.sentence(error));
                            };
                        const auto found = std::make_shared<Plan>(*std::move(plan));
                        return [found, path, &session, &page] {
                            page.messages().dismiss();
                            // A moment later: the job's strip goes first.
                            page.CallAfter([found, path, &session, &page] {
                                show_and_take(page, session, found, name_of(path));
                            });
                        };
                    });
}

} // namespace parcels
