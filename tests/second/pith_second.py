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
from datetime import date
from functools import lru_cache

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


@lru_cache(10_000)
def base32(data):
    return base64.b32encode(data).decode().rstrip("=")


# ---------------------------------------------------------------- 3. keys and signatures

REGISTRY_ID = "pith-v1-2026-05"
REGISTRY_KEY = "b2d552b68890857171a78b36a5dccf368a953413288c353f7c9d9d6f94b709b3"
REGISTRY = (REGISTRY_ID, REGISTRY_KEY)
SLOTS = ("canonical_sha256_bytes", "open_graph_event_sha256_bytes", "bundle_sha256_bytes")

_P = 2**255 - 19
_D = -121665 * pow(121666, -1, _P) % _P
# The y coordinates of the eight points of small order.
_Y8 = int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little")
_SMALL = {0, 1, _P - 1, _Y8, _P - _Y8}


def is_strict_point(data):
    """Whether these bytes are the one encoding of a point that is not of small order."""
    y = int.from_bytes(data, "little") & (2**255 - 1)
    if y >= _P or y in _SMALL:
        return False
    x_squared = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    return pow(x_squared, (_P - 1) // 2, _P) == 1


@lru_cache(10_000)
def good_key(raw):
    return len(raw) == 32 and is_strict_point(raw)


@lru_cache(200_000)
def holds(raw_key, message, signature):
    """Whether an Ed25519 signature holds. Remembered: mutants of one document ask the same again and again."""
    try:
        Ed25519PublicKey.from_public_bytes(raw_key).verify(signature, message)
    except InvalidSignature:
        return False
    return is_strict_point(signature[:32])


@lru_cache(10_000)
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


def spelled_key(node):
    """The key of a key object, by the first of its spellings that is there."""
    in_hex, in_base64 = node.get("public_key_hex"), node.get("public_key_b64")
    key = None
    if text(in_hex) is not None:
        key = strict_hex(in_hex.value, 32)
    elif text(in_base64) is not None:
        key = strict_base64(in_base64.value, 32)
    return key if key is not None and good_key(key) else None


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

    __slots__ = ("value", "leaves", "kids", "type", "hashed")

    def __init__(self, value, leaves, kids, type):
        self.value, self.leaves, self.kids, self.type, self.hashed = value, leaves, kids, type, None

    def digest(self):
        """The digest of the value, computed once."""
        if self.hashed is None:
            self.hashed = digest(self.value)
        return self.hashed

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
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):(\d\d))", re.ASCII
)


