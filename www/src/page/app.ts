import "./start.ts";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { BytesAsked } from "../elements/pith-bytes.ts";
import type { PithComparison } from "../elements/pith-comparison.ts";
import type { Kept } from "../elements/pith-graph.ts";
import type { Shuffled } from "../elements/pith-replay.ts";
import type { PithReproduction } from "../elements/pith-reproduction.ts";
import type { PithVerdict } from "../elements/pith-verdict.ts";
import { result, reveal } from "../elements/result.ts";
import type { Desk, Entry } from "../desk/desk.ts";
import { handed, handedBelow, handedFromFolder, type Handed, isForDesk } from "../desk/handed.ts";
import type { PithDesk } from "../desk/pith-desk.ts";
import { mark, seal } from "../elements/icons.ts";
import { LightElement } from "../elements/light-element.ts";
import { quoted } from "../elements/pith-text.ts";
import { inTurns, laidOut } from "../elements/turns.ts";
import { messageOf } from "../errors.ts";
import type { Comparison, Report, Reproduction } from "../report.ts";
import {
  compare,
  type Form,
  hashedBytes,
  type Input,
  matchText,
  mergeInOrders,
  type Options,
  type RefusalError,
  print,
  ready,
  reproduce,
  type SelfTest,
  testItself,
  ToolError,
  UntestedError,
  verify,
  type Verified,
} from "../verify.ts";
import { announcement, type Asked, type Matched } from "./pith-asked.ts";
import "./pith-asked.ts";
import "./pith-checker.ts";
import { deskCode, laterCode } from "./codes.ts";
import { faultOf } from "./key-text.ts";
import type { Answer, InHand } from "./pith-hand.ts";
import type { PithInput, Received } from "./pith-input.ts";
import "./pith-input.ts";
import type { Added } from "./pith-proofs.ts";
import "./pith-language.ts";
import "./pith-requests.ts";
import { ORIGINALS } from "./originals.ts";
import { save } from "./save.ts";
import { isShared, shared } from "./share.ts";
import { linkFault } from "./share-words.ts";
import { foldAfterPrint, unfoldForPrint } from "./unfold.ts";
import { fill } from "../words/fill.ts";
import { type Catalogue, spoken } from "../words/index.ts";
import { comparisonWords, notComparedWords, reproductionWords, verdictWords } from "../words/sentences.ts";
import type { PithTrust, Trust } from "./pith-trust.ts";
import "./pith-trust.ts";

/** What the page has to show. */
type Shown =
  | { as: "nothing" }
  | { as: "desk" }
  | { as: "working" }
  | ({ as: "report"; matched: Matched | null } & Verified)
  | { as: "comparison"; comparison: Comparison }
  | { as: "reproduction"; reproduction: Reproduction; names: (string | null)[] }
  | { as: "error"; message: Said };

/** A text in whatever language is spoken when it is shown. */
type Said = (w: Catalogue) => string;

/** A document that was read to its end. */
interface Document {
  input: Input;
  name?: string;
  /** Whether it came in the address of this page. */
  fromLink?: boolean;
}

/** An OpenTimestamps proof that was read to its end. */
interface Proof {
  bytes: Uint8Array;
  name: string;
}

/**
 * The page. It takes documents, has them verified, and shows one report at a time; it owns the state,
 * and everything below it only draws.
 */
