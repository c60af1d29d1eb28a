-- compatible: vault_probe: a new column that may be null, which the version before does not write
-- Who asked about a vault, so that one token or person can't use up the limit of the partner
-- (docs/decisions/0071-outbound-calls.md); null: a worker, for a run, or the version before.
ALTER TABLE vault_probe ADD COLUMN principal text;
