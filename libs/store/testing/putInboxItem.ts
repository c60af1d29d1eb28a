/** For tests: $1 partner, $2 organization, $3 member, $4 the cause. */
export const PUT_INBOX_ITEM = `insert into inbox_item (id, partner_id, member_id, organization_id, kind, cause, at, created_at)
  values (gen_random_uuid(), $1, $3, $2, 'ASSIGNED', $4, now(), now()) returning id`;

/** For tests, a chat whose address opens as nothing: $1 partner. */
export const PUT_CHAT = `insert into digest (id, partner_id, way, frequency, kinds, time_zone, changed_at, changed_by, sent_until, sealed, host)
  values (gen_random_uuid(), $1, 'SLACK', 'DAILY', '{HEALTH}', 'UTC', now(), 'x', now(), '\\x00', 'chat.example')`;

/** For tests: $1 partner, $2 member. */
export const PUT_DIGEST = `insert into digest (id, partner_id, member_id, way, frequency, kinds, time_zone, changed_at, changed_by, sent_until)
  values (gen_random_uuid(), $1, $2, 'EMAIL', 'DAILY', '{}', 'UTC', now(), 'x', now())`;
