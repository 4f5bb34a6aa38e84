"""A second verifier of Pith documents, written from docs/pith-documents.md and the public words alone.

It gives the verdict and the class of every value, and nothing else: no sentences, no explanations, no limits, no keys with a
status or a window. README.md beside this file says how it is used and what it found.

    pith_second.py FILE...     a line for each file: the verdict, then each value with its class
    pith_second.py --serve     answers framed questions on standard input; tests/second.rs asks them
"""

import base64
import hashlib
import json
import re
import struct
import sys
from datetime import datetime, timezone

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

# ---------------------------------------------------------------- 1. reading and canonical form


class Refused(Exception):
    """Not JSON that signer and reader are sure to read alike."""


def _object(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Refused("duplicate key")
    return members


def _double(text):
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise Refused("overflow")
    return number


def _constant(name):
    raise Refused(name)


_decoder = json.JSONDecoder(object_pairs_hook=_object, parse_float=_double, parse_constant=_constant)
_lone = re.compile("[\ud800-\udfff]")
_dumps = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, check_circular=False
).encode


def read(data):
    """The value of a document, or `Refused`."""
    try:
        text = data.decode("utf-8")
        if text.startswith("\ufeff"):
            raise Refused("byte order mark")
        value = _decoder.decode(text)
    except (ValueError, RecursionError) as error:
        raise Refused(str(error)) from None
    # Only an escape can make one: UTF-8 has none.
    if "\\u" in text and _lone.search(json.dumps(value, ensure_ascii=False)):
        raise Refused("lone surrogate")
    return value


def canonical(value):
    return _dumps(value).encode("utf-8")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def digest(value):
    return sha256(canonical(value))


def without(members, *names):
    return {name: value for name, value in members.items() if name not in names}


def base32(data):
    return base64.b32encode(data).decode().rstrip("=")


# ---------------------------------------------------------------- 3. keys and signatures

REGISTRY_ID = "pith-v1-2026-05"
REGISTRY_KEY = "b2d552b68890857171a78b36a5dccf368a953413288c353f7c9d9d6f94b709b3"
SLOTS = ("canonical_sha256_bytes", "open_graph_event_sha256_bytes", "bundle_sha256_bytes")

_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P
# The y coordinates of the eight points of small order.
_Y8 = int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little")
_SMALL = {0, 1, _P - 1, _Y8, _P - _Y8}


def _point(data):
    """The y coordinate when these are the one encoding of a point that is not of small order."""
    number = int.from_bytes(data, "little")
    y, sign = number & (2**255 - 1), number >> 255
    if y >= _P or y in _SMALL:
        return None
    x2 = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    if pow(x2, (_P - 1) // 2, _P) != 1:
        return None
    return (y, sign)


_good_keys = {}


def good_key(raw):
    if raw not in _good_keys:
        _good_keys[raw] = len(raw) == 32 and _point(raw) is not None
    return _good_keys[raw]


_signatures = {}


def holds(raw_key, message, signature):
    """Whether an Ed25519 signature holds. Remembered: mutants of one document ask the same again and again."""
    asked = (raw_key, message, signature)
    known = _signatures.get(asked)
    if known is None:
        known = _point(signature[:32]) is not None
        try:
            Ed25519PublicKey.from_public_bytes(raw_key).verify(signature, message)
        except InvalidSignature:
            known = False
        if len(_signatures) > 500_000:
            _signatures.clear()
        _signatures[asked] = known
    return known


def fingerprint(raw_key):
    return sha256(raw_key)[:32]


def strict_base64(text, length):
    """The bytes, when the text is their one spelling in standard base64 with padding."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        return None
    return data if len(data) == length and base64.b64encode(data).decode() == text else None


def strict_hex(text, length):
    if len(text) != 2 * length or not re.fullmatch("[0-9a-f]*", text):
        return None
    return bytes.fromhex(text)


class Ring:
    """The keys that establish a signer: the registry's, and those that the caller named."""

    def __init__(self, further=(), built_in=True):
        self.keys = [(REGISTRY_ID, bytes.fromhex(REGISTRY_KEY))] if built_in else []
        for name, key in further:
            if (name, bytes.fromhex(key)) not in self.keys:
                self.keys.append((name, bytes.fromhex(key)))


# ---------------------------------------------------------------- a document and its leaves


class Node:
    """A value of the document, and the bits of its leaves (in document order)."""

    __slots__ = ("value", "leaves", "kids", "type")

    def __init__(self, value, leaves, kids, type):
        self.value, self.leaves, self.kids, self.type = value, leaves, kids, type

    def get(self, *names):
        """The value that these member names lead to, or nothing."""
        node = self
        for name in names:
            if node is None or node.type != "object":
                return None
            node = node.kids.get(name)
        return node

    def elements(self):
        return self.kids if self.type == "array" else []

    def without(self, *names):
        """The leaves of an object but for some members."""
        leaves = self.leaves
        for name in names:
            if name in self.kids:
                leaves &= ~self.kids[name].leaves
        return leaves


_TYPES = {str: "string", int: "integer", float: "double", bool: "boolean", type(None): "null"}


def tree(value):
    """The nodes of a document, and the number of its leaves."""
    count = 0

    def build(value):
        nonlocal count
        first, kind = count, type(value)
        if kind is dict:
            kids = {name: build(member) for name, member in value.items()}
            name = "object"
        elif kind is list:
            kids = [build(element) for element in value]
            name = "array"
        else:
            count += 1
            return Node(value, 1 << first, (), _TYPES[kind])
        if not kids:
            count += 1
        return Node(value, (1 << count) - (1 << first), kids, name)

    return build(value), count


def is_type(node, *types):
    return node is not None and node.type in types


def text(node):
    """The text, when it is one."""
    return node.value if is_type(node, "string") else None


def absent(node):
    return node is None or node.type == "null"


def equal(one, other):
    """Whether two values are the same: as canonical JSON, where 1 and 1.0 differ."""
    return canonical(one.value) == canonical(other.value)


# ---------------------------------------------------------------- times, for the order of merging

_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:[Zz]|([+-])(\d\d):(\d\d))", re.ASCII
)


