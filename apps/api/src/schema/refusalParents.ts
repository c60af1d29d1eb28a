/** The parents of types that say why something was not done. */
import type { Refusal } from '@keyway/core';
import type { OrganizationRecord } from '@keyway/store';
import type { Rejection } from '../organizations/csvTable.ts';
import type { KeyNote } from '../organizations/importKeys.ts';

export type UserErrorParent = Refusal;
/**
 * Results that an earlier version stored for an idempotency key have an English text instead of a
 * reason. They expire after 24 hours.
 */
interface StoredMessage {
  message: string;
}
export interface BulkBlockParent {
  organization: OrganizationRecord;
  refusal: Refusal | (StoredMessage & Pick<Refusal, 'code'>);
}
export type ImportRejectionParent =
  Rejection | (StoredMessage & { line: number; field: string | null });
export type ImportKeyNoteParent = KeyNote;
