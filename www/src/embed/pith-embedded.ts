import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { BytesAsked } from "../elements/pith-bytes.ts";
import type { Kept } from "../elements/pith-graph.ts";
import type { Shuffled } from "../elements/pith-replay.ts";
import { outcomeIcon, seal } from "../elements/icons.ts";
import { copy } from "../elements/pith-copy.ts";
import { quoted } from "../elements/pith-text.ts";
import "../elements/more.ts";
import { result, reveal } from "../elements/result.ts";
import { inTurns } from "../elements/turns.ts";
import { MATCH_OUTCOME } from "../elements/words.ts";
import type { Opinion } from "../engine/opinion.ts";
import type { Input } from "../engine/calls.ts";
import { Here } from "../engine/here.ts";
import { messageOf } from "../errors.ts";
import { faultOf, keysIn } from "../page/key-text.ts";
import { ORIGINALS } from "../page/originals.ts";
import { save } from "../page/save.ts";
import { download } from "../elements/download.ts";
import { link, ShareError } from "../page/share.ts";
import { linkFault } from "../page/share-words.ts";
import type { MatchReason, Outcome, Report } from "../report.ts";
import {
  begin,
  hashedBytes,
  letGo,
  matchText,
  mergeInOrders,
  type Options,
  ready,
  testItself,
  ToolError,
  UntestedError,
  verify,
  visible,
} from "../verify.ts";
import { type EmbedCatalogue, EmbedVoice } from "../words/embed.ts";
import { fill } from "../words/fill.ts";
import { matchWords, verdictWords } from "../words/sentences.ts";
import { giveVoice, preferred } from "../words/voice.ts";
import type {
  PithElement,
  PithErrorReason,
  PithSubject,
  PithSubjectWord,
} from "../../element/pith-element.d.ts";
import { SECONDS, type Source, SourceError, type SourceFault, take, type Taken } from "./source.ts";
import { type Compared, type Given, givenBy, type Named, named, wordOf } from "./subject.ts";
import { sheets, themeOf } from "./styles.ts";

/** Why there is no verdict, in whatever language is spoken when it is shown. */
interface Fault {
  reason: PithErrorReason;
  message: (w: EmbedCatalogue) => string;
}

/** What an element has come to. */
type Shown =
  | { as: "loading" | "checking" }
  | { as: "error"; fault: Fault }
  | {
      as: "report";
      report: Report;
      opinion: Opinion;
      taken: Taken;
      /** What the page named when it was compared. */
      given: Given[];
      /** `null` while it is being found out. */
      compared: Compared[] | null;
    };

/** What is known of a page that checks a document elsewhere: a link with the document in it, or one without. */
interface Elsewhere {
  href: string;
  host: string;
  carries: boolean;
}

/** Answers about a beginning or a part of the number, which agrees. */
const PARTLY: ReadonlySet<MatchReason> = new Set<MatchReason>(["hand.short_form", "hand.suffix_only"]);

/** What has the document checked anew when it changes. */
const ASKING = ["data", "link", "src", "number", "trustKey", "noBuiltInKeys"] as const;

/** Milliseconds that the file of a language is waited for; until it comes, the element speaks English. */
const PATIENCE = 3_000;

/** Tests the verifier once for all elements of the page. */
let test: Promise<unknown> | null = null;

/**
 * What `<pith-verifier>` and `<pith-badge>` have in common: they get a document, have it checked, compare it with what
 * the page says that it is about, and draw all of it in a shadow root, in a language and a theme of their own.
 */
export abstract class PithEmbedded extends LitElement implements PithElement {
  /** The address of the document. */
  @property() src = "";
  /** What the document must be about, and without an address what leads to it. */
  @property() number = "";
  /** The DOI of the paper that the document is to be about. */
  @property() doi = "";
  /** Further keys that establish a signer. */
  @property({ attribute: "trust-key" }) trustKey = "";
  /** Whether the registry's key that is built in is left out. */
  @property({ type: Boolean, attribute: "no-built-in-keys" }) noBuiltInKeys = false;
  /** The address of a page of this verifier. */
  @property() verifier = "";
  /** The language. */
  @property() locale = "";
  /** The colours: `auto`, `light` or `dark`. */
  @property() theme = "";
  /** The document itself: a file, bytes or text. It goes before every other way to give one. */
  @property({ attribute: false }) data: Input | null = null;
  /** The document as a link of this verifier carries it, after `#d=`. */
  @property({ attribute: false }) link = "";

