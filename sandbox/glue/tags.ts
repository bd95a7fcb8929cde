import type { Region } from '../account.js';
import type { Tags } from '../s3tables/state.js';
import { invalidInput, notFound } from './refusals.js';

const maxTags = 50;

/** A tag set from a request. Throws InvalidInputException for keys that AWS keeps to itself. */
export function newTags(given: Readonly<Record<string, string>>): Tags {
  const tags: Tags = new Map();
  addTags(tags, given);
  return tags;
}

/** Adds tags, or gives those there a new value. Throws InvalidInputException. */
export function addTags(tags: Tags, given: Readonly<Record<string, string>>): void {
  const keys = Object.keys(given);
  if (keys.some((key) => /^aws:/i.test(key))) {
    throw invalidInput('Tag keys starting with aws: are reserved for system use.');
  }
  if (new Set([...tags.keys(), ...keys]).size > maxTags) {
    throw invalidInput(`A resource can have at most ${maxTags} tags.`);
  }
  for (const [key, value] of Object.entries(given)) tags.set(key, value);
}

/**
 * The tags of a database of the default catalog, or of a catalog, by ARN. Whether databases that show S3 Tables'
 * namespaces take tags is not documented; here they do not.
 * Throws EntityNotFoundException, and InvalidInputException for what takes no tags.
 */
export function tagsOf(region: Region, arn: string): Tags {
  const prefix = region.arn('glue', '');
  if (!arn.startsWith(prefix)) throw notFound(`Resource ${arn}`);
  const [kind = '', ...path] = arn.slice(prefix.length).split('/');
  const name = path.join('/');
  const holder =
    kind === 'database' && path.length === 1
      ? region.glue.databases.get(name.toLowerCase())
      : kind === 'catalog' && path.length === 1
        ? region.glue.catalogs.get(name)
        : untaggable(arn);
  if (!holder) throw notFound(`${kind === 'catalog' ? 'Catalog' : 'Database'} ${name}`);
  return holder.tags;
}

function untaggable(arn: string): never {
  throw invalidInput(`Tagging is not supported for the resource ${arn}.`);
}
