-- The week's cards and their answers.

CREATE TABLE card (
  nonce        text PRIMARY KEY,
  unit         text NOT NULL,
  week         text NOT NULL,
  person       text NOT NULL,
  instead_of   text,
  renews       text NOT NULL DEFAULT '',
  conversation text,
  activity     text,
  step         integer NOT NULL DEFAULT 1,
  draft        jsonb,
  created      bigint NOT NULL,
  answered     bigint
);
-- A card is made once for a person, unit and week, and once more for each card it renews ("Ändra").
CREATE UNIQUE INDEX card_once ON card (unit, week, person, renews);
CREATE INDEX card_person ON card (person, created);

CREATE TABLE report (
  nonce      text PRIMARY KEY,
  unit       text NOT NULL,
  week       text NOT NULL,
  version    integer NOT NULL,
  by         text NOT NULL,
  instead_of text,
  mode       text NOT NULL,
  at         bigint NOT NULL,
  receipt    jsonb NOT NULL,
  support    jsonb NOT NULL,
  correction boolean NOT NULL,
  UNIQUE (unit, week, version)
);
CREATE INDEX report_corrections ON report (week) WHERE correction;

-- Answers that came second: they don't count, and they aren't lost.
CREATE TABLE submission (
  nonce   text PRIMARY KEY,
  unit    text NOT NULL,
  week    text NOT NULL,
  by      text NOT NULL,
  at      bigint NOT NULL,
  answers jsonb NOT NULL,
  counts  text NOT NULL REFERENCES report
);
CREATE INDEX submission_unit ON submission (unit, week);
