/** What a field of an organization, and its value, are called where people read them. */
import type { IntlShape } from 'react-intl';

const LABELS = {
  name: 'organizations.name',
  imsOrgId: 'common.imsOrgId',
  cloud: 'organizations.cloud',
  region: 'organizations.region',
  shield: 'organizations.shield',
  ownsCja: 'track.CJA',
  azureTenantId: 'organization.tenant',
} as const;

/** Values that have a label. For other fields the value itself is shown as it is. */
const VALUES = {
  cloud: { AZURE: 'cloud.AZURE', AWS: 'cloud.AWS' },
  region: {
    VA7: 'region.VA7',
    NLD2: 'region.NLD2',
    AUS5: 'region.AUS5',
    CAN2: 'region.CAN2',
    GBR9: 'region.GBR9',
    IND2: 'region.IND2',
    VA6: 'region.VA6',
  },
  shield: {
    HEALTHCARE_SHIELD: 'shield.HEALTHCARE_SHIELD',
    PRIVACY_AND_SECURITY_SHIELD: 'shield.PRIVACY_AND_SECURITY_SHIELD',
  },
  ownsCja: { true: 'organization.cjaYes', false: 'organization.cjaNo' },
} as const;

type Known = {
  [F in keyof typeof VALUES]: (typeof VALUES)[F][keyof (typeof VALUES)[F]];
}[keyof typeof VALUES];

/** A field that the server has and this console does not know is called as the server calls it. */
export function fieldLabel(intl: IntlShape, field: string): string {
  const labels: Readonly<Record<string, (typeof LABELS)[keyof typeof LABELS]>> = LABELS;
  const id = labels[field];
  return id ? intl.formatMessage({ id }) : field;
}

/** A value as it is shown; null is nothing. */
export function valueLabel(
  intl: IntlShape,
  field: string,
  value: string | null | undefined,
): string {
  if (value == null) return intl.formatMessage({ id: 'common.none' });
  const values: Readonly<Record<string, Readonly<Record<string, Known>>>> = VALUES;
  const id = values[field]?.[value];
  return id ? intl.formatMessage({ id }) : value;
}
