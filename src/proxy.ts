import { ActionError } from './errors.js';

type Env = Readonly<Record<string, string | undefined>>;

/** Through what the calls go, as the variables of the step say. */
export interface ProxySettings {
  /** `http://user:password@host:port`, for calls by HTTPS; absent: directly. */
  readonly https?: string | undefined;
  /** The same for calls by plain HTTP. */
  readonly http?: string | undefined;
  /** Hosts that are reached directly, each alone and with a dot before it for everything below it. */
  readonly direct: readonly string[];
}

/**
 * Reads the proxy variables, once and the same way for AWS and GitHub: lower case goes before upper case; blanks and
 * one pair of quotes around a value are taken off; `host:port` is `http://host:port`. In `NO_PROXY` a name covers
 * what is below it, as curl, Python and Go have it; `*.name` and `.name` are the same. Throws `PROXY_INVALID`, with the
 * variable's name and nothing of its value, which may hold a password.
 */
export function proxySettings(env: Env): ProxySettings {
  const [noName, no] = valueOf(env, 'no_proxy');
  return {
    https: proxyOf(...valueOf(env, 'https_proxy')),
    http: proxyOf(...valueOf(env, 'http_proxy')),
    direct: noName === '' ? [] : no.split(/[\s,]+/).flatMap(directHosts)
  };
}

/**
 * The same as variables, for what reads them by itself. Both spellings of each, so that it does not matter which is
 * looked at.
 */
export function proxyVariables(env: Env): Record<string, string> {
  const { https, http, direct } = proxySettings(env);
  const values = { https_proxy: https, http_proxy: http, no_proxy: direct.join(',') || undefined };
  const entries = Object.entries(values).flatMap(([name, value = '']) => [
    [name, value] as const,
    [name.toUpperCase(), value] as const
  ]);
  return Object.fromEntries(entries.filter(([name, value]) => value !== '' || env[name] !== undefined));
}

/** `host:port` of a proxy, without the password. */
export function shownProxy(proxy: string): string {
  return new URL(proxy).host;
}

/** The variable that is set, and what it holds. */
function valueOf(env: Env, name: string): readonly [name: string, value: string] {
  const set = [name, name.toUpperCase()].find((each) => bare(env[each] ?? '') !== '');
  return set === undefined ? ['', ''] : [set, bare(env[set] ?? '')];
}

function bare(value: string): string {
  const text = value.trim();
  return (/^(["'])(.*)\1$/s.exec(text)?.[2] ?? text).trim();
}

function proxyOf(name: string, value: string): string | undefined {
  if (value === '') return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1]?.toLowerCase() ?? 'http';
  if (!['http', 'https'].includes(scheme)) {
    throw unusable(
      name,
      `names a proxy of the kind ${scheme}://, and only http:// and https:// are supported`
    );
  }
  if (/\s/.test(value)) throw unusable(name, 'has a blank or a line break in it');
  const url = urlOf(value.includes('://') ? value : `http://${value.replace(/^\/\//, '')}`);
  if (url !== undefined && url.hostname !== '' && isBareAddress(url)) return url.href;
  throw unusable(name, 'is not of the form http://host:port, with user:password@ before the host if need be');
}

/** What follows the address would not be used, so it is a sign that something else was meant. */
function isBareAddress({ pathname, search, hash }: URL): boolean {
  return pathname === '/' && search === '' && hash === '';
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function directHosts(entry: string): string[] {
  const name = bare(entry)
    .replace(/^\*?\./, '')
    .toLowerCase();
  if (name === '' || name === '*') return name === '' ? [] : ['*'];
  return [name, `.${name}`];
}

function unusable(name: string, how: string): ActionError {
  return new ActionError('PROXY_INVALID', {
    found: `${name} ${how}. Its value is not shown, since it may hold a password.`,
    todo: `Give ${name} as http://host:port (special characters of a password percent-encoded), or unset it for this step.`
  });
}
