//! Builds the page, and the elements for other people's pages.

use crate::{
    command::run,
    failure::Done,
    package,
    project::{self, Project},
    settings::Settings,
    single, size,
    stamp::Stamp,
    sums, tools, wasm,
};
use std::{path::Path, process::Command};

/// What every build by Vite reads.
const SOURCES: [&str; 11] = [
    "index.html",
    "help.html",
    "embed.html",
    "src",
    "public",
    "element",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
    "vite.element.config.ts",
    "vite.shared.ts",
];

/// Leaves all that is shipped in dist, and holds it against the budgets.
pub(crate) fn dist(project: &Project, settings: &Settings) -> Done {
    build(project, settings)?;
    wasm::weigh(project, settings)?;
    let start_page = project::read(&project.site.join("index.html"))?;
    let start_page = String::from_utf8_lossy(&start_page);
    // What the start page names, and the worker that it starts at once.
    let start = scripts(&project.site, |name| start_page.contains(name) || name.starts_with("worker-"))?;
    size::within_budget("scripts of the start page", &start, settings.budgets.start_scripts)?;
    let all = scripts(&project.site, |_| true)?;
    size::within_budget("all scripts of the page", &all, settings.budgets.page_scripts)?;
    let needed = ["pith-element", "define-", "worker-"];
    let element = scripts(&project.element, |name| needed.iter().any(|start| name.starts_with(start)))?;
    size::within_budget("scripts of an element in English", &element, settings.budgets.element_scripts)?;
    single::build(project, settings)?;
    package::add_element(project)?;
    package::weigh(project, settings)?;
    println!("[dist] the page is in {}", project.site.display());
    println!("[dist] the page in one file is {}", project.single.display());
    println!("[dist] the elements are in {}", project.element.display());
    println!("[dist] the npm package is in {}", project.pkg.display());
    sums::write(project, settings)
}

/// The scripts below a folder whose names are wanted, one after the other.
fn scripts(folder: &Path, is_wanted: impl Fn(&str) -> bool) -> Done<Vec<u8>> {
    let mut found = Vec::new();
    for file in project::files(folder)? {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if file.extension().is_some_and(|extension| extension == "js") && is_wanted(name) {
            found.extend(project::read(&file)?);
        }
    }
    Ok(found)
}

/// The same without the budgets, which are no reason not to look at the page.
pub(crate) fn build(project: &Project, settings: &Settings) -> Done {
    wasm::build(project, settings)?;
    vite(project, settings, "page", "vite.config.ts", &project.site.join("index.html"))?;
    vite(project, settings, "elements", "vite.element.config.ts", &project.element.join("pith-element.js"))
}

/// Builds what a configuration says, unless nothing changed since it left `output`.
fn vite(project: &Project, settings: &Settings, what: &str, config: &str, output: &Path) -> Done {
    let mut inputs: Vec<_> = SOURCES.iter().map(|path| project.www.join(path)).collect();
    // The scripts hold samples, so that neither choosing one nor the self-test makes a request.
    inputs.push(project.root.join("tests/samples"));
    inputs.extend(wasm::made(project));
    // By these a build becomes another one.
    let hosts = std::env::var("PITH_FETCH_HOSTS").unwrap_or_default();
    let stamp = Stamp::new(project, what, &inputs, &[config, &hosts])?;
    if stamp.is_current(&[output]) {
        println!("[{what}] nothing changed since the last build, skipped");
        return Ok(());
    }
    stamp.clear()?;
    tools::npm_packages(project, settings)?;
    println!("[{what}] builds with Vite");
    let mut command = Command::new(project.npm_program("vite"));
    command.args(["build", "--logLevel", "warn", "--config", config]).current_dir(&project.www);
    run(&mut command, "see the error above; `npm run check` in www/ says more about types")?;
    stamp.keep()
}
