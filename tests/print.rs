//! Reports as Markdown and HTML: nothing from a document becomes markup.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a test that cannot go on fails"
)]

#[path = "common/command.rs"]
mod command;
mod common;

use command::run;
use common::builder::{Bundle, Event};
use common::{SAMPLES, check, own, sample};
use pith_verifier::{Options, Outcome, Proof, RedoTool, Report, VerdictWord, html, markdown, verify, visible};
use serde_json::json;

/// Texts that try to become markup, beside the hostile strings of the vectors.
const MARKUP: [&str; 26] = [
    "</bdi><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "<!-- ",
    "]]>",
    "</style></title><svg onload=alert(1)>",
    "`code`",
    "``",
    "`` ` ``",
    "`",
    " `x` ",
    "   ",
    "[link](http://example.org)",
    "![image](x)",
    "<http://example.org>",
    "[ref]: http://example.org",
    "http://example.org www.example.org a@example.org ftp://example.org mailto:a@b.c xmpp:a@b.c",
    "# heading",
    "- list",
    "1. list",
    "> quote",
    "| a | b |",
    "---",
    "***bold*** __bold__ ~~gone~~",
    "$x$ :smile: @@@",
    "a\\`b\\",
];

fn texts() -> Vec<String> {
    let set = common::json(&own("hostile-strings/display.json"));
    let urls = common::json(&own("hostile-strings/urls.json"));
    let strings = set["strings"].as_array().unwrap().iter().map(|entry| &entry["string"]);
    let urls = urls["urls"].as_array().unwrap().iter().map(|entry| &entry["url"]);
    let given = strings.chain(urls).filter_map(|value| value.as_str()).map(str::to_owned);
    given.chain(MARKUP.map(str::to_owned)).collect()
}

/// The report with one text in place of every text that can come from a document, a key ring or the caller.
fn filled(mut report: Report, text: &str) -> Report {
    let sentence = format!("Expected {} here.", visible(text));
    let set = |slot: &mut Option<String>| {
        if slot.is_some() {
            *slot = Some(text.to_owned());
        }
    };
    report.name = Some(text.to_owned());
    report.verdict.sentence.clone_from(&sentence);
    for claim in &mut report.claims {
        (claim.value, claim.pointer) = (text.to_owned(), text.to_owned());
    }
    for key in &mut report.keys {
        set(&mut key.key_id);
        set(&mut key.note);
        text.clone_into(&mut key.source);
    }
    for check in &mut report.checks {
        (check.pointer, check.sentence) = (text.to_owned(), sentence.clone());
        set(&mut check.expected);
        set(&mut check.computed);
        if let Some(diagnosis) = &mut check.diagnosis {
            diagnosis.sentence.clone_from(&sentence);
            set(&mut diagnosis.copy);
            if let Some(first) = &mut diagnosis.difference {
                text.clone_into(&mut first.pointer);
                set(&mut first.here);
                set(&mut first.there);
            }
        }
        for redo in &mut check.redo {
            (redo.command, redo.prints) = (text.to_owned(), text.to_owned());
        }
    }
    for timestamp in &mut report.timestamps {
        timestamp.sentence.clone_from(&sentence);
        set(&mut timestamp.name);
        if let Some(start) = &mut timestamp.start {
            start.sentence.clone_from(&sentence);
            set(&mut start.pointer);
        }
        for found in &mut timestamp.attestations {
            found.sentence.clone_from(&sentence);
            set(&mut found.calendar);
        }
    }
    for header in &mut report.headers {
        header.sentence.clone_from(&sentence);
    }
    if let Some(replay) = &mut report.replay {
        replay.sentence.clone_from(&sentence);
        for step in &mut replay.steps {
            text.clone_into(&mut step.event);
            step.sentence.clone_from(&sentence);
            for member in [&mut step.event_id, &mut step.event_type, &mut step.created_at] {
                set(member);
            }
            for change in &mut step.changes {
                (change.pointer, change.value) = (text.to_owned(), text.to_owned());
            }
        }
    }
    set(&mut report.at);
    for leaf in &mut report.coverage.leaves {
        (leaf.pointer, leaf.value) = (text.to_owned(), text.to_owned());
    }
    for key in &mut report.ring.keys {
        set(&mut key.key_id);
        set(&mut key.note);
        text.clone_into(&mut key.source);
    }
    if let Some(refusal) = &mut report.refusal {
        refusal.sentence = sentence;
    }
    report
}

