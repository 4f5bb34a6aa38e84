//! Blocks as Markdown (`CommonMark`). No raw HTML, no tables, no links.

use super::{Block, Inline, Item};
use crate::visible::visible;

pub(super) fn write(page: &[Block<'_>]) -> String {
    let mut out = "# Verification report\n".to_owned();
    for block in page {
        out.push('\n');
        match block {
            Block::Heading(text) => line(&mut out, "## ", &[Inline::Plain(text)]),
            Block::Paragraph(pieces) => line(&mut out, "", pieces),
            Block::Verdict(word, sentence) => {
                line(&mut out, "", &[Inline::Strong(word.as_str()), Inline::Plain(": "), Inline::Plain(sentence)]);
            }
            // Markdown has nothing that folds without raw HTML.
            Block::List(items) | Block::Folded(_, items) => items.iter().for_each(|item| list_item(&mut out, item)),
            Block::Commands(code) => fenced(&mut out, "", code),
        }
    }
    out
}

fn list_item(out: &mut String, item: &Item<'_>) {
    line(out, "- ", &item.line);
    for below in &item.below {
        line(out, "  - ", below);
    }
    for (before, code) in &item.commands {
        line(out, "  - ", before);
        fenced(out, "    ", code);
    }
}

/// Code as it stands, in a block that nothing in it can end.
fn fenced(out: &mut String, indent: &str, code: &str) {
    let fence = "`".repeat(longest_run(code).max(2) + 1);
    let lines = code.split('\n').map(visible);
    for line in [format!("{fence}sh")].into_iter().chain(lines).chain([fence]) {
        out.push_str(indent);
        out.push_str(&line);
        out.push('\n');
    }
}

/// How many backticks stand side by side at most.
fn longest_run(text: &str) -> usize {
    text.split(|char| char != '`').map(str::len).max().unwrap_or(0)
}

fn line(out: &mut String, start: &str, pieces: &[Inline<'_>]) {
    out.push_str(start);
    for piece in pieces {
        match piece {
            Inline::Plain(text) => escaped(out, text),
            Inline::Strong(text) => {
                out.push_str("**");
                escaped(out, text);
                out.push_str("**");
            }
            Inline::Text(text) => code_span(out, &visible(text)),
            Inline::Count(count) => out.push_str(&count.to_string()),
        }
    }
    out.push('\n');
}

/// Prose that nothing in it becomes markup. A backslash keeps a character from being markup, but not an address
/// from becoming a link where a reader of Markdown looks for such by itself; in a code span it does not look.
fn escaped(out: &mut String, text: &str) {
    let mut before = ' ';
    let mut in_span = false;
    // Digits with a point after them would start a numbered list.
    let mut digits = Some(0);
    let mut rest = text.chars();
    while let Some(char) = rest.next() {
        let spanned = match char {
            '@' => true,
            ':' => rest.as_str().starts_with(|next: char| next != ' ' && !next.is_ascii_digit()),
            '.' => before.eq_ignore_ascii_case(&'w'),
            _ => false,
        };
        if spanned != in_span {
            out.push('`');
        }
        in_span = spanned;
        if char.is_control() {
            out.push(' ');
        } else {
            if "\\`*_{}[]<>#+-=!|~&$".contains(char) || (digits > Some(0) && matches!(char, '.' | ')')) {
                out.push('\\');
            }
            out.push(char);
        }
        digits = digits.filter(|_| char.is_ascii_digit()).map(|digits| digits + 1);
        before = char;
    }
    if in_span {
        out.push('`');
    }
}

/// Text in a code span whose fence is longer than any run of backticks in it.
fn code_span(out: &mut String, text: &str) {
    if text.is_empty() {
        out.push_str("(empty)");
        return;
    }
    let fence = "`".repeat(longest_run(text) + 1);
    // One space at each end is taken away again when the text is read, unless there is nothing else.
    let at_end = |char| text.starts_with(char) || text.ends_with(char);
    let blank = text.bytes().all(|byte| byte == b' ');
    let space = if !blank && (at_end('`') || at_end(' ')) { " " } else { "" };
    for part in [&fence, space, text, space, &fence] {
        out.push_str(part);
    }
}
