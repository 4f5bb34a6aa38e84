//! Commands that redo a check without this verifier, for a POSIX shell in a folder that has the document as
//! `document.json`.
//!
//! Nothing of the document goes into a command but bytes that are spelled anew here, indices, and names of members,
//! in which everything but ASCII letters, digits, `_` and `-` is escaped. So no text of a document can become code.

use std::fmt::Write as _;

use crate::canonical::{Part, Scope};
use crate::crypto::Digest;
use crate::encoding::base64;
use crate::json::{self, Json, NodeId, Tree};
use crate::limits::{REDO_BYTES, REDO_PATH};
use crate::plan::{NumberForm, TextForm};
use crate::report::{Redo, RedoTool};

/// Makes the commands of one document, as long as there is room for them.
pub(crate) struct Commands {
    left: usize,
}

/// What stands before a raw Ed25519 key in a `SubjectPublicKeyInfo` (RFC 8410 section 4).
const KEY_HEAD: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

const DIGEST: &str = "the digest, as it must be stated";
const DIGEST_OF_BYTES: &str = "the digest of the hashed bytes";

impl Commands {
    pub(crate) fn new() -> Self {
        Self { left: REDO_BYTES }
    }

    /// No commands.
    pub(crate) fn none() -> Self {
        Self { left: 0 }
    }

    /// The digest of a scope, in Python alone, with `sha256sum`, and with `jq` where that writes the same bytes.
    /// `prefix` stands before the digest where the document states it.
    pub(crate) fn digest(&mut self, tree: &Tree<'_>, scope: &Scope, prefix: &str, prints: &str) -> Vec<Redo> {
        let Some(value) = scope_value(tree, scope).filter(|_| self.left > 0) else { return Vec::new() };
        let of_bytes = format!("{}  -", prints.strip_prefix(prefix).unwrap_or(prints));
        let before = if prefix.is_empty() { String::new() } else { format!("\"{prefix}\"+") };
        let mut made = vec![
            python(
                DIGEST,
                &format!("print({before}hashlib.sha256(({value}).encode()).hexdigest())"),
                prints.to_owned(),
            ),
            Redo {
                tool: RedoTool::Sha256sum,
                label: DIGEST_OF_BYTES,
                command: format!(
                    "{} | sha256sum",
                    script("json,sys", &format!("sys.stdout.buffer.write(({value}).encode())"))
                ),
                prints: of_bytes.clone(),
            },
        ];
        made.extend(jq(tree, scope).map(|filter| Redo {
            tool: RedoTool::Jq,
            label: DIGEST_OF_BYTES,
            command: format!("jq -cSj '{filter}' document.json | sha256sum"),
            prints: of_bytes,
        }));
        self.kept(made)
    }

    /// A Pith Number or an alias.
    pub(crate) fn number(&mut self, tree: &Tree<'_>, record: NodeId, form: NumberForm, prints: &str) -> Vec<Redo> {
        let id = tree.member(record, "source").and_then(|source| tree.member(source, "id"));
        let with_id = matches!(form, NumberForm::SourceId | NumberForm::SourceIdAndVersion | NumberForm::ArxivDoi);
        let plain = |id: &str| id.bytes().all(|byte| byte.is_ascii_graphic());
        // The command prints the identifier: in a terminal, anything but plain letters could do more than be read.
        if with_id && !id.and_then(|id| tree.text(id)).is_some_and(plain) {
            return Vec::new();
        }
        let Some(record) = python_path(tree, record).filter(|_| self.left > 0) else { return Vec::new() };
        let value = match form {
            NumberForm::Full => "\"pith:\"+x[\"metadata\"][\"submitted_at\"][:4]+\":\"+b[:26]".to_owned(),
            NumberForm::Short => "\"pith:\"+b[:8]".to_owned(),
            NumberForm::Prefix(length) => format!("b[:{length}]"),
            NumberForm::SourceId => "x[\"source\"][\"id\"]".to_owned(),
            NumberForm::SourceIdAndVersion => "x[\"source\"][\"id\"]+\"v\"+str(x[\"source\"][\"version\"])".to_owned(),
            NumberForm::ArxivDoi => "\"10.48550/arxiv.\"+x[\"source\"][\"id\"]".to_owned(),
        };
        let code =
            format!("x={record}; b=base64.b32encode(hashlib.sha256(c(x).encode()).digest()).decode(); print({value})");
        self.kept(vec![Redo {
            tool: RedoTool::Python3,
            label: "the value, computed from the canonical record",
            command: script("base64,hashlib,json", &code),
            prints: prints.to_owned(),
        }])
    }

