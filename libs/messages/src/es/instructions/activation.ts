export const activation = {
  statuses:
    'Adobe pone la clave en uso: RUNNING, UPDATE_EXISTING_RESOURCES y después COMPLETED. Puede tardar minutos o más de un día.',
  changeNothing: 'Mientras tanto, no cambie el almacén, la clave, el rol ni el firewall.',
  ifFailed:
    'Si Adobe comunica FAILED, no da el motivo. Revise las comprobaciones de este paso; si todas son correctas, abra un caso con Adobe Customer Care con el ID del trabajo, la organización y el nombre de la configuración.',
};
