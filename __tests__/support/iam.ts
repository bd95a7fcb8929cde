import type { IamPort, IamRole, NewIamRole, RolePolicies } from '../../src/aws/ports.js';

/** A role, and its policies. */
interface FakeRole extends IamRole {
  /** Inline, by name. */
  readonly policies: Map<string, string>;
  readonly attached: string[];
}

/** IAM in memory. Every writing call is written down in `writes`. */
export class FakeIam implements IamPort {
  /** False, so that the tests need not make every role; Lake Formation then has the last word. */
  isReal = false;
  readonly roles = new Map<string, FakeRole>();
  readonly users = new Set<string>();

  constructor(
    private readonly writes: string[],
    private readonly accountId: string
  ) {}

  /** Makes a role as somebody else would. */
  add(path: string, trustPolicy = '{}'): FakeRole {
    const name = path.split('/').at(-1) ?? path;
    const arn = `arn:aws:iam::${this.accountId}:role/${path}`;
    const role: FakeRole = { name, arn, trustPolicy, policies: new Map(), attached: [] };
    this.roles.set(name, role);
    return role;
  }

  knowsEverybody(): Promise<boolean> {
    return Promise.resolve(this.isReal);
  }

  getRole(name: string): Promise<IamRole | undefined> {
    return Promise.resolve(this.roles.get(name));
  }

  hasUser(name: string): Promise<boolean> {
    return Promise.resolve(this.users.has(name));
  }

  listRoles(pathPrefix: string): Promise<readonly IamRole[]> {
    const below = [...this.roles.values()].filter(({ arn }) => arn.includes(`:role${pathPrefix}`));
    return Promise.resolve(below);
  }

  createRole({ name, trustPolicy }: NewIamRole): Promise<boolean> {
    this.writes.push(`createRole ${name}`);
    if (this.roles.has(name)) return Promise.resolve(false);
    this.add(name, trustPolicy);
    return Promise.resolve(true);
  }

  listRolePolicies(role: string): Promise<RolePolicies | undefined> {
    const found = this.roles.get(role);
    return Promise.resolve(found && { inline: [...found.policies.keys()], attached: found.attached });
  }

  getRolePolicy(role: string, policy: string): Promise<string | undefined> {
    return Promise.resolve(this.roles.get(role)?.policies.get(policy));
  }

  putRolePolicy(role: string, policy: string, document: string): Promise<void> {
    this.writes.push(`putRolePolicy ${role} ${policy}`);
    this.roles.get(role)?.policies.set(policy, document);
    return Promise.resolve();
  }
}
