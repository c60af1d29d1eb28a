import { actorText, SYSTEM, WORKER, type NamedActor } from '@keyway/core';
import { expect, it } from 'vitest';
import { describeActor } from './describeActor.ts';

it.each<[NamedActor, string, string]>([
  [{ name: 'Ana', origin: 'console' }, 'Ana (console)', 'Ana (consola)'],
  [{ name: 'ITSM', origin: 'apiToken' }, 'ITSM (API token)', 'ITSM (token de API)'],
  [{ name: 'Owner', origin: 'bootstrapToken' }, 'Owner (bootstrap token)', 'Owner (token inicial)'],
  [{ name: 'Luis', origin: 'handOff' }, 'Luis (hand-off)', 'Luis (traspaso)'],
  [WORKER, 'Keyway worker', 'Keyway (automático)'],
  [SYSTEM, 'Keyway', 'Keyway'],
  [
    { name: 'Keyway worker', origin: 'console' },
    'Keyway worker (console)',
    'Keyway worker (consola)',
  ],
  [
    { name: 'Ana (console)', origin: 'apiToken' },
    'Ana (console) (API token)',
    'Ana (console) (token de API)',
  ],
  [{ name: 'Ana (console)', origin: null }, 'Ana (console)', 'Ana (console)'],
])('%j', (actor, inEnglish, inSpanish) => {
  expect(describeActor(actor, 'en')).toBe(inEnglish);
  expect(describeActor(actor, 'es')).toBe(inSpanish);
  // What the API serves in English is what history stores and hashes.
  expect(actorText(actor)).toBe(inEnglish);
});
