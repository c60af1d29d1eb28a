/** The messages of failed calls: one per documented code and kind, or it does not compile. */
import type { AdobeHintId, AzureHintId } from '@keyway/core';

export interface FailureMessage {
  /** Stands in for the cloud’s message where it gave none: no answer, or no call was made. */
  said?: string;
  cause: string;
  remedy: string;
}
export type AdobeFailureMessages = Readonly<Record<AdobeHintId, FailureMessage>>;
export type AzureFailureMessages = Readonly<Record<AzureHintId, FailureMessage>>;
