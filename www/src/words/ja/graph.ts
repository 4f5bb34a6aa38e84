import type { LinkName, PartName } from "../../elements/graph/evidence.ts";
import type { Outcome } from "../../report.ts";
import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

const part: Record<Exclude<PartName, "event" | "event_digest" | "key">, string> = {
  document: "文書全体",
  record: "正準レコード",
  paper: "タイトルと要旨",
  record_digest: "レコードのダイジェスト",
  number: "Pith Number",
  names: "短縮番号と別名",
  receipt: "受領証",
  sections: "グラフのセクション",
  findings: "完全性セクション",
  section_digests: "セクションのダイジェスト",
  state: "マージ後の状態",
  state_digest: "状態のダイジェスト",
  bundle_digest: "バンドルのダイジェスト",
  proofs: "タイムスタンプ証明",
  listed_key: "文書に記載された鍵",
  ring: "鍵リング",
};

const link: Record<LinkName, string> = {
  form: "種類とバージョン",
  listed_events: "記載されたイベント",
  document_source: "出典の再掲",
  record_form: "バージョン",
  title: "タイトルとそのハッシュ",
  abstract: "要旨とそのハッシュ",
  record_digest: "ダイジェストの再計算",
  number: "ダイジェストから作成",
  names: "この二つから作成",
  receipt_digest: "ダイジェストの再掲",
  receipt_signature: "受領証の署名",
  event_form: "自身についての記載",
  event_record: "レコードからの再掲",
  event_digest: "ダイジェストの再計算",
  event_signature: "イベントの署名",
  sections_source: "出典の再掲",
  section_digest: "ダイジェストの再計算",
  findings_digest: "ダイジェストの再計算",
  state_form: "種類とバージョン",
  state_counts: "件数と順序",
  state_record: "レコードからの再掲",
  rebuilt: "イベントから再構築",
  state_digest: "ダイジェストの再計算",
  bundle_digest: "ダイジェストの再計算",
  bundle_signature: "バンドルの署名",
  proofs: "同梱された証明",
  spelling: "表記とフィンガープリント",
  trust: "誰の鍵か",
};

const outcome: Record<Outcome, string> = {
  passed: "合格",
  failed: "不合格",
  not_checked: "未検査",
  noted: "留意",
};

const events = (of: number) => `${count(of)}件のイベント`;

export const graph: Catalogue["graph"] = {
  title: "全体のつながり",
  about:
    "それぞれの枠は、文書の一部、または文書から計算されたものです。それぞれの線は一つまたは複数の検査で、計算の元になったものから、その結果と比べられたものへ向かいます。ラベルを選ぶと、その検査に移動します。",
  picture: "文書の各部分と、その間の検査",
  part,
  link,
  outcome,
  event: (number) => `イベント${count(number)}`,
  events,
  failingEvents: (of) => `不合格のあるイベント、ほか${count(of)}件`,
  otherEvents: (of) => `さまざまな種類の${events(of)}`,
  unplacedEvents: "イベント",
  eventDigest: (number) => `イベント${count(number)}のダイジェスト`,
  eventDigests: (of) => `${events(of)}のダイジェスト`,
  failingEventDigests: (of) => `不合格のあるイベント、ほか${count(of)}件のダイジェスト`,
  otherEventDigests: (of) => `さまざまな種類の${events(of)}のダイジェスト`,
  unplacedEventDigests: "イベントのダイジェスト",
  key: (number) => `鍵${count(number)}`,
  otherKeys: (of) => `ほかの鍵${count(of)}個`,
  noKey: "使用できる鍵なし",
  ringKeys: (of) => `ここで信頼する鍵${count(of)}個`,
  ofType: (events, type) => `${events}（種類 ${type}）`,
  tally: (outcomes) => {
    const found = (["failed", "noted", "not_checked", "passed"] as const).filter(
      (each) => outcomes[each] > 0,
    );
    const isOne = found.length === 1 && found.every((each) => outcomes[each] === 1);
    const of = (each: Outcome) => `${outcome[each]}${count(outcomes[each])}件`;
    return found.map((each) => (isOne ? outcome[each] : of(each))).join("、");
  },
  sentence: (name, tally, from, to) =>
    from.length === 0
      ? `${name}：${tally}。対象は「${to}」。`
      : `${name}：${tally}。${from.map((each) => `「${each}」`).join("、")}から「${to}」へ。`,
  list: "同じ内容の一覧",
  saveSvg: "SVGで保存",
  savePng: "PNGで保存",
  saveFailed: "このブラウザーでは、図をPNGとして描けませんでした。SVGにも同じ内容が含まれます。",
  saved: {
    title: "Pith文書の全体のつながり",
    document: (sha256) => `文書のSHA-256：${sha256}`,
    verifier: (verifier) => `${verifier} のレポートから作図`,
  },
};
