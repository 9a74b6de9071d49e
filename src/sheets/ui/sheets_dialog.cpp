// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/ui/sheets_dialog.hpp"

#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "office/office_store.hpp"
#include "programmes/pack_store.hpp"
#include "sheets/draw.hpp"
#include "sheets/ui/made_dialog.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/sizer.h>
#include <wx/stdpaths.h>

#include <algorithm>
#include <array>
#include <memory>

namespace sheets {
namespace {

using widgets::fill;
using widgets::Tone;

// In the order of the dialog's choices.
constexpr std::array kinds = {Kind::attendance, Kind::scores, Kind::learners};
constexpr std::array formats = {Format::workbook, Format::paper};

struct Answer {
    Wanted wanted;
    // Nothing: every open class.
    std::optional<classes::ClassRow> of;
};

bool is_open(const classes::ClassRow& one) {
    return one.status == classes::Status::open;
}

class SheetsDialog final : public widgets::FormDialog {
  public:
    SheetsDialog(wxWindow* parent, const office::Session& session, const Wish& wish)
        : FormDialog(parent, "sheets", _("Sheets for centres"), _("Choose where to..."))
        , m_session(session)
        , m_wish(wish)
        , m_classes(classes::list_classes(session.database))
        , m_form(new widgets::Form(body(), 1)) {
        // Closed ones stand last: their sheets are papers to keep.
        std::stable_partition(m_classes.begin(), m_classes.end(), is_open);
        std::vector<wxString> names = {_("Every open class")};
        int selected = 0;
        for (const classes::ClassRow& one : m_classes) {
            if (wish.of == one.id) selected = static_cast<int>(names.size());
            const wxString name = office::shown_name(session, one);
            // TRANSLATORS: {1} is a class.
            names.push_back(is_open(one) ? name : fill(_("{1} (closed)"), {name}));
        }
        m_kind = m_form->add_choice(
            "sheets.kind", _("What the centre fills in"),
            {_("Register of a month"), _("Score sheet"), _("List of learners")},
            static_cast<int>(std::find(kinds.begin(), kinds.end(), wish.kind) - kinds.begin()));
        m_class = m_form->add_choice("sheets.class", _("Class"), names, selected);
        m_month = m_form->add_choice("sheets.month", _("Month"), {});
        m_period = m_form->add_choice("sheets.period", _("Period"), {});
        m_format = m_form->add_choice(
            "sheets.format", _("As"),
            {_("Workbook to fill in on a computer (.xlsx)"), _("Paper to fill in by hand (.pdf)")}, 0);
        m_class->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { offer_times(); });
        m_kind->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { tell_what_counts(); });
        rows().Add(m_form, 1, wxEXPAND);
        offer_times();
        on_accept([this] { return read(); });
        fit(520);
    }

    const Answer& answer() const { return m_answer; }

  private:
    Kind kind() const { return kinds[static_cast<std::size_t>(m_kind->GetSelection())]; }

    const classes::ClassRow* chosen() const {
        const int selected = m_class->GetSelection();
        return selected > 0 ? &m_classes[static_cast<std::size_t>(selected) - 1] : nullptr;
    }

    std::vector<classes::ClassRow> concerned() const {
        if (chosen() != nullptr) return {*chosen()};
        auto open = m_classes;
        std::erase_if(open, [](const classes::ClassRow& one) { return !is_open(one); });
        return open;
    }

    // The months and the periods that the chosen class has, or any of them all.
    void offer_times() {
        offer_months();
        offer_periods();
        tell_what_counts();
    }

    void offer_months() {
        const auto today = core::month_of(m_session.database.clock().today());
        const core::Month wanted =
            m_months.empty() ? m_wish.month.value_or(today)
                             : m_months[static_cast<std::size_t>(std::max(0, m_month->GetSelection()))];
        m_months.clear();
        m_month->Clear();
        const auto all = concerned();
        if (all.empty()) return;
        auto first = core::month_of(all.front().first_day);
        auto last = core::month_of(all.front().last_day);
        for (const classes::ClassRow& one : all) {
            first = std::min(first, core::month_of(one.first_day));
            last = std::max(last, core::month_of(one.last_day));
        }
        const core::Month nearest = std::clamp(wanted, first, last);
        for (core::Month month = first; month <= last; month += std::chrono::months{1}) {
            m_months.push_back(month);
            m_month->Append(widgets::shown(month));
            if (month == nearest) m_month->SetSelection(static_cast<int>(m_months.size()) - 1);
        }
    }

