// The languages of the page: chosen by the switch, and by the language that the browser is set to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { inEachBrowser } from "../browsers.js";
import { names } from "../drivers/index.js";
import { retitled, sample } from "../documents.js";

/** Words that a German page has no use for. Names, and text of documents, are not among them. */
const ENGLISH =
  /\b(Verified|Checks?|Skip to|Language|Open a file|Drop a file|Nothing leaves|requests?|Whose key|What this|Passed|Failed|Expected|Computed|Fingerprint|Signatures here|Redo it|Timestamp proofs|Keep the report|Save as|bytes|the canonical form|Section \d)\b/;

inEachBrowser((given) => {
  const evaluate = (work, ...args) => given.browser.evaluate(work, ...args);
  /** Chooses a language as a reader does, and waits until it is spoken. */
  const choose = (tag) =>
    evaluate(async (tag) => {
      const list = document.querySelector('[data-action="language"]');
      list.value = tag;
      list.dispatchEvent(new Event("change", { bubbles: true }));
      for (let i = 0; i < 250 && document.documentElement.lang !== tag; i += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }, tag);
  const state = () =>
    evaluate(() => ({
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      title: document.title,
      chosen: document.querySelector('[data-action="language"]').value,
      requests: document.querySelector("pith-requests").dataset.requests,
      own: document.querySelector("pith-requests").dataset.own,
    }));
  /** What stands in the page in whatever language: everything that tests and programs read. */
  const facts = () =>
    evaluate(() => {
      const names = [
        "verdict",
        "check",
        "outcome",
        "pointer",
        "reason",
        "trust",
        "claim",
        "class",
        "timestamp",
      ];
      return [...document.querySelectorAll("main *")]
        .map((element) => names.map((name) => element.dataset[name] ?? "").join("|"))
        .filter((line) => /[^|]/.test(line));
    });
  const quoted = () =>
    evaluate(() => [...document.querySelectorAll(".quoted bdi")].map((element) => element.textContent));
  /** The text of the page without text of the document and without what is marked as English. */
  const own = () =>
    evaluate(() => {
      const copy = document.querySelector("pith-app").cloneNode(true);
      const foreign =
        '.quoted, [lang="en"], bdi, code, kbd, option, .samples .about, .samples .name, .version, textarea';
      for (const element of copy.querySelectorAll(foreign)) element.remove();
      const words = [copy.textContent];
      for (const element of copy.querySelectorAll("[title], [aria-label]")) {
        words.push(element.getAttribute("title") ?? "", element.getAttribute("aria-label") ?? "");
      }
      // Text of the document within a sentence stands isolated.
      return words.join("\n").replace(/\u2068[^\u2069]*\u2069/g, "");
    });
  const forget = () => evaluate(() => localStorage.removeItem("pith-language"));

  test("the switch changes the language and loses nothing", async () => {
    await given.page.open();
    const { requests: atStart, own: ownAtStart, ...spoken } = await state();
    assert.deepEqual(spoken, { lang: "en", dir: "ltr", title: "Pith verifier", chosen: "en" });
    assert.equal(atStart, ownAtStart, "only files of this page were asked for");
    await given.page.drop(retitled(), "changed.json");
    await given.page.verdict("broken");
    await given.page.text();
    const before = { facts: await facts(), quoted: await quoted() };
    assert.ok(before.facts.length > 50);
    const address = await evaluate(() => location.href);

    await choose("de");
    assert.equal(await evaluate(() => location.href), address, "the page was not loaded again");
    const { requests, own: ofThisPage, ...rest } = await state();
    assert.deepEqual(rest, { lang: "de", dir: "ltr", title: "Pith-Prüfprogramm", chosen: "de" });
    assert.equal(requests, ofThisPage, "only files of this page were asked for");
    assert.equal(Number(requests), Number(atStart) + 1, "a language is one file");
    await given.page.text();
    assert.deepEqual(await facts(), before.facts);
    // Values that the verifier words itself may differ; what the document says does not.
    const after = await quoted();
    const lost = before.quoted.filter((text) => !after.includes(text));
    assert.deepEqual(
      lost.filter(
        (text) =>
          !/^(holds|does not hold|Ed25519 by key|a key of|the content has|an event |[0-9a-f]{32}, )/.test(
            text,
          ),
      ),
      [],
    );
    const text = await own();
    assert.match(text, /Ungültig/);
    assert.match(text, /entspricht nicht den eigenen Angaben/);
    const [verdict] = await given.page.verdict("broken");
    assert.match(verdict.text, /Ungültig/);
    // What the verifier says in English is at hand, and marked as English.
    assert.ok((await evaluate(() => window.harness.counts('[data-original] [lang="en"]'))) > 10);

    await choose("en");
    assert.equal((await state()).title, "Pith verifier");
    await given.page.text();
    assert.deepEqual(await facts(), before.facts);
    const again = await quoted();
    assert.deepEqual(
      before.quoted.filter((text) => !again.includes(text)),
      [],
    );
    assert.equal(await evaluate(() => window.harness.counts("[data-original]")), 0);
    assert.deepEqual(await evaluate(() => window.harness.since().violations), []);
    await forget();
  });

  test("a choice is remembered, and the page then speaks it from the start, without a late request", async () => {
    await given.page.open();
    await choose("de");
    await given.page.open();
    assert.equal((await state()).lang, "de");
    for (const name of ["bundle-1212.1787", "graph-1706.00337", "record-2101.05782", "pith-mirrors"]) {
      const { bytes, file, verdict } = sample(name);
      await given.page.drop(bytes.toString("utf8"), file);
      assert.equal((await given.page.verdict(verdict))[0].word, verdict);
      await given.page.text();
      const text = await own();
      const left = text.match(ENGLISH);
      assert.ok(
        left === null,
        `English in German: ${left?.[0]} in ${text.slice((left?.index ?? 0) - 60, (left?.index ?? 0) + 60)}`,
      );
    }
    await given.page.drop("no JSON");
    assert.match((await given.page.verdict("unreadable"))[0].text, /Erwartet JSON/);
    await given.page.assertQuiet();
    await forget();
  });

  test("the switch has a name, and a target that a finger meets", async () => {
    await given.page.open();
    const found = await evaluate(() => {
      const list = document.querySelector('[data-action="language"]');
      const { width, height } = list.getBoundingClientRect();
      return {
        label: list.labels[0]?.querySelector("span")?.textContent,
        tall: height >= 44 && width >= 44,
        languages: [...list.options].map((option) => [option.value, option.lang, option.textContent]),
      };
    });
    assert.equal(found.label, "Language");
    assert.ok(found.tall);
    assert.ok(found.languages.length >= 2);
    for (const [value, lang, name] of found.languages) assert.ok(value === lang && name !== "", value);
    await given.page.assertQuiet();
  });
});

// WebKitGTK takes the language of its system, which a test cannot set.
for (const only of names.filter((name) => name !== "webkit")) {
  inEachBrowser(
    (given) => {
      test("a browser that is set to German gets the page in German, without a late request", async () => {
        await given.page.open();
        const found = await given.browser.evaluate(() => ({
          browser: navigator.languages[0].slice(0, 2),
          page: document.documentElement.lang,
          title: document.querySelector("h1").textContent.trim(),
        }));
        assert.deepEqual(found, { browser: "de", page: "de", title: "Pith-Prüfprogramm" });
        await given.page.drop(sample("bundle-1212.1787").bytes.toString("utf8"));
        assert.match((await given.page.verdict("verified"))[0].text, /Verifiziert/);
        await given.page.assertQuiet();
      });
    },
    { only, language: "de-DE" },
  );
}
