// SPDX-License-Identifier: GPL-3.0-or-later
// How long after a key is pressed a part of the screen is painted: first, and for the last time, as the X
// server sees it. What comes after the first is the same again: a scroll bar that fades, the row that is
// chosen.
//   bench_painted X Y WIDTH HEIGHT KEY…    a line for each key: its X name and both in milliseconds, or
//   "nothing"
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <poll.h>
#include <utility>

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// A list that is not painted within this is taken for painted already.
constexpr milliseconds patience{600};

// Rows go from side to side; a scroll bar that fades away does not.
bool meets(const XRectangle& painted, const XRectangle& watched) {
    return painted.width >= watched.width / 2 && painted.x < watched.x + watched.width &&
           watched.x < painted.x + painted.width && painted.y < watched.y + watched.height &&
           watched.y < painted.y + painted.height;
}

void press(Display* display, const char* key) {
    const KeyCode code = XKeysymToKeycode(display, XStringToKeysym(key));
    XTestFakeKeyEvent(display, code, True, CurrentTime);
    XTestFakeKeyEvent(display, code, False, CurrentTime);
    XFlush(display);
}

// When the watched part was painted first and last within `patience` of the key.
std::optional<std::pair<double, double>> painted_after(Display* display, int damage_notify,
                                                       const XRectangle& watched, const char* key) {
    XSync(display, True);
    const auto pressed = Clock::now();
    press(display, key);
    std::optional<std::pair<double, double>> painted;
    while (Clock::now() - pressed < patience) {
        if (XPending(display) == 0) {
            pollfd waiting{ConnectionNumber(display), POLLIN, 0};
            poll(&waiting, 1, 5);
            continue;
        }
        XEvent event;
        XNextEvent(display, &event);
        if (event.type != damage_notify) continue;
        if (!meets(reinterpret_cast<const XDamageNotifyEvent&>(event).area, watched)) continue;
        const double now = std::chrono::duration<double, std::milli>(Clock::now() - pressed).count();
        painted = {painted ? painted->first : now, now};
    }
    return painted;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 6) {
        std::fputs("bench_painted X Y WIDTH HEIGHT KEY…\n", stderr);
        return 2;
    }
    Display* display = XOpenDisplay(nullptr);
    int first_event = 0;
    int first_error = 0;
    if (display == nullptr || XDamageQueryExtension(display, &first_event, &first_error) == False) {
        std::fputs("no X server with the damage extension\n", stderr);
        return 2;
    }
    const auto number = [&](int at) { return static_cast<short>(std::atoi(argv[at])); };
    const XRectangle watched{number(1), number(2), static_cast<unsigned short>(number(3)),
                             static_cast<unsigned short>(number(4))};
    XDamageCreate(display, DefaultRootWindow(display), XDamageReportRawRectangles);
    for (int at = 5; at < argc; ++at) {
        const auto painted = painted_after(display, first_event + XDamageNotify, watched, argv[at]);
        if (painted)
            std::printf("%s %.1f %.1f\n", argv[at], painted->first, painted->second);
        else
            std::printf("%s nothing\n", argv[at]);
    }
}
