import type { Context } from './context.js';

const special = ['*', '?', '$'];

/** A piece of a pattern that stands for itself, or one of the wildcards. */
type Piece = { readonly literal: string } | { readonly wildcard: '*' | '?' };

/**
 * A text with its policy variables filled in (IAM User Guide, "IAM policy elements: Variables and tags"): `${key}`,
 * `${key, 'default'}`, and `${*}`, `${?}`, `${$}` for the characters themselves.
 * Nothing for a key that the request does not have.
 */
function piecesOf(text: string, context: Context | undefined): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const [token, variable] of text.matchAll(/\$\{([^}]*)\}|[^]/gu)) {
    if (variable !== undefined && context) {
      const literal = valueOf(variable, context);
      if (literal === undefined) return undefined;
      pieces.push({ literal });
    } else if (token === '*' || token === '?') pieces.push({ wildcard: token });
    else pieces.push({ literal: token });
  }
  return pieces;
}

function valueOf(variable: string, context: Context): string | undefined {
  const [, key = '', fallback] = /^\s*([^,]*?)\s*(?:,\s*'(.*)'\s*)?$/s.exec(variable) ?? [];
  if (special.includes(key)) return key;
  const values = context.get(key.toLowerCase());
  // A key of many values cannot stand in a text.
  return values?.length === 1 ? values[0] : fallback;
}

/**
 * Whether a text fits a pattern, `*` for any characters and `?` for one.
 * @param context fills in the policy variables; absent where a document has none (version 2008-10-17)
 */
export function fits(pattern: string, text: string, context?: Context, flags = ''): boolean {
  const pieces = piecesOf(pattern, context);
  if (!pieces) return false;
  const source = pieces.map((piece) => ('literal' in piece ? escape(piece.literal) : wild[piece.wildcard]));
  return new RegExp(`^${source.join('')}$`, `su${flags}`).test(text);
}

/** A text with its variables filled in, wildcards standing for themselves; nothing as in {@link fits}. */
export function filledIn(text: string, context?: Context): string | undefined {
  return piecesOf(text, context)
    ?.map((piece) => ('literal' in piece ? piece.literal : piece.wildcard))
    .join('');
}

const wild = { '*': '.*', '?': '.' } as const;

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
