//! Remembers what a step was made from, so that it is skipped while nothing changed.

use crate::{
    failure::{About as _, Done},
    project::{self, Project},
};
use sha2::{Digest as _, Sha256};
use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// The digest of a step's inputs, and the place where the last one is kept.
pub(crate) struct Stamp {
    path: PathBuf,
    digest: String,
}

impl Stamp {
    /// `inputs` are files or folders; `settings` is whatever else the outcome depends on.
    pub(crate) fn new(project: &Project, name: &str, inputs: &[PathBuf], settings: &[&str]) -> Done<Self> {
        let mut hasher = Sha256::new();
        let mut add = |part: &[u8]| {
            hasher.update(part.len().to_le_bytes());
            hasher.update(part);
        };
        for setting in settings {
            add(setting.as_bytes());
        }
        for input in inputs {
            for file in project::files(input)? {
                add(file.as_os_str().as_encoded_bytes());
                add(&project::read(&file)?);
            }
        }
        let digest = hex(&hasher.finalize());
        Ok(Self { path: project.work.join("stamps").join(name), digest })
    }

    /// Whether the step was done with these inputs and its outputs still stand.
    pub(crate) fn is_current(&self, outputs: &[&Path]) -> bool {
        outputs.iter().all(|output| output.exists())
            && fs::read_to_string(&self.path).is_ok_and(|last| last == self.digest)
    }

    /// To be called before the step starts, so that a step cut short is done again.
    pub(crate) fn clear(&self) -> Done {
        if self.path.exists() {
            fs::remove_file(&self.path).about(&self.path)?;
        }
        Ok(())
    }

    /// To be called when the step is done.
    pub(crate) fn keep(&self) -> Done {
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).about(folder)?;
        }
        project::write(&self.path, &self.digest)
    }
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        write!(text, "{byte:02x}").ok();
        text
    })
}
