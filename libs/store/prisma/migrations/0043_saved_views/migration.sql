-- Saved views: the filters of a page under a name, of one person or shared (docs/decisions/0061).
CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  page text NOT NULL CHECK (page IN ('ORGANIZATIONS', 'PORTFOLIO')),
  name text NOT NULL,
  -- As it is compared and sorted.
  name_key text NOT NULL,
  -- The parameters of the page's address, which the console alone reads.
  search jsonb NOT NULL CHECK (length(search::text) <= 10000),
  shared boolean NOT NULL,
  -- Who made it, and their name at that time.
  member_id uuid NOT NULL REFERENCES member,
  made_by text NOT NULL,
  -- What whoever wrote it last saw: name and search can tell of these organizations alone.
  every_organization boolean NOT NULL,
  organization_ids uuid[] NOT NULL,
  -- Among whom the name is unique.
  audience text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  UNIQUE (partner_id, page, audience, name_key)
);
CREATE INDEX saved_view_of_member ON saved_view (member_id);

-- The view that a page opens with, for one person.
CREATE TABLE default_view (
  member_id uuid NOT NULL REFERENCES member,
  page text NOT NULL CHECK (page IN ('ORGANIZATIONS', 'PORTFOLIO')),
  partner_id uuid NOT NULL REFERENCES partner,
  view_id uuid NOT NULL REFERENCES saved_view ON DELETE CASCADE,
  PRIMARY KEY (member_id, page)
);
CREATE INDEX default_view_by_view ON default_view (view_id);

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  mine text := '''MEMBER:'' || member_id = (SELECT current_setting(''keyway.principal'', true))';
  within text := 'NOT every_organization AND organization_ids <@ (SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[]';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['saved_view', 'default_view'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO keyway_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO keyway_app, keyway_limited, keyway_system', name);
  END LOOP;
  EXECUTE format('CREATE POLICY partner ON saved_view TO keyway_app USING (%1$s AND (shared OR %2$s)) WITH CHECK (%1$s AND (shared OR %2$s))', own, mine);
  EXECUTE format('CREATE POLICY limited ON saved_view TO keyway_limited USING (%1$s AND CASE WHEN shared THEN %2$s ELSE %3$s END) WITH CHECK (%1$s AND CASE WHEN shared THEN %2$s ELSE %3$s END)', own, within, mine);
  EXECUTE format('CREATE POLICY person ON default_view TO keyway_app, keyway_limited USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, mine);
  -- Whoever removes a member deletes the member's private views.
  EXECUTE format('CREATE POLICY removed ON saved_view TO keyway_app USING (%1$s AND EXISTS (SELECT FROM member m WHERE m.id = member_id AND m.removed_at IS NOT NULL)) WITH CHECK (false)', own);
END $$;
