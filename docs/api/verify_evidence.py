"""Verifies a Keyway evidence pack with Python's standard library and the openssl command.

    python3 verify_evidence.py pack.zip keys.json [kept-checkpoints.jsonl]

keys.json: from https://<keyway>/.well-known/keyway-keys.json, fetched by yourself, not from the pack.
"""
import base64, hashlib, json, subprocess, sys, tempfile, zipfile


def b64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def check(holds, what):
    if not holds:
        sys.exit(f"NOT VALID: {what}")


def verified(jws, typ, keys):
    """The payload of a compact JWS; openssl verifies the Ed25519 signature."""
    head, payload, signature = jws.split(".")
    header = json.loads(b64(head))
    check(header["alg"] == "EdDSA" and header["typ"] == typ and header["kid"] in keys, f"signed otherwise: {header}")
    der = bytes.fromhex("302a300506032b6570032100") + b64(keys[header["kid"]])
    with tempfile.NamedTemporaryFile() as key, tempfile.NamedTemporaryFile() as sig, tempfile.NamedTemporaryFile() as data:
        for file, content in ((key, der), (sig, b64(signature)), (data, f"{head}.{payload}".encode())):
            file.write(content)
            file.flush()
        command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER"]
        command += ["-inkey", key.name, "-sigfile", sig.name, "-in", data.name]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        check(done.returncode == 0, f"a signature of {typ}")
    return b64(payload)


def renews(checkpoint, all_of_them):
    """Whether it signs again, a day later, what the one before it signed: later ones take its number."""
    before = all_of_them[checkpoint["number"] - 2 : checkpoint["number"] - 1] if checkpoint["number"] > 1 else []
    former = json.loads(b64(before[0].split(".")[1])) if before else {}
    same = all(former.get(name) == checkpoint[name] for name in ("entries", "entry", "hash"))
    return same and checkpoint["previous"] == sha256(before[0].encode())


def without_retry(facts):
    """Facts as a run keeps them: what differs in every answer is left out."""
    if isinstance(facts, dict):
        return {name: None if name == "retryAfterSeconds" else without_retry(value) for name, value in facts.items()}
    return [without_retry(one) for one in facts] if isinstance(facts, list) else facts


def statements(runs):
    """What runs.json says that a person stated or a cloud showed, and which entry has to say the same."""
    for run in runs:
        for track in run["tracks"]:
            def said(what, kinds, by=None, at=None, facts=None, **data):
                return {"what": f"{track['id']} {what} of run {run['id']}", "run": run["id"], "kinds": kinds, "by": (by or {}).get("name", ""), "at": at, "facts": facts, "data": data}

            key, approval, sent, ticket, confirmed = (track.get(name) for name in ("key", "approval", "submission", "ticket", "confirmation"))
            if key:
                yield said("key", ["keyProvided"], at=key["providedAt"], track=track["id"], keyIdentifier=key["given"])
            if approval:
                yield said("request for approval", ["approvalRequested"], approval["requestedBy"], approval["requestedAt"], track=track["id"], evidenceHash=approval["evidenceHash"])
                if approval["status"] in ("approved", "spent", "refused") and approval["decidedAt"]:
                    yield said("decision", ["approvalGranted", "approvalRefused"], approval["decidedBy"], approval["decidedAt"], track=track["id"], evidenceHash=approval["evidenceHash"])
            if sent and sent["sends"] and sent["body"]:
                yield said("submission", ["configurationSending"], submissionId=sent["id"], body=sent["body"])
            if ticket:
                yield said("ticket", ["ticketRecorded"], ticket["recordedBy"], ticket["recordedAt"], caseNumber=ticket["caseNumber"], url=ticket["url"])
            if confirmed:
                yield said("confirmation", ["cjaConfirmed"], confirmed["recordedBy"], confirmedBy=confirmed["confirmedBy"], text=confirmed["text"])
            for step, state in track["steps"].items():
                stated = state.get("attestation")
                if stated:
                    yield said(f"{step} attestation", ["stepAttested"], stated["by"], stated["at"], track=track["id"], step=step, statement=stated["statement"], reference=stated["reference"])
                if state.get("facts"):
                    yield said(f"{step} facts", ["factsObserved", "trackReread"], facts=without_retry(state["facts"]), track=track["id"])
                for check in state.get("checks") or []:
                    accepted = check.get("override")
                    if accepted:
                        yield said(f"{check['check']} override", ["checkOverridden"], accepted["by"], accepted["at"], track=track["id"], check=check["check"], reason=accepted["reason"])


