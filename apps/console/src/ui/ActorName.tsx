/** The name of an actor in the reader's language. */
import { useIntl } from 'react-intl';
import { formatActor } from './formatActor.ts';

export function ActorName({ name }: { name: string }) {
  return formatActor(name, useIntl());
}
