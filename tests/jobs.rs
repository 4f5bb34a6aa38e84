//! Many documents on the command line: the same output whatever the number of threads, lines as documents, and how much
//! memory it takes.
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

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::process::{Command, Output, Stdio};

use command::{Scratch, path, run};
use common::{SAMPLES, check, sample};
use pith_verifier::{Incoming, Options, Report, sha256_hex, verify};

const THREADS: [&str; 4] = ["1", "2", "3", "8"];

fn pith_verify(args: &[&str]) -> Command {
    command::pith_verify(&[&["verify"], args].concat())
}

fn fed(args: &[&str], input: &[u8]) -> Output {
    command::fed(&[&["verify"], args].concat(), input)
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn named(mut report: Report, name: &str) -> Report {
    report.name = Some(name.to_owned());
    report
}

/// One line, however the document was written.
fn line(name: &str) -> Vec<u8> {
    sample(name).into_iter().filter(|byte| *byte != b'\n').collect()
}

/// A list of events of about so many bytes.
fn events(bytes: usize) -> Vec<u8> {
    let bundle: serde_json::Value = common::json(&sample("bundle-1212.1787"));
    let event = bundle["events"][1].to_string();
    let count = bytes / event.len() + 1;
    format!("[{}]", vec![event; count].join(",")).into_bytes()
}

/// Large and small files, missing ones, broken ones and cut ones, in a mix that has no period of the number of threads.
struct Many {
    files: Vec<String>,
    scratch: Vec<Scratch>,
}

impl Many {
    fn new() -> Self {
        let mut many = Self { files: Vec::new(), scratch: Vec::new() };
        let bundle = String::from_utf8(sample("bundle-1212.1787")).unwrap();
        // The first takes longest, so that the others are done before it; its report is longer than what is held back.
        many.add("large.json", &events(300_000));
        for number in 0..40 {
            many.files.push(path(SAMPLES[number % SAMPLES.len()]));
            match number % 7 {
                1 => many.files.push(format!("missing-{number}.json")),
                3 => many.add("broken.json", bundle.replace("A Generic", &format!("A {number}")).as_bytes()),
                4 => many.add("cut.json", &bundle.as_bytes()[..100 * number]),
                _ => {}
            }
        }
        many.add("large.json", &events(200_000));
        many.files.push("missing-last.json".to_owned());
        many
    }

    fn add(&mut self, name: &str, bytes: &[u8]) {
        let file = Scratch::new(name, bytes);
        self.files.push(file.path().to_owned());
        self.scratch.push(file);
    }

    fn args<'m>(&'m self, before: &[&'m str]) -> Vec<&'m str> {
        before.iter().copied().chain(self.files.iter().map(String::as_str)).collect()
    }
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let many = Many::new();
    for args in [
        &["--format", "text"][..],
        &["--format", "text", "--verbose"],
        &["--format", "json"],
        &["--format", "ndjson", "--replay"],
        &["--format", "markdown"],
        &["--format", "text", "--no-built-in-keys", "--brief"],
    ] {
        let outputs = THREADS.map(|threads| {
            let output = pith_verify(&many.args(&[args, &["--jobs", threads]].concat())).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{args:?}, {threads}: {}", text(&output.stderr));
            output
        });
        for (threads, output) in THREADS.iter().zip(&outputs) {
            assert!(output.stdout == outputs[0].stdout, "{args:?}, {threads}");
            assert_eq!(text(&output.stderr), text(&outputs[0].stderr), "{args:?}, {threads}");
        }
        let complaints: Vec<&str> = text(&outputs[0].stderr).lines().collect();
        let missing: Vec<&String> = many.files.iter().filter(|file| file.starts_with("missing")).collect();
        assert_eq!(complaints.len(), missing.len());
        for (complaint, file) in complaints.iter().zip(missing) {
            assert!(complaint.starts_with(&format!("pith-verify: cannot open {file}: ")), "{complaint}");
        }
    }
}

/// What is printed together is what the library gives for each.
#[test]
fn reports_stand_in_the_order_of_their_files() {
    let many = Many::new();
    let reports: Vec<Report> = many
        .files
        .iter()
        .filter(|file| !file.starts_with("missing"))
        .map(|file| named(check(&std::fs::read(common::tests().join(file)).unwrap()), file))
        .collect();
    let json: Vec<String> = reports.iter().map(|report| serde_json::to_string(report).unwrap()).collect();
    let out = |args: &[&str]| String::from_utf8(pith_verify(&many.args(args)).output().unwrap().stdout).unwrap();
    assert!(out(&["--format", "ndjson", "-j3"]) == format!("{}\n", json.join("\n")));
    assert!(out(&["--format", "json", "-j3"]) == format!("[{}]\n", json.join(",\n")));
    let pages: Vec<String> = reports.iter().map(pith_verifier::markdown).collect();
    assert!(out(&["--format", "markdown", "-j3"]) == pages.join("\n"));
    let single: Vec<String> = many
        .files
        .iter()
        .filter(|file| !file.starts_with("missing"))
        .map(|file| String::from_utf8(run(&["verify", "--verbose", file]).stdout).unwrap())
        .collect();
    assert!(out(&["--verbose", "-j3"]) == single.join("\n"));
}

/// A complaint stands between the reports of the files before and after it.
#[test]
fn complaints_keep_their_place() {
    let many = Many::new();
    let seen = THREADS.map(|threads| {
        let scratch = Scratch::new("both.txt", b"");
        let both = File::options().append(true).open(scratch.path()).unwrap();
        let mut command = pith_verify(&many.args(&["--jobs", threads]));
        command.stdout(both.try_clone().unwrap()).stderr(both).status().unwrap();
        std::fs::read_to_string(scratch.path()).unwrap()
    });
    let words: Vec<&str> = seen[0].lines().filter(|line| !line.starts_with(' ')).collect();
    for (file, word) in many.files.iter().zip(&words) {
        assert!(word.contains(file.as_str()), "{file}: {word}");
        assert_eq!(file.starts_with("missing"), word.starts_with("pith-verify: "), "{word}");
    }
    assert_eq!(many.files.len(), words.len());
    assert!(seen.iter().all(|text| *text == seen[0]));
}

#[test]
fn the_worst_code_counts_whichever_thread_finds_it() {
    let bundle = path("bundle-1212.1787");
    let state = path("state-1212.1787");
    let cut = Scratch::new("cut.json", b"{");
    for threads in THREADS {
        let code = |files: &[&str]| run(&[&["verify", "-j", threads], files].concat()).status.code();
        assert_eq!(code(&[&bundle, &bundle, &bundle, &bundle]), Some(0));
        assert_eq!(code(&[&state, &bundle, &bundle, &bundle]), Some(3));
        assert_eq!(code(&[&bundle, &bundle, cut.path(), &state]), Some(1));
        assert_eq!(code(&[cut.path(), "missing.json", &bundle]), Some(2));
    }
    assert_eq!(run(&["verify", "--jobs", "0", &bundle]).status.code(), Some(2));
}

/// Standard input is read once, in the place where it is named first.
#[test]
fn standard_input_among_files() {
    let bundle = path("bundle-1411.1958");
    for threads in THREADS {
        let output = fed(&["-j", threads, &bundle, "-", &bundle, "-"], &sample("record-2101.05782"));
        let words: Vec<&str> = text(&output.stdout).lines().filter(|line| !line.starts_with(' ')).collect();
        let verified = |name: &str| format!("verified   {name}");
        assert_eq!(words, [verified(&bundle), verified("-"), verified(&bundle), "unreadable -".to_owned()]);
    }
}

#[test]
fn who_reads_no_further_ends_it_quietly() {
    let many = vec![path("bundle-1212.1787"); 400];
    for threads in THREADS {
        let args: Vec<&str> =
            ["--format", "json", "-j", threads].into_iter().chain(many.iter().map(String::as_str)).collect();
        let mut child = pith_verify(&args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 1];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!((first[0], output.status.code(), text(&output.stderr)), (b'[', Some(2), ""), "{threads}");
    }
}

/// Of each line the library gives the same report, for the bytes without their end.
#[test]
fn each_line_is_a_document() {
    let (bundle, record, state) = (line("bundle-1212.1787"), line("record-2101.05782"), line("state-1212.1787"));
    let cut = &bundle[..500];
    let dump = [&bundle[..], b"\n\n \t\r\n", &record, b"\r\n", cut, b"\n\r\n", &state, b"\r\r\n", &record].concat();
    let expected = [(1, &bundle[..]), (4, &record), (5, cut), (7, &[&state[..], b"\r"].concat()), (8, &record)]
        .map(|(number, document)| (number, check(document)));
    let file = Scratch::new("dump.ndjson", &dump);
    let lines = |name: &str| {
        let json = |(number, report): &(i32, Report)| {
            serde_json::to_string(&named(report.clone(), &format!("{name}:{number}"))).unwrap() + "\n"
        };
        expected.iter().map(json).collect::<String>()
    };
    for threads in THREADS {
        let args = ["--input", "ndjson", "--format", "ndjson", "-j", threads];
        let output = pith_verify(&[&args[..], &[file.path()]].concat()).output().unwrap();
        assert!(text(&output.stdout) == lines(file.path()), "{threads}");
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(1), ""));
        assert!(text(&fed(&[&args[..], &["-"]].concat(), &dump).stdout) == lines("-"), "{threads}");
    }
    // As several files are printed, and one line as several.
    let output = run(&["verify", "--input", "ndjson", file.path()]);
    let words: Vec<&str> = text(&output.stdout).lines().filter(|line| !line.starts_with(' ')).collect();
    let name = file.path();
    let is = |word: &str, number: u8| format!("{word:10} {name}:{number}");
    let wanted = [is("verified", 1), is("verified", 4), is("unreadable", 5), is("unsigned", 7), is("verified", 8)];
    assert_eq!(words, wanted);
    let one = fed(&["--input", "ndjson", "--format", "json", "-"], &record);
    assert_eq!(common::json(&one.stdout)[0]["name"], "-:1");
    assert_eq!(one.status.code(), Some(0));
}

