import { parseArgs } from 'node:util';
import { enforceNames } from './authorization/index.js';
import { partitionOf, partitions } from './sigv4/regions.js';
import { homeRegion, startSandbox, type SandboxOptions } from './server.js';

/** A command line that cannot be followed; the message says why. */
class BadOption extends Error {}

const anHour = 3_600_000;

function readOptions(args: string[]): SandboxOptions {
  const { values } = parseCommandLine(args);
  const { account } = values;
  if (!/^\d{12}$/.test(account)) throw new BadOption(`--account takes 12 digits, not '${account}'.`);
  return {
    port: wholeNumber('--port', values.port, 65_535),
    account,
    region: regionIn(values),
    latency: wholeNumber('--latency', values.latency, anHour),
    enforce: oneOf('--enforce', values.enforce, enforceNames),
    principals: oneOf('--principals', values.principals, ['any', 'iam']),
    iamDelay: wholeNumber('--iam-delay', values['iam-delay'], anHour),
    quotas: oneOf('--quotas', values.quotas, ['aws', 'none']),
    transition: wholeNumber('--transition', values.transition, anHour),
    pageToken: oneOf('--page-token', values['page-token'], ['both', 'spec', 'aws']),
    lakeFormationDelay: wholeNumber('--lake-formation-delay', values['lake-formation-delay'], anHour)
  };
}

/** `parseArgs` with its TypeErrors made into ours. */
function parseCommandLine(args: string[]): ReturnType<typeof parseOptions> {
  try {
    return parseOptions(args);
  } catch (error) {
    if (error instanceof TypeError) throw new BadOption(error.message);
    throw error;
  }
}

function parseOptions(args: string[]) {
  return parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4566' },
      account: { type: 'string', default: '123456789012' },
      region: { type: 'string' },
      partition: { type: 'string' },
      latency: { type: 'string', default: '0' },
      enforce: { type: 'string', default: 'none' },
      principals: { type: 'string', default: 'any' },
      'iam-delay': { type: 'string', default: '0' },
      quotas: { type: 'string', default: 'aws' },
      transition: { type: 'string', default: '0' },
      'page-token': { type: 'string', default: 'both' },
      'lake-formation-delay': { type: 'string', default: '0' }
    }
  });
}

function regionIn(given: { readonly region?: string; readonly partition?: string }): string {
  const { region = 'us-east-1', partition } = given;
  if (partition !== undefined)
    oneOf(
      '--partition',
      partition,
      partitions.map(({ name }) => name)
    );
  if (given.region !== undefined && !partitionOf(region)) {
    throw new BadOption(`--region takes a region of AWS, such as us-east-1, not '${region}'.`);
  }
  try {
    return homeRegion(given);
  } catch (error) {
    if (error instanceof RangeError) throw new BadOption(error.message);
    throw error;
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  if (/^\d+$/.test(text) && Number(text) <= most) return Number(text);
  throw new BadOption(`${option} takes a whole number from 0 to ${most}, not '${text}'.`);
}

function oneOf<T extends string>(option: string, value: string, words: readonly T[]): T {
  const word = words.find((one) => one === value);
  if (word !== undefined) return word;
  throw new BadOption(`${option} takes one of ${words.join(', ')}, not '${value}'.`);
}

async function main(): Promise<void> {
  const log = (line: string): void => void process.stderr.write(`sandbox: ${line}\n`);
  const sandbox = await startSandbox({ ...readOptions(process.argv.slice(2)), log });
  process.stdout.write(`sandbox listening on ${sandbox.url}\n`);
  const stop = (): void => void sandbox.close().then(() => process.exit(0));
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

try {
  await main();
} catch (error) {
  const said = error instanceof BadOption || (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
  process.stderr.write(`sandbox: ${said ? (error as Error).message : String((error as Error).stack)}\n`);
  process.exit(1);
}
