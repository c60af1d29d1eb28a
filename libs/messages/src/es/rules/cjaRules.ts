/** The CJA track on Azure, step by step. */
import type { RuleId } from '@keyway/core';

export const cjaRules = {
  'CJA-01': 'CJA tiene un almacén, una aplicación y una solicitud propios',
  'CJA-02': 'El equipo de cuenta confirma la licencia y que la plataforma se ejecuta en Azure',
  'CJA-03': 'El administrador de Azure tiene uno de tres roles de Entra',
  'CJA-04': 'El almacén de CJA es nuevo y se usa solo para CJA',
  'CJA-05': 'Las páginas de CJA no indican requisitos del almacén ni de la clave',
  'CJA-06': 'El ID de aplicación de CJA es el mismo para todos',
  'CJA-07': 'Consentimiento por la URL de CJA o por el procedimiento de Microsoft',
  'CJA-08': 'El consentimiento no concede nada en el almacén; también se necesita el rol',
  'CJA-09': 'La URL de consentimiento de CJA también nombra el inquilino del almacén',
  'CJA-10': 'Antes del caso se demuestran la entidad de servicio, el rol y la clave',
  'CJA-11':
    'El caso indica el identificador de clave, almacén, inquilino, aplicación y organización',
  'CJA-12': '«Azure URI» puede ser el identificador de la clave o la dirección del almacén',
  'CJA-13': 'CJA termina cuando Customer Care lo confirma',
  'CJA-14': 'CJA no necesita nada en AWS',
  'CJA-15': 'CJA no documenta errores, rotación, revocación ni alertas',
  'CJA-16': 'El orden de las vías es libre; el caso espera la prueba',
} satisfies Partial<Record<RuleId, string>>;
