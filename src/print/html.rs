//! Blocks as one HTML page.

use super::{Block, Inline, Item};
use crate::visible::visible;

/// Nothing may be loaded or run, whatever stood in the text.
const HEAD: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Verification report</title>
<style>
:root { color-scheme: light dark; --good: #0a6b2d; --bad: #b00020; --open: #7a5200; }
@media (prefers-color-scheme: dark) { :root { --good: #6fd08c; --bad: #ff8a8a; --open: #e5b95c; } }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; }
h2 { font-size: 1.15rem; margin-top: 2rem; break-after: avoid; }
li { margin: .3rem 0; break-inside: avoid; }
li li { margin: 0; font-size: .9rem; }
bdi, pre, code { font-family: ui-monospace, monospace; font-size: .9em; white-space: pre-wrap; unicode-bidi: isolate; }
code { font-size: 1em; }
summary { cursor: pointer; }
.verdict { font-size: 1.15rem; border-inline-start: .3rem solid; padding-inline-start: 1rem; color: var(--open); }
.verified { color: var(--good); }
.broken, .unreadable { color: var(--bad); }
.failed::marker { content: "✗ "; color: var(--bad); }
.passed::marker { content: "✓ "; color: var(--good); }
@media print { :root { color-scheme: light; --good: #000; --bad: #000; --open: #000; } body { max-width: none; margin: 0; font-size: 10pt; } }
</style>
</head>
<body>
<h1>Verification report</h1>
"#;

pub(super) fn write(page: &[Block<'_>]) -> String {
    let mut out = HEAD.to_owned();
    for block in page {
        match block {
            Block::Heading(text) => element(&mut out, "<h2>", &[Inline::Plain(text)], "</h2>\n"),
            Block::Paragraph(line) => element(&mut out, "<p>", line, "</p>\n"),
            Block::Verdict(word, sentence) => {
                out.push_str("<p class=\"verdict ");
                out.push_str(word.as_str());
                let line = [Inline::Strong(word.as_str()), Inline::Plain(" "), Inline::Plain(sentence)];
                element(&mut out, "\">", &line, "</p>\n");
            }
            Block::List(items) => list(&mut out, items),
            Block::Folded(title, items) => {
                element(&mut out, "<details>\n<summary>", &[Inline::Plain(title)], "</summary>\n");
                list(&mut out, items);
                out.push_str("</details>\n");
            }
            Block::Commands(lines) => {
                code(&mut out, lines);
                out.push('\n');
            }
        }
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn list(out: &mut String, items: &[Item<'_>]) {
    out.push_str("<ul>\n");
    for item in items {
        list_item(out, item);
    }
    out.push_str("</ul>\n");
}

fn code(out: &mut String, lines: &str) {
    out.push_str("<pre><code>");
    for line in lines.split('\n') {
        escaped(out, &visible(line));
        out.push('\n');
    }
    out.push_str("</code></pre>");
}

fn list_item(out: &mut String, item: &Item<'_>) {
    out.push_str("<li");
    if !item.mark.is_empty() {
        out.push_str(" class=\"");
        out.push_str(item.mark);
        out.push('"');
    }
    element(out, ">", &item.line, "");
    if !item.below.is_empty() || !item.commands.is_empty() {
        out.push_str("\n<ul>\n");
        for line in &item.below {
            element(out, "<li>", line, "</li>\n");
        }
        for (before, lines) in &item.commands {
            element(out, "<li>", before, "");
            code(out, lines);
            out.push_str("</li>\n");
        }
        out.push_str("</ul>");
    }
    out.push_str("</li>\n");
}

fn element(out: &mut String, start: &str, line: &[Inline<'_>], end: &str) {
    out.push_str(start);
    for piece in line {
        match piece {
            Inline::Plain(text) => escaped(out, text),
            Inline::Strong(text) => {
                out.push_str("<strong>");
                escaped(out, text);
                out.push_str("</strong>");
            }
            // Isolated, so that right-to-left text does not move what stands beside it.
            Inline::Text(text) => {
                out.push_str("<bdi>");
                escaped(out, &visible(text));
                out.push_str("</bdi>");
            }
            Inline::Count(count) => out.push_str(&count.to_string()),
        }
    }
    out.push_str(end);
}

fn escaped(out: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}
