//! Builds the page.

use crate::{
    command::run,
    failure::Done,
    project::{self, Project},
    settings::Settings,
    size,
    stamp::Stamp,
    tools, wasm,
};
use std::process::Command;

/// Leaves the npm package in dist/pkg and the page in dist/site, and holds both against their budgets.
pub(crate) fn dist(project: &Project, settings: &Settings) -> Done {
    build(project, settings)?;
    wasm::weigh(project, settings)?;
    let mut scripts = Vec::new();
    for file in project::files(&project.site)? {
        if file.extension().is_some_and(|extension| extension == "js") {
            scripts.extend(project::read(&file)?);
        }
    }
    size::within_budget("page scripts", &scripts, settings.budgets.page_scripts)?;
    println!("[dist] the page is in {}", project.site.display());
    println!("[dist] the npm package is in {}", project.pkg.display());
    Ok(())
}

/// The same without the budgets, which are no reason not to look at the page.
pub(crate) fn build(project: &Project, settings: &Settings) -> Done {
    wasm::build(project, settings)?;
    let sources = ["index.html", "help.html", "src", "public", "package-lock.json", "tsconfig.json", "vite.config.ts"];
    let mut inputs: Vec<_> = sources.iter().map(|path| project.www.join(path)).collect();
    // The page holds the samples, so that choosing one makes no request.
    inputs.extend([project.root.join("tests/samples"), project.pkg.clone()]);
    let stamp = Stamp::new(project, "site", &inputs, &[])?;
    if stamp.is_current(&[&project.site.join("index.html")]) {
        println!("[page] nothing changed since the last build, skipped");
        return Ok(());
    }
    stamp.clear()?;
    tools::npm_packages(project, settings)?;
    println!("[page] builds the page with Vite");
    let mut command = Command::new(project.npm_program("vite"));
    command.args(["build", "--logLevel", "warn"]).current_dir(&project.www);
    run(&mut command, "see the error above; `npm run check` in www/ says more about types")?;
    stamp.keep()
}
