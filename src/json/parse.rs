//! The strict reader. One pass, iterative, no allocation for a string without escapes.

use super::tree::{Data, Keyed, MAX_NODES, Node, NodeId, Place, Text, Tree};

/// Budgets. Every one is spent in this file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) bytes: usize,
    pub(crate) depth: usize,
    pub(crate) values: usize,
    /// Characters of one number, not counting a minus sign before it.
    pub(crate) number_length: usize,
    /// Bytes of the JSON Pointers of all values together.
    pub(crate) pointer_bytes: usize,
}

/// Why and where the input was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: FaultKind,
    /// Offset of the first byte at fault.
    pub(crate) offset: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FaultKind {
    Bom,
    InvalidUtf8,
    /// What was expected there instead.
    Syntax(&'static str),
    NonfiniteLiteral,
    NonfiniteNumber,
    DuplicateKey,
    LoneSurrogate,
    TrailingText,
    NumberTooLong,
    TooManyBytes,
    TooDeep,
    TooManyValues,
    PointersTooLong,
}

impl FaultKind {
    /// Whether the input may be JSON, but more of it than the limits allow.
    pub(crate) fn is_limit(self) -> bool {
        matches!(
            self,
            Self::NumberTooLong | Self::TooManyBytes | Self::TooDeep | Self::TooManyValues | Self::PointersTooLong
        )
    }
}

/// Reads one JSON value (RFC 8259), strictly: UTF-8 without a byte order mark, no duplicate keys, no
/// lone surrogates, no number that overflows a double, nothing after the value.
pub(crate) fn parse<'i>(input: &'i [u8], limits: &Limits) -> Result<Tree<'i>, Fault> {
    // Offsets are kept as u32.
    if input.len() > limits.bytes.min(u32::MAX as usize) {
        return Err(Fault { kind: FaultKind::TooManyBytes, offset: 0 });
    }
    if input.starts_with(b"\xEF\xBB\xBF") {
        return Err(Fault { kind: FaultKind::Bom, offset: 0 });
    }
    let text = std::str::from_utf8(input)
        .map_err(|error| Fault { kind: FaultKind::InvalidUtf8, offset: error.valid_up_to() })?;
    let mut reader = Reader {
        bytes: input,
        at: 0,
        limits,
        open: Vec::new(),
        pointer_bytes: 0,
        key_order: Vec::new(),
        tree: Tree { input: text, nodes: Vec::new(), decoded: String::new(), sorted: Vec::new() },
    };
    // Every value but the first stands after a comma or the bracket of a container. Room for exactly so many, and not
    // for twice as many as the last time there was too little.
    let before_value = |byte: &&u8| matches!(byte, b',' | b'[' | b'{');
    let most = 1 + input.iter().filter(before_value).count();
    reader.tree.nodes.reserve_exact(most.min(reader.most_values()));
    reader.document()?;
    Ok(reader.tree)
}

struct Reader<'i, 'l> {
    bytes: &'i [u8],
    at: usize,
    limits: &'l Limits,
    /// The containers that are open, outermost first.
    open: Vec<Open>,
    /// Of all values so far.
    pointer_bytes: usize,
    /// Scratch space for sorting the members of one object.
    key_order: Vec<Keyed>,
    tree: Tree<'i>,
}

struct Open {
    id: NodeId,
    is_object: bool,
    count: u32,
    /// Length of its JSON Pointer.
    pointer: usize,
}

type Read<T = ()> = Result<T, Fault>;

impl Reader<'_, '_> {
    fn document(&mut self) -> Read {
        self.white_space();
        self.value(Place::Root, "a JSON value")?;
        while let Some((is_object, count)) = self.open.last().map(|open| (open.is_object, open.count)) {
            self.white_space();
            let byte = self.peek();
            match (is_object, byte, count) {
                (false, Some(b']'), _) | (true, Some(b'}'), _) => {
                    self.at += 1;
                    self.close()?;
                }
                (false, _, 0) => self.value(Place::Index(0), "a JSON value or `]`")?,
                (false, Some(b','), _) => {
                    self.at += 1;
                    self.white_space();
                    self.value(Place::Index(count), "a JSON value")?;
                }
                (false, ..) => return self.syntax("`,` or `]`"),
                (true, _, 0) => self.member("a key in double quotes or `}`")?,
                (true, Some(b','), _) => {
                    self.at += 1;
                    self.white_space();
                    self.member("a key in double quotes")?;
                }
                (true, ..) => return self.syntax("`,` or `}`"),
            }
        }
        self.white_space();
        if self.at < self.bytes.len() {
            return self.fault(FaultKind::TrailingText);
        }
        Ok(())
    }

    fn member(&mut self, expected: &'static str) -> Read {
        if self.peek() != Some(b'"') {
            return self.syntax(expected);
        }
        let text = self.string()?;
        self.white_space();
        if self.peek() != Some(b':') {
            return self.syntax("`:` after the key");
        }
        self.at += 1;
        self.white_space();
        self.value(Place::Key(text), "a JSON value")
    }

