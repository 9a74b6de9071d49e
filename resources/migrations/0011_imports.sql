-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was imported, row by row, and the changeset that takes it back.

CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('learners', 'attendance', 'scores', 'institutions', 'classes')),
    file_name TEXT NOT NULL,
    sheet TEXT NOT NULL,
    header_row INTEGER NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    actor TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    accepted INTEGER NOT NULL,
    same INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    review INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    changeset BLOB NOT NULL,
    undone_at TEXT
) STRICT;

-- Rows that were not simply accepted: held for a person, or refused with their reason. cells is a JSON array of the
-- row as read, so that it can be decided on, or handed back to be mended.
CREATE TABLE import_row (
    import_id INTEGER NOT NULL REFERENCES import (id),
    row INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('update', 'review', 'refuse')),
    code TEXT NOT NULL,
    cell TEXT NOT NULL,
    cells TEXT NOT NULL,
    decided TEXT CHECK (decided IN ('taken', 'dropped')),
    PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;
