"""Verifies a message by the rules of Standard Webhooks, from its JSON on standard input."""

import base64
import hashlib
import hmac
import json
import sys

given = json.load(sys.stdin)
headers = given["headers"]
secret = base64.b64decode(given["secret"].removeprefix("whsec_"))
signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.{given['body']}".encode()
expected = base64.b64encode(hmac.new(secret, signed, hashlib.sha256).digest()).decode()
signatures = headers["webhook-signature"].split(" ")
valid = any(hmac.compare_digest(one, f"v1,{expected}") for one in signatures)
print("valid" if valid else "invalid")
