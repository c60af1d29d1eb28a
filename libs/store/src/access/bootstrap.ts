/** The first partner of an empty database, with its bootstrap token. */
import { randomUUID } from 'node:crypto';
import { UnknownCommit, type Database, type Transaction } from '../database/database.ts';
import { withRetry } from '../database/retry.ts';
import { writeHistory } from '../history/appendHistory.ts';
import { GENESIS_HASH } from '../history/historyChain.ts';
import { looksLikeToken, tokenHash, tokenPrefix } from './apiToken.ts';

/** Serializes the first start of several processes. */
const BOOTSTRAP_LOCK = 72707370;

export interface Bootstrap {
  partnerName: string;
  bootstrapToken?: string | null;
}

/** Does nothing on a database that has a partner. Answers the first partner. */
export function bootstrap(
  database: Database,
  { partnerName, bootstrapToken = null }: Bootstrap,
  at: Date,
): Promise<{ partnerId: string; created: boolean }> {
  if (bootstrapToken && !looksLikeToken(bootstrapToken))
    throw new TypeError('A bootstrap token is kw_ and 32 to 200 further characters.');
  const attempt = () =>
    database.transaction('system', async (transaction) => {
      await transaction.query('select pg_advisory_xact_lock($1)', [BOOTSTRAP_LOCK]);
      const [first] = await transaction.query<{ id: string }>(
        'select id from partner order by created_at, id limit 1',
      );
      if (first) return { partnerId: first.id, created: false };
      const partnerId = await makePartner(transaction, partnerName, bootstrapToken, at);
      return { partnerId, created: true };
    });
  // A partner that was made by a COMMIT whose answer was lost is found the second time.
  return withRetry(attempt, (error) => error instanceof UnknownCommit);
}

async function makePartner(
  transaction: Transaction,
  name: string,
  bootstrapToken: string | null,
  at: Date,
): Promise<string> {
  const partnerId = randomUUID();
  await transaction.query('insert into partner (id, name, created_at) values ($1, $2, $3)', [
    partnerId,
    name,
    at,
  ]);
  await transaction.query(
    'insert into chain_head (chain_id, partner_id, organization_id, seq, hash, at) values ($1, $1, null, 0, $2, $3)',
    [...[partnerId, GENESIS_HASH, at]],
  );
  if (bootstrapToken) {
    const id = randomUUID();
    await transaction.query(
      `insert into api_token (id, partner_id, kind, name, prefix, sha256, role, scopes, every_organization, organization_ids, principal,
         created_at, created_by)
       values ($1, $2, 'BOOTSTRAP', 'Bootstrap token', $3, $4, 'OWNER', $5, true, '{}', $6, $7, 'configuration')`,
      [
        id,
        partnerId,
        tokenPrefix(bootstrapToken),
        tokenHash(bootstrapToken),
        ['read', 'runs:write', 'approve', 'admin'],
        `token:${id}`,
        at,
      ],
    );
  }
  const occurrence = {
    id: randomUUID(),
    at: at.toISOString(),
    actor: { principal: 'system', name: 'Keyway' },
  };
  await writeHistory(
    transaction,
    { partnerId, organizationId: null },
    'partnerCreated',
    { name },
    occurrence,
  );
  return partnerId;
}
