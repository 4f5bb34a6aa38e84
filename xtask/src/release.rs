//! What is held against a release: the crate as it is published, its documentation, its oldest compiler, what it
//! depends on, and whether a tag, the version and the change log are about the same.

use crate::{
    command::{cargo, find, run, run_within},
    failure::{Done, Failure},
    project::{self, Project},
    settings::Settings,
    size, tools,
};
use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
    time::Duration,
};

/// How long rustup may take for a compiler. Without a network it can hang for long.
const RUSTUP_LIMIT: Duration = Duration::from_mins(10);

/// Builds the documentation and lets no warning pass.
pub(crate) fn documentation(project: &Project, _: &Settings) -> Done {
    let mut command = cargo(&["doc"]);
    command.args(["--quiet", "--no-deps", "--package", "pith-verifier", "--all-features"]);
    command.env("RUSTDOCFLAGS", "--deny warnings").current_dir(&project.root);
    run(&mut command, "mend the documentation")
}

/// Runs the tests of the crate as crates.io gets it, where it is unpacked. They are those of the clone again, so
/// `cargo xtask test` leaves it at [`packed`].
pub(crate) fn package(project: &Project, settings: &Settings) -> Done {
    packed(project, settings)?;
    let (folder, name) = place(project)?;
    let unpacked = folder.join(&name);
    if unpacked.exists() {
        project::empty_folder(&unpacked)?;
    }
    // Cargo gives each file the same old date, by which it would not see that one has changed: `m` leaves it out.
    let mut command = Command::new("tar");
    command.arg("-xzmf").arg(format!("{name}.crate")).current_dir(&folder);
    run(&mut command, "see the error above")?;
    let mut command = cargo(&["test"]);
    command.args(["--all-features", "--lib", "--bins", "--tests"]).current_dir(&unpacked);
    // What stands beside the clone does not stand beside the package, and was tested from the clone.
    command.env("CARGO_TARGET_DIR", project.target()).env_remove("PITH_VECTORS");
    run(&mut command, "a file that a test needs may be missing in `include` of Cargo.toml")
}

/// Makes the crate as crates.io gets it, without a warning and within its budget.
pub(crate) fn packed(project: &Project, settings: &Settings) -> Done {
    make_package(project)?;
    let (folder, name) = place(project)?;
    size::within_budget("crate", &project::read(&folder.join(format!("{name}.crate")))?, settings.budgets.package)
}

/// The folder that cargo leaves the package in, and its name.
fn place(project: &Project) -> Done<(PathBuf, String)> {
    Ok((project.target().join("package"), format!("pith-verifier-{}", project.version()?)))
}

