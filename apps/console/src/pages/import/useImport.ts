/**
 * The way of an import: a list is looked at without writing anything, then written, then another
 * may come.
 */
import { useApolloClient } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import type { OnExisting } from '../../generated/enums.ts';
import type { ImportOrganizationsMutation } from '../../generated/graphql.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { useRefusable } from '../../ui/useRefusable.ts';
import { previewRows } from './csvPreview.ts';
import { IMPORT_ORGANIZATIONS } from '../organizations/organizationDocuments.ts';

export type Outcome = ImportOrganizationsMutation['importOrganizations'];

export function useImport() {
  const intl = useIntl();
  const client = useApolloClient();
  const announce = useAnnounce();
  const [content, setContent] = useState<string>();
  const [preview, setPreview] = useState<Outcome>();
  const [done, setDone] = useState<Outcome>();
  const [onExisting, setOnExisting] = useState<OnExisting>('SKIP');
  const { submit, isPending, refusals, clear } = useRefusable(
    IMPORT_ORGANIZATIONS,
    (data) => data.importOrganizations.userErrors,
  );
  const rows = useMemo(
    () => (content && preview ? previewRows(content, preview.rejected, preview.updates) : []),
    [content, preview],
  );
  async function look(text: string, existing = onExisting) {
    setContent(text);
    const data = await submit({
      input: { format: 'CSV', content: text, dryRun: true, onExisting: existing },
    });
    if (!data) return;
    const { created, updated, unchanged, rejected } = data.importOrganizations;
    setPreview(data.importOrganizations);
    announce(
      intl.formatMessage(
        { id: 'import.counts' },
        { created, updated, unchanged, rejected: rejected.length },
      ),
    );
  }
  async function run() {
    if (!content) return;
    const data = await submit({ input: { format: 'CSV', content, dryRun: false, onExisting } });
    if (!data) return;
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'organizations' });
    setDone(data.importOrganizations);
  }
  /** The same list under the other rule. */
  function choose(existing: OnExisting) {
    setOnExisting(existing);
    if (content) void look(content, existing);
  }
  function startOver() {
    setContent(undefined);
    setPreview(undefined);
    setDone(undefined);
    clear();
  }
  return { rows, preview, done, isPending, refusals, onExisting, choose, look, run, startOver };
}
