//! `pith-verify keys`.

use std::io::{self, Write as _};

use clap::Args;
use pith_verifier::visible;

use super::{JsonFormat, KeyArguments, USAGE, complain, for_terminal, output};

pub(crate) const HELP: &str = "\
The JSON is a ring file, which --trust-key takes again. Edit it to retire or revoke a key: status is current, retired \
or revoked; valid_from and valid_until are RFC 3339 times, the first inside and the last outside; note is yours. \
Of several entries about one key the strictest counts, so a key file never makes a revoked key good again.

Exit code: 0, or 2 on wrong usage or a key file that could not be read.

Examples:
  pith-verify keys
  pith-verify keys --trust-key my-registry.json --format json > ring.json
  pith-verify keys --no-built-in-keys --trust-key ring.json";

#[derive(Args)]
pub(crate) struct Arguments {
    /// What to print: text for people, or a ring file
    #[arg(long, value_enum, default_value_t = JsonFormat::Text)]
    format: JsonFormat,
    #[command(flatten)]
    keys: KeyArguments,
}

pub(crate) fn run(args: &Arguments) -> io::Result<u8> {
    let ring = match args.keys.ring() {
        Ok(ring) => ring,
        Err(message) => {
            complain(&message);
            return Ok(USAGE);
        }
    };
    let mut out = output(args.format == JsonFormat::Json);
    if args.format == JsonFormat::Json {
        out.write_all(for_terminal(ring.to_json()).as_bytes())?;
        out.flush()?;
        return Ok(0);
    }
    if ring.is_empty() {
        writeln!(out, "The key ring is empty: no signature establishes a signer.")?;
    }
    for key in ring.to_report().keys {
        writeln!(out, "{:9} {}", key.status.as_str(), visible(key.key_id.as_deref().unwrap_or("(no identifier)")))?;
        for (label, value) in [
            ("fingerprint", Some(&key.fingerprint_sha256_hex)),
            ("public key", Some(&key.public_key_hex)),
            ("source", Some(&key.source)),
            ("valid from", key.valid_from.as_ref()),
            ("until before", key.valid_until.as_ref()),
            ("note", key.note.as_ref()),
        ] {
            if let Some(value) = value {
                writeln!(out, "          {label:12} {}", visible(value))?;
            }
        }
    }
    out.flush()?;
    Ok(0)
}
