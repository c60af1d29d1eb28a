export const call = {
  unreadable: {
    observed: 'No se pudo leer: {answer}',
    cause: '{failureCause}',
    remedy: '{failureRemedy}',
  },
  answer:
    '{message, select, none {{identified}} other {«{message}»{identified, select, none {} other { ({identified})}}}}',
  identified:
    '{code, select, none {HTTP {status}} other {código {code}{status, select, none {} other {, HTTP {status}}}}}',
};
