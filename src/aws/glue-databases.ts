import type { CreateDatabaseRequest, Database, Glue } from '@aws-sdk/client-glue';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { rewrite } from '../rewrite.js';
import { allPages, garbledAnswer, listIn, required, someTags, tagsIn } from './answer.js';
import type { Call } from './call.js';
import type { GlueDatabase, GluePort, NewGlueDatabase } from './ports.js';
import { NEW_ADMINISTRATOR } from './retry-rules.js';
import type { Service } from './service.js';
import { isJsonObject, type JsonObject, keepJson, sendJson } from './wire.js';

type Databases = Pick<
  GluePort,
  'listDatabases' | 'getDatabase' | 'createDatabase' | 'addParameters' | 'deleteDatabase'
>;
type GlueTags = Pick<GluePort, 'getTags' | 'addTags'>;

/** The most that Glue gives at once (GetDatabases, `MaxResults`). */
const PAGE = 100;

const call = (action: string, doing: string, resource?: string): Call => ({
  operation: `glue:${action}`,
  doing,
  resource
});

/** The calls of Glue to the databases of the account's default catalog. `single`: never repeats by itself. */
export function makeDatabases(service: Service<Glue>, single: Service<Glue>): Databases {
  return {
    listDatabases(context) {
      const list = call('GetDatabases', 'list the Glue databases');
      return allPages(list, (NextToken) =>
        service.ask(context, list, async (glue, options) => {
          const answer = await glue.getDatabases({ NextToken, MaxResults: PAGE }, options);
          const databases = listIn(answer.DatabaseList, 'DatabaseList', list);
          return {
            items: databases.map((database) => asDatabase(database, required(database.Name, 'Name', list))),
            next: answer.NextToken
          };
        })
      );
    },
    async getDatabase(name, context) {
      const database = await readDatabase(service, name, context);
      return (
        database && asDatabase({ ...database, Parameters: database.Parameters ?? {} }, database.Name ?? name)
      );
    },
    createDatabase(database, retryDenied, context) {
      const create = call('CreateDatabase', `create the Glue database ${database.name}`);
      const retry = retryDenied ? [NEW_ADMINISTRATOR] : [];
      return service.create(context, { ...create, retry }, (glue, options) =>
        glue.createDatabase(requestFor(database), options)
      );
    },
    addParameters: (name, parameters, context) =>
      addParameters({ service, single }, { name, parameters }, context),
    deleteDatabase(name, context) {
      const remove: Call = { ...call('DeleteDatabase', `delete the Glue database ${name}`), once: true };
      return single.remove(context, remove, (glue, options) => glue.deleteDatabase({ Name: name }, options));
    }
  };
}

/**
 * Glue replaces a database as a whole, so that it is read first, and again before each repetition. Throws `VANISHED`
 * where there is none.
 */
function addParameters(
  { service, single }: Readonly<Record<'service' | 'single', Service<Glue>>>,
  { name, parameters }: Pick<NewGlueDatabase, 'name' | 'parameters'>,
  context: Context
): Promise<void> {
  const update: Call = { ...call('UpdateDatabase', `mark the Glue database ${name}`), once: true };
  return rewrite(context, {
    what: update.doing,
    read: () => readDatabase(service, name, context),
    write: async (database) => {
      if (database === undefined) throw new ActionError('VANISHED', { doing: update.doing });
      const DatabaseInput = inputOf(database, parameters);
      await single
        .ask(context, update, async (glue, options) => {
          const { UpdateDatabaseCommand } = await import('@aws-sdk/client-glue');
          const command = new UpdateDatabaseCommand({ Name: name, DatabaseInput: { Name: name } });
          sendJson(command, { Name: name, DatabaseInput });
          await glue.send(command, options);
        })
        .catch((thrown: unknown) => {
          throw namingUnknown(thrown, DatabaseInput);
        });
    }
  });
}

