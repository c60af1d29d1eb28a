export const approval = {
  twoPersons: 'Una persona solicita aprobación; otra decide.',
  nameToApprove:
    'Indique el nombre de la configuración al solicitar la aprobación: entonces se aprueba y se puede enviar exactamente ese nombre. Sin él, el nombre no forma parte de lo aprobado.',
  review: 'El aprobador revisa qué se enviará, con qué pruebas y qué no se podrá deshacer nunca.',
  decide:
    'El aprobador escribe el ID de organización de IMS {imsOrgId} y aprueba, o rechaza con un motivo.',
};
