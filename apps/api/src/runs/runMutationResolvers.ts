/** The mutations of a run, one event each. The core decides whether the event may happen now. */
import { randomUUID } from 'node:crypto';
import {
  CHECK_IDS,
  hasRoleFor,
  inspectKeyIdentifier,
  isPassingProbe,
  parseGlobalId,
  type EventData,
} from '@keyway/core';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  ApproveInput,
  MutationResolvers,
  ProvideKeyInput,
} from '../generated/resolverTypes.ts';
import { MAX_LENGTHS, type InputValidator } from '../userErrors/inputValidator.ts';
import { isOwnApprover } from '../viewer/permissions.ts';
import { changeRun } from './runMutation.ts';
import { startRun } from './startRun.ts';
import { startRuns } from './startRuns.ts';

/**
 * VAL-01 to VAL-07 by the text alone. A warning is accepted (VAL-06). Only the run knows whether a
 * text that is no address must be an ARN: the core evaluates it (AWS-10).
 */
function validateKey(validate: InputValidator, input: ProvideKeyInput) {
  const inspection = inspectKeyIdentifier(input.keyIdentifier);
  const isOfAzure = /^\s*https?:/i.test(input.keyIdentifier) || input.vaultResourceId != null;
  if (inspection.verdict === 'BLOCK' && isOfAzure)
    validate.refuse('keyIdentifierInvalid', 'keyIdentifier', { given: input.keyIdentifier });
  const vaultResourceId = validate.vaultResourceId(
    'vaultResourceId',
    input.vaultResourceId,
    inspection.keyIdentifier,
  );
  return { track: input.track, keyIdentifier: input.keyIdentifier.trim(), vaultResourceId };
}

/** A key is provided all the same where no worker answers in this time. */
const PROBE = { waitMilliseconds: 4000, claimMilliseconds: 400 };

/**
 * The tenant that the vault says to anybody, where Azure is not connected and nothing better will
 * be known: the consent URL is for this tenant (AEP-25). A worker asks later where there was no
 * answer in time.
 */
async function probedTenant(
  context: RequestContext,
  { runId, keyIdentifier }: ProvideKeyInput,
): Promise<Pick<EventData['keyProvided'], 'vaultTenantId' | 'askVaultLater'>> {
  const { viewer, loaders } = requireSignedIn(context);
  const id = parseGlobalId('Run', runId);
  const run = id && (await loaders.run.load(id))?.run;
  const { keyIdentifier: key } = inspectKeyIdentifier(keyIdentifier);
  if (!run || run.organization.cloud !== 'AZURE' || run.connections.azure) return {};
  if (key?.cloud !== 'public') return {};
  const vault = { kind: key.kind, name: key.vault };
  const { probes } = context.services.store;
  const { tenantId, reason } = await probes.ask(viewer, vault, PROBE);
  if (tenantId !== null) return { vaultTenantId: tenantId };
  return isPassingProbe(reason) ? { askVaultLater: true } : {};
}

/** The key that the viewer replaces: another one may be provided while the vault is probed. */
async function replacedKey(
  context: RequestContext,
  { runId, track }: ProvideKeyInput,
): Promise<{ replaces?: string | null }> {
  const id = parseGlobalId('Run', runId);
  const run = id && (await requireSignedIn(context).loaders.run.load(id))?.run;
  return run ? { replaces: run.tracks[track].key?.identifier ?? null } : {};
}

/** The typed confirmation, where it was given. */
const typed = (confirmImsOrgId: string | null | undefined): { confirmImsOrgId?: string } =>
  confirmImsOrgId == null
    ? {}
    : { confirmImsOrgId: confirmImsOrgId.slice(0, MAX_LENGTHS.identifier) };

/** The checks that the approver accepts though Keyway last saw them BLOCKED. */
function acceptedBlocks(
  validate: InputValidator,
  { acceptedBlocks: given }: ApproveInput,
): { acceptedBlocks?: string[] } {
  if (!given || given.length === 0) return {};
  const unknown = given.find((id) => !CHECK_IDS.some((check) => check === id));
  if (unknown !== undefined)
    validate.refuse('checkUnknownId', 'acceptedBlocks', {
      check: unknown.slice(0, MAX_LENGTHS.name),
    });
  return { acceptedBlocks: [...new Set(given)] };
}

