-- What Azure listed that the stored credential may do, by scope (docs/decisions/0078-listed-permissions.md): an array of scope, time and permissions.
-- Null until a trial read it.
ALTER TABLE connection ADD COLUMN permissions jsonb;

-- Another credential has other permissions, whichever version of the program stores it.
CREATE FUNCTION connection_permissions_are_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.permissions := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER connection_permissions_are_over BEFORE UPDATE ON connection FOR EACH ROW
  WHEN (NEW.sealed IS DISTINCT FROM OLD.sealed OR NEW.fields IS DISTINCT FROM OLD.fields)
  EXECUTE FUNCTION connection_permissions_are_over();
-- compatible: connection.connection_permissions_are_over: it refuses nothing and only sets a column that the version before does not know.
