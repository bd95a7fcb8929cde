import { describe, expect, test } from '@jest/globals';
import { whyNotAskable } from '../../src/github/refusal.js';

const SOUND = { token: 'ghs_x', repository: 'octo/lake', apiUrl: 'https://ghes.example.com/api/v3' };

describe('GitHub is not asked at all', () => {
  test.each([
    [{ token: '' }, 'GITHUB_DENIED', 'github-token is empty'],
    [{ token: 'ghp_one\nghp_two' }, 'GITHUB_DENIED', 'a line break'],
    [{ token: 'ghp one' }, 'GITHUB_DENIED', 'a blank'],
    [{ token: '“ghp_one”' }, 'GITHUB_DENIED', 'another character'],
    [{ repository: '' }, 'GITHUB_DENIED', 'GITHUB_REPOSITORY is not set'],
    [{ apiUrl: 'nonsense' }, 'GITHUB_UNREACHABLE', 'nonsense'],
    [{ apiUrl: 'ftp://x' }, 'GITHUB_UNREACHABLE', 'GITHUB_API_URL'],
    [{ apiUrl: 'a\n::error::b' }, 'GITHUB_UNREACHABLE', 'a ::error::b']
  ])('with %j', (odd, code, says) => {
    const refusal = whyNotAskable({ ...SOUND, ...odd }, 'look');
    expect(refusal).toMatchObject({ code, doing: 'look', found: expect.stringContaining(says) });
    expect(refusal?.message).not.toContain('ghp_');
  });

  test('and is where nothing is odd', () => {
    expect(whyNotAskable(SOUND, 'look')).toBeUndefined();
    expect(whyNotAskable({ ...SOUND, apiUrl: 'http://gitea:3000/api/v1' }, 'look')).toBeUndefined();
  });
});
