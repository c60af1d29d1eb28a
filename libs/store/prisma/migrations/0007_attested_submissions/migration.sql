-- Rows of every organization are read and written here, whoever owns the tables.
ALTER TABLE run NO FORCE ROW LEVEL SECURITY;
ALTER TABLE run_step NO FORCE ROW LEVEL SECURITY;
ALTER TABLE configuration NO FORCE ROW LEVEL SECURITY;

-- Whatever was submitted, by Keyway or by hand and attested, is the organization's one configuration (run.md, rule 6), also where the run was
-- cancelled afterwards. Where several runs of one organization said so, the first holds it.
INSERT INTO configuration (organization_id, partner_id, run_id, submission_id, created_at)
SELECT DISTINCT ON (r.organization_id) r.organization_id, r.partner_id, r.id, 'attested', r.updated_at
FROM run r
WHERE json_typeof(r.state #> '{tracks,AEP,steps,SUBMISSION,attestation}') = 'object'
ORDER BY r.organization_id, r.started_at
ON CONFLICT (organization_id) DO NOTHING;

-- A submission that failed because Adobe has a configuration already.
INSERT INTO configuration (organization_id, partner_id, run_id, submission_id, created_at)
SELECT DISTINCT ON (r.organization_id) r.organization_id, r.partner_id, r.id, r.state #>> '{tracks,AEP,submission,id}', r.updated_at
FROM run r
WHERE r.state #>> '{tracks,AEP,submission,status}' = 'failed' AND r.state #>> '{tracks,AEP,submission,conflict}' IS NOT NULL
ORDER BY r.organization_id, r.started_at
ON CONFLICT (organization_id) DO NOTHING;

-- The plan on AWS has an approval before the submission. What was attested beyond it stays where it is. The states themselves are brought up when
-- they are read; this brings up what lists and counts read.
INSERT INTO run_step (run_id, track, step, partner_id, organization_id, status, actor, since, cancelled)
SELECT r.id, 'AEP', 'APPROVAL', r.partner_id, r.organization_id,
  CASE WHEN submission.status = 'DONE' THEN 'NOT_APPLICABLE' WHEN key.status = 'DONE' THEN 'READY' ELSE 'LOCKED' END,
  CASE WHEN submission.status = 'DONE' THEN 'APPROVER' ELSE 'PARTNER' END,
  r.updated_at, submission.cancelled
FROM run r
JOIN run_step submission ON submission.run_id = r.id AND submission.track = 'AEP' AND submission.step = 'SUBMISSION'
JOIN run_step key ON key.run_id = r.id AND key.track = 'AEP' AND key.step = 'KEY'
WHERE r.state #>> '{organization,cloud}' = 'AWS'
ON CONFLICT (run_id, track, step) DO NOTHING;

UPDATE run_step s SET status = 'LOCKED', since = r.updated_at
FROM run r
WHERE r.id = s.run_id AND s.track = 'AEP' AND s.step = 'SUBMISSION' AND s.status = 'READY' AND r.state #>> '{organization,cloud}' = 'AWS';

UPDATE run SET standing = array_to_string(waiting_on, ' ') || '|' || coalesce((
  SELECT string_agg(s.track || '/' || s.step || '/' || s.status, ' ' ORDER BY s.track, s.step) FROM run_step s WHERE s.run_id = run.id), '')
WHERE state #>> '{organization,cloud}' = 'AWS';

ALTER TABLE run FORCE ROW LEVEL SECURITY;
ALTER TABLE run_step FORCE ROW LEVEL SECURITY;
ALTER TABLE configuration FORCE ROW LEVEL SECURITY;
