// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/book_entry_dialog.hpp"

#include "core/numerals.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"
#include "widgets/theme.hpp"

#include <wx/sizer.h>
#include <wx/stattext.h>

namespace certificates {
namespace {

using widgets::fill;
using widgets::typed;
using widgets::wx;

// The field of the form that an error is about.
std::string_view field_of(std::string_view code) {
    if (code == "book.name-missing" || code.starts_with("text.")) return "name-km";
    if (code == "book.year") return "year";
    if (code == "book.day") return "day";
    if (code == "book.no-reason") return "reason";
    return "number";
}

class EntryForm {
  public:
    EntryForm(widgets::FormDialog& dialog, const BookEntry& entry)
        : m_form(new widgets::Form(dialog.body(), 2)) {
        m_number = m_form->add_text("book-entry.number", _("Number, as written"), entry.number);
        m_year = m_form->add_text("book-entry.year", _("Year of issue"),
                                  entry.year == 0 ? std::string{} : std::to_string(entry.year));
        m_name_km = m_form->add_text("book-entry.name-km", _("Name in Khmer"), entry.name_km);
        m_name = m_form->add_text("book-entry.name", _("Name in Latin letters"), entry.name);
        const int sex = !entry.sex ? 0 : *entry.sex == core::Sex::female ? 1 : 2;
        m_sex =
            m_form->add_choice("book-entry.sex", _("Sex"), {_("Not written"), _("Female"), _("Male")}, sex);
        m_born = m_form->add_date("book-entry.born", _("Date of birth"), widgets::DateField::Kind::partial);
        m_born->set(entry.born);
        m_programme = m_form->add_text("book-entry.programme", _("Programme, as written"), entry.programme);
        m_day = m_form->add_date("book-entry.day", _("Day of issue"));
        m_day->set(entry.issued_on);
        m_page = m_form->add_text("book-entry.page", _("Page of the book"), entry.page);
        m_remark = m_form->add_text("book-entry.remark", _("Remark"), entry.remark);
        dialog.rows().Add(m_form, 1, wxEXPAND);
        m_number->CallAfter([field = m_number] { field->SetFocus(); });
    }

    widgets::Form& form() { return *m_form; }

    // What stands there; nothing where a field cannot be read, which is told under it.
    std::optional<BookEntry> read(const office::Session& session) {
        m_form->forget_complaints();
        const auto complain = [&](wxWindow* field, const core::Error& error) {
            m_form->complain(field, session.sentence(error));
            return std::nullopt;
        };
        BookEntry entry;
        entry.number = typed(m_number->GetValue());
        entry.name_km = typed(m_name_km->GetValue());
        entry.name = typed(m_name->GetValue());
        entry.programme = typed(m_programme->GetValue());
        entry.page = typed(m_page->GetValue());
        entry.remark = typed(m_remark->GetValue());
        if (m_sex->GetSelection() > 0)
            entry.sex = m_sex->GetSelection() == 1 ? core::Sex::female : core::Sex::male;
        if (!typed(m_year->GetValue()).empty()) {
            const auto value = core::read_integer(typed(m_year->GetValue()));
            if (!value) return complain(m_year, value.error());
            entry.year = static_cast<int>(*value);
        }
        if (!m_born->empty()) {
            const auto born = m_born->partial();
            if (!born) return complain(m_born, born.error());
            entry.born = *born;
        }
        if (!m_day->empty()) {
            const auto day = m_day->day();
            if (!day) return complain(m_day, day.error());
            entry.issued_on = *day;
        }
        return entry;
    }

    bool complain_about(const office::Session& session, const core::Error& error) {
        m_form->complain_about(field_of(error.code), session.sentence(error));
        return false;
    }

  private:
    widgets::Form* m_form;
    wxTextCtrl* m_number;
    wxTextCtrl* m_year;
    wxTextCtrl* m_name_km;
    wxTextCtrl* m_name;
    wxChoice* m_sex;
    widgets::DateField* m_born;
    wxTextCtrl* m_programme;
    widgets::DateField* m_day;
    wxTextCtrl* m_page;
    wxTextCtrl* m_remark;
};

// One line for each correction: how the entry stood before it, who changed it and why.
wxString corrections(const office::Session& session, std::int64_t id) {
    wxString lines;
    const std::vector<BookChange> history = book_history(session.database, id);
    for (std::size_t i = 1; i < history.size(); ++i) {
        const BookEntry& before = history[i - 1].entry;
        // TRANSLATORS: {1} a day, {2} who corrected it, {3} the number, {4} the year and {5} the name that
        // stood there before, {6} the reason.
        lines += (lines.empty() ? "" : "\n") +
                 fill(_("Corrected on {1} by {2}; before: {3}, {4}, {5}. {6}"),
                      {widgets::shown(core::day_in_cambodia(history[i].at)), wx(history[i].actor),
                       wx(before.number), widgets::number(before.year), office::shown_name(session, before),
                       wx(history[i].reason)});
    }
    return lines;
}

} // namespace

bool type_book_entry(wxWindow* parent, office::Session& session) {
    widgets::FormDialog dialog(parent, "book-entry", _("An entry of the old register book"),
                               _("Keep the entry"));
    EntryForm fields(dialog, {});
    dialog.on_accept([&] {
        const auto entry = fields.read(session);
        if (!entry) return false;
        storage::Transaction tx(session.database, session.actor);
        const auto added = add_book_entry(tx, *entry);
        if (!added) return fields.complain_about(session, added.error());
        tx.commit();
        return true;
    });
    dialog.fit(620);
    return dialog.ShowModal() == wxID_OK;
}

bool correct_book_entry(wxWindow* parent, office::Session& session, const BookEntry& entry) {
    widgets::FormDialog dialog(parent, "book-entry", _("Correct an entry of the old register book"),
                               _("Keep the correction"));
    const wxString past = corrections(session, entry.id);
    if (!past.empty()) {
        auto* words = new wxStaticText(dialog.body(), wxID_ANY, past);
        words->SetForegroundColour(widgets::colour::muted);
        words->Wrap(widgets::text_room(dialog, 580));
        dialog.rows().Add(words, 0, wxBOTTOM, dialog.FromDIP(widgets::space::medium));
    }
    EntryForm fields(dialog, entry);
    wxTextCtrl* reason = fields.form().add_text("book-entry.reason", _("Reason, kept in the register"));
    dialog.on_accept([&] {
        auto right = fields.read(session);
        if (!right) return false;
        right->id = entry.id;
        storage::Transaction tx(session.database, session.actor);
        const auto corrected = certificates::correct_book_entry(tx, *right, typed(reason->GetValue()));
        if (!corrected) return fields.complain_about(session, corrected.error());
        tx.commit();
        return true;
    });
    dialog.fit(620);
    return dialog.ShowModal() == wxID_OK;
}

} // namespace certificates
