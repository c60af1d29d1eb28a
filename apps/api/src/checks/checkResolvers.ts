/** Checks: results are stored as codes with values and rendered here in the reader's language. */
import {
  acceptanceProblem,
  actorOfCheck,
  checkDefinitions,
  CHECKS,
  failureOfCheck,
  inspectKeyArn,
  inspectKeyIdentifier,
  planStep,
  rulesOfCheck,
  vaultOrKeyOf,
  type CheckId,
  type Locale,
} from '@keyway/core';
import {
  checkTitle,
  describeActor,
  describeCheck,
  describeKeyProblem,
  describeRefusal,
  type CheckDescription,
} from '@keyway/messages';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import type { CheckParent } from '../schema/parents.ts';
import { MAX_LENGTHS } from '../userErrors/inputValidator.ts';

/**
 * The other organizations with the vault or KMS key, where the viewer sees all of them. Stored are
 * how many they were: whoever sees fewer, and the link of a hand-off, learns neither names nor a
 * number.
 */
async function sharersOf(
  { run, track, result }: CheckParent,
  { signedIn }: RequestContext,
): Promise<readonly string[]> {
  const vaultOrKey = vaultOrKeyOf(run, track);
  if (!signedIn || !vaultOrKey) return [];
  const names = await signedIn.loaders.vaultSharers.load(`${run.organization.id} ${vaultOrKey}`);
  const seesAll =
    signedIn.viewer.organizationIds === null || names.length >= Number(result.values?.['count']);
  return seesAll ? names : [];
}

/** Whose warnings are about other organizations (VAL-09). */
const ABOUT_OTHERS: ReadonlySet<CheckId> = new Set(['vaultIsNotShared', 'kmsKeyIsNotShared']);

/** Of most checks at once, since lists have thousands. */
function described<T>(
  check: CheckParent,
  locale: Locale,
  context: RequestContext,
  read: (described: CheckDescription) => T,
): T | Promise<T> {
  const { result } = check;
  if (!ABOUT_OTHERS.has(result.check) || result.verdict !== 'WARN')
    return read(describeCheck(result, locale));
  return sharersOf(check, context).then((others) => read(describeCheck(result, locale, others)));
}

function inspect(text: string, locale: Locale) {
  const { verdict, rules, findings, keyIdentifier: key } = inspectKeyIdentifier(text);
  const parts = key && {
    cloud: key.cloud,
    kind: key.kind,
    vault: key.vault,
    key: key.key,
    version: key.version,
    normalized: key.normalized,
  };
  const problems = findings.map(({ problem, values }) =>
    describeKeyProblem(problem, values, locale),
  );
  return { verdict, rules, problems, ...parts };
}

const RULES_OF_ARN = ['VAL-29', 'AWS-10'];

function inspectArn(text: string, locale: Locale) {
  const found = inspectKeyArn(text, []);
  if (!('arn' in found))
    return {
      ...{ verdict: 'BLOCK' as const, rules: RULES_OF_ARN },
      problems: [describeRefusal(found, locale)],
    };
  const parts = { cloud: 'aws', kind: 'kms', key: found.keyId, normalized: found.arn };
  return { verdict: 'PASS' as const, rules: RULES_OF_ARN, problems: [], ...parts };
}

export const checkResolvers: Resolvers = {
  Query: {
    inspectKeyIdentifier: (_, { identifier, cloud, locale }, context) => {
      requireSignedIn(context);
      const text = identifier.slice(0, 4 * MAX_LENGTHS.identifier);
      return cloud === 'AWS' ? inspectArn(text, localeOf(locale)) : inspect(text, localeOf(locale));
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
    reason: ({ reason }, _args, { handOff }) => (handOff ? '' : reason),
  },
  Check: {
    id: ({ result }) => result.check,
    rules: ({ result }) => rulesOfCheck(result),
    verdict: ({ result }) => result.verdict,
    observed: (check, { locale }, context) =>
      described(check, localeOf(locale), context, ({ observed }) => observed),
    expected: ({ result }, { locale }) => describeCheck(result, localeOf(locale)).expected,
    cause: (check, { locale }, context) =>
      described(check, localeOf(locale), context, ({ cause }) => cause),
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
