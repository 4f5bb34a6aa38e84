import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

const bytes = (number: number) => `${count(number)}バイト`;

export const evidence: Catalogue["evidence"] = {
  text: {
    more: (step, rest) => `さらに表示：${count(rest)}文字中${count(step)}文字`,
  },
  compare: {
    firstOf: (character, first, second) =>
      `最初の違いは${count(character)}文字目です：一つ目は ${first}、二つ目は ${second}。`,
    around: "違いの前後をさらに表示",
    copy: (which) => `「${which}」をコピー`,
  },
  copy: {
    copied: "コピーしました",
    selected:
      "このブラウザーでは、ページからコピーできません。テキストを選択したので、Ctrl C（Macでは⌘ C）を押してください。",
    refused:
      "このブラウザーでは、ページからコピーできません。テキストが長すぎて選択もできないため、代わりに保存してください。",
    place: "位置をコピー",
    sha256: "SHA-256をコピー",
    key: "鍵をコピー",
    command: "コマンドをコピー",
    text: "テキストをコピー",
    hex: "16進数字をコピー",
    message: "署名対象をコピー",
    signature: "署名をコピー",
    fingerprint: "フィンガープリントをコピー",
    number: "Pith Numberをコピー",
  },
  bytes: {
    hashed: "ハッシュ対象",
    canonical: (number) => `${bytes(number)}：{place} の正準形。`,
    without: (number) => `${bytes(number)}：{place} の正準形（{members} を除く）。`,
    within: (number) =>
      `{place} から作られた${bytes(number)}：テキスト {text} の各「…」の箇所に正準形を入れたもの。`,
    sha256: "そのSHA-256",
    show: "ハッシュされた正確なバイト列",
    asked: "もう一度計算しています…",
    failed: (problem) => `取得できませんでした：${problem}`,
    nobody: "文書はもう手元にありません。",
    form: "バイト列の表示形式",
    text: "テキスト",
    hex: "16進",
    range: (from, to, all) => `全${bytes(all)}のうちバイト${count(from)}から${count(to)}まで。`,
    whole: (all) => `全${bytes(all)}。`,
    next: "次の4 KBを表示",
    previous: "前の4 KBを表示",
    save: "このバイト列を保存",
    dump: "位置、16バイトの16進表記、および同じバイト列のASCII表記",
  },
  signed: {
    show: "検査された署名",
    about:
      "32バイト（SHA-256ダイジェスト）に対するEd25519署名です。Ed25519のプログラムなら、どれもこの三つの値に対して同じ答えを出します。",
    message: "署名対象、32バイト",
    signature: "署名、64バイト",
    key: "公開鍵、32バイト",
  },
  input: {
    paste: "貼り付け",
    samples: "または見本を選ぶ",
  },
  contents: {
    title: "このページの内容",
    at: (section) => `このページの内容：${section}`,
  },
};
