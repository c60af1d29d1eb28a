/** Bulk jobs as tests of the API start, work off and read them. */
import type { Client, Payload } from './aServer.ts';
import type { Served } from './servedTests.ts';

const JOB = `id action track status total done refused skipped startedBy endedAt cancelledBy
  items(first: 100) { totalCount nodes { organization { id } run { id status } status code message(locale: "es") } }`;

export interface BulkTests {
  workAll: () => Promise<void>;
  start: (input: object, by?: Client) => Promise<string>;
  /** The fields of a job that tests read. */
  fields: string;
  shown: (id: string, by?: Client, fields?: string) => Promise<Payload>;
  preview: (args: string, by?: Client) => Promise<Payload>;
}

export const bulkTests = (served: Served): BulkTests => ({
  fields: JOB,
  workAll: async () => {
    while ((await served.server.store.bulk.work()) > 0);
  },
  start: async (input, by = served.owner) =>
    (await by.must('startBulk', { ...input }, 'job { id }')).job.id as string,
  shown: async (id, by = served.owner, fields = JOB) =>
    (await by.ask(`query($id: ID!) { node(id: $id) { ... on BulkJob { ${fields} } } }`, { id }))
      .node,
  preview: async (args, by = served.owner) =>
    (
      await by.ask(
        `{ bulkPreview(${args}) { affected blockedCount eligible { id } blocked { organization { id } code message } } }`,
      )
    ).bulkPreview,
});
