/** AWS-10, VAL-29: each mistake has its own text. */
import { expect, it } from 'vitest';
import { inspectKeyArn, parseKeyArn } from './inspectKeyArn.ts';

const ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const ACCOUNT = '111122223333';
const ARN = `arn:aws:kms:us-east-1:${ACCOUNT}:key/${ID}`;

it('accepts the ARN of a single-Region key, with space around it', () => {
  expect(inspectKeyArn(` ${ARN}\n`, ['keyIdentifier'])).toEqual({
    arn: ARN,
    region: 'us-east-1',
    account: ACCOUNT,
    keyId: ID,
  });
});

it.each([
  ['nothing', ' ', 'keyArnMissing'],
  ['the ARN of an alias', `arn:aws:kms:us-east-1:${ACCOUNT}:alias/adobe-cmk`, 'keyArnOfAlias'],
  ['an alias', 'alias/adobe-cmk', 'keyArnOfAlias'],
  ['a key ID', ID, 'keyArnBareId'],
  ['a key ID with its type', `key/${ID}`, 'keyArnBareId'],
  ['a multi-Region key ID', 'mrk-1234abcd12ab34cd56ef1234567890ab', 'keyArnMultiRegion'],
  [
    'a multi-Region key',
    `arn:aws:kms:us-east-1:${ACCOUNT}:key/mrk-1234abcd12ab34cd56ef1234567890ab`,
    'keyArnMultiRegion',
  ],
  ['another region', ARN.replace('us-east-1', 'eu-west-1'), 'keyArnRegion'],
  ['no region', ARN.replace('us-east-1', ''), 'keyArnNoRegion'],
  ['no region and no place for it', ARN.replace('us-east-1:', ''), 'keyArnNoRegion'],
  ['another partition', ARN.replace('arn:aws:', 'arn:aws-us-gov:'), 'keyArnPartition'],
  ['another service', ARN.replace(':kms:', ':s3:'), 'keyArnService'],
  ['an account that is too short', ARN.replace(ACCOUNT, '11112222333'), 'keyArnAccount'],
  ['an ID in upper case', ARN.replace(ID, ID.toUpperCase()), 'keyArnKeyId'],
  ['an ID that is cut', ARN.slice(0, -1), 'keyArnKeyId'],
  ['text behind it', `${ARN}:x`, 'keyArnInvalid'],
  ['text before it', `key ${ARN}`, 'keyArnInvalid'],
  ['a key of Azure', 'https://contoso-cmk.vault.azure.net/keys/a', 'keyArnOfAzure'],
  ['something else', 'adobe', 'keyArnInvalid'],
])('refuses %s', (_name, text, reason) => {
  expect(inspectKeyArn(text, ['keyIdentifier'])).toMatchObject({
    code: 'INVALID_INPUT',
    reason,
    field: ['keyIdentifier'],
  });
  expect(parseKeyArn(text)).toBeNull();
});
