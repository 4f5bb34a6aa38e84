//! Runs other programs.

use crate::failure::{Done, Failure};
use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// Runs a program to its end with its output shown. `to_do` is for the case that it fails.
pub(crate) fn run(command: &mut Command, to_do: &str) -> Done {
    println!("  $ {}", shown(command));
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("`{}` ended with {status}", shown(command)), to_do)),
        Err(error) => Err(not_started(command, &error)),
    }
}

/// Like [`run`], but the program is ended when it takes longer than `limit`.
pub(crate) fn run_within(limit: Duration, command: &mut Command, to_do: &str) -> Done {
    println!("  $ {}", shown(command));
    let mut child = command.spawn().map_err(|error| not_started(command, &error))?;
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => {
                return Err(Failure::new(format!("`{}` ended with {status}", shown(command)), to_do));
            }
            Ok(None) if started.elapsed() < limit => thread::sleep(Duration::from_millis(100)),
            Ok(None) => {
                // It may have ended by itself in the meantime, which is as good.
                child.kill().and_then(|()| child.wait()).ok();
                let seconds = limit.as_secs();
                return Err(Failure::new(format!("`{}` was ended after {seconds} s", shown(command)), to_do));
            }
            Err(error) => return Err(not_started(command, &error)),
        }
    }
}

/// What a program prints, or nothing when it cannot be started or fails. Its errors are not shown.
pub(crate) fn printed(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command of the native cargo, with the dependencies that Cargo.lock names or not at all.
pub(crate) fn cargo(words: &[&str]) -> Command {
    let mut command = bare_cargo();
    command.args(words).arg("--locked");
    command
}

/// The native cargo: the very one that runs xtask. Only for what reads no lock file of ours.
pub(crate) fn bare_cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The first of `names` that stands in the search path.
pub(crate) fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// The search path with `folders` before it.
pub(crate) fn search_path(folders: &[&Path]) -> Done<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().map(|folder| folder.to_path_buf()).chain(std::env::split_paths(&old));
    std::env::join_paths(all).map_err(|error| {
        Failure::new(format!("the search path cannot be set: {error}"), "use a folder without `:` in its name")
    })
}

fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    let program = command.get_program().to_string_lossy().into_owned();
    Failure::new(
        format!("`{program}` cannot be started: {error}"),
        format!("install `{program}` so that it stands in the search path"),
    )
}
