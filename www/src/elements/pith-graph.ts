import { html, nothing, type PropertyValues, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Outcome, Report } from "../report.ts";
import { visible } from "../verify.ts";
import { type Evidence, evidence, type Link, OUTCOMES, type Part } from "./graph/evidence.ts";
import {
  baselines,
  type Block,
  type Box,
  type Label,
  layout,
  type Picture,
  type Rectangle,
  type Saying,
  SIGN,
  type Text,
  type Wire,
  type Words,
} from "./graph/layout.ts";
import { type Measure, measure } from "./graph/lines.ts";
import { asPng, asSvg } from "./graph/sheet.ts";
import { outcomeIcon, outcomeSign } from "./icons.ts";
import { LightElement } from "./light-element.ts";
import { part } from "./part.ts";
import { laidOut } from "./turns.ts";
import { boundary } from "../boundary.ts";
import type { Catalogue } from "../words/index.ts";

/** No more of a text of the document is made visible for a box that shows one line of it. */
const EXCERPT = 1000;

/** And no more for a sentence. */
const NAME = 60;

/** A picture to keep. */
export interface Kept {
  form: "svg" | "png";
  content: string | Blob;
}

/**
 * The evidence as one picture: the parts of the document, and between them the checks. Each label is a
 * control that leads to its check, the worst of several; the same stands below as a list. What could not be
 * read has no picture.
 *
 * @property report - the report
 * @fires pith-go - the reader wants to see a check; `detail` is its index in the report
 * @fires pith-keep - the reader wants to keep the picture; `detail` is {@link Kept}
 * @attr data-graph - on the picture: `wide` or `tall`
 * @attr data-part - on each box: the part
 * @attr data-link, data-outcome, data-checks - on each label: the link, the worst of its outcomes, and the
 *   indices of its checks
 * @attr data-listed-link - on each line of the list: the link
 */
@customElement("pith-graph")
export class PithGraph extends LightElement {
  @property({ attribute: false }) report!: Report;
  /** The link whose label is pointed at or has the focus. */
  @state() private lit: Link | null = null;
  @state() private failed = false;
  private evidence: Evidence = { parts: [], links: [] };
  /** The room that there is for the picture, in pixels. */
  private room = 0;
  private picture: Picture | null = null;
  /** What the picture was laid out for. */
  private laidFor: { report: Report; w: Catalogue; room: number } | null = null;
  private measure: Measure | null = null;
  private frame: Element | null = null;
  private readonly watch = new ResizeObserver(([entry]) => {
    // Now, while nothing has to be laid out anew to know it.
    if (this.frame !== null) this.measure ??= measure(fonts(this.frame));
    if (entry !== undefined) void this.fit(Math.floor(entry.contentRect.width));
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.watch.disconnect();
    this.frame = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("report")) {
      this.evidence = evidence(this.report);
      this.lit = null;
      this.failed = false;
    }
    this.layOut();
  }

  protected override updated(): void {
    const frame = this.querySelector(".graph");
    if (frame === this.frame) return;
    this.watch.disconnect();
    this.frame = frame;
    if (frame !== null) this.watch.observe(frame);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { links } = this.evidence;
    if (links.length === 0) return nothing;
    const w = this.w.graph;
    const occurring = OUTCOMES.filter((outcome) => links.some((link) => link.outcome === outcome));
    return part(
      "graph",
      w.title,
      html`<p class="aside">${w.about}</p>
        <ul class="graph-key">
          ${occurring.map((outcome) => html`<li>${sample(outcome)} ${outcomeIcon(outcome)} ${w.outcome[outcome]}</li>`)}
        </ul>
        <div class="graph">${this.picture === null ? nothing : this.sheet(this.picture)}</div>
        <details class="graph-list">
          <summary>${w.list}</summary>
          <ul class="plain">
            ${links.map(
              (link) =>
                html`<li data-listed-link=${link.id}>
                  ${outcomeIcon(link.outcome)}
                  <button type="button" class="quiet" @click=${() => this.go(link)}>
                    ${this.sentence(link)}
                  </button>
                </li>`,
            )}
          </ul>
        </details>
        <p class="graph-save">
          <button type="button" class="button" data-action="save-graph-svg" @click=${this.keepSvg}>
            ${w.saveSvg}
          </button>
          <button type="button" class="button" data-action="save-graph-png" @click=${this.keepPng}>
            ${w.savePng}
          </button>
        </p>
        <p class="error" role="status">${this.failed ? w.saveFailed : nothing}</p>`,
    );
  }