    void offer_periods() {
        const std::string wanted =
            m_periods.empty() ? m_wish.period
                              : m_periods[static_cast<std::size_t>(std::max(0, m_period->GetSelection()))];
        m_periods.clear();
        m_period->Clear();
        for (const classes::ClassRow& one : concerned()) {
            const auto pack = programmes::load_pack(m_session.database, one.pack);
            for (const programmes::Period& period : pack.periods) {
                const bool known =
                    std::find(m_periods.begin(), m_periods.end(), period.key) != m_periods.end();
                if (known || !period.takes_marks()) continue;
                const bool khmer = m_session.language == widgets::Language::khmer;
                const std::string& name = khmer || period.name.en.empty() ? period.name.km : period.name.en;
                m_periods.push_back(period.key);
                m_period->Append(widgets::wx(name));
            }
        }
        const auto kept = std::find(m_periods.begin(), m_periods.end(), wanted);
        if (!m_periods.empty())
            m_period->SetSelection(kept == m_periods.end() ? 0 : static_cast<int>(kept - m_periods.begin()));
    }

    void tell_what_counts() {
        m_month->Enable(kind() == Kind::attendance);
        m_period->Enable(kind() == Kind::scores);
        // Nothing of a closed class comes back.
        const bool paper_only = chosen() != nullptr && !is_open(*chosen());
        if (paper_only) m_format->SetSelection(1);
        m_format->Enable(!paper_only);
    }

    std::string period() const {
        if (kind() == Kind::attendance && !m_months.empty())
            return core::to_iso(m_months[static_cast<std::size_t>(m_month->GetSelection())]);
        if (kind() == Kind::scores && !m_periods.empty())
            return m_periods[static_cast<std::size_t>(m_period->GetSelection())];
        return {};
    }

    // What cannot be made is said before a place for it is asked.
    bool read() {
        m_form->forget_complaints();
        m_answer = {{kind(), period(), formats[static_cast<std::size_t>(m_format->GetSelection())], {}}, {}};
        if (chosen() == nullptr) {
            if (!concerned().empty()) return true;
            m_form->complain(m_class, _("No class is open."));
            return false;
        }
        m_answer.of = *chosen();
        const auto sheet = load_sheet(m_session.database, kind(), chosen()->id, period());
        if (sheet) return true;
        m_form->complain(m_class, m_session.sentence(sheet.error()));
        return false;
    }

    const office::Session& m_session;
    Wish m_wish;
    std::vector<classes::ClassRow> m_classes;
    std::vector<core::Month> m_months;
    std::vector<std::string> m_periods;
    widgets::Form* m_form;
    wxChoice* m_kind = nullptr;
    wxChoice* m_class = nullptr;
    wxChoice* m_month = nullptr;
    wxChoice* m_period = nullptr;
    wxChoice* m_format = nullptr;
    Answer m_answer;
};

std::optional<Answer> ask(wxWindow* parent, const office::Session& session, const Wish& wish) {
    SheetsDialog dialog(parent, session, wish);
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return dialog.answer();
}

// On paper, to fill in by hand.
void show_one(widgets::Page* page, office::Session& session, const Answer& answer, const std::string& code) {
    const std::filesystem::path name =
        file_name(code, answer.wanted.kind, answer.wanted.period, *answer.of, answer.wanted.format);
    session.run_job(
        _("Preparing the pages"),
        [page, &session, answer, name](core::Progress&) -> widgets::JobRunner::Finish {
            auto sheet =
                load_sheet(session.database, answer.wanted.kind, answer.of->id, answer.wanted.period);
            auto pages = sheet ? pages_of(*sheet, documents::load_program_fonts())
                               : core::Expected<std::vector<documents::Page>>{core::fail(sheet.error())};
            return [page, &session, name, sheet = std::move(sheet), pages = std::move(pages)] {
                if (!pages) return page->messages().tell(Tone::bad, session.sentence(pages.error()));
                documents::show_paper(wxGetTopLevelParent(page), {.title = widgets::wx(sheet->key.class_name),
                                                                  .note = _("To be filled in by hand."),
                                                                  .pages = *pages,
                                                                  .facts = facts_of(*sheet),
                                                                  .file = widgets::wx_path(name.stem()),
                                                                  .kind = "sheets",
                                                                  .sentence = session.sentence});
            };
        });
}

