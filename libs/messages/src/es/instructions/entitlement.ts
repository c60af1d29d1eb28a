export const entitlement = {
  findProof:
    'Busque el contrato o el mensaje del equipo de cuenta que muestre Healthcare Shield o Privacy & Security Shield para esta organización.',
  confirmCja:
    'Pida al equipo de cuenta que confirme la licencia de claves administradas por el cliente para Customer Journey Analytics y que Experience Platform está en Azure. Journey Optimizer lo necesita aunque no se haya contratado Customer Journey Analytics.',
  grantPermission:
    'En **Permisos** de Experience Cloud, dé a un rol el permiso **Manage Customer Managed Key** (también figura como «Keys») y agregue a ese rol el operador y la credencial de API.',
  grantPermissionAws:
    'En **Permisos** de Experience Cloud, dé a un rol el permiso **Manage Customer Managed Key** (también figura como «Keys») y agregue a ese rol el operador.',
  attest: 'Declare este paso con la referencia de lo que vio.',
};
