// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/book_list.hpp"
#include "certificates/ui/book_entry_dialog.hpp"
#include "certificates/ui/stock_dialog.hpp"
#include "core/numerals.hpp"
#include "widgets/form.hpp"
#include "widgets/search_box.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/button.h>
#include <wx/sizer.h>

#include <memory>

namespace certificates {
namespace {

using widgets::fill;
using widgets::number;
using widgets::Tone;
using widgets::wx;

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
        m_search->SetMinSize(wxSize(widgets::text_room(*this, 280), -1));
        top().Add(m_search);
        add_button("old-book.type", _("&New entry..."), [this] {
            if (!type_book_entry(this, m_session)) return;
            show();
            tell_good(_("The entry is kept."));
        });
        m_correct = add_button("old-book.correct", _("&Correct..."), [this] { correct(); });
        m_list->on_select([this] { m_correct->Enable(m_list->selected().has_value()); });
        m_list->on_open([this](std::size_t) { CallAfter([this] { correct(); }); });
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
        m_correct->Enable(m_list->selected().has_value());
        note(fill(_("Entries from the book, no code: {1}"),
                  {number(static_cast<long long>(m_entries.size()))}));
    }

    void correct() {
        const auto row = m_list->selected();
        if (!row || !correct_book_entry(this, m_session, m_entries[*row])) return;
        show();
        m_list->select(*row);
        tell_good(_("The entry is corrected. What stood there before is kept, with the reason."));
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
    wxButton* m_correct = nullptr;
};

} // namespace

void show_old_book(wxWindow* parent, office::Session& session) {
    BookDialog dialog(parent, session);
    dialog.ShowModal();
}

} // namespace certificates