/** The calls of Glue to the tags of its resources. */
export function makeGlueTags(service: Service<Glue>): GlueTags {
  return {
    getTags(ResourceArn, context) {
      const read = call('GetTags', `read the tags of ${ResourceArn}`, ResourceArn);
      return service.find(context, read, async (glue, options) => {
        const { GetTagsCommand } = await import('@aws-sdk/client-glue');
        const command = new GetTagsCommand({ ResourceArn });
        const json = keepJson(command, read);
        await glue.send(command, options);
        return tagsIn(json(), read);
      });
    },
    async addTags(ResourceArn, tags, context) {
      if (Object.keys(tags).length === 0) return;
      const write = call('TagResource', `tag ${ResourceArn}`, ResourceArn);
      await service.ask(context, write, (glue, options) =>
        glue.tagResource({ ResourceArn, TagsToAdd: { ...tags } }, options)
      );
    }
  };
}

function asDatabase({ Description, Parameters }: Database, name: string): GlueDatabase {
  return { name, description: Description, parameters: Parameters ?? {} };
}

/** A database as the JSON that Glue gave, of which the SDK would drop what its model does not know. */
type DatabaseJson = JsonObject & Database;

async function readDatabase(
  service: Service<Glue>,
  name: string,
  context: Context
): Promise<DatabaseJson | undefined> {
  const read = call('GetDatabase', `look at the Glue database ${name}`);
  return service.find(context, read, async (glue, options) => {
    const { GetDatabaseCommand } = await import('@aws-sdk/client-glue');
    const command = new GetDatabaseCommand({ Name: name });
    const json = keepJson(command, read);
    await glue.send(command, options);
    return databaseIn(json()['Database'], read);
  });
}

function databaseIn(database: unknown, read: Call): DatabaseJson {
  if (isJsonObject(database) && typeof database['Name'] === 'string' && isMap(database['Parameters'])) {
    return database as DatabaseJson;
  }
  throw garbledAnswer(read, `The answer to ${read.operation} lacks a Database as AWS always sends it.`);
}

/** Glue leaves the parameters out where there are none. */
function isMap(value: unknown): boolean {
  return value === undefined || value === null || isJsonObject(value);
}

function requestFor({ name, description, parameters, tags }: NewGlueDatabase): CreateDatabaseRequest {
  const input = { Name: name, Description: description, Parameters: { ...parameters } };
  return { DatabaseInput: input, ...someTags('Tags', tags) };
}

/** What Glue tells of a database, or of its other things, of its own accord: no part of any input. */
const TOLD_BY_GLUE = ['CreateTime', 'UpdateTime', 'CreatedBy', 'CatalogId', 'VersionId'];
/** What the input of a database is made of (https://docs.aws.amazon.com/glue/latest/webapi/API_DatabaseInput.html). */
const INPUT = [
  'Name',
  'Description',
  'LocationUri',
  'Parameters',
  'CreateTableDefaultPermissions',
  'TargetDatabase',
  'FederatedDatabase'
];

/**
 * UpdateDatabase replaces everything, so everything that was there is sent again, also what nobody has heard of: left
 * out it would be lost for certain.
 */
function inputOf(database: DatabaseJson, parameters: Readonly<Record<string, string>>): JsonObject {
  const kept = Object.entries(database).filter(([key]) => !TOLD_BY_GLUE.includes(key));
  return { ...Object.fromEntries(kept), Parameters: { ...database.Parameters, ...parameters } };
}

/** Where Glue refuses to be told of a member that it told of itself, nothing is written, and the member is named. */
function namingUnknown(thrown: unknown, input: JsonObject): unknown {
  const unknown = Object.keys(input).filter((key) => !INPUT.includes(key));
  if (!(thrown instanceof ActionError) || thrown.code !== 'AWS_REFUSED' || unknown.length === 0)
    return thrown;
  const { code, doing, answer, cause } = thrown;
  const found = `The database has what this action does not know and does not drop: ${unknown.join(', ')}.`;
  const todo = 'If AWS refuses just that, a newer version of this action may know it; nothing was changed.';
  return new ActionError(code, { doing, answer, cause, found, todo });
}
