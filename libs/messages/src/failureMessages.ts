/** The messages of failed calls: one per documented code and kind, or it does not compile. */
import type { AdobeHintId, AwsHintId, AzureHintId } from '@keyway/core';

export interface FailureMessage {
  cause: string;
  remedy: string;
}
export type AdobeFailureMessages = Readonly<Record<AdobeHintId, FailureMessage>>;
export type AwsFailureMessages = Readonly<Record<AwsHintId, FailureMessage>>;
export type AzureFailureMessages = Readonly<Record<AzureHintId, FailureMessage>>;
