import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

/** “0.8”，“62.4”：精确到有用为止。 */
function decimal(number: number): string {
  return number.toLocaleString("zh", { maximumSignificantDigits: 3 });
}

/** “16 MB”。 */
function size(bytes: number): string {
  const unit = bytes >= 1e9 ? "GB" : bytes >= 1e6 ? "MB" : "KB";
  return `${decimal(bytes / { GB: 1e9, MB: 1e6, KB: 1e3 }[unit])} ${unit}`;
}

/** “12 秒”，“5 分钟”，“2 小时”。 */
function span(seconds: number): string {
  if (seconds < 1) return "1 秒";
  if (seconds < 100) return `${count(Math.round(seconds))} 秒`;
  if (seconds < 100 * 60) return `${count(Math.round(seconds / 60))} 分钟`;
  return `${count(Math.round(seconds / 3600))} 小时`;
}

export const desk: Catalogue["desk"] = {
  title: "批量检查台",
  about: "每份文档都在这台机器上单独检查。除这里的一行之外，不保留文档的任何内容。",
  unloaded: "此页面的一部分未能加载。请重新加载页面再试。",

  unread: (problem) => `无法再次读取此文档（${problem}）。`,

  looking: "正在查找文件。",
  refused: {
    keys: "未检查任何内容，因为某个要信任的密钥或其时间无法读取。请在下方改正，检查随即开始。",
    verifier: "未检查任何内容，因为验证器无法使用。",
  },
  progress: (done, all, exact) =>
    exact
      ? `已检查 ${count(done)} 份，共 ${count(all)} 份文档。`
      : `已检查 ${count(done)} 份，共约 ${count(all)} 份文档。`,
  bar: "已检查的文档",
  rate: (documents, bytes) => `每秒 ${decimal(documents)} 份文档、${size(bytes)}。`,
  left: (seconds) => `大约还需 ${span(seconds)}。`,
  done: (documents, seconds) =>
    documents === 0 ? "其中没有文档。" : `已检查 ${count(documents)} 份文档，用时 ${span(seconds)}。`,
  stopped: (done, seconds) =>
    `已停止：检查了 ${count(done)} 份文档，用时 ${span(seconds)}。下方没有的文档未检查。`,
  cut: (most) => `文档数量超过此页面一次所能接受的。将检查前 ${count(most)} 份；其余的请使用命令行。`,
  marked: (files) =>
    files === 1
      ? "有一个包含多份文档的文件以字节顺序标记开头。该标记已略去，不属于第一行：{files}"
      : `有 ${count(files)} 个包含多份文档的文件以字节顺序标记开头。该标记已略去，不属于它们的第一行：{files}`,

  stop: "停止",
  again: "全部重新检查",
  back: (documents) => `批量检查台上 ${count(documents)} 份文档之一。`,
  toDesk: "返回批量检查台",
  each: "逐份单独检查",
  eachAbout: "这些文档已相互比较。",
  folder: "打开文件夹",
  takes: "文件夹、ZIP 压缩包、每行一份文档的文件（.ndjson），以及一次八个以上的文件，会逐份检查。",

  show: "显示",
  all: "全部",
  status: { tool_error: "工具错误", not_read: "未读取" },
  trust: {
    trusted: "受信任",
    in_window: "在该时间内受信任",
    outside_window: "不适用于该时间",
    window_unproven: "时间未得证实",
    time_contradicted: "时间有矛盾",
    retired: "已停用",
    revoked: "已吊销",
    not_in_ring: "不在密钥环中",
    id_taken: "冒用另一密钥的名称",
  },
  totals: (parts) => parts.map(({ status, documents }) => `${status}：${count(documents)}`).join("，"),
  checking: (totals, done) =>
    totals === "" ? `已检查 ${count(done)} 份。` : `已检查 ${count(done)} 份。${totals}。`,
  toolErrors: "工具错误不说明文档的任何情况：出故障的是验证器，文档既非已验证，也非不成立。",
  stated: "Pith Number 和事件均为文档对自身的说法。",

  find: "在各行中查找",
  order: "顺序",
  descending: "倒序",
  columns: {
    index: "按到来顺序",
    status: "结论",
    file: "文件",
    number: "Pith Number",
    failed: "失败之处",
    key: "密钥",
    events: "事件",
  },
  table: "各份文档，每份一行。打开一行可看到完整报告。",
  none: "没有符合的行。",
  noKey: "没有成立的签名",
  moreKeys: (more) => `另有 ${count(more)} 个`,

  save: (lines, all) => (lines === all ? `保存 ${count(lines)} 行` : `保存显示的 ${count(lines)} 行`),
  saveAs: { csv: "保存为 CSV", json: "保存为 JSON", ndjson: "保存为 NDJSON" },
  saveAbout:
    "CSV 供查看之用：隐藏的字符已显示出来，电子表格会当作公式计算的内容前加了撇号。JSON 和 NDJSON 中的每个文本均为原样。",

  failure: {
    "file.unreadable": () => "浏览器无法读取此文件。它可能已被移动、更改或锁定，或者它不是文件。",
    "file.too_large": ({ bytes }) => `它超过了文档所允许的 ${size(bytes)}，因此未读取。`,
    "file.timeout": ({ seconds }) => `读取它用时超过 ${span(seconds)}。`,
    "file.proof": () => "这是时间戳证明，不是文档。请把它与所属的文档一起拖放进来。",
    "archive.unreadable": () => "这不是 ZIP 压缩包，或其目录已损坏。",
    "archive.damaged": () => "它已损坏：与压缩包目录所述不符。",
    "archive.encrypted": () => "它在压缩包中被加密。请先解压。",
    "archive.method": () => "它的压缩方式浏览器无法还原。请先解压。",
    "archive.nested": () => "它在压缩包之内，自身又含有文档。请先解压。",
    "tool.stopped": () => "验证器在检查它时停止了运行，已为其余文档重新启动。",
    "tool.timeout": ({ seconds }) => `检查它用时超过 ${span(seconds)}，已放弃。`,
    "tool.disagrees": () => "浏览器自带的 SHA-256 或 Ed25519 对它的判断与此验证器不一致。",
  },
};
