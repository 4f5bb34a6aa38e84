//! `pith-verify man`.

use std::io::{self, Write as _};

use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::{USAGE, complain};

pub(crate) const HELP: &str = "\
Exit code: 0, or 2 on wrong usage.

Examples:
  pith-verify man > ~/.local/share/man/man1/pith-verify.1
  pith-verify man verify > ~/.local/share/man/man1/pith-verify-verify.1
  pith-verify man verify | man -l -";

#[derive(Args)]
pub(crate) struct Arguments {
    /// The command to print the page of, such as verify; without it the page of pith-verify itself
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub(crate) fn run(args: &Arguments, command: Command) -> io::Result<u8> {
    let mut command = command.disable_help_subcommand(true);
    // Gives each command its whole name.
    command.build();
    let source = format!("{} {}", command.get_name(), env!("CARGO_PKG_VERSION"));
    let wanted = args.command.as_ref().map_or(Some(&command), |name| command.find_subcommand(name));
    let Some(wanted) = wanted else {
        let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
        let known = known.join(", ");
        complain(&format!("there is no command of this name to print a page of; the commands are {known}"));
        return Ok(USAGE);
    };
    let mut out = io::stdout().lock();
    out.write_all(&page(wanted, source)?)?;
    out.flush()?;
    Ok(0)
}

/// The sections in the order of man-pages(7).
fn page(command: &Command, source: String) -> io::Result<Vec<u8>> {
    // An empty date would be left out, and the source would stand in its place.
    let man = Man::new(command.clone()).date(" ").source(source).manual("User Commands");
    let closing = closing(&command.get_after_help().map(ToString::to_string).unwrap_or_default());
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    closing.prose.to_writer(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    closing.sections.to_writer(&mut page)?;
    Ok(page)
}

/// What stands below the options of `--help`.
#[derive(Default)]
struct Closing {
    /// Belongs to the description.
    prose: Roff,
    /// Exit codes and examples, each under its heading.
    sections: Roff,
}

fn closing(help: &str) -> Closing {
    let mut closing = Closing::default();
    let mut examples = false;
    let mut in_prose = true;
    for line in help.lines() {
        let out = if in_prose { &mut closing.prose } else { &mut closing.sections };
        if let Some(rest) = line.strip_prefix("Exit code:") {
            in_prose = false;
            closing.sections.control("SH", ["EXIT STATUS"]);
            if !rest.is_empty() {
                closing.sections.text([roman(rest.trim_start())]);
            }
        } else if line == "Examples:" {
            (in_prose, examples) = (false, true);
            closing.sections.control("SH", ["EXAMPLES"]);
            closing.sections.control("nf", []);
        } else if examples {
            out.text([roman(line.trim_start())]);
        } else if let Some((code, meaning)) = line.strip_prefix("  ").and_then(|row| row.split_once("  ")) {
            out.control("TP", []);
            out.text([roman(code)]);
            out.text([roman(meaning)]);
        } else if !line.is_empty() {
            out.control("PP", []);
            out.text([roman(line)]);
        }
    }
    if examples {
        closing.sections.control("fi", []);
    }
    closing
}
