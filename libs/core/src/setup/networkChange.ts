/** The network rules that an existing vault lacks (AEP-08 to AEP-12). Rules are only ever added. */
import { ADOBE_ADDRESS } from '../addresses/adobeAddress.ts';
import { admitsAddress } from '../addresses/ipv4Range.ts';
import type { VaultFacts } from '../azureFacts.ts';
import { lowerCase } from '../lowerCase.ts';
import { notPossible, planned, unknown, type Planned } from './planned.ts';
import type { ChangeSettings } from './plannedChange.ts';
import type { SetupRequest } from './setupRequest.ts';

/** NET-02. */
const MAX_IP_RULES = 1000;

const seenNetwork = ({ publicNetworkAccess, networkAcls: acls }: VaultFacts): ChangeSettings => ({
  publicAccess:
    (lowerCase(publicNetworkAccess) ?? 'enabled') === 'enabled'
      ? (acls?.defaultAction ?? 'Allow')
      : publicNetworkAccess,
  bypass: acls?.bypass ?? null,
  ipRules: acls?.ipRules ?? [],
});

/**
 * An open network needs nothing (AEP-08). Closing it, or opening a closed one, is a decision about
 * everybody who uses the vault (NET-04, NET-05).
 */
export function networkChange(vault: VaultFacts, network: SetupRequest['network']): Planned {
  const before = seenNetwork(vault);
  const access = lowerCase(vault.publicNetworkAccess) ?? 'enabled';
  if (access === 'securedbyperimeter') return notPossible('perimeter', before);
  if (access === 'disabled') return notPossible('publicAccessDisabled', before);
  if (access !== 'enabled') return { ...unknown('networkUnclear'), before };
  const acls = vault.networkAcls;
  const action = acls === null ? 'allow' : lowerCase(acls.defaultAction);
  if (action === 'allow')
    return network === 'OPEN'
      ? planned('ALREADY_THERE', before, before)
      : notPossible('networkOpen', before, { vault: vault.name });
  if (action !== 'deny') return { ...unknown('networkUnclear'), before };
  const rules = acls?.ipRules ?? [];
  const isAdmitted = rules.some((rule) => admitsAddress(rule, ADOBE_ADDRESS) !== null);
  if (isAdmitted && lowerCase(acls?.bypass) === 'azureservices')
    return planned('ALREADY_THERE', before, before);
  if (!isAdmitted && rules.length >= MAX_IP_RULES)
    return notPossible('tooManyRules', before, { max: MAX_IP_RULES });
  const ipRules = isAdmitted ? rules : [...rules, ADOBE_ADDRESS];
  return planned('CHANGE', before, { ...before, bypass: 'AzureServices', ipRules });
}
