/** Adding one organization, judged as it is typed. */
import { useApolloClient } from '@apollo/client/react';
import { Button, ButtonGroup, Checkbox, Form, LinkButton, Picker, PickerItem, Radio, RadioGroup, TextField } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useIntl } from 'react-intl';
import type { Cloud, Region, Shield } from '../../generated/enums.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RefusalNotice, refusalFor } from '../../ui/RefusalNotice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useRefusable } from '../../ui/useRefusable.ts';
import { SHIELDS, regionsOf } from './organizationChoices.ts';
import { CREATE_ORGANIZATION } from './organizationDocuments.ts';
import { imsDigits, imsOrgIdProblem, nameProblem, tenantProblem } from './organizationInput.ts';
import type { InputProblem } from './organizationInput.ts';

const column = style({ maxWidth: 560, display: 'flex', flexDirection: 'column', rowGap: 16 });
const buttons = style({ marginTop: 8 });

interface Draft {
  name: string;
  imsOrgId: string;
  cloud: Cloud;
  region: Region;
  shield: Shield | null;
  ownsCja: boolean;
  azureTenantId: string;
}

const EMPTY: Draft = { name: '', imsOrgId: '', cloud: 'AZURE', region: 'VA7', shield: null, ownsCja: false, azureTenantId: '' };

export function NewOrganizationPage() {
  const intl = useIntl();
  const client = useApolloClient();
  const navigate = useNavigate();
  const title = intl.formatMessage({ id: 'organizations.new.title' });
  usePageTitle(title);
  const [draft, setDraft] = useState(EMPTY);
  const [left, setLeft] = useState<ReadonlySet<keyof Draft>>(new Set());
  const { submit, isPending, refusals, clear } = useRefusable(CREATE_ORGANIZATION, (data) => data.createOrganization.userErrors);
  const problems = {
    name: nameProblem(draft.name),
    imsOrgId: imsOrgIdProblem(draft.imsOrgId),
    azureTenantId: draft.cloud === 'AZURE' ? tenantProblem(draft.azureTenantId) : null,
  };
  const change = (part: Partial<Draft>) => {
    setDraft((old) => ({ ...old, ...part }));
    clear();
  };
  const leave = (field: keyof Draft) => setLeft((old) => new Set([...old, field]));
  const fault = (field: 'name' | 'imsOrgId' | 'azureTenantId') => {
    const problem: InputProblem | null = left.has(field) ? problems[field] : null;
    return problem ? intl.formatMessage({ id: `input.${problem}` }) : refusalFor(refusals, field);
  };
  async function save(event: FormEvent) {
    event.preventDefault();
    setLeft(new Set(['name', 'imsOrgId', 'azureTenantId', 'shield']));
    if (problems.name || problems.imsOrgId || problems.azureTenantId || !draft.shield) return;
    const { azureTenantId, shield, ...rest } = draft;
    const input = { ...rest, name: draft.name.trim(), imsOrgId: draft.imsOrgId.trim(), shield };
    const data = await submit({
      input: { ...input, azureTenantId: draft.cloud === 'AZURE' && azureTenantId.trim() ? azureTenantId.trim() : null },
    });
    const made = data?.createOrganization.organization;
    if (!made) return;
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'organizations' });
    void navigate({ to: '/organizations/$organizationId', params: { organizationId: made.id } });
  }
  const unplaced = refusals.filter((one) => !['name', 'imsOrgId', 'azureTenantId'].includes(one.field?.[0] ?? ''));
  const digits = imsDigits(draft.imsOrgId);
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'organizations.new.text' })}</PageHeader>
      <div className={column}>
        <RefusalNotice errors={unplaced} />
        <Form onSubmit={(event) => void save(event)} validationBehavior="aria" size="L">
          <TextField
            label={intl.formatMessage({ id: 'organizations.name' })}
            isRequired
            autoFocus
            value={draft.name}
            onChange={(name) => change({ name })}
            onBlur={() => leave('name')}
            isInvalid={Boolean(fault('name'))}
            errorMessage={fault('name')}
          />
          <TextField
            label={intl.formatMessage({ id: 'common.imsOrgId' })}
            description={
              digits > 0 && digits < 24
                ? intl.formatMessage({ id: 'organizations.imsDigits' }, { digits })
                : intl.formatMessage({ id: 'organizations.imsHelp' })
            }
            isRequired
            spellCheck="false"
            autoComplete="off"
            value={draft.imsOrgId}
            onChange={(imsOrgId) => change({ imsOrgId })}
            onBlur={() => leave('imsOrgId')}
            isInvalid={Boolean(fault('imsOrgId'))}
            errorMessage={fault('imsOrgId')}
          />
          <RadioGroup
            label={intl.formatMessage({ id: 'organizations.cloud' })}
            orientation="horizontal"
            value={draft.cloud}
            onChange={(value) => {
              const cloud = value as Cloud;
              change({ cloud, region: regionsOf(cloud)[0] ?? 'VA7' });
            }}
          >
            <Radio value="AZURE">{intl.formatMessage({ id: 'cloud.AZURE' })}</Radio>
            <Radio value="AWS">{intl.formatMessage({ id: 'cloud.AWS' })}</Radio>
          </RadioGroup>
          <Picker
            label={intl.formatMessage({ id: 'organizations.region' })}
            description={intl.formatMessage({ id: 'organizations.regionHelp' })}
            selectedKey={draft.region}
            onSelectionChange={(key) => change({ region: key as Region })}
            items={regionsOf(draft.cloud).map((id) => ({ id, name: intl.formatMessage({ id: `region.${id}` }) }))}
          >
            {(item) => <PickerItem id={item.id}>{item.name}</PickerItem>}
          </Picker>
          <RadioGroup
            label={intl.formatMessage({ id: 'organizations.shield' })}
            description={draft.cloud === 'AWS' ? intl.formatMessage({ id: 'organizations.shieldAws' }) : undefined}
            isRequired
            value={draft.shield ?? ''}
            onChange={(value) => change({ shield: value as Shield })}
            isInvalid={left.has('shield') && !draft.shield}
            errorMessage={intl.formatMessage({ id: 'input.required' })}
          >
            {SHIELDS.map((shield) => (
              <Radio key={shield} value={shield}>
                {intl.formatMessage({ id: `shield.${shield}` })}
              </Radio>
            ))}
          </RadioGroup>
          <Checkbox isSelected={draft.ownsCja} onChange={(ownsCja) => change({ ownsCja })}>
            {intl.formatMessage({ id: 'organizations.ownsCja' })}
          </Checkbox>
          {draft.cloud === 'AZURE' ? (
            <TextField
              label={intl.formatMessage({ id: 'organizations.tenant' })}
              description={intl.formatMessage({ id: 'organizations.tenantHelp' })}
              spellCheck="false"
              autoComplete="off"
              value={draft.azureTenantId}
              onChange={(azureTenantId) => change({ azureTenantId })}
              onBlur={() => leave('azureTenantId')}
              isInvalid={Boolean(fault('azureTenantId'))}
              errorMessage={fault('azureTenantId')}
            />
          ) : null}
          <ButtonGroup styles={buttons}>
            <Button type="submit" variant="accent" isPending={isPending}>
              {intl.formatMessage({ id: 'organizations.add' })}
            </Button>
            <LinkButton variant="secondary" href="/organizations">
              {intl.formatMessage({ id: 'common.cancel' })}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </div>
    </>
  );
}
