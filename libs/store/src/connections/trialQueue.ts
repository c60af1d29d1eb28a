/** What the two queues of trials have in common: of stored credentials and of replacements. */

/** Longer than a trial with all its time-outs may take. */
export const TRIAL_LEASE_SECONDS = 90;

/** SQL: trials of an archived organization wait until it is restored. */
export const IS_SHOWN =
  'exists (select from organization o where o.id = c.organization_id and o.partner_id = c.partner_id and o.archived_at is null)';
