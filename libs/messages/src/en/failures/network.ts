/** What is wrong on the way to any cloud, and what to do, in English. */
export const network = {
  KEYWAY_PROXY_UNREACHABLE: {
    cause: 'The proxy that HTTPS_PROXY names could not be reached, or closed the connection.',
    remedy:
      'Check HTTPS_PROXY of the worker and the proxy itself; the worker’s log names it. Then nothing more to do: Keyway tries again automatically.',
  },
  KEYWAY_PROXY_REFUSED: {
    cause: 'The proxy that HTTPS_PROXY names does not allow connections to this host.',
    remedy:
      'Allow CONNECT to the host and port 443 at the proxy, or add the host to NO_PROXY of the worker.',
  },
  KEYWAY_PROXY_SIGN_IN: {
    cause: 'The proxy that HTTPS_PROXY names did not accept Keyway’s credentials, or has none.',
    remedy:
      'Set them in HTTPS_PROXY of the worker (http://user:password@proxy:3128), and start it again.',
  },
  KEYWAY_UNKNOWN_AUTHORITY: {
    cause: 'Something on the way opens TLS connections, such as a proxy that inspects them.',
    remedy:
      'Set NODE_EXTRA_CA_CERTS of the worker to a PEM file with the proxy’s certificate authority, and start it again.',
  },
};
