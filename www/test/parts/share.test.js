// A document in a link: it comes out as it went in, and nothing else does. And the page on paper.
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { crc32, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { inEachBrowser } from "../browsers.js";
import { retitled, sample, samples } from "../documents.js";

const MOST = 32_000;
const bundle = sample("bundle-1212.1787");
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** What the page puts in front of a document before it is compressed. */
const packed = (bytes, name = "") => {
  const encoded = Buffer.from(name);
  return Buffer.concat([Buffer.of(encoded.length), encoded, Buffer.from(bytes)]);
};
const fragment = (stream) => `#d=1.${Buffer.from(stream).toString("base64url")}`;
const carrying = (bytes, name) => fragment(deflateSync(packed(bytes, name), { level: 9 }));

/** Fragments that carry no document, and what is said of each. */
const HOSTILE = (() => {
  const good = deflateSync(packed(bundle.bytes, bundle.file));
  const text = good.toString("base64url");
  const flipped = Buffer.from(good);
  flipped[flipped.length >> 1] ^= 1;
  const sum = Buffer.from(good);
  sum[sum.length - 1] ^= 1;
  // Two characters stand for one byte, so the last four bits of the second are none.
  const odd = Buffer.concat([good, Buffer.alloc((4 - (good.length % 3)) % 3)]);
  const tail = deflateSync(packed("{}")).toString("base64url");
  const bits = (stream) => {
    const written = stream.toString("base64url");
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return written.slice(0, -1) + letters[letters.indexOf(written.at(-1)) + 1];
  };
  assert.ok(odd.length % 3 === 1 && tail.length > 0);
  const truncated = (length) => fragment(good.subarray(0, length));
  return {
    version: {
      "no version": "#d=",
      "a later version": `#d=2.${text}`,
      "a version without its dot": "#d=1",
      "another first version": `#d=01.${text}`,
      "the document itself": `#d=${encodeURIComponent("{}")}`,
    },
    encoding: {
      "a character of another alphabet": `#d=1.${text.slice(0, 40)}+${text.slice(41)}`,
      "an equals sign": `#d=1.${text}=`,
      "an escape": `#d=1.%41${text.slice(1)}`,
      markup: "#d=1.<img src=x onerror=alert(1)>",
      "an option beside it": `#d=1.${text}&trustKeys=${"ab".repeat(32)}`,
      "a length that no bytes have": `#d=1.${text.slice(0, 41)}`,
      "bits after the last byte": `#d=1.${bits(odd)}`,
      "white space": `#d=1.${text.slice(0, 40)} ${text.slice(40)}`,
    },
    damaged: {
      nothing: "#d=1.",
      "half of it": truncated(good.length >> 1),
      "all but the last byte": truncated(good.length - 1),
      "all but the checksum": truncated(good.length - 4),
      "a byte more": fragment(Buffer.concat([good, Buffer.of(0)])),
      "a second document": fragment(Buffer.concat([good, good])),
      "another bit in the middle": fragment(flipped),
      "another checksum": fragment(sum),
      "no checksum": fragment(deflateRawSync(packed(bundle.bytes))),
      "another container": fragment(gzipSync(packed(bundle.bytes))),
      "bytes at random": fragment(Buffer.from(sha256("x"), "hex")),
      "no length of the name": fragment(deflateSync(Buffer.alloc(0))),
      "a name longer than all": fragment(deflateSync(Buffer.of(9, 65))),
      "a name that is no UTF-8": fragment(deflateSync(Buffer.of(2, 0xc3, 0x28, 0x7b, 0x7d))),
    },
    tooLarge: {
      "a bomb": fragment(deflateSync(Buffer.alloc(20 << 20), { level: 9 })),
      "a byte over": fragment(deflateSync(Buffer.alloc((2 << 20) + 257), { level: 9 })),
    },
    tooLong: {
      "more than a link has": `#d=1.${"A".repeat(MOST)}`,
    },
  };
})();

const SAID = {
  version: /of a form that this page does not know/,
  encoding: /characters that do not belong there/,
  damaged: /cut off, or something in it was changed/,
  tooLarge: /becomes more than 2,097,152 bytes/,
  tooLong: /longer than any that this page makes/,
};

inEachBrowser((given) => {
  const run = (work, ...args) => given.browser.evaluate(work, ...args);
  const seen = (selector) => run((selector) => window.harness.seen(selector), selector);
  const linkOf = async () => {
    await given.page.click("[data-action=share]");
    await seen("pith-share [data-link]");
    return run(() => document.querySelector("pith-share [data-link]").value);
  };
  /** The SHA-256 that the report shows, and the link's notice. */
  const shown = () =>
    run(() => ({
      file: document.querySelector("pith-file").textContent.replaceAll(/\s/g, ""),
      notice: document.querySelector("[data-from-link]")?.textContent ?? "",
      hash: location.hash,
    }));
  const follow = (hash) => run((hash) => void (location.hash = hash), hash);

  test("each sample comes out of its link byte for byte, with the same verdict and no request", async () => {
    let opened = 0;
    for (const each of samples) {
      await given.page.open();
      await given.page.openFile(each.path);
      await given.page.verdict(each.verdict);
      const link = await linkOf();
      const [address, hash] = link.split("#");
      assert.equal(address, `${given.server.address}/`);
      assert.ok(link.length <= MOST && link.length > 500);
      assert.match(hash, /^d=1\.[\w-]+$/);
      await given.page.assertQuiet();

      await given.page.open(`/?opened#${hash}`);
      await given.page.verdict(each.verdict);
      const { file, notice } = await shown();
      assert.ok(file.includes(sha256(each.bytes)), each.name);
      assert.match(notice, /came in the link itself/);
      assert.ok(notice.includes(each.file), notice);
      await given.page.assertQuiet();
      opened += 1;
    }
    assert.equal(opened, 8);
  });

  test("bytes of any kind, and text that was pasted, stay as they are", async () => {
    const files = {
      "not-utf8.json": Buffer.of(0x5b, 0x22, 0xff, 0x22, 0x5d),
      "with-mark.json": Buffer.from("\uFEFF{}"),
      "empty.json": Buffer.alloc(0),
      "random.bin": randomBytes(1000),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const path = join(given.folder, name);
      writeFileSync(path, bytes);
      await given.page.open();
      await given.page.openFile(path);
      await given.page.verdict("unreadable");
      await follow((await linkOf()).replace(/^.*#/, "#"));
      await seen("[data-from-link]");
      await given.page.verdict("unreadable");
      assert.ok((await shown()).file.includes(sha256(bytes)), name);
    }
    const pasted = '{"ä": "\u{1f600}\u202e \r\n"}';
    await given.page.open();
    await given.page.paste(pasted);
    await given.page.verdict("unreadable");
    await follow((await linkOf()).replace(/^.*#/, "#"));
    const [notice] = await seen("[data-from-link]");
    await given.page.verdict("unreadable");
    assert.ok((await shown()).file.includes(sha256(pasted)));
    assert.doesNotMatch(notice, /calls it/);
    await given.page.assertQuiet();
  });

  test("what cannot be in a link is said, with its figure", async () => {
    const fault = async () => {
      await given.page.click("[data-action=share]");
      const [said] = await seen("[data-share-fault]");
      assert.equal(await run(() => window.harness.counts("pith-share [data-link]")), 0);
      return { said, why: await run(() => document.querySelector("[data-share-fault]").dataset.shareFault) };
    };
    await given.page.open();
    await given.page.paste('{"a": "\uD800"}');
    await given.page.verdict("unreadable");
    assert.equal((await fault()).why, "noUtf8");

    await given.page.drop(JSON.stringify({ noise: randomBytes(60_000).toString("base64") }));
    await given.page.verdict("unreadable");
    const long = await fault();
    assert.equal(long.why, "tooLong");
    assert.match(long.said, /it would have \d\d,\d{3} characters, and the most is 32,000/);

    await run(() => window.harness.drop(`["${"a".repeat(2 << 20)}"]`, "large.json"));
    await given.page.verdict("unreadable");
    const large = await fault();
    assert.equal(large.why, "farTooLarge");
    assert.match(large.said, /the document has 2,097,156 bytes, and the most is 2,097,152/);
    await given.page.assertQuiet();
  });

  for (const [why, fragments] of Object.entries(HOSTILE)) {
    test(`a link with ${Object.keys(fragments).join(", ")} gives no verdict`, async () => {
      await given.page.open();
      for (const [what, hash] of Object.entries(fragments)) {
        // A good one first, so that what is seen is of this one.
        await follow(carrying(retitled(), what));
        await given.page.verdict("broken");
        await follow(hash);
        const [said] = await seen("[data-tool-error]");
        assert.match(said, SAID[why], what);
        assert.match(said, /neither verified nor broken/);
        assert.equal(await run(() => window.harness.counts("[data-verdict], [data-from-link]")), 0, what);
      }
      await given.page.drop(bundle.bytes.toString());
      await given.page.verdict("verified");
      await given.page.assertQuiet();
    });
  }

  test("a hostile link is refused when the page opens with it, too", async () => {
    for (const hash of [
      HOSTILE.damaged["half of it"],
      HOSTILE.tooLarge["a bomb"],
      HOSTILE.version["no version"],
    ]) {
      await given.page.open(`/?${crc32(hash)}${hash}`);
      await seen("[data-tool-error]");
      assert.equal(await run(() => window.harness.counts("[data-verdict]")), 0);
      await given.page.assertQuiet();
    }
  });

  test("a name from a link is text, and brings neither keys nor proofs", async () => {
    for (const name of [
      '<img src=x onerror="alert(1)">',
      "verified\u202enosj.\u0000\n\u200b",
      "proof.ots",
      "javascript:alert(1)",
      "\u{e0041}".repeat(60),
    ]) {
      await given.page.open(`/?${crc32(name)}${carrying(bundle.bytes, name)}`);
      await given.page.verdict("verified");
      const { notice } = await shown();
      assert.match(notice, /The link calls it/);
      assert.doesNotMatch(notice, /[\u202e\u200b\u0000\u{e0041}]/u);
      assert.deepEqual(await run(() => window.harness.foreign()), []);
      assert.equal(await run(() => window.harness.counts("pith-timestamps [data-timestamp]")), 0);
      await given.page.assertQuiet();
    }
  });

  test("the address forgets the document when another one is taken", async () => {
    await given.page.open(`/?forget${carrying(bundle.bytes, "a.json")}`);
    await given.page.verdict("verified");
    assert.match((await shown()).hash, /^#d=1\./);
    await given.page.drop(retitled());
    await given.page.verdict("broken");
    const after = await shown();
    assert.deepEqual([after.hash, after.notice], ["", ""]);
    // Other fragments, such as that of the link to the main part, are nothing to this page.
    await follow("#main");
    await follow("#d");
    assert.equal((await given.page.verdict("broken")).length > 0, true);
    await given.page.assertQuiet();
  });

  test("on paper what matters is unfolded, and folded again", async () => {
    await given.page.open();
    await given.page.drop(bundle.bytes.toString(), bundle.file);
    await given.page.verdict("verified");
    const open = () =>
      run(() => [...document.querySelectorAll(".result details")].map(({ open }) => open).join());
    const subjects = () => run(() => window.harness.counts("pith-checks details.subject:not([open])"));
    const before = await open();
    assert.ok((await subjects()) > 3);
    await run(() => void dispatchEvent(new Event("beforeprint")));
    assert.equal(await subjects(), 0);
    assert.equal(await run(() => window.harness.counts("details.redo[open]")), 0);
    await run(() => void dispatchEvent(new Event("afterprint")));
    assert.equal(await open(), before);
    await given.page.click("[data-action=print]");
    // It prints once what was unfolded has been drawn.
    const printed = await run(async () => {
      for (let i = 0; i < 200 && window.harness.since().dialogs.length === 0; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return {
        dialogs: window.harness.since().dialogs,
        folded: window.harness.counts("pith-checks details.subject:not([open])"),
      };
    });
    assert.deepEqual(printed, { dialogs: ["print "], folded: 0 });
    await run(() => void dispatchEvent(new Event("afterprint")));
    assert.equal(await open(), before);
  });
});
