-- SPDX-License-Identifier: GPL-3.0-or-later
-- The totals in the margin of a paper register, typed to be compared with what the marks give.

CREATE TABLE attendance_margin (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    -- Days absent with permission and without; NULL where the paper's total was not typed.
    permission INTEGER CHECK (permission BETWEEN 0 AND 31),
    absent INTEGER CHECK (absent BETWEEN 0 AND 31),
    CHECK (permission IS NOT NULL OR absent IS NOT NULL),
    PRIMARY KEY (enrolment_id, month)
) STRICT, WITHOUT ROWID;
