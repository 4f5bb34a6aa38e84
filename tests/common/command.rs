//! The command line, for the tests that call it.
#![allow(dead_code, unreachable_pub, reason = "each test uses a part of it")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// `pith-verify` in the folder of the tests.
pub fn pith_verify(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pith-verify"));
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")).args(args);
    command
}

pub fn run(args: &[&str]) -> Output {
    pith_verify(args).output().unwrap()
}

/// What comes out for something on standard input.
pub fn fed(args: &[&str], input: &[u8]) -> Output {
    let mut child =
        pith_verify(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// A sample as `pith-verify` is given it.
pub fn path(name: &str) -> String {
    format!("samples/{name}.json")
}

/// A file of one test's own, removed when it goes.
pub struct Scratch(PathBuf);

impl Scratch {
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        // Tests of one program run at the same time, each with files of its own.
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("pith-verify-{}-{count}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}
