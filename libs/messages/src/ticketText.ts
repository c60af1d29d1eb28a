/**
 * The text of CJA's case with Adobe Customer Care (CJA-11), with both meanings of Adobe's "Azure
 * URI" (CJA-12, GAP-05).
 */
import {
  approvalUsableAt,
  CJA_APPLICATION_ID,
  isTicketReady,
  keyOf,
  principalOf,
  propertyNames,
  resolvedKeyIdentifier,
  tenantOf,
  type CheckResult,
  type Instant,
  type Locale,
  type Run,
  type StepState,
} from '@keyway/core';
import { describeCheck } from './checks/describeCheck.ts';
import { displayInstant } from './displayInstant.ts';
import { describeActor } from './describeActor.ts';
import { format, formatList } from './format.ts';
import { messagesIn } from './messagesIn.ts';
import { stepTitle } from './names.ts';
import { TICKET_ITEMS, type TicketItem } from './ticketItems.ts';

/**
 * Null where CJA does not apply (AWS, CJA-14). Adobe's Customer Care answers in English; other
 * locales are a courtesy.
 */
export function ticketText(run: Run, locale: Locale, now: Instant): string | null {
  if (!run.tracks.CJA.applicable) return null;
  const { ticket, organization: names } = messagesIn(locale);
  const { organization } = run;
  const key = keyOf(run, 'CJA');
  const values = {
    organization: organization.name,
    imsOrgId: organization.imsOrgId,
    region: organization.region,
    shield: names.values[organization.shield],
    key: resolvedKeyIdentifier(run, 'CJA') ?? key?.normalized ?? null,
    vault: key?.vaultUri ?? null,
    tenant: tenantOf(run, 'CJA'),
    application: CJA_APPLICATION_ID,
    principal: principalOf(run, 'CJA'),
  };
  const line = (name: keyof typeof values): string => format(ticket[name], values, locale);
  return [
    ...(isTicketReady(run, now) ? [] : [draftLine(run, locale, now), '']),
    ticket.subject,
    '',
    ticket.request,
    organization.ownsCja ? `${ticket.why} ${ticket.licensed}` : ticket.why,
    '',
    ...propertyNames(values).map(line),
    '',
    ticket.preparation,
    ...TICKET_ITEMS.flatMap((item) => itemLines(run, item, locale)),
    '',
    ticket.confirm,
  ].join('\n');
}

/** Says that this is not to be sent, and what is open. */
function draftLine(run: Run, locale: Locale, now: Instant): string {
  const { approval } = run.tracks.CJA;
  const usableAt = approval && approvalUsableAt(run, approval);
  if (usableAt && now < usableAt) {
    const until = displayInstant(usableAt);
    return format(messagesIn(locale).ticket.draftUntil, { until }, locale);
  }
  const open = [...TICKET_ITEMS, 'APPROVAL' as const]
    .filter((step) => run.tracks.CJA.steps[step]?.status !== 'DONE')
    .map((step) => stepTitle(step, locale));
  return format(messagesIn(locale).ticket.draft, { steps: formatList(open, locale) }, locale);
}

/**
 * What is known of one item and how. Findings are listed, also accepted ones: the item's own line
 * says what Adobe would otherwise take for verified.
 */
function itemLines(run: Run, item: TicketItem, locale: Locale): string[] {
  const { ticket, ticketItems } = messagesIn(locale);
  const state = run.tracks.CJA.steps[item];
  if (state?.status !== 'DONE') return [`- ${ticketItems[item]}: ${ticket.open}`];
  const findings = state.checks.filter(({ verdict }) => verdict === 'BLOCK' || verdict === 'WARN');
  const status = itemStatus(state, findings.length > 0, locale);
  return [
    `- ${ticketItems[item]}: ${status}`,
    ...findings.map((finding) => `  - ${describeFinding(finding, locale)}`),
  ];
}

function itemStatus(state: StepState, excepted: boolean, locale: Locale): string {
  const { ticket } = messagesIn(locale);
  const { attestation } = state;
  if (attestation) {
    const { by, at } = attestation;
    const values = { name: describeActor(by, locale), at: displayInstant(at), excepted };
    return format(ticket.attested, values, locale);
  }
  const at = state.checks.reduce(
    (latest, { checkedAt }) => (checkedAt > latest ? checkedAt : latest),
    state.since,
  );
  return format(ticket.verified, { at: displayInstant(at), excepted }, locale);
}

function describeFinding(finding: CheckResult, locale: Locale): string {
  const { observed, expected } = describeCheck(finding, locale);
  const values = { observed: observed ?? '', expected, accepted: finding.override !== undefined };
  return format(messagesIn(locale).ticket.finding, values, locale);
}
