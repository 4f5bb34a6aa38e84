/**
 * The height of what a browser scrolls, in pixels. Firefox draws nothing beyond 17.8 million, the others
 * nothing beyond 33.5 million.
 */
const TALLEST = 12_000_000;

/**
 * Where rows of one height stand in a box that scrolls. A list that is too tall for a browser is scrolled in
 * a shorter box: a step of it is then a longer step of the list, and start and end are the same.
 */
export class Scale {
  /** The height of the list. */
  private readonly whole: number;
  /** The height that is scrolled. */
  readonly extent: number;
  /** Whether that is less. */
  readonly shortened: boolean;

  /**
   * @param rows - how many rows there are
   * @param row - the height of one
   * @param box - the height of the box
   */
  constructor(
    rows: number,
    private readonly row: number,
    private readonly box: number,
  ) {
    this.whole = rows * row;
    this.extent = Math.min(this.whole, TALLEST);
    this.shortened = this.extent < this.whole;
  }

  /** How far the list has gone when the box is scrolled so far. */
  offset(scrolled: number): number {
    const [most, whole] = this.most();
    const within = Math.max(0, Math.min(scrolled, most));
    return this.shortened ? (within / most) * whole : within;
  }

  /** How far to scroll, so that the list has gone so far. */
  scrolled(offset: number): number {
    const [most, whole] = this.most();
    const within = Math.max(0, Math.min(offset, whole));
    return this.shortened ? (within / whole) * most : within;
  }

  /** How far to scroll from here, so that a row is seen. */
  toSee(row: number, scrolled: number): number {
    const offset = this.offset(scrolled);
    const top = row * this.row;
    if (top < offset) return this.scrolled(top);
    if (top + this.row > offset + this.box) return this.scrolled(top + this.row - this.box);
    return scrolled;
  }

  /** Where in what is scrolled a row is drawn while it is scrolled so far. One that is not seen is never far outside. */
  top(row: number, scrolled: number): number {
    const top = row * this.row;
    if (!this.shortened) return top;
    return Math.max(-this.row, Math.min(Math.round(top - this.offset(scrolled) + scrolled), this.extent));
  }

  /** How far can be scrolled, and how far the list can go. */
  private most(): [number, number] {
    return [Math.max(0, this.extent - this.box), Math.max(0, this.whole - this.box)];
  }
}
