//! The properties of the tests, for the targets.

#[path = "../../tests/common/mod.rs"]
mod common;
#[path = "../../tests/common/properties/mod.rs"]
pub mod properties;
