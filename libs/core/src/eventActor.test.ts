import { describe, expect, it } from 'vitest';
import { actorText, parseActor, SYSTEM, WORKER, type NamedActor } from './eventActor.ts';

const MEMBER = 'member:one';

describe('parseActor', () => {
  it.each<[string, string | null, NamedActor]>([
    ['Ana Approver (console)', MEMBER, { name: 'Ana Approver', origin: 'console' }],
    ['Ana Approver (console)', null, { name: 'Ana Approver', origin: 'console' }],
    ['ITSM (API token)', 'token:one', { name: 'ITSM', origin: 'apiToken' }],
    ['Owner (bootstrap token)', null, { name: 'Owner', origin: 'bootstrapToken' }],
    ['Luis Admin (hand-off)', 'handOff:one', { name: 'Luis Admin', origin: 'handOff' }],
    ['Keyway worker', 'worker', { name: 'Keyway worker', origin: 'worker' }],
    ['Keyway worker', null, { name: 'Keyway worker', origin: 'worker' }],
    ['Keyway', 'system', { name: 'Keyway', origin: 'system' }],
    ['Keyway', null, { name: 'Keyway', origin: null }],
    ['Ana (sales)', MEMBER, { name: 'Ana (sales)', origin: null }],
    ['', MEMBER, { name: '', origin: null }],
  ])('reads %j of %s', (text, principal, actor) => {
    expect(parseActor(text, principal)).toEqual(actor);
    expect(actorText(parseActor(text, principal))).toBe(text);
  });

  it.each([
    'Keyway worker',
    'Keyway',
    'Ana (console)',
    'Ana (API token)',
    'Ana (hand-off)',
    'Ana (bootstrap token) ',
    ' (console)',
    'worker',
  ])('takes a person called %j for a person, with their whole name', (name) => {
    for (const origin of ['console', 'apiToken', 'bootstrapToken', 'handOff'] as const) {
      const actor = { name, origin };
      expect(parseActor(actorText(actor), MEMBER)).toEqual(actor);
      expect(parseActor(actorText(actor), null)).toEqual(actor);
    }
  });

  it.each([WORKER, SYSTEM])('reads back $name', (actor) => {
    const { name, origin, principal } = actor;
    expect(parseActor(actorText(actor), principal)).toEqual({ name, origin });
  });

  it('knows the worker by its principal alone', () => {
    expect(parseActor('Keyway (worker)', 'worker').origin).toBe('worker');
    expect(parseActor('Keyway worker', MEMBER).origin).toBeNull();
  });
});