@customElement("pith-app")
export class PithApp extends LightElement {
  @state() private shown: Shown = { as: "nothing" };
  /** Whether parts of what is shown still wait for their turn to be drawn. */
  @state() private drawing = false;
  @state() private announced: Said = () => "";
  @state() private dragging = false;
  @state() private test: SelfTest | null = null;
  @state() private proofs: Proof[] = [];
  @state() private answer: Answer | null = null;
  @state() private answerError: string | null = null;
  /** What the reader asked for before there was a document. Every document is compared with it. */
  @state() private wanted: Asked | null = null;
  @state() private shuffled: Shuffled | null = null;
  private headers: string[] = [];
  private trust: Trust = { trustKeys: [], builtInKeys: true };
  /** What was handed over last: one document is verified, several are compared. */
  private given: Document[] = [];
  /** The batch that was handed over last, as long as nothing else was. One of its documents can be at hand. */
  private desk: Desk | null = null;
  /** The one of several whose own report is shown. */
  private single: number | null = null;
  /** Counts what was asked for. An answer to anything but the latest question is dropped. */
  private question = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("dragenter", this.dragged);
    window.addEventListener("dragover", this.dragged);
    window.addEventListener("dragleave", this.left);
    window.addEventListener("drop", this.dropped);
    document.addEventListener("paste", this.pasted);
    window.addEventListener("hashchange", this.linked);
    window.addEventListener("beforeprint", unfoldForPrint);
    window.addEventListener("afterprint", foldAfterPrint);
    void this.start();
    void this.linked();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("dragenter", this.dragged);
    window.removeEventListener("dragover", this.dragged);
    window.removeEventListener("dragleave", this.left);
    window.removeEventListener("drop", this.dropped);
    document.removeEventListener("paste", this.pasted);
    window.removeEventListener("hashchange", this.linked);
    window.removeEventListener("beforeprint", unfoldForPrint);
    window.removeEventListener("afterprint", foldAfterPrint);
  }

  /** An old result goes at once, however much of it still waits to be drawn; a new one has its turn. */
  protected override get isFirst(): boolean {
    return !this.drawing;
  }

  /** Nothing is shown before it is known in which language. */
  protected override async scheduleUpdate(): Promise<void> {
    await spoken;
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const again = this.shown.as !== "nothing";
    const w = this.w.page;
    return html`<a class="skip" href="#main">${w.skip}</a>
      <header>
        <h1>${mark()} <span>${w.title}</span></h1>
        <pith-requests></pith-requests>
        <pith-language></pith-language>
        <a class="how" href="./help.html">${this.w.help.link}</a>
        ${
          again
            ? html`<button type="button" class="button" data-action="another" @click=${this.another}>
                ${w.checkAnother}
              </button>`
            : nothing
        }
      </header>
      <pith-contents></pith-contents>
      <main id="main" tabindex="-1">
        <div
          class="result"
          aria-busy=${this.shown.as === "working" || this.drawing}
          @pith-ask=${this.askedFor}
          @pith-bytes=${this.bytesAsked}
          @pith-choose-keys=${this.chooseKeys}
          @pith-show=${this.showOne}
          @pith-go=${this.goTo}
          @pith-keep=${this.kept}
          @pith-shuffle=${this.shuffle}
        >
          ${this.batch()} ${this.result()}
        </div>
        <pith-input
          ?again=${again}
          @pith-received=${this.received}
          @pith-folder=${this.folderOpened}
        ></pith-input>
        <pith-number
          .asked=${this.wanted}
          @pith-ask=${this.askedFor}
          @pith-received=${this.received}
        ></pith-number>
        <pith-proofs .names=${this.proofs.map(({ name }) => name)} @pith-proofs=${this.proved}></pith-proofs>
        <pith-trust @pith-trust=${this.trusted}></pith-trust>
      </main>
      <footer>
        <p><b>${w.about.title}</b> ${w.about.text} <a href="./help.html">${this.w.help.title}</a></p>
        <p>${w.about.offline}</p>
        <pith-checker .test=${this.test}></pith-checker>
      </footer>
      <p class="unseen" role="status" aria-live="polite">${this.announced(this.w)}</p>
      <div class="curtain" ?data-dragging=${this.dragging} aria-hidden="true">
        <p>${w.letGo}</p>
      </div>`;
  }

  /** The desk stays on the page, out of sight, while the report on one of its documents is shown. */
  private batch(): TemplateResult | typeof nothing {
    const { desk, shown, w } = this;
    if (desk === null) return nothing;
    return html`<pith-desk
        ?hidden=${shown.as !== "desk"}
        .desk=${desk}
        @pith-desk-open=${this.openOne}
        @pith-desk-again=${this.checkAll}
      ></pith-desk>
      ${
        shown.as === "desk"
          ? nothing
          : html`<p class="notice">
              ${this.given.length === 0 ? nothing : w.desk.back(desk.entries.length)}
              <button type="button" class="quiet" data-action="to-desk" @click=${this.toDesk}>
                ${w.desk.toDesk}
              </button>
            </p>`
      }`;
  }

  private result(): TemplateResult | typeof nothing {
    const { shown } = this;
    const w = this.w.page;
    switch (shown.as) {
      case "nothing":
      case "desk":
        return nothing;
      case "working":
        return html`<p class="working">${w.checking}</p>`;
      case "error":
        return html`<section class="verdict" data-tone="error" data-tool-error aria-labelledby="tool-error">
          <div class="band">
            ${seal("error")}
            <h2 id="tool-error" tabindex="-1">${w.error.title}</h2>
            <p class="sentence">${shown.message(this.w)}</p>
            <p class="aside">${w.error.means}</p>
          </div>
        </section>`;
      case "comparison":
        return html`${
            this.wanted === null
              ? nothing
              : html`<p class="notice" data-asked="several">
                  ${fill(this.w.number.asked.several, { text: quoted(this.wanted.text) })}
                </p>`
          }<pith-comparison .comparison=${shown.comparison}></pith-comparison>
          <p class="notice">
            ${this.w.desk.eachAbout}
            <button type="button" class="quiet" data-action="each" @click=${this.checkEach}>
              ${this.w.desk.each}
            </button>
          </p>`;
      case "reproduction": {
        const [report = null, document = null] = shown.names;
        return html`<pith-reproduction
          .reproduction=${shown.reproduction}
          .report=${report}
          .document=${document}
        ></pith-reproduction>`;
      }
      case "report": {
        const { matched, opinion, report } = shown;
        const { one } = this;
        return html`${
            this.wanted === null
              ? nothing
              : html`<pith-asked .asked=${this.wanted} .matched=${matched} .report=${report}></pith-asked>`
          }${one?.fromLink === true ? this.fromLink(one) : nothing}${
            this.single === null
              ? nothing
              : html`<p class="notice">
                  ${w.single.oneOf(this.given.length)}
                  <button type="button" class="quiet" data-action="back" @click=${this.showAll}>
                    ${w.single.back}
                  </button>
                </p>`
          }${result({ opinion, report, shuffled: this.shuffled })}
          <pith-hand
            .report=${report}
            .answer=${this.answer}
            .error=${this.answerError}
            @pith-match=${this.asked}
          ></pith-hand>
          <pith-bench .report=${report} .input=${one?.input ?? ""} .options=${this.trust}></pith-bench>
          <pith-save .input=${one?.input ?? ""} .name=${one?.name} @pith-save=${this.saved}></pith-save>`;
      }
    }
  }

  /** What is said of a document that came in the address of this page. */
  private fromLink({ name }: Document): TemplateResult {
    const w = this.w.share;
    return html`<p class="from-link" data-from-link>
      ${w.fromLink} ${name === undefined ? nothing : html`${fill(w.called, { name: quoted(name) })}.`}
    </p>`;
  }

  private async start(): Promise<void> {
    try {
      await ready;
    } catch (error) {
      await this.fail((w) => w.page.error.notLoaded(messageOf(error)));
      return;
    }
    try {
      this.test = await testItself(ORIGINALS);
    } catch (error) {
      await this.fail(notTested(error));
      return;
    }
    if (this.test.misjudged.length > 0) await this.fail(untested(this.test));
  }

  private async received(event: CustomEvent<Received[]>): Promise<void> {
    await this.sort(event.detail);
  }

  private async folderOpened(event: CustomEvent<File[]>): Promise<void> {
    await this.takeBatch(Promise.resolve(handedFromFolder(event.detail)));
  }

  /** Gives what was handed over to the desk, or takes it here. */
  private async sort(received: Received[]): Promise<void> {
    const question = this.clear();
    const files = received.flatMap(({ input, name }) =>
      input instanceof Blob && name !== undefined ? [handed(input, name)] : [],
    );
    const given = await Promise.all(files);
    if (question !== this.question) return;
    if (isForDesk(given)) await this.takeBatch(Promise.resolve(given));
    else await this.take(received);
  }

  /** Puts many documents on the desk. What was there before is given up. */
  private async takeBatch(given: Promise<Handed[]>): Promise<void> {
    const question = this.clear();
    try {
      const { Desk } = await deskCode;
      if (question !== this.question) return;
      this.leaveDesk();
      this.desk = new Desk(given);
    } catch {
      if (question === this.question) await this.fail((w) => w.desk.unloaded);
      return;
    }
    this.given = [];
    this.proofs = [];
    forgetLink();
    void this.checkAll();
    await this.toDesk();
  }

  private async checkEach(): Promise<void> {
    const files = this.given.map(({ input, name }, index) =>
      handed(input instanceof Blob ? input : new Blob([input]), name ?? `${index + 1}`),
    );
    await this.takeBatch(Promise.all(files));
  }

  /** Checks all documents of the desk, with the keys that are trusted now. */
  private async checkAll(): Promise<void> {
    const { desk } = this;
    try {
      await desk?.start(this.trust);
    } catch (error) {
      if (desk === this.desk) await this.refuse(error);
    }
  }

  /** Shows the desk, and brings the reader to where he left it. */
  private async toDesk(): Promise<void> {
    this.clear();
    this.given = [];
    this.shown = { as: "desk" };
    await this.updateComplete;
    window.scrollTo(0, 0);
    await this.querySelector<PithDesk>("pith-desk")?.focusBack();
  }

  /** Shows the full report on one document of the desk. */
  private async openOne(event: CustomEvent<Entry>): Promise<void> {
    const { desk } = this;
    const question = this.clear();
    try {
      const input = await desk?.read(event.detail);
      if (question !== this.question || input === undefined) return;
      this.given = [{ input, name: event.detail.name }];
      this.single = null;
      this.proofs = [];
      await this.check(question);
    } catch (error) {
      if (question !== this.question) return;
      await this.fail((w) => w.desk.unread(messageOf(error)));
    }
    if (question === this.question) this.arrive();
  }

  private leaveDesk(): void {
    this.desk?.stop();
    this.desk = null;
  }

  /** Reads what was handed over, then has it checked. Proofs go with the document that is at hand. */
  private async take(received: (Received & { fromLink?: boolean })[]): Promise<void> {
    const question = this.clear();
    const given: Document[] = [];
    const proofs: Proof[] = [];
    for (const { input, name, fromLink } of received) {
      try {
        if (name !== undefined && isProof(name) && input instanceof Blob) {
          proofs.push({ bytes: new Uint8Array(await input.arrayBuffer()), name });
        } else {
          // A folder is handed over like a file, and shows what it is when it is read.
          if (input instanceof Blob) await input.slice(0, 1).arrayBuffer();
          given.push({ input, ...named(name), ...(fromLink === true ? { fromLink } : {}) });
        }
      } catch (error) {
        if (question !== this.question) return;
        this.given = [];
        forgetLink();
        await this.fail((w) => w.page.error.notRead(messageOf(error)));
        this.arrive();
        return;
      }
      if (question !== this.question) return;
    }
    if (given.length > 0) {
      this.leaveDesk();
      this.given = given;
      this.single = null;
      this.proofs = proofs;
      if (!given.some(({ fromLink }) => fromLink)) forgetLink();
    } else {
      this.proofs = [...this.proofs, ...proofs];
    }
    await this.check(question);
    if (question === this.question) this.arrive();
  }

  /** Takes the document that the address of this page carries, if it carries one. */
  private linked = async (): Promise<void> => {
    const fragment = location.hash;
    if (!isShared(fragment)) return;
    const question = this.clear();
    try {
      const { bytes, name } = await shared(fragment);
      if (question === this.question) await this.take([{ input: bytes, ...named(name), fromLink: true }]);
    } catch (error) {
      if (question !== this.question) return;
      this.given = [];
      await this.fail((w) => linkFault(error, w));
      this.arrive();
    }
  };

  /** Remembers what the reader asks for, and compares the document at hand with it. */
  private async askedFor({ detail: asked }: CustomEvent<Asked | null>): Promise<void> {
    this.wanted = asked;
    const { one, question, shown } = this;
    if (shown.as !== "report" || one === undefined) return;
    this.shown = { ...shown, matched: null };
    if (asked === null) return;
    try {
      const matched = await this.compareWithAsked(one, shown.report);
      if (question !== this.question || asked !== this.wanted || matched === null) return;
      this.shown = { ...shown, matched };
      this.announced = (w) => announcement(matched, shown.report, w);
    } catch (error) {
      if (question === this.question && asked === this.wanted) await this.refuse(error);
    }
  }

  /** How a document compares with what the reader asked for, if anything. */
  private async compareWithAsked({ input }: Document, report: Report): Promise<Matched | null> {
    const { wanted } = this;
    if (wanted === null) return null;
    if (report.refusal !== null) return "unreadable";
    const matched = await matchText(input, wanted.field, wanted.text, this.trust);
    // Meanwhile the reader may have asked for something else.
    return wanted === this.wanted ? matched : this.compareWithAsked({ input }, report);
  }

  /** Checks the same document with other proofs or block headers. */
  private async proved(event: CustomEvent<Added>): Promise<void> {
    const { files, headers, none } = event.detail;
    if (files !== undefined) {
      await this.take(
        files.map((file) => ({ input: file, name: isProof(file.name) ? file.name : `${file.name}.ots` })),
      );
      return;
    }
    if (none === true) this.proofs = [];
    if (headers !== undefined) this.headers = headers;
    await this.checkInPlace();
  }

  /** Compares a text in hand with the document at hand. */
  private async asked(event: CustomEvent<InHand>): Promise<void> {
    const { one } = this;
    if (one === undefined) return;
    const asked = event.detail;
    const question = this.question;
    // No answer to one text stands below another.
    this.answer = null;
    this.answerError = null;
    try {
      const match = await matchText(one.input, asked.field, asked.text, this.trust);
      if (question === this.question) this.answer = { asked, match };
    } catch (error) {
      if (question === this.question) this.answerError = messageOf(error);
    }
  }

  /** Gives the bytes that a check of the document at hand hashed. */
  private bytesAsked(event: CustomEvent<BytesAsked>): void {
    const { one } = this;
    if (one === undefined) return;
    event.stopPropagation();
    event.detail.answer = hashedBytes(one.input, event.detail.hashed);
  }

  /** Merges the events of the document at hand in other orders. */
  private async shuffle(event: CustomEvent<number[][]>): Promise<void> {
    const { one, question } = this;
    if (one === undefined) return;
    const orders = event.detail;
    const shuffled = await mergeInOrders(one.input, orders, this.trust).then(
      (digests) => ({ orders, digests }),
      (error: unknown) => ({ problem: messageOf(error) }),
    );
    if (question === this.question) this.shuffled = shuffled;
  }

  private async saved(event: CustomEvent<Form>): Promise<void> {
    const { one, question } = this;
    if (one === undefined) return;
    try {
      save(await print(one.input, this.options(one), event.detail), event.detail);
    } catch (error) {
      if (question === this.question) await this.refuse(error);
    }
  }

  private kept(event: CustomEvent<Kept>): void {
    save(event.detail.content, event.detail.form);
  }

  /** Brings the reader to a check of the report. */
  private goTo(event: CustomEvent<number>): void {
    reveal(this, event.detail);
  }

  /** The document whose own report is shown. */
  private get one(): Document | undefined {
    return this.given.length === 1 ? this.given[0] : this.given[this.single ?? -1];
  }

  private options(document: Document): Options {
    const { trust, proofs, headers } = this;
    return { ...trust, ...named(document.name), replay: true, proofs, headers };
  }

  private async showOne(event: CustomEvent<number>): Promise<void> {
    await this.turnTo(event.detail);
  }

  private async showAll(): Promise<void> {
    await this.turnTo(null);
  }

  private async turnTo(single: number | null): Promise<void> {
    this.single = single;
    const question = this.clear();
    await this.check(question);
    if (question === this.question) this.arrive();
  }

  /** Removes the old result before a new one is begun. */
  private clear(): number {
    this.question += 1;
    this.shown = { as: "working" };
    this.drawing = false;
    this.announced = () => "";
    this.answer = null;
    this.answerError = null;
    this.shuffled = null;
    return this.question;
  }

  private async check(question: number): Promise<void> {
    try {
      await ready;
      // Nothing of the result before it may stand beside this one, not even while it is drawn.
      const [shown] = await Promise.all([this.ask(), this.updateComplete]);
      if (question !== this.question) return;
      this.shown = shown;
      this.drawing = true;
      // Elements whose code has just come are drawn now.
      void Promise.all([inTurns(), laterCode.then(inTurns)]).then(() => {
        if (question === this.question) this.drawing = false;
      });
      if (shown.as === "report") {
        const { matched, report } = shown;
        this.announced = (w) => {
          const verdict = w.page.announced.verdict(
            w.report.verdict[report.verdict.word],
            verdictWords(w, report).sentence,
          );
          return matched === null ? verdict : `${announcement(matched, report, w)} ${verdict}`;
        };
      } else if (shown.as === "reproduction") {
        this.announced = (w) => reproductionWords(w, shown.reproduction);
      } else if (shown.as === "comparison") {
        const { comparison } = shown;
        this.announced = (w) =>
          w.page.announced.comparison(w.report.comparison[comparison.word], comparisonWords(w, comparison));
      } else if (shown.as === "error") {
        this.announced = shown.message;
      }
      await this.updateComplete;
    } catch (error) {
      if (question !== this.question) return;
      await this.refuse(error);
    }
  }

  /** Verifies the document, or compares the documents, that are at hand. */
  private async ask(): Promise<Shown> {
    const { one } = this;
    const [recorded, document] = await inOrder(this.given);
    if (one === undefined && recorded !== undefined && document !== undefined) {
      const { proofs, headers } = this;
      const reproduction = await reproduce(recorded.input, document.input, { proofs, headers });
      return { as: "reproduction", reproduction, names: [recorded.name ?? null, document.name ?? null] };
    }
    if (one === undefined && this.given.length > 1) {
      const inputs = this.given.map(({ input, name }) => ({ input, ...named(name) }));
      return { as: "comparison", comparison: await compare(inputs, this.trust) };
    }
    // Without a document at hand, only the keys are of interest.
    const { opinion, report } = await verify(
      one?.input ?? "",
      this.options(one ?? { input: "" }),
      one === undefined ? null : this,
    );
    if (one === undefined) return { as: this.desk === null ? "nothing" : "desk" };
    const { disagreements } = opinion;
    if (disagreements.length > 0) {
      return { as: "error", message: (w) => w.opinion.disagrees(disagreements.length) };
    }
    return { as: "report", matched: await this.compareWithAsked(one, report), opinion, report };
  }

  /** Says why there is no result. No single document is refused, so it is the keys, too many documents, or the verifier itself. */
  private async refuse(error: unknown): Promise<void> {
    if (error instanceof UntestedError) {
      await this.fail(error.test === null ? notTested(error) : untested(error.test));
    } else if (error instanceof ToolError) {
      await this.fail((w) => w.page.error.stopped(messageOf(error)));
    } else if (error instanceof Error && error.name === "RefusalError") {
      const { reason } = error as RefusalError;
      await this.fail((w) => w.page.error.notCompared(notComparedWords(w, reason, error.message).sentence));
    } else if (this.trust.trustKeys.length > 0 || this.trust.at !== undefined) {
      // Why is said beside the field.
      if (this.given.length === 0) this.shown = { as: this.desk === null ? "nothing" : "desk" };
      else await this.fail((w) => w.page.error.badKey(faultOf(error, w.trust.key).message));
    } else {
      await this.fail((w) => w.page.error.notRun(messageOf(error)));
    }
  }

  private async fail(message: Said): Promise<void> {
    this.shown = { as: "error", message };
    this.announced = (w) => w.page.announced.error(message(w));
    await this.updateComplete;
  }

  /** Brings the reader to the verdict. */
  private arrive(): void {
    window.scrollTo(0, 0);
    const verdict = this.querySelector<PithVerdict | PithComparison | PithReproduction>(
      "pith-verdict, pith-comparison, pith-reproduction",
    );
    if (verdict !== null) void verdict.updateComplete.then(laidOut).then(() => verdict.focusHeading());
    else this.querySelector<HTMLElement>("#tool-error")?.focus({ preventScroll: true });
  }

  /** Checks the same document with other keys. The reader stays at the box of keys. */
  private async trusted(event: CustomEvent<Trust>): Promise<void> {
    this.trust = event.detail;
    // What the desk has found was found with other keys.
    void this.checkAll();
    await this.checkInPlace();
  }

  /** Checks what is at hand once more, and leaves the reader where he is. */
  private async checkInPlace(): Promise<void> {
    const result = this.querySelector<HTMLElement>(".result");
    // The old result goes, but not the room it takes: the page must not jump under the reader's hands.
    if (result !== null) result.style.minHeight = `${result.offsetHeight}px`;
    const question = this.clear();
    await this.check(question);
    await this.updateComplete;
    if (result !== null) result.style.minHeight = "";
  }

  private chooseKeys(): void {
    void this.querySelector<PithTrust>("pith-trust")?.show();
  }

  private another(): void {
    const input = this.querySelector<PithInput>("pith-input");
    input?.scrollIntoView();
    input?.focusFirst();
  }

  private dragged = (event: DragEvent): void => {
    if (dragged(event) === null) return;
    event.preventDefault();
    this.dragging = true;
  };

  private left = (event: DragEvent): void => {
    // Leaving an element for another one within the window is not leaving the window.
    if (event.relatedTarget === null) this.dragging = false;
  };

  private dropped = (event: DragEvent): void => {
    this.dragging = false;
    const data = dragged(event);
    if (data === null) return;
    event.preventDefault();
    void this.transfer(data);
  };

  private pasted = (event: ClipboardEvent): void => {
    const files = event.clipboardData?.files.length ?? 0;
    const writing = isField(event.target);
    if (event.clipboardData === null || (writing && files === 0)) return;
    event.preventDefault();
    void this.transfer(event.clipboardData);
  };

  /** Takes what was dropped or pasted: the files, or else the text. */
  private async transfer(data: DataTransfer): Promise<void> {
    // Both are gone as soon as this waits for anything.
    const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
    const files = [...data.files].map((file) => ({ input: file, name: file.name }));
    const text = data.getData("text/plain");
    if (entries.some(({ isDirectory }) => isDirectory)) await this.takeBatch(handedBelow(entries));
    else if (files.length > 0) await this.sort(files);
    else if (text !== "") await this.take([{ input: text }]);
  }
}

