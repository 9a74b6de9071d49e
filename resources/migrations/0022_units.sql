-- SPDX-License-Identifier: GPL-3.0-or-later
-- Units that are earned otherwise than in a class of this office: by recognition of prior learning, and elsewhere. What a
-- class's results earn is worked out from its marks, never kept.

-- Prior learning that two assessors recognised, under a programme's rules as they were then. It is never removed: who
-- withdraws it says why.
CREATE TABLE recognition (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    learner_id INTEGER NOT NULL REFERENCES learner (id),
    pack_id INTEGER NOT NULL REFERENCES pack (id),
    -- A key of the pack's levels, or empty.
    level TEXT NOT NULL,
    recognised_on TEXT NOT NULL,
    remark TEXT NOT NULL,
    actor TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    withdrawn_at TEXT,
    withdrawn_by TEXT,
    withdrawal_reason TEXT CHECK (withdrawal_reason <> ''),
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)),
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
) STRICT;

CREATE INDEX recognition_by_learner ON recognition (learner_id);

-- unit: a key of the pack's units.
CREATE TABLE recognised_unit (
    recognition_id INTEGER NOT NULL REFERENCES recognition (id),
    unit TEXT NOT NULL CHECK (unit <> ''),
    PRIMARY KEY (recognition_id, unit)
) STRICT, WITHOUT ROWID;

-- What was seen: a certificate, a piece of work, a test.
CREATE TABLE recognition_evidence (
    recognition_id INTEGER NOT NULL REFERENCES recognition (id),
    place INTEGER NOT NULL CHECK (place >= 1),
    words TEXT NOT NULL CHECK (trim(words) <> ''),
    PRIMARY KEY (recognition_id, place)
) STRICT, WITHOUT ROWID;

-- Two, by the names they had; educator_id where it is one of the office's educators.
CREATE TABLE recognition_assessor (
    recognition_id INTEGER NOT NULL REFERENCES recognition (id),
    place INTEGER NOT NULL CHECK (place IN (1, 2)),
    educator_id INTEGER REFERENCES educator (id),
    name TEXT NOT NULL CHECK (trim(name) <> ''),
    PRIMARY KEY (recognition_id, place),
    UNIQUE (recognition_id, educator_id),
    UNIQUE (recognition_id, name)
) STRICT, WITHOUT ROWID;

-- A unit that another office's chapter of the learner's past tells of, worked out when the chapter was taken in.
CREATE TABLE outside_unit (
    id INTEGER PRIMARY KEY,
    learner_id INTEGER NOT NULL REFERENCES learner (id),
    -- Whose chapter it is, and how the learner is known there.
    office_uid BLOB NOT NULL CHECK (length(office_uid) = 16),
    learner_uid BLOB NOT NULL CHECK (length(learner_uid) = 16),
    office_code TEXT NOT NULL,
    office_name_km TEXT NOT NULL,
    office_name TEXT NOT NULL,
    programme TEXT NOT NULL CHECK (programme <> ''),
    programme_name_km TEXT NOT NULL,
    programme_name TEXT NOT NULL,
    level TEXT NOT NULL,
    unit TEXT NOT NULL CHECK (unit <> ''),
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('result', 'recognition')),
    -- The enrolment or the recognition there.
    source_uid BLOB NOT NULL CHECK (length(source_uid) = 16),
    earned_on TEXT NOT NULL,
    -- In hundredths, and as the programme prints it; none by recognition and where no marks are given.
    average INTEGER CHECK (average >= 0),
    average_text TEXT NOT NULL,
    grade TEXT NOT NULL,
    -- The class and its institution; empty by recognition.
    class_name_km TEXT NOT NULL,
    class_name TEXT NOT NULL,
    institution_name_km TEXT NOT NULL,
    institution_name TEXT NOT NULL,
    hours INTEGER CHECK (hours >= 0),
    credits INTEGER CHECK (credits >= 0),
    cqf_level INTEGER CHECK (cqf_level BETWEEN 1 AND 8),
    -- That office gave its certificate of the programme.
    awarded INTEGER NOT NULL CHECK (awarded IN (0, 1)),
    UNIQUE (office_uid, learner_uid, source_uid, unit),
    CHECK ((average IS NULL) = (average_text = '')),
    CHECK (way = 'result' OR average IS NULL)
) STRICT;

CREATE INDEX outside_unit_by_learner ON outside_unit (learner_id);

-- The subjects of such a unit with their marks as that office prints them.
CREATE TABLE outside_unit_mark (
    unit_id INTEGER NOT NULL REFERENCES outside_unit (id),
    place INTEGER NOT NULL CHECK (place >= 1),
    subject_km TEXT NOT NULL,
    subject TEXT NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (unit_id, place)
) STRICT, WITHOUT ROWID;

-- The units a certificate was issued on, as they were earned. A replacement rests on the same.
CREATE TABLE certificate_unit (
    certificate_id INTEGER NOT NULL REFERENCES certificate (id),
    unit TEXT NOT NULL CHECK (unit <> ''),
    name_km TEXT NOT NULL,
    name TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('result', 'recognition')),
    source_uid BLOB NOT NULL CHECK (length(source_uid) = 16),
    -- Another office; nothing, and empty names, where it was this one.
    office_uid BLOB CHECK (length(office_uid) = 16),
    office_code TEXT NOT NULL,
    office_name_km TEXT NOT NULL,
    office_name TEXT NOT NULL,
    earned_on TEXT NOT NULL,
    -- Whether the class of the certificate itself earned it.
    own_class INTEGER NOT NULL CHECK (own_class IN (0, 1)),
    PRIMARY KEY (certificate_id, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX certificate_unit_by_source ON certificate_unit (source_uid);

CREATE TRIGGER certificate_unit_never_changes BEFORE UPDATE ON certificate_unit
BEGIN
    SELECT RAISE (ABORT, 'what was issued is frozen');
END;

CREATE TRIGGER certificate_unit_never_goes BEFORE DELETE ON certificate_unit
BEGIN
    SELECT RAISE (ABORT, 'what was issued is frozen');
END;