/// Proofs of which one can be read, one cannot, and one is by a calendar; and headers of which one can be read.
fn beside() -> (Vec<Proof>, Vec<String>) {
    let own_proof = own("opentimestamps/own.ots");
    let of_calendar =
        [&own_proof[..65], &[0], &common::hex("83dfe30d2ef90c8e"), &[24, 23], b"https://a.example.org/b"].concat();
    let proofs = [own_proof, b"no proof".to_vec(), of_calendar];
    let facts = common::json(&own("opentimestamps/blocks.json"));
    let header = facts["own_header"].as_str().unwrap().to_owned();
    let named = |bytes| Proof { name: Some("x".to_owned()), bytes };
    (proofs.into_iter().map(named).collect(), vec![header, "00".to_owned()])
}

/// A report with every part in it, and one of a document that was refused.
fn reports() -> [Report; 2] {
    let (proofs, headers) = beside();
    let at = Some("2026-07-01T00:00:00Z".parse().unwrap());
    let mut options = Options { replay: true, proofs, headers, at, ..Options::default() };
    let ring = json!({"ring_type": "pith_verifier_key_ring", "ring_version": "1", "keys": [{"key_id": "x",
        "public_key_hex": common::builder::registry().public_key_hex(), "status": "retired", "note": "x",
        "valid_until": "2027-01-01T00:00:00Z"}]});
    options.ring.add(ring.to_string().as_bytes(), "x").unwrap();
    let mut bundle = Bundle::new().value();
    bundle["links"] = json!({"x": "y"});
    bundle["events"][1]["payload"]["graph_snapshot"]["paper"]["title"] = json!("Another");
    let reports = [verify(bundle.to_string().as_bytes(), &options), verify(b"[", &options)];
    let full = &reports[0];
    let diagnosed = full.checks.iter().filter_map(|check| check.diagnosis.as_ref());
    assert!(diagnosed.clone().any(|why| why.copy.is_some() && why.difference.is_some()));
    let mut redone = full.checks.iter().filter(|check| !check.redo.is_empty()).map(|check| check.outcome);
    assert!(redone.clone().any(|outcome| outcome == Outcome::Failed) && redone.any(|it| it == Outcome::Passed));
    assert!(full.replay.as_ref().is_some_and(|replay| replay.steps.iter().all(|step| !step.changes.is_empty())));
    let attested: Vec<_> = full.timestamps.iter().flat_map(|timestamp| &timestamp.attestations).collect();
    assert!(attested.iter().any(|found| found.height.is_some()) && attested.iter().any(|it| it.calendar.is_some()));
    assert!(full.timestamps.iter().any(|timestamp| timestamp.start.is_none()));
    assert_eq!(full.headers.iter().map(|header| header.block.is_some()).collect::<Vec<_>>(), [true, false]);
    reports
}

/// The tags of a page as they stand, in order. Whatever is between `<` and `>` is one.
fn tags(page: &str) -> Vec<&str> {
    let mut rest = page;
    let mut tags = Vec::new();
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, tail) = after.split_once('>').expect("a tag that ends");
        tags.push(tag);
        rest = tail;
    }
    tags
}

/// What a browser shows of it, without the tags.
fn text_of(page: &str) -> String {
    let mut text = String::new();
    for piece in page.split('<').skip(1) {
        text.push_str(piece.split_once('>').unwrap().1);
    }
    for (entity, char) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replace(entity, char);
    }
    text
}

#[test]
fn no_text_becomes_markup_in_html() {
    for report in reports() {
        let harmless = html(&filled(report.clone(), "harmless"));
        let expected = tags(&harmless);
        for text in texts() {
            let page = html(&filled(report.clone(), &text));
            assert_eq!(tags(&page), expected, "{text:?}");
            // An ampersand starts one of five entities.
            for piece in page.split('&').skip(1) {
                let known = ["lt;", "gt;", "quot;", "#39;", "amp;"];
                assert!(known.iter().any(|entity| piece.starts_with(entity)), "{text:?}");
            }
            assert!(text_of(&page).contains(&visible(&text)), "{text:?}");
            assert!(!page.contains(|char: char| char.is_control() && char != '\n'), "{text:?}");
        }
    }
}

