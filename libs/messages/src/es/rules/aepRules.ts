/** The AEP track on Azure, step by step. */
import type { RuleId } from '@keyway/core';

export const aepRules = {
  'AEP-01':
    'El titular de la cuenta confirma el shield; un administrador de AEP concede el permiso',
  'AEP-02':
    'La licencia se ve en una entrada Cifrado visible o en un registro de la aplicación legible',
  'AEP-03': 'El almacén tiene eliminación temporal, protección contra purga y RBAC de Azure',
  'AEP-04': 'Se admiten Estándar, Premium y HSM administrado; Dedicated HSM y Payment HSM, no',
  'AEP-05': 'RBAC se establece en Configuración, Configuración de acceso del almacén',
  'AEP-06': 'La descripción del almacén en ARM demuestra su configuración',
  'AEP-07':
    'La protección contra purga y la eliminación temporal se pueden activar después; pasar a RBAC anula las directivas',
  'AEP-08': 'Con el acceso público abierto no hay nada que hacer en la red',
  'AEP-09':
    'Un almacén restringido permite los servicios de confianza de Microsoft y la dirección de Adobe',
  'AEP-10': 'La dirección va en las reglas de IP del firewall, en lugar de la propia',
  'AEP-11': 'Un cambio del firewall tarda hasta 10 minutos',
  'AEP-12':
    'Prueba de red: acceso abierto, o servicios de confianza y una regla que incluya la dirección de Adobe',
  'AEP-13': 'La clave es RSA o RSA-HSM de al menos 3072 bits',
  'AEP-14': 'La clave permite wrapKey y unwrapKey; puede tener otras operaciones',
  'AEP-15': 'La clave está habilitada, activa ahora y no ha expirado',
  'AEP-16': 'Los datos de la clave demuestran tipo, tamaño por módulo, operaciones y atributos',
  'AEP-17':
    'Un tipo o tamaño incorrecto exige otra clave; las operaciones y el estado se pueden cambiar',
  'AEP-18': 'Forbidden justo después de crear el almacén: falta el rol o aún no surte efecto',
  'AEP-19': 'El registro de la aplicación se lee en byok/app-registration con tres encabezados',
  'AEP-20':
    'El registro de la aplicación tiene id, name, applicationUri, applicationId y una URL de redirección',
  'AEP-21': 'La página de Adobe muestra la URL de autenticación y el ID de aplicación',
  'AEP-22': 'La URL de redirección debe concordar con applicationId, applicationUri y name',
  'AEP-23':
    'El ID de aplicación pertenece a una organización; nunca se reutiliza ni se fija en el código',
  'AEP-24': 'Un administrador de Entra abre la URL de redirección y selecciona Aceptar',
  'AEP-25': 'La URL de consentimiento nombra el inquilino del almacén en lugar de `common`',
  'AEP-26': 'La página que aparece después del consentimiento no demuestra nada',
  'AEP-27':
    'Prueba de consentimiento: una entidad de servicio con el ID de aplicación en el inquilino del almacén',
  'AEP-28': 'Una aplicación que falta en el selector no se aceptó en este inquilino',
  'AEP-29':
    'La entidad de servicio de Adobe recibe Key Vault Crypto Service Encryption User en el almacén',
  'AEP-30': 'Un HSM administrado tiene un rol local propio para esto',
  'AEP-31': 'La entidad de servicio se reconoce por su ID de aplicación, no por su nombre',
  'AEP-32':
    'Prueba de rol: el rol exacto para la entidad de servicio en el almacén, por encima o en la clave',
  'AEP-33': 'PrincipalNotFound justo después del consentimiento es un retraso de replicación',
  'AEP-34': 'Los roles más amplios incluyen wrapKey y unwrapKey, pero conceden demasiado',
  'AEP-35': 'El identificador de clave se copia de la última versión de la clave',
  'AEP-36': 'La configuración se envía una sola vez, con POST a customer/config',
  'AEP-37': 'El envío es el punto de no retorno y requiere escribir una confirmación',
  'AEP-38':
    'El nombre exacto de la configuración se guarda antes de enviarla; el estado solo se encuentra con él',
  'AEP-39': 'El POST lleva Content-Type application/json aunque el ejemplo lo omita',
  'AEP-40': 'El POST nunca se repite a ciegas; antes se lee la configuración por su nombre',
  'AEP-41': 'El estado se lee en customer/config/{name} con configType BYOK_CONFIG',
  'AEP-42': 'Solo COMPLETED y FAILED son definitivos; cualquier otro texto no es éxito ni error',
  'AEP-43': 'FAILED no indica el motivo; las comprobaciones se repiten para encontrarlo',
  'AEP-44':
    'Los eventos de auditoría con el ID de aplicación de Adobe demuestran que la clave se usa',
  'AEP-45':
    'Al terminar: alertas, eventos, vigilancia de la expiración, rotación y un bloqueo de recurso',
} satisfies Partial<Record<RuleId, string>>;
