export const ticket = {
  open: 'Abra un caso con Adobe Customer Care y pegue el texto que muestra «Abrir caso». Contiene las dos direcciones, porque «Azure URI» puede referirse a cualquiera de ellas.',
  record: 'Registre aquí el número de caso.',
};
