-- SPDX-License-Identifier: GPL-3.0-or-later
-- Days a class met and was recorded, and the marks of a learner's month packed into one text.

-- A day without a row is not recorded: it counts in no rate and blocks eligibility.
CREATE TABLE class_day (
    class_id INTEGER NOT NULL REFERENCES class (id),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state TEXT NOT NULL CHECK (state IN ('taken', 'not_met')),
    reason TEXT,
    PRIMARY KEY (class_id, day),
    CHECK (state = 'taken' OR reason IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- marks: one letter for each day of the month. '.' no mark (present on a taken day), P absent with permission,
-- A absent without, L late, p half a day with permission, a half a day without.
CREATE TABLE attendance_month (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
    marks TEXT NOT NULL CHECK (length(marks) BETWEEN 28 AND 31 AND marks NOT GLOB '*[^.PALpa]*'),
    PRIMARY KEY (enrolment_id, month)
) STRICT, WITHOUT ROWID;

-- Letters an office uses beside those known from the start.
CREATE TABLE attendance_letter (
    letter TEXT PRIMARY KEY,
    mark TEXT NOT NULL CHECK (mark IN ('.', 'P', 'A', 'L', 'p', 'a'))
) STRICT, WITHOUT ROWID;
