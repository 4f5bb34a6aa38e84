//! stub
mod report;
pub use report::*;
