/** Sends partners' chats what is due, and test messages (docs/decisions/0086-digests.md). */
import type { AddressRange } from '@keyway/core';
import type { ProxySettings } from '@keyway/connector-transport';
import { chatTest, digestChat } from '@keyway/messages';
import type { ChatTarget, ClaimedChat, ClaimedTest, DigestProblem, Store } from '@keyway/store';
import type { Logger } from 'pino';
import { leaseClock } from '../leaseClock.ts';
import type { Posted } from '../webhooks/postMessage.ts';
import { postObserved } from '../webhooks/postObserved.ts';

/** How long a test message may wait for the next pass. */
export const CHAT_PASS_MILLISECONDS = 3_000;
/** Of one worker under way at a time. */
const CONCURRENCY = 4;
/** Between the answer that a chat is still this worker's and its message. */
const LATEST_MILLISECONDS = 10_000;
/** An attempt is shorter than this, and ends also while the process stops: it is known how. */
const UNSTOPPED = new AbortController().signal;

/** What sending needs. */
export interface ChatDependencies {
  store: Pick<Store, 'inboxes'>;
  log: Logger;
  allowed: readonly AddressRange[];
  proxy: ProxySettings | null;
  publicUrl: string;
}

/** How it ended: `isSent` null where nobody knows. */
interface Ended {
  isSent: boolean | null;
  problem: DigestProblem | null;
  /** The chat itself says that trying again will not help. */
  isFinal: boolean;
}

const GONE: ReadonlySet<number> = new Set([400, 401, 403, 404, 410]);
/** Of others a part may have been taken before something else failed. */
const NOT_TAKEN: ReadonlySet<number> = new Set([429, 503]);

/** What an answer, or its absence, means. Null: nothing was sent. */
export function endOf(posted: Posted): Ended {
  const end = (isSent: Ended['isSent'], problem: Ended['problem'], isFinal = false): Ended => ({
    ...{ isSent, problem, isFinal },
  });
  if (posted === null) return end(false, 'SERVER_UNREACHABLE');
  const { result, statusCode, isConnected } = posted;
  if (result === 'delivered') return end(true, null);
  if (statusCode === null)
    return isConnected ? end(null, 'OUTCOME_UNKNOWN') : end(false, 'SERVER_UNREACHABLE');
  if (GONE.has(statusCode)) return end(false, 'ADDRESS_REFUSED', true);
  if (NOT_TAKEN.has(statusCode)) return end(false, 'SERVER_REFUSED');
  return statusCode < 500 ? end(false, 'SERVER_REFUSED', true) : end(null, 'OUTCOME_UNKNOWN');
}

/** As much as is due, or until the signal. Never rejects: the next pass follows soon. */
export async function sendChats(deps: ChatDependencies, signal: AbortSignal): Promise<void> {
  const { chats } = deps.store.inboxes;
  try {
    await chats.giveUpTests();
    while (!signal.aborted) {
      const tests = await chats.claimTests(CONCURRENCY);
      const claimed = await chats.claim(CONCURRENCY);
      if (tests.length + claimed.length === 0) return;
      await Promise.all([
        ...tests.map((chat) => safely(chat, deps, () => sendTest(chat, deps))),
        ...claimed.map((chat) => safely(chat, deps, () => send(chat, deps))),
      ]);
    }
  } catch (error) {
    deps.log.warn({ err: error }, 'chats that are due could not be read; trying again');
  }
}

/** One that fails holds back no other; its lease ends by the clock. */
async function safely(
  { id }: ChatTarget,
  { log }: ChatDependencies,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn({ err: error, digestId: id }, 'a chat could not be sent to; trying again');
  }
}

/**
 * `take` is asked once, before the connection; how long ago that was, when the connection stands,
 * right before the message. Null: it was no longer this worker's.
 */
async function post(
  url: string,
  body: string,
  { allowed, proxy }: ChatDependencies,
  take: () => Promise<boolean>,
): Promise<Ended | null> {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Keyway' };
  const asked = leaseClock();
  if (!(await take())) return null;
  const maySend = (): boolean => leaseClock() - asked <= LATEST_MILLISECONDS;
  return endOf(
    await postObserved(url, { headers, body, allowed, proxy, maySend, signal: UNSTOPPED }),
  );
}

async function send(chat: ClaimedChat, deps: ChatDependencies): Promise<void> {
  const { store, log, publicUrl } = deps;
  const { chats } = store.inboxes;
  const { items, total } = await chats.items(chat);
  if (total === 0) {
    await chats.settle(chat, false, null);
    return;
  }
  const url = await chat.url();
  if (url === null) {
    await chats.settle(chat, false, 'ADDRESS_MISSING');
    return;
  }
  const body = digestChat(chat.kind, { items, total, publicUrl }, chat.locale);
  // Stopped in between, it may be another worker's by now.
  const ended = await post(url, body, deps, () => chats.take(chat));
  if (!ended) return;
  const { isSent, problem, isFinal } = ended;
  if (problem) log.warn({ digestId: chat.id, problem }, 'a chat was not sent to');
  if (isSent === false && !isFinal) await chats.giveBack(chat, problem!);
  else await chats.settle(chat, isSent === true, problem);
}

async function sendTest(chat: ClaimedTest, deps: ChatDependencies): Promise<void> {
  const { chats } = deps.store.inboxes;
  const url = await chat.url();
  if (url === null) {
    await chats.recordTest(chat, 'ADDRESS_MISSING');
    return;
  }
  const body = chatTest(chat.kind, deps.publicUrl, chat.locale);
  const ended = await post(url, body, deps, () => chats.takeTest(chat));
  if (ended) await chats.recordTest(chat, ended.problem);
}
