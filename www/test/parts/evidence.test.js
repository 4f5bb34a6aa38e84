// The first screen, and what a check was found from: the bytes that were hashed, the signature that was tried, the
// first difference, and the buttons that copy all of it.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { changed, faults, pkg, retitled, sample, samples } from "../documents.js";

const { verify, visible } = await import(pathToFileURL(join(pkg, "index.js")).href);

/** The windows that the page must suit: a phone, a laptop, a wide one. */
const SIZES = [
  [360, 740],
  [1280, 900],
  [1920, 1080],
];

/** A page that shows the verifier in a window of a size that not every browser gives to its own. */
const FRAME = "<!doctype html><meta charset=utf-8><title>frame</title><link rel=icon href=data:,><body>";

/** Of the vectors that are broken one for each way in which a check decides that. */
const broken = faults
  .map(({ of, bytes }) => read(of, bytes.toString("utf8")))
  .filter(({ word }) => word === "broken")
  .filter(({ by }, index, all) => all.findIndex((other) => other.by === by) === index);

const LONG = `${"A title that never ends \u202e and turns ".repeat(400)}😀`;

/** Documents in which the reader must see at once what is wrong. */
const wrong = {
  "a bundle with another title": retitled(),
  "a record with a long hostile title": changed("record-2101.05782", (record) => {
    record.paper.title = LONG;
  }),
  "a record with a long hostile source": changed("record-2101.05782", (record) => {
    record.source.id = `${record.source.id} ${LONG}`;
  }),
  "a state that counts wrongly": changed("state-1212.1787", (state) => {
    state.valid_event_count += 1;
  }),
};

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

