/** What was read in AWS: the key in the step KEY, and the policy of it in POLICY. */
import { useEffect, useRef } from 'react';
import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import { KmsTexts } from './KmsTexts.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../../ui/Skeleton.tsx';
import { KeyPolicyReview } from './KeyPolicyReview.tsx';
import { KmsKeyFacts } from './KmsKeyFacts.tsx';
import { RUN_KMS } from './kmsDocument.ts';

interface KmsPartProps {
  runId: string;
  /** Of the run: it is read again when that grows. */
  version: number;
  step: 'KEY' | 'POLICY';
}

export const KmsPart = (props: KmsPartProps) => (
  <KmsTexts>
    <Read {...props} />
  </KmsTexts>
);

function Read({ runId, version, step }: KmsPartProps) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const { data, previousData, error, refetch } = useQuery(RUN_KMS, {
    variables: { id: runId, locale },
    fetchPolicy: 'no-cache',
  });
  const readVersion = useRef(version);
  useEffect(() => {
    if (readVersion.current === version) return;
    readVersion.current = version;
    void refetch().catch(() => undefined);
  }, [version, refetch]);
  const known = data ?? previousData;
  if (!known)
    return error ? (
      <ErrorState
        what={intl.formatMessage({ id: `kms.failed.${step}` })}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
      />
    ) : (
      <ListSkeleton rows={4} columns={2} />
    );
  const track = known.run?.tracks.find(({ id }) => id === 'AEP');
  if (step === 'KEY') return track?.kmsKey ? <KmsKeyFacts kmsKey={track.kmsKey} /> : null;
  return track?.keyPolicy ? (
    <KeyPolicyReview review={track.keyPolicy} pasted={known.history} />
  ) : null;
}
