// Documents whose results are known. A verifier that gets one of them wrong gives no verdicts.
import type { Reason, Report, VerdictWord } from "../report.ts";

/** A document, and what must be found: the verdict, and of a bad one the reason that decides. */
export interface Known {
  name: string;
  text: string;
  verdict: VerdictWord;
  reason: Reason | null;
}

/** What a verifier found in place of what is known. */
export interface Misjudged {
  name: string;
  expected: string;
  found: string;
}

/** The real documents that the others are made of. */
export interface Originals {
  bundle: string;
  record: string;
  state: string;
  manifest: string;
}

/** The signature over the whole bundle, and spellings and neighbours of it that must not hold. */
const SIGNATURE = "3soYnsqa1u+urhf7fYOMS3Zqc4Hi+UtqvP+6KQRMsruc41A0o87nuvp47JapfFhOjFD10gAyhyFfQa1WnQcHBA==";
/** The same bytes, with other bits after the last of them (RFC 4648 section 3.5). */
const OTHER_SPELLING = SIGNATURE.replace("A==", "B==");
/** The same signature with the order of the group added to its scalar (RFC 8032 section 5.1.7). */
const OTHER_SCALAR =
  "3soYnsqa1u+urhf7fYOMS3Zqc4Hi+UtqvP+6KQRMsruJt0aRvTH6EtEV5DmIdjdjjFD10gAyhyFfQa1WnQcHFA==";
/** The signature of the receipt in the same bundle. */
const OTHER_SLOT = "di2afn/Zo4zxyaPDjVBOYBzWj7l9aU6a+o77ciEKL3iIFl+765OlnwvD/MeYQT4TH3T5+6EKTUDDnKnxb0ksCg==";
const TITLE = "Generic Checkpoint";
const DIGEST = "0e788ad726080401ee8abc0ce4973d96738d40b9caf778c360b1330a7d7780af";

/** Good documents, and bad ones of one fault each. */
export function known({ bundle, record, state, manifest }: Originals): Known[] {
  const all: Known[] = [];
  const is = (verdict: VerdictWord, reason: Reason | null, name: string, text: string): void => {
    all.push({ name, text, verdict, reason });
  };
  /** The bundle with the first of something changed. */
  const but = (from: string, to: string): string => bundle.replace(from, () => to);

  is("verified", null, "a bundle", bundle);
  is("verified", null, "a record", record);
  is("verified", null, "an escape that means the same letter", but(TITLE, "\\u0047eneric Checkpoint"));
  is("verified", null, "white space between values", but('{"bundle_type"', '{\n\t"bundle_type" '));
  is("unsigned", null, "a state alone", state);
  is("unsigned", null, "a mirror manifest", manifest);

  is("broken", "text.mismatch", "a title with another letter", but(TITLE, "Generic Cheakpoint"));
  is("broken", "text.mismatch", "a title with a letter of another script", but(TITLE, "Gеneric Checkpoint"));
  is("broken", "text.mismatch", "a title with an invisible character", but(TITLE, `${TITLE}\u200b`));
  is("broken", "digest.mismatch", "another date", but("2012-12-08T12:56:49Z", "2012-12-08T12:56:50Z"));
  is("broken", "digest.mismatch", "another number", but('"version":1', '"version":2'));
  is("broken", "digest.mismatch", "a whole number written as a double", but('"version":1', '"version":1.0'));
  is("broken", "digest.mismatch", "an added member", but('{"bundle_type"', '{"added":null,"bundle_type"'));
  is("broken", "digest.malformed", "a digest in capitals", but(DIGEST, DIGEST.toUpperCase()));
  is("broken", "value.mismatch", "another Pith Number", but("OJFZ5SZ", "OJFZ5SY"));
  is(
    "broken",
    "signature.mismatch",
    "another digit in a signature",
    but(SIGNATURE, `4${SIGNATURE.slice(1)}`),
  );
  is("broken", "signature.mismatch", "a signature with a larger scalar", but(SIGNATURE, OTHER_SCALAR));
  is("broken", "signature.mismatch", "a signature from another place", but(SIGNATURE, OTHER_SLOT));
  is("broken", "signature.malformed", "a signature spelled otherwise", but(SIGNATURE, OTHER_SPELLING));

  is(
    "unreadable",
    "json.duplicate_key",
    "a member twice",
    but('{"bundle_type"', '{"source":1,"bundle_type"'),
  );
  is("unreadable", "json.bom", "a byte order mark", `\ufeff${bundle}`);
  is("unreadable", "json.nonfinite_literal", "NaN", but('"version":1', '"version":NaN'));
  is("unreadable", "json.nonfinite_number", "a number past a double", but('"version":1', '"version":1e999'));
  is("unreadable", "json.lone_surrogate", "half a character", but(TITLE, "Generic \\ud800heckpoint"));
  is("unreadable", "json.trailing_text", "text after the document", `${bundle}{}`);
  is("unreadable", "json.syntax", "a document that was cut off", bundle.slice(0, -1));
  is("unreadable", "document.version_unknown", "another version", but('n":"1.0"', 'n":"2.0"'));
  return all;
}

/** Has each document judged, and hands back what was misjudged. */
export function misjudged(documents: Known[], verify: (text: string) => Report): Misjudged[] {
  return documents.flatMap(({ name, text, verdict, reason }) => {
    const report = verify(text);
    const failing = report.checks[report.verdict.failing ?? -1];
    const expected = `${verdict} ${reason ?? ""}`.trim();
    const found = `${report.verdict.word} ${report.refusal?.reason ?? failing?.reason ?? ""}`.trim();
    return expected === found ? [] : [{ name, expected, found }];
  });
}
