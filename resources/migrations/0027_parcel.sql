-- SPDX-License-Identifier: GPL-3.0-or-later
-- Parcels between a district and its institutions: what went out and what came in, and whose key signs for whom.

-- Of a district's file the institutions it sends parcels to, known once one came back; of an institution's file its
-- district. Certificates that an institution issued verify by its key here.
CREATE TABLE parcel_partner (
    -- The institution's uid; of an institution's file the district office's.
    uid BLOB PRIMARY KEY CHECK (length(uid) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('institution', 'district')),
    office_code TEXT NOT NULL,
    name_km TEXT NOT NULL,
    key_id BLOB NOT NULL CHECK (length(key_id) = 8),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    known_since TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX parcel_partner_by_key ON parcel_partner (key_id);

CREATE TABLE parcel (
    id INTEGER PRIMARY KEY,
    way TEXT NOT NULL CHECK (way IN ('out', 'back')),
    -- Written here, or taken in.
    direction TEXT NOT NULL CHECK (direction IN ('sent', 'taken')),
    institution_uid BLOB NOT NULL CHECK (length(institution_uid) = 16),
    -- 1, 2, 3 … of the institution and the way.
    sequence INTEGER NOT NULL CHECK (sequence >= 1),
    -- Of one that goes back: the parcel it answers.
    answers INTEGER CHECK (answers >= 1),
    headteacher TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    file_name TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    -- Rows that were new, changed and refused when it was taken.
    fresh INTEGER NOT NULL CHECK (fresh >= 0),
    changed INTEGER NOT NULL CHECK (changed >= 0),
    refused INTEGER NOT NULL CHECK (refused >= 0),
    CHECK ((way = 'back') = (answers IS NOT NULL)),
    UNIQUE (way, institution_uid, sequence)
) STRICT;

CREATE TRIGGER parcel_never_goes BEFORE DELETE ON parcel
BEGIN
    SELECT RAISE (ABORT, 'what went out and came in stays told');
END;
