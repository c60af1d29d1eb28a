/** Rule numbers such as `VAL-10`, each with a link to the rule. */
import { Link } from '@tanstack/react-router';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';

const list = style({
  font: 'code-xs',
  color: 'neutral-subdued',
  display: 'inline-flex',
  flexWrap: 'wrap',
  columnGap: 8,
  rowGap: 4,
});

export function RuleLinks({ rules }: { rules: readonly string[] }) {
  const intl = useIntl();
  return (
    <span className={list}>
      {rules.map((rule) => (
        <Link
          key={rule}
          to="/rules"
          search={{ text: rule }}
          className="kw-rule"
          activeProps={{}}
          aria-label={intl.formatMessage({ id: 'rules.link' }, { rule })}
        >
          {rule}
        </Link>
      ))}
    </span>
  );
}
