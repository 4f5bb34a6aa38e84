import type { Catalogue } from "../catalogue.ts";

export const hand: Catalogue["hand"] = {
  title: "手元のテキスト",
  about:
    "この文書は、お手元の論文についてのものでしょうか。手元の論文から、タイトル、要旨、または識別子を、印刷されているとおりにコピーしてください。印刷上の改行、ハイフン、引用符の違いは考慮されます。",
  field: "テキストの種類",
  text: "テキスト",
  ask: "比較する",
  empty: "比較するものがまだありません。ここにテキストを入力してください。",
  failed: (problem) => `比較されませんでした：${problem}`,
  asked: "{field}として {text} を入力しました。",
  label: (label) => `${label}。`,
  worth: "この結果の重み",
  steps: "加えた変更",
  expected: "文書にあるもの",
  computed: "入力から得られるもの",
  pointer: "比較の相手",
  class: "その保護",
  verdict: "文書の判定",
};
