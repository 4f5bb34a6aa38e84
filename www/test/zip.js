// Writes ZIP archives, also such as no honest program would.
import { crc32, deflateRawSync } from "node:zlib";

const UTF8 = 0x0800;
export const ENCRYPTED = 0x0001;

/**
 * An archive.
 *
 * @param {{name: string, bytes: Buffer, stored?: boolean, method?: number, flags?: number, size?: number,
 *   checksum?: number, packed?: Buffer, at?: number}[]} members What stands in it. By `size` and `checksum` it states
 *   something else than is there, `packed` stands there in place of what `bytes` gives, and `at` is the place of
 *   another member that this one claims for itself.
 */
export function zip(members) {
  const parts = [];
  const contents = [];
  let at = 0;
  for (const member of members) {
    const { name, bytes, stored = false, flags = 0 } = member;
    const packed = member.packed ?? (stored ? bytes : deflateRawSync(bytes));
    const title = Buffer.from(name, "utf8");
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(UTF8 | flags, 2);
    header.writeUInt16LE(member.method ?? (stored ? 0 : 8), 4);
    header.writeUInt16LE(0x21, 8);
    header.writeUInt32LE(member.checksum ?? crc32(bytes), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(member.size ?? bytes.length, 18);
    header.writeUInt16LE(title.length, 22);
    const place = member.at ?? at;
    if (member.at === undefined) {
      const local = [Buffer.from("PK\x03\x04", "latin1"), header, title, packed];
      parts.push(...local);
      at += local.reduce((length, part) => length + part.length, 0);
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(place, 10);
    contents.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), header, rest, title);
  }
  const list = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(members.length & 0xffff, 8);
  end.writeUInt16LE(members.length & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}
