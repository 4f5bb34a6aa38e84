//! The commands that redo a check are run, and print what they should.
//!
//! Real shells run those of some documents. For the many documents, one Python runs the programs that the commands
//! hold, because starting a Python for each takes minutes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that cannot go on fails"
)]

mod common;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use common::builder::{Bundle, Event, Signer, registry, trusting};
use common::{SAMPLES, corpus, is_left_out, sample};
use pith_verifier::{Check, CheckName, Outcome, Reason, Redo, RedoTool, Report, verify};
use serde_json::{Value, json};

/// A folder of a test's own, removed when it goes.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("pith-redo-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn entries(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Whether a tool is there; says loudly when it is not.
fn there(tool: &str) -> bool {
    let argument = if tool == "openssl" { "version" } else { "--version" };
    let there = Command::new(tool).arg(argument).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !there {
        let message = format!("\n!!! {tool} IS ABSENT: nothing was tested that needs it.\n");
        // Past the test runner's capture.
        let _ = std::io::stderr().write_all(message.as_bytes());
    }
    there
}

fn tools() -> Vec<RedoTool> {
    let there: Vec<&str> = ["python3", "sha256sum", "jq", "openssl"].into_iter().filter(|tool| there(tool)).collect();
    let has = |tool: &str| there.contains(&tool);
    RedoTool::ALL
        .iter()
        .copied()
        .filter(|tool| match tool {
            RedoTool::Python3 => has("python3"),
            RedoTool::Sha256sum => has("python3") && has("sha256sum"),
            RedoTool::Jq => has("jq") && has("sha256sum"),
            _ => has("openssl"),
        })
        .collect()
}

const END: &str = "@@ end of a command @@";

/// What each command prints when a shell runs it beside the document.
fn in_shell(shell: &str, folder: &Folder, document: &[u8], commands: &[&Redo]) -> Vec<String> {
    std::fs::write(folder.0.join("document.json"), document).unwrap();
    let mut script = String::new();
    for redo in commands {
        script += &[&redo.command, "\nprintf '%s' '", END, "'\n"].concat();
    }
    // Nothing of the caller's settings: not the language, not the home.
    let output = Command::new(shell)
        .arg("-c")
        .arg(&script)
        .current_dir(&folder.0)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let printed: Vec<String> = text.split(END).map(|part| part.strip_suffix('\n').unwrap_or(part).to_owned()).collect();
    assert_eq!(printed.len(), commands.len() + 1, "{}", String::from_utf8_lossy(&output.stderr));
    printed[..commands.len()].to_vec()
}

/// Runs the commands of many documents: Python's programs in itself, the others in a shell, equal ones once.
const DRIVER: &str = r#"
import hashlib, io, json, os, shlex, subprocess, sys
work = json.load(sys.stdin)
seen = {}
def program(code):
    keep, sys.stdout = sys.stdout, io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    try:
        exec(compile(code, "command", "exec"), {})
        sys.stdout.flush()
        return sys.stdout.buffer.getvalue()
    finally:
        sys.stdout = keep
