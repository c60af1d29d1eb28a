/** NETWORK: the vault's firewall admits Adobe (AEP-08..11). */
import { ADOBE_ADDRESS } from '@keyway/core';
import type { DraftOf } from './instruction.ts';
import { networkScripts, networkStateOf } from './networkScripts.ts';
import { code } from './quoting.ts';
import { or, type Setting } from './setting.ts';
import { waitLine } from './waitLine.ts';

type Lines = DraftOf<'network'>['lines'];

/** Further rules are counted only. */
const MAX_LISTED_RULES = 20;

const ADDRESS = code(ADOBE_ADDRESS);

/** The line about the rules that were observed; null where there are none. */
function keepRules(s: Setting, disabled: boolean): Lines[number] {
  const acls = s.networkFacts?.networkAcls;
  const rules = [...(acls?.ipRules ?? []), ...(acls?.virtualNetworkRules ?? [])];
  if (rules.length === 0) return null;
  const named = rules.slice(0, MAX_LISTED_RULES).map(code).join(', ');
  return [
    'keepRules',
    { disabled, rules: named, more: Math.max(0, rules.length - MAX_LISTED_RULES) },
  ];
}

const firewallLines = (s: Setting, state: ReturnType<typeof networkStateOf>): Lines => [
  ['chooseSelected', { restricted: state === 'selected' || state === 'disabled' }],
  ['addAddress', { address: ADDRESS }],
  keepRules(s, state === 'disabled'),
  'trustServices',
  'appliesToYou',
];

/** Whether there are scripts, and for which tools not. */
function scriptNote(s: Setting, state: ReturnType<typeof networkStateOf>): Lines[number] {
  switch (state) {
    case 'open':
    case 'admitted':
      return 'nothingToChange';
    case 'selected':
    case 'disabled':
      return s.isHsm ? 'scriptKeepsRules' : 'scriptsKeepRules';
    case 'unknown':
      return 'notObserved';
    default:
      return null;
  }
}

export function networkInstructions(s: Setting): DraftOf<'network'> {
  const vault = code(or(s, 'vault'));
  const state = networkStateOf(s.networkFacts);
  const mayBeOpen = state === 'open' || state === 'admitted' || state === 'unknown';
  return {
    group: 'network',
    lines: [
      ['open', { vault }],
      mayBeOpen && 'publicIsEnough',
      ...(state === 'perimeter'
        ? ([['perimeter', { vault, address: ADDRESS }]] as const)
        : firewallLines(s, state)),
      waitLine(s, 'NETWORK'),
    ],
    remarks: [scriptNote(s, state)],
    values: [
      ['vault', s.vault],
      ['address', ADOBE_ADDRESS],
    ],
    scripts: networkScripts(s),
  };
}
