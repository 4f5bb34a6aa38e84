//! From passed checks to the class of each leaf.

use std::rc::Rc;

use crate::canonical;
use crate::check::{Hold, Pin};
use crate::json::{self, NodeId, Tree};
use crate::report::{Class, Coverage, Leaf};
use crate::words;

/// The class of every leaf, and the checks and keys that reach it. Indexed by node.
pub(crate) struct Covered<'p> {
    pins: &'p [Pin],
    classes: Vec<Option<Class>>,
    /// By which pins each node is reached, as an index in `reaches`.
    reached: Vec<u32>,
    /// Each is one pin more than another of them has; the first has none. Leaves side by side mostly share one.
    reaches: Vec<Reach>,
}

#[derive(Clone, Copy)]
struct Reach {
    before: u32,
    pin: u32,
    /// The last pin that was added to it, and what that made.
    added: u32,
    made: u32,
}

/// No pin, for there are never so many.
const NO_PIN: u32 = u32::MAX;

/// The leaf that is listed, whose room the next one takes, and by which reach its keys and checks are.
struct Listed {
    leaf: Leaf,
    reach: u32,
}

impl<'p> Covered<'p> {
    pub(crate) fn new(tree: &Tree<'_>, pins: &'p [Pin]) -> Self {
        let none = Reach { before: 0, pin: NO_PIN, added: NO_PIN, made: 0 };
        let mut covered =
            Self { pins, classes: vec![None; tree.len()], reached: vec![0; tree.len()], reaches: vec![none] };
        for (index, pin) in (0_u32..).zip(pins) {
            if matches!(pin.hold, Hold::Compared) {
                continue;
            }
            for &leaf in pin.leaves.iter() {
                covered.reach(leaf, index);
                covered.hold(leaf, &pin.hold);
            }
        }
        // What is derived from derived leaves needs those first, in whatever order the checks ran.
        while covered.derive(pins) {}
        for pin in pins.iter().filter(|pin| !matches!(pin.hold, Hold::Compared)) {
            for &leaf in pin.leaves.iter() {
                covered.classify(leaf, Class::Checksummed);
            }
        }
        for (index, pin) in (0_u32..).zip(pins).filter(|(_, pin)| matches!(pin.hold, Hold::Compared)) {
            for &leaf in pin.leaves.iter() {
                if covered.classify(leaf, Class::Checksummed) {
                    covered.reach(leaf, index);
                }
            }
        }
        covered
    }

    pub(crate) fn class(&self, leaf: NodeId) -> Class {
        self.classes.get(leaf.index()).copied().flatten().unwrap_or(Class::Uncovered)
    }

    fn reach(&mut self, leaf: NodeId, pin: u32) {
        let next = u32::try_from(self.reaches.len()).unwrap_or_default();
        let Some(reached) = self.reached.get_mut(leaf.index()) else { return };
        let before = *reached;
        let Some(reach) = self.reaches.get_mut(before as usize) else { return };
        if reach.added != pin {
            (reach.added, reach.made) = (pin, next);
        }
        *reached = reach.made;
        if reach.made == next {
            self.reaches.push(Reach { before, pin, added: NO_PIN, made: 0 });
        }
    }

    /// What is known from one pin alone.
    fn hold(&mut self, leaf: NodeId, hold: &Hold) {
        let Some(class) = self.classes.get_mut(leaf.index()) else {
            return;
        };
        match hold {
            Hold::Signed(_) => *class = Some(Class::Signed),
            // A signature's own members may be in the bytes of another one.
            Hold::Signature if *class != Some(Class::Signed) => *class = Some(Class::Signature),
            Hold::Signature | Hold::Hashed | Hold::Constant | Hold::Derived(_) | Hold::Bound(_) | Hold::Compared => {}
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
                Hold::Signed(_) | Hold::Signature | Hold::Hashed | Hold::Compared => continue,
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
        match self.classes.get_mut(leaf.index()) {
            Some(none @ None) => {
                *none = Some(class);
                true
            }
            _ => false,
        }
    }

    /// The sums over all leaves, without the leaves.
    pub(crate) fn sums(&self, tree: &Tree<'_>) -> Coverage {
        let mut coverage = Coverage::default();
        for leaf in tree.leaves(tree.root()) {
            coverage.count(self.class(leaf));
        }
        coverage.sentence = words::coverage(&coverage);
        coverage
    }

    /// Every leaf in document order, one at a time: all at once they take far more room than the document.
    pub(crate) fn each_leaf(&self, tree: &Tree<'_>, found: &mut dyn FnMut(&Leaf)) {
        let none = Leaf {
            pointer: String::new(),
            value: String::new(),
            class: Class::Uncovered,
            keys: Vec::new(),
            checks: Vec::new(),
        };
        self.list(tree, tree.root(), &mut Listed { leaf: none, reach: 0 }, found);
    }

    /// Recurses as deep as the document nests, which the reader has limited.
    fn list(&self, tree: &Tree<'_>, node: NodeId, listed: &mut Listed, found: &mut dyn FnMut(&Leaf)) {
        if tree.is_leaf(node) {
            let reach = self.reached.get(node.index()).copied().unwrap_or_default();
            if listed.reach != reach {
                listed.reach = reach;
                (listed.leaf.keys, listed.leaf.checks) = self.reached_by(reach);
            }
            listed.leaf.value.clear();
            canonical::push_leaf(&mut listed.leaf.value, tree, node);
            listed.leaf.class = self.class(node);
            found(&listed.leaf);
        }
        let length = listed.leaf.pointer.len();
        for child in tree.children(node) {
            json::push_step(&mut listed.leaf.pointer, tree, child);
            self.list(tree, child, listed, found);
            listed.leaf.pointer.truncate(length);
        }
    }

    /// The keys whose signatures cover leaves of one reach, and the checks that reach them, each once and in order.
    fn reached_by(&self, mut at: u32) -> (Vec<usize>, Vec<usize>) {
        let mut pins = Vec::new();
        while let Some(reach) = self.reaches.get(at as usize).filter(|_| at > 0) {
            pins.extend(self.pins.get(reach.pin as usize));
            at = reach.before;
        }
        let (mut keys, mut checks) = (Vec::new(), Vec::new());
        for pin in pins.into_iter().rev() {
            if checks.last() != Some(&pin.check) {
                checks.push(pin.check);
            }
            if let Hold::Signed(key) = pin.hold
                && !keys.contains(&key)
            {
                keys.push(key);
            }
        }
        (keys, checks)
    }
}
