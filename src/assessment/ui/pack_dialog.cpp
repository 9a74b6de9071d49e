// SPDX-License-Identifier: GPL-3.0-or-later
#include "assessment/ui/pack_dialog.hpp"

#include "assessment/pack_effect.hpp"
#include "assessment/pack_example.hpp"
#include "assessment/ui/pack_form.hpp"
#include "assessment/ui/result_labels.hpp"
#include "core/numerals.hpp"
#include "programmes/pack_file.hpp"
#include "widgets/accessible.hpp"
#include "widgets/data_list.hpp"
#include "widgets/text.hpp"

#include <fmt/format.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/translation.h>

namespace assessment {
namespace {

using programmes::Pack;
using widgets::fill;
using widgets::number;
using widgets::wx;

// "7.25 6.75 …"; nothing where a word is no mark.
std::optional<std::vector<Hundredths>> read_marks(const std::string& text) {
    std::vector<Hundredths> marks;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find_first_of(" ;", at), text.size());
        if (end > at) {
            const auto mark = core::read_hundredths(text.substr(at, end - at));
            if (!mark || *mark < 0) return std::nullopt;
            marks.push_back(*mark);
        }
        at = end + 1;
    }
    return marks;
}

wxString counts(const Distribution& counted) {
    // TRANSLATORS: {1} passed, {2} failed, {3} with marks missing
    return fill(_("{1} / {2} / {3}"),
                {number(counted.pass.total), number(counted.fail.total), number(counted.incomplete.total)});
}

class PackDialog final : public widgets::FormDialog {
  public:
    PackDialog(wxWindow* parent, office::Session& session, const Pack& pack)
        : FormDialog(parent, "pack", _("Rules of a programme"), _("Use for new classes"))
        , m_session(session)
        , m_old(pack)
        , m_form(new PackForm(body(), session, pack)) {
        auto* title = new wxStaticText(body(), wxID_ANY, shown(pack.name) + "  " + wx(pack.version));
        title->SetFont(title->GetFont().Bold());
        rows().Add(title, 0, wxBOTTOM, FromDIP(widgets::space::small));
        rows().Add(m_form, 1, wxEXPAND);
        add_side();
        add_button("pack.effects", _("What it would change"), [this] { look_at_classes(); });
        m_form->on_change([this] { show_example(); });
        on_accept([this] { return save(); });
        Bind(wxEVT_IDLE, &PackDialog::look_at_next, this);
        hint(_("Classes that are open or closed keep the rules they were opened with."));
        show_example();
        fit(560);
    }

  private:
    wxString shown(const programmes::Wording& words) const {
        const bool khmer = m_session.language == widgets::Language::khmer || words.en.empty();
        return wx(khmer ? words.km : words.en);
    }

