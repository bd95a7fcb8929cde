const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;'
};

/** The text as XML character data; characters that XML 1.0 cannot hold become the replacement character. */
export function escapeXml(text: string): string {
  return (
    text
      .replace(/[&<>"'\r]/g, (character) => entities[character] ?? character)
      // eslint-disable-next-line no-control-regex -- these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  );
}

/** One element per member, in the order given; members that are `undefined` are left out. */
export function xmlElements(members: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
    .join('');
}
