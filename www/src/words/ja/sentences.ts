import type { KindWords, Sentences } from "../templates.ts";
import { count, list } from "./counted.ts";

const FETCH = "文書を公開元からもう一度入手してください。";
const FETCH_AGAIN = `${FETCH}それでも変わらない場合は、公開元に知らせてください。`;
const NOT_PUBLISHED = "この規則は誰も公開していないため、正しいとも誤りとも言えません。";
const ED25519_ONLY = "この検証プログラムが対応しているのはEd25519だけです。";
const SPLIT = "実際の文書ではこの100分の1ほどです。一覧は分割して検査してください。";
const FEWER_DOCUMENTS = "一度に比較する文書を減らしてください。";
const GIVE_TIME =
  "この文書が存在した時刻を知っている場合は、それを指定してください。署名に記された時刻は、署名者自身の言い分です。";
const DAMAGED =
  "証明が破損しているか、途中で切れています。保管されているところからもう一度入手してください。";
const NEWER = "証明が、この検証プログラムより新しい可能性があります。";
const FEWER = "一度に与える数を減らしてください。";
const NO_BLOCK =
  "どのブロックのヘッダーでもありません。ヘッダーを1桁ずつそのままに、もう一度入手してください。";
const NOT_MAIN_CHAIN = "メインチェーンのどのブロックのヘッダーでもありません。";
const COMPARE =
  "このヘッダーは、約2^{work}回のハッシュにあたる作業を示しますが、ブロックがチェーンに含まれることは示しません。ヘッダーのハッシュ {hash} を、信頼できるノードまたはブロックエクスプローラーと照合してください。";
const AS_ARXIV_LISTS_IT =
  "数式やアクセント付き文字は、TeXのソースとしてハッシュされています。論文のarXivのページからテキストをコピーして、もう一度試してください。";
const EACH_VERSION = "論文のバージョンごとに、別々のレコードがあります。";
const COPY_IT = "手で入力せず、元のところからコピーしてください。";
const SAVED_AGAIN =
  "公開されたままのファイルを入手し、検査する前に別のプログラムで開いて保存しないでください。";
const OTHER_NUMBERS = "別のプログラムがこのファイルを保存し直し、数値を独自の書き方に変えています";

const kind = (noun: string): KindWords => ({
  This: `この${noun}`,
  this: `この${noun}`,
  object: `この${noun}`,
  of: `この${noun}の`,
  in: `この${noun}にある`,
});

const events = (number: number) => `${count(number)}件のイベント`;

const gives = (same: boolean | null) =>
  same === null
    ? "この状態になります。文書には、比較の相手となる状態の記載がありません"
    : same
      ? "文書に記載された状態になります"
      : "文書に記載された状態とは異なる状態になります";

