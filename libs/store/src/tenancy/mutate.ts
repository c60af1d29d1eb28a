/** How a partner's viewer changes something: once for its key, while the viewer's rights last. */
import { asRefused, holdRights } from '../access/stillMay.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { Retention } from '../retention/retention.ts';
import { withRequiredKeys } from '../sealing/dataKeys.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { unitOfWork, type UnitOfWork } from '../unitOfWork.ts';
import { answerKept, KeyTaken, onceForKey } from './idempotency.ts';
import type { MutationOutcome, MutationRequest } from './mutation.ts';
import { Refused } from './refused.ts';
import type { View } from './view.ts';

interface MutationOptions {
  database: Database;
  sealing: Sealing;
  pollScale: number;
  retention: Pick<Retention, 'idempotencyHours'>;
}

/** One transaction around `work`, with its idempotency row; see `PartnerStore`. */
export async function mutate<T>(
  { visibility }: View,
  { database, sealing, pollScale, retention }: MutationOptions,
  request: MutationRequest,
  work: (unit: UnitOfWork) => Promise<T>,
): Promise<MutationOutcome<T>> {
  const { partnerId } = visibility.scope;
  const { idempotencyHours: keptHours } = retention;
  const owner = { partnerId, sealing, now: database.clock.now(), keptHours };
  const { asker, endsAccess = false } = request;
  const hold = (sql: Transaction): void => {
    if (asker) holdRights(sql, { asker, endsAccess }, visibility.scope, database.roles);
  };
  const once = async (sql: Transaction): Promise<MutationOutcome<T>> => {
    hold(sql);
    const unit = { visibility, sql, sealing, pollScale, transaction: within(sql) };
    const result = await onceForKey(sql, owner, request, async () => work(unitOfWork(unit)));
    return { result, replayed: false };
  };
  const again = async (sql: Transaction): Promise<MutationOutcome<T> | null> => {
    hold(sql);
    const kept = await answerKept<T>(sql, owner, request);
    return kept ? { ...kept, replayed: true } : null;
  };
  // Viewers of some organizations are shown kept answers of this principal alone (row-level
  // policy).
  const scope = { ...visibility.scope, principal: request.principal };
  const inTransaction = <R>(part: (sql: Transaction) => Promise<R>): Promise<R> =>
    withRequiredKeys(() => database.transaction(scope, part, 'once'));
  try {
    return await database.asPrincipal(`${partnerId} ${request.principal}`, () =>
      unlessTaken(
        () => inTransaction(once),
        () => inTransaction(again),
      ),
    );
  } catch (thrown) {
    const error = asRefused(thrown);
    if (error instanceof Refused) return { refusals: error.refusals };
    throw error;
  }
}

/** A key that was forgotten since it was found taken is free. */
async function unlessTaken<T>(once: () => Promise<T>, again: () => Promise<T | null>): Promise<T> {
  try {
    return await once();
  } catch (error) {
    if (!(error instanceof KeyTaken)) throw error;
    return (await again()) ?? once();
  }
}

/** A unit has no transaction but its own. */
const within =
  (sql: Transaction): View['transaction'] =>
  (work) =>
    work(sql);
