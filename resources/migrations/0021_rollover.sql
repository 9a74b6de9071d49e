-- SPDX-License-Identifier: GPL-3.0-or-later
-- A school year rolled over into the next: which classes, what was decided for each learner, and the changeset that
-- takes the next year's classes and enrolments back.

CREATE TABLE rollover (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    -- The year that ended: '2025-2026'.
    school_year TEXT NOT NULL CHECK (school_year GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9][0-9][0-9]'),
    -- NULL: the whole office.
    institution_id INTEGER REFERENCES institution (id),
    opened INTEGER NOT NULL CHECK (opened >= 0),
    enrolled INTEGER NOT NULL CHECK (enrolled >= 0),
    actor TEXT NOT NULL,
    done_at TEXT NOT NULL,
    changeset BLOB NOT NULL,
    undone_at TEXT
) STRICT;

-- A class that was rolled over. It is not again unless that was taken back.
CREATE TABLE rollover_class (
    rollover_id INTEGER NOT NULL REFERENCES rollover (id),
    class_id INTEGER NOT NULL REFERENCES class (id),
    PRIMARY KEY (rollover_id, class_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX rollover_class_by_class ON rollover_class (class_id);

-- by_rule: what the programme's rules say; another decision has a reason.
CREATE TABLE rollover_decision (
    rollover_id INTEGER NOT NULL REFERENCES rollover (id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    by_rule TEXT NOT NULL CHECK (by_rule IN ('promote', 'repeat', 'leave', 'complete')),
    decision TEXT NOT NULL CHECK (decision IN ('promote', 'repeat', 'leave', 'complete')),
    reason TEXT CHECK (reason <> ''),
    PRIMARY KEY (rollover_id, enrolment_id),
    CHECK ((decision = by_rule) = (reason IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX rollover_decision_by_enrolment ON rollover_decision (enrolment_id);
