-- SPDX-License-Identifier: GPL-3.0-or-later
-- Marks by enrolment, period of the pack and subject, in hundredths. Absent is not zero.

CREATE TABLE score (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    period TEXT NOT NULL,
    subject TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('mark', 'absent', 'exempt', 'cheating')),
    hundredths INTEGER CHECK (hundredths >= 0),
    PRIMARY KEY (enrolment_id, period, subject),
    CHECK ((state = 'mark') = (hundredths IS NOT NULL))
) STRICT, WITHOUT ROWID;