#[test]
fn a_page_loads_nothing_and_runs_nothing() {
    let samples = SAMPLES.map(|name| (name, check(&sample(name))));
    for (name, report) in samples.into_iter().chain(reports().map(|report| ("a report with every part", report))) {
        let page = html(&report);
        let tags = tags(&page);
        let csp = "meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"";
        assert!(tags.contains(&csp));
        for tag in &tags {
            let word = tag.trim_start_matches('/').split(' ').next().unwrap();
            let known = [
                "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li", "strong",
                "bdi", "pre", "code", "details", "summary",
            ];
            assert!(known.contains(&word), "{tag}");
            let attributes = ["http-equiv=", "name=", "content=", "charset=", "lang=", "class="];
            for attribute in tag.split(' ').skip(1).filter(|part| part.contains('=')) {
                assert!(attributes.iter().any(|known| attribute.starts_with(known)) || word == "meta", "{tag}");
            }
        }
        let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
        assert!(!style.contains("url(") && !style.contains("@import"));
        let mut open: Vec<&str> = Vec::new();
        for tag in tags.iter().filter(|tag| !tag.starts_with('!') && !tag.starts_with("meta")) {
            match tag.strip_prefix('/') {
                Some(closed) => assert_eq!(open.pop(), Some(closed), "{name}"),
                None => open.push(tag.split(' ').next().unwrap()),
            }
        }
        assert!(open.is_empty(), "{name}: {open:?}");
    }
}

/// The structure of a Markdown line as `CommonMark` reads it: what it starts with, and the code spans, with everything
/// that stands for itself taken away. A span that holds `text` is the document's.
fn structure(line: &str, text: &str) -> String {
    let mut shape = String::new();
    let mut rest = line;
    let mut plain = String::new();
    while let Some(char) = rest.chars().next() {
        rest = &rest[char.len_utf8()..];
        match char {
            '\\' => {
                let next = rest.chars().next().expect("a backslash with something after it");
                assert!(next.is_ascii_punctuation(), "{line}");
                rest = &rest[1..];
                plain.push('x');
            }
            '`' => {
                let run = 1 + rest.chars().take_while(|&c| c == '`').count();
                rest = &rest[run - 1..];
                // The span ends at a run of the same length.
                let mut from = 0;
                let end = loop {
                    let start = from + rest[from..].find('`').unwrap_or_else(|| panic!("a span that ends: {line}"));
                    let length = rest[start..].chars().take_while(|&c| c == '`').count();
                    if length == run {
                        break start;
                    }
                    from = start + length;
                };
                // One character of prose that could start a link is in a span of its own.
                let inside = &rest[..end];
                let is_prose = run == 1 && inside != text && inside.chars().all(|c| "@:.".contains(c));
                if is_prose {
                    plain.push('x');
                } else {
                    shape.push('C');
                }
                rest = &rest[end + run..];
            }
            '*' => {
                shape.push('*');
                plain.push(' ');
            }
            other if "_[]<>|~&$#=+!".contains(other) && !line.starts_with('#') => panic!("{other} in {line}"),
            other => plain.push(other),
        }
    }
    // Where a reader of Markdown makes a link by itself.
    for link in ["://", "www.", "mailto:", "xmpp:", "@"] {
        assert!(!plain.to_lowercase().contains(link), "{link} in {line}");
    }
    shape
}

