/** Percent-decodes to bytes. Never throws: a `%` that starts no escape stands for itself. */
export function percentDecode(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1').toString('latin1');
  const plain = bytes.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16))
  );
  return Buffer.from(plain, 'latin1');
}

/** Percent-encodes as SigV4 wants it: every byte but `A-Z a-z 0-9 - . _ ~`, in upper-case hex. */
export function uriEncode(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(
      /[^A-Za-z0-9\-._~]/g,
      (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
    );
}

/** The pairs of a raw query string, decoded, in their order; `+` is a space. */
export function queryPairs(queryText: string): [Buffer, Buffer][] {
  return queryText
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const cut = pair.indexOf('=');
      const [name, value] = cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
      return [percentDecode(name.replace(/\+/g, ' ')), percentDecode(value.replace(/\+/g, ' '))];
    });
}
