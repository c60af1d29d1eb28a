/** What a file says of an organization beside its run: where it is, what blocks it, its case. */
import { graphql } from '../../generated/gql.ts';
import type { FileDetailsFragment } from '../../generated/graphql.ts';
import { columnsFor, type FileColumn, type FileTools } from './listFile.ts';

graphql(`
  fragment FileDetails on Organization {
    id
    cloud
    region
    shield
    currentRun {
      id
      tracks {
        id
        ticket {
          caseNumber
        }
        steps {
          id
          status
          checks {
            id
            verdict
            title(locale: $locale)
            override {
              at
            }
          }
        }
      }
    }
  }
`);

type Details = FileDetailsFragment;
type Check = NonNullable<
  Details['currentRun']
>['tracks'][number]['steps'][number]['checks'][number];

/** The checks that block steps, each once, in the order of tracks and steps. */
function blockingChecks(row: Details | undefined): Check[] {
  const steps = row?.currentRun?.tracks.flatMap((track) => track.steps) ?? [];
  const found = steps
    .filter(({ status }) => status === 'BLOCKED')
    .flatMap(({ checks }) => checks)
    .filter(({ verdict, override }) => verdict === 'BLOCK' && override === null);
  return [...new Map(found.map((check) => [check.id, check])).values()];
}

type Place = Pick<Details, 'cloud' | 'region' | 'shield'>;

export function placeColumns<T>(
  tools: FileTools,
  placeOf: (row: T) => Place | undefined,
): FileColumn<T>[] {
  const { intl } = tools;
  const { coded } = columnsFor<T>(tools);
  return [
    ...coded(
      'cloud',
      (row) => placeOf(row)?.cloud,
      (cloud) => intl.formatMessage({ id: `cloud.${cloud}` }),
    ),
    ...coded(
      'region',
      (row) => placeOf(row)?.region,
      (region) => intl.formatMessage({ id: `region.${region}` }),
    ),
    ...coded(
      'shield',
      (row) => placeOf(row)?.shield,
      (shield) => intl.formatMessage({ id: `shield.${shield}` }),
    ),
  ];
}

/** Last in each file, so that those before stay where programs expect them. */
export function blockColumns<T>(
  tools: FileTools,
  detailsOf: (row: T) => Details | undefined,
): FileColumn<T>[] {
  const { plain } = columnsFor<T>(tools);
  const blockedBy = tools.intl.formatMessage({ id: 'export.column.blockedBy' });
  const code = tools.intl.formatMessage({ id: 'export.code' }, { column: blockedBy });
  const checksOf = (row: T) => blockingChecks(detailsOf(row));
  return [
    plain('blockedBy', (row) =>
      checksOf(row)
        .map(({ title }) => title)
        .join('; '),
    ),
    {
      header: code,
      value: (row) =>
        checksOf(row)
          .map(({ id }) => id)
          .join(' '),
    },
    plain('caseNumber', (row) =>
      detailsOf(row)
        ?.currentRun?.tracks.flatMap(({ ticket }) => ticket?.caseNumber ?? [])
        .join(' '),
    ),
  ];
}
