/** The tracks and steps of a run. */
import {
  applicationIdOf,
  checkConfigurationName,
  configurationBody,
  consentUrlOf,
  coolingOffUntil,
  databaseDelayOf,
  hostOf,
  isClosed,
  isFrozen,
  isTicketReady,
  lastBlockedOf,
  onlyConfigurationName,
  PROPOSED_CONFIGURATION_NAME,
  resolvedKeyIdentifier,
  sha256Hex,
  type Locale,
  type Run,
  type StepId,
  type StepState,
  type TrackId,
  type TrackState,
} from '@keyway/core';
import {
  describeActor,
  describeCheck,
  describeStep,
  describeStepFailure,
  instructionsFor,
  irreversibleConsequences,
  stepTitle,
  ticketText,
} from '@keyway/messages';
import { requireSignedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import type { SubmissionPreviewParent, TrackParent } from '../schema/parents.ts';
import { readerOf } from '../viewer/permissions.ts';
import { keyPolicyOf, kmsKeyOf } from './kmsFields.ts';

type WholeTrack = NonNullable<TrackParent['whole']>;

/**
 * The POST that would be sent now: AEP only, while nothing was sent or attested and the version is
 * known.
 */
function previewOf({ run, state }: WholeTrack): SubmissionPreviewParent | null {
  const host = hostOf(run);
  if (
    state.id !== 'AEP' ||
    !state.applicable ||
    isFrozen(run, 'AEP') ||
    isClosed(run) ||
    run.organization.cloud !== 'AZURE' ||
    host === null
  )
    return null;
  return configurationBody(run, PROPOSED_CONFIGURATION_NAME) === null ? null : { run, host };
}

/** Why a step failed for good: by the check that blocks it, else by its own call. */
function failureOf(id: StepId, { failure, checks }: StepState, locale: Locale): string | null {
  if (!failure) return null;
  const blocking = checks.find(({ verdict }) => verdict === 'BLOCK');
  return blocking
    ? describeCheck(blocking, locale).observed
    : describeStepFailure(id, failure, locale);
}

/** @throws where `selectsState` has missed a field. */
function wholeOf<T>({ id, whole }: { id: string; whole?: T }): T {
  if (!whole) throw new Error(`the state of ${id} was not read`);
  return whole;
}

const whereApplicable = <T>(
  { run, state }: WholeTrack,
  read: (run: Run, track: TrackId) => T,
): T | null => (state.applicable ? read(run, state.id) : null);

const hasTicket = ({ id, applicable }: TrackState): boolean => id === 'CJA' && applicable;

export const trackResolvers: Resolvers = {
  Track: {
    key: (track) => {
      const { run, state } = wholeOf(track);
      return state.key && { run, track: state.id, key: state.key };
    },
    applicationId: (track) => whereApplicable(wholeOf(track), applicationIdOf),
    consentUrl: (track) => whereApplicable(wholeOf(track), consentUrlOf),
    kmsKey: (track) => (track.id === 'AEP' ? kmsKeyOf(wholeOf(track).run) : null),
    keyPolicy: (track) => (track.id === 'AEP' ? keyPolicyOf(wholeOf(track).run) : null),
    onlyConfigurationName: (track) => {
      const { run, state } = wholeOf(track);
      return state.id === 'AEP' ? onlyConfigurationName(run) : null;
    },
    approval: (track) => {
      const { run, state } = wholeOf(track);
      return state.approval && { run, track: state.id, approval: state.approval };
    },
    preview: (track) => previewOf(wholeOf(track)),
    configurationNameCheck: (track, { configurationName }, { services }) => {
      const { run, state } = wholeOf(track);
      if (state.id !== 'AEP') return null;
      const result = checkConfigurationName(configurationName, services.now());
      return { run, track: 'AEP', result };
    },
    submission: (track) => wholeOf(track).state.submission,
    ticket: (track) => wholeOf(track).state.ticket,
    ticketText: (track, { locale }, { services }) => {
      const { run, state } = wholeOf(track);
      return hasTicket(state) ? ticketText(run, localeOf(locale), services.now()) : null;
    },
    ticketReady: (track, _args, { services }) => {
      const { run, state } = wholeOf(track);
      return hasTicket(state) && isTicketReady(run, services.now());
    },
    irreversible: (track, { locale }) =>
      irreversibleConsequences(wholeOf(track).run.organization.cloud, localeOf(locale)),
    confirmation: (track) => wholeOf(track).state.confirmation,
  },
  Submission: {
    bodySha256: ({ body }) => body && sha256Hex(body),
    requestedBy: ({ requestedBy }, { locale }) => describeActor(requestedBy, localeOf(locale)),
  },
  Ticket: {
    recordedBy: ({ recordedBy }, { locale }) => describeActor(recordedBy, localeOf(locale)),
  },
  Confirmation: {
    recordedBy: ({ recordedBy }, { locale }) => describeActor(recordedBy, localeOf(locale)),
  },
  ProvidedKey: {
    identifier: ({ key }) => key.identifier,
    resolvedIdentifier: ({ run, track }) => resolvedKeyIdentifier(run, track),
    vaultResourceId: ({ key }) => key.vaultResourceId,
    providedAt: ({ key }) => key.providedAt,
  },
  Attestation: {
    by: ({ by }, { locale }) => describeActor(by, localeOf(locale)),
  },
  Step: {
    checks: (step) => {
      const { run, state } = wholeOf(step);
      return state.checks.map((result) => ({ run, track: step.track, result }));
    },
    externalStatus: (step) => wholeOf(step).state.externalStatus,
    instructions: (step, { locale }) =>
      instructionsFor(wholeOf(step).run, step.track, step.id, localeOf(locale)),
    coolingOffUntil: (step, _args, { services }) => {
      const { run } = wholeOf(step);
      return isClosed(run) ? null : coolingOffUntil(run, step.track, step.id, services.now());
    },
    title: ({ id }, { locale }) => stepTitle(id, localeOf(locale)),
    sentence: (step, { locale }, context) => {
      const { run } = wholeOf(step);
      const reader = readerOf(requireSignedIn(context).viewer, run.organization.id);
      const now = context.services.now();
      return describeStep(run, step.track, step.id, now, localeOf(locale), reader);
    },
    nextLookAt: (step, _args, { services }) => {
      const { run, state } = wholeOf(step);
      const delay = databaseDelayOf(run, step.track, step.id, services.now());
      return state.nextObservationAt ?? delay?.until ?? null;
    },
    lookedAt: async (step, _args, context) => {
      const observations = await requireSignedIn(context).loaders.observations.load(
        wholeOf(step).run.id,
      );
      const own = observations.find((one) => one.track === step.track && one.step === step.id);
      return own?.observedAt ?? null;
    },
    looking: (step) => wholeOf(step).state.observing,
    failure: (step, { locale }) => failureOf(step.id, wholeOf(step).state, localeOf(locale)),
    attestation: (step) => wholeOf(step).state.attestation,
    lastBlocked: (step) => {
      const { run } = wholeOf(step);
      const blocked = lastBlockedOf(run, step.track, step.id);
      if (!blocked) return null;
      const checks = blocked.checks.map((result) => ({ run, track: step.track, result }));
      return { at: blocked.at, checks };
    },
  },
};
