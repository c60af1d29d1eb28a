"""Loaded by Python before the Azure CLI: every host name leads to the sandbox, so that nothing of it goes anywhere else."""
import os
import socket

_host, _port = os.environ["KEYWAY_SANDBOX_ADDRESS"].rsplit(":", 1)
_getaddrinfo = socket.getaddrinfo


def _to_sandbox(host, port, *args, **kwargs):
    return _getaddrinfo(_host, int(_port), *args, **kwargs)


socket.getaddrinfo = _to_sandbox
