import { SANDBOX_AWS } from '@keyway/config';

const { accessKeyId, secretAccessKey } = SANDBOX_AWS;
/** Keyway's own in the sandbox. */
export const AWS_IDENTITY = { accessKeyId, secretAccessKey };
