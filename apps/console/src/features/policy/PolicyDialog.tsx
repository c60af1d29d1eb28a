/** Changes a policy, or lets an organization follow the partner's again. */
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { areSameRules, isComplete, isNeverUsable, rulesOf, toDraft } from './policyDrafts.ts';
import type { PolicyDraft } from './policyDrafts.ts';
import { WithoutApprover } from '../approvers/WithoutApprover.tsx';
import { useUnsavedValues } from '../../routing/useUnsavedChanges.tsx';
import { keepForm } from '../viewer/keptForm.ts';
import { useSignInAgain } from '../viewer/StepUp.tsx';
import { PolicyFormFields } from './PolicyFormFields.tsx';
import { PolicySummary } from './PolicySummary.tsx';
import { hasOutcome, PolicyOutcome } from './PolicyOutcome.tsx';
import { usePolicyEffects } from './usePolicyEffects.ts';
import { VoidedApprovals } from './VoidedApprovals.tsx';
import { usePolicyChange } from './usePolicyChange.ts';
import type { PolicyTarget } from './usePolicyChange.ts';

const FIELDS = ['coolingOffSeconds', 'approvalValidSeconds'] as const;
const full = style({ width: 'full' });

export type PolicyChangeKind = 'change' | 'setOwn' | 'inherit';

interface PolicyDialogProps extends PolicyTarget {
  kind: PolicyChangeKind;
  /** What was typed before signing in again. */
  kept?: PolicyDraft | null;
  onClose: () => void;
}

/** What is kept while the person signs in again. */
export interface KeptPolicy {
  kind: PolicyChangeKind;
  draft: PolicyDraft;
}

export const policyForm = (organizationId: string | null): string =>
  `policy ${organizationId ?? ''}`;

export function PolicyDialog({ kind, kept, onClose, ...target }: PolicyDialogProps) {
  const intl = useIntl();
  const { policy, partner, organizationId } = target;
  const [draft, setDraft] = useState(kept ?? toDraft(policy));
  const { propose, finding, mutation } = usePolicyChange(target, onClose);
  const values: KeptPolicy = { kind, draft };
  const question = useUnsavedValues(values, Boolean(kept));
  const signInAgain = useSignInAgain({
    errors: mutation.errors,
    onLeave: () => keepForm({ form: policyForm(organizationId), values }),
  });
  const isInherited = kind === 'inherit';
  const rules = isInherited ? partner : rulesOf(draft);
  const isUnchanged = kind === 'change' && areSameRules(rules, policy);
  const isUseless = !isInherited && isComplete(draft) && isNeverUsable(rules);
  const isChange = isInherited || (isComplete(draft) && !areSameRules(rules, policy));
  const effects = usePolicyEffects({ rules, isChange: isChange && !isUseless, organizationId });
  const isWarned =
    effects.loosens || (finding.loosening !== null && areSameRules(finding.loosening, rules));
  const outcome = { effects: { ...effects, loosens: isWarned }, isUseless };
  const send = () => void propose(rules, isInherited, isWarned);
  return (
    <FormDialog
      title={intl.formatMessage({ id: `policy.${kind}` })}
      text={intl.formatMessage({
        id: isInherited ? 'policy.inheritText' : 'policy.changeText',
      })}
      confirm={intl.formatMessage({
        id: isWarned ? 'policy.confirmLoosening' : isInherited ? 'policy.inherit' : 'policy.save',
      })}
      variant={isWarned ? 'negative' : 'accent'}
      mutation={mutation}
      fields={isInherited ? [] : FIELDS}
      instead={signInAgain}
      summary={hasOutcome(outcome) ? <PolicyOutcome {...outcome} /> : null}
      isDisabled={!isInherited && (!isComplete(draft) || isUnchanged || isUseless)}
      onSubmit={send}
      onClose={onClose}
    >
      {isInherited ? (
        <PolicySummary policy={partner} />
      ) : (
        <PolicyFormFields draft={draft} errors={mutation.errors} onChange={setDraft} />
      )}
      {effects.withoutApprover ? (
        <WithoutApprover
          found={effects.withoutApprover}
          fourEyes={rules.fourEyes}
          organizationId={organizationId}
        />
      ) : null}
      {effects.approvals ? <VoidedApprovals found={effects.approvals} /> : null}
      {isUseless ? (
        <Notice
          variant="negative"
          title={intl.formatMessage({ id: 'policy.neverUsable' })}
          text={intl.formatMessage({ id: 'policy.neverUsableText' })}
        />
      ) : null}
      {finding.hasConflict ? (
        <Notice
          variant="notice"
          title={intl.formatMessage({ id: 'policy.conflict' })}
          text={intl.formatMessage({ id: 'policy.conflictText' })}
        >
          <PolicySummary policy={isInherited ? partner : policy} />
        </Notice>
      ) : null}
      {isWarned ? (
        <Notice
          variant="negative"
          title={intl.formatMessage({ id: 'policy.loosens' })}
          text={intl.formatMessage({
            id: organizationId === null ? 'policy.loosensAll' : 'policy.loosensOne',
          })}
        />
      ) : null}
      {finding.failure ? (
        <ErrorState
          what={intl.formatMessage({ id: 'policy.compareFailed' })}
          error={finding.failure}
          onRetry={send}
        />
      ) : null}
      {question}
    </FormDialog>
  );
}

interface NoticeProps {
  variant: 'notice' | 'negative';
  title: string;
  text: string;
  children?: ReactNode;
}

/** Has the role of an alert: it is read out when it appears, as it changes what the button does. */
function Notice({ variant, title, text, children }: NoticeProps) {
  return (
    <InlineAlert variant={variant} styles={full}>
      <Heading level={3}>{title}</Heading>
      <Content>
        {text}
        {children}
      </Content>
    </InlineAlert>
  );
}
