/**
 * The text of CJA's ticket to Adobe Customer Care (CJA-11). It holds both addresses, because
 * Adobe's "Azure URI" may mean either (CJA-12, GAP-05), and says of each item whether it was
 * verified, attested, or neither.
 */
import {
  isTicketReady,
  CJA_APPLICATION_ID,
  type Instant,
  keyOf,
  type Locale,
  principalOf,
  resolvedKeyIdentifier,
  type Run,
  tenantOf,
} from '@keyway/core';
import { actorInWords } from './actorInWords.ts';
import { stepTitle } from './steps.ts';
import { TICKET_ITEMS, TICKET_WORDS, type TicketItem } from './ticketWords.ts';
import { instantInWords } from './valuesInWords.ts';

const SHIELDS = {
  HEALTHCARE_SHIELD: 'Healthcare Shield',
  PRIVACY_AND_SECURITY_SHIELD: 'Privacy & Security Shield',
} as const;

/**
 * Null where CJA does not apply (AWS, CJA-14). Adobe's Customer Care answers in English; other
 * locales are a courtesy.
 */
export function ticketText(run: Run, locale: Locale, now: Instant): string | null {
  if (!run.tracks.CJA.applicable) return null;
  const { organization } = run;
  const words = TICKET_WORDS[locale];
  const key = keyOf(run, 'CJA');
  const lines: [string, string | null][] = [
    [words.organization, organization.name],
    [words.ims, organization.imsOrgId],
    [words.region, organization.region],
    [words.shield, SHIELDS[organization.shield]],
    [words.key, resolvedKeyIdentifier(run, 'CJA') ?? key?.normalized ?? null],
    [words.vault, key?.vaultUri ?? null],
    [words.tenant, tenantOf(run, 'CJA')],
    [words.app, CJA_APPLICATION_ID],
    [words.principal, principalOf(run, 'CJA')],
  ];
  return [
    ...(isTicketReady(run, now) ? [] : [draftLine(run, locale), '']),
    words.subject,
    '',
    words.ask,
    organization.ownsCja ? `${words.why} ${words.licensed}` : words.why,
    '',
    ...lines.map(([label, value]) => `${label}: ${value ?? words.unknown}`),
    '',
    words.items,
    ...TICKET_ITEMS.map((item) => `- ${words.item[item]}: ${standing(run, item, locale)}`),
    '',
    words.confirm,
  ].join('\n');
}

/** Says that this is not to be sent, and what is open. */
function draftLine(run: Run, locale: Locale): string {
  const words = TICKET_WORDS[locale];
  const open = [...TICKET_ITEMS, 'APPROVAL' as const].filter(
    (step) => run.tracks.CJA.steps[step]?.status !== 'DONE',
  );
  if (open.length === 0) return words.draft;
  return words.draftOpen.replace('{steps}', open.map((step) => stepTitle(step, locale)).join(', '));
}

/** What is known of one item and how; an accepted warning is told too. */
function standing(run: Run, item: TicketItem, locale: Locale): string {
  const words = TICKET_WORDS[locale];
  const state = run.tracks.CJA.steps[item];
  if (state?.status !== 'DONE') return words.open;
  const { attestation } = state;
  if (attestation) {
    return words.attested
      .replace('{at}', instantInWords(attestation.at))
      .replace('{name}', () => actorInWords(attestation.by, locale));
  }
  const at = state.checks.reduce(
    (latest, { checkedAt }) => (checkedAt > latest ? checkedAt : latest),
    state.since,
  );
  const template = state.checks.some(({ override }) => override)
    ? words.verifiedAccepted
    : words.verified;
  return template.replace('{at}', instantInWords(at));
}
