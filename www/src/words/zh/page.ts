import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const page: Catalogue["page"] = {
  title: "Pith 验证器",
  skip: "跳到主要部分",
  language: "语言",
  languageFailed: "无法加载此语言。",
  checkAnother: "检查另一份",
  checking: "正在检查…",
  about: {
    title: "检查什么。",
    text: "文件严格按 JSON 读取。凡是被签名或被哈希的部分，都以规范形式重新写出，计算其 SHA-256 并比较；每个 Ed25519 签名都用它所指明的密钥检验；状态由事件重建。凡是无人公布过规则的内容，均报告为未检查。",
    offline: "此页面加载之后，无需网络即可使用：您可以先断开网络。",
  },
  letGo: "松开以检查此文档",
  single: {
    oneOf: (documents) => `${count(documents)} 份文档之一。`,
    back: "返回比较",
  },
  error: {
    title: "工具错误",
    means: "这不说明文档的任何情况：它既非已验证，也非不成立。",
    notLoaded: (problem) => `无法加载验证器（${problem}）。请重新加载此页面再试。`,
    notRead: (problem) => `无法读取文件（${problem}）。不能检查文件夹，只能检查文件。`,
    stopped: (problem) => `验证器停止了运行（${problem}）。它已重新启动；您可以检查另一份。`,
    notRun: (problem) => `无法运行验证器（${problem}）。请重新加载此页面再试。`,
    notCompared: (problem) => `这些文档未作比较：${problem}`,
    badKey: (problem) => `未检查任何内容，因为某个要信任的密钥或其时间无法读取：${problem}`,
  },
  announced: {
    verdict: (word, sentence) => `结论：${word}。${sentence}`,
    comparison: (word, sentence) => `比较：${word}。${sentence}`,
    error: (message) => `工具错误。${message}`,
  },
  input: {
    title: "检查 Pith 文档",
    titleAgain: "检查另一份文档",
    lead: "给它一个捆包、一份记录或一个状态。每个摘要和每个签名都在您的浏览器中重新计算，您可以看到哪些成立。",
    leadAgain: "新文档将取代此报告。",
    drop: "把文件拖放到此页面的任意处",
    several: "一次给出的多个文件会相互比较。",
    open: "打开文件",
    paste: "或按 {keys} 粘贴到任意处",
    control: "Ctrl",
    text: "或在此填入其文本",
    check: "检查此文本",
  },
  sample: {
    bundle: "捆包",
    record: "记录",
    state: "单独的状态",
    snapshot: "图谱快照",
    manifest: "镜像清单",
    changed: "改动过的捆包",
  },
  sampleAbout: {
    events: "第一个捆包的各事件合在一起得到的结果，不含其签名",
    mirrors: "何处可得捆包，以及它们用哪个密钥签名",
    changed: "标题中改动了一个词的第一个捆包：看看什么不再成立",
  },
  proofs: {
    title: "时间戳证明",
    about:
      "OpenTimestamps 的证明（以 .ots 结尾的文件）表明某个摘要在某个比特币区块之前已经存在。请把它与文档一起拖放到此页面，或在此选择。",
    add: "添加证明",
    remove: "移除这些证明",
    headers: "比特币区块头，取自您信任的来源：每行 160 个十六进制数位",
  },
  requests: {
    promise: "任何内容都不会离开这台机器。",
    asked: "文档留在这台机器上；曾向您允许的主机请求过一份文档。",
    since: (all, own) => {
      const since = `此页面加载后共有 ${count(all)} 次请求`;
      if (own === 0) return `${since}。`;
      return own === all
        ? `${since}，均为获取此页面的文件。`
        : `${since}，其中 ${count(own)} 次为获取此页面的文件。`;
    },
  },
  save: {
    title: "保存报告",
    as: (form) => `保存为 ${form}`,
    json: "供任何人复现：与文档一起拖放到这里",
    markdown: "用于笔记和邮件",
    html: "供审稿人存档的单个页面",
  },
};
