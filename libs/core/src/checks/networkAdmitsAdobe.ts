/**
 * Adobe's services and Adobe's monitor reach the vault through its firewall (VAL-15). Absent
 * settings mean open (NET-01), and what was just opened is not evaluated before it can be in force
 * (TM-01).
 */
import type { CheckContext, CheckValues } from '../check.ts';
import type { VaultFacts } from '../facts.ts';
import { plusSeconds } from '../polling.ts';
import { ADOBE_ADDRESS } from '../addresses/adobeAddress.ts';
import { checkFacts, type Found } from '../catalog/defineCheck.ts';
import { admitsAddress } from '../addresses/ipv4Range.ts';
import { lowerOf, textOf, textsOf } from './lenient.ts';

const OUTCOMES = {
  open: 'PASS',
  restricted: 'WARN',
  restrictedWiderRange: 'WARN',
  disabledWithBypass: 'WARN',
  noAddress: 'BLOCK',
  noBypass: 'BLOCK',
  noAddressNoBypass: 'BLOCK',
  disabledNoBypass: 'BLOCK',
  perimeter: 'BLOCK',
  vaultAbsent: 'BLOCK',
  settling: 'UNKNOWN',
  unclear: 'UNKNOWN',
} as const;
type Outcome = keyof typeof OUTCOMES;

/** TM-01, unscaled. */
const FIREWALL_SETTLES_AFTER_SECONDS = 600;

/** The firewall as it stands, without regard to how long it has stood. */
function standing(vault: VaultFacts): Outcome {
  const access = lowerOf(vault.publicNetworkAccess) ?? 'enabled';
  const acls =
    vault.networkAcls && typeof vault.networkAcls === 'object' ? vault.networkAcls : null;
  const bypass = lowerOf(acls?.bypass) === 'azureservices';
  if (access === 'securedbyperimeter') return 'perimeter';
  if (access === 'disabled') return bypass ? 'disabledWithBypass' : 'disabledNoBypass';
  if (access !== 'enabled') return 'unclear';
  const action = acls === null ? 'allow' : lowerOf(acls.defaultAction);
  if (action === 'allow') return 'open';
  if (action !== 'deny') return 'unclear';
  const admitted = (textsOf(acls?.ipRules) ?? []).map((rule) => admitsAddress(rule, ADOBE_ADDRESS));
  if (!admitted.some((found) => found !== null)) return bypass ? 'noAddress' : 'noAddressNoBypass';
  if (!bypass) return 'noBypass';
  return admitted.includes('exact') ? 'restricted' : 'restrictedWiderRange';
}

function evaluate(
  vault: VaultFacts,
  { key, networkChangedAt, now, timeScale }: CheckContext,
): Found<Outcome> {
  const outcome = standing(vault);
  const rules = textsOf(vault.networkAcls?.ipRules) ?? [];
  const values: CheckValues = {
    vault: key?.vault ?? textOf(vault.name),
    address: ADOBE_ADDRESS,
    access: textOf(vault.publicNetworkAccess) ?? 'Enabled',
    // Only where there are no rules at all is what is not stated open (NET-01).
    defaultAction: vault.networkAcls ? textOf(vault.networkAcls.defaultAction) : 'Allow',
    bypass: textOf(vault.networkAcls?.bypass) ?? 'None',
    range: rules.find((rule) => admitsAddress(rule, ADOBE_ADDRESS) === 'wider') ?? null,
    ipRules: rules.slice(0, 5).join(', ') || 'none',
  };
  const favorable = OUTCOMES[outcome] === 'PASS' || OUTCOMES[outcome] === 'WARN';
  if (!favorable || networkChangedAt === null) return { outcome, values };
  const until = plusSeconds(networkChangedAt, FIREWALL_SETTLES_AFTER_SECONDS * timeScale);
  return Date.parse(now) < Date.parse(until)
    ? { outcome: 'settling', values: { ...values, until }, until }
    : { outcome, values };
}

export const networkAdmitsAdobe = checkFacts({
  step: 'NETWORK',
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: [
    'VAL-15',
    'AEP-09',
    'AEP-12',
    'NET-01',
    'NET-04',
    'NET-05',
    'NET-06',
    'NET-07',
    'NET-08',
    'NET-09',
    'GAP-09',
    'GAP-10',
    'TM-01',
  ],
  needsSubject: true,
  outcomes: OUTCOMES,
  evaluate: ({ vault }, context) => {
    if (vault?.outcome === 'absent')
      return { outcome: 'vaultAbsent', values: { vault: context.key?.vault ?? null } };
    if (vault?.outcome !== 'seen' || !vault.value)
      return { outcome: 'unclear', values: { vault: context.key?.vault ?? null } };
    return evaluate(vault.value, context);
  },
});
