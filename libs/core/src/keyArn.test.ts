/** AWS-10. */
import { expect, it } from 'vitest';
import { isKeyArn } from './keyArn.ts';

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';

it.each([
  ['a key', `arn:aws:kms:us-east-1:111122223333:key/${ID}`, true],
  ['an alias', 'arn:aws:kms:us-east-1:111122223333:alias/adobe-cmk', false],
  ['a key ID', ID, false],
  [
    'a multi-Region key',
    'arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab',
    false,
  ],
  ['another service', `arn:aws:s3:us-east-1:111122223333:key/${ID}`, false],
  ['an account that is too short', `arn:aws:kms:us-east-1:11112222333:key/${ID}`, false],
  ['text around it', `key arn:aws:kms:us-east-1:111122223333:key/${ID}.`, false],
])('%s', (_name, text, expected) => {
  expect(isKeyArn(text)).toBe(expected);
});
