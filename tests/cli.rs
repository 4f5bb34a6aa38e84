//! The command line: what it prints and how it ends.
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
mod common;

use std::process::Output;

use command::{Scratch, fed, path, run};
use common::{SAMPLES, SIGNED, check, sample};

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn err(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn broken() -> Scratch {
    let text = String::from_utf8(sample("bundle-1212.1787")).unwrap();
    Scratch::new("broken.json", text.replace("A Generic Checkpoint", "A generic checkpoint, not").as_bytes())
}

#[test]
fn exit_code_0_when_every_document_is_verified() {
    let paths: Vec<String> = SIGNED.iter().map(|name| path(name)).collect();
    let args: Vec<&str> = ["verify"].into_iter().chain(paths.iter().map(String::as_str)).collect();
    let output = run(&args);
    assert_eq!(code(&output), 0);
    assert_eq!(out(&output).lines().filter(|line| line.starts_with("verified")).count(), 5);
}

#[test]
fn exit_code_3_when_none_is_broken_and_one_is_not_verified() {
    let output = run(&["verify", &path("bundle-1212.1787"), &path("state-1212.1787")]);
    assert_eq!(code(&output), 3);
    let output = run(&["verify", "--no-built-in-keys", &path("bundle-1212.1787")]);
    assert_eq!(code(&output), 3);
    assert!(out(&output).starts_with("consistent "), "{}", out(&output));
}

#[test]
fn exit_code_1_when_one_is_broken_or_unreadable() {
    let broken = broken();
    let output = run(&["verify", broken.path(), &path("state-1212.1787")]);
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("FAIL title.hash /events/1/payload/graph_snapshot/paper/title"), "{}", out(&output));
    assert!(out(&output).contains("expected  5b92554df2c9367ff482367a287d319d55f716bbb9f09cc9ce299fb42ed6e75b"));
    let cut = Scratch::new("cut.json", &sample("bundle-1212.1787")[..1000]);
    let output = run(&["verify", cut.path()]);
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("found the end of the text, at line 1, column 1001."), "{}", out(&output));
}

#[test]
fn exit_code_2_for_wrong_usage_and_files_that_cannot_be_opened() {
    for args in [&["verify"][..], &[], &["verify", "--format", "xml", "a"], &["unknown"]] {
        assert_eq!(code(&run(args)), 2, "{args:?}");
    }
    let output = run(&["verify", "no-such-file.json", &path("bundle-1212.1787")]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("cannot open no-such-file.json"));
    assert!(out(&output).starts_with("verified "), "the others are still done: {}", out(&output));
    let output = run(&["verify", "--trust-key", "no-such-key", &path("bundle-1212.1787")]);
    assert_eq!(code(&output), 2);
    let output = run(&["verify", "--trust-key", &path("record-2101.05782"), &path("bundle-1212.1787")]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("holds no key to trust: expected 64 hexadecimal digits"), "{}", err(&output));
}

#[test]
fn standard_input_is_a_document() {
    let output = fed(&["verify", "--format", "json", "-"], &sample("record-2101.05782"));
    assert_eq!(code(&output), 0);
    let report = common::json(&output.stdout);
    assert_eq!(report["name"], "-");
    assert_eq!(report["verdict"]["word"], "verified");
}

#[test]
fn json_is_one_report_or_an_array_of_them() {
    let one = run(&["verify", "--format", "json", &path("pith-mirrors")]);
    assert_eq!(common::json(&one.stdout)["kind"], "mirror_manifest");
    let two = run(&["verify", "--format", "json", &path("pith-mirrors"), "gone.json", &path("state-1212.1787")]);
    let reports = common::json(&two.stdout);
    assert_eq!(reports[0]["name"], path("pith-mirrors"));
    assert_eq!(reports[1]["name"], path("state-1212.1787"));
    assert_eq!(reports.as_array().unwrap().len(), 2);
    let none = run(&["verify", "--format", "json", "gone.json", "gone.json"]);
    assert_eq!(out(&none), "[]\n");
}

/// The same report as the library's, one a line, in the order of the files.
/// U+007F looks like a command to a terminal, and is taken out of what is written for people alone.
#[test]
fn nothing_is_lost_from_what_is_written_for_programs() {
    let text = String::from_utf8(sample("bundle-1212.1787")).unwrap();
    let document = Scratch::new("delete.json", text.replace("A Generic", "A\u{7f}Generic").as_bytes());
    let output = run(&["verify", "--format", "json", document.path()]);
    assert!(out(&output).contains('\u{7f}'), "{}", out(&output));
    assert!(!out(&run(&["verify", document.path()])).contains('\u{7f}'));
}

#[test]
fn ndjson_is_one_report_a_line() {
    let paths: Vec<String> = SAMPLES.iter().map(|name| path(name)).collect();
    let args: Vec<&str> =
        ["verify", "--format", "ndjson"].into_iter().chain(paths.iter().map(String::as_str)).collect();
    let output = run(&args);
    let lines: Vec<&str> = out(&output).lines().collect();
    assert_eq!(lines.len(), SAMPLES.len());
    for (name, line) in SAMPLES.iter().zip(lines) {
        let mut report = check(&sample(name));
        report.name = Some(path(name));
        assert_eq!(line, serde_json::to_string(&report).unwrap());
    }
}

