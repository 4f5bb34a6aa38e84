import type { MatchWord } from "../../report.ts";
import type { EmbedWords } from "../embed.ts";

const answer: Record<MatchWord, string> = {
  matches: "此文档是关于本页所指论文的",
  near_miss: "与本页所指论文不完全相同",
  differs: "此文档是关于另一篇论文的，而不是本页的论文",
  not_comparable: "无法判断此文档是否关于本页所指论文",
};

const short: Record<MatchWord, string> = {
  matches: "关于本页的论文",
  near_miss: "与本页的论文不完全相同",
  differs: "不是本页所指的论文",
  not_comparable: "无法与本页的论文比较",
};

export const embed: EmbedWords = {
  loading: "正在加载文档…",
  again: "重试",
  here: "由本页加载的代码在此浏览器中检查。",
  hereMeans: "页面显示什么由制作页面的人决定，此结果也不例外。",
  ownKeys: "此处信任哪些密钥由本页决定；其他验证器可能不认识这些密钥。",
  independently: "独立检查",
  independentlyAbout: (host) =>
    `在新标签页中，用 ${host} 的验证器检查；文档随链接传递，位于 # 之后，浏览器不会把这部分发送给任何服务器。`,
  tooLarge: (host) =>
    `在新标签页中，用 ${host} 的验证器检查。文档太大，无法放入链接：请保存文档，再把文件拖放到那里。`,
  save: "保存文档",
  number: "Pith 编号",
  numberIs: "按文档所述",
  noNumber: "文档没有给出编号",
  from: "文档",
  inline: "就在本页中",
  page: {
    answer,
    short,
    partly: "就本页所给的部分而言，此文档与之相符",
    unreadable: "文件无法作为文档读取，因此未与本页比较。",
    nothing: "本页没有给出可供比较的 DOI 或标识符：此文档是否属于本页，没有人检查过。",
    nothingShort: "未与本页比较",
    comparing: "正在与本页所指内容比较。",
    named: {
      citation_doi: "本页的 DOI（citation_doi）：{text}",
      citation_arxiv_id: "本页的 arXiv 标识符（citation_arxiv_id）：{text}",
      "dc.identifier": "本页的标识符（DC.identifier）：{text}",
      doi: "本页为此文档给出的 DOI：{text}",
      number: "本页要找的是：{text}",
    },
    unknown: "这既不是 DOI，也不是 arXiv 标识符或 Pith 编号，因此未作比较。",
  },
  badge: {
    details: "详情",
    close: "关闭",
    title: "Pith 文档",
    other: "另一篇论文",
    error: "未检查",
    here: "由本页的代码在此浏览器中检查",
  },
  error: {
    title: "未检查",
    no_document: "没有可检查的内容：此元素既没有 src，也没有 number，其中也没有文档。制作本页的人可以修正。",
    bad_address: (address) => `文档的地址既不是 http 也不是 https：${address}。制作本页的人可以修正。`,
    bad_number: (text) =>
      `这既不是 Pith 编号，也不是 arXiv 标识符或 arXiv 的 DOI，因此不知道它的地址：${text}`,
    policy: (host) =>
      `本页的安全策略（connect-src）不允许它询问 ${host}。制作本页的人可以在策略中允许，或把文档放入页面。`,
    blocked: (host) =>
      `${host} 没有给出本页可以读取的内容。要么无法连接它，要么它不允许其他网站读取它的回应；浏览器不说明是哪一种。主机可用 Access-Control-Allow-Origin 标头（CORS）允许读取。若没有该标头，制作本页的人可以在本网站存放文档的副本，或把文档放入页面。`,
    unreachable: (host) => `无法连接 ${host}，或连接中断。`,
    offline: "此设备处于离线状态。网络恢复后，检查会自动开始。",
    web_page: (host) => `${host} 给出的是网页，而不是文档：该地址指向供人阅读的页面，或要求登录的页面。`,
    not_loaded: (problem) =>
      `无法加载验证器（${problem}）。请重新加载此页面。若仍然如此：网站必须允许浏览器加载并运行验证器的文件（script-src 含 'wasm-unsafe-eval'，以及 connect-src）。`,
  },
};
