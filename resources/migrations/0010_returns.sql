-- SPDX-License-Identifier: GPL-3.0-or-later
-- Returns this office built, and those it received from the offices below it.

-- The canonical text (zstd) is what was signed; the workbook can be written again from it.
CREATE TABLE built_return (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    period TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    content BLOB NOT NULL,
    signature BLOB NOT NULL,
    key_id BLOB NOT NULL CHECK (length(key_id) = 8),
    built_at TEXT NOT NULL,
    UNIQUE (period, version)
) STRICT;

-- The first key an office is known by; a later other key is refused as wrong-key.
CREATE TABLE pinned_key (
    office_code TEXT PRIMARY KEY,
    key_id BLOB NOT NULL CHECK (length(key_id) = 8),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    pinned_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What an office below us handed over, also what cannot be accepted. digest names the content: of a verified return
-- its canonical text, so that a copy saved again is the same one; of any other file its bytes.
CREATE TABLE received_return (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    verdict TEXT NOT NULL CHECK (verdict IN ('verified', 'edited', 'unsigned', 'wrong-key', 'damaged')),
    -- What the signed text says of itself: nothing where no signature vouches for it.
    uid BLOB CHECK (uid IS NULL OR length(uid) = 16),
    office_code TEXT,
    period TEXT,
    version INTEGER CHECK (version >= 1),
    key_id BLOB CHECK (key_id IS NULL OR length(key_id) = 8),
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    generation INTEGER,
    audit_rows INTEGER,
    audit_head TEXT,
    content BLOB,
    -- Edited cells, and what was written into cells left open: a line each, its fields apart by tabs.
    cells TEXT NOT NULL,
    answers TEXT NOT NULL,
    file_name TEXT NOT NULL,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'accepted', 'replaced', 'rejected')),
    decided_at TEXT,
    reason TEXT,
    CHECK ((verdict IN ('unsigned', 'damaged')) = (office_code IS NULL)),
    CHECK ((office_code IS NULL) = (content IS NULL)),
    CHECK (state NOT IN ('accepted', 'replaced') OR verdict = 'verified')
) STRICT;

CREATE INDEX received_return_by_office ON received_return (office_code, period);

-- Of one office and period at most one version is the accepted one.
CREATE UNIQUE INDEX received_return_accepted ON received_return (office_code, period) WHERE state = 'accepted';