#[test]
fn a_file_without_a_document_is_not_passed_over() {
    let (empty, blank) = (Scratch::new("empty.ndjson", b""), Scratch::new("blank.ndjson", b"\n \r\n"));
    let dump = Scratch::new("dump.ndjson", &line("bundle-1212.1787"));
    let args = ["verify", "--input", "ndjson", "--format", "json", empty.path(), "missing.ndjson", dump.path()];
    let output = run(&[&args[..], &[blank.path(), "."]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(common::json(&output.stdout).as_array().unwrap().len(), 1);
    let said: Vec<&str> = text(&output.stderr).lines().collect();
    assert_eq!(said[0], format!("pith-verify: {} has no document in it", empty.path()));
    assert!(said[1].starts_with("pith-verify: cannot open missing.ndjson: "), "{said:?}");
    assert_eq!(said[2], format!("pith-verify: {} has no document in it", blank.path()));
    assert!(said[3].starts_with("pith-verify: cannot open .: ") && said.len() == 4, "{said:?}");
    assert_eq!(text(&run(&["verify", "--input", "ndjson", "--format", "json", empty.path()]).stdout), "[]\n");
}

#[test]
fn a_byte_order_mark_is_in_no_line() {
    let record = line("record-2101.05782");
    let output = fed(&["--input", "ndjson", "--format", "ndjson", "-"], &[b"\xEF\xBB\xBF", &record[..]].concat());
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stderr), "pith-verify: - starts with a byte order mark, which is in no line\n");
    assert_eq!(common::json(&output.stdout)["sha256"], sha256_hex(&record));
    // In a later line it is the document's.
    let output = fed(&["--input", "ndjson", "-"], b"{}\n\xEF\xBB\xBF{}");
    assert!(text(&output.stdout).contains("found a byte order mark"), "{}", text(&output.stdout));
}

