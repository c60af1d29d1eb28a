/** Text in the quotation marks of the reader's language. */
import { useIntl } from 'react-intl';

export function Quoted({ text }: { text: string }) {
  return useIntl().formatMessage({ id: 'common.quoted' }, { text });
}
