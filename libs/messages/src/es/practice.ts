/** Names of the organizations to practice with. */
export const practice = {
  GOOD: 'Práctica: todo está correcto',
  BROKEN: 'Práctica: algo está mal',
};
