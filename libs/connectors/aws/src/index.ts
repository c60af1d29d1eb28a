/** Calls of AWS. */
export { createAwsConnector } from './createAwsConnector.ts';
export type { AwsConnectorOptions } from './createAwsConnector.ts';
export { environmentIdentity } from './environmentIdentity.ts';
