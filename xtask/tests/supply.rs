//! What the project is built from is named, pinned and held against digests, and docs/supply-chain.md says why.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

use serde_json::Value;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// Packages that would run a script when npm installs them. No script is run; each works without, because:
const INSTALL_SCRIPTS: [(&str, &str); 5] = [
    ("bun", "the program comes in a package for each platform; the script puts it in the place of a shorter one"),
    ("deno", "the same"),
    ("esbuild", "the same"),
    ("workerd", "the same"),
    ("rs-module-lexer", "the same; the script only fetches it where npm left that package out"),
];

/// All that reaches the page from npm.
const ON_THE_PAGE: [&str; 2] = ["@zip.js/zip.js", "lit"];

/// Cargo calls that read no lock file of ours.
const WITHOUT_LOCK: [&str; 3] = ["fmt", "install", "nextest --version"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn json(path: &str) -> Value {
    serde_json::from_str(&read(path)).unwrap()
}

fn toml(path: &str) -> toml::Table {
    read(path).parse().unwrap()
}

/// Files of the clone with this name, as paths from its root; what is built or installed is no part of it.
fn files(named: &str) -> Vec<String> {
    fn collect(folder: &Path, named: &str, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !matches!(name.as_str(), "target" | "node_modules" | "dist" | ".git") {
                collect(&path, named, found);
            } else if path.is_file() && name == named {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    collect(&root(), named, &mut found);
    let relative = |path: &PathBuf| path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
    let mut found: Vec<String> = found.iter().map(relative).collect();
    found.sort();
    assert!(!found.is_empty(), "there is no {named}");
    found
}

fn texts(value: &Value) -> BTreeMap<String, String> {
    let members = value.as_object().into_iter().flatten();
    members.map(|(name, text)| (name.clone(), text.as_str().unwrap().to_owned())).collect()
}

/// Packages of a Cargo.lock, by name; those of the clone itself have no source.
fn locked(path: &str) -> Vec<toml::Table> {
    toml(path)["package"].as_array().unwrap().iter().map(|package| package.as_table().unwrap().clone()).collect()
}

/// The lock file that counts for a manifest: beside it, or else in the root.
fn lock_of(manifest: &str) -> String {
    let beside = manifest.replace("Cargo.toml", "Cargo.lock");
    if root().join(&beside).is_file() { beside } else { "Cargo.lock".to_owned() }
}

/// Names of the crates that a manifest asks for, whatever for and on whatever system. What stands in the clone is
/// none.
fn asked_for(manifest: &toml::Table) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut tables = vec![manifest];
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    tables.extend(targets.into_iter().flat_map(|targets| targets.values().filter_map(toml::Value::as_table)));
    for table in tables {
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for (name, wanted) in table.get(kind).and_then(toml::Value::as_table).into_iter().flatten() {
                if wanted.get("path").is_none() {
                    let renamed = wanted.get("package").and_then(toml::Value::as_str);
                    found.insert(renamed.unwrap_or(name).to_owned());
                }
            }
        }
    }
    found
}

/// Every direct dependency with its version: crates, npm packages, Python packages.
fn direct() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for path in files("Cargo.toml") {
        let lock = locked(&lock_of(&path));
        for name in asked_for(&toml(&path)) {
            let versions: Vec<&str> = lock
                .iter()
                .filter(|package| package["name"].as_str() == Some(&name))
                .map(|package| package["version"].as_str().unwrap())
                .collect();
            assert_eq!(versions.len(), 1, "{path} asks for {name}, and the lock file has {versions:?}");
            // What stands behind the plus is not of the version.
            found.insert((name, versions[0].split('+').next().unwrap().to_owned()));
        }
    }
    for path in files("package-lock.json") {
        let manifest = json(&path.replace("package-lock.json", "package.json"));
        for (name, version) in texts(&manifest["dependencies"]).into_iter().chain(texts(&manifest["devDependencies"])) {
            found.insert((name, version));
        }
    }
    found
}

