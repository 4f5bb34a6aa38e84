//! Why a step failed, and what to do about it.

use std::fmt;

/// A failure always carries the next thing to try.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    to_do: String,
}

pub(crate) type Done<T = ()> = Result<T, Failure>;

impl Failure {
    pub(crate) fn new(what: impl Into<String>, to_do: impl Into<String>) -> Self {
        Self { what: what.into(), to_do: to_do.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}\n  What to do: {}", self.what, self.to_do)
    }
}

/// Gives an error of the file system the path it is about.
pub(crate) trait About<T> {
    fn about(self, path: &std::path::Path) -> Done<T>;
}

impl<T> About<T> for std::io::Result<T> {
    fn about(self, path: &std::path::Path) -> Done<T> {
        self.map_err(|error| {
            Failure::new(
                format!("{}: {error}", path.display()),
                "see that the file is there and that you may read and write it, then run this again",
            )
        })
    }
}
