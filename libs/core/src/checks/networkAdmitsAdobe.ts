/** Adobe's services and Adobe's monitor reach the vault through its firewall (VAL-15). */
import { lowerCase } from '../lowerCase.ts';
import type { CheckContext, CheckValues } from '../check.ts';
import type { VaultFacts } from '../azureFacts.ts';
import { plusSeconds } from '../polling.ts';
import { ADOBE_ADDRESS } from '../addresses/adobeAddress.ts';
import { existenceCheck, type Found } from '../catalog/defineCheck.ts';
import { admitsAddress } from '../addresses/ipv4Range.ts';

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
const FIREWALL_PROPAGATION_SECONDS = 600;

/** The firewall as it is now, without regard to how long it has been so. */
function firewall({ publicNetworkAccess, networkAcls: acls }: VaultFacts): Outcome {
  const access = lowerCase(publicNetworkAccess) ?? 'enabled';
  const bypass = lowerCase(acls?.bypass) === 'azureservices';
  if (access === 'securedbyperimeter') return 'perimeter';
  if (access === 'disabled') return bypass ? 'disabledWithBypass' : 'disabledNoBypass';
  if (access !== 'enabled') return 'unclear';
  const action = acls === null ? 'allow' : lowerCase(acls.defaultAction);
  if (action === 'allow') return 'open';
  if (action !== 'deny') return 'unclear';
  const admitted = (acls?.ipRules ?? []).map((rule) => admitsAddress(rule, ADOBE_ADDRESS));
  if (!admitted.some((found) => found !== null)) return bypass ? 'noAddress' : 'noAddressNoBypass';
  if (!bypass) return 'noBypass';
  return admitted.includes('exact') ? 'restricted' : 'restrictedWiderRange';
}

/**
 * Absent settings mean open (NET-01). A firewall that was just opened is evaluated once it can be
 * in force (TM-01).
 */
function evaluate(
  vault: VaultFacts,
  { key, networkChangedAt, now, timeScale }: CheckContext,
): Found<Outcome> {
  const outcome = firewall(vault);
  const rules = vault.networkAcls?.ipRules ?? [];
  const values: CheckValues = {
    vault: key?.vault ?? vault.name,
    address: ADOBE_ADDRESS,
    access: vault.publicNetworkAccess ?? 'Enabled',
    // Only where there are no rules at all is what is not stated open (NET-01).
    defaultAction: vault.networkAcls ? vault.networkAcls.defaultAction : 'Allow',
    bypass: vault.networkAcls?.bypass ?? 'None',
    range: rules.find((rule) => admitsAddress(rule, ADOBE_ADDRESS) === 'wider') ?? null,
    ipRules: rules.slice(0, 5).join(', ') || 'none',
  };
  const favorable = OUTCOMES[outcome] === 'PASS' || OUTCOMES[outcome] === 'WARN';
  if (!favorable || networkChangedAt === null) return { outcome, values };
  const until = plusSeconds(networkChangedAt, FIREWALL_PROPAGATION_SECONDS * timeScale);
  return Date.parse(now) < Date.parse(until)
    ? { outcome: 'settling', values: { ...values, until }, until }
    : { outcome, values };
}

export const networkAdmitsAdobe = existenceCheck({
  step: 'NETWORK',
  order: 10,
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
  outcomes: OUTCOMES,
  evaluate: (vault, context) =>
    vault.outcome === 'seen'
      ? evaluate(vault.value, context)
      : { outcome: 'vaultAbsent', values: { vault: context.key?.vault ?? null } },
});
