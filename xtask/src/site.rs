//! Builds the page.

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
use std::process::Command;

/// Leaves all that is shipped in dist, and holds it against the budgets.
pub(crate) fn dist(project: &Project, settings: &Settings) -> Done {
    build(project, settings)?;
    wasm::weigh(project, settings)?;
    let start_page = project::read(&project.site.join("index.html"))?;
    let start_page = String::from_utf8_lossy(&start_page);
    let (mut start, mut all) = (Vec::new(), Vec::new());
    for file in project::files(&project.site)? {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if file.extension().is_none_or(|extension| extension != "js") {
            continue;
        }
        let script = project::read(&file)?;
        all.extend_from_slice(&script);
        // What the start page names, and the worker that it starts at once.
        if start_page.contains(name) || name.starts_with("worker-") {
            start.extend(script);
        }
    }
    size::within_budget("scripts of the start page", &start, settings.budgets.start_scripts)?;
    size::within_budget("all scripts of the page", &all, settings.budgets.page_scripts)?;
    single::build(project, settings)?;
    package::add_element(project)?;
    package::weigh(project, settings)?;
    println!("[dist] the page is in {}", project.site.display());
    println!("[dist] the page in one file is {}", project.single.display());
    println!("[dist] the npm package is in {}", project.pkg.display());
    sums::write(project, settings)
}

/// The same without the budgets, which are no reason not to look at the page.
pub(crate) fn build(project: &Project, settings: &Settings) -> Done {
    wasm::build(project, settings)?;
    let sources = ["index.html", "help.html", "src", "public", "package-lock.json", "tsconfig.json", "vite.config.ts"];
    let mut inputs: Vec<_> = sources.iter().map(|path| project.www.join(path)).collect();
    // The page holds the samples, so that choosing one makes no request.
    inputs.push(project.root.join("tests/samples"));
    inputs.extend(wasm::made(project));
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
