//! The JavaScript shell around the library: types in, types out, no decision of its own.

use js_sys::{Array, JsString, Number, Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{Check, Class, Document, Hashed, KeyRing, Leaf, Options, Parts, Proof, RecordedReport, Refusal};

#[wasm_bindgen(typescript_custom_section)]
const REPORT_TYPES: &str = include_str!("../www/src/report.ts");

#[wasm_bindgen(typescript_custom_section)]
const OPTION_TYPES: &str = r#"
/** What to verify with. */
export interface VerifyOptions {
  /** Further keys that establish a signer. Each text is a ring file (what `keyRing` gives), 64 hexadecimal digits, a key object, an array of key objects, or a mirror manifest. */
  trustKeys?: string[];
  /** Whether the keys built into this verifier are trusted. True unless said otherwise. */
  builtInKeys?: boolean;
  /** A name for the document, such as its file name, that the report repeats. */
  name?: string;
  /** Whether failed checks say why, and checks carry commands that redo them. True unless said otherwise. */
  explain?: boolean;
  /** Whether the report carries the merge of the document's events step by step. False unless said otherwise. */
  replay?: boolean;
  /** OpenTimestamps proofs that stand beside the document: the bytes of each file, or those with a name. */
  proofs?: (Uint8Array | { name?: string; bytes: Uint8Array })[];
  /** Headers of Bitcoin blocks for these proofs: 80 bytes each, as 160 hexadecimal digits. */
  headers?: string[];
  /** A time at which you know that the document existed (RFC 3339). A retired key, or one with a window, counts only with it. */
  at?: string;
}

/** What stood beside a document, which its report does not carry. */
export interface ReproduceOptions {
  /** The OpenTimestamps proofs that the report was made with, in any order: the bytes of each file, or those with a name. */
  proofs?: (Uint8Array | { name?: string; bytes: Uint8Array })[];
  /** The headers of Bitcoin blocks that the report was made with, in the same order. */
  headers?: string[];
}

/** A document to compare, with or without a name. */
export type CompareInput = Uint8Array | string | { input: Uint8Array | string; name?: string };

/** What `canonicalize`, `compare`, `hashedBytes`, `eachHashedBytes`, `matchText` and `reproduce` throw for what they cannot take. */
export interface RefusalError extends Error {
  name: "RefusalError";
  reason: Reason;
  /** Offset of the first byte at fault. */
  offset: number;
  line: number;
  column: number;
  hint: string;
}
"#;

/// Verifies one document. Give the bytes of a file as they are; a string is taken as its UTF-8.
///
/// Never throws because of the document: what cannot be read is a report with the verdict `unreadable`.
/// Throws a `TypeError` for an input that is neither bytes nor a string and for wrong options, and an
/// `Error` for a key text that holds no key.
///
/// # Errors
/// As said above.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn verify(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] input: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "VerifyOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let bytes = input_bytes(input)?;
    let options = read_options(options)?;
    report_object(&bytes, &options)
}

/// The word of the verdict that `verify` with the same options comes to, without the report.
///
/// # Errors
/// As `verify`.
#[wasm_bindgen(unchecked_return_type = "VerdictWord")]
pub fn verdict(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] input: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "VerifyOptions")] options: &JsValue,
) -> Result<String, JsValue> {
    let bytes = input_bytes(input)?;
    Ok(crate::verdict(&bytes, &read_options(options)?).as_str().to_owned())
}

/// The report as a JavaScript object. Memory that wasm once had, it keeps, and the checks and leaves of a large document
/// take far more of it than the document: they leave it a piece at a time.
fn report_object(bytes: &[u8], options: &Options) -> Result<JsValue, JsValue> {
    let mut lists = Lists { checks: Pieces::new(), leaves: Leaves::new() };
    let mut report = crate::verify_in_parts(bytes, options, &mut lists);
    let mut timestamps = Pieces::new();
    for timestamp in std::mem::take(&mut report.timestamps) {
        timestamps.push(&timestamp);
    }
    let object = object(&report)?;
    Reflect::set(&object, &"checks".into(), &lists.checks.list()?.into())?;
    Reflect::set(&object, &"timestamps".into(), &timestamps.list()?.into())?;
    Reflect::set(&Reflect::get(&object, &"coverage".into())?, &"leaves".into(), &lists.leaves.list().into())?;
    Ok(object)
}

/// The long lists of a report on their way to JavaScript.
struct Lists {
    checks: Pieces,
    leaves: Leaves,
}