// One file.
void make_one(widgets::Page* page, office::Session& session, const Answer& answer) {
    const std::string code = office::load_office(session.database).area_code;
    const bool workbook = answer.wanted.format == Format::workbook;
    if (!workbook) return show_one(page, session, answer, code);
    wxFileDialog dialog(page, _("Save the sheet"), wxStandardPaths::Get().GetDocumentsDir(),
                        widgets::wx(file_name(code, answer.wanted.kind, answer.wanted.period, *answer.of,
                                              answer.wanted.format)),
                        "*.xlsx", wxFD_SAVE | wxFD_OVERWRITE_PROMPT);
    if (dialog.ShowModal() != wxID_OK) return;
    auto path = widgets::path_of(dialog.GetPath());
    if (!format_of(path)) path += ".xlsx";
    session.run_job(
        _("Making the sheet"), [page, &session, answer, path](core::Progress&) -> widgets::JobRunner::Finish {
            const auto sheet =
                load_sheet(session.database, answer.wanted.kind, answer.of->id, answer.wanted.period);
            const auto written = sheet ? write_sheet(path, *sheet, documents::program_font_folders())
                                       : core::Expected<void>{core::fail(sheet.error())};
            return [page, &session, path, written] {
                if (written)
                    page->messages().tell_file(fill(_("Saved as {1}."), {widgets::wx_path(path)}), path);
                else
                    page->messages().tell(Tone::bad, session.sentence(written.error()));
            };
        });
}

void tell_made(widgets::Page* page, const office::Session& session, const std::filesystem::path& folder,
               const std::shared_ptr<const MadeSheets>& all) {
    const wxString made = widgets::number(static_cast<long long>(all->made.size()));
    if (all->left_out.empty()) {
        // TRANSLATORS: {1} is a number, {2} a folder.
        page->messages().tell_file(fill(_("{1} sheets lie in {2}."), {made, widgets::wx_path(folder)}),
                                   folder);
        return;
    }
    page->messages().tell(
        all->made.empty() ? Tone::bad : Tone::warning,
        // TRANSLATORS: {1} and {3} are numbers, {2} a folder.
        fill(_("{1} sheets lie in {2}; {3} classes have none."),
             {made, widgets::wx_path(folder), widgets::number(static_cast<long long>(all->left_out.size()))}),
        _("See which"), [page, &session, folder, all] { show_made(page, session, folder, *all); });
}

// A file for every open class, in a folder.
void make_all(widgets::Page* page, office::Session& session, Answer answer) {
    wxDirDialog dialog(page, _("The folder for the sheets"), wxStandardPaths::Get().GetDocumentsDir());
    if (dialog.ShowModal() != wxID_OK) return;
    answer.wanted.folder = widgets::path_of(dialog.GetPath());
    session.run_job(_("Making the sheets"),
                    [page, &session, answer](core::Progress& progress) -> widgets::JobRunner::Finish {
                        auto all = write_sheets(session.database, answer.wanted,
                                                documents::program_font_folders(), progress);
                        if (!all)
                            return [page, &session, error = all.error()] {
                                page->messages().tell(Tone::bad, session.sentence(error));
                            };
                        const auto made = std::make_shared<const MadeSheets>(*std::move(all));
                        return [page, &session, folder = answer.wanted.folder, made] {
                            tell_made(page, session, folder, made);
                        };
                    });
}

} // namespace

void make_sheets(widgets::Page* page, office::Session& session, const Wish& wish) {
    const auto answer = ask(page, session, wish);
    if (!answer) return;
    if (answer->of)
        make_one(page, session, *answer);
    else
        make_all(page, session, *answer);
}

} // namespace sheets
