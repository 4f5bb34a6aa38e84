//! From passed checks to the class of each leaf.

use std::rc::Rc;

use crate::canonical;
use crate::check::{Hold, Pin};
use crate::json::{self, NodeId, Tree};
use crate::report::{Class, Coverage, Leaf};
use crate::words;

/// The class of every leaf, and the checks and keys that reach it. Indexed by node.
pub(crate) struct Covered {
    nodes: Vec<Reached>,
}

#[derive(Clone, Default)]
struct Reached {
    class: Option<Class>,
    keys: Vec<usize>,
    checks: Vec<usize>,
}

impl Covered {
    pub(crate) fn new(tree: &Tree<'_>, pins: &[Pin]) -> Self {
        let mut covered = Self { nodes: vec![Reached::default(); tree.len()] };
        for pin in pins {
            for &leaf in pin.leaves.iter() {
                covered.reach(leaf, pin);
            }
        }
        // What is derived from derived leaves needs those first, in whatever order the checks ran.
        while covered.derive(pins) {}
        for pin in pins {
            for &leaf in pin.leaves.iter() {
                covered.classify(leaf, Class::Checksummed);
            }
        }
        covered
    }

    pub(crate) fn class(&self, leaf: NodeId) -> Class {
        self.nodes.get(leaf.index()).and_then(|reached| reached.class).unwrap_or(Class::Uncovered)
    }

    /// What is known from one pin alone.
    fn reach(&mut self, leaf: NodeId, pin: &Pin) {
        let Some(reached) = self.nodes.get_mut(leaf.index()) else {
            return;
        };
        if reached.checks.last() != Some(&pin.check) {
            reached.checks.push(pin.check);
        }
        match pin.hold {
            Hold::Signed(key) => {
                reached.class = Some(Class::Signed);
                if !reached.keys.contains(&key) {
                    reached.keys.push(key);
                }
            }
            // A signature's own members may be in the bytes of another one.
            Hold::Signature if reached.class != Some(Class::Signed) => reached.class = Some(Class::Signature),
            Hold::Signature | Hold::Hashed | Hold::Constant | Hold::Derived(_) | Hold::Bound(_) => {}
        }
    }

    /// Classifies what follows from leaves that are classified. Says whether anything was added.
    fn derive(&mut self, pins: &[Pin]) -> bool {
        let mut added = false;
        // Many pins in a row may share one long source. An answer may be out of date, never too good.
        let mut last: Option<(&Rc<[NodeId]>, bool)> = None;
        for pin in pins {
            let class = match &pin.hold {
                Hold::Constant => Class::Derived,
                Hold::Derived(source) | Hold::Bound(source) => {
                    let known = last.filter(|(known, _)| Rc::ptr_eq(known, source));
                    let authentic = known.map_or_else(|| self.all_authentic(source), |(_, authentic)| authentic);
                    last = Some((source, authentic));
                    match pin.hold {
                        _ if !authentic => continue,
                        Hold::Bound(_) => Class::Bound,
                        _ => Class::Derived,
                    }
                }
                Hold::Signed(_) | Hold::Signature | Hold::Hashed => continue,
            };
            for &leaf in pin.leaves.iter() {
                added |= self.classify(leaf, class);
            }
        }
        added
    }

    fn all_authentic(&self, leaves: &[NodeId]) -> bool {
        let authentic = |&leaf: &NodeId| matches!(self.class(leaf), Class::Signed | Class::Derived);
        !leaves.is_empty() && leaves.iter().all(authentic)
    }

    fn classify(&mut self, leaf: NodeId, class: Class) -> bool {
        match self.nodes.get_mut(leaf.index()) {
            Some(reached) if reached.class.is_none() => {
                reached.class = Some(class);
                true
            }
            _ => false,
        }
    }

    /// The list of all leaves in document order, with its sums.
    pub(crate) fn into_coverage(mut self, tree: &Tree<'_>) -> Coverage {
        let mut coverage = Coverage::default();
        self.list(tree, tree.root(), &mut String::new(), &mut coverage);
        coverage.sentence = words::coverage(&coverage);
        coverage
    }

    /// Recurses as deep as the document nests, which the reader has limited.
    fn list(&mut self, tree: &Tree<'_>, node: NodeId, pointer: &mut String, coverage: &mut Coverage) {
        if tree.is_leaf(node) {
            let class = self.class(node);
            let reached = self.nodes.get_mut(node.index()).map(std::mem::take).unwrap_or_default();
            coverage.count(class);
            coverage.leaves.push(Leaf {
                pointer: pointer.clone(),
                value: canonical::text(tree, node),
                class,
                keys: reached.keys,
                checks: reached.checks,
            });
        }
        let length = pointer.len();
        for child in tree.children(node) {
            json::push_step(pointer, tree, child);
            self.list(tree, child, pointer, coverage);
            pointer.truncate(length);
        }
    }
}
