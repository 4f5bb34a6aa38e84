import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const coverage: Catalogue["coverage"] = {
  title: "保護の範囲",
  signed: (signed, all) => {
    if (all === 1) return signed === 1 ? "一つだけの値に署名があります" : "一つだけの値に署名はありません";
    if (signed === 0) return `${count(all)}個の値のどれにも署名がありません`;
    return `${count(all)}個の値のうち${count(signed)}個に署名があります`;
  },
  count,
  filter: "一覧に出す値",
  all: { label: "すべての値", means: "文書に現れる順" },
  search: "位置または値を検索",
  unfold: "すべて展開",
  fold: "すべて折りたたむ",
  tree: "文書の値",
  listed: (listed, all) =>
    listed === all ? `${count(all)}個の値を表示` : `${count(all)}個の値のうち${count(listed)}個を表示`,
  none: "当てはまる値は文書にありません。",
  unprinted: (all) =>
    `${count(all)}個の値の一覧は、ここに印刷するには長すぎます。保存したレポートにはすべて含まれています。`,
  gone: "検証プログラムは、値の一覧をもう保持していません。見るには、文書をもう一度検査してください。",
  whole: "文書全体",
  unnamed: "空の名前",
  inside: {
    signed: (number) => `署名あり${count(number)}個`,
    derived: (number) => `導出${count(number)}個`,
    bound: (number) => `紐付け${count(number)}個`,
    signature: (number) => `署名データ${count(number)}個`,
    checksummed: (number) => `チェックサムのみ${count(number)}個`,
    uncovered: (number) => `保護なし${count(number)}個`,
  },
  by: "{class}（鍵：{keys}）",
  byMore: (more) => `{class}（鍵：{keys}、ほか${count(more)}個）`,
  detail: {
    title: "この値",
    titleInside: "文書のこの部分",
    choose: "行を選ぶと、その値を保護しているものが表示されます。",
    place: "位置",
    value: "値",
    class: "保護",
    keys: (keys) => (keys === 1 ? "署名した鍵" : `署名した鍵（${count(keys)}個）`),
    checks: (checks) => (checks === 0 ? "検査" : `検査${count(checks)}件`),
    noChecks: "ここに及ぶ検査はありません",
    moreChecks: (shown, rest) => `さらに表示：${count(rest)}件中${count(shown)}件`,
    inside: "内訳",
    part: (from, to, length) => `全${count(length)}文字のうち${count(from)}文字目から${count(to)}文字目まで`,
    earlier: "前の部分",
    later: "次の部分",
  },
};
