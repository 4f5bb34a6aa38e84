//! Measures the verifier against its peers, in `benches`. A measurement is never a test.

use crate::{
    command::{cargo, run},
    failure::Done,
    project::Project,
    settings::Settings,
    site, test, tools, usage, wasm,
};
use std::process::Command;

/// What is measured, in this order.
const PARTS: [&str; 5] = ["peers", "phases", "batch", "cold", "growth"];

/// How it is measured: figures into docs/performance.md; few rounds, to see that it works.
const OPTIONS: [&str; 2] = ["--write", "--quick"];

pub(crate) fn bench(project: &Project, settings: &Settings, words: &[&str]) -> Done {
    understood(words)?;
    site::build(project, settings)?;
    tools::npm_peers(project, settings)?;
    test::measured_browsers()?;
    let python = tools::peer_python(project)?;
    let mut command = cargo(&["build", "--release", "--bin", "pith-verify", "--example", "native"]);
    run(command.current_dir(&project.root), "see the error above")?;
    let named = wasm::named(project, settings)?;
    let programs = project.target().join("release");
    let mut command = Command::new("node");
    command.args(["--max-old-space-size=8192", "run.js"]).args(words);
    command.current_dir(project.root.join("benches"));
    command.env("PITH_PEER_PYTHON", python);
    command.env("PITH_NATIVE", programs.join("examples/native"));
    command.env("PITH_VERIFY", programs.join("pith-verify"));
    command.env("PITH_NAMED_WASM", named);
    command.env("PITH_BENCH", project.target().join("bench.json"));
    run(&mut command, "see above; a contender that gives a wrong answer ends the run")
}

fn understood(words: &[&str]) -> Done {
    if let Some(word) = words.iter().find(|word| !PARTS.contains(word) && !OPTIONS.contains(word)) {
        return Err(usage(format!("`{word}` is no part of the bench; there are {}", PARTS.join(", "))));
    }
    if OPTIONS.iter().all(|option| words.contains(option)) {
        return Err(usage("figures of few rounds are not written".to_owned()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::understood;

    #[test]
    fn what_is_not_known_is_not_measured() {
        for right in [&[][..], &["peers"], &["cold", "batch", "--write"], &["--quick", "growth"]] {
            assert!(understood(right).is_ok(), "{right:?}");
        }
        for wrong in [&["peer"][..], &["--fast"], &["peers", "--quick", "--write"]] {
            assert!(understood(wrong).is_err(), "{wrong:?}");
        }
    }
}
