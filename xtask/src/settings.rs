//! What wasm-pack.toml says.

use crate::{
    failure::Done,
    project::{Project, read_toml},
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Settings {
    pub(crate) tools: Tools,
    pub(crate) build: Build,
    pub(crate) wasm_opt: WasmOpt,
    pub(crate) budgets: Budgets,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Tools {
    pub(crate) wasm_pack: String,
    pub(crate) wasm_bindgen: String,
    pub(crate) binaryen: String,
    pub(crate) cargo_deny: String,
    pub(crate) cargo_fuzz: String,
    pub(crate) node: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Build {
    pub(crate) triple: String,
    pub(crate) target: String,
    pub(crate) fast: Variant,
    pub(crate) small: Variant,
    pub(crate) debian: Debian,
}

/// How one of the two wasm files is built: the profile of Cargo.toml, and what wasm-opt aims at.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Variant {
    pub(crate) profile: String,
    pub(crate) levels: Vec<String>,
    pub(crate) rustflags: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Debian {
    pub(crate) packages: Vec<String>,
    pub(crate) rustc: String,
    pub(crate) cargo: String,
    pub(crate) linker: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct WasmOpt {
    pub(crate) before: Vec<String>,
    pub(crate) flags: Vec<String>,
}

/// KiB after gzip; of the single file and of the wasm in a script as they are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Budgets {
    #[serde(rename = "crate")]
    pub(crate) package: usize,
    pub(crate) wasm: usize,
    pub(crate) start_scripts: usize,
    pub(crate) page_scripts: usize,
    pub(crate) element_scripts: usize,
    pub(crate) single_file: usize,
    pub(crate) inlined_wasm: usize,
}

impl Settings {
    pub(crate) fn read(project: &Project) -> Done<Self> {
        read_toml(&project.root.join("wasm-pack.toml"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Versions that stand in two files must agree.
    #[test]
    fn pinned_versions_agree() {
        let project = Project::new().unwrap();
        let tools = Settings::read(&project).unwrap().tools;
        let cargo = std::fs::read_to_string(project.root.join("Cargo.toml")).unwrap();
        assert!(cargo.contains(&format!("wasm-bindgen = \"={}\"", tools.wasm_bindgen)));
        let npm = std::fs::read_to_string(project.www.join("package.json")).unwrap();
        assert!(npm.contains(&format!("\"binaryen\": \"{}\"", tools.binaryen)));
    }
}
