-- SPDX-License-Identifier: GPL-3.0-or-later
-- Backups: the key they are sealed to, which were made and proven, rehearsals of restoring, and what a restored file knows
-- of the lives of the office that it does not hold.

-- X25519, derived from an Ed25519 key. A backup is sealed to the public half, so that it needs no passphrase to be made;
-- the secret half travels in every backup, sealed.
CREATE TABLE backup_key (
    id INTEGER PRIMARY KEY,
    public_key BLOB NOT NULL UNIQUE CHECK (length(public_key) = 32),
    made_at TEXT NOT NULL,
    -- Another took its place; its backups still open with its own passphrase, which they carry.
    retired_at TEXT
) STRICT;

CREATE UNIQUE INDEX backup_key_current ON backup_key (retired_at IS NULL) WHERE retired_at IS NULL;

-- The secret half, once under what each way of opening it needs.
CREATE TABLE backup_key_seal (
    key_id INTEGER NOT NULL REFERENCES backup_key (id),
    kind TEXT NOT NULL CHECK (kind IN ('passphrase', 'recovery')),
    sealed BLOB NOT NULL,
    PRIMARY KEY (key_id, kind)
) STRICT, WITHOUT ROWID;

-- Backups that were read back and compared. A file that is no longer there keeps its row.
CREATE TABLE backup (
    id INTEGER PRIMARY KEY,
    -- The moment whose content it holds, and of its generation the last row of the audit.
    made_at TEXT NOT NULL,
    generation INTEGER NOT NULL CHECK (generation >= 1),
    audit_rows INTEGER NOT NULL CHECK (audit_rows >= 0),
    path TEXT NOT NULL CHECK (path <> ''),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    -- Of the office file that is in it.
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
    why TEXT NOT NULL CHECK (why IN ('asked', 'day', 'closing')),
    proven_at TEXT NOT NULL,
    -- Newer ones took its place and it was deleted.
    removed_at TEXT
) STRICT;

CREATE TABLE rehearsal (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    path TEXT NOT NULL CHECK (path <> ''),
    -- The moment whose content the backup holds.
    made_at TEXT NOT NULL,
    learners INTEGER NOT NULL CHECK (learners >= 0),
    certificates INTEGER NOT NULL CHECK (certificates >= 0),
    findings INTEGER NOT NULL CHECK (findings >= 0),
    milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0)
) STRICT;

-- Each time this file was restored from a backup: the generation it has since, and how many generations of the office
-- are known of that the backup did not hold.
CREATE TABLE restoration (
    generation INTEGER PRIMARY KEY CHECK (generation > from_generation),
    restored_at TEXT NOT NULL,
    from_generation INTEGER NOT NULL CHECK (from_generation >= 1),
    -- The moment whose content the backup holds.
    made_at TEXT NOT NULL
) STRICT;

-- Since then none of the numbers is given: another life of this file may have given them.
ALTER TABLE learner_number_block ADD COLUMN lost_at TEXT;