  @state() protected shown: Shown = { as: "loading" };
  @state() private shuffled: Shuffled | null = null;
  @state() private elsewhere: Elsewhere | null = null;
  /** Whether parts of what is shown still wait for their turn to be drawn. */
  @state() private drawing = false;

  private readonly voice = new EmbedVoice();
  private readonly internals = this.attachInternals();
  /** Counts what was asked for. An answer to anything but the latest question is dropped. */
  private question = 0;
  /** The question whose document is being compared anew with what the page names. */
  private comparing: number | null = null;
  private running: AbortController | null = null;
  /** Whether it stands in a page and has begun. */
  private isAtWork = false;
  private spoken: Promise<void> = Promise.resolve();
  /** The document that stands in the element, as it was when it was last looked for. */
  private inline: string | null = null;
  private readonly inside = new MutationObserver(() => {
    if (this.inline !== this.inlineNow()) this.ask();
  });
  private readonly head = new MutationObserver(() => void this.compare());

  /** The report on the document; `null` as long as there is none. */
  get report(): Report | null {
    return this.shown.as === "report" ? this.shown.report : null;
  }

  /** How the document compares with the paper of the page; `null` as long as that is not known. */
  get subject(): PithSubject | null {
    const word = this.subjectWord;
    return word === null ? null : { word };
  }