impl Parts for Lists {
    fn check(&mut self, check: Check) {
        self.checks.push(&check);
    }

    fn leaf(&mut self, leaf: &Leaf) {
        self.leaves.push(leaf);
    }
}

/// What the JSON text of a value describes. JavaScript reads such a text several times as fast as it takes the members
/// one by one.
fn object(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let mut text = Vec::new();
    write(value, &mut text)?;
    read(&text)
}

/// Adds the JSON text of a value.
fn write(value: &impl Serialize, text: &mut Vec<u8>) -> Result<(), JsValue> {
    serde_json::to_writer(text, value).map_err(|_| unwritten())
}

fn read(text: &[u8]) -> Result<JsValue, JsValue> {
    js_sys::JSON::parse(std::str::from_utf8(text).map_err(|_| unwritten())?)
}

fn unwritten() -> JsValue {
    js_sys::Error::new("a part of the report cannot be written").into()
}

/// How long a piece becomes, in bytes, before JavaScript gets it.
const PIECE: usize = 1 << 18;

/// The entries of a list on their way to JavaScript, as JSON text.
struct Pieces {
    list: Array,
    text: Vec<u8>,
    fault: Option<JsValue>,
}

impl Pieces {
    fn new() -> Self {
        Self { list: Array::new(), text: Vec::new(), fault: None }
    }

    fn push(&mut self, entry: &impl Serialize) {
        self.text.push(if self.text.is_empty() { b'[' } else { b',' });
        let written = write(entry, &mut self.text);
        let handed = if self.text.len() < PIECE { Ok(()) } else { self.hand_over() };
        self.fault = self.fault.take().or(written.and(handed).err());
    }

    fn hand_over(&mut self) -> Result<(), JsValue> {
        self.text.push(b']');
        let piece: Array = read(&self.text)?.unchecked_into();
        self.text.clear();
        if self.list.length() == 0 {
            self.list = piece;
        } else {
            for entry in piece.iter() {
                self.list.push(&entry);
            }
        }
        Ok(())
    }

    fn list(mut self) -> Result<Array, JsValue> {
        if !self.text.is_empty() {
            self.hand_over()?;
        }
        self.fault.map_or(Ok(self.list), Err)
    }
}

#[wasm_bindgen(module = "/src/wasm/leaves.js")]
extern "C" {
    #[wasm_bindgen(js_name = addLeaves)]
    fn add_leaves(list: &Array, text: &str, numbers: &[u32], classes: &str, reaches: &[u32]);
}

/// The leaves on their way to JavaScript, as `leaves.js` takes them.
struct Leaves {
    list: Array,
    text: String,
    numbers: Vec<u32>,
    /// How long the text is as JavaScript counts.
    units: u32,
    /// What reaches them: keys and checks, each with their number before them.
    reaches: Vec<u32>,
    /// How many there are of these, and the last, which mostly reaches the next leaf too.
    count: u32,
    last: (Vec<usize>, Vec<usize>),
}

impl Leaves {
    fn new() -> Self {
        let (list, text) = (Array::new(), String::new());
        Self { list, text, numbers: Vec::new(), units: 0, reaches: Vec::new(), count: 0, last: Default::default() }
    }

    fn push(&mut self, leaf: &Leaf) {
        let pointer_end = self.add(&leaf.pointer);
        let value_end = self.add(&leaf.value);
        if self.count == 0 || (&self.last.0, &self.last.1) != (&leaf.keys, &leaf.checks) {
            for indices in [&leaf.keys, &leaf.checks] {
                let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
                self.reaches.push(number(indices.len()));
                self.reaches.extend(indices.iter().map(|&index| number(index)));
            }
            self.count += 1;
            self.last = (leaf.keys.clone(), leaf.checks.clone());
        }
        self.numbers.extend([pointer_end, value_end, leaf.class as u32, self.count - 1]);
        if self.text.len() >= PIECE {
            self.hand_over();
        }
    }

    /// Adds a text, and gives its end as JavaScript counts: in units of 16 bits.
    fn add(&mut self, text: &str) -> u32 {
        self.text.push_str(text);
        let units = if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        self.units += u32::try_from(units).unwrap_or(u32::MAX);
        self.units
    }

