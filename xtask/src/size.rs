//! Sizes after gzip, against the budgets.

use crate::failure::{Done, Failure};
use flate2::{Compression, write::GzEncoder};
use std::io::Write as _;

/// Prints the size of `bytes`; more than `budget` KiB after gzip is a failure.
pub(crate) fn within_budget(what: &str, bytes: &[u8], budget: usize) -> Done {
    let packed = gzipped(bytes).map_err(|error| {
        Failure::new(format!("{what} cannot be compressed: {error}"), "see that there is memory left")
    })?;
    let allowed = budget * 1024;
    println!(
        "[size] {what}: {} bytes, {packed} after gzip, {}% of the budget of {allowed} ({budget} KiB)",
        bytes.len(),
        packed * 100 / allowed.max(1),
    );
    if packed > allowed {
        return Err(over(what, packed - allowed));
    }
    Ok(())
}

/// The same for a file that nobody compresses on its way.
pub(crate) fn file_within_budget(what: &str, length: usize, budget: usize) -> Done {
    let allowed = budget * 1024;
    println!(
        "[size] {what}: {length} bytes, {}% of the budget of {allowed} ({budget} KiB)",
        length * 100 / allowed.max(1)
    );
    if length > allowed {
        return Err(over(what, length - allowed));
    }
    Ok(())
}

fn over(what: &str, bytes: usize) -> Failure {
    Failure::new(
        format!("{what} is {bytes} bytes over its budget"),
        "make it smaller, or raise the budget in wasm-pack.toml and say why",
    )
}

fn gzipped(bytes: &[u8]) -> std::io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_budget_is_a_failure() {
        // Bytes that do not compress.
        let noise: Vec<u8> = (0_u32..4000).flat_map(|i| i.wrapping_mul(2_654_435_761).to_be_bytes()).collect();
        assert!(within_budget("noise", &noise, 1).is_err());
        assert!(within_budget("zeros", &[0; 4000], 1).is_ok());
        assert!(file_within_budget("a file", 1024, 1).is_ok());
        assert!(file_within_budget("a file", 1025, 1).is_err());
    }
}
