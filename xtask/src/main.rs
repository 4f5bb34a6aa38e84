//! What the project does with itself. `cargo xtask help` lists it.

mod bench;
mod command;
mod failure;
mod fuzz;
mod package;
mod project;
mod release;
mod reproduce;
mod serve;
mod settings;
mod single;
mod site;
mod size;
mod stamp;
mod sums;
mod test;
mod tools;
mod wasm;

use failure::{Done, Failure};
use project::Project;
use settings::Settings;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N]   builds the page and serves it on 127.0.0.1 (port 8417; 0 takes a free one)
cargo xtask test [PART]        runs everything that must pass, or the steps with PART in their names
cargo xtask dist               leaves the page in dist/site, the page in one file in dist/pith-verifier.html, the elements
                               in dist/element, the npm package in dist/pkg, and their digests in dist/SHA256SUMS
cargo xtask reproduce          builds all that twice, in two folders, and says what differs
cargo xtask wasm               builds only the npm package
cargo xtask types              writes www/src/report.ts from src/report.rs
cargo xtask package            runs the tests in the crate as it is published
cargo xtask msrv               compiles it with the oldest Rust that Cargo.toml states (rustup)
cargo xtask deny [CHECK]...    advisories, bans, licenses and sources of what it depends on (cargo-deny)
cargo xtask fuzz [TARGET]... [--seconds N]
                               fuzzes the targets in fuzz/, all unless some are named, 60 seconds each unless N is
                               given (cargo-fuzz and a nightly Rust, by rustup)
cargo xtask bench [PART]... [--write] [--quick]
                               measures the verifier against its peers: peers, phases, batch, cold, growth; all unless
                               some are named. --write puts the figures into docs/performance.md, --quick only tries it
cargo xtask release TAG        says whether TAG fits the version, the change log and the repository
cargo xtask help               prints this

What a step needs is installed first: wasm-pack and wasm-bindgen into the user's cache, npm packages
into www/node_modules, the wasm target by rustup or else Debian's packages (as root). What did not
change since the last time is not built again.

PITH_VECTORS          folder of the third-party test vectors; else ../shared/vectors
PITH_WASM_TOOLCHAIN   native or debian: which rustc makes the wasm; else native where it can
PITH_BROWSERS         the browsers that test the page, of chromium,firefox,webkit; else all three
";

/// Any port will do; this one is rarely taken.
const PORT: u16 = 8417;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Done {
    let project = Project::new()?;
    let settings = Settings::read(&project)?;
    match words {
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        ["serve", options @ ..] => {
            let port = port(options)?;
            site::build(&project, &settings)?;
            serve::serve(&project, port)
        }
        ["test"] => test::test(&project, &settings, ""),
        ["test", part] => test::test(&project, &settings, part),
        ["dist"] => site::dist(&project, &settings),
        ["reproduce"] => reproduce::reproduce(&project),
        ["wasm"] => {
            wasm::build(&project, &settings)?;
            wasm::weigh(&project, &settings)
        }
        ["types"] => types(&project),
        ["package"] => release::package(&project, &settings),
        ["msrv"] => release::msrv(&project),
        ["deny", checks @ ..] => release::deny(&project, &settings, checks),
        ["fuzz", words @ ..] => fuzz::fuzz(&project, &settings, words),
        ["bench", words @ ..] => bench::bench(&project, &settings, words),
        ["release", tag] => release::check(&project, tag),
        _ => Err(usage(format!("`{}` is not known", words.join(" ")))),
    }
}

fn port(options: &[&str]) -> Done<u16> {
    match options {
        [] => Ok(PORT),
        ["--port", number] => number.parse().map_err(|_| usage(format!("`{number}` is not a port"))),
        _ => Err(usage(format!("`{}` is not known", options.join(" ")))),
    }
}

fn types(project: &Project) -> Done {
    println!("[types] writes www/src/report.ts");
    let mut command = command::cargo(&["test", "--quiet", "--lib"]);
    command.args(["--", "typescript", "tables_are"]).env("PITH_UPDATE", "1");
    command::run(command.current_dir(&project.root), "see the error above")
}

fn usage(what: String) -> Failure {
    Failure::new(what, format!("use one of these:\n\n{HELP}"))
}
