/** Importing organizations from a file: the file as a whole, and single lines. */
import { reason, type Reason } from './reason.ts';

export const importReasons = {
  importColumnMissing: reason('INVALID_INPUT', 'columns', 'required'),
  importColumnTwice: reason('INVALID_INPUT', 'column'),
  importColumnUnknown: reason('INVALID_INPUT', 'column', 'columns'),
  importColumnUnnamed: reason('INVALID_INPUT'),
  importEmpty: reason('INVALID_INPUT', 'columns'),
  importHeaderUnreadable: reason('INVALID_INPUT'),
  importNotJson: reason('INVALID_INPUT'),
  importNotList: reason('INVALID_INPUT'),
  importTooLarge: reason('INVALID_INPUT', 'mebibytes'),
  importTooManyRows: reason('INVALID_INPUT', 'max'),
  rowArchived: reason('CONFLICT'),
  rowDiffers: reason('CONFLICT', 'column', 'stored'),
  rowKeyRepeated: reason('CONFLICT', 'line'),
  rowNotObject: reason('INVALID_INPUT'),
  rowOrganizationUnknown: reason('NOT_FOUND'),
  rowQuoteInValue: reason('INVALID_INPUT'),
  rowQuoteNotClosed: reason('INVALID_INPUT'),
  rowRepeated: reason('CONFLICT', 'line'),
  rowTextAfterQuote: reason('INVALID_INPUT'),
  rowValueCount: reason('INVALID_INPUT', 'valueCount', 'columnCount'),
  rowValueMissing: reason('INVALID_INPUT'),
  rowValueNotBoolean: reason('INVALID_INPUT'),
  rowValueNotListed: reason('INVALID_INPUT', 'possible'),
  rowValueNotText: reason('INVALID_INPUT'),
} satisfies Record<string, Reason>;
