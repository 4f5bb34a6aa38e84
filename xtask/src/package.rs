//! Puts together the npm package: what wasm-pack made, our entries, and the digest that they hold the wasm against.

use crate::{
    failure::{Done, Failure},
    project::{self, Project},
    settings::Settings,
    size,
    wasm::WASM,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha384};
use std::{io::Write as _, path::Path};

/// The files that wasm-pack names after the crate and that the package ships.
const GLUE: [&str; 3] = ["pith_verifier.js", "pith_verifier.d.ts", "pith_verifier_bg.wasm.d.ts"];

/// The first of them, a script, imports another. wasm-bindgen puts that one into a folder with a hash in its name.
const SNIPPETS: &str = "snippets";

/// The script that carries the wasm.
const INLINED: &str = "inlined.js";

/// The folder of the elements in the package.
const ELEMENT: &str = "element";

/// Puts the generated glue and our own entries beside the wasm.
pub(crate) fn put_together(project: &Project, made: &Path) -> Done {
    for name in GLUE {
        project::copy(&made.join(name), &project.pkg.join(name))?;
    }
    put_snippet_beside(project, made)?;
    let entry = project.www.join("src/package");
    for file in project::files(&entry)? {
        if let Some(name) = file.file_name() {
            project::copy(&file, &project.pkg.join(name))?;
        }
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        let licence = project.root.join(name);
        if licence.is_file() {
            project::copy(&licence, &project.pkg.join(name))?;
        }
    }
    let wasm = project::read(&project.pkg.join(WASM))?;
    project::write(
        &project.pkg.join("integrity.js"),
        format!(
            "// SHA-384 of the wasm of this version (Subresource Integrity).\nexport const INTEGRITY = \"{}\";\n",
            integrity(&wasm)
        ),
    )?;
    project::write(
        &project.pkg.join(INLINED),
        format!("// The wasm, packed with gzip, in base64.\nexport default \"{}\";\n", inlined(&wasm)?),
    )?;
    let version = project.version()?;
    change_manifest(project, |manifest| {
        manifest.insert("version".into(), version.into());
    })
}

/// Those who name each file of the package, as workerd wants it, need a name that stays.
fn put_snippet_beside(project: &Project, made: &Path) -> Done {
    let unexpected = |what: &str| {
        Failure::new(
            format!("expected one script in {SNIPPETS} that {} imports, found {what}", GLUE[0]),
            "mend `put_snippet_beside` in xtask/src/package.rs for what wasm-bindgen makes now",
        )
    };
    let found = project::files(&made.join(SNIPPETS))?;
    let [script] = found.as_slice() else { return Err(unexpected(&format!("{} files", found.len()))) };
    let (Ok(old), Some(name)) = (script.strip_prefix(made), script.file_name()) else {
        return Err(unexpected("another folder"));
    };
    let (old, new) = (format!("'./{}'", old.display()), format!("'./{}'", name.to_string_lossy()));
    let glue = String::from_utf8_lossy(&project::read(&made.join(GLUE[0]))?).into_owned();
    if !glue.contains(&old) {
        return Err(unexpected("none that it imports"));
    }
    project::copy(script, &project.pkg.join(name))?;
    project::write(&project.pkg.join(GLUE[0]), glue.replace(&old, &new))
}

/// Puts the elements into the package.
pub(crate) fn add_element(project: &Project) -> Done {
    project::copy_folder(&project.element, &project.pkg.join(ELEMENT))
}

/// Holds the script that carries the wasm against its budget.
pub(crate) fn weigh(project: &Project, settings: &Settings) -> Done {
    let script = project::read(&project.pkg.join(INLINED))?;
    size::file_within_budget("the wasm in a script of the package", script.len(), settings.budgets.inlined_wasm)
}

fn change_manifest(project: &Project, change: impl FnOnce(&mut Map<String, Value>)) -> Done {
    let path = project.pkg.join("package.json");
    let wrong = |error: &dyn std::fmt::Display| {
        Failure::new(format!("{}: {error}", path.display()), "mend www/src/package/package.json")
    };
    let mut manifest = serde_json::from_slice(&project::read(&path)?).map_err(|error| wrong(&error))?;
    change(&mut manifest);
    let text = serde_json::to_string_pretty(&manifest).map_err(|error| wrong(&error))?;
    project::write(&path, format!("{text}\n"))
}

/// A digest as Subresource Integrity writes it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

fn inlined(wasm: &[u8]) -> Done<String> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let packed = encoder.write_all(wasm).and_then(|()| encoder.finish());
    let packed = packed.map_err(|error| {
        Failure::new(format!("{WASM} cannot be compressed: {error}"), "see that there is memory left")
    })?;
    Ok(BASE64_STANDARD.encode(packed))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Test vector of NIST (FIPS 180-4, SHA-384 of `abc`).
    #[test]
    fn integrity_is_as_published() {
        let expected = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(integrity(b"abc"), expected);
    }
}
