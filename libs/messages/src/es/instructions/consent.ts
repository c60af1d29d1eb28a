export const consent = {
  otherTenant:
    'No dé todavía su consentimiento. El almacén indica que está en el inquilino {vault}, y la organización se registró con el inquilino {tenant}. El consentimiento solo cuenta en el inquilino del almacén. Corrija el inquilino de la organización o indique la clave de otro almacén.',
  tenantEntered:
    'El inquilino {tenant} es el que se registró. El almacén no lo ha confirmado: antes de dar su consentimiento, compruebe que el almacén está en este inquilino.',
  tenantEnteredAsked:
    'El inquilino {tenant} es el que se registró. El almacén aún no lo ha confirmado; Keyway vuelve a preguntarle, y la dirección nombrará entonces el inquilino del almacén.',
  tenantAsked:
    'El inquilino del almacén aún no se conoce. Keyway vuelve a preguntar al almacén y después muestra una dirección en su inquilino.',
  notKnown:
    'La aplicación de Adobe aún no se conoce, o lo que Adobe comunica de ella no es coherente. Hasta entonces no se muestra ninguna dirección; consulte el paso Registro de la aplicación.',
  needRole:
    'Necesita el rol de administrador de aplicaciones, administrador de aplicaciones en la nube o administrador global.',
  open: 'Abra esta dirección, inicie sesión en el inquilino {tenant} y seleccione **Aceptar**: [{url}]({url})',
  useScript:
    'Cree la entidad de servicio en el inquilino {tenant}, propietario del almacén, con uno de los scripts.',
  byMicrosoft:
    'O use la página de consentimiento de Microsoft, que Adobe no documenta: [{url}]({url})',
  ignorePage:
    'Ignore la página que se abre después y no envíe su dirección a nadie: contiene un código de inicio de sesión. Lo que cuenta es que la aplicación esté en su directorio, y Keyway lo comprueba.',
  roleIsNext: 'El consentimiento aún no da acceso a la clave; el rol es el siguiente paso.',
};
