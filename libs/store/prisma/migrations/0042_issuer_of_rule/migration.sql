-- A rule about claims holds for one sign-in provider: another one, that somebody else runs, may send any claim. Null, as in rules of the version before: the
-- main provider. The version before ignores the column.
-- compatible: sign_in_rule.sign_in_rule_partner_id_claim_value_role_organization_id_key: ON CONFLICT of the version before names the ID alone.
-- compatible: sign_in_rule.sign_in_rule_once: it refuses less than the constraint that it replaces.
ALTER TABLE sign_in_rule ADD COLUMN issuer text;
ALTER TABLE sign_in_rule DROP CONSTRAINT sign_in_rule_partner_id_claim_value_role_organization_id_key;
ALTER TABLE sign_in_rule ADD CONSTRAINT sign_in_rule_once UNIQUE NULLS NOT DISTINCT (partner_id, claim, value, role, organization_id, issuer);
