// SPDX-License-Identifier: GPL-3.0-or-later
#include "certificates/ui/certificate_page.hpp"

#include "certificates/ui/award_panel.hpp"
#include "certificates/ui/register_panel.hpp"
#include "certificates/ui/verify_panel.hpp"
#include "certificates/ui/waiting_papers.hpp"
#include "widgets/accessible.hpp"

#include <wx/notebook.h>
#include <wx/sizer.h>

namespace certificates {

namespace {

class CertificatePage final : public widgets::Page {
  public:
    CertificatePage(wxWindow* parent, office::Session& session, ClassActions actions,
                    const std::vector<FurtherCommand>& further)
        : Page(parent, "certificates", _("Certificates"))
        , m_session(session)
        , m_tabs(new wxNotebook(this, wxID_ANY)) {
        widgets::name_control(*m_tabs, "certificates.tabs", _("Award, register, check"));
        m_award = new AwardPanel(m_tabs, session, *this, std::move(actions), offered(further));
        m_register = new RegisterPanel(m_tabs, session, *this);
        m_verify = new VerifyPanel(m_tabs, session, *this);
        // TRANSLATORS: a tab: who of a class is awarded a certificate.
        m_tabs->AddPage(m_award, _("Award"));
        // TRANSLATORS: a tab: the register of certificates.
        m_tabs->AddPage(m_register, _("Register"));
        // TRANSLATORS: a tab: is a certificate genuine?
        m_tabs->AddPage(m_verify, _("Check a certificate"));
        m_tabs->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
            event.Skip();
            if (event.GetEventObject() == m_tabs) refresh();
        });
        body().Add(m_tabs, 1, wxEXPAND);
        show_buttons({"certificates.lists", "certificates.templates", "certificates.statements",
                      "certificates.preview", "certificates.issue"});
    }

    void refresh() override {
        tell_waiting_papers(m_session, *this);
        // Previewing and issuing belong to the first tab; the others have buttons of their own.
        offer_buttons(m_tabs->GetSelection() == 0);
        switch (m_tabs->GetSelection()) {
        case 1:
            m_register->refresh();
            break;
        case 2:
            m_verify->refresh();
            break;
        default:
            m_award->refresh();
        }
    }

    wxWindow* first_control() override {
        switch (m_tabs->GetSelection()) {
        case 1:
            return m_register->first_control();
        case 2:
            return m_verify->first_control();
        default:
            return m_award->first_control();
        }
    }

    void open(std::string_view what) override {
        const std::string text{what};
        if (text == "register" || text == "verify") {
            m_tabs->SetSelection(text == "register" ? 1 : 2);
            return;
        }
        if (constexpr std::string_view serial{"register "}; text.starts_with(serial)) {
            m_tabs->SetSelection(1);
            m_register->find(text.substr(serial.size()));
            return;
        }
        m_tabs->SetSelection(0);
        m_award->select(classes::ClassId{std::strtoll(text.c_str(), nullptr, 10)});
    }

    std::string shown() const override {
        switch (m_tabs->GetSelection()) {
        case 1:
            return "register";
        case 2:
            return "verify";
        default:
            const auto chosen = m_award->chosen();
            return chosen ? std::to_string(static_cast<std::int64_t>(*chosen)) : std::string();
        }
    }

  private:
    const std::vector<FurtherCommand>& offered(const std::vector<FurtherCommand>& further) {
        for (const FurtherCommand& one : further)
            commands().add({.id = one.id, .label = one.label, .help = one.help, .run = [this, run = one.run] {
                                run(*this);
                            }});
        return further;
    }

    office::Session& m_session;
    wxNotebook* m_tabs;
    AwardPanel* m_award;
    RegisterPanel* m_register;
    VerifyPanel* m_verify;
};

} // namespace

widgets::PageEntry certificate_page(office::Session& session, ClassActions actions,
                                    std::vector<FurtherCommand> further) {
    return {
        .id = "certificates",
        .label = _("Certificates"),
        .icon = "certificates",
        .create = [&session, actions = std::move(actions), further = std::move(further)](wxWindow* parent) {
            return new CertificatePage(parent, session, actions, further);
        }};
}

} // namespace certificates
