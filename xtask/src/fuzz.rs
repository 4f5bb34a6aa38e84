//! Runs the targets in `fuzz`, one after the other.

use crate::{
    command::{cargo, find, run, search_path},
    failure::{Done, Failure},
    project::{self, Project},
    settings::Settings,
    tools, usage,
};
use std::{path::Path, process::Command};

/// How long each target runs unless it is said.
const SECONDS: u64 = 60;

/// No real document is twice as long, and what is longer takes the fuzzer's time.
const LONGEST: &str = "-max_len=32768";

/// What was asked for.
#[derive(Debug, PartialEq)]
struct Asked<'w> {
    targets: Vec<&'w str>,
    seconds: u64,
}

pub(crate) fn fuzz(project: &Project, settings: &Settings, words: &[&str]) -> Done {
    let all = targets(project)?;
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let Asked { targets, seconds } = Asked::read(words, &all)?;
    let program = tools::cargo_tool("cargo-fuzz", &settings.tools.cargo_fuzz)?;
    let rustup = find(&["rustup"]).ok_or_else(|| {
        Failure::new("there is no rustup here", "install it, for the fuzzer needs what only a nightly Rust has")
    })?;
    let path = search_path(&[program.parent().unwrap_or(Path::new("."))])?;
    // cargo-fuzz has no `--locked`; this fails where the lock file does not fit.
    let mut fetch = cargo(&["fetch", "--manifest-path", "fuzz/Cargo.toml"]);
    run(fetch.current_dir(&project.root), "run `cargo update --workspace` in fuzz/")?;
    for target in targets {
        println!("\n===== {target}");
        // What is found goes here; what is worth keeping is moved by hand, as fuzz/README.md says.
        let found = project.work.join("fuzz").join(target);
        project::make_folder(&found)?;
        let mut command = Command::new(&rustup);
        // There is no unsafe code here for a sanitizer to look at; overflows are checked all the same.
        command.args(["run", "nightly", "cargo", "fuzz", "run", "--sanitizer", "none", "--target-dir"]);
        command.arg(project.root.join("target/fuzz")).arg(target).arg(&found);
        command.arg(project.root.join("fuzz/corpus").join(target));
        // What other tests have beside them is not kept once more.
        command
            .args(["tests/samples", "tests/vectors/conformance/documents"].map(|folder| project.root.join(folder)))
            .arg("--");
        command.arg(format!("-dict={}", project.root.join("fuzz/words.dict").display()));
        command.arg(format!("-max_total_time={seconds}")).args([LONGEST, "-timeout=20", "-print_final_stats=1"]);
        // Cargo hands these down to what it runs, and they name another compiler.
        command.env_remove("CARGO").env_remove("RUSTC").env_remove("RUSTUP_TOOLCHAIN").env("PATH", &path);
        run(
            command.current_dir(&project.root),
            "the input that failed is in fuzz/artifacts; make a test of it, then mend what it shows. \
             Without a nightly Rust: `rustup toolchain install nightly`",
        )?;
    }
    Ok(())
}

/// The names of the targets, in order.
fn targets(project: &Project) -> Done<Vec<String>> {
    let files = project::files(&project.root.join("fuzz/fuzz_targets"))?;
    Ok(files.iter().filter_map(|file| file.file_stem()?.to_str().map(str::to_owned)).collect())
}

impl<'w> Asked<'w> {
    fn read(words: &[&'w str], all: &[&'w str]) -> Done<Self> {
        let mut asked = Self { targets: Vec::new(), seconds: SECONDS };
        let mut words = words.iter();
        while let Some(&word) = words.next() {
            if word == "--seconds" {
                let number = words.next().and_then(|number| number.parse().ok()).filter(|&seconds| seconds > 0);
                asked.seconds = number.ok_or_else(|| usage("`--seconds` needs a number".to_owned()))?;
            } else if all.contains(&word) {
                asked.targets.push(word);
            } else {
                return Err(usage(format!("`{word}` is no target; there are {}", all.join(", "))));
            }
        }
        if asked.targets.is_empty() {
            asked.targets = all.to_vec();
        }
        Ok(asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_and_seconds_are_read_in_any_order() {
        let all = ["a", "b"];
        let read = |words: &[&'static str]| Asked::read(words, &all);
        assert_eq!(read(&[]).unwrap(), Asked { targets: all.to_vec(), seconds: SECONDS });
        assert_eq!(read(&["--seconds", "7", "b"]).unwrap(), Asked { targets: vec!["b"], seconds: 7 });
        for wrong in [&["c"][..], &["--seconds"], &["--seconds", "0"], &["--seconds", "x"], &["--second", "1"]] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
    }

    /// What is fuzzed is what is shipped: what both lock files name, they name in the same version.
    #[test]
    fn the_fuzzer_has_the_dependencies_of_the_crate() {
        #[derive(serde::Deserialize)]
        struct Lock {
            package: Vec<Locked>,
        }
        #[derive(serde::Deserialize, PartialEq, Eq, PartialOrd, Ord)]
        struct Locked {
            name: String,
            version: String,
        }
        let project = Project::new().unwrap();
        let locked = |path: &str| -> Lock { project::read_toml(&project.root.join(path)).unwrap() };
        let (ours, theirs) = (locked("Cargo.lock").package, locked("fuzz/Cargo.lock").package);
        let shared = theirs.iter().filter(|locked| ours.iter().any(|known| known.name == locked.name));
        let mut count = 0;
        for locked in shared {
            let Locked { name, version } = locked;
            assert!(
                ours.contains(locked),
                "{name} {version}: run `cargo update` in fuzz/ for the version of Cargo.lock"
            );
            count += 1;
        }
        assert!(count > 20, "{count}");
    }
}
