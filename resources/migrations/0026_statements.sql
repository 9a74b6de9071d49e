-- SPDX-License-Identifier: GPL-3.0-or-later
-- Templates that an office took in place of the program's, and the statements it hands out beside certificates.

-- The newest row of a document and a programme says what is used from then on. What was issued keeps its own.
CREATE TABLE template_use (
    id INTEGER PRIMARY KEY,
    -- "completion", "provisional", …
    document TEXT NOT NULL CHECK (document <> ''),
    -- A programme's key, or empty: every programme without one of its own.
    programme TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    -- Nothing: the program's own again.
    digest BLOB REFERENCES document_template (digest),
    name TEXT NOT NULL CHECK (name <> ''),
    file TEXT NOT NULL,
    actor TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    UNIQUE (document, programme, version)
) STRICT;

CREATE TRIGGER template_use_never_changes BEFORE UPDATE ON template_use
BEGIN
    SELECT RAISE (ABORT, 'what was taken is history');
END;

CREATE TRIGGER template_use_never_goes BEFORE DELETE ON template_use
BEGIN
    SELECT RAISE (ABORT, 'what was taken is history');
END;

-- A paper without a signed code: its own running number for each office, year and kind, never a serial.
CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    -- "0202-2026-P00001-5"
    number TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('provisional', 'partial', 'attendance')),
    office_code TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    nth INTEGER NOT NULL CHECK (nth >= 1),
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    issued_on TEXT NOT NULL,
    -- As they stand on the paper.
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    template TEXT NOT NULL,
    template_digest BLOB NOT NULL REFERENCES document_template (digest),
    pdf BLOB NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    UNIQUE (office_code, year, kind, nth),
    CHECK (name_km <> '' OR name <> '')
) STRICT;

CREATE INDEX statement_by_enrolment ON statement (enrolment_id);

-- Only whose enrolment it is may change, when two records of one person become one.
CREATE TRIGGER statement_never_changes BEFORE UPDATE ON statement
WHEN NEW.number IS NOT OLD.number OR NEW.pdf IS NOT OLD.pdf OR NEW.digest IS NOT OLD.digest OR NEW.kind IS NOT OLD.kind
    OR NEW.issued_on IS NOT OLD.issued_on OR NEW.name_km IS NOT OLD.name_km OR NEW.name IS NOT OLD.name
BEGIN
    SELECT RAISE (ABORT, 'what was handed out is frozen');
END;

CREATE TRIGGER statement_never_goes BEFORE DELETE ON statement
BEGIN
    SELECT RAISE (ABORT, 'what was handed out is frozen');
END;

CREATE TABLE statement_event (
    id INTEGER PRIMARY KEY,
    statement_id INTEGER NOT NULL REFERENCES statement (id),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL CHECK (verb IN ('issue', 'reprint')),
    reason TEXT,
    CHECK (verb = 'issue' OR trim(reason) <> '')
) STRICT;

CREATE INDEX statement_event_by_statement ON statement_event (statement_id);

CREATE TRIGGER statement_event_never_changes BEFORE UPDATE ON statement_event
BEGIN
    SELECT RAISE (ABORT, 'what was handed out is history');
END;

CREATE TRIGGER statement_event_never_goes BEFORE DELETE ON statement_event
BEGIN
    SELECT RAISE (ABORT, 'what was handed out is history');
END;
