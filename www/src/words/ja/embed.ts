import type { MatchWord } from "../../report.ts";
import type { EmbedWords } from "../embed.ts";

const answer: Record<MatchWord, string> = {
  matches: "この文書は、このページが示す論文に関するものです",
  near_miss: "このページが示す論文と少し異なります",
  differs: "この文書は、このページとは別の論文に関するものです",
  not_comparable: "この文書が、このページが示す論文に関するものかどうかは分かりません",
};

const short: Record<MatchWord, string> = {
  matches: "このページの論文に関するもの",
  near_miss: "このページの論文と少し異なる",
  differs: "このページが示す論文ではありません",
  not_comparable: "このページの論文と比較できない",
};

export const embed: EmbedWords = {
  loading: "文書を読み込んでいます…",
  again: "もう一度試す",
  here: "このページが読み込んだコードが、このブラウザーで検査しました。",
  hereMeans: "ページに何が表示されるかは、この結果も含め、ページの作成者が決めます。",
  ownKeys:
    "ここでどの鍵を信頼するかは、このページが決めています。ほかの検証プログラムはそれらの鍵を知らないかもしれません。",
  independently: "独立に検査する",
  independentlyAbout: (host) =>
    `新しいタブで、${host} の検証プログラムを使います。文書はリンクの # より後に含まれ、ブラウザーはその部分をどのサーバーにも送信しません。`,
  tooLarge: (host) =>
    `新しいタブで、${host} の検証プログラムを使います。文書が大きすぎてリンクに入りません。文書を保存し、そのファイルをそこにドロップしてください。`,
  save: "文書を保存",
  number: "Pith番号",
  numberIs: "文書に記載のとおり",
  noNumber: "文書に記載がありません",
  from: "文書",
  inline: "このページの中にあります",
  page: {
    answer,
    short,
    partly: "比較できる範囲では、この文書はこのページが示すものと一致しています",
    unreadable: "ファイルを文書として読み取れなかったため、このページとは比較されませんでした。",
    nothing:
      "このページには、比較できるDOIも識別子も示されていません。文書がこのページのものかどうかは、誰も検査していません。",
    nothingShort: "このページとは比較されていません",
    comparing: "このページが示すものと比較しています。",
    named: {
      citation_doi: "このページのDOI（citation_doi）：{text}",
      citation_arxiv_id: "このページのarXiv識別子（citation_arxiv_id）：{text}",
      "dc.identifier": "このページの識別子（DC.identifier）：{text}",
      doi: "このページが文書について示すDOI：{text}",
      number: "このページが求めているもの：{text}",
    },
    unknown: "これはDOIでもarXiv識別子でもPith番号でもないため、比較されませんでした。",
  },
  badge: {
    details: "詳細",
    close: "閉じる",
    title: "Pith文書",
    other: "別の論文",
    error: "検査していません",
    here: "このページのコードがこのブラウザーで検査",
  },
  error: {
    title: "検査していません",
    no_document:
      "検査するものがありません。この要素には、srcもnumberも、中の文書もありません。ページの作成者が直せます。",
    bad_address: (address) =>
      `文書のアドレスがhttpでもhttpsでもありません：${address}。ページの作成者が直せます。`,
    bad_number: (text) =>
      `これはPith番号でもarXiv識別子でもarXivのDOIでもないため、アドレスが分かりません：${text}`,
    policy: (host) =>
      `このページのセキュリティポリシー（connect-src）は、${host} への問い合わせを認めていません。ページの作成者は、ポリシーで認めるか、文書をページの中に置くことができます。`,
    blocked: (host) =>
      `${host} から、このページが読み取れるものは得られませんでした。接続できないか、ほかのサイトに応答の読み取りを認めていないかのどちらかですが、ブラウザーはどちらであるかを示しません。ホストは、Access-Control-Allow-Originヘッダー（CORS）で読み取りを認めます。ヘッダーがない場合、ページの作成者は、文書の写しをこのサイトに置くか、文書をページの中に置くことができます。`,
    unreachable: (host) => `${host} に接続できなかったか、接続が切れました。`,
    offline: "この端末はオフラインです。ネットワークにつながると、検査が自動的に始まります。",
    web_page: (host) =>
      `${host} から得られたのはウェブページで、文書ではありません。このアドレスは、人が読むページか、サインインを求めるページを指しています。`,
    not_loaded: (problem) =>
      `検証プログラムを読み込めませんでした（${problem}）。このページを再読み込みしてください。それでも変わらない場合：サイトは、ブラウザーが検証プログラムのファイルを読み込んで実行することを認める必要があります（'wasm-unsafe-eval' を含むscript-src、およびconnect-src）。`,
  },
};
