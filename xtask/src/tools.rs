//! Installs what a step needs: Debian packages, cargo tools, npm packages.

use crate::{
    command::{bare_cargo, find, printed, run, search_path},
    failure::{Done, Failure},
    project::{self, Project},
    settings::Settings,
    stamp::Stamp,
};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Installs those of the Debian packages that are missing.
pub(crate) fn debian_packages(wanted: &[&str]) -> Done {
    let missing: Vec<&str> = wanted.iter().copied().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    println!("[tools] installs the Debian packages {list}");
    let by_hand = format!("run `apt-get update && apt-get install --no-install-recommends {list}` as root");
    if find(&["apt-get"]).is_none() {
        return Err(Failure::new(
            format!("there is no apt-get here to install {list}"),
            "install what these packages hold (the wasm target of rustc; browsers and their drivers) \
             in the way of your system, so that the programs stand in the search path",
        ));
    }
    if printed(Command::new("id").arg("-u")).as_deref() != Some("0") {
        return Err(Failure::new(format!("only root can install {list}"), by_hand));
    }
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet=2");
        apt
    };
    run(apt().arg("update"), "see that the Debian package sources can be reached, then run this again")?;
    run(apt().args(["install", "--yes", "--no-install-recommends"]).args(&missing), &by_hand)
}

fn is_installed(package: &str) -> bool {
    printed(Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package])).as_deref()
        == Some("installed")
}

/// Installs wasm-pack and wasm-bindgen at their pinned versions, outside the clone, and returns the
/// folder that they are in, to be put before the search path. What already stands in the search path at
/// that version is not installed.
pub(crate) fn cargo_tools(settings: &Settings) -> Done<PathBuf> {
    let root = folder()?;
    let bin = root.join("bin");
    let path = search_path(&[&bin])?;
    let wanted = [
        ("wasm-pack", &settings.tools.wasm_pack, "wasm-pack"),
        ("wasm-bindgen", &settings.tools.wasm_bindgen, "wasm-bindgen-cli"),
    ];
    for (program, version, package) in wanted {
        let said = printed(Command::new(program).arg("--version").env("PATH", &path));
        if said == Some(format!("{program} {version}")) {
            continue;
        }
        println!("[tools] installs {package} {version} into {}", root.display());
        install(&root, package, version)?;
    }
    Ok(bin)
}

/// Installs a subcommand of cargo that only one step needs likewise, and returns the program. It takes minutes.
pub(crate) fn cargo_tool(name: &str, version: &str) -> Done<PathBuf> {
    let root = folder()?;
    let path = search_path(&[&root.join("bin")])?;
    let program = || {
        let mut programs = std::env::split_paths(&path).map(|folder| folder.join(name));
        programs.find(|program| printed(Command::new(program).arg("--version")) == Some(format!("{name} {version}")))
    };
    if program().is_none() {
        println!("[tools] installs {name} {version} into {}", root.display());
        install(&root, name, version)?;
    }
    program().ok_or_else(|| {
        Failure::new(format!("{name} was installed and does not start"), format!("see {}", root.display()))
    })
}

fn install(root: &Path, package: &str, version: &str) -> Done {
    let exact = format!("{package}@{version}");
    let by_hand = format!("see the error above; by hand it is `cargo install {exact}`");
    let command = |flags: &[&str]| {
        let mut command = bare_cargo();
        command.args(["install", "--quiet"]).args(flags).arg(&exact).arg("--root").arg(root);
        command
    };
    let Err(failure) = run(&mut command(&["--locked"]), &by_hand) else {
        return Ok(());
    };
    // What is published is built with what the lock file names, or not at all.
    if std::env::var_os("PITH_LOCKED").is_some() {
        return Err(failure);
    }
    // Registries do not keep every version that a lock file names.
    println!("[tools] {failure}");
    println!("[tools] tries once more without the lock file of {package}");
    run(&mut command(&[]), &by_hand)
}

/// Where our tools live: the user's cache, so that all clones share them.
fn folder() -> Done<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = cache.or_else(|| std::env::home_dir().map(|home| home.join(".cache")));
    cache.map(|cache| cache.join("pith-verifier/tools")).ok_or_else(|| {
        Failure::new("there is no folder for tools", "set XDG_CACHE_HOME to a folder that you may write to")
    })
}

/// Installs what the examples are rendered with: PHP, Smarty, pandoc, the files of `WordPress`, and Jupyter Book in a
/// Python environment of its own.
pub(crate) fn example_programs(project: &Project) -> Done {
    debian_packages(&["pandoc", "php-cli", "smarty4"])?;
    let wordpress = project.work.join("wordpress");
    if !wordpress.join("usr/share/wordpress/wp-includes/version.php").is_file() {
        println!("[tools] unpacks the files of WordPress");
        project::empty_folder(&wordpress)?;
        // Installed, it would bring a web server and a data base.
        let by_hand = "see the error above; by hand it is `apt-get download wordpress`";
        run(Command::new("apt-get").args(["--quiet=2", "download", "wordpress"]).current_dir(&wordpress), by_hand)?;
        for package in project::files(&wordpress)? {
            run(Command::new("dpkg").arg("--extract").arg(package).arg(&wordpress), by_hand)?;
        }
    }
    let requirements = project.www.join("test/examples/requirements.txt");
    python_environment(project, "jupyter-book", &requirements, "bin/jupyter-book").map(|_| ())
}

