-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may log in, in which roles, and the way back when the password of the last administrator is lost.

-- A user is never deleted: the audit chain names who wrote. Passwords rest as Argon2id of 32 bytes (RFC 9106).
CREATE TABLE user (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    -- What is typed to log in and stands in the audit chain, in small letters; it never changes.
    name TEXT NOT NULL UNIQUE CHECK (name <> '' AND length(name) <= 40),
    full_name TEXT NOT NULL CHECK (full_name <> ''),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    passes INTEGER NOT NULL CHECK (passes >= 1),
    memory_bytes INTEGER NOT NULL CHECK (memory_bytes >= 8192),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    -- Refused log-ins since the last good one: each makes the next wait longer.
    failed INTEGER NOT NULL DEFAULT 0 CHECK (failed >= 0),
    failed_at TEXT,
    added_at TEXT NOT NULL,
    disabled_at TEXT,
    CHECK ((failed > 0) = (failed_at IS NOT NULL))
) STRICT;

CREATE TRIGGER user_name_never_changes BEFORE UPDATE OF name, uid ON user
BEGIN
    SELECT RAISE (ABORT, 'the audit chain names users');
END;

CREATE TRIGGER user_stays BEFORE DELETE ON user
BEGIN
    SELECT RAISE (ABORT, 'the audit chain names users');
END;

-- Without an institution: for the whole office.
CREATE TABLE user_role (
    user_id INTEGER NOT NULL REFERENCES user (id),
    role TEXT NOT NULL
        CHECK (role IN ('administrator', 'district-officer', 'clerk', 'headteacher', 'reader', 'province-officer')),
    institution_id INTEGER REFERENCES institution (id),
    CHECK (institution_id IS NULL OR role IN ('clerk', 'headteacher', 'reader'))
) STRICT;

CREATE UNIQUE INDEX user_role_once ON user_role (user_id, role, coalesce(institution_id, 0));

-- One row once set-up has ended: the code that was printed then, as a hash, and the secret of the current signing key
-- sealed under it, so that a lost passphrase does not cost the office its key.
CREATE TABLE recovery_code (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    passes INTEGER NOT NULL CHECK (passes >= 1),
    memory_bytes INTEGER NOT NULL CHECK (memory_bytes >= 8192),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    sealed_secret BLOB NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
