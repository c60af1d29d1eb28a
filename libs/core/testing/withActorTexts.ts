/** A value of a run as plan version 5 and those before stored it: who acted as text. */
import { actorText, type NamedActor } from '../src/eventActor.ts';

export function withActorTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withActorTexts);
  if (typeof value !== 'object' || value === null) return value;
  if ('origin' in value && 'name' in value) {
    const text = actorText(value as NamedActor);
    return 'principal' in value ? { principal: value.principal, name: text } : text;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withActorTexts(inner)]),
  );
}