/// What each line is: heading, list entry, part of a block of commands, or text.
fn outline(page: &str, text: &str) -> Vec<String> {
    // The white space and the backticks that the block started with.
    let mut fence: Option<(String, usize)> = None;
    let mut lines = Vec::new();
    for line in page.split('\n') {
        let start = ["# ", "## ", "- ", "  - "].into_iter().find(|start| line.starts_with(start));
        if let Some((indent, run)) = &fence {
            let code = line.strip_prefix(indent.as_str()).unwrap_or_else(|| panic!("{line:?} ends a list entry"));
            let ticks = code.chars().take_while(|&c| c == '`').count();
            let ends = ticks >= *run && code[ticks..].trim().is_empty();
            lines.push(if ends { "end of code" } else { "code" }.to_owned());
            fence = fence.filter(|_| !ends);
        } else if line.trim_start_matches(' ').starts_with("```") {
            let indent: String = line.chars().take_while(|&c| c == ' ').collect();
            let run = line.trim_start_matches(' ').strip_suffix("sh").unwrap_or_else(|| panic!("{line}"));
            assert!(run.chars().all(|c| c == '`'), "{line}");
            // In a list entry, code stands where its text does.
            let within = lines.last().is_some_and(|last: &String| last.starts_with("  - "));
            assert_eq!(indent.len(), if within { 4 } else { 0 }, "{line}");
            lines.push("code begins".to_owned());
            fence = Some((indent, run.len()));
        } else if line.is_empty() {
            lines.push(String::new());
        } else {
            let rest = &line[start.map_or(0, str::len)..];
            assert!(start.is_some() || !rest.starts_with([' ', '\t', '-', '+', '>', '#', '=', '|']), "{line}");
            let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            assert!(digits.len() == rest.len() || !digits.starts_with(['.', ')']), "{line}");
            lines.push(format!("{}{}", start.unwrap_or_default(), structure(rest, text)));
        }
    }
    assert!(fence.is_none());
    // A text may have lines of its own.
    lines.dedup_by(|a, b| a == "code" && b == "code");
    lines
}

#[test]
fn no_text_becomes_markup_in_markdown() {
    for report in reports() {
        let expected = outline(&markdown(&filled(report.clone(), "harmless")), "");
        for text in texts() {
            let page = markdown(&filled(report.clone(), &text));
            // An empty text is said to be empty, not shown in a code span.
            if !text.is_empty() {
                assert_eq!(outline(&page, &text), expected, "{text:?}");
            }
            assert!(!page.contains(|char: char| char.is_control() && char != '\n'), "{text:?}");
        }
    }
}

/// A code span shows the very text, whatever backticks are in it.
#[test]
fn code_spans_hold_what_they_should() {
    for text in texts().iter().filter(|text| !text.is_empty()) {
        let shown = visible(text);
        let page = markdown(&filled(check(b"["), text));
        let line = page.lines().find(|line| line.starts_with("**Document**: ")).unwrap();
        let span = &line["**Document**: ".len()..];
        let run = span.chars().take_while(|&c| c == '`').count();
        let inside = &span[run..span.len() - run];
        assert!(inside.split(|c| c != '`').all(|inner| inner.len() != run), "{text:?}");
        let stripped = inside.strip_prefix(' ').and_then(|inside| inside.strip_suffix(' '));
        let blank = inside.chars().all(|c| c == ' ');
        assert_eq!(stripped.filter(|_| !blank).unwrap_or(inside), shown, "{text:?}");
    }
}

/// Whatever stands in the strings of a document itself.
#[test]
fn documents_with_hostile_strings() {
    fn fill(value: &mut serde_json::Value, text: &str) {
        match value {
            serde_json::Value::String(old) if !old.starts_with("pith") && old != "1.0" => text.clone_into(old),
            serde_json::Value::Array(elements) => elements.iter_mut().for_each(|value| fill(value, text)),
            serde_json::Value::Object(members) => members.values_mut().for_each(|value| fill(value, text)),
            _ => {}
        }
    }
    let pages = |text: &str| {
        let mut document = common::json(&sample("record-2101.05782"));
        fill(&mut document, text);
        let report = shown_alike(check(document.to_string().as_bytes()));
        (html(&report), markdown(&report))
    };
    let harmless = pages("harmless text");
    let tags_of = tags(&harmless.0);
    for text in texts().iter().filter(|text| !text.is_empty()) {
        // An abstract of 600 characters is one that the service has cut, which is another outcome.
        let text: String = text.chars().take(150).collect();
        let (page, lines) = pages(&text);
        assert_eq!(tags(&page), tags_of, "{text:?}");
        assert_eq!(outline(&lines, &text), outline(&harmless.1, ""), "{text:?}");
    }
}

/// A report without what depends on the very characters of a text: `jq` is offered where it writes the same bytes.
fn shown_alike(mut report: Report) -> Report {
    for check in &mut report.checks {
        check.redo.retain(|redo| redo.tool != RedoTool::Jq);
    }
    report
}

