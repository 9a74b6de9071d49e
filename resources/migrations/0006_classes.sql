-- SPDX-License-Identifier: GPL-3.0-or-later
-- A class, its educators, and the learners enrolled in it.

CREATE TABLE class (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name_km TEXT NOT NULL CHECK (name_km <> ''),
    name TEXT NOT NULL,
    folded_km TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    pack_id INTEGER NOT NULL REFERENCES pack (id),
    level TEXT,
    institution_id INTEGER NOT NULL REFERENCES institution (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    -- ISO weekdays it meets on, ascending: '12345' is Monday to Friday.
    weekdays TEXT NOT NULL CHECK (weekdays <> '' AND weekdays NOT GLOB '*[^1-7]*'),
    session_minutes INTEGER NOT NULL CHECK (session_minutes BETWEEN 15 AND 720),
    open_entry INTEGER NOT NULL DEFAULT 1 CHECK (open_entry IN (0, 1)),
    capacity INTEGER CHECK (capacity > 0),
    multigrade INTEGER NOT NULL DEFAULT 0 CHECK (multigrade IN (0, 1)),
    status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'closed', 'approved', 'issued')),
    closed_on TEXT,
    CHECK (first_day <= last_day)
) STRICT;

CREATE INDEX class_by_institution ON class (institution_id);

CREATE TABLE class_educator (
    class_id INTEGER NOT NULL REFERENCES class (id),
    educator_id INTEGER NOT NULL REFERENCES educator (id),
    PRIMARY KEY (class_id, educator_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX class_educator_by_educator ON class_educator (educator_id);

-- last_day NULL: still in the class. reason says why the learner left before the class ended.
CREATE TABLE enrolment (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    learner_id INTEGER NOT NULL REFERENCES learner (id),
    class_id INTEGER NOT NULL REFERENCES class (id),
    first_day TEXT NOT NULL,
    last_day TEXT,
    leaving_reason TEXT CHECK (
        leaving_reason IN ('dropped_out', 'moved', 'transferred', 'work', 'illness', 'marriage', 'died', 'entered_by_mistake', 'other')
    ),
    CHECK (last_day IS NULL OR last_day >= first_day),
    CHECK ((last_day IS NULL) = (leaving_reason IS NULL))
) STRICT;

CREATE INDEX enrolment_by_learner ON enrolment (learner_id);
CREATE INDEX enrolment_by_class ON enrolment (class_id);
-- Nobody is enrolled twice in a class at once.
CREATE UNIQUE INDEX enrolment_once ON enrolment (class_id, learner_id) WHERE last_day IS NULL;
