-- compatible: bulk_job.bulk_job_action_check: it takes what it took before, and two actions more. A process of the version before cannot read such a job:
-- its workers leave it to others, and its api lists none of that partner.
-- Retries and attestations of one step for many organizations (docs/decisions/0060-bulk-jobs.md).
ALTER TABLE bulk_job DROP CONSTRAINT bulk_job_action_check;
ALTER TABLE bulk_job ADD CONSTRAINT bulk_job_action_check
  CHECK (action IN ('START_RUNS', 'VERIFY', 'ASSIGN', 'REQUEST_APPROVAL', 'CANCEL_RUNS', 'CREATE_HAND_OFFS', 'PROVIDE_KEYS', 'RETRY_STEPS', 'ATTEST_STEPS'));
