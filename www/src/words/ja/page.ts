import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const page: Catalogue["page"] = {
  title: "Pith検証プログラム",
  skip: "本文へ移動",
  language: "言語",
  languageFailed: "この言語を読み込めませんでした。",
  checkAnother: "別の文書を検査",
  checking: "検査しています…",
  about: {
    title: "検査の内容。",
    text: "ファイルはJSONとして厳密に読み取られます。署名またはハッシュされた各部分を正準形に書き直し、SHA-256を計算して比較します。各Ed25519署名は、署名に記された鍵で検査されます。状態はイベントから再構築されます。規則が公開されていないものは、未検査として報告されます。",
    offline: "このページは一度読み込まれればネットワークなしで動作するため、先に接続を切ることができます。",
  },
  letGo: "ここで放すと、この文書を検査します",
  single: {
    oneOf: (documents) => `${count(documents)}件の文書のうちの1件です。`,
    back: "比較に戻る",
  },
  error: {
    title: "プログラムのエラー",
    means: "これは文書について何も意味しません。文書は検証済みでも不成立でもありません。",
    notLoaded: (problem) =>
      `検証プログラムを読み込めませんでした（${problem}）。このページを再読み込みして、もう一度試してください。`,
    notRead: (problem) =>
      `ファイルを読み取れませんでした（${problem}）。検査できるのはファイルだけで、フォルダーは検査できません。`,
    stopped: (problem) =>
      `検証プログラムが停止しました（${problem}）。起動し直されたので、別の文書を検査できます。`,
    notRun: (problem) =>
      `検証プログラムを実行できませんでした（${problem}）。このページを再読み込みして、もう一度試してください。`,
    notCompared: (problem) => `これらの文書は比較されませんでした：${problem}`,
    badKey: (problem) => `信頼する鍵またはその時刻を読み取れなかったため、何も検査していません：${problem}`,
  },
  announced: {
    verdict: (word, sentence) => `判定：${word}。${sentence}`,
    comparison: (word, sentence) => `比較：${word}。${sentence}`,
    error: (message) => `プログラムのエラー。${message}`,
  },
  input: {
    title: "Pith文書を検査する",
    titleAgain: "別の文書を検査する",
    lead: "バンドル、レコード、または状態を与えてください。すべてのダイジェストと署名をお使いのブラウザーの中で計算し直し、何が成り立つかを示します。",
    leadAgain: "新しい文書を与えると、このレポートと入れ替わります。",
    drop: "ファイルをこのページの好きなところにドロップしてください",
    several: "複数のファイルを一度に与えると、互いに比較されます。",
    open: "ファイルを開く",
    paste: "または、好きなところで {keys} を押して貼り付けてください",
    control: "Ctrl",
    text: "または、ここにテキストを入力してください",
    check: "このテキストを検査",
  },
  sample: {
    bundle: "バンドル",
    record: "レコード",
    state: "状態のみ",
    snapshot: "グラフスナップショット",
    manifest: "ミラー一覧",
    changed: "変更されたバンドル",
  },
  sampleAbout: {
    events: "最初のバンドルのイベントを積み重ねた結果（バンドルの署名なし）",
    mirrors: "バンドルの入手先と、署名に使われる鍵",
    changed: "最初のバンドルのタイトルを1語変えたもの：何が成り立たなくなるかを見られます",
  },
  proofs: {
    title: "タイムスタンプ証明",
    about:
      "OpenTimestampsの証明（.otsで終わるファイル）は、あるBitcoinブロックより前にダイジェストが存在したことを示します。文書と一緒にこのページにドロップするか、ここで選んでください。",
    add: "証明を追加",
    remove: "取り除く",
    headers: "信頼できるところから得たBitcoinブロックのヘッダー：1行に160桁の16進数字",
  },
  requests: {
    promise: "この端末から外に出るものはありません。",
    asked: "文書はこの端末にとどまります。許可されたホストに文書を1件問い合わせました。",
    since: (all, own) => {
      const since = `このページの読み込み後のリクエストは${count(all)}件`;
      if (own === 0) return `${since}です。`;
      return own === all
        ? `${since}で、このページのファイルへのものです。`
        : `${since}で、そのうち${count(own)}件はこのページのファイルへのものです。`;
    },
  },
  save: {
    title: "レポートを保存する",
    as: (form) => `${form}で保存`,
    json: "誰でも作り直せる形式：文書と一緒にここにドロップしてください",
    markdown: "メモやメール用",
    html: "査読の記録用の1ページ",
  },
};
