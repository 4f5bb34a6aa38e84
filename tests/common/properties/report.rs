//! Reports: printed, read again, reproduced.

use pith_verifier::{Options, RecordedReport, Report, html, markdown, verify};

use super::{assert_plain, options};

/// The report of a document prints as pages in which nothing of the document is markup, and reproduces from its JSON.
/// As a report, the input is refused in words or is the same as itself.
pub fn report(data: &[u8]) {
    let options = Options {
        replay: true,
        name: Some(String::from_utf8_lossy(&data[..data.len().min(20)]).into_owned()),
        ..options()
    };
    let report = verify(data, &options);
    assert_is_page(&html(&report));
    let page = markdown(&report);
    assert!(!page.contains(|char: char| char.is_control() && char != '\n'));
    let made = json(&report);
    let recorded = RecordedReport::read(&made).expect("a report of our own");
    let again = recorded.compare(&json(&verify(data, &recorded.options()))).expect("a report of our own");
    assert!(again.reproduces, "{} {:?}", again.sentence, again.differences);
    taken_for_a_report(data);
}

fn json(report: &Report) -> Vec<u8> {
    serde_json::to_vec(report).unwrap()
}

fn taken_for_a_report(data: &[u8]) {
    match RecordedReport::read(data) {
        Ok(recorded) => {
            let itself = recorded.compare(data).expect("it was just read");
            assert!(itself.reproduces && itself.count == 0, "{}", itself.sentence);
            let made = json(&verify(b"{}", &recorded.options()));
            let other = recorded.compare(&made).expect("a report of our own");
            assert_eq!(other.reproduces, other.count == 0);
            assert!(other.differences.len() <= other.count);
            assert_plain(&other.sentence);
            other.findings.iter().for_each(|finding| assert_plain(&finding.sentence));
        }
        Err(refusal) => assert_plain(&refusal.sentence),
    }
}

/// A page is made of known tags that are closed in order, and an ampersand starts one of five entities.
fn assert_is_page(page: &str) {
    assert!(!page.contains(|char: char| char.is_control() && char != '\n'));
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, tail) = after.split_once('>').expect("a tag that ends");
        rest = tail;
        let word = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        let known = [
            "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "ul", "li", "strong", "bdi",
            "pre", "code", "details", "summary",
        ];
        assert!(known.contains(&word), "{tag}");
        match tag.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed)),
            None if !matches!(word, "!DOCTYPE" | "meta") => open.push(word),
            None => {}
        }
    }
    assert!(open.is_empty(), "{open:?}");
    for piece in page.split('&').skip(1) {
        let known = ["lt;", "gt;", "quot;", "#39;", "amp;"];
        assert!(known.iter().any(|entity| piece.starts_with(entity)), "{piece:.20}");
    }
}
