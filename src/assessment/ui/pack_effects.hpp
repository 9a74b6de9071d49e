// SPDX-License-Identifier: GPL-3.0-or-later
// What a pack that is being edited would make of the classes that run now, looked up in the background.
#pragma once

#include "assessment/pack_effect.hpp"
#include "office/ui/session.hpp"
#include "widgets/data_list.hpp"
#include "widgets/job_panel.hpp"

#include <wx/panel.h>

class wxStaticText;

namespace assessment {

class PackEffects : public wxPanel {
  public:
    PackEffects(wxWindow* parent, const office::Session& session);

    void look(widgets::JobPanel& jobs, const programmes::Pack& pack,
              std::function<void(const core::Error&)> failed);
    // The rules changed since: what stood there is of no use.
    void forget();

  private:
    void show(std::vector<PackEffect> found, std::size_t open);

    const office::Session& m_session;
    wxStaticText* m_title;
    widgets::DataList* m_list;
    std::vector<PackEffect> m_found;
};

} // namespace assessment
