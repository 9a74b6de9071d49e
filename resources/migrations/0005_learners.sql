-- SPDX-License-Identifier: GPL-3.0-or-later
-- One row is one person. Names are kept as typed; folded_* serve search and duplicate warnings only.

CREATE TABLE learner (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    -- "0202-000123-O": office, number from a reserved block, ISO/IEC 7064 MOD 37,36 check character.
    number TEXT NOT NULL UNIQUE,
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    folded_km TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key BLOB NOT NULL,
    sex TEXT NOT NULL CHECK (sex IN ('f', 'm')),
    -- "2004-03-12", "2004-03", "2004" or "~2004" (about).
    born TEXT CHECK (
        born GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' OR born GLOB '[12][0-9][0-9][0-9]-[01][0-9]'
        OR born GLOB '[12][0-9][0-9][0-9]' OR born GLOB '~[12][0-9][0-9][0-9]'
    ),
    birthplace_code TEXT REFERENCES area (code),
    birthplace_text TEXT,
    village_code TEXT REFERENCES area (code),
    -- A village the gazetteer does not know, as it was written.
    village_text TEXT,
    phone TEXT,
    guardian TEXT,
    guardian_phone TEXT,
    ethnicity TEXT,
    home_language TEXT,
    -- Equity card (IDPoor): 1 very poor, 2 poor.
    equity_level INTEGER CHECK (equity_level IN (1, 2)),
    equity_valid_to TEXT,
    -- Washington Group Short Set: 1 no difficulty, 2 some, 3 a lot, 4 cannot. NULL: not asked.
    wg_seeing INTEGER CHECK (wg_seeing BETWEEN 1 AND 4),
    wg_hearing INTEGER CHECK (wg_hearing BETWEEN 1 AND 4),
    wg_walking INTEGER CHECK (wg_walking BETWEEN 1 AND 4),
    wg_remembering INTEGER CHECK (wg_remembering BETWEEN 1 AND 4),
    wg_self_care INTEGER CHECK (wg_self_care BETWEEN 1 AND 4),
    wg_communicating INTEGER CHECK (wg_communicating BETWEEN 1 AND 4),
    -- What a list said of a disability where the six questions were not asked.
    disability_text TEXT,
    schooling TEXT,
    leaving_reason TEXT,
    occupation TEXT,
    migration TEXT,
    -- The class a list named that no open class bears.
    class_text TEXT,
    note TEXT,
    consent_on TEXT,
    registered_at TEXT NOT NULL,
    CHECK (name_km <> '' OR name <> '')
) STRICT;

CREATE INDEX learner_by_sort_key ON learner (sort_key);
CREATE INDEX learner_by_folded_km ON learner (folded_km);
CREATE INDEX learner_by_folded ON learner (folded);
CREATE INDEX learner_by_phone ON learner (phone) WHERE phone IS NOT NULL;

CREATE TABLE identity_number (
    learner_id INTEGER NOT NULL REFERENCES learner (id),
    kind TEXT NOT NULL CHECK (kind IN ('birth_certificate', 'national_id', 'student_id', 'family_book', 'other')),
    number TEXT NOT NULL CHECK (number <> ''),
    PRIMARY KEY (learner_id, kind, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE learner_photo (
    learner_id INTEGER PRIMARY KEY REFERENCES learner (id),
    jpeg BLOB NOT NULL
) STRICT;

-- Numbers this office may give to learners; next is the first not yet given.
CREATE TABLE learner_number_block (
    id INTEGER PRIMARY KEY,
    office_code TEXT NOT NULL,
    first_number INTEGER NOT NULL CHECK (first_number >= 1),
    last_number INTEGER NOT NULL CHECK (last_number >= first_number),
    next_number INTEGER NOT NULL CHECK (next_number BETWEEN first_number AND last_number + 1),
    UNIQUE (office_code, first_number)
) STRICT;
