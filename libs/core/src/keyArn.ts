/** The name of a KMS key as it is typed on Adobe's page. */

/** Not an alias, a bare key ID or a multi-Region key, whose ID begins with `mrk-` (AWS-10). */
const KEY_ARN =
  /^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether `text` is the ARN of one key, in lower case throughout (AWS-10). */
export const isKeyArn = (text: string): boolean => KEY_ARN.test(text);