    wxTextCtrl* add_example_field(widgets::Form& form, const char* id, const wxString& label,
                                  const std::string& value) {
        wxTextCtrl* field = form.add_text(id, label, value);
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { show_example(); });
        return field;
    }

    void add_side() {
        auto* column = new wxBoxSizer(wxVERTICAL);
        column->SetMinSize(wxSize(FromDIP(460), -1));
        auto* title = new wxStaticText(this, wxID_ANY, _("An example"));
        title->SetFont(title->GetFont().Bold());
        column->Add(title);
        if (m_old.takes_marks()) {
            std::string marks;
            for (const Hundredths mark : first_example(m_old)) {
                if (!marks.empty()) marks += ' ';
                marks += core::format_hundredths(mark);
            }
            auto* marks_form = new widgets::Form(this, 1);
            column->Add(marks_form, 0, wxEXPAND);
            auto* form = new widgets::Form(this, 2);
            column->Add(form, 0, wxEXPAND);
            m_marks = add_example_field(*marks_form, "pack.example.marks",
                                        _("Marks of a learner, the same in every period"), marks);
            if (m_old.retest)
                m_retest = add_example_field(*form, "pack.example.retest", _("Mark of the retest"), {});
            m_absent = add_example_field(*form, "pack.example.absent", _("Days absent without leave"), "0");
            m_example = new widgets::DataList(this, "pack.example", _("An example"),
                                              {{.title = _("Period"), .width = 150, .grows = true},
                                               {.title = _("Average"), .width = 66, .right = true},
                                               {.title = _("Exact"), .width = 80, .right = true},
                                               {.title = _("Grade"), .width = 50},
                                               {.title = _("Result"), .width = 110}});
            column->Add(m_example, 1, wxEXPAND | wxTOP, FromDIP(widgets::space::small));
            m_ties = new wxStaticText(this, wxID_ANY, wxString());
            column->Add(m_ties, 0, wxTOP, FromDIP(widgets::space::hair));
        }
        m_effects_title = new wxStaticText(this, wxID_ANY, wxString());
        m_effects_title->SetFont(m_effects_title->GetFont().Bold());
        column->Add(m_effects_title, 0, wxTOP, FromDIP(widgets::space::medium));
        m_effects = new widgets::DataList(this, "pack.effect", _("What it would change"),
                                          {{.title = _("Class"), .width = 140, .grows = true},
                                           {.title = _("Learners"), .width = 80, .right = true},
                                           {.title = _("Period"), .width = 100},
                                           {.title = _("Was"), .width = 90},
                                           {.title = _("Would be"), .width = 90}});
        m_effects->SetMinSize(wxSize(-1, FromDIP(140)));
        column->Add(m_effects, 0, wxEXPAND);
        m_effects->Hide();
        side().Add(column, 1, wxEXPAND | wxALL, FromDIP(widgets::space::large));
    }

    void show_example() {
        forget_effects();
        if (m_example == nullptr) return;
        const auto pack = m_form->read(false);
        ExampleMarks example;
        const auto marks = read_marks(widgets::typed(m_marks->GetValue()));
        const auto absent = core::read_hundredths(widgets::typed(m_absent->GetValue()));
        if (absent && *absent >= 0) example.absences.without_leave = static_cast<int>(*absent / 50);
        if (m_retest != nullptr)
            if (const auto again = core::read_hundredths(widgets::typed(m_retest->GetValue())); again)
                example.retest = *again;
        m_lines.clear();
        m_shown = pack;
        if (m_shown && marks) {
            example.marks = *marks;
            m_lines = example_of(*m_shown, example);
        }
        m_example->set_rows(m_lines.size(), [this](std::size_t row, std::size_t column) {
            return example_cell(m_lines[row], column);
        });
        wxString ties;
        if (m_shown) {
            for (const int rank : ranks_of_a_tie(*m_shown))
                ties += (ties.empty() ? wxString() : wxString(", ")) + number(rank);
            // TRANSLATORS: {1} is a list of ranks
            ties = fill(_("Three learners, the first two alike: ranks {1}"), {ties});
        }
        m_ties->SetLabel(ties);
    }

    widgets::Cell example_cell(const ExampleLine& line, std::size_t column) const {
        const Result& result = line.result;
        switch (column) {
        case 0:
            return {shown(line.period)};
        case 1:
            return {result.average ? wx(format_average(*m_shown, *result.average)) : wxString()};
        case 2:
            return {line.exact ? wx(core::format_decimal(core::truncate(*line.exact, 5), 5)) : wxString(),
                    widgets::Tone::muted};
        case 3:
            return {wx(result.grade)};
        default:
            return {result_label(result), result_tone(result)};
        }
    }

    void forget_effects() {
        m_waiting.clear();
        m_found.clear();
        m_effects_title->SetLabel({});
        m_effects->Hide();
    }

    // Class by class while nothing else is to be done, so that the window never waits.
    void look_at_classes() {
        forget_effects();
        m_asked = m_form->read(true);
        if (!m_asked) return;
        m_waiting = open_classes_of(m_session.database, *m_asked);
        m_open = m_waiting.size();
        m_effects->Show();
        m_effects->say_when_empty(_("No open class would have another result."));
        show_effects();
        Layout();
    }

    void look_at_next(wxIdleEvent& event) {
        event.Skip();
        if (m_waiting.empty()) return;
        const PackEffect effect = effect_on(m_session.database, m_waiting.front(), *m_asked);
        m_waiting.erase(m_waiting.begin());
        if (effect.changed > 0) m_found.push_back(effect);
        show_effects();
        event.RequestMore();
    }

    void show_effects() {
        m_effects->set_rows(m_found.size(), [this](std::size_t row, std::size_t column) -> widgets::Cell {
            const PackEffect& one = m_found[row];
            switch (column) {
            case 0:
                return {office::shown_name(m_session, one.taught)};
            case 1:
                return {number(one.changed)};
            case 2:
                return {shown(one.period)};
            case 3:
                return {counts(one.was)};
            default:
                return {counts(one.is)};
            }
        });
        m_effects_title->SetLabel(
            fill(_("{1} of {2} open classes would have other results (passed / failed / marks missing)"),
                 {number(static_cast<long long>(m_found.size())), number(static_cast<long long>(m_open))}));
    }

    bool save() {
        auto pack = m_form->read(true);
        if (!pack) return false;
        if (*pack == m_old) return true;
        storage::Transaction tx(m_session.database, m_session.actor);
        pack->version = programmes::next_version(m_session.database, m_old);
        // What an office changes by itself is nobody else's rule.
        pack->official = false;
        const std::string comment =
            fmt::format("Not official. Made from version {} on {} by {}.", m_old.version,
                        core::to_iso(tx.today()), m_session.actor.name);
        const auto used =
            programmes::use_own_pack(tx, programmes::write_pack(*pack, comment), pack->programme);
        if (!used) {
            bar().tell(widgets::Tone::bad, m_session.sentence(used.error()));
            return false;
        }
        tx.commit();
        return true;
    }

    office::Session& m_session;
    Pack m_old;
    PackForm* m_form;
    wxTextCtrl* m_marks = nullptr;
    wxTextCtrl* m_retest = nullptr;
    wxTextCtrl* m_absent = nullptr;
    widgets::DataList* m_example = nullptr;
    wxStaticText* m_ties = nullptr;
    wxStaticText* m_effects_title = nullptr;
    widgets::DataList* m_effects = nullptr;
    std::optional<Pack> m_shown; // what the fields say, while they say something
    std::optional<Pack> m_asked; // what the open classes are looked at with
    std::vector<ExampleLine> m_lines;
    std::vector<classes::ClassRow> m_waiting;
    std::size_t m_open = 0;
    std::vector<PackEffect> m_found;
};

} // namespace

bool edit_pack(wxWindow* parent, office::Session& session, const programmes::CurrentPack& current) {
    PackDialog dialog(parent, session, current.pack);
    return dialog.ShowModal() == wxID_OK;
}

} // namespace assessment