inEachBrowser(
  (given) => {
    const run = (work, ...args) => given.browser.evaluate(work, ...args);

    /** Opens the page, with what the tests below do to it. */
    async function open() {
      await given.page.open();
      await run(install);
    }

    /** Drops a document and waits for its verdict. */
    async function check(text, name = "checked.json") {
      await given.page.drop(text, name);
      await given.page.verdict(verify(text).verdict.word);
    }

    test("the bytes that the buttons give have the digest that the report states", async () => {
      let counted = 0;
      for (const each of samples) {
        await open();
        const text = each.bytes.toString("utf8");
        await check(text, each.file);
        const expected = verify(text).checks.filter(({ hashed }) => hashed !== null);
        for (const { name, pointer, hashed } of expected) {
          const got = await run(
            (name, pointer) => window.harness.evidence.bytes(name, pointer),
            name,
            pointer,
          );
          const what = `${each.name}: ${name} at ${pointer}`;
          for (const way of ["copied", "saved"]) {
            const bytes = Buffer.from(got[way], "utf8");
            assert.equal(sha256(bytes), hashed.sha256, `${what}, ${way}`);
            assert.equal(bytes.length, hashed.bytes, `${what}, ${way}`);
          }
          assert.equal(got.hex, Buffer.from(got.copied, "utf8").toString("hex"), what);
          const told = got.about.replaceAll(/\s+/g, " ");
          assert.ok(told.includes(hashed.sha256), `${what}: ${told}`);
          assert.ok(told.includes(`${hashed.bytes.toLocaleString("en")} byte`), `${what}: ${told}`);
          for (const shown of [hashed.pointer || "the whole document", ...hashed.without]) {
            assert.ok(told.includes(shown), `${what}: ${told}`);
          }
          counted += 1;
        }
        await given.page.assertQuiet();
      }
      assert.ok(counted > 60, `${counted}`);
    });

    test("text and hexadecimal are the same bytes, window by window, and no more than a window is drawn", async () => {
      const text = changed("bundle-1212.1787", (bundle) => {
        // Characters of two, three and four bytes, so that windows end within them.
        bundle.note = "aé\u2028漢😀 ".repeat(3000);
      });
      await open();
      await check(text);
      const { hashed } = verify(text).checks.find(({ name }) => name === "bundle.digest");
      assert.ok(hashed.bytes > 40_000);
      const { copied, windows } = await run(() => window.harness.evidence.windows("bundle.digest"));
      const bytes = Buffer.from(copied, "utf8");
      assert.equal(sha256(bytes), hashed.sha256);
      for (const form of ["hex", "text"]) {
        let at = 0;
        for (const { from, to, shown } of windows[form]) {
          assert.equal(from, at, form);
          assert.ok(to - from <= 4096 + 3 && to > from);
          assert.ok(shown.length < 80_000);
          const part = bytes.subarray(from, to);
          if (form === "hex") assertDump(shown, part, from);
          else assert.equal(shown.trim(), visible(part.toString("utf8")).trim());
          at = to;
        }
        assert.equal(at, bytes.length, form);
        assert.equal(windows[form].length, Math.ceil(bytes.length / 4096));
      }
    });

    test("bytes are never those of another document, and it is said when there are none", async () => {
      await open();
      await check(sample("bundle-1212.1787").bytes.toString("utf8"));
      const { hashed } = verify(sample("record-2101.05782").bytes).checks.find(({ hashed }) => hashed);
      const refused = await run((hashed) => window.harness.evidence.stranger(hashed, ".result"), hashed);
      assert.match(refused, /could not be had/);
      const alone = await run((hashed) => window.harness.evidence.stranger(hashed, "body"), hashed);
      assert.match(alone, /no longer at hand/);
      await given.page.assertQuiet();
    });

    test("each document of several gives its own bytes", async () => {
      await open();
      const paths = ["bundle-1212.1787", "bundle-1411.1958"].map((name) => sample(name).path);
      await given.browser.setFile("input[type=file]", paths);
      for (const [index, name] of ["bundle-1212.1787", "bundle-1411.1958"].entries()) {
        await run(() => window.harness.seen("[data-comparison]"));
        await given.page.click(`[data-document="${index + 1}"] button`);
        await given.page.verdict("verified");
        const { hashed, pointer } = verify(sample(name).bytes).checks.find(
          (check) => check.name === "bundle.digest",
        );
        const got = await run((pointer) => window.harness.evidence.bytes("bundle.digest", pointer), pointer);
        assert.equal(sha256(Buffer.from(got.saved, "utf8")), hashed.sha256, name);
        await given.page.click('[data-action="back"]');
      }
    });

    test("what a signature was tried on stands there to be copied", async () => {
      const texts = [sample("bundle-1212.1787").bytes.toString("utf8"), retitled()];
      let counted = 0;
      for (const text of texts) {
        await open();
        await check(text);
        const report = verify(text);
        for (const { name, pointer, signed, key } of report.checks) {
          const got = await run(
            (name, pointer) => window.harness.evidence.signed(name, pointer),
            name,
            pointer,
          );
          if (signed === null) {
            assert.equal(got, null, name);
            continue;
          }
          const values = [signed.message_hex, signed.signature_hex, report.keys[key].public_key_hex];
          assert.deepEqual(got.copied, values, `${name} at ${pointer}`);
          assert.deepEqual(got.shown, values, `${name} at ${pointer}`);
          counted += 1;
        }
      }
      assert.ok(counted >= 6, `${counted}`);
      await given.page.assertQuiet();
    });

    test("a button copies for real, by keyboard, and says so", async () => {
      await open();
      await check(sample("bundle-1212.1787").bytes.toString("utf8"));
      const { sha256 } = verify(sample("bundle-1212.1787").bytes);
      await run(() => document.querySelector("pith-file pith-copy button").focus());
      await given.browser.press("Enter");
      assert.equal(await run(() => window.harness.evidence.said("pith-file pith-copy")), "Copied");
      await run(() => document.querySelector("#text").focus());
      await given.browser.press("Control+v");
      assert.equal(await run(() => window.harness.evidence.written("#text")), sha256);
      await given.page.assertQuiet();
    });

    test("where the clipboard is refused the text is selected, and it is said what to press", async () => {
      await open();
      await check(sample("bundle-1212.1787").bytes.toString("utf8"));
      const { sha256 } = verify(sample("bundle-1212.1787").bytes);
      await run(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
        document.execCommand = () => false;
        document.querySelector("pith-file pith-copy button").focus();
      });
      await given.browser.press("Enter");
      assert.match(await run(() => window.harness.evidence.said("pith-file pith-copy")), /press Ctrl C/);
      assert.equal(await run(() => window.harness.evidence.selected()), sha256);
      await given.browser.press("Control+c");
      assert.equal(await run(() => window.harness.evidence.said("pith-file pith-copy", "Copied")), "Copied");
      assert.ok(await run(() => window.harness.focused("pith-file pith-copy button")));
      await run(() => document.querySelector("#text").focus());
      await given.browser.press("Control+v");
      assert.equal(await run(() => window.harness.evidence.written("#text")), sha256);
      // What is longer than a field may hold is not put into one.
      const long = await run(() => window.harness.evidence.copyAlone("x".repeat(100_001)));
      assert.match(long, /too long to select/);
      await given.page.assertQuiet();
    });

    test("commands are unfolded, and each is copied as it stands in the report", async () => {
      await open();
      const text = retitled();
      await check(text);
      const { redo, name, pointer } = verify(text).checks.find(
        (check) => check.outcome === "failed" && check.redo.length > 1,
      );
      const got = await run(
        (name, pointer) => window.harness.evidence.commands(name, pointer),
        name,
        pointer,
      );
      assert.deepEqual(
        got,
        redo.map(({ tool, command }) => ({ tool, copied: command })),
      );
      await given.page.assertQuiet();
    });

    test("the first difference is marked in both, in one column, and named in words", async () => {
      await open();
      let counted = 0;
      for (const { name, text, failing } of broken) {
        const { expected, computed } = failing;
        await check(text, name);
        const shown = await run(() => window.harness.evidence.difference());
        if (shown === null) continue;
        assert.equal(shown.at, firstDifference(expected, computed) + 1, name);
        assert.ok(shown.words.includes(`character ${shown.at.toLocaleString("en")}`), shown.words);
        assert.equal(shown.marks.length, 2, name);
        const [first, second] = shown.marks;
        assert.ok(Math.abs(first.left - second.left) < 1, `${name}: ${first.left} and ${second.left}`);
        assert.equal(first.text, [...expected][shown.at - 1] ?? "", name);
        assert.equal(second.text, [...computed][shown.at - 1] ?? "", name);
        assert.ok(
          shown.marks.every(({ weight, border }) => weight >= 700 && border >= 2),
          "by more than colour",
        );
        counted += 1;
      }
      assert.ok(counted > 15, `${counted} of ${broken.length}`);
      await given.page.assertQuiet();
    });

    test("of long texts only what is around their first difference is drawn", async () => {
      await open();
      const compared = (a, b) => run((a, b) => window.harness.evidence.compared(a, b), a, b);
      const start = "word ".repeat(200_000);
      const far = await compared(`${start}one${start}`, `${start}two${start}`);
      assert.deepEqual(far.marks, ["o", "t"]);
      assert.match(far.words, /First difference at character 1,000,001\./);
      assert.ok(far.length < 2000, `${far.length}`);
      const wider = await run(() => window.harness.evidence.wider());
      assert.ok(wider > 15_000 && wider < 100_000, `${wider}`);
      // Only the second halves of these two differ; each is shown whole.
      const faces = await compared("see 😀!", "see 😁!");
      assert.deepEqual(faces.marks, ["😀", "😁"]);
      assert.match(faces.words, /character 5: first U\+1F600, then U\+1F601\./);
      // Letters that look alike, and characters that are not seen.
      const alike = await compared("Checkp\u043eint", "Checkpoint");
      assert.deepEqual(alike.marks, ["⟨U+043E⟩", "o"]);
      const hidden = await compared("a\u202eb", "a\u202db");
      assert.deepEqual(hidden.marks, ["⟨U+202E⟩", "⟨U+202D⟩"]);
      const shorter = await compared("abc", "abcd");
      assert.deepEqual(shorter.marks, ["", "d"]);
      assert.match(shorter.words, /Expected ends before character 4\./);
      await given.page.assertQuiet();
    });

    test("a long text is cut before it is drawn, between characters, and comes in steps", async () => {
      await open();
      const shown = (text) => run((text) => window.harness.evidence.text(text), text);
      for (const length of [479, 480, 481, 720, 721, 5000]) {
        for (const text of ["x".repeat(length), `${"x".repeat(length % 2)}${"😀".repeat(length)}`]) {
          const { first, steps, whole } = await shown(text);
          assert.ok(first.length <= 721 && text.startsWith(first), `${length}`);
          assert.equal(whole, visible(text));
          assert.equal(steps, text.length > 720 ? 1 : 0);
        }
      }
      const hidden = await shown("\u202e".repeat(700));
      assert.ok(hidden.first.length <= 721, `${hidden.first.length}`);
      const { first, steps, whole } = await shown("word ".repeat(20_000));
      assert.equal(first, `${"word ".repeat(96)}`);
      assert.equal(steps, 5);
      assert.equal(whole, "word ".repeat(20_000));
      await given.page.assertQuiet();
    });

    test("a title of ten megabytes is shown in part", async () => {
      await open();
      const text = changed("record-2101.05782", (record) => {
        record.paper.title = "long 😀 title ".repeat(500_000);
      });
      await check(text);
      const title = await run(() => document.querySelector('[data-claim="title"]').textContent);
      assert.match(title, /long 😀 title/);
      assert.match(title, /Show more: 20,000 of/);
      assert.ok(title.length < 1000, `${title.length}`);
      const all = await run(() => document.body.textContent.length);
      assert.ok(all < 200_000, `${all}`);
    });

    test("the failing check and its first difference are seen without scrolling", async (t) => {
      let counted = 0;
      for (const [width, height] of SIZES) {
        await frame(width, height);
        const texts = { ...wrong };
        // Where there is least room, every way in which a document can be broken.
        for (const { name, text } of broken) {
          if (width === 360 || /^(bundle\/digest|signature\/another|state\/entry)/.test(name))
            texts[name] = text;
        }
        for (const [name, text] of Object.entries(texts)) {
          const seen = await run((text, name) => window.framed.check(text, name), text, name);
          const what = `${name} at ${width} x ${height}: ${JSON.stringify(seen)}`;
          assert.equal(seen.scrolled, 0, what);
          assert.deepEqual(seen.below, [], what);
          assert.ok(seen.looked >= 1, what);
          assert.ok(seen.over <= 0, what);
          counted += 1;
        }
      }
      t.diagnostic(`${counted} documents`);
      assert.ok(counted > 55, `${counted}`);
    });

    test("every way to hand over a document is seen without scrolling", async () => {
      for (const [width, height] of SIZES) {
        await frame(width, height);
        const ways = await run(() => window.framed.ways());
        for (const [selector, { top, bottom, left, right }] of Object.entries(ways)) {
          const what = `${selector} at ${width} x ${height}: ${top} to ${bottom}`;
          assert.ok(top >= 0 && bottom <= height && left >= 0 && right <= width, what);
        }
        assert.ok(Object.keys(ways).length >= 6);
        const requests = await run(() => window.framed.requests());
        assert.match(requests, /Nothing leaves this machine/);
        assert.match(requests, /0 requests/);
      }
    });

    test("nothing stands out sideways on the narrowest screen, with all unfolded", async () => {
      await frame(320, 640);
      for (const [name, text] of Object.entries({
        ...wrong,
        sample: sample("bundle-1212.1787").bytes.toString("utf8"),
      })) {
        await run((text, name) => window.framed.check(text, name), text, name);
        const over = await run(() => window.framed.unfolded());
        assert.deepEqual(over, [], name);
      }
    });

    test("a changed bundle can be tried without having one", async () => {
      await open();
      await given.page.click('[data-sample$="-changed"]');
      await given.page.verdict("broken");
      await given.page.assertQuiet();
    });

    test("the contents list each section, lead to it, and leave the address alone", async () => {
      await open();
      assert.equal(await run(() => window.harness.counts(".contents")), 0);
      await check(retitled());
      const { listed, there } = await run(() => window.harness.evidence.contents());
      assert.ok(listed.length >= 8, listed.join());
      assert.deepEqual(listed, there);
      assert.equal(listed[0], "verdict");
      const address = await run(() => location.href);
      for (const id of ["checks", "coverage", "verdict"]) {
        await run((id) => document.querySelector(`.contents [data-section="${id}"]`).focus(), id);
        await given.browser.press("Enter");
        const at = await run((id) => window.harness.evidence.arrived(id), id);
        assert.deepEqual(at, { focused: true, seen: true, current: [id] }, id);
      }
      assert.equal(await run(() => location.href), address);
      // A section that comes later is listed in its place.
      const later = await run(() => window.harness.evidence.addSection());
      assert.deepEqual(later.listed, later.there);
      assert.ok(later.listed.includes("later"));
      await given.page.assertQuiet();
    });

    test("on a phone the contents are a bar that unfolds", async () => {
      await frame(360, 740);
      await run((text) => window.framed.check(text, "phone.json"), retitled());
      const bar = await run(() => window.framed.bar());
      assert.equal(bar.bottom, 740);
      assert.ok(bar.height <= 48, `${bar.height}`);
      assert.equal(bar.list, 0);
      const open = await run(() => window.framed.unfoldBar());
      assert.equal(open.expanded, "true");
      assert.ok(open.top >= 0 && open.links.every((height) => height >= 44), JSON.stringify(open));
      assert.deepEqual(await run(() => window.framed.escapeBar()), { expanded: "false", focused: true });
      const gone = await run(() => window.framed.goByBar("coverage"));
      assert.deepEqual(gone, { expanded: "false", focused: "coverage" });
    });

    /** Opens the page in a frame of a size. */
    async function frame(width, height) {
      await given.browser.open(`${given.server.address}/frame.html`);
      await run(installFrame, width, height);
      await run(() => window.framed.ready());
    }
  },
  { texts: { "/frame.html": FRAME } },
);

