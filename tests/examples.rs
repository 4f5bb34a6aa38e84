//! The example for programmers in Rust does what its first lines say.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

fn sample(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name)
}

#[test]
fn the_example_tells_verified_from_broken_and_missing() {
    // Cargo builds examples before tests, into a folder beside that of the tests.
    let tests = std::env::current_exe().unwrap();
    let program = tests.parent().and_then(Path::parent).unwrap().join("examples/check");
    let output = |arguments: &[PathBuf]| {
        let output = Command::new(&program).args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let bundle = sample("bundle-1212.1787.json");
    let (code, printed, _) = output(std::slice::from_ref(&bundle));
    assert_eq!(code, Some(0), "{printed}");
    assert!(printed.starts_with("verified   pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ  "), "{printed}");

    let text = std::fs::read_to_string(&bundle).unwrap();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let changed = folder.join("changed.json");
    std::fs::write(&changed, text.replacen("Generic Checkpoint", "Generic Checkpoints", 1)).unwrap();
    let (code, printed, _) = output(&[bundle.clone(), changed]);
    assert_eq!(code, Some(1), "{printed}");
    assert!(printed.contains("\nbroken     pith:2012:"), "{printed}");
    assert!(printed.contains("graph_snapshot"), "{printed}");

    let (code, _, told) = output(&[folder.join("none.json"), bundle]);
    assert_eq!(code, Some(2));
    assert!(told.contains("none.json: "), "{told}");
    assert_eq!(output(&[]).0, Some(2), "nothing checked is not success");
}
