import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A comment as GitHub has it. */
export interface FakeComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type?: 'Bot' | 'User' };
}

/** What is answered instead, as long as there is one in the list. */
export interface FakeFailure {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What there is at a path. */
interface Known {
  readonly status?: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * How another server differs: Gitea 1.26 knows no `per_page` and pages by 30, gives all comments at once, and no type of a
 * user. `tellsUser`: whether the token may read whose it is.
 */
export interface FakeServer {
  readonly kind: 'github' | 'gitea';
  readonly tellsUser: boolean;
}

/** GitHub's API for one repository, `octo/lake` by default: pull requests, and comments on them, in pages. */
export class FakeGitHub {
  readonly comments = new Map<number, FakeComment[]>();
  readonly pullRequests = new Map<number, 'open' | 'closed'>();
  readonly calls: string[] = [];
  failures: FakeFailure[] = [];
  /** Called with each call that comes in. */
  seen: (call: string) => void = () => undefined;
  /** Which calls are never answered. */
  leaves: (call: string) => boolean = () => false;
  private ids = 1;
  private readonly http = createServer((request, response) => void this.answer(request, response));

  constructor(
    private readonly repository = 'octo/lake',
    private readonly base = '',
    readonly login = 'github-actions[bot]',
    readonly server: FakeServer = { kind: 'github', tellsUser: false }
  ) {}

  async open(): Promise<this> {
    await new Promise<void>((ready) => this.http.listen(0, '127.0.0.1', ready));
    return this;
  }

  async close(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((closed) => this.http.close(closed));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}${this.base}`;
  }

  write(number: number, body: string, login = this.login): FakeComment {
    const type = login.endsWith('[bot]') ? ('Bot' as const) : ('User' as const);
    const user = this.server.kind === 'gitea' ? { login } : { login, type };
    const comment = { id: this.ids++, body, user };
    this.comments.set(number, [...(this.comments.get(number) ?? []), comment]);
    return comment;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { body = '' } = JSON.parse(text || '{}') as { body?: string };
    const url = new URL(request.url ?? '', 'http://github');
    const path = url.pathname.replace(this.base, '').replace(`/repos/${this.repository}`, '');
    const call = `${request.method} ${url.pathname}`;
    this.calls.push(call);
    this.seen(call);
    if (this.leaves(call)) return;
    const send = (status: number, data: unknown, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(data));
    };
    const failure = this.failures.shift();
    if (failure) return send(failure.status, { message: failure.message }, failure.headers);
    if (!request.headers.authorization) return send(401, { message: 'Requires authentication' });
    if (body.length > 65_536) return send(422, { message: 'body is too long' });
    const known = this.route(`${request.method} ${path}`, body, url);
    if (known === undefined) return send(404, { message: 'Not Found' });
    send(known.status ?? 200, known.data, known.headers);
  }

  private route(what: string, body: string, url: URL): Known | undefined {
    if (what === 'GET /user') {
      const scope = 'token does not have at least one of required scope(s), required=[read:user]';
      return this.server.tellsUser
        ? { data: { login: this.login } }
        : { status: 403, data: { message: scope } };
    }
    if (what === 'GET ') return { data: { full_name: this.repository } };
    const pull = this.pullRequests.get(Number(/^GET \/pulls\/(\d+)$/.exec(what)?.[1]));
    if (pull !== undefined) return { data: { state: pull } };
    if (what === 'GET /pulls') {
      const open = [...this.pullRequests].filter(([, state]) => state === url.searchParams.get('state'));
      return this.page(
        open.map(([number]) => ({ number })),
        url
      );
    }
    const [, method, number] = /^(GET|POST) \/issues\/(\d+)\/comments$/.exec(what) ?? [];
    if (method === 'POST') return { status: 201, data: this.write(Number(number), body) };
    const comments = this.comments.get(Number(number)) ?? [];
    if (method === 'GET') return this.server.kind === 'gitea' ? { data: comments } : this.page(comments, url);
    return this.change(what, body);
  }

  private change(what: string, body: string): Known | undefined {
    const [, method, id] = /^(PATCH|DELETE) \/issues\/comments\/(\d+)$/.exec(what) ?? [];
    const comment = [...this.comments.values()].flat().find((each) => each.id === Number(id));
    if (comment === undefined) return undefined;
    if (method === 'PATCH') {
      comment.body = body;
      return { data: comment };
    }
    for (const [key, list] of this.comments) {
      const rest = list.filter((each) => each !== comment);
      this.comments.set(key, rest);
    }
    return { status: 204, data: comment };
  }

  private page(list: readonly object[], url: URL): { data: unknown; headers: Record<string, string> } {
    const asked = url.searchParams.get(this.server.kind === 'gitea' ? 'limit' : 'per_page');
    const size = Number(asked ?? 30);
    const page = Number(url.searchParams.get('page') ?? 1);
    const next = new URL(`${this.url}${url.pathname.replace(this.base, '')}`);
    next.search = url.search;
    next.searchParams.set('page', String(page + 1));
    const more = list.length > page * size;
    return {
      data: list.slice((page - 1) * size, page * size),
      headers: more ? { link: `<${next.href}>; rel="next"` } : {}
    };
  }
}
