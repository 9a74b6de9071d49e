// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/book_list.hpp"
#include "certificates/ui/stock_dialog.hpp"
#include "core/numerals.hpp"
#include "widgets/form.hpp"
#include "widgets/search_box.hpp"
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

// The field of the form that an error is about.
std::string_view field_of(std::string_view code) {
    if (code == "book.name-missing" || code.starts_with("text.")) return "name-km";
    if (code == "book.year") return "year";
    if (code == "book.day") return "day";
    return "number";
}

bool type_entry(wxWindow* parent, office::Session& session) {
    widgets::FormDialog dialog(parent, "book-entry", _("An entry of the old register book"),
                               _("Keep the entry"));
    auto* form = new widgets::Form(dialog.body(), 2);
    wxTextCtrl* number_field = form->add_text("book-entry.number", _("Number, as written"));
    wxTextCtrl* year = form->add_text("book-entry.year", _("Year of issue"));
    wxTextCtrl* name_km = form->add_text("book-entry.name-km", _("Name in Khmer"));
    wxTextCtrl* name = form->add_text("book-entry.name", _("Name in Latin letters"));
    wxChoice* sex =
        form->add_choice("book-entry.sex", _("Sex"), {_("Not written"), _("Female"), _("Male")}, 0);
    auto* born = form->add_date("book-entry.born", _("Date of birth"), widgets::DateField::Kind::partial);
    wxTextCtrl* programme = form->add_text("book-entry.programme", _("Programme, as written"));
    auto* day = form->add_date("book-entry.day", _("Day of issue"));
    wxTextCtrl* page = form->add_text("book-entry.page", _("Page of the book"));
    wxTextCtrl* remark = form->add_text("book-entry.remark", _("Remark"));
    dialog.rows().Add(form, 1, wxEXPAND);
    dialog.on_accept([&] {
        form->forget_complaints();
        BookEntry entry;
        entry.number = typed(number_field->GetValue());
        entry.name_km = typed(name_km->GetValue());
        entry.name = typed(name->GetValue());
        entry.programme = typed(programme->GetValue());
        entry.page = typed(page->GetValue());
        entry.remark = typed(remark->GetValue());
        if (sex->GetSelection() > 0)
            entry.sex = sex->GetSelection() == 1 ? core::Sex::female : core::Sex::male;
        if (!typed(year->GetValue()).empty()) {
            const auto value = core::read_integer(typed(year->GetValue()));
            if (!value) return form->complain(year, session.sentence(value.error())), false;
            entry.year = static_cast<int>(*value);
        }
        if (!born->empty()) {
            const auto read = born->partial();
            if (!read) return form->complain(born, session.sentence(read.error())), false;
            entry.born = *read;
        }
        if (!day->empty()) {
            const auto read = day->day();
            if (!read) return form->complain(day, session.sentence(read.error())), false;
            entry.issued_on = *read;
        }
        storage::Transaction tx(session.database, session.actor);
        const auto added = add_book_entry(tx, entry);
        if (!added)
            return form->complain_about(field_of(added.error().code), session.sentence(added.error())), false;
        tx.commit();
        return true;
    });
    dialog.fit(620);
    number_field->CallAfter([number_field] { number_field->SetFocus(); });
    return dialog.ShowModal() == wxID_OK;
}

wxString verdict_word(BookVerdict verdict) {
    switch (verdict) {
    // TRANSLATORS: what will happen with a row of a list of the old register book.
    case BookVerdict::accept:
        return _("Will be taken");
    case BookVerdict::same:
        return _("Here already");
    case BookVerdict::refuse:
        return _("Refused");
    }
    return {};
}

// What a list would bring, row by row; the refused ones first.
class BookListDialog final : public StockDialog {
  public:
    BookListDialog(wxWindow* parent, office::Session& session, const BookList& list)
        : StockDialog(parent, session, "book-list", _("A list of the old register book"),
                      {{.title = _("Row"), .width = 60, .right = true},
                       {.title = _("Number"), .width = 140},
                       {.title = _("Year"), .width = 70},
                       {.title = _("Name"), .width = 200},
                       // TRANSLATORS: heads what will happen with a row of a list.
                       {.title = _("Verdict"), .width = 120},
                       {.title = _("Why"), .width = 320, .grows = true}},
                      _("The list has no rows."))
        , m_what(list) {
        for (const BookRow& row : list.rows)
            if (row.verdict == BookVerdict::refuse) m_rows.push_back(&row);
        m_refused = m_rows.size();
        for (const BookRow& row : list.rows)
            if (row.verdict != BookVerdict::refuse) m_rows.push_back(&row);
        m_list->set_rows(m_rows.size(), [this](std::size_t row, std::size_t column) {
            return cell_of(*m_rows[row], column);
        });
        const auto taken = static_cast<long long>(list.count(BookVerdict::accept));
        wxButton* take = add_button("book-list.take", fill(_("&Take {1} entries"), {number(taken)}),
                                    [this] { EndModal(wxID_OK); });
        take->Enable(taken > 0);
        wxButton* rejects =
            add_button("book-list.rejects", _("&Save the refused rows..."), [this] { save_rejects(); });
        rejects->Enable(m_refused > 0);
        note(fill(_("To take: {1}. Here already: {2}. Refused: {3}."),
                  {number(taken), number(static_cast<long long>(list.count(BookVerdict::same))),
                   number(static_cast<long long>(m_refused))}),
             m_refused > 0 ? Tone::warning : Tone::muted);
    }

