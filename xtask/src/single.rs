//! Builds the single file: the whole page with its wasm inside.
//!
//! Its text is UTF-16 with a byte order mark, which a browser believes above all that a server says of it. So nearly
//! sixteen bits of every sixteen carry what is packed.

use crate::{
    command::run,
    failure::{Done, Failure},
    project::{self, Project},
    settings::Settings,
    size,
    stamp::{self, Stamp},
    tools, wasm,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use flate2::{Compression, write::DeflateEncoder};
use ppmd_rust::Ppmd7Encoder;
use sha2::{Digest as _, Sha256};
use std::{io::Write as _, path::Path, process::Command};

/// The scripts, in the order in which they are built. Names of modes of www/vite.single.ts.
const SCRIPTS: [&str; 4] = ["page", "worker", "unpack", "start"];

/// Orders of the model: longer ones make the file smaller by few bytes and take longer to unpack.
const TEXT_ORDER: u32 = 16;
const WASM_ORDER: u32 = 16;
/// Enough that the model is never started afresh, which www/src/single/ppmd.ts relies on.
const MEMORY: u32 = 128 * 1024 * 1024;

/// 128 characters carry 255 bytes, as a number to this base. The characters are those from U+0040 to U+FFFD but the
/// surrogates: HTML changes none of them, and none ends a script. As in www/src/single/start.ts.
const BASE: u32 = 63_422;
const BYTES: usize = 255;
const CHARACTERS: usize = 128;
const FIRST: u32 = 0x40;
const SURROGATES: std::ops::Range<u32> = 0xd800..0xe000;

/// Leaves the single file in dist/pith-verifier.html, and holds it against its budget.
pub(crate) fn build(project: &Project, settings: &Settings) -> Done {
    let sources = ["src", "single.html", "package-lock.json", "tsconfig.json", "vite.single.ts"];
    let mut inputs: Vec<_> = sources.iter().map(|path| project.www.join(path)).collect();
    inputs.extend(["tests/samples", "xtask/src/single.rs"].map(|path| project.root.join(path)));
    wasm::build_small(project, settings)?;
    inputs.extend(wasm::made(project));
    inputs.push(wasm::small(project));
    let stamp = Stamp::new(project, "single", &inputs, &[])?;
    let file = &project.single;
    if stamp.is_current(&[file]) {
        println!("[single] nothing changed since the last build, skipped");
    } else {
        stamp.clear()?;
        tools::npm_packages(project, settings)?;
        println!("[single] builds the scripts of the single file with Vite, and packs them");
        let made = project.work.join("single");
        project::empty_folder(&made)?;
        for script in SCRIPTS {
            let mut command = Command::new(project.npm_program("vite"));
            command.args(["build", "--logLevel", "warn", "--config", "vite.single.ts", "--mode", script]);
            run(command.current_dir(&project.www), "see the error above")?;
        }
        project::write(file, utf16(&page(project, &made)?))?;
        stamp.keep()?;
    }
    let bytes = project::read(file)?;
    println!("[single] pith-verifier.html has SHA-256 {}", stamp::sha256(&bytes));
    println!("[single] the wasm in it has SHA-256 {}", stamp::sha256(&project::read(&wasm::small(project))?));
    size::file_within_budget("the single file", bytes.len(), settings.budgets.single_file)
}

/// The text of the file.
fn page(project: &Project, made: &Path) -> Done<String> {
    let read = |name: &str| project::read(&made.join(name));
    let script = |name: &str| read(name).map(|bytes| String::from_utf8_lossy(&bytes).trim_end().to_owned());
    let (style, page, start) = (script("page.css")?, script("page.js")?, script("start.js")?);
    let wasm = project::read(&wasm::small(project))?;
    let worker = read("worker.js")?;
    // What is alike is packed together.
    let streams = [(TEXT_ORDER, vec![style.as_bytes(), page.as_bytes(), &worker]), (WASM_ORDER, vec![&wasm])];
    let (mut packed, mut list) = (Vec::new(), Vec::new());
    for (order, parts) in streams {
        let small = packed_with(&parts.concat(), order).map_err(|error| unpackable(&error))?;
        let parts: Vec<_> = parts.iter().map(|part| format!("[{},\"{}\"]", part.len(), stamp::sha256(part))).collect();
        list.push(format!("[{},{order},[{}]]", small.len(), parts.join(",")));
        packed.extend(small);
    }
    let unpack = format!("const STREAMS=[{}];{}", list.join(","), script("unpack.js")?);
    let mut deflate = DeflateEncoder::new(Vec::new(), Compression::best());
    let deflated = deflate.write_all(unpack.as_bytes()).and_then(|()| deflate.finish());
    let deflated = deflated.map_err(|error| unpackable(&error.to_string()))?;
    let length = u16::try_from(deflated.len()).map_err(|_| unpackable("the script that unpacks is too long"))?;
    let all = [length.to_be_bytes().to_vec(), deflated, packed].concat();

    // What is put in first must have none of the names that are put in later.
    let template = String::from_utf8_lossy(&project::read(&project.www.join("single.html"))?).into_owned();
    let text = template
        .replace("{start}", &policy_hash(&start))
        .replace("{unpack}", &policy_hash(&unpack))
        .replace("{page}", &policy_hash(&page))
        .replace("{style}", &policy_hash(&style))
        .replace("{start.js}", &start);
    Ok(text.replace("{packed}", &carried(&all)))
}

fn unpackable(error: &str) -> Failure {
    Failure::new(format!("the single file cannot be packed: {error}"), "see xtask/src/single.rs")
}

fn packed_with(bytes: &[u8], order: u32) -> Result<Vec<u8>, String> {
    let mut encoder = Ppmd7Encoder::new(Vec::new(), order, MEMORY).map_err(|error| format!("{error:?}"))?;
    encoder.write_all(bytes).map_err(|error| error.to_string())?;
    encoder.finish(false).map_err(|error| error.to_string())
}

/// How a content security policy names a text that may stand in the page.
fn policy_hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes())))
}

