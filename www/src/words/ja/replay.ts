import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

const entries = (number: number) => `${count(number)}項目`;

export const replay: Catalogue["replay"] = {
  title: "マージ",
  events: "イベント（マージの順）",
  applied: "適用：",
  notApplied: "適用せず：",
  noType: "種類のないイベント",
  dated: "署名者による日時は {time} です。",
  details: "変更の内容",
  detailsOf: (step) => `：イベント${count(step)}`,
  place: "位置",
  identifier: "識別子",
  nowInState: "この後の状態での値",
  nothingChanged: "なし：状態は前のままです。",
  show: "この後の状態を表示",
  more: (shown, rest) => `さらに表示：${count(rest)}段階中${count(shown)}段階`,
  slider: {
    label: "段階",
    first: "最初",
    previous: "前",
    next: "次",
    last: "最後",
    at: (step, steps, type, applied) =>
      `全${count(steps)}段階の${count(step)}：${type}、${applied ? "適用" : "適用せず"}`,
    after: (step, steps) => `全${count(steps)}段階の${count(step)}の後`,
  },
  state: {
    title: "この後の状態",
    added: "追加",
    changed: "変更",
    entries,
    members: (members) => `${count(members)}メンバー`,
    unchanged: (number) => `${entries(number)}は前のまま`,
    more: (values) => `ほか${count(values)}個の値`,
    whole: "JSONテキスト",
    tooLong: "状態が長すぎるため、ここには展開できません。この段階で加わったもの：",
    absent: "これほど長いマージでは、レポートは各段階の後の状態を含まず、各段階での変更だけを含みます：",
  },
  end: "再構築された状態",
  endDiffers: "記載された状態と再構築された状態",
  sha256: "そのstate_sha256",
  shuffle: {
    title: "順序を変えて",
    about: (orders) =>
      `イベントを集める人は、どんな順序でそれを受け取るか分かりません。状態は、その順序に左右されてはなりません。ここでは、無作為な${count(orders)}通りの順序でイベントをマージし、結果のダイジェストを比べます。`,
    start: "無作為な順序でマージ",
    again: "別の無作為な順序でマージ",
    working: "マージしています…",
    same: (orders, events) =>
      `${count(events)}件のイベントを無作為な${count(orders)}通りの順序でマージした結果、状態は一つでした。異なるものはありません。`,
    differs: (differing, orders) =>
      `無作為な${count(orders)}通りの順序のうち、${count(differing)}通りで状態が異なりました。`,
    one: "イベントが一つだけなので、順序も一つだけです。",
    failed: (problem) => `ほかの順序でのマージは行われませんでした（${problem}）。`,
    orders: "順序と、それぞれの結果",
    numbers: "番号は、文書に記載された順にイベントを数えたものです。",
    order: "届いた順",
    digest: "state_sha256",
    result: "結果",
    equal: "同じ",
    different: "異なる状態",
    rest: (events) => `ほか${count(events)}件`,
  },
};
