import type { AddressFinding, AddressKind, AddressSource, MatchWord, NamedBy } from "../../report.ts";
import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

const namedBy: Record<NamedBy, string> = {
  number: "Pith Number",
  short_number: "短縮Pith Number",
  arxiv: "arXiv識別子",
  arxiv_doi: "arXivが論文に登録するDOI",
  doi: "DOI",
  unreadable: "いずれでもないもの",
};

const finding: Record<AddressFinding, string | ((impossible: string) => string)> = {
  impossible_character: (impossible) =>
    `正しい番号ではあり得ません：Pith Numberに ${[...impossible].join("、")} は使われません。使われるのは英字AからZと数字2から7です。0、1、8、9は、O、I、B、Gではないか確かめてください。`,
  wrong_length:
    "正しい番号ではあり得ません：pith: と年の後に、Pith Numberでは26文字、短縮Pith Numberでは8、12、または16文字が続きます。",
  year_malformed: "正しい番号ではあり得ません：年の部分が4桁の数字ではありません。",
  arxiv_malformed:
    "arXivがこの形式の識別子を発行することはありません。桁の過不足や入れ替わりがないか確かめてください。",
  letter_case: "Pith Numberの書き方に合わせて、大文字で表示しています。",
  year_missing: "Pith Numberの一部である年がありません。アドレスには年がなくても差し支えありません。",
  version_left_out:
    "アドレスにはバージョンを入れるところがないため、得られたものを確かめてください。このページではバージョンも比較されます。",
};

const kind: Record<AddressKind, string> = {
  bundle: "バンドル",
  well_known_bundle: "バンドル（第二のアドレス）",
  state: "状態のみ",
  record: "レコード",
  page: "レコードのページ",
  paper_page: "論文のページ",
  resolver: "識別子による検索",
};

const source: Record<AddressSource, string> = {
  mirror_manifest: "この書式は、サービスのミラー一覧に記載されています。",
  bundle: "これまでに確認された署名付きバンドルが、このようなアドレスにリンクしています。",
  record:
    "これまでに確認されたレコードの一つが、このようなアドレスにリンクしています。それらのリンクに署名はありません。",
};

const answer: Record<MatchWord, string> = {
  matches: "お探しの文書です",
  near_miss: "お探しのものと少し異なります",
  differs: "お探しの文書ではありません",
  not_comparable: "お探しのものかどうかは分かりません",
};

export const number: Catalogue["number"] = {
  title: "番号はあるがファイルがない場合",
  about:
    "Pith Number、arXiv識別子、またはDOIを入力すると、サービスが文書の入手先としているアドレスが表示されます。",
  field: "Pith Number、arXiv識別子、またはDOI",
  example: "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
  show: "アドレスを表示",
  read: (as) => `${namedBy[as]}として読み取りました：{text}`,
  unreadable:
    "これは、Pith Number（例：pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ）でも、arXiv識別子（例：1212.1787v1、math/0309136）でも、DOI（例：10.48550/arXiv.1212.1787）でもありません。",
  finding,
  addresses: (addresses) => `${count(addresses)}件のアドレス`,
  kind,
  source,
  copy: "アドレスをコピー",
  nowhere: {
    short_number:
      "この長さの短縮番号について、知られているアドレスはありません。番号の提供者が、年の後に26文字が続く完全な番号を持っているかもしれません。",
    doi: "このDOIから知られるアドレスはありません。これまでに確認された文書はarXivの論文についてのものです。arXivで論文を探し、そのarXiv識別子を入力してください。",
  },
  short: "一つの短縮番号が、複数の完全な番号の先頭部分であることがあります。",
  following:
    "このページが文書を問い合わせることはありません。リンクをたどると（新しいタブで開きます）、ブラウザーがそのホストに問い合わせ、ホストは端末のアドレスと探しているものを知ることになります。そこに何かがあるかどうかは、このページには分かりません。",
  next: "得られたものをファイルとして保存し、ここにドロップしてください。",
  remembered: "このページに与えるすべての文書が、これと比較されます。",
  forget: "探しているものを忘れさせる",
  asked: {
    heading: "お探しのものですか",
    wanted: "お探しのもの：{text}",
    comparing: "文書と比較しています。",
    answer,
    partly: "比較できる範囲では、お探しのものと一致しています",
    unreadable: "ファイルを文書として読み取れなかったため、比較されませんでした。",
    several:
      "お探しのもの：{text}。これらの文書の中にあるかどうかは、それぞれのレポートを開いて確かめてください。",
    announced: (answer, sentence) => `${answer}。${sentence}`,
  },
  fetch: {
    title: "または、このページに取得させる",
    about:
      "このページの設置者は、ページが次のホストに問い合わせることを認めています。許可されるまでは、どのホストにも問い合わせません。許可は、ページを閉じると忘れられます。",
    allow: (host) => `このページが ${host} に問い合わせることを許可する`,
    learns: (host) =>
      `${host} には、端末のアドレス、問い合わせる番号、このページが置かれているサイト、および、どのリクエストからも分かるブラウザーの情報が伝わります。Cookieは送信されません。`,
    fetch: (kind, host) => `${host} から取得：${kind}`,
    mirror: "このホストがサービスと同じ名前でファイルを置いていることを前提としています。",
    fetching: (host) => `${host} の応答を待っています。`,
    stop: "中止",
    fault: {
      blocked: (host) =>
        `${host} から、このページが読み取れるものは得られませんでした。接続できないか、ほかのページに応答の読み取りを認めていない（CORS）かのどちらかですが、ブラウザーはどちらであるかを示しません。代わりにリンクをたどってファイルを保存し、ここにドロップしてください。`,
      redirected: (host) =>
        `${host} はこのページを別のアドレスに転送しようとしましたが（リダイレクト）、このページは転送に従いません。代わりにリンクをたどってファイルを保存し、ここにドロップしてください。`,
      missing: (host) => `${host} のこのアドレスには何もありません（404）。`,
      status: (host, status) => `${host} がエラーを返しました（${status}）。`,
      too_large: (host, most) =>
        `${host} から、この検証プログラムが読み取る上限の${count(most)}バイトを超えるデータが送られたため、受け取りませんでした。`,
      too_slow: (host, seconds) =>
        `${host} からのデータは、${count(seconds)}秒以内に送り終えられませんでした。`,
      cut_off: (host) => `${host} から送られたデータは途中で切れました。もう一度試してください。`,
      stopped: () => "中止しました。",
    },
  },
};
