//! `pith-verify completions`.

use std::io::{self, Write as _};

use clap::{Args, Command};
use clap_complete::{Shell, generate};

pub(crate) const HELP: &str = "\
Exit code: 0, or 2 on wrong usage.

Examples:
  pith-verify completions bash > ~/.local/share/bash-completion/completions/pith-verify
  pith-verify completions zsh > ~/.zfunc/_pith-verify
  pith-verify completions fish > ~/.config/fish/completions/pith-verify.fish
  pith-verify completions elvish > ~/.config/elvish/lib/pith-verify.elv
  pith-verify completions powershell >> $PROFILE";

#[derive(Args)]
pub(crate) struct Arguments {
    /// The shell to print completions for
    #[arg(value_enum)]
    shell: Shell,
}

pub(crate) fn run(args: &Arguments, mut command: Command) -> io::Result<u8> {
    let name = command.get_name().to_owned();
    // Into memory first: the generator cannot say that nobody reads.
    let mut script = Vec::new();
    generate(args.shell, &mut command, &name, &mut script);
    let mut script = String::from_utf8(script).map_err(io::Error::other)?;
    if args.shell == Shell::Bash {
        // The generator spells a name with a hyphen in two ways, and then no command is recognised (clap-rs/clap#6421).
        script = script.replace(&name.replace('-', "__subcmd__"), &name.replace('-', "__"));
    }
    let mut out = io::stdout().lock();
    out.write_all(script.as_bytes())?;
    out.flush()?;
    Ok(0)
}