export const sentences: Sentences = {
  quotes: ["「", "」"],
  list,
  clauses: (clauses) => clauses.join("。また、"),
  sequence: (sentences) => sentences.join(""),
  at: "「{place}」の位置",
  atTop: "最上位",
  phrase: {
    null: "null",
    "a boolean": "真偽値",
    "a number": "数値",
    "a string": "文字列",
    "an array": "配列",
    "an object": "オブジェクト",
    "an event object": "イベントのオブジェクト",
    "a member": "メンバー",
    "a key identifier": "鍵の識別子",
    "32 hexadecimal digits": "32桁の16進数字",
    nothing: "なし",
    holds: "成立する",
    "does not hold": "成立しない",
    "holds for the stated digest": "記載されたダイジェストに対して成立する",
    "a key of the key ring": "鍵リングにある鍵",
    "not in the key ring": "鍵リングになし",
    "the Pith registry’s key, built into this verifier": "この検証プログラムに内蔵されたPithレジストリの鍵",
    "a canonical record": "正準レコード",
    "a bundle": "バンドル",
    "an event of a bundle": "バンドルのイベント",
    "the digest, as it must be stated": "ダイジェスト（記載されるべき形）",
    "the digest of the hashed bytes": "ハッシュされたバイト列のダイジェスト",
    "the value, computed from the canonical record": "正準レコードから計算された値",
    "the hash of the text, as the record must have it": "テキストのハッシュ（レコードにあるべき形）",
    "the fingerprint, computed from the key": "鍵から計算されたフィンガープリント",
    "whether the signature holds": "署名が成立するかどうか",
    "the merge has another name than the known one": "マージの名称が、知られているものと異なります",
    "the part that an event of this type has in the merge is not published":
      "この種類のイベントがマージで果たす役割は、公開されていません",
    "what it means that an event supersedes or follows another is not published":
      "イベントがほかのイベントを置き換えたり、それに後続したりすることの意味は、公開されていません",
    "an event was not shown to be valid": "有効であることが示されていないイベントがあります",
    "an event has no time that can be ordered": "順序を決められる時刻のないイベントがあります",
    "there is not exactly one event record_created": "record_createdのイベントが、ちょうど一つではありません",
    "what the same event counts for a second time is not published":
      "同じイベントが2回目にどう数えられるかは、公開されていません",
  },
  kind: {
    bundle: kind("バンドル"),
    record: kind("レコード"),
    state: kind("状態"),
    mirror_manifest: kind("ミラー一覧"),
    key_object: kind("鍵"),
    graph_snapshot: kind("グラフスナップショット"),
    integrity: kind("完全性文書"),
    event_list: kind("イベントの一覧"),
    canonical_record: kind("正準レコード"),
    unrecognised: kind("文書"),
    unreadable: kind("文書"),
  },

  subject: {
    "document.type": "文書の種類",
    "document.version": "形式のバージョン",
    "record.digest": "正準レコードのダイジェスト",
    "record.pith_number": "Pith Number",
    "record.short_pith_number": "短縮Pith Number",
    "record.alias": "別名",
    "record.source": "再掲された出典",
    "record.copy": "正準レコードの写し",
    "title.hash": "タイトル",
    "abstract.hash": "要旨",
    "receipt.signature": "正準レコードに対する受領証の署名",
    "event.digest": "イベントのダイジェスト",
    "event.id": "イベントの識別子",
    "event.signature": "イベントに対する署名",
    "event.signer": "イベントに記された署名者",
    "event.subject": "イベントの対象であるPith Number",
    "event.payload": "イベントの種類とペイロードの記載",
    "section.digest": "このセクションのダイジェスト",
    "bundle.digest": "バンドル全体のダイジェスト",
    "bundle.signature": "バンドル全体に対する署名",
    "state.digest": "状態のダイジェスト",
    "state.count": "状態の中の件数",
    "state.applied": "適用されたイベントの一覧",
    "state.merge_version": "マージの名称",
    "state.rebuilt": "状態",
    "merge.equivocation": "矛盾するイベントの探索",
    "key.encoding": "公開鍵",
    "key.fingerprint": "鍵のフィンガープリント",
    "key.trust": "鍵",
    "integrity.digest": "完全性イベントのペイロードのダイジェスト",
    "integrity.signature": "完全性イベントに対する署名",
    "integrity.envelope": "完全性イベントのペイロード以外の部分",
    "integrity.subject": "完全性イベントがこの文書の論文についてのものかどうか",
    "integrity.document": "完全性文書のこの部分",
    "timestamp.proof": "タイムスタンプ証明の一覧",
    "record.events": "レコードのイベントの一覧",
  },
  check: {
    "digest.matches": ["{S}は正しく、計算し直しても同じです。", ""],
    "digest.mismatch": [
      "{S}が誤っています：文書の{at}には{E}と記載されていますが、内容から得られるのは{C}です。",
      `ダイジェストが作られた後で、内容かダイジェストが変更されています。${FETCH}`,
    ],
    "digest.malformed": [
      "{S}の形式が正しくありません：{at}にあるべきものは{C}ですが、実際は{E}です。",
      "ダイジェストは、小文字の16進数字64桁です。",
    ],
    "digest.computed": [
      "{S}を計算しました：{C}。文書には、比較の相手となる記載がありません。",
      "受け取っているダイジェストと、自分で比べてください。",
    ],
    "digest.not_published": [
      "{S}は検査されていません：何から計算するかについての私たちの解釈では、文書の記載とは異なるダイジェストになります。",
      NOT_PUBLISHED,
    ],
    "value.matches": ["{at}の{S}は正しいものです。", ""],
    "value.mismatch": [
      "{S}が誤っています：文書の{at}には{E}と記載されていますが、計算し直すと{C}です。",
      FETCH_AGAIN,
    ],
    "value.missing": ["{S}がありません：{at}に{E}があるはずですが、何もありません。", FETCH_AGAIN],
    "value.wrong_type": ["{S}の型が違います：{at}には{E}があるはずですが、実際は{C}です。", FETCH_AGAIN],
    "value.not_computable": [
      "{S}は検査されていません：計算の元になるものが文書にありません。",
      "それがなければ、比較の相手がありません。",
    ],
    "value.unknown_kind": [
      "{at}の{S}は検査されていません：この検証プログラムには、この種類についての規則がありません。",
      "この検証プログラムより新しいものである可能性があります。",
    ],
    "value.absent": [
      "{S}は検査されていません：{at}にありません。",
      "なければならないかどうかは、誰も公開していません。",
    ],
    "value.not_signed": [
      "{S}は署名されていません：{at}の{C}。",
      "署名の対象は、記載されたダイジェストの32バイトだけです。残りは誰でも変更できたものです。",
    ],
    "text.matches": ["{S}は、大文字と小文字の違いを除き、正準レコードにハッシュがあるものです。", ""],
    "text.mismatch": [
      "{at}の{S}は、正準レコードのものではありません：レコードにあるハッシュは{E}ですが、ここのテキストから得られるのは{C}です。",
      "テキストが変更されています。ハッシュで許される違いは、大文字と小文字、および要旨では空白の違いだけです。",
    ],
    "text.cut": [
      "{S}は検査されていません：サービスが600文字で切り詰めており、ハッシュは全体のものです。",
      "重要な場合は、論文そのものと比べてください。",
    ],
    "state.matches": ["{S}は、イベントから得られるとおりです：再構築しても同じです。", ""],
    "state.mismatch": [
      "{S}は、イベントから得られるものと異なります：記載は{E}ですが、イベントから再構築すると{C}です。",
      FETCH_AGAIN,
    ],
    "state.not_comparable": [
      "{S}はイベントと比較されていません：{c}。",
      "サービスはマージの方法を公開していません。知られているのは、ほかのイベントに後続しない2種類の有効なイベントについてだけです。",
    ],
    "equivocation.none": ["私たちの解釈では、同じ署名者の互いに矛盾するイベントはありません。", ""],
    "equivocation.found": [
      "同じ署名者の有効な二つのイベント{E}と{C}が、同じ先行イベントに後続しています。私たちの解釈では、二重言明（equivocation）です。",
      "サービスは、何を二重言明と呼ぶかを公開していません。二つのどちらが有効かを署名者に問い合わせてください。",
    ],
    "rule.not_published": ["{at}の{S}は検査されていません。", NOT_PUBLISHED],
    "signature.holds": ["{S}は、そこに記された鍵に対して成立します。", ""],
    "signature.mismatch": [
      "{S}は成立しません：あるべきものは{E}です。",
      `署名の後で、内容、署名、または鍵が変更されています。${FETCH}`,
    ],
    "signature.of_other_content": [
      "{S}は、別の内容に対して作られたものです：文書に記載されたダイジェストに対しては成立しますが、{c} です。",
      `署名の後で、内容が変更されています。${FETCH}`,
    ],
    "signature.missing": [
      "{S}がありません：{at}に署名があるはずですが、ありません。",
      `取り除かれたか、初めから作られていません。${FETCH}`,
    ],
    "signature.malformed": [
      "{S}の形式が正しくありません：{at}にあるべきものは、64バイトをパディング付きのbase64で書いたものですが、実際は{C}です。",
      "有効なのは、正確なただ一つの書き方だけです（RFC 4648 第4節）。",
    ],
    "signature.status_unknown": [
      "{S}は検査されていません：{at}にあるべきステータスは{E}ですが、実際は{C}です。",
      "文書そのものが、既知の方法で署名されていると述べていません。",
    ],
    "signature.algorithm_unknown": [
      "{S}は検査されていません：{at}にあるべきアルゴリズムは{E}ですが、実際は{C}です。",
      ED25519_ONLY,
    ],
    "signature.wrong_slot": [
      "{S}は、別の目的のために作られたものです：{at}にあるべきものは{E}ですが、実際は{C}です。",
      "署名は、署名対象とされているものについてだけ有効です。",
    ],
    "signature.no_content": [
      "{S}は、文書に記載されたダイジェストに対して成立しますが、それが内容のダイジェストであることは確認されていません。",
      NOT_PUBLISHED,
    ],
    "signature.no_digest": [
      "{S}には、成立の対象がありません：{at}に内容またはそのダイジェストがあるはずですが、どちらもありません。",
      FETCH_AGAIN,
    ],
    "key.unknown": [
      "{S}は検査されていません：鍵{E}が手元にありません。",
      "署名者の鍵を、信頼できるところから入手して鍵リングに加えてください。",
    ],
    "key.fingerprint_mismatch": [
      "{S}に記された既知の鍵のフィンガープリントが異なります：{at}にあるべきものは{E}ですが、実際は{C}です。",
      FETCH_AGAIN,
    ],
    "key.id_mismatch": [
      "{S}では、既知の鍵が別の名前で記されています：{at}にあるべきものは{E}ですが、実際は{C}です。",
      FETCH_AGAIN,
    ],
    "key.in_ring": ["{at}の{S}は、鍵リングにある鍵の一つです：{c}。", ""],
    "key.not_in_ring": [
      "{at}の{S}は、鍵リングにある鍵ではないため、誰のものか分かりません。",
      "文書に添えられた鍵は、誰が署名したかを何も証明しません。誰の鍵かをほかの手段で知っている場合は、鍵リングに加えてください。",
    ],
    "key.id_taken": [
      "{at}の{S}は、鍵リングにある鍵の名前を使っていますが、別の鍵です。",
      "この文書の作成者は、信頼されている署名者の名前を使っています。その署名者の鍵と考えないでください。",
    ],
    "key.in_window": [
      "{at}の{S}は、鍵リングにある鍵の一つです（{e}）。ご指定のとおりこの文書が {c} に存在していたという前提で、有効とされます。",
      "",
    ],
    "key.outside_window": [
      "{at}の{S}は、鍵リングにある鍵の一つですが、この文書については有効ではありません（鍵：{e}、時刻：{c}）。",
      "期間の外では、鍵は誰が署名したかを何も示しません。当時どの鍵が使われていたかを署名者に問い合わせてください。",
    ],
    "key.window_unproven": [
      "{at}の{S}は、鍵リングにある鍵の一つですが、ある期間についてだけ有効です（鍵：{e}、時刻：{c}）。",
      GIVE_TIME,
    ],
    "key.time_contradicted": [
      "{at}の{S}は、鍵リングにある鍵の一つですが（{e}）、ご指定の時刻のもとでは有効ではありません：{c}。",
      "二つの時刻のどちらかが誤っています。まさにこの文書が存在していたと知っている時刻を指定してください。",
    ],
    "key.retired": [
      "{at}の{S}は、鍵リングにある鍵の一つですが、使用を終えています（鍵：{e}、時刻：{c}）。",
      "使用を終えた鍵が有効なのは、有効期間が終わる前に存在していたと分かっているものについてだけです。署名に記された時刻は、署名者自身の言い分です。",
    ],
    "key.revoked": [
      "{at}の{S}は、鍵リングにある鍵の一つですが、失効しています（{c}）。誰がこの鍵を持っていてもおかしくありません。",
      "鍵を持つ者はどんな時刻でも書けるため、どの時刻を指定しても有効にはなりません。別の鍵による署名を署名者に求めてください。",
    ],
    "key.malformed": [
      "{at}の{S}の形式が正しくありません：あるべきものはEd25519公開鍵のただ一つの正準な符号化ですが、実際は{C}です。",
      "位数の小さい点や別の書き方は受け付けられません（RFC 8032 第5.1.3節）。",
    ],
    "key.spellings_agree": ["{S}は、16進でもbase64でも同じ32バイトです。", ""],
    "key.spellings_differ": [
      "{S}の二つの書き方が食い違っています：{at}には、バイト列{E}をbase64で書いたものがあるはずですが、実際は{C}です。",
      FETCH_AGAIN,
    ],
    "key.algorithm_unknown": [
      "{at}の{S}は検査されていません：あるべきアルゴリズムは{E}ですが、実際は{C}です。",
      ED25519_ONLY,
    ],
  },
  checkOf: {
    "digest.matches of integrity": [
      "{S}は正しいものです：ペイロードの正準形から計算するという私たちの解釈で、同じものが得られます。",
      "この規則は誰も公開していません。記載されたダイジェストが得られることは、ここではそれが規則であることを示しています。",
    ],
    "signature.holds of integrity": [
      "{S}は、ペイロードのダイジェストの32バイトについて、そこに記された鍵に対して成立します。",
      "イベントのほかの部分は署名されていません。",
    ],
    "signature.wrong_slot of integrity": [
      "{S}は検査されていません：{at}に、完全性イベントのペイロードの代わりに、別の目的のために署名される{c}があります。",
      "署名は、作られた目的についてだけ有効です。この文書の作成者が、ほかの文書から取ってきた可能性があります。",
    ],
    "value.mismatch of a copy": [
      "{at}の{S}は、再掲の元と異なります：あるべきものは{E}ですが、実際は{C}です。",
      FETCH_AGAIN,
    ],
    "value.mismatch of a constant": ["{at}の{S}：あるべきものは{E}ですが、実際は{C}です。", FETCH_AGAIN],
  },
  values: {
    signed: "鍵 {key} による、{digest} に対するEd25519署名",
    contentDigest: "内容のダイジェストは {digest}",
    window: {
      both: "{from} から {until} より前まで有効",
      from: "{from} から有効",
      until: "{until} より前まで有効",
      none: "いつまで有効であったかの記載なしに鍵リングにある",
    },
    claimsItself: "この鍵による署名自体が {claimed} のものと称している",
    claimsAfter:
      "この鍵による署名は {claimed} のものと称しており、この文書が存在したとご指定の {time} より後である",
    existed: "ご指定によれば、この文書は {time} に存在していた",
    timeUnknown: "この文書がいつ存在したかは不明",
    because: "{why}（{at}）",
  },

  refusal: {
    "json.bom": [
      "JSONであるはずですが、{line}行目の{column}列目にバイト順マークがあります。",
      "バイト順マークなしのUTF-8で保存するか、元のファイルを入手してください。",
    ],
    "json.invalid_utf8": [
      "UTF-8であるはずですが、{line}行目の{column}列目に別のものがあります。",
      "UTF-8で保存するか、元のファイルを入手してください。",
    ],
    "json.syntax": [
      "JSONであるはずですが、{line}行目の{column}列目に別のものがあります。",
      "ファイルがJSONではないか、途中で切れています。公開元からもう一度入手してください。",
    ],
    "json.nonfinite_literal": [
      "JSONの値であるはずですが、{line}行目の{column}列目にNaNまたはInfinityがあります。",
      "JSONにこのような数値はありません（RFC 8259 第6節）。",
    ],
    "json.nonfinite_number": [
      "倍精度浮動小数点数に収まる数値であるはずですが、{line}行目の{column}列目にそれより大きいものがあります。",
      "署名者と読み手で異なる値に読み取られ得るため、受け付けません。",
    ],
    "json.duplicate_key": [
      "一つのオブジェクトのキーは互いに異なるはずですが、{line}行目の{column}列目に同じキーがもう一度あります。",
      "署名者と読み手が二つのうちの別々のほうを使い得るため、受け付けません。",
    ],
    "json.lone_surrogate": [
      "1文字全体のエスケープであるはずですが、{line}行目の{column}列目にサロゲートペアの片方だけがあります。",
      "このようなテキストにはUTF-8の形がないため、ダイジェストもありません。",
    ],
    "json.trailing_text": [
      "文書が終わるはずですが、{line}行目の{column}列目に続きがあります。",
      "文書は一度に1件だけ与えてください。",
    ],
    "limit.number_length": [
      "数値は符号の後が最大{most}文字のはずですが、{line}行目の{column}列目にそれより長いものがあります。",
      "署名者自身のプログラムは、これより長い整数を出力できません。",
    ],
    "limit.pointers": [
      "すべての値のJSON Pointerは合わせて最大{most}バイトのはずですが、{line}行目の{column}列目でそれを超えています。",
      "実際の文書のキーは数文字です。",
    ],
    "limit.bytes": [
      "最大{most}バイトのはずですが、{bytes}バイトあります。",
      "実際の文書は、この数千分の1の大きさです。",
    ],
    "limit.depth": [
      "入れ子は最大{most}段のはずですが、{line}行目の{column}列目でそれを超えています。",
      "実際の文書の入れ子は9段です。",
    ],
    "limit.values": [
      "値は最大{most}個のはずですが、{line}行目の{column}列目でそれを超えています。",
      "実際の文書の値は数百個です。",
    ],
    "limit.events": [
      "イベントは最大{most}件のはずですが、{line}行目の{column}列目でそれを超えています。",
      SPLIT,
    ],
    "limit.signatures": [
      "署名は最大{most}件のはずですが、{line}行目の{column}列目でそれを超えています。",
      SPLIT,
    ],
    "limit.checks": [
      "検査するものは最大{most}件のはずですが、{line}行目の{column}列目でそれを超えています。",
      SPLIT,
    ],
    "limit.keys": [
      "記載される鍵は最大{most}個のはずですが、{line}行目の{column}列目でそれを超えています。",
      "実際の文書に記載される鍵は一つです。",
    ],
    "limit.documents": ["文書の件数が違います。", "文書は一度に1件だけ与えてください。"],
    "limit.text": [
      "テキストはもっと短いはずです。",
      "論文ではなく、タイトルまたは要旨だけを与えてください。",
    ],
    "document.unrecognised": [
      "Pith文書であるはずですが、別のJSONです（{line}行目の{column}列目）。",
      "対応しているのは、バンドル、レコード、状態、ミラー一覧、完全性文書、イベントの一覧、グラフスナップショット、正準レコード、鍵です。",
    ],
    "document.version_unknown": [
      "バージョンは「1.0」のはずですが、別のものであるか、ありません（{line}行目の{column}列目）。",
      "この検証プログラムが対応しているのはバージョン1.0だけです。より新しい検証プログラムを探してください。",
    ],
    "report.unrecognised": [
      "この検証プログラムのJSONレポート1件であるはずですが、別のJSONです。",
      "`verify --format json` が1件の文書について出力するレポートを、1件与えてください。複数ある場合は、そのうちの1件を選んでください。",
    ],
    "report.version_unknown": [
      "バージョン「1」のレポートであるはずですが、別のバージョンです。",
      "このバージョンに対応した検証プログラムを探してください。",
    ],
    "report.malformed": [
      "何を使って作られたかを記したレポートであるはずですが、その中に誤りがあります。",
      "この検証プログラムの古いバージョンのものか、変更されたものである可能性があります。レポートを作り直してください。",
    ],
  },
  notCompared: {
    "limit.documents": [
      "文書の件数は、2件から、一度に比較できる件数までのはずですが、それとは異なります。",
      FEWER_DOCUMENTS,
    ],
    "limit.bytes": ["文書の合計の大きさが、一度に比較できる大きさを超えています。", FEWER_DOCUMENTS],
    "limit.values": ["文書の合計の値の数が、一度に比較できる数を超えています。", FEWER_DOCUMENTS],
    "limit.events": ["文書の合計のイベントの数が、一度に比較できる数を超えています。", FEWER_DOCUMENTS],
  },

  verdict: {
    verified: "{This}は、{signers}で署名されたものとまったく同じです。",
    verifiedPart:
      "{of}署名された部分は、{signers}で署名されたものとまったく同じです。{total}個の値のうち{uncovered}個は保護されていません。",
    lapsed: "{This}は内部で整合し、{signers}で署名されています。ただし、{lapses}。",
    unchecked:
      "{of}検査できた部分は成り立っていますが、検査できない署名がありました：{signatures}件のうち{unchecked}件が残っています。",
    stranger:
      "{This}は内部で整合し、{signers}で署名されていますが、{strangers}は鍵リングになく、誰のものかは確認されていません。",
    incomplete:
      "{This}は{signers}で署名され、不合格の検査もありませんが、成り立たなければならないことのすべては検査できませんでした。",
    unsigned: "{of}検査に不合格はありませんが、全体を保護する署名がないため、誰でも作り得たものです。",
    unsignedUnverified:
      "{of}検査に不合格はありませんが、その署名を検証できなかったため、誰でも作り得たものです。",
    brokenOne:
      "{This}は、自ら称しているとおりのものではありません。1件の検査が不合格です。信頼しないでください。",
    brokenSeveral:
      "{This}は、自ら称しているとおりのものではありません。複数の検査が不合格です。信頼しないでください。",
    unreadable: "Pith文書として読み取れなかったため、何も検証されていません。",
    assumed: "この判定は、文書が {time} に存在していたというご指定に基づいています。",
  },
  shows: {
    verified: "{signers}を持つ者がこれに署名し、それ以後、保護された値は一つも変わっていません。",
    consistent: "検査できた範囲で、各部分は整合しています：{coverage}",
    record: "お使いの端末で計算された、このレコードのダイジェストとPith Number。",
    checksums:
      "文書の{total}個の値のうち{checksummed}個は、文書内のダイジェストと合っており、偶然の破損はありません。",
    broken: "署名または計算の後で何かが変更されたか、初めから誤りがありました。",
  },
  doesNotShow: {
    assumed: "{time} に存在していたこと：これはご指定をそのまま用いたもので、検査されていません。",
    lapsed: "誰が署名したか：鍵が有効なのは、持ち主だけがそれを持ち、責任を負っている間だけです。",
    stranger: "誰が署名したか。文書に添えられた鍵は、何も証明しません。",
    right: "論文が正しいこと、または著者が同意したこと。",
    times: "時刻が本当であること：時刻は署名者の言い分です。",
    newest: "より新しいものがないこと：古い文書の署名は、いつまでも有効なままです。",
    integrity: "その中のイベントがこの論文についてのものであること：それを示すものは、誰も公開していません。",
    uncovered: "署名に保護されていない値についてのあらゆること。そうした値は保護の範囲の一覧にあります。",
    maker: "誰が作ったか、または責任を負う者がいること。",
    state: "これがその論文の状態であること。署名されているバンドル全体を使ってください。",
    before: "文書が以前は何を述べていたか、または誰が変更したか。",
    anything: "その内容についてのあらゆること。",
  },
  key: { with: "鍵「{name}」", object: "鍵「{name}」", subject: "鍵「{name}」" },
  ringKey: "{key}（{source}）",
  nobody: "該当なし",
  lapse: {
    revoked: "鍵「{key}」は失効しており、誰が持っていてもおかしくありません",
    retired: "鍵「{key}」は使用を終えており、文書がそれより前のものであることを示すものがありません",
    outside_window: "鍵「{key}」は、この文書の時刻については有効ではありません",
    time_contradicted: "鍵「{key}」による署名は、ご指定の時刻より後のものと称しています",
    window_unproven:
      "鍵「{key}」はある期間についてだけ有効で、文書がその期間のものであることの根拠は署名者の言葉だけです",
  },
  strangerBeside: "{strangers}は鍵リングになく、誰のものかは確認されていません",
  coverage: ({ total, signed, derived, bound, signature, checksummed, uncovered }) => {
    const parts = [`${count(total)}個の値のうち、署名されたものが${count(signed)}個`];
    if (derived > 0) parts.push(`署名された値または形式から導かれるものが${count(derived)}個`);
    if (bound > 0) parts.push(`署名されたハッシュに紐付くものが${count(bound)}個`);
    if (signature > 0) parts.push(`署名の一部であるものが${count(signature)}個`);
    if (checksummed > 0) parts.push(`署名のないダイジェストだけによるものが${count(checksummed)}個`);
    if (uncovered > 0) parts.push(`何にも保護されていないものが${count(uncovered)}個`);
    return `${parts.join("、")}です。`;
  },
  comparedVerdict: {
    verified: "{This}は、署名されている範囲で検証済みです。",
    consistent: "{This}は内部で整合していますが、すべてが確認されたわけではありません。",
    unsigned: "{of}検査に不合格はありませんが、全体を保護する、検証できる署名がありません。",
    broken: "{This}は、自ら称しているとおりのものではありません。信頼しないでください。",
    unreadable: "Pith文書として読み取れなかったため、何も検証されていません。",
  },

  causes: {
    digest_spelling: [
      "記載されたダイジェストは、正しいものを別の書き方で書いたものです。",
      "形式で定められた書き方は一つです：小文字の16進数字64桁（イベントの識別子では sha256: の後）。",
    ],
    matching_copy: [
      "記載されたダイジェストは、写し（{copy}）となら一致します：写しの{at}は{there}ですが、ここは{here}です。",
      "ダイジェストが作られた後で、ここの内容が変更されています。写しは変更されていません。",
    ],
    differing_copy: [
      "既知のどの変更によっても、記載されたダイジェストにはなりませんが、写し（{copy}）に違いがあります：写しの{at}は{there}ですが、ここは{here}です。",
      "どちらか一方、または両方が変更されています。どちらであるかを示すものは、ここにはありません。",
    ],
    one_number: [
      `記載されたダイジェストは、{at}の{here}を{there}と書けば一致します：${OTHER_NUMBERS}。`,
      SAVED_AGAIN,
    ],
  },
  condition: {
    byte_order_mark: "ハッシュされるバイト列の前にバイト順マークがある",
    trailing_newline: "ハッシュされるバイト列の後にLFがある",
    trailing_crlf: "ハッシュされるバイト列の後にCRとLFがある",
    received_bytes: "ファイルにあるとおりのこの部分から計算する",
    line_breaks_lf: "行末がLFである",
    line_breaks_crlf: "行末がCRとLFである",
    nfc: "テキストがUnicodeのNFC形式である",
    nfd: "テキストがUnicodeのNFD形式である",
    mojibake_latin1: "Latin-1として読まれたテキストをUTF-8として読む",
    mojibake_windows_1252: "Windows-1252として読まれたテキストをUTF-8として読む",
    mojibake_latin1_repaired: "UTF-8のテキストをLatin-1として読む",
    mojibake_windows_1252_repaired: "UTF-8のテキストをWindows-1252として読む",
    strings_trimmed: "どのテキストも空白で始まったり終わったりしない",
    strings_single_spaced: "テキストの中の空白が1個ずつのスペースである",
    strings_crlf: "テキストの中の改行がCRとLFである",
    strings_lf: "テキストの中の改行がLFである",
    plain_spaces: "改行しない空白が普通のスペースである",
    letter_case_kept: "文字を小文字にしない",
    non_ascii_escaped: "ASCII以外の文字をエスケープする",
    html_escaped: "<、>、& をエスケープする",
    slashes_escaped: "スラッシュをエスケープする",
    rfc8785_numbers: "数値をRFC 8785のとおりに書く",
    rfc8785_order: "キーをRFC 8785のとおりに並べる",
    document_order: "キーを文書の順に並べる",
    spaced: "コンマとコロンの後にそれぞれスペースを入れる",
    indented: "値を1行に一つずつ書く",
    integers_as_doubles: "整数を小数点付きで書く",
    doubles_as_integers: "整数に等しい数を小数点なしで書く",
    numbers_as_received: "数値をファイルにあるとおりにハッシュする",
  },
  why: {
    writer: "別のプログラムがこのファイルを保存し直したか、ダイジェストを独自の方法で作っています",
    received: "ダイジェストが、正準形ではなくファイルから作られています",
    letters: "アクセント付き文字の組み立て方が、プログラムによって変えられています",
    encoding: "ファイルが、誤った文字符号化で読み込まれて保存し直されています",
    repaired: "ダイジェストが、誤った文字符号化で読み込まれたテキストから作られています",
    whiteSpace: "テキストの中の空白が変更されています",
    otherWay: "ハッシュが別の方法で作られています",
    respelled: OTHER_NUMBERS,
  },
  matchesIf: "記載されたダイジェストは、次の条件のもとで一致します：{conditions}。つまり、{why}。",
  conditionHint: {
    stays: "値はハッシュされたときのもので、形だけが異なります。形は定められているため、結果は変わりません。",
    original: SAVED_AGAIN,
  },

  replayStep: {
    "replay.created": "状態のレコードになります。",
    "replay.listed": "{list} に追加されます。",
    "replay.record_kept":
      "状態にはすでにレコードがあります。私たちの解釈では、このイベントは適用されたものと数えられますが、何も変えません。",
    "replay.no_list":
      "適用されたものと数えられますが、私たちの解釈では、この種類のイベントの一覧は状態にありません。",
    "replay.repeated": "同じイベントがもう一度現れたものです。私たちの解釈では、重ねて数えられません。",
    "replay.not_valid":
      "有効であることが示されていません。私たちの解釈では、無効なものとして記載され、ほかには何も変えません。",
    "replay.no_time": "順序を決められる時刻がないため、適用されていません。",
  },
  replayLinked:
    "ほかのイベントを置き換えるか、それに後続するものです。その意味は公開されていないため、ここではそれ以上何も変えません。",
  replay: (number, same) => `${events(number)}をマージすると、${gives(same)}。`,
  replayReading: (number, same) =>
    `マージについての私たちの解釈では、${events(number)}をまとめると、${gives(same)}。これは一つの解釈にすぎません：{why}。`,

  field: {
    title: "タイトル",
    abstract: "要旨",
    arxiv: "arXiv識別子",
    arxiv_version: "バージョン付きのarXiv識別子",
    version: "バージョン",
    doi: "DOI",
    number: "Pith Number",
  },
  form: {
    title: "タイトル",
    abstract: "要旨",
    arxiv: "arXiv識別子（例：1212.1787v1、math/0309136）またはそれへのリンク",
    arxiv_version: "arXiv識別子（例：1212.1787v1、math/0309136）またはそれへのリンク",
    version: "バージョン（例：2、v2）",
    doi: "パーセント記号を含まないDOI（例：10.48550/arXiv.1212.1787）またはそれへのリンク",
    number: "Pith Number（例：pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ）",
  },
  textStep: {
    label: "前にあるラベルを省く",
    invisible: "見えない文字を省く",
    hyphens_joined: "行末で分割された語をつなぐ",
    hyphens_kept: "行末で分割された語をハイフン付きでつなぐ",
    white_space: "改行と連続する空白を1個のスペースにする",
    plain_quotes: "引用符を単純なものにする",
    tex_quotes: "引用符をTeXのものにする",
    plain_dashes: "ダッシュを単純なハイフンにする",
    tex_dashes: "ダッシュをTeXのものにする",
    ligatures: "合字を個々の文字に分ける",
    nfc: "アクセント付き文字をそれぞれ1文字にする（NFC）",
    nfd: "アクセント記号を独立した文字にする（NFD）",
    tex_accents: "アクセント記号をTeXのものにする",
    lower_case: "文字を小文字にする",
    link: "リンクから識別子を取り出す",
    prefix: "接頭辞を省く",
    stamp: "後に続く部分を省く",
    subject_class: "分野の分類を省く",
  },
  match: {
    "hand.same": ["{S}は、正準レコードのもの（{E}）です。", ""],
    "hand.same_after_changes": ["{S}は、次の変更を加えると、正準レコードのもの（{E}）です：{steps}。", ""],
    "hand.same_text": [
      "{S}は、大文字と小文字の違い、および示された変更を除き、{in}ものと同じです。",
      "比較の相手となるハッシュはありません。ハッシュを含む、論文のバンドルまたはレコードを使ってください。",
    ],
    "hand.differs": [
      "{S}は、正準レコードのものではありません：あるべきものは{E}ですが、実際は{C}です。",
      "別の論文のものです。",
    ],
    "hand.almost_the_text": [
      "{S}は、正準レコードのものとほぼ同じです：{pos}文字目が{here}ですが、文書のものは{there}です。",
      AS_ARXIV_LISTS_IT,
    ],
    "hand.almost_the_quote": [
      "{S}は、文書に引用されたものとほぼ同じです：{pos}文字目が{here}ですが、引用されたものは{there}です。",
      "引用されたテキストそのものには、検査できるハッシュがありません。",
    ],
    "hand.quote_agrees": [
      "{S}の始まりは文書の引用と同じですが、全体としては、正準レコードにハッシュがあるものではありません。",
      "最初の600文字より後を比べてください。その部分について、文書にあるのはハッシュだけです。",
    ],
    "hand.other_version": [
      "論文は合っていますが、バージョンが異なります：あるべきバージョンは{E}ですが、実際は{C}です。",
      EACH_VERSION,
    ],
    "hand.version_missing": [
      "{S}は正しい論文を示していますが、バージョンがありません：あるべきものは{E}ですが、実際は{C}です。",
      "バージョンを加えてください。",
    ],
    "hand.version_added": [
      "{S}は正しい論文を示していますが、バージョンが付いています：あるべきものは{E}ですが、実際は{C}です。",
      "arXivが登録するDOIにバージョンはありません。",
    ],
    "hand.other_year": [
      "26文字は番号のものと同じですが、年が異なります：あるべきものは{E}ですが、実際は{C}です。",
      "年は番号の一部です。",
    ],
    "hand.other_case": [
      "文字は番号のものと同じですが、大文字と小文字が異なります：あるべきものは{E}ですが、実際は{C}です。",
      "Pith Numberは、pith: と大文字で書かれます。",
    ],
    "hand.suffix_only": [
      "26文字は番号のものと同じですが、残りがありません：あるべきものは{E}ですが、実際は{C}です。",
      "リンクに含まれるのはこの26文字だけです。完全な番号では、その前に pith: と年が付きます。",
    ],
    "hand.short_form": [
      "文字は、ある分については番号と一致しています：あるべきものは{E}ですが、実際は{C}です。",
      "特定できるのは完全な番号だけです。同じ文字で始まる番号は多数あり得ます。",
    ],
    "hand.character_changed": [
      "{S}は1文字異なります：{pos}文字目が{here}ですが、{E}では{there}です。",
      COPY_IT,
    ],
    "hand.character_impossible": [
      "{S}は1文字異なります：{pos}文字目が、Pith Numberに使われない{here}ですが、{E}では{there}です。",
      "0、1、8、9とO、I、B、Gとの取り違えを避けるため、Pith Numberには英字AからZと数字2から7が使われます。",
    ],
    "hand.characters_swapped": [
      "{S}は2文字が入れ替わっています：{pos}文字目からが{here}ですが、{E}では{there}です。",
      COPY_IT,
    ],
    "hand.character_missing": ["{S}は1文字足りません：{E}では、{pos}文字目に{there}があります。", COPY_IT],
    "hand.character_added": [
      "{S}は1文字多くなっています：{pos}文字目の{here}は、{E}にはありません。",
      COPY_IT,
    ],
    "hand.two_faults": [
      "{S}は2か所で異なります：{pos}文字目からが{here}ですが、{E}では{there}です。",
      COPY_IT,
    ],
    "hand.other_doi": [
      "{S}は比較されていません：レコードにあるのは、arXivが登録するDOIの{E}だけで、与えられたのは{C}です。",
      "学術誌のDOIが同じ論文のものである可能性はありますが、レコードからは分かりません。",
    ],
    "hand.malformed": ["{S}は比較されていません：あるべきものは{form}ですが、実際は{C}です。", ""],
    "hand.no_record": [
      "{S}は比較されていません：{this}には正準レコードがありません。",
      "論文のバンドルまたはレコードを使ってください。",
    ],
    "hand.no_value": ["{S}は比較されていません：比較の相手となるものが正準レコードにありません。", ""],
  },
  matchOf: {
    "hand.same of a title": ["{S}は、大文字と小文字の違いを除き、正準レコードにハッシュがあるものです。", ""],
    "hand.same of an abstract": [
      "{S}は、大文字と小文字の違い、および空白の違いを除き、正準レコードにハッシュがあるものです。",
      "",
    ],
    "hand.same_after_changes of a hashed text": [
      "{S}は、次の変更を加えると、大文字と小文字の違いを除き、正準レコードにハッシュがあるものです：{steps}。",
      "",
    ],
    "hand.differs of a hashed text": [
      "{S}は、{of}ものではありません：あるべきものは{E}ですが、このテキストから得られるのは{C}です。",
      AS_ARXIV_LISTS_IT,
    ],
    "hand.differs of a version": [
      "{S}は、正準レコードのものではありません：あるべきものは{E}ですが、実際は{C}です。",
      EACH_VERSION,
    ],
    "hand.differs of a number": [
      "{S}は、正準レコードのものではありません：あるべきものは{E}ですが、実際は{C}です。",
      "別の論文または別のバージョンの、別のレコードの番号です。",
    ],
  },
  worth: {
    broken: "ただし、{this}は不成立です。何が一致しても、しなくても、信頼しないでください。",
    counts: "比較の相手は、鍵リングにある鍵による署名に基づいています。",
    lapsed:
      "比較の相手は署名に基づいています。ただし、{lapses}。そのため、誰の言葉であるかは確認されていません。",
    stranger:
      "比較の相手は署名に基づいていますが、鍵リングにある鍵によるものではなく、誰のものかは確認されていません。",
    unsigned: "比較の相手を保護する、検証できる署名がありません。{object}は誰でも作り得たものです。",
    unsignedBut:
      "ただし、比較の相手を保護する、検証できる署名がありません。{object}は誰でも作り得たものです。",
  },

  document: (number) => `文書${count(number)}`,
  inDocument: "{document}の「{pointer}」",
  comparison: {
    agree: "{documents}件の文書は同じレコードについてのもので、互いに矛盾しません。",
    forked:
      "同じレコードについての文書が、それぞれ、別の文書にないイベントを含んでいます。全体を含む文書はありません。",
    unrelated: "すべての文書が同じレコードについてのものではないか、比較できない文書があります。",
    broken: "不成立の文書があり、その内容は数えられません。ほかに矛盾するものはありません。",
    conflict: (conflicts) => `文書は${count(conflicts)}か所で互いに矛盾しています。`,
  },
  pair: {
    same: "{a}と{b}は、値の一つひとつに至るまで同じ内容です。",
    altered: "{a}と{b}は、一方では成立し、他方では成立しないイベントの点で異なります。",
    same_record: "{a}と{b}は、同じ正準レコードについてのものです。",
    same_snapshot: "{a}と{b}は、同じグラフスナップショットを含んでいます。",
    other_snapshot:
      "{a}と{b}は、同じタイトルの論文についてのものですが、グラフスナップショットが異なります。",
    record_conflict:
      "{a}と{b}は同じPith Numberを記していますが、正準レコードが異なります。その番号に当たるのは、多くても一方だけです。",
    other_record: "{a}と{b}は、異なるレコードについてのものです。",
    not_comparable:
      "{a}と{b}は比較できません：完全なPith Number、またはグラフスナップショットが、双方に揃っていません。",
    same_events: (held) => `{a}と{b}は同じイベントを含んでいます（${events(held)}）。`,
    older: (held, all, further) =>
      `{old}は{new}より古いものです：マージの順で全${events(all)}のうち最初の${count(held)}件を含み、${events(further)}がその後に加わっています。`,
    within: (held, further) =>
      `{outer}は、{inner}にあるすべて（${events(held)}）に加えて、さらに${events(further)}を含んでいます。その中には、{inner}の最後のものより前の日時のものがあります。`,
    forked: (onlyFirst, onlySecond) =>
      `{a}と{b}は分岐しています：${events(onlyFirst)}が一つ目だけに、${events(onlySecond)}が二つ目だけにあります。`,
    unestablished: (number) =>
      `一方だけにあるイベントのうち${count(number)}件は、署名者が確認された鍵で署名されたものではなく、誰でも加え得たものです。`,
  },
  conflict: {
    equivocation:
      "一人の署名者が、同じ先行イベントに後続する二つのイベントに署名しています：{first}（ダイジェスト {firstDigest}）と{second}（ダイジェスト {secondDigest}）。私たちの解釈では、二重言明（equivocation）です。",
    event_altered:
      "一つのイベント識別子に二つの内容があります：{first}のダイジェストは {firstDigest}、{second}のダイジェストは {secondDigest} です。署名されたものは、多くても一方だけです。",
    record_conflict:
      "一つのPith Numberに二つの正準レコードがあります：{first}のダイジェストは {firstDigest}、{second}のダイジェストは {secondDigest} です。番号に当たるものは、多くても一方だけです。",
    state_conflict:
      "同じイベントから二つの状態が得られるとされています：{first}と{second}が異なります。サービスは、誰が計算しても同じになると述べています。",
  },
  merged: {
    state: (number, statedBy) =>
      `マージについての私たちの解釈では、有効なイベントをすべて合わせると（${events(number)}）、この状態になります。${
        statedBy === 0
          ? "これを記載している文書はありません"
          : `${count(statedBy)}件の文書がこれを記載しています`
      }。`,
    strangers: (number) =>
      `${events(number)}は、署名者が確認されていない鍵で署名されており、誰の言葉であるかは分かりません。`,
  },

  reproduction: {
    same: "再現しました：この文書を検査し直すと、すべての値が同じレポートになります。",
    differs: (values) => `再現しませんでした：レポートの${count(values)}個の値が異なります。`,
    differsMore: (values, listed) =>
      `再現しませんでした：レポートの${count(values)}個の値が異なります。最初の${count(listed)}個を示します。`,
  },
  finding: {
    "report.other_document": [
      "これは、レポートの対象の文書ではありません：SHA-256が異なります。",
      "レポートの作成に使われたファイルそのものを与えてください。保存し直したファイルは別のものです。",
    ],
    "report.other_verifier": [
      "このレポートは、検証プログラムの別のバージョンで作られています。",
      "違いはそのためかもしれません。確実を期すには、レポートに記されたバージョンを使ってください。",
    ],
    "report.other_verdict": [
      "レポートの判定が、今回の判定と異なります。",
      "レポートではなく、今回の結果に従ってください。",
    ],
    "report.other_ring": [
      "このレポートは、この検証プログラムに内蔵された鍵とは異なる鍵で作られています。",
      "再現したことは、それらの鍵が誰のものかを何も示しません。鍵は、レポートの作成者が選んだものです。",
    ],
    "report.other_proofs": [
      "このレポートは、今回とは異なるOpenTimestampsの証明で作られています。",
      "レポートに証明は含まれません。作成に使われた証明そのものを与えてください。コマンドラインでは --ots を使います。",
    ],
    "report.other_headers": [
      "このレポートは、今回とは異なるブロックヘッダーで作られています。",
      "レポートにヘッダーは含まれません。作成に使われたヘッダーそのものを、同じ順序で与えてください。コマンドラインでは --header を使います。",
    ],
    "report.assumed_time": [
      "このレポートは、文書が存在した時刻を前提としています。その時刻は誰かの言葉をそのまま用いたものです。",
      "それが本当かどうかは、どの検証プログラムもレポートからは判断できません。",
    ],
  },

  proof: {
    "timestamp.not_a_proof": [
      "OpenTimestampsの証明の最初のバイト列があるはずですが、別のものがあります（証明のバイト位置{offset}）。",
      ".otsで終わるファイルを、受け取ったままの形で与えてください。",
    ],
    "timestamp.version_unknown": [
      "形式のバージョンは1のはずですが、別のものです（証明のバイト位置{offset}）。",
      NEWER,
    ],
    "timestamp.hash_unknown": [
      "SHA-1、RIPEMD-160、SHA-256、Keccak-256のどれかであるはずですが、別のものです（証明のバイト位置{offset}）。",
      NEWER,
    ],
    "timestamp.truncated": [
      "証明の続きがあるはずですが、終わっています（証明のバイト位置{offset}）。",
      DAMAGED,
    ],
    "timestamp.number_too_large": [
      "2^32未満の数があるはずですが、それより大きい数です（証明のバイト位置{offset}）。",
      DAMAGED,
    ],
    "timestamp.number_not_shortest": [
      "できるだけ少ないバイトで書かれた数があるはずですが、より多くのバイトで書かれています（証明のバイト位置{offset}）。",
      "このような数の読み取り方は、プログラムによって異なります。証明を作ったプログラムで書き直してください。",
    ],
    "timestamp.empty_fork": [
      "バイト0xffの後には枝があるはずですが、もう一つ0xffがあります（証明のバイト位置{offset}）。",
      DAMAGED,
    ],
    "timestamp.operation_unknown": [
      "既知の操作、アテステーション、または枝があるはずですが、別のものがあります（証明のバイト位置{offset}）。",
      NEWER,
    ],
    "timestamp.argument_length": [
      "引数は許された長さのはずですが、別の長さです（証明のバイト位置{offset}）。",
      DAMAGED,
    ],
    "timestamp.message_too_long": [
      "結果が長すぎない操作があるはずですが、結果がそれより長くなります（証明のバイト位置{offset}）。",
      "これより長いメッセージは、形式で許されていません。",
    ],
    "timestamp.payload_too_long": [
      "長すぎないアテステーションがあるはずですが、それより長いものです（証明のバイト位置{offset}）。",
      DAMAGED,
    ],
    "timestamp.payload_not_used_up": [
      "アテステーションが終わるはずですが、その中にまだバイトがあります（証明のバイト位置{offset}）。",
      DAMAGED,
    ],
    "timestamp.calendar_too_long": [
      "長すぎないカレンダーのアドレスがあるはずですが、それより長いものです（証明のバイト位置{offset}）。",
      DAMAGED,
    ],
    "timestamp.calendar_character": [
      "カレンダーのアドレスは英字、数字、および - . _ / : のはずですが、別の文字があります（証明のバイト位置{offset}）。",
      "アドレスが害を及ぼすことのないよう、形式ではほかの文字が許されていません。",
    ],
    "timestamp.trailing_bytes": [
      "証明が終わるはずですが、まだバイトがあります（証明のバイト位置{offset}）。",
      DAMAGED,
    ],
    "timestamp.limit_bytes": [
      "最大{most}バイトのはずですが、{bytes}バイトあります。",
      "実際の証明は数千バイトです。",
    ],
    "timestamp.limit_depth": [
      "連続する操作はもっと少ないはずです（証明のバイト位置{offset}）。",
      "参照実装もこれを受け付けません。",
    ],
    "timestamp.limit_operations": [
      "操作はもっと少ないはずです（証明のバイト位置{offset}）。",
      "実際の証明の操作は数百件です。",
    ],
    "timestamp.limit_attestations": [
      "アテステーションはもっと少ないはずです（証明のバイト位置{offset}）。",
      "実際の証明のアテステーションは数件です。",
    ],
    "timestamp.limit_messages": [
      "すべての操作の結果を合わせたバイト数はもっと少ないはずです（証明のバイト位置{offset}）。",
      "実際の証明では数千バイトです。",
    ],
    "timestamp.limit_proofs": ["証明は最大{most}件のはずですが、それより多くあります。", FEWER],
  },
  start: {
    "timestamp.starts_from_record": [
      "この証明の起点は、{at}の正準レコードの、計算し直したダイジェストです：{digest}。",
      "",
    ],
    "timestamp.starts_from_file": [
      "この証明の起点は、正準レコードのダイジェストではなく、受け取ったファイル全体のダイジェストです。",
      "証明の対象は、まさにこのバイト列です。書き方の異なる文書の写しについては、何も述べていません。",
    ],
    "timestamp.starts_from_stated": [
      "この証明の起点は、正準レコードのダイジェストではなく、文書の{at}に記載されたダイジェストです：{digest}。",
      "起点は正準レコードのダイジェストのはずでした。このダイジェストの価値は、何から計算されたものかによります。",
    ],
    "timestamp.starts_from_wrong_digest": [
      "この証明の起点は、文書の{at}に記載されたダイジェストですが、文書の正準レコードから得られるダイジェストは、{digest} ではありません。",
      "証明が作られた後でレコードが変更されたか、証明が別のレコードについてのものです。",
    ],
    "timestamp.starts_elsewhere": [
      "この証明は、この文書についてのものではありません：起点は正準レコードのダイジェストのはずですが、実際は {digest} です。",
      "この文書のために作られた証明、またはこの証明の対象の文書を探してください。",
    ],
    "timestamp.no_record": [
      "この証明の起点は比較されていません：ダイジェストが {digest} の正準レコードがあるはずですが、文書に正準レコードがありません。",
      "証明の対象のレコードまたはバンドルを与えてください。",
    ],
  },
  attestation: {
    "timestamp.pending": [
      "カレンダー{calendar}がアンカーを約束していますが、ブロックはまだ示されていません。",
      "OpenTimestampsのプログラム（ots upgrade）で、そのカレンダーに続きを問い合わせ、新しい証明を与えてください。ここでは何も取得しません。",
    ],
    "timestamp.header_not_supplied": [
      "Bitcoinのブロック{height}にアンカーされていますが、ヘッダーが与えられていません：マークルルートが {root} のヘッダーが必要です。",
      "そのブロックの80バイトのヘッダーを、信頼できるノードまたはブロックエクスプローラーから入手し、16進で与えてください。ここでは何も取得しません。",
    ],
    "timestamp.header_not_matching": [
      "Bitcoinのブロック{height}にアンカーされていますが、マークルルートが {root} のヘッダーは与えられていません。",
      "ヘッダーが別のブロックのものであるか、証明が誤っています。そのブロックのヘッダーを、信頼できるノードまたはブロックエクスプローラーから入手してください。",
    ],
    "timestamp.anchored": [
      "正準レコードは、前後2時間の誤差で、遅くとも {time} には存在していました：与えられたヘッダーのマークルルートは {root} で、証明はこれに行き着きます。証明の記載によれば、これはBitcoinのブロック{height}にあります。",
      COMPARE,
    ],
    "timestamp.anchored_other": [
      "この証明の起点は、前後2時間の誤差で、遅くとも {time} には存在していました：与えられたヘッダーのマークルルートは {root} で、証明の記載によれば、これはBitcoinのブロック{height}にあります。証明の起点は、この文書の正準レコードではありません。",
      COMPARE,
    ],
    "timestamp.header_easily_made": [
      "Bitcoinのブロック{height}にアンカーされ、与えられたヘッダーのマークルルートは {root} ですが、これが示すことはわずかです：初期のブロックが表すハッシュの回数は少なく（ここでは約2^{work}回）、このようなヘッダーは今ではわずかな費用で作れます。",
      "ヘッダーのハッシュ {hash} を、信頼できるノードまたはブロックエクスプローラーと照合してください。",
    ],
    "timestamp.header_too_easy": [
      "与えられたヘッダーのマークルルートは {root} ですが、Bitcoinのブロック{height}のヘッダーではありません：より多くのハッシュを要するターゲットのはずですが、実際は2^{work}回です。",
      "誰かがこのヘッダーを作ったか、実際にアンカーされたものとは別のブロックが証明に記されています。高さごとの最小の作業量は、私たちの解釈です。",
    ],
    "timestamp.header_without_work": [
      "与えられたヘッダーのマークルルートは {root} ですが、作業が示されていません：ヘッダーのハッシュ {hash} が、ヘッダー自身のターゲット {bits} を上回っています。",
      NO_BLOCK,
    ],
    "timestamp.header_target_malformed": [
      "与えられたヘッダーのマークルルートは {root} ですが、ターゲットがBitcoinで許されるものではありません：最大1d00ffffのはずですが、実際は {bits} です。",
      NOT_MAIN_CHAIN,
    ],
    "timestamp.root_length": [
      "この証明がBitcoinのブロック{height}に行き着くことはあり得ません：32バイトのマークルルートのはずですが、実際は{length}バイトのメッセージです。",
      DAMAGED,
    ],
    "timestamp.other_chain": [
      "{chain}のブロック{height}にアンカーされていますが、検査されていません：この検証プログラムが検査するのはBitcoinだけです。",
      "Bitcoinのアテステーションのある証明を探してください。",
    ],
    "timestamp.unknown_kind": [
      "この検証プログラムの知らない種類のアテステーション（{tag}）は、検査されていません。",
      NEWER,
    ],
  },
  header: {
    "timestamp.header_malformed": [
      "80バイトのブロックヘッダーを160桁の16進数字で書いたものであるはずですが、別のものです。",
      "ブロックのハッシュやその部分ではなく、生のヘッダーをコピーしてください。",
    ],
    "timestamp.limit_headers": ["ブロックヘッダーは最大{most}個のはずですが、{given}個あります。", FEWER],
    "timestamp.header_target_malformed": [
      "ヘッダー {hash} のターゲットが、Bitcoinで許されるものではありません：最大1d00ffffのはずですが、実際は {bits} です。",
      NOT_MAIN_CHAIN,
    ],
    "timestamp.header_without_work": [
      "このヘッダーには作業が示されていません：ヘッダーのハッシュ {hash} が、ヘッダー自身のターゲット {bits} を上回っています。",
      NO_BLOCK,
    ],
    "timestamp.header_unused": [
      "このヘッダーのマークルルート {root} に行き着く証明はありません。",
      "証明に記されたものとは別のブロックのヘッダーであるか、どのブロックのものでもありません。",
    ],
  },
};
