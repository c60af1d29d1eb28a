-- From when on a run waits on the partner, whose open steps all wait for a cooling-off. It holds for
-- `partner_from_version` alone: the version before writes the run without either column.
ALTER TABLE run ADD COLUMN partner_from timestamptz(3), ADD COLUMN partner_from_version integer;
CREATE INDEX run_partner_from ON run (partner_id, partner_from) WHERE partner_from IS NOT NULL;