#[test]
fn what_goes_with_one_document_does_not_go_with_lines() {
    let (dump, ots) = (path("bundle-1212.1787"), "vectors/opentimestamps/own.ots");
    for (args, says) in [
        (&["--format", "html"][..], "--format html makes one page: give one file with one document"),
        (&["--ots", ots], "--ots goes with exactly one document, not with --input ndjson"),
    ] {
        let output = run(&[&["verify", "--input", "ndjson"], args, &[&dump]].concat());
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(2), ""));
        assert_eq!(text(&output.stderr), format!("pith-verify: {says}\n"));
    }
}

/// In whatever pieces a document comes, its report is the same, also at the limit and past it.
#[test]
fn a_document_in_pieces() {
    const LIMIT: usize = 134_217_728;
    let options = Options::default();
    let json = |report: &Report| serde_json::to_string(report).unwrap();
    let mut incoming = Incoming::default();
    for (length, step) in [(LIMIT, 1 << 20), (LIMIT + 1, 1 << 20), (LIMIT + 5_000_000, 999_983), (LIMIT + 1, LIMIT + 1)]
    {
        let bytes = vec![b' '; length];
        incoming.clear();
        bytes.chunks(step).for_each(|piece| incoming.add(piece));
        let report = incoming.verify(&options);
        assert_eq!(json(&report), json(&verify(&bytes, &options)), "{length} in pieces of {step}");
    }
    for name in SAMPLES {
        incoming.clear();
        sample(name).chunks(7).for_each(|piece| incoming.add(piece));
        assert_eq!(json(&incoming.verify(&options)), json(&check(&sample(name))), "{name}");
    }
}

