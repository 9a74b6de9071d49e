// SPDX-License-Identifier: GPL-3.0-or-later
// A return's figures beside those of its last version, the last period, last year and its neighbours.
#pragma once

#include "office/ui/session.hpp"
#include "returns/comparison.hpp"
#include "widgets/data_list.hpp"

namespace returns {

class CompareList : public widgets::DataList {
  public:
    CompareList(wxWindow* parent, const office::Session& session);
    void show(Comparison comparison);
    void clear();
    // The figure that is selected.
    std::optional<ValueKey> selected_key() const;
    wxString selected_name() const;

  private:
    widgets::Cell cell(const ComparedRow& row, std::size_t column) const;
    widgets::Cell mark(std::size_t column) const;
    const office::Session& m_session;
    Comparison m_comparison;
    bool m_marked = false; // some of them nobody signed
};

} // namespace returns
