const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8 bytes, a byte order mark included. Throws an `Error` for bytes that are none. */
export function utf8Text(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
