// Unpacks what xtask packed: PPMd variant H with the range coder of 7z (https://www.7-zip.org/sdk.html, Ppmd7.c,
// in the public domain). It makes scripts and the wasm a sixth smaller than what DecompressionStream can unpack.
//
// The memory of the model grows as it must and is never started afresh, so whoever packs has to give it enough
// memory for that. Names are those of the source.

const MAX_FREQ = 124;
/** Where the own state of a context of one symbol ends and lists of states begin. */
const GROWTH = 2;

/** Why bytes were not unpacked: they are not what was packed. */
export class DamagedError extends Error {
  override name = "DamagedError";

  constructor() {
    super("what it holds is not what was put into it");
  }
}

/**
 * @param packed - what was packed
 * @param length - how long it was
 * @param maxOrder - the order it was packed with
 */
export function unpacked(packed: Uint8Array, length: number, maxOrder: number): Uint8Array<ArrayBuffer> {
  // Contexts, by number. 0 is none.
  let contexts = 1 << 16;
  let numStats = new Uint16Array(contexts);
  let summFreq = new Uint16Array(contexts);
  let stats = new Int32Array(contexts);
  let suffix = new Int32Array(contexts);
  let lastContext = 0;

  // States. A successor is a place in `text`, a context with a minus before it, or 0.
  let states = 1 << 17;
  let symbol = new Uint8Array(states);
  let freq = new Uint8Array(states);
  let successor = new Int32Array(states);
  let lastState = 1;
  /** Lists of states that are free again, by their room in pairs of states. */
  const free: number[][] = Array.from({ length: 129 }, () => []);

  const text = new Uint8Array(length + 1);
  let textEnd = 0;

  function grown<T extends Uint8Array | Uint16Array | Int32Array>(old: T, size: number): T {
    const larger = new (old.constructor as new (size: number) => T)(size);
    larger.set(old);
    return larger;
  }
  /** Room for `pairs` pairs of states. */
  function allocStates(pairs: number): number {
    const again = free[pairs]?.pop();
    if (again !== undefined) return again;
    const first = lastState;
    lastState += 2 * pairs;
    if (lastState > states) {
      states *= GROWTH;
      symbol = grown(symbol, states);
      freq = grown(freq, states);
      successor = grown(successor, states);
    }
    return first;
  }
  function allocContext(): number {
    lastContext += 1;
    if (lastContext === contexts) {
      contexts *= GROWTH;
      numStats = grown(numStats, contexts);
      summFreq = grown(summFreq, contexts);
      stats = grown(stats, contexts);
      suffix = grown(suffix, contexts);
    }
    return lastContext;
  }
  function copyState(from: number, to: number): void {
    symbol[to] = symbol[from]!;
    freq[to] = freq[from]!;
    successor[to] = successor[from]!;
  }
  function setState(to: number, s: number, f: number, next: number): void {
    symbol[to] = s;
    freq[to] = f;
    successor[to] = next;
  }
  /** Moves a state to a place before it in its list, and those between one place on. */
  function moveState(from: number, to: number): void {
    const s = symbol[from]!;
    const f = freq[from]!;
    const next = successor[from]!;
    for (let at = from; at > to; at -= 1) copyState(at - 1, at);
    setState(to, s, f, next);
  }
  function findState(context: number, wanted: number): number {
    let s = stats[context]!;
    // The end of the list is the end of what is known to hold the symbol, unless the bytes are damaged.
    const end = s + numStats[context]!;
    while (symbol[s] !== wanted) if ((s += 1) >= end) throw new DamagedError();
    return s;
  }

  // Tables.
  const ns2bsIndex = new Uint8Array(256).fill(6);
  ns2bsIndex.fill(4, 2, 11);
  ns2bsIndex[0] = 0;
  ns2bsIndex[1] = 2;
  const ns2index = new Uint8Array(256);
  for (let i = 0; i < 3; i += 1) ns2index[i] = i;
  for (let i = 3, m = 3, k = 1; i < 256; i += 1) {
    ns2index[i] = m;
    k -= 1;
    if (k === 0) {
      m += 1;
      k = m - 2;
    }
  }
  const EXP_ESCAPE = [25, 14, 9, 7, 5, 5, 4, 4, 4, 3, 3, 3, 2, 2, 2, 2];
  const INIT_BIN_ESC = [0x3cdd, 0x1f3f, 0x59bf, 0x48f3, 0x64a1, 0x5abc, 0x6632, 0x6051];
  const binSumm = new Uint16Array(128 * 64);
  for (let i = 0; i < 128; i += 1) {
    for (let k = 0; k < 64; k += 1) binSumm[i * 64 + k] = 0x4000 - Math.trunc(INIT_BIN_ESC[k & 7]! / (i + 2));
  }
  // One more for contexts of all 256 symbols.
  const DUMMY = 25 * 16;
  const seeSumm = new Uint16Array(DUMMY + 1);
  const seeShift = new Uint8Array(DUMMY + 1).fill(3);
  const seeCount = new Uint8Array(DUMMY + 1).fill(4);
  for (let i = 0; i < DUMMY; i += 1) seeSumm[i] = (5 * (i >> 4) + 10) << 3;
  seeSumm[DUMMY] = 0;
  seeShift[DUMMY] = 7;
  seeCount[DUMMY] = 64;

  // The model.
  let orderFall = maxOrder;
  const initRunLength = -Math.min(maxOrder, 12) - 1;
  let runLength = initRunLength;
  let prevSuccess = 0;
  let initEsc = 0;
  let hiBitsFlag = 0;
  let minContext = allocContext();
  let maxContext = minContext;
  let foundState = allocStates(128);
  numStats[minContext] = 256;
  summFreq[minContext] = 257;
  stats[minContext] = foundState;
  for (let i = 0; i < 256; i += 1) setState(foundState + i, i, 1, 0);

  function createSuccessors(): number {
    let c = minContext;
    const upBranch = successor[foundState]!;
    const found = symbol[foundState]!;
    const waiting: number[] = orderFall === 0 ? [] : [foundState];
    while (suffix[c] !== 0) {
      c = suffix[c]!;
      const s = numStats[c] === 1 ? stats[c]! : findState(c, found);
      if (successor[s] !== upBranch) {
        c = -successor[s]!;
        if (waiting.length === 0) return c;
        break;
      }
      waiting.push(s);
    }
    const newSymbol = text[upBranch]!;
    let newFreq: number;
    if (numStats[c] === 1) {
      newFreq = freq[stats[c]!]!;
    } else {
      const cf = freq[findState(c, newSymbol)]! - 1;
      const s0 = summFreq[c]! - numStats[c]! - cf;
      newFreq = 1 + (2 * cf <= s0 ? (5 * cf > s0 ? 1 : 0) : Math.trunc((2 * cf + s0 - 1) / (2 * s0)) + 1);
    }
    while (waiting.length > 0) {
      const c1 = allocContext();
      const s = allocStates(1);
      numStats[c1] = 1;
      stats[c1] = s;
      setState(s, newSymbol, newFreq, upBranch + 1);
      suffix[c1] = c;
      successor[waiting.pop()!] = -c1;
      c = c1;
    }
    return c;
  }

  function updateModel(): void {
    const foundFreq = freq[foundState]!;
    const foundSymbol = symbol[foundState]!;
    if (foundFreq < MAX_FREQ / 4 && suffix[minContext] !== 0) {
      const c = suffix[minContext]!;
      if (numStats[c] === 1) {
        const s = stats[c]!;
        if (freq[s]! < 32) freq[s]! += 1;
      } else {
        let s = stats[c]!;
        if (symbol[s] !== foundSymbol) {
          s = findState(c, foundSymbol);
          if (freq[s]! >= freq[s - 1]!) {
            moveState(s, s - 1);
            s -= 1;
          }
        }
        if (freq[s]! < MAX_FREQ - 9) {
          freq[s]! += 2;
          summFreq[c]! += 2;
        }
      }
    }
    if (orderFall === 0) {
      minContext = maxContext = createSuccessors();
      successor[foundState] = -minContext;
      return;
    }
    text[textEnd] = foundSymbol;
    textEnd += 1;
    let maxSuccessor = textEnd;
    let minSuccessor = successor[foundState]!;
    if (minSuccessor === 0) {
      successor[foundState] = maxSuccessor;
      minSuccessor = -minContext;
    } else {
      if (minSuccessor > 0) minSuccessor = -createSuccessors();
      orderFall -= 1;
      if (orderFall === 0) {
        maxSuccessor = minSuccessor;
        if (maxContext !== minContext) textEnd -= 1;
      }
    }
    const mc = minContext;
    let c = maxContext;
    minContext = maxContext = -minSuccessor;
    if (c === mc) return;

    const ns = numStats[mc]!;
    const s0 = summFreq[mc]! - ns - (freq[foundState]! - 1);
    for (const f = freq[foundState]!; c !== mc; c = suffix[c]!) {
      const ns1 = numStats[c]!;
      let sum: number;
      if (ns1 !== 1) {
        if ((ns1 & 1) === 0) {
          const old = stats[c]!;
          const wider = allocStates((ns1 >> 1) + 1);
          for (let i = 0; i < ns1; i += 1) copyState(old + i, wider + i);
          free[ns1 >> 1]!.push(old);
          stats[c] = wider;
        }
        sum = summFreq[c]!;
        sum += (2 * ns1 < ns ? 1 : 0) + (4 * ns1 <= ns && sum <= 8 * ns1 ? 2 : 0);
      } else {
        const s = stats[c]!;
        const doubled = freq[s]! < MAX_FREQ / 4 - 1 ? freq[s]! << 1 : MAX_FREQ - 4;
        freq[s] = doubled;
        sum = doubled + initEsc + (ns > 3 ? 1 : 0);
      }
      let cf = 2 * (sum + 6) * f;
      const sf = s0 + sum;
      if (cf < 6 * sf) {
        cf = 1 + (cf > sf ? 1 : 0) + (cf >= 4 * sf ? 1 : 0);
        sum += 3;
      } else {
        cf = 4 + (cf >= 9 * sf ? 1 : 0) + (cf >= 12 * sf ? 1 : 0) + (cf >= 15 * sf ? 1 : 0);
        sum += cf;
      }
      setState(stats[c]! + ns1, foundSymbol, cf, maxSuccessor);
      numStats[c] = ns1 + 1;
      summFreq[c] = sum;
    }
  }

  function rescale(): void {
    const mc = minContext;
    const first = stats[mc]!;
    moveState(foundState, first);
    let s = first;
    let sumFreq = freq[s]!;
    let escFreq = summFreq[mc]! - sumFreq;
    const adder = orderFall === 0 ? 0 : 1;
    sumFreq = (sumFreq + 4 + adder) >> 1;
    freq[s] = sumFreq;
    for (let i = numStats[mc]! - 1; i > 0; i -= 1) {
      s += 1;
      escFreq -= freq[s]!;
      const f = (freq[s]! + adder) >> 1;
      sumFreq += f;
      freq[s] = f;
      if (f > freq[s - 1]!) {
        let to = s - 1;
        while (to !== first && f > freq[to - 1]!) to -= 1;
        moveState(s, to);
      }
    }
    if (freq[s] === 0) {
      const before = numStats[mc]!;
      let removed = 0;
      while (freq[s] === 0) {
        removed += 1;
        s -= 1;
      }
      escFreq += removed;
      const after = before - removed;
      numStats[mc] = after;
      const pairs = (before + 1) >> 1;
      const pairsAfter = (after + 1) >> 1;
      if (pairs !== pairsAfter) free[pairs - pairsAfter]!.push(first + 2 * pairsAfter);
      if (after === 1) {
        let f = freq[first]!;
        do {
          escFreq >>= 1;
          f = (f + 1) >> 1;
        } while (escFreq > 1);
        freq[first] = f;
        foundState = first;
        return;
      }
    }
    summFreq[mc] = sumFreq + escFreq - (escFreq >> 1);
    foundState = first;
  }

  function nextContext(): void {
    const next = successor[foundState]!;
    if (orderFall === 0 && next < 0) minContext = maxContext = -next;
    else updateModel();
  }

  // The range decoder. `range` and `code` are below 2 to the power of 32.
  let range = 0xffffffff;
  let code = 0;
  let at = 0;
  function nextByte(): number {
    const byte = packed[at];
    if (byte === undefined) throw new DamagedError();
    at += 1;
    return byte;
  }
  function normalize(): void {
    while (range < 0x1000000) {
      code = ((code << 8) | nextByte()) >>> 0;
      range = (range << 8) >>> 0;
    }
  }
  function decode(start: number, size: number): void {
    code -= start * range;
    range *= size;
  }
  nextByte();
  for (let i = 0; i < 4; i += 1) code = ((code << 8) | nextByte()) >>> 0;

  /** In which round a symbol was masked last. */
  const masked = new Int32Array(256);
  let round = 0;
  function mask(first: number, count: number): void {
    for (let s = first; s < first + count; s += 1) masked[symbol[s]!] = round;
  }

  function decodeSymbol(): number {
    let count = numStats[minContext]!;
    round += 1;
    if (count !== 1) {
      const first = stats[minContext]!;
      const total = summFreq[minContext]!;
      range = Math.trunc(range / total);
      const threshold = Math.trunc(code / range);
      let below = 0;
      for (let s = first; s < first + count; s += 1) {
        const f = freq[s]!;
        if (threshold >= below + f) {
          below += f;
          continue;
        }
        decode(below, f);
        normalize();
        foundState = s;
        const found = symbol[s]!;
        if (s === first) {
          prevSuccess = 2 * f > total ? 1 : 0;
          runLength += prevSuccess;
          summFreq[minContext] = total + 4;
          freq[s] = f + 4;
          if (f + 4 > MAX_FREQ) rescale();
        } else {
          prevSuccess = 0;
          summFreq[minContext] = total + 4;
          freq[s] = f + 4;
          if (f + 4 > freq[s - 1]!) {
            moveState(s, s - 1);
            foundState = s - 1;
            if (f + 4 > MAX_FREQ) rescale();
          }
        }
        nextContext();
        return found;
      }
      if (threshold >= total) throw new DamagedError();
      prevSuccess = 0;
      decode(below, total - below);
      hiBitsFlag = ((symbol[foundState]! + 0xc0) >> 5) & 8;
      mask(first, count);
    } else {
      const s = stats[minContext]!;
      const flag = ((symbol[foundState]! + 0xc0) >> 5) & 8;
      hiBitsFlag = flag;
      const bin =
        (freq[s]! - 1) * 64 +
        prevSuccess +
        ((runLength >>> 26) & 0x20) +
        ns2bsIndex[numStats[suffix[minContext]!]! - 1]! +
        (((symbol[s]! + 0xc0) >> 4) & 16) +
        flag;
      const probability = binSumm[bin]!;
      const size = (range >>> 14) * probability;
      const lower = probability - ((probability + 32) >> 7);
      if (code < size) {
        binSumm[bin] = lower + 128;
        range = size;
        normalize();
        foundState = s;
        const found = symbol[s]!;
        prevSuccess = 1;
        runLength += 1;
        if (freq[s]! < 128) freq[s]! += 1;
        nextContext();
        return found;
      }
      binSumm[bin] = lower;
      initEsc = EXP_ESCAPE[lower >> 10]!;
      code -= size;
      range -= size;
      mask(s, 1);
      prevSuccess = 0;
    }
    for (;;) {
      normalize();
      const numMasked = numStats[minContext]!;
      let mc = minContext;
      do {
        orderFall += 1;
        mc = suffix[mc]!;
        // What was packed has no mark at its end.
        if (mc === 0) throw new DamagedError();
      } while (numStats[mc] === numMasked);
      minContext = mc;
      const first = stats[mc]!;
      count = numStats[mc]!;
      let high = 0;
      for (let s = first; s < first + count; s += 1) if (masked[symbol[s]!] !== round) high += freq[s]!;

      let see = DUMMY;
      let escFreq = 1;
      if (count !== 256) {
        const nonMasked = count - numMasked;
        see =
          ns2index[nonMasked - 1]! * 16 +
          (nonMasked < numStats[suffix[mc]!]! - count ? 1 : 0) +
          (summFreq[mc]! < 11 * count ? 2 : 0) +
          (numMasked > nonMasked ? 4 : 0) +
          hiBitsFlag;
        const mean = seeSumm[see]! >> seeShift[see]!;
        seeSumm[see]! -= mean;
        escFreq = mean === 0 ? 1 : mean;
      }
      const total = high + escFreq;
      range = Math.trunc(range / total);
      const threshold = Math.trunc(code / range);
      if (threshold < high) {
        let below = 0;
        let s = first;
        for (; ; s += 1) {
          if (masked[symbol[s]!] === round) continue;
          if (threshold < below + freq[s]!) break;
          below += freq[s]!;
        }
        const f = freq[s]!;
        decode(below, f);
        normalize();
        if (seeShift[see]! < 7) {
          seeCount[see]! -= 1;
          if (seeCount[see] === 0) {
            seeSumm[see]! <<= 1;
            seeCount[see] = 3 << seeShift[see]!;
            seeShift[see]! += 1;
          }
        }
        foundState = s;
        const found = symbol[s]!;
        runLength = initRunLength;
        summFreq[mc]! += 4;
        freq[s] = f + 4;
        if (f + 4 > MAX_FREQ) rescale();
        updateModel();
        return found;
      }
      if (threshold >= total) throw new DamagedError();
      decode(high, total - high);
      seeSumm[see]! += total;
      mask(first, count);
    }
  }

  const out = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) out[i] = decodeSymbol();
  return out;
}
