import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const trust: Catalogue["trust"] = {
  title: "信頼する鍵",
  about:
    "署名が示すのは、ある鍵の持ち主が署名したということです。それが誰の鍵であるかを言えるのは、ほかの手段で知っている鍵を挙げることのできる、あなただけです。レジストリの鍵は、このページに内蔵されています。",
  inForce: "採用中の鍵",
  inForceIs: (keys) => `採用中の鍵は${count(keys)}個`,
  none: "採用中の鍵がないため、誰が署名したかを署名から知ることはできません。",
  notInForce: "下の誤りが直されるまで、どの鍵も採用されません。",
  entry: {
    noName: "識別子のない鍵",
    builtIn: "内蔵",
    own: "自分で追加",
    status: "状況",
    window: "有効期間",
    always: "いつでも",
    from: "{from} から",
    until: "{until} より前まで",
    between: "{from} から {until} より前まで",
    fingerprint: "フィンガープリント",
    source: "出所",
    note: "備考",
    remove: "取り除く",
    removeOf: (key) => `：鍵${count(key)}`,
  },
  removed: "鍵を取り除きました。",
  builtIn: "内蔵されたレジストリの鍵を信頼する",
  keys: "自分で追加する鍵",
  keysHint:
    "1行に64桁の16進数字、または、鍵、ミラー一覧、鍵リングのいずれかのJSON。ここに入力したものは、すぐに採用されます。",
  keysFailed: (problem) => `これは受け付けられず、検査にも使われません：${problem}`,
  key: (number) => `鍵${count(number)}`,
  import: "ファイルから鍵リングを追加",
  importFailed: (problem) => `このファイルからは何も追加されませんでした：${problem}`,
  imported: "追加しました。",
  at: "文書が存在したことを知っている時刻",
  atHint:
    "使用を終えた鍵や、有効期間のある鍵のためのものです。UTCの日付と時刻を、2026-06-01T00:00:00Z のように入力してください。分からない場合は空のままにしてください。",
  atFailed: (problem) => `この時刻は受け付けられず、検査にも使われません：${problem}`,
  export: "この鍵リングを保存",
  exportHint: "このページとコマンドラインで再び読み込めるファイルです。",
  exported: "pith-key-ring.json として保存しました。",
  exportFailed: (problem) => `保存されませんでした：${problem}`,
};
