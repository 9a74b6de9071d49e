// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a pack as pages of its editor: what each shows, and how its items are added, removed and
// moved.
#pragma once

#include "assessment/ui/pack_form.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace assessment {

struct PackPart {
    using Pack = programmes::Pack;

    std::string id; // "subjects"
    wxString title;
    // The tables of the file whose faults are shown here.
    std::vector<std::string> tables;
    // The fields of the whole, or of the item at that place; its first field has what the item is called.
    std::function<void(PackForm&, std::size_t)> fill;
    // Instead of fields, where the rules have no use for them; else empty.
    std::function<wxString(const Pack&)> nothing = [](const Pack&) { return wxString(); };

    // Of a list of items.
    struct Items {
        std::function<std::size_t(const Pack&)> count;
        std::function<wxString(const PackDraft&, std::size_t)> name;
        std::function<wxString(const PackDraft&, std::size_t)> more; // the second column
        std::function<std::size_t(Pack&)> add;                       // where the new one stands
        std::function<void(Pack&, std::size_t)> remove;
        std::function<bool(Pack&, std::size_t, bool up)> move;
    };
    std::optional<Items> items{};
};

// Of the pack's own words and rules, and of its lists; in the order of the editor's pages.
PackPart programme_part();
PackPart subjects_part();
PackPart levels_part();
PackPart periods_part();
PackPart averages_part();
PackPart result_part();
PackPart grades_part();
PackPart attendance_part();
PackPart units_part();
PackPart award_part();
PackPart signers_part();

} // namespace assessment
