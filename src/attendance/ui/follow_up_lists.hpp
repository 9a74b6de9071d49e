// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of what to follow up as the window shows them: each is read in the background, narrowed to an
// institution and a class without reading again, and leads to the class's month.
#pragma once

#include "attendance/list_workbook.hpp"
#include "attendance/paper_store.hpp"
#include "office/ui/session.hpp"
#include "widgets/data_list.hpp"

#include <memory>

namespace attendance {

// A class and a month of it, as the register opens them.
struct ClassMonth {
    classes::ClassId in{};
    core::Month month;
};

class FollowUpList {
  public:
    virtual ~FollowUpList() = default;

    virtual wxString name() const = 0;
    // What a list of nothing says.
    widgets::DataList& view() { return *m_view; }

    // For the job thread: reads the list, and gives what then shows it.
    virtual std::function<void()> read(const storage::Database& database, const Scope& scope, int days,
                                       core::Progress& progress) = 0;
    // Nothing of either: all. Also called after reading.
    virtual void narrow(std::optional<institutions::InstitutionId> institution,
                        std::optional<classes::ClassId> in) = 0;

    virtual std::size_t count() const = 0;
    virtual std::optional<ClassMonth> chosen() const = 0;
    // Those of the selected rows, or of all where none is; none twice. A list of classes has none.
    virtual std::vector<PaperOf> papers() const = 0;
    virtual ListSheet sheet() const = 0;

    virtual bool of_learners() const { return true; }
    virtual bool asks_days() const { return false; }
    virtual bool of_a_year() const { return false; }

  protected:
    widgets::DataList* m_view = nullptr;
};

// In the order in which they are offered.
std::vector<std::unique_ptr<FollowUpList>> make_follow_up_lists(wxWindow* parent,
                                                                const office::Session& session);

} // namespace attendance
