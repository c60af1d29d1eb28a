/** One rule: the claim, its value and what it gives. It is saved with the others. */
import { Button, ButtonGroup, Content, Dialog, Form, Heading, TextField } from '@react-spectrum/s2';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { toDraft } from '../../features/people/grantDrafts.ts';
import { OneGrantFields } from '../../features/people/GrantFields.tsx';
import type { Rule } from './ruleDrafts.ts';

const EMPTY = { key: 0, role: 'AUDITOR', isEverywhere: false, organization: null } as const;

interface RuleDialogProps {
  /** Undefined: a new one. */
  rule?: Rule;
  onDone: (rule: Rule) => void;
  onClose: () => void;
}

export function RuleDialog({ rule, onDone, onClose }: RuleDialogProps) {
  const intl = useIntl();
  const formId = useId();
  const [claim, setClaim] = useState(rule?.claim ?? 'groups');
  const [value, setValue] = useState(rule?.value ?? '');
  const [grant, setGrant] = useState(rule ? toDraft(rule.grant, 0) : EMPTY);
  const isComplete =
    claim.trim() !== '' &&
    value.trim() !== '' &&
    (grant.isEverywhere || grant.organization !== null);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isComplete) return;
    const { role, isEverywhere, organization } = grant;
    onDone({
      claim: claim.trim(),
      value: value.trim(),
      grant: { role, organization: isEverywhere ? null : organization },
    });
  }
  return (
    <Dialog size="M">
      <Heading slot="title">{intl.formatMessage({ id: rule ? 'rule.edit' : 'rule.add' })}</Heading>
      <Content>
        <Form id={formId} onSubmit={submit} validationBehavior="aria">
          <TextField
            label={intl.formatMessage({ id: 'rule.claim' })}
            description={intl.formatMessage({ id: 'rule.claimHelp' })}
            isRequired
            value={claim}
            onChange={setClaim}
          />
          <TextField
            label={intl.formatMessage({ id: 'rule.value' })}
            description={intl.formatMessage({ id: 'rule.valueHelp' })}
            isRequired
            autoFocus
            value={value}
            onChange={setValue}
          />
          <OneGrantFields
            grant={grant}
            onChange={(changed) => setGrant((before) => ({ ...before, ...changed }))}
          />
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          {intl.formatMessage({ id: 'common.cancel' })}
        </Button>
        <Button type="submit" form={formId} variant="accent" isDisabled={!isComplete}>
          {intl.formatMessage({ id: rule ? 'rule.apply' : 'rule.add' })}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
