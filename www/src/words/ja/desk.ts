import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

/** 「0.8」「62.4」: 役に立つ桁まで。 */
function decimal(number: number): string {
  return number.toLocaleString("ja", { maximumSignificantDigits: 3 });
}

/** 「16 MB」。 */
function size(bytes: number): string {
  const unit = bytes >= 1e9 ? "GB" : bytes >= 1e6 ? "MB" : "KB";
  return `${decimal(bytes / { GB: 1e9, MB: 1e6, KB: 1e3 }[unit])} ${unit}`;
}

/** 「12秒」「5分」「2時間」。 */
function span(seconds: number): string {
  if (seconds < 1) return "1秒";
  if (seconds < 100) return `${count(Math.round(seconds))}秒`;
  if (seconds < 100 * 60) return `${count(Math.round(seconds / 60))}分`;
  return `${count(Math.round(seconds / 3600))}時間`;
}

export const desk: Catalogue["desk"] = {
  title: "一括検査",
  about:
    "文書は1件ずつ独立に、この端末の上で検査されます。ここに表示される1行のほかには、何も保持されません。",
  unloaded: "このページの一部を読み込めませんでした。再読み込みして、もう一度試してください。",

  unread: (problem) => `文書をもう一度読み取ることができませんでした（${problem}）。`,

  looking: "ファイルを探しています。",
  refused: {
    keys: "信頼する鍵またはその時刻を読み取れなかったため、何も検査していません。下の欄で直すと、検査が始まります。",
    verifier: "検証プログラムを使えなかったため、何も検査していません。",
  },
  progress: (done, all, exact) =>
    exact
      ? `${count(all)}件の文書のうち${count(done)}件を検査しました。`
      : `約${count(all)}件の文書のうち${count(done)}件を検査しました。`,
  bar: "検査した文書",
  rate: (number, bytes) => `毎秒${decimal(number)}件、${size(bytes)}。`,
  left: (seconds) => `残り約${span(seconds)}。`,
  done: (number, seconds) =>
    number === 0
      ? "この中に文書はありません。"
      : `${count(number)}件の文書を${span(seconds)}で検査しました。`,
  stopped: (done, seconds) =>
    `${count(done)}件の文書、${span(seconds)}のところで停止しました。下にないものは検査されていません。`,
  cut: (most) =>
    `文書の数が、このページで一度に扱える数を超えています。最初の${count(most)}件を検査します。残りにはコマンドラインを使ってください。`,
  marked: (files) =>
    files === 1
      ? "多数の文書を含むファイル1個が、バイト順マークで始まっています。バイト順マークは取り除かれ、最初の行には含まれません：{files}"
      : `多数の文書を含むファイル${count(files)}個が、バイト順マークで始まっています。バイト順マークは取り除かれ、それぞれの最初の行には含まれません：{files}`,

  stop: "停止",
  again: "すべて検査し直す",
  back: (number) => `一括検査の${count(number)}件の文書のうちの1件です。`,
  toDesk: "一括検査に戻る",
  each: "1件ずつ検査する",
  eachAbout: "これらの文書は互いに比較されました。",
  folder: "フォルダーを開く",
  takes:
    "フォルダー、ZIPアーカイブ、1行に1件の文書を収めたファイル（.ndjson）、および8個を超えるファイルは、1件ずつ検査されます。",

  show: "表示",
  all: "すべて",
  status: { tool_error: "プログラムのエラー", not_read: "読み取られず" },
  trust: {
    trusted: "信頼済み",
    in_window: "その時刻について信頼",
    outside_window: "その時刻には有効でない",
    window_unproven: "時刻の証明なし",
    time_contradicted: "時刻が矛盾",
    retired: "使用終了",
    revoked: "失効",
    not_in_ring: "鍵リングになし",
    id_taken: "別の鍵の名前を使用",
  },
  totals: (parts) => parts.map(({ status, documents }) => `${status}：${count(documents)}件`).join("、"),
  checking: (totals, done) =>
    totals === "" ? `${count(done)}件を検査しました。` : `${count(done)}件を検査しました。${totals}。`,
  toolErrors:
    "プログラムのエラーは、文書について何も意味しません。検証プログラムの側の失敗であり、文書は検証済みでも不成立でもありません。",
  stated: "Pith Numberとイベントは、文書が自らについて述べているものです。",

  find: "行の中を検索",
  order: "並び順",
  descending: "逆順",
  columns: {
    index: "受け取った順",
    status: "判定",
    file: "ファイル",
    number: "Pith Number",
    failed: "不合格の検査",
    key: "鍵",
    events: "イベント",
  },
  table: "文書を1行に1件ずつ示す表。行を開くと、その完全なレポートが表示されます。",
  none: "当てはまる行はありません。",
  noKey: "成立する署名はありません",
  moreKeys: (more) => `ほか${count(more)}個`,

  save: (lines, all) => (lines === all ? `${count(lines)}行を保存` : `表示中の${count(lines)}行を保存`),
  saveAs: { csv: "CSVで保存", json: "JSONで保存", ndjson: "NDJSONで保存" },
  saveAbout:
    "CSVは目で見るためのものです。隠れた文字は見える形にし、表計算ソフトが計算してしまうものの前にはアポストロフィを付けます。JSONとNDJSONには、どのテキストもそのまま収められます。",

  failure: {
    "file.unreadable": () =>
      "ブラウザーはこのファイルを読み取れませんでした。移動、変更、ロックされたか、ファイルではない可能性があります。",
    "file.too_large": ({ bytes }) => `文書の上限である${size(bytes)}を超えているため、読み取りませんでした。`,
    "file.timeout": ({ seconds }) => `読み取りに${span(seconds)}を超える時間がかかりました。`,
    "file.proof": () =>
      "これはタイムスタンプ証明であり、文書ではありません。証明の対象の文書と一緒にドロップしてください。",
    "archive.unreadable": () => "ZIPアーカイブではないか、アーカイブの目録が破損しています。",
    "archive.damaged": () => "破損しています：アーカイブの目録の記載と一致しません。",
    "archive.encrypted": () => "アーカイブの中で暗号化されています。先に展開してください。",
    "archive.method": () => "ブラウザーで展開できない方式で圧縮されています。先に展開してください。",
    "archive.nested": () =>
      "アーカイブの中にあり、それ自身が複数の文書を含んでいます。先に展開してください。",
    "tool.stopped": () =>
      "検証プログラムがこの検査の途中で停止しました。残りの検査のために起動し直されました。",
    "tool.timeout": ({ seconds }) => `検査に${span(seconds)}を超える時間がかかったため、打ち切りました。`,
    "tool.disagrees": () =>
      "これについて、ブラウザー自身のSHA-256またはEd25519の結果が、この検証プログラムと食い違っています。",
  },
};
