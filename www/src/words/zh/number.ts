import type { AddressFinding, AddressKind, AddressSource, MatchWord, NamedBy } from "../../report.ts";
import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

const namedBy: Record<NamedBy, string> = {
  number: "Pith Number",
  short_number: "短 Pith Number",
  arxiv: "arXiv 标识符",
  arxiv_doi: "arXiv 为论文登记的 DOI",
  doi: "DOI",
  unreadable: "以上都不是",
};

const finding: Record<AddressFinding, string | ((impossible: string) => string)> = {
  impossible_character: (impossible) =>
    `它不可能是对的：Pith Number 中没有 ${[...impossible].join("、")}。它只用字母 A 至 Z 和数字 2 至 7。遇到 0、1、8 和 9，请看看是否为 O、I、B 或 G。`,
  wrong_length: "它不可能是对的：在 pith: 和年份之后，Pith Number 有 26 个字符，短的有 8、12 或 16 个。",
  year_malformed: "它不可能是对的：年份处不是四位数字。",
  arxiv_malformed: "arXiv 不发放这种形式的标识符。请看看是否多了、少了或对调了数字。",
  letter_case: "它以大写显示，Pith Number 就是这样书写的。",
  year_missing: "缺少年份，而年份是 Pith Number 的一部分；地址没有它也可用。",
  version_left_out: "地址中没有放版本的位置，请留意您得到的是什么。此页面也会比较版本。",
};

const kind: Record<AddressKind, string> = {
  bundle: "捆包",
  well_known_bundle: "捆包，第二地址",
  state: "单独的状态",
  record: "记录",
  page: "关于记录的页面",
  paper_page: "关于论文的页面",
  resolver: "按标识符检索",
};

const source: Record<AddressSource, string> = {
  mirror_manifest: "此格式载于服务的镜像清单。",
  bundle: "所见过的已签名捆包链接到这样的地址。",
  record: "所见过的一份记录链接到这样的地址；这些链接未经任何签名。",
};

const answer: Record<MatchWord, string> = {
  matches: "这就是您要找的文档",
  near_miss: "与您要找的不完全相同",
  differs: "不是您要找的文档",
  not_comparable: "无法判断这是否是您要找的",
};

export const number: Catalogue["number"] = {
  title: "有编号而没有文件？",
  about: "填入 Pith Number、arXiv 标识符或 DOI，查看服务所说的文档获取地址。",
  field: "Pith Number、arXiv 标识符或 DOI",
  example: "pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ",
  show: "显示地址",
  read: (as) => `读作 ${namedBy[as]}：{text}`,
  unreadable:
    "这既不是 Pith Number（例如 pith:2012:BZ4IVVZGBACAD3UKXQGOJFZ5SZ），也不是 arXiv 标识符（例如 1212.1787v1 或 math/0309136），也不是 DOI（例如 10.48550/arXiv.1212.1787）。",
  finding,
  addresses: (addresses) => `${count(addresses)} 个地址`,
  kind,
  source,
  copy: "复制地址",
  nowhere: {
    short_number: "对这种长度的短编号，没有已知的地址。给您编号的人也许有完整的编号，年份之后有 26 个字符。",
    doi: "由此 DOI 没有已知的地址。所见过的文档都是关于 arXiv 上的论文的：请在那里查找论文，并填入其 arXiv 标识符。",
  },
  short: "一个短编号可能是多个完整编号的开头。",
  following:
    "此页面不为此询问任何人。当您在新标签页中打开链接时，您的浏览器会询问该主机，该主机便得知您的机器的地址以及您在找什么。那里是否有内容，此页面并不知道。",
  next: "请把得到的内容保存为文件，并拖放到这里。",
  remembered: "您交给此页面的每份文档都会与它比较。",
  forget: "忘掉我要找的内容",
  asked: {
    heading: "是您要找的吗？",
    wanted: "您要找的是 {text}",
    comparing: "正在与文档比较。",
    answer,
    partly: "就您所给的部分而言，与您要找的相符",
    unreadable: "文件无法作为文档读取，因此未作比较。",
    several: "您要找的是 {text}。要查看这些文档中是否有它，请打开相应文档的报告。",
    announced: (answer, sentence) => `${answer}。${sentence}`,
  },
  fetch: {
    title: "或让此页面获取",
    about: "此页面的架设者允许它询问这些主机。在您允许之前，它不询问任何主机；页面关闭后，它便忘掉您的允许。",
    allow: (host) => `允许此页面询问 ${host}`,
    learns: (host) =>
      `${host} 会得知您的机器的地址、您询问的编号、此页面所在的网站，以及每个请求都会透露的浏览器信息。不发送 Cookie。`,
    fetch: (kind, host) => `从 ${host} 获取：${kind}`,
    mirror: "此主机存放文件所用的名称与服务相同，这一点是假定的。",
    fetching: (host) => `正在等待 ${host}。`,
    stop: "停止",
    fault: {
      blocked: (host) =>
        `${host} 没有给出此页面可以读取的内容。要么无法连接它，要么它不允许其他页面读取它的回应（CORS）；浏览器不说明是哪一种。请改为打开链接，保存文件，再拖放到这里。`,
      redirected: (host) =>
        `${host} 要把此页面转到另一个地址（重定向），而此页面不跟随。请改为打开链接，保存文件，再拖放到这里。`,
      missing: (host) => `${host} 在此地址没有内容（404）。`,
      status: (host, status) => `${host} 回应了错误（${status}）。`,
      too_large: (host, most) =>
        `${host} 发送的内容超过 ${count(most)} 个字节，即此验证器读取的上限。该内容未被采用。`,
      too_slow: (host, seconds) => `${host} 未能在 ${count(seconds)} 秒内发送完毕。`,
      cut_off: (host) => `${host} 发送的内容中途断了。请重试。`,
      stopped: () => "已停止。",
    },
  },
};
