/** The tracks and steps of a run. */
import {
  applicationIdOf,
  configurationBody,
  consentUrlOf,
  hostOf,
  isTicketReady,
  planSteps,
  resolvedKeyIdentifier,
  trackStatus,
  type Locale,
  type StepId,
  type StepState,
} from '@keyway/core';
import {
  describeCheck,
  describeStep,
  describeStepFailure,
  instructionsFor,
  irreversibleConsequences,
  stepTitle,
  ticketText,
} from '@keyway/messages';
import { signedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import type { SubmissionPreviewParent, TrackParent } from '../schema/parents.ts';

/** The POST that would be sent now: AEP only, while nothing was sent and the version is known. */
function previewOf({ run, state }: TrackParent): SubmissionPreviewParent | null {
  const host = hostOf(run);
  if (
    state.id !== 'AEP' ||
    !state.applicable ||
    run.organization.cloud !== 'AZURE' ||
    host === null
  )
    return null;
  return configurationBody(run, 'keyway-cmk') === null ? null : { run, host };
}

/** Why a step failed for good: by the check that blocks it, else by its own call. */
function failureOf(id: StepId, { failure, checks }: StepState, locale: Locale): string | null {
  if (!failure) return null;
  const blocking = checks.find(({ verdict }) => verdict === 'BLOCK');
  return blocking
    ? describeCheck(blocking, locale).observed
    : describeStepFailure(id, failure, locale);
}

export const trackResolvers: Resolvers = {
  Track: {
    id: ({ state }) => state.id,
    status: ({ run, state }) => trackStatus(run, state.id),
    steps: ({ run, state: track }) =>
      planSteps(run, track.id).flatMap(({ id }) => {
        const state = track.steps[id];
        return state ? [{ run, track: track.id, id, state }] : [];
      }),
    key: ({ run, state }) => state.key && { run, track: state.id, key: state.key },
    applicationId: ({ run, state }) => (state.applicable ? applicationIdOf(run, state.id) : null),
    consentUrl: ({ run, state }) => (state.applicable ? consentUrlOf(run, state.id) : null),
    approval: ({ run, state }) =>
      state.approval && { run, track: state.id, approval: state.approval },
    preview: (track) => previewOf(track),
    submission: ({ state }) => state.submission,
    ticket: ({ state }) => state.ticket,
    ticketText: ({ run, state }, { locale }, { services }) =>
      state.id === 'CJA' && state.applicable
        ? ticketText(run, localeOf(locale), services.now())
        : null,
    ticketReady: ({ run, state }, _args, { services }) =>
      state.id === 'CJA' && state.applicable && isTicketReady(run, services.now()),
    irreversible: ({ run }, { locale }) =>
      irreversibleConsequences(run.organization.cloud, localeOf(locale)),
    confirmation: ({ state }) => state.confirmation,
  },
  ProvidedKey: {
    identifier: ({ key }) => key.identifier,
    resolvedIdentifier: ({ run, track }) => resolvedKeyIdentifier(run, track),
    vaultResourceId: ({ key }) => key.vaultResourceId,
    providedAt: ({ key }) => key.providedAt,
  },
  Step: {
    status: ({ state }) => state.status,
    actor: ({ state }) => state.actor,
    mode: ({ state }) => state.mode,
    since: ({ state }) => state.since,
    checks: ({ run, track, state }) => state.checks.map((result) => ({ run, track, result })),
    externalStatus: ({ state }) => state.externalStatus,
    instructions: ({ run, track, id }, { locale }) =>
      instructionsFor(run, track, id, localeOf(locale)),
    title: ({ id }, { locale }) => stepTitle(id, localeOf(locale)),
    sentence: ({ run, track, id }, { locale }, { services }) =>
      describeStep(run, track, id, services.now(), localeOf(locale)),
    nextLookAt: ({ state }) => state.nextObservationAt,
    lookedAt: async ({ run, track, id }, _args, context) => {
      const observations = await signedIn(context).loaders.observations.load(run.id);
      const own = observations.find((one) => one.track === track && one.step === id);
      return own?.observedAt ?? null;
    },
    looking: ({ state }) => state.observing,
    failure: ({ id, state }, { locale }) => failureOf(id, state, localeOf(locale)),
    attestation: ({ state }) => state.attestation,
  },
};
