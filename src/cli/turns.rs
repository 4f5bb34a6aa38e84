//! Several threads print, each in its turn: what comes out is in the order of the documents, whoever is done first.

use std::collections::BTreeMap;
use std::io::{self, Stdout, Write};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use anstream::AutoStream;
use indicatif::ProgressBar;

use super::{complain, worse};

/// How much of a document's output is held back until it has its turn.
const HELD_BACK: usize = 1 << 20;

/// What one entry takes beside its bytes, roughly.
const ENTRY: usize = 256;

/// Where it all goes, and what stands between two documents.
pub(super) struct Paper {
    pub(super) out: AutoStream<Stdout>,
    pub(super) bar: ProgressBar,
    pub(super) before_first: &'static str,
    pub(super) between: &'static str,
    /// Whether what is printed may end within a line for a while. A bar on the same terminal would stand in it.
    pub(super) in_pieces: bool,
    pub(super) printed: usize,
}

impl Paper {
    fn piece(&mut self, is_first: bool, bytes: &[u8]) -> io::Result<()> {
        let Self { out, bar, before_first, between, printed, .. } = self;
        bar.suspend(|| {
            if is_first {
                let before = if *printed == 0 { *before_first } else { *between };
                *printed += 1;
                out.write_all(before.as_bytes())?;
            }
            out.write_all(bytes)
        })
    }

    fn end(&mut self, ended: &Ended) -> io::Result<()> {
        match ended {
            Ended::Report { is_begun, bytes, .. } => {
                self.piece(!is_begun, bytes)?;
                self.bar.suspend(|| self.out.flush())?;
            }
            Ended::Fault(message) | Ended::Note(message) => self.bar.suspend(|| complain(message)),
        }
        if !matches!(ended, Ended::Note(_)) {
            self.bar.inc(1);
        }
        Ok(())
    }
}

/// What came of a document.
enum Ended {
    /// What of its report is still to be printed, and the exit code that it asks for.
    Report {
        is_begun: bool,
        bytes: Vec<u8>,
        code: u8,
    },
    Fault(String),
    Note(String),
}

impl Ended {
    fn size(&self) -> usize {
        ENTRY
            + match self {
                Self::Report { bytes, .. } => bytes.capacity(),
                Self::Fault(message) | Self::Note(message) => message.len(),
            }
    }
}

struct State {
    paper: Paper,
    /// Whose turn it is.
    turn: usize,
    /// Done before their turn.
    waiting: BTreeMap<usize, Ended>,
    /// How much room they take.
    held: usize,
    worst: u8,
    has_fault: bool,
    /// Nothing more is printed.
    stopped: bool,
    error: Option<io::Error>,
}

/// Whose turn it is to print. Each number from 0 must have one turn, and the lower must have begun before the higher.
pub(super) struct Turns {
    state: Mutex<State>,
    changed: Condvar,
    most_held: usize,
    held_back: usize,
}

/// How all of it ended.
pub(super) struct Outcome {
    pub(super) paper: Paper,
    pub(super) worst: u8,
    pub(super) has_fault: bool,
}

impl Turns {
    pub(super) fn new(paper: Paper, threads: usize) -> Self {
        let held_back = if paper.in_pieces { HELD_BACK } else { usize::MAX };
        let state = State {
            paper,
            turn: 0,
            waiting: BTreeMap::new(),
            held: 0,
            worst: 0,
            has_fault: false,
            stopped: false,
            error: None,
        };
        Self { state: Mutex::new(state), changed: Condvar::new(), most_held: threads * HELD_BACK, held_back }
    }

    pub(super) fn turn(&self, number: usize) -> Turn<'_> {
        Turn { turns: self, number, bytes: Vec::new(), is_begun: false, is_ended: false }
    }

    pub(super) fn are_stopped(&self) -> bool {
        self.state().stopped
    }

    pub(super) fn outcome(self) -> io::Result<Outcome> {
        let State { paper, worst, has_fault, error, .. } =
            self.state.into_inner().unwrap_or_else(PoisonError::into_inner);
        error.map_or(Ok(Outcome { paper, worst, has_fault }), Err)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'s>(&self, state: MutexGuard<'s, State>) -> MutexGuard<'s, State> {
        self.changed.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    fn stop(&self, mut state: MutexGuard<'_, State>, error: Option<io::Error>) {
        state.stopped = true;
        state.error = state.error.take().or(error);
        drop(state);
        self.changed.notify_all();
    }

    /// Waits for the turn and prints a piece. Says whether it could.
    fn piece(&self, number: usize, is_first: bool, bytes: &[u8]) -> bool {
        let mut state = self.state();
        while state.turn != number && !state.stopped {
            state = self.wait(state);
        }
        if state.stopped {
            return false;
        }
        let printed = state.paper.piece(is_first, bytes);
        if let Err(error) = printed {
            self.stop(state, Some(error));
            return false;
        }
        true
    }

    /// Prints the end of a document and of those that waited for it, or lets it wait where there is room.
    fn end(&self, number: usize, ended: Ended) {
        let mut state = self.state();
        match &ended {
            Ended::Report { code, .. } => state.worst = worse(state.worst, *code),
            Ended::Fault(_) => state.has_fault = true,
            Ended::Note(_) => {}
        }
        let size = ended.size();
        while state.turn != number && state.held + size > self.most_held && !state.stopped {
            state = self.wait(state);
        }
        if state.stopped {
            return;
        }
        state.held += size;
        state.waiting.insert(number, ended);
        loop {
            let turn = state.turn;
            let Some(ended) = state.waiting.remove(&turn) else { break };
            state.held -= ended.size();
            state.turn += 1;
            let printed = state.paper.end(&ended);
            if let Err(error) = printed {
                return self.stop(state, Some(error));
            }
        }
        drop(state);
        self.changed.notify_all();
    }
}