/** Whether something takes text. What is put into it belongs to it. */
function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("textarea, input[type=text], input[type=search]");
}

/** What is dragged, if it could be a document. */
function dragged(event: DragEvent): DataTransfer | null {
  const types = event.dataTransfer?.types ?? [];
  const text = types.includes("text/plain") && !isField(event.target);
  return types.includes("Files") || text ? event.dataTransfer : null;
}

/** Takes a document out of the address of this page, where another one is at hand. */
function forgetLink(): void {
  if (isShared(location.hash)) history.replaceState(null, "", location.href.split("#")[0]);
}

/** Of two documents the report that a verifier made, and then the other; nothing when there is no such pair. */
async function inOrder(given: Document[]): Promise<Document[]> {
  const [first, second] = given;
  if (given.length !== 2 || first === undefined || second === undefined) return [];
  const [isFirst, isSecond] = await Promise.all([isReport(first), isReport(second)]);
  if (isFirst) return isSecond ? [] : [first, second];
  return isSecond ? [second, first] : [];
}

/** Whether a document says in its first member that it is a report. */
async function isReport({ input }: Document): Promise<boolean> {
  const start =
    typeof input === "string" ? input.slice(0, 100) : await new Blob([input]).slice(0, 100).text();
  return /^\s*\{\s*"report_version"\s*:/.test(start);
}

/** Proofs of OpenTimestamps are known by the ending of their files. */
function isProof(name: string): boolean {
  return name.toLowerCase().endsWith(".ots");
}

/** A name as an option that is left out when there is none. */
function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}

/** Why there are no verdicts after a self-test that could not be run. */
function notTested(error: unknown): Said {
  return (w) => w.checker.notTested(messageOf(error));
}

/** Why there are no verdicts after a self-test that failed. */
function untested({ misjudged }: SelfTest): Said {
  const [first] = misjudged;
  return (w) => (first === undefined ? "" : w.checker.refuses(first.name, first.expected, first.found));
}
