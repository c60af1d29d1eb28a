/**
 * The data of a queued effect in its current shape. Before plan version 4 a submission's lookups
 * were called `looks`; to count from zero again would delay an unresolved send.
 */
import type { EffectData, EffectType } from '../effect.ts';
import type { Json } from './storedRun.ts';

export function upcastEffectData<T extends EffectType>(type: T, data: unknown): EffectData[T] {
  if (type !== 'submitConfiguration') return data as EffectData[T];
  const { looks, ...rest } = data as Json;
  return { lookups: looks ?? 0, ...rest } as unknown as EffectData[T];
}
