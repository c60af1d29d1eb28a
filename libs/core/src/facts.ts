/**
 * What connectors observe in the clouds, normalized, without evaluation and without secrets
 * (docs/reference/run.md, rule 3).
 */
import { z } from 'zod';
import {
  denyAssignmentFactsSchema,
  keyFactsSchema,
  roleAssignmentFactsSchema,
  servicePrincipalFactsSchema,
  vaultFactsSchema,
} from './azureFacts.ts';
import { isRetryable } from './connectorError.ts';
import { keyPolicyFactsSchema, kmsKeyFactsSchema, kmsRotationFactsSchema } from './kmsFacts.ts';
import {
  looseObject,
  observedSchema,
  textOrNull,
  type Observed,
  type ReadFailure,
} from './observedSchema.ts';
import { OBSERVED_STEP_IDS, type ObservedStepId } from './vocabulary.ts';

const appRegistrationFactsSchema = looseObject({
  id: textOrNull,
  name: z.string(),
  applicationUri: z.string(),
  applicationId: z.string(),
  applicationRedirectUrl: z.string(),
});
/** Adobe's multi-tenant app as its endpoint describes it (AEP-20), before any check (VAL-32). */
export type AppRegistrationFacts = z.infer<typeof appRegistrationFactsSchema>;

const stepFactsSchemas = {
  VAULT: looseObject({
    step: z.literal('VAULT'),
    vault: observedSchema(vaultFactsSchema),
    /** A soft-deleted vault of that name, where one was found (KV-08). */
    deletedVault: looseObject({ name: z.string(), scheduledPurgeDate: textOrNull }).nullable(),
    /** How many other organizations of this partner use the same vault (VAL-09). */
    otherOrganizations: z.number(),
  }),
  NETWORK: looseObject({ step: z.literal('NETWORK'), vault: observedSchema(vaultFactsSchema) }),
  KEY: looseObject({ step: z.literal('KEY'), key: observedSchema(keyFactsSchema) }),
  POLICY: looseObject({
    step: z.literal('POLICY'),
    keyPolicy: observedSchema(keyPolicyFactsSchema),
  }),
  APP_REGISTRATION: looseObject({
    step: z.literal('APP_REGISTRATION'),
    registration: observedSchema(appRegistrationFactsSchema),
  }),
  CONSENT: looseObject({
    step: z.literal('CONSENT'),
    servicePrincipal: observedSchema(servicePrincipalFactsSchema),
  }),
  ROLE: looseObject({
    step: z.literal('ROLE'),
    assignments: observedSchema(z.array(roleAssignmentFactsSchema)),
    /** Absent on a Managed HSM, which has only its own roles, and in facts of earlier versions. */
    denials: observedSchema(z.array(denyAssignmentFactsSchema)).optional(),
  }),
} as const;
const kmsStepFactsSchema = looseObject({
  step: z.literal('KEY'),
  kmsKey: observedSchema(kmsKeyFactsSchema),
  /** Its own call, with a permission of its own (ROT-09). */
  rotation: observedSchema(kmsRotationFactsSchema),
  /**
   * How many other organizations of this partner use the same key (VAL-09). Absent in facts of
   * earlier versions, and before there is a key.
   */
  otherOrganizations: z.number().optional(),
});
/** What one observation of KEY read on AWS. */
export type KmsStepFacts = z.infer<typeof kmsStepFactsSchema>;
/** The facts of any observed step; `step` says which, and `kmsKey` that a KEY is of AWS. */
export type StepFacts = z.infer<(typeof stepFactsSchemas)[ObservedStepId]> | KmsStepFacts;
/**
 * What one observation of the step read; of KEY what was read on Azure. `evidenceOf` says which
 * fields an approval is for.
 */
export type StepFactsOf<S extends ObservedStepId> = z.infer<(typeof stepFactsSchemas)[S]>;

/** Whether the facts of KEY are of a key in KMS. */
export const areKmsFacts = (facts: StepFacts): facts is KmsStepFacts => 'kmsKey' in facts;

export const areFactsOf = <S extends ObservedStepId>(
  facts: StepFacts,
  step: S,
): facts is StepFactsOf<S> & StepFacts => facts.step === step && !areKmsFacts(facts);

const taggedFactsSchema = z.discriminatedUnion('step', [
  stepFactsSchemas.VAULT,
  stepFactsSchemas.NETWORK,
  stepFactsSchemas.KEY,
  stepFactsSchemas.POLICY,
  stepFactsSchemas.APP_REGISTRATION,
  stepFactsSchemas.CONSENT,
  stepFactsSchemas.ROLE,
]);

