// SPDX-License-Identifier: GPL-3.0-or-later
// A record of learning as lines of a list: classes with their marks, units, certificates.
#pragma once

#include "identity/record.hpp"
#include "office/ui/session.hpp"
#include "units/recognition.hpp"
#include "widgets/data_list.hpp"

#include <optional>
#include <vector>

namespace identity {

struct RecordLine {
    wxString what;
    wxString where;
    wxString when;
    wxString hours;
    wxString rate;
    widgets::Cell result;
    // All of it in full, over several lines: a list cuts off what is long.
    wxString detail{};
    // Of a unit that this office recognised.
    std::optional<units::RecognitionId> recognition{};
};

std::vector<RecordLine> record_lines(const office::Session& session, const RecordOfLearning& record);

} // namespace identity
