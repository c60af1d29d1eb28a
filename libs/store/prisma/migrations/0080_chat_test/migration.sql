-- compatible: digest: new columns that may be null, which the version before does not write
-- The chat's test message (docs/decisions/0086-digests.md): when somebody asked for it, until a
-- worker sends it, and how it ended.
ALTER TABLE digest
  ADD COLUMN test_asked_at timestamptz(3),
  ADD COLUMN tested_at timestamptz(3),
  ADD COLUMN test_problem text;
CREATE INDEX digest_test ON digest (test_asked_at) WHERE test_asked_at IS NOT NULL;
