//! What Cargo.toml promises: the oldest compiler, the features, and what reaches the wasm.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that cannot go on fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn file(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// What `cargo metadata` says of the locked dependencies, for every feature and platform.
fn metadata() -> Value {
    let mut command = Command::new(env!("CARGO"));
    command.args(["metadata", "--locked", "--format-version", "1", "--all-features"]);
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// This crate and all that it is built and tested with, by identifier.
fn reached(metadata: &Value) -> BTreeSet<String> {
    let nodes = metadata["resolve"]["nodes"].as_array().unwrap();
    let nodes: BTreeMap<&str, &Value> = nodes.iter().map(|node| (node["id"].as_str().unwrap(), node)).collect();
    let root = package(metadata, |package| package["name"] == "pith-verifier");
    let mut found = BTreeSet::from([root["id"].as_str().unwrap().to_owned()]);
    let mut open: Vec<String> = found.iter().cloned().collect();
    while let Some(id) = open.pop() {
        for dependency in nodes[id.as_str()]["deps"].as_array().unwrap() {
            let id = dependency["pkg"].as_str().unwrap();
            if found.insert(id.to_owned()) {
                open.push(id.to_owned());
            }
        }
    }
    found
}

fn package(metadata: &Value, is_it: impl Fn(&Value) -> bool) -> &Value {
    metadata["packages"].as_array().unwrap().iter().find(|package| is_it(package)).unwrap()
}

/// `1.88` as (1, 88, 0).
fn version(text: &str) -> (u32, u32, u32) {
    let mut parts = text.split('.').map(|part| part.parse().unwrap());
    (parts.next().unwrap(), parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

/// The compiler's own check is `cargo xtask msrv`, and clippy refuses what the standard library got later.
#[test]
fn no_dependency_needs_a_newer_rust_than_this_crate() {
    let metadata = metadata();
    let stated = version(env!("CARGO_PKG_RUST_VERSION"));
    let mut newest = (0, 0, 0);
    let mut count = 0;
    for id in reached(&metadata) {
        let package = package(&metadata, |package| package["id"] == id.as_str());
        if package["name"] == "pith-verifier" {
            continue;
        }
        count += 1;
        let Some(needed) = package["rust_version"].as_str().map(version) else { continue };
        assert!(needed <= stated, "{id} needs Rust {needed:?}, and Cargo.toml states {stated:?}");
        newest = newest.max(needed);
    }
    assert!(count > 60, "{count}");
    assert_eq!(newest, stated, "no dependency needs it any more: state an older one, or another reason, in Cargo.toml");
}

#[test]
fn the_readme_states_the_rust_version_and_every_feature() {
    let readme = file("README.md");
    let stated = env!("CARGO_PKG_RUST_VERSION");
    assert!(readme.contains(&format!("Rust {stated} or newer")), "Rust {stated}");
    let manifest = file("Cargo.toml");
    let features = manifest.split("\n[features]\n").nth(1).unwrap().lines().take_while(|line| !line.starts_with('['));
    let names: Vec<&str> = features.filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.trim()).collect();
    assert!(names.contains(&"cli"), "{names:?}");
    for name in names.into_iter().filter(|name| *name != "default") {
        assert!(readme.contains(&format!("\n| `{name}` ")), "the README has no row for the feature {name}");
    }
}

/// What the command line needs is no weight of the page.
#[test]
fn nothing_of_the_command_line_reaches_the_wasm() {
    let names = |target: &[&str]| {
        let mut command = Command::new(env!("CARGO"));
        command.args(["tree", "--locked", "--package", "pith-verifier", "--edges", "no-dev", "--prefix", "none"]);
        let output = command.args(target).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect::<BTreeSet<String>>()
    };
    let native = names(&[]);
    let wasm = names(&["--target", "wasm32-unknown-unknown"]);
    for name in ["clap", "clap_complete", "clap_mangen", "roff", "indicatif", "anstream", "anstyle"] {
        assert!(native.contains(name), "{name}");
        assert!(!wasm.contains(name), "{name} reaches the wasm");
    }
    assert!(wasm.contains("wasm-bindgen"), "{wasm:?}");
}
