-- compatible: connection.connection_expiry: it refuses nothing and only sets columns that the version before does not know.
-- compatible: connection.connection_expiry_new: as connection_expiry.
-- compatible: connection_replacement.connection_replacement_expiry: as connection_expiry.
-- Warnings before a secret or certificate expires (docs/decisions/0077-warnings-of-expiry.md). Whatever version stores a credential, triggers read its
-- expiry, so that what was warned about belongs to one credential.
ALTER TABLE connection
  ADD COLUMN expires_at timestamptz(3),
  -- The last mark that was warned about, in days; null: none.
  ADD COLUMN expiry_mark int CHECK (expiry_mark IN (30, 7, 0)),
  -- When the next mark passes; null: none is left.
  ADD COLUMN expiry_due_at timestamptz(3);
ALTER TABLE connection_replacement
  ADD COLUMN expires_at timestamptz(3),
  ADD COLUMN expiry_mark int CHECK (expiry_mark IN (30, 7, 0)),
  ADD COLUMN expiry_due_at timestamptz(3);
CREATE INDEX connection_expiry_due ON connection (expiry_due_at) WHERE expiry_due_at IS NOT NULL;
CREATE INDEX connection_replacement_expiry_due ON connection_replacement (expiry_due_at) WHERE expiry_due_at IS NOT NULL;
-- For the list of what expires soon.
CREATE INDEX connection_expires ON connection (partner_id, expires_at) WHERE expires_at IS NOT NULL;

-- Of Azure beside the kind, of Adobe alone. What can't be read is not known; storing a credential must not fail for it.
CREATE FUNCTION credential_expiry(fields jsonb) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce(fields -> 'credential' ->> 'expiresAt', fields ->> 'expiresAt')::timestamptz;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;

-- 720 hours: 30 days of a time zone with summer time may be others.
CREATE FUNCTION credential_expires() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.expires_at := credential_expiry(NEW.fields);
  NEW.expiry_mark := NULL;
  NEW.expiry_due_at := NEW.expires_at - interval '720 hours';
  RETURN NEW;
END $$;

-- One that waited beside the stored one was warned about there already.
CREATE FUNCTION connection_expires() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  waited record;
BEGIN
  SELECT r.expiry_mark, r.expiry_due_at INTO waited FROM connection_replacement r
    WHERE r.organization_id = NEW.organization_id AND r.kind = NEW.kind AND r.sealed = NEW.sealed AND r.fields = NEW.fields;
  NEW.expires_at := credential_expiry(NEW.fields);
  NEW.expiry_mark := CASE WHEN FOUND THEN waited.expiry_mark END;
  NEW.expiry_due_at := CASE WHEN FOUND THEN waited.expiry_due_at ELSE NEW.expires_at - interval '720 hours' END;
  RETURN NEW;
END $$;

CREATE TRIGGER connection_expiry_new BEFORE INSERT ON connection FOR EACH ROW EXECUTE FUNCTION credential_expires();
CREATE TRIGGER connection_expiry BEFORE UPDATE ON connection FOR EACH ROW
  WHEN (NEW.sealed IS DISTINCT FROM OLD.sealed OR NEW.fields IS DISTINCT FROM OLD.fields)
  EXECUTE FUNCTION connection_expires();
CREATE TRIGGER connection_replacement_expiry BEFORE INSERT OR UPDATE OF id ON connection_replacement FOR EACH ROW
  EXECUTE FUNCTION credential_expires();

ALTER TABLE connection NO FORCE ROW LEVEL SECURITY;
ALTER TABLE connection_replacement NO FORCE ROW LEVEL SECURITY;
UPDATE connection SET expires_at = credential_expiry(fields), expiry_due_at = credential_expiry(fields) - interval '720 hours'
  WHERE credential_expiry(fields) IS NOT NULL;
UPDATE connection_replacement SET expires_at = credential_expiry(fields), expiry_due_at = credential_expiry(fields) - interval '720 hours'
  WHERE credential_expiry(fields) IS NOT NULL;
ALTER TABLE connection FORCE ROW LEVEL SECURITY;
ALTER TABLE connection_replacement FORCE ROW LEVEL SECURITY;