export const runMutationResolvers: MutationResolvers = {
  startRun: (_, { input }, context) => startRun(context, input),
  startRuns: (_, { input }, context) => startRuns(context, input),
  provideKey: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'provideKey',
      kind: 'keyProvided',
      data: async (validate) => {
        const key = validateKey(validate, input);
        validate.pass();
        const replaced = await replacedKey(context, input);
        const probed = await probedTenant(context, input);
        return { ...key, ...probed, ...replaced };
      },
    }),
  provideKeyPolicy: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'provideKeyPolicy',
      kind: 'keyPolicyProvided',
      // The core bounds and reads it: it is pinned as it was pasted (AWS-07).
      data: () => ({ policy: input.policy }),
    }),
  verify: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'verify',
      kind: 'verificationRequested',
      data: (validate) => {
        if (input.step && !input.track) validate.refuse('trackMissing', 'track');
        return { track: input.track ?? null, step: input.step ?? null };
      },
    }),
  attestStep: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'attestStep',
      kind: 'stepAttested',
      data: (validate) => ({
        track: input.track,
        step: input.step,
        statement: validate.text('statement', input.statement),
        reference: validate.optionalText('reference', input.reference, MAX_LENGTHS.identifier),
        ...typed(input.confirmImsOrgId),
      }),
    }),
  overrideCheck: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'overrideCheck',
      kind: 'checkOverridden',
      data: (validate) => ({
        track: input.track,
        check: validate.text('check', input.check, MAX_LENGTHS.identifier),
        reason: validate.text('reason', input.reason),
      }),
    }),
  requestApproval: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'requestApproval',
      kind: 'approvalRequested',
      data: () => ({
        track: input.track,
        principal: requireSignedIn(context).viewer.principal,
        // Unchanged: the core refuses outer spaces.
        ...(input.configurationName == null
          ? {}
          : { configurationName: input.configurationName.slice(0, MAX_LENGTHS.identifier) }),
      }),
    }),
  approve: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'approve',
      kind: 'approvalGranted',
      data: async (validate, organizationId) => {
        const { viewer } = requireSignedIn(context);
        return {
          track: input.track,
          principal: viewer.principal,
          confirmImsOrgId: input.confirmImsOrgId.slice(0, MAX_LENGTHS.identifier),
          comment: validate.optionalText('comment', input.comment),
          ...acceptedBlocks(validate, input),
          ownApprover: isOwnApprover(viewer, await organizationId()),
        };
      },
    }),
  refuse: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'refuse',
      kind: 'approvalRefused',
      data: (validate) => ({
        track: input.track,
        principal: requireSignedIn(context).viewer.principal,
        reason: validate.text('reason', input.reason),
      }),
    }),
  withdrawApproval: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'withdrawApproval',
      kind: 'approvalWithdrawn',
      data: async (validate, organizationId) => {
        const { viewer } = requireSignedIn(context);
        return {
          track: input.track,
          principal: viewer.principal,
          owner: hasRoleFor(viewer, 'OWNER', await organizationId()),
          reason: validate.text('reason', input.reason),
        };
      },
    }),
  submitConfiguration: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'submitConfiguration',
      kind: 'submissionRequested',
      data: () => ({
        submissionId: randomUUID(),
        configurationName: input.configurationName.slice(0, MAX_LENGTHS.identifier),
        confirmImsOrgId: input.confirmImsOrgId.slice(0, MAX_LENGTHS.identifier),
      }),
    }),
  recordTicket: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'recordTicket',
      kind: 'ticketRecorded',
      data: (validate) => ({
        caseNumber: validate.text('caseNumber', input.caseNumber, MAX_LENGTHS.name),
        openedAt: validate.past('openedAt', input.openedAt, context.services.now()),
        url: validate.httpsUrl('url', input.url),
        ...typed(input.confirmImsOrgId),
      }),
    }),
  confirmCja: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'confirmCja',
      kind: 'cjaConfirmed',
      data: (validate) => ({
        confirmedBy: validate.name('confirmedBy', input.confirmedBy),
        confirmedAt: validate.past('confirmedAt', input.confirmedAt, context.services.now()),
        text: validate.text('text', input.text),
      }),
    }),
  retryStep: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'retryStep',
      kind: 'stepRetried',
      data: () => ({ track: input.track, step: input.step }),
    }),
  cancelRun: (_, { input }, context) =>
    changeRun(context, input, {
      mutation: 'cancelRun',
      kind: 'runCancelled',
      data: (validate) => ({ reason: validate.text('reason', input.reason) }),
    }),
};
