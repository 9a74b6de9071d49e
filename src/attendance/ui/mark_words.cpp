// SPDX-License-Identifier: GPL-3.0-or-later
#include "attendance/ui/mark_words.hpp"

#include <wx/intl.h>

namespace attendance {

wxString shown(Mark mark) {
    // TRANSLATORS: the register's letter for absent with permission
    const wxString permission = _("P");
    // TRANSLATORS: the register's letter for absent without permission
    const wxString absent = _("A");
    switch (mark) {
    case Mark::none:
        break;
    case Mark::permission:
        return permission;
    case Mark::absent:
        return absent;
    // TRANSLATORS: the register's letter for late
    case Mark::late:
        return _("L");
    case Mark::half_permission:
        return permission + wxString::FromUTF8("½");
    case Mark::half_absent:
        return absent + wxString::FromUTF8("½");
    }
    return {};
}

wxString in_words(Mark mark) {
    switch (mark) {
    case Mark::none:
        break;
    case Mark::permission:
        return _("Absent with permission");
    case Mark::absent:
        return _("Absent without permission");
    case Mark::late:
        return _("Late");
    case Mark::half_permission:
        return _("Half a day absent with permission");
    case Mark::half_absent:
        return _("Half a day absent without permission");
    }
    return _("Present");
}

} // namespace attendance
