/** Who did something, as the reader's language says it. */
import { useIntl } from 'react-intl';
import { actorLabel } from './actorLabel.ts';

export function ActorName({ name }: { name: string }) {
  return actorLabel(name, useIntl());
}
