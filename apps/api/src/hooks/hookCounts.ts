/** Counts deliveries of clouds by what became of them, for `/metrics`. No organization is in it. */
import { Counter } from 'prom-client';

/** Which cloud sends. */
export type HookSender = 'adobe' | 'azure';

/** What became of a delivery, or of one event of it; all but the first four are refusals. */
export const HOOK_OUTCOMES = [
  'accepted',
  'repeated',
  'validated',
  'dropped',
  'unsigned',
  'badSignature',
  'keyUnknown',
  'malformed',
  'tooLarge',
  'tooMany',
  'unknownOrganization',
  'archived',
  'notConnected',
  'otherRecipient',
  'badSecret',
  'otherVault',
] as const;
export type HookOutcome = (typeof HOOK_OUTCOMES)[number];

export class HookCounts {
  readonly counter = new Counter({
    name: 'keyway_hook_deliveries_total',
    help: 'Deliveries of Adobe I/O Events and Azure Event Grid, and their events, by outcome',
    labelNames: ['sender', 'outcome'],
    registers: [],
  });

  add(sender: HookSender, outcome: HookOutcome, count = 1): void {
    if (count > 0) this.counter.inc({ sender, outcome }, count);
  }
}
