-- SPDX-License-Identifier: GPL-3.0-or-later
-- Layouts of returns as they were when first used: what was built keeps its own.

CREATE TABLE return_layout (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    version TEXT NOT NULL CHECK (version <> ''),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    source TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    UNIQUE (name, version)
) STRICT;

CREATE TRIGGER return_layout_never_changes BEFORE UPDATE ON return_layout
BEGIN
    SELECT RAISE (ABORT, 'returns were built with it');
END;
