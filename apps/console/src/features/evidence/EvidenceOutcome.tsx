/** What became of a download, as far as the page knows. */
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { EvidenceDownload } from './useEvidenceDownload.ts';

const full = style({ width: 'full' });

export function EvidenceOutcome({ download }: { download: EvidenceDownload }) {
  const { state, retrySeconds } = download;
  const intl = useIntl();
  if (state === 'idle' || state === 'asking') return null;
  return (
    <InlineAlert variant={state === 'begun' ? 'informative' : 'negative'} styles={full}>
      <Heading>{intl.formatMessage({ id: `evidence.outcome.${state}` })}</Heading>
      <Content>
        {intl.formatMessage({ id: `evidence.outcomeText.${state}` })}
        {retrySeconds === null ? null : (
          <> {intl.formatMessage({ id: 'evidence.retry' }, { seconds: retrySeconds })}</>
        )}
      </Content>
    </InlineAlert>
  );
}
