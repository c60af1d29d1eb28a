/** What a step's bar and its row say. */
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Party } from '../../../generated/enums.ts';
import { usePartyName, useSpan } from '../../insights/names.ts';
import type { Waited } from '../summary/waitedOn.ts';
import type { StepSpan } from './listSpans.ts';

const PARTY_OF: Readonly<Record<Waited, Party>> = {
  us: 'PARTNER',
  customer: 'CUSTOMER',
  adobe: 'ADOBE',
};

interface SpanTexts {
  /** "3 days", and "—" where no duration is known. */
  time: (span: StepSpan) => string;
  party: (span: StepSpan) => string;
}

export function useSpanTexts(): SpanTexts {
  const intl = useIntl();
  const partyName = usePartyName();
  const formatSpan = useSpan();
  const time = useCallback(
    ({ from, until, isOpen }: StepSpan) => {
      if (from === until) return '—';
      const length = formatSpan((until - from) / 1000);
      return isOpen
        ? intl.formatMessage({ id: 'insights.timeline.soFar' }, { time: length })
        : length;
    },
    [intl, formatSpan],
  );
  const party = useCallback(({ waited }: StepSpan) => partyName(PARTY_OF[waited]), [partyName]);
  return { time, party };
}
