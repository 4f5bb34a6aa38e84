//! What an installed command line brings along: completions for shells, and man pages.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that cannot go on fails"
)]

#[path = "common/command.rs"]
mod command;

use std::io::Write as _;
use std::process::{Command, Stdio};

use command::{Scratch, run};

const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];
const COMMANDS: [&str; 8] = ["verify", "compare", "canonicalize", "keys", "reproduce", "match", "completions", "man"];

/// What `pith-verify` prints when it ends well.
fn printed(args: &[&str]) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn is_here(program: &str) -> bool {
    let found = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !found {
        // Past the test runner's capture.
        let message = format!("\n!!! {program} IS NOT HERE: what it would be asked about was not tested with it.\n");
        let _ = std::io::stderr().write_all(message.as_bytes());
    }
    found
}

/// The long options that the help of a command lists.
fn options(command: &str) -> Vec<String> {
    let help = printed(&[command, "--help"]);
    let listed = help.split("\nOptions:\n").nth(1).unwrap().lines().take_while(|line| !line.starts_with("Exit"));
    let rows = listed.map(str::trim_start).filter(|row| row.starts_with('-') && !row.starts_with("- "));
    let names = rows.map(|row| row.split("--").nth(1).unwrap().split(' ').next().unwrap().to_owned());
    let names: Vec<String> = names.collect();
    assert!(names.contains(&"help".to_owned()), "{help}");
    names
}

#[test]
fn the_help_lists_these_commands() {
    let help = printed(&["--help"]);
    let listed = help.split("\nCommands:\n").nth(1).unwrap().lines().take_while(|line| line.starts_with("  "));
    let listed: Vec<&str> =
        listed.filter_map(|line| line[2..].split(' ').next().filter(|word| !word.is_empty())).collect();
    assert_eq!(listed, COMMANDS.into_iter().chain(["help"]).collect::<Vec<_>>());
}

#[test]
fn completions_name_every_command_and_option() {
    for shell in SHELLS {
        let script = printed(&["completions", shell]);
        for command in COMMANDS {
            assert!(script.contains(command), "{shell}: {command}");
            for option in options(command) {
                // fish writes `-l format` for `--format`.
                let named = script.contains(&format!("--{option}")) || script.contains(&format!("-l {option} "));
                assert!(named, "{shell}: {command} --{option}");
            }
        }
    }
}

/// Sources the completions and asks as readline does.
#[test]
fn bash_completes() {
    if !is_here("bash") {
        return;
    }
    let script = Scratch::new("completions.bash", printed(&["completions", "bash"]).as_bytes());
    let ask = r#"
set -e
source "$1"; shift
function=$(complete -p pith-verify | sed 's/.* -F \([^ ]*\) .*/\1/')
COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 ))
"$function" pith-verify "${@: -1}" "${@: -2:1}"
printf '%s\n' "${COMPREPLY[@]}"
"#;
    let answers = |words: &[&str]| {
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-c", ask, "bash", script.path(), "pith-verify"]).args(words);
        let output = command.output().unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(answers(&["ver"]), ["verify"]);
    assert_eq!(answers(&["c"]), ["compare", "canonicalize", "completions"]);
    assert_eq!(answers(&["verify", "--format", ""]), ["text", "json", "ndjson", "markdown", "html"]);
    assert_eq!(answers(&["keys", "--f"]), ["--format"]);
    assert_eq!(answers(&["completions", ""]).last().unwrap(), "zsh");
    for command in COMMANDS {
        let offered = answers(&[command, "--"]);
        let mut wanted = options(command);
        wanted.retain(|option| !offered.contains(&format!("--{option}")));
        assert!(wanted.is_empty(), "{command} lacks {wanted:?}: {offered:?}");
    }
}

#[test]
fn other_shells_can_read_their_completions() {
    for (shell, only_read) in [("zsh", "-n"), ("fish", "--no-execute")] {
        let script = Scratch::new(shell, printed(&["completions", shell]).as_bytes());
        if is_here(shell) {
            let output = Command::new(shell).args([only_read, script.path()]).output().unwrap();
            assert!(output.status.success(), "{shell}: {}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

#[test]
fn an_unknown_shell_or_page_is_refused_with_what_there_is() {
    let output = run(&["completions", "tcsh"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("[possible values: bash, elvish, fish, powershell, zsh]"), "{said}");
    let output = run(&["man", "nonsense"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert_eq!(
        said,
        format!(
            "pith-verify: there is no command of this name to print a page of; the commands are {}\n",
            COMMANDS.join(", ")
        )
    );
}

/// Title, sections in their order, every option, and what stands below the options of the help.
#[test]
fn every_command_has_a_man_page() {
    let page = printed(&["man"]);
    assert!(page.contains("\n.TH pith-verify 1 "), "{page}");
    for command in COMMANDS {
        assert!(page.contains(&format!("pith\\-verify\\-{command}(1)")), "{command}");
        let page = printed(&["man", command]);
        assert!(page.contains(&format!("\n.TH pith-verify-{command} 1 \" \" \"pith-verify ")), "{page}");
        let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        let wanted = ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "\"EXIT STATUS\"", "EXAMPLES"];
        assert_eq!(headings, wanted, "{command}");
        for option in options(command) {
            assert!(page.contains(&format!("\\-\\-{}", option.replace('-', "\\-"))), "{command}: {option}");
        }
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Terminals of old print bold text as a letter, a backspace, and the letter again.
fn without_overstrikes(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars() {
        if letter == '\u{8}' {
            plain.pop();
        } else {
            plain.push(letter);
        }
    }
    plain
}

/// Each example of the help stands in the rendered page, and the formatters have nothing to say.
#[test]
fn man_pages_render() {
    let formatters: [(&str, &[&str]); 2] =
        [("groff", &["-ww", "-k", "-man", "-Tutf8", "-P-c"]), ("mandoc", &["-T", "utf8", "-W", "error"])];
    for (program, args) in formatters {
        if !is_here(program) {
            continue;
        }
        for command in COMMANDS {
            let page = Scratch::new("page.1", printed(&["man", command]).as_bytes());
            let output = Command::new(program).args(args).arg(page.path()).env("LC_ALL", "C.UTF-8").output().unwrap();
            let complaint = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && complaint.is_empty(), "{program}, {command}: {complaint}");
            let plain = words(&without_overstrikes(&String::from_utf8(output.stdout).unwrap()));
            let help = printed(&[command, "--help"]);
            let examples = help.split("Examples:\n").nth(1).unwrap();
            for example in examples.lines() {
                assert!(plain.contains(&words(example)), "{program}, {command}: {example}\n{plain}");
            }
        }
    }
}
