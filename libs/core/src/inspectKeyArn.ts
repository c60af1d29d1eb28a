/** The name of a KMS key as it is typed on Adobe's page, by its text alone (AWS-10, VAL-29). */
import { refuse, type Refusal } from './refusal.ts';

/** Where AWS keeps the data of Adobe's only region on AWS, VA6 (AWS-01, AWS-03). */
export const AWS_REGION_OF_VA6 = 'us-east-1';

/** A single-Region key, named by its ARN. */
export interface KeyArn {
  /** `arn:aws:kms:{region}:{account}:key/{keyId}` */
  arn: string;
  region: string;
  /** Twelve digits. */
  account: string;
  /** A lowercase UUID. */
  keyId: string;
}

const MAX_LENGTH = 2048;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MULTI_REGION_ID = /^mrk-[0-9a-f]*$/i;
const ACCOUNT = /^\d{12}$/;

/** What a text is that is no ARN at all. */
function notAnArn(text: string, field: string[]): Refusal {
  if (/^https?:/i.test(text)) return refuse('keyArnOfAzure', field);
  if (/^alias\//.test(text)) return refuse('keyArnOfAlias', field);
  if (MULTI_REGION_ID.test(text)) return refuse('keyArnMultiRegion', field);
  if (UUID.test(text.replace(/^key\//, ''))) return refuse('keyArnBareId', field);
  return refuse('keyArnInvalid', field);
}

/**
 * The key that the text names, or why it can't be used. Each kind of mistake has its own text
 * (AWS-10): an alias, a bare key ID, a multi-Region key (`mrk-`), another region.
 * @param field of the refusal
 */
export function inspectKeyArn(given: string, field: string[]): KeyArn | Refusal {
  const text = given.trim();
  if (text === '') return refuse('keyArnMissing', field);
  if (text.length > MAX_LENGTH || !text.startsWith('arn:'))
    return notAnArn(text.slice(0, MAX_LENGTH), field);
  const [, partition, service, region = '', account = '', resource = '', ...rest] = text.split(':');
  if (partition !== 'aws') return refuse('keyArnPartition', field);
  if (service !== 'kms') return refuse('keyArnService', field);
  // Left out with its colon, the account is in its place.
  if (region === '' || ACCOUNT.test(region))
    return refuse('keyArnNoRegion', field, { expected: AWS_REGION_OF_VA6 });
  if (resource.startsWith('alias/')) return refuse('keyArnOfAlias', field);
  if (!resource.startsWith('key/') || rest.length > 0) return refuse('keyArnInvalid', field);
  const keyId = resource.slice('key/'.length);
  if (MULTI_REGION_ID.test(keyId)) return refuse('keyArnMultiRegion', field);
  if (!UUID.test(keyId)) return refuse('keyArnKeyId', field);
  if (!ACCOUNT.test(account)) return refuse('keyArnAccount', field);
  if (region !== AWS_REGION_OF_VA6)
    return refuse('keyArnRegion', field, { region, expected: AWS_REGION_OF_VA6 });
  return { arn: text, region, account, keyId };
}

/** The ARN's parts; null where it is not an ARN that AWS-10 accepts. */
export function parseKeyArn(text: string): KeyArn | null {
  const found = inspectKeyArn(text, []);
  return 'arn' in found ? found : null;
}
