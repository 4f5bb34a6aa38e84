"""The bundle's digests and signatures with what C gives Python: json, hashlib and PyNaCl.

`python3 python.py KEY FILE...` prints what it can, then answers the lines on its standard input:
`is python PATH` with true or false, `go python N` with the nanoseconds that a bundle of FILE... took in N passes.
"""

import base64
import hashlib
import json
import sys
import time

from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

canonical = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


def without(value, *names):
    return {name: value[name] for name in value if name not in names}


def holds(key, value, stated, signature=None):
    digest = hashlib.sha256(canonical(value).encode())
    if digest.hexdigest() != stated:
        return False
    if signature is not None:
        try:
            key.verify(digest.digest(), base64.b64decode(signature))
        except BadSignatureError:
            return False
    return True


def verify(key, data):
    """Whether all digests of a bundle, and all its signatures by this key, hold."""
    bundle = json.loads(data)
    events, state, sealed = bundle["events"], bundle["state"], bundle["bundle_signature"]
    created = next(event for event in events if event["event_type"] == "record_created")
    receipt = created["payload"]["receipt"]
    return (
        holds(key, bundle["canonical_record"], bundle["canonical_sha256"], receipt["signature_b64"])
        and all(
            holds(
                key,
                without(event, "signature", "content_sha256", "event_id"),
                event["content_sha256"],
                event["signature"]["signature_b64"],
            )
            for event in events
        )
        and holds(key, without(state, "state_sha256"), state["state_sha256"])
        and holds(key, without(bundle, "bundle_signature"), sealed["bundle_sha256"], sealed["signature_b64"])
    )


def read(path):
    with open(path, "rb") as file:
        return file.read()


def took(key, documents, passes):
    start = time.perf_counter_ns()
    for _ in range(passes):
        for document in documents:
            verify(key, document)
    return (time.perf_counter_ns() - start) // (passes * len(documents))


def main(key, *paths):
    key = VerifyKey(bytes.fromhex(key))
    documents = [read(path) for path in paths]
    print("python", flush=True)
    for line in sys.stdin:
        word, _, given = line.rstrip("\n").split(" ", 2)
        if word == "is":
            answer = str(verify(key, read(given))).lower()
        else:
            answer = took(key, documents, int(given))
        print(answer, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
