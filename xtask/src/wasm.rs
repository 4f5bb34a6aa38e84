//! Builds the npm package: wasm-pack, then wasm-opt, then our entry beside them.

use crate::{
    command::{find, printed, run, run_within, search_path},
    failure::{Done, Failure},
    package,
    project::{self, Project},
    settings::{Settings, Variant},
    size,
    stamp::{self, Stamp},
    tools,
};
use std::{
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

/// As wasm-pack names it, after the crate.
pub(crate) const WASM: &str = "pith_verifier_bg.wasm";

/// What wasm-bindgen makes beside it.
const GLUE: &str = "pith_verifier.js";

/// How long `rustup target add` may take. Without a network it can hang for long.
const RUSTUP_LIMIT: Duration = Duration::from_mins(2);

/// What a wasm is made from, besides what a package adds to it.
const SOURCES: [&str; 6] =
    ["Cargo.toml", "Cargo.lock", "src", "wasm-pack.toml", "www/src/report.ts", "xtask/src/wasm.rs"];

/// Leaves the npm package in dist/pkg.
pub(crate) fn build(project: &Project, settings: &Settings) -> Done {
    let wanted = toolchain_wanted();
    let inputs = SOURCES
        .iter()
        .chain(&["www/src/package", "xtask/src/package.rs"])
        .map(|path| project.root.join(path))
        .collect::<Vec<_>>();
    let stamp = Stamp::new(project, "wasm", &inputs, &[&wanted])?;
    if stamp.is_current(&[&project.pkg.join(WASM), &project.pkg.join("index.js")]) {
        println!("[wasm] nothing changed since the last build, skipped");
        return Ok(());
    }
    stamp.clear()?;
    let (made, variant) = (of_package(project), &settings.build.fast);
    compile(&wanted, &made, variant, &[], project, settings)?;
    project::empty_folder(&project.pkg)?;
    optimise(&made.join(WASM), &project.pkg.join(WASM), variant, project, settings)?;
    package::put_together(project, &made)?;
    stamp.keep()
}

/// Leaves the same functions, smaller and slower, in the file that [`small`] names, for the package's own glue.
pub(crate) fn build_small(project: &Project, settings: &Settings) -> Done {
    let wanted = toolchain_wanted();
    let mut inputs: Vec<_> = SOURCES.iter().map(|path| project.root.join(path)).collect();
    inputs.extend(made(project));
    let stamp = Stamp::new(project, "small", &inputs, &[&wanted])?;
    let place = small(project);
    if stamp.is_current(&[&place]) {
        println!("[wasm] nothing changed since the last small build, skipped");
        return Ok(());
    }
    stamp.clear()?;
    let (made, variant) = (project.work.join("wasm-pack-small"), &settings.build.small);
    compile(&wanted, &made, variant, &[], project, settings)?;
    if project::read(&made.join(GLUE))? != project::read(&of_package(project).join(GLUE))? {
        return Err(Failure::new(
            format!("the small wasm has another {GLUE} than the one that the package's is made of"),
            "let xtask/src/single.rs take the one beside the small wasm",
        ));
    }
    optimise(&made.join(WASM), &place, variant, project, settings)?;
    stamp.keep()
}

/// What wasm-pack made for the package.
fn of_package(project: &Project) -> PathBuf {
    project.work.join("wasm-pack")
}

/// The wasm of the page in one file.
pub(crate) fn small(project: &Project) -> PathBuf {
    project.work.join("small.wasm")
}

/// Makes the wasm of the package once more, with the names of its functions, and gives its path.
pub(crate) fn named(project: &Project, settings: &Settings) -> Done<PathBuf> {
    let place = project.work.join("named.wasm");
    let mut command = wasm_opt(&of_package(project).join(WASM), &place, &settings.build.fast, project, settings);
    command.args(settings.wasm_opt.flags.iter().filter(|flag| !flag.starts_with("--strip"))).arg("--debuginfo");
    run(&mut command, "see that the flags in wasm-pack.toml fit this version of binaryen")?;
    Ok(place)
}

fn wasm_opt(from: &Path, to: &Path, variant: &Variant, project: &Project, settings: &Settings) -> Command {
    let mut command = Command::new(project.npm_program("wasm-opt"));
    command.arg(from).arg("-o").arg(to).args(&settings.wasm_opt.before).args(&variant.levels);
    command
}

/// Runs wasm-opt.
fn optimise(from: &Path, to: &Path, variant: &Variant, project: &Project, settings: &Settings) -> Done {
    tools::npm_packages(project, settings)?;
    println!("[wasm] runs wasm-opt {} of binaryen {}", variant.levels.join(" "), settings.tools.binaryen);
    let mut command = wasm_opt(from, to, variant, project, settings);
    command.args(&settings.wasm_opt.flags);
    run(&mut command, "see that the flags in wasm-pack.toml fit this version of binaryen")?;
    tells_no_path(to, project)
}

/// Leaves in target/xtask/vectors the same wasm with the feature `vectors`: what the package runs on, open
/// to the vectors that are about one signature, one key or one text.
pub(crate) fn build_for_vectors(project: &Project, settings: &Settings) -> Done {
    let wanted = toolchain_wanted();
    let inputs = SOURCES.map(|path| project.root.join(path));
    let stamp = Stamp::new(project, "vectors", &inputs, &[&wanted])?;
    let made = project.work.join("vectors");
    if stamp.is_current(&[&made.join(WASM)]) {
        println!("[wasm] nothing changed since the last build for the vectors, skipped");
        return Ok(());
    }
    stamp.clear()?;
    compile(&wanted, &made, &settings.build.fast, &["--features", "vectors"], project, settings)?;
    stamp.keep()
}

/// What the page takes of the package.
pub(crate) fn made(project: &Project) -> [PathBuf; 3] {
    [WASM, GLUE, "pith_verifier.d.ts"].map(|name| project.pkg.join(name))
}

/// `PITH_WASM_TOOLCHAIN`, or nothing.
fn toolchain_wanted() -> String {
    std::env::var("PITH_WASM_TOOLCHAIN").unwrap_or_default()
}

/// Leaves in the folder `made` what wasm-pack makes.
fn compile(
    wanted: &str,
    made: &Path,
    variant: &Variant,
    options: &[&str],
    project: &Project,
    settings: &Settings,
) -> Done {
    let tools = tools::cargo_tools(settings)?;
    let toolchain = Toolchain::choose(wanted, project, settings)?;
    project::empty_folder(made)?;
    println!("[wasm] builds with wasm-pack {} and {}", settings.tools.wasm_pack, toolchain.name());
    let mut command = Command::new("wasm-pack");
    command
        .current_dir(&project.root)
        .args(["build", "--profile", &variant.profile, "--no-opt", "--mode", "force"])
        .args(["--target", &settings.build.target, "--out-dir"])
        .arg(made);
    let mut flags = variant.rustflags.clone();
    flags.extend(remaps(project));
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    toolchain.prepare(&mut command, &tools, project, settings)?;
    command.args([".", "--", "--locked"]).args(options);
    run(&mut command, "see the error above; `cargo xtask wasm` builds only this")
}

/// The compiler that makes the wasm, as it names itself.
pub(crate) fn compiler(project: &Project, settings: &Settings) -> Done<String> {
    let toolchain = Toolchain::choose(&toolchain_wanted(), project, settings)?;
    let rustc = match toolchain {
        Toolchain::Native => std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()),
        Toolchain::Debian => settings.build.debian.rustc.clone().into(),
    };
    let mut command = Command::new(rustc);
    command.arg("--version").current_dir(&project.root);
    if matches!(toolchain, Toolchain::Debian) {
        // `cargo xtask` leaves this for the native compiler.
        command.env_remove("LD_LIBRARY_PATH");
    }
    Ok(format!("{} ({})", printed(&mut command).unwrap_or_default(), toolchain.name()))
}

