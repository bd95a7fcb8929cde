import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Another build than the one that is checked in can be tried. */
const DIST = process.env.ACTION_DIST || join(ROOT, 'dist');

/** One step of a job that uses the action. */
export interface ActionStep {
  /** The `with:` of the step. */
  readonly with: Readonly<Record<string, string>>;
  /** The `env:` of the job: credentials, endpoint, GitHub's variables. */
  readonly env: Readonly<Record<string, string>>;
  /** The event's payload. */
  readonly event?: unknown;
  /** The Node that runs it. Default: this one. */
  readonly node?: string;
  /** Runs the process otherwise than as a child of its own. */
  readonly perform?: (run: ActionProcess) => Promise<ProcessResult>;
  /** Called with the running process, for tests that send signals. */
  readonly started?: (pid: number) => void;
}

/** The process of a step. */
export interface ActionProcess {
  /** The built action. */
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What is left of a process. */
export interface ProcessResult {
  readonly exitCode: number | null;
  readonly log: string;
}

/** What the runner has of a step when it is over. */
export interface StepResult {
  readonly exitCode: number | null;
  /** Everything that was printed, workflow commands included. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  /** What is exported to the environment of later steps. */
  readonly exported: Readonly<Record<string, string>>;
  /** Markdown. */
  readonly summary: string;
}

interface ActionMetadata {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
}

/**
 * Runs the built action as GitHub's runner does: a child process with `INPUT_*` variables (defaults of
 * `action.yml` filled in, hyphens kept) and the `GITHUB_*` files; nothing of this process's own environment but
 * the path.
 */
export async function runAction(step: ActionStep): Promise<StepResult> {
  const folder = await mkdtemp(join(tmpdir(), 'runner-'));
  try {
    const files = await runnerFiles(folder, step.event ?? {});
    const env = {
      PATH: process.env.PATH ?? '',
      HOME: folder,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: folder,
      RUNNER_TEMP: tmpdir(),
      AWS_EC2_METADATA_DISABLED: 'true',
      ...files,
      ...(await inputVariables(step.with)),
      ...step.env
    };
    const script = join(DIST, 'index.js');
    const { exitCode, log } = await (step.perform?.({ script, env }) ?? runProcess(step, { script, env }));
    const [outputs, exported, summary] = await Promise.all([
      readCommands(files.GITHUB_OUTPUT),
      readCommands(files.GITHUB_ENV),
      readFile(files.GITHUB_STEP_SUMMARY, 'utf8')
    ]);
    return { exitCode, log, outputs, exported, summary };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runnerFiles(folder: string, event: unknown): Promise<Record<FileVariable, string>> {
  const entries = FILE_VARIABLES.map((name) => [name, join(folder, name.toLowerCase())] as const);
  for (const [name, path] of entries) {
    await writeFile(path, name === 'GITHUB_EVENT_PATH' ? JSON.stringify(event) : '');
  }
  return Object.fromEntries(entries) as Record<FileVariable, string>;
}

const FILE_VARIABLES = [
  'GITHUB_OUTPUT',
  'GITHUB_ENV',
  'GITHUB_STATE',
  'GITHUB_PATH',
  'GITHUB_STEP_SUMMARY',
  'GITHUB_EVENT_PATH'
] as const;
type FileVariable = (typeof FILE_VARIABLES)[number];

/** GitHub fills expressions in; here there is nothing to fill in. */
function literal(text = ''): string {
  return text.startsWith('${{') ? '' : text;
}

async function inputVariables(given: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const metadata = parse(await readFile(join(ROOT, 'action.yml'), 'utf8')) as ActionMetadata;
  const defaults = Object.entries(metadata.inputs).map(([name, input]) => [name, literal(input.default)]);
  const values = { ...Object.fromEntries(defaults), ...given } as Record<string, string>;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value])
  );
}

function runProcess(step: ActionStep, { script, env }: ActionProcess): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(step.node ?? process.execPath, [script], { env });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, log: Buffer.concat(chunks).toString('utf8') }));
    if (child.pid !== undefined) step.started?.(child.pid);
  });
}

/** Reads `name<<delimiter` blocks. */
async function readCommands(path: string): Promise<Record<string, string>> {
  const blocks = /^([^\n]+?)<<([^\n]+)\n([\s\S]*?)\n?^\2$/gm;
  const text = await readFile(path, 'utf8');
  const entries = [...text.matchAll(blocks)].map(([, name = '', , value = '']) => [name, value] as const);
  return Object.fromEntries(entries);
}
