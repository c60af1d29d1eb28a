/** Labels of the values people copy. */
import { both } from './instruction.ts';

export const LABELS = {
  vault: both('Vault', 'Almacén'),
  vaultUri: both('Vault URI', 'URI del almacén'),
  key: both('Key', 'Clave'),
  keyIdentifier: both('Key identifier', 'Identificador de la clave'),
  tenant: both('Tenant ID', 'ID de inquilino'),
  subscription: both('Subscription ID', 'ID de suscripción'),
  address: both('Adobe’s IP address', 'Dirección IP de Adobe'),
  application: both('Application ID', 'ID de la aplicación'),
  principal: both('Object ID of the service principal', 'ID de objeto de la entidad de servicio'),
  consentUrl: both('Consent URL', 'URL de consentimiento'),
  adminConsentUrl: both(
    'Admin consent URL (Microsoft’s method)',
    'URL de consentimiento del administrador (método de Microsoft)',
  ),
  role: both('Role', 'Rol'),
  roleId: both('Role definition ID', 'ID de la definición de rol'),
  ims: both('IMS organization ID', 'ID de organización de IMS'),
  host: both('Adobe Experience Platform host', 'Host de Adobe Experience Platform'),
  name: both('Configuration name', 'Nombre de la configuración'),
  caseNumber: both('Case number', 'Número de caso'),
};