/// Installs what the second verifier needs, each wheel by its SHA-256, and returns the Python that has it.
pub(crate) fn second_verifier(project: &Project) -> Done<PathBuf> {
    let requirements = project.root.join("tests/second/requirements.txt");
    python_environment(project, "second-verifier", &requirements, "bin/python3")
}

/// Installs what the peer in Python needs likewise, and returns the Python that has it.
pub(crate) fn peer_python(project: &Project) -> Done<PathBuf> {
    let requirements = project.root.join("benches/peers/requirements.txt");
    python_environment(project, "peer", &requirements, "bin/python3")
}

/// Makes a Python environment with what a file requires, and nothing else, in the folder for our work. Returns the
/// program in it that is asked for.
fn python_environment(project: &Project, name: &str, requirements: &Path, program: &str) -> Done<PathBuf> {
    let environment = project.work.join(name);
    let program = environment.join(program);
    let stamp = Stamp::new(project, name, &[requirements.to_owned()], &[])?;
    if stamp.is_current(&[&program]) {
        return Ok(program);
    }
    println!("[tools] installs {} into {}", requirements.display(), environment.display());
    stamp.clear()?;
    let by_hand = "see the error above; it needs Python 3.9 or newer with venv and pip";
    if printed(Command::new("python3").args(["-c", "import ensurepip, venv"])).is_none() {
        debian_packages(&["python3-venv"])?;
    }
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&environment), by_hand)?;
    let mut pip = Command::new(environment.join("bin/pip"));
    pip.args(["install", "--quiet", "--no-deps", "--require-hashes", "--disable-pip-version-check"]);
    pip.arg("--requirement").arg(requirements);
    run(&mut pip, by_hand)?;
    stamp.keep()?;
    Ok(program)
}

/// Installs the npm packages that the lock file names.
pub(crate) fn npm_packages(project: &Project, settings: &Settings) -> Done {
    require_node(&settings.tools.node)?;
    let programs = [project.npm_program("vite"), project.npm_program("wasm-opt")];
    install_npm(project, "npm", &project.www, &programs)
}

/// Installs what the tests put the npm package into. It is large, and nothing else needs it.
pub(crate) fn npm_consumers(project: &Project, settings: &Settings) -> Done {
    require_node(&settings.tools.node)?;
    let folder = project.www.join("test/consumers");
    let program = folder.join("node_modules/.bin/webpack");
    install_npm(project, "npm-consumers", &folder, &[program])
}

/// Installs what the peers in JavaScript are made of.
pub(crate) fn npm_peers(project: &Project, settings: &Settings) -> Done {
    require_node(&settings.tools.node)?;
    let folder = project.root.join("benches");
    let library = folder.join("node_modules/@noble/curves/package.json");
    install_npm(project, "npm-peers", &folder, &[library])
}

fn install_npm(project: &Project, name: &str, folder: &Path, programs: &[PathBuf]) -> Done {
    let inputs = [folder.join("package.json"), folder.join("package-lock.json")];
    let stamp = Stamp::new(project, name, &inputs, &[])?;
    if stamp.is_current(&programs.iter().map(PathBuf::as_path).collect::<Vec<_>>()) {
        return Ok(());
    }
    let shown = folder.strip_prefix(&project.root).unwrap_or(folder).display();
    println!("[tools] installs the npm packages of {shown}/package-lock.json");
    stamp.clear()?;
    let mut command = Command::new("npm");
    // Programs come in packages of their own; no script has to put them anywhere, and none runs.
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder);
    run(&mut command, "see that the npm registry can be reached and that package-lock.json fits package.json")?;
    stamp.keep()
}

fn require_node(oldest: &str) -> Done {
    let said = printed(Command::new("node").arg("--version"));
    let to_do = format!("install Node {oldest} or newer with npm, for example from nodejs.org");
    let Some(found) = said.as_deref().and_then(|text| text.strip_prefix('v')) else {
        return Err(Failure::new("there is no Node here", to_do));
    };
    if numbers(found) < numbers(oldest) {
        return Err(Failure::new(format!("Node {found} is too old"), to_do));
    }
    Ok(())
}

fn numbers(version: &str) -> Vec<u32> {
    version.split('.').map_while(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(numbers("20.9.0") < numbers("20.19.0"));
        assert!(numbers("22.0.0") > numbers("20.19.0"));
        assert!(numbers("20.19.0-nightly") >= numbers("20.19"));
    }
}
