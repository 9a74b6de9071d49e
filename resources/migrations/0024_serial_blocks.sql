-- SPDX-License-Identifier: GPL-3.0-or-later
-- Blocks of serial numbers from elsewhere, and the journal of the register's stock: blocks, numbered paper and the old
-- register book.

-- own: the office's, made at its first use of a year; province: given by a block file; parcel: a piece of a district's
-- block that came to an institution.
ALTER TABLE serial_block ADD COLUMN origin TEXT NOT NULL DEFAULT 'own' CHECK (origin IN ('own', 'province', 'parcel'));

-- The institution that gives these numbers; the office itself does not while it is held.
ALTER TABLE serial_block ADD COLUMN held_by INTEGER REFERENCES institution (id);

-- No number of it is given from then on: the province gives the year's numbers.
ALTER TABLE serial_block ADD COLUMN closed_at TEXT;

-- The signed files by which a province gives numbers: what it gave, and what an office took.
CREATE TABLE block_file (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    direction TEXT NOT NULL CHECK (direction IN ('given', 'taken')),
    from_office TEXT NOT NULL,
    office_code TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2100),
    first_number INTEGER NOT NULL CHECK (first_number >= 1),
    last_number INTEGER NOT NULL CHECK (last_number >= first_number),
    given_at TEXT NOT NULL,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE INDEX block_file_by_office ON block_file (office_code, year);

-- What happened to a row of the register's stock and how it stood then; chained, so that whoever alters the file with
-- another tool is found. row_id is the row's in the table `entity`.
CREATE TABLE stock_journal (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    entity TEXT NOT NULL CHECK (entity IN ('serial_block', 'block_file', 'paper_delivery', 'paper_sheet', 'book_entry')),
    row_id INTEGER NOT NULL,
    verb TEXT NOT NULL,
    reason TEXT NOT NULL,
    -- The row as JSON.
    content TEXT NOT NULL,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX stock_journal_by_row ON stock_journal (entity, row_id);

CREATE TRIGGER stock_journal_never_changes BEFORE UPDATE ON stock_journal
BEGIN
    SELECT RAISE (ABORT, 'the register only grows');
END;

CREATE TRIGGER stock_journal_never_shrinks BEFORE DELETE ON stock_journal
BEGIN
    SELECT RAISE (ABORT, 'the register only grows');
END;

-- Pre-printed blank forms with numbers of their own: what came, as one run of numbers.
CREATE TABLE paper_delivery (
    id INTEGER PRIMARY KEY,
    -- "A 0012345": what stands before the digits, and how many digits there are.
    prefix TEXT NOT NULL,
    digits INTEGER NOT NULL CHECK (digits BETWEEN 1 AND 12),
    first_number INTEGER NOT NULL CHECK (first_number >= 0),
    last_number INTEGER NOT NULL CHECK (last_number >= first_number),
    source TEXT NOT NULL CHECK (source <> ''),
    received_on TEXT NOT NULL
) STRICT;

CREATE INDEX paper_delivery_by_number ON paper_delivery (prefix, digits, first_number);

-- A sheet that is no longer as it came; one without a row lies in the drawer.
CREATE TABLE paper_sheet (
    id INTEGER PRIMARY KEY,
    delivery_id INTEGER NOT NULL REFERENCES paper_delivery (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('used', 'spoiled', 'returned')),
    -- What it was printed for; it stays where the sheet jammed then.
    certificate_id INTEGER REFERENCES certificate (id),
    -- Why it is spoiled, or to whom it was returned.
    remark TEXT NOT NULL,
    day TEXT NOT NULL,
    UNIQUE (delivery_id, number),
    CHECK (state <> 'used' OR certificate_id IS NOT NULL)
) STRICT;

CREATE INDEX paper_sheet_by_certificate ON paper_sheet (certificate_id);

-- What stands in the old register book: certificates from before Srok, which have no code.
CREATE TABLE book_entry (
    id INTEGER PRIMARY KEY,
    -- As written; number_key in Latin digits and capitals without blanks.
    number TEXT NOT NULL CHECK (number <> ''),
    number_key TEXT NOT NULL CHECK (number_key <> ''),
    year INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2100),
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    sex TEXT CHECK (sex IN ('f', 'm')),
    born TEXT,
    programme TEXT NOT NULL,
    issued_on TEXT,
    page TEXT NOT NULL,
    remark TEXT NOT NULL,
    -- The list it was imported from; empty where it was typed.
    source TEXT NOT NULL,
    UNIQUE (number_key, year),
    CHECK (name_km <> '' OR name <> '')
) STRICT;
