//! Strict, lossless JSON. Knows nothing of Pith.

mod parse;
mod pointer;
mod tree;

pub(crate) use parse::{Fault, FaultKind, Limits, parse};
pub(crate) use pointer::{PointerFault, child_pointer, pointer, push_key, push_step, resolve, way};
pub(crate) use tree::{Json, NodeId, Tree};