    /// Reads a scalar whole, or opens a container.
    fn value(&mut self, place: Place, expected: &'static str) -> Read {
        if self.tree.nodes.len() >= self.most_values() {
            return self.fault(FaultKind::TooManyValues);
        }
        let pointer = self.pointer_length(place);
        self.pointer_bytes += pointer;
        if self.pointer_bytes > self.limits.pointer_bytes {
            return self.fault(FaultKind::PointersTooLong);
        }
        let start = self.at;
        if let Some(open) = self.open.last_mut() {
            open.count += 1;
        }
        match self.peek() {
            Some(b'{') => {
                return self.open_container(place, pointer, Data::Object { after: 0, sorted: 0 });
            }
            Some(b'[') => return self.open_container(place, pointer, Data::Array { after: 0 }),
            _ => {}
        }
        let data = match self.peek() {
            Some(b'"') => Data::String(self.string()?),
            Some(b't') => self.literal("true", Data::True)?,
            Some(b'f') => self.literal("false", Data::False)?,
            Some(b'n') => self.literal("null", Data::Null)?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ if self.rest().starts_with(b"NaN") || self.rest().starts_with(b"Infinity") => {
                return self.fault(FaultKind::NonfiniteLiteral);
            }
            _ => return self.syntax(expected),
        };
        self.push(data, place, start);
        Ok(())
    }

    fn most_values(&self) -> usize {
        self.limits.values.min(MAX_NODES)
    }

    fn push(&mut self, data: Data, place: Place, start: usize) -> NodeId {
        let id = offset32(self.tree.nodes.len());
        let parent = self.open.last().map_or(0, |open| open.id.0);
        self.tree.nodes.push(Node::new((offset32(start), offset32(self.at)), parent, data, place));
        NodeId(id)
    }

    fn open_container(&mut self, place: Place, pointer: usize, data: Data) -> Read {
        if self.open.len() >= self.limits.depth {
            return self.fault(FaultKind::TooDeep);
        }
        let start = self.at;
        self.at += 1;
        let id = self.push(data, place, start);
        self.open.push(Open { id, is_object: matches!(data, Data::Object { .. }), count: 0, pointer });
        Ok(())
    }

    fn close(&mut self) -> Read {
        let Some(Open { id, is_object, .. }) = self.open.pop() else {
            return Ok(());
        };
        let (end, after) = (offset32(self.at), offset32(self.tree.nodes.len()));
        let data =
            if is_object { Data::Object { after, sorted: self.sort_members(id)? } } else { Data::Array { after } };
        if let Some(node) = self.tree.nodes.get_mut(id.index()) {
            node.close(end, data);
        }
        Ok(())
    }

    /// The length of a value's JSON Pointer, up to escapes.
    fn pointer_length(&self, place: Place) -> usize {
        let step = match place {
            Place::Root => 0,
            Place::Index(index) => 2 + index.checked_ilog10().unwrap_or(0) as usize,
            Place::Key(Text::Received { start, end } | Text::Decoded { start, end }) => 1 + (end - start) as usize,
        };
        self.open.last().map_or(0, |open| open.pointer) + step
    }

    /// Sorts the members of a complete object by key and refuses equal keys.
    fn sort_members(&mut self, object: NodeId) -> Read<u32> {
        let mut order = std::mem::take(&mut self.key_order);
        order.clear();
        let tree = &self.tree;
        let mut next = object.0 + 1;
        while (next as usize) < tree.nodes.len() {
            let member = NodeId(next);
            order.push(tree.keyed(member));
            next = tree.after(member);
        }
        tree.sort_keyed(&mut order);
        let repeated = order.windows(2).filter_map(|pair| match pair {
            [first, second] if tree.key(first.node) == tree.key(second.node) => Some(second.node),
            _ => None,
        });
        if let Some(second) = repeated.min() {
            return Err(Fault { kind: FaultKind::DuplicateKey, offset: self.key_offset(object, second) });
        }
        let start = offset32(self.tree.sorted.len());
        if !order.is_empty() {
            self.tree.sorted.push(NodeId(offset32(order.len())));
            self.tree.sorted.extend(order.iter().map(|keyed| keyed.node));
        }
        self.key_order = order;
        Ok(start)
    }

    /// Where the key of a member begins: after what stands before it there is at most a comma and white space.
    fn key_offset(&self, object: NodeId, member: NodeId) -> usize {
        let tree = &self.tree;
        let mut before = tree.offset(object);
        let mut next = NodeId(object.0 + 1);
        while next < member {
            before = tree.offset(next) + tree.received(next).len();
            next = NodeId(tree.after(next));
        }
        let rest = self.bytes.get(before..).unwrap_or_default();
        before + rest.iter().position(|&byte| byte == b'"').unwrap_or_default()
    }

