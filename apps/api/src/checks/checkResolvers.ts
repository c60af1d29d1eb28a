/** Checks: results are stored as codes with values and rendered here in the reader's language. */
import {
  acceptanceProblem,
  actorOfCheck,
  checkDefinitions,
  CHECKS,
  failureOfCheck,
  inspectKeyIdentifier,
  planStep,
  rulesOfCheck,
} from '@keyway/core';
import { checkTitle, describeActor, describeCheck, describeKeyProblem } from '@keyway/messages';
import { requireSignedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import { MAX_LENGTHS } from '../userErrors/inputValidator.ts';

export const checkResolvers: Resolvers = {
  Query: {
    inspectKeyIdentifier: (_, { identifier, locale }, context) => {
      requireSignedIn(context);
      const {
        verdict,
        rules,
        findings,
        keyIdentifier: key,
      } = inspectKeyIdentifier(identifier.slice(0, 4 * MAX_LENGTHS.identifier));
      const parts = key && {
        cloud: key.cloud,
        kind: key.kind,
        vault: key.vault,
        key: key.key,
        version: key.version,
        normalized: key.normalized,
      };
      const problems = findings.map(({ problem, values }) =>
        describeKeyProblem(problem, values, localeOf(locale)),
      );
      return { verdict, rules, problems, ...parts };
    },
    checkCatalog: (_, _args, context) => {
      requireSignedIn(context);
      return checkDefinitions();
    },
  },
  CheckDefinition: {
    rules: ({ rules }) => [...rules],
    title: ({ id }, { locale }) => checkTitle(id, localeOf(locale)),
  },
  CheckOverride: {
    // The link of a hand-off names the partner and no member.
    by: ({ by }, { locale }, { handOff }) =>
      handOff?.access.partnerName ?? describeActor(by, localeOf(locale)),
  },
  Check: {
    id: ({ result }) => result.check,
    rules: ({ result }) => rulesOfCheck(result),
    verdict: ({ result }) => result.verdict,
    observed: ({ result }, { locale }) => describeCheck(result, localeOf(locale)).observed,
    expected: ({ result }, { locale }) => describeCheck(result, localeOf(locale)).expected,
    cause: ({ result }, { locale }) => describeCheck(result, localeOf(locale)).cause,
    remedy: ({ result }, { locale }) => describeCheck(result, localeOf(locale)).remedy,
    actor: ({ run, track, result }) => {
      const step = planStep(run, track, CHECKS[result.check].step);
      return step ? actorOfCheck(result, step) : null;
    },
    failure: ({ result }) => {
      const failure = failureOfCheck(result);
      if (!failure) return null;
      const { code, status, host, message } = failure;
      return { code, status, host, message };
    },
    checkedAt: ({ result }) => result.checkedAt,
    override: ({ result }) => result.override ?? null,
    title: ({ result }, { locale }) => checkTitle(result.check, localeOf(locale)),
    overridable: ({ run, track, result }) => acceptanceProblem(run, track, result) === null,
    neverAccepted: ({ run, track, result }) =>
      acceptanceProblem(run, track, result)?.code === 'POLICY_FORBIDS',
  },
};
