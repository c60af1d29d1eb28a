/** Who did something, as the reader's language says it. */
import { useIntl } from 'react-intl';
import { actorWords } from './actorWords.ts';

export function ActorName({ name }: { name: string }) {
  return actorWords(name, useIntl());
}