def says(entry, said):
    data = entry["data"]
    if entry["run"] != said["run"] or entry["kind"] not in said["kinds"] or not entry["actor"].startswith(said["by"]) or said["at"] not in (None, entry["at"]):
        return False
    if said["facts"] and said["facts"] not in [without_retry(one) for one in (data["facts"] if isinstance(data["facts"], list) else [data["facts"]])]:
        return False
    # What an older entry doesn't have can't be compared.
    return all((data.get(name, value).strip() if name == "keyIdentifier" else data.get(name, value)) == value for name, value in said["data"].items())


def verify(pack, keys, kept):
    keys = {key["kid"]: key["x"] for key in keys["keys"]}
    # 1. The manifest is what was signed, and every file is what the manifest says.
    text = pack.read("manifest.json")
    check(verified(pack.read("manifest.jws").decode(), "keyway-manifest+jws", keys) == text, "manifest.json is not what was signed")
    manifest = json.loads(text)
    listed = {file["path"]: file["sha256"] for file in manifest["files"]}
    check(sorted(pack.namelist()) == sorted([*listed, "manifest.json", "manifest.jws"]), "the pack has other files")
    for path, expected in listed.items():
        if path != "history.jsonl":
            check(sha256(pack.read(path)) == expected, f"{path} was changed")
    # 2. Checkpoints: signed, numbered without a gap, each with the hash of the one before it.
    signed, previous, all_of_them = {}, "0" * 64, pack.read("checkpoints.jsonl").decode().split()
    for number, jws in enumerate(all_of_them, 1):
        checkpoint = json.loads(verified(jws, "keyway-checkpoint+jws", keys))
        check(checkpoint["number"] == number and checkpoint["previous"] == previous, f"checkpoint {number} does not follow")
        check(checkpoint["organization"] == manifest["organization"]["id"], f"checkpoint {number} is of another organization")
        signed[checkpoint["entries"]], previous = checkpoint["hash"], sha256(jws.encode())
    compared, later = 0, 0
    for jws in kept:
        checkpoint = json.loads(verified(jws, "keyway-checkpoint+jws", keys))
        if checkpoint["organization"] == manifest["organization"]["id"]:
            compared, later = compared + 1, later + (checkpoint["at"] > manifest["createdAt"])
            check(signed.setdefault(checkpoint["entries"], checkpoint["hash"]) == checkpoint["hash"], "a kept checkpoint signs another entry")
            check(checkpoint["at"] > manifest["createdAt"] or jws in all_of_them or renews(checkpoint, all_of_them), "a kept checkpoint is not in the pack")
    check(compared > 0 or not kept, "none of the kept checkpoints is of this organization")
    # 3. The chain: a line without its last member, `,"hash":"…"`, is exactly what was hashed.
    count, hash, whole = manifest["chain"]["before"]["entries"], manifest["chain"]["before"]["hash"], hashlib.sha256()
    is_whole = count == 0 and manifest["range"] == {"since": None, "until": None} and "runs.json" in listed
    open_statements = list(statements(json.loads(pack.read("runs.json")))) if is_whole else []
    with pack.open("history.jsonl") as lines:
        for line in lines:
            whole.update(line)
            entry, count = json.loads(line), count + 1
            check(entry["previous"] == hash, f"entry {entry['id']} does not follow the one before it")
            hash = sha256(line[:-76] + b"}")
            check(entry["hash"] == hash, f"entry {entry['id']} was changed")
            check(signed.get(count, hash) == hash, f"entry {entry['id']} is not what was signed")
            open_statements = [said for said in open_statements if not says(entry, said)]
    check(whole.hexdigest() == listed["history.jsonl"], "history.jsonl was changed")
    last = manifest["chain"]["last"]
    check((count, hash) == (last["entries"], last["hash"]), "history does not end where the manifest says")
    # 4. The runs say what history says.
    check(not open_statements, f"no entry of history says the {open_statements and open_statements[0]['what']}")
    return manifest, len(all_of_them), later


if __name__ == "__main__":
    kept = open(sys.argv[3]).read().split() if len(sys.argv) > 3 else []
    with zipfile.ZipFile(sys.argv[1]) as opened:
        manifest, checkpoints, later = verify(opened, json.load(open(sys.argv[2])), kept)
    entries = manifest["chain"]["last"]["entries"] - manifest["chain"]["before"]["entries"]
    print(f"OK: {manifest['organization']['name']}: {entries} entries, {checkpoints} checkpoints, {len(manifest['files'])} files")
    if later:
        print(f"{later} of your checkpoints are later than this pack, which shows nothing of what happened since")
