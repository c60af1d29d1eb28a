/** What saving a policy does, each in a line: stays in view above the buttons. */
import AlertIcon from '@react-spectrum/s2/icons/AlertTriangle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { WithoutApproverTitle } from '../approvers/WithoutApprover.tsx';
import type { PolicyEffects } from './usePolicyEffects.ts';
import { heldTitle, voidedTitle } from './VoidedApprovals.tsx';

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  font: 'ui',
});
const item = style({ display: 'flex', alignItems: 'start', columnGap: 8, minWidth: 0 });
const icon = style({ flexShrink: 0 });

export interface PolicyOutcomeProps {
  effects: PolicyEffects;
  isUseless: boolean;
}

export const hasOutcome = ({ effects, isUseless }: PolicyOutcomeProps): boolean =>
  isUseless ||
  effects.loosens ||
  effects.withoutApprover !== null ||
  (effects.approvals?.totalCount ?? 0) > 0 ||
  (effects.approvals?.held.totalCount ?? 0) > 0;

export function PolicyOutcome({ effects, isUseless }: PolicyOutcomeProps) {
  const intl = useIntl();
  const { loosens, approvals, withoutApprover } = effects;
  const lines = [
    isUseless && intl.formatMessage({ id: 'policy.neverUsable' }),
    loosens && intl.formatMessage({ id: 'policy.loosens' }),
    approvals && approvals.totalCount > 0 && voidedTitle(approvals, intl),
    approvals && approvals.held.totalCount > 0 && heldTitle(approvals, intl),
  ];
  return (
    <ul className={list} aria-label={intl.formatMessage({ id: 'policy.outcome' })}>
      {withoutApprover ? (
        <Line>
          <WithoutApproverTitle found={withoutApprover} />
        </Line>
      ) : null}
      {lines.map((line) => (line ? <Line key={line}>{line}</Line> : null))}
    </ul>
  );
}

const Line = ({ children }: { children: ReactNode }) => (
  <li className={item}>
    <span className={icon}>
      <AlertIcon aria-hidden="true" />
    </span>
    <span>{children}</span>
  </li>
);