/// A signed bundle with an event of any type, beside proofs of any name.
#[test]
fn hostile_types_of_events_and_names_of_proofs() {
    let pages = |text: &str| {
        let event = Event::new(text).at("2026-07-01T00:00:00Z").payload(json!({"text": text}));
        let (mut proofs, headers) = beside();
        for proof in &mut proofs {
            proof.name = Some(text.to_owned());
        }
        let options = Options { replay: true, name: Some(text.to_owned()), proofs, headers, ..Options::default() };
        let report = shown_alike(verify(&Bundle::new().event(event).bytes(), &options));
        assert_eq!(report.replay.as_ref().unwrap().steps[2].event_type.as_deref(), Some(text));
        assert_eq!(report.timestamps.len(), 3);
        (html(&report), markdown(&report))
    };
    let harmless = pages("harmless text");
    let (tags_of, outline_of) = (tags(&harmless.0), outline(&harmless.1, ""));
    for text in texts().iter().filter(|text| !text.is_empty() && text.len() < 400) {
        let (page, lines) = pages(text);
        assert_eq!(tags(&page), tags_of, "{text:?}");
        assert_eq!(outline(&lines, text), outline_of, "{text:?}");
        assert!(text_of(&page).matches(&visible(text)).count() >= 5, "{text:?}");
    }
}

/// The commands stand in the page letter by letter: of failed checks under them, of all others at the end.
#[test]
fn commands_can_be_copied() {
    for report in SAMPLES.map(|name| check(&sample(name))).into_iter().chain(reports()) {
        let (page, plain) = (html(&report), markdown(&report));
        let folded = page.split_once("<details>").map(|(_, folded)| format!("<details>{folded}")).unwrap_or_default();
        let (text, last) = (text_of(&page), text_of(&folded));
        for check in &report.checks {
            for redo in &check.redo {
                let indented = redo.command.replace('\n', "\n    ");
                assert!(plain.contains(&format!("    ```sh\n    {indented}\n    ```\n")), "{plain}");
                assert!(text.contains(&format!("{}\n", redo.command)), "{text}");
                assert_eq!(last.contains(&redo.command), check.outcome != Outcome::Failed, "{}", redo.command);
            }
        }
        let any = report.checks.iter().any(|check| !check.redo.is_empty());
        assert_eq!(text.contains("that has the document as document.json"), any);
    }
}

/// What was given beside the document is named by the commands that redo the whole.
#[test]
fn the_commands_name_proofs_and_headers() {
    let (proofs, headers) = beside();
    for (proofs, headers, verifies, reproduces) in [
        (vec![], vec![], "verify DOCUMENT", "reproduce REPORT DOCUMENT"),
        (proofs.clone(), vec![], "verify --ots PROOF DOCUMENT", "reproduce --ots PROOF REPORT DOCUMENT"),
        // The command line verifies with a header only where there is a proof.
        (vec![], headers.clone(), "verify DOCUMENT", "reproduce --header HEADER REPORT DOCUMENT"),
        (
            proofs,
            headers,
            "verify --ots PROOF --header HEADER DOCUMENT",
            "reproduce --ots PROOF --header HEADER REPORT DOCUMENT",
        ),
    ] {
        let given = !(proofs.is_empty() && headers.is_empty());
        let report = verify(&sample("pith-mirrors"), &Options { proofs, headers, ..Options::default() });
        for page in [text_of(&html(&report)), markdown(&report)] {
            for command in [verifies, reproduces] {
                assert!(page.contains(&format!("pith-verify {command}\n")), "{page}");
            }
            assert_eq!(page.contains("get the very ones that stand above"), given);
        }
    }
}

