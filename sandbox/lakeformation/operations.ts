import type * as v from 'valibot';
import type { Region } from '../account.js';
import { readInput } from '../input/constraints.js';
import { pageOf } from '../input/page.js';
import type { Caller } from '../service.js';
import { checkCatalogId } from './catalog-id.js';
import { changeBatch, changePermissions, type Direction } from './changes.js';
import { listPermissions } from './list.js';
import { inputs } from './model.js';
import { invalidInput } from './refusals.js';
import {
  deregisterResource,
  meets,
  registered,
  registerResource,
  resourceInfo,
  updateResource
} from './registered.js';
import { putSettings } from './settings.js';

/** What an operation of Lake Formation works on. */
export interface LakeFormationCall {
  readonly region: Region;
  readonly caller: Caller;
  readonly members: Readonly<Record<string, unknown>>;
}

type Handler = (call: LakeFormationCall) => object;
type Inputs = typeof inputs;

const done = {};

/** Lake Formation's operations by name; each gives the body of its answer. */
export const operations: Readonly<Record<string, Handler>> = {
  GetDataLakeSettings: ({ region, members }) => {
    checkCatalogId(region.account, read('GetDataLakeSettings', members).CatalogId);
    return { DataLakeSettings: region.lakeFormation.settings };
  },
  PutDataLakeSettings: ({ region, members }) => {
    const { CatalogId, DataLakeSettings } = read('PutDataLakeSettings', members);
    checkCatalogId(region.account, CatalogId);
    putSettings(region, DataLakeSettings);
    return done;
  },
  GrantPermissions: single('grant'),
  RevokePermissions: single('revoke'),
  BatchGrantPermissions: batch('grant'),
  BatchRevokePermissions: batch('revoke'),
  ListPermissions: ({ region, caller, members }) => {
    const input = read('ListPermissions', members);
    checkCatalogId(region.account, input.CatalogId);
    return listPermissions(region, caller, input);
  },
  RegisterResource: ({ region, caller, members }) => {
    registerResource(region, caller, read('RegisterResource', members));
    return done;
  },
  DescribeResource: ({ region, members }) => ({
    ResourceInfo: resourceInfo(registered(region, read('Resource', members).ResourceArn))
  }),
  UpdateResource: ({ region, members }) => {
    updateResource(region, read('UpdateResource', members));
    return done;
  },
  DeregisterResource: ({ region, members }) => {
    deregisterResource(region, read('Resource', members).ResourceArn);
    return done;
  },
  ListResources: ({ region, members }) => {
    const input = read('ListResources', members);
    const { FilterConditionList = [], MaxResults: size, NextToken: token } = input;
    const found = [...region.lakeFormation.resources.values()].filter((resource) =>
      FilterConditionList.every((condition) => meets(resource, condition))
    );
    const { items, next } = pageOf(
      found,
      ({ arn }) => arn,
      { size, token },
      invalidInput('Invalid NextToken.')
    );
    return { ResourceInfoList: items.map(resourceInfo), NextToken: next };
  },
  GetDataLakePrincipal: ({ caller }) => ({ Identity: caller.arn })
};

function single(direction: Direction): Handler {
  return ({ region, caller, members }) => {
    const input = read('Change', members);
    checkCatalogId(region.account, input.CatalogId);
    changePermissions(region, caller, direction, input);
    return done;
  };
}

function batch(direction: Direction): Handler {
  return ({ region, caller, members }) => {
    const { CatalogId, Entries } = read('Batch', members);
    checkCatalogId(region.account, CatalogId);
    return { Failures: changeBatch(region, caller, direction, Entries) };
  };
}

function read<K extends keyof Inputs>(name: K, members: unknown): v.InferOutput<Inputs[K]> {
  return readInput(inputs[name], members, 'InvalidInputException');
}
