-- SPDX-License-Identifier: GPL-3.0-or-later
-- Many learners enrolled, moved or leaving at once, and the changeset that takes it back.

CREATE TABLE bulk_change (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('enrol', 'move', 'leave')),
    learners INTEGER NOT NULL CHECK (learners > 0),
    -- NULL: the class each of them was in.
    from_class_id INTEGER REFERENCES class (id),
    to_class_id INTEGER REFERENCES class (id),
    -- The first day in the new class; of a leave the last one.
    day TEXT NOT NULL,
    leaving_reason TEXT,
    actor TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changeset BLOB NOT NULL,
    undone_at TEXT,
    CHECK ((kind = 'leave') = (to_class_id IS NULL)),
    CHECK ((kind = 'leave') = (leaving_reason IS NOT NULL))
) STRICT;
