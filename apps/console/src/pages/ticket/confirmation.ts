/** What is typed of a confirmation, and what is sent of it. */
import { fromLocalField, toLocalField } from './localInstant.ts';

export interface Confirmation {
  confirmedBy: string;
  /** As the field for a date and time has it. */
  confirmedAt: string;
  text: string;
}

export const emptyConfirmation = (): Confirmation => ({
  confirmedBy: '',
  confirmedAt: toLocalField(new Date()),
  text: '',
});

export const isComplete = ({ confirmedBy, text }: Confirmation): boolean =>
  confirmedBy.trim() !== '' && text.trim() !== '';

export const confirmationInput = (runId: string, draft: Confirmation) => ({
  runId,
  confirmedBy: draft.confirmedBy.trim(),
  confirmedAt: fromLocalField(draft.confirmedAt),
  text: draft.text.trim(),
});
