/** One rule: the claim, its value and what it gives. It is saved with the others. */
import {
  Button,
  ButtonGroup,
  Content,
  Dialog,
  Form,
  Heading,
  Picker,
  PickerItem,
  TextField,
} from '@react-spectrum/s2';
import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { useIntl } from 'react-intl';
import { toDraft } from '../../features/people/grantDrafts.ts';
import { OneGrantFields } from '../../features/people/GrantFields.tsx';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { hasProviders } from './ruleDrafts.ts';
import type { Rule, RuleProvider } from './ruleDrafts.ts';

const EMPTY = { key: 0, role: 'AUDITOR', isEverywhere: false, organization: null } as const;

interface RuleDialogProps {
  /** Undefined: a new one. */
  rule?: Rule;
  providers: readonly RuleProvider[];
  onDone: (rule: Rule) => void;
  onClose: () => void;
}

export function RuleDialog({ rule, providers, onDone, onClose }: RuleDialogProps) {
  const intl = useIntl();
  const formId = useId();
  const [issuer, setIssuer] = useState(
    // For one that is gone, another is chosen.
    providers.find((one) => one.issuer === rule?.issuer)?.issuer ?? null,
  );
  const asksProvider = hasProviders(rule ? [rule] : [], providers);
  const [claim, setClaim] = useState(rule?.claim ?? 'groups');
  const [value, setValue] = useState(rule?.value ?? '');
  const [grant, setGrant] = useState(rule ? toDraft(rule.grant, 0) : EMPTY);
  const isComplete =
    (!asksProvider || issuer !== null) &&
    claim.trim() !== '' &&
    value.trim() !== '' &&
    (grant.isEverywhere || grant.organization !== null);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isComplete) return;
    const { role, isEverywhere, organization } = grant;
    onDone({
      issuer,
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
          {asksProvider ? (
            <Picker
              label={intl.formatMessage({ id: 'rule.provider' })}
              description={intl.formatMessage({ id: 'rule.providerHelp' })}
              isRequired
              selectedKey={issuer}
              onSelectionChange={chooseFrom(
                providers.map((one) => one.issuer),
                setIssuer,
              )}
            >
              {providers.map((one) => (
                <PickerItem key={one.issuer} id={one.issuer}>
                  {one.name}
                </PickerItem>
              ))}
            </Picker>
          ) : null}
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
