//! Where things stand in the project, and how files are read, copied and found.

use crate::failure::{About as _, Done, Failure};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folders of the project.
pub(crate) struct Project {
    pub(crate) root: PathBuf,
    /// The page's sources.
    pub(crate) www: PathBuf,
    /// The npm package as shipped.
    pub(crate) pkg: PathBuf,
    /// The page as shipped.
    pub(crate) site: PathBuf,
    /// The elements for other people's pages as shipped.
    pub(crate) element: PathBuf,
    /// The page in one file, as shipped.
    pub(crate) single: PathBuf,
    /// Build output of our own; cargo owns the rest of `target`.
    pub(crate) work: PathBuf,
}

impl Project {
    pub(crate) fn new() -> Done<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or_else(|| {
            Failure::new("xtask stands in no folder", "run `cargo xtask` in the project's root folder")
        })?;
        Ok(Self {
            www: root.join("www"),
            pkg: root.join("dist/pkg"),
            site: root.join("dist/site"),
            element: root.join("dist/element"),
            single: root.join("dist/pith-verifier.html"),
            work: root.join("target/xtask"),
            root: root.to_owned(),
        })
    }

    /// Where cargo puts what it builds.
    pub(crate) fn target(&self) -> PathBuf {
        let named = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        self.root.join(named.unwrap_or_else(|| "target".into()))
    }

    /// A program that came with `npm ci`.
    pub(crate) fn npm_program(&self, name: &str) -> PathBuf {
        self.www.join("node_modules/.bin").join(name)
    }

    /// The folder of the third-party test vectors, which are not part of the project.
    pub(crate) fn vectors(&self) -> Option<PathBuf> {
        let folder = match std::env::var_os("PITH_VECTORS") {
            Some(named) => PathBuf::from(named),
            None => self.root.join("../shared/vectors"),
        };
        // The programs that get the path run in other folders.
        folder.is_dir().then(|| fs::canonicalize(&folder).ok()).flatten()
    }

    /// The version in Cargo.toml.
    pub(crate) fn version(&self) -> Done<String> {
        Ok(self.manifest()?.version)
    }

    /// The oldest Rust in Cargo.toml.
    pub(crate) fn rust_version(&self) -> Done<String> {
        Ok(self.manifest()?.rust_version)
    }

    /// Where Cargo.toml says that the sources are.
    pub(crate) fn repository(&self) -> Done<Option<String>> {
        Ok(self.manifest()?.repository)
    }

    fn manifest(&self) -> Done<Package> {
        #[derive(serde::Deserialize)]
        struct Manifest {
            package: Package,
        }
        let manifest: Manifest = read_toml(&self.root.join("Cargo.toml"))?;
        Ok(manifest.package)
    }
}

/// What is read of `[package]` in Cargo.toml.
#[derive(serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Package {
    version: String,
    rust_version: String,
    repository: Option<String>,
}

pub(crate) fn read_toml<T: serde::de::DeserializeOwned>(path: &Path) -> Done<T> {
    let text = fs::read_to_string(path).about(path)?;
    toml::from_str(&text)
        .map_err(|error| Failure::new(format!("{}: {error}", path.display()), "mend the file as it says"))
}

/// All files below a folder, or the file itself; sorted, so that the order is the same everywhere.
/// A path that does not exist has none.
pub(crate) fn files(path: &Path) -> Done<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let mut folders = vec![path.to_owned()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder).about(&folder)? {
            let path = entry.about(&folder)?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Makes a folder, empty.
pub(crate) fn empty_folder(path: &Path) -> Done {
    if path.exists() {
        fs::remove_dir_all(path).about(path)?;
    }
    make_folder(path)
}

/// Makes a folder and those above it, where they are not there.
pub(crate) fn make_folder(path: &Path) -> Done {
    fs::create_dir_all(path).about(path)
}

pub(crate) fn copy(from: &Path, to: &Path) -> Done {
    fs::copy(from, to).about(from).map(|_| ())
}

/// Makes a folder anew that has all files of another, where they stand in it.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Done {
    empty_folder(to)?;
    for file in files(from)? {
        let Ok(name) = file.strip_prefix(from) else { continue };
        let place = to.join(name);
        if let Some(folder) = place.parent() {
            make_folder(folder)?;
        }
        copy(&file, &place)?;
    }
    Ok(())
}

pub(crate) fn read(path: &Path) -> Done<Vec<u8>> {
    fs::read(path).about(path)
}

pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Done {
    fs::write(path, content).about(path)
}
