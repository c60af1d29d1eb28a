-- Each batch of a deletion by organization read all of these tables (docs/decisions/0100-deleted-organizations.md).
CREATE INDEX bulk_item_of_organization ON bulk_item (organization_id);
CREATE INDEX dry_run_item_of_organization ON dry_run_item (organization_id);
CREATE INDEX bulk_link_of_organization ON bulk_link (organization_id);
CREATE INDEX inbox_item_of_organization ON inbox_item (organization_id);
CREATE INDEX webhook_message_of_organization ON webhook_message (organization_id) WHERE organization_id IS NOT NULL;
-- What waits to be rendered leaves soon; each insert into that queue stays as it is.
CREATE INDEX webhook_change_with_problem ON webhook_change (organization_id) WHERE problem IS NOT NULL;

-- For each run and hand-off that is deleted, PostgreSQL finds what refers to it.
CREATE INDEX bulk_item_of_run ON bulk_item (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX bulk_link_of_hand_off ON bulk_link (hand_off_id) WHERE hand_off_id IS NOT NULL;
CREATE INDEX configuration_of_run ON configuration (run_id);
