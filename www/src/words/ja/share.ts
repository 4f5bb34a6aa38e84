import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const share: Catalogue["share"] = {
  make: "この文書へのリンクを作成",
  about: (most) => `アドレスの中に文書全体を収め、渡した相手が開けるようにします（最大${count(most)}文字）`,
  link: "リンク",
  copy: "リンクをコピー",
  whoever: "このリンクを持つ人は、文書を持つことになります。",
  made: (characters) =>
    `長さは${count(characters)}文字です。文書は # の後にあり、ブラウザーがその部分をサーバーに送ることはありません。リンクの送信に使うプログラムには見えます。`,
  withName: "ファイルの名前も含まれます：{name}",
  verdictNot: "判定は含まれません。リンクを開いた人のところで、その人の鍵を使って検査し直されます。",
  tooLarge: (characters, most) =>
    `リンクにするには大きすぎます：${count(characters)}文字になりますが、一般的なプログラムがどれも受け渡せる上限は${count(most)}文字です。代わりにファイルを送ってください。`,
  farTooLarge: (bytes, most) =>
    `リンクにするには大きすぎます：文書は${count(bytes)}バイトで、上限は${count(most)}バイトです。代わりにファイルを送ってください。`,
  noUtf8:
    "このテキストには文字の半分だけ（対になっていないサロゲート）が含まれており、リンクで運べるバイト列になりません。",
  failed: (problem) => `リンクを作成できませんでした（${problem}）。`,
  fromLink:
    "この文書はリンクそのものに含まれていました。どこにも問い合わせることなく、ここで検査されました。",
  called: "リンクに記された名前：{name}",
  fault: {
    version:
      "このリンクは、このページの知らない形式です。このページの新しいバージョンなら知っているかもしれません。",
    encoding:
      "リンクが破損しています：使われるはずのない文字が含まれています。全体をもう一度コピーしてください。",
    damaged:
      "リンクが破損しています：途中で切れたか、一部が変更または追加されています。全体をもう一度コピーしてください。",
    tooLong: (characters, most) =>
      `リンクが、このページで作られるどのリンクよりも長くなっています：# の後が${count(characters)}文字ありますが、読み取るのは最大${count(most)}文字です。`,
    tooLarge: (most) => `リンクの内容を展開すると${count(most)}バイトを超えるため、読み取りませんでした。`,
  },
  print: "印刷",
  printAbout: "査読の記録に必要なものをすべて展開した、このページ",
};
