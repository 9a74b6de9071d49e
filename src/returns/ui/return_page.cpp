// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/ui/return_page.hpp"

#include "office/office_store.hpp"
#include "returns/ui/build_panel.hpp"
#include "returns/ui/check_dialog.hpp"
#include "returns/ui/layouts_dialog.hpp"
#include "returns/ui/own_board_panel.hpp"
#include "returns/ui/province_panel.hpp"
#include "returns/ui/received_panel.hpp"
#include "returns/ui/rounds_dialog.hpp"
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

void add_layouts(widgets::Page& page, office::Session& session) {
    page.commands().add({.id = "returns.layouts",
                         .label = _("&Layouts..."),
                         .help = _("Which sheets and figures returns have: look, export, take another"),
                         .icon = "edit",
                         .run = [&page, &session] {
                             if (show_layouts(&page, session)) page.refresh();
                         }});
}

class DistrictPage final : public widgets::Page {
  public:
    DistrictPage(wxWindow* parent, office::Session& session)
        : Page(parent, "returns", _("Returns"))
        , m_tabs(new wxNotebook(this, wxID_ANY)) {
        widgets::name_control(*m_tabs, "returns.tabs", _("Building a return, the board"));
        add_check(*this, session);
        add_layouts(*this, session);
        m_build = new BuildPanel(m_tabs, session, *this);
        m_board = new OwnBoardPanel(m_tabs, session, *this);
        // TRANSLATORS: a tab: a month's figures and its return.
        m_tabs->AddPage(m_build, _("Build"));
        // TRANSLATORS: a tab: what is due, built and accepted.
        m_tabs->AddPage(m_board, _("Board"));
        m_tabs->Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
            event.Skip();
            if (event.GetEventObject() == m_tabs) refresh();
        });
        body().Add(m_tabs, 1, wxEXPAND);
        show_buttons({"returns.check", "returns.take-receipt", "returns.charts", "returns.build"});
    }
    void refresh() override {
        if (m_tabs->GetSelection() == 1)
            m_board->refresh();
        else
            m_build->refresh();
    }
    wxWindow* first_control() override {
        return m_tabs->GetSelection() == 1 ? m_board->first_control() : m_build->first_control();
    }
    // A month to build, or "board".
    void open(std::string_view what) override {
        m_tabs->SetSelection(what == "board" ? 1 : 0);
        if (const auto period = ReturnPeriod::from_text(what)) m_build->choose(*period);
    }
    std::string shown() const override { return m_tabs->GetSelection() == 1 ? "board" : "build"; }

  private:
    wxNotebook* m_tabs;
    BuildPanel* m_build;
    OwnBoardPanel* m_board;
};

class ProvincePage final : public widgets::Page {
  public:
    ProvincePage(wxWindow* parent, office::Session& session)
        : Page(parent, "returns", _("Returns"))
        , m_tabs(new wxNotebook(this, wxID_ANY)) {
        widgets::name_control(*m_tabs, "returns.tabs", _("Received returns, the province's month"));
        add_check(*this, session);
        add_layouts(*this, session);
        commands().add({.id = "returns.rounds",
                        .label = _("&Due days..."),
                        .help = _("Which returns the province asks for, and until when"),
                        .icon = "calendar",
                        .run = [this, &session] {
                            if (edit_rounds(this, session)) refresh();
                        }});
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
        show_buttons(
            {"returns.layouts", "returns.rounds", "returns.check", "returns.read-as", "returns.receive"});
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
    std::string shown() const override { return m_tabs->GetSelection() == 1 ? "province" : "received"; }

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