    fn hand_over(&mut self) {
        let classes: Vec<&str> = Class::ALL.iter().map(|class| class.as_str()).collect();
        add_leaves(&self.list, &self.text, &self.numbers, &classes.join(","), &self.reaches);
        self.text.clear();
        self.numbers.clear();
        self.reaches.clear();
        (self.units, self.count) = (0, 0);
    }

    fn list(mut self) -> Array {
        if !self.numbers.is_empty() {
            self.hand_over();
        }
        self.list
    }
}

/// Compares several documents about one Pith Number. Each is bytes or a string, or an object `{input, name}`.
///
/// Throws an `Error` when there are fewer than two documents or more than the limits allow; what is wrong with
/// a single document is said in its place. Of the options, those about keys and `at` count.
///
/// # Errors
/// As said above.
#[wasm_bindgen(unchecked_return_type = "Comparison")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "CompareInput[]")] documents: &Array,
    #[wasm_bindgen(unchecked_optional_param_type = "VerifyOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let mut named = Vec::new();
    for document in documents.iter() {
        let is_object = document.is_object() && !document.is_instance_of::<Uint8Array>();
        let (input, name) = if is_object {
            (Reflect::get(&document, &"input".into())?, Reflect::get(&document, &"name".into())?.as_string())
        } else {
            (document, None)
        };
        named.push((name, input_bytes(&input)?));
    }
    let documents: Vec<Document<'_>> =
        named.iter().map(|(name, bytes)| Document { name: name.clone(), bytes }).collect();
    let comparison = crate::compare(&documents, &options).map_err(|refusal| refusal_error(&refusal))?;
    object(&comparison)
}

/// The canonical form of one JSON document. Throws a `RefusalError` for what cannot be canonicalised.
///
/// # Errors
/// As said above.
#[wasm_bindgen]
pub fn canonicalize(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] input: &JsValue,
) -> Result<String, JsValue> {
    let bytes = input_bytes(input)?;
    let canonical = crate::canonicalize(&bytes).map_err(|refusal| refusal_error(&refusal))?;
    String::from_utf8(canonical).map_err(|_| type_error("canonical bytes are not UTF-8"))
}

/// The bytes that a check hashed: `hashed` is what the report has there. Their SHA-256 is `hashed.sha256`, which
/// anybody can compute again. Throws a `RefusalError` when no check of the document hashed such bytes.
///
/// # Errors
/// As said above, and a `TypeError` for wrong arguments.
#[wasm_bindgen(js_name = hashedBytes)]
pub fn hashed_bytes(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] input: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Hashed")] hashed: &JsValue,
) -> Result<Vec<u8>, JsValue> {
    let bytes = input_bytes(input)?;
    crate::hashed_bytes(&bytes, &read_hashed(hashed)?).map_err(|refusal| refusal_error(&refusal))
}

/// What `hashedBytes` gives, for each of several checks of one document, which is read once.
///
/// # Errors
/// As `hashedBytes`.
#[wasm_bindgen(js_name = eachHashedBytes, unchecked_return_type = "Uint8Array[]")]
pub fn each_hashed_bytes(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] input: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Hashed[]")] hashed: &JsValue,
) -> Result<Array, JsValue> {
    let bytes = input_bytes(input)?;
    let hashed = hashed.dyn_ref::<Array>().ok_or_else(|| type_error("expected a list of what was hashed"))?;
    let hashed = hashed.iter().map(|each| read_hashed(&each)).collect::<Result<Vec<_>, _>>()?;
    let each = crate::each_hashed_bytes(&bytes, &hashed).map_err(|refusal| refusal_error(&refusal))?;
    Ok(each.iter().map(|bytes| Uint8Array::from(bytes.as_slice())).collect())
}

/// Verifies one document as `verify` does and prints the report: as JSON to keep or to reproduce, as a Markdown
/// page, or as an HTML page in one file.
///
/// # Errors
/// As `verify`, and a `TypeError` for another format.
#[wasm_bindgen]
pub fn report(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] input: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "VerifyOptions | undefined")] options: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "\"json\" | \"markdown\" | \"html\"")] format: &str,
) -> Result<String, JsValue> {
    let bytes = input_bytes(input)?;
    let options = read_options(options)?;
    match format {
        "json" => json(&bytes, &options),
        "markdown" => Ok(crate::markdown(&crate::verify(&bytes, &options))),
        "html" => Ok(crate::html(&crate::verify(&bytes, &options))),
        _ => Err(type_error("expected the format json, markdown or html")),
    }
}

