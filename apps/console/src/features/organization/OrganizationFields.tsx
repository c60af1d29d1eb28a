/** The fields of an organization. */
import { Checkbox, Radio, RadioGroup, TextField } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import type { Cloud, Region, Shield } from '../../generated/enums.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { CLOUDS, SHIELDS, listRegions } from './organizationChoices.ts';
import { countImsDigits } from './organizationInput.ts';

export interface Draft {
  name: string;
  imsOrgId: string;
  cloud: Cloud;
  /** Null until it is chosen: none is more likely, and a wrong one can't be corrected later. */
  region: Region | null;
  shield: Shield | null;
  ownsCja: boolean;
  azureTenantId: string;
}

export interface OrganizationDraft {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  /** To call on blur: the field then shows its problem. */
  touch: (field: TypedField) => void;
  /** The problem of a field after blur, or why the server refused it. */
  errorOf: (field: TypedField) => string | undefined;
  /** Whether a choice is missing, once the form was sent. */
  lacks: (field: 'region' | 'shield') => boolean;
  /** Absent: every field is shown. */
  isShown?: (field: keyof Draft) => boolean;
}

/** Fields that show their own message. A form shows the messages about other fields above them. */
export const TYPED_FIELDS = ['name', 'imsOrgId', 'azureTenantId'] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];

export function OrganizationFields(fields: OrganizationDraft) {
  return (
    <>
      <IdentityFields {...fields} />
      <HostingFields {...fields} />
      <LicenseFields {...fields} />
      {fields.draft.cloud === 'AZURE' && shows(fields, 'azureTenantId') ? (
        <TenantField {...fields} />
      ) : null}
    </>
  );
}

const shows = ({ isShown }: OrganizationDraft, field: keyof Draft): boolean =>
  isShown?.(field) ?? true;

function IdentityFields(fields: OrganizationDraft) {
  const { draft, change, touch, errorOf } = fields;
  const intl = useIntl();
  return (
    <>
      <TextField
        label={intl.formatMessage({ id: 'organizations.name' })}
        isRequired
        autoFocus
        value={draft.name}
        onChange={(name) => change({ name })}
        onBlur={() => touch('name')}
        isInvalid={Boolean(errorOf('name'))}
        errorMessage={errorOf('name')}
      />
      {shows(fields, 'imsOrgId') ? <ImsField {...fields} /> : null}
    </>
  );
}

function ImsField({ draft, change, touch, errorOf }: OrganizationDraft) {
  const intl = useIntl();
  const digits = countImsDigits(draft.imsOrgId);
  return (
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
      onBlur={() => touch('imsOrgId')}
      isInvalid={Boolean(errorOf('imsOrgId'))}
      errorMessage={errorOf('imsOrgId')}
    />
  );
}

function HostingFields(fields: OrganizationDraft) {
  return (
    <>
      {shows(fields, 'cloud') ? <CloudField {...fields} /> : null}
      {shows(fields, 'region') ? <RegionField {...fields} /> : null}
    </>
  );
}

function CloudField({ draft, change }: OrganizationDraft) {
  const intl = useIntl();
  return (
    <RadioGroup
      label={intl.formatMessage({ id: 'organizations.cloud' })}
      orientation="horizontal"
      value={draft.cloud}
      onChange={chooseFrom(CLOUDS, (cloud) => change({ cloud, region: onlyRegion(cloud) }))}
    >
      {CLOUDS.map((cloud) => (
        <Radio key={cloud} value={cloud}>
          {intl.formatMessage({ id: `cloud.${cloud}` })}
        </Radio>
      ))}
    </RadioGroup>
  );
}

function onlyRegion(cloud: Cloud): Region | null {
  const [region, ...others] = listRegions(cloud);
  return others.length === 0 ? (region ?? null) : null;
}

function RegionField({ draft, change, lacks }: OrganizationDraft) {
  const intl = useIntl();
  const regions = listRegions(draft.cloud);
  return (
    <RadioGroup
      label={intl.formatMessage({ id: 'organizations.region' })}
      description={intl.formatMessage({ id: 'organizations.regionHelp' })}
      orientation="horizontal"
      isRequired
      value={draft.region}
      onChange={chooseFrom(regions, (region) => change({ region }))}
      isInvalid={lacks('region')}
      errorMessage={intl.formatMessage({ id: 'input.required' })}
    >
      {regions.map((region) => (
        <Radio key={region} value={region}>
          {intl.formatMessage({ id: `region.${region}` })}
        </Radio>
      ))}
    </RadioGroup>
  );
}

function LicenseFields(fields: OrganizationDraft) {
  const { draft, change } = fields;
  const intl = useIntl();
  return (
    <>
      {shows(fields, 'shield') ? <ShieldField {...fields} /> : null}
      {shows(fields, 'ownsCja') ? (
        <Checkbox isSelected={draft.ownsCja} onChange={(ownsCja) => change({ ownsCja })}>
          {intl.formatMessage({ id: 'organizations.ownsCja' })}
        </Checkbox>
      ) : null}
    </>
  );
}

function ShieldField({ draft, change, lacks }: OrganizationDraft) {
  const intl = useIntl();
  return (
    <RadioGroup
      label={intl.formatMessage({ id: 'organizations.shield' })}
      description={
        draft.cloud === 'AWS' ? intl.formatMessage({ id: 'organizations.shieldAws' }) : undefined
      }
      isRequired
      value={draft.shield}
      onChange={chooseFrom(SHIELDS, (shield) => change({ shield }))}
      isInvalid={lacks('shield')}
      errorMessage={intl.formatMessage({ id: 'input.required' })}
    >
      {SHIELDS.map((shield) => (
        <Radio key={shield} value={shield}>
          {intl.formatMessage({ id: `shield.${shield}` })}
        </Radio>
      ))}
    </RadioGroup>
  );
}

function TenantField({ draft, change, touch, errorOf }: OrganizationDraft) {
  const intl = useIntl();
  return (
    <TextField
      label={intl.formatMessage({ id: 'organizations.tenant' })}
      description={intl.formatMessage({ id: 'organizations.tenantHelp' })}
      spellCheck="false"
      autoComplete="off"
      value={draft.azureTenantId}
      onChange={(azureTenantId) => change({ azureTenantId })}
      onBlur={() => touch('azureTenantId')}
      isInvalid={Boolean(errorOf('azureTenantId'))}
      errorMessage={errorOf('azureTenantId')}
    />
  );
}
