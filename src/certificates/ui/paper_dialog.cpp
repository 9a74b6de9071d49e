// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/stock_sheet.hpp"
#include "certificates/ui/issue_work.hpp"
#include "certificates/ui/stock_dialog.hpp"
#include "core/check_digit.hpp"
#include "documents/ui/paper_preview.hpp"
#include "documents/ui/program_fonts.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

#include <memory>

namespace certificates {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;
using widgets::typed;
using widgets::wx;

wxString state_word(SheetState state) {
    switch (state) {
    // TRANSLATORS: the states of a pre-printed form with a number of its own.
    case SheetState::received:
        return _("In the drawer");
    case SheetState::used:
        return _("Used");
    case SheetState::spoiled:
        return _("Spoiled");
    case SheetState::returned:
        return _("Handed back");
    }
    return {};
}

Tone state_tone(SheetState state) {
    switch (state) {
    case SheetState::received:
        return Tone::good;
    case SheetState::spoiled:
        return Tone::warning;
    case SheetState::used:
    case SheetState::returned:
        return Tone::muted;
    }
    return Tone::plain;
}

// What is asked about forms: which, and one or two things more.
struct SheetQuestion {
    const char* id;
    wxString title;
    wxString do_label;
    wxString what; // the label of the one thing more
    bool dated = false;
};

struct SheetAnswer {
    SheetRange sheets;
    std::string what;
    core::Day day{};
};

// `fault` says what is wrong with the one thing more.
std::optional<SheetAnswer>
ask_sheets(wxWindow* parent, office::Session& session, const SheetQuestion& question,
           const wxString& first_typed,
           const std::function<std::optional<core::Error>(const std::string&)>& fault) {
    const std::string id = question.id;
    widgets::FormDialog dialog(parent, id, question.title, question.do_label);
    auto* form = new widgets::Form(dialog.body(), 2);
    wxTextCtrl* first = form->add_text(id + ".first", _("Number printed on the form"));
    wxTextCtrl* last = form->add_text(id + ".last", _("To, where they are several"));
    wxTextCtrl* what = form->add_text(id + ".what", question.what);
    widgets::DateField* day = question.dated ? form->add_date(id + ".day", _("Day")) : nullptr;
    if (day != nullptr) day->set(session.database.clock().today());
    first->ChangeValue(first_typed);
    dialog.rows().Add(form, 1, wxEXPAND);
    SheetAnswer answer;
    dialog.on_accept([&] {
        form->forget_complaints();
        const auto sheets = read_sheets(typed(first->GetValue()), typed(last->GetValue()));
        if (!sheets) form->complain(first, session.sentence(sheets.error()));
        answer.what = typed(what->GetValue());
        const auto wrong = fault(answer.what);
        if (wrong) form->complain(what, session.sentence(*wrong));
        answer.day = session.database.clock().today();
        bool dated = true;
        if (day != nullptr) {
            const auto read = day->day();
            dated = read.has_value();
            if (read)
                answer.day = *read;
            else
                form->complain(day, session.sentence(read.error()));
        }
        if (!sheets || wrong || !dated) return false;
        answer.sheets = *sheets;
        return true;
    });
    dialog.fit(560);
    wxTextCtrl* asked = first_typed.empty() ? first : what;
    asked->CallAfter([asked] { asked->SetFocus(); });
    if (dialog.ShowModal() != wxID_OK) return std::nullopt;
    return answer;
}

class PaperDialog final : public StockDialog {
  public:
    PaperDialog(wxWindow* parent, office::Session& session)
        : StockDialog(
              parent, session, "numbered-paper", _("Forms with printed numbers"),
              {{.title = _("Numbers"), .width = 240, .grows = true},
               // TRANSLATORS: heads how many sheets of paper.
               {.title = _("Sheets"), .width = 80, .right = true},
               {.title = _("State"), .width = 130},
               {.title = _("Certificate"), .width = 190},
               {.title = _("Day"), .width = 110},
               {.title = _("Remark"), .width = 200, .grows = true}},
              _("No form with a printed number was received yet. Where the province hands out pre-printed "
                "paper, every sheet is accounted for here; a jammed one changes nothing of a certificate.")) {
        add_button("numbered-paper.receive", _("&Receive..."), [this] { receive(); });
        m_use = add_button("numbered-paper.use", _("&Used for..."), [this] { use(); });
        m_spoil = add_button("numbered-paper.spoil", _("&Spoiled..."), [this] { spoil(); });
        m_return = add_button("numbered-paper.return", _("&Hand back..."), [this] { hand_back(); });
        m_print = add_button("numbered-paper.sheet", _("S&tock sheet..."), [this] { print(); });
        show();
    }