def instant(node):
    """(days, seconds of the day without the zone, decimals) of a time as RFC 3339 writes it, or nothing."""
    found = _TIME.fullmatch(text(node) or "")
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
    fraction, sign, zone_hour, zone_minute = found.groups()[6:]
    try:
        # The Gregorian calendar repeats every 400 years; Python knows no year 0.
        days = date(year % 400 + 400, month, day).toordinal() + (year // 400) * 146_097
    except ValueError:
        return None
    # The second 60 is a leap second.
    if hour > 23 or minute > 59 or second > 60 or int(zone_hour or 0) > 23 or int(zone_minute or 0) > 59:
        return None
    zone = (int(zone_hour or 0) * 60 + int(zone_minute or 0)) * (-60 if sign == "-" else 60)
    seconds = days * 86_400 + hour * 3600 + minute * 60 + second - zone
    return (seconds, int((fraction or "").ljust(9, "0")))


# ---------------------------------------------------------------- the judge

SIGNED, DERIVED, BOUND, SIGNATURE, CHECKSUMMED, UNCOVERED = "sdbgcu"
CLASS_NAMES = {
    "s": "signed", "d": "derived", "b": "bound", "g": "signature", "c": "checksummed", "u": "uncovered",
}  # fmt: skip

SECTIONS = {
    # A section of a graph snapshot: the member that lists it, and the one that counts it.
    "claims": ("items", "count"),
    "references": ("sample", "count"),
    "formal_canon": ("sample", "evidence_count"),
    "author_claims": ("items", "count"),
}
LISTS = (
    "graph_snapshots", "author_attestations", "timestamp_anchors", "storage_attestations", "citation_signatures",
    "replication_records", "corrections", "mirror_hints",
)  # fmt: skip
# What follows from a constant of the format rests on no leaf; what follows from no leaf at all rests on nothing.
CONSTANT = None
MERGE = "pith-open-graph-merge-v1"
INTEGRITY = "/schemas/pith-integrity/v1.json"


def suffix(record):
    """What the Pith Number of a canonical record ends with, and more."""
    return base32(bytes.fromhex(record.digest()))


def in_order(keyed, stated):
    """Events, each as (time, rank, identifier), in merge order. What comes after time and rank is not published, so what
    ties there stands as the stated order has it, and only then by identifier."""
    places = {}
    for place, name in enumerate(stated if isinstance(stated, list) else []):
        if isinstance(name, str):
            places.setdefault(name, place)
    return sorted(keyed, key=lambda key: (key[0], key[1], places.get(key[2], len(places)), key[2]))


def state_of(bundle, events):
    """The state that events in merge order give."""
    kept = ("event_id", "target", "created_at", "signer", "payload")
    entries = [(event["event_type"], {name: event[name] for name in kept if name in event}) for event in events]
    current = {name: [] for name in LISTS}
    current["canonical_record"] = bundle.get("canonical_record")
    current["source_aliases"] = bundle.get("source_aliases")
    current["record_created"] = next(entry for kind, entry in entries if kind == "record_created")
    current["graph_snapshots"] = [entry for kind, entry in entries if kind == "graph_snapshot"]
    return {
        "state_type": "pith_open_graph_state", "state_version": "1.0", "pith_number": bundle.get("pith_number"),
        "merge_version": bundle.get("merge_version"), "event_count": len(events), "valid_event_count": len(events),
        "invalid_event_count": 0, "equivocation_count": 0, "current": current, "equivocations": [],
        "invalid_events": [], "applied_event_ids": [event["event_id"] for event in events],
    }  # fmt: skip


class Judge:
    """What the checks of one document found."""

    def __init__(self, ring):
        self.ring = ring
        self.said = []
        self.failures = 0
        self.signed = 0  # leaves in bytes that a signature holds for
        self.signature = 0  # leaves that a signature needs as they are
        self.links = []  # (leaves, the leaves they follow from, whether a normal form binds them)
        self.checked = 0  # leaves a change of which would have made a check fail
        self.required_open = False
        self.signature_passed = False
        # Keys that the document brings along: (identifier, raw key).
        self.listed = []

    # -- outcomes

    def fail(self, name, what=""):
        self.failures += 1
        self.said.append(("failed", name, what))

    def open(self, name, what="", required=False):
        """Something that could not be checked. Where it is required, the verdict is not `verified`."""
        self.required_open |= required
        self.said.append(("not_checked", name, what))

    def follows(self, leaves, source, bound=False):
        """These leaves were computed from those and compared, and a difference would have failed."""
        self.links.append((leaves, source, bound))
        self.checked |= leaves

    # -- digests and copies

    def stated_digest(self, name, stated, computed, leaves):
        """A digest that the document states over some leaves."""
        if text(stated) == computed:
            self.follows(stated.leaves, leaves)
            self.checked |= leaves
        else:
            self.fail(name, "missing" if stated is None else "differs")

    def computed(self, name, stated, value, leaves, only_if=0):
        """A text that follows from other values, and is only compared if some are as they are."""
        if text(stated) == value:
            self.follows(stated.leaves, leaves | only_if)
            self.checked |= leaves
        else:
            self.fail(name, "missing" if stated is None else "differs")

    def copy(self, name, copy, original, must=True):
        """Two values that must be the same: each holds the other. Where they may differ, nothing is held."""
        if original is None:
            self.open(name, "no original", required=must)
        elif copy is not None and equal(copy, original):
            if must:
                self.follows(copy.leaves, original.leaves)
                self.follows(original.leaves, copy.leaves)
        elif must:
            self.fail(name, "missing" if copy is None else "differs")
        else:
            self.open(name, "may differ")

    def constant(self, name, stated, value):
        if text(stated) == value:
            self.follows(stated.leaves, CONSTANT)
        else:
            self.fail(name, "differs")

    # -- 2. the canonical record and what it says in other words

    def named_record(self, node):
        """What bundles and records share: the canonical record, its digest, its numbers, its source."""
        record = node.get("canonical_record")
        if not is_type(record, "object"):
            self.fail("record.digest", "no record")
            return None
        if text(record.get("schema_version")) != "1.0":
            self.open("document.version", "unknown")
        self.stated_digest("record.digest", node.get("canonical_sha256"), record.digest(), record.leaves)
        self.pith_number("record.pith_number", node.get("pith_number"), record)
        self.computed("record.short_pith_number", node.get("short_pith_number"), "pith:" + suffix(record)[:8], record.leaves)
        self.copy("record.source", node.get("source"), record.get("source"))
        return record

    def pith_number(self, name, stated, record):
        year = re.match(r"[0-9]{4}(?=-)", text(record.get("metadata", "submitted_at")) or "")
        if year is None:
            self.open(name, "no year", required=True)
        else:
            self.computed(name, stated, f"pith:{year[0]}:{suffix(record)[:26]}", record.leaves)

    def aliases(self, node, record):
        """Which aliases there must be is not published; those of a known kind must be right."""
        for alias in node.elements() if node else []:
            kind, stated = text(alias.get("alias_kind")), alias.get("alias_value")
            kind_of_source, source_id, version = (record.get("source", name) for name in ("kind", "id", "version"))
            short = re.fullmatch("pith_short_(8|12|16)", kind or "")
            if short:
                self.computed("record.alias", stated, suffix(record)[: int(short[1])], record.leaves)
            elif kind not in ("arxiv", "arxiv_version", "doi"):
                self.open("record.alias", "unknown kind")
            elif text(kind_of_source) != "arxiv" or text(source_id) is None:
                self.open("record.alias", "not of arXiv")
            elif kind != "arxiv_version":
                start = "10.48550/arxiv." if kind == "doi" else ""
                self.computed("record.alias", stated, start + source_id.value, source_id.leaves, kind_of_source.leaves)
            elif is_type(version, "integer"):
                leaves = source_id.leaves | version.leaves
                self.computed("record.alias", stated, f"{source_id.value}v{version.value}", leaves, kind_of_source.leaves)
            else:
                self.open("record.alias", "no version")

    def paper(self, paper, record):
        """Title and abstract against the hashes of their normal forms in the record."""
        if record is None or not is_type(paper, "object"):
            return
        title, abstract = paper.get("title"), paper.get("abstract_excerpt")
        hashes = [record.get("metadata", name + "_canon_sha256") for name in ("title", "abstract")]
        if text(hashes[0]) is None:
            self.open("title.hash", "no hash", required=True)
        elif text(title) is None:
            self.fail("title.hash", "missing")
        else:
            self.text_hash("title.hash", title, title.value, hashes[0])
        if absent(abstract) or text(hashes[1]) is None or len(text(abstract) or "") >= 600:
            self.open("abstract.hash", "cut, or no hash")
        elif text(abstract) is None:
            self.fail("abstract.hash", "no text")
        else:
            self.text_hash("abstract.hash", abstract, " ".join(abstract.value.split()), hashes[1])

    def text_hash(self, name, stated, spaced, stated_hash):
        if sha256(spaced.lower().encode()) == stated_hash.value:
            self.follows(stated.leaves, stated_hash.leaves, bound=True)
            self.checked |= stated_hash.leaves
        else:
            self.fail(name, "differs")

    def receipt(self, node, record, in_event):
        if absent(node) and not in_event:
            # Nothing says that every record has been signed yet.
            self.open("receipt.signature", "missing", required=True)
        elif not is_type(node, "object"):
            self.fail("receipt.signature", "missing")
        else:
            self.stated_digest("record.digest", node.get("canonical_sha256"), record.digest(), record.leaves)
            self.signature_object("receipt.signature", node, SLOTS[0], record.digest(), record.leaves)

    # -- 6. graph snapshots

    def snapshot(self, node, record):
        """The sections of a graph snapshot, and what it repeats of a record."""
        if record is not None and node.get("source") is not None:
            self.copy("record.source", node.get("source"), record.get("source"))
        self.paper(node.get("paper"), record)
        for name, (lists, count) in SECTIONS.items():
            if is_type(node.get(name), "object"):
                self.section(node.get(name), node.get(name, lists), node.get(name, count))
            elif not absent(node.get(name)):
                self.open("section.digest", "no section")
        if is_type(node.get("integrity"), "object"):
            self.integrity_section(node.get("integrity"))
        elif not absent(node.get("integrity")):
            self.open("section.digest", "no section")

    def section(self, node, listed, count):
        stated = node.get("snapshot_sha256")
        evidence = [part for part in (listed, count) if part is not None]
        listed_none = listed is None or (listed.type == "array" and not listed.kids)
        counted_none = count is None or (count.type == "integer" and count.value == 0)
        if evidence and listed_none and counted_none:
            if text(stated) == digest({"payload": []}):
                # It is right because nothing is listed and counted. When something is, the digest is open: so the
                # list and the count are not held by it.
                self.follows(stated.leaves, sum(part.leaves for part in evidence))
            else:
                self.fail("section.digest", "differs")
        elif listed is None or text(stated) != digest({"payload": listed.value}):
            self.open("section.digest", "not published")

    def integrity_section(self, node):
        findings, detectors, stated = node.get("findings"), node.get("detectors_run"), node.get("snapshot_sha256")
        if stated is None and (node.value.get("available") is False or (findings is None and detectors is None)):
            self.open("section.digest", "none")
        elif findings is None or detectors is None:
            self.fail("section.digest", "missing")
        else:
            content = {"payload": {"detectors": detectors.value, "findings": findings.value}}
            self.stated_digest("section.digest", stated, digest(content), findings.leaves | detectors.leaves)

    # -- 3. keys

    def key_object(self, node):
        """The two spellings of a key and its fingerprints."""
        if text(node.get("algorithm")) not in (None, "ed25519"):
            self.open("key.encoding", "algorithm")
            return
        spelled = [node.get(name) for name in ("public_key_hex", "public_key_b64") if not absent(node.get(name))]
        key = spelled_key(node)
        if any(known == key for _, known in self.ring.keys):
            # The ring is what the reader starts from, as the format's constants are.
            self.follows(next(spelling for spelling in spelled if text(spelling) is not None).leaves, CONSTANT)
        if key is None or any(text(spelling) is None for spelling in spelled):
            self.fail("key.encoding", "missing, malformed or no text")
            return
        if len(spelled) == 1:
            self.open("key.encoding", "one spelling")
        elif strict_base64(spelled[1].value, 32) == key:
            self.follows(spelled[0].leaves, spelled[1].leaves)
            self.follows(spelled[1].leaves, spelled[0].leaves)
        else:
            self.fail("key.encoding", "spellings differ")
        for member, expected in (
            ("fingerprint_sha256_hex", fingerprint(key)),
            ("fingerprint_sha256_b32_first128bits", base32(hashlib.sha256(key).digest())[:26]),
        ):
            stated = node.get(member)
            if absent(stated):
                self.open("key.fingerprint", "none")
            elif text(stated) == expected:
                self.follows(stated.leaves, spelled[0].leaves)
                self.follows(spelled[0].leaves, stated.leaves)
            else:
                self.fail("key.fingerprint", "differs")

    def list_keys(self, nodes):
        """Keys that the document brings along are at hand for every signature in it."""
        for node in nodes:
            key = spelled_key(node)
            if key is not None and text(node.get("algorithm")) in (None, "ed25519"):
                self.listed.append((text(node.get("key_id")), key))

    def named_key(self, name, identifier, printed):
        """(the key of that fingerprint, whether its identifier is known), or nothing, which is said."""
        at_hand = self.ring.keys + self.listed
        # Known are the registry's name for its key and the names in the document, not the labels in a ring.
        names = [(REGISTRY_ID, fingerprint(key)) for label, key in self.ring.keys if (label, key.hex()) == REGISTRY]
        names += [(label, fingerprint(key)) for label, key in self.listed if label is not None]
        key = next((key for _, key in at_hand if fingerprint(key) == printed), None)
        own = [label for label, of in names if of == printed]
        others = any(label == identifier for label, of in names if of != printed)
        if key is None and others:
            self.fail(name, "another fingerprint")
        elif key is None:
            self.open(name, "unknown key", required=True)
        elif (own and identifier not in own) or (not own and others):
            self.fail(name, "another identifier")
        else:
            return key, bool(own)
        return None

    def used(self, key):
        """A signature holds for a key. One that is not in the ring establishes nobody."""
        if not any(known == key for _, known in self.ring.keys):
            self.open("key.trust", "not in the ring", required=True)

    # -- 3. signatures

    def signature_object(self, name, node, slot, content, leaves):
        """A signature object over the digest of some leaves. Says whether it holds."""
        fixed = [node.get(member) for member in ("signature_status", "algorithm", "signed_message")]
        for member, expected in zip(fixed, ("signed_v1", "ed25519", slot)):
            if text(member) is None:
                self.fail(name, "missing")
                return False
            if member.value != expected:
                # Another known slot is the wrong one; what is not known may be newer than this.
                if expected == slot and member.value in SLOTS:
                    self.fail(name, "slot")
                else:
                    self.open(name, "unknown", required=True)
                return False
        signature, identifier = node.get("signature_b64"), node.get("key_id")
        printed = node.get("public_key_fingerprint")
        raw = strict_base64(signature.value, 64) if text(signature) is not None else None
        if raw is None or text(identifier) is None or text(printed) is None:
            self.fail(name, "malformed or missing")
            return False
        named = self.named_key(name, identifier.value, printed.value)
        if named is None:
            return False
        key, identifier_is_known = named
        if not holds(key, bytes.fromhex(content), raw):
            self.fail(name, "does not hold")
            return False
        self.signature_passed = True
        self.used(key)
        self.signed |= leaves
        self.signature |= signature.leaves | printed.leaves
        for member in fixed:
            self.signature |= member.leaves
        # A key without a known name may go by any.
        if identifier_is_known:
            self.signature |= identifier.leaves
        return True

    # -- 5. events

    def payload_of_record_created(self, payload, original, in_event):
        """The payload of a `record_created` event or entry. Gives its canonical record."""
        record = payload.get("canonical_record")
        if not is_type(record, "object"):
            self.fail("record.digest", "no record")
            return None
        if original is not None:
            self.copy("record.copy", record, original)
        self.stated_digest("record.digest", payload.get("canonical_sha256"), record.digest(), record.leaves)
        for member, name in (("source_kind", "kind"), ("source_id", "id"), ("source_version", "version")):
            self.copy("record.source", payload.get(member), record.get("source", name))
        self.receipt(payload.get("receipt"), record, in_event)
        return record

    def event(self, event, bundle=None, record=None):
        """Whether an event of a bundle, or one that stands alone, is valid."""
        failures = self.failures
        if not is_type(event, "object"):
            self.fail("event.digest", "no object")
            return False
        kind, payload, subject = text(event.get("event_type")), event.get("payload"), event.get("subject_pith_number")
        # What other types of event may say of subject and signer is not published.
        must = kind in ("record_created", "graph_snapshot")
        if bundle is not None:
            self.copy("event.subject", subject, bundle.get("pith_number"), must)
        if kind is None:
            self.fail("event.payload", "no type")
        elif kind == "record_created":
            own = None
            if is_type(payload, "object"):
                own = self.payload_of_record_created(payload, record, in_event=True)
            else:
                self.fail("record.digest", "no payload")
            if bundle is None and own is not None:
                self.pith_number("event.subject", subject, own)
        elif kind == "graph_snapshot":
            if is_type(payload, "object") and is_type(payload.get("graph_snapshot"), "object"):
                self.snapshot(payload.get("graph_snapshot"), record)
            else:
                self.fail("event.payload", "no snapshot")
        else:
            self.open("event.payload", "not published")
        outside = ("signature", "content_sha256", "event_id")
        content, leaves = digest(without(event.value, *outside)), event.without(*outside)
        self.stated_digest("event.digest", event.get("content_sha256"), content, leaves)
        self.stated_digest("event.id", event.get("event_id"), "sha256:" + content, leaves)
        signature, signer = event.get("signature"), event.get("signer")
        if not is_type(signature, "object"):
            self.fail("event.signature", "missing")
            return False
        if is_type(signer, "object"):
            for member in ("key_id", "public_key_fingerprint"):
                self.copy("event.signer", signer.get(member), signature.get(member), must)
        elif must:
            self.fail("event.signer", "missing")
        stands = self.signature_object("event.signature", signature, SLOTS[1], content, leaves)
        return stands and failures == self.failures

    def event_list(self, node):
        for event in events_of(node):
            self.event(event)

    # -- 7. state

    def state_itself(self, state):
        """What a state says of itself: its merge, its counts, its digest."""
        if text(state.get("merge_version")) != MERGE:
            self.open("state.merge_version", "unknown")
        for count, lists in (
            ("valid_event_count", "applied_event_ids"),
            ("invalid_event_count", "invalid_events"),
            ("equivocation_count", "equivocations"),
        ):
            self.count(state.get(count), state.get(lists))
        content, leaves = digest(without(state.value, "state_sha256")), state.without("state_sha256")
        self.stated_digest("state.digest", state.get("state_sha256"), content, leaves)

    def count(self, stated, listed):
        if not is_type(listed, "array"):
            self.open("state.count", "no list")
        elif is_type(stated, "integer") and stated.value == len(listed.kids):
            self.follows(stated.leaves, listed.leaves)
        else:
            self.fail("state.count", "missing" if stated is None else "differs")

    def state(self, node):
        """A state alone: what it repeats, its order, its digest."""
        self.constant("document.type", node.get("state_type"), "pith_open_graph_state")
        self.constant("document.version", node.get("state_version"), "1.0")
        current = node.get("current")
        if is_type(current, "object"):
            self.applied(node.get("applied_event_ids"), current)
            self.current(node, current)
        else:
            self.fail("state.applied", "no current")
        self.state_itself(node)

    def current(self, state, current):
        record = current.get("canonical_record")
        if not is_type(record, "object"):
            self.fail("record.digest", "no record")
            return
        self.pith_number("record.pith_number", state.get("pith_number"), record)
        self.aliases(current.get("source_aliases"), record)
        if is_type(current.get("record_created", "payload"), "object"):
            self.payload_of_record_created(current.get("record_created", "payload"), record, in_event=False)
        entries = current.get("graph_snapshots")
        for entry in entries.elements() if entries else []:
            if is_type(entry.get("payload", "graph_snapshot"), "object"):
                self.snapshot(entry.get("payload", "graph_snapshot"), record)

    def applied(self, listed, current):
        """The applied identifiers of a state alone are those of its entries, in merge order."""
        entries = [(0, current.get("record_created"))] if current.get("record_created") else []
        snapshots = current.get("graph_snapshots")
        entries += [(1, entry) for entry in (snapshots.elements() if snapshots else [])]
        keyed = [(instant(entry.get("created_at")), rank, text(entry.get("event_id"))) for rank, entry in entries]
        others = [current.get(name) for name in LISTS if name != "graph_snapshots"]
        if any(other.kids for other in others if other) or any(None in key for key in keyed):
            self.open("state.applied", "not published")
            return
        if not is_type(listed, "array"):
            self.fail("state.applied", "missing")
            return
        order = [name for _, _, name in in_order(keyed, listed.value)]
        if order == listed.value:
            self.follows(listed.leaves, current.leaves)
            self.checked |= sum(entry.get("event_id").leaves for _, entry in entries)
        else:
            self.fail("state.applied", "differs")

    def state_in_bundle(self, bundle, state, record, events, valid):
        self.constant("document.type", state.get("state_type"), "pith_open_graph_state")
        self.constant("document.version", state.get("state_version"), "1.0")
        self.copy("record.pith_number", state.get("pith_number"), bundle.get("pith_number"))
        for holder in (bundle, state):
            if text(holder.get("merge_version")) is None:
                self.fail("state.merge_version", "missing")
        self.count(state.get("event_count"), bundle.get("events"))
        current = state.get("current")
        if not is_type(current, "object"):
            self.fail("state.rebuilt", "no current")
        elif record is not None:
            self.copy("record.alias", current.get("source_aliases"), bundle.get("source_aliases"))
            self.copy("record.copy", current.get("canonical_record"), record)
        self.rebuilt(bundle, state, events, valid)
        self.state_itself(state)

    def rebuilt(self, bundle, state, events, valid):
        """The state of the events, exactly, where nothing goes beyond what is known of the merge."""
        ids = [text(event.get("event_id")) for event in events]
        known = (
            text(bundle.get("merge_version")) == MERGE
            and all(valid)
            and all(
                text(event.get("event_type")) in ("record_created", "graph_snapshot")
                and event.value.get("supersedes", 0) == []
                and event.value.get("prev_event", 0) is None
                and instant(event.get("created_at"))
                for event in events
            )
            and sum(event.value["event_type"] == "record_created" for event in events) == 1
            and len(set(ids)) == len(ids)
        )
        if not known:
            self.open("state.rebuilt", "not comparable")
            return
        ranks = {"record_created": 0, "graph_snapshot": 1}
        by_id = {event_id: event.value for event_id, event in zip(ids, events)}
        keyed = [(instant(event.get("created_at")), ranks[event.value["event_type"]], event_id)
                 for event_id, event in zip(ids, events)]  # fmt: skip
        order = [by_id[event_id] for *_, event_id in in_order(keyed, state.value.get("applied_event_ids"))]
        expected = state_of(bundle.value, order)
        expected["state_sha256"] = digest(expected)
        if canonical(expected) == canonical(state.value):
            source = 0
            for name in ("events", "canonical_record", "source_aliases", "pith_number", "merge_version"):
                source |= bundle.get(name).leaves if bundle.get(name) else 0
            self.follows(state.leaves, source)
        else:
            self.fail("state.rebuilt", "differs")

    # -- 4. documents

    def bundle(self, node):
        self.constant("document.type", node.get("bundle_type"), "pith_open_graph_bundle")
        self.constant("document.version", node.get("bundle_version"), "1.0")
        keys = node.get("public_keys")
        self.list_keys(keys.elements() if keys else [])
        record = self.named_record(node)
        if not is_type(node.get("source_aliases"), "array"):
            self.fail("record.alias", "no list")
        elif record is not None:
            self.aliases(node.get("source_aliases"), record)
        events = node.get("events").elements() if node.get("events") else []
        if not is_type(node.get("events"), "array"):
            self.fail("event.digest", "no list")
        valid = [self.event(event, node, record) for event in events]
        if is_type(node.get("state"), "object"):
            self.state_in_bundle(node, node.get("state"), record, events, valid)
        else:
            self.fail("state.rebuilt", "no state")
        for key in keys.elements() if keys else []:
            self.key_object(key)
        # A bundle need not have keys or proofs; what it has under these names must be a list.
        for name in ("public_keys", "timestamp_proofs"):
            if node.get(name) is not None and node.get(name).type != "array":
                self.fail(name, "no list")
        if node.get("timestamp_proofs") and node.get("timestamp_proofs").kids:
            self.open("timestamp.proof", "not published")
        signature = node.get("bundle_signature")
        if not is_type(signature, "object"):
            self.fail("bundle.signature", "missing")
            return
        content, leaves = digest(without(node.value, "bundle_signature")), node.without("bundle_signature")
        self.stated_digest("bundle.digest", signature.get("bundle_sha256"), content, leaves)
        self.signature_object("bundle.signature", signature, SLOTS[2], content, leaves)

    def record(self, node):
        self.constant("document.type", node.get("record_type"), "pith_number_record")
        self.constant("document.version", node.get("schema_version"), "1.0")
        record = self.named_record(node)
        if record is not None:
            self.aliases(node.get("aliases"), record)
            self.receipt(node.get("receipt"), record, in_event=False)
            self.paper(node.get("paper"), record)
            if is_type(node.get("graph_snapshot"), "object"):
                self.snapshot(node.get("graph_snapshot"), record)

    def manifest(self, node):
        self.constant("document.type", node.get("manifest_type"), "pith_mirror_manifest")
        self.constant("document.version", node.get("manifest_version"), "1.0")
        for mirror in node.get("mirrors").elements() if node.get("mirrors") else []:
            if is_type(mirror.get("public_key"), "object"):
                self.key_object(mirror.get("public_key"))

    def graph(self, node):
        self.snapshot(node, None)

    def key(self, node):
        self.key_object(node)

    def canonical_record(self, node):
        """Its digest and its number can be computed; there is nothing to compare them with."""

    def integrity(self, node):
        if is_type(node.get("integrity"), "object"):
            self.integrity_section(node.get("integrity"))
        else:
            self.open("integrity.document", "no section")
        if is_type(node.get("events"), "array"):
            for event in node.get("events").kids:
                self.integrity_event(event)
        else:
            self.open("integrity.document", "no events")

    def integrity_event(self, event):
        if not is_type(event, "object"):
            self.fail("integrity.digest", "no object")
            return
        payload, stated = event.get("payload"), event.get("payload_sha256")
        content = digest(payload.value) if payload is not None else None
        stated_digest = stated.value if text(stated) is not None and strict_hex(stated.value, 32) else None
        if payload is not None and stated_digest is None:
            self.fail("integrity.digest", "missing or malformed")
        elif stated_digest != content:
            # How the digest is made is not published.
            self.open("integrity.digest", "not published", required=payload is not None)
        if payload is not None and passed_off(payload):
            self.open("integrity.signature", "signed for another purpose", required=True)
            return
        signature, named = event.get("signature_b64"), event.get("signing_key_id")
        raw = strict_base64(signature.value, 64) if text(signature) is not None else None
        if raw is None or text(named) is None:
            self.fail("integrity.signature", "malformed or missing")
            return
        keys = [key for label, key in self.ring.keys if label == named.value]
        decides = stated_digest or content
        if not keys:
            self.open("integrity.signature", "unknown key", required=True)
            return
        if decides is None:
            self.fail("integrity.signature", "no digest")
            return
        key = next((key for key in keys if holds(key, bytes.fromhex(decides), raw)), None)
        if key is None and stated_digest:
            self.fail("integrity.signature", "does not hold")
        elif key is None:
            self.open("integrity.signature", "may be for another digest", required=True)
        else:
            self.used(key)
            self.signature |= signature.leaves | named.leaves | (stated.leaves if stated and not stated.kids else 0)
            if content == decides:
                self.signature_passed = True
                self.signed |= payload.leaves
            else:
                self.open("integrity.signature", "holds for no content", required=True)

    # -- coverage and verdict

    def classes(self, count):
        # What follows from what follows comes after it, in whatever order the checks ran.
        derived = bound = 0
        waiting, before = self.links, None
        while len(waiting) != before:
            before, still = len(waiting), []
            for link in waiting:
                leaves, source, is_bound = link
                if source is not CONSTANT and (not source or source & ~(self.signed | derived)):
                    still.append(link)
                elif is_bound:
                    bound |= leaves & ~derived
                else:
                    derived |= leaves & ~(self.signed | self.signature | bound)
            waiting = still
        found = bytearray(UNCOVERED.encode() * count)
        for leaves, word in (
            (self.checked, CHECKSUMMED), (bound, BOUND), (derived, DERIVED), (self.signature, SIGNATURE),
            (self.signed, SIGNED),
        ):  # fmt: skip
            for at, bit in enumerate(reversed(bin(leaves)[2:])):
                if bit == "1":
                    found[at] = ord(word)
        return found.decode()

    def verdict(self, signs_itself):
        if self.failures:
            return "broken"
        if not signs_itself or not self.signed or not self.signature_passed:
            return "unsigned"
        return "consistent" if self.required_open else "verified"


def has(node, within, member):
    return is_type(node.get(within), "object") and node.get(within, member) is not None


def passed_off(payload):
    """Whether a payload is recognisably something that is signed in another slot."""
    is_event = payload.get("event_type") is not None and payload.get("subject_pith_number") is not None
    return looks_like_record(payload) or payload.get("bundle_type") is not None or is_event


def looks_like_record(node):
    return has(node, "source", "id") and has(node, "metadata", "submitted_at")


def looks_like_graph(node):
    sections = any(is_type(node.get(name), "object") for name in SECTIONS)
    return has(node, "paper", "title") and sections and node.get("canonical_record") is None


TYPED = (
    ("bundle_type", "pith_open_graph_bundle", "bundle_version", "bundle", True),
    ("record_type", "pith_number_record", "schema_version", "record", True),
    ("state_type", "pith_open_graph_state", "state_version", "state", False),
    ("manifest_type", "pith_mirror_manifest", "manifest_version", "manifest", False),
)


def events_of(node):
    """The events of an array, of an object with nothing but `events`, or the one event that this is."""
    if node.get("events") is not None:
        return node.get("events").elements() if len(node.kids) == 1 else []
    return node.elements() if node.type == "array" else [node]


def recognise(node):
    """(the method that judges documents of this type, whether they sign themselves), or nothing."""
    for member, value, version, method, signs in TYPED:
        if node.get(member) is not None:
            known = text(node.get(member)) == value and text(node.get(version)) == "1.0"
            return (method, signs) if known else None
    if (text(node.get("schema")) or "").endswith(INTEGRITY):
        return ("integrity", True)
    if any(event.get("event_type") and event.get("content_sha256") for event in events_of(node)):
        return ("event_list", True)
    if looks_like_graph(node):
        return ("graph", False)
    if looks_like_record(node):
        return ("canonical_record", False)
    if node.get("public_key_hex") or node.get("public_key_b64"):
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
