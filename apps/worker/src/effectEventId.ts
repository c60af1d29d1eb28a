/**
 * IDs of the events that one holding of an effect brings: the same for the same step, so that an
 * event whose COMMIT was not answered is known as our own when it is tried again, and never taken
 * for another holder's.
 */
import { createHash } from 'node:crypto';
import type { Lease } from '@keyway/store';

/** @param step what the handler was at, such as the kind of the event */
export function effectEventId({ effectId, generation, leaseToken }: Lease, step: string): string {
  const hex = createHash('sha256')
    .update([effectId, generation, leaseToken, step].join('\n'))
    .digest('hex');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
