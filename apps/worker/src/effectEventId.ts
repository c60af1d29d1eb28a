/**
 * IDs of the events of one claimed effect. A step always has the same ID, so that an event whose
 * COMMIT got no answer is recognized when it is tried again.
 */
import { hash } from 'node:crypto';
import type { Lease } from '@keyway/store';

/** @param step names the event within the effect, such as its kind */
export function effectEventId({ effectId, generation, leaseToken }: Lease, step: string): string {
  const hex = hash('sha256', [effectId, generation, leaseToken, step].join('\n'));
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
