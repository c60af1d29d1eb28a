/** What failures of the clouds mean, and who acts on them. */
export { OWN_CODES, type OwnCode } from './hint.ts';
export { ADOBE_HINTS, type AdobeHintId } from './adobeHints.ts';
export { AZURE_HINTS, type AzureHintId } from './azureHints.ts';
export {
  cloudOfStep,
  failureIn,
  failureOfCheck,
  failureValues,
  hintOf,
  isOwnFailure,
  READ_SUBSCRIPTION,
  type FailedCloud,
  type FailureHead,
  type FoundHint,
} from './hintOf.ts';
export { rulesOfCheck } from './rulesOfCheck.ts';
