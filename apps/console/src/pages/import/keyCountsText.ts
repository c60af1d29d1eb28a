/** How many keys of a list are provided, are there already, or are refused. */
import type { IntlShape } from 'react-intl';
import type { ImportOutcome } from './listPreviewLines.ts';

export type ImportedKeys = NonNullable<ImportOutcome['keys']>;

export const keyCountsText = (
  intl: IntlShape,
  { toProvide, unchanged, refused }: ImportedKeys,
): string =>
  intl.formatMessage(
    { id: 'import.keys.counts' },
    { toProvide, unchanged, refused: refused.length },
  );