  private:
    widgets::Cell cell_of(const BookRow& row, std::size_t column) const {
        switch (column) {
        case 0:
            return {number(row.row), Tone::muted};
        case 1:
            return {wx(row.entry.number)};
        case 2:
            return {row.entry.year > 0 ? number(row.entry.year) : wxString()};
        case 3:
            return {office::shown_name(m_session, row.entry)};
        case 4:
            return {verdict_word(row.verdict), row.verdict == BookVerdict::accept   ? Tone::good
                                               : row.verdict == BookVerdict::refuse ? Tone::bad
                                                                                    : Tone::muted};
        default:
            return {row.reason ? m_session.sentence(*row.reason) : wxString(), Tone::muted};
        }
    }

    void save_rejects() {
        const auto path =
            ask_save(_("Save the refused rows"), _("Refused rows") + ".xlsx", _("Workbook (*.xlsx)|*.xlsx"));
        if (!path) return;
        std::vector<std::string> reasons;
        for (std::size_t i = 0; i < m_refused; ++i)
            reasons.push_back(widgets::utf8(m_session.sentence(*m_rows[i]->reason)));
        write_book_rejects(*path, m_what, reasons, m_session.database.clock().now());
        tell_good(_("The refused rows are saved, each with its reason. Mend them and take the list again."));
    }

    const BookList& m_what;
    std::vector<const BookRow*> m_rows;
    std::size_t m_refused = 0;
};

class BookDialog final : public StockDialog {
  public:
    BookDialog(wxWindow* parent, office::Session& session)
        : StockDialog(parent, session, "old-book", _("The old register book: certificates without a code"),
                      {{.title = _("Number"), .width = 150},
                       {.title = _("Year"), .width = 70},
                       {.title = _("Name"), .width = 220, .grows = true},
                       {.title = _("Issued on"), .width = 110},
                       {.title = _("Programme"), .width = 180, .grows = true},
                       {.title = _("Page"), .width = 70},
                       {.title = _("Remark"), .width = 160}},
                      _("No entry. What stands in the book from before this program can be typed, or taken "
                        "from a list "
                        "(.xlsx or .csv). Such a certificate has no code: nobody can say more than that the "
                        "book has it.")) {
        m_search = new widgets::SearchBox(m_body, "old-book.search", _("Number or name"),
                                          [this](const std::string&) { show(); });
        m_search->SetMinSize(FromDIP(wxSize(280, -1)));
        top().Add(m_search);
        add_button("old-book.type", _("&New entry..."), [this] {
            if (!type_entry(this, m_session)) return;
            show();
            tell_good(_("The entry is kept."));
        });
        add_button("old-book.import", _("&Import a list..."), [this] { import(); });
        show();
        CallAfter([this] { m_search->SetFocus(); });
    }

  private:
    void show() {
        m_entries = search_book(m_session.database, m_search->query());
        m_list->set_rows(m_entries.size(), [this](std::size_t row, std::size_t column) {
            return cell_of(m_entries[row], column);
        });
        note(fill(_("Entries from the book, no code: {1}"),
                  {number(static_cast<long long>(m_entries.size()))}));
    }

    widgets::Cell cell_of(const BookEntry& entry, std::size_t column) const {
        switch (column) {
        case 0:
            return {wx(entry.number)};
        case 1:
            return {number(entry.year)};
        case 2:
            return {office::shown_name(m_session, entry)};
        case 3:
            return {entry.issued_on ? widgets::shown(*entry.issued_on) : wxString()};
        case 4:
            return {wx(entry.programme)};
        case 5:
            return {wx(entry.page)};
        default:
            return {wx(entry.remark), Tone::muted};
        }
    }

    void import() {
        const auto path =
            ask_open(_("A list of the old register book"), _("Lists (*.xlsx;*.csv)|*.xlsx;*.csv"));
        if (!path) return;
        run(_("Reading the list"),
            [this, path = *path](core::Progress& progress) -> widgets::JobRunner::Finish {
                auto list = std::make_shared<core::Expected<BookList>>(
                    read_book_list(m_session.database, path, progress));
                if (progress.cancelled()) return {};
                return [this, list] {
                    if (!*list) return tell(list->error());
                    // A moment later: the job's strip goes first.
                    CallAfter([this, list] { decide(list); });
                };
            });
    }

    void decide(const std::shared_ptr<core::Expected<BookList>>& list) {
        BookListDialog dialog(this, m_session, **list);
        if (dialog.ShowModal() != wxID_OK) return;
        run(_("Taking the list"), [this, list](core::Progress&) -> widgets::JobRunner::Finish {
            storage::Transaction tx(m_session.database, m_session.actor);
            const auto taken = take_book_list(tx, **list);
            if (taken) tx.commit();
            return [this, taken] {
                if (!taken) return tell(taken.error());
                show();
                tell_good(fill(_("Entries taken: {1}."), {number(*taken)}));
            };
        });
    }

    std::vector<BookEntry> m_entries;
    widgets::SearchBox* m_search = nullptr;
};

} // namespace

void show_old_book(wxWindow* parent, office::Session& session) {
    BookDialog dialog(parent, session);
    dialog.ShowModal();
}

} // namespace certificates
