import type { ReasonOf } from '@keyway/core';

export const importRefusals = {
  importColumnMissing:
    'En el encabezado faltan columnas: {columns}. Columnas obligatorias: {required}.',
  importColumnTwice: 'El encabezado contiene dos veces la columna {column}. Quite una.',
  importColumnUnknown: '«{column}» no es una columna. Columnas disponibles: {columns}.',
  importColumnUnnamed: 'El encabezado tiene una columna sin nombre. Asígnele uno o quítela.',
  importEmpty:
    'El archivo está vacío. La primera línea debe contener las columnas. Ejemplo: {columns}',
  importHeaderUnreadable:
    'El encabezado contiene caracteres ilegibles. Guarde el archivo como UTF-8.',
  importNotJson:
    'No es JSON válido. Ejemplo: [\'{\'"name": "Contoso", "imsOrgId": "0123456789ABCDEF01234567@AdobeOrg", "shield": "HEALTHCARE_SHIELD"\'}\']',
  importNotList: 'El JSON debe ser una lista de objetos.',
  importTooLarge: 'El archivo supera los {mebibytes} MiB. Impórtelo por partes.',
  importTooManyRows: 'El archivo tiene más de {max, number} filas. Impórtelo por partes.',
  rowArchived: 'Esta organización está archivada. Restáurela primero y después impórtela.',
  rowDiffers:
    'Esta organización ya existe con otro valor de {column}: {stored}. Para cambiarlo, importe con onExisting UPDATE.',
  rowKeyRepeated:
    'La línea {line} ya prevé una clave para esta organización y esta vía. Quite una de las dos.',
  rowKeySharedByLine:
    'La línea {line} tiene una clave en el mismo almacén, o la misma clave de KMS. Un cambio en ella afectaría a los datos de ambas organizaciones (VAL-09).',
  rowKeySharedWith:
    '{name} ya usa el mismo almacén, o la misma clave de KMS. Un cambio en ella afectaría a los datos de ambas organizaciones (VAL-09).',
  rowKeyWithoutRun:
    'La organización no tiene ningún proceso abierto para indicar la clave. Inicie uno primero o importe con startRuns.',
  rowKeyWithoutVersion:
    'La dirección no indica ninguna versión de la clave. Se usa la más reciente cuando se lee la clave (VAL-06).',
  rowNotObject: 'Esta entrada debe ser un objeto.',
  rowOrganizationUnknown:
    'Keyway no tiene ninguna organización con este ID de organización de IMS. Agréguela primero.',
  rowQuoteInValue:
    'Esta línea no se puede leer. Ponga entre comillas el valor que contiene comillas y duplique las interiores.',
  rowQuoteNotClosed:
    'Esta línea no se puede leer, porque hay comillas sin cerrar. Ciérrelas o quítelas.',
  rowRepeated: 'La línea {line} ya contiene esta organización. Quite una de las dos.',
  rowTextAfterQuote:
    'Esta línea no se puede leer. Hay texto después de las comillas de cierre; duplique las comillas dentro de un valor.',
  rowValueCount:
    'Esta línea tiene {valueCount, plural, one {# valor} other {# valores}}, pero el encabezado tiene {columnCount, plural, one {# columna} other {# columnas}}.',
  rowValueMissing: 'Este valor es obligatorio.',
  rowValueNotBoolean: 'Este valor debe ser true o false.',
  rowValueNotListed: 'Este valor no se admite. Valores admitidos: {possible}.',
  rowValueNotText: 'Este valor debe ser texto, sin caracteres de control.',
  rowVaultOnAws:
    'Una organización en AWS no tiene almacén de claves. Omita el ID de recurso del almacén.',
} satisfies Record<ReasonOf<'importing'>, string>;
