/** Why AWS did not let Keyway assume a role, in Spanish. */
export const awsRole = {
  notAssumable: {
    cause:
      'AWS no permite que Keyway asuma {roleArn}. El rol no existe, o su directiva de confianza indica otra entidad principal u otro ID externo; AWS no dice cuál.',
    remedy:
      'Compruebe en IAM que el rol existe con este ARN. Copie de nuevo la directiva de confianza de aquí y reemplace con ella la del rol: Keyway asume el rol directamente, no a través de otro rol. Después pruebe de nuevo.',
  },
  regionDisabled: {
    cause: 'La región {region} está deshabilitada en la cuenta del cliente.',
    remedy:
      'Habilite {region} en la cuenta, o conecte AWS de nuevo con la región en la que está la clave.',
  },
  otherAccount: {
    cause: 'AWS inició la sesión de Keyway en una cuenta distinta de la de {roleArn}.',
    remedy: 'Compruebe el ARN del rol y conecte AWS de nuevo.',
  },
  ownIdentity: {
    cause: 'AWS no acepta la identidad propia de Keyway. El rol puede ser correcto.',
    remedy:
      'Un administrador de esta instalación comprueba las credenciales de AWS de los workers y KEYWAY_AWS_PRINCIPAL. Después pruebe de nuevo.',
  },
  notReadable: {
    cause: 'No se puede leer el rol guardado, porque la clave de sellado ha cambiado.',
    remedy: 'Conecte AWS de nuevo con el mismo rol. El ID externo no cambia.',
  },
};
