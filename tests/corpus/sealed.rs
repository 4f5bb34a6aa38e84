//! Documents with one fault each that somebody signed with it, and faults in documents of the test registry.

use pith_verifier::sha256_hex;
use serde_json::{Value, json};

use super::{
    Entry, around_event, built, changed, in_bundle, in_event, in_state, other, remove, seal_bundle, seal_event,
    seal_merge, swap, text,
};
use crate::common::builder::{Bundle, Event, Signer, digest, registry};
use crate::common::{base64, hex, to_base64, to_hex};

use super::valid::{nameless, record_of, single, small, stranger};

const BUILT: &str = "built/bundle";
const RECORD: &str = "built/record";
const STATE: &str = "built/state";
const EVENT: &str = "built/event";
const KEY: &str = "built/key-object";
const GRAPH: &str = "built/graph-snapshot";
const INTEGRITY: &str = "built/integrity";

/// The signature with another spelling of its scalar: the group's order added to it. Lenient verifiers take it.
fn with_order_added(signature: &mut Value) {
    let order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
    let mut bytes = base64(text(signature));
    let mut carry = 0;
    for (byte, more) in bytes[32..].iter_mut().zip(order) {
        let sum = u16::from(*byte) + u16::from(more) + carry;
        *byte = sum.to_le_bytes()[0];
        carry = sum >> 8;
    }
    *signature = json!(to_base64(&bytes));
}

/// A change of the receipt in the small bundle; the event around it and the bundle are signed again.
fn in_receipt(bundle: &mut Value, change: impl FnOnce(&mut Value)) {
    in_event(bundle, 0, |event| change(&mut event["payload"]["receipt"]));
}

/// A change of the last event's signature object alone.
fn in_signature(bundle: &mut Value, change: impl FnOnce(&mut Value)) {
    around_event(bundle, 1, |event| change(&mut event["signature"]));
}

fn in_snapshot(bundle: &mut Value, change: impl FnOnce(&mut Value)) {
    in_event(bundle, 1, |event| change(&mut event["payload"]["graph_snapshot"]));
}

fn in_key(bundle: &mut Value, change: impl FnOnce(&mut Value)) {
    in_bundle(bundle, |bundle| change(&mut bundle["public_keys"][0]));
}

/// The digest of the event as its signature is over it.
fn content(event: &Value) -> String {
    digest(event, &["signature", "content_sha256", "event_id"])
}

fn zeros() -> Value {
    json!("0".repeat(64))
}