/// The output of one document. Errors are those of the whole and come from [`Turns::outcome`].
pub(super) struct Turn<'t> {
    turns: &'t Turns,
    number: usize,
    bytes: Vec<u8>,
    is_begun: bool,
    is_ended: bool,
}

impl Turn<'_> {
    pub(super) fn report(mut self, code: u8) {
        let (is_begun, bytes) = (self.is_begun, std::mem::take(&mut self.bytes));
        self.end(Ended::Report { is_begun, bytes, code });
    }

    pub(super) fn fault(self, message: String) {
        self.end(Ended::Fault(message));
    }

    pub(super) fn note(self, message: String) {
        self.end(Ended::Note(message));
    }

    fn end(mut self, ended: Ended) {
        self.is_ended = true;
        self.turns.end(self.number, ended);
    }

    /// Ends everything, for what cannot be printed.
    pub(super) fn fail(mut self, error: io::Error) {
        self.is_ended = true;
        self.turns.stop(self.turns.state(), Some(error));
    }
}

impl Write for Turn<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() >= self.turns.held_back {
            if !self.turns.piece(self.number, !self.is_begun, &self.bytes) {
                return Err(io::Error::other("nothing more is printed"));
            }
            self.is_begun = true;
            self.bytes.clear();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Turn<'_> {
    /// A thread that ends without an end of its document must not let the others wait for ever.
    fn drop(&mut self) {
        if !self.is_ended {
            self.turns.stop(self.turns.state(), None);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
    use std::{thread, time::Duration};

    use super::*;

    const PART: usize = HELD_BACK / 4;

    fn turns(threads: usize) -> Turns {
        let (out, bar) = (AutoStream::always_ansi(io::stdout()), ProgressBar::hidden());
        Turns::new(Paper { out, bar, before_first: "", between: "", in_pieces: true, printed: 0 }, threads)
    }

    /// A report of no bytes that takes room.
    fn end(turns: &Turns, number: usize) {
        let mut turn = turns.turn(number);
        turn.bytes = Vec::with_capacity(PART);
        turn.report(0);
    }

    #[test]
    fn only_so_much_waits_for_its_turn() {
        let (turns, done) = (turns(2), AtomicUsize::new(0));
        thread::scope(|scope| {
            let first = turns.turn(0);
            scope.spawn(|| {
                for number in 1..50 {
                    end(&turns, number);
                    done.fetch_add(1, SeqCst);
                }
            });
            while done.load(SeqCst) < 7 {
                thread::yield_now();
            }
            thread::sleep(Duration::from_millis(200));
            assert_eq!(done.load(SeqCst), 7, "seven parts and what they take beside fit into 2 MiB, eight do not");
            assert!(turns.state().held <= 2 * HELD_BACK);
            first.report(3);
        });
        assert_eq!(turns.state().held, 0);
        let outcome = turns.outcome().unwrap();
        assert_eq!((outcome.worst, outcome.has_fault, outcome.paper.printed), (3, false, 50));
    }

    /// Also whoever waits for room, for a turn, or to begin.
    #[test]
    fn a_thread_that_is_gone_holds_nobody_up() {
        let turns = turns(1);
        thread::scope(|scope| {
            let first = turns.turn(0);
            scope.spawn(|| (1..9).for_each(|number| end(&turns, number)));
            scope.spawn(|| turns.turn(9).write_all(&vec![b' '; HELD_BACK]).unwrap_err());
            thread::sleep(Duration::from_millis(50));
            drop(first);
        });
        assert!(turns.are_stopped());
        assert_eq!(turns.outcome().unwrap().paper.printed, 0);
    }
}