/// Prints the size against the budget and which file it is. Over budget is a failure.
pub(crate) fn weigh(project: &Project, settings: &Settings) -> Done {
    let bytes = project::read(&project.pkg.join(WASM))?;
    println!("[wasm] {WASM} has SHA-256 {}", stamp::sha256(&bytes));
    size::within_budget("wasm", &bytes, settings.budgets.wasm)
}

/// Flags by which the folders of the clone and of the crates do not show in the wasm, and not where the
/// crates came from either. Where several prefixes fit, the compiler takes the last.
fn remaps(project: &Project) -> Vec<String> {
    let mut folders = vec![(project.root.clone(), ".")];
    if let Some(cargo_home) = cargo_home() {
        let registries = cargo_home.join("registry/src");
        folders.push((cargo_home, "cargo"));
        let registries = std::fs::read_dir(registries).into_iter().flatten().flatten();
        folders.extend(registries.map(|registry| (registry.path(), "crates")));
    }
    folders.iter().map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display())).collect()
}

fn cargo_home() -> Option<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    named.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}

/// Fails when a folder of this machine can be read from the wasm.
fn tells_no_path(path: &Path, project: &Project) -> Done {
    let wasm = project::read(path)?;
    let folders = [Some(project.root.clone()), cargo_home(), std::env::home_dir()];
    // A home at the root of the file system is no name to be found.
    for folder in folders.into_iter().flatten().filter(|folder| folder.parent().is_some()) {
        let name = format!("{}/", folder.display());
        if wasm.windows(name.len()).any(|part| part == name.as_bytes()) {
            return Err(Failure::new(
                format!("{} has the path {name} of this machine in it", path.display()),
                "see `remaps` in xtask/src/wasm.rs, which has to cover it",
            ));
        }
    }
    Ok(())
}

