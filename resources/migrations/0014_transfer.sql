-- SPDX-License-Identifier: GPL-3.0-or-later
-- Learning done elsewhere, as other offices signed it, and the transfers that brought it or took it out. None of it is
-- a class of this office: no register, return or award list reads these tables.

-- What one office knows of a learner. content is the chapter of the transfer file (zstd), every line as it was signed:
-- it is handed on as it is, so that the next office can check that office's own signature.
CREATE TABLE past_chapter (
    id INTEGER PRIMARY KEY,
    learner_id INTEGER NOT NULL REFERENCES learner (id),
    office_uid BLOB NOT NULL CHECK (length(office_uid) = 16),
    office_code TEXT NOT NULL,
    office_name_km TEXT NOT NULL,
    office_name TEXT NOT NULL,
    -- How the learner is known there.
    learner_uid BLOB NOT NULL CHECK (length(learner_uid) = 16),
    learner_number TEXT NOT NULL,
    written_at TEXT NOT NULL,
    key_id BLOB NOT NULL CHECK (length(key_id) = 8),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    content BLOB NOT NULL,
    -- A record there is one person here; two records there may be one here.
    UNIQUE (office_uid, learner_uid)
) STRICT;

CREATE INDEX past_chapter_by_learner ON past_chapter (learner_id);
CREATE INDEX past_chapter_by_learner_uid ON past_chapter (learner_uid);

-- A class elsewhere with its figures, for lists; the marks and scores stand in the chapter.
CREATE TABLE past_enrolment (
    id INTEGER PRIMARY KEY,
    chapter_id INTEGER NOT NULL REFERENCES past_chapter (id),
    uid BLOB NOT NULL CHECK (length(uid) = 16),
    programme TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    pack_digest BLOB NOT NULL CHECK (length(pack_digest) = 32),
    class_name_km TEXT NOT NULL,
    class_name TEXT NOT NULL,
    institution_name_km TEXT NOT NULL,
    institution_name TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT,
    leaving_reason TEXT,
    days_taken INTEGER NOT NULL CHECK (days_taken >= 0),
    -- Exact fractions: days present of the days taken, and hours.
    present_numerator INTEGER NOT NULL CHECK (present_numerator >= 0),
    present_denominator INTEGER NOT NULL CHECK (present_denominator > 0),
    hours_numerator INTEGER NOT NULL CHECK (hours_numerator >= 0),
    hours_denominator INTEGER NOT NULL CHECK (hours_denominator > 0),
    -- In hundredths, as the programme rounds it.
    average INTEGER,
    verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'fail', 'incomplete')),
    UNIQUE (chapter_id, uid)
) STRICT;

-- Another office's certificate: a register of its own, so that its serials never meet ours.
CREATE TABLE past_certificate (
    id INTEGER PRIMARY KEY,
    chapter_id INTEGER NOT NULL REFERENCES past_chapter (id),
    serial TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('issued', 'void', 'replaced', 'lost')),
    issued_on TEXT NOT NULL,
    code TEXT NOT NULL,
    UNIQUE (chapter_id, serial)
) STRICT;

CREATE INDEX past_certificate_by_serial ON past_certificate (serial);

-- One file that went out or came in. Of a file that came in the changeset takes it back.
CREATE TABLE transfer (
    id INTEGER PRIMARY KEY,
    uid BLOB NOT NULL UNIQUE CHECK (length(uid) = 16),
    direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
    -- Of the learner at that time, by uid: a merge or an undo takes nothing away from the history.
    learner_uid BLOB NOT NULL CHECK (length(learner_uid) = 16),
    learner_number TEXT NOT NULL,
    learner_name_km TEXT NOT NULL,
    learner_name TEXT NOT NULL,
    -- Who wrote the file.
    office_code TEXT NOT NULL,
    office_name_km TEXT NOT NULL,
    office_name TEXT NOT NULL,
    sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
    file_name TEXT NOT NULL,
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    changeset BLOB,
    undone_at TEXT,
    CHECK ((direction = 'in') = (changeset IS NOT NULL))
) STRICT;

CREATE INDEX transfer_by_learner ON transfer (learner_uid);
