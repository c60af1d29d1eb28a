/**
 * The one POST of the AEP track (AEP-36). docs/submission.md says what happens when the process
 * ends in between.
 */
import {
  isBeforeRestore,
  ConnectorError,
  lostIntentSeconds,
  provesAbsence,
  type AdobeConnection,
  type ConfigurationFacts,
} from '@keyway/core';
import type { Settling } from '@keyway/store';
import { failureFrom } from '../observe/observe.ts';
import type { EffectOutcome, EffectContext, EffectHandler, Release } from './effectContext.ts';

const CONFLICT = 409;
/** Between lookups while the database settles: what was sent is found as soon as it shows. */
const LOOKUP_AGAIN_SECONDS = 30;
/** However short KEYWAY_POLL_SCALE makes it. */
const MIN_LOOKUP_AGAIN_SECONDS = 2;

/**
 * The order matters: find out whether intents may have been lost, look up by name, commit the
 * intent, sign history with it, compare the database and the lease, send. A send with an unknown
 * outcome is never repeated before the name is looked up again (AEP-40).
 */
export const submitConfiguration: EffectHandler<'submitConfiguration'> = async (
  { submissionId, attempt, lookups, pages = 0 },
  context,
) => {
  const { submission } = context.run.tracks.AEP;
  if (
    submission?.id !== submissionId ||
    submission.status !== 'sending' ||
    submission.body === null
  )
    return { notWanted: 'this configuration is not to be sent any more' };
  const { timeScale } = context;
  // Before the lookup: what it does not find may be sent only where nothing sent before can show
  // later (ST-09).
  const settling = submission.unresolved
    ? null
    : await context.settling(lostIntentSeconds(timeScale));
  let connection: AdobeConnection;
  let found: ConfigurationFacts | null;
  try {
    connection = await context.adobeConnection();
    await context.prepareToSign();
    found = await lookUpByName(connection, submission.name, context, pages);
  } catch (error) {
    // This attempt sent nothing. The core decides what that means for an earlier one.
    const failure = failureFrom(error);
    const before = { lookups, pages };
    return {
      kind: 'configurationSendFailed',
      data: {
        submissionId,
        during: 'lookup',
        definite: true,
        failure,
        attempt,
        ...before,
        timeScale,
      },
    };
  }
  if (found)
    return {
      kind: 'configurationAccepted',
      data: { submissionId, found: true, answer: found, timeScale },
    };
  if (settling === null)
    return {
      kind: 'configurationNotFound',
      data: { submissionId, lookups: lookups + 1, timeScale },
    };
  if (settling.seconds > 0) return whileSettling(submissionId, settling, context);
  const { restoredAt } = settling;
  if (restoredAt && isBeforeRestore(submission.requestedAt, restoredAt))
    return { kind: 'configurationNotSent', data: { submissionId, restoredAt } };
  const about = { submissionId, count: submission.sends + 1, attempt, era: settling.era };
  return send(about, submission.body, connection, context);
};

/** Says once on the run why nothing is sent; the core compares again, for two at once. */
async function whileSettling(
  submissionId: string,
  { delay, seconds }: Settling,
  context: EffectContext,
): Promise<Release> {
  const recorded = context.run.tracks.AEP.submission?.delayed;
  if (delay && recorded?.era !== delay.era)
    await context.record({ kind: 'configurationDelayed', data: { submissionId, ...delay } });
  const again = Math.max(MIN_LOOKUP_AGAIN_SECONDS, LOOKUP_AGAIN_SECONDS * context.timeScale);
  return {
    release: 'the database lost what was written last, perhaps the intent of a send',
    afterSeconds: Math.min(seconds, again),
  };
}

/** @param pages how many lookups just before this one ended in a page of status 404 */
async function lookUpByName(
  connection: AdobeConnection,
  name: string,
  context: EffectContext,
  pages: number,
): Promise<ConfigurationFacts | null> {
  try {
    return await context.adobe.readConfiguration(connection, name, { signal: context.signal });
  } catch (error) {
    if (provesAbsence(failureFrom(error), pages)) return null;
    throw error;
  }
}

async function send(
  {
    submissionId,
    count,
    attempt,
    era,
  }: { submissionId: string; count: number; attempt: number; era: number },
  body: string,
  connection: AdobeConnection,
  context: EffectContext,
): Promise<EffectOutcome> {
  const { timeScale } = context;
  const intended = await context.record({
    kind: 'configurationSending',
    data: { submissionId, send: count },
  });
  const intent = intended?.tracks.AEP.submission;
  // Another worker has the lease, or has sent already.
  if (intent?.id !== submissionId || intent.sends !== count || !intent.unresolved)
    return { release: 'the intent to send could not be recorded as ours', afterSeconds: 1 };
  // Where this fails the intent stays unresolved, as where the process ends here.
  await context.signHistory();
  // On another server by now, the intent may be lost. The former one renews leases too.
  if (!(await context.isInEra(era)))
    return { release: 'the database was replaced before anything was sent', afterSeconds: 1 };
  // The lease expired meanwhile. The next worker finds the begun send and reads its outcome.
  if (!context.maySend() && !(await context.renewLease()))
    return { release: 'the lease was lost before anything was sent', afterSeconds: 0 };
  try {
    const { signal, maySend } = context;
    const answer = await context.adobe.submitConfiguration(connection, body, { signal, maySend });
    return {
      kind: 'configurationAccepted',
      data: { submissionId, found: false, answer, timeScale },
    };
  } catch (error) {
    const failure = failureFrom(error);
    const definite = error instanceof ConnectorError && !error.ambiguous;
    // The conflict may be with our own send, which was repeated on its way or shows late. A lookup
    // by name answers that (GAP-31).
    const there =
      failure.status === CONFLICT
        ? await lookUpByName(connection, intent.name, context, 0).catch(() => null)
        : null;
    if (there)
      return {
        kind: 'configurationAccepted',
        data: { submissionId, found: true, answer: there, timeScale },
      };
    return {
      kind: 'configurationSendFailed',
      data: { submissionId, during: 'send', definite, failure, attempt, timeScale },
    };
  }
}
