import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const bench: Catalogue["bench"] = {
  title: "改ざん実験台",
  about:
    "この文書の写しを変更して、何が検知されるかを確かめられます。写しは、入力するそばから同じ検証プログラムで検査されます。写しはこの実験台の上にとどまり、レポートには含まれません。ここから保存や共有をすることもできません。",
  open: "写しを実験台に載せる",
  tooLarge: (most) =>
    `実験台で扱える文書は${count(most)}バイトまでです。この文書はそれより長いため、写しは載せません。`,
  notText:
    "実験台で扱えるのはテキストだけです。この文書のバイト列はテキストではありません（UTF-8ではありません）。",
  mark: "変更した写し（文書そのものではありません）",
  tamperings: "用意された変更",
  tampering: {
    title: "タイトルを1文字変える",
    date: "日付を変える",
    signature: "署名の二つの桁を入れ替える",
    event: "イベントを取り除く",
    counter: "件数を増やす",
    uncovered: "何にも保護されていない値を変える",
    member: "署名のないメンバーを加える",
    layout: "値を1行に一つずつ並べる",
  },
  gone: "この変更の対象は、もう写しの中にありません。先に文書を元に戻してください。",
  text: "写しのテキスト",
  hidden:
    "このテキストには、目に見えない文字、ほかの文字の並び順を変える文字、またはほかの文字に似た文字が含まれています。入力欄ではそのまま表示され、このページのほかの場所では文字の名前や番号に書き換えて表示されます。",
  back: "文書を元に戻す",
  checking: "検査しています…",
  copyIs: "変更した写し：{word}",
  documentIs: (word) => `文書そのもの：${word}。`,
  same: "違いはありません。写しはバイト単位で元の文書と同じに戻っています。",
  layout: "値と値の間の空白だけが異なります。ダイジェストは、そうした空白を除いた形から計算されます。",
  changed: (removed, added, line, column) => {
    const place = `${count(line)}行目の${count(column)}列目`;
    if (removed === 0) return `${place}に${count(added)}文字が追加されています。`;
    if (added === 0) return `${place}で${count(removed)}文字が削除されています。`;
    return `${count(removed)}文字が${count(added)}文字に置き換えられています。最初は${place}です。`;
  },
  inDocument: "文書では",
  inCopy: "写しでは",
  nothing: "なし",
  place: "位置",
  is: "そこでの保護",
  unnoticed:
    "この変更はどの検査でも検知されません。署名にもダイジェストにも保護されていないものは、誰でも痕跡を残さずに変更できます。",
  sameChecks: "すべての検査の結果が、文書そのものの場合と同じです。",
  failed: (checks) => `${count(checks)}件の検査が不合格`,
  more: (checks) => `ほか${count(checks)}件`,
  error: (problem) => `写しは検査されませんでした（${problem}）。このことは写しについて何も意味しません。`,
  copyTooLarge: (most) => `写しが${count(most)}バイトを超えたため、検査を行っていません。`,
};
