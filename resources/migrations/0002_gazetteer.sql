-- SPDX-License-Identifier: GPL-3.0-or-later
-- Provinces, districts, communes and villages by their code (2, 4, 6, 8 digits, each beginning with its parent's),
-- and the public holidays. Codes are text: a number would lose the leading zero.

CREATE TABLE code_list (
    name TEXT PRIMARY KEY,
    version TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    loaded_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Comparisons one by one: an IN list in a CHECK is built anew for each of 16,465 rows.
CREATE TABLE area (
    code TEXT PRIMARY KEY CHECK (
        length(code) BETWEEN 2 AND 8 AND length(code) % 2 = 0 AND code NOT GLOB '*[^0-9]*'
    ),
    type TEXT NOT NULL CHECK (
        type = 'phum' OR type = 'khum' OR type = 'sangkat' OR type = 'srok' OR type = 'krong' OR type = 'khan'
        OR type = 'khaet' OR type = 'reach_theani'
    ),
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    folded_km TEXT NOT NULL,
    folded TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    -- That made it, where it is known.
    decree TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX area_by_folded_km ON area (folded_km);
CREATE INDEX area_by_folded ON area (folded);

-- What a unit was called before, so that a document prints the name valid on its day.
CREATE TABLE area_former_name (
    area_code TEXT NOT NULL REFERENCES area (code),
    valid_to TEXT NOT NULL,
    type TEXT NOT NULL,
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (area_code, valid_to)
) STRICT, WITHOUT ROWID;

-- The crosswalk: which code took a withdrawn code's place, since when and by which decree. One may become several.
CREATE TABLE area_successor (
    old_code TEXT NOT NULL,
    new_code TEXT NOT NULL REFERENCES area (code),
    since TEXT NOT NULL,
    decree TEXT NOT NULL,
    PRIMARY KEY (old_code, new_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE holiday (
    day TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    source TEXT NOT NULL
) STRICT, WITHOUT ROWID;