  private sheet({ width, height, wide, blocks, wires }: Picture): TemplateResult {
    // Where wires share a lane, the worst lies on top, but for the one that is pointed at.
    const depth = ({ link }: Wire) => (link === this.lit ? -1 : OUTCOMES.indexOf(link.outcome));
    const sorted = [...wires].sort((a, b) => depth(b) - depth(a));
    return html`<svg
      role="group"
      aria-label=${this.w.graph.picture}
      data-graph=${wide ? "wide" : "tall"}
      width=${width}
      height=${height}
      viewBox="0 0 ${width} ${height}"
    >
      <g aria-hidden="true">${sorted.map((wire) => this.wire(wire))}</g>
      ${blocks.map((block) => this.block(block))}
    </svg>`;
  }

  private wire({ link, path, head }: Wire): SVGTemplateResult {
    return svg`<g class="wire" data-tone=${link.outcome} ?data-lit=${link === this.lit}>
      <path class="line" d=${path} /><path class="head" d=${head} />
    </g>`;
  }

  private block({ above, box, below }: Block): SVGTemplateResult {
    return svg`${above.map((label) => this.label(label))}${drawnBox(box)}${below.map((label) => this.label(label))}`;
  }

  private label(label: Label): SVGTemplateResult {
    const { link, name, tally, x, y, height } = label;
    return svg`<g
      class="label"
      role="button"
      tabindex="0"
      data-link=${link.id}
      data-outcome=${link.outcome}
      data-tone=${link.outcome}
      data-checks=${link.checks.join(" ")}
      @click=${() => this.go(link)}
      @keydown=${(event: KeyboardEvent) => this.pressed(event, link)}
      @pointerenter=${() => this.light(link)}
      @pointerleave=${() => this.light(null)}
      @focus=${(event: FocusEvent) => this.focused(event, link)}
      @blur=${() => this.light(null)}
    >
      <title>${this.sentence(link)}</title>
      <path class="shape" d=${outline(label, link.outcome)} />
      <path class="focus" d=${outline(grown(label, 1), link.outcome)} />
      <g class="sign" transform="translate(${x + 9} ${y + (height - SIGN) / 2}) scale(${SIGN / 20})">${outcomeSign(link.outcome)}</g>
      ${written(name, "text")}${written(tally, "text tally")}
    </g>`;
  }

  /** Lays the picture out in other room, and draws it. Each is a task of its own, for both take their time. */
  private async fit(room: number): Promise<void> {
    // Later, since another height of the picture may take or give the page its scroll bar.
    await laidOut();
    this.room = room;
    this.layOut();
    await laidOut();
    this.requestUpdate();
  }

  private layOut(): void {
    const { report, w, room, laidFor: last } = this;
    if (last?.report === report && last.w === w && last.room === room) return;
    if (room === 0 || this.measure === null) return;
    const words: Words = { part: (part) => this.saying(part), link: (link) => this.naming(link) };
    const isEmpty = this.evidence.links.length === 0;
    this.picture = isEmpty ? null : layout(this.evidence, room, words, this.measure);
    this.laidFor = { report, w, room };
  }

  private naming({ name, outcomes }: Link): { name: string; tally: string } {
    const w = this.w.graph;
    return { name: w.link[name], tally: w.tally(outcomes) };
  }

  private saying(part: Part): Saying {
    const { quoted } = part;
    return {
      title: this.heading(part),
      quoted: quoted === null || quoted === "" ? null : excerpt(quoted),
      note: part.name === "ring" ? this.w.graph.ringKeys(this.report.ring.keys.length) : null,
    };
  }

  private heading({ name, events, keys }: Part): string {
    const w = this.w.graph;
    const first = (events?.first ?? keys?.first ?? 0) + 1;
    const count = events?.count ?? keys?.count ?? 0;
    if (name === "key") {
      if (keys?.of === "none") return w.noKey;
      return keys?.of === "others" ? w.otherKeys(count) : w.key(first);
    }
    if (name !== "event" && name !== "event_digest") return w.part[name];
    const isDigest = name === "event_digest";
    switch (events?.of) {
      case "one":
        return isDigest ? w.eventDigest(first) : w.event(first);
      case "type":
        return isDigest ? w.eventDigests(count) : w.events(count);
      case "failing":
        return isDigest ? w.failingEventDigests(count) : w.failingEvents(count);
      case "others":
        return isDigest ? w.otherEventDigests(count) : w.otherEvents(count);
      default:
        return isDigest ? w.unplacedEventDigests : w.unplacedEvents;
    }
  }

  /** The link as text, for whoever does not see the picture. */
  private sentence(link: Link): string {
    const title = (id: string) => {
      const part = this.evidence.parts.find((each) => each.id === id);
      if (part === undefined) return "";
      const type = part.events?.of === "type" ? part.events.type : null;
      return type === null ? this.heading(part) : this.w.graph.ofType(this.heading(part), isolated(type));
    };
    const { name, tally } = this.naming(link);
    return this.w.graph.sentence(name, tally, link.from.map(title), title(link.to));
  }