/// The characters that carry these bytes; the last block is filled up with zeros.
fn carried(bytes: &[u8]) -> String {
    let mut text = String::new();
    for block in bytes.chunks(BYTES) {
        let mut number = block.to_vec();
        number.resize(BYTES, 0);
        let mut digits = [FIRST; CHARACTERS];
        for digit in digits.iter_mut().rev() {
            let mut rest = 0;
            for byte in &mut number {
                let part = rest << 8 | u32::from(*byte);
                *byte = u8::try_from(part / BASE).unwrap_or_default();
                rest = part % BASE;
            }
            *digit += rest;
            if *digit >= SURROGATES.start {
                *digit += SURROGATES.end - SURROGATES.start;
            }
        }
        text.extend(digits.into_iter().filter_map(char::from_u32));
    }
    text
}

/// Little-endian, with a byte order mark.
fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    /// What the first script of the file does.
    fn read(text: &str) -> Vec<u8> {
        let digits: Vec<u32> = text
            .chars()
            .map(|character| {
                let digit = u32::from(character);
                digit - FIRST - if digit > SURROGATES.start { SURROGATES.end - SURROGATES.start } else { 0 }
            })
            .collect();
        let mut bytes = Vec::new();
        for block in digits.chunks(CHARACTERS) {
            let mut number = vec![0_u8; BYTES];
            for digit in block {
                let mut carry = *digit;
                for byte in number.iter_mut().rev() {
                    let part = u32::from(*byte) * BASE + carry;
                    *byte = u8::try_from(part & 0xff).unwrap();
                    carry = part >> 8;
                }
                assert_eq!(carry, 0, "a number past {BYTES} bytes");
            }
            bytes.extend(number);
        }
        bytes
    }

    #[test]
    fn characters_carry_any_bytes() {
        let noise: Vec<u8> = (0_u32..700).flat_map(|i| i.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
        for bytes in [vec![], vec![0; 300], vec![0xff; 510], noise] {
            let text = carried(&bytes);
            assert!(text.chars().all(|character| ('@'..='\u{fffd}').contains(&character)));
            let mut expected = bytes.clone();
            expected.resize(bytes.len().div_ceil(BYTES) * BYTES, 0);
            assert_eq!(read(&text), expected);
        }
        assert_eq!(carried(&[0xff; BYTES]).chars().count(), CHARACTERS);
    }

    #[test]
    fn what_is_packed_can_be_unpacked() {
        let text = "the registry's key, the registry's key".repeat(40);
        let packed = packed_with(text.as_bytes(), TEXT_ORDER).unwrap();
        assert!(packed.len() < 100);
        let mut unpacked = vec![0; text.len()];
        let mut decoder = ppmd_rust::Ppmd7Decoder::new(&packed[..], TEXT_ORDER, MEMORY).unwrap();
        decoder.read_exact(&mut unpacked).unwrap();
        assert_eq!(unpacked, text.as_bytes());
    }

    /// A hash of a text in a policy, as Content Security Policy level 3 has it in section 8.2.
    #[test]
    fn hashes_are_as_published() {
        assert_eq!(policy_hash("alert('Hello, world.');"), "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }
}
