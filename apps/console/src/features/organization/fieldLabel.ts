/** Labels of an organization's fields and of their values. */
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

/** Values that have a label. Other fields show the value itself. */
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

/** A field without a label here, which a newer server may have, keeps the name from the API. */
export function fieldLabel(intl: IntlShape, field: string): string {
  const labels: Readonly<Record<string, (typeof LABELS)[keyof typeof LABELS]>> = LABELS;
  const id = labels[field];
  return id ? intl.formatMessage({ id }) : field;
}

/** The label of a value; "None" for null. */
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
