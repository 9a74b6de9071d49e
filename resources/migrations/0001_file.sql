-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every office file has: its settings, who it belongs to, its signing keys, and the audit chain.

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: the office this file is. The length of area_code says the level: 02 a province, 0202 a district.
CREATE TABLE office (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    level TEXT NOT NULL CHECK (level IN ('province', 'district', 'institution')),
    area_code TEXT NOT NULL CHECK (length(area_code) IN (2, 4)),
    institution_code TEXT,
    name_km TEXT NOT NULL CHECK (name_km <> ''),
    name TEXT NOT NULL,
    -- Rises when a backup is restored; serial and number blocks are burned with it.
    generation INTEGER NOT NULL DEFAULT 1 CHECK (generation >= 1),
    -- A sample office: its documents carry an overprint.
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    created_at TEXT NOT NULL,
    set_up_ended_at TEXT
) STRICT;

-- Ed25519. The secret is sealed under a passphrase (Argon2id); in set-up the passphrase is empty.
CREATE TABLE signing_key (
    key_id BLOB PRIMARY KEY CHECK (length(key_id) = 8),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    sealed_secret BLOB NOT NULL,
    sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
    created_at TEXT NOT NULL,
    retired_at TEXT
) STRICT, WITHOUT ROWID;

-- Every write leaves a row here in its own transaction. hash covers the row and the hash before it; the change
-- itself stands beside, in a table that erasure may empty without breaking the chain.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    entity TEXT NOT NULL,
    uid BLOB CHECK (uid IS NULL OR length(uid) = 16),
    change_hash BLOB NOT NULL CHECK (length(change_hash) = 32),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE audit_change (
    seq INTEGER PRIMARY KEY REFERENCES audit (seq),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    change TEXT NOT NULL
) STRICT;

CREATE INDEX audit_by_uid ON audit (uid) WHERE uid IS NOT NULL;

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE (ABORT, 'the audit chain only grows');
END;

CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit
BEGIN
    SELECT RAISE (ABORT, 'the audit chain only grows');
END;