/// Verifies again what a JSON report is about, with the key ring, the time and the names that the report has, and
/// compares. What a report does not carry is given: proofs and block headers. Throws a `RefusalError` for a text that
/// is no report, and a `TypeError` for any other option.
///
/// # Errors
/// As said above.
#[wasm_bindgen(unchecked_return_type = "Reproduction")]
pub fn reproduce(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] report: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] document: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ReproduceOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let mut given = Options::default();
    if let Some(object) = options_object(options, REPRODUCE_OPTIONS)? {
        read_beside(object, &mut given)?;
    }
    let (report, document) = (input_bytes(report)?, input_bytes(document)?);
    let refused = |refusal: Refusal| refusal_error(&refusal);
    let recorded = RecordedReport::read(&report).map_err(refused)?;
    let options = recorded.options_with(given.proofs, given.headers);
    let made_again = json(&document, &options)?;
    let reproduction = recorded.compare(made_again.as_bytes()).map_err(refused)?;
    object(&reproduction)
}

/// The key ring that `verify` uses with the same options, as a ring file: JSON to keep, which `trustKeys` takes.
/// `JSON.parse` gives it as a `Ring`.
///
/// # Errors
/// As `verify` for wrong options.
#[wasm_bindgen(js_name = keyRing)]
pub fn key_ring(
    #[wasm_bindgen(unchecked_optional_param_type = "VerifyOptions")] options: &JsValue,
) -> Result<String, JsValue> {
    Ok(read_options(options)?.ring.to_json())
}

/// The report as JSON text. JavaScript prints it, which spares the wasm a printer.
fn json(bytes: &[u8], options: &Options) -> Result<String, JsValue> {
    Ok(js_sys::JSON::stringify(&report_object(bytes, options)?)?.into())
}

/// Whether a text in hand is the one of a document, as `match_text` of the library says it. Throws a
/// `RefusalError` for a document that cannot be read and for a text over 16 kB.
///
/// # Errors
/// As said above, and a `TypeError` for wrong arguments.
#[wasm_bindgen(js_name = matchText, unchecked_return_type = "TextMatch")]
pub fn match_text(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] input: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Field")] field: &str,
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "VerifyOptions")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let bytes = input_bytes(input)?;
    let field =
        crate::Field::of_word(field).ok_or_else(|| type_error("expected the name of a field, such as title"))?;
    let text =
        whole_text(text).ok_or_else(|| type_error("expected the text as a string without half surrogate pairs"))?;
    let options = read_options(options)?;
    let answer = crate::match_text(&bytes, field, &text, &options);
    let answer = answer.map_err(|refusal| refusal_error(&refusal))?;
    object(&answer)
}

/// What a Pith Number, an arXiv identifier or a DOI leads to, as `addresses` of the library says it. Nothing is
/// requested.
///
/// # Errors
/// None that a text could cause.
#[wasm_bindgen(unchecked_return_type = "Addresses")]
pub fn addresses(text: &str) -> Result<JsValue, JsValue> {
    object(&crate::addresses(text))
}

/// The `state_sha256` that a document's events give, for each of some orders of arrival, as `merge_in_orders` of the
/// library says it. Each order has the index of every event once. Throws a `RefusalError` for a document without
/// events to merge and for any other order.
///
/// # Errors
/// As said above, and a `TypeError` for wrong arguments.
#[wasm_bindgen(js_name = mergeInOrders)]
pub fn merge_in_orders(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] input: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number[][]")] orders: &Array,
    #[wasm_bindgen(unchecked_optional_param_type = "VerifyOptions")] options: &JsValue,
) -> Result<Vec<String>, JsValue> {
    let bytes = input_bytes(input)?;
    let options = read_options(options)?;
    let orders: Option<Vec<Vec<usize>>> = orders.iter().map(|order| indices(&order)).collect();
    let orders = orders.ok_or_else(|| type_error("expected the orders as an array of arrays of indices"))?;
    crate::merge_in_orders(&bytes, &orders, &options).map_err(|refusal| refusal_error(&refusal))
}

/// An array of whole numbers from 0.
fn indices(value: &JsValue) -> Option<Vec<usize>> {
    let index = |value: JsValue| {
        let number =
            value.as_f64().filter(|number| number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(number))?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number of 32 bits, as just seen"
        )]
        Some(number as usize)
    };
    value.dyn_ref::<Array>()?.iter().map(index).collect()
}

