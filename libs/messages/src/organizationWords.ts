/** An organization's details in words: their names, and why one cannot be changed now. */
import type { FixedReason, Locale, OrganizationField } from '@keyway/core';

export const FIELD_WORDS: Readonly<Record<Locale, Readonly<Record<OrganizationField, string>>>> = {
  en: {
    name: 'name',
    imsOrgId: 'IMS organization ID',
    cloud: 'cloud',
    region: 'region',
    shield: 'shield',
    ownsCja: 'Customer Journey Analytics',
    azureTenantId: 'Entra tenant',
  },
  es: {
    name: 'nombre',
    imsOrgId: 'ID de organización de IMS',
    cloud: 'nube',
    region: 'región',
    shield: 'escudo',
    ownsCja: 'Customer Journey Analytics',
    azureTenantId: 'inquilino de Entra',
  },
};

/** Values that are no words for people. */
export const FIELD_VALUES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    true: 'purchased',
    false: 'not purchased',
    AZURE: 'Azure',
    HEALTHCARE_SHIELD: 'Healthcare Shield',
    PRIVACY_AND_SECURITY_SHIELD: 'Privacy & Security Shield',
  },
  es: {
    true: 'adquirido',
    false: 'no adquirido',
    AZURE: 'Azure',
    HEALTHCARE_SHIELD: 'Healthcare Shield',
    PRIVACY_AND_SECURITY_SHIELD: 'Privacy & Security Shield',
  },
};

const FIXED: Readonly<Record<Locale, Readonly<Record<FixedReason, string>>>> = {
  en: {
    SUBMITTED: 'Fixed: the configuration was submitted to Adobe.',
    HAS_RUN: 'Fixed: a run of this organization exists, and its history names this ID.',
    OPEN_RUN: 'Cancel the run to change this: the cloud decides its steps.',
    AZURE_CONNECTED: 'Disconnect Azure to change this.',
  },
  es: {
    SUBMITTED: 'Fijo: la configuración ya se envió a Adobe.',
    HAS_RUN: 'Fijo: existe un proceso de esta organización y su historial contiene este ID.',
    OPEN_RUN: 'Para cambiarlo, cancele el proceso: la nube determina sus pasos.',
    AZURE_CONNECTED: 'Para cambiarlo, desconecte Azure.',
  },
};

/** Why a detail cannot be changed now, in one sentence. */
export const fixedReasonText = (reason: FixedReason, locale: Locale): string =>
  FIXED[locale][reason];