    /// The hash of a title or an abstract.
    pub(crate) fn text(&mut self, tree: &Tree<'_>, node: NodeId, form: TextForm, prints: &str) -> Vec<Redo> {
        let Some(text) = python_path(tree, node).filter(|_| self.left > 0) else { return Vec::new() };
        let text = match form {
            TextForm::Title => text,
            TextForm::Abstract => format!("\" \".join({text}.split())"),
        };
        let code = format!("print(hashlib.sha256({text}.lower().encode()).hexdigest())");
        self.kept(vec![python("the hash of the text, as the record must have it", &code, prints.to_owned())])
    }

    /// The fingerprint of a key in hexadecimal or in base32.
    pub(crate) fn fingerprint(&mut self, tree: &Tree<'_>, spelled: NodeId, base32: bool, prints: &str) -> Vec<Redo> {
        let Some(text) = python_path(tree, spelled).filter(|_| self.left > 0) else { return Vec::new() };
        let decode = if tree.key(spelled) == Some("public_key_hex") { "bytes.fromhex" } else { "base64.b64decode" };
        let digest = format!("hashlib.sha256({decode}({text}))");
        let code = if base32 {
            format!("print(base64.b32encode({digest}.digest()).decode()[:26])")
        } else {
            format!("print({digest}.hexdigest()[:32])")
        };
        self.kept(vec![Redo {
            tool: RedoTool::Python3,
            label: "the fingerprint, computed from the key",
            command: script("base64,hashlib,json", &code),
            prints: prints.to_owned(),
        }])
    }

    /// A signature over the bytes of a digest. It leaves three small files in the folder.
    pub(crate) fn signature(&mut self, key: &[u8; 32], digest: &Digest, signature: &[u8; 64]) -> Vec<Redo> {
        if self.left == 0 {
            return Vec::new();
        }
        let mut command = String::new();
        for (bytes, file) in [
            ([&KEY_HEAD[..], key].concat(), "key.der"),
            (digest.to_vec(), "digest.bin"),
            (signature.to_vec(), "signature.bin"),
        ] {
            // Writing to a string does not fail.
            let _ = writeln!(command, "printf %s '{}' | openssl base64 -d -A > pith-{file}", base64(&bytes));
        }
        command.push_str(
            "openssl pkeyutl -verify -pubin -keyform DER -inkey pith-key.der -rawin -in pith-digest.bin -sigfile pith-signature.bin",
        );
        let prints = "Signature Verified Successfully".to_owned();
        self.kept(vec![Redo { tool: RedoTool::Openssl, label: "whether the signature holds", command, prints }])
    }

    fn kept(&mut self, made: Vec<Redo>) -> Vec<Redo> {
        let size: usize = made.iter().map(|redo| redo.command.len() + redo.prints.len()).sum();
        let rest = self.left.checked_sub(size);
        self.left = rest.unwrap_or(0);
        if rest.is_some() { made } else { Vec::new() }
    }
}

fn python(label: &'static str, code: &str, prints: String) -> Redo {
    Redo { tool: RedoTool::Python3, label, command: script("hashlib,json", code), prints }
}