/// The version of this verifier.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Shows a text from a document so that nothing in it is invisible, reorders the line or breaks it.
#[wasm_bindgen]
#[must_use]
pub fn visible(text: &str) -> String {
    crate::visible(text)
}

/// As [`crate::vectors::is_public_key`].
#[cfg(feature = "vectors")]
#[wasm_bindgen]
#[must_use]
pub fn is_public_key(bytes: &[u8]) -> bool {
    crate::vectors::is_public_key(bytes)
}

/// As [`crate::vectors::signature_holds`].
///
/// # Errors
/// When it found two answers.
#[cfg(feature = "vectors")]
#[wasm_bindgen]
pub fn signature_holds(public_key: &[u8], message: &[u8], signature: &[u8]) -> Result<bool, js_sys::Error> {
    let [new, often] = crate::vectors::signature_holds(public_key, message, signature);
    if new == often { Ok(new) } else { Err(js_sys::Error::new("by multiples it holds, plainly not, or the reverse")) }
}

/// As [`crate::vectors::base64_bytes`].
#[cfg(feature = "vectors")]
#[wasm_bindgen]
#[must_use]
pub fn base64_bytes(text: &str) -> Option<Vec<u8>> {
    crate::vectors::base64_bytes(text)
}

/// A Unicode normal form of a text, by JavaScript’s own tables: the module need not carry a second copy of them.
pub(crate) fn normalized(text: &str, form: &str) -> String {
    String::from(JsString::from(text).normalize(form))
}

fn input_bytes(input: &JsValue) -> Result<Vec<u8>, JsValue> {
    if let Some(bytes) = input.dyn_ref::<Uint8Array>() {
        return Ok(bytes.to_vec());
    }
    match input.dyn_ref::<JsString>() {
        Some(text) => Ok(string_bytes(text)),
        None => Err(type_error("expected the document as a Uint8Array or a string")),
    }
}

/// UTF-8 of a JavaScript string. Half a surrogate pair has none: it becomes the three bytes that UTF-8
/// forbids, so that the reader refuses the document there in place of reading something else.
fn string_bytes(text: &JsString) -> Vec<u8> {
    if text.is_valid_utf16() {
        return String::from(text).into_bytes();
    }
    let mut bytes = Vec::new();
    for unit in char::decode_utf16(text.iter()) {
        match unit {
            Ok(char) => bytes.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
            Err(half) => {
                let [high, low] = half.unpaired_surrogate().to_be_bytes();
                bytes.extend_from_slice(&[0xE0 | high >> 4, 0x80 | (high & 0x0F) << 2 | low >> 6, 0x80 | low & 0x3F]);
            }
        }
    }
    bytes
}

/// The names of [`OPTION_TYPES`].
const OPTIONS: &[&str] = &["trustKeys", "builtInKeys", "at", "name", "explain", "replay", "proofs", "headers"];

/// The names of `ReproduceOptions`.
const REPRODUCE_OPTIONS: &[&str] = &["proofs", "headers"];

/// The options as an object that has no other members than the allowed ones; `None` when there are none.
fn options_object<'v>(value: &'v JsValue, allowed: &[&str]) -> Result<Option<&'v Object>, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let Some(object) = value.dyn_ref::<Object>() else {
        return Err(type_error("expected the options as an object"));
    };
    for key in Object::keys(object).iter().filter_map(|key| key.as_string()) {
        if !allowed.contains(&key.as_str()) {
            return Err(type_error(&format!(
                "expected the options {}, found {}",
                allowed.join(", "),
                crate::visible(&key)
            )));
        }
    }
    Ok(Some(object))
}

/// A member of the options, when it is given.
fn given(object: &Object, name: &str) -> Result<Option<JsValue>, JsValue> {
    Ok(Some(Reflect::get(object, &name.into())?).filter(|value| !value.is_undefined()))
}

