/** The names of everything that an environment is made of. */
export interface Names {
  readonly tableBucket: string;
  readonly namespace: string;
  readonly table: string;
  readonly glueDatabase: string;
}

/** What an environment shares with others: nothing, or the table bucket, of which it has a namespace. */
export const ISOLATIONS = ['bucket', 'namespace'] as const;
export type Isolation = (typeof ISOLATIONS)[number];

/** What env, application and team may be: they become tags. */
export const LABEL = /^[\p{L}\p{N} _.:/=+@-]+$/u;
export const LABEL_MAX = 128;
/** `owner/name`, as GitHub has it; `.` and `..` are steps of a path. */
export const REPOSITORY = /^(?!\.\.?\/)[\w.-]{1,100}\/(?!\.\.?$)[\w.-]{1,100}$/;

/** One rule of a service: what a name must not be, and the sentence about it. */
interface Rule {
  readonly breaks: (name: string) => boolean;
  readonly says: string;
}

const RESERVED_PREFIXES = ['xn--', 'sthree-', 'amzn-s3-demo-', 'aws'];
const RESERVED_SUFFIXES = ['-s3alias', '--ol-s3', '--x-s3', '--table-s3'];

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-buckets-naming.html */
const TABLE_BUCKET_RULES: readonly Rule[] = [
  length(3, 63),
  rule((name) => /[^a-z0-9-]/.test(name), 'only lower-case letters, digits and hyphens are allowed'),
  rule((name) => /^-|-$/.test(name), 'it must begin and end with a letter or a digit'),
  ...RESERVED_PREFIXES.map((prefix) =>
    rule((name) => name.startsWith(prefix), `the prefix "${prefix}" is reserved by AWS`)
  ),
  ...RESERVED_SUFFIXES.map((suffix) =>
    rule((name) => name.endsWith(suffix), `the suffix "${suffix}" is reserved by AWS`)
  )
];

const TABLE_RULES: readonly Rule[] = [
  length(1, 255),
  rule((name) => /[^a-z0-9_]/.test(name), 'only lower-case letters, digits and underscores are allowed'),
  rule((name) => name.startsWith('_'), 'it must begin with a letter or a digit')
];

const NAMESPACE_RULES: readonly Rule[] = [
  ...TABLE_RULES,
  rule((name) => name.startsWith('aws'), 'the prefix "aws" is reserved by AWS')
];

const GLUE_DATABASE_RULES: readonly Rule[] = [
  length(1, 255),
  rule(
    (name) => /[^a-z0-9_-]/.test(name),
    'only lower-case letters, digits, underscores and hyphens are allowed'
  )
];

/** The rules of S3 Tables and Glue, by what they are for. */
const RULES = {
  tableBucket: TABLE_BUCKET_RULES,
  namespace: NAMESPACE_RULES,
  table: TABLE_RULES,
  glueDatabase: GLUE_DATABASE_RULES
} as const satisfies Record<keyof Names, readonly Rule[]>;

/** Every rule that a name breaks, as sentences; none: the name can be used. */
export function brokenRules(kind: keyof Names, name: string): string[] {
  return RULES[kind].filter((rule) => rule.breaks(name)).map((rule) => rule.says);
}

/**
 * The names that follow from env and application, as the proof of concept made them. In a table bucket that
 * environments share, only the namespace tells one from the other.
 */
export function derivedNames(env: string, application: string, isolation: Isolation): Names {
  const underscored = application.replaceAll('-', '_');
  return {
    tableBucket: `${env}-${application}`,
    namespace: isolation === 'namespace' ? `${env}_${application}`.replaceAll('-', '_') : underscored,
    table: underscored,
    glueDatabase: `${env}_${application}_db`.replaceAll('-', '_')
  };
}

/** A name near the given one that breaks no rule. */
export function suggestName(kind: keyof Names, name: string): string {
  const mark = kind === 'tableBucket' ? '-' : '_';
  const longest = kind === 'tableBucket' ? 63 : 255;
  const plain = trimmed(name.toLowerCase().replace(/[^a-z0-9]+/g, mark), mark);
  const begun = hasReservedPrefix(kind, plain) ? `my${mark}${plain}` : plain;
  const tidy = withoutReservedSuffix(trimmed(begun.slice(0, longest), mark), mark);
  return tidy.length < 3 ? `my${mark}${tidy || 'data'}` : tidy;
}

function hasReservedPrefix(kind: keyof Names, name: string): boolean {
  const reserves = kind === 'tableBucket' || kind === 'namespace';
  return reserves && RESERVED_PREFIXES.some((prefix) => name.startsWith(prefix));
}

/** All of them: what is in front of one may end in another. */
function withoutReservedSuffix(name: string, mark: string): string {
  const suffix = RESERVED_SUFFIXES.find((reserved) => name.endsWith(reserved));
  if (suffix === undefined) return name;
  return withoutReservedSuffix(trimmed(name.slice(0, -suffix.length), mark), mark);
}

function trimmed(name: string, mark: string): string {
  let from = 0;
  let to = name.length;
  while (name[from] === mark) from += 1;
  while (to > from && name[to - 1] === mark) to -= 1;
  return name.slice(from, to);
}

function rule(breaks: (name: string) => boolean, says: string): Rule {
  return { breaks, says };
}

function length(min: number, max: number): Rule {
  return rule(
    (name) => name.length < min || name.length > max,
    `it must have between ${min} and ${max} characters`
  );
}
