/** The state of an import: the list, the result of its dry run, the outcome. */
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { OnExisting } from '../../generated/enums.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { IMPORT_ORGANIZATIONS } from './importDocument.ts';
import { listPreviewLines } from './listPreviewLines.ts';
import type { ImportOutcome } from './listPreviewLines.ts';

export function useImport() {
  const intl = useIntl();
  const announce = useAnnounce();
  const [content, setContent] = useState('');
  const [onExisting, setOnExisting] = useState<OnExisting>('SKIP');
  const [preview, setPreview] = useState<ImportOutcome>();
  const [done, setDone] = useState<ImportOutcome>();
  const dryRun = useKeywayMutation(IMPORT_ORGANIZATIONS, {
    onDone: (outcome) => {
      setPreview(outcome);
      const { created, updated, unchanged, rejected } = outcome;
      const counts = { created, updated, unchanged, rejected: rejected.length };
      announce(intl.formatMessage({ id: 'import.counts' }, counts));
    },
  });
  const run = useKeywayMutation(IMPORT_ORGANIZATIONS, {
    evicts: ['organizations'],
    onDone: setDone,
  });
  const lines = useMemo(
    () => (preview ? listPreviewLines(content, preview) : []),
    [content, preview],
  );
  function check(text: string, existing = onExisting) {
    setContent(text);
    dryRun.send({ format: 'CSV', content: text, dryRun: true, onExisting: existing });
  }
  return {
    lines,
    preview,
    done,
    dryRun,
    run,
    onExisting,
    check,
    chooseOnExisting(existing: OnExisting) {
      setOnExisting(existing);
      check(content, existing);
    },
    start: () => run.send({ format: 'CSV', content, dryRun: false, onExisting }),
    startOver() {
      setPreview(undefined);
      setDone(undefined);
      dryRun.reset();
      run.reset();
    },
  };
}