  /** Gets the document and checks it again. */
  check(): Promise<void> {
    return this.work();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.inside.observe(this, { childList: true, characterData: true, subtree: true });
    this.head.observe(document.head, {
      childList: true,
      subtree: true,
      attributeFilter: ["name", "content"],
    });
    window.addEventListener("online", this.online);
    this.spoken = this.inTime(this.speak());
    // Moved within the page, it goes on with what it has.
    if (this.isAtWork) return;
    this.isAtWork = true;
    this.ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Whoever moves an element takes it out and puts it in again.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.inside.disconnect();
      this.head.disconnect();
      window.removeEventListener("online", this.online);
      this.isAtWork = false;
      this.question += 1;
      this.running?.abort();
      this.show({ as: "loading" });
      letGo(this);
    });
  }

  /** All words that the element shows. */
  protected get w(): EmbedCatalogue {
    return this.voice.words;
  }

  /** How the document compares with the page; `null` while that is found out. */
  protected get subjectWord(): PithSubjectWord | null {
    const { shown } = this;
    if (shown.as !== "report") return null;
    if (shown.report.refusal !== null) return "unreadable";
    return shown.compared === null ? null : wordOf(shown.compared);
  }

  protected override createRenderRoot(): ShadowRoot {
    const root = super.createRenderRoot() as ShadowRoot;
    giveVoice(root, this.voice);
    this.voice.onChange(() => this.requestUpdate());
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("theme") || !this.hasUpdated) {
      (this.renderRoot as ShadowRoot).adoptedStyleSheets = sheets(themeOf(this.theme));
    }
    if (!this.hasUpdated) return;
    if (changed.has("locale")) void this.speak();
    if (ASKING.some((name) => changed.has(name))) this.ask();
    else if (changed.has("doi")) void this.compare();
    if (changed.has("verifier")) void this.findElsewhere();
  }

  /** At first nothing is shown before it is known in which language, as long as that is known soon. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await this.spoken;
    await super.scheduleUpdate();
  }

  private async inTime(speaking: Promise<void>): Promise<void> {
    await Promise.race([speaking, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }

  /** What a screen reader is told of what the element has come to, wherever its reader is. */
  protected announcement(): TemplateResult {
    return html`<p class="unseen" role="status" lang=${this.w.tag}>${this.announced()}</p>`;
  }

  private announced(): string {
    const { shown, w } = this;
    switch (shown.as) {
      case "loading":
      case "checking":
        return waitingWords(shown.as, w);
      case "error":
        return w.page.announced.error(shown.fault.message(w));
      case "report": {
        const { report } = shown;
        const { word } = report.verdict;
        const verdict = w.page.announced.verdict(w.report.verdict[word], verdictWords(w, report).sentence);
        return `${this.subjectSentence()} ${verdict}`;
      }
    }
  }

  /** Whether the document is about the page's paper, in a few words; the text of the section above the verdict. */
  private subjectSentence(): string {
    const w = this.w.embed.page;
    const { subjectWord: word } = this;
    if (word === null) return w.comparing;
    if (word === "none") return w.nothing;
    return word === "unreadable" ? w.unreadable : this.subjectHeading();
  }

  /** All that there is to say. */
  protected whole(): TemplateResult {
    const { shown, w } = this;
    return html`<div
      class="pith"
      part="base"
      lang=${w.tag}
      dir=${w.direction}
      data-state=${shown.as}
      data-subject=${this.subjectWord ?? (shown.as === "report" ? "comparing" : nothing)}
      aria-busy=${shown.as === "loading" || shown.as === "checking" || this.drawing}
      @pith-bytes=${this.bytesAsked}
      @pith-go=${this.goTo}
      @pith-keep=${this.kept}
      @pith-shuffle=${this.shuffle}
    >
      ${this.body()}
    </div>`;
  }

  private body(): TemplateResult {
    const { shown, w } = this;
    switch (shown.as) {
      case "loading":
      case "checking":
        return html`<p class="working" part="status">${waitingWords(shown.as, w)}</p>`;
      case "error":
        return this.failed(shown.fault);
      case "report": {
        const { report, opinion } = shown;
        return html`${this.about()} ${this.provenance(report, shown.taken)}
        ${result({ report, opinion, shuffled: this.shuffled, fixed: true })}`;
      }
    }
  }

  private failed({ reason, message }: Fault): TemplateResult {
    const w = this.w.embed;
    return html`<section
      class="verdict"
      part="error"
      data-tone="error"
      data-error=${reason}
      aria-labelledby="error"
    >
      <div class="band">
        ${seal("error")}
        <h2 id="error">${w.error.title}</h2>
        <p class="sentence">${message(this.w)}</p>
        <p class="aside">${this.w.page.error.means}</p>
        <p class="actions">
          <button type="button" class="button" data-action="again" @click=${() => this.ask()}>
            ${w.again}
          </button>
        </p>
      </div>
    </section>`;
  }

  /** Whether the document is about the paper that the page is about. It stands before the verdict. */
  private about(): TemplateResult {
    const { subjectWord: word } = this;
    const compared = this.shown.as === "report" ? (this.shown.compared ?? []) : [];
    const tone = this.subjectTone();
    const isSmall = word === null || word === "none" || word === "unreadable";
    return html`<section
      class="asked"
      part="subject"
      data-tone=${tone}
      data-asked=${word ?? "comparing"}
      aria-labelledby="subject"
    >
      ${outcomeIcon(tone)}
      <div>
        <h2 id="subject" class=${isSmall ? "small" : nothing}>${this.subjectSentence()}</h2>
        ${word === "unreadable" ? nothing : compared.map((each) => this.one(each))}
      </div>
    </section>`;
  }

  private one({ where, text, match }: Compared): TemplateResult {
    const w = this.w.embed.page;
    const report = this.report as Report;
    const said = match === null ? null : matchWords(this.w, match, report);
    return html`<div class="compared-with" data-named=${where} data-outcome=${match?.outcome ?? "unknown"}>
      <p>${fill(w.named[where], { text: quoted(text) })}</p>
      <p>
        ${
          said === null
            ? w.unknown
            : html`${said.sentence} ${said.hint === null ? nothing : html`<i>${said.hint}</i>`} ${said.worth}`
        }
      </p>
    </div>`;
  }

  /** What the number is, where the document came from, and who says all this. */
  private provenance(report: Report, { address }: Taken): TemplateResult {
    const w = this.w.embed;
    const number = numberOf(report);
    return html`<div class="provenance" part="provenance">
      <p data-number>
        <b>${w.number}</b>
        ${
          number === null
            ? w.noNumber
            : html`${quoted(number)} ${copy(number, this.w.evidence.copy.number)}
                <small>${w.numberIs}</small>`
        }
      </p>
      <p>
        <b>${w.from}</b> ${address === null ? w.inline : quoted(address)}
        <button type="button" class="quiet" data-action="save" @click=${this.save}>${w.save}</button>
      </p>
      <p data-here><b>${w.here}</b> ${w.hereMeans}</p>
      ${
        this.trustKey.trim() === "" && !this.noBuiltInKeys
          ? nothing
          : html`<p data-own-keys><b>${w.ownKeys}</b></p>`
      }
      ${this.independently()}
    </div>`;
  }

  private independently(): TemplateResult | typeof nothing {
    const { elsewhere } = this;
    if (elsewhere === null) return nothing;
    const w = this.w.embed;
    const { href, host, carries } = elsewhere;
    return html`<p data-elsewhere=${carries ? "document" : "page"}>
      <a part="link" href=${href} target="_blank" rel="noopener noreferrer">${w.independently}</a>
      <small>${carries ? w.independentlyAbout(host) : w.tooLarge(host)}</small>
    </p>`;
  }

  /** The heading about the page's paper, when it was compared. */
  protected subjectHeading(): string {
    const { shown, subjectWord: word, w } = this;
    const { page } = w.embed;
    if (shown.as !== "report" || word === null || word === "none" || word === "unreadable") return "";
    const partly = shown.compared
      ?.filter(({ match }) => match?.outcome === word)
      .every(({ match }) => match !== null && PARTLY.has(match.reason));
    return word === "near_miss" && partly === true ? page.partly : page.answer[word];
  }

  /** Green is for what a key signs that counts. */
  protected subjectTone(): Outcome {
    const { shown, subjectWord: word } = this;
    if (shown.as !== "report" || word === null || word === "none" || word === "unreadable")
      return "not_checked";
    const outcome = MATCH_OUTCOME[word];
    const established = shown.compared?.some(({ match }) => match?.outcome === word && match.established);
    return outcome === "passed" && established !== true ? "noted" : outcome;
  }

  /** The language of the element: what it is told, or that of the page around it, or one that the reader prefers. */
  private async speak(): Promise<void> {
    const around: string[] = [];
    for (let node: Element | null = this; node !== null;) {
      const language = node.getAttribute("lang");
      if (language !== null) around.push(language);
      const root: Node = node.getRootNode();
      node = node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    }
    try {
      await this.voice.speak(preferred([this.locale, ...around, ...navigator.languages]));
    } catch {
      // Its file did not come: it speaks on as before.
    }
  }

  private ask(): void {
    void this.work();
  }

  /** Gets the document, has it checked and compared, and shows what comes out. Of two at once, the later counts. */
  private async work(): Promise<void> {
    if (!this.isAtWork) return;
    this.question += 1;
    const { question } = this;
    const isOver = (): boolean => question !== this.question;
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.show({ as: "loading" });
    try {
      await this.spoken;
      await loaded();
      const taken = await take(await this.source(), running.signal);
      if (isOver()) return;
      this.show({ as: "checking" });
      const { opinion, report } = await verify(taken.input, this.options(taken), this);
      // Taken out of its page meanwhile, it had nothing yet to let go.
      if (!this.isAtWork) letGo(this);
      if (isOver()) return;
      const { disagreements } = opinion;
      if (disagreements.length > 0) {
        this.fail("disagreement", (w) => w.opinion.disagrees(disagreements.length));
        return;
      }
      const found = await this.comparedWithPage(taken, report, isOver);
      if (isOver()) return;
      this.show({ as: "report", report, opinion, taken, ...found });
      this.drawing = true;
      void inTurns().then(() => {
        if (!isOver()) this.drawing = false;
      });
      void this.findElsewhere();
      await this.updateComplete;
      this.tell("pith-report", report);
    } catch (error) {
      if (!isOver()) this.refuse(error);
    }
  }

  private async source(): Promise<Source> {
    const { data, link, src, number } = this;
    if (data === null) await parsed();
    this.inline = this.inlineNow();
    return { data: data ?? this.inline, link, src: src.trim(), number: number.trim() };
  }

  private inlineNow(): string | null {
    return this.querySelector(':scope > script[type="application/json"]')?.textContent ?? null;
  }

  private options({ name }: Pick<Taken, "name"> = {}): Options {
    return {
      trustKeys: keysIn(this.trustKey),
      builtInKeys: !this.noBuiltInKeys,
      replay: true,
      ...(name === undefined ? {} : { name }),
    };
  }

  /** Compares the document with what the page names now, where that is something else than before. */
  private async compare(): Promise<void> {
    const { question, shown } = this;
    const isOver = (): boolean => question !== this.question;
    if (shown.as !== "report" || this.comparing === question || same(shown.given, this.given())) return;
    this.comparing = question;
    this.shown = { ...shown, compared: null };
    this.mark();
    try {
      const found = await this.comparedWithPage(shown.taken, shown.report, isOver);
      if (!isOver()) this.show({ ...shown, ...found });
    } catch (error) {
      if (!isOver()) this.refuse(error);
    } finally {
      if (this.comparing === question) this.comparing = null;
    }
  }

  /** What the page names now. */
  private given(): Given[] {
    return givenBy(this.number.trim(), this.doi.trim());
  }

  /** How a document compares with what the page names, which may become something else while that is found out. */
  private async comparedWithPage(
    { input }: Taken,
    report: Report,
    isOver: () => boolean,
  ): Promise<{ given: Given[]; compared: Compared[] }> {
    for (;;) {
      const given = this.given();
      const compared = report.refusal === null ? await this.comparedWith(input, await named(given)) : [];
      if (isOver() || same(given, this.given())) return { given, compared };
    }
  }

  private comparedWith(input: Input, found: Named[]): Promise<Compared[]> {
    return Promise.all(
      found.map(async (each): Promise<Compared> => {
        const { where, text, field } = each;
        if (field === null && where === "number") throw new SourceError({ why: "bad_number", text });
        return {
          ...each,
          match: field === null ? null : await matchText(input, field, text, this.options()),
        };
      }),
    );
  }

  /** Makes the link to a page that checks the document itself. */
  private async findElsewhere(): Promise<void> {
    const { question, shown, verifier } = this;
    this.elsewhere = null;
    const address = verifier.trim();
    if (shown.as !== "report" || address === "" || !URL.canParse(address, document.baseURI)) return;
    const { protocol, host, href } = new URL(address, document.baseURI);
    if (!/^https?:$/.test(protocol)) return;
    const { input, name } = shown.taken;
    const found = await link(href, input, name).then(
      (made): Elsewhere => ({ href: made, host, carries: true }),
      (error: unknown): Elsewhere => {
        if (!(error instanceof ShareError)) throw error;
        return { href, host, carries: false };
      },
    );
    if (question === this.question && verifier === this.verifier) this.elsewhere = found;
  }

  /** Says why there is no verdict. */
  private refuse(error: unknown): void {
    const message = messageOf(error);
    if (error instanceof SourceError) {
      const { fault } = error;
      this.fail(fault.why, (w) => sourceWords(fault, w));
    } else if (error instanceof NotLoaded) {
      this.fail("not_loaded", (w) => w.embed.error.not_loaded(message));
    } else if (error instanceof UntestedError) {
      const [first] = error.test?.misjudged ?? [];
      this.fail("self_test", (w) =>
        first === undefined
          ? w.checker.notTested(message)
          : w.checker.refuses(first.name, first.expected, first.found),
      );
    } else if (error instanceof ToolError) {
      this.fail("stopped", (w) => w.page.error.stopped(message));
    } else if (this.trustKey.trim() !== "") {
      this.fail("bad_key", (w) => w.page.error.badKey(faultOf(error, w.trust.key).message));
    } else {
      this.fail("stopped", (w) => w.page.error.notRun(message));
    }
  }

  /** Shows why there is no verdict, and tells the page. */
  protected fail(reason: PithErrorReason, message: (w: EmbedCatalogue) => string): void {
    this.show({ as: "error", fault: { reason, message } });
    this.tell("pith-error", { reason, message: message(this.w) });
  }

  private tell<Name extends "pith-report" | "pith-error">(
    name: Name,
    detail: HTMLElementEventMap[Name]["detail"],
  ): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private show(shown: Shown): void {
    this.shown = shown;
    this.shuffled = null;
    if (shown.as !== "report") {
      this.elsewhere = null;
      this.drawing = false;
    }
    this.mark();
  }

  /** Lets a site style what an element has come to. */
  private mark(): void {
    const { shown } = this;
    const { states } = this.internals;
    const words: string[] = [shown.as];
    if (shown.as === "report") {
      words.push(shown.report.verdict.word, `subject-${(this.subjectWord ?? "comparing").replace("_", "-")}`);
    }
    try {
      states.clear();
      for (const word of words) states.add(word);
    } catch {
      // Older browsers want other names (--verified). What is shown does not depend on it.
    }
  }

  private readonly online = (): void => {
    if (this.shown.as === "error" && this.shown.fault.reason === "offline") this.ask();
  };

  private bytesAsked(event: CustomEvent<BytesAsked>): void {
    event.stopPropagation();
    if (this.shown.as !== "report") return;
    event.detail.answer = hashedBytes(this.shown.taken.input, event.detail.hashed);
  }

  private async shuffle(event: CustomEvent<number[][]>): Promise<void> {
    const { question, shown } = this;
    if (shown.as !== "report") return;
    const orders = event.detail;
    const shuffled = await mergeInOrders(shown.taken.input, orders, this.options()).then(
      (digests) => ({ orders, digests }),
      (error: unknown) => ({ problem: messageOf(error) }),
    );
    if (question === this.question) this.shuffled = shuffled;
  }

  private goTo(event: CustomEvent<number>): void {
    reveal(this.renderRoot, event.detail);
  }

  private kept(event: CustomEvent<Kept>): void {
    save(event.detail.content, event.detail.form);
  }

  private save(): void {
    if (this.shown.as !== "report") return;
    const { input } = this.shown.taken;
    const { sha256 } = this.shown.report;
    download(new Blob([input], { type: "application/json" }), `pith-${sha256.slice(0, 16)}.json`);
  }
}

