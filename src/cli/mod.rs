//! What the subcommands share: keys, reading, complaining, exit codes.

pub(crate) mod canonicalize;
pub(crate) mod compare;
pub(crate) mod completions;
pub(crate) mod hand;
mod input;
mod json;
pub(crate) mod keys;
pub(crate) mod man;
pub(crate) mod reproduce;
mod text;
mod timestamp;
mod turns;
pub(crate) mod verify;

use std::ffi::OsString;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, IsTerminal as _, Read as _, Write as _};
use std::path::{Path, PathBuf};

use anstream::AutoStream;
use clap::{Args, ValueEnum};
use pith_verifier::{KeyRing, Options, Time, visible};

/// Wrong usage, or a file that cannot be opened.
pub(crate) const USAGE: u8 = 2;

/// A file is read no further.
const MOST_BYTES: u64 = 512 << 20;

/// What a subcommand prints that has no further formats.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum JsonFormat {
    Text,
    Json,
}

/// Which keys establish a signer.
#[derive(Args)]
pub(crate) struct KeyArguments {
    /// Keys to trust: a ring file (see `pith-verify keys`), 64 hexadecimal digits, a key object, an array of them, or a
    /// mirror manifest; may be repeated
    #[arg(long, value_name = "FILE")]
    trust_key: Vec<PathBuf>,
    /// Trust only the keys given by --trust-key
    #[arg(long)]
    no_built_in_keys: bool,
}

impl KeyArguments {
    pub(super) fn ring(&self) -> Result<KeyRing, String> {
        let mut ring = if self.no_built_in_keys { KeyRing::empty() } else { KeyRing::built_in() };
        for path in &self.trust_key {
            let name = path.to_string_lossy();
            let text =
                fs::read(path).map_err(|error| format!("cannot open the key file {}: {error}", visible(&name)))?;
            ring.add(&text, &format!("your key file {name}"))
                .map_err(|fault| format!("the key file {} holds no key to trust: {fault}", visible(&name)))?;
        }
        Ok(ring)
    }
}

/// Whose signatures count, and when.
#[derive(Args)]
pub(crate) struct TrustArguments {
    #[command(flatten)]
    keys: KeyArguments,
    /// A time at which you know that the documents existed (RFC 3339), such as 2026-06-01T00:00:00Z. A retired key,
    /// or one with a window, counts only with it
    #[arg(long, value_name = "TIME")]
    at: Option<Time>,
}

impl TrustArguments {
    pub(super) fn options(&self) -> Result<Options, String> {
        Ok(Options { ring: self.keys.ring()?, at: self.at.clone(), ..Options::default() })
    }
}

/// Reads a whole file, for the report has its size and digest, but nothing without an end.
pub(crate) fn read(file: &OsString) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file == "-" {
        io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes)?;
    } else {
        fs::File::open(Path::new(file))?.take(MOST_BYTES).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 == MOST_BYTES {
        return Err(io::Error::other("it is larger than 512 MiB, which no document is"));
    }
    Ok(bytes)
}

pub(crate) fn complain(message: &str) {
    // Nothing is left to do when standard error is closed.
    let _ = writeln!(anstream::stderr().lock(), "pith-verify: {message}");
}

/// Standard output: text with colour where it can be shown, or something for programs, which is written as it is.
/// For a file or a pipe colour is taken out, and with it anything else that looks like a command to a terminal.
pub(super) fn output(as_it_is: bool) -> AutoStream<io::StdoutLock<'static>> {
    if as_it_is { AutoStream::always_ansi(io::stdout().lock()) } else { anstream::stdout().lock() }
}

/// JSON for standard output.
pub(super) fn json(text: serde_json::Result<String>) -> io::Result<String> {
    text.map(for_terminal).map_err(io::Error::other)
}

/// On a terminal, what that would obey or not show is escaped. The values are the same.
pub(super) fn for_terminal(json: String) -> String {
    if io::stdout().is_terminal() { escaped(&json) } else { json }
}

pub(super) fn escaped(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    let mut buffer = [0; 4];
    for char in json.chars() {
        let text = &*char.encode_utf8(&mut buffer);
        if matches!(char, '\0'..='\u{7e}') || visible(text) == text {
            escaped.push(char);
        } else {
            for unit in char.encode_utf16(&mut [0; 2]) {
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        }
    }
    escaped
}

/// Of two exit codes, 1 is worse than 3 and 3 is worse than 0.
pub(super) fn worse(a: u8, b: u8) -> u8 {
    if a == 1 || b == 1 { 1 } else { a.max(b) }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn json_for_a_terminal_says_the_same_with_escapes() {
        let texts = ["a\u{9b}31mb\u{7f}", "\u{202e}\u{200b}\u{e0041}", "é 漢 \u{1f600}", "\\ \" \n"];
        let json = serde_json::to_string(&texts).unwrap();
        let escaped = escaped(&json);
        assert_eq!(serde_json::from_str::<Vec<String>>(&escaped).unwrap(), texts);
        assert!(escaped.starts_with(r#"["a\u009b31mb\u007f","\u202e\u200b\udb40\udc41","é 漢"#), "{escaped}");
    }
}
