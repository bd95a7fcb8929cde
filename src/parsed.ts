/** A value, or what is wrong with the text it was read from, as a sentence without the final stop. */
export type Parsed<T> = { readonly value: T } | { readonly problem: string };
