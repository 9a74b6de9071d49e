-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where learning happens, and who teaches there.

CREATE TABLE institution (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('school', 'clc', 'site')),
    -- For a site: factory, pagoda, prison, other.
    site TEXT CHECK (site IS NULL OR (kind = 'site' AND site IN ('factory', 'pagoda', 'prison', 'other'))),
    -- The code others know it by (EMIS or the province's), as text, where there is one.
    code TEXT UNIQUE,
    name_km TEXT NOT NULL CHECK (name_km <> ''),
    name TEXT NOT NULL,
    folded_km TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    village_code TEXT REFERENCES area (code),
    phone TEXT,
    closed_on TEXT
) STRICT;

CREATE INDEX institution_by_sort_key ON institution (sort_key);

CREATE TABLE educator (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    name_km TEXT NOT NULL CHECK (name_km <> ''),
    name TEXT NOT NULL,
    folded_km TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    sex TEXT NOT NULL CHECK (sex IN ('f', 'm')),
    institution_id INTEGER REFERENCES institution (id),
    contract TEXT NOT NULL CHECK (contract IN ('state', 'contract', 'community', 'volunteer')),
    phone TEXT,
    first_day TEXT,
    last_day TEXT
) STRICT;

CREATE INDEX educator_by_institution ON educator (institution_id);
