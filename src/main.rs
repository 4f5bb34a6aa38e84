//! The command line `pith-verify`: its subcommands, each in a file of its own under `cli/`. The only part
//! with input and output.

mod cli;

use std::io;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser, Subcommand};

/// Checks every digest and signature of Pith Number records and bundles. Nothing is sent anywhere.
#[derive(Parser)]
#[command(name = "pith-verify", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Verify documents and report every check
    #[command(after_help = cli::verify::HELP)]
    Verify(cli::verify::Arguments),
    /// Compare documents about one Pith Number: which is older, which has more, what contradicts
    #[command(after_help = cli::compare::HELP)]
    Compare(cli::compare::Arguments),
    /// Print the canonical form of a document: the bytes that are hashed
    #[command(after_help = cli::canonicalize::HELP)]
    Canonicalize(cli::canonicalize::Arguments),
    /// Print the key ring: whose keys establish a signer
    #[command(after_help = cli::keys::HELP)]
    Keys(cli::keys::Arguments),
    /// Verify again what a JSON report is about, and compare
    #[command(after_help = cli::reproduce::HELP)]
    Reproduce(cli::reproduce::Arguments),
    /// Say whether a title, an abstract, an identifier or a number that you have is the document’s
    #[command(after_help = cli::hand::HELP)]
    Match(Box<cli::hand::Arguments>),
    /// Print completions for a shell
    #[command(after_help = cli::completions::HELP)]
    Completions(cli::completions::Arguments),
    /// Print the man page of pith-verify or of one command
    #[command(after_help = cli::man::HELP)]
    Man(cli::man::Arguments),
}

fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Verify(arguments) => cli::verify::run(&arguments),
        Command::Compare(arguments) => cli::compare::run(&arguments),
        Command::Canonicalize(arguments) => cli::canonicalize::run(&arguments),
        Command::Keys(arguments) => cli::keys::run(&arguments),
        Command::Reproduce(arguments) => cli::reproduce::run(&arguments),
        Command::Match(arguments) => cli::hand::run(&arguments),
        Command::Completions(arguments) => cli::completions::run(&arguments, Cli::command()),
        Command::Man(arguments) => cli::man::run(&arguments, Cli::command()),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        // Whoever read our output has seen enough, but not all files were done.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(cli::USAGE),
        Err(error) => {
            cli::complain(&format!("cannot write the result: {error}"));
            ExitCode::from(cli::USAGE)
        }
    }
}