const anyStepFactsSchema = z.union([kmsStepFactsSchema, taggedFactsSchema]);

/** Facts of any step from JSON; null where they are none, or lack what every check rests on. */
export function parseStepFacts(value: unknown): StepFacts | null {
  const parsed = anyStepFactsSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** The part of a step's facts that observes the thing the step is about. */
const SUBJECTS = {
  VAULT: 'vault',
  NETWORK: 'vault',
  KEY: 'key',
  POLICY: 'keyPolicy',
  APP_REGISTRATION: 'registration',
  CONSENT: 'servicePrincipal',
  ROLE: 'assignments',
} as const;
type Observation<S extends ObservedStepId> = StepFactsOf<S>[(typeof SUBJECTS)[S] &
  keyof StepFactsOf<S>];
/** The thing a step is about. */
export type SubjectOf<S extends ObservedStepId> =
  Extract<Observation<S>, { outcome: 'seen' }> extends { value: infer T } ? T : never;

export function observationOf<S extends ObservedStepId>(
  facts: StepFactsOf<S>,
): Observed<SubjectOf<S>>;
export function observationOf(facts: StepFacts): Observed<unknown>;
export function observationOf(facts: StepFacts): Observed<unknown> {
  if (areKmsFacts(facts)) return facts.kmsKey;
  // Cast: `SUBJECTS` pairs each step with its own part.
  return (facts as unknown as Record<string, Observed<unknown>>)[SUBJECTS[facts.step]]!;
}

/**
 * Why the rotation of a key that was read can't be read, for good as far as Keyway knows; null
 * where it was read, where trying again may help, or where the key itself can't be read.
 */
export const rotationNotRead = ({ kmsKey, rotation }: KmsStepFacts): ReadFailure | null =>
  kmsKey.outcome === 'seen' &&
  rotation.outcome === 'unreadable' &&
  !isRetryable(rotation.failure.kind)
    ? rotation.failure
    : null;

/**
 * What each call of an observation read that decides the step; ROLE's denials do not (RB-06), nor
 * does a rotation that may not be read (ROT-09).
 */
function observationsOf(facts: StepFacts): readonly Observed<unknown>[] {
  if (!areKmsFacts(facts)) return [observationOf(facts)];
  return rotationNotRead(facts) ? [facts.kmsKey] : [facts.kmsKey, facts.rotation];
}

/** Why the observation failed, or null where it saw something (or its absence). */
export function failureOf(facts: StepFacts): ReadFailure | null {
  for (const observed of observationsOf(facts))
    if (observed?.outcome === 'unreadable') return observed.failure;
  return null;
}

const unlessSeen = <T>(observed: Observed<T>, unreadable: Observed<never>): Observed<T> =>
  observed.outcome === 'unreadable' ? unreadable : observed;

/** The facts with another failure as what was observed. */
export function withFailure(facts: StepFacts, failure: ReadFailure): StepFacts {
  const unreadable = { outcome: 'unreadable', failure } as const;
  if (areKmsFacts(facts))
    return {
      ...facts,
      kmsKey: unlessSeen(facts.kmsKey, unreadable),
      rotation: unlessSeen(facts.rotation, unreadable),
    };
  switch (facts.step) {
    case 'VAULT':
    case 'NETWORK':
      return { ...facts, vault: unreadable };
    case 'KEY':
      return { ...facts, key: unreadable };
    case 'POLICY':
      return { ...facts, keyPolicy: unreadable };
    case 'APP_REGISTRATION':
      return { ...facts, registration: unreadable };
    case 'CONSENT':
      return { ...facts, servicePrincipal: unreadable };
    case 'ROLE':
      return { ...facts, assignments: unreadable };
  }
}

const anyObservationSchema = observedSchema(z.unknown());
const anyFactsSchema = z.looseObject({ step: z.enum(OBSERVED_STEP_IDS) });

/** The observation in a history entry's facts, whatever version wrote them; null where none is. */
export function storedObservation(stored: unknown): Observed<unknown> | null {
  const { data } = anyFactsSchema.safeParse(stored);
  if (!data) return null;
  const subject = 'kmsKey' in data ? 'kmsKey' : SUBJECTS[data.step];
  return anyObservationSchema.safeParse(data[subject]).data ?? null;
}

/** What Adobe says of a configuration (API-06), verbatim; null where it said nothing (ST-07). */
export interface ConfigurationFacts {
  /** Adobe's job ID. */
  id: string | null;
  status: string | null;
  keyVaultKeyIdentifier: string | null;
  imsOrgId: string | null;
}