    fn literal(&mut self, word: &'static str, data: Data) -> Read<Data> {
        if self.rest().starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(data)
        } else {
            self.syntax("`true`, `false` or `null`")
        }
    }

    fn number(&mut self) -> Read<Data> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
            if self.rest().starts_with(b"Infinity") {
                self.at = start;
                return self.fault(FaultKind::NonfiniteLiteral);
            }
        }
        let integer = self.digits("a digit")?;
        let leading_zero = self.bytes.get(integer.0) == Some(&b'0');
        if leading_zero && integer.1 > 1 {
            self.at = integer.0 + 1;
            return self.syntax("no digit after a leading zero");
        }
        let mut is_double = false;
        if self.peek() == Some(b'.') {
            is_double = true;
            self.at += 1;
            self.digits("a digit after the decimal point")?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            is_double = true;
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits("a digit of the exponent")?;
        }
        if self.at - integer.0 > self.limits.number_length {
            self.at = start;
            return self.fault(FaultKind::NumberTooLong);
        }
        if is_double {
            let text = self.tree.input.get(start..self.at).unwrap_or_default();
            if !text.parse::<f64>().is_ok_and(f64::is_finite) {
                self.at = start;
                return self.fault(FaultKind::NonfiniteNumber);
            }
            return Ok(Data::Double);
        }
        Ok(Data::Integer)
    }

    /// Reads at least one digit; gives the offset of the first and how many there are.
    fn digits(&mut self, expected: &'static str) -> Read<(usize, usize)> {
        let start = self.at;
        let count = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        if count == 0 {
            return self.syntax(expected);
        }
        self.at += count;
        Ok((start, count))
    }

    /// Reads a string whose opening quote is next.
    fn string(&mut self) -> Read<Text> {
        self.at += 1;
        let start = self.at;
        self.plain_run()?;
        if self.peek() == Some(b'"') {
            let text = Text::Received { start: offset32(start), end: offset32(self.at) };
            self.at += 1;
            return Ok(text);
        }
        let decoded_start = self.tree.decoded.len();
        let mut run = start;
        loop {
            let text = self.tree.input.get(run..self.at).unwrap_or_default();
            self.tree.decoded.push_str(text);
            if self.peek() == Some(b'"') {
                self.at += 1;
                let end = self.tree.decoded.len();
                return Ok(Text::Decoded { start: offset32(decoded_start), end: offset32(end) });
            }
            let char = self.escape()?;
            self.tree.decoded.push(char);
            run = self.at;
            self.plain_run()?;
        }
    }

    /// Passes over the characters that stand for themselves, up to a quote or a backslash.
    fn plain_run(&mut self) -> Read {
        let rest = self.rest();
        let plain = |&byte: &u8| byte != b'"' && byte != b'\\' && byte >= 0x20;
        let length = rest.iter().position(|byte| !plain(byte)).unwrap_or(rest.len());
        self.at += length;
        match self.peek() {
            Some(b'"' | b'\\') => Ok(()),
            Some(_) => self.syntax("an escape such as \\n in place of a control character"),
            None => self.syntax("a closing double quote"),
        }
    }

    /// Reads an escape whose backslash is next.
    fn escape(&mut self) -> Read<char> {
        let start = self.at;
        self.at += 1;
        let char = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(start),
            _ => return self.syntax("one of \" \\ / b f n r t u after a backslash"),
        };
        self.at += 1;
        Ok(char)
    }

    fn unicode_escape(&mut self, start: usize) -> Read<char> {
        self.at += 1;
        let first = self.four_hex_digits()?;
        if let Some(char) = char::from_u32(first) {
            return Ok(char);
        }
        let high = (0xD800..0xDC00).contains(&first);
        if high && self.rest().starts_with(b"\\u") {
            self.at += 2;
            let second = self.four_hex_digits()?;
            if (0xDC00..0xE000).contains(&second) {
                let code = 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                if let Some(char) = char::from_u32(code) {
                    return Ok(char);
                }
            }
        }
        self.at = start;
        self.fault(FaultKind::LoneSurrogate)
    }

    fn four_hex_digits(&mut self) -> Read<u32> {
        let mut value = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else {
                return self.syntax("four hexadecimal digits after \\u");
            };
            value = value * 16 + digit;
            self.at += 1;
        }
        Ok(value)
    }

    fn white_space(&mut self) {
        let blank = |byte: &&u8| matches!(**byte, b' ' | b'\t' | b'\n' | b'\r');
        self.at += self.rest().iter().take_while(blank).count();
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &[u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn fault<T>(&self, kind: FaultKind) -> Read<T> {
        Err(Fault { kind, offset: self.at })
    }

    fn syntax<T>(&self, expected: &'static str) -> Read<T> {
        self.fault(FaultKind::Syntax(expected))
    }
}

/// The input is at most `u32::MAX` bytes long, and what is kept of it is never longer: an escape takes
/// at least as many bytes as the character it stands for.
fn offset32(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
