/**
 * Who acted, as values and a code, and the text that history stores, hashes and serves of it
 * (docs/decisions/0042-who-acted.md).
 */

/** Where a person acted from. */
export type PersonalOrigin = 'console' | 'apiToken' | 'bootstrapToken' | 'handOff';
/** `system`: what Keyway does when it starts. */
export type Origin = PersonalOrigin | 'system' | 'worker';

/** Who did something, as a run keeps it. */
export interface NamedActor {
  name: string;
  /** Null: an earlier version stored a text that doesn't say it. */
  origin: Origin | null;
}

/**
 * Who did it. `principal` decides four eyes: a member and all their tokens are one principal
 * (docs/reference/api.md, "Four eyes").
 */
export interface EventActor extends NamedActor {
  /**
   * `member:{id}`, `token:{id}` (tokens that stand for no person), `handOff:{id}` (whoever has the
   * link), `system`, `worker`.
   */
  principal: string;
  origin: Origin;
}

/**
 * The actor of everything that a worker records, whichever worker it is. Recognized by its
 * `origin`, never by the name.
 */
export const WORKER = {
  principal: 'worker',
  name: 'Keyway worker',
  origin: 'worker',
} as const satisfies EventActor;

/** The actor of what Keyway does when it starts, such as creating the first token. */
export const SYSTEM = {
  principal: 'system',
  name: 'Keyway',
  origin: 'system',
} as const satisfies EventActor;

/** Part of what is hashed, so they never change. What people read is in libs/messages. */
const SUFFIXES: readonly (readonly [PersonalOrigin, string])[] = [
  ['console', ' (console)'],
  ['apiToken', ' (API token)'],
  ['bootstrapToken', ' (bootstrap token)'],
  ['handOff', ' (hand-off)'],
];

/** The actor as history stores it, such as `Ana Approver (console)`. */
export function actorText({ name, origin }: NamedActor): string {
  const suffix = SUFFIXES.find(([of]) => of === origin)?.[1] ?? '';
  return name + suffix;
}

/**
 * The actor of a stored text. Every person's text ends with a suffix, whatever their name is, so
 * `Keyway worker` alone is the worker.
 * @param principal null where it was not stored
 */
export function parseActor(text: string, principal: string | null): NamedActor {
  if (principal === WORKER.principal || (principal === null && text === WORKER.name))
    return { name: text, origin: 'worker' };
  if (principal === SYSTEM.principal) return { name: text, origin: 'system' };
  const [origin, suffix] = SUFFIXES.find(([, suffix]) => text.endsWith(suffix)) ?? [null, ''];
  return { name: text.slice(0, text.length - suffix.length), origin };
}

/** What a run keeps of an actor. The principal is left out where nothing compares it. */
export const namedActor = ({ name, origin }: NamedActor): NamedActor => ({ name, origin });
