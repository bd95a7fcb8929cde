import type { CreateDatabaseRequest, Database, DatabaseInput, Glue } from '@aws-sdk/client-glue';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { allPages, required, someTags } from './answer.js';
import type { Call } from './call.js';
import type { GlueDatabase, GluePort, NewGlueDatabase } from './ports.js';
import { NEW_ADMINISTRATOR } from './retry-rules.js';
import type { Service } from './service.js';

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

/** The calls of Glue to the databases of the account's default catalog. */
export function makeDatabases(service: Service<Glue>): Databases {
  return {
    listDatabases(context) {
      const list = call('GetDatabases', 'list the Glue databases');
      return allPages(list, (NextToken) =>
        service.ask(context, list, async (glue, options) => {
          const answer = await glue.getDatabases({ NextToken, MaxResults: PAGE }, options);
          const databases = required(answer.DatabaseList, 'DatabaseList', list);
          return {
            items: databases.map((database) => asDatabase(database, required(database.Name, 'Name', list))),
            next: answer.NextToken
          };
        })
      );
    },
    async getDatabase(name, context) {
      const database = await readDatabase(service, name, context);
      return database && asDatabase(database, name);
    },
    createDatabase(database, retryDenied, context) {
      const create = call('CreateDatabase', `create the Glue database ${database.name}`);
      const retry = retryDenied ? [NEW_ADMINISTRATOR] : [];
      return service.create(context, { ...create, retry }, (glue, options) =>
        glue.createDatabase(requestFor(database), options)
      );
    },
    addParameters: (name, parameters, context) => addParameters(service, { name, parameters }, context),
    deleteDatabase(name, context) {
      const remove = call('DeleteDatabase', `delete the Glue database ${name}`);
      return service.remove(context, remove, (glue, options) => glue.deleteDatabase({ Name: name }, options));
    }
  };
}

/** Glue replaces a database as a whole, so that it is read first. Throws `VANISHED` where there is none. */
async function addParameters(
  service: Service<Glue>,
  { name, parameters }: Pick<NewGlueDatabase, 'name' | 'parameters'>,
  context: Context
): Promise<void> {
  const update = call('UpdateDatabase', `mark the Glue database ${name}`);
  const database = await readDatabase(service, name, context);
  if (database === undefined) throw new ActionError('VANISHED', { doing: update.doing });
  const input = inputOf(database, name, parameters);
  await service.ask(context, update, (glue, options) =>
    glue.updateDatabase({ Name: name, DatabaseInput: input }, options)
  );
}

/** The calls of Glue to the tags of its resources. */
export function makeGlueTags(service: Service<Glue>): GlueTags {
  return {
    async getTags(ResourceArn, context) {
      const read = call('GetTags', `read the tags of ${ResourceArn}`, ResourceArn);
      const answer = await service.find(context, read, (glue, options) =>
        glue.getTags({ ResourceArn }, options)
      );
      // Without any tags AWS may leave the field out.
      return answer && (answer.Tags ?? {});
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

function asDatabase({ Name, Description, Parameters = {} }: Database, name: string): GlueDatabase {
  return { name: Name ?? name, description: Description, parameters: Parameters };
}

async function readDatabase(
  service: Service<Glue>,
  name: string,
  context: Context
): Promise<Database | undefined> {
  const read = call('GetDatabase', `look at the Glue database ${name}`);
  const answer = await service.find(context, read, (glue, options) =>
    glue.getDatabase({ Name: name }, options)
  );
  return answer && required(answer.Database, 'Database', read);
}

function requestFor({ name, description, parameters, tags }: NewGlueDatabase): CreateDatabaseRequest {
  const input = { Name: name, Description: description, Parameters: { ...parameters } };
  return { DatabaseInput: input, ...someTags('Tags', tags) };
}

/** UpdateDatabase replaces everything, so everything that was there is sent again. */
function inputOf(
  database: Database,
  name: string,
  parameters: Readonly<Record<string, string>>
): DatabaseInput {
  const input = { ...database };
  // GetDatabase tells these two of its own accord; they are no part of the input.
  delete input.CreateTime;
  delete input.CatalogId;
  return { ...input, Name: database.Name ?? name, Parameters: { ...database.Parameters, ...parameters } };
}
