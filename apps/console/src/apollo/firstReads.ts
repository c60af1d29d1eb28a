/** What a page's code reads as soon as it is there, before React has rendered anything of it. */
import type { ApolloClient } from '@apollo/client';
import { beginLiveConnection } from './liveConnection.ts';

type Read = (client: ApolloClient) => void;

const reads: Read[] = [];

/** For the code of a page: called where a browser opens the console with that page. */
export function addFirstRead(read: Read): void {
  reads.push(read);
}

/** What is read is as old as this: live updates that begin much later make pages read it again. */
export function beginFirstReads(client: ApolloClient): void {
  if (reads.length === 0) return;
  beginLiveConnection();
  for (const read of reads) read(client);
}