/** A vector, its verdict, and the check that decides it. */
function read(name, text) {
  const { checks, verdict } = verify(text);
  const failing = checks[verdict.failing ?? -1];
  return { name, text, word: verdict.word, failing, by: `${failing?.name} ${failing?.reason}` };
}

function firstDifference(a, b) {
  const [left, right] = [[...a], [...b]];
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at += 1;
  return at;
}

/** Offset, sixteen bytes, and the same as ASCII, in each line. */
function assertDump(shown, bytes, from) {
  const lines = shown.replace(/^\n/, "").split("\n");
  assert.equal(lines.length, Math.ceil(bytes.length / 16));
  for (const [index, line] of lines.entries()) {
    const part = bytes.subarray(16 * index, 16 * index + 16);
    const ascii = [...part].map((byte) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : "."));
    assert.equal(line.slice(0, 8), (from + 16 * index).toString(16).padStart(8, "0"));
    assert.equal(line.slice(8, 60).replaceAll(" ", ""), part.toString("hex"));
    assert.equal(line.slice(60), ascii.join(""));
  }
}

/** Runs in the page: what the tests do to checks and buttons. */
function install() {
  const soon = () => new Promise((resolve) => setTimeout(resolve, 5));
  const until = async (find) => {
    for (let i = 0; i < 2000; i += 1) {
      const found = find();
      if (found) return found;
      await soon();
    }
    throw new Error(`gave up waiting: ${find}`);
  };
  const one = (name, pointer) =>
    [...document.querySelectorAll("[data-check]")].find(
      (element) =>
        element.dataset.check === name && (pointer === undefined || element.dataset.pointer === pointer),
    );
  const unfold = async (name, pointer) => {
    const element = one(name, pointer);
    element.querySelector("details").open = true;
    await until(() => element.querySelector(".grounds dl"));
    return element;
  };
  const updated = async (element) => {
    await element.updateComplete;
    return element;
  };
  /** What a copy button would copy. */
  const copied = async (button) => {
    const { writeText } = navigator.clipboard;
    try {
      return await new Promise((resolve) => {
        navigator.clipboard.writeText = async (text) => resolve(text);
        button.click();
      });
    } finally {
      navigator.clipboard.writeText = writeText;
    }
  };
  const openBytes = async (name, pointer) => {
    const bytes = (await unfold(name, pointer)).querySelector("pith-bytes");
    bytes.querySelector("details").open = true;
    await until(() => bytes.querySelector("[data-form]"));
    return bytes;
  };
  const listed = () => [...document.querySelectorAll(".contents a")].map((link) => link.dataset.section);
  const there = () =>
    [...document.querySelectorAll("main section[aria-labelledby]")]
      .filter((section) => section.matches(".verdict, .part") && section.getClientRects().length > 0)
      .map((section) => section.getAttribute("aria-labelledby"));

  window.harness.evidence = {
    async bytes(name, pointer) {
      const bytes = await openBytes(name, pointer);
      const got = {
        about: bytes.querySelector("dl").textContent,
        copied: await copied(bytes.querySelector(".actions pith-copy button")),
        saved: await window.harness.saved.call(null, `[data-bytes][open] [data-action="bytes-save"]`),
      };
      bytes.querySelector('[data-action="bytes-hex"]').click();
      await updated(bytes);
      got.hex = await copied(bytes.querySelector(".actions pith-copy button"));
      bytes.querySelector("details").open = false;
      await until(() => !bytes.querySelector("[data-form]"));
      return got;
    },
    async windows(name) {
      const bytes = await openBytes(name);
      const copy = await copied(bytes.querySelector(".actions pith-copy button"));
      const windows = { hex: [], text: [] };
      for (const form of ["hex", "text"]) {
        bytes.querySelector(`[data-action="bytes-${form}"]`).click();
        await updated(bytes);
        for (;;) {
          const { dataset, textContent: shown } = bytes.querySelector("[data-form]");
          windows[form].push({ from: Number(dataset.from), to: Number(dataset.to), shown });
          const next = bytes.querySelector('[data-action="bytes-next"]');
          if (next.getAttribute("aria-disabled") === "true") break;
          next.click();
          await updated(bytes);
        }
        // Back to the start, by its button.
        const back = bytes.querySelector('[data-action="bytes-previous"]');
        while (back.getAttribute("aria-disabled") === "false") {
          back.click();
          await updated(bytes);
        }
      }
      return { copied: copy, windows };
    },
    /** The bytes of a check that is none of the document's, asked for below an element. */
    async stranger(hashed, below) {
      const bytes = document.createElement("pith-bytes");
      bytes.hashed = hashed;
      document.querySelector(below).append(bytes);
      await updated(bytes);
      bytes.querySelector("details").open = true;
      const said = (await until(() => bytes.querySelector(".error"))).textContent;
      bytes.remove();
      return said;
    },
    async signed(name, pointer) {
      const signed = (await unfold(name, pointer)).querySelector("pith-signed");
      if (signed === null) return null;
      const got = { copied: [], shown: [] };
      for (const row of signed.querySelectorAll("dd")) {
        got.shown.push(row.querySelector(".quoted").textContent);
        got.copied.push(await copied(row.querySelector("pith-copy button")));
      }
      return got;
    },
    async commands(name, pointer) {
      const redo = (await unfold(name, pointer)).querySelector("pith-redo");
      redo.querySelector("details").open = true;
      await until(() => redo.querySelector(".command"));
      const got = [];
      for (const command of redo.querySelectorAll(".command")) {
        got.push({
          tool: command.dataset.tool,
          copied: await copied(command.querySelector("pith-copy button")),
        });
      }
      return got;
    },
    async said(selector, text = "") {
      const status = document.querySelector(`${selector} [role="status"]`);
      await until(() => status.textContent.trim() !== "" && status.textContent.includes(text));
      return status.textContent.trim();
    },
    selected() {
      const { value, selectionStart, selectionEnd } = document.activeElement;
      return value.slice(selectionStart, selectionEnd);
    },
    async written(selector) {
      const field = document.querySelector(selector);
      await until(() => field.value !== "");
      const { value } = field;
      field.value = "";
      return value;
    },
    async copyAlone(text) {
      const button = document.createElement("pith-copy");
      button.text = text;
      document.querySelector("main").append(button);
      await updated(button);
      button.querySelector("button").click();
      await until(() => button.querySelector('[role="status"]').textContent !== "");
      const said = button.querySelector('[role="status"]').textContent;
      button.remove();
      return said;
    },
    difference() {
      const compare = document.querySelector("pith-failures [data-check] pith-compare");
      const words = compare.querySelector("[data-difference]");
      if (words === null) return null;
      const marks = [...compare.querySelectorAll("mark")].map((mark) => ({
        text: mark.textContent,
        left: mark.getBoundingClientRect().left,
        weight: Number(getComputedStyle(mark).fontWeight),
        border: parseFloat(getComputedStyle(mark).borderBottomWidth),
      }));
      return { at: Number(words.dataset.difference), words: words.textContent.trim(), marks };
    },
    async compared(expected, computed) {
      document.querySelector("#tested")?.remove();
      const compare = document.createElement("pith-compare");
      Object.assign(compare, { id: "tested", alike: true, expected, computed });
      document.querySelector("main").append(compare);
      await updated(compare);
      return {
        marks: [...compare.querySelectorAll("mark")].map((mark) => mark.textContent),
        words: compare.querySelector("[data-difference]").textContent.trim(),
        length: compare.textContent.length,
      };
    },
    async wider() {
      const compare = document.querySelector("#tested");
      compare.querySelector('[data-action="wider"]').click();
      await updated(compare);
      return compare.textContent.length;
    },
    async text(text) {
      const element = document.createElement("pith-text");
      element.text = text;
      document.querySelector("main").append(element);
      await updated(element);
      const read = () => element.querySelector("bdi").textContent;
      const got = { first: read(), steps: 0 };
      for (;;) {
        const more = [...element.querySelectorAll("button")].find((button) =>
          /^Show (all|more)/.test(button.textContent),
        );
        if (more === undefined) break;
        more.click();
        await updated(element);
        got.steps += 1;
      }
      got.whole = read();
      element.remove();
      return got;
    },
    async contents() {
      await until(() => listed().length >= 8 && listed().join() === there().join());
      return { listed: listed(), there: there() };
    },
    async arrived(id) {
      const heading = document.getElementById(id);
      await until(() => document.activeElement === heading);
      await until(() => document.querySelector(`.contents [data-section="${id}"][aria-current]`));
      const { top, bottom } = heading.getBoundingClientRect();
      return {
        focused: document.activeElement === heading,
        seen: top >= 0 && bottom <= innerHeight,
        current: [...document.querySelectorAll(".contents [aria-current]")].map(
          (link) => link.dataset.section,
        ),
      };
    },
    async addSection() {
      const section = document.createElement("section");
      section.className = "part";
      section.setAttribute("aria-labelledby", "later");
      const heading = document.createElement("h2");
      heading.id = "later";
      heading.textContent = "Later";
      section.append(heading);
      document.querySelector("pith-coverage").before(section);
      await until(() => listed().includes("later"));
      const got = { listed: listed(), there: there() };
      section.remove();
      return got;
    },
  };
}

