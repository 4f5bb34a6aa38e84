import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { fact } from "../elements/fact.ts";
import { LightElement } from "../elements/light-element.ts";
import { keepOffline, type Offline, takeNewer } from "../offline/offline.ts";
import { atEase, digestOfWasm, type SelfTest, version } from "../verify.ts";
import { fill } from "../words/fill.ts";

/** The command that builds the page and prints the digests of its wasm and of the single file. */
const COMMAND = "cargo xtask dist";
/** The command that prints the digest of the single file as a reader has it. */
const FILE_COMMAND = "sha256sum pith-verifier.html";

/**
 * The checker about itself: which version runs, the SHA-256 of its wasm, how its self-test went, and whether it
 * works without a network.
 *
 * @property test - the result of the self-test; `null` while it runs
 * @attr data-self-test - `running`, `passed` or `failed`; on the element
 * @attr data-wasm-sha256 - on the digest
 */
@customElement("pith-checker")
export class PithChecker extends LightElement {
  @property({ attribute: false }) test: SelfTest | null = null;
  @state() private version = "";
  @state() private digest: string | null | undefined;
  @state() private offline: Offline = "waiting";

  override connectedCallback(): void {
    super.connectedCallback();
    void version().then(
      (version) => (this.version = version),
      () => undefined,
    );
    void digestOfWasm().then(
      (digest) => (this.digest = digest),
      () => undefined,
    );
    void atEase.then(() => keepOffline((offline) => (this.offline = offline)));
  }

  protected override willUpdate(): void {
    this.dataset["selfTest"] =
      this.test === null ? "running" : this.test.misjudged.length === 0 ? "passed" : "failed";
  }

  protected override render(): TemplateResult {
    const { w, digest } = this;
    const words = w.checker;
    return html`<section class="checker" aria-labelledby="checker">
      <h2 id="checker">${words.heading}</h2>
      <dl class="facts">
        ${this.version === "" ? nothing : fact(words.version, html`<span class="version">${this.version}</span>`)}
        ${digest === undefined ? nothing : fact(words.digest, digest === null ? words.noDigest : html`<code data-wasm-sha256>${digest}</code>`)}
        ${fact(words.selfTest, this.tested())}
        ${fact(
          words.offline,
          html`${words[this.offline]}
          ${
            this.offline === "newer"
              ? html`<button type="button" class="quiet" @click=${() => void takeNewer()}>
                  ${words.takeNewer}
                </button>`
              : nothing
          }`,
        )}
      </dl>
      <p class="aside">
        ${fill(words.rebuild, { command: html`<code>${COMMAND}</code>` })}
        ${this.offline === "single" ? fill(words.fileDigest, { command: html`<code>${FILE_COMMAND}</code>` }) : nothing}
      </p>
    </section>`;
  }

  private tested(): string {
    const { test, w } = this;
    if (test === null) return w.checker.testing;
    if (test.misjudged.length === 0) return w.checker.tested(test.count);
    return w.checker.misjudged(test.misjudged.map(({ name }) => name).join(", "));
  }
}
