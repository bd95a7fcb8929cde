import { shown } from '../text.js';
import { EVENTS, type EventRow, type Happened } from './events.js';

/** What an event of GitHub means for `auto`. */
export type Meaning =
  /** The environment that the event is about is made, or renewed. */
  | { readonly does: 'apply' }
  /** The environment of the pull request is over. */
  | { readonly does: 'destroy' }
  /** There is nothing to do, and nothing is wrong; `why` is a whole sentence. */
  | { readonly does: 'skip'; readonly why: string }
  /** `auto` cannot know what is wanted. */
  | { readonly does: 'refuse'; readonly why: string };

/** The row of an event; `undefined`: `auto` does not know it. Pure. */
function rowOf(name: string, event: Happened): EventRow | undefined {
  return EVENTS.find(({ events, holds }) => events.includes(name) && (holds?.(event) ?? true));
}

/** What an event means. Pure. */
export function meaningOf(name: string, event: Happened): Meaning {
  const row = rowOf(name, event);
  const action = event.action === undefined ? '' : ` (${shown(event.action)})`;
  const what = `\`${shown(name)}\`${action}`;
  if (row === undefined) {
    return {
      does: 'refuse',
      why: `What auto should do at the event ${what} is not known.`
    };
  }
  if (row.does === 'skip') {
    return {
      does: 'skip',
      why: `The event ${what} ${row.why ?? 'tells that something ended'}. Nothing was done.`
    };
  }
  return { does: row.does };
}