pub const ENTRIES: &[Entry] = &[
    // The canonical record and what repeats it.
    changed("resealed/record-digest", "The stated digest of the record is another one.", BUILT, |d| {
        in_bundle(d, |d| d["canonical_sha256"] = zeros());
    }),
    changed("resealed/short-number", "The short Pith Number is another one.", BUILT, |d| {
        in_bundle(d, |d| d["short_pith_number"] = json!("pith:AAAAAAAA"));
    }),
    changed("resealed/short-number-missing", "There is no short Pith Number.", BUILT, |d| {
        in_bundle(d, |d| remove(d, "short_pith_number"));
    }),
    changed("resealed/number-in-lower-case", "The Pith Number of a record is in lower case.", RECORD, |d| {
        d["pith_number"] = json!(text(&d["pith_number"]).to_lowercase());
    }),
    changed(
        "resealed/number-too-long",
        "The Pith Number of a record has one character more of the same digest.",
        RECORD,
        |d| {
            d["pith_number"] = json!(format!("{}A", text(&d["pith_number"])));
        },
    ),
    changed("resealed/number-a-number", "The Pith Number of a record is a number.", RECORD, |d| {
        d["pith_number"] = json!(7)
    }),
    changed("resealed/number-missing", "A record has no Pith Number.", RECORD, |d| remove(d, "pith_number")),
    changed("resealed/source-missing", "The bundle does not repeat the source.", BUILT, |d| {
        in_bundle(d, |d| remove(d, "source"));
    }),
    changed("resealed/source-kind", "The copy of the source has another kind.", BUILT, |d| {
        in_bundle(d, |d| d["source"]["kind"] = json!("doi"));
    }),
    changed("resealed/source-id", "The copy of the source has another identifier.", BUILT, |d| {
        in_bundle(d, |d| other(&mut d["source"]["id"]));
    }),
    changed("resealed/source-version", "The copy of the source has another version.", BUILT, |d| {
        in_bundle(d, |d| other(&mut d["source"]["version"]));
    }),
    changed("resealed/source-member-added", "The copy of the source has a further member.", BUILT, |d| {
        in_bundle(d, |d| other(&mut d["source"]));
    }),
    changed("resealed/alias-arxiv", "This alias is another paper's.", BUILT, |d| alias(d, 0)),
    changed("resealed/alias-arxiv-version", "This alias is another version's.", BUILT, |d| alias(d, 1)),
    changed("resealed/alias-doi", "This alias is another paper's.", BUILT, |d| alias(d, 2)),
    changed("resealed/alias-short-8", "This alias is one character longer.", BUILT, |d| alias(d, 3)),
    changed("resealed/alias-short-12", "This alias is one character longer.", BUILT, |d| alias(d, 4)),
    changed("resealed/alias-short-16", "This alias is one character longer.", BUILT, |d| alias(d, 5)),
    changed("resealed/alias-a-number", "An alias is a number.", BUILT, |d| {
        d["source_aliases"][0]["alias_value"] = json!(1);
        seal_merge(d);
        seal_bundle(d);
    }),
    changed("resealed/alias-of-a-record", "An alias of a record is another paper's.", RECORD, |d| {
        other(&mut d["aliases"][0]["alias_value"]);
    }),
    // Title and abstract.
    changed("resealed/title", "The title is another one.", BUILT, |d| {
        in_snapshot(d, |graph| other(&mut graph["paper"]["title"]));
    }),
    changed("resealed/title-missing", "There is no title.", BUILT, |d| {
        in_snapshot(d, |graph| remove(&mut graph["paper"], "title"));
    }),
    changed("resealed/title-a-list", "The title is a list.", BUILT, |d| {
        in_snapshot(d, |graph| graph["paper"]["title"] = json!([graph["paper"]["title"]]));
    }),
    changed(
        "resealed/title-with-two-spaces",
        "The title has two spaces where one is: only an abstract's white space is free.",
        BUILT,
        |d| {
            in_snapshot(d, |graph| swap(&mut graph["paper"]["title"], " ", "  "));
        },
    ),
    changed(
        "resealed/title-with-a-look-alike",
        "A letter of the title is a Cyrillic one that looks the same.",
        BUILT,
        |d| {
            in_snapshot(d, |graph| swap(&mut graph["paper"]["title"], "o", "\u{43e}"));
        },
    ),
    changed("resealed/abstract", "The abstract is another one.", BUILT, |d| {
        in_snapshot(d, |graph| other(&mut graph["paper"]["abstract_excerpt"]));
    }),
    changed("resealed/title-of-a-record", "The title of a record is another one.", RECORD, |d| {
        other(&mut d["paper"]["title"]);
    }),
    changed("resealed/abstract-of-a-record", "The abstract of a record is another one.", RECORD, |d| {
        other(&mut d["paper"]["abstract_excerpt"]);
    }),
    changed("resealed/snapshot-of-another-paper", "The graph snapshot names another source.", BUILT, |d| {
        in_snapshot(d, |graph| other(&mut graph["source"]["id"]));
    }),
    // Sections of a graph snapshot.
    changed("resealed/section-claims", "The digest of this empty section is another one.", BUILT, |d| {
        section(d, "claims")
    }),
    changed("resealed/section-references", "The digest of this empty section is another one.", BUILT, |d| {
        section(d, "references")
    }),
    changed("resealed/section-formal-canon", "The digest of this empty section is another one.", BUILT, |d| {
        section(d, "formal_canon")
    }),
    changed("resealed/section-author-claims", "The digest of this empty section is another one.", BUILT, |d| {
        section(d, "author_claims")
    }),
    changed("resealed/section-integrity", "The digest of the integrity section is another one.", BUILT, |d| {
        section(d, "integrity")
    }),
    changed(
        "resealed/section-integrity-detectors",
        "A detector was added to the integrity section, not to its digest.",
        BUILT,
        |d| {
            in_snapshot(d, |graph| graph["integrity"]["detectors_run"] = json!(["test-detector", "another"]));
        },
    ),
    changed("resealed/section-digest-a-number", "The digest of a section is a number.", BUILT, |d| {
        in_snapshot(d, |graph| graph["claims"]["snapshot_sha256"] = json!(0));
    }),
    changed(
        "resealed/section-digest-upper-case",
        "The digest of a section is right, in upper-case digits.",
        BUILT,
        |d| {
            in_snapshot(d, |graph| {
                let digest = &mut graph["references"]["snapshot_sha256"];
                *digest = json!(text(digest).to_uppercase());
            });
        },
    ),
    changed("snapshot/claims-digest", "A snapshot alone: the digest of this section is another one.", GRAPH, |d| {
        d["claims"]["snapshot_sha256"] = zeros()
    }),
    changed("snapshot/references-digest", "A snapshot alone: the digest of this section is another one.", GRAPH, |d| {
        d["references"]["snapshot_sha256"] = zeros()
    }),
    changed("snapshot/integrity-digest", "A snapshot alone: the digest of this section is another one.", GRAPH, |d| {
        d["integrity"]["snapshot_sha256"] = zeros()
    }),
    changed(
        "snapshot/integrity-findings-missing",
        "A snapshot alone: the findings, which are in the digest, are missing.",
        GRAPH,
        |d| remove(&mut d["integrity"], "findings"),
    ),
    // The payload of record_created and its receipt.
    changed("resealed/payload-digest", "The payload states another digest of the record.", BUILT, |d| {
        in_event(d, 0, |event| event["payload"]["canonical_sha256"] = zeros());
    }),
    changed("resealed/payload-source-kind", "The payload repeats another kind of source.", BUILT, |d| {
        in_event(d, 0, |event| event["payload"]["source_kind"] = json!("doi"));
    }),
    changed("resealed/payload-source-id", "The payload repeats another source.", BUILT, |d| {
        in_event(d, 0, |event| other(&mut event["payload"]["source_id"]));
    }),
    changed("resealed/payload-source-version", "The payload repeats another version.", BUILT, |d| {
        in_event(d, 0, |event| other(&mut event["payload"]["source_version"]));
    }),
    changed("resealed/payload-source-version-missing", "The payload does not repeat the version.", BUILT, |d| {
        in_event(d, 0, |event| remove(&mut event["payload"], "source_version"));
    }),
    changed("resealed/payload-record-missing", "The payload has no canonical record.", BUILT, |d| {
        in_event(d, 0, |event| remove(&mut event["payload"], "canonical_record"));
    }),
    changed(
        "resealed/payload-record-of-another-licence",
        "The payload has another canonical record than the bundle.",
        BUILT,
        |d| {
            in_event(d, 0, |event| other(&mut event["payload"]["canonical_record"]["metadata"]["license"]));
        },
    ),
    changed("resealed/receipt-missing", "The payload has no receipt.", BUILT, |d| {
        in_event(d, 0, |event| remove(&mut event["payload"], "receipt"));
    }),
    changed("resealed/receipt-null", "The receipt is null.", BUILT, |d| {
        in_event(d, 0, |event| event["payload"]["receipt"] = Value::Null);
    }),
    changed("resealed/receipt-digest", "The receipt states another digest.", BUILT, |d| {
        in_receipt(d, |receipt| receipt["canonical_sha256"] = zeros());
    }),
    changed("resealed/receipt-slot-of-an-event", "The receipt says that its signature is an event's.", BUILT, |d| {
        in_receipt(d, |receipt| receipt["signed_message"] = json!("open_graph_event_sha256_bytes"));
    }),
    changed("resealed/receipt-slot-of-a-bundle", "The receipt says that its signature is a bundle's.", BUILT, |d| {
        in_receipt(d, |receipt| receipt["signed_message"] = json!("bundle_sha256_bytes"));
    }),
    changed(
        "resealed/receipt-over-hexadecimal",
        "The receipt's signature is over the digits of the digest, not its bytes.",
        BUILT,
        |d| {
            in_receipt(d, |receipt| {
                let digits = to_hex(text(&receipt["canonical_sha256"]).as_bytes());
                receipt["signature_b64"] = json!(registry().sign(&digits));
            });
        },
    ),
    changed("resealed/receipt-over-another-record", "The receipt's signature is over another record.", BUILT, |d| {
        in_receipt(d, |receipt| receipt["signature_b64"] = json!(registry().sign(&sha256_hex(b"another record"))));
    }),
    changed(
        "resealed/receipt-by-another-key",
        "The receipt's signature is by another key than it names.",
        BUILT,
        |d| {
            in_receipt(d, |receipt| {
                receipt["signature_b64"] = json!(nameless().sign(text(&receipt["canonical_sha256"])));
            });
        },
    ),
    changed(
        "resealed/receipt-with-order-added",
        "The receipt's signature is spelled in the second way that lenient verifiers take.",
        BUILT,
        |d| {
            in_receipt(d, |receipt| with_order_added(&mut receipt["signature_b64"]));
        },
    ),
    // Digests, identifiers, signers and signatures of events.
    changed("resealed/event-digest", "The stated digest of the event is another one.", BUILT, |d| {
        around_event(d, 1, |event| event["content_sha256"] = zeros());
    }),
    changed("resealed/event-digest-missing", "The event does not state its digest.", BUILT, |d| {
        around_event(d, 1, |event| remove(event, "content_sha256"));
    }),
    changed("resealed/event-digest-null", "The stated digest of the event is null.", BUILT, |d| {
        around_event(d, 1, |event| event["content_sha256"] = Value::Null);
    }),
    changed("resealed/event-identifier", "The identifier of the event is another one.", BUILT, |d| {
        around_event(d, 1, |event| event["event_id"] = json!(format!("sha256:{}", "0".repeat(64))));
    }),
    changed(
        "resealed/event-identifier-upper-case",
        "The identifier of the event is right, in upper-case digits.",
        BUILT,
        |d| {
            around_event(d, 1, |event| {
                event["event_id"] = json!(format!("sha256:{}", text(&event["content_sha256"]).to_uppercase()));
            });
        },
    ),
    changed(
        "resealed/event-of-another-number",
        "The event is about another Pith Number, and is signed so.",
        BUILT,
        |d| {
            in_event(d, 1, |event| other(&mut event["subject_pith_number"]));
        },
    ),
    changed(
        "resealed/event-without-a-number",
        "The event does not say what it is about, and is signed so.",
        BUILT,
        |d| {
            in_event(d, 1, |event| remove(event, "subject_pith_number"));
        },
    ),
    changed(
        "resealed/event-signer-identifier",
        "The event names another signer by identifier than its signature.",
        BUILT,
        |d| {
            in_event(d, 1, |event| event["signer"]["key_id"] = json!("somebody"));
        },
    ),
    changed(
        "resealed/event-signer-fingerprint",
        "The event names another signer by fingerprint than its signature.",
        BUILT,
        |d| {
            in_event(d, 1, |event| event["signer"]["public_key_fingerprint"] = json!(nameless().fingerprint()));
        },
    ),
    changed("resealed/event-signer-null", "The signer of the event is null.", BUILT, |d| {
        in_event(d, 1, |event| event["signer"] = Value::Null);
    }),
    changed("resealed/event-signature-missing", "The event is not signed; the bundle is.", BUILT, |d| {
        around_event(d, 1, |event| remove(event, "signature"));
    }),
    changed("resealed/event-signature-null", "The event's signature is null.", BUILT, |d| {
        around_event(d, 1, |event| event["signature"] = Value::Null);
    }),
    changed("resealed/event-signature-a-string", "The event's signature is a string and not an object.", BUILT, |d| {
        around_event(d, 1, |event| event["signature"] = event["signature"]["signature_b64"].clone());
    }),
    changed("resealed/event-signature-empty", "The event's signature is an empty text.", BUILT, |d| {
        in_signature(d, |signature| signature["signature_b64"] = json!(""));
    }),
    changed("resealed/event-signature-too-short", "The event's signature has 63 bytes.", BUILT, |d| {
        in_signature(d, |signature| shorten(signature));
    }),
    changed("resealed/event-signature-too-long", "The event's signature has 65 bytes.", BUILT, |d| {
        in_signature(d, |signature| {
            let bytes = [base64(text(&signature["signature_b64"])), vec![0]].concat();
            signature["signature_b64"] = json!(to_base64(&bytes));
        });
    }),
    changed(
        "resealed/event-signature-in-hexadecimal",
        "The event's signature is right, in hexadecimal digits.",
        BUILT,
        |d| {
            in_signature(d, |signature| {
                signature["signature_b64"] = json!(to_hex(&base64(text(&signature["signature_b64"]))));
            });
        },
    ),
    changed(
        "resealed/event-signature-of-another-alphabet",
        "The event's signature is in the base64 of addresses.",
        BUILT,
        |d| {
            in_signature(d, |signature| {
                // A signature that has one of the two letters in question.
                let written = text(&signature["signature_b64"]).replace('+', "-").replace('/', "_");
                assert_ne!(written, text(&signature["signature_b64"]));
                signature["signature_b64"] = json!(written);
            });
        },
    ),
    changed(
        "resealed/event-signature-with-a-line-break",
        "A line break stands in the event's signature.",
        BUILT,
        |d| {
            in_signature(d, |signature| {
                let (start, end) = text(&signature["signature_b64"]).split_at(76);
                signature["signature_b64"] = json!(format!("{start}\n{end}"));
            });
        },
    ),
    changed("resealed/event-signature-with-a-space", "A space stands after the event's signature.", BUILT, |d| {
        in_signature(d, |signature| {
            signature["signature_b64"] = json!(format!("{} ", text(&signature["signature_b64"])));
        });
    }),
    changed(
        "resealed/event-signature-with-unused-bits",
        "The bits that base64 leaves unused are not zero in the event's signature.",
        BUILT,
        |d| {
            in_signature(d, |signature| {
                let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
                let written = text(&signature["signature_b64"]).to_owned();
                let last = alphabet.find(&written[85..86]).unwrap();
                signature["signature_b64"] = json!(format!("{}{}==", &written[..85], &alphabet[last + 1..last + 2]));
            });
        },
    ),
    changed("resealed/event-signature-all-zeros", "The event's signature is 64 zero bytes.", BUILT, |d| {
        in_signature(d, |signature| signature["signature_b64"] = json!(to_base64(&[0; 64])));
    }),
    changed(
        "resealed/event-signature-with-order-added",
        "The event's signature is spelled in the second way that lenient verifiers take.",
        BUILT,
        |d| {
            in_signature(d, |signature| with_order_added(&mut signature["signature_b64"]));
        },
    ),
    changed(
        "resealed/event-signature-halves-swapped",
        "The halves of the event's signature are swapped.",
        BUILT,
        |d| {
            in_signature(d, |signature| {
                let mut bytes = base64(text(&signature["signature_b64"]));
                bytes.rotate_left(32);
                signature["signature_b64"] = json!(to_base64(&bytes));
            });
        },
    ),
    changed(
        "resealed/event-signature-over-hexadecimal",
        "The event's signature is over the digits of the digest, not its bytes.",
        BUILT,
        |d| {
            around_event(d, 1, |event| {
                event["signature"]["signature_b64"] = json!(registry().sign(&to_hex(content(event).as_bytes())));
            });
        },
    ),
    changed(
        "resealed/event-signature-over-a-digest-of-the-digest",
        "The event's signature is over the digest of the digest.",
        BUILT,
        |d| {
            around_event(d, 1, |event| {
                event["signature"]["signature_b64"] = json!(registry().sign(&sha256_hex(&hex(&content(event)))));
            });
        },
    ),
    changed(
        "resealed/event-signature-by-another-key",
        "The event's signature is by another key than it names.",
        BUILT,
        |d| {
            around_event(d, 1, |event| {
                event["signature"]["signature_b64"] = json!(nameless().sign(&content(event)));
            });
        },
    ),
    changed(
        "resealed/event-signature-of-the-other-event",
        "The event has the signature of the other event.",
        BUILT,
        |d| {
            let of_first = d["events"][0]["signature"]["signature_b64"].clone();
            in_signature(d, |signature| signature["signature_b64"] = of_first);
        },
    ),
    changed("resealed/event-slot-of-a-receipt", "The event says that its signature is a receipt's.", BUILT, |d| {
        in_signature(d, |signature| signature["signed_message"] = json!("canonical_sha256_bytes"));
    }),
    changed("resealed/event-slot-of-a-bundle", "The event says that its signature is a bundle's.", BUILT, |d| {
        in_signature(d, |signature| signature["signed_message"] = json!("bundle_sha256_bytes"));
    }),
    changed("resealed/event-slot-missing", "The event does not say what its signature is over.", BUILT, |d| {
        in_signature(d, |signature| remove(signature, "signed_message"));
    }),
    changed(
        "resealed/event-slot-unknown",
        "The event says that its signature is over something nobody has published: it is not checked.",
        BUILT,
        |d| {
            in_signature(d, |signature| signature["signed_message"] = json!("event_sha512_bytes"));
        },
    ),
    changed(
        "resealed/event-algorithm-unknown",
        "The event's signature is by an algorithm that nobody has published: it is not checked.",
        BUILT,
        |d| {
            in_signature(d, |signature| signature["algorithm"] = json!("ed25519ph"));
        },
    ),
    changed(
        "resealed/event-algorithm-in-capitals",
        "The algorithm is written in capitals: another word.",
        BUILT,
        |d| {
            in_signature(d, |signature| signature["algorithm"] = json!("Ed25519"));
        },
    ),
    changed("resealed/event-algorithm-missing", "The event does not name the algorithm.", BUILT, |d| {
        in_signature(d, |signature| remove(signature, "algorithm"));
    }),
    changed(
        "resealed/event-status-unknown",
        "The event's signature has a status that nobody has published: it is not checked.",
        BUILT,
        |d| {
            in_signature(d, |signature| signature["signature_status"] = json!("signed_v2"));
        },
    ),
    changed("resealed/event-status-null", "The status of the event's signature is null.", BUILT, |d| {
        in_signature(d, |signature| signature["signature_status"] = Value::Null);
    }),
    changed("resealed/event-fingerprint-missing", "The event's signature names no fingerprint.", BUILT, |d| {
        in_signature(d, |signature| remove(signature, "public_key_fingerprint"));
    }),
    changed("resealed/event-key-missing", "The event's signature names no identifier.", BUILT, |d| {
        in_signature(d, |signature| remove(signature, "key_id"));
    }),
    // Events alone.
    changed("alone/target", "A value of an event was changed after signing.", EVENT, |d| other(&mut d["target"])),
    changed("alone/time", "The time of an event was changed after signing.", EVENT, |d| other(&mut d["created_at"])),
    changed("alone/member-added", "A member was added to an event after signing.", EVENT, other),
    changed("alone/payload", "The payload of an event was changed after signing.", EVENT, |d| {
        other(&mut d["payload"]["url"])
    }),
    changed("alone/supersedes", "What an event supersedes was changed after signing.", EVENT, |d| {
        other(&mut d["supersedes"])
    }),
    changed("alone/previous", "What an event follows was changed after signing.", EVENT, |d| {
        d["prev_event"] = json!("sha256:00")
    }),
    changed("alone/number", "What an event is about was changed after signing.", EVENT, |d| {
        other(&mut d["subject_pith_number"])
    }),
    changed("alone/version", "The version of an event was changed after signing.", EVENT, |d| {
        d["schema_version"] = json!("1.1")
    }),
    changed("alone/digest", "The stated digest of an event is another one.", EVENT, |d| d["content_sha256"] = zeros()),
    changed("alone/identifier", "The identifier of an event is another one.", EVENT, |d| other(&mut d["event_id"])),
    changed("alone/signature", "The signature of an event was changed.", EVENT, |d| flip(&mut d["signature"])),
    changed("alone/one-of-a-list", "One of two events in a list was changed after signing.", "built/event-list", |d| {
        other(&mut d[1]["target"])
    }),
    changed(
        "alone/number-of-another-record",
        "A record_created alone is about another number than its record has, and is signed so.",
        "built/event-list",
        |d| {
            other(&mut d[0]["subject_pith_number"]);
            seal_event(&mut d[0], &registry());
        },
    ),
    // Names of keys.
    built(
        "name/event-by-the-registrys-identifier",
        "An event by a key without a name, which calls itself by the registry's identifier.",
        || single(&Signer::test(1, "pith-v1-2026-05")),
    ),
    built(
        "name/receipt-by-the-registrys-identifier",
        "A receipt by a key without a name, which names the registry's identifier with its own fingerprint.",
        || record_of(&Bundle::of(small().value(), Signer::test(1, "pith-v1-2026-05"))),
    ),
    built(
        "name/bundle-by-the-registrys-identifier",
        "A bundle whose event by a key without a name calls itself by the registry's identifier.",
        || small().event(Event::new("correction").by(&Signer::test(1, "pith-v1-2026-05"))).value(),
    ),
    built(
        "name/event-by-the-bundles-identifier",
        "An event by another key of the ring, which calls itself by the identifier that the bundle gives its own key.",
        || small().event(Event::new("correction").by(&Signer::test(1, "test-registry"))).value(),
    ),
    built(
        "name/stranger-by-the-registrys-identifier",
        "An event by a key that is not at hand, which names the registry's identifier.",
        || single(&Signer::test(2, "pith-v1-2026-05")),
    ),
    built(
        "name/registrys-key-by-a-test",
        "An event signed by a test key that names the registry's identifier and fingerprint.",
        || {
            let mut event = single(&registry());
            event["signature"]["key_id"] = json!("pith-v1-2026-05");
            event["signature"]["public_key_fingerprint"] = json!("8d4b5ee74e4693bcd1df2446408b0d54");
            event
        },
    ),
    // The state.
    changed("state/event-count", "The state counts another number of events.", BUILT, |d| {
        in_state(d, |state| other(&mut state["event_count"]))
    }),
    changed("state/valid-count", "The state counts another number of valid events.", BUILT, |d| {
        in_state(d, |state| other(&mut state["valid_event_count"]))
    }),
    changed("state/invalid-count", "The state counts an invalid event and lists none.", BUILT, |d| {
        in_state(d, |state| other(&mut state["invalid_event_count"]))
    }),
    changed("state/equivocation-count", "The state counts an equivocation and lists none.", BUILT, |d| {
        in_state(d, |state| other(&mut state["equivocation_count"]))
    }),
    changed("state/count-a-string", "The state has its number of events as text.", BUILT, |d| {
        in_state(d, |state| state["event_count"] = json!("2"))
    }),
    changed("state/count-a-double", "The state has its number of events as a double.", BUILT, |d| {
        in_state(d, |state| state["event_count"] = json!(2.0))
    }),
    changed("state/applied-reversed", "The applied events stand in another order.", BUILT, |d| {
        in_state(d, |state| state["applied_event_ids"].as_array_mut().unwrap().reverse());
    }),
    changed("state/applied-missing", "The applied events are missing.", BUILT, |d| {
        in_state(d, |state| remove(state, "applied_event_ids"))
    }),
    changed("state/applied-twice", "An applied event is listed twice.", BUILT, |d| {
        in_state(d, |state| {
            let first = state["applied_event_ids"][0].clone();
            state["applied_event_ids"].as_array_mut().unwrap().push(first);
        });
    }),
    changed("state/applied-of-nobody", "An applied event is one that the bundle does not have.", BUILT, |d| {
        in_state(d, |state| other(&mut state["applied_event_ids"][0]));
    }),
    changed("state/number", "The state is about another Pith Number.", BUILT, |d| {
        in_state(d, |state| other(&mut state["pith_number"]))
    }),
    changed("state/type", "The state is of another type.", BUILT, |d| {
        in_state(d, |state| other(&mut state["state_type"]))
    }),
    changed("state/version", "The state is of another version.", BUILT, |d| {
        in_state(d, |state| state["state_version"] = json!("2.0"))
    }),
    changed("state/type-missing", "The state does not say what it is.", BUILT, |d| {
        in_state(d, |state| remove(state, "state_type"))
    }),
    changed("state/merge-missing", "The state does not name its merge.", BUILT, |d| {
        in_state(d, |state| remove(state, "merge_version"))
    }),
    changed("state/merge-of-another-name", "The state names another merge than its bundle.", BUILT, |d| {
        in_state(d, |state| other(&mut state["merge_version"]));
    }),
    changed("state/digest", "The stated digest of the state is another one.", BUILT, |d| {
        in_bundle(d, |d| d["state"]["state_sha256"] = zeros())
    }),
    changed("state/digest-missing", "The state does not state its digest.", BUILT, |d| {
        in_bundle(d, |d| remove(&mut d["state"], "state_sha256"))
    }),
    changed("state/member-added", "The state has a member that the merge does not make.", BUILT, |d| {
        in_state(d, other)
    }),
    changed("state/current-missing", "The state has no current state.", BUILT, |d| {
        in_state(d, |state| remove(state, "current"))
    }),
    changed("state/current-a-list", "The current state is a list.", BUILT, |d| {
        in_state(d, |state| state["current"] = json!([]))
    }),
    changed("state/record", "The state's copy of the record has another licence.", BUILT, |d| {
        in_state(d, |state| other(&mut state["current"]["canonical_record"]["metadata"]["license"]));
    }),
    changed("state/record-missing", "The state has no copy of the record.", BUILT, |d| {
        in_state(d, |state| remove(&mut state["current"], "canonical_record"));
    }),
    changed("state/aliases", "The state's copy of the aliases has another time.", BUILT, |d| {
        in_state(d, |state| other(&mut state["current"]["source_aliases"][0]["created_at"]));
    }),
    changed("state/aliases-missing", "The state has no copy of the aliases.", BUILT, |d| {
        in_state(d, |state| remove(&mut state["current"], "source_aliases"));
    }),
    changed(
        "state/aliases-of-the-bundle",
        "The bundle's aliases have another time than the state's copy.",
        BUILT,
        |d| {
            in_bundle(d, |d| other(&mut d["source_aliases"][0]["created_at"]));
        },
    ),
    changed("state/created-event", "The state's entry of the record names another event.", BUILT, |d| {
        created(d, "event_id")
    }),
    changed("state/created-target", "The state's entry of the record has another target.", BUILT, |d| {
        created(d, "target")
    }),
    changed("state/created-time", "The state's entry of the record has another time.", BUILT, |d| {
        created(d, "created_at")
    }),
    changed("state/created-signer", "The state's entry of the record has another signer.", BUILT, |d| {
        created(d, "signer")
    }),
    changed("state/created-payload", "The state's entry of the record has another payload.", BUILT, |d| {
        created(d, "payload")
    }),
    changed("state/created-null", "The state has no entry of the record.", BUILT, |d| {
        in_state(d, |state| state["current"]["record_created"] = Value::Null);
    }),
    changed("state/snapshot-event", "The state's entry of the snapshot names another event.", BUILT, |d| {
        snapshot(d, "event_id")
    }),
    changed("state/snapshot-target", "The state's entry of the snapshot has another target.", BUILT, |d| {
        snapshot(d, "target")
    }),
    changed("state/snapshot-time", "The state's entry of the snapshot has another time.", BUILT, |d| {
        snapshot(d, "created_at")
    }),
    changed("state/snapshot-signer", "The state's entry of the snapshot has another signer.", BUILT, |d| {
        snapshot(d, "signer")
    }),
    changed("state/snapshot-payload", "The state's entry of the snapshot has another payload.", BUILT, |d| {
        snapshot(d, "payload")
    }),
    changed("state/snapshots-empty", "The state lists no snapshot.", BUILT, |d| {
        in_state(d, |state| state["current"]["graph_snapshots"] = json!([]))
    }),
    changed("state/snapshot-twice", "The state lists a snapshot twice.", BUILT, |d| {
        in_state(d, |state| {
            let first = state["current"]["graph_snapshots"][0].clone();
            state["current"]["graph_snapshots"].as_array_mut().unwrap().push(first);
        });
    }),
    changed("state/list-missing", "The state lacks the list of an event type that has no event.", BUILT, |d| {
        in_state(d, |state| remove(&mut state["current"], "corrections"));
    }),
    changed("state/list-added", "The state has a list of a type that nobody has named.", BUILT, |d| {
        in_state(d, |state| state["current"]["something_new"] = json!([]));
    }),
    changed("state/correction-invented", "The state lists a correction that no event makes.", BUILT, |d| {
        in_state(d, |state| {
            let first = state["current"]["graph_snapshots"][0].clone();
            state["current"]["corrections"] = json!([first]);
        });
    }),
    changed(
        "state/invalid-invented",
        "The state lists and counts an invalid event that the bundle does not have.",
        BUILT,
        |d| {
            in_state(d, |state| {
                state["invalid_event_count"] = json!(1);
                state["invalid_events"] = json!(["sha256:00"]);
            });
        },
    ),
    changed(
        "state/merge-of-the-bundle",
        "The bundle names another merge than its state, which is then not compared.",
        BUILT,
        |d| {
            in_bundle(d, |d| other(&mut d["merge_version"]));
        },
    ),
    changed("state/alone-digest", "A state alone: its digest is another one.", STATE, |d| d["state_sha256"] = zeros()),
    changed("state/alone-record", "A state alone: its record has another licence.", STATE, |d| {
        other(&mut d["current"]["canonical_record"]["metadata"]["license"]);
    }),
    changed("state/alone-title", "A state alone: the title in its snapshot is another one.", STATE, |d| {
        other(&mut d["current"]["graph_snapshots"][0]["payload"]["graph_snapshot"]["paper"]["title"]);
    }),
    changed("state/alone-count", "A state alone: it counts another number of valid events.", STATE, |d| {
        other(&mut d["valid_event_count"])
    }),
    changed("state/alone-receipt", "A state alone: the receipt's signature was changed.", STATE, |d| {
        flip(&mut d["current"]["record_created"]["payload"]["receipt"]);
    }),
    changed("state/alone-current-missing", "A state alone: there is no current state.", STATE, |d| {
        remove(d, "current")
    }),
    // The bundle around all that.
    changed("whole/digest", "The stated digest of the bundle is another one.", BUILT, |d| {
        d["bundle_signature"]["bundle_sha256"] = zeros()
    }),
    changed("whole/digest-missing", "The bundle does not state its digest.", BUILT, |d| {
        remove(&mut d["bundle_signature"], "bundle_sha256")
    }),
    changed("whole/digest-upper-case", "The digest of the bundle is right, in upper-case digits.", BUILT, |d| {
        let digest = &mut d["bundle_signature"]["bundle_sha256"];
        *digest = json!(text(digest).to_uppercase());
    }),
    changed("whole/signature-null", "The signature of the bundle is null.", BUILT, |d| {
        d["bundle_signature"] = Value::Null
    }),
    changed("whole/signature-a-list", "The signature of the bundle is in a list.", BUILT, |d| {
        d["bundle_signature"] = json!([d["bundle_signature"]]);
    }),
    changed("whole/signature-too-short", "The signature of the bundle has 63 bytes.", BUILT, |d| {
        shorten(&mut d["bundle_signature"])
    }),
    changed(
        "whole/signature-by-another-key",
        "The signature of the bundle is by another key than it names.",
        BUILT,
        |d| {
            let content = digest(d, &["bundle_signature"]);
            d["bundle_signature"]["signature_b64"] = json!(nameless().sign(&content));
        },
    ),
    changed(
        "whole/signature-with-order-added",
        "The bundle's signature is spelled in the second way that lenient verifiers take.",
        BUILT,
        |d| {
            with_order_added(&mut d["bundle_signature"]["signature_b64"]);
        },
    ),
    changed(
        "whole/signature-over-all",
        "The signature of the bundle is over the bundle with an empty signature in it.",
        BUILT,
        |d| {
            let signature = std::mem::replace(&mut d["bundle_signature"], json!({}));
            let content = digest(d, &[]);
            d["bundle_signature"] = signature;
            d["bundle_signature"]["signature_b64"] = json!(registry().sign(&content));
        },
    ),
    changed("whole/slot-of-an-event", "The bundle says that its signature is an event's.", BUILT, |d| {
        d["bundle_signature"]["signed_message"] = json!("open_graph_event_sha256_bytes");
    }),
    changed("whole/status-missing", "The bundle does not say that it is signed.", BUILT, |d| {
        remove(&mut d["bundle_signature"], "signature_status")
    }),
    changed(
        "whole/algorithm-unknown",
        "The bundle's signature is by an algorithm that nobody has published: it is not checked.",
        BUILT,
        |d| {
            d["bundle_signature"]["algorithm"] = json!("ed448");
        },
    ),
    changed("whole/fingerprint", "The bundle's signature names its key with another fingerprint.", BUILT, |d| {
        d["bundle_signature"]["public_key_fingerprint"] = json!("0".repeat(32));
    }),
    changed("whole/identifier", "The bundle's signature names its key by another identifier.", BUILT, |d| {
        d["bundle_signature"]["key_id"] = json!("somebody");
    }),
    changed("whole/events-null", "The events of the bundle are null.", BUILT, |d| {
        in_bundle(d, |d| d["events"] = Value::Null)
    }),
    changed("whole/proofs-an-object", "The timestamp proofs are an object.", BUILT, |d| {
        in_bundle(d, |d| d["timestamp_proofs"] = json!({}))
    }),
    changed("whole/keys-a-string", "The keys are a string.", BUILT, |d| {
        in_bundle(d, |d| d["public_keys"] = json!("none"))
    }),
    changed("whole/state-null", "The state is null.", BUILT, |d| in_bundle(d, |d| d["state"] = Value::Null)),
    changed("whole/aliases-missing", "The bundle has no aliases.", BUILT, |d| {
        in_bundle(d, |d| remove(d, "source_aliases"))
    }),
    changed("whole/record-null", "The canonical record of the bundle is null.", BUILT, |d| {
        in_bundle(d, |d| d["canonical_record"] = Value::Null)
    }),
    changed("whole/event-removed", "The last event was taken out after signing.", BUILT, |d| {
        d["events"].as_array_mut().unwrap().pop().unwrap();
    }),
    changed("whole/event-repeated", "The last event was put in once more after signing.", BUILT, |d| {
        let last = d["events"][1].clone();
        d["events"].as_array_mut().unwrap().push(last);
    }),
    changed("whole/events-reordered", "The events were put in another order after signing.", BUILT, |d| {
        d["events"].as_array_mut().unwrap().reverse();
    }),
    changed(
        "whole/events-of-another-bundle",
        "The last event is another bundle's, put in after signing.",
        BUILT,
        |d| {
            let mut another = small();
            another.events[1] = another.events[1].clone().with("target", json!("graph"));
            d["events"][1] = another.value()["events"][1].clone();
        },
    ),
    changed("whole/resolver-link", "A link was changed after signing.", BUILT, |d| other(&mut d["links"]["bundle"])),
    changed("whole/built-at", "The time of building was changed after signing.", BUILT, |d| other(&mut d["built_at"])),
    changed("whole/alias-time", "The time of an alias was changed after signing.", BUILT, |d| {
        other(&mut d["source_aliases"][0]["created_at"])
    }),
    changed("whole/key-note", "A member was added to a key after signing.", BUILT, |d| other(&mut d["public_keys"][0])),
    changed("whole/member-null", "A member with null was added after signing.", BUILT, |d| d["note"] = Value::Null),
    changed("whole/member-renamed", "A member was renamed after signing.", BUILT, |d| {
        let links = d["links"].take();
        remove(d, "links");
        d["Links"] = links;
    }),
    changed(
        "whole/empty-list-for-an-object",
        "An empty list stands where an empty object was signed.",
        "built/empty-values",
        |d| {
            d["note"]["empty"][1] = json!([]);
        },
    ),
    changed("whole/false-for-null", "False stands where null was signed.", "built/empty-values", |d| {
        d["note"]["empty"][3] = json!(false)
    }),
    changed(
        "whole/key-in-another-normal-form",
        "A key is written with a combining mark where one character was signed.",
        "built/strings",
        |d| {
            let value = d["note"]["é"].take();
            remove(&mut d["note"], "é");
            d["note"]["e\u{301}"] = value;
        },
    ),
    // Keys.
    changed("key/bundle-spellings-differ", "The two spellings of the bundle's key differ.", BUILT, |d| {
        in_key(d, |key| key["public_key_b64"] = json!(to_base64(&nameless().public_key())));
    }),
    changed("key/bundle-fingerprint", "The fingerprint of the bundle's key is another one.", BUILT, |d| {
        in_key(d, |key| key["fingerprint_sha256_hex"] = json!("0".repeat(32)));
    }),
    changed(
        "key/bundle-named-otherwise",
        "The bundle lists its key by another identifier than its signatures use, which is the label in the ring.",
        BUILT,
        |d| in_key(d, |key| key["key_id"] = json!("another-name")),
    ),
    changed("key/b64-changed", "The key in base64 is another one.", KEY, |d| {
        d["public_key_b64"] = json!(to_base64(&nameless().public_key()))
    }),
    changed("key/hex-changed", "The key in hexadecimal digits is another one.", KEY, |d| {
        d["public_key_hex"] = json!(nameless().public_key_hex())
    }),
    changed("key/b64-a-number", "The key in base64 is a number.", KEY, |d| d["public_key_b64"] = json!(5)),
    changed("key/hex-a-number", "The key in hexadecimal digits is a number.", KEY, |d| d["public_key_hex"] = json!(5)),
    changed("key/b64-false", "The key in base64 is false.", KEY, |d| d["public_key_b64"] = json!(false)),
    changed("key/b64-an-object", "The key in base64 is an object.", KEY, |d| d["public_key_b64"] = json!({})),
    changed("key/both-null", "Both spellings of the key are null.", KEY, |d| {
        d["public_key_b64"] = Value::Null;
        d["public_key_hex"] = Value::Null;
    }),
    changed("key/hex-null", "The key in hexadecimal digits is null: as if it were absent.", KEY, |d| {
        d["public_key_hex"] = Value::Null
    }),
    changed("key/hex-upper-case", "The key is in upper-case digits.", KEY, |d| {
        d["public_key_hex"] = json!(text(&d["public_key_hex"]).to_uppercase());
    }),
    changed("key/hex-too-short", "The key in hexadecimal digits has 31 bytes.", KEY, |d| {
        d["public_key_hex"] = json!(&text(&d["public_key_hex"])[2..]);
    }),
    changed("key/hex-with-a-prefix", "The key in hexadecimal digits has a prefix.", KEY, |d| {
        d["public_key_hex"] = json!(format!("0x{}", text(&d["public_key_hex"])));
    }),
    changed("key/b64-without-padding", "The key in base64 lacks its padding.", KEY, |d| {
        swap(&mut d["public_key_b64"], "=", "")
    }),
    changed("key/identity", "The key is the identity of the group.", KEY, |d| {
        key(d, "0100000000000000000000000000000000000000000000000000000000000000")
    }),
    changed("key/of-order-two", "The key is a point of order two.", KEY, |d| {
        key(d, "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")
    }),
    changed("key/of-order-four", "The key is a point of order four.", KEY, |d| {
        key(d, "0000000000000000000000000000000000000000000000000000000000000080")
    }),
    changed("key/of-order-eight", "The key is a point of order eight.", KEY, |d| {
        key(d, "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
    }),
    changed("key/second-encoding", "The key is a point in its second encoding.", KEY, |d| {
        key(d, "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")
    }),
    changed("key/not-on-the-curve", "The key is no point of the curve.", KEY, |d| {
        key(d, "0200000000000000000000000000000000000000000000000000000000000000")
    }),
    changed("key/fingerprint-too-long", "The fingerprint is the whole digest.", KEY, |d| {
        d["fingerprint_sha256_hex"] = json!(sha256_hex(&registry().public_key()));
    }),
    changed("key/fingerprint-a-number", "The fingerprint is a number.", KEY, |d| {
        d["fingerprint_sha256_hex"] = json!(8)
    }),
    changed(
        "key/fingerprint-of-the-text",
        "The fingerprint is that of the key's digits and not of its bytes.",
        KEY,
        |d| {
            d["fingerprint_sha256_hex"] = json!(&sha256_hex(text(&d["public_key_hex"]).as_bytes())[..32]);
        },
    ),
    changed("key/fingerprint-in-base32", "The fingerprint in base32 is another one.", super::MIRRORS, |d| {
        other(&mut d["mirrors"][0]["public_key"]["fingerprint_sha256_b32_first128bits"]);
    }),
    changed(
        "key/fingerprint-in-base32-of-128-bits",
        "The fingerprint in base32 has the 128 bits that its name promises, not 130.",
        super::MIRRORS,
        |d| {
            // The last two bits of 26 characters are not of the first 128.
            swap(&mut d["mirrors"][0]["public_key"]["fingerprint_sha256_b32_first128bits"], "YNKS", "YNKQ");
        },
    ),
    // Integrity documents.
    changed(
        "integrity/signed-findings",
        "The finding in an event's payload was changed: what is hashed is not published, so nothing fails.",
        INTEGRITY,
        |d| {
            other(&mut d["events"][0]["payload"]["finding"]);
        },
    ),
    changed(
        "integrity/signed-digest",
        "The digest of an event's payload is another one than is signed.",
        INTEGRITY,
        |d| d["events"][0]["payload_sha256"] = zeros(),
    ),
    changed("integrity/signed-signature", "The signature of an event was changed.", INTEGRITY, |d| {
        flip(&mut d["events"][0])
    }),
    changed("integrity/signed-too-short", "The signature of an event has 63 bytes.", INTEGRITY, |d| {
        shorten(&mut d["events"][0])
    }),
    changed(
        "integrity/signed-with-order-added",
        "The event's signature is spelled in the second way that lenient verifiers take.",
        INTEGRITY,
        |d| {
            with_order_added(&mut d["events"][0]["signature_b64"]);
        },
    ),
    changed(
        "integrity/signed-by-another-key",
        "An event's signature is by another key than it names.",
        INTEGRITY,
        |d| {
            d["events"][0]["signature_b64"] = json!(stranger().sign(text(&d["events"][0]["payload_sha256"])));
        },
    ),
    changed(
        "integrity/signed-by-the-registrys-name",
        "An event names the registry's key and is signed by another.",
        INTEGRITY,
        |d| {
            d["events"][0]["signing_key_id"] = json!("pith-v1-2026-05");
        },
    ),
    changed("integrity/signature-missing", "An event has no signature.", INTEGRITY, |d| {
        remove(&mut d["events"][0], "signature_b64")
    }),
    changed("integrity/signature-of-the-other", "An event has the signature of the other.", INTEGRITY, |d| {
        d["events"][0]["signature_b64"] = d["events"][1]["signature_b64"].clone();
    }),
    changed("integrity/section-digest", "The digest of the section is another one.", INTEGRITY, |d| {
        d["integrity"]["snapshot_sha256"] = zeros()
    }),
    changed("integrity/section-finding", "A finding in the section was changed.", INTEGRITY, |d| {
        other(&mut d["integrity"]["findings"][0]["finding"]);
    }),
    changed(
        "integrity/section-detectors-missing",
        "The section does not list its detectors, which are in its digest.",
        INTEGRITY,
        |d| {
            remove(&mut d["integrity"], "detectors_run");
        },
    ),
    // Records.
    changed("receipt/signature", "The receipt's signature was changed.", RECORD, |d| flip(&mut d["receipt"])),
    changed(
        "receipt/with-order-added",
        "The receipt's signature is spelled in the second way that lenient verifiers take.",
        RECORD,
        |d| {
            with_order_added(&mut d["receipt"]["signature_b64"]);
        },
    ),
    changed("receipt/a-string", "The receipt is a string.", RECORD, |d| d["receipt"] = json!("signed_v1")),
    changed("receipt/an-empty-object", "The receipt is an empty object.", RECORD, |d| d["receipt"] = json!({})),
    changed("receipt/digest-of-another-record", "The receipt states and signs another record's digest.", RECORD, |d| {
        let digest = sha256_hex(b"another record");
        d["receipt"]["signature_b64"] = json!(registry().sign(&digest));
        d["receipt"]["canonical_sha256"] = json!(digest);
    }),
    changed("receipt/of-an-event", "The receipt has the signature of an event.", RECORD, |d| {
        d["receipt"]["signature_b64"] = small().value()["events"][0]["signature"]["signature_b64"].clone();
    }),
    changed("record/licence", "The licence in the record was changed after signing.", RECORD, |d| {
        other(&mut d["canonical_record"]["metadata"]["license"]);
    }),
    changed("record/category-added", "A category was added to the record after signing.", RECORD, |d| {
        d["canonical_record"]["metadata"]["cross_cats_sorted"] = json!(["cs.CR", "cs.DL", "math.LO"]);
    }),
    changed(
        "record/categories-reordered",
        "The categories of the record stand in another order than was signed.",
        RECORD,
        |d| {
            d["canonical_record"]["metadata"]["cross_cats_sorted"].as_array_mut().unwrap().reverse();
        },
    ),
    changed("record/version-as-text", "The version in the record is text where a number was signed.", RECORD, |d| {
        d["canonical_record"]["source"]["version"] = json!("1");
    }),
    changed("record/member-added", "A member was added to the record after signing.", RECORD, |d| {
        other(&mut d["canonical_record"])
    }),
    changed("record/source-missing", "A record does not repeat its source.", RECORD, |d| remove(d, "source")),
];

fn alias(bundle: &mut Value, index: usize) {
    other(&mut bundle["source_aliases"][index]["alias_value"]);
    seal_merge(bundle);
    seal_bundle(bundle);
}

fn section(bundle: &mut Value, name: &str) {
    in_snapshot(bundle, |graph| graph[name]["snapshot_sha256"] = zeros());
}

fn created(bundle: &mut Value, member: &str) {
    in_state(bundle, |state| other(&mut state["current"]["record_created"][member]));
}

fn snapshot(bundle: &mut Value, member: &str) {
    in_state(bundle, |state| other(&mut state["current"]["graph_snapshots"][0][member]));
}

/// One bit of the signature is another one.
fn flip(signature: &mut Value) {
    let mut bytes = base64(text(&signature["signature_b64"]));
    bytes[40] ^= 1;
    signature["signature_b64"] = json!(to_base64(&bytes));
}

/// The signature lacks its last byte.
fn shorten(signature: &mut Value) {
    let bytes = base64(text(&signature["signature_b64"]));
    signature["signature_b64"] = json!(to_base64(&bytes[..63]));
}

/// The key object of other bytes, with the fingerprint of them.
fn key(object: &mut Value, bytes: &str) {
    let bytes = hex(bytes);
    object["public_key_hex"] = json!(to_hex(&bytes));
    object["public_key_b64"] = json!(to_base64(&bytes));
    object["fingerprint_sha256_hex"] = json!(&sha256_hex(&bytes)[..32]);
}
