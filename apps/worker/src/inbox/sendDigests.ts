/** Sends digests of inboxes that are due (docs/decisions/0086-digests.md). */
import { digestMail } from '@keyway/messages';
import type { ClaimedDigest, Store } from '@keyway/store';
import type { Logger } from 'pino';
import { leaseClock } from '../leaseClock.ts';
import type { Mailer } from './mailer.ts';

/** How long one that is due may wait for the next pass. */
export const DIGEST_PASS_MILLISECONDS = 15_000;
/** Of one worker under way at a time. */
const CONCURRENCY = 4;
/** Between the answer that a digest is still this worker's and its sending. */
const LATEST_MILLISECONDS = 5_000;

/** What sending needs. */
export interface DigestDependencies {
  store: Pick<Store, 'inboxes'>;
  log: Logger;
  mailer: Mailer;
  /** `KEYWAY_MAIL_FROM`. */
  from: string;
  publicUrl: string;
}

/** As many as are due, or until the signal. Never rejects: the next pass follows soon. */
export async function sendDigests(deps: DigestDependencies, signal: AbortSignal): Promise<void> {
  try {
    while (!signal.aborted) {
      const claimed = await deps.store.inboxes.digests.claim(CONCURRENCY);
      if (claimed.length === 0) return;
      await Promise.all(claimed.map((digest) => sendSafely(digest, deps)));
    }
  } catch (error) {
    deps.log.warn({ err: error }, 'digests that are due could not be read; trying again');
  }
}

/** One that fails holds back no other; its lease ends by the clock. */
async function sendSafely(digest: ClaimedDigest, deps: DigestDependencies): Promise<void> {
  try {
    await send(digest, deps);
  } catch (error) {
    deps.log.warn({ err: error, digestId: digest.id }, 'a digest could not be sent; trying again');
  }
}

/**
 * A repeat has the same, since its window stays. Not by the number of the digest: in a restored
 * database it comes again for another window, and mail systems leave out what they know. Short, so
 * that the header needs no second line.
 */
function messageIdOf({ id, window }: ClaimedDigest, from: string): string {
  const until = Date.parse(window.until).toString(36);
  return `<${id}.${until}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

async function send(
  digest: ClaimedDigest,
  { store, log, mailer, from, publicUrl }: DigestDependencies,
): Promise<void> {
  const { digests } = store.inboxes;
  const { address, chosen } = digest;
  if (address === null) {
    await digests.settle(digest, false, 'ADDRESS_MISSING');
    return;
  }
  const { items, total } = await digests.items(digest);
  if (total === 0) {
    await digests.settle(digest, false, null);
    return;
  }
  const mail = digestMail({ items, total, publicUrl }, chosen.locale);
  const messageId = messageIdOf(digest, from);
  const asked = leaseClock();
  // Stopped in between, it may be another worker's by now.
  if (!(await digests.renew(digest)) || leaseClock() - asked > LATEST_MILLISECONDS) return;
  const sent = await mailer({ to: address, ...mail, messageId });
  if (sent.isSent) await digests.settle(digest, true, null);
  else {
    log.warn({ digestId: digest.id, problem: sent.problem }, 'a digest was not sent');
    if (sent.isFinal) await digests.settle(digest, false, sent.problem);
    else await digests.retry(digest, sent.mayHaveArrived, sent.problem);
  }
}
