-- SPDX-License-Identifier: GPL-3.0-or-later
-- Signed lists of office keys and revoked serials: the one this office last signed, and those it took from others.

-- One row for each office that signs a list; a newer list takes the older one's place.
CREATE TABLE key_list (
    issuer TEXT PRIMARY KEY CHECK (length(issuer) IN (2, 4)),
    counter INTEGER NOT NULL CHECK (counter >= 1),
    day TEXT NOT NULL,
    key_id BLOB NOT NULL CHECK (length(key_id) = 8),
    -- As it was signed, byte for byte.
    content TEXT NOT NULL,
    -- When it was taken; of the office's own list when it was signed.
    taken_at TEXT NOT NULL
) STRICT;

-- What the lists of others say, to be found by. An office that any of them lists is known by these keys and no longer
-- by a pin.
CREATE TABLE listed_key (
    issuer TEXT NOT NULL REFERENCES key_list (issuer),
    office_code TEXT NOT NULL,
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    key_id BLOB NOT NULL CHECK (length(key_id) = 8),
    valid_from TEXT,
    valid_until TEXT,
    PRIMARY KEY (issuer, office_code, public_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX listed_key_by_office ON listed_key (office_code, key_id);

CREATE TABLE revoked_serial (
    serial TEXT NOT NULL,
    issuer TEXT NOT NULL REFERENCES key_list (issuer),
    state TEXT NOT NULL CHECK (state IN ('void', 'replaced', 'lost', 'spoiled')),
    day TEXT NOT NULL,
    PRIMARY KEY (serial, issuer)
) STRICT, WITHOUT ROWID;
