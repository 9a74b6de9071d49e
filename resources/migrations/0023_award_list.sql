-- SPDX-License-Identifier: GPL-3.0-or-later
-- The award list of a class on its way from the clerk to whoever approves it: what it said when it was prepared, and who
-- did what with it on which day. A list that comes back keeps its remarks; the next one has a number of its own. Lists
-- that were approved before this have their approval (award_approval) and no lines.

CREATE TABLE award_list (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    class_id INTEGER NOT NULL REFERENCES class (id),
    -- The class's first list, its second.
    number INTEGER NOT NULL CHECK (number >= 1),
    UNIQUE (class_id, number)
) STRICT;

-- Everyone who was in the class, as things stood on the day: by the uid of the enrolment, so that a merge or an undo
-- takes nothing away from what a board saw.
CREATE TABLE award_list_line (
    list_id INTEGER NOT NULL REFERENCES award_list (id),
    place INTEGER NOT NULL CHECK (place >= 1),
    enrolment_uid BLOB NOT NULL CHECK (length(enrolment_uid) = 16),
    learner_number TEXT NOT NULL,
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    sex TEXT NOT NULL CHECK (sex IN ('f', 'm')),
    born TEXT,
    -- As they are printed: '92.50', '6.13'; empty where there is none.
    rate TEXT NOT NULL,
    average TEXT NOT NULL,
    rank INTEGER CHECK (rank >= 1),
    grade TEXT NOT NULL,
    -- Why the learner is not awarded: a line for each, the code and then the names and values of its facts, with tabs
    -- between. Empty: to be awarded.
    reasons TEXT NOT NULL,
    PRIMARY KEY (list_id, place),
    UNIQUE (list_id, enrolment_uid)
) STRICT, WITHOUT ROWID;

CREATE TABLE award_list_step (
    id INTEGER PRIMARY KEY,
    list_id INTEGER NOT NULL REFERENCES award_list (id),
    step TEXT NOT NULL CHECK (step IN ('prepare', 'check', 'approve', 'return')),
    at TEXT NOT NULL,
    -- The day it was done: on paper that may be earlier than the day it was recorded.
    day TEXT NOT NULL,
    -- Who did it, and who recorded it.
    name TEXT NOT NULL CHECK (name <> ''),
    actor TEXT NOT NULL,
    role TEXT CHECK (role IN ('headteacher', 'office-head')),
    -- In whose place the person acted.
    acting_for TEXT CHECK (acting_for <> ''),
    on_paper INTEGER NOT NULL CHECK (on_paper IN (0, 1)),
    remark TEXT NOT NULL,
    -- In set-up one person prepares and approves in one step.
    same_step INTEGER NOT NULL CHECK (same_step IN (0, 1)),
    CHECK ((step = 'approve') = (role IS NOT NULL) OR same_step = 1),
    CHECK (acting_for IS NULL OR step = 'approve'),
    CHECK (on_paper = 0 OR step = 'approve')
) STRICT;

CREATE INDEX award_list_step_by_list ON award_list_step (list_id);

-- What was remarked on one learner when a list was returned.
CREATE TABLE award_list_remark (
    step_id INTEGER NOT NULL REFERENCES award_list_step (id),
    enrolment_uid BLOB NOT NULL CHECK (length(enrolment_uid) = 16),
    remark TEXT NOT NULL CHECK (remark <> ''),
    PRIMARY KEY (step_id, enrolment_uid)
) STRICT, WITHOUT ROWID;

-- The signed paper of an approval on paper.
CREATE TABLE award_list_scan (
    step_id INTEGER PRIMARY KEY REFERENCES award_list_step (id),
    kind TEXT NOT NULL CHECK (kind IN ('pdf', 'jpeg')),
    bytes BLOB NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TRIGGER award_list_line_never_changes BEFORE UPDATE ON award_list_line
BEGIN
    SELECT RAISE (ABORT, 'a list stays as it was prepared');
END;

CREATE TRIGGER award_list_line_never_goes BEFORE DELETE ON award_list_line
BEGIN
    SELECT RAISE (ABORT, 'a list stays as it was prepared');
END;

CREATE TRIGGER award_list_step_never_changes BEFORE UPDATE ON award_list_step
BEGIN
    SELECT RAISE (ABORT, 'the history of a list only grows');
END;

CREATE TRIGGER award_list_step_never_goes BEFORE DELETE ON award_list_step
BEGIN
    SELECT RAISE (ABORT, 'the history of a list only grows');
END;

CREATE TRIGGER award_list_remark_never_changes BEFORE UPDATE ON award_list_remark
BEGIN
    SELECT RAISE (ABORT, 'the history of a list only grows');
END;

CREATE TRIGGER award_list_remark_never_goes BEFORE DELETE ON award_list_remark
BEGIN
    SELECT RAISE (ABORT, 'the history of a list only grows');
END;

CREATE TRIGGER award_list_scan_never_changes BEFORE UPDATE ON award_list_scan
BEGIN
    SELECT RAISE (ABORT, 'the history of a list only grows');
END;

CREATE TRIGGER award_list_scan_never_goes BEFORE DELETE ON award_list_scan
BEGIN
    SELECT RAISE (ABORT, 'the history of a list only grows');
END;
