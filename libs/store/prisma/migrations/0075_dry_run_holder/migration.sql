-- compatible: dry_run_item: a new column that may be null, which the version before does not write
-- Which worker reads the organization, so that it takes back what it held when it was killed
-- (docs/decisions/0076-dry-runs.md): until then that counts for the limit of the partner.
ALTER TABLE dry_run_item ADD COLUMN lease_holder text;
