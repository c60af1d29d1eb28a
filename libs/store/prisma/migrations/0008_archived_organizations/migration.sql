-- Archived organizations are kept and reachable by their ID, and left out of lists and counts.
ALTER TABLE organization ADD COLUMN archived_at timestamptz(3);
CREATE INDEX organization_archived ON organization (partner_id, id) WHERE archived_at IS NOT NULL;

-- What Adobe was told of an organization stays as it was told (IRR-04), whoever writes: after a submission only its name changes, its IMS organization
-- ID is fixed by its first run, and its cloud by a run that is not cancelled.
CREATE FUNCTION organization_details_are_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.ims_org_id, NEW.cloud, NEW.region, NEW.shield, NEW.owns_cja, NEW.azure_tenant_id)
     IS NOT DISTINCT FROM (OLD.ims_org_id, OLD.cloud, OLD.region, OLD.shield, OLD.owns_cja, OLD.azure_tenant_id) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM configuration c WHERE c.organization_id = NEW.id) THEN
    RAISE EXCEPTION 'the configuration of this organization was submitted; its details are fixed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.ims_org_id <> OLD.ims_org_id AND EXISTS (SELECT FROM run r WHERE r.organization_id = NEW.id) THEN
    RAISE EXCEPTION 'this organization has a run; its IMS organization ID is fixed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.cloud <> OLD.cloud AND EXISTS (SELECT FROM run r WHERE r.organization_id = NEW.id AND r.status <> 'CANCELLED') THEN
    RAISE EXCEPTION 'this organization has a run; its cloud is fixed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organization_details_are_fixed BEFORE UPDATE ON organization FOR EACH ROW EXECUTE FUNCTION organization_details_are_fixed();

-- Waits for whoever is changing the organization, so that of a change and a submission at the same time one sees the other.
CREATE FUNCTION configuration_holds_organization() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM organization o WHERE o.id = NEW.organization_id FOR SHARE;
  RETURN NEW;
END $$;
CREATE TRIGGER configuration_holds_organization BEFORE INSERT ON configuration FOR EACH ROW EXECUTE FUNCTION configuration_holds_organization();
-- compatible: organization.organization_details_are_fixed: the version before never changes an organization's row.
-- compatible: configuration.configuration_holds_organization: it refuses nothing and only waits.