/// A program in Python that has the document as `d` and the canonical form as `c`.
fn script(modules: &str, code: &str) -> String {
    format!(
        "python3 -c 'import {modules}; d=json.load(open(\"document.json\",encoding=\"utf-8\")); c=lambda x:json.dumps(x,sort_keys=True,separators=(\",\",\":\"),ensure_ascii=False); {code}'"
    )
}

/// The text that is hashed, as an expression of Python.
fn scope_value(tree: &Tree<'_>, scope: &Scope) -> Option<String> {
    let mut parts = Vec::new();
    for part in &scope.parts {
        parts.push(match part {
            Part::Text(text) => {
                let quoted: String =
                    text.chars().flat_map(|c| (c == '"').then_some('\\').into_iter().chain([c])).collect();
                format!("\"{quoted}\"")
            }
            Part::Value { node, without: [] } => format!("c({})", python_path(tree, *node)?),
            Part::Value { node, without } => {
                let names: Vec<String> = without.iter().map(|name| format!("\"{name}\"")).collect();
                format!("c({{k:v for k,v in {}.items() if k not in [{}]}})", python_path(tree, *node)?, names.join(","))
            }
        });
    }
    Some(parts.join("+"))
}

/// The way to a node in Python; `None` when it is too long for a command.
fn python_path(tree: &Tree<'_>, node: NodeId) -> Option<String> {
    let mut path = String::from("d");
    for step in json::way(tree, node) {
        match (tree.key(step), tree.index(step)) {
            (Some(key), _) => {
                if key.len() > REDO_PATH {
                    return None;
                }
                path.push_str("[\"");
                for char in key.chars() {
                    let code = u32::from(char);
                    // Writing to a string does not fail.
                    let _ = match char {
                        'A'..='Z' | 'a'..='z' | '0'..='9' | '_' | '-' => path.write_char(char),
                        '\0'..='\u{ffff}' => write!(path, "\\u{code:04x}"),
                        _ => write!(path, "\\U{code:08x}"),
                    };
                }
                path.push_str("\"]");
            }
            (None, Some(index)) => {
                let _ = write!(path, "[{index}]");
            }
            (None, None) => {}
        }
        if path.len() > REDO_PATH {
            return None;
        }
    }
    Some(path)
}

/// The filter of `jq` for a scope, when `jq -cSj` writes its canonical form: it reads numbers as doubles, escapes
/// U+007F, and writes a text without its quotes.
fn jq(tree: &Tree<'_>, scope: &Scope) -> Option<String> {
    let [Part::Value { node, without }] = scope.parts.as_slice() else { return None };
    let mut filter = String::new();
    for step in json::way(tree, *node) {
        match (tree.key(step), tree.index(step)) {
            (Some(key), _) => {
                let mut bytes = key.bytes();
                let starts = bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic() || byte == b'_');
                if !starts || !bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') || key.len() > REDO_PATH {
                    return None;
                }
                filter.push('.');
                filter.push_str(key);
            }
            (None, Some(index)) => {
                let dot = if filter.is_empty() { "." } else { "" };
                // Writing to a string does not fail.
                let _ = write!(filter, "{dot}[{index}]");
            }
            (None, None) => {}
        }
    }
    if filter.is_empty() {
        filter.push('.');
    }
    if !without.is_empty() {
        let _ = write!(filter, "|del(.{})", without.join(",."));
    }
    let plain_text =
        |text: &str| text.chars().all(|char| !char.is_ascii_control() || matches!(char, '\t' | '\n' | '\r'));
    let same = tree.subtree(*node).all(|node| {
        tree.key(node).is_none_or(plain_text)
            && match tree.json(node) {
                // Under 2^53, and not the negative zero.
                Json::Integer(digits) => digits.len() <= 15 && digits != "-0",
                Json::Double(_) => false,
                Json::String(text) => plain_text(text),
                _ => true,
            }
    });
    (same && !tree.is_leaf(*node) && filter.len() <= REDO_PATH).then_some(filter)
}