  private:
    void show() {
        m_rows.clear();
        std::int64_t left = 0;
        std::int64_t all = 0;
        for (const PaperDelivery& delivery : load_paper(m_session.database)) {
            m_rows.insert(m_rows.end(), delivery.rows.begin(), delivery.rows.end());
            left += delivery.count(SheetState::received);
            all += delivery.sheets.count();
        }
        m_list->set_rows(m_rows.size(), [this](std::size_t row, std::size_t column) {
            return cell_of(m_rows[row], column);
        });
        for (wxButton* button : {m_use, m_spoil, m_return, m_print})
            button->Enable(!m_rows.empty());
        note(m_rows.empty()
                 ? wxString()
                 : fill(_("{1} sheets were received, {2} are in the drawer."), {number(all), number(left)}));
    }

    static widgets::Cell cell_of(const SheetRow& row, std::size_t column) {
        switch (column) {
        case 0:
            return {wx(row.first == row.last ? row.first : row.first + " – " + row.last)};
        case 1:
            return {number(row.sheets)};
        case 2:
            return {state_word(row.state), state_tone(row.state)};
        case 3:
            return {wx(row.serial)};
        case 4:
            return {row.day ? widgets::shown(*row.day) : wxString()};
        default:
            return {wx(row.remark), Tone::muted};
        }
    }

    wxString chosen() const {
        const auto row = m_list->selected();
        return row && *row < m_rows.size() ? wx(m_rows[*row].first) : wxString();
    }

    template<typename Work>
    void change(const std::optional<SheetAnswer>& answer, const wxString& sentence, Work work) {
        if (!answer) return;
        storage::Transaction tx(m_session.database, m_session.actor);
        const core::Expected<std::int64_t> done = work(tx, *answer);
        if (!done) return tell(done.error());
        tx.commit();
        show();
        tell_good(fill(sentence, {number(*done)}));
    }

    static std::optional<core::Error> who_missing(const std::string& what) {
        if (what.empty()) return core::Error{"paper.no-source"};
        return std::nullopt;
    }

    void receive() {
        change(ask_sheets(this, m_session,
                          {"receive-paper", _("Forms that came"), _("Receive"), _("From whom"), true},
                          wxString(), who_missing),
               _("Sheets received: {1}."), [](storage::Transaction& tx, const SheetAnswer& answer) {
                   return receive_paper(tx, answer.sheets, answer.what, answer.day);
               });
    }

    void use() {
        change(ask_sheets(this, m_session,
                          {"use-paper", _("A certificate was printed on a form"), _("Keep"),
                           _("Serial number of the certificate")},
                          chosen(),
                          [](const std::string& what) -> std::optional<core::Error> {
                              const auto serial = core::read_serial(what);
                              if (serial) return std::nullopt;
                              return serial.error();
                          }),
               _("Sheets used: {1}."), [](storage::Transaction& tx, const SheetAnswer& answer) {
                   return use_paper(tx, answer.sheets, core::read_serial(answer.what).value());
               });
    }

    void spoil() {
        change(ask_sheets(this, m_session,
                          {"spoil-paper", _("Forms that jammed or tore"), _("Mark as spoiled"), _("Reason")},
                          chosen(),
                          [](const std::string& what) -> std::optional<core::Error> {
                              if (what.empty()) return core::Error{"paper.no-reason"};
                              return std::nullopt;
                          }),
               _("Sheets spoiled: {1}. No certificate changed."),
               [](storage::Transaction& tx, const SheetAnswer& answer) {
                   return spoil_paper(tx, answer.sheets, answer.what);
               });
    }

    void hand_back() {
        change(
            ask_sheets(this, m_session,
                       {"return-paper", _("Forms that are handed back"), _("Hand back"), _("To whom"), true},
                       chosen(), who_missing),
            _("Sheets handed back: {1}."), [](storage::Transaction& tx, const SheetAnswer& answer) {
                return return_paper(tx, answer.sheets, answer.what, answer.day);
            });
    }

    void print() {
        run(_("Preparing the pages"), [this](core::Progress&) -> widgets::JobRunner::Finish {
            const auto sheet = std::make_shared<const StockSheet>(load_stock_sheet(m_session.database));
            if (sheet->deliveries.empty()) return [this] { tell(core::Error{"paper.none"}); };
            auto paper =
                documents::paper_of_sheet(paper_of(*sheet), documents::load_program_fonts(), sheet->made_at);
            return [this, sheet, paper = std::move(paper)]() mutable {
                if (!paper) return tell(paper.error());
                tell_good(_("The stock sheet accounts for every form."));
                paper->title = _("Stock sheet");
                paper->note = _("The stock sheet accounts for every form.");
                paper->file = _("Stock sheet");
                paper->kind = "stock-sheet";
                paper->workbook = [sheet](const std::filesystem::path& path) {
                    return write_stock_sheet(path, *sheet, documents::program_font_folders());
                };
                paper->sentence = m_session.sentence;
                documents::show_paper(this, *paper);
            };
        });
    }

    std::vector<SheetRow> m_rows;
    wxButton* m_use = nullptr;
    wxButton* m_spoil = nullptr;
    wxButton* m_return = nullptr;
    wxButton* m_print = nullptr;
};

} // namespace

void show_numbered_paper(wxWindow* parent, office::Session& session) {
    PaperDialog dialog(parent, session);
    dialog.ShowModal();
}

} // namespace certificates
