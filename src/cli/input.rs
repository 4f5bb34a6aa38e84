//! The documents of a command, one after the other: files, or lines of files.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, ErrorKind, Read};
use std::path::Path;
use std::slice::Iter;

use pith_verifier::{Incoming, visible};

use super::read;

/// How much of a file of lines is looked through at once.
const BLOCK: usize = 128 << 10;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What is next.
pub(super) enum Next<'f> {
    /// A document in a file, which is still to be read.
    File(&'f OsString),
    /// A document that was read, and its name.
    Read(String),
    /// A file that could not be read, or has nothing to check, and what to say of it.
    Fault(String),
    /// Something to say of a file that is read all the same.
    Note(String),
}

/// Gives documents in their order. Standard input and lines are read here, since only one thread can.
pub(super) struct Documents<'f> {
    files: Iter<'f, OsString>,
    by_line: bool,
    lines: Option<Lines>,
    /// How many were given.
    count: usize,
}

impl<'f> Documents<'f> {
    pub(super) fn new(files: &'f [OsString], by_line: bool) -> Self {
        Self { files: files.iter(), by_line, lines: None, count: 0 }
    }

    /// The next document with its number; what is read of it goes into `document`.
    pub(super) fn next(&mut self, document: &mut Incoming) -> Option<(usize, Next<'f>)> {
        let next = if self.by_line { self.next_line(document)? } else { self.next_file(document)? };
        self.count += 1;
        Some((self.count - 1, next))
    }

    fn next_file(&mut self, document: &mut Incoming) -> Option<Next<'f>> {
        let file = self.files.next()?;
        if file != "-" {
            return Some(Next::File(file));
        }
        Some(match read(file) {
            Ok(bytes) => {
                *document = Incoming::from(bytes);
                Next::Read("-".to_owned())
            }
            Err(error) => Next::Fault(cannot_open(file, &error)),
        })
    }

    fn next_line(&mut self, document: &mut Incoming) -> Option<Next<'f>> {
        loop {
            if let Some(lines) = &mut self.lines {
                let ended = match lines.next(document) {
                    Ok(true) => return Some(Next::Read(format!("{}:{}", lines.name, lines.number))),
                    Ok(false) if lines.any => None,
                    Ok(false) => Some(format!("{} has no document in it", visible(&lines.name))),
                    Err(error) => {
                        Some(format!("cannot read {} after line {}: {error}", visible(&lines.name), lines.number))
                    }
                };
                self.lines = None;
                if let Some(fault) = ended {
                    return Some(Next::Fault(fault));
                }
            }
            let file = self.files.next()?;
            match Lines::open(file) {
                Ok((lines, marked)) => {
                    let note = format!("{} starts with a byte order mark, which is in no line", visible(&lines.name));
                    self.lines = Some(lines);
                    if marked {
                        return Some(Next::Note(note));
                    }
                }
                Err(error) => return Some(Next::Fault(cannot_open(file, &error))),
            }
        }
    }
}

pub(super) fn cannot_open(file: &OsString, error: &io::Error) -> String {
    format!("cannot open {}: {error}", visible(&file.to_string_lossy()))
}

/// A file with a document on each line.
struct Lines {
    reader: Box<dyn BufRead + Send>,
    name: String,
    /// Of the line that was read last, from 1.
    number: usize,
    /// Whether one was not blank.
    any: bool,
}

impl Lines {
    /// Also whether it starts with a byte order mark, which is left out.
    fn open(file: &OsString) -> io::Result<(Self, bool)> {
        let mut reader: Box<dyn BufRead + Send> = if file == "-" {
            Box::new(BufReader::with_capacity(BLOCK, io::stdin()))
        } else {
            Box::new(BufReader::with_capacity(BLOCK, File::open(Path::new(file))?))
        };
        let mut start = Vec::new();
        reader.by_ref().take(BYTE_ORDER_MARK.len() as u64).read_to_end(&mut start)?;
        let marked = start == BYTE_ORDER_MARK;
        if !marked {
            reader = Box::new(Cursor::new(start).chain(reader));
        }
        Ok((Self { reader, name: file.to_string_lossy().into_owned(), number: 0, any: false }, marked))
    }

    /// Reads the next line that is not blank. Says whether there was one.
    fn next(&mut self, document: &mut Incoming) -> io::Result<bool> {
        loop {
            document.clear();
            let Some(blank) = self.line(document)? else { return Ok(false) };
            if !blank {
                self.any = true;
                return Ok(true);
            }
        }
    }

    /// Reads one line without its end, which is LF or CR LF. Says whether it is blank, when there is one.
    fn line(&mut self, document: &mut Incoming) -> io::Result<Option<bool>> {
        let (mut begun, mut blank, mut return_waits) = (false, true, false);
        loop {
            let block = match self.reader.fill_buf() {
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                other => other?,
            };
            if block.is_empty() {
                return Ok(begun.then_some(blank));
            }
            if !begun {
                begun = true;
                self.number += 1;
            }
            let end = line_feed(block);
            let piece = end.and_then(|end| block.get(..end)).unwrap_or(block);
            if let Some((last, rest)) = piece.split_last() {
                if return_waits {
                    document.add(b"\r");
                }
                return_waits = *last == b'\r';
                document.add(if return_waits { rest } else { piece });
                blank = blank && piece.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'));
            }
            let taken = piece.len() + usize::from(end.is_some());
            self.reader.consume(taken);
            if end.is_some() {
                return Ok(Some(blank));
            }
        }
    }
}

/// Where the first line feed is. `contains` looks at many bytes at once.
fn line_feed(block: &[u8]) -> Option<usize> {
    const STEP: usize = 256;
    let (index, part) = block.chunks(STEP).enumerate().find(|(_, part)| part.contains(&b'\n'))?;
    Some(index * STEP + part.iter().position(|&byte| byte == b'\n')?)
}
