import { describe, expect, test } from '@jest/globals';
import type { ActionError } from '../src/errors.js';
import { proxySettings, proxyVariables, shownProxy } from '../src/proxy.js';

const https = (value: string): string | undefined => proxySettings({ HTTPS_PROXY: value }).https;

describe('a proxy', () => {
  test.each([
    ['http://proxy.corp:3128', 'http://proxy.corp:3128/'],
    ['proxy.corp:3128', 'http://proxy.corp:3128/'],
    ['//proxy.corp:3128', 'http://proxy.corp:3128/'],
    ['  proxy.corp:3128\n', 'http://proxy.corp:3128/'],
    ['"http://proxy.corp:3128"', 'http://proxy.corp:3128/'],
    ["'proxy.corp:3128'", 'http://proxy.corp:3128/'],
    ['HTTPS://proxy.corp:8443/', 'https://proxy.corp:8443/'],
    ['http://user:p%40ss@proxy.corp:3128', 'http://user:p%40ss@proxy.corp:3128/'],
    ['user:pass@proxy.corp:3128', 'http://user:pass@proxy.corp:3128/'],
    ['10.0.0.1:8080', 'http://10.0.0.1:8080/'],
    ['[::1]:8080', 'http://[::1]:8080/'],
    ['proxy', 'http://proxy/']
  ])('%j', (value, proxy) => {
    expect(https(value)).toBe(proxy);
  });

  test.each(['', ' ', '""', '\t\n'])('%j is none', (value) => {
    expect(https(value)).toBeUndefined();
  });

  test('in lower case goes before upper case, an empty one before nothing', () => {
    expect(proxySettings({ https_proxy: 'a:1', HTTPS_PROXY: 'b:2' }).https).toBe('http://a:1/');
    expect(proxySettings({ https_proxy: '', HTTPS_PROXY: 'b:2' }).https).toBe('http://b:2/');
  });

  test('is shown without user and password', () => {
    expect(shownProxy('http://user:secret@proxy.corp:3128/')).toBe('proxy.corp:3128');
  });
});

describe('what cannot be a proxy is told by its variable, without its value', () => {
  test.each([
    ['socks5://hunter2:1080', 'socks5://'],
    ['socks5h://hunter2:1080', 'socks5h://'],
    ['ftp://hunter2', 'ftp://'],
    ['http://hunter2 :3128', 'blank'],
    ['hunter2:3128 other:3128', 'blank'],
    ['http://u:hunter2#@proxy:3128', 'http://host:port'],
    ['http:/hunter2:3128', 'http://host:port'],
    ['hunter2:port', 'http://host:port'],
    ['hunter2:99999', 'http://host:port'],
    ['http://', 'http://host:port'],
    ['http://proxy:3128/hunter2.pac', 'http://host:port']
  ])('%j', (value, says) => {
    for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY']) {
      let error: unknown;
      try {
        proxySettings({ [name]: value });
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toMatchObject({ code: 'PROXY_INVALID' });
      expect((error as ActionError).message).toContain(name);
      expect((error as ActionError).message).toContain(says);
      expect((error as ActionError).message).not.toContain('hunter2');
    }
  });
});

describe('what is reached directly', () => {
  test.each([
    ['amazonaws.com', ['amazonaws.com', '.amazonaws.com']],
    ['.amazonaws.com', ['amazonaws.com', '.amazonaws.com']],
    ['*.AmazonAWS.com', ['amazonaws.com', '.amazonaws.com']],
    ['"a.b, c.d"', ['a.b', '.a.b', 'c.d', '.c.d']],
    ['a.b c.d', ['a.b', '.a.b', 'c.d', '.c.d']],
    ['a:8443', ['a:8443', '.a:8443']],
    ['*', ['*']],
    [' , ,', []],
    ['', []]
  ])('%j', (value, direct) => {
    expect(proxySettings({ NO_PROXY: value }).direct).toEqual(direct);
  });
});

test('the same as variables, in both spellings; what is set and means nothing is emptied', () => {
  expect(proxyVariables({ HTTPS_PROXY: '"p:1"', no_proxy: 'a', HTTP_PROXY: ' ' })).toEqual({
    HTTPS_PROXY: 'http://p:1/',
    https_proxy: 'http://p:1/',
    NO_PROXY: 'a,.a',
    no_proxy: 'a,.a',
    HTTP_PROXY: ''
  });
  expect(proxyVariables({})).toEqual({});
});
