//! Builds twice, in two folders, and compares what comes out.

use crate::{
    command::{cargo, printed, run},
    failure::{Done, Failure},
    project::{self, Project},
    sums,
};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Of different lengths, so that a path that gets into a file changes more than its letters.
const FOLDERS: [&str; 2] = ["a", "another-folder-with-a-longer-name"];

/// Fails when two builds of the files that git has, as they stand here, differ.
pub(crate) fn reproduce(project: &Project) -> Done {
    let place = std::env::temp_dir().join(format!("pith-reproduce-{}", std::process::id()));
    let roots = FOLDERS.map(|name| place.join(name).join("pith-verifier"));
    let outcome = both(project, &roots);
    // Whatever came out, the copies have done their work.
    std::fs::remove_dir_all(&place).ok();
    let (first, second) = outcome?;
    let differences = sums::differences(&first, &second);
    if !differences.is_empty() {
        return Err(Failure::new(
            format!("two builds in two folders differ:\n    {}", differences.join("\n    ")),
            "find what of the folder or of the time gets into these files",
        ));
    }
    println!("[reproduce] two builds in two folders gave the same {} files, byte for byte", first.lines().count());
    if let Ok(here) = sums::of(&project.root) {
        let differences = sums::differences(&here, &first);
        if differences.is_empty() {
            println!("[reproduce] and they are those of dist");
        } else {
            println!("[reproduce] dist is of another source or another compiler:\n    {}", differences.join("\n    "));
        }
    }
    println!("\n{first}");
    Ok(())
}

fn both(project: &Project, roots: &[PathBuf; 2]) -> Done<(String, String)> {
    let [first, second] = roots;
    // Both before the first build: somebody may go on working here.
    copy(project, first)?;
    copy(project, second)?;
    Ok((built(first)?, built(second)?))
}

/// Copies the files that git knows, as they stand.
fn copy(project: &Project, root: &Path) -> Done {
    let listed = printed(Command::new("git").args(["ls-files", "-z"]).current_dir(&project.root)).ok_or_else(|| {
        Failure::new("git does not list the files of this folder", "run this in a clone, with git installed")
    })?;
    for name in listed.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (project.root.join(name), root.join(name));
        if let Some(folder) = to.parent() {
            project::make_folder(folder)?;
        }
        // A file that was removed and not committed yet.
        if from.is_file() {
            project::copy(&from, &to)?;
        }
    }
    Ok(())
}

/// The digests of a build in a copy of the clone.
fn built(root: &Path) -> Done<String> {
    println!("[reproduce] builds in {}", root.display());
    let mut command = cargo(&["run", "--quiet", "--package", "xtask"]);
    command.args(["--", "dist"]).current_dir(root).env_remove("CARGO_TARGET_DIR");
    run(&mut command, "see the error above")?;
    let sums = sums::of(root)?;
    // The target folder of one build takes as much room as the other needs.
    std::fs::remove_dir_all(root).ok();
    Ok(sums)
}
