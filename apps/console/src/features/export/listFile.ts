/** What a file of a list holds: its columns, and how the pages of the list are read. */
import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { IntlShape } from 'react-intl';
import type { Actor } from '../../generated/enums.ts';
import type texts from '../../messages/export.en.json';
import type { Cell } from './csv.ts';

/** The longest page of the API. */
export const FILE_PAGE = 100;

/** What files are made with. */
export interface FileTools {
  intl: IntlShape;
  client: ApolloClient;
  locale: string;
  nameOf: (actor: Actor) => string;
}

interface FilePage {
  rows: readonly (readonly Cell[])[];
  /** Null: the last page. */
  next: string | null;
  /** How many rows there are, where the server counts them. */
  total?: number | undefined;
}

export interface ListFile {
  /** Part of the file's name. */
  name: string;
  header: readonly string[];
  read: (after: string | null) => Promise<FilePage>;
}

export interface FileColumn<T> {
  header: string;
  value: (row: T) => Cell;
}

interface Connection<T> {
  totalCount?: number | undefined;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  edges: readonly { node: T }[];
}

interface ListFileOf<T> {
  name: string;
  /** Whether it is of some of the list: its name says so. */
  isFiltered?: boolean;
  columns: readonly FileColumn<T>[];
  page: (after: string | null) => Promise<Connection<T>>;
}

/** A file with a line for each node of a connection. */
export function listFile<T>({ name, isFiltered, columns, page }: ListFileOf<T>): ListFile {
  return {
    name: isFiltered ? `${name}-filtered` : name,
    header: columns.map(({ header }) => header),
    read: async (after) => {
      const { totalCount, pageInfo, edges } = await page(after);
      return {
        rows: edges.map(({ node }) => columns.map(({ value }) => value(node))),
        next: pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null,
        total: totalCount,
      };
    },
  };
}

/** A file of rows that are here already. */
export function rowsFile<T>(
  name: string,
  columns: readonly FileColumn<T>[],
  rows: readonly T[],
): ListFile {
  const pageInfo = { hasNextPage: false };
  const edges = rows.map((node) => ({ node }));
  return listFile({
    name,
    columns,
    page: () => Promise.resolve({ totalCount: rows.length, pageInfo, edges }),
  });
}

/** What the server answers now, past the cache, which would keep every page. */
export async function readNow<TData, TVariables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<TData, TVariables>,
  variables: NoInfer<TVariables>,
): Promise<TData> {
  const { data } = await client.query<TData, OperationVariables>({
    ...{ query, variables, fetchPolicy: 'no-cache' },
  });
  if (!data) throw new Error('The server answered without data');
  return data as TData;
}

type ColumnOf<Id> = Id extends `export.column.${infer Column}` ? Column : never;
type ColumnId = ColumnOf<keyof typeof texts>;

/** Makes the columns of a file with the headers of the person's language. */
export function columnsFor<T>({ intl }: Pick<FileTools, 'intl'>) {
  const headerOf = (id: ColumnId) => intl.formatMessage({ id: `export.column.${id}` });
  const codeHeaderOf = (id: ColumnId) =>
    intl.formatMessage({ id: 'export.code' }, { column: headerOf(id) });
  /** Columns of texts, and of the codes that programs read. */
  const listed = <C extends string>(
    id: ColumnId,
    codes: (row: T) => readonly C[],
    word: (code: C) => string,
  ): FileColumn<T>[] => [
    { header: headerOf(id), value: (row) => codes(row).map(word).join(', ') },
    { header: codeHeaderOf(id), value: (row) => codes(row).join(' ') },
  ];
  return {
    plain: (id: ColumnId, value: (row: T) => Cell): FileColumn<T> => ({
      header: headerOf(id),
      value,
    }),
    listed,
    /** The same of one code, or none. */
    coded: <C extends string>(
      id: ColumnId,
      code: (row: T) => C | null | undefined,
      word: (code: C) => string,
    ): FileColumn<T>[] =>
      listed(
        id,
        (row) => {
          const found = code(row);
          return found ? [found] : [];
        },
        word,
      ),
  };
}
