import type { Catalogue } from "../catalogue.ts";
import { count } from "./counted.ts";

export const share: Catalogue["share"] = {
  make: "生成此文档的链接",
  about: (most) => `整个文档就在地址之中，供您要给的人使用；最多 ${count(most)} 个字符`,
  link: "链接",
  copy: "复制链接",
  whoever: "谁有此链接，谁就有此文档。",
  made: (characters) =>
    `它有 ${count(characters)} 个字符。文档位于 # 之后，浏览器不会把这一部分发送给任何服务器；您用来发送链接的程序则能看到它。`,
  withName: "文件名也随之带上：{name}",
  verdictNot: "其中不含结论：打开它的人会用自己的密钥重新检查文档。",
  tooLarge: (characters, most) =>
    `太大，无法做成链接：它将有 ${count(characters)} 个字符，而上限是 ${count(most)} 个，所有常用程序都能传递这样的长度。请改为发送文件。`,
  farTooLarge: (bytes, most) =>
    `太大，无法做成链接：文档有 ${count(bytes)} 个字节，而上限是 ${count(most)} 个。请改为发送文件。`,
  noUtf8: "此文本中有半个字符（未成对的代理项），因此不构成链接所能携带的字节。",
  failed: (problem) => `无法生成链接（${problem}）。`,
  fromLink: "此文档就在链接之中：不曾为它询问任何人，并在此处作了检查。",
  called: "链接称它为 {name}",
  fault: {
    version: "此页面不认识这种形式的链接。此页面的较新版本也许认识。",
    encoding: "链接已损坏：其中有不该出现的字符。请重新完整复制。",
    damaged: "链接已损坏：它被截断了，或其中有内容被更改或添加。请重新完整复制。",
    tooLong: (characters, most) =>
      `链接比此页面所生成的任何链接都长：# 之后有 ${count(characters)} 个字符，最多读取 ${count(most)} 个。`,
    tooLarge: (most) => `链接中的内容展开后超过 ${count(most)} 个字节，未读取。`,
  },
  print: "打印",
  printAbout: "此页面，其中审稿人存档所需的内容全部展开",
};
