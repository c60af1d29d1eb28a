/** The state of an import: the list, the result of its dry run, the outcome. */
import { useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { OnExisting } from '../../generated/enums.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { IMPORT_ORGANIZATIONS } from './importDocument.ts';
import { keyCountsText } from './keyCountsText.ts';
import { listPreviewLines } from './listPreviewLines.ts';
import type { ImportOutcome } from './listPreviewLines.ts';

interface Choices {
  onExisting: OnExisting;
  startRuns: boolean;
}

export function useImport() {
  const intl = useIntl();
  const announce = useAnnounce();
  const [content, setContent] = useState('');
  const [onExisting, setOnExisting] = useState<OnExisting>('SKIP');
  const [startRuns, setStartRuns] = useState(false);
  const [preview, setPreview] = useState<ImportOutcome>();
  /** What the preview is of; where checking failed, others are chosen by now. */
  const [previewed, setPreviewed] = useState<Choices>();
  const asked = useRef<Choices>(undefined);
  const [done, setDone] = useState<ImportOutcome>();
  const dryRun = useKeywayMutation(IMPORT_ORGANIZATIONS, {
    onDone: (outcome) => {
      setPreview(outcome);
      setPreviewed(asked.current);
      const { created, updated, unchanged, rejected, keys } = outcome;
      const counts = { created, updated, unchanged, rejected: rejected.length };
      const texts = [intl.formatMessage({ id: 'import.counts' }, counts)];
      if (keys) texts.push(keyCountsText(intl, keys));
      announce(texts.join('. '));
    },
  });
  const run = useKeywayMutation(IMPORT_ORGANIZATIONS, {
    evicts: ['organizations', 'bulkJobs'],
    onDone: setDone,
  });
  const lines = useMemo(
    () => (preview ? listPreviewLines(content, preview) : []),
    [content, preview],
  );
  const inputOf = (text: string, chosen: Choices) => ({
    ...{ format: 'CSV' as const, content: text, onExisting: chosen.onExisting },
    ...(chosen.startRuns && { startRuns: true }),
  });
  const choices: Choices = { onExisting, startRuns };
  function check(text: string, chosen = choices) {
    setContent(text);
    asked.current = chosen;
    dryRun.send({ ...inputOf(text, chosen), dryRun: true });
  }
  return {
    lines,
    preview,
    done,
    dryRun,
    run,
    onExisting,
    startRuns,
    /** Whether an import would do what the preview shows. */
    isPreviewed: previewed?.onExisting === onExisting && previewed.startRuns === startRuns,
    check: (text: string) => check(text),
    chooseOnExisting(existing: OnExisting) {
      setOnExisting(existing);
      check(content, { ...choices, onExisting: existing });
    },
    chooseStartRuns(starts: boolean) {
      setStartRuns(starts);
      check(content, { ...choices, startRuns: starts });
    },
    start: () => run.send({ ...inputOf(content, choices), dryRun: false }),
    startOver() {
      setPreview(undefined);
      setDone(undefined);
      // Of another list, it is another decision.
      setStartRuns(false);
      dryRun.reset();
      run.reset();
    },
  };
}
