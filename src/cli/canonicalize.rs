//! `pith-verify canonicalize`.

use std::ffi::OsString;
use std::io::{self, Write as _};

use clap::Args;
use pith_verifier::{canonicalize_part, sha256_hex, visible};

use super::{USAGE, complain, read};

pub(crate) const HELP: &str = "\
The bytes are printed without a line break at the end, so that they can be hashed as they are.

Exit code: 0, or 1 when the document is refused, or 2 on wrong usage or a file that could not be opened.

Examples:
  pith-verify canonicalize --pointer /canonical_record bundle.json | sha256sum
  pith-verify canonicalize --pointer /canonical_record --digest bundle.json";

#[derive(Args)]
pub(crate) struct Arguments {
    /// The part to print, as a JSON Pointer (RFC 6901)
    #[arg(long, default_value = "", hide_default_value = true)]
    pointer: String,
    /// Print the SHA-256 of the bytes in place of the bytes
    #[arg(long)]
    digest: bool,
    /// The document; - is standard input
    #[arg(value_name = "FILE")]
    file: OsString,
}

pub(crate) fn run(args: &Arguments) -> io::Result<u8> {
    let name = visible(&args.file.to_string_lossy());
    let bytes = match read(&args.file) {
        Ok(bytes) => bytes,
        Err(error) => {
            complain(&format!("cannot open {name}: {error}"));
            return Ok(USAGE);
        }
    };
    match canonicalize_part(&bytes, &args.pointer) {
        Ok(canonical) => {
            let mut out = io::stdout().lock();
            if args.digest {
                writeln!(out, "{}", sha256_hex(&canonical))?;
            } else {
                out.write_all(&canonical)?;
            }
            out.flush()?;
            Ok(0)
        }
        Err(refusal) => {
            complain(&format!("{name}: {} {}", refusal.sentence, refusal.hint));
            Ok(1)
        }
    }
}
