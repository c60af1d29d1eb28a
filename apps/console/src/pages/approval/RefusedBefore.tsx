/** What was refused before this request, and whether the facts are still the same. */
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { TrackView } from '../../features/run/data/runFields.ts';
import { Quoted } from '../../ui/Quoted.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

const box = style({ marginBottom: 24 });
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 8, alignItems: 'start' });

type Approval = NonNullable<TrackView['approval']>;

interface RefusedBeforeProps {
  refusal: NonNullable<Approval['refusedBefore']>;
}

export function RefusedBefore({
  refusal: { by: name, at, reason, factsChanged },
}: RefusedBeforeProps) {
  const intl = useIntl();
  return (
    <div className={box}>
      <InlineAlert variant="notice">
        <Heading level={2}>
          {intl.formatMessage({ id: 'run.approval.refusedBefore' }, { name })}
        </Heading>
        <Content>
          <div className={stack}>
            <RelativeTime at={at} />
            {reason ? <Quoted text={reason} /> : null}
            <span>
              {intl.formatMessage({
                id: factsChanged ? 'run.approval.sinceChanged' : 'run.approval.sinceSame',
              })}
            </span>
          </div>
        </Content>
      </InlineAlert>
    </div>
  );
}