/// Both pages have the verdict, every check with its sentence, and what is needed to run it again.
#[test]
fn a_page_has_all_of_the_report_that_people_need() {
    let mut documents: Vec<Report> = SAMPLES.iter().map(|name| check(&sample(name))).collect();
    documents.extend(reports());
    for report in documents {
        let text = text_of(&html(&report));
        let plain = markdown(&report).replace('\\', "").replace("`:`", ":").replace("`@`", "@");
        for page in [&text, &plain] {
            let mut needed =
                vec![report.verdict.word.as_str(), &report.verdict.sentence, &report.sha256, report.verifier];
            needed.extend(report.verdict.shows.iter().chain(&report.verdict.does_not_show).map(String::as_str));
            needed.extend(report.checks.iter().flat_map(|check| [check.name.as_str(), &check.sentence]));
            needed.extend(report.checks.iter().filter_map(|check| check.hint.as_deref()));
            needed.extend(report.ring.keys.iter().map(|key| key.public_key_hex.as_str()));
            needed.extend(report.keys.iter().map(|key| key.fingerprint.as_str()));
            needed.extend(report.limits.iter().map(|limit| limit.name.as_str()));
            for why in report.checks.iter().filter_map(|check| check.diagnosis.as_ref()) {
                needed.extend([why.sentence.as_str(), &why.hint]);
            }
            for timestamp in &report.timestamps {
                needed.extend([timestamp.sentence.as_str(), &timestamp.sha256]);
                needed.extend(timestamp.start.iter().flat_map(|start| [start.sentence.as_str(), &start.digest]));
                let found = timestamp.attestations.iter();
                needed.extend(found.clone().map(|found| found.sentence.as_str()));
                needed.extend(found.filter_map(|found| found.merkle_root.as_deref()));
                needed.extend(timestamp.hint.as_deref());
            }
            for header in &report.headers {
                needed.push(&header.sentence);
                needed.extend(header.block.iter().flat_map(|block| [&block.hash, &block.time]).map(String::as_str));
            }
            if let Some(replay) = &report.replay {
                needed.extend([replay.sentence.as_str(), replay.basis.as_str(), &replay.rebuilt_sha256]);
                needed.extend(replay.steps.iter().flat_map(|step| [step.sentence.as_str(), step.reason.as_str()]));
                let changes = replay.steps.iter().flat_map(|step| &step.changes);
                needed.extend(changes.map(|change| change.pointer.as_str()));
            }
            for part in needed {
                assert!(page.contains(part), "{part}\n{page}");
            }
            let own_ring = report.ring.keys.len() > 1;
            assert_eq!(page.contains("This was not made with the built-in key alone"), own_ring);
            if report.outcomes.failed > 0 {
                let at = |heading: &str| page.find(heading).unwrap();
                assert!(at("Checks that failed") < at("Checks that passed"));
            }
        }
        assert_eq!(report.verdict.word == VerdictWord::Broken, text.contains("Checks that failed"));
        let of_proofs = report.timestamps.iter().flat_map(|timestamp| {
            let start = timestamp.start.iter().map(|start| start.outcome);
            start.chain(timestamp.attestations.iter().map(|found| found.outcome)).chain([timestamp.outcome])
        });
        let outcomes = report.checks.iter().map(|check| check.outcome).chain(of_proofs);
        let outcomes = outcomes.chain(report.headers.iter().map(|header| header.outcome));
        let failed = outcomes.filter(|&outcome| outcome == Outcome::Failed).count();
        assert_eq!(html(&report).matches("<li class=\"failed\">").count(), failed);
    }
}

#[test]
fn a_long_list_of_values_is_cut_and_says_so() {
    let document = format!("{{\"public_key_hex\":[{}0]}}", "0,".repeat(5_000));
    let report = check(document.as_bytes());
    let page = markdown(&report);
    let listed = page.lines().filter(|line| line.starts_with("- uncovered ")).count();
    assert_eq!(listed, 1000);
    assert!(page.contains("- 4001 more; the JSON report has them."), "{}", &page[page.len() - 2000..]);
}

#[test]
fn the_command_line_prints_pages() {
    let (one, two) = ("samples/bundle-1212.1787.json", "samples/state-1212.1787.json");
    let mut options = Options { name: Some(one.to_owned()), ..Options::default() };
    let page = run(&["verify", "--format", "html", one]);
    assert_eq!(page.status.code(), Some(0));
    assert_eq!(String::from_utf8(page.stdout).unwrap(), html(&verify(&sample("bundle-1212.1787"), &options)));
    assert_eq!(run(&["verify", "--format", "html", one, two]).status.code(), Some(2));
    let pages = run(&["verify", "--format", "markdown", one, two]);
    assert_eq!(pages.status.code(), Some(3));
    let first = markdown(&verify(&sample("bundle-1212.1787"), &options));
    options.name = Some(two.to_owned());
    let second = markdown(&verify(&sample("state-1212.1787"), &options));
    assert_eq!(String::from_utf8(pages.stdout).unwrap(), format!("{first}\n{second}"));
}
