import type { CheckMessages } from '../../checkMessages.ts';

export const configurationNameIsSafe: CheckMessages<'configurationNameIsSafe'> = {
  title: 'El nombre de la configuración es seguro',
  expected: 'De 1 a 64 minúsculas, dígitos y guiones',
  outcomes: {
    ok: '{name}',
    unusual: {
      observed: '{name}',
      cause:
        'Adobe encuentra una configuración por su nombre exacto, mayúsculas incluidas; otros caracteres hay que codificarlos en la dirección.',
      remedy: 'Use solo minúsculas, dígitos y guiones.',
    },
    empty: {
      observed: 'Vacío',
      cause: 'El estado de Adobe solo se puede consultar por el nombre.',
      remedy: 'Indique un nombre como keyway-cmk.',
    },
    outerSpace: {
      observed: '«{name}»',
      cause: 'Empieza o termina con un espacio, que es invisible y forma parte del nombre.',
      remedy: 'Quite el espacio.',
    },
    unusable: {
      observed: 'Un nombre que no se puede usar en una dirección',
      cause: 'Es demasiado largo, o contiene un carácter de control invisible.',
      remedy: 'Indique un nombre de hasta 64 minúsculas, dígitos y guiones.',
    },
  },
};