/** The verifier itself did not come, or may not run here. */
class NotLoaded extends Error {
  override name = "NotLoaded";
}

/** Starts the verifier with the first element that wants it, and waits until it can be called. */
async function loaded(): Promise<void> {
  begin({ instead: () => new Here() });
  try {
    await ready;
  } catch (error) {
    throw new NotLoaded(messageOf(error), { cause: error });
  }
  test ??= testItself(ORIGINALS).catch(() => undefined);
}

/** Waits until the page has been read to its end: before, an element may have only a part of what stands in it. */
async function parsed(): Promise<void> {
  if (document.readyState !== "loading") return;
  await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
}

function same(given: Given[], others: Given[]): boolean {
  return JSON.stringify(given) === JSON.stringify(others);
}

/** What is said while there is nothing to show. */
export function waitingWords(state: "loading" | "checking", w: EmbedCatalogue): string {
  return state === "loading" ? w.embed.loading : w.page.checking;
}

/** The Pith Number that a document states; text of the document. */
export function numberOf({ claims }: Report): string | null {
  return claims.find(({ name }) => name === "pith_number")?.value ?? null;
}

function sourceWords(fault: SourceFault, catalogue: EmbedCatalogue): string {
  const w = catalogue.embed.error;
  const given = catalogue.number.fetch.fault;
  switch (fault.why) {
    case "no_document":
      return w.no_document;
    case "bad_address":
    case "bad_number":
      return w[fault.why](visible(fault.text));
    case "status":
      return given.status(fault.host, fault.status);
    case "too_large":
      return given.too_large(fault.host, fault.most);
    case "too_slow":
      return given.too_slow(fault.host, SECONDS);
    case "missing":
    case "cut_off":
      return given[fault.why](fault.host);
    case "link":
      return linkFault(fault.cause, catalogue);
    case "offline":
      return w.offline;
    default:
      return w[fault.why](fault.host);
  }
}