/// Which compiler makes the wasm.
enum Toolchain {
    /// The one that compiles everything else; it has the wasm target.
    Native,
    /// Debian's, which builds the standard library from source.
    Debian,
}

impl Toolchain {
    /// `wanted` is `PITH_WASM_TOOLCHAIN`: `native`, `debian`, or empty for whichever there is.
    fn choose(wanted: &str, project: &Project, settings: &Settings) -> Done<Self> {
        let triple = settings.build.triple.as_str();
        let debian = || {
            let packages: Vec<&str> = settings.build.debian.packages.iter().map(String::as_str).collect();
            tools::debian_packages(&packages).map(|()| Self::Debian)
        };
        match wanted {
            "debian" => return debian(),
            "" | "native" => {}
            _ => {
                return Err(Failure::new(
                    format!("PITH_WASM_TOOLCHAIN is `{wanted}`"),
                    "set it to `native` or `debian`, or not at all",
                ));
            }
        }
        if has_target(project, triple) {
            return Ok(Self::Native);
        }
        if let Some(rustup) = find(&["rustup"]) {
            println!("[tools] installs rustup's target {triple}");
            let mut command = Command::new(rustup);
            command.args(["target", "add", triple]).current_dir(&project.root);
            match run_within(RUSTUP_LIMIT, &mut command, "see that static.rust-lang.org can be reached") {
                Ok(()) if has_target(project, triple) => return Ok(Self::Native),
                Ok(()) => {}
                Err(failure) => println!("[tools] {failure}"),
            }
        }
        let to_do = format!("run `rustup target add {triple}` where there is a network");
        if wanted == "native" {
            return Err(Failure::new(format!("rustc has no target {triple}"), to_do));
        }
        println!("[tools] rustc has no target {triple} and gets none; tries Debian's packages");
        debian().map_err(|failure| {
            Failure::new(format!("rustc has no target {triple}, and Debian's packages did not help: {failure}"), to_do)
        })
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Native => "the native rustc",
            Self::Debian => "Debian's rustc",
        }
    }

    /// Sets what wasm-pack and the cargo below it need to use this compiler.
    fn prepare(&self, command: &mut Command, tools: &Path, project: &Project, settings: &Settings) -> Done {
        // Folders of their own, so that this build and the native ones do not undo each other.
        match self {
            Self::Native => {
                command.env("PATH", search_path(&[tools])?).env("CARGO_TARGET_DIR", project.root.join("target/wasm"));
            }
            Self::Debian => {
                let debian = &settings.build.debian;
                let linker = settings.build.triple.to_uppercase().replace('-', "_");
                let bin = Path::new(&debian.cargo).parent().unwrap_or(Path::new("/usr/bin"));
                command
                    .env("PATH", search_path(&[tools, bin])?)
                    .env("CARGO", &debian.cargo)
                    .env("RUSTC", &debian.rustc)
                    .env(format!("CARGO_TARGET_{linker}_LINKER"), &debian.linker)
                    // Building the standard library from source is not a stable feature yet.
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                    .env("CARGO_TARGET_DIR", project.root.join("target/wasm-debian"))
                    // `cargo xtask` leaves these for the native compiler.
                    .env_remove("LD_LIBRARY_PATH")
                    .env_remove("RUSTUP_TOOLCHAIN");
            }
        }
        Ok(())
    }
}

fn has_target(project: &Project, triple: &str) -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(rustc);
    command.args(["--print", "target-libdir", "--target", triple]).current_dir(&project.root);
    printed(&mut command).is_some_and(|folder| Path::new(&folder).is_dir())
}
