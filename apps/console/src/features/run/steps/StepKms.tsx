/** What was read in AWS KMS; null on Azure, and in steps that read nothing there. */
import { Part, lazyPart } from '../../../ui/lazyPart.tsx';
import { ListSkeleton } from '../../../ui/Skeleton.tsx';
import { useRunActions } from '../actions/RunActions.tsx';
import type { StepView } from '../data/runFields.ts';

const kmsPart = lazyPart(async () => (await import('../kms/KmsPart.tsx')).KmsPart);

export function StepKms({ step: { id } }: { step: StepView }) {
  const { run } = useRunActions();
  if (run.organization.cloud !== 'AWS' || (id !== 'KEY' && id !== 'POLICY')) return null;
  return (
    <Part part={kmsPart} isWanted props={{ runId: run.id, version: run.version, step: id }}>
      <ListSkeleton rows={4} columns={2} />
    </Part>
  );
}
