/** The approvals that a policy would void or put off, before it is saved. */
import { Content, Heading, InlineAlert, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import type { TrackId } from '../../generated/enums.ts';
import { runHref } from '../../ui/runAddress.ts';
import type { VoidedFound } from './usePolicyEffects.ts';

const full = style({ width: 'full' });
const text = style({ margin: 0 });
const list = style({ marginY: 8, paddingStart: 20 });
const WHEN = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** Such as "2 approvals become void". */
export function voidedTitle({ totalCount: count, nodes }: VoidedFound, intl: IntlShape): string {
  const what = whatOf(nodes, count);
  return intl.formatMessage({ id: 'policy.voids' }, { count, what });
}

/** Such as "2 approvals can't be used until …". */
export const heldTitle = ({ held }: VoidedFound, intl: IntlShape): string =>
  intl.formatMessage(
    { id: 'policy.holds' },
    { count: held.totalCount, until: intl.formatDate(held.until ?? undefined, WHEN) },
  );

export function VoidedApprovals({ found }: { found: VoidedFound }) {
  const intl = useIntl();
  const { totalCount: count, nodes, held } = found;
  return (
    <>
      {count > 0 ? (
        <Listed
          title={voidedTitle(found, intl)}
          more={count - nodes.length}
          items={nodes.map(({ given, reason, ...of }) => ({
            ...of,
            what: intl.formatMessage({ id: `policy.voids.${reason}` }, { given: String(given) }),
          }))}
        >
          {intl.formatMessage({ id: 'policy.voids.then' }, { count })}
        </Listed>
      ) : null}
      {held.totalCount > 0 ? (
        <Listed
          title={heldTitle(found, intl)}
          more={held.totalCount - held.nodes.length}
          items={held.nodes.map(({ until, ...of }) => ({
            ...of,
            what: intl.formatMessage(
              { id: 'policy.holds.until' },
              { until: intl.formatDate(until, WHEN) },
            ),
          }))}
        >
          {intl.formatMessage({ id: 'policy.holds.then' }, { count: held.totalCount })}
        </Listed>
      ) : null}
    </>
  );
}

interface ListedProps {
  title: string;
  items: readonly {
    run: VoidedFound['nodes'][number]['run'];
    track: TrackId;
    what: string;
  }[];
  /** How many are not listed. */
  more: number;
  /** What follows from it. */
  children: ReactNode;
}

function Listed({ title, items, more, children }: ListedProps) {
  const intl = useIntl();
  return (
    <InlineAlert variant="notice" styles={full}>
      <Heading level={3}>{title}</Heading>
      <Content>
        <ul className={list}>
          {items.map(({ run, track, what }) => (
            <li key={`${run.id} ${track}`}>
              <Link href={runHref(run.id)}>
                <bdi>{run.organization.name}</bdi>, {intl.formatMessage({ id: `track.${track}` })}
              </Link>
              {': '}
              {what}
            </li>
          ))}
          {more > 0 ? (
            <li>{intl.formatMessage({ id: 'policy.voids.more' }, { count: more })}</li>
          ) : null}
        </ul>
        <p className={text}>{children}</p>
      </Content>
    </InlineAlert>
  );
}

/** Those that are not listed may be either. */
function whatOf(nodes: readonly { given: boolean }[], count: number): string {
  if (count > nodes.length) return 'both';
  if (nodes.every(({ given }) => given)) return 'approvals';
  return nodes.some(({ given }) => given) ? 'both' : 'requests';
}
