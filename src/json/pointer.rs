//! JSON Pointer (RFC 6901).

use super::tree::{NodeId, Tree};

/// Why a pointer does not lead to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PointerFault {
    /// Neither empty nor starting with `/`.
    NoSlash,
    /// `~` not followed by `0` or `1`.
    BadEscape,
    /// The document has nothing at this prefix of the pointer.
    NotFound(String),
}

/// The pointer to a node.
pub(crate) fn pointer(tree: &Tree<'_>, id: NodeId) -> String {
    let mut pointer = String::new();
    for node in way(tree, id) {
        push_step(&mut pointer, tree, node);
    }
    pointer
}

/// The nodes on the way from the root to a node, without the root.
pub(crate) fn way(tree: &Tree<'_>, node: NodeId) -> Vec<NodeId> {
    let mut way: Vec<NodeId> = std::iter::successors(Some(node), |&at| tree.parent(at)).collect();
    way.pop();
    way.reverse();
    way
}

/// The pointer to a member of the node, whether or not the member exists.
pub(crate) fn child_pointer(tree: &Tree<'_>, id: NodeId, key: &str) -> String {
    let mut pointer = pointer(tree, id);
    push_key(&mut pointer, key);
    pointer
}

/// Appends the last step of the way to `node`.
pub(crate) fn push_step(pointer: &mut String, tree: &Tree<'_>, node: NodeId) {
    match (tree.key(node), tree.index(node)) {
        (Some(key), _) => push_key(pointer, key),
        (None, Some(index)) => {
            pointer.push('/');
            pointer.push_str(&index.to_string());
        }
        (None, None) => {}
    }
}

/// Appends a step by key.
pub(crate) fn push_key(pointer: &mut String, key: &str) {
    pointer.push('/');
    for char in key.chars() {
        match char {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// The node that a pointer leads to.
pub(crate) fn resolve(tree: &Tree<'_>, pointer: &str) -> Result<NodeId, PointerFault> {
    let mut at = tree.root();
    if pointer.is_empty() {
        return Ok(at);
    }
    let steps = pointer.strip_prefix('/').ok_or(PointerFault::NoSlash)?;
    let mut walked = String::new();
    for step in steps.split('/') {
        walked.push('/');
        walked.push_str(step);
        let key = unescape(step)?;
        let found = if tree.is_array(at) {
            array_index(&key).and_then(|index| tree.children(at).nth(index))
        } else {
            tree.member(at, &key)
        };
        at = found.ok_or_else(|| PointerFault::NotFound(walked.clone()))?;
    }
    Ok(at)
}

fn unescape(step: &str) -> Result<String, PointerFault> {
    let mut key = String::new();
    let mut chars = step.chars();
    while let Some(char) = chars.next() {
        match char {
            '~' => match chars.next() {
                Some('0') => key.push('~'),
                Some('1') => key.push('/'),
                _ => return Err(PointerFault::BadEscape),
            },
            other => key.push(other),
        }
    }
    Ok(key)
}

/// RFC 6901 section 4: digits without a leading zero.
fn array_index(key: &str) -> Option<usize> {
    let plain = key.bytes().all(|byte| byte.is_ascii_digit()) && (key == "0" || !key.starts_with('0'));
    if plain { key.parse().ok() } else { None }
}
