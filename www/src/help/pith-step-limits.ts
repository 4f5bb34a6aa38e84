import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { browserSha256 } from "../bytes.ts";
import { fact } from "../elements/fact.ts";
import { quoted } from "../elements/pith-text.ts";
import { digestOfWasm, version } from "../verify.ts";
import { digestOf } from "./digest.ts";
import { BUNDLE } from "./documents.ts";
import { Example } from "./example.ts";

/** What a reader can run where he trusts the machine. */
const COMMANDS = `cargo xtask dist
sha256sum dist/site/assets/*.wasm
grep "pith-verifier.html" dist/BUILD.txt
cargo run --release -- verify tests/samples/bundle-1212.1787.json
sha256sum tests/samples/bundle-1212.1787.json`;

/** What two programs found out about one file. */
interface Opinions {
  ours: string;
  theirs: string | null;
  version: string;
  program: string | null;
}

/**
 * One digest, by this verifier and by the browser, and what this verifier is.
 *
 * @attr data-agree - on what was found: whether the two agree, or `unable` where the browser has no digests
 */
@customElement("pith-step-limits")
export class PithStepLimits extends Example {
  protected readonly name = "limits";
  @state() private opinions: Opinions | null = null;

  protected get heading(): string {
    return this.w.help.limits.example;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.find(compare, (opinions) => (this.opinions = opinions));
  }

  protected body(): TemplateResult {
    const w = this.w.help.limits;
    const { opinions } = this;
    if (opinions === null) return html`<p class="aside">${this.w.help.working}</p>`;
    const { ours, theirs, program } = opinions;
    return html`<dl class="facts">
        ${fact(w.file, quoted("tests/samples/bundle-1212.1787.json"))} ${fact(w.ours, quoted(ours))}
        ${fact(w.theirs, theirs === null ? w.unable : quoted(theirs))}
      </dl>
      <p class="finding" data-agree=${theirs === null ? "unable" : ours === theirs}>
        ${theirs === null ? w.unable : ours === theirs ? w.same : w.differ}
      </p>
      <dl class="facts">
        ${fact(w.version, quoted(opinions.version))}
        ${fact(w.program, program === null ? w.unable : quoted(program))}
      </dl>
      <h4>${w.commands}</h4>
      <pre class="commands" tabindex="0">${COMMANDS}</pre>`;
  }
}

async function compare(): Promise<Opinions> {
  const [ours, theirs, name, program] = await Promise.all([
    digestOf(BUNDLE),
    browserSha256(new TextEncoder().encode(BUNDLE)),
    version(),
    digestOfWasm(),
  ]);
  return { ours, theirs, version: name, program };
}
