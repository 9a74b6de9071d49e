# SPDX-License-Identifier: GPL-3.0-or-later
"""No text is cut off and no control is pushed out of its window: every page, and the windows that open over them,
in Khmer, whose words are longer than English ones.

Labels are measured as they are drawn (the text's own extents) against the room they have; every control against
the window that it stands in. What a list shows in its cells is the list's own business.
"""

import os
import sys

from journey import STATE, Atspi, GLib, Journey, Lost, run, sample_office, wait_for
from walk import PAGES

# Windows that open by a key or a button of a page, without asking for a file: page, what opens it, what is in it.
WINDOWS = [
    ("learners", "ctrl+n", "learner.name_km"),
    ("learners", "ctrl+d", "lookalikes.reasons"),
    ("classes", "ctrl+n", "class.name_km"),
    ("attendance", "attendance.rates", "rates.list"),
    ("attendance", "attendance.follow-up", "follow-up.below"),
    ("certificates", "ctrl+w", "what-if.learners"),
    ("returns", "returns.charts", "charts.pdf"),
    ("returns", "ctrl+d", "declared.list"),
]
SLACK = 2  # pixels that rounding takes


def box(node):
    return Atspi.Component.get_extents(node, Atspi.CoordType.SCREEN)


def inside(inner, outer, upright=True):
    across = inner.x >= outer.x - SLACK and inner.x + inner.width <= outer.x + outer.width + SLACK
    return across and (not upright or (inner.y >= outer.y - SLACK
                                       and inner.y + inner.height <= outer.y + outer.height + SLACK))


def drawn(node):
    """Where the label's text really is: its layout's extents, which may be larger than the control."""
    count = Atspi.Text.get_character_count(node)
    return Atspi.Text.get_range_extents(node, 0, count, Atspi.CoordType.SCREEN) if count else None


def scrolls_across(pane):
    """Whether what is wider than the pane can be moved under it."""
    parts = (pane.get_child_at_index(at) for at in range(min(pane.get_child_count(), 200)))
    return any(part and part.get_role() == Atspi.Role.SCROLL_BAR and part.get_state_set().contains(STATE.SHOWING)
               and part.get_state_set().contains(STATE.HORIZONTAL) for part in parts)


def cut_off(srok, where, grown=1):
    """What is cut off in the windows that are on the screen, a line each; `grown`: as if texts were so many times as large."""
    found, measured = [], 0
    for window in (w for w in (srok.app.get_child_at_index(i) for i in range(srok.app.get_child_count()))
                   if w and w.get_state_set().contains(STATE.SHOWING)):
        todo = [(window, box(window), True, True)]
        while todo:
            node, room, upright, across = todo.pop()
            for at in range(min(node.get_child_count(), 200)):
                child = node.get_child_at_index(at)
                if child is None or not child.get_state_set().contains(STATE.SHOWING):
                    continue
                role, place = child.get_role(), box(child)
                if role in (Atspi.Role.MENU_BAR, Atspi.Role.MENU, Atspi.Role.MENU_ITEM) or place.width <= 1:
                    continue
                name = child.get_accessible_id() or child.get_name()
                measured += 1
                if across and not inside(place, room, upright):
                    found.append(f"{where}: {name!r} ({child.get_role_name()}) stands out of its window")
                if role == Atspi.Role.LABEL:
                    text = drawn(child)
                    if text and grown > 1:
                        text.width, text.height = int(text.width * grown), int(text.height * grown)
                    if text and not inside(text, place):
                        found.append(f"{where}: the text of {name!r} needs {text.width}x{text.height}, "
                                     f"has {place.width}x{place.height}")
                if role in (Atspi.Role.TABLE, Atspi.Role.TREE_TABLE):
                    continue
                # What can be scrolled may be longer than its window; wider only where it is moved across, too.
                scrolled = role == Atspi.Role.SCROLL_PANE
                todo.append((child, place if scrolled else room, upright and not scrolled,
                             across and not (scrolled and scrolls_across(child))))
    assert measured > 20, f"{where}: only {measured} controls were measured"
    return found


def every_page(srok):
    """Goes to each page in turn, and gives its name once it has counted what it shows."""
    for number, (page, control) in enumerate(PAGES, start=1):
        srok.go(number, page)
        srok.find(control)
        srok.gone("job.cancel")
        yield page


def look(srok):
    found = []
    for page in every_page(srok):
        found += cut_off(srok, page)
        for at, how, inside_it in WINDOWS:
            if at != page:
                continue
            if "." in how:
                srok.click(how)
            else:
                srok.press_until(how, lambda: srok.look(inside_it), inside_it)
            srok.find(inside_it)
            srok.gone("job.cancel")
            found += cut_off(srok, f"{page}: {how}")
            srok.picture(f"clipping-{page}-{how}")
            srok.press_until("Escape", lambda: srok.look(inside_it) is None, f"{inside_it} to go away")
    return found


def clipping():
    office = sample_office()
    with Journey("clipping", arguments=[office, "--lang", "km"]) as srok:
        srok.find("start.figure.learners")
        found = look(srok)
        # Texts measured as if they were larger than they are drawn must be found, or nothing was measured.
        weakened = cut_off(srok, "settings", grown=2.4)
    assert not found, "\n".join(found)
    assert weakened, "texts of 2.4 times the size were said to fit"


if __name__ == "__main__":
    sys.exit(run(clipping))