fn read_options(value: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    let Some(object) = options_object(value, OPTIONS)? else { return Ok(options) };
    let given = |name: &str| given(object, name);
    let flag = |name: &str, default: bool| match given(name)? {
        None => Ok(default),
        Some(value) => value.as_bool().ok_or_else(|| type_error(&format!("expected {name} to be true or false"))),
    };
    if !flag("builtInKeys", true)? {
        options.ring = KeyRing::empty();
    }
    options.explain = flag("explain", true)?;
    options.replay = flag("replay", false)?;
    if let Some(name) = given("name")? {
        options.name = Some(name.as_string().ok_or_else(|| type_error("expected name to be a string"))?);
    }
    if let Some(at) = given("at")? {
        let text = at.as_string().ok_or_else(|| type_error("expected at to be a string"))?;
        options.at = Some(text.parse().map_err(|fault| type_error(&format!("at: {fault}")))?);
    }
    if let Some(keys) = given("trustKeys")? {
        let Some(keys) = keys.dyn_ref::<Array>() else {
            return Err(type_error("expected trustKeys to be an array of strings"));
        };
        for (index, key) in keys.iter().enumerate() {
            let text = key.as_string().ok_or_else(|| type_error("expected trustKeys to be an array of strings"))?;
            let added = options.ring.add(text.as_bytes(), "a key that you gave");
            added.map_err(|fault| js_sys::Error::new(&format!("trustKeys[{index}]: {fault}")))?;
        }
    }
    read_beside(object, &mut options)?;
    Ok(options)
}

/// The proofs and the headers among the options.
fn read_beside(object: &Object, options: &mut Options) -> Result<(), JsValue> {
    if let Some(proofs) = given(object, "proofs")? {
        let proofs =
            proofs.dyn_ref::<Array>().and_then(|proofs| proofs.iter().map(|proof| read_proof(&proof)).collect());
        options.proofs = proofs.ok_or_else(|| {
            type_error("expected proofs to be an array of Uint8Arrays or of objects with bytes and a name")
        })?;
    }
    if let Some(headers) = given(object, "headers")? {
        let headers =
            headers.dyn_ref::<Array>().and_then(|headers| headers.iter().map(|text| text.as_string()).collect());
        options.headers = headers.ok_or_else(|| type_error("expected headers to be an array of strings"))?;
    }
    Ok(())
}

/// The bytes of a proof, alone or in an object with a name.
fn read_proof(value: &JsValue) -> Option<Proof> {
    if let Some(bytes) = value.dyn_ref::<Uint8Array>() {
        return Some(Proof { name: None, bytes: bytes.to_vec() });
    }
    let member = |name: &str| Reflect::get(value, &name.into()).ok().filter(|member| !member.is_undefined());
    let name = match member("name") {
        Some(name) => Some(name.as_string()?),
        None => None,
    };
    Some(Proof { name, bytes: member("bytes")?.dyn_ref::<Uint8Array>()?.to_vec() })
}

/// What was hashed, as a report has it.
fn read_hashed(value: &JsValue) -> Result<Hashed, JsValue> {
    hashed_in(value).ok_or_else(|| {
        type_error("expected what was hashed as a report has it: pointer, without, within, bytes and sha256")
    })
}

fn hashed_in(value: &JsValue) -> Option<Hashed> {
    let member = |name: &str| Reflect::get(value, &name.into()).ok();
    let bytes = member("bytes").filter(Number::is_safe_integer)?.as_f64().filter(|bytes| *bytes >= 0.0)?;
    // What is past 32 bits becomes the largest number, which is no document's either.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number, not below 0")]
    let bytes = bytes as usize;
    let within = member("within")?;
    Some(Hashed {
        pointer: whole_text(&member("pointer")?)?,
        without: member("without")?.dyn_ref::<Array>()?.iter().map(|name| whole_text(&name)).collect::<Option<_>>()?,
        within: if within.is_null() { None } else { Some(whole_text(&within)?) },
        bytes,
        sha256: whole_text(&member("sha256")?)?,
    })
}

/// A string without half surrogate pairs.
fn whole_text(value: &JsValue) -> Option<String> {
    value.dyn_ref::<JsString>().filter(|text| text.is_valid_utf16()).map(String::from)
}

fn type_error(message: &str) -> JsValue {
    js_sys::TypeError::new(message).into()
}

fn refusal_error(refusal: &Refusal) -> JsValue {
    let error = js_sys::Error::new(&refusal.sentence);
    error.set_name("RefusalError");
    // Offsets, lines and columns are below 2^32, which a double holds exactly.
    let number = |value: usize| JsValue::from(u32::try_from(value).unwrap_or(u32::MAX));
    for (name, value) in [
        ("reason", refusal.reason.as_str().into()),
        ("offset", number(refusal.offset)),
        ("line", number(refusal.line)),
        ("column", number(refusal.column)),
        ("hint", refusal.hint.as_str().into()),
    ] {
        // An Error object takes new members.
        let _ = Reflect::set(&error, &name.into(), &value);
    }
    error.into()
}
