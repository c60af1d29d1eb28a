-- compatible: bulk_item: a new column that may be null, which the version before does not write
-- compatible: bulk_job.bulk_job_action_check: it takes what it took before, and an action more. A process of the version before cannot read such a job:
-- its workers leave it to others, and its api lists none of that partner.
-- Keys that an import provides by a bulk job (docs/decisions/0089-keys-by-import.md).
ALTER TABLE bulk_item
  -- Of PROVIDE_KEYS: { AEP: { keyIdentifier, vaultResourceId } }.
  ADD COLUMN keys jsonb;
ALTER TABLE bulk_job DROP CONSTRAINT bulk_job_action_check;
ALTER TABLE bulk_job ADD CONSTRAINT bulk_job_action_check
  CHECK (action IN ('START_RUNS', 'VERIFY', 'ASSIGN', 'REQUEST_APPROVAL', 'CANCEL_RUNS', 'CREATE_HAND_OFFS', 'PROVIDE_KEYS'));