/// Runs `cargo package`, which warns of what is missing or left out and goes on.
fn make_package(project: &Project) -> Done {
    let mut command = cargo(&["package"]);
    // What is being worked on can be tested too; `cargo publish` takes no uncommitted file.
    command.args(["--allow-dirty", "--no-verify", "--package", "pith-verifier"]);
    println!("  $ cargo package --locked --allow-dirty --no-verify --package pith-verifier");
    let output = command
        .current_dir(&project.root)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| Failure::new(format!("`cargo` cannot be started: {error}"), "install Rust with cargo"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    eprint!("{said}");
    if output.status.success() && !said.contains("warning:") {
        return Ok(());
    }
    Err(Failure::new("the crate cannot be packaged without a warning", "mend in Cargo.toml what cargo says above"))
}

/// Compiles the crate with the oldest compiler that Cargo.toml states.
pub(crate) fn msrv(project: &Project) -> Done {
    let version = project.rust_version()?;
    let rustup = find(&["rustup"]).ok_or_else(|| {
        Failure::new("there is no rustup here", format!("install it, or run `cargo check` with Rust {version} by hand"))
    })?;
    let mut install = Command::new(&rustup);
    install.args(["toolchain", "install", &version, "--profile", "minimal", "--no-self-update"]);
    run_within(RUSTUP_LIMIT, &mut install, "see that static.rust-lang.org can be reached")?;
    let mut check = Command::new(&rustup);
    check.args(["run", &version, "cargo", "check", "--locked", "--package", "pith-verifier", "--all-features"]);
    // Cargo hands these down to what it runs, and they name the newer compiler.
    check.env_remove("CARGO").env_remove("RUSTC").env_remove("RUSTUP_TOOLCHAIN").current_dir(&project.root);
    run(&mut check, "use what this Rust has, or state a newer one in Cargo.toml and README.md")
}

/// Holds the dependencies against deny.toml.
pub(crate) fn deny(project: &Project, settings: &Settings, checks: &[&str]) -> Done {
    let program = tools::cargo_tool("cargo-deny", &settings.tools.cargo_deny)?;
    let mut command = Command::new(program);
    command.args(["--locked", "check"]).args(checks).current_dir(&project.root);
    run(
        &mut command,
        "see the error above; where the advisories cannot be fetched, \
         `cargo xtask deny bans licenses sources` checks the rest",
    )
}

/// Fails unless `tag` may be released: one version everywhere, and an address that npm can hold its provenance against.
pub(crate) fn check(project: &Project, tag: &str) -> Done {
    let text = |path: &str| {
        let bytes = project::read(&project.root.join(path))?;
        Ok::<_, Failure>(String::from_utf8_lossy(&bytes).into_owned())
    };
    let hosted =
        env::var("GITHUB_SERVER_URL").and_then(|server| Ok(format!("{server}/{}", env::var("GITHUB_REPOSITORY")?)));
    let release = Release {
        version: project.version()?,
        repository: project.repository()?,
        change_log: text("CHANGELOG.md")?,
        npm_manifest: text("www/src/package/package.json")?,
        hosted: hosted.ok(),
    };
    release.fits(tag)?;
    println!("[release] {tag} fits Cargo.toml, CHANGELOG.md and the npm package");
    Ok(())
}

/// What a tag is held against.
struct Release {
    version: String,
    repository: Option<String>,
    change_log: String,
    npm_manifest: String,
    /// Where this runs, when that is at GitHub.
    hosted: Option<String>,
}

impl Release {
    fn fits(&self, tag: &str) -> Done {
        let Self { version, repository, change_log, npm_manifest, hosted } = self;
        if tag != format!("v{version}") {
            return Err(Failure::new(
                format!("the tag is `{tag}`, and Cargo.toml has version {version}"),
                format!("tag v{version}, or set the version in Cargo.toml"),
            ));
        }
        let heading = format!("## [{version}] - ");
        if !change_log.lines().any(|line| line.starts_with(&heading)) {
            return Err(Failure::new(
                format!("CHANGELOG.md has no section for {version}"),
                format!("give what is under `[Unreleased]` the heading `{heading}YYYY-MM-DD`"),
            ));
        }
        let Some(repository) = repository else {
            return Err(Failure::new(
                "Cargo.toml names no repository",
                "write `repository = \"https://github.com/OWNER/NAME\"` into it: registries link to it, \
                 and npm holds the provenance against it",
            ));
        };
        if hosted.as_ref().is_some_and(|hosted| hosted != repository) {
            return Err(Failure::new(
                format!("Cargo.toml names the repository {repository}, and this runs for another"),
                "release from the repository that Cargo.toml names, or name this one there",
            ));
        }
        let url = format!("\"url\": \"git+{repository}.git\"");
        if !npm_manifest.contains(&url) {
            return Err(Failure::new(
                "www/src/package/package.json names another repository than Cargo.toml, or none",
                format!("write `\"repository\": {{ \"type\": \"git\", {url} }}` into it"),
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release() -> Release {
        Release {
            version: "1.2.3".into(),
            repository: Some("https://github.com/a/b".into()),
            change_log: "# Changelog\n\n## [1.2.3] - 2026-01-01\n".into(),
            npm_manifest: r#"{ "repository": { "type": "git", "url": "git+https://github.com/a/b.git" } }"#.into(),
            hosted: Some("https://github.com/a/b".into()),
        }
    }

    fn refusal(tag: &str, release: &Release) -> String {
        release.fits(tag).unwrap_err().to_string()
    }

    #[test]
    fn a_release_is_one_version_from_one_place() {
        assert!(release().fits("v1.2.3").is_ok());
        assert!(Release { hosted: None, ..release() }.fits("v1.2.3").is_ok());
        for tag in ["1.2.3", "v1.2.4", "v1.2.3-rc.1", ""] {
            assert!(refusal(tag, &release()).contains("Cargo.toml has version 1.2.3"), "{tag}");
        }
        let unreleased = Release { change_log: "## [Unreleased]\n".into(), ..release() };
        assert!(refusal("v1.2.3", &unreleased).contains("no section for 1.2.3"));
        let nowhere = Release { repository: None, ..release() };
        assert!(refusal("v1.2.3", &nowhere).contains("names no repository"));
        let fork = Release { hosted: Some("https://github.com/c/b".into()), ..release() };
        assert!(refusal("v1.2.3", &fork).contains("runs for another"));
        let other = Release { npm_manifest: "{}".into(), ..release() };
        assert!(refusal("v1.2.3", &other).contains("package.json names another repository"));
    }

    fn workflows() -> Vec<(String, String)> {
        let project = Project::new().unwrap();
        let files = project::files(&project.root.join(".github/workflows")).unwrap();
        let text = |file: &PathBuf| String::from_utf8(project::read(file).unwrap()).unwrap();
        files.iter().map(|file| (file.file_name().unwrap().to_str().unwrap().to_owned(), text(file))).collect()
    }

    /// A tag can be moved to other code, a digest cannot.
    #[test]
    fn workflows_name_what_they_use_by_digest() {
        let mut pinned = 0;
        for (name, text) in workflows() {
            for line in text.lines().map(|line| line.trim_start().trim_start_matches("- ")) {
                let used = line.strip_prefix("uses: ").or_else(|| line.strip_prefix("image: "));
                let Some(used) = used.filter(|used| !used.starts_with("./")) else { continue };
                let (what, comment) = used.split_once(" # ").unwrap_or((used, ""));
                let (_, digest) = what.rsplit_once('@').unwrap_or_default();
                let image = digest.strip_prefix("sha256:");
                let length = if image.is_some() { 64 } else { 40 };
                let digest = image.unwrap_or(digest);
                let is_digest = digest.len() == length && digest.chars().all(|c| matches!(c, '0'..='9' | 'a'..='f'));
                assert!(is_digest, "{name}: {line}");
                assert!(image.is_some() || comment.starts_with('v'), "{name}: no version beside {line}");
                pinned += 1;
            }
        }
        assert!(pinned > 10, "{pinned}");
    }

    /// Nothing more than is said, no token left on the disk, and nothing of a pull request in a shell.
    #[test]
    fn workflows_are_given_little() {
        for (name, text) in workflows() {
            assert!(text.contains("\npermissions: {}\n"), "{name}");
            assert!(!text.contains("pull_request_target") && !text.contains("secrets."), "{name}");
            let checkouts = text.matches("uses: actions/checkout@").count();
            assert_eq!(checkouts, text.matches("persist-credentials: false").count(), "{name}");
            for line in text.lines().filter(|line| line.trim_start().trim_start_matches("- ").starts_with("run:")) {
                assert!(!line.contains("${{"), "{name}: {line}");
            }
        }
    }

    /// What a workflow does, anybody can do: the steps are commands of xtask.
    #[test]
    fn workflows_call_commands_that_there_are() {
        let mut called = Vec::new();
        for (name, text) in workflows() {
            let steps = text.lines().map(|line| line.trim_start().trim_start_matches("- "));
            for rest in steps.filter_map(|line| line.strip_prefix("run: cargo xtask ")) {
                let command = rest.split_whitespace().next().unwrap();
                assert!(crate::HELP.contains(&format!("cargo xtask {command} ")), "{name}: cargo xtask {command}");
                called.push(command.to_owned());
            }
        }
        for command in ["dist", "reproduce", "release", "package", "deny", "msrv"] {
            assert!(called.iter().any(|word| word == command), "{command}");
        }
        let continuous = workflows().into_iter().find(|(name, _)| name == "ci.yml").unwrap().1;
        assert!(continuous.contains("run: .ci/run"));
    }
}
