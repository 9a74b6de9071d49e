// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/return_page.hpp"

#include "office/office_store.hpp"
#include "returns/ui/build_panel.hpp"
#include "returns/ui/check_dialog.hpp"
#include "returns/ui/province_panel.hpp"
#include "returns/ui/received_panel.hpp"
#include "widgets/accessible.hpp"

#include <wx/notebook.h>
#include <wx/sizer.h>

namespace returns {

namespace {

// A file that came back may be looked at in any office.
void add_check(widgets::Page& page, office::Session& session) {
    page.commands().add({.id = "returns.check",
                         .label = _("&Check a file..."),
                         .help = _("Whether a return still says what was signed, and which cells do not"),
                         .icon = "search",
                         .run = [&page, &session] { check_chosen_file(&page, session); }});
}

class DistrictPage final : public widgets::Page {
  public:
    DistrictPage(wxWindow* parent, office::Session& session)
        : Page(parent, "returns", _("Returns")) {
        add_check(*this, session);
        m_build = new BuildPanel(this, session, *this);
        body().Add(m_build, 1, wxEXPAND);
        show_buttons({"returns.check", "returns.build"});
    }
    void refresh() override { m_build->refresh(); }
    wxWindow* first_control() override { return m_build->first_control(); }
    void open(std::string_view what) override {
        if (const auto period = ReturnPeriod::from_text(what)) m_build->choose(*period);
    }

  private:
    BuildPanel* m_build;
};

class ProvincePage final : public widgets::Page {
  public:
    ProvincePage(wxWindow* parent, office::Session& session)
        : Page(parent, "returns", _("Returns"))
        , m_tabs(new wxNotebook(this, wxID_ANY)) {
        widgets::name_control(*m_tabs, "returns.tabs", _("Received returns, the province's month"));
        add_check(*this, session);
        m_received = new ReceivedPanel(m_tabs, session, *this);
        m_province = new ProvincePanel(m_tabs, session, *this);
        // TRANSLATORS: a tab: the returns that districts sent.
        m_tabs->AddPage(m_received, _("Received"));
        // TRANSLATORS: a tab: who has sent a month's return, and the province's workbook of it.
        m_tabs->AddPage(m_province, _("The province's month"));
        m_tabs->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
            event.Skip();
            if (event.GetEventObject() == m_tabs) refresh();
        });
        body().Add(m_tabs, 1, wxEXPAND);
        show_buttons({"returns.check", "returns.receive"});
    }
    void refresh() override {
        if (m_tabs->GetSelection() == 1)
            m_province->refresh();
        else
            m_received->refresh();
    }
    wxWindow* first_control() override {
        return m_tabs->GetSelection() == 1 ? m_province->first_control() : m_received->first_control();
    }
    void open(std::string_view what) override { m_tabs->SetSelection(what == "province" ? 1 : 0); }

  private:
    wxNotebook* m_tabs;
    ReceivedPanel* m_received;
    ProvincePanel* m_province;
};

} // namespace

widgets::PageEntry return_page(office::Session& session) {
    return {.id = "returns",
            .label = _("Returns"),
            .icon = "returns",
            .create = [&session](wxWindow* parent) -> widgets::Page* {
                if (office::load_office(session.database).level == office::Level::province)
                    return new ProvincePage(parent, session);
                return new DistrictPage(parent, session);
            }};
}

} // namespace returns
