-- SPDX-License-Identifier: GPL-3.0-or-later
-- The register: blocks of serial numbers, what became of each number, and the frozen documents.

CREATE TABLE serial_block (
    id INTEGER PRIMARY KEY,
    office_code TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    first_number INTEGER NOT NULL CHECK (first_number >= 1),
    last_number INTEGER NOT NULL CHECK (last_number >= first_number),
    -- The next number never given; every number from here on is blank.
    next_number INTEGER NOT NULL CHECK (next_number BETWEEN first_number AND last_number + 1),
    UNIQUE (office_code, year, first_number)
) STRICT;

CREATE TABLE certificate (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    -- "0202-2026-000001-K"
    serial TEXT NOT NULL UNIQUE,
    block_id INTEGER NOT NULL REFERENCES serial_block (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('reserved', 'issued', 'spoiled', 'void', 'replaced', 'lost')),
    enrolment_id INTEGER REFERENCES enrolment (id),
    -- The signed code as printed in the QR; what it says never changes again.
    code TEXT UNIQUE,
    issued_on TEXT,
    template TEXT,
    template_digest BLOB,
    replaces INTEGER REFERENCES certificate (id),
    UNIQUE (block_id, number),
    CHECK (state = 'reserved' OR state = 'lost' OR state = 'spoiled' OR (code IS NOT NULL AND issued_on IS NOT NULL))
) STRICT;

CREATE INDEX certificate_by_enrolment ON certificate (enrolment_id);

-- One living certificate for an enrolment.
CREATE UNIQUE INDEX certificate_once ON certificate (enrolment_id) WHERE state = 'issued';

-- The bytes handed out. copy 0 is the original; duplicates count from 1.
CREATE TABLE certificate_document (
    certificate_id INTEGER NOT NULL REFERENCES certificate (id),
    copy INTEGER NOT NULL CHECK (copy >= 0),
    pdf BLOB NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    made_at TEXT NOT NULL,
    PRIMARY KEY (certificate_id, copy)
) STRICT;

-- The only way a state changes; reprints are counted here too.
CREATE TABLE certificate_event (
    id INTEGER PRIMARY KEY,
    certificate_id INTEGER NOT NULL REFERENCES certificate (id),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL CHECK (verb IN ('reserve', 'issue', 'reprint', 'duplicate', 'spoil', 'void', 'replace', 'lose')),
    reason TEXT
) STRICT;

CREATE INDEX certificate_event_by_certificate ON certificate_event (certificate_id);

CREATE TRIGGER certificate_event_never_changes BEFORE UPDATE ON certificate_event
BEGIN
    SELECT RAISE (ABORT, 'the register only grows');
END;

CREATE TRIGGER certificate_event_never_shrinks BEFORE DELETE ON certificate_event
BEGIN
    SELECT RAISE (ABORT, 'the register only grows');
END;

-- The award list a headteacher approved.
CREATE TABLE award_approval (
    class_id INTEGER PRIMARY KEY REFERENCES class (id),
    approved_on TEXT NOT NULL,
    approver TEXT NOT NULL,
    role TEXT NOT NULL
) STRICT;

CREATE TABLE award_list_row (
    class_id INTEGER NOT NULL REFERENCES award_approval (class_id),
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    PRIMARY KEY (class_id, enrolment_id)
) STRICT, WITHOUT ROWID;
