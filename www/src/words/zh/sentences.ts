import type { KindWords, Sentences } from "../templates.ts";
import { count } from "./counted.ts";

const FETCH = "请从其发布处重新获取文档。";
const FETCH_AGAIN = "请从其发布处重新获取文档；若仍然如此，请告知发布者。";
const NOT_PUBLISHED = "无人公布过此规则，因此对错两方面都不作判断。";
const ED25519_ONLY = "此验证器只认识 Ed25519。";
const SPLIT = "真实文档中的数量只有其百分之一；请把列表分成几部分验证。";
const FEWER_DOCUMENTS = "请一次比较较少的文档。";
const GIVE_TIME = "若您知道此文档已经存在的某个时间，请给出它。签名所写的时间只是签名者自己的说法。";
const DAMAGED = "证明已损坏或被截断。请从其保存处重新获取。";
const NEWER = "证明可能比此验证器更新。";
const FEWER = "请一次给出较少的数量。";
const NO_BLOCK = "它不是任何区块的区块头。请重新获取区块头，逐位照原样。";
const NOT_MAIN_CHAIN = "它不是主链上任何区块的区块头。";
const COMPARE =
  "区块头表明有工作量，约 2^{work} 次哈希，但不表明该区块在链上。请把它的哈希值 {hash} 与您信任的节点或区块浏览器比较。";
const AS_ARXIV_LISTS_IT = "公式和重音是按 TeX 源代码计算哈希的。请从论文的 arXiv 页面复制文本，然后重试。";
const EACH_VERSION = "论文的每个版本都有各自的记录。";
const COPY_IT = "请从来源处复制，而不要键入。";
const SAVED_AGAIN = "请获取发布时原样的文件，检查之前不要用其他程序打开并保存它。";
const OTHER_NUMBERS = "另一个程序重新保存了此文件，并以自己的方式书写数字";

/** 句中所需的文档种类。 */
const kind = (noun: string): KindWords => ({
  This: `此${noun}`,
  this: `此${noun}`,
  object: `此${noun}`,
  of: `此${noun}的`,
  in: `此${noun}中`,
});

const events = (number: number) => `${count(number)} 个事件`;

const gives = (same: boolean | null) =>
  same === null
    ? "此状态；文档没有声明可供比较的状态"
    : same
      ? "文档所声明的状态"
      : "与文档所声明的不同的状态";