/// Rows of the tables in docs/supply-chain.md whose first cell is a name in code: name, version, and the cells after.
fn rows() -> Vec<(String, String, Vec<String>)> {
    let page = read("docs/supply-chain.md");
    let (direct, _) = page.split_once("## What comes along").expect("a section on what comes along");
    let cells = |line: &str| -> Vec<String> {
        line.trim().trim_matches('|').split(" | ").map(|cell| cell.trim().to_owned()).collect()
    };
    let rows = direct.lines().filter(|line| line.starts_with("| `")).map(cells);
    rows.map(|row| (row[0].trim_matches('`').to_owned(), row[1].clone(), row[2..].to_vec())).collect()
}

#[test]
fn the_page_names_every_direct_dependency_and_no_other() {
    let mut listed = BTreeSet::new();
    for (name, version, rest) in rows() {
        assert!(rest.len() >= 3 && rest.iter().all(|cell| !cell.is_empty()), "{name}: a cell is empty");
        assert!(listed.insert((name.clone(), version)), "{name} stands twice");
    }
    let direct = direct();
    let missing: Vec<_> = direct.difference(&listed).collect();
    let surplus: Vec<_> = listed.difference(&direct).collect();
    assert!(
        missing.is_empty() && surplus.is_empty(),
        "docs/supply-chain.md lacks a row `| name | version | reason | … |` for {missing:?}, and has {surplus:?}"
    );
    assert!(listed.len() > 40, "{}", listed.len());
}

#[test]
fn every_crate_comes_from_crates_io_with_its_digest() {
    for path in files("Cargo.lock") {
        for package in locked(&path) {
            let Some(source) = package.get("source") else { continue };
            assert_eq!(
                source.as_str().unwrap(),
                "registry+https://github.com/rust-lang/crates.io-index",
                "{path}: {:?}",
                package["name"]
            );
            let digest = package.get("checksum").and_then(toml::Value::as_str).unwrap_or_default();
            assert_eq!(digest.len(), 64, "{path}: {:?} has no digest", package["name"]);
        }
    }
}

#[test]
fn every_npm_package_has_a_digest_and_none_needs_its_script() {
    let mut scripts = BTreeSet::new();
    for path in files("package-lock.json") {
        let lock = json(&path);
        assert_eq!(lock["lockfileVersion"], 3, "{path}");
        for (place, package) in lock["packages"].as_object().unwrap() {
            if place.is_empty() {
                continue;
            }
            let digest = package["integrity"].as_str().unwrap_or_default();
            assert!(digest.starts_with("sha512-") && digest.len() == 95, "{path}: {place} has no digest");
            let from = package["resolved"].as_str().unwrap_or("https://registry.npmjs.org/");
            assert!(from.starts_with("https://registry.npmjs.org/"), "{path}: {place} comes from {from}");
            if package["hasInstallScript"] == true {
                scripts.insert(place.rsplit_once("node_modules/").unwrap().1.to_owned());
            }
        }
        let npmrc = read(&path.replace("package-lock.json", ".npmrc"));
        assert!(npmrc.lines().any(|line| line == "ignore-scripts=true"), "{path}: .npmrc lets scripts run");
        let manifest = json(&path.replace("package-lock.json", "package.json"));
        for (name, version) in texts(&manifest["dependencies"]).into_iter().chain(texts(&manifest["devDependencies"])) {
            let exact = version.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
            assert!(exact, "{path}: {name} {version} is no exact version");
        }
    }
    let named: BTreeSet<String> = INSTALL_SCRIPTS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(scripts, named, "packages with an install script, and those that were looked at");
}

