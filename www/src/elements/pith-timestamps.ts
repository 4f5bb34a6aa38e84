import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { BlockHeader, Report, Timestamp, TimestampAttestation } from "../report.ts";
import { fact } from "./fact.ts";
import { outcomeIcon } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { place, quoted } from "./pith-text.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { fill } from "../words/fill.ts";
import { attestationWords, headerWords, proofWords, startWords, type Words } from "../words/sentences.ts";
import { original } from "./original.ts";

/** How many operations of a proof are drawn. Real proofs have some sixty. */
const MOST = 1000;

/**
 * The OpenTimestamps proofs that were given beside the document: where each starts, who attests it, and its
 * operations. They change nothing about the verdict.
 *
 * @property report - the report
 * @attr data-timestamp, data-attestation, data-outcome - on the parts: reason, kind, outcome
 */
@customElement("pith-timestamps")
export class PithTimestamps extends LightElement {
  @property({ attribute: false }) report!: Report;

  protected override render(): TemplateResult | typeof nothing {
    const { timestamps, headers } = this.report;
    if (timestamps.length + headers.length === 0) return nothing;
    return html`<section class="part" aria-labelledby="timestamps">
      <h2 id="timestamps">${this.w.elements.timestamps.title}</h2>
      <div class="body">
        <p class="aside">${this.w.elements.timestamps.about}</p>
        ${timestamps.map((each) => proof(each, this.report, this.w))}
        ${headers.map((each, index) => header(each, headerWords(this.w, index, this.report), this.w))}
      </div>
    </section>`;
  }
}

function proof(proof: Timestamp, of: Report, catalogue: Catalogue): TemplateResult {
  const said = proofWords(catalogue, proof, of);
  const { start, operations } = proof;
  const { elements, report } = catalogue;
  const w = elements.timestamps;
  return html`<article class="check" data-timestamp=${proof.reason} data-outcome=${proof.outcome}>
    <details open>
      <summary>
        ${outcomeIcon(proof.outcome)}
        <div>
          <h3>
            <span class="outcome" data-tone=${proof.outcome}
              >${elements.check.outcome(report.outcome[proof.outcome])}</span
            >
            ${proof.name === null ? w.noName : quoted(proof.name)}
          </h3>
          <p class="sentence">${said.sentence}</p>
        </div>
      </summary>
      <div class="evidence">
        ${said.hint === null ? nothing : html`<p class="hint">${said.hint}</p>`}
        ${original(catalogue, proof.sentence, proof.hint)}
        ${
          start === null
            ? nothing
            : html`<p data-outcome=${start.outcome}>
                  ${outcomeIcon(start.outcome)} ${startWords(catalogue, start).sentence}
                </p>
                ${start.hint === null ? nothing : html`<p class="hint">${startWords(catalogue, start).hint}</p>`}
                ${original(catalogue, start.sentence, start.hint)}`
        }
        ${proof.attestations.map((each) => attestation(each, attestationWords(catalogue, each, proof, of), catalogue))}
        <dl class="facts">
          ${start === null ? nothing : fact(w.start, html`${report.operation[start.hash]} ${quoted(start.digest)}`)}
          ${start === null || start.pointer === null ? nothing : fact(w.startIs, place(start.pointer))}
          ${fact(w.proof, fill(w.proofIs(proof.bytes), { sha256: quoted(proof.sha256) }))}
        </dl>
        ${
          operations.length === 0
            ? nothing
            : html`<details class="subject">
                <summary>
                  <span>${w.operations}</span><span class="number">${operations.length}</span>
                </summary>
                <ol class="operations">
                  ${operations.slice(0, MOST).map(
                    ({ op, argument, result, after }, index) =>
                      html`<li>
                        ${fill(w.operation, {
                          number: html`<b>${index + 1}</b>`,
                          operation: report.operation[op],
                          argument: argument === null ? "" : quoted(argument),
                          source: html`<span class="aside"
                            >${after === null ? w.ofStart : w.ofResult(after + 1)}</span
                          >`,
                          result: quoted(result),
                        })}
                      </li>`,
                  )}
                </ol>
                ${
                  operations.length > MOST
                    ? html`<p class="aside">${w.more(operations.length - MOST)}</p>`
                    : nothing
                }
              </details>`
        }
      </div>
    </details>
  </article>`;
}

function attestation(attestation: TimestampAttestation, said: Words, catalogue: Catalogue): TemplateResult {
  const { merkle_root, merkle_root_reversed, calendar } = attestation;
  const { elements, report } = catalogue;
  const w = elements.timestamps;
  return html`<div
    class="attestation"
    data-attestation=${attestation.kind}
    data-outcome=${attestation.outcome}
  >
    <p>
      ${outcomeIcon(attestation.outcome)}
      <b>${w.attestation(report.attestation[attestation.kind])}</b> ${said.sentence}
    </p>
    ${said.hint === null ? nothing : html`<p class="hint">${said.hint}</p>`}
    ${original(catalogue, attestation.sentence, attestation.hint)}
    <dl class="facts">
      ${calendar === null ? nothing : fact(w.calendar, quoted(calendar))}
      ${merkle_root === null ? nothing : fact(w.merkleRoot, quoted(merkle_root))}
      ${merkle_root_reversed === null ? nothing : fact(w.merkleRootReversed, quoted(merkle_root_reversed))}
    </dl>
  </div>`;
}

function header(header: BlockHeader, said: Words, catalogue: Catalogue): TemplateResult {
  const w = catalogue.elements.timestamps;
  return html`<div class="attestation" data-header=${header.reason} data-outcome=${header.outcome}>
    <p>${outcomeIcon(header.outcome)} <b>${w.header}</b> ${said.sentence}</p>
    ${said.hint === null ? nothing : html`<p class="hint">${said.hint}</p>`}
    ${original(catalogue, header.sentence, header.hint)}
    ${
      header.block === null
        ? nothing
        : html`<dl class="facts">
            ${fact(w.hash, quoted(header.block.hash))} ${fact(w.time, quoted(header.block.time))}
          </dl>`
    }
  </div>`;
}
