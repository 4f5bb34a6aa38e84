//! Runs every check of the project and sums up.

use crate::{
    command::{bare_cargo, cargo, find, printed, run},
    failure::{Done, Failure},
    project::{self, Project},
    release,
    settings::Settings,
    site, tools, wasm,
};
use std::{
    env,
    path::PathBuf,
    process::Command,
    time::{Duration, Instant},
};

/// Names of a program, and the Debian package that has it.
type Needed = (&'static [&'static str], &'static str);

const CHROMIUM: Needed = (&["chromium", "chromium-browser", "google-chrome"], "chromium");
const FIREFOX: Needed = (&["firefox-esr", "firefox"], "firefox-esr");
const WEBKIT: [Needed; 2] = [(&["WebKitWebDriver"], "webkit2gtk-driver"), (&["Xvfb"], "xvfb")];

/// Gives the command line another time, on Debian. Elsewhere the test says what is missing.
const CLOCK: [&str; 1] = ["libfaketime"];

/// What the pictures of the page are drawn with, on Debian. Elsewhere the test says what is missing.
const FONTS: [&str; 2] = ["fonts-dejavu-core", "fonts-dejavu-extra"];

/// One named part of the whole.
struct Step {
    name: &'static str,
    /// Whether it looks at what `dist` made.
    needs_dist: bool,
    work: fn(&Project, &Settings) -> Done,
}

const STEPS: [Step; 14] = [
    Step { name: "layout of the Rust sources", needs_dist: false, work: rustfmt },
    Step { name: "clippy", needs_dist: false, work: clippy },
    Step { name: "Rust tests", needs_dist: false, work: rust_tests },
    Step { name: "Rust documentation examples", needs_dist: false, work: doc_tests },
    Step { name: "Rust documentation", needs_dist: false, work: release::documentation },
    Step { name: "crate as published", needs_dist: false, work: release::packed },
    Step { name: DIST, needs_dist: false, work: site::dist },
    Step { name: "layout of the page's sources", needs_dist: false, work: prettier },
    Step { name: "types of the page's sources", needs_dist: true, work: types },
    Step { name: "npm package in Node", needs_dist: true, work: package_tests },
    Step { name: "npm package in fresh projects", needs_dist: true, work: consumer_tests },
    Step { name: "examples in one browser", needs_dist: true, work: example_tests },
    Step { name: "page in three browsers", needs_dist: true, work: page_tests },
    Step { name: "parts of the page in one browser", needs_dist: true, work: part_tests },
];
const DIST: &str = "wasm package and page";

enum Outcome {
    Passed,
    Failed(Failure),
    NotRun,
}

