// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notice_gtk.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

// GObject's macros cast in the C way.
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace widgets {
namespace {

// Something said that no control shows. Orca 43, Debian 12's, does not know announcements; of a notification
// that comes into sight it reads the name.
struct Notice {
    AtkObject parent;
};
struct NoticeClass {
    AtkObjectClass parent_class;
};
G_DEFINE_TYPE(Notice, notice, ATK_TYPE_OBJECT)

AtkStateSet* notice_states(AtkObject*) {
    AtkStateSet* states = atk_state_set_new();
    for (const AtkStateType state : {ATK_STATE_ENABLED, ATK_STATE_SHOWING, ATK_STATE_VISIBLE})
        atk_state_set_add_state(states, state);
    return states;
}

void notice_init(Notice* made) {
    atk_object_set_role(ATK_OBJECT(made), ATK_ROLE_NOTIFICATION);
}

void notice_class_init(NoticeClass* type) {
    auto* atk = ATK_OBJECT_CLASS(type);
    atk->ref_state_set = notice_states;
    // What is nobody's child a reader believes to be gone.
    atk->get_index_in_parent = [](AtkObject*) { return 0; };
}

bool announcements_are_heard() {
    constexpr int first = 48; // 2.48 is the ATK of the desktop whose Orca hears them
    const std::string_view version = atk_get_version();
    int minor = 0;
    const std::size_t dot = std::min(version.find('.'), version.size() - 1);
    std::from_chars(version.data() + dot + 1, version.data() + version.size(), minor);
    return !version.starts_with("2.") || minor >= first;
}

AtkObject* window_of(AtkObject* part) {
    for (AtkObject* at = part; at != nullptr; at = atk_object_get_parent(at))
        if (atk_object_get_role(at) == ATK_ROLE_FRAME || atk_object_get_role(at) == ATK_ROLE_DIALOG)
            return at;
    return nullptr;
}

} // namespace

void say(AtkObject& from, const wxString& text) {
    if (text.empty()) return;
    const auto utf8 = text.utf8_str();
    g_signal_emit_by_name(&from, "announcement", utf8.data());
    AtkObject* window = announcements_are_heard() ? nullptr : window_of(&from);
    if (!window) return;
    // One for all: what was said before is over.
    static auto* const notice = ATK_OBJECT(g_object_new(notice_get_type(), nullptr));
    // A reader may ask whose it is for as long as it likes, when the window is gone, too.
    auto** const parent = reinterpret_cast<gpointer*>(&notice->accessible_parent);
    if (*parent) g_object_remove_weak_pointer(G_OBJECT(*parent), parent);
    *parent = window;
    g_object_add_weak_pointer(G_OBJECT(window), parent);
    atk_object_set_name(notice, utf8.data());
    atk_object_notify_state_change(notice, ATK_STATE_SHOWING, TRUE);
}

} // namespace widgets
