/** A text of the server, with its times in the form and the zone of the reader. */
import { useServerText } from '../intl/serverText.ts';

export const ServerText = ({ text }: { text: string }) => useServerText()(text);