def run(tool, command):
    if tool in ("python3", "sha256sum"):
        words = shlex.split(command)
        assert words[:2] == ["python3", "-c"] and words[3:] == ([] if tool == "python3" else ["|", "sha256sum"]), words
        printed = program(words[2])
        return printed if tool == "python3" else (hashlib.sha256(printed).hexdigest() + "  -\n").encode()
    if tool == "openssl" and command in seen:
        return seen[command]
    seen[command] = subprocess.run(["sh", "-c", command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return seen[command]
answers = []
for document, commands in work:
    with open("document.json", "w", encoding="utf-8", newline="") as file:
        file.write(document)
    answers.append([run(tool, command).decode().removesuffix("\n") for tool, command in commands])
json.dump(answers, sys.stdout)
"#;

type Work<'d> = Vec<(&'d str, Vec<(&'static str, &'d str)>)>;

fn in_python(folder: &Folder, work: &Work<'_>) -> Vec<Vec<String>> {
    let mut child = Command::new("python3")
        .args(["-c", DRIVER])
        .current_dir(&folder.0)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(json!(work).to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

fn report(document: &[u8]) -> Report {
    verify(document, &trusting(&[&registry(), &Signer::test(1, "another")]))
}

/// What must be true of what a command printed.
fn judge(name: &str, check: &Check, redo: &Redo, printed: &str) {
    let same = printed == redo.prints;
    let at = format!(
        "{name} {} {}\n{}\nprinted {printed}, not {}",
        check.name.as_str(),
        check.pointer,
        redo.command,
        redo.prints
    );
    match (check.outcome, check.reason) {
        // Where nothing is stated there is nothing to differ from.
        (Outcome::Passed | Outcome::Noted, _)
        | (_, Reason::ValueMissing | Reason::ValueWrongType | Reason::RuleNotPublished) => assert!(same, "{at}"),
        // The digest is right and its spelling is not, which a digest of bytes does not show.
        (_, Reason::DigestMalformed) if redo.tool != RedoTool::Python3 => {}
        _ => assert!(!same, "a check that did not pass: {at}"),
    }
}

/// Every kind of text, number and nesting, under a signature.
fn rich() -> Bundle {
    let note: Value = serde_json::from_str(
        r#"{"Müller": "mu\u0308ller \u2028 \ufeff \ud83d\ude00 \u0000\u001f\b\f\n\r\t\"\\/<>&'$(x)`x`", "\ue000": [],
            "\ud83d\ude00": {}, "": null, "n": [1.0, -0.0, 1e21, 1e-7, 0.1, 5e-324, -0, 12345678901234567890123]}"#,
    )
    .unwrap();
    // A title with letters whose lower case is not one letter for one.
    let title = "ΣΊΣΥΦΟΣ, İstanbul: Straße \u{1E9E}";
    let hash = pith_verifier::sha256_hex(title.to_lowercase().as_bytes());
    let mut bundle = Bundle::new().with(|bundle| {
        bundle["canonical_record"]["metadata"]["title_canon_sha256"] = json!(hash);
        bundle["canonical_record"]["note"] = note.clone();
        bundle["note"] = note;
    });
    bundle.events[1].value["payload"]["graph_snapshot"]["paper"]["title"] = json!(title);
    bundle.event(Event::new("correction").by(&Signer::test(1, "another")))
}

fn plain() -> Bundle {
    // What jq writes as the canonical form has it.
    Bundle::new().with(|bundle| {
        bundle["note"] = json!({"\u{e000}": "a\u{2028}\u{fffe}\n\r\t/<>&é", "😀": [[], {}, null, true], "é": -999_999_999_999_999_i64});
    })
}

fn documents() -> Vec<(String, String)> {
    let mut documents: Vec<(String, String)> =
        SAMPLES.iter().map(|name| ((*name).to_owned(), String::from_utf8(sample(name)).unwrap())).collect();
    // Each document starts a dozen programs, and one in three of these has every kind of check.
    for path in corpus().into_iter().step_by(3) {
        // What is no text has no commands.
        if let Ok(document) = String::from_utf8(std::fs::read(&path).unwrap()) {
            documents.push((path.display().to_string(), document));
        }
    }
    for (name, bundle) in [("rich", rich()), ("plain", plain())] {
        documents.push((name.to_owned(), bundle.value().to_string()));
        documents.push((format!("events of {name}"), bundle.value()["events"].to_string()));
        documents.push((format!("state of {name}"), bundle.value()["state"].to_string()));
        documents.push((format!("record of {name}"), bundle.value()["canonical_record"].to_string()));
    }
    documents
}

/// All commands of all documents.
#[test]
fn every_command_prints_what_it_should() {
    let tools = tools();
    if !tools.contains(&RedoTool::Python3) {
        return;
    }
    let documents = documents();
    let reports: Vec<Report> = documents.iter().map(|(_, document)| report(document.as_bytes())).collect();
    let usable = |check: &'_ Check| -> Vec<Redo> {
        check.redo.iter().filter(|redo| tools.contains(&redo.tool)).cloned().collect()
    };
    let commands: Vec<Vec<(&Check, Redo)>> = reports
        .iter()
        .map(|report| {
            report.checks.iter().flat_map(|check| usable(check).into_iter().map(move |redo| (check, redo))).collect()
        })
        .collect();
    let work: Work<'_> = documents
        .iter()
        .zip(&commands)
        .map(|((_, document), commands)| {
            let commands = commands.iter().map(|(_, redo)| (redo.tool.as_str(), redo.command.as_str()));
            (document.as_str(), commands.collect())
        })
        .collect();
    let answers = in_python(&Folder::new("all"), &work);
    let (mut counts, mut failing) = ([0; 4], 0);
    for (((name, _), commands), answers) in documents.iter().zip(&commands).zip(&answers) {
        assert_eq!(commands.len(), answers.len());
        for ((check, redo), printed) in commands.iter().zip(answers) {
            judge(name, check, redo, printed);
            counts[RedoTool::ALL.iter().position(|tool| *tool == redo.tool).unwrap()] += 1;
            failing += usize::from(check.outcome == Outcome::Failed);
        }
    }
    println!("{counts:?} commands, {failing} of failed checks");
    // Where the corpus is left out, there are few documents and none that fails.
    let left_out = is_left_out("conformance");
    assert!(left_out || failing > 100, "{failing}");
    let least = if left_out { 0 } else { 100 };
    for (tool, count) in RedoTool::ALL.iter().zip(counts) {
        assert!(count > least || !tools.contains(tool), "{tool:?}: {count}");
    }
}

/// In a real shell, the strict one and the common one.
#[test]
fn real_shells_run_them() {
    let tools = tools();
    for (shell, document) in [
        ("sh", plain().bytes()),
        ("dash", sample("record-2101.05782")),
        ("bash", sample("pith-mirrors")),
        ("bash", rich().value()["events"].to_string().into_bytes()),
    ] {
        if !Command::new(shell).args(["-c", ":"]).status().is_ok_and(|status| status.success()) {
            println!("{shell} is absent");
            continue;
        }
        let report = report(&document);
        // One alias is like another.
        let mut aliases = 0;
        let commands: Vec<(&Check, &Redo)> = report
            .checks
            .iter()
            .filter(|check| {
                aliases += usize::from(check.name == CheckName::RecordAlias);
                check.name != CheckName::RecordAlias || aliases == 1
            })
            .flat_map(|check| check.redo.iter().map(move |redo| (check, redo)))
            .filter(|(_, redo)| tools.contains(&redo.tool))
            .collect();
        let redo: Vec<&Redo> = commands.iter().map(|(_, redo)| *redo).collect();
        let folder = Folder::new(&format!("shell-{shell}-{}", document.len()));
        for ((check, redo), printed) in commands.iter().zip(in_shell(shell, &folder, &document, &redo)) {
            judge(shell, check, redo, &printed);
        }
        assert!(!commands.is_empty());
        let left = ["document.json", "pith-digest.bin", "pith-key.der", "pith-signature.bin"];
        assert!(folder.entries().iter().all(|entry| left.contains(&entry.as_str())), "{:?}", folder.entries());
    }
}

/// Which checks must have a command when they pass.
#[test]
fn every_digest_number_hash_and_signature_that_passed_has_a_command() {
    let mut with = 0;
    for (name, document) in documents() {
        for check in report(document.as_bytes()).checks {
            let computed = match check.name {
                CheckName::RecordDigest
                | CheckName::EventDigest
                | CheckName::EventId
                | CheckName::BundleDigest
                | CheckName::StateDigest
                | CheckName::IntegrityDigest
                | CheckName::SectionDigest
                | CheckName::TitleHash
                | CheckName::AbstractHash
                | CheckName::KeyFingerprint
                | CheckName::RecordShortPithNumber => true,
                // A copy of a number or of a list is compared, not computed.
                CheckName::RecordPithNumber | CheckName::RecordAlias | CheckName::EventSubject => {
                    check.computed.is_some() || check.reason == Reason::ValueMissing
                }
                name => name.is_signature(),
            };
            let passed = check.outcome == Outcome::Passed || check.reason == Reason::DigestComputed;
            assert!(!(computed && passed && check.redo.is_empty()), "{name} {}", check.pointer);
            assert!(computed || check.redo.is_empty(), "{name} {}", check.pointer);
            with += usize::from(!check.redo.is_empty());
        }
    }
    assert!(with > if is_left_out("conformance") { 200 } else { 1000 }, "{with}");
}

#[test]
fn jq_is_named_only_where_it_writes_the_same() {
    let has_jq = |record: Value| {
        let text = record.to_string();
        let redo = pith_verifier::vectors::redo(text.as_bytes(), "");
        redo.iter().any(|redo| redo.tool == RedoTool::Jq)
    };
    for value in [json!({"a": 1}), json!([1, -5, 999_999_999_999_999_i64]), json!({"é": "\n\t\r😀\u{80}\u{2028}"})] {
        assert!(has_jq(value.clone()), "{value}");
    }
    for value in [
        json!({"a": 1.5}),
        json!({"a": 1.0}),
        json!([9_007_199_254_740_993_i64]),
        json!({"a": "\u{7f}"}),
        json!({"\u{7f}": 1}),
        json!("text"),
        json!(1),
    ] {
        assert!(!has_jq(value.clone()), "{value}");
    }
    assert!(pith_verifier::vectors::redo(b"[-0]", "").iter().all(|redo| redo.tool != RedoTool::Jq));
}

/// Names of members that try to end a quotation, a command or a line, at every step of the way to what is hashed, and
/// the same as values. None of them may run.
#[test]
fn no_text_of_a_document_becomes_a_command() {
    let tools = tools();
    let folder = Folder::new("hostile");
    let mut hostile: Vec<String> = [
        "'; touch canary; '",
        "\"; touch canary; \"",
        "$(touch canary)",
        "`touch canary`",
        "\\'; touch canary; '\\",
        "'\ntouch canary\n'",
        "\"]; import os; os.system(\"touch canary\"); x=[\"",
        "\\\"]; import os; os.system(\\\"touch canary\\\") #",
        "a)|input_filename,(\"touch canary\"|@sh",
        "\u{2028}'; touch canary #",
        "-c",
        "%s%n",
        "!!",
        "",
        "😀\u{0}",
        "\\u0027; touch canary; \\u0027",
        "N{DIGIT ONE}",
        "\\N{APOSTROPHE}; touch canary",
    ]
    .map(str::to_owned)
    .to_vec();
    let strings = common::json(&common::own("hostile-strings/display.json"));
    hostile.extend(
        strings["strings"].as_array().unwrap().iter().map(|entry| entry["string"].as_str().unwrap().to_owned()),
    );
    let mut work = Vec::new();
    for text in &hostile {
        let document = json!({text: [{text: {text: text, "n": 1}}]}).to_string();
        let step = text.replace('~', "~0").replace('/', "~1");
        let made = pith_verifier::vectors::redo(document.as_bytes(), &format!("/{step}/0/{step}"));
        // A way that is too long has no command.
        assert_eq!(made.is_empty(), text.len() > 1_000, "{text}");
        for redo in &made {
            // Whatever the document says, a command is made of these.
            let plain = |c: char| c.is_ascii_graphic() || c == ' ';
            assert!(redo.command.chars().all(plain), "{}", redo.command);
            let quotes = redo.command.matches('\'').count();
            assert_eq!(quotes, 2, "{}", redo.command);
            for bad in ["touch ", "`", "$", "\\'"] {
                assert!(!redo.command.contains(bad), "{}", redo.command);
            }
        }
        work.push((document, made));
    }
    if tools.contains(&RedoTool::Python3) {
        let commands: Work<'_> = work
            .iter()
            .map(|(document, made)| {
                let usable = made.iter().filter(|redo| tools.contains(&redo.tool));
                (document.as_str(), usable.map(|redo| (redo.tool.as_str(), redo.command.as_str())).collect())
            })
            .collect();
        for ((_, made), answers) in work.iter().zip(in_python(&folder, &commands)) {
            let usable = made.iter().filter(|redo| tools.contains(&redo.tool));
            for (redo, printed) in usable.zip(answers) {
                assert_eq!(printed, redo.prints, "{}", redo.command);
            }
        }
        for (document, made) in work.iter().take(10) {
            let redo = [&made[0]];
            assert_eq!(in_shell("sh", &folder, document.as_bytes(), &redo), [made[0].prints.clone()]);
        }
    }
    assert!(!folder.entries().contains(&"canary".to_owned()), "{:?}", folder.entries());
}

/// Values at every place that goes into a command by way of a check.
#[test]
fn hostile_values_stay_out_of_commands() {
    let evil = "'; touch canary; '$(touch canary)`touch canary`\"";
    let base = Bundle::new().value();
    let places = [
        "/pith_number",
        "/short_pith_number",
        "/canonical_sha256",
        "/source_aliases/0/alias_value",
        "/events/0/event_id",
        "/events/0/content_sha256",
        "/events/0/signature/signature_b64",
        "/events/0/signature/key_id",
        "/events/0/payload/canonical_sha256",
        "/public_keys/0/public_key_hex",
        "/public_keys/0/public_key_b64",
        "/public_keys/0/fingerprint_sha256_hex",
        "/public_keys/0/key_id",
        "/bundle_signature/bundle_sha256",
        "/bundle_signature/signature_b64",
        "/state/state_sha256",
        "/canonical_record/source/id",
        "/canonical_record/source/version",
        "/canonical_record/metadata/submitted_at",
        "/canonical_record/metadata/title_canon_sha256",
        "/events/1/payload/graph_snapshot/paper/title",
    ];
    let mut seen = 0;
    for place in places {
        let mut document = base.clone();
        *document.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = json!(evil);
        for check in report(document.to_string().as_bytes()).checks {
            for redo in check.redo {
                assert!(!redo.command.contains("canary"), "{place}: {}", redo.command);
                seen += 1;
            }
        }
    }
    assert!(seen > 500, "{seen}");
    // An identifier of plain letters is printed as it is, which is what is compared, and not run.
    let about = |id: &str| Bundle::new().with(|bundle| bundle["canonical_record"]["source"]["id"] = json!(id)).value();
    let alias = |bundle: &Value| {
        let report = report(bundle.to_string().as_bytes());
        report.checks.into_iter().find(|check| check.name == CheckName::RecordAlias).unwrap()
    };
    let plain = "';touch${IFS}canary;'$(touch${IFS}canary)\"";
    if tools().contains(&RedoTool::Python3) {
        let bundle = about(plain);
        let folder = Folder::new("values");
        let printed = in_shell("sh", &folder, bundle.to_string().as_bytes(), &[&alias(&bundle).redo[0]]);
        assert_eq!(printed, [plain]);
        assert_eq!(folder.entries(), ["document.json"]);
    }
    // One that could do more to a terminal than be read has no command.
    for id in [evil, "\u{1b}[2J1212.1787", "1212.1787\u{202e}", "1212\n1787"] {
        assert!(alias(&about(id)).redo.is_empty(), "{id:?}");
    }
}

/// Commands stop when there is no more room for them, and long ways have none.
#[test]
fn commands_have_a_budget() {
    let event = r#"{"event_type":"x","content_sha256":"y","payload":1}"#;
    let list = format!("[{}]", vec![event; 10_000].join(","));
    let report = report(list.as_bytes());
    let bytes: usize =
        report.checks.iter().flat_map(|check| &check.redo).map(|redo| redo.command.len() + redo.prints.len()).sum();
    assert!((1 << 20..=2 << 20).contains(&bytes), "{bytes}");
    assert!(report.checks.last().unwrap().redo.is_empty());
    for (length, some) in [(500, true), (5_000, false), (1_000_000, false)] {
        let key = "é".repeat(length);
        let document = json!({&key: {"a": 1}}).to_string();
        assert_eq!(!pith_verifier::vectors::redo(document.as_bytes(), &format!("/{key}")).is_empty(), some, "{length}");
    }
}
