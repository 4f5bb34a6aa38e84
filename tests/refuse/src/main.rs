//! `refuse DOCUMENT NUMBER WHICH` verifies a document while memory is refused, and prints the report as JSON.
//!
//! NUMBER counts the requests for memory from 1; 0 refuses none. WHICH is `one`, which refuses that request alone, or
//! `rest`, which refuses all from there on. How many requests there were is said on standard error.

use std::{
    alloc::{GlobalAlloc, Layout, System},
    env,
    error::Error,
    fs,
    io::{self, Write as _},
    sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
};

use pith_verifier::{Options, verify};

/// The system's allocator, which can be told to refuse.
struct Refusing;

#[global_allocator]
static ALLOCATOR: Refusing = Refusing;

/// Whether requests are counted.
static IS_COUNTING: AtomicBool = AtomicBool::new(false);
/// How many there were.
static COUNT: AtomicU64 = AtomicU64::new(0);
/// The first and the last request that are refused. None has the number 0.
static FIRST: AtomicU64 = AtomicU64::new(0);
static LAST: AtomicU64 = AtomicU64::new(0);

fn is_refused() -> bool {
    if !IS_COUNTING.load(Relaxed) {
        return false;
    }
    let number = COUNT.fetch_add(1, Relaxed) + 1;
    (FIRST.load(Relaxed)..=LAST.load(Relaxed)).contains(&number)
}

// SAFETY: what is not refused goes to the system's allocator as it came, and to refuse is to give a null pointer.
unsafe impl GlobalAlloc for Refusing {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if is_refused() {
            return std::ptr::null_mut();
        }
        // SAFETY: as the caller has it.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if is_refused() {
            return std::ptr::null_mut();
        }
        // SAFETY: as the caller has it.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        if is_refused() {
            return std::ptr::null_mut();
        }
        // SAFETY: as the caller has it.
        unsafe { System.realloc(pointer, layout, size) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: as the caller has it; all memory came from there.
        unsafe { System.dealloc(pointer, layout) }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = env::args().skip(1);
    let mut next = || given.next().ok_or("usage: refuse DOCUMENT NUMBER one|rest");
    let document = fs::read(next()?)?;
    let first: u64 = next()?.parse()?;
    let last = match (first, next()?.as_str()) {
        (0, _) => 0,
        (_, "one") => first,
        (_, "rest") => u64::MAX,
        _ => return Err("WHICH is one or rest".into()),
    };
    FIRST.store(first.max(1), Relaxed);
    LAST.store(last, Relaxed);

    IS_COUNTING.store(true, Relaxed);
    let options = Options { replay: true, ..Options::default() };
    let printed = serde_json::to_vec(&verify(&document, &options))?;
    IS_COUNTING.store(false, Relaxed);

    eprintln!("{} requests", COUNT.load(Relaxed));
    io::stdout().write_all(&printed)?;
    Ok(())
}