/** Runs in the page around the frame. */
function installFrame(width, height) {
  const frame = document.createElement("iframe");
  Object.assign(frame.style, { width: `${width}px`, height: `${height}px`, border: "0" });
  Object.assign(frame, { src: "/" });
  document.body.append(frame);
  const inner = () => frame.contentWindow;
  const soon = () => new Promise((resolve) => setTimeout(resolve, 10));
  const until = async (find) => {
    for (let i = 0; i < 9000; i += 1) {
      const found = find();
      if (found) return found;
      await soon();
    }
    throw new Error(`gave up waiting: ${find}`);
  };
  const all = (selector) => [...inner().document.querySelectorAll(selector)];
  const box = (element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return { top, bottom, left, right };
  };
  /** What of the window is not under the bar. */
  const floor = () => {
    const bar = all(".contents").find(
      (each) => inner().getComputedStyle(each.parentElement).position === "fixed",
    );
    return bar === undefined ? inner().innerHeight : bar.getBoundingClientRect().top;
  };

  window.framed = {
    ready: () =>
      until(() => all("[data-action=open-file]").length > 0 && all('[data-self-test="passed"]').length > 0),
    async check(text, name) {
      const view = inner();
      const data = new view.DataTransfer();
      data.items.add(new view.File([text], name, { type: "application/json" }));
      for (const type of ["dragenter", "dragover", "drop"]) {
        const options = { dataTransfer: data, bubbles: true, cancelable: true, composed: true };
        view.document.body.dispatchEvent(new view.DragEvent(type, options));
      }
      await until(() => all("pith-file .quoted").some((quoted) => quoted.textContent === name));
      await until(() => view.document.activeElement?.id === "verdict");
      await until(() => all('.result[aria-busy="false"]').length > 0);
      await until(() => all(".contents a").length > 5);
      const first = all("pith-failures [data-check]")[0];
      const marks =
        first === undefined
          ? []
          : [...first.querySelectorAll("pith-compare")].slice(0, 1).flatMap((compare) => {
              const found = [...compare.querySelectorAll("mark")];
              return found.length > 0 ? found : [...compare.querySelectorAll("dt")];
            });
      const looked = [...(first === undefined ? [] : [first.querySelector("h4")]), ...marks];
      return {
        scrolled: view.scrollY,
        looked: looked.length,
        below: looked.map(box).filter(({ top, bottom }) => top < 0 || bottom > floor()),
        floor: floor(),
        over: view.document.documentElement.scrollWidth - view.document.documentElement.clientWidth,
      };
    },
    ways() {
      const selectors = [
        "#input",
        ".drop",
        "[data-action=open-file]",
        "#text",
        "[data-action=verify-text]",
        "#samples",
        "[data-sample]",
        "pith-requests",
      ];
      return Object.fromEntries(selectors.map((selector) => [selector, box(all(selector)[0])]));
    },
    requests: () => all("pith-requests")[0].textContent,
    /** What stands out sideways once all is unfolded. */
    async unfolded() {
      // What is unfolded may have more in it to unfold, which comes when it is drawn.
      let still = 0;
      await until(() => {
        const folded = all("details").filter((details) => !details.open);
        for (const details of folded) details.open = true;
        const have = all("pith-bytes :is([data-form], .error)").length;
        still = folded.length === 0 && have === all("pith-bytes").length ? still + 1 : 0;
        return still === 5;
      });
      const wide = inner().document.documentElement.clientWidth;
      if (inner().document.documentElement.scrollWidth <= wide) return [];
      return all("main *")
        .filter((element) => element.getBoundingClientRect().right > wide + 1)
        .slice(0, 5)
        .map((element) => element.outerHTML.slice(0, 120));
    },
    bar() {
      const { top, bottom } = all(".contents")[0].getBoundingClientRect();
      return { bottom, height: bottom - top, list: all(".contents ol")[0].getClientRects().length };
    },
    async unfoldBar() {
      const button = all(".contents-button")[0];
      button.click();
      await until(() => all(".contents ol")[0].getClientRects().length > 0);
      return {
        expanded: button.getAttribute("aria-expanded"),
        top: all(".contents ol")[0].getBoundingClientRect().top,
        links: all(".contents a").map((link) => link.getBoundingClientRect().height),
      };
    },
    async escapeBar() {
      const link = all(".contents a")[1];
      link.focus();
      link.dispatchEvent(new (inner().KeyboardEvent)("keydown", { key: "Escape", bubbles: true }));
      const button = all(".contents-button")[0];
      await until(() => button.getAttribute("aria-expanded") === "false");
      return {
        expanded: button.getAttribute("aria-expanded"),
        focused: inner().document.activeElement === button,
      };
    },
    async goByBar(id) {
      await this.unfoldBar();
      all(`.contents [data-section="${id}"]`)[0].click();
      await until(() => inner().document.activeElement?.id === id);
      await until(() => all(".contents ol")[0].getClientRects().length === 0);
      return {
        expanded: all(".contents-button")[0].getAttribute("aria-expanded"),
        focused: inner().document.activeElement.id,
      };
    },
  };
}