#[cfg(target_os = "linux")]
mod memory {
    use std::io::{BufRead as _, BufReader};
    use std::process::Child;

    use super::*;

    /// The most memory that a process had so far, in bytes.
    fn peak(child: &Child) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
        let kib = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.strip_suffix("kB")).unwrap();
        kib.trim().parse::<usize>().unwrap() << 10
    }

    /// What comes out for some lines, and the most memory that it took. Standard input stays open until that is known.
    fn measured(args: &[&str], lines: &[&[u8]]) -> (Vec<String>, usize) {
        let args = [&["--input", "ndjson", "--format", "ndjson"], args, &["-"]].concat();
        let mut child = pith_verify(&args).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (seen, most) = std::thread::scope(|scope| {
            let feeder = scope.spawn(move || {
                for line in lines {
                    input.write_all(line).unwrap();
                    input.write_all(b"\n").unwrap();
                }
                input
            });
            // Of each report the start, for some are long.
            let mut reports = output.lines().map(|report| report.unwrap()[..300].to_owned());
            let seen: Vec<String> = reports.by_ref().take(lines.len()).collect();
            let most = peak(&child);
            drop(feeder.join().unwrap());
            assert_eq!(reports.count(), 0);
            (seen, most)
        });
        child.wait().unwrap();
        (seen, most)
    }

    /// With `PITH_TALLY=1` it prints what was measured.
    fn tally(what: &str, threads: &str, largest: usize, most: usize) {
        if std::env::var_os("PITH_TALLY").is_some() {
            let mb = |bytes: usize| format!("{}.{}", bytes / 1_000_000, bytes / 100_000 % 10);
            println!("{what}, {threads} threads: {} MB at most for documents of {}", mb(most), mb(largest));
        }
    }

    /// What the program takes beside documents.
    const PROGRAM: usize = 12 << 20;

    #[test]
    fn memory_is_at_most_eight_times_the_largest_document_for_each_thread() {
        let large = events(2 << 20);
        let small = line("bundle-1212.1787");
        let mut lines: Vec<&[u8]> = Vec::new();
        for _ in 0..6 {
            lines.push(&large);
            lines.extend([&small[..]; 40]);
        }
        for threads in ["1", "2"] {
            for args in [&["-j", threads][..], &["-j", threads, "--brief"]] {
                let (reports, most) = measured(args, &lines);
                assert_eq!(reports.len(), lines.len());
                tally(&format!("{args:?}"), threads, large.len(), most);
                let threads: usize = threads.parse().unwrap();
                assert!(most <= 8 * large.len() * threads + PROGRAM, "{args:?}: {most}");
            }
        }
    }

    /// Documents that are made to cost take up to 32 MiB more, as in the wasm. These came nearest.
    #[test]
    fn costly_documents_take_a_bounded_amount_more() {
        let head = r#""bundle_type":"pith_open_graph_bundle","bundle_version":"1.0","canonical_record":{"a":1}"#;
        let signature = format!(r#""bundle_signature":{{"bundle_sha256":"{}"}}"#, "0".repeat(64));
        let list = |count: usize, value: &str| vec![value; count].join(",");
        let created = r#"{"event_type":"record_created","content_sha256":"","payload":{"canonical_record":{"a":1},"receipt":{}}}"#;
        let documents = [
            format!("{{{head},{signature},\"events\":[],\"more\":[{}]}}", list(990_000, "1")),
            format!("{{{head},{signature},\"events\":[],\"source_aliases\":[{}]}}", list(99_000, "0")),
            format!("{{{head},{signature},\"events\":[{}]}}", list(4_900, created)),
        ];
        for document in documents {
            let (_, most) = measured(&["-j", "1"], &[document.as_bytes(), document.as_bytes(), b"{}"]);
            tally("a costly one", "1", document.len(), most);
            assert!(most <= 8 * document.len() + (32 << 20), "{most} for {}", document.len());
        }
    }

    /// Reports that are done while a long document is checked are not piled up.
    #[test]
    fn a_slow_document_does_not_let_the_others_pile_up() {
        let large = events(1 << 20);
        let small = line("graph-1706.00337");
        let mut lines: Vec<&[u8]> = vec![&large];
        lines.extend(vec![&small[..]; 4_000]);
        let (reports, most) = measured(&["-j", "4"], &lines);
        tally("a slow document", "4", large.len(), most);
        // Their reports have 48 MB.
        assert!(most <= 8 * large.len() + (8 << 20) + PROGRAM, "{most}");
        for (number, report) in (1..).zip(reports) {
            assert!(report.contains(&format!("\"name\":\"-:{number}\"")), "{number}: {report}");
        }
    }

    /// A line longer than any document is refused with its length and digest, and not kept.
    #[test]
    fn a_line_past_the_limit_is_not_kept() {
        let long = vec![b'7'; 300_000_000];
        let record = line("record-2101.05782");
        let (reports, most) = measured(&["-j", "2"], &[&record, &long, &record]);
        tally("a line past the limit", "2", long.len(), most);
        assert!(most < 200_000_000, "{most}");
        let has = |report: &str, name: &str, bytes: &[u8]| {
            let says = format!("\"name\":\"{name}\",\"bytes\":{},\"sha256\":\"{}\"", bytes.len(), sha256_hex(bytes));
            assert!(report.contains(&says), "{says}: {report}");
        };
        has(&reports[0], "-:1", &record);
        has(&reports[1], "-:2", &long);
        has(&reports[2], "-:3", &record);
        let output = fed(&["--input", "ndjson", "-"], &long);
        assert_eq!(output.status.code(), Some(1));
        assert!(text(&output.stdout).contains("Expected at most 134217728 bytes, found 300000000."));
    }
}