def instant(node):
    """(seconds, nanoseconds) of a time as RFC 3339 writes it, or nothing."""
    found = _TIME.fullmatch(text(node) or "")
    if not found:
        return None
    year, month, day, hour, minute, second, fraction, sign, off_hours, off_minutes = found.groups()
    try:
        base = datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), tzinfo=timezone.utc)
    except ValueError:
        return None
    offset = 0
    if sign:
        if int(off_hours) > 23 or int(off_minutes) > 59:
            return None
        offset = (int(off_hours) * 60 + int(off_minutes)) * (-60 if sign == "-" else 60)
    return (int((base - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()) - offset, int((fraction or "").ljust(9, "0")))


# ---------------------------------------------------------------- the judge

SIGNED, DERIVED, BOUND, SIGNATURE, CHECKSUMMED, UNCOVERED = "sdbgcu"
CLASS_NAMES = {
    "s": "signed", "d": "derived", "b": "bound", "g": "signature", "c": "checksummed", "u": "uncovered",
}  # fmt: skip

SECTIONS = {
    # A section of a graph snapshot: the member that lists it, the members that count it.
    "claims": ("items", ("count",)),
    "references": ("sample", ("count",)),
    "formal_canon": ("sample", ("evidence_count",)),
    "author_claims": ("items", ("count",)),
}
LISTS = (
    "graph_snapshots", "author_attestations", "timestamp_anchors", "storage_attestations", "citation_signatures",
    "replication_records", "corrections", "mirror_hints",
)  # fmt: skip
MERGE = "pith-open-graph-merge-v1"
INTEGRITY = "/schemas/pith-integrity/v1.json"


class Judge:
    """What the checks of one document found."""

    def __init__(self, ring):
        self.ring = ring
        self.said = []
        self.failed = False
        self.signed = 0  # leaves in bytes that a signature holds for
        self.signature = 0  # leaves that a signature needs as they are
        self.links = []  # (leaves, the leaves they follow from, bound?)
        self.required_open = False
        self.signature_passed = False
        self.untrusted = False
        # Keys that the document brings along: (identifier, raw key).
        self.listed = []

    # -- outcomes

    def fail(self, name, what=""):
        self.failed = True
        self.said.append(("failed", name, what))

    def open(self, name, what="", required=False):
        self.required_open |= required
        self.said.append(("not_checked", name, what))

    def passed(self, name, what=""):
        self.said.append(("passed", name, what))

    def follows(self, leaves, source, bound=False):
        """These leaves were computed from those and compared, and a difference would have failed."""
        self.links.append((leaves, source, bound))

    # -- digests and copies

    def stated_digest(self, name, stated, value, leaves, prefix=""):
        """A digest that the document states over a value."""
        if is_type(stated, "string") and stated.value == prefix + digest(value):
            self.passed(name)
            self.follows(stated.leaves, leaves)
            return True
        self.fail(name, "missing" if stated is None else "differs")
        return False

    def computed(self, name, stated, value, leaves):
        """A text that follows from signed values."""
        if is_type(stated, "string") and stated.value == value:
            self.passed(name)
            self.follows(stated.leaves, leaves)
        else:
            self.fail(name, "missing" if stated is None else "differs")

    def copy(self, name, one, other):
        """Two values that must be the same: each holds the other."""
        if one is None or not equal(one, other):
            self.fail(name, "missing" if one is None else "differs")
            return
        self.passed(name)
        self.follows(one.leaves, other.leaves)
        self.follows(other.leaves, one.leaves)

    # -- the canonical record and what it says in other words

    def pith_number(self, name, stated, record):
        suffix = base32(bytes.fromhex(digest(record.value)))[:26]
        time = text(record.get("metadata", "submitted_at"))
        if stated is None:
            self.fail(name, "missing")
        elif time is None or not re.match(r"[0-9]{4}-", time):
            self.open(name, "no year", required=True)
        else:
            self.computed(name, stated, f"pith:{time[:4]}:{suffix}", record.leaves)

    def short_number(self, stated, record):
        suffix = base32(bytes.fromhex(digest(record.value)))
        self.computed("record.short_pith_number", stated, f"pith:{suffix[:8]}", record.leaves)

    def aliases(self, node, record, required):
        if node is None and not required:
            return
        if not is_type(node, "array"):
            self.fail("record.alias", "no list")
            return
        for alias in node.kids:
            self.alias(alias, record)

    def alias(self, alias, record):
        kind, stated = text(alias.get("alias_kind")), alias.get("alias_value")
        source_id, version = record.get("source", "id"), record.get("source", "version")
        short = re.fullmatch("pith_short_(8|12|16)", kind or "")
        if short:
            suffix = base32(bytes.fromhex(digest(record.value)))
            self.computed("record.alias", stated, suffix[: int(short[1])], record.leaves)
        elif kind in ("arxiv", "arxiv_version", "doi"):
            if text(source_id) is None or (kind == "arxiv_version" and not is_type(version, "integer")):
                self.open("record.alias", "not computable")
            elif kind == "arxiv":
                self.computed("record.alias", stated, source_id.value, source_id.leaves)
            elif kind == "doi":
                self.computed("record.alias", stated, "10.48550/arxiv." + source_id.value, source_id.leaves)
            else:
                leaves = source_id.leaves | version.leaves
                self.computed("record.alias", stated, f"{source_id.value}v{version.value}", leaves)
        else:
            self.open("record.alias", "unknown kind")

    def paper(self, paper, record):
        """Title and abstract against their hashes in the record."""
        if paper is None:
            return
        title, title_hash = paper.get("title"), record.get("metadata", "title_canon_sha256")
        if text(title) is None:
            self.fail("title.hash", "missing")
        elif text(title_hash) is None:
            self.open("title.hash", "no hash")
        elif sha256(title.value.lower().encode()) == title_hash.value:
            self.passed("title.hash")
            self.follows(title.leaves, title_hash.leaves, bound=True)
        else:
            self.fail("title.hash", "differs")
        abstract, abstract_hash = paper.get("abstract_excerpt"), record.get("metadata", "abstract_canon_sha256")
        if text(abstract) is None or len(abstract.value) >= 600:
            self.open("abstract.hash", "cut")
        elif text(abstract_hash) is None:
            self.open("abstract.hash", "no hash")
        elif sha256(" ".join(abstract.value.split()).lower().encode()) == abstract_hash.value:
            self.passed("abstract.hash")
            self.follows(abstract.leaves, abstract_hash.leaves, bound=True)
        else:
            self.fail("abstract.hash", "differs")

    # -- graph snapshots

    def snapshot(self, node, record):
        """The sections of a graph snapshot, and what it repeats of a record."""
        if not is_type(node, "object"):
            self.fail("event.payload", "no snapshot")
            return
        if record is not None:
            if node.get("source") is not None and record.get("source") is not None:
                self.copy("record.source", node.get("source"), record.get("source"))
            self.paper(node.get("paper"), record)
        for name, (lists, counts) in SECTIONS.items():
            if node.get(name) is not None:
                self.section(node.get(name), lists, counts)
        if node.get("integrity") is not None:
            self.integrity_section(node.get("integrity"))

    def section(self, node, lists, counts):
        if not is_type(node, "object"):
            self.fail("section.digest", "no object")
            return
        listed, stated = node.get(lists), node.get("snapshot_sha256")
        counted = [node.get(name) for name in counts if node.get(name) is not None]
        is_empty = (listed is None or listed.value == []) and all(count.value == 0 for count in counted)
        if is_empty:
            self.stated_digest("section.digest", stated, {"payload": []}, 0)
        elif listed is not None and is_type(stated, "string") and stated.value == digest({"payload": listed.value}):
            self.passed("section.digest")
        else:
            self.open("section.digest", "not published")

    def integrity_section(self, node):
        if not is_type(node, "object"):
            self.fail("section.digest", "no object")
            return
        findings, detectors, stated = node.get("findings"), node.get("detectors_run"), node.get("snapshot_sha256")
        if stated is None:
            self.open("section.digest", "none")
        elif findings is None or detectors is None:
            self.fail("section.digest", "missing")
        else:
            content = {"payload": {"detectors": detectors.value, "findings": findings.value}}
            self.stated_digest("section.digest", stated, content, findings.leaves | detectors.leaves)

    # -- keys

    def key_object(self, node):
        """The two spellings of a key and its fingerprints. Gives the key to the signatures of the document."""
        if not is_type(node, "object"):
            self.fail("key.encoding", "no object")
            return
        if text(node.get("algorithm")) != "ed25519":
            self.open("key.encoding", "algorithm")
            return
        in_hex, in_base64 = node.get("public_key_hex"), node.get("public_key_b64")
        spelled = [spelling for spelling in (in_hex, in_base64) if not absent(spelling)]
        if not spelled:
            self.fail("key.encoding", "missing")
            return
        keys = set()
        for spelling in spelled:
            decode = strict_hex if spelling is in_hex else strict_base64
            keys.add(decode(spelling.value, 32) if text(spelling) is not None else None)
        key = keys.pop()
        if keys or key is None or not good_key(key):
            self.fail("key.encoding", "malformed or different")
            return
        if len(spelled) == 2:
            self.passed("key.encoding")
            self.follows(in_hex.leaves, in_base64.leaves)
            self.follows(in_base64.leaves, in_hex.leaves)
        else:
            self.open("key.encoding", "one spelling")
        identifier = text(node.get("key_id"))
        self.listed.append((identifier, key))
        for member, expected in (
            ("fingerprint_sha256_hex", fingerprint(key)),
            ("fingerprint_sha256_b32_first128bits", base32(hashlib.sha256(key).digest())[:26]),
        ):
            stated = node.get(member)
            if absent(stated):
                self.open("key.fingerprint", "none")
            elif text(stated) != expected:
                self.fail("key.fingerprint", "differs")
            else:
                self.passed("key.fingerprint")
                self.follows(stated.leaves, spelled[0].leaves)
                self.follows(spelled[0].leaves, stated.leaves)

    def used(self, key):
        """A signature holds for a key."""
        if not any(known == key for _, known in self.ring.keys):
            self.untrusted = True

    # -- signatures

    def signature_object(self, name, node, slot, value, leaves, required_there=True):
        """A signature object over the digest of a value. Says whether it holds."""
        if absent(node):
            if required_there:
                self.fail(name, "missing")
            else:
                self.open(name, "missing", required=True)
            return False
        if not is_type(node, "object"):
            self.fail(name, "no object")
            return False
        members = [node.get(member) for member in ("signature_status", "algorithm", "signed_message")]
        for member, expected in zip(members, ("signed_v1", "ed25519", slot)):
            if text(member) is None:
                self.fail(name, "missing")
                return False
            if member.value != expected:
                if member.value in SLOTS and expected is slot:
                    self.fail(name, "slot")
                else:
                    self.open(name, "unknown", required=True)
                return False
        signature = node.get("signature_b64")
        raw = strict_base64(signature.value, 64) if text(signature) is not None else None
        if raw is None:
            self.fail(name, "malformed")
            return False
        identifier, printed = node.get("key_id"), node.get("public_key_fingerprint")
        if text(identifier) is None or text(printed) is None:
            self.fail(name, "no key")
            return False
        key = self.named_key(name, identifier.value, printed.value)
        if key is None:
            return False
        if not holds(key, bytes.fromhex(digest(value)), raw):
            self.fail(name, "does not hold")
            return False
        self.passed(name)
        self.signature_passed = True
        self.used(key)
        self.signed |= leaves
        self.signature |= signature.leaves | identifier.leaves | printed.leaves
        for member in members:
            self.signature |= member.leaves
        return True

    def named_key(self, name, identifier, printed):
        """The key of that fingerprint, if nobody knows it, or the identifier, as another's."""
        known = {fingerprint(key): key for _, key in self.ring.keys}
        known.update({fingerprint(key): key for _, key in self.listed})
        names = [(REGISTRY_ID, fingerprint(bytes.fromhex(REGISTRY_KEY)))]
        names = [(REGISTRY_ID, fingerprint(key)) for label, key in self.ring.keys if key.hex() == REGISTRY_KEY]
        names += [(label, fingerprint(key)) for label, key in self.listed if label is not None]
        if printed in known:
            its_names = [label for label, of in names if of == printed]
            if (its_names and identifier not in its_names) or (
                not its_names and any(label == identifier for label, _ in names)
            ):
                self.fail(name, "identifier")
                return None
            return known[printed]
        if any(label == identifier for label, _ in names):
            self.fail(name, "fingerprint")
        else:
            self.open(name, "unknown key", required=True)
        return None

    # -- 5. events

    def record_created(self, payload, record):
        """The payload of a `record_created` event. Gives its canonical record."""
        if not is_type(payload, "object"):
            self.fail("record.digest", "no payload")
            return None
        own = payload.get("canonical_record")
        if not is_type(own, "object"):
            self.fail("record.digest", "no record")
            return None
        if record is not None:
            self.copy("record.copy", own, record)
        self.stated_digest("record.digest", payload.get("canonical_sha256"), own.value, own.leaves)
        self.receipt(payload.get("receipt"), own)
        for member, name in (("source_kind", "kind"), ("source_id", "id"), ("source_version", "version")):
            if own.get("source", name) is not None:
                self.copy("record.source", payload.get(member), own.get("source", name))
        return own

    def receipt(self, node, record):
        if is_type(node, "object"):
            self.stated_digest("record.digest", node.get("canonical_sha256"), record.value, record.leaves)
        self.signature_object("receipt.signature", node, SLOTS[0], record.value, record.leaves, required_there=False)

    def payload(self, event, record):
        kind, payload = text(event.get("event_type")), event.get("payload")
        if kind is None:
            self.fail("event.payload", "no type")
        elif kind == "record_created":
            self.record_created(payload, record)
        elif kind == "graph_snapshot":
            self.snapshot(payload.get("graph_snapshot") if payload else None, record)
        else:
            self.open("event.payload", "not published")

    def event(self, event, record, number):
        """Whether the event stands: its digest, its identifier, its signature, and what it is about."""
        if not is_type(event, "object"):
            self.fail("event.digest", "no object")
            return False
        failures = len([1 for outcome, _, _ in self.said if outcome == "failed"])
        self.payload(event, record)
        if number is not None:
            self.number_of_event(event, number)
        content = without(event.value, "signature", "content_sha256", "event_id")
        leaves = event.without("signature", "content_sha256", "event_id")
        self.stated_digest("event.digest", event.get("content_sha256"), content, leaves)
        self.stated_digest("event.id", event.get("event_id"), content, leaves, prefix="sha256:")
        signature, signer = event.get("signature"), event.get("signer")
        if not is_type(signer, "object"):
            self.fail("event.signer", "missing")
        elif is_type(signature, "object"):
            for member in ("key_id", "public_key_fingerprint"):
                if signature.get(member) is not None:
                    self.copy("event.signer", signer.get(member), signature.get(member))
        stands = self.signature_object("event.signature", signature, SLOTS[1], content, leaves)
        return stands and failures == len([1 for outcome, _, _ in self.said if outcome == "failed"])

    def number_of_event(self, event, number):
        self.copy("event.subject", event.get("subject_pith_number"), number)

    # -- 7. state

    def order(self, event):
        """Where an event stands in the merge."""
        ranks = {"record_created": (0, ""), "graph_snapshot": (1, "")}
        kind = text(event.get("event_type"))
        return (instant(event.get("created_at")), ranks.get(kind, (2, kind)), text(event.get("event_id")))

    def rebuilt(self, bundle, events):
        """The state that valid events give."""
        current = {"canonical_record": bundle["canonical_record"], "source_aliases": bundle["source_aliases"]}
        current.update({name: [] for name in LISTS})
        current["record_created"] = None
        for event in events:
            event = event.value
            entry = {name: event[name] for name in ("event_id", "target", "created_at", "signer", "payload") if name in event}
            if event["event_type"] == "record_created":
                if current["record_created"] is None:
                    current["record_created"] = entry
            else:
                current[event["event_type"] + "s"].append(entry)
        return {
            "state_type": "pith_open_graph_state", "state_version": "1.0", "pith_number": bundle["pith_number"],
            "merge_version": bundle["merge_version"], "event_count": len(events), "valid_event_count": len(events),
            "invalid_event_count": 0, "equivocation_count": 0, "current": current, "equivocations": [],
            "invalid_events": [], "applied_event_ids": [event.value["event_id"] for event in events],
        }  # fmt: skip

    def state_parts(self, state, event_count):
        """What a state says of itself."""
        for count, lists in (
            ("valid_event_count", "applied_event_ids"),
            ("invalid_event_count", "invalid_events"),
            ("equivocation_count", "equivocations"),
        ):
            listed, stated = state.get(lists), state.get(count)
            if stated is None:
                self.fail("state.count", "missing")
            elif not is_type(listed, "array"):
                self.fail("state.count", "no list")
            elif is_type(stated, "integer") and stated.value == len(listed.kids):
                self.passed("state.count")
                self.follows(stated.leaves, listed.leaves)
            else:
                self.fail("state.count", "differs")
        stated = state.get("event_count")
        if stated is None:
            self.fail("state.count", "missing")
        elif event_count is None:
            self.open("state.count", "no events")
        elif is_type(stated, "integer") and stated.value == event_count[0]:
            self.passed("state.count")
            self.follows(stated.leaves, event_count[1])
        else:
            self.fail("state.count", "differs")
        merge = state.get("merge_version")
        if merge is None:
            self.fail("state.merge_version", "missing")
        elif merge.value == MERGE:
            self.follows(merge.leaves, 0)
        else:
            self.open("state.merge_version", "unknown")

    def state_digest(self, state):
        self.stated_digest(
            "state.digest", state.get("state_sha256"), without(state.value, "state_sha256"), state.without("state_sha256")
        )

    # -- documents

    def bundle(self, node):
        for name, value in (("bundle_type", "pith_open_graph_bundle"), ("bundle_version", "1.0")):
            self.follows(node.get(name).leaves, 0)
        for key in self.list_of(node, "public_keys", "key.encoding"):
            self.key_object(key)
        record = self.whole_record(node)
        if record is not None:
            self.pith_number("record.pith_number", node.get("pith_number"), record)
            self.short_number(node.get("short_pith_number"), record)
            self.aliases(node.get("source_aliases"), record, required=True)
        events = self.list_of(node, "events", "event.digest")
        stand = [self.event(event, record, node.get("pith_number")) for event in events]
        if node.get("timestamp_proofs") is not None and node.get("timestamp_proofs").value != []:
            self.open("timestamp.proof", "not published")
        merge = node.get("merge_version")
        if merge is None:
            self.fail("state.merge_version", "missing")
        elif merge.value == MERGE:
            self.follows(merge.leaves, 0)
        else:
            self.open("state.merge_version", "unknown")
        self.bundle_state(node, record, events, all(stand) and is_type(node.get("events"), "array"))
        content, leaves = without(node.value, "bundle_signature"), node.without("bundle_signature")
        signature = node.get("bundle_signature")
        if is_type(signature, "object"):
            self.stated_digest("bundle.digest", signature.get("bundle_sha256"), content, leaves)
        self.signature_object("bundle.signature", signature, SLOTS[2], content, leaves)

    def whole_record(self, node):
        """The canonical record of a bundle or a record, with its digest and its source."""
        record = node.get("canonical_record")
        if not is_type(record, "object"):
            self.fail("record.digest", "no record")
            return None
        version = record.get("schema_version")
        if text(version) != "1.0":
            self.open("document.version", "unknown")
        self.stated_digest("record.digest", node.get("canonical_sha256"), record.value, record.leaves)
        if record.get("source") is not None:
            self.copy("record.source", node.get("source"), record.get("source"))
        return record

    def list_of(self, node, member, name):
        found = node.get(member)
        if not is_type(found, "array"):
            self.fail(name, "no list")
            return []
        return found.kids

    def bundle_state(self, node, record, events, all_stand):
        state = node.get("state")
        if not is_type(state, "object"):
            self.fail("state.rebuilt", "missing")
            return
        for name, value in (("state_type", "pith_open_graph_state"), ("state_version", "1.0")):
            stated = state.get(name)
            if text(stated) != value:
                self.fail("document.type", "differs")
            else:
                self.follows(stated.leaves, 0)
        listed = node.get("events")
        counted = (len(listed.kids), listed.leaves) if is_type(listed, "array") else None
        self.state_parts(state, counted)
        self.state_repeats(state, record)
        plain = all_stand and all(
            text(event.get("event_type")) in ("record_created", "graph_snapshot")
            and is_type(event.get("supersedes"), "array")
            and event.value["supersedes"] == []
            and absent(event.get("prev_event"))
            and instant(event.get("created_at"))
            for event in events
        )
        needed = [node.get(name) for name in ("canonical_record", "source_aliases", "pith_number", "merge_version")]
        if not plain or None in needed or needed[3].value != MERGE:
            self.open("state.rebuilt", "not comparable")
        else:
            expected = self.rebuilt(node.value, sorted(events, key=self.order))
            if canonical(expected) == canonical(without(state.value, "state_sha256")):
                self.passed("state.rebuilt")
                source = listed.leaves
                for part in needed:
                    source |= part.leaves
                self.follows(state.without("state_sha256"), source)
            else:
                self.fail("state.rebuilt", "differs")
        self.state_digest(state)

    def state_repeats(self, state, record):
        """The copies of a record's values in a state."""
        if record is None:
            return
        current = state.get("current")
        self.pith_number("record.pith_number", state.get("pith_number"), record)
        if current is not None:
            self.copy("record.copy", current.get("canonical_record"), record)
            self.aliases(current.get("source_aliases"), record, required=True)

    def record(self, node):
        for name in ("record_type", "schema_version"):
            self.follows(node.get(name).leaves, 0)
        record = self.whole_record(node)
        if record is None:
            return
        self.pith_number("record.pith_number", node.get("pith_number"), record)
        self.short_number(node.get("short_pith_number"), record)
        self.aliases(node.get("aliases"), record, required=False)
        self.receipt(node.get("receipt"), record)
        self.paper(node.get("paper"), record)
        if node.get("graph_snapshot") is not None:
            self.snapshot(node.get("graph_snapshot"), record)
        if node.get("events") is not None and node.get("events").value != []:
            self.open("record.events", "not published")

    def state(self, node):
        for name in ("state_type", "state_version"):
            self.follows(node.get(name).leaves, 0)
        current = node.get("current")
        record = current.get("canonical_record") if current else None
        if not is_type(record, "object"):
            self.fail("record.digest", "no record")
            record = None
        else:
            self.pith_number("record.pith_number", node.get("pith_number"), record)
            self.aliases(current.get("source_aliases"), record, required=True)
        created = current.get("record_created") if current else None
        entries = []
        if is_type(created, "object"):
            entries.append((created, (0, "")))
            self.record_created(created.get("payload"), record)
        for name in LISTS:
            listed = current.get(name) if current else None
            for entry in listed.elements() if listed else []:
                entries.append((entry, (1, "") if name == "graph_snapshots" else (2, name)))
                if name == "graph_snapshots":
                    self.snapshot(entry.get("payload", "graph_snapshot"), record)
        self.state_parts(node, None)
        self.applied(node, entries)
        self.state_digest(node)

    def applied(self, node, entries):
        listed = node.get("applied_event_ids")
        times = [instant(entry.get("created_at")) for entry, _ in entries]
        if None in times or not all(text(entry.get("event_id")) is not None for entry, _ in entries):
            self.open("state.applied", "no time")
            return
        ordered = sorted(
            (time, rank, entry.value["event_id"]) for time, (entry, rank) in zip(times, entries)
        )
        if is_type(listed, "array") and listed.value == [event_id for _, _, event_id in ordered]:
            self.passed("state.applied")
            source = 0
            for entry, _ in entries:
                source |= entry.get("event_id").leaves | entry.get("created_at").leaves
            self.follows(listed.leaves, source)
        else:
            self.fail("state.applied", "differs")

    def manifest(self, node):
        for name in ("manifest_type", "manifest_version"):
            self.follows(node.get(name).leaves, 0)
        for mirror in self.list_of(node, "mirrors", "key.encoding"):
            if mirror.get("public_key") is not None:
                self.key_object(mirror.get("public_key"))

    def canonical_record(self, node):
        self.passed("record.digest")

    def event_list(self, node):
        events = node.elements() or (node.get("events").kids if node.get("events") else [node])
        for event in events:
            self.event(event, None, None)

    # -- integrity documents

    def integrity(self, node):
        section, events = node.get("integrity"), node.get("events")
        if is_type(section, "object"):
            self.integrity_section(section)
        else:
            self.open("integrity.document")
        if is_type(events, "array"):
            for event in events.kids:
                self.integrity_event(event)
        else:
            self.open("integrity.document")
        for name in without(node.kids, "schema", "integrity", "events"):
            self.open("integrity.document", name)

    def integrity_event(self, event):
        if not is_type(event, "object"):
            self.fail("integrity.digest", "no object")
            return
        payload, stated = event.get("payload"), event.get("payload_sha256")
        content = digest(payload.value) if payload is not None else None
        digest_stated = None
        if text(stated) is not None and strict_hex(stated.value, 32):
            digest_stated = stated.value
        elif payload is not None or stated is not None:
            self.fail("integrity.digest", "missing or malformed")
        if text(event.get("event_type")) != "pith.integrity.v1":
            self.open("event.payload", "unknown kind")
        signature, named = event.get("signature_b64"), event.get("signing_key_id")
        if absent(signature):
            self.fail("integrity.signature", "missing")
            return
        raw = strict_base64(signature.value, 64) if text(signature) is not None else None
        if raw is None:
            self.fail("integrity.signature", "malformed")
            return
        if text(named) is None:
            self.fail("integrity.signature", "no key")
            return
        decides = digest_stated or content
        if decides is None:
            self.fail("integrity.signature", "no digest")
            return
        keys = [key for label, key in self.ring.keys + self.listed if label == named.value]
        if not keys:
            self.open("integrity.signature", "unknown key", required=True)
            return
        key = next((key for key in keys if holds(key, bytes.fromhex(decides), raw)), None)
        if key is None:
            if digest_stated:
                self.fail("integrity.signature", "does not hold")
            else:
                self.open("integrity.signature", "may be for another", required=True)
            return
        if payload is not None and passed_off(payload):
            self.open("integrity.signature", "slot", required=True)
            return
        self.used(key)
        self.signature |= signature.leaves | named.leaves
        if stated is not None and digest_stated:
            self.signature |= stated.leaves
        if content == decides:
            self.passed("integrity.signature")
            self.signature_passed = True
            self.signed |= payload.leaves
        else:
            self.open("integrity.signature", "no content", required=True)

    # -- coverage and verdict

    def classes(self, count):
        derived = bound = 0
        waiting, before = self.links, None
        while len(waiting) != before:
            before, still = len(waiting), []
            for link in waiting:
                leaves, source, is_bound = link
                if source & ~(self.signed | derived):
                    still.append(link)
                elif is_bound:
                    bound |= leaves
                else:
                    derived |= leaves & ~(self.signed | self.signature)
            waiting = still
        checked = 0
        for leaves, source, _ in self.links:
            checked |= leaves | source
        found = []
        for at in range(count):
            bit = 1 << at
            for leaves, word in (
                (self.signed, SIGNED), (self.signature, SIGNATURE), (derived, DERIVED), (bound, BOUND),
                (checked, CHECKSUMMED),
            ):  # fmt: skip
                if leaves & bit:
                    found.append(word)
                    break
            else:
                found.append(UNCOVERED)
        return "".join(found)

    def verdict(self, signs_itself):
        if self.failed:
            return "broken"
        if not signs_itself or not self.signed or not self.signature_passed:
            return "unsigned"
        return "consistent" if self.required_open or self.untrusted else "verified"


def passed_off(payload):
    """Whether a payload is recognisably something that is signed in another slot."""
    return looks_like_record(payload) or looks_like_event(payload) or text(payload.get("bundle_type")) is not None


def looks_like_event(node):
    return is_type(node, "object") and all(node.get(name) is not None for name in ("event_type", "payload"))


def looks_like_record(node):
    return is_type(node.get("source"), "object") and is_type(node.get("metadata"), "object")


TYPED = (
    ("bundle_type", "pith_open_graph_bundle", "bundle_version", "bundle", True),
    ("record_type", "pith_number_record", "schema_version", "record", True),
    ("state_type", "pith_open_graph_state", "state_version", "state", False),
    ("manifest_type", "pith_mirror_manifest", "manifest_version", "manifest", False),
)


def recognise(node):
    """(the method that judges documents of this type, whether they sign themselves), or nothing."""
    for member, value, version, method, signs in TYPED:
        if node.get(member) is not None:
            known = text(node.get(member)) == value and text(node.get(version)) == "1.0"
            return (method, signs) if known else None
    if (text(node.get("schema")) or "").endswith(INTEGRITY):
        return ("integrity", True)
    events = node.elements() if node.type == "array" else node.get("events").elements() if node.get("events") else [node]
    if events and all(looks_like_event(event) for event in events):
        return ("event_list", True)
    if node.type != "object":
        return None
    if any(is_type(node.get(name), "object") for name in SECTIONS):
        return ("graph", False)
    if looks_like_record(node):
        return ("canonical_record", False)
    if any(text(node.get(name)) is not None for name in ("public_key_hex", "public_key_b64")):
        return ("key", False)
    return None


def verify(data, ring):
    """(verdict, a class letter for each leaf in document order, what was found)."""
    try:
        value = read(data)
    except Refused as refusal:
        return "unreadable", "", [("refused", str(refusal), "")]
    node, count = tree(value)
    known = recognise(node)
    if known is None:
        return "unreadable", "", [("refused", "unrecognised", "")]
    method, signs = known
    judge = Judge(ring)
    if method == "graph":
        judge.snapshot(node, None)
    elif method == "key":
        judge.key_object(node)
    else:
        getattr(judge, method)(node)
    return judge.verdict(signs), judge.classes(count), judge.said


def pointers(value, at=""):
    """The JSON Pointer of every leaf."""
    if isinstance(value, dict) and value:
        for name, member in value.items():
            yield from pointers(member, at + "/" + name.replace("~", "~0").replace("/", "~1"))
    elif isinstance(value, list) and value:
        for index, element in enumerate(value):
            yield from pointers(element, f"{at}/{index}")
    else:
        yield at


# ---------------------------------------------------------------- questions and answers


def answer(question, data, ring):
    if question == b"V":
        verdict, classes, said = verify(data, ring)
        notes = " ".join(f"{outcome}:{name}:{what}" for outcome, name, what in said if outcome != "passed")
        return f"{verdict}\n{classes}\n{notes}".encode("utf-8", "replace")
    try:
        # The very call that the description names.
        text = json.dumps(read(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return b"+" + text.encode("utf-8")
    except Refused as refusal:
        return b"-" + str(refusal).encode("utf-8", "replace")


def serve(stream, out):
    """Frames: a letter, a count, and so many times a length and that many bytes; numbers have four bytes. `R` names the
    ring, `V` asks for a verdict, `C` for the canonical form. Each of the count has an answer, a length and its bytes."""
    ring = Ring()
    number = struct.Struct(">I")

    def data():
        return stream.read(number.unpack(stream.read(4))[0])

    while question := stream.read(1):
        asked = [data() for _ in range(number.unpack(stream.read(4))[0])]
        for one in asked:
            if question == b"R":
                ring, said = Ring(json.loads(one)), b""
            else:
                said = answer(question, one, ring)
            out.write(number.pack(len(said)) + said)
        out.flush()


def main(arguments):
    if arguments == ["--serve"]:
        serve(sys.stdin.buffer, sys.stdout.buffer)
        return 0
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    for name in arguments:
        with open(name, "rb") as file:
            data = file.read()
        verdict, classes, _ = verify(data, Ring())
        print(f"{verdict}\t{name}")
        if classes:
            for pointer, letter in zip(pointers(read(data)), classes):
                print(f"  {CLASS_NAMES[letter]}\t{pointer!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
