// SPDX-License-Identifier: GPL-3.0-or-later
#include "statements/ui/paper_dialog.hpp"

#include "core/numerals.hpp"
#include "office/contact.hpp"
#include "office/office_store.hpp"
#include "widgets/form.hpp"
#include "widgets/text.hpp"

#include <wx/sizer.h>

#include <algorithm>

namespace statements {
namespace {

class PaperDialog final : public widgets::FormDialog {
  public:
    PaperDialog(wxWindow* parent, office::Session& session, templates::Document document)
        : FormDialog(parent, "paper", _("Dates and paper"), _("Save"))
        , m_session(session)
        , m_document(document)
        , m_settings(templates::load_paper(session.database, document))
        , m_offset(templates::load_offset(session.database))
        , m_form(new widgets::Form(body(), 2)) {
        const templates::DocumentKind& kind = templates::kind_of(document);
        const bool khmer = session.language == widgets::Language::khmer;
        m_form->section(widgets::wx(khmer ? kind.name.km : kind.name.en));
        m_dates = m_form->add_choice("paper.dates", _("Date lines"),
                                     {_("Worked out from the day of issue"), _("A chosen day"),
                                      // TRANSLATORS: dotted lines in which the date is written by pen.
                                      _("Dotted, for the pen")},
                                     static_cast<int>(m_settings.dates));
        m_day = m_form->add_date("paper.day", _("The chosen day"));
        if (m_settings.dates == templates::Dates::chosen) m_day->set(std::optional{m_settings.day});
        // TRANSLATORS: paper that bears the frame and the fixed words already.
        m_form->section(_("Pre-printed paper"));
        m_pre_printed = m_form->add_check("paper.pre-printed", _("Print only values, code and photo"),
                                          m_settings.pre_printed);
        m_form->skip();
        m_right = m_form->add_text("paper.right", _("To the right, mm"), plain(m_offset.right));
        m_down = m_form->add_text("paper.down", _("Down, mm"), plain(m_offset.down));
        m_form->note(m_right, _("Negative: to the left. The calibration page shows how far."));
        // TRANSLATORS: the office's telephone number, printed on papers without a code.
        m_form->section(_("Telephone of the office"));
        m_phone = m_form->add_text("paper.phone", _("Whom to ask about a paper without a code"),
                                   office::office_phone(session.database));
        rows().Add(m_form, 1, wxEXPAND);
        on_accept([this] { return save(); });
        fit(620);
    }

  private:
    static std::string plain(int hundredths) {
        std::string text = core::format_hundredths(hundredths);
        if (text.ends_with(".00")) text.resize(text.size() - 3);
        return text;
    }

    bool read_offset(wxTextCtrl* field, int& value) {
        const std::string text = widgets::typed(field->GetValue());
        const auto read = core::read_hundredths(text.empty() ? "0" : text);
        if (!read) {
            m_form->complain(field, m_session.sentence(read.error()));
            return false;
        }
        value = static_cast<int>(std::clamp<std::int64_t>(*read, -100'000, 100'000));
        return true;
    }

    bool read() {
        m_form->forget_complaints();
        m_settings.dates = static_cast<templates::Dates>(m_dates->GetSelection());
        m_settings.pre_printed = m_pre_printed->GetValue();
        if (m_settings.dates == templates::Dates::chosen) {
            const auto day = m_day->day();
            if (!day) {
                m_form->complain(m_day, m_session.sentence(day.error()));
                return false;
            }
            m_settings.day = *day;
        }
        return read_offset(m_right, m_offset.right) && read_offset(m_down, m_offset.down);
    }

    bool save() {
        if (!read()) return false;
        storage::Transaction tx(m_session.database, m_session.actor);
        templates::set_paper(tx, m_document, m_settings);
        if (const auto set = templates::set_offset(tx, m_offset); !set) {
            m_form->complain(m_right, m_session.sentence(set.error()));
            return false;
        }
        if (const auto set = office::set_office_phone(tx, widgets::typed(m_phone->GetValue())); !set) {
            m_form->complain(m_phone, m_session.sentence(set.error()));
            return false;
        }
        tx.commit();
        return true;
    }

    office::Session& m_session;
    templates::Document m_document;
    templates::PaperSettings m_settings;
    templates::Offset m_offset;
    widgets::Form* m_form;
    wxChoice* m_dates = nullptr;
    widgets::DateField* m_day = nullptr;
    wxCheckBox* m_pre_printed = nullptr;
    wxTextCtrl* m_right = nullptr;
    wxTextCtrl* m_down = nullptr;
    wxTextCtrl* m_phone = nullptr;
};

} // namespace

bool set_paper_of(wxWindow* parent, office::Session& session, templates::Document document) {
    return PaperDialog(parent, session, document).ShowModal() == wxID_OK;
}

} // namespace statements