  private light(link: Link | null): void {
    this.lit = link;
  }

  private focused(event: FocusEvent, link: Link): void {
    this.light(link);
    // Firefox does not bring what is part of a picture into view, neither with the focus nor when it is asked to.
    const { top, bottom } = (event.currentTarget as Element).getBoundingClientRect();
    const { innerHeight } = window;
    if (top < 0 || bottom > innerHeight) window.scrollBy(0, (top + bottom - innerHeight) / 2);
  }

  private pressed(event: KeyboardEvent, link: Link): void {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    this.go(link);
  }

  private go({ leads }: Link): void {
    this.dispatchEvent(new CustomEvent("pith-go", { detail: leads, bubbles: true }));
  }

  private keepSvg(): void {
    const svg = this.saved();
    if (svg !== null) this.keep({ form: "svg", content: svg.text });
  }

  private async keepPng(): Promise<void> {
    const svg = this.saved();
    if (svg === null) return;
    const png = await asPng(svg).catch(() => null);
    this.failed = png === null;
    if (png !== null) this.keep({ form: "png", content: png });
  }

  private keep(kept: Kept): void {
    this.dispatchEvent(new CustomEvent("pith-keep", { detail: kept, bubbles: true }));
  }

  private saved(): ReturnType<typeof asSvg> | null {
    const drawn = this.querySelector<SVGSVGElement>("[data-graph]");
    if (drawn === null || this.measure === null) return null;
    const { verdict, sha256, verifier } = this.report;
    const w = this.w.graph.saved;
    return asSvg(drawn, this.measure, {
      title: w.title,
      head: [verdict.sentence, w.document(sha256), w.verifier(verifier)],
      links: this.evidence.links.map((link) => this.sentence(link)),
    });
  }
}

/** Text of the document, visible, and no more of it than a box can show. */
function excerpt(text: string): string {
  const shown = visible(text.slice(0, boundary(text, EXCERPT)));
  return text.length > EXCERPT ? `${shown}…` : shown;
}

/** The beginning of a text of the document, to stand in a sentence that is plain text. */
function isolated(text: string): string {
  const shown = visible(text.slice(0, boundary(text, NAME)));
  return `\u2068${text.length > NAME ? `${shown}…` : shown}\u2069`;
}

function fonts(element: Element): Record<"sans" | "mono", string> {
  const style = getComputedStyle(element);
  return { sans: style.fontFamily, mono: style.getPropertyValue("--mono") };
}

function drawnBox({ part, x, y, width, height, title, quoted, note }: Box): SVGTemplateResult {
  return svg`<g class="box" data-part=${part.id}>
    <rect class="shape" x=${x} y=${y} width=${width} height=${height} />
    ${written(title, "text")}
    ${
      quoted === null
        ? nothing
        : svg`<rect class="quote" x=${quoted.x} y=${quoted.y} width=${quoted.width} height=${quoted.height} />
          ${written(quoted.text, quoted.text.type.family === "mono" ? "text mono" : "text")}`
    }
    ${note === null ? nothing : written(note, "text note")}
  </g>`;
}

function written(text: Text, name: string): SVGTemplateResult[] {
  const { size, weight } = text.type;
  return baselines(text).map(
    ({ line, y }) =>
      svg`<text class=${name} x=${text.x} y=${y} font-size=${size} font-weight=${weight}>${line}</text>`,
  );
}

/** The outline of a label: each outcome has one of its own, like its sign. */
function outline({ x, y, width, height }: Rectangle, outcome: Outcome): string {
  const round = (r: number) =>
    `M${x + r} ${y}h${width - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${height - 2 * r}a${r} ${r} 0 0 1 -${r} ${r}` +
    `h${2 * r - width}a${r} ${r} 0 0 1 -${r} -${r}v${2 * r - height}a${r} ${r} 0 0 1 ${r} -${r}z`;
  switch (outcome) {
    case "passed":
      return round(Math.min(12, height / 2));
    case "failed":
      return `M${x + 8} ${y}h${width - 16}l8 8v${height - 16}l-8 8h${16 - width}l-8 -8v${16 - height}z`;
    case "noted":
      return `M${x} ${y}h${width}v${height}h-${width}z`;
    case "not_checked":
      return round(4);
  }
}

function grown({ x, y, width, height }: Rectangle, by: number): Rectangle {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** How the wire of an outcome looks. */
function sample(outcome: Outcome): TemplateResult {
  return html`<svg class="sample" data-tone=${outcome} viewBox="0 0 44 12" aria-hidden="true">
    <g class="wire" data-tone=${outcome}>
      <path class="line" d="M2 6h32" />
      <path class="head" d="M43 6l-8 -4.5v9z" />
    </g>
  </svg>`;
}