/// A path through the lock file from what the page needs to everything that comes with it.
#[test]
fn nothing_else_from_npm_reaches_the_page_or_the_package() {
    let declared: Vec<String> = texts(&json("www/package.json")["dependencies"]).into_keys().collect();
    assert_eq!(declared, ON_THE_PAGE);
    let lock = json("www/package-lock.json");
    let of_production = lock["packages"].as_object().unwrap().iter();
    let of_production = of_production.filter(|(place, package)| !place.is_empty() && package["dev"] != true);
    let of_production = of_production.filter(|(_, package)| package["devOptional"] != true);
    let names: Vec<&str> = of_production.map(|(place, _)| place.trim_start_matches("node_modules/")).collect();
    let page = read("docs/supply-chain.md");
    let (_, along) = page.split_once("## What comes along").unwrap();
    for name in &names {
        let is_named = ON_THE_PAGE.contains(name) || along.contains(&format!("`{name}`"));
        assert!(is_named, "{name} reaches the page, and docs/supply-chain.md does not say so");
    }
    let package = json("www/src/package/package.json");
    for member in ["dependencies", "optionalDependencies", "peerDependencies", "bundleDependencies", "scripts"] {
        assert!(package.get(member).is_none(), "the npm package has {member}");
    }
    for manifest in files("package.json") {
        let scripts = json(&manifest);
        let names = scripts["scripts"].as_object().into_iter().flatten().map(|(name, _)| name.as_str());
        let runs = |name: &str| ["preinstall", "install", "postinstall", "prepare", "prepublish"].contains(&name);
        assert!(!names.into_iter().any(runs), "{manifest} runs a script when it is installed");
    }
}

#[test]
fn every_python_package_has_a_version_and_digests() {
    for path in files("requirements.txt") {
        let text = read(&path).replace("\\\n", " ");
        let lines: Vec<&str> =
            text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        assert!(!lines.is_empty(), "{path}");
        for line in lines {
            assert!(line.contains("==") && line.contains("--hash=sha256:"), "{path}: {line}");
        }
    }
}

#[test]
fn lock_files_are_in_use() {
    let mut calls = 0;
    for entry in std::fs::read_dir(root().join("xtask/src")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        assert!(name == "command.rs" || !text.contains("Command::new(\"cargo\")"), "{name} calls cargo by itself");
        for (at, _) in text.match_indices("bare_cargo()").filter(|_| name != "command.rs") {
            calls += 1;
            let words: String = text[at..].chars().take(120).filter(|letter| !"\"[](),.\n".contains(*letter)).collect();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(WITHOUT_LOCK.iter().any(|call| words.contains(call)), "{name}: {words}");
        }
        for line in text.lines().filter(|line| line.contains("\"ci\",") || line.contains("pip.args")) {
            let wanted = if line.contains("\"ci\",") { "--ignore-scripts" } else { "--require-hashes" };
            assert!(line.contains(wanted), "{name}: {line}");
            calls += 1;
        }
    }
    assert_eq!(calls, WITHOUT_LOCK.len() + 2, "calls of cargo without a lock file, npm ci and pip install");
    assert!(read(".cargo/config.toml").contains("run --quiet --locked"));
}

/// Actions and images by digest, and no command of a package manager but those that keep to a lock file.
#[test]
fn workflows_run_what_was_named() {
    let mut pinned = 0;
    for entry in std::fs::read_dir(root().join(".github/workflows")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        for line in std::fs::read_to_string(&path).unwrap().lines().map(str::trim) {
            let hexadecimal = |text: &str| text.chars().all(|letter| letter.is_ascii_hexdigit());
            if let Some((_, action)) = line.split_once("uses: ").filter(|(_, action)| !action.starts_with("./")) {
                let digest = action.split_once('@').map_or("", |(_, digest)| &digest[..digest.len().min(40)]);
                assert!(digest.len() == 40 && hexadecimal(digest), "{name}: {line}");
                pinned += 1;
            }
            if let Some((_, image)) = line.split_once("image: ") {
                let digest = image.split_once("@sha256:").map_or("", |(_, digest)| digest);
                assert!(digest.len() == 64 && hexadecimal(digest), "{name}: {line}");
                pinned += 1;
            }
            let Some((_, command)) = line.split_once("run: ") else { continue };
            let keeps = command.contains("cargo xtask") || command.contains("--locked");
            assert!(!command.contains("cargo ") || keeps, "{name}: {line}");
            for manager in ["npm ", "npx ", "pip ", "pip3 "] {
                let keeps = command.contains("--ignore-scripts") || command.contains("--require-hashes");
                assert!(!command.contains(manager) || keeps, "{name}: {line}");
            }
        }
    }
    assert!(pinned > 10, "{pinned}");
}
