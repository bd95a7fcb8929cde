import type { ActionsMetadataProvider, ValidationConfig } from '@actions/languageservice/validate';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';

import { parse } from 'yaml';

/** One thing that GitHub's language service finds wrong: `12: …` */
export type Finding = string;

interface Service {
  readonly validate: (document: unknown, config: ValidationConfig) => Promise<Diagnostic[]>;
  readonly validateAction: (document: unknown, config: ValidationConfig) => Promise<Diagnostic[]>;
  readonly documentOf: (uri: string, text: string) => unknown;
}

interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number } };
}

const SOURCE = `
export { validate } from '@actions/languageservice/validate';
export { validateAction } from '@actions/languageservice/validate-action';
import { TextDocument } from 'vscode-languageserver-textdocument';
export const documentOf = (uri, text) => TextDocument.create(uri, 'yaml', 1, text);
`;

/** The inputs that the examples give to other people's actions; any other one is a finding. */
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'aws-actions/configure-aws-credentials': ['role-to-assume', 'aws-region'],
  'actions/upload-artifact': ['name', 'path'],
  'actions/download-artifact': ['name', 'path']
};

/** GitHub's language service, in one file: it imports JSON in a way that Node does not take. */
async function load(): Promise<Service> {
  const outfile = resolve(join('.cache', 'language-service.cjs'));
  await build({
    stdin: { contents: SOURCE, resolveDir: process.cwd() },
    ...{ outfile, bundle: true, format: 'cjs', platform: 'node', logLevel: 'error' }
  });
  return createRequire(import.meta.url)(outfile) as Service;
}

const actions: ActionsMetadataProvider = {
  fetchActionMetadata: ({ owner, name }) => {
    if (`${owner}/${name}` === 'your-org/iceberg-environment')
      return Promise.resolve(parse(ownAction()) as never);
    const known = OTHERS[`${owner}/${name}`];
    if (known === undefined) return Promise.resolve(undefined);
    const inputs = Object.fromEntries(known.map((input) => [input, { description: input }]));
    return Promise.resolve({ name, description: name, inputs });
  }
};

/** A reusable workflow lies beside its caller. */
const files: NonNullable<ValidationConfig['fileProvider']> = {
  getFileContent: (reference) => {
    const path = 'path' in reference ? reference.path : '';
    const content = readFileSync(join('examples', basename(path)), 'utf8');
    return Promise.resolve({ name: path, content });
  }
};

/** This repository's `action.yml`. */
export function ownAction(): string {
  return readFileSync('action.yml', 'utf8');
}

let service: Promise<Service> | undefined;
/** The service keeps what it has read, by address. */
let documents = 0;

/** What GitHub's language service says of a workflow; none: nothing. */
export async function lintWorkflow(text: string): Promise<Finding[]> {
  const { validate, documentOf } = await (service ??= load());
  const document = documentOf(`file:///repo/.github/workflows/${(documents += 1)}.yml`, text);
  return (await validate(document, { actionsMetadataProvider: actions, fileProvider: files })).map(lineOf);
}

/** What GitHub's language service says of an `action.yml`. */
export async function lintAction(text: string): Promise<Finding[]> {
  const { validateAction, documentOf } = await (service ??= load());
  return (await validateAction(documentOf(`file:///repo/${(documents += 1)}/action.yml`, text), {})).map(
    lineOf
  );
}

function lineOf({ message, range }: Diagnostic): Finding {
  return `${range.start.line + 1}: ${message}`;
}
