/** Names of the organizations to practice with. */
export const practice = {
  GOOD: 'Practice: everything is right',
  BROKEN: 'Practice: something is wrong',
};