/// `part` chooses the steps whose names have it in them, and what these need.
pub(crate) fn test(project: &Project, settings: &Settings, part: &str) -> Done {
    let chosen = |step: &Step| step.name.contains(part);
    let needs_dist = STEPS.iter().any(|step| chosen(step) && step.needs_dist);
    let steps: Vec<&Step> = STEPS.iter().filter(|step| chosen(step) || (needs_dist && step.name == DIST)).collect();
    if steps.is_empty() {
        let names = STEPS.map(|step| step.name).join("\n    ");
        return Err(Failure::new(
            format!("no step has `{part}` in its name"),
            format!("choose from these by a part of the name:\n    {names}"),
        ));
    }
    warn_of_missing_vectors(project);
    let mut outcomes: Vec<(&'static str, Outcome, Duration)> = Vec::new();
    for step in steps {
        let no_dist = outcomes.iter().any(|(name, outcome, _)| *name == DIST && !matches!(outcome, Outcome::Passed));
        println!("\n===== {}", step.name);
        let started = Instant::now();
        let outcome = if step.needs_dist && no_dist {
            println!("[test] not run: there is no build to test");
            Outcome::NotRun
        } else {
            (step.work)(project, settings).map_or_else(Outcome::Failed, |()| Outcome::Passed)
        };
        if let Outcome::Failed(failure) = &outcome {
            println!("[test] FAILED: {failure}");
        }
        outcomes.push((step.name, outcome, started.elapsed()));
    }
    sum_up(project, &outcomes)
}

fn sum_up(project: &Project, outcomes: &[(&'static str, Outcome, Duration)]) -> Done {
    println!("\n===== summary");
    for (name, outcome, time) in outcomes {
        let word = match outcome {
            Outcome::Passed => "passed",
            Outcome::Failed(_) => "FAILED",
            Outcome::NotRun => "NOT RUN",
        };
        println!("{word:>8} {:>7.1} s  {name}", time.as_secs_f64());
    }
    warn_of_missing_vectors(project);
    let bad = outcomes.iter().filter(|(_, outcome, _)| !matches!(outcome, Outcome::Passed)).count();
    if bad == 0 {
        println!("All {} steps passed.", outcomes.len());
        return Ok(());
    }
    let first = outcomes.iter().find_map(|(name, outcome, _)| match outcome {
        Outcome::Failed(failure) => Some(format!("{name}: {failure}")),
        _ => None,
    });
    Err(Failure::new(
        format!("{bad} of {} steps did not pass. The first: {}", outcomes.len(), first.unwrap_or_default()),
        "see above, mend it, and run `cargo xtask test` again; what did not change is not built again",
    ))
}

fn warn_of_missing_vectors(project: &Project) {
    if project.vectors().is_none() {
        println!("\n!!!!! The third-party test vectors are NOT here: every test that reads them is SKIPPED.");
        println!("!!!!! Set PITH_VECTORS to their folder, or put it at ../shared/vectors.\n");
    }
}

fn rustfmt(project: &Project, _: &Settings) -> Done {
    for manifest in ["Cargo.toml", "fuzz/Cargo.toml"] {
        let mut command = bare_cargo();
        command.args(["fmt", "--all", "--check", "--manifest-path"]).arg(project.root.join(manifest));
        run(&mut command, "run `cargo fmt --all`, and in fuzz/")?;
    }
    Ok(())
}

fn clippy(project: &Project, _: &Settings) -> Done {
    let mut command = cargo(&["clippy"]);
    command.current_dir(&project.root);
    command.args(["--workspace", "--all-targets", "--all-features", "--", "--deny", "warnings"]);
    run(&mut command, "mend what clippy says; an exception needs its reason beside it")
}

fn rust_tests(project: &Project, _: &Settings) -> Done {
    let mut command = if printed(bare_cargo().args(["nextest", "--version"])).is_some() {
        println!("[test] runs the tests with cargo-nextest");
        cargo(&["nextest", "run"])
    } else {
        println!("[test] there is no cargo-nextest here; runs the tests with cargo test");
        // The examples in the documentation are the next step.
        cargo(&["test", "--lib", "--bins", "--tests"])
    };
    command.current_dir(&project.root);
    give_vectors(&mut command, project);
    if env::var_os("PITH_PYTHON").is_none() {
        command.env("PITH_PYTHON", tools::second_verifier(project)?);
    }
    run(command.args(["--workspace", "--all-features"]), "see which test failed above")
}

fn doc_tests(project: &Project, _: &Settings) -> Done {
    run(cargo(&["test", "--doc", "--all-features"]).current_dir(&project.root), "mend the example")
}

fn prettier(project: &Project, settings: &Settings) -> Done {
    tools::npm_packages(project, settings)?;
    let mut command = Command::new(project.npm_program("prettier"));
    command.args(["--config", ".prettierrc.json", "--check", "--log-level", "warn", ".", "../examples", "../benches"]);
    run(command.current_dir(&project.www), "run `npm run format` in www/")
}

fn types(project: &Project, _: &Settings) -> Done {
    let mut command = Command::new(project.npm_program("tsc"));
    run(command.arg("--noEmit").current_dir(&project.www), "mend the types in www/src")
}

fn package_tests(project: &Project, settings: &Settings) -> Done {
    // The package must give the very reports that the command line gives.
    let build = ["build", "--quiet", "--bin", "pith-verify"];
    run(cargo(&build).current_dir(&project.root), "see the error above")?;
    // What the wasm must answer about the fuzzer's inputs is what this build answers.
    let mut answers = cargo(&["test", "--quiet", "--workspace", "--all-features", "--test", "fuzz_corpus"]);
    run(answers.args(["--", "answers_for"]).current_dir(&project.root), "see which test failed above")?;
    wasm::build_for_vectors(project, settings)?;
    if find(&["apt-get"]).is_some() {
        tools::debian_packages(&CLOCK)?;
    }
    tools::npm_peers(project, settings)?;
    let target = project.target();
    let mut command = node_tests(project, "test")?;
    command.env("PITH_PEER_PYTHON", tools::peer_python(project)?);
    command.env("PITH_VERIFY", target.join("debug/pith-verify"));
    command.env("PITH_ANSWERS", target.join("tmp/corpus-answers.jsonl"));
    run(&mut command, "see which test failed above")
}

/// The package as others use it, from the tarball.
fn consumer_tests(project: &Project, settings: &Settings) -> Done {
    tools::npm_consumers(project, settings)?;
    browsers()?;
    run(&mut node_tests(project, "test/consumers")?, "see which test failed above")
}

fn page_tests(project: &Project, _: &Settings) -> Done {
    browsers()?;
    run(&mut node_tests(project, "test/browser")?, "see which browser and test failed above")
}

/// In one browser, for all three take two hours, unless others are asked for.
fn part_tests(project: &Project, _: &Settings) -> Done {
    browsers()?;
    if find(&["apt-get"]).is_some() {
        tools::debian_packages(&FONTS)?;
    }
    one_browser_tests(project, "test/parts")
}

fn example_tests(project: &Project, settings: &Settings) -> Done {
    tools::npm_consumers(project, settings)?;
    tools::example_programs(project)?;
    browsers()?;
    one_browser_tests(project, "test/examples")
}

/// In Chromium, unless others are asked for.
fn one_browser_tests(project: &Project, folder: &str) -> Done {
    let mut tests = node_tests(project, folder)?;
    if env::var_os("PITH_BROWSERS").is_none() {
        tests.env("PITH_BROWSERS", "chromium");
    }
    run(&mut tests, "see which test failed above")
}

fn browsers() -> Done {
    measured_browsers()?;
    installed(&WEBKIT)
}

/// Those in which time is measured.
pub(crate) fn measured_browsers() -> Done {
    installed(&[CHROMIUM, FIREFOX])
}

fn installed(needed: &[Needed]) -> Done {
    let missing = needed.iter().filter(|(names, _)| find(names).is_none());
    let packages: Vec<&str> = missing.map(|(_, package)| *package).collect();
    if !packages.is_empty() {
        tools::debian_packages(&packages)?;
    }
    Ok(())
}

/// Runs the test files that stand in a folder, one after the other: browsers get in each other's way.
fn node_tests(project: &Project, folder: &str) -> Result<Command, Failure> {
    let folder = project.www.join(folder);
    let is_test = |file: &PathBuf| {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        file.parent() == Some(&folder) && name.ends_with(".test.js")
    };
    let files = project::files(&folder)?.into_iter().filter(is_test);
    let mut command = Command::new("node");
    command.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]).args(files).current_dir(&project.www);
    give_vectors(&mut command, project);
    Ok(command)
}

fn give_vectors(command: &mut Command, project: &Project) {
    if let Some(folder) = project.vectors() {
        command.env("PITH_VECTORS", folder);
    }
}
