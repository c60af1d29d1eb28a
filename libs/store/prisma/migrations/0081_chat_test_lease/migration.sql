-- compatible: digest: new columns that may be null, which the version before does not write
-- The worker that sends a chat's test message has it for a while (docs/decisions/0086-digests.md):
-- of one that stops meanwhile, another says that nobody knows whether it was sent.
ALTER TABLE digest
  ADD COLUMN test_token uuid,
  ADD COLUMN test_taken_at timestamptz(3);
CREATE INDEX digest_test_taken ON digest (test_taken_at) WHERE test_taken_at IS NOT NULL;
