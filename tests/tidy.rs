//! The layers of ARCHITECTURE.md, held by reading the sources.
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

use std::collections::BTreeMap;
use std::path::Path;

/// Each module and the modules it may name. `lib`, `main`, `cli`, `wasm` and `vectors` are at the top.
const MAY_USE: &[(&str, &[&str])] = &[
    ("json", &[]),
    ("encoding", &[]),
    ("report", &[]),
    ("visible", &[]),
    // On wasm32 the shell has JavaScript's tables.
    ("unicode", &["wasm"]),
    ("crypto", &[]),
    ("canonical", &["json", "limits"]),
    ("time", &["visible"]),
    ("trust", &["json", "encoding", "crypto", "report", "canonical", "limits", "time", "visible"]),
    ("plan", &["json", "report", "canonical"]),
    ("merge", &["json", "encoding", "crypto", "canonical", "time"]),
    ("document", &["json", "report", "canonical", "plan", "merge", "limits"]),
    ("explain", &["json", "encoding", "report", "crypto", "canonical", "words", "plan", "limits", "unicode"]),
    ("redo", &["json", "encoding", "report", "crypto", "canonical", "plan", "limits"]),
    (
        "check",
        &[
            "json",
            "encoding",
            "report",
            "crypto",
            "canonical",
            "trust",
            "words",
            "plan",
            "merge",
            "limits",
            "explain",
            "redo",
            "time",
            "identity",
        ],
    ),
    ("ots", &["encoding", "crypto", "limits", "report"]),
    ("block", &["crypto"]),
    ("timestamp", &["encoding", "crypto", "limits", "report", "ots", "block", "words"]),
    ("words", &["json", "report", "visible", "limits", "merge", "ots", "block"]),
    ("identity", &["json", "encoding", "crypto", "canonical", "plan"]),
    ("hand", &["json", "encoding", "report", "crypto", "canonical", "words", "plan", "identity", "unicode"]),
    ("address", &["hand", "report"]),
    ("coverage", &["json", "report", "canonical", "words", "check"]),
    ("replay", &["json", "report", "canonical", "limits", "merge", "plan", "check", "words"]),
    ("judge", &["json", "report", "canonical", "document", "plan", "check", "coverage", "words", "time"]),
    (
        "compare",
        &[
            "json",
            "encoding",
            "report",
            "crypto",
            "canonical",
            "limits",
            "trust",
            "words",
            "plan",
            "merge",
            "check",
            "judge",
            "replay",
            "identity",
        ],
    ),
    ("vectors", &["crypto", "encoding", "json", "limits", "canonical", "redo", "report"]),
    ("limits", &["json", "report"]),
    ("print", &["report", "visible", "limits", "trust"]),
    (
        "reproduce",
        &["json", "encoding", "report", "crypto", "canonical", "limits", "trust", "time", "timestamp", "words"],
    ),
];

/// What stands for something that has one owner, and the owner.
const OWNERS: &[(&str, &[&str])] = &[
    ("ed25519_dalek", &["crypto"]),
    ("curve25519_dalek", &["crypto"]),
    ("sha2::", &["crypto"]),
    ("sha1::", &["crypto"]),
    ("ripemd::", &["crypto"]),
    ("sha3::", &["crypto"]),
    ("zmij::", &["canonical"]),
    ("unicode_normalization", &["unicode"]),
    ("wasm_bindgen", &["wasm"]),
    ("js_sys", &["wasm"]),
    ("std::fs", &["cli"]),
    ("std::io", &["cli", "main"]),
    ("serde_json", &["cli", "wasm"]),
    ("Serialize", &["report", "wasm"]),
];

/// The clock, the network, randomness, the environment, threads: nobody in the core.
const NOBODY: [&str; 8] =
    ["std::time", "std::net", "std::env", "std::thread", "SystemTime", "rand::", "getrandom", "unsafe "];

/// The product's text of every module: without comments and without its tests.
fn modules() -> BTreeMap<String, String> {
    fn read(folder: &Path, module: Option<&str>, found: &mut BTreeMap<String, String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let module = module.map_or(stem, str::to_owned);
            if path.is_dir() {
                read(&path, Some(&module), found);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            let product = text.split("#[cfg(test)]\nmod tests").next().unwrap();
            let code = product.lines().filter(|line| !line.trim_start().starts_with("//"));
            found.entry(module).or_default().push_str(&code.collect::<Vec<_>>().join("\n"));
        }
    }
    let mut found = BTreeMap::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), None, &mut found);
    found
}

/// The modules that a text names after `crate::`, also inside braces.
fn named(text: &str) -> Vec<String> {
    let ident = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut names = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let group = group.split('}').next().unwrap();
            names.extend(group.split(',').map(|part| ident(part.trim())));
        } else {
            names.push(ident(rest));
        }
    }
    names
}

#[test]
fn nothing_points_up() {
    let modules = modules();
    let (mut seen, mut uses) = (0, 0);
    for (module, text) in &modules {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| name == module) else {
            assert!(
                ["lib", "main", "cli", "wasm"].contains(&module.as_str()),
                "src/{module} has no place in the layers"
            );
            continue;
        };
        seen += 1;
        for name in named(text) {
            let own = name == *module;
            uses += 1;
            assert!(own || allowed.contains(&name.as_str()), "src/{module} uses {name}");
        }
    }
    assert_eq!(seen, MAY_USE.len());
    assert!(uses > 60, "{uses}");
}

#[test]
fn everything_outside_has_one_owner() {
    for (module, text) in &modules() {
        for &(thing, owners) in OWNERS {
            assert!(!text.contains(thing) || owners.contains(&module.as_str()), "src/{module} names {thing}");
        }
        for thing in NOBODY {
            assert!(!text.contains(thing) || module == "main" || module == "cli", "src/{module} names {thing}");
        }
    }
}

#[test]
fn no_product_code_can_panic_by_its_own_words() {
    for (module, text) in &modules() {
        for word in [".unwrap()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!(", "assert!("] {
            let found = text.contains(word) && !text.contains("#[cfg(test)]");
            assert!(!found, "src/{module} has {word}");
        }
    }
}

#[test]
fn the_core_has_no_unsafe_code_and_clippy_forbids_panics() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    // In a package cargo spells Cargo.toml anew, and keeps ours beside it.
    let ours = std::fs::read_to_string(folder.join("Cargo.toml.orig"));
    let manifest = ours.unwrap_or_else(|_| std::fs::read_to_string(folder.join("Cargo.toml")).unwrap());
    for lint in [
        "unsafe_code = \"forbid\"",
        "unwrap_used = \"warn\"",
        "indexing_slicing = \"warn\"",
        "panic = \"warn\"",
        "pedantic = ",
    ] {
        assert!(manifest.contains(lint), "{lint}");
    }
}
