/** The shape of a failed call's words: one text per hint, or it does not compile. */
import type { AdobeHintId, AzureHintId } from '@keyway/core';

export interface FailureText {
  /**
   * Stands for the other side's message where it said nothing: no answer came, or Keyway called
   * nobody.
   */
  said?: string;
  cause: string;
  remedy: string;
}
export type AdobeFailureTexts = Readonly<Record<AdobeHintId, FailureText>>;
export type AzureFailureTexts = Readonly<Record<AzureHintId, FailureText>>;

/** Words around a failed call in one language. */
export interface FailureWords {
  adobe: AdobeFailureTexts;
  azure: AzureFailureTexts;
  /** The other side's message and how it is identified. */
  quoted: string;
  withCode: string;
  withStatus: string;
  withCodeAndStatus: string;
}
