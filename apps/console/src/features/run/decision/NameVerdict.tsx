/**
 * The check of a configuration's name: nothing if it passes, else observation, cause and remedy.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { VerdictText } from '../../../status/StatusText.tsx';
import { RuleLinks } from '../../../ui/RuleLinks.tsx';
import type { NameCheck } from '../data/useOutgoing.ts';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 4, font: 'body-sm' });
const message = style({ margin: 0, overflowWrap: 'anywhere' });

export function NameVerdict({ check }: { check: NameCheck }) {
  if (check.verdict === 'PASS') return null;
  return (
    <div className={stack} role="status">
      <VerdictText verdict={check.verdict} />
      {[check.observed, check.cause, check.remedy].map((text) =>
        text ? (
          <p key={text} className={message}>
            {text}
          </p>
        ) : null,
      )}
      <RuleLinks rules={check.rules} />
    </div>
  );
}
