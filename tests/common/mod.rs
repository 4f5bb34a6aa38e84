//! What several tests need.
#![allow(dead_code, unreachable_pub, reason = "each test uses a part of it")]

pub mod builder;

use std::path::{Path, PathBuf};

use pith_verifier::{Options, Report, verify};

/// The eight published documents.
pub const SAMPLES: [&str; 8] = [
    "bundle-1212.1787",
    "bundle-1411.1958",
    "bundle-1501.03619",
    "bundle-1606.05963",
    "record-2101.05782",
    "state-1212.1787",
    "graph-1706.00337",
    "pith-mirrors",
];

/// Those of them that are signed.
pub const SIGNED: [&str; 5] =
    ["bundle-1212.1787", "bundle-1411.1958", "bundle-1501.03619", "bundle-1606.05963", "record-2101.05782"];

pub fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

pub fn sample(name: &str) -> Vec<u8> {
    std::fs::read(tests().join("samples").join(format!("{name}.json"))).unwrap()
}

pub fn check(bytes: &[u8]) -> Report {
    verify(bytes, &Options::default())
}

/// A file of the vectors that the project carries.
pub fn own(path: &str) -> Vec<u8> {
    std::fs::read(tests().join("vectors").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The documents of the conformance corpus, most of which have one fault each. None in the published crate.
pub fn corpus() -> Vec<PathBuf> {
    if is_left_out("conformance") {
        return Vec::new();
    }
    let found = files(&tests().join("vectors/conformance/documents"), "json");
    assert!(found.len() >= 150, "{}", found.len());
    found
}

/// The files of a folder and of those in it, by the end of their names.
pub fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    fn collect(folder: &Path, end: &str, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, end, found);
            } else if path.extension().is_some_and(|extension| extension == end) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(folder, end, &mut found);
    found.sort();
    found
}

/// Like [`own`], for a file that the crate is published without, for its size.
pub fn own_unpublished(path: &str) -> Option<Vec<u8>> {
    (!is_left_out(path)).then(|| own(path))
}

/// Whether this is the crate as it is published, which is without these vectors for their size. Says so loudly.
pub fn is_left_out(path: &str) -> bool {
    // Cargo puts this file into every package, and nobody else does.
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml.orig").exists();
    let left_out = published && !tests().join("vectors").join(path).exists();
    if left_out {
        let message = format!("\n!!! VECTORS ABSENT: {path} is not in the package. Nothing was tested with it.\n");
        let _ = std::io::Write::write_all(&mut std::io::stderr(), message.as_bytes());
    }
    left_out
}

/// A file of the third-party vectors, which are not part of the project: they are read from the folder
/// that `PITH_VECTORS` names, or else from `../shared/vectors`. Says loudly when they are absent.
pub fn third_party(path: &str) -> Option<Vec<u8>> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/vectors");
    let folder = std::env::var_os("PITH_VECTORS").map_or_else(beside, PathBuf::from);
    match std::fs::read(folder.join(path)) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            let message = format!(
                "\n!!! THIRD-PARTY VECTORS ABSENT: {path} ({error}).\n!!! Nothing was tested with them. Set PITH_VECTORS to the folder that has them.\n"
            );
            // Past the test runner's capture.
            let _ = std::io::Write::write_all(&mut std::io::stderr(), message.as_bytes());
            None
        }
    }
}

pub fn json(bytes: &[u8]) -> serde_json::Value {
    serde_json::from_slice(bytes).unwrap()
}

/// Decodes base64 of the vectors' files. Not the strict decoder that is under test.
pub fn base64(text: &str) -> Vec<u8> {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits = 0_u32;
    let mut held = 0;
    let mut bytes = Vec::new();
    for letter in text.bytes().filter(|&letter| letter != b'=') {
        let value = alphabet.iter().position(|&known| known == letter).expect("base64");
        bits = bits << 6 | u32::try_from(value).unwrap();
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from(bits >> held & 0xFF).unwrap());
        }
    }
    bytes
}

pub fn hex(text: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).expect("hexadecimal");
    text.as_bytes().chunks(2).map(|pair| u8::try_from(digit(pair[0]) * 16 + digit(pair[1])).unwrap()).collect()
}

pub fn to_hex(bytes: &[u8]) -> String {
    groups(bytes, 4).map(|value| char::from(b"0123456789abcdef"[value])).collect()
}

/// Base64 with padding, of the standard alphabet.
pub fn to_base64(bytes: &[u8]) -> String {
    let alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letters: String = groups(bytes, 6).map(|value| char::from(alphabet[value])).collect();
    let padding = (4 - letters.len() % 4) % 4;
    letters + &"=".repeat(padding)
}

/// The bytes in groups of so many bits, the last one filled up with zeros.
fn groups(bytes: &[u8], bits: usize) -> impl Iterator<Item = usize> {
    let all: Vec<u8> = bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let count = all.len().div_ceil(bits);
    (0..count).map(move |group| {
        (0..bits).fold(0, |value, bit| value << 1 | usize::from(all.get(group * bits + bit).copied().unwrap_or(0)))
    })
}

/// Orders that are the same in every run (xorshift64, George Marsaglia, 2003).
pub struct Shuffle(u64);

impl Shuffle {
    pub fn new(seed: u64) -> Self {
        Self(seed * 2 + 1)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % bound
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
