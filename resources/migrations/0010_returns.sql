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

CREATE TABLE received_return (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL CHECK (length(uid) = 16),
    office_code TEXT NOT NULL,
    period TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    verdict TEXT NOT NULL CHECK (verdict IN ('verified', 'edited', 'unsigned', 'wrong-key', 'damaged')),
    key_id BLOB,
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    audit_head BLOB,
    content BLOB NOT NULL,
    file_name TEXT NOT NULL,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'accepted', 'rejected')),
    decided_at TEXT,
    reason TEXT,
    UNIQUE (office_code, period, version, digest)
) STRICT;

-- Of one office and period at most one version is the accepted one.
CREATE UNIQUE INDEX received_return_accepted ON received_return (office_code, period) WHERE state = 'accepted';
