/** The rules as rows: the claim, its value, and what they give. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { formatGrant } from '../../features/people/formatGrant.ts';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { hasProviders } from './ruleDrafts.ts';
import type { Rule, RuleProvider } from './ruleDrafts.ts';

const mono = style({ font: 'code-sm', overflowWrap: 'anywhere' });
const buttons = style({ display: 'flex', flexWrap: 'wrap', gap: 8 });
const name = style({ display: 'inline-flex', alignItems: 'center', columnGap: 8 });

interface RuleTableProps {
  rules: readonly Rule[];
  providers: readonly RuleProvider[];
  isRefused: (index: number) => boolean;
  onEdit: (index: number) => void;
  onRemove: (index: number) => void;
}

export function RuleTable({ rules, providers, isRefused, onEdit, onRemove }: RuleTableProps) {
  const intl = useIntl();
  const nameOf = ({ issuer }: Rule) =>
    providers.find((one) => issuer === null || one.issuer === issuer)?.name ??
    intl.formatMessage({ id: 'rule.providerGone' }, { issuer });
  return (
    <DataTable
      label={intl.formatMessage({ id: 'rule.title' })}
      rows={rules.map((rule, index) => ({ rule, index }))}
      rowKey={({ index }) => String(index)}
      columns={[
        {
          key: 'claim',
          header: intl.formatMessage({ id: 'rule.claim' }),
          cell: ({ rule, index }) => (
            <span className={name}>
              {isRefused(index) ? (
                <IndicatorIcon
                  shape="cross"
                  tone="negative"
                  label={intl.formatMessage({ id: 'rule.refused' })}
                />
              ) : null}
              <code className={mono}>{rule.claim}</code>
            </span>
          ),
        },
        {
          key: 'value',
          header: intl.formatMessage({ id: 'rule.value' }),
          cell: ({ rule }) => <code className={mono}>{rule.value}</code>,
        },
        ...(hasProviders(rules, providers)
          ? [
              {
                key: 'provider',
                header: intl.formatMessage({ id: 'rule.provider' }),
                cell: ({ rule }: { rule: Rule }) => <bdi>{nameOf(rule)}</bdi>,
              },
            ]
          : []),
        {
          key: 'grant',
          header: intl.formatMessage({ id: 'rule.gives' }),
          cell: ({ rule }) => <bdi>{formatGrant(rule.grant, intl)}</bdi>,
        },
        {
          key: 'actions',
          header: intl.formatMessage({ id: 'members.actions' }),
          cell: ({ rule, index }) => (
            <span className={buttons}>
              <ActionButton
                size="S"
                aria-label={intl.formatMessage({ id: 'rule.editOf' }, { value: rule.value })}
                onPress={() => onEdit(index)}
              >
                {intl.formatMessage({ id: 'organization.edit' })}
              </ActionButton>
              <ActionButton
                size="S"
                aria-label={intl.formatMessage({ id: 'rule.removeOf' }, { value: rule.value })}
                onPress={() => onRemove(index)}
              >
                {intl.formatMessage({ id: 'members.remove' })}
              </ActionButton>
            </span>
          ),
        },
      ]}
    />
  );
}