#[test]
fn a_key_file_makes_a_signer_known() {
    let manifest = path("pith-mirrors");
    let output = run(&["verify", "--no-built-in-keys", "--trust-key", &manifest, &path("bundle-1212.1787")]);
    assert_eq!(code(&output), 0);
    assert!(out(&output).contains(&format!("your key file {manifest}")), "{}", out(&output));
}

#[test]
fn no_colour_where_there_is_no_terminal() {
    let output = run(&["verify", &path("bundle-1212.1787")]);
    assert!(!out(&output).contains('\u{1b}'));
}

#[test]
fn canonical_bytes_come_without_a_line_break() {
    let output = run(&["canonicalize", "--pointer", "/canonical_record", &path("bundle-1212.1787")]);
    assert_eq!(code(&output), 0);
    assert!(out(&output).starts_with(r#"{"metadata":{"abstract_canon_sha256":"#));
    assert!(out(&output).ends_with('}'));
    let output = run(&["canonicalize", "--pointer", "/canonical_record", "--digest", &path("bundle-1212.1787")]);
    assert_eq!(out(&output), "0e788ad726080401ee8abc0ce4973d96738d40b9caf778c360b1330a7d7780af\n");
    let output = run(&["canonicalize", "--pointer", "/nowhere/else", &path("bundle-1212.1787")]);
    assert_eq!(code(&output), 1);
    assert!(
        err(&output).contains("Expected “/nowhere/else” in the document, found nothing at “/nowhere”."),
        "{}",
        err(&output)
    );
}

/// A document cannot write to the terminal what it likes.
#[test]
fn hostile_text_is_written_out() {
    let strings = common::json(&common::own("hostile-strings/display.json"));
    let mut record: serde_json::Value = common::json(&sample("record-2101.05782"));
    let mut tried = 0;
    for entry in strings["strings"].as_array().unwrap() {
        let hostile = &entry["string"];
        record["paper"]["authors_text"] = hostile.clone();
        record["paper"]["title"] = hostile.clone();
        record["pith_number"] = hostile.clone();
        record["aliases"][0]["alias_value"] = hostile.clone();
        let file = Scratch::new("hostile.json", record.to_string().as_bytes());
        let output = run(&["verify", "--verbose", file.path()]);
        assert_eq!(code(&output), 1);
        assert!(!out(&output).contains(|c: char| c.is_control() && c != '\n'), "{hostile}");
        if entry["must_be_made_visible"].as_bool().unwrap() {
            assert!(!out(&output).contains(hostile.as_str().unwrap()), "{hostile}");
        }
        tried += 1;
    }
    assert_eq!(tried, 154);
}

#[test]
fn a_failed_check_says_why() {
    // In one of its two places.
    let text = String::from_utf8(sample("bundle-1212.1787")).unwrap();
    let file = Scratch::new("title.json", text.replacen("A Generic Checkpoint", "Another", 1).as_bytes());
    let output = run(&["verify", file.path()]);
    assert_eq!(code(&output), 1);
    let why = "       Why: The stated digest matches with the copy at /state/current/graph_snapshots/0/payload: ";
    assert!(out(&output).contains(why), "{}", out(&output));
    let report = common::json(&run(&["verify", "--format", "json", file.path()]).stdout);
    let checks = report["checks"].as_array().unwrap();
    let digest = checks.iter().find(|check| check["name"] == "event.digest" && check["outcome"] == "failed").unwrap();
    assert_eq!(digest["diagnosis"]["causes"], serde_json::json!(["matching_copy"]));
    let mark = Scratch::new("bom.json", &[b"\xEF\xBB\xBF", sample("bundle-1212.1787").as_slice()].concat());
    let output = run(&["verify", mark.path()]);
    assert_eq!(code(&output), 1);
    assert!(out(&output).contains("The rest can be read: save the file as UTF-8"), "{}", out(&output));
}

/// The commands stand whole on lines of their own, and only when they are asked for.
#[test]
fn redo_prints_commands() {
    let output = run(&["verify", "--redo", &path("pith-mirrors")]);
    let report = check(&sample("pith-mirrors"));
    let commands: Vec<&str> =
        report.checks.iter().flat_map(|check| &check.redo).map(|redo| redo.command.as_str()).collect();
    assert!(commands.len() > 1);
    for command in commands {
        assert!(out(&output).contains(&format!("\n{command}\n")), "{command}");
    }
    assert!(!out(&run(&["verify", &path("pith-mirrors")])).contains("python3"));
    let output = run(&["verify", "--redo", &path("bundle-1212.1787")]);
    assert!(out(&output).contains("\nopenssl pkeyutl -verify "), "{}", out(&output));
    assert!(out(&output).contains("With openssl, whether the signature holds: Signature Verified Successfully\n"));
}

/// A report made with a proof is made again with it; without it, the answer says so before all else.
#[test]
fn a_report_with_a_proof_is_made_again_with_it() {
    let (bundle, ots) = (path("bundle-1212.1787"), "vectors/opentimestamps/own.ots");
    let copy = Scratch::new("copy.ots", &common::own("opentimestamps/own.ots"));
    let report = run(&["verify", "--format", "json", "--ots", ots, &bundle]);
    let report = Scratch::new("report-with-proof.json", &report.stdout);
    // Under another name it is the same proof.
    let output = run(&["reproduce", "--ots", copy.path(), report.path(), &bundle]);
    assert_eq!(code(&output), 0, "{}{}", out(&output), err(&output));
    let output = run(&["reproduce", "--format", "json", report.path(), &bundle]);
    assert_eq!(code(&output), 1);
    assert_eq!(common::json(&output.stdout)["findings"][0]["reason"], "report.other_proofs");
}

#[test]
fn help_has_examples() {
    for command in ["verify", "canonicalize", "compare", "keys", "match", "reproduce"] {
        let output = run(&[command, "--help"]);
        assert_eq!(code(&output), 0);
        assert!(out(&output).contains("Examples:") && out(&output).contains("Exit code"), "{}", out(&output));
    }
}

#[test]
fn compare_says_how_documents_stand_to_each_other() {
    let (bundle, state) = (path("bundle-1212.1787"), path("state-1212.1787"));
    let output = run(&["compare", &bundle, &state]);
    assert_eq!(code(&output), 0, "{}", err(&output));
    for says in
        ["agree ", "same_events ", "[2] samples/state-1212.1787.json", "unsigned, state, pith:2012:", "state_sha256 "]
    {
        assert!(out(&output).contains(says), "{says}: {}", out(&output));
    }
    let output = run(&["compare", &bundle, &path("bundle-1411.1958")]);
    assert_eq!(code(&output), 3);
    assert!(out(&output).contains("are about different records."), "{}", out(&output));
    let broken = broken();
    let output = run(&["compare", "--format", "json", &bundle, broken.path()]);
    assert_eq!(code(&output), 1);
    let comparison = common::json(&output.stdout);
    assert_eq!(comparison["word"], "conflict");
    assert_eq!(comparison["conflicts"][0]["kind"], "event_altered");
    // Of very many contradictions the text names some.
    let events = |content: u8| {
        let event =
            |id: u8| format!(r#"{{"event_type":"a","event_id":"{id}","content_sha256":"","payload":{content}}}"#);
        format!("[{}]", (0..50).map(event).collect::<Vec<_>>().join(","))
    };
    let (first, second) =
        (Scratch::new("first.json", events(1).as_bytes()), Scratch::new("second.json", events(2).as_bytes()));
    let output = run(&["compare", first.path(), second.path()]);
    assert_eq!(out(&output).matches("stands for two contents").count(), 40);
    assert!(out(&output).contains("    and 10 more; --format json has all\n\n  How they stand"), "{}", out(&output));
    assert_eq!(code(&run(&["compare", &bundle])), 2);
    assert_eq!(code(&run(&["compare", &bundle, "nowhere.json"])), 2);
}

/// A retired key counts in a comparison as it does in a report, and the comparison says which keys were used.
#[test]
fn compare_says_which_keys_were_used() {
    let bundle = path("bundle-1212.1787");
    let verified = common::json(&run(&["verify", "--format", "json", &path("bundle-1212.1787")]).stdout);
    let mut ring = verified["ring"].clone();
    ring["keys"][0]["status"] = "retired".into();
    ring["keys"][0]["valid_until"] = "2027-01-01T00:00:00Z".into();
    let ring = Scratch::new("retired-ring.json", ring.to_string().as_bytes());
    let compared = |args: &[&str]| {
        let keys = ["compare", "--format", "json", "--no-built-in-keys", "--trust-key", ring.path()];
        common::json(&run(&[&keys, args, &[&bundle, &bundle]].concat()).stdout)
    };
    let (with, without) = (compared(&["--at", "2026-07-01T00:00:00Z"]), compared(&[]));
    assert_eq!((&with["at"], &without["at"]), (&"2026-07-01T00:00:00Z".into(), &serde_json::Value::Null));
    assert_eq!(with["documents"][0]["verdict"], "verified");
    assert_eq!(without["documents"][0]["verdict"], "consistent");
    for comparison in [with, without] {
        assert_eq!(comparison["ring"]["keys"][0]["status"], "retired");
        assert_eq!(comparison["ring"]["keys"].as_array().unwrap().len(), 1);
    }
    let output = run(&["compare", "--at", "noon", &bundle, &bundle]);
    assert_eq!(code(&output), 2);
}

#[test]
fn replay_shows_each_step() {
    let output = run(&["verify", "--replay", &path("bundle-1212.1787")]);
    assert_eq!(code(&output), 0);
    for says in [
        "Merging 2 events gives the state that the document states.",
        "1 record_created /events/0, 2026-05-18T03:38:55Z: applied",
        "It is added to graph_snapshots.",
        "/applied_event_ids/1 = \"sha256:063759cee394",
    ] {
        assert!(out(&output).contains(says), "{says}: {}", out(&output));
    }
    assert!(!out(&run(&["verify", &path("bundle-1212.1787")])).contains("Merging"));
}
