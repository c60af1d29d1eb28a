import type { ReasonOf } from '@keyway/core';

export const importRefusals = {
  importColumnMissing: 'The header has no {columns}. Required columns: {required}.',
  importColumnTwice: 'The header has the column {column} twice. Remove one of them.',
  importColumnUnknown: '“{column}” is not a column. Available columns: {columns}.',
  importColumnUnnamed: 'The header has a column without a name. Name or remove it.',
  importEmpty: 'The file is empty. The first line must name the columns. Example: {columns}',
  importHeaderUnreadable: 'The header contains unreadable characters. Save the file as UTF-8.',
  importNotJson:
    'This is not valid JSON. Example: [\'{\'"name": "Contoso", "imsOrgId": "0123456789ABCDEF01234567@AdobeOrg", "shield": "HEALTHCARE_SHIELD"\'}\']',
  importNotList: 'The JSON must be a list of objects.',
  importTooLarge: 'The file is larger than {mebibytes} MiB. Import it in parts.',
  importTooManyRows: 'The file has more than {max, number} rows. Import it in parts.',
  rowArchived: 'This organization is archived. Restore it first, then import it.',
  rowDiffers:
    'This organization exists with another {column}: {stored}. To change it, import with onExisting UPDATE.',
  rowKeyRepeated:
    'Line {line} already plans a key for this organization and track. Remove one of the two.',
  rowKeySharedByLine:
    'Line {line} has a key in the same vault, or the same KMS key. One change to it would affect the data of both organizations (VAL-09).',
  rowKeySharedWith:
    '{name} already uses the same vault, or the same KMS key. One change to it would affect the data of both organizations (VAL-09).',
  rowKeyWithoutRun:
    'The organization has no open run to provide the key to. Start one first, or import with startRuns.',
  rowKeyWithoutVersion:
    'The address names no version of the key. The latest one is used when the key is read (VAL-06).',
  rowNotObject: 'This entry must be an object.',
  rowOrganizationUnknown:
    'Keyway has no organization with this IMS organization ID. Add the organization first.',
  rowQuoteInValue:
    'This line can’t be read. Put a value that contains a quotation mark in quotation marks, and double those inside it.',
  rowQuoteNotClosed:
    'This line can’t be read, because a quotation mark is not closed. Close or remove it.',
  rowRepeated: 'Line {line} already names this organization. Remove one of the two.',
  rowTextAfterQuote:
    'This line can’t be read. There is text after a closing quotation mark; double the quotation marks inside a value.',
  rowValueCount:
    'This line has {valueCount, plural, one {# value} other {# values}}, but the header has {columnCount, plural, one {# column} other {# columns}}.',
  rowValueMissing: 'This value is required.',
  rowValueNotBoolean: 'This value must be true or false.',
  rowValueNotListed: 'This value is not allowed. Allowed values: {possible}.',
  rowValueNotText: 'This value must be text, without control characters.',
  rowVaultOnAws: 'An organization on AWS has no vault. Leave the vault resource ID out.',
} satisfies Record<ReasonOf<'importing'>, string>;