export const sentences: Sentences = {
  quotes: ["“", "”"],
  // 列出的多为分句，“和”不能连接分句，故一律用顿号。
  list: (items) => items.join("、"),
  clauses: (clauses) => clauses.join("；"),
  sequence: (sentences) => sentences.join(""),
  at: "在 {place} 处",
  atTop: "在顶层",
  phrase: {
    null: "null",
    "a boolean": "布尔值",
    "a number": "数字",
    "a string": "字符串",
    "an array": "数组",
    "an object": "对象",
    "an event object": "事件对象",
    "a member": "成员",
    "a key identifier": "密钥标识符",
    "32 hexadecimal digits": "32 个十六进制数位",
    nothing: "（无）",
    holds: "成立",
    "does not hold": "不成立",
    "holds for the stated digest": "对所声明的摘要成立",
    "a key of the key ring": "密钥环中的密钥",
    "not in the key ring": "不在密钥环中",
    "the Pith registry’s key, built into this verifier": "Pith 登记处的密钥，内置于此验证器",
    "a canonical record": "规范记录",
    "a bundle": "捆包",
    "an event of a bundle": "捆包中的事件",
    "the digest, as it must be stated": "应当声明的摘要",
    "the digest of the hashed bytes": "被哈希的字节的摘要",
    "the value, computed from the canonical record": "由规范记录算出的值",
    "the hash of the text, as the record must have it": "记录中应有的文本哈希值",
    "the fingerprint, computed from the key": "由密钥算出的指纹",
    "whether the signature holds": "签名是否成立",
    "the merge has another name than the known one": "合并的名称与已知的不同",
    "the part that an event of this type has in the merge is not published":
      "这种类型的事件在合并中起什么作用，未曾公布",
    "what it means that an event supersedes or follows another is not published":
      "一个事件取代或承接另一个事件意味着什么，未曾公布",
    "an event was not shown to be valid": "有一个事件的有效性未得到证明",
    "an event has no time that can be ordered": "有一个事件没有可供排序的时间",
    "there is not exactly one event record_created": "record_created 事件不是恰好一个",
    "what the same event counts for a second time is not published": "同一事件第二次出现算作什么，未曾公布",
  },
  kind: {
    bundle: kind("捆包"),
    record: kind("记录"),
    state: kind("状态"),
    mirror_manifest: kind("镜像清单"),
    key_object: kind("密钥"),
    graph_snapshot: kind("图谱快照"),
    integrity: kind("完整性文档"),
    event_list: kind("事件列表"),
    canonical_record: kind("规范记录"),
    unrecognised: kind("文档"),
    unreadable: kind("文档"),
  },

  // 以拉丁字母结尾的名称后留一空格，因为句中其后总是汉字。
  subject: {
    "document.type": "文档类型",
    "document.version": "格式版本",
    "record.digest": "规范记录的摘要",
    "record.pith_number": "Pith Number ",
    "record.short_pith_number": "短 Pith Number ",
    "record.alias": "别名",
    "record.source": "重复的来源",
    "record.copy": "规范记录的副本",
    "title.hash": "标题",
    "abstract.hash": "摘要文本",
    "receipt.signature": "收据对规范记录的签名",
    "event.digest": "事件的摘要",
    "event.id": "事件的标识符",
    "event.signature": "对事件的签名",
    "event.signer": "事件所指明的签名者",
    "event.subject": "事件所涉及的 Pith Number ",
    "event.payload": "事件在其类型和载荷中所说的内容",
    "section.digest": "此分节的摘要",
    "bundle.digest": "整个捆包的摘要",
    "bundle.signature": "对整个捆包的签名",
    "state.digest": "状态的摘要",
    "state.count": "状态中的计数",
    "state.applied": "已应用事件的列表",
    "state.merge_version": "合并的名称",
    "state.rebuilt": "状态",
    "merge.equivocation": "对相互矛盾的事件的查找",
    "key.encoding": "公钥",
    "key.fingerprint": "密钥的指纹",
    "key.trust": "密钥",
    "integrity.digest": "完整性事件载荷的摘要",
    "integrity.signature": "对完整性事件的签名",
    "integrity.envelope": "完整性事件中载荷之外的内容",
    "integrity.subject": "完整性事件是否关于此文档的论文这一点",
    "integrity.document": "完整性文档的这一部分",
    "timestamp.proof": "时间戳证明的列表",
    "record.events": "记录的事件列表",
  },
  check: {
    "digest.matches": ["{S}正确：重新计算，结果相同。", ""],
    "digest.mismatch": [
      "{S}有误：文档{at}声明为{E}，而其内容得出{C}。",
      `摘要生成之后，内容被更改了，或者摘要被更改了。${FETCH}`,
    ],
    "digest.malformed": ["{S}格式有误：{at}应为{C}，实为{E}。", "摘要是 64 个小写十六进制数位。"],
    "digest.computed": ["{S}已算出：{C}。文档没有声明可供比较的摘要。", "请自行与您得到的那个比较。"],
    "digest.not_published": [
      "{S}未检查：按我们对其计算范围的理解，得出的摘要与文档声明的不同。",
      NOT_PUBLISHED,
    ],
    "value.matches": ["{S}{at}正确。", ""],
    "value.mismatch": ["{S}有误：文档{at}声明为{E}，而重新计算为{C}。", FETCH_AGAIN],
    "value.missing": ["{S}缺失：{at}应为{E}，实际没有。", FETCH_AGAIN],
    "value.wrong_type": ["{S}类型有误：{at}应为{E}，实为{C}。", FETCH_AGAIN],
    "value.not_computable": ["{S}未检查：文档缺少计算它所需的内容。", "没有这些内容，就没有可比较的对象。"],
    "value.unknown_kind": ["{S}{at}未检查：此验证器没有针对其种类的规则。", "它可能比此验证器更新。"],
    "value.absent": ["{S}未检查：{at}没有此项。", "是否必须有此项，无人公布过。"],
    "value.not_signed": [
      "{S}未经签名：{at}为{C}。",
      "签名仅针对所声明摘要的 32 个字节。其余内容任何人都可能更改过。",
    ],
    "text.matches": ["{S}就是规范记录中有其哈希值的那一个，大小写除外。", ""],
    "text.mismatch": [
      "{S}（{at}）不是规范记录的那一个：记录中的哈希值为{E}，此处的文本得出{C}。",
      "文本被更改了。哈希值容许大小写不同，对摘要文本还容许空白不同，此外一概不容许。",
    ],
    "text.cut": [
      "{S}未检查：服务在 600 个字符处将其截断，而哈希值是针对全文的。",
      "若有必要，请与论文本身比较。",
    ],
    "state.matches": ["{S}与各事件所得相同：由事件重建，结果相同。", ""],
    "state.mismatch": ["{S}与各事件所得不同：它声明为{E}，由事件重建为{C}。", FETCH_AGAIN],
    "state.not_comparable": [
      "{S}未与事件比较：{c}。",
      "服务没有公布其合并方式；已知的部分只适用于两种类型的、不承接其他事件的有效事件。",
    ],
    "equivocation.none": ["按我们的理解，同一签名者的事件中没有两个相互矛盾。", ""],
    "equivocation.found": [
      "同一签名者的两个有效事件承接同一个前序事件：{E}和{C}。按我们的理解，这是双重声明。",
      "服务没有公布它所称的双重声明是什么。请询问签名者两者之中以哪个为准。",
    ],
    "rule.not_published": ["{S}{at}未检查。", NOT_PUBLISHED],
    "signature.holds": ["{S}对其所指明的密钥成立。", ""],
    "signature.mismatch": ["{S}不成立：应为{E}。", `签名之后，内容、签名或密钥被更改了。${FETCH}`],
    "signature.of_other_content": [
      "{S}是为别的内容作出的：它对文档声明的摘要成立，但{c}。",
      `签名之后，内容被更改了。${FETCH}`,
    ],
    "signature.missing": ["{S}缺失：{at}应有签名，实际没有。", `它被移除了，或从未作出。${FETCH}`],
    "signature.malformed": [
      "{S}格式有误：{at}应为 64 个字节的 base64（带填充），实为{C}。",
      "只承认唯一的确切写法（RFC 4648 第 4 节）。",
    ],
    "signature.status_unknown": [
      "{S}未检查：{at}应为状况{E}，实为{C}。",
      "文档自身没有说明它以某种已知的方式签名。",
    ],
    "signature.algorithm_unknown": ["{S}未检查：{at}应为算法{E}，实为{C}。", ED25519_ONLY],
    "signature.wrong_slot": [
      "{S}是为别的用途作出的：{at}应为{E}，实为{C}。",
      "签名只对它声称所签的内容有效。",
    ],
    "signature.no_content": ["{S}对文档声明的摘要成立，但未能确认这就是内容的摘要。", NOT_PUBLISHED],
    "signature.no_digest": ["{S}无从成立：{at}应有内容或其摘要，实际两者都没有。", FETCH_AGAIN],
    "key.unknown": ["{S}未检查：手边没有密钥{E}。", "请从您信任的来源取得签名者的密钥，并添加到密钥环。"],
    "key.fingerprint_mismatch": ["{S}指明了一个已知的密钥，但指纹不同：{at}应为{E}，实为{C}。", FETCH_AGAIN],
    "key.id_mismatch": ["{S}指明了一个已知的密钥，但名称不同：{at}应为{E}，实为{C}。", FETCH_AGAIN],
    "key.in_ring": ["{S}（{at}）是您密钥环中的密钥之一：{c}。", ""],
    "key.not_in_ring": [
      "{S}（{at}）不是您密钥环中的密钥，因此不知道它属于谁。",
      "文档自带的密钥不能证明由谁签名。若您从别处得知它属于谁，请把它添加到密钥环。",
    ],
    "key.id_taken": [
      "{S}（{at}）使用您密钥环中某个密钥的名称，却是另一个密钥。",
      "制作此文档的人使用了您所信任的签名者的名称。不要以为它出自该签名者。",
    ],
    "key.in_window": [
      "{S}（{at}）是您密钥环中的密钥之一，{e}。它有效的前提是，假定此文档如您所说在 {c} 已存在。",
      "",
    ],
    "key.outside_window": [
      "{S}（{at}）是您密钥环中的密钥之一，但对此文档无效：它{e}，而{c}。",
      "在其有效时间之外，密钥不能说明由谁签名。请询问签名者当时使用的是哪个密钥。",
    ],
    "key.window_unproven": [
      "{S}（{at}）是您密钥环中的密钥之一，但仅在一段时间内有效：它{e}，而{c}。",
      GIVE_TIME,
    ],
    "key.time_contradicted": [
      "{S}（{at}）是您密钥环中的密钥之一，{e}，但依您所说无效：{c}。",
      "两个时间中有一个是错的。请给出一个您知道这份文档本身已经存在的时间。",
    ],
    "key.retired": [
      "{S}（{at}）是您密钥环中的密钥之一，但已停用：它{e}，而{c}。",
      "已停用的密钥只对已知在其有效期结束之前存在的内容有效。签名所写的时间只是签名者自己的说法。",
    ],
    "key.revoked": [
      "{S}（{at}）是您密钥环中的密钥之一，但已吊销：{c}。任何人都可能持有该密钥。",
      "任何时间都不能使它有效，因为持有密钥的人可以写上任何时间。请向签名者索取用其他密钥作出的签名。",
    ],
    "key.malformed": [
      "{S}（{at}）格式有误：应为 Ed25519 公钥唯一的规范编码，实为{C}。",
      "小阶点和第二种写法均被拒绝（RFC 8032 第 5.1.3 节）。",
    ],
    "key.spellings_agree": ["{S}的十六进制写法与 base64 写法是同样的 32 个字节。", ""],
    "key.spellings_differ": ["{S}的两种写法不一致：{at}的 base64 应为字节{E}，实为{C}。", FETCH_AGAIN],
    "key.algorithm_unknown": ["{S}（{at}）未检查：应为算法{E}，实为{C}。", ED25519_ONLY],
  },
  checkOf: {
    "digest.matches of integrity": [
      "{S}正确：我们的理解是它取自载荷的规范形式，由此得出的正是它。",
      "无人公布过此规则。能得出所声明的摘要，表明这里的规则就是如此。",
    ],
    "signature.holds of integrity": [
      "{S}对其所指明的密钥成立，签的是载荷摘要的 32 个字节。",
      "事件的其他内容均未签名。",
    ],
    "signature.wrong_slot of integrity": [
      "{S}未检查：{at}，即完整性事件载荷的位置，是{c}，它是为别的用途签名的。",
      "签名只对它为之作出的内容有效。制作此文档的人可能是从别的文档中取来的。",
    ],
    "value.mismatch of a copy": ["{S}（{at}）与它所重复的内容不同：应为{E}，实为{C}。", FETCH_AGAIN],
    "value.mismatch of a constant": ["{S}（{at}）：应为{E}，实为{C}。", FETCH_AGAIN],
  },
  values: {
    signed: "密钥 {key} 对 {digest} 的 Ed25519 签名",
    contentDigest: "内容的摘要是 {digest}",
    window: {
      both: "自 {from} 起、{until} 之前有效",
      from: "自 {from} 起有效",
      until: "在 {until} 之前有效",
      none: "在密钥环中未注明有效至何时",
    },
    claimsItself: "用它作出的一个签名自称作于 {claimed}",
    claimsAfter: "用它作出的一个签名自称作于 {claimed}，晚于 {time}，而您说此文档那时已存在",
    existed: "据您所说，此文档在 {time} 已存在",
    timeUnknown: "不知道此文档何时存在",
    because: "{why}（{at}）",
  },

  refusal: {
    "json.bom": [
      "应为 JSON，实为字节顺序标记（BOM），位于第 {line} 行第 {column} 列。",
      "请把文件保存为不带字节顺序标记的 UTF-8，或获取原始文件。",
    ],
    "json.invalid_utf8": [
      "应为 UTF-8，实为别的内容，位于第 {line} 行第 {column} 列。",
      "请把文件保存为 UTF-8，或获取原始文件。",
    ],
    "json.syntax": [
      "应为 JSON，实为别的内容，位于第 {line} 行第 {column} 列。",
      "文件不是 JSON，或被截断了。请从其发布处重新获取。",
    ],
    "json.nonfinite_literal": [
      "应为 JSON 值，实为 NaN 或 Infinity，位于第 {line} 行第 {column} 列。",
      "JSON 中没有这样的数字（RFC 8259 第 6 节）。",
    ],
    "json.nonfinite_number": [
      "应为双精度浮点数所能容纳的数字，实为更大的数字，位于第 {line} 行第 {column} 列。",
      "签名者与读者可能对它有不同的读法，因此拒绝。",
    ],
    "json.duplicate_key": [
      "一个对象中的键应各不相同，实际有一个键再次出现，位于第 {line} 行第 {column} 列。",
      "签名者与读者可能各取两者之一，因此拒绝。",
    ],
    "json.lone_surrogate": [
      "应为完整字符的转义，实为半个代理对，位于第 {line} 行第 {column} 列。",
      "这样的文本没有 UTF-8 形式，因而没有摘要。",
    ],
    "json.trailing_text": [
      "文档应在此结束，实际还有内容，位于第 {line} 行第 {column} 列。",
      "请一次给出一份文档。",
    ],
    "limit.number_length": [
      "数字在其符号之后应至多有 {most} 个字符，实际更长，位于第 {line} 行第 {column} 列。",
      "签名者自己的程序无法输出更长的整数。",
    ],
    "limit.pointers": [
      "所有值的 JSON Pointer 合计应至多为 {most} 个字节，实际更多，位于第 {line} 行第 {column} 列。",
      "真实文档的键只有几个字母。",
    ],
    "limit.bytes": ["应至多为 {most} 个字节，实为 {bytes} 个。", "真实文档的大小只有其几千分之一。"],
    "limit.depth": ["应至多嵌套 {most} 层，实际更多，位于第 {line} 行第 {column} 列。", "真实文档嵌套九层。"],
    "limit.values": [
      "应至多有 {most} 个值，实际更多，位于第 {line} 行第 {column} 列。",
      "真实文档有几百个。",
    ],
    "limit.events": ["应至多有 {most} 个事件，实际更多，位于第 {line} 行第 {column} 列。", SPLIT],
    "limit.signatures": ["应至多有 {most} 个签名，实际更多，位于第 {line} 行第 {column} 列。", SPLIT],
    "limit.checks": ["应至多有 {most} 项要检查的内容，实际更多，位于第 {line} 行第 {column} 列。", SPLIT],
    "limit.keys": [
      "应至多列出 {most} 个密钥，实际更多，位于第 {line} 行第 {column} 列。",
      "真实文档列出一个。",
    ],
    "limit.documents": ["文档的数量应为别的数目。", "请一次给出一份文档。"],
    "limit.text": ["文本应当更短。", "请只给出标题或摘要文本，而不是论文。"],
    "document.unrecognised": [
      "应为 Pith 文档，实为别的 JSON，位于第 {line} 行第 {column} 列。",
      "已知的有捆包、记录、状态、镜像清单、完整性文档、事件列表、图谱快照、规范记录和密钥。",
    ],
    "document.version_unknown": [
      "版本应为“1.0”，实为别的版本或没有版本，位于第 {line} 行第 {column} 列。",
      "此验证器只认识版本 1.0。请寻找更新的验证器。",
    ],
    "report.unrecognised": [
      "应为此验证器的一份 JSON 报告，实为别的 JSON。",
      "请给出一份报告，即 `verify --format json` 对一份文档所输出的；若有多份，请取其一。",
    ],
    "report.version_unknown": ["应为版本“1”的报告，实为别的版本。", "请寻找认识此版本的验证器。"],
    "report.malformed": [
      "应为说明其生成条件的报告，实际发现其中有误。",
      "它可能出自此验证器的较旧版本，或被更改过。请重新生成。",
    ],
  },
  notCompared: {
    "limit.documents": ["应至少为 2 份，且不超过一次所能比较的份数，实为别的数目。", FEWER_DOCUMENTS],
    "limit.bytes": ["这些文档合计超过一次所能比较的大小。", FEWER_DOCUMENTS],
    "limit.values": ["这些文档的值合计多于一次所能比较的数量。", FEWER_DOCUMENTS],
    "limit.events": ["这些文档的事件合计多于一次所能比较的数量。", FEWER_DOCUMENTS],
  },

  verdict: {
    verified: "{This}与签名时的内容完全相同，签名所用为{signers}。",
    verifiedPart:
      "{of}已签名部分与签名时的内容完全相同，签名所用为{signers}；其 {total} 个值中有 {uncovered} 个未被覆盖。",
    lapsed: "{This}自洽，签名所用为{signers}，但{lapses}。",
    unchecked: "{of}可以检查的内容均成立，但并非每个签名都能检查：{signatures} 个中尚余 {unchecked} 个。",
    stranger: "{This}自洽，签名所用为{signers}，但{strangers} 不在您的密钥环中：它属于谁，未得到确认。",
    incomplete: "{This}签名所用为{signers}，其中没有检查失败，但并非它必须成立的一切都能检查。",
    unsigned: "{of}检查无一失败，但没有签名覆盖其整体：它可能出自任何人之手。",
    unsignedUnverified: "{of}检查无一失败，但其签名未能得到验证：它可能出自任何人之手。",
    brokenOne: "{This}并非它自称的那样。有一项检查失败；不要依赖它。",
    brokenSeveral: "{This}并非它自称的那样。有多项检查失败；不要依赖它。",
    unreadable: "无法将其作为 Pith 文档读取，因此什么也没有验证。",
    assumed: "这取决于您所说的：它在 {time} 已存在。",
  },
  shows: {
    verified: "它由以下密钥的持有者签名：{signers}；此后，被覆盖的值没有一个改变过。",
    consistent: "就所能检查的而言，各部分彼此相符：{coverage}",
    record: "此记录的摘要和 Pith Number，在您的机器上算出。",
    checksums: "文档内的摘要把其 {total} 个值中的 {checksummed} 个联系在一起：这些值没有意外损坏。",
    broken: "有内容在签名或计算之后被更改，或从一开始就是错的。",
  },
  doesNotShow: {
    assumed: "它在 {time} 是否已存在：这是取自您的说法，未经检查。",
    lapsed: "由谁签名：只有当密钥仅由其所有者持有、且所有者对它负责时，密钥才有效。",
    stranger: "由谁签名。文档自带的密钥什么也不能证明。",
    right: "论文是否正确，其作者是否同意过。",
    times: "时间是否属实：那是签名者的说法。",
    newest: "是否存在更新的内容：旧文档的签名永远有效。",
    integrity: "其事件是否关于此论文：什么能说明这一点，无人公布过。",
    uncovered: "关于没有签名覆盖的值的任何情况；覆盖情况中列出了它们。",
    maker: "由谁制作，是否有人为它负责。",
    state: "这是否就是其论文的状态。请取整个捆包，它是经过签名的。",
    before: "文档先前说了什么，或由谁更改。",
    anything: "关于其内容的任何情况。",
  },
  key: { with: "密钥 {name}", object: "密钥 {name}", subject: "密钥 {name}" },
  ringKey: "{key}（{source}）",
  nobody: "无人",
  lapse: {
    revoked: "密钥 {key} 已吊销：任何人都可能持有该密钥",
    retired: "密钥 {key} 已停用，而没有什么表明文档出自停用之前",
    outside_window: "密钥 {key} 对此文档的时间无效",
    time_contradicted: "密钥 {key} 的签名自称作于您给出的时间之后",
    window_unproven: "密钥 {key} 仅在一段时间内有效，而只有签名者的说法表明它出自那时",
  },
  strangerBeside: "{strangers} 不在您的密钥环中：它属于谁，未得到确认",
  coverage: ({ total, signed, derived, bound, signature, checksummed, uncovered }) => {
    const parts = [`${count(total)} 个值中有 ${count(signed)} 个已签名`];
    if (derived > 0) parts.push(`${count(derived)} 个由已签名的值或由格式推导得出`);
    if (bound > 0) parts.push(`${count(bound)} 个由已签名的哈希值绑定`);
    if (signature > 0) parts.push(`${count(signature)} 个属于签名`);
    if (checksummed > 0) parts.push(`${count(checksummed)} 个仅由未经签名的摘要维系`);
    if (uncovered > 0) parts.push(`${count(uncovered)} 个未被覆盖`);
    return `${parts.join("，")}。`;
  },
  comparedVerdict: {
    verified: "{This}就其签名所及而言，已验证。",
    consistent: "{This}自洽，但并非关于它的一切都得到确认。",
    unsigned: "{of}检查无一失败，但没有能够验证的签名覆盖其整体。",
    broken: "{This}并非它自称的那样。不要依赖它。",
    unreadable: "无法将其作为 Pith 文档读取，因此什么也没有验证。",
  },

  causes: {
    digest_spelling: [
      "所声明的摘要是正确的，只是写法不同。",
      "格式只有一种写法：64 个小写十六进制数位，在事件的标识符中位于 sha256: 之后。",
    ],
    matching_copy: [
      "所声明的摘要与副本（{copy}）相符：{at}，副本为{there}，此处为{here}。",
      "摘要生成之后，此处的内容被更改了，而副本没有。",
    ],
    differing_copy: [
      "没有一种已知的改动能得出所声明的摘要，但副本（{copy}）有所不同：{at}，副本为{there}，此处为{here}。",
      "两者之一被更改了，或两者都被更改了；这里没有什么说明是哪一个。",
    ],
    one_number: [`若{at}把{here}写作{there}，所声明的摘要便相符：${OTHER_NUMBERS}。`, SAVED_AGAIN],
  },
  condition: {
    byte_order_mark: "被哈希的字节之前有字节顺序标记",
    trailing_newline: "被哈希的字节之后有换行符",
    trailing_crlf: "被哈希的字节之后有回车符加换行符",
    received_bytes: "摘要取自文件中原样的这一部分",
    line_breaks_lf: "各行以换行符结尾",
    line_breaks_crlf: "各行以回车符加换行符结尾",
    nfc: "文本采用 Unicode 的 NFC 形式",
    nfd: "文本采用 Unicode 的 NFD 形式",
    mojibake_latin1: "曾按 Latin-1 读取的文本改按 UTF-8 读取",
    mojibake_windows_1252: "曾按 Windows-1252 读取的文本改按 UTF-8 读取",
    mojibake_latin1_repaired: "UTF-8 文本按 Latin-1 读取",
    mojibake_windows_1252_repaired: "UTF-8 文本按 Windows-1252 读取",
    strings_trimmed: "文本的首尾都没有空白",
    strings_single_spaced: "文本中的空白均为单个空格",
    strings_crlf: "文本中的换行均为回车符加换行符",
    strings_lf: "文本中的换行均为换行符",
    plain_spaces: "不换行空格改为普通空格",
    letter_case_kept: "字母不转为小写",
    non_ascii_escaped: "非 ASCII 字符经过转义",
    html_escaped: "<、> 与 & 经过转义",
    slashes_escaped: "斜杠经过转义",
    rfc8785_numbers: "数字按 RFC 8785 书写",
    rfc8785_order: "键按 RFC 8785 排序",
    document_order: "键按文档中的顺序排列",
    spaced: "每个逗号与冒号之后有一个空格",
    indented: "每个值独占一行",
    integers_as_doubles: "整数带小数点书写",
    doubles_as_integers: "整数值不带小数点书写",
    numbers_as_received: "数字按文件中的原样计算哈希",
  },
  why: {
    writer: "另一个程序重新保存了此文件，或以自己的方式生成了摘要",
    received: "摘要由文件而不是由规范形式生成",
    letters: "某个程序改变了带重音字母的组成方式",
    encoding: "文件曾以错误的编码读取并重新保存",
    repaired: "摘要由以错误编码读取的文本生成",
    whiteSpace: "文本中的空白被更改了",
    otherWay: "哈希值是以另一种方式生成的",
    respelled: OTHER_NUMBERS,
  },
  matchesIf: "在以下条件下，所声明的摘要便相符：{conditions}。也就是说，{why}。",
  conditionHint: {
    stays: "这些值就是当初被哈希的值，只是形式不同。检查结果不变：形式是固定的。",
    original: SAVED_AGAIN,
  },

  replayStep: {
    "replay.created": "它成为状态的记录。",
    "replay.listed": "它被加入 {list}。",
    "replay.record_kept": "状态已有其记录。按我们的理解，这一个算作已应用，而不改变任何内容。",
    "replay.no_list": "它算作已应用，但按我们的理解，状态中没有供这种类型的事件使用的列表。",
    "replay.repeated": "它是同一事件的再次出现。按我们的理解，它不再计入。",
    "replay.not_valid": "其有效性未得到证明。按我们的理解，它被列为无效，此外不改变任何内容。",
    "replay.no_time": "它没有可供排序的时间，因此未应用。",
  },
  replayLinked: "它取代或承接其他事件；这意味着什么，未曾公布，因此它在此不再改变别的内容。",
  replay: (number, same) => `合并 ${events(number)}，得到${gives(same)}。`,
  replayReading: (number, same) =>
    `按我们对合并的理解，${events(number)}得到${gives(same)}。这只是一种理解：{why}。`,

  field: {
    title: "标题",
    abstract: "摘要文本",
    arxiv: "arXiv 标识符",
    arxiv_version: "带版本的 arXiv 标识符",
    version: "版本",
    doi: "DOI ",
    number: "Pith Number ",
  },
  form: {
    title: "标题",
    abstract: "摘要文本",
    arxiv: "形如 1212.1787v1 或 math/0309136 的 arXiv 标识符，或指向它的链接",
    arxiv_version: "形如 1212.1787v1 或 math/0309136 的 arXiv 标识符，或指向它的链接",
    version: "形如 2 或 v2 的版本",
    doi: "形如 10.48550/arXiv.1212.1787、不带百分号的 DOI，或指向它的链接",
    number: "形如 pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ 的 Pith Number",
  },
  textStep: {
    label: "略去其前的标签",
    invisible: "略去不可见字符",
    hyphens_joined: "接合行尾断开的词",
    hyphens_kept: "连同连字符接合行尾断开的词",
    white_space: "把换行与重复的空格改为单个空格",
    plain_quotes: "把引号改为普通引号",
    tex_quotes: "把引号改为 TeX 的引号",
    plain_dashes: "把破折号改为普通连字符",
    tex_dashes: "把破折号改为 TeX 的破折号",
    ligatures: "拆写连字",
    nfc: "使带重音的字母各为一个字符（NFC）",
    nfd: "使重音各为单独的字符（NFD）",
    tex_accents: "把重音改为 TeX 的重音",
    lower_case: "把字母改为小写",
    link: "从链接中取出标识符",
    prefix: "略去前缀",
    stamp: "略去其后的内容",
    subject_class: "略去学科分类",
  },
  match: {
    "hand.same": ["{S}与规范记录中的相同：{E}。", ""],
    "hand.same_after_changes": ["经过以下变换，{S}与规范记录中的{E}相同：{steps}。", ""],
    "hand.same_text": [
      "{S}与{in}的相同，大小写和所列的变换除外。",
      "没有可供比较的哈希值。请取论文的捆包或记录，其中有哈希值。",
    ],
    "hand.differs": ["{S}与规范记录中的不同：应为{E}，实为{C}。", "它属于另一篇论文。"],
    "hand.almost_the_text": [
      "{S}与规范记录的几乎相同：在第 {pos} 个字符处为{here}，文档自己的为{there}。",
      AS_ARXIV_LISTS_IT,
    ],
    "hand.almost_the_quote": [
      "{S}与文档所引用的几乎相同：在第 {pos} 个字符处为{here}，所引用的为{there}。",
      "所引用的文本本身没有可供检查的哈希值维系。",
    ],
    "hand.quote_agrees": [
      "{S}的开头与文档所引用的相同，但作为整体，它不是规范记录中有其哈希值的那一个。",
      "请比较前 600 个字符之后的内容，文档中只有那部分的哈希值。",
    ],
    "hand.other_version": ["论文是对的，但版本不同：应为版本{E}，实为{C}。", EACH_VERSION],
    "hand.version_missing": ["{S}指明的论文是对的，但没有版本：应为{E}，实为{C}。", "请加上版本。"],
    "hand.version_added": [
      "{S}指明的论文是对的，但带有版本：应为{E}，实为{C}。",
      "arXiv 登记的 DOI 没有版本。",
    ],
    "hand.other_year": ["这 26 个字符就是编号的字符，但年份不同：应为{E}，实为{C}。", "年份是编号的一部分。"],
    "hand.other_case": [
      "这些字符就是编号的字符，但大小写不同：应为{E}，实为{C}。",
      "Pith Number 以 pith: 加大写字母书写。",
    ],
    "hand.suffix_only": [
      "这 26 个字符就是编号的字符，但缺少其余部分：应为{E}，实为{C}。",
      "链接中只有这些字符；完整的编号在它们之前还有 pith: 和年份。",
    ],
    "hand.short_form": [
      "就其所及，这些字符与编号相符：应为{E}，实为{C}。",
      "只有完整的编号才能辨认：许多编号可能以同样的字符开头。",
    ],
    "hand.character_changed": [
      "{S}有一个字符不同：第 {pos} 个字符为{here}，应为{there}，如{E}中那样。",
      COPY_IT,
    ],
    "hand.character_impossible": [
      "{S}有一个字符不同：第 {pos} 个字符为{here}，任何 Pith Number 中都没有它，应为{there}，如{E}中那样。",
      "Pith Number 使用字母 A 至 Z 和数字 2 至 7，以免把 0、1、8 和 9 认作 O、I、B 和 G。",
    ],
    "hand.characters_swapped": [
      "{S}有两个字符对调了：从第 {pos} 个字符起为{here}，应为{there}，如{E}中那样。",
      COPY_IT,
    ],
    "hand.character_missing": ["{S}缺少一个字符：第 {pos} 个字符应为{there}，如{E}中那样。", COPY_IT],
    "hand.character_added": ["{S}多了一个字符：第 {pos} 个字符{here}不在{E}中。", COPY_IT],
    "hand.two_faults": ["{S}有两处不同：从第 {pos} 个字符起为{here}，应为{there}，如{E}中那样。", COPY_IT],
    "hand.other_doi": [
      "{S}未作比较：记录只知道 arXiv 登记的 DOI{E}，实为{C}。",
      "期刊的 DOI 可能属于同一篇论文；记录没有说明。",
    ],
    "hand.malformed": ["{S}未作比较：应为{form}，实为{C}。", ""],
    "hand.no_record": ["{S}未作比较：{this}没有规范记录。", "请取论文的捆包或记录。"],
    "hand.no_value": ["{S}未作比较：规范记录中没有可与它比较的内容。", ""],
  },
  matchOf: {
    "hand.same of a title": ["{S}就是规范记录中有其哈希值的那一个，大小写除外。", ""],
    "hand.same of an abstract": ["{S}就是规范记录中有其哈希值的那一个，大小写和空白除外。", ""],
    "hand.same_after_changes of a hashed text": [
      "经过以下变换，{S}就是规范记录中有其哈希值的那一个，大小写除外：{steps}。",
      "",
    ],
    "hand.differs of a hashed text": ["{S}与{of}不同：应为{E}，此文本得出{C}。", AS_ARXIV_LISTS_IT],
    "hand.differs of a version": ["{S}与规范记录中的不同：应为{E}，实为{C}。", EACH_VERSION],
    "hand.differs of a number": [
      "{S}与规范记录的不同：应为{E}，实为{C}。",
      "它是另一份记录的编号，属于另一篇论文或另一个版本。",
    ],
  },
  worth: {
    broken: "但{this}不成立：无论什么与它相符或不符，都不要依赖它。",
    counts: "所比较的内容以您密钥环中的密钥的签名为依据。",
    lapsed: "所比较的内容以签名为依据，但{lapses}。因此，这是谁的说法，未得到确认。",
    stranger: "所比较的内容以签名为依据，但签名用的不是您密钥环中的密钥：它属于谁，未得到确认。",
    unsigned: "没有能够验证的签名覆盖所比较的内容：{object}可能出自任何人之手。",
    unsignedBut: "但没有能够验证的签名覆盖所比较的内容：{object}可能出自任何人之手。",
  },

  document: (number) => `第 ${count(number)} 份文档`,
  inDocument: "{document}的 {pointer} 处",
  comparison: {
    agree: "这 {documents} 份文档关于同一份记录，彼此不矛盾。",
    forked: "关于同一份记录的各文档都有别的文档所缺的事件。其中没有一份是完整的。",
    unrelated: "并非所有文档都关于同一份记录，或其中有些无法比较。",
    broken: "有一份文档不成立，因此它所说的不予计入。此外没有矛盾。",
    conflict: (conflicts) => `这些文档有 ${count(conflicts)} 处相互矛盾。`,
  },
  pair: {
    same: "{a}与{b}的内容相同，每个值都一致。",
    altered: "{a}与{b}有一个事件不同，它在其中一份中成立，在另一份中不成立。",
    same_record: "{a}与{b}关于同一份规范记录。",
    same_snapshot: "{a}与{b}含有相同的图谱快照。",
    other_snapshot: "{a}与{b}关于标题相同的论文，图谱快照不同。",
    record_conflict: "{a}与{b}指明同一个 Pith Number，但两者的规范记录不同：它至多是其中一份的编号。",
    other_record: "{a}与{b}关于不同的记录。",
    not_comparable: "{a}与{b}无法比较：并非两者都有完整的 Pith Number 或都有图谱快照。",
    same_events: (held) => `{a}与{b}含有相同的事件（${events(held)}）。`,
    older: (held, all, further) =>
      `{old}比{new}旧：按合并顺序，它有 ${count(all)} 个事件中的前 ${count(held)} 个；另有 ${events(further)}是后来的。`,
    within: (held, further) =>
      `{outer}有{inner}所有的一切（${events(held)}），并另有 ${events(further)}，其中一些所写的时间早于{inner}的最后一个事件。`,
    forked: (onlyFirst, onlySecond) =>
      `{a}与{b}已分叉：仅前者有的为 ${events(onlyFirst)}，仅后者有的为 ${events(onlySecond)}。`,
    unestablished: (number) =>
      `在仅一方有的事件中，有 ${count(number)} 个并非由能确认签名者的密钥签名：任何人都可能添加。`,
  },
  conflict: {
    equivocation:
      "同一签名者签署了两个承接同一前序事件的事件：{first}，摘要为 {firstDigest}；{second}，摘要为 {secondDigest}。按我们的理解，这是双重声明。",
    event_altered:
      "同一个事件标识符代表两种内容：{first}得出摘要 {firstDigest}，{second}得出 {secondDigest}。至多有一种是当初签名的内容。",
    record_conflict:
      "同一个 Pith Number 代表两份规范记录：{first}的摘要为 {firstDigest}，{second}的为 {secondDigest}。至多有一份是该编号的记录。",
    state_conflict:
      "据称同样的事件得到两个状态：它们在{first}与{second}不同。服务说，所有人算出的结果都相同。",
  },
  merged: {
    state: (number, statedBy) =>
      `按我们对合并的理解，所有有效事件合在一起（${events(number)}）得到此状态；${
        statedBy === 0 ? "没有一份文档声明它" : `有 ${count(statedBy)} 份文档声明它`
      }。`,
    strangers: (number) => `有 ${events(number)}由不能确认其签名者的密钥签名：不知道那是谁的说法。`,
  },

  reproduction: {
    same: "能够复现：再次验证，此文档给出的报告中每个值都相同。",
    differs: (values) => `不能复现：报告中有 ${count(values)} 个值不同。`,
    differsMore: (values, listed) =>
      `不能复现：报告中有 ${count(values)} 个值不同；列出其中前 ${count(listed)} 个。`,
  },
  finding: {
    "report.other_document": [
      "这不是报告所针对的文档：其 SHA-256 不同。",
      "请给出生成报告所用的那个文件本身；重新保存过的文件就是另一个文件。",
    ],
    "report.other_verifier": [
      "报告由验证器的另一个版本生成。",
      "差异可能由此而来。为确定起见，请使用报告所指明的版本。",
    ],
    "report.other_verdict": ["报告的结论与此次运行的不同。", "不要依赖该报告；请以此次运行为准。"],
    "report.other_ring": [
      "报告所用的密钥与内置于此验证器的不同。",
      "报告能够复现，并不说明这些密钥属于谁：它们是由生成报告的人选定的。",
    ],
    "report.other_proofs": [
      "报告所用的 OpenTimestamps 证明与此次运行的不同。",
      "报告不附带证明。请给出生成报告所用的那些证明；在命令行中使用 --ots。",
    ],
    "report.other_headers": [
      "报告所用的区块头与此次运行的不同。",
      "报告不附带区块头。请按原来的顺序给出生成报告所用的那些区块头；在命令行中使用 --header。",
    ],
    "report.assumed_time": [
      "报告假定了文档存在的一个时间；那是某人的说法，被照样采用。",
      "是否如此，任何验证器都无法由报告判断。",
    ],
  },

  proof: {
    "timestamp.not_a_proof": [
      "应为 OpenTimestamps 证明的起始字节，实为别的内容，位于证明的字节 {offset} 处。",
      "请给出收到时原样的、以 .ots 结尾的文件。",
    ],
    "timestamp.version_unknown": ["应为格式的版本 1，实为别的版本，位于证明的字节 {offset} 处。", NEWER],
    "timestamp.hash_unknown": [
      "应为 SHA-1、RIPEMD-160、SHA-256 或 Keccak-256，实为别的内容，位于证明的字节 {offset} 处。",
      NEWER,
    ],
    "timestamp.truncated": ["证明应还有内容，实际已经结束，位于证明的字节 {offset} 处。", DAMAGED],
    "timestamp.number_too_large": [
      "应为小于 2^32 的数字，实为更大的数字，位于证明的字节 {offset} 处。",
      DAMAGED,
    ],
    "timestamp.number_not_shortest": [
      "数字应以尽可能少的字节表示，实际用了更多字节，位于证明的字节 {offset} 处。",
      "各种程序对这样的数字读法不一。请用生成它的程序重新写出证明。",
    ],
    "timestamp.empty_fork": [
      "字节 0xff 之后应为一个分支，实为又一个 0xff，位于证明的字节 {offset} 处。",
      DAMAGED,
    ],
    "timestamp.operation_unknown": [
      "应为已知的运算、见证或分支，实为别的内容，位于证明的字节 {offset} 处。",
      NEWER,
    ],
    "timestamp.argument_length": [
      "参数的长度应为所容许的，实为别的长度，位于证明的字节 {offset} 处。",
      DAMAGED,
    ],
    "timestamp.message_too_long": [
      "运算的结果不应过长，实际更长，位于证明的字节 {offset} 处。",
      "格式不容许更长的消息。",
    ],
    "timestamp.payload_too_long": ["见证不应过长，实际更长，位于证明的字节 {offset} 处。", DAMAGED],
    "timestamp.payload_not_used_up": [
      "见证应在此结束，实际其中还有字节，位于证明的字节 {offset} 处。",
      DAMAGED,
    ],
    "timestamp.calendar_too_long": [
      "日历服务器的地址不应过长，实际更长，位于证明的字节 {offset} 处。",
      DAMAGED,
    ],
    "timestamp.calendar_character": [
      "日历服务器的地址应由字母、数字和 - . _ / : 组成，实际有别的字符，位于证明的字节 {offset} 处。",
      "格式不容许那里有别的字符，以使地址不致造成危害。",
    ],
    "timestamp.trailing_bytes": ["证明应在此结束，实际还有字节，位于证明的字节 {offset} 处。", DAMAGED],
    "timestamp.limit_bytes": ["应至多为 {most} 个字节，实为 {bytes} 个。", "真实的证明有几千个。"],
    "timestamp.limit_depth": ["前后相接的运算应当更少，位于证明的字节 {offset} 处。", "参考实现也拒绝它。"],
    "timestamp.limit_operations": ["运算应当更少，位于证明的字节 {offset} 处。", "真实的证明有几百个。"],
    "timestamp.limit_attestations": ["见证应当更少，位于证明的字节 {offset} 处。", "真实的证明有几个。"],
    "timestamp.limit_messages": [
      "所有运算结果的字节应当更少，位于证明的字节 {offset} 处。",
      "真实的证明有几千个。",
    ],
    "timestamp.limit_proofs": ["应至多有 {most} 份证明，实际更多。", FEWER],
  },
  start: {
    "timestamp.starts_from_record": ["证明的起点是规范记录的摘要（{at}），此摘要经重新计算：{digest}。", ""],
    "timestamp.starts_from_file": [
      "证明的起点是所收到的整个文件的摘要，而不是规范记录的摘要。",
      "它正是关于这些字节的。对于写法不同的另一份文档副本，它什么也不说明。",
    ],
    "timestamp.starts_from_stated": [
      "证明的起点是文档{at}声明的一个摘要，而不是规范记录的摘要：{digest}。",
      "应为规范记录的摘要。这一个有多少分量，取决于它取自什么内容。",
    ],
    "timestamp.starts_from_wrong_digest": [
      "证明的起点是文档{at}声明的摘要，但其规范记录得出另一个摘要，而不是 {digest}。",
      "证明生成之后，记录被更改了，或者证明是关于另一份记录的。",
    ],
    "timestamp.starts_elsewhere": [
      "证明不是关于此文档的：起点应为规范记录的摘要，实为 {digest}。",
      "请寻找为此文档生成的证明，或生成此证明所针对的文档。",
    ],
    "timestamp.no_record": [
      "证明的起点未作比较：应有摘要为 {digest} 的规范记录，而文档中没有规范记录。",
      "请给出生成证明所针对的记录或捆包。",
    ],
  },
  attestation: {
    "timestamp.pending": [
      "日历服务器{calendar}承诺将其锚定；尚未指明区块。",
      "请用 OpenTimestamps 程序（ots upgrade）向该日历服务器索取其余部分，然后给出新的证明。此处不获取任何内容。",
    ],
    "timestamp.header_not_supplied": [
      "锚定于比特币区块 {height}，未提供区块头：应有默克尔根为 {root} 的区块头。",
      "请从您信任的节点或区块浏览器取得该区块的 80 字节区块头，并以十六进制给出。此处不获取任何内容。",
    ],
    "timestamp.header_not_matching": [
      "锚定于比特币区块 {height}，但所提供的区块头中没有默克尔根为 {root} 的。",
      "要么区块头属于别的区块，要么证明有误。请从您信任的节点或区块浏览器取得该区块的区块头。",
    ],
    "timestamp.anchored": [
      "规范记录的存在不晚于 {time}，误差为前后两小时：所提供的一个区块头具有证明所导向的默克尔根 {root}，据证明所说属于比特币区块 {height}。",
      COMPARE,
    ],
    "timestamp.anchored_other": [
      "证明的起点的存在不晚于 {time}，误差为前后两小时：所提供的一个区块头具有默克尔根 {root}，据证明所说属于比特币区块 {height}。证明的起点不是此文档的规范记录。",
      COMPARE,
    ],
    "timestamp.header_easily_made": [
      "锚定于比特币区块 {height}，所提供的一个区块头具有默克尔根 {root}，但这说明不了多少：早期区块所代表的哈希次数很少，此处约为 2^{work}，如今花很小的代价就能造出这样的区块头。",
      "请把区块头的哈希值 {hash} 与您信任的节点或区块浏览器比较。",
    ],
    "timestamp.header_too_easy": [
      "所提供的一个区块头具有默克尔根 {root}，但它不是比特币区块 {height} 的区块头：应为需要更多次哈希的目标值，实为 2^{work}。",
      "有人造出了此区块头，或者证明所指明的不是它被锚定的区块。某一高度的最低工作量是我们的理解。",
    ],
    "timestamp.header_without_work": [
      "所提供的一个区块头具有默克尔根 {root}，但没有工作量：其哈希值 {hash} 高于其自身的目标值 {bits}。",
      NO_BLOCK,
    ],
    "timestamp.header_target_malformed": [
      "所提供的一个区块头具有默克尔根 {root}，但没有比特币所容许的目标值：应至多为 1d00ffff，实为 {bits}。",
      NOT_MAIN_CHAIN,
    ],
    "timestamp.root_length": [
      "证明不可能导向比特币区块 {height}：应为 32 个字节的默克尔根，实为 {length} 个字节的消息。",
      DAMAGED,
    ],
    "timestamp.other_chain": [
      "锚定于 {chain} 区块 {height}，未检查：此验证器只检查比特币。",
      "请寻找带有比特币见证的证明。",
    ],
    "timestamp.unknown_kind": ["有一个见证的种类 {tag} 为此验证器所不认识，未检查。", NEWER],
  },
  header: {
    "timestamp.header_malformed": [
      "应为 80 个字节的区块头，写作 160 个十六进制数位，实为别的内容。",
      "请复制区块的原始区块头，而不是其哈希值，也不是其各部分。",
    ],
    "timestamp.limit_headers": ["应至多有 {most} 个区块头，实为 {given} 个。", FEWER],
    "timestamp.header_target_malformed": [
      "区块头 {hash} 没有比特币所容许的目标值：应至多为 1d00ffff，实为 {bits}。",
      NOT_MAIN_CHAIN,
    ],
    "timestamp.header_without_work": [
      "区块头没有工作量：其哈希值 {hash} 高于其自身的目标值 {bits}。",
      NO_BLOCK,
    ],
    "timestamp.header_unused": [
      "没有证明导向此区块头的默克尔根 {root}。",
      "它是证明未指明的别的区块的区块头，或不是任何区块的区块头。",
    ],
  },
};
