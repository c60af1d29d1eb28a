/** At the top of the page: who refused the request, when and why, and what to do now. */
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { TrackView } from '../../features/run/data/runFields.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Quoted } from '../../ui/Quoted.tsx';

const box = style({ marginBottom: 24 });
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 8, alignItems: 'start' });

interface RefusalNoticeProps {
  approval: NonNullable<TrackView['approval']>;
  mayRequest: boolean;
  /** Brings the person to the form at the end of the page. */
  onRequest: () => void;
}

export function RefusalNotice({ approval, mayRequest, onRequest }: RefusalNoticeProps) {
  const intl = useIntl();
  const { decidedBy: name, decidedAt, reason } = approval;
  if (!name || !decidedAt) return null;
  return (
    <div className={box}>
      <InlineAlert variant="negative">
        <Heading level={2}>
          {intl.formatMessage({ id: 'run.approval.refusedBy' }, { name })}
        </Heading>
        <Content>
          <div className={stack}>
            <RelativeTime at={decidedAt} />
            {reason ? <Quoted text={reason} /> : null}
            <span>
              {intl.formatMessage({
                id: mayRequest ? 'run.approval.afterRefusal' : 'run.approval.nextRefused',
              })}
            </span>
            {mayRequest ? (
              <span data-print="hidden">
                <Button size="S" variant="secondary" onPress={onRequest}>
                  {intl.formatMessage({ id: 'run.approval.toRequest' })}
                </Button>
              </span>
            ) : null}
          </div>
        </Content>
      </InlineAlert>
    </div>
  );
}
