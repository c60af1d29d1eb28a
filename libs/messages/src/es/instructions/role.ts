export const role = {
  assigned: 'El rol ya está asignado, en {scope}. No lo quite; los scripts lo conservan.',
  openHsm:
    'Abra el HSM administrado {vault} > **RBAC local > Agregar**. Los roles de Control de acceso (IAM) no tienen efecto ahí.',
  openVault:
    'Abra el almacén {vault} > **Control de acceso (IAM) > Agregar asignación de roles**. Necesita Propietario, Administrador de acceso de usuario o Key Vault Data Access Administrator.',
  role: 'Rol: **{role}** ({roleGuid}); no hace falta uno más amplio.',
  member:
    'Miembro: la aplicación de Adobe. Compare su ID de aplicación ({application}), no su nombre{principal, select, none {} other {; su ID de objeto en su inquilino es {principal}}}.',
  scope: 'Ámbito: `/keys`.',
  notListed:
    'Si la aplicación no aparece en la lista, el consentimiento fue a otro inquilino: repítalo con la dirección del paso Consentimiento.',
  wait: 'Espere hasta 10 minutos. Después Keyway lo comprueba automáticamente.',
  waitOnly: 'Tarda hasta 10 minutos en surtir efecto.',
};
