//! The digests of a build, and what it was built with.

use crate::{
    command::printed,
    failure::Done,
    project::{self, Project},
    settings::Settings,
    stamp, wasm,
};
use std::{fmt::Write as _, path::Path, process::Command};

/// In dist: the SHA-256 of every file that is shipped, in the form of `sha256sum`.
pub(crate) const SUMS: &str = "SHA256SUMS";
/// Beside it: the programs that the build was made with.
const BUILD: &str = "BUILD.txt";

/// Writes both. They name no path outside of dist.
pub(crate) fn write(project: &Project, settings: &Settings) -> Done {
    let dist = project.root.join("dist");
    let mut sums = String::new();
    for file in project::files(&dist)? {
        let name = file.strip_prefix(&dist).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        if name != SUMS && name != BUILD {
            // Writing to a string cannot fail.
            writeln!(sums, "{}  {name}", stamp::sha256(&project::read(&file)?)).ok();
        }
    }
    project::write(&dist.join(SUMS), &sums)?;
    project::write(&dist.join(BUILD), built_with(project, settings)?)?;
    println!(
        "[dist] the digests of {} files are in dist/{SUMS}, what they were built with in dist/{BUILD}",
        sums.lines().count()
    );
    Ok(())
}

fn built_with(project: &Project, settings: &Settings) -> Done<String> {
    let tools = &settings.tools;
    let node = printed(Command::new("node").arg("--version")).unwrap_or_default();
    let hosts = std::env::var("PITH_FETCH_HOSTS").unwrap_or_default();
    let mut text = format!(
        "Pith verifier {}\n\nBuilt with\n  {}\n  wasm-pack {}\n  wasm-bindgen {}\n  binaryen {}\n  node {node}\n  the packages of www/package-lock.json, SHA-256 {}\n",
        project.version()?,
        wasm::compiler(project, settings)?,
        tools.wasm_pack,
        tools.wasm_bindgen,
        tools.binaryen,
        stamp::sha256(&project::read(&project.www.join("package-lock.json"))?),
    );
    if !hosts.is_empty() {
        writeln!(text, "  PITH_FETCH_HOSTS={hosts}").ok();
    }
    let single = stamp::sha256(&project::read(&wasm::small(project))?);
    writeln!(text, "\nThe wasm in pith-verifier.html is a smaller build of the same source, SHA-256 {single}").ok();
    text.push_str(
        "\nThe same source and the same of these give the same bytes. Another rustc gives another wasm, and with it other\ndigests of all that holds it: rustup's and Debian's differ too, also at the same version.\n",
    );
    Ok(text)
}

/// What differs between two lists of digests: the names of files, in their order.
pub(crate) fn differences(one: &str, other: &str) -> Vec<String> {
    let names = |text: &str| -> std::collections::BTreeMap<String, String> {
        text.lines().filter_map(|line| line.split_once("  ")).map(|(sum, name)| (name.into(), sum.into())).collect()
    };
    let (one, other) = (names(one), names(other));
    let all: std::collections::BTreeSet<_> = one.keys().chain(other.keys()).collect();
    all.into_iter()
        .filter_map(|name| match (one.get(name), other.get(name)) {
            (Some(a), Some(b)) if a == b => None,
            (Some(_), Some(_)) => Some(format!("{name} differs")),
            (Some(_), None) => Some(format!("{name} is only in the first build")),
            _ => Some(format!("{name} is only in the second build")),
        })
        .collect()
}

/// The digests of the build in a clone.
pub(crate) fn of(root: &Path) -> Done<String> {
    Ok(String::from_utf8_lossy(&project::read(&root.join("dist").join(SUMS))?).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_named() {
        assert_eq!(differences("a  x\nb  y\n", "a  x\nb  y\n"), Vec::<String>::new());
        assert_eq!(
            differences("a  x\nb  y\nc  z\n", "a  w\na  x\nd  y\n"),
            ["w is only in the second build", "y differs", "z is only in the first build"]
        );
    }
}
