/** Creates the first partner of an empty database, with its bootstrap token. */
import { randomUUID } from 'node:crypto';
import { SYSTEM } from '@keyway/core';
import {
  UnknownCommit,
  type Database,
  type Statement,
  type Transaction,
} from '../database/database.ts';
import { insertRow } from '../database/insertRow.ts';
import { withRetry } from '../database/retry.ts';
import type { ApiToken, ChainHead, Partner } from '../generated/client.ts';
import { writeHistory } from '../history/appendHistory.ts';
import { GENESIS_HASH } from '../history/historyChain.ts';
import { isTokenShaped, tokenHash, tokenPrefix } from './apiToken.ts';

/** Taken by the first start, so that several processes make one partner. */
const BOOTSTRAP_LOCK = 72707370;

export interface Bootstrap {
  partnerName: string;
  bootstrapToken?: string | null;
}

/** Does nothing on a database that has a partner. Returns the first partner. */
export function bootstrap(
  database: Database,
  { partnerName, bootstrapToken = null }: Bootstrap,
  at: Date,
): Promise<{ partnerId: string; created: boolean }> {
  if (bootstrapToken && !isTokenShaped(bootstrapToken))
    throw new TypeError('A bootstrap token is kw_ and 32 to 200 further characters.');
  const attempt = () =>
    database.transaction('system', async (transaction) => {
      await transaction.query('select pg_advisory_xact_lock($1)', [BOOTSTRAP_LOCK]);
      // SQL: every start asks this, and Prisma's client need not be loaded for it.
      const [first] = await transaction.query<Pick<Partner, 'id'>>(
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
  const rows = [
    insertRow<Partner>('partner', { id: partnerId, name, createdAt: at }),
    insertRow<ChainHead>('chain_head', {
      ...{ chainId: partnerId, partnerId, at },
      ...{ seq: 0n, hash: GENESIS_HASH },
    }),
    ...(bootstrapToken ? [tokenRow(partnerId, bootstrapToken, at)] : []),
  ];
  for (const { query, values } of rows) await transaction.query(query, values);
  const occurrence = {
    id: randomUUID(),
    at: at.toISOString(),
    actor: SYSTEM,
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

function tokenRow(partnerId: string, token: string, createdAt: Date): Statement {
  const id = randomUUID();
  return insertRow<ApiToken>('api_token', {
    ...{ id, partnerId, kind: 'BOOTSTRAP', name: 'Bootstrap token', role: 'OWNER' },
    ...{ prefix: tokenPrefix(token), sha256: new Uint8Array(tokenHash(token)) },
    ...{ scopes: ['read', 'runs:write', 'approve', 'admin'], principal: `token:${id}` },
    ...{ everyOrganization: true, organizationIds: [], createdAt, createdBy: 'configuration' },
  });
}
